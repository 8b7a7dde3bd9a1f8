//! Page furniture: page numbers, running headers and footers. They say nothing, and may stand in
//! the middle of a sentence.
use super::{
    flow::{Item, Sheet},
    line::Line,
};
use crate::read::{pages, shape};
use std::collections::BTreeMap;

/// Furniture stands in so much of a page at the top and at the bottom.
const ZONE: f32 = 0.12;
/// What stands on so many pages, and on half of them, runs along.
const LEAST_PAGES: usize = 3;
/// Lines of different pages at heights that differ by less stand in the same place.
const HEIGHT: f32 = 4.0;

/// Drops the furniture of all pages.
pub(super) fn drop(sheets: &mut [Sheet]) {
    for sheet in sheets.iter_mut() {
        drop_number(sheet);
    }
    let running = running(sheets);
    for sheet in sheets {
        let height = sheet.height;
        sheet.items.retain(|it| match it {
            Item::Line(line) => !is_at_edge(line, height) || !running.contains_key(&key(line)),
            Item::Table(_) => true,
        });
        drop_number(sheet);
    }
}

/// Drops the page number, first or last on the page.
fn drop_number(sheet: &mut Sheet) {
    let height = sheet.height;
    let is_number = |it: &Item| match it {
        Item::Line(line) => is_at_edge(line, height) && pages::is_number(&line.text()),
        Item::Table(_) => false,
    };
    if sheet.items.last().is_some_and(is_number) {
        sheet.items.pop();
    }
    if sheet.items.first().is_some_and(is_number) {
        sheet.items.remove(0);
    }
}

fn is_at_edge(line: &Line, height: f32) -> bool {
    line.y < ZONE * height || line.y > (1.0 - ZONE) * height
}

/// The text of a line without blanks and digits, and roughly where it stands.
fn key(line: &Line) -> (String, i32) {
    let kept = |it: &char| !it.is_whitespace() && !it.is_ascii_digit();
    let text = line.text().chars().filter(kept).collect();
    (text, (line.y / HEIGHT).round() as i32)
}

/// Lines that stand on most pages; captions of tables may, but they are none.
fn running(sheets: &[Sheet]) -> BTreeMap<(String, i32), usize> {
    let mut counts = BTreeMap::new();
    for sheet in sheets {
        let at_edge = sheet.lines().filter(|it| is_at_edge(it, sheet.height));
        for line in at_edge.filter(|it| !is_caption(&it.text())) {
            *counts.entry(key(line)).or_insert(0) += 1;
        }
    }
    let most = LEAST_PAGES.max(sheets.len().div_ceil(2));
    counts.retain(|_, count| *count >= most);
    counts
}

fn is_caption(text: &str) -> bool {
    shape::is_table_title(text)
        || shape::shape(text) == shape::Shape::Label
        || text.contains("单位")
}
