//! Tables pasted one cell a line, as some pages and phones copy them. Where a row ends cannot be
//! told from such text, so it is not read as a table, and that is said.
use super::{
    lines::Line,
    shape::{self, Shape},
};
use crate::{
    document::Where,
    note::{LostKind, Note},
    offset::CharColumn,
};

/// Minimum number of amounts on lines of their own that make a table.
const LEAST_FIGURES: usize = 6;
/// Maximum length of a cell, in characters.
const LONGEST_CELL: usize = 40;

/// Watches the lines that are not in a table.
#[derive(Default)]
pub(super) struct Stacked {
    figures: usize,
    start: u32,
    found: Option<u32>,
}

impl Stacked {
    /// Looks at the next line that is not blank.
    pub(super) fn look_at(&mut self, line: &Line<'_>) {
        let plain = shape::plain(line.text, LONGEST_CELL + 1);
        if plain.chars().count() > LONGEST_CELL || shape::has_sentence_sign(&plain) {
            self.figures = 0;
        } else if plain.contains('.') && shape::shape(&plain) == Shape::Figure {
            if self.figures == 0 {
                self.start = line.number;
            }
            self.figures += 1;
            if self.figures == LEAST_FIGURES {
                self.found.get_or_insert(self.start);
            }
        }
    }

    /// What to tell of the first such table.
    pub(super) fn note(&self) -> Option<Note> {
        let note = Note::new(
            "这里像是表格，但每个单元格各占一行，无法可靠地分清各行各列，未作为表格读取。请改用原文件，或从网页、Word、Excel 中选中整张表格复制。",
            "This looks like a table with a line for each cell. Its rows and columns cannot be told reliably, so it is not read as one. Use the original file, or copy the whole table from a web page, Word or Excel.",
        );
        self.found.map(|line| {
            note.lost(LostKind::Tables, 1).at(Where::Text {
                line,
                column: CharColumn::FIRST,
                end_column: CharColumn::FIRST,
            })
        })
    }
}
