//! Tables → grids, and paragraphs out of them: a cell as wide as its table that holds sentences is
//! running text, as where a spreadsheet holds the whole disclosure.
use super::{
    prose::{self, Margins},
    squeezed,
    whole::{Placed, Whole},
};
use crate::{
    document::{Block, Cell, Grid, Where},
    read::{Failure, MAX_CELLS, captions, shape},
};
use std::collections::BTreeMap;

/// A cell as wide as its table that holds a sentence of so many characters is running text.
const PROSE: usize = 30;
/// Number of lines from which a cell as wide as its table is running text.
const PROSE_LINES: usize = 4;

/// The blocks of a table; `used` counts the cells of the whole file.
pub(super) fn blocks(table: Whole, used: &mut usize) -> Result<Vec<Block>, Failure> {
    *used += table.rows.saturating_mul(table.columns());
    if *used > MAX_CELLS {
        return Err(Failure::too_many_cells());
    }
    let (columns, doubt) = (table.columns(), table.doubt());
    let spans_known = table.spans_known;
    let mut rows: BTreeMap<usize, Vec<Placed>> = BTreeMap::new();
    for placed in table.cells {
        rows.entry(placed.cell.slot.row).or_default().push(placed);
    }
    let mut blocks = Vec::new();
    let mut grid = Grid::default();
    let mut start = 0;
    for (row, cells) in rows {
        match cells.as_slice() {
            [only] if is_prose(only, columns) => {
                close(std::mem::take(&mut grid), &mut blocks);
                blocks.extend(paragraphs(only));
                start = row + only.cell.slot.row_span;
            }
            _ => {
                grid.columns = columns;
                grid.spans_known = spans_known;
                grid.doubt = doubt;
                for placed in cells {
                    grid.rows = grid.rows.max(row - start + placed.cell.slot.row_span);
                    grid.cells.push(cell(&placed, start));
                }
            }
        }
    }
    close(grid, &mut blocks);
    Ok(blocks)
}

fn is_prose(placed: &Placed, columns: usize) -> bool {
    let text = placed.cell.text();
    let is_sentence = text.contains('。') && text.chars().count() >= PROSE;
    placed.cell.slot.column_span == columns
        && !shape::is_remark(&shape::plain(&text, 16))
        && (is_sentence || placed.cell.lines.len() >= PROSE_LINES)
}

fn paragraphs(placed: &Placed) -> impl Iterator<Item = Block> {
    let margins = Margins::of(&placed.cell.lines);
    let usual_size = prose::usual_size(&placed.cell.lines);
    let lines: Vec<prose::Placed> = placed
        .cell
        .lines
        .iter()
        .map(|line| prose::Placed {
            page: placed.page,
            line: line.clone(),
            margins,
            usual_size,
        })
        .collect();
    prose::paragraphs(&lines).into_iter().map(Block::Paragraph)
}

fn cell(placed: &Placed, start: usize) -> Cell {
    let slot = &placed.cell.slot;
    Cell {
        row: slot.row - start,
        column: slot.column,
        row_span: slot.row_span,
        column_span: slot.column_span,
        text: placed.cell.text(),
        at: Where::Page {
            page: placed.page,
            bounds: slot.area.bounds(),
        },
    }
}

fn close(mut grid: Grid, blocks: &mut Vec<Block>) {
    if grid.cells.iter().any(|it| !it.text.is_empty()) {
        squeezed::mend(&mut grid);
        blocks.extend(captions::parted(grid));
    }
}
