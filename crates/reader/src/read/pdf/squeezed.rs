//! Rows without room of their own. Where headings on either side reach down over the row of a first
//! label, a browser draws that label beside the headings; the label is given its row again.
use crate::document::{Cell, Grid};

/// Gives a label its row that is drawn in a row of headings.
pub(super) fn mend(grid: &mut Grid) {
    let rows = 1..grid.rows.saturating_sub(1);
    if let Some(row) = rows.into_iter().find(|row| is_squeezed(grid, *row)) {
        part(grid, row);
    }
}

/// Whether all that begins in a row, but for the label at the left, stands under one heading over
/// several columns, and the rest reaches down from above; nothing in it is a figure.
fn is_squeezed(grid: &Grid, row: usize) -> bool {
    let begins = |it: &&Cell| it.row == row;
    let (labels, others): (Vec<&Cell>, Vec<&Cell>) = grid
        .cells
        .iter()
        .filter(begins)
        .partition(|it| it.column == 0);
    let is_words = |it: &Cell| it.text.chars().any(char::is_alphabetic);
    let is_figure = |it: &Cell| it.text.chars().any(|sign| sign.is_ascii_digit());
    let under_heading = |it: &&Cell| {
        let above = grid.cell(row - 1, it.column);
        is_words(it)
            && !is_figure(it)
            && above
                .is_some_and(|above| above.row < row && above.column_span > 1 && is_words(above))
    };
    let reaches_down = |column: usize| grid.cell(row, column).is_some_and(|it| it.row < row);
    let has_label = matches!(labels.as_slice(), [only] if is_words(only)
        && only.row_span == 1 && only.column_span == 1);
    let is_low = |it: &Cell| it.column_span == 1 && is_words(it);
    has_label
        && grid.cell(row - 1, 0).is_some_and(is_low)
        && others.len() > 1
        && others.iter().all(under_heading)
        && (1..grid.columns).any(reaches_down)
}

/// Parts a row in two: the headings reach down over the label's own row.
fn part(grid: &mut Grid, row: usize) {
    for cell in &mut grid.cells {
        let ends = cell.row + cell.row_span;
        if cell.row > row || cell.row == row && cell.column == 0 {
            cell.row += 1;
        } else if ends > row || ends == row && cell.column == 0 {
            cell.row_span += 1;
        }
    }
    grid.rows += 1;
}
