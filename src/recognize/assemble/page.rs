//! The grids of a table with their cells by position.
use super::super::Layout;
use crate::document::{Block, Cell, Document, Grid};

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
