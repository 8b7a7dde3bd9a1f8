//! Paragraphs and grids in reading order, for formats that say where a paragraph ends.
use super::{Failure, MAX_CELLS, captions, paragraphs::Piece, stacked::Stacked};
use crate::{
    document::{Block, Grid, Paragraph, Where},
    offset::{ByteOffset, CharColumn},
};

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
    /// Column of the open paragraph at which the line begins.
    column: CharColumn,
    /// Whether the paragraph that is open has text already.
    is_counted: bool,
    tables: u32,
    cells: usize,
    stacked: Stacked,
}

impl Flow {
    /// Ends a line; a blank one is a gap.
    pub(super) fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let unwritten = std::mem::take(&mut self.unwritten);
        let body = line.trim_start();
        let column = self.column.behind(&line[..line.len() - body.len()]);
        self.column = self.column.behind(&line[unwritten..]).behind(" ");
        let text = body.trim_end();
        if text.is_empty() {
            self.gap += 1;
            return;
        }
        self.paragraphs += u32::from(!self.is_counted);
        self.is_counted = true;
        let written = text.floor_char_boundary(unwritten);
        let at = |text: &str| Where::Paragraph {
            paragraph: self.paragraphs,
            column,
            end_column: column.behind(text),
        };
        let mut pieces = vec![(ByteOffset(written), at(&text[written..]))];
        if written > 0 {
            pieces.insert(0, (ByteOffset(0), at("")));
        }
        self.push(text, pieces);
    }

    /// Adds a line that has a place of its own.
    pub(super) fn push_at(&mut self, line: &str, at: Where) {
        match line.trim() {
            "" => self.gap += 1,
            text => self.push(text, vec![(ByteOffset(0), at)]),
        }
    }

    fn push(&mut self, text: &str, pieces: Vec<(ByteOffset, Where)>) {
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
        self.column = CharColumn::FIRST;
        self.is_counted = false;
    }

    /// Ends the paragraphs before a table, or those at the end.
    pub(super) fn end_blocks(&mut self) {
        self.end_paragraph();
        let pieces = std::mem::take(&mut self.pieces);
        self.blocks.extend(self.stacked.blocks(pieces));
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
