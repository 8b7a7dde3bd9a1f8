//! Columns that are only lined up with blanks, as some PDF viewers copy tables. Which cells are
//! blank cannot be told from such text, so it is not read as a table, and that is said.
use super::lines::Line;
use crate::{
    document::Where,
    note::{LostKind, Note},
};

/// So many lines in a row with columns make a table.
const LEAST_ROWS: usize = 3;

/// Watches the lines that are not in a table.
#[derive(Default)]
pub(super) struct Aligned {
    rows: usize,
    start: u32,
    found: Option<u32>,
}

impl Aligned {
    /// Looks at the next line.
    pub(super) fn look_at(&mut self, line: &Line<'_>) {
        if !has_columns(line.text) {
            self.rows = 0;
            return;
        }
        if self.rows == 0 {
            self.start = line.number;
        }
        self.rows += 1;
        if self.rows == LEAST_ROWS {
            self.found.get_or_insert(self.start);
        }
    }

    /// What to tell of the first such table.
    pub(super) fn note(&self) -> Option<Note> {
        let note = Note::new(
            "这里像是用空格对齐的表格，无法可靠地分清各列，未作为表格读取。请改用原文件，或从网页、Word、Excel 中复制。",
            "This looks like a table lined up with blanks. Its columns cannot be told reliably, so it is not read as one. Use the original file, or copy from a web page, Word or Excel.",
        );
        self.found.map(|line| {
            note.lost(LostKind::Tables, 1).at(Where::Text {
                line,
                column: 1,
                end_column: 1,
            })
        })
    }
}

/// Three or more columns with wide gaps between them, one of them a figure.
fn has_columns(text: &str) -> bool {
    const WIDE: usize = 2;
    let mut columns = 0;
    let mut has_figure = false;
    let mut blanks = WIDE;
    for sign in text.trim().chars() {
        if sign.is_whitespace() {
            blanks += 1;
            continue;
        }
        if blanks >= WIDE {
            columns += 1;
            has_figure |= sign.is_ascii_digit();
        }
        blanks = 0;
    }
    columns >= 3 && has_figure
}
