//! Cells that reach over several rows and columns, given as HTML gives them: each where it starts.
use super::{Failure, MAX_CELLS, MAX_COLUMNS};
use crate::document::{Cell, Grid, Where};

/// A row as the source has it.
#[derive(Debug, Default)]
pub(super) struct SpannedRow {
    /// Number of the row, from 1.
    pub number: u32,
    /// The cells that start in it.
    pub cells: Vec<SpannedCell>,
}

/// A cell as the source has it.
#[derive(Debug, Default)]
pub(super) struct SpannedCell {
    /// Rows covered; 0 stands for all that follow.
    pub rows: usize,
    /// Columns covered.
    pub columns: usize,
    /// Its text.
    pub text: String,
}

/// The grid of a table with this number; `used` counts the cells of the whole document.
pub(super) fn grid(rows: Vec<SpannedRow>, table: u32, used: &mut usize) -> Result<Grid, Failure> {
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
        doubt: None,
    })
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
    fn place(&mut self, index: usize, row: SpannedRow, below: usize) -> Result<(), Failure> {
        let mut column = 0;
        for cell in row.cells {
            while self.reach.get(column).is_some_and(|rows| *rows > 0) {
                column += 1;
            }
            let column_span = free(&self.reach, column, cell.columns.max(1));
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

/// Drops columns that no cell starts in: they only come of spans wider than the table. Says how
/// many are left.
pub(super) fn drop_unused(cells: &mut [Cell], columns: usize) -> usize {
    let mut starts = vec![0; columns + 1];
    for cell in cells.iter() {
        starts[cell.column + 1] = 1;
    }
    let mut before = 0;
    for start in &mut starts {
        before += *start;
        *start = before;
    }
    for cell in cells {
        let end = starts[cell.column + cell.column_span];
        cell.column = starts[cell.column];
        cell.column_span = end - cell.column;
        if let Where::Table { column, .. } = &mut cell.at {
            *column = cell.column as u32 + 1;
        }
    }
    before
}
