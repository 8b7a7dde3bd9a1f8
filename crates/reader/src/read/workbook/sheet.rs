//! A sheet → paragraphs and grids.
//!
//! A row with one cell is a paragraph, its lines those of the cell, unless it stands in a table and
//! is no running text. Blank columns are left out, and of several blank rows all but one: a sheet
//! may have a million of them.
use crate::{
    document::{Cell, Grid, HiddenCell, Where},
    read::{
        Failure, MAX_CELLS, MAX_COLUMNS, flow::Flow, ideographs::unified_sign, lines::is_unseen,
        shape,
    },
};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
};

/// A longer text with the signs of a sentence, alone in its row, is no cell of a table.
const LONGEST_CELL: usize = 40;
/// Most bytes of text that the cells of a sheet hold; one text may be said in every cell.
pub(super) const MAX_SHEET_TEXT: usize = 32 << 20;
/// Signs that a sentence may end with.
const TAIL: usize = 3;

/// Maximum number of rows or columns of a merged cell examined.
const MOST_MERGED: usize = 1_000;

/// What is not seen on a sheet.
#[derive(Debug, Default)]
pub(super) struct Hidden {
    /// Hidden rows that hold something.
    pub rows: BTreeSet<u32>,
    /// Hidden columns that hold something.
    pub columns: BTreeSet<u32>,
    /// How many cells are hidden by themselves.
    pub alone: usize,
    /// What they hold.
    pub cells: Vec<HiddenCell>,
}

/// A sheet as the file has it.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub is_hidden: bool,
    /// What is printed, by row and column from 0; lines of a cell are parted by `\n`.
    pub cells: BTreeMap<(u32, u32), String>,
    /// Merged cells by their first row and column: rows and columns covered.
    pub merged: BTreeMap<(u32, u32), (u32, u32)>,
    /// Rows that are not seen, from 0.
    pub hidden_rows: BTreeSet<u32>,
    /// Columns that are not seen, from 0.
    pub hidden_columns: Vec<RangeInclusive<u32>>,
    /// Cells of which nothing is seen, though their rows and columns are.
    pub hidden_cells: Vec<((u32, u32), String)>,
    /// Formulas without a result.
    pub bare_formulas: usize,
    /// Bytes of text that its cells hold.
    pub text_bytes: usize,
}

impl Sheet {
    /// Adds what a cell prints, if that is anything and a sheet has room for it.
    pub(super) fn put(&mut self, row: u32, column: u32, text: &str) {
        self.text_bytes += text.len();
        if self.text_bytes > MAX_SHEET_TEXT {
            return;
        }
        let text: String = text
            .chars()
            .filter(|it| !is_unseen(*it))
            .map(unified_sign)
            .collect();
        if !text.trim().is_empty() {
            self.cells.insert(
                (row, column),
                text.replace("\r\n", "\n").replace('\r', "\n"),
            );
        }
    }

    /// Whether nothing is printed on it.
    pub(super) fn is_blank(&self) -> bool {
        self.cells.is_empty()
    }

    /// Takes off what is not seen on it, unless nothing would be left.
    pub(super) fn take_hidden(&mut self) -> Hidden {
        let mut hidden = Hidden::default();
        let cells = std::mem::take(&mut self.cells);
        let (unseen, seen): (BTreeMap<_, _>, BTreeMap<_, _>) =
            cells.into_iter().partition(|(at, _)| !self.is_seen(*at));
        for (row, column) in unseen.keys() {
            hidden.rows.extend(self.is_row_hidden(*row).then_some(*row));
            hidden
                .columns
                .extend(self.is_column_hidden(*column).then_some(*column));
        }
        hidden.alone = self.hidden_cells.len();
        if seen.is_empty() {
            self.cells = unseen;
            return hidden;
        }
        self.cells = seen;
        let alone = std::mem::take(&mut self.hidden_cells);
        let cells = unseen.into_iter().chain(alone);
        hidden.cells = cells
            .map(|((row, column), text)| HiddenCell {
                at: self.place(row, column),
                text,
            })
            .collect();
        hidden
    }

    fn is_row_hidden(&self, row: u32) -> bool {
        self.hidden_rows.contains(&row)
    }

    fn is_column_hidden(&self, column: u32) -> bool {
        self.hidden_columns.iter().any(|it| it.contains(&column))
    }

    /// Whether anything of a cell is seen: one that is merged may reach beyond what is hidden.
    fn is_seen(&self, (row, column): (u32, u32)) -> bool {
        let (high, wide) = self.merged.get(&(row, column)).copied().unwrap_or((1, 1));
        let mut rows = (row..row.saturating_add(high)).take(MOST_MERGED);
        let mut columns = (column..column.saturating_add(wide)).take(MOST_MERGED);
        rows.any(|it| !self.is_row_hidden(it)) && columns.any(|it| !self.is_column_hidden(it))
    }

