//! Captions that stand in cells: a spreadsheet has the title of a table, 编制单位： and 单位：万元
//! in rows above it, and a remark in one below. A row of nothing but captions is no row of the
//! table; it becomes paragraphs, and the rows on either side grids of their own.
use super::shape::{self, Shape};
use crate::document::{Block, Cell, Grid, Paragraph};

/// The grid with its captions taken out, in reading order.
pub(super) fn parted(grid: Grid) -> Vec<Block> {
    let captions = caption_rows(&grid);
    if !captions.contains(&true) {
        return vec![Block::Grid(grid)];
    }
    let Grid {
        rows,
        columns,
        cells,
        spans_known,
        doubt,
    } = grid;
    let mut by_row: Vec<Vec<Cell>> = vec![Vec::new(); rows];
    for cell in cells {
        by_row[cell.row].push(cell);
    }
    let mut blocks = Vec::new();
    let mut open = Grid::default();
    for (row, cells) in by_row.into_iter().enumerate() {
        if captions[row] {
            blocks.extend(closed(std::mem::take(&mut open)));
            blocks.extend(cells.into_iter().filter_map(paragraph));
            continue;
        }
        let number = open.rows;
        open.rows += 1;
        open.columns = columns;
        open.spans_known = spans_known;
        open.doubt = doubt;
        open.cells.extend(cells.into_iter().map(|cell| Cell {
            row: number,
            ..cell
        }));
    }
    blocks.extend(closed(open));
    blocks
}

/// For each row, whether it is nothing but captions.
fn caption_rows(grid: &Grid) -> Vec<bool> {
    let mut rows: Vec<Vec<&Cell>> = vec![Vec::new(); grid.rows];
    let mut captions = vec![true; grid.rows];
    for cell in &grid.cells {
        if !cell.text.is_empty() {
            rows[cell.row].push(cell);
        }
        if cell.row_span > 1 {
            let end = (cell.row + cell.row_span).min(grid.rows);
            captions[cell.row..end].fill(false);
        }
    }
    for (caption, cells) in captions.iter_mut().zip(rows) {
        *caption &= is_captions(&cells);
    }
    captions
}

fn is_captions(cells: &[&Cell]) -> bool {
    if let [only] = cells {
        return shape::is_table_title(&only.text)
            || matches!(
                shape::shape(&only.text),
                Shape::Standalone | Shape::Label | Shape::Remark
            );
    }
    let mut is_value = false;
    !cells.is_empty()
        && cells.iter().all(|cell| {
            let is_label = matches!(shape::shape(&cell.text), Shape::Label | Shape::Standalone);
            let fits = is_label || is_value;
            is_value = is_label && cell.text.ends_with(['：', ':']);
            fits
        })
}

fn paragraph(cell: Cell) -> Option<Block> {
    (!cell.text.is_empty()).then_some(Block::Paragraph(Paragraph {
        pieces: vec![(0, cell.at)],
        text: cell.text,
    }))
}

/// The grid without blank rows at its ends; `None` if no other are left.
fn closed(mut grid: Grid) -> Option<Block> {
    let printed = || grid.cells.iter().filter(|cell| !cell.text.is_empty());
    let start = printed().map(|cell| cell.row).min()?;
    let end = printed().map(|cell| cell.row + cell.row_span).max()?;
    grid.cells.retain(|cell| (start..end).contains(&cell.row));
    for cell in &mut grid.cells {
        cell.row -= start;
    }
    grid.rows = end - start;
    Some(Block::Grid(grid))
}
