//! Says where something stands in its file.

use crate::words::{Language, findings};
use gouji::document::Where;

/// The place in words: page, sheet and cell, line.
pub fn place(at: &Where, language: Language) -> String {
    let number = |number: &u32| number.to_string();
    match at {
        Where::File { file, place: at } => format!("{file} · {}", place(at, language)),
        Where::Page { page, .. } => language.fill(findings::PAGE, &[&number(page)]),
        Where::Sheet { sheet, cell } => language.fill(findings::SHEET, &[sheet, cell]),
        Where::Table { table, row, column } => language.fill(
            findings::TABLE_CELL,
            &[&number(table), &number(row), &number(column)],
        ),
        Where::Text { line, .. } => language.fill(findings::LINE, &[&number(line)]),
        Where::Paragraph { paragraph, .. } => {
            language.fill(findings::PARAGRAPH, &[&number(paragraph)])
        }
    }
}

/// Whether a place is a paragraph of a file that shows no such number.
pub fn is_paragraph(at: &Where) -> bool {
    match at {
        Where::File { place, .. } => is_paragraph(place),
        at => matches!(at, Where::Paragraph { .. }),
    }
}

/// Whether a place is a cell of a table that shows no such number.
pub fn is_table(at: &Where) -> bool {
    match at {
        Where::File { place, .. } => is_table(place),
        at => matches!(at, Where::Table { .. }),
    }
}

/// `表.行.列` as people read it.
pub fn spoken(place: &str) -> String {
    place.replace('.', " · ")
}
