//! Paragraphs and grids in reading order, for formats that say where a paragraph ends.
use super::{
    Failure, MAX_CELLS, captions,
    lines::length,
    paragraphs::{self, Piece},
};
use crate::document::{Block, Grid, Paragraph, Where};

/// The blocks so far, and the paragraph that is open.
#[derive(Debug, Default)]
pub(super) struct Flow {
    /// The line that is open.
    pub line: String,
    /// Bytes at the start of the line that an office program puts there by itself: its number.
    pub unwritten: usize,
    blocks: Vec<Block>,
    pieces: Vec<Piece>,
    gap: usize,
    paragraphs: u32,
    /// Characters of the open paragraph before the line.
    column: u32,
    /// Whether the paragraph that is open has text already.
    is_counted: bool,
    tables: u32,
    cells: usize,
}

impl Flow {
    /// Ends a line; a blank one is a gap.
    pub(super) fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let unwritten = std::mem::take(&mut self.unwritten);
        let body = line.trim_start();
        let before = self.column + length(&line[..line.len() - body.len()]);
        self.column += length(&line[unwritten..]) + 1;
        let text = body.trim_end();
        if text.is_empty() {
            self.gap += 1;
            return;
        }
        self.paragraphs += u32::from(!self.is_counted);
        self.is_counted = true;
        let at = |end_column| Where::Paragraph {
            paragraph: self.paragraphs,
            column: before + 1,
            end_column,
        };
        let end_column = before + 1 + length(text) - length(&line[..unwritten]);
        let mut pieces = vec![(0, at(end_column))];
        if unwritten > 0 {
            pieces = vec![
                (0, at(before + 1)),
                (unwritten.min(text.len()), at(end_column)),
            ];
        }
        self.push(text, pieces);
    }

    /// Adds a line that has a place of its own.
    pub(super) fn push_at(&mut self, line: &str, at: Where) {
        match line.trim() {
            "" => self.gap += 1,
            text => self.push(text, vec![(0, at)]),
        }
    }

    fn push(&mut self, text: &str, pieces: Vec<(usize, Where)>) {
        let paragraph = Paragraph {
            text: text.to_owned(),
            pieces,
        };
        let gap = std::mem::take(&mut self.gap);
        self.pieces.push(Piece { paragraph, gap });
    }

    /// Ends a paragraph.
    pub(super) fn end_paragraph(&mut self) {
        if !self.line.trim().is_empty() {
            self.end_line();
        }
        self.line.clear();
        self.unwritten = 0;
        // The space between two paragraphs is one blank line, however many elements end there.
        self.gap = self.gap.max(1);
        self.column = 0;
        self.is_counted = false;
    }

    /// Ends the paragraphs before a table, or those at the end.
    pub(super) fn end_blocks(&mut self) {
        self.end_paragraph();
        let joined = paragraphs::join(std::mem::take(&mut self.pieces));
        self.blocks.extend(joined.into_iter().map(Block::Paragraph));
        self.gap = 0;
    }

    /// Adds a table; its captions become paragraphs.
    pub(super) fn push_grid(&mut self, grid: Grid) -> Result<(), Failure> {
        if grid.rows == 0 {
            return Ok(());
        }
        self.end_blocks();
        self.cells += grid.rows * grid.columns;
        if self.cells > MAX_CELLS {
            return Err(Failure::too_many_cells());
        }
        self.tables += 1;
        self.blocks.extend(captions::parted(grid));
        Ok(())
    }

    /// The number of the next table, from 1; one without rows has none.
    pub(super) fn next_table(&self) -> u32 {
        self.tables + 1
    }

    /// The paragraph that is open or comes next, from 1.
    pub(super) fn paragraph(&self) -> u32 {
        self.paragraphs + u32::from(!self.is_counted)
    }

    /// The blocks, when all is done.
    pub(super) fn close(mut self) -> Vec<Block> {
        self.end_blocks();
        self.blocks
    }
}