    /// Adds what is on it, in reading order.
    pub(super) fn lay_out(&self, flow: &mut Flow) -> Result<(), Failure> {
        flow.end_blocks();
        self.push_name(flow);
        let mut rows: BTreeMap<u32, Vec<(u32, &str)>> = BTreeMap::new();
        for ((row, column), text) in &self.cells {
            rows.entry(*row).or_default().push((*column, text));
        }
        let mut table = Vec::new();
        for (row, cells) in &rows {
            match cells[..] {
                // The first row of a table has several cells.
                [(column, text)] if table.is_empty() || is_paragraph(text) => {
                    flow.push_grid(self.grid(&std::mem::take(&mut table))?)?;
                    self.push_text(*row, column, text, flow);
                }
                _ => table.push(*row),
            }
        }
        flow.push_grid(self.grid(&table)?)?;
        flow.end_blocks();
        Ok(())
    }

    /// The name of a sheet stands for the title of a table that has none.
    fn push_name(&self, flow: &mut Flow) {
        let is_titled = self.cells.values().any(|it| shape::is_table_title(it));
        if shape::is_table_title(&self.name) && !is_titled {
            flow.push_at(&self.name, self.place(0, 0));
            flow.end_paragraph();
        }
    }

    fn push_text(&self, row: u32, column: u32, text: &str, flow: &mut Flow) {
        for line in text.split('\n') {
            flow.push_at(line, self.place(row, column));
        }
        flow.end_paragraph();
    }

    fn place(&self, row: u32, column: u32) -> Where {
        Where::Sheet {
            sheet: self.name.clone(),
            cell: format!("{}{}", letters(column), row + 1),
        }
    }

    /// The grid of these rows, which all hold something.
    fn grid(&self, rows: &[u32]) -> Result<Grid, Failure> {
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
            return Ok(Grid::default());
        };
        let cells = || self.cells.range((*first, 0)..=(*last, u32::MAX));
        let columns: BTreeSet<u32> = cells().map(|((_, column), _)| *column).collect();
        let columns: Vec<u32> = columns.into_iter().collect();
        let rows = with_gaps(rows);
        if columns.len() > MAX_COLUMNS {
            return Err(Failure::too_large(
                "表格列数",
                "columns of a table",
                MAX_COLUMNS,
            ));
        }
        if columns.len() * rows.len() > MAX_CELLS {
            return Err(Failure::too_many_cells());
        }
        let cell = |((row, column), text): (&(u32, u32), &String)| {
            let (high, wide) = self.merged.get(&(*row, *column)).copied().unwrap_or((1, 1));
            let (start, row_span) = covered(&rows, *row, high)?;
            let (left, column_span) = covered(&columns, *column, wide)?;
            Some(Cell {
                row: start,
                column: left,
                row_span,
                column_span,
                text: text.replace('\n', " ").trim().to_owned(),
                at: self.place(*row, *column),
            })
        };
        Ok(Grid {
            rows: rows.len(),
            columns: columns.len(),
            cells: cells().filter_map(cell).collect(),
            spans_known: true,
            doubt: None,
        })
    }
}

/// Whether a text that is alone in its row is no cell of a table: the title of the next one, or
/// running text.
fn is_paragraph(text: &str) -> bool {
    let ends = shape::tail(text, TAIL);
    let is_long = text.chars().count() > LONGEST_CELL;
    ends.ends_with('表')
        || shape::has_sentence_sign(text) && (is_long || shape::ends_sentence(&ends))
}

/// The rows, and one more wherever others were left out between two.
fn with_gaps(rows: &[u32]) -> Vec<u32> {
    let mut kept: Vec<u32> = Vec::with_capacity(rows.len());
    for row in rows {
        if kept.last().is_some_and(|last| last + 1 < *row) {
            kept.push(row - 1);
        }
        kept.push(*row);
    }
    kept
}

/// Which of the kept rows or columns these are: the first, and how many.
fn covered(kept: &[u32], first: u32, count: u32) -> Option<(usize, usize)> {
    let start = kept.binary_search(&first).ok()?;
    let behind = kept.partition_point(|it| *it < first.saturating_add(count));
    Some((start, (behind - start).max(1)))
}

/// A, …, Z, AA
fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.push(char::from(b'A' + (rest % 26) as u8));
        match (rest / 26).checked_sub(1) {
            Some(more) => rest = more,
            None => break,
        }
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_sheet() {
        let named = [0, 25, 26, 701, 702, 16_383].map(letters);
        assert_eq!(named, ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn a_million_blank_rows_are_one() {
        assert_eq!(with_gaps(&[0, 1, 1_048_575]), [0, 1, 1_048_574, 1_048_575]);
    }
}
