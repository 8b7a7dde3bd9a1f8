//! Prints what was understood of the sentences of a document: `cargo run --example understood FILE`.
use gouji::{
    budget::{Budget, FactId},
    examine,
    forms::narrative::{Section, Thing},
    read::{Content, Input},
    recognize::narrative::FORM,
};
use std::{collections::BTreeSet, env, fs};

fn main() {
    for path in env::args().skip(1) {
        match fs::read(&path) {
            Ok(bytes) => print(&path, bytes),
            Err(failure) => eprintln!("{path}: {failure}"),
        }
    }
}

fn print(path: &str, bytes: Vec<u8>) {
    let input = Input::new(path.to_owned(), Content::Bytes(bytes));
    let budget = match examine(&input, &mut |_| {}) {
        Ok(examined) => examined.budget,
        Err(failure) => return eprintln!("{path}: {failure}"),
    };
    let text = |it: Option<FactId>| it.map_or("-".to_owned(), |it| budget.fact(it).text.clone());
    let mut used: BTreeSet<FactId> = BTreeSet::new();
    for (index, it) in budget.statements.iter().enumerate() {
        let facts = [
            it.amount,
            it.count,
            it.share,
            it.change.map(|it| it.fact),
            it.rate.map(|it| it.fact),
        ];
        used.extend(facts.iter().flatten());
        println!(
            "{index} [{}] {} {:?} {} | {} | {} 个 {} 占 {} 变 {:?} {} 率 {:?} {} 比 {:?} 属 {:?} 因 {:?}",
            it.section.map_or("", Section::name),
            it.subject,
            it.known.map(Thing::name),
            it.path.join("/"),
            it.cell
                .map_or("-".to_owned(), |it| budget.fact(it).name.to_string()),
            text(it.amount),
            text(it.count),
            text(it.share),
            it.change.map(|it| it.direction),
            text(it.change.map(|it| it.fact)),
            it.rate.map(|it| it.direction),
            text(it.rate.map(|it| it.fact)),
            it.basis,
            it.head,
            it.reason,
        );
    }
    budget
        .denials
        .iter()
        .for_each(|it| println!("denial {it:?} {}", text(it.cell)));
    budget.lists.iter().for_each(|it| println!("list {it:?}"));
    not_understood(&budget, &used);
}

fn not_understood(budget: &Budget, used: &BTreeSet<FactId>) {
    for id in budget
        .ids()
        .filter(|it| budget.fact(*it).name.table.is(FORM) && !used.contains(it))
    {
        println!(
            "not understood: {} {:?}",
            budget.fact(id).text,
            budget.fact(id).name
        );
    }
}
