//! Cells that reach over several columns.
use crate::document::{Cell, Where};

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
