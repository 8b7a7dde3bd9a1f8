//! The grids of a table with their cells by position.
use super::super::{Layout, identify::Half};
use crate::{
    document::{Block, Cell, Document, Doubt, Grid},
    money::{Printed, read_figure},
    words::sum_label,
};

/// One grid of a table.
pub struct Page<'a> {
    grid: &'a Grid,
    positions: Vec<Option<usize>>,
    /// Its block in the document.
    pub block: usize,
    /// Behind the last heading row.
    pub body: usize,
}

/// A body row: which page of the table, and which row of its grid.
pub type Line = (usize, usize);

impl<'a> Page<'a> {
    /// The cell that covers a position.
    pub fn cell(&self, row: usize, column: usize) -> Option<&'a Cell> {
        if row >= self.grid.rows || column >= self.grid.columns {
            return None;
        }
        let index = self.positions.get(row * self.grid.columns + column)?;
        let cell = &self.grid.cells[(*index)?];
        // A heading merged too far down leaves the body blank.
        (cell.row >= self.body || row < self.body).then_some(cell)
    }

    /// The text at a position; empty if blank.
    pub fn text(&self, row: usize, column: usize) -> &'a str {
        self.cell(row, column).map_or("", |it| it.text.as_str())
    }

    /// The column behind the cell that covers a position.
    pub fn behind(&self, row: usize, column: usize) -> usize {
        let at = |column: usize| self.positions.get(row * self.grid.columns + column);
        let mut columns = column..self.grid.columns;
        let other = columns.find(|it| at(*it) != at(column));
        other.unwrap_or(self.grid.columns)
    }

    /// Where spans are not known, a sum that has no figure of its own, while a later half has one
    /// without words, reaches over to that one.
    pub fn join(&mut self, row: usize, halves: &[Half]) {
        let is_lined_up = self.grid.doubt == Some(Doubt::Aligned);
        if self.grid.spans_known && !is_lined_up {
            return;
        }
        let blank = |columns: &[usize]| {
            columns
                .iter()
                .all(|it| self.text(row, *it).trim().is_empty())
        };
        let words = |half: &Half| blank(&half.labels) && blank(&half.codes);
        let joined = halves.windows(2).enumerate().find_map(|(index, pair)| {
            let sums = |it: &&usize| sum_label(self.text(row, **it)).is_some();
            let mut texts = pair[0].labels.iter().rev().chain(&pair[0].codes);
            let label = texts.find(sums)?;
            let mut later = halves[index + 1..].iter().take_while(|it| words(it));
            let figure = later.find_map(|it| it.amounts.iter().find(|it| !blank(&[**it])))?;
            blank(&pair[0].amounts).then_some((*label, *figure))
        });
        if let Some((label, figure)) = joined {
            let from = row * self.grid.columns;
            let cell = self.positions[from + label];
            self.positions[from + label..from + figure].fill(cell);
        }
    }

    /// The row below the headings, if the grid has one.
    pub fn first_row(&self) -> Option<usize> {
        (self.body < self.grid.rows).then_some(self.body)
    }
}

/// The grid of a part of a table.
pub fn page<'a>(document: &'a Document, part: &Layout) -> Option<Page<'a>> {
    match document.blocks.get(part.block)? {
        Block::Grid(grid) => Some(Page {
            grid,
            positions: grid.positions(),
            block: part.block,
            body: part.headings.1,
        }),
        Block::Paragraph(_) => None,
    }
}

/// The column behind a label that reaches over this position from the left.
pub fn reaches_over(page: &Page, row: usize, position: usize) -> Option<usize> {
    let cell = page.cell(row, position)?;
    let is_label = matches!(read_figure(&cell.text), Printed::Unreadable);
    (cell.column < position && is_label).then(|| page.behind(row, position))
}
