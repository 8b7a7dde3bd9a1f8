//! Prints what was understood of the sentences of a document: `cargo run --example understood FILE`.
use gouji::{
    budget::Budget,
    examine,
    language::told::Role,
    read::{Content, Input},
};
use std::{env, fs};

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
    let telling = &budget.telling;
    println!("{}", telling.told.notation(telling.year));
    for (id, it) in telling.figures() {
        let fact = budget.fact(telling.fact(id));
        if let Some(cell) = telling.cell(id) {
            println!("{} repeats {}", fact.name, budget.fact(cell).name);
        }
        if it.role == Role::Unknown || it.doubt.is_some() {
            not_understood(&budget, &fact.text, it.doubt.as_deref());
        }
    }
}

fn not_understood(budget: &Budget, text: &str, words: Option<&str>) {
    let of = budget.unit_name.as_deref().unwrap_or_default();
    println!(
        "not understood of {of}: {text} {}",
        words.unwrap_or_default()
    );
}
