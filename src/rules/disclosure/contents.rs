//! The table of contents against the document.
use super::entries::{Contents, Entry, EntryKind, contents, title};
use crate::{
    budget::Budget,
    claim::{Remark, Severity},
    note::Message,
    rules::{
        likeness::{alike, in_common},
        remarks::of_passage,
    },
    words::is_shortened,
};
use std::collections::BTreeSet;

/// Compares entry by entry.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let Some(contents) = contents(budget).filter(|_| !budget.is_cut) else {
        return Vec::new();
    };
    let lines = lines(budget, &contents);
    let mut missing = missing_tables(budget, &contents, &lines);
    missing.extend(missing_sections(&contents, &lines));
    let mut remarks: Vec<Remark> = missing.into_iter().map(|it| not_there(it)).collect();
    remarks.extend(out_of_order(budget, &contents));
    remarks
}

/// Listed tables that no title of the document answers: each title answers one entry, so that
/// 支出决算表 is not taken for there because 收入支出决算总表 is.
fn missing_tables<'a>(
    budget: &Budget,
    contents: &'a Contents,
    lines: &[String],
) -> Vec<&'a Entry<'a>> {
    let listed: Vec<&Entry> = contents
        .entries
        .iter()
        .filter(|it| it.kind == EntryKind::Table)
        .collect();
    // Where few tables were recognised, nobody knows what the others are.
    if budget.tables.len() * 2 < listed.len() {
        return Vec::new();
    }
    let mut titles = table_titles(budget, lines);
    let mut missing = listed;
    for answers in [|entry: &str, title: &str| entry == title, nearly] {
        missing.retain(|it| {
            let found = titles.iter().position(|title| answers(&it.title, title));
            found.map(|it| titles.swap_remove(it)).is_none()
        });
    }
    missing
}

/// Whether a title is the entry's, a word more or less aside.
fn nearly(entry: &str, title: &str) -> bool {
    is_shortened(entry, title) || alike(entry, title, 8) || title.ends_with(entry)
}

fn table_titles(budget: &Budget, lines: &[String]) -> Vec<String> {
    let lines = lines.iter().filter(|it| it.ends_with('表')).cloned();
    let tables = budget.tables.iter().map(|it| title(&it.title));
    let titles: BTreeSet<String> = lines.chain(tables).collect();
    titles.into_iter().collect()
}

/// No title is longer.
const LONGEST_TITLE: usize = 60;

/// The short lines of the document proper, as titles are compared.
fn lines(budget: &Budget, contents: &Contents) -> Vec<String> {
    let behind = budget.passages[contents.behind..].iter();
    let short = behind.filter(|it| it.plain.chars().count() <= LONGEST_TITLE);
    short.map(|it| title(it.text())).collect()
}

/// Listed sections that no line has most signs of. Where many are not found, they are in another
/// file or were not read.
fn missing_sections<'a>(contents: &'a Contents, lines: &[String]) -> Vec<&'a Entry<'a>> {
    let sections = || {
        contents
            .entries
            .iter()
            .filter(|it| it.kind == EntryKind::Section)
    };
    let is_there = |entry: &str| {
        let wanted = entry.chars().count() * 6;
        // What stands there word for word, or is too short to hold most signs, need not be compared.
        let long = lines.iter().filter(|it| it.chars().count() * 10 >= wanted);
        lines.iter().any(|it| it == entry)
            || long
                .into_iter()
                .any(|it| in_common(entry, it) * 10 >= wanted)
    };
    let missing: Vec<&Entry> = sections().filter(|it| !is_there(&it.title)).collect();
    if missing.len() * 4 > sections().count() {
        return Vec::new();
    }
    missing
}

fn not_there(entry: &Entry) -> Remark {
    let passage = entry.passage;
    let (zh, en, severity) = if entry.kind == EntryKind::Table {
        ("表", "table", Severity::Warning)
    } else {
        ("部分", "section", Severity::Notice)
    };
    let printed = passage.text().trim();
    let message = Message::new(
        format!("目录列有“{printed}”，正文中没有找到这一{zh}。"),
        format!("The contents list “{printed}”; the document has no such {en}."),
    );
    of_passage(severity, passage, 0..passage.plain.len(), message)
}

/// Tables in another order than the contents have them.
fn out_of_order(budget: &Budget, contents: &Contents) -> Option<Remark> {
    let tables: Vec<String> = budget.tables.iter().map(|it| title(&it.title)).collect();
    let listed = contents
        .entries
        .iter()
        .filter(|it| it.kind == EntryKind::Table);
    let places: Vec<(usize, &Entry)> = listed
        .filter_map(|it| Some((tables.iter().position(|title| *title == it.title)?, it)))
        .collect();
    let swapped = places.windows(2).find(|pair| pair[1].0 < pair[0].0)?;
    let passage = swapped[1].1.passage;
    let (before, entry) = (swapped[0].1.passage.text(), passage.text());
    let message = Message::new(
        format!("目录中“{entry}”排在“{before}”之后，正文中排在它之前。"),
        format!("The contents have “{entry}” behind “{before}”; in the document it comes first."),
    );
    let whole = 0..passage.plain.len();
    Some(of_passage(Severity::Notice, passage, whole, message))
}
