//! Captions that stand in cells: a spreadsheet has the title of a table, 编制单位： and 单位：万元
//! in rows above it, and a remark in one below. A row of nothing but captions is no row of the
//! table; it becomes paragraphs, and the rows on either side grids of their own. So do words alone
//! in their row between the start of a table and such a caption.
use super::shape::{self, Shape};
use crate::{
    document::{Block, Cell, Grid, Paragraph},
    money::{Printed, read_figure},
    offset::ByteOffset,
};
use std::collections::HashSet;

/// Minimum number of headings beside the first one that begin another table.
const LEAST_HEADS: usize = 2;
/// Minimum number of figures in a column of figures.
const LEAST_FIGURES: usize = 2;
/// Minimum number of rows of a table with headings.
const LEAST_ROWS: usize = 3;

/// The grid with its captions taken out, in reading order.
pub(super) fn parted(grid: Grid) -> Vec<Block> {
    let captions = caption_rows(&grid);
    let heads = head_rows(&grid);
    if !captions.contains(&true) && !heads.contains(&true) {
        return vec![Block::Grid(without_margin(grid))];
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
        if heads[row] {
            blocks.extend(closed(std::mem::take(&mut open)));
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

/// For each row, whether another table begins with it: words over columns that held nothing but
/// figures, other words than those at the top, and figures right below each of them.
fn head_rows(grid: &Grid) -> Vec<bool> {
    let mut rows: Vec<Vec<&Cell>> = vec![Vec::new(); grid.rows];
    for cell in grid.cells.iter().filter(|it| !it.text.is_empty()) {
        rows[cell.row].push(cell);
    }
    let is_figure = |it: &Cell| matches!(read_figure(&it.text), Printed::Figure(_));
    let is_word = |it: &Cell| it.text.chars().any(char::is_alphabetic) && !is_figure(it);
    let mut figures = vec![0usize; grid.columns];
    let mut has_words = vec![false; grid.columns];
    let mut heads = vec![false; grid.rows];
    let mut said: HashSet<&str> = HashSet::new();
    for row in 0..grid.rows {
        let cells = &rows[row];
        let over: Vec<usize> = cells.iter().skip(1).map(|it| it.column).collect();
        let below = rows.get(row + 1);
        let has_figure = |column: usize| {
            below.is_some_and(|it| it.iter().any(|it| it.column == column && is_figure(it)))
        };
        let is_new = || {
            let mut texts = cells.iter().skip(1).map(|it| it.text.trim());
            texts.all(|it| !said.contains(it))
        };
        heads[row] = over.len() >= LEAST_HEADS
            && cells
                .iter()
                .all(|it| is_word(it) && it.column_span == 1 && it.row_span == 1)
            && over.iter().all(|it| has_figure(*it))
            && over
                .iter()
                .any(|it| figures[*it] >= LEAST_FIGURES && !has_words[*it])
            && is_new();
        if heads[row] {
            figures.fill(0);
            has_words.fill(false);
        }
        let has_figures = cells.iter().any(|it| is_figure(it));
        for cell in cells {
            if is_figure(cell) {
                figures[cell.column] += 1;
            } else if figures[cell.column] > 0 || has_figures {
                has_words[cell.column] |= is_word(cell);
            }
            if !has_figures {
                said.insert(cell.text.trim());
            }
        }
    }
    heads
}

/// For each row, whether it is nothing but captions.
fn caption_rows(grid: &Grid) -> Vec<bool> {
    let mut rows: Vec<Vec<&Cell>> = vec![Vec::new(); grid.rows];
    let mut is_apart = vec![true; grid.rows];
    for cell in &grid.cells {
        if !cell.text.is_empty() {
            rows[cell.row].push(cell);
        }
        if cell.row_span > 1 {
            let end = (cell.row + cell.row_span).min(grid.rows);
            is_apart[cell.row..end].fill(false);
        }
    }
    let left = left_in_print(grid);
    let mut captions = vec![false; grid.rows];
    let mut words = Vec::new();
    let mut is_above_headings = true;
    for (row, cells) in rows.iter().enumerate() {
        if is_apart[row] && is_captions(cells) {
            words
                .drain(..)
                .for_each(|above: usize| captions[above] = true);
            captions[row] = true;
            is_above_headings = true;
        } else if is_above_headings && is_apart[row] && is_words_across(cells, left, grid.columns) {
            words.push(row);
        } else if !cells.is_empty() {
            words.clear();
            is_above_headings = false;
        }
    }
    captions
}

/// Whether a row holds words that stand for the whole table: alone, from its left side on, and in
/// one cell or over all columns. Words over some of the columns are their heading.
fn is_words_across(cells: &[&Cell], left: usize, columns: usize) -> bool {
    let [only] = cells else { return false };
    let is_whole = only.column_span == 1 || only.column + only.column_span >= columns;
    only.column <= left && is_whole && shape::shape(&only.text) == Shape::Plain
}

fn is_captions(cells: &[&Cell]) -> bool {
    if let [only] = cells {
        return shape::is_table_title(&only.text)
            || shape::tail(&only.text, 2) == "总表"
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
        pieces: vec![(ByteOffset(0), cell.at)],
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
    Some(Block::Grid(without_margin(grid)))
}

/// The grid without the blank columns at its left: a sheet often begins in column B. Only where the
/// first row are headings; else a table may go on from the page before, with the same columns.
fn without_margin(mut grid: Grid) -> Grid {
    let left = left_in_print(&grid);
    if left == 0 || grid.rows < LEAST_ROWS || !starts_with_words(&grid) {
        return grid;
    }
    for cell in &mut grid.cells {
        let end = cell.column + cell.column_span;
        cell.column = cell.column.max(left) - left;
        cell.column_span = end.saturating_sub(left) - cell.column;
    }
    grid.cells.retain(|cell| cell.column_span > 0);
    grid.columns -= left;
    grid
}

/// The first column that something stands in.
fn left_in_print(grid: &Grid) -> usize {
    let printed = grid.cells.iter().filter(|cell| !cell.text.is_empty());
    printed.map(|cell| cell.column).min().unwrap_or(0)
}

/// Whether no figure stands in the first row.
fn starts_with_words(grid: &Grid) -> bool {
    let mut first = grid.cells.iter().filter(|cell| cell.row == 0);
    !first.any(|cell| matches!(read_figure(&cell.text), Printed::Figure(_)))
}
