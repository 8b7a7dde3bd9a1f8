//! The marks of a table → a grid with its merged cells.
use super::{
    flow::{push_text, tidy},
    marks::{Kind, Mark},
};
use crate::{
    document::{Cell, Grid, Where},
    read::{Failure, MAX_CELLS, MAX_COLUMNS, rows::is_rule, spans::drop_unused},
};

/// A row as the source has it.
struct SourceRow {
    /// Number of the row, from 1.
    number: u32,
    cells: Vec<SourceCell>,
}

/// A cell as the source has it.
struct SourceCell {
    rows: usize,
    columns: usize,
    text: String,
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
    let holds = |cell: &&&SourceCell| cell.has_table || !cell.text.is_empty();
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
                        rows: *row_span,
                        columns: (*columns).max(1),
                        text: String::new(),
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
        cell.text = tidy(&cell.text);
    }
    rows
}

impl SourceCell {
    fn push(&mut self, mark: &Mark<'_>) {
        match mark {
            Mark::Text(text) => push_text(&mut self.text, text),
            // Whatever starts or ends inside a cell starts a line of it.
            _ => push_text(&mut self.text, " "),
        }
        self.has_table |= *mark == Mark::Open(Kind::Table);
    }
}

/// The grid of a table with this number; `used` counts the cells of the whole page.
pub(super) fn grid(marks: &[Mark<'_>], table: u32, used: &mut usize) -> Result<Grid, Failure> {
    let rows = printed_rows(marks);
    let count = rows.len();
    let mut room = Room {
        table,
        used,
        reach: Vec::new(),
        cells: Vec::new(),
    };
    for (index, row) in rows.into_iter().enumerate() {
        room.place(index, row, count - index)?;
    }
    let Room {
        mut cells, reach, ..
    } = room;
    let columns = drop_unused(&mut cells, reach.len());
    *used += count * columns;
    if *used > MAX_CELLS {
        return Err(Failure::too_many_cells());
    }
    Ok(Grid {
        rows: count,
        columns,
        cells,
        spans_known: true,
    })
}

/// The rows without drawn ones, and without blank ones at the end: Word puts one there that only
/// says how wide the columns are.
fn printed_rows(marks: &[Mark<'_>]) -> Vec<SourceRow> {
    let mut rows = source_rows(marks);
    rows.retain(|row| !is_rule(row.cells.iter().map(|cell| cell.text.as_str())));
    let is_blank = |row: &SourceRow| row.cells.iter().all(|cell| cell.text.is_empty());
    let end = rows.iter().rposition(|row| !is_blank(row));
    rows.truncate(end.map_or(0, |last| last + 1));
    rows
}

/// Where cells are put, row by row.
struct Room<'a> {
    table: u32,
    used: &'a mut usize,
    /// For each column, how many rows from the one at hand are covered from above.
    reach: Vec<usize>,
    cells: Vec<Cell>,
}

impl Room<'_> {
    /// Puts a row that has so many rows from it to the end of the table.
    fn place(&mut self, index: usize, row: SourceRow, below: usize) -> Result<(), Failure> {
        let mut column = 0;
        for cell in row.cells {
            while self.reach.get(column).is_some_and(|rows| *rows > 0) {
                column += 1;
            }
            let column_span = free(&self.reach, column, cell.columns);
            let end = column + column_span;
            *self.used += column_span;
            if *self.used > MAX_CELLS {
                return Err(Failure::too_many_cells());
            }
            if end > MAX_COLUMNS {
                return Err(Failure::too_large(
                    "表格列数",
                    "columns of a table",
                    MAX_COLUMNS,
                ));
            }
            let row_span = if cell.rows == 0 {
                below
            } else {
                cell.rows.min(below)
            };
            self.reach.resize(self.reach.len().max(end), 0);
            self.reach[column..end].fill(row_span);
            self.cells.push(Cell {
                row: index,
                column,
                row_span,
                column_span,
                text: cell.text,
                at: Where::Table {
                    table: self.table,
                    row: row.number,
                    column: 0,
                },
            });
            column = end;
        }
        for rows in &mut self.reach {
            *rows = rows.saturating_sub(1);
        }
        Ok(())
    }
}

/// How many of the wanted columns are free; a cell that reaches down ends the span.
fn free(taken: &[usize], column: usize, wanted: usize) -> usize {
    let wanted = wanted.min(MAX_COLUMNS);
    let ahead = taken.iter().skip(column).take(wanted);
    ahead.clone().position(|rows| *rows > 0).unwrap_or(wanted)
}
