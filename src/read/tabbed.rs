//! Runs of lines with tabs are grids.
use super::lines::{Line, length, printed};
use crate::document::{Cell, Grid, Where};

/// The grid that starts with the first of these lines, and how many of them it takes.
pub(super) fn grid(lines: &[Line<'_>]) -> Option<(Grid, usize)> {
    let taken = lines
        .iter()
        .enumerate()
        .take_while(|(index, line)| line.text.contains('\t') && (*index == 0 || !line.page_break))
        .count();
    if taken == 0 {
        return None;
    }
    let mut grid = Grid::default();
    for line in lines[..taken].iter().filter(|line| !is_rule(line.text)) {
        push_row(&mut grid, line);
    }
    Some((grid, taken))
}

/// Whether a row is drawn, not written: nothing but dashes, as between a header and its rows.
pub(super) fn is_rule(text: &str) -> bool {
    let drawn = |c: char| matches!(c, '-' | '=' | '+' | '|' | ':' | '─' | '━') || c.is_whitespace();
    text.contains("---") && text.chars().all(drawn)
}

fn push_row(grid: &mut Grid, line: &Line<'_>) {
    let mut column = line.column;
    for (index, raw) in line.text.split('\t').enumerate() {
        let width = length(raw);
        let (text, at) = cell_text(raw, line.number, column, width);
        grid.cells.push(Cell {
            row: grid.rows,
            column: index,
            row_span: 1,
            column_span: 1,
            text,
            at,
        });
        grid.columns = grid.columns.max(index + 1);
        column += width + 1;
    }
    grid.rows += 1;
}

/// The text of a cell and its place; a blank cell's place is the spot between its tabs.
fn cell_text(raw: &str, line: u32, column: u32, width: u32) -> (String, Where) {
    let paragraph = printed(raw, line, column);
    let place = |column, end_column| Where::Text {
        line,
        column,
        end_column,
    };
    let at = match (paragraph.pieces.first(), paragraph.pieces.last()) {
        (Some((_, Where::Text { column, .. })), Some((_, Where::Text { end_column, .. }))) => {
            place(*column, *end_column)
        }
        _ => place(column, column + width),
    };
    (paragraph.text, at)
}
