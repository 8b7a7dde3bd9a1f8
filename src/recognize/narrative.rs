//! Reads sentences: hands the lines of the document to the language, and binds what it tells to facts,
//! to words, and to the cells of tables.
mod cells;
mod empty_tables;
mod items;
mod telling;
mod year_alone;

use crate::{
    budget::{Budget, Fact, FactId},
    document::{Block, Document, Paragraph},
    language::line::Line,
    money::Unit,
    words::key,
};
use std::collections::BTreeMap;
use telling::Listener;

/// The name of the form that figures of sentences belong to.
pub const FORM: &str = "说明";

/// A line that was handed to the language: its block, its text with the places, and its signs.
type HandedOver = (usize, Paragraph, Line);

/// Reads every sentence of the document and adds its figures, and what it tells, to the budget.
pub fn read(document: &Document, budget: &mut Budget) {
    let mut listener = Listener::new(budget);
    for (block, it) in document.blocks.iter().enumerate() {
        match it {
            Block::Paragraph(paragraph) => listen(&mut listener, block, paragraph),
            Block::Grid(_) => listener.table(),
        }
    }
    listener.end(budget);
    settle(budget);
}

fn listen(listener: &mut Listener, block: usize, paragraph: &Paragraph) {
    let plain = key(&paragraph.text);
    let heads = super::is_heading_line(&plain) || is_title(&plain);
    if heads && Line::new(paragraph).figures().is_empty() {
        listener.heading(&plain);
        return;
    }
    if let Some(heading) = heading_before(&plain) {
        listener.heading(heading);
    }
    listener.paragraph(block, paragraph);
}

/// Amounts of the narrative in one unit are printed alike, and so are its percentages, whole ones
/// aside.
fn settle(budget: &mut Budget) {
    let of = |unit: fn(&Fact) -> bool| -> Vec<FactId> {
        let told = budget
            .ids()
            .filter(|it| budget.fact(*it).name.table.is(FORM));
        told.filter(|it| unit(budget.fact(*it))).collect()
    };
    let percent = of(|it| it.unit == Unit::Percent && it.text.contains('.'));
    let money = of(|it| !matches!(it.unit, Unit::Percent | Unit::Piece));
    let mut of_units: BTreeMap<Unit, Vec<FactId>> = BTreeMap::new();
    for it in money {
        of_units.entry(budget.fact(it).unit).or_default().push(it);
    }
    for alike in of_units.into_values().chain([percent]) {
        budget.settle_steps(&alike);
    }
}

/// A line without a number that names an explanation: 2026年部门预算编制说明.
fn is_title(plain: &str) -> bool {
    plain.chars().count() <= LONGEST_TITLE
        && plain.ends_with("说明")
        && !plain.contains([',', '。'])
}

/// The heading that a paragraph begins with, before the sentence it heads: （二）政府采购情况。2024年….
fn heading_before(plain: &str) -> Option<&str> {
    let end = plain.find(['。', ':', ','])?;
    let heading = &plain[..end];
    let short = heading.chars().count() <= LONGEST_TITLE;
    let ended = !plain[end..].starts_with(',');
    let heads = ["情况", "说明"].iter().any(|it| heading.ends_with(it));
    (ended && short && heads && super::is_heading_line(heading)).then_some(heading)
}

/// Longest title, in signs.
const LONGEST_TITLE: usize = 40;
