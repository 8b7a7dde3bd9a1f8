//! Tables without ruling lines that go on on the next page: their columns are told from all pages
//! together.
use super::{
    super::{
        flow::{Item, Sheet},
        line::Line,
        table::Table,
    },
    begins,
    drawn::tables,
    rows::Row,
};

/// Joins tables that go on on the next page, and drops those that cannot be joined. Gives the
/// numbers of their pages.
pub(in super::super) fn join(sheets: &mut [Sheet]) -> Vec<u32> {
    let mut dropped = Vec::new();
    let mut first = 0;
    while first < sheets.len() {
        let mut last = first;
        while last + 1 < sheets.len() && is_open(&sheets[last]) && goes_on_here(&sheets[last + 1]) {
            last += 1;
            if !is_all_rows(&sheets[last]) {
                break;
            }
        }
        if last > first {
            let chain = &mut sheets[first..=last];
            if !join_chain(chain) {
                dropped.extend(chain.iter().map(|it| it.page));
                drop_chain(chain);
            }
        }
        first = last.max(first + 1);
    }
    dropped
}

fn unruled(item: &Item) -> Option<&Table> {
    match item {
        Item::Table(table) => Some(table).filter(|it| !it.is_ruled),
        Item::Line(_) => None,
    }
}

/// Whether a page ends with a table without ruling lines.
fn is_open(sheet: &Sheet) -> bool {
    sheet.items.last().is_some_and(|it| unruled(it).is_some())
}

/// Whether a page begins with rows of a table.
fn goes_on_here(sheet: &Sheet) -> bool {
    match sheet.items.first() {
        Some(Item::Line(line)) => !begins(line),
        Some(Item::Table(table)) => !table.is_ruled,
        None => false,
    }
}

/// Whether nothing but rows of a table stands on a page.
fn is_all_rows(sheet: &Sheet) -> bool {
    rows_at_top(sheet).0 == sheet.items.len()
}

/// How many things at the top of a page are rows of a table, and their lines.
fn rows_at_top(sheet: &Sheet) -> (usize, Vec<Line>) {
    let (mut taken, mut lines) = (0, Vec::new());
    for item in &sheet.items {
        match item {
            Item::Line(line) if !begins(line) => lines.push(line.clone()),
            Item::Table(Table {
                is_ruled: false,
                lines: own,
                ..
            }) => {
                lines.extend(own.iter().cloned());
                return (taken + 1, lines);
            }
            _ => break,
        }
        taken += 1;
    }
    (taken, lines)
}

fn join_chain(chain: &mut [Sheet]) -> bool {
    let mut parts: Vec<(u32, Vec<Row>)> = Vec::new();
    let mut taken = Vec::new();
    for (index, sheet) in chain.iter().enumerate() {
        let (count, lines) = match (index, sheet.items.last()) {
            (0, Some(Item::Table(table))) => (0, table.lines.clone()),
            _ => rows_at_top(sheet),
        };
        taken.push(count);
        parts.push((sheet.page, lines.into_iter().map(Row::new).collect()));
    }
    let Some(tables) = tables(&parts) else {
        return false;
    };
    for (index, (sheet, (table, count))) in chain
        .iter_mut()
        .zip(tables.into_iter().zip(taken))
        .enumerate()
    {
        if index == 0 {
            sheet.items.pop();
            sheet.items.push(Item::Table(table));
        } else {
            sheet.items.drain(..count);
            sheet.items.insert(0, Item::Table(table));
        }
    }
    true
}

fn drop_chain(chain: &mut [Sheet]) {
    let last = chain.len().saturating_sub(1);
    for (index, sheet) in chain.iter_mut().enumerate() {
        if index > 0 && sheet.items.first().is_some_and(|it| unruled(it).is_some()) {
            sheet.items.remove(0);
        }
        if index < last && is_open(sheet) {
            sheet.items.pop();
        }
    }
}
