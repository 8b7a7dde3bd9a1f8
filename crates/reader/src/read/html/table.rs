//! The marks of a table → a grid with its merged cells.
use super::{
    flow::push_text,
    marks::{Kind, Mark},
};
use crate::{
    document::Grid,
    read::{
        Failure, lines,
        raised::raised,
        rows::is_rule,
        spans::{self, SpannedCell, SpannedRow},
    },
};

/// A row as the source has it.
struct SourceRow {
    /// Number of the row, from 1.
    number: u32,
    cells: Vec<SourceCell>,
}

/// A cell as the source has it.
struct SourceCell {
    spanned: SpannedCell,
    has_table: bool,
}

/// How many marks a table has that is already open, without the one that closes it.
pub(super) fn length(marks: &[Mark<'_>]) -> usize {
    let mut depth = 1;
    for (index, mark) in marks.iter().enumerate() {
        match mark {
            Mark::Open(Kind::Table) => depth += 1,
            Mark::Close(Kind::Table) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return index;
        }
    }
    marks.len()
}

/// Whether a table only frames what is in it: one cell, or cells for other tables.
pub(super) fn is_frame(marks: &[Mark<'_>]) -> bool {
    let rows = source_rows(marks);
    let cells: Vec<&SourceCell> = rows.iter().flat_map(|row| &row.cells).collect();
    let holds = |cell: &&&SourceCell| cell.has_table || !cell.spanned.text.is_empty();
    let is_column = || {
        rows.iter()
            .all(|row| row.cells.iter().filter(|cell| holds(&cell)).count() <= 1)
    };
    cells.len() == 1
        || cells.iter().any(|cell| cell.has_table)
            && (is_column() || cells.iter().filter(holds).all(|cell| cell.has_table))
}

/// The captions of a table.
pub(super) fn captions(marks: &[Mark<'_>]) -> Vec<String> {
    let mut captions = Vec::new();
    let mut is_open = false;
    let mut depth = 0;
    for mark in marks {
        match mark {
            Mark::Open(Kind::Table) => depth += 1,
            Mark::Close(Kind::Table) => depth -= 1,
            Mark::Open(Kind::Caption) if depth == 0 => {
                is_open = true;
                captions.push(String::new());
            }
            Mark::Close(Kind::Caption) => is_open = false,
            Mark::Text(text) if is_open => captions
                .iter_mut()
                .last()
                .into_iter()
                .for_each(|it| push_text(it, text)),
            _ => {}
        }
    }
    captions
}

/// The rows of this table; the text of a table inside a cell joins the cell's.
fn source_rows(marks: &[Mark<'_>]) -> Vec<SourceRow> {
    let mut rows: Vec<SourceRow> = Vec::new();
    let mut depth = 0;
    let mut is_open = false;
    for mark in marks {
        match mark {
            Mark::Open(Kind::Row) if depth == 0 => rows.push(SourceRow {
                number: rows.len() as u32 + 1,
                cells: Vec::new(),
            }),
            Mark::Open(Kind::Cell(row_span, columns)) if depth == 0 => {
                is_open = true;
                rows.last_mut().into_iter().for_each(|row| {
                    row.cells.push(SourceCell {
                        spanned: SpannedCell {
                            rows: *row_span,
                            columns: *columns,
                            text: String::new(),
                        },
                        has_table: false,
                    })
                });
            }
            Mark::Close(Kind::Cell(..)) if depth == 0 => is_open = false,
            _ => {
                if let Some(cell) = rows
                    .last_mut()
                    .and_then(|row| row.cells.last_mut())
                    .filter(|_| is_open)
                {
                    cell.push(mark);
                }
            }
        }
        depth += usize::from(*mark == Mark::Open(Kind::Table));
        depth -= usize::from(*mark == Mark::Close(Kind::Table));
    }
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
        cell.spanned.text = lines::indented(&cell.spanned.text).to_owned();
    }
    rows
}

impl SourceCell {
    fn push(&mut self, mark: &Mark<'_>) {
        match mark {
            Mark::Text(text) => push_text(&mut self.spanned.text, text),
            Mark::Raised(text) => push_text(&mut self.spanned.text, &raised(text)),
            // Whatever starts or ends inside a cell starts a line of it.
            _ => push_text(&mut self.spanned.text, " "),
        }
        self.has_table |= *mark == Mark::Open(Kind::Table);
    }
}

/// The grid of a table with this number; `used` counts the cells of the whole page.
pub(super) fn grid(marks: &[Mark<'_>], table: u32, used: &mut usize) -> Result<Grid, Failure> {
    let rows = printed_rows(marks).into_iter();
    let rows = rows.map(|row| SpannedRow {
        number: row.number,
        cells: row.cells.into_iter().map(|it| it.spanned).collect(),
    });
    spans::grid(rows.collect(), table, used)
}

/// The rows without drawn ones, and without blank ones at the end: Word puts one there that only
/// says how wide the columns are.
fn printed_rows(marks: &[Mark<'_>]) -> Vec<SourceRow> {
    let mut rows = source_rows(marks);
    rows.retain(|row| !is_rule(row.cells.iter().map(|cell| cell.spanned.text.as_str())));
    let is_blank = |row: &SourceRow| row.cells.iter().all(|cell| cell.spanned.text.is_empty());
    let end = rows.iter().rposition(|row| !is_blank(row));
    rows.truncate(end.map_or(0, |last| last + 1));
    rows
}
