//! Prints what was understood of the tables of a document: `cargo run --example tables FILE…`, all
//! files together as one disclosure.
use gouji::{
    budget::{Panel, Table},
    read::{Content, Input},
    together::{as_one, only},
};
use std::{env, fs};

fn main() {
    let read = |path: String| {
        fs::read(&path).map(|bytes| Input {
            name: path,
            content: Content::Bytes(bytes),
            password: None,
        })
    };
    let inputs: Result<Vec<Input>, _> = env::args().skip(1).map(read).collect();
    let inputs = match inputs {
        Ok(inputs) => inputs,
        Err(failure) => return eprintln!("{failure}"),
    };
    let (examined, others) = match only(as_one(inputs, &mut |_, _| {})) {
        Ok(only) => only,
        Err(failure) => return eprintln!("{failure}"),
    };
    for note in others {
        println!("note {}", note.message.zh);
    }
    let budget = examined.budget;
    println!(
        "{:?} {:?} {:?} {:?} {:?} {:?}",
        budget.title, budget.unit_name, budget.year, budget.kind, budget.scope, budget.usual_unit
    );
    budget.tables.iter().for_each(print);
    for it in &budget.unreadable {
        println!("unreadable {} “{}”", it.name, it.text);
    }
    for note in &budget.notes {
        println!("note {}", note.message.zh);
    }
}

fn print(table: &Table) {
    println!(
        "== {} | form {:?} | title {:?} | unit {:?} | note {:?}",
        table.name,
        table.form.map(|it| it.name),
        table.title,
        table.unit,
        table.empty_note
    );
    table.panels.iter().for_each(print_panel);
}

fn print_panel(panel: &Panel) {
    for column in &panel.columns {
        let mark = if column.known { "" } else { "?" };
        println!("  column {}{mark} {:?}", column.name, column.headings);
    }
    for row in &panel.rows {
        let parent = row
            .parent
            .map_or("".into(), |it| panel.rows[it].name.text());
        println!(
            "    {:?} {} “{}” {:?} < {parent}",
            row.kind, row.name, row.label, row.code
        );
    }
}
