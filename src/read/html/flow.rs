//! Marks → blocks: paragraphs, and tables that are more than a frame around them.
use super::{
    marks::{Kind, Mark},
    table,
};
use crate::{
    document::{Block, Paragraph, Where},
    read::{
        Failure, captions,
        lines::is_unseen,
        paragraphs::{self, Piece},
    },
};

/// Frames inside frames are looked into so deep.
const MOST_FRAMES: usize = 16;

/// The blocks of a page, in reading order.
pub(super) fn blocks(marks: &[Mark<'_>]) -> Result<Vec<Block>, Failure> {
    let mut flow = Flow::default();
    let mut next = 0;
    while let Some(mark) = marks.get(next) {
        next += 1;
        match mark {
            Mark::Open(Kind::Table) => {
                let length = table::length(&marks[next..]);
                let inner = &marks[next..next + length];
                if flow.frames < MOST_FRAMES && table::is_frame(inner) {
                    flow.frames += 1;
                    flow.end_paragraph();
                } else {
                    flow.push_table(inner)?;
                    next += length + 1;
                }
            }
            Mark::Close(Kind::Table) => {
                flow.frames -= 1;
                flow.end_paragraph();
            }
            Mark::Open(_) | Mark::Close(_) => flow.end_paragraph(),
            Mark::Break => flow.end_line(),
            Mark::Text(text) => push_text(&mut flow.line, text),
        }
    }
    flow.end_blocks();
    Ok(flow.blocks)
}

#[derive(Default)]
struct Flow {
    blocks: Vec<Block>,
    pieces: Vec<Piece>,
    line: String,
    gap: usize,
    paragraphs: u32,
    /// Whether the paragraph that is open has text already.
    is_counted: bool,
    tables: u32,
    cells: usize,
    frames: usize,
}

impl Flow {
    fn end_line(&mut self) {
        let text = tidy(&std::mem::take(&mut self.line));
        if text.is_empty() {
            self.gap += 1;
            return;
        }
        self.paragraphs += u32::from(!self.is_counted);
        self.is_counted = true;
        let at = Where::Paragraph {
            paragraph: self.paragraphs,
        };
        let paragraph = Paragraph {
            text,
            pieces: vec![(0, at)],
        };
        let gap = std::mem::take(&mut self.gap);
        self.pieces.push(Piece { paragraph, gap });
    }

    fn end_paragraph(&mut self) {
        if !self.line.trim().is_empty() {
            self.end_line();
        }
        self.line.clear();
        // The space between two paragraphs is one blank line, however many elements end there.
        self.gap = self.gap.max(1);
        self.is_counted = false;
    }

    fn end_blocks(&mut self) {
        self.end_paragraph();
        let joined = paragraphs::join(std::mem::take(&mut self.pieces));
        self.blocks.extend(joined.into_iter().map(Block::Paragraph));
        self.gap = 0;
    }

    fn push_table(&mut self, marks: &[Mark<'_>]) -> Result<(), Failure> {
        self.end_paragraph();
        for caption in table::captions(marks) {
            self.line = caption;
            self.end_paragraph();
        }
        self.end_blocks();
        let grid = table::grid(marks, self.tables + 1, &mut self.cells)?;
        if grid.rows > 0 {
            self.tables += 1;
            self.blocks.extend(captions::parted(grid));
        }
        Ok(())
    }
}

/// Adds text as a browser shows it: white space is one blank, but a line break of the source
/// between Chinese characters is none.
pub(super) fn push_text(line: &mut String, text: &str) {
    let is_space = |c: char| c.is_ascii_whitespace();
    let mut rest = text;
    while !rest.is_empty() {
        let body = rest.trim_start_matches(is_space);
        let space = &rest[..rest.len() - body.len()];
        let end = body.find(is_space).unwrap_or(body.len());
        let breaks_chinese =
            space.contains(['\n', '\r']) && line.ends_with(is_wide) && body.starts_with(is_wide);
        if !space.is_empty() && !breaks_chinese && !line.ends_with(' ') {
            line.push(' ');
        }
        line.extend(body[..end].chars().filter(|c| !is_unseen(*c)));
        rest = &body[end..];
    }
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}' | '“' | '”' | '…' | '—')
}

/// The text without blanks at its ends.
pub(super) fn tidy(text: &str) -> String {
    text.trim().to_owned()
}
