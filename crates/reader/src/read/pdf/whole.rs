//! A table over all its pages: a part on the next page is joined to it, headings that are repeated
//! there dropped, a row that the page broke made whole.
use super::table::{Table, TableCell};
use crate::{document::Doubt, read::MAX_COLUMNS};
use std::collections::BTreeMap;

/// Maximum distance between edges that are the same.
const SAME: f32 = 3.0;

/// Rows at heights that differ by less are level.
const SAME_HEIGHT: f32 = 1.0;
/// Minimum number of rows at the same heights that are not coincidence.
const LEAST_ROWS: usize = 3;

/// Maximum number of rows that a cell covers at the end of a page.
const MOST_SPANNED: usize = 200;
/// At most one cell in this many cuts its text off.
const MOST_CUT: usize = 20;

/// A table, its parts on all pages joined.
#[derive(Debug, Clone)]
pub(super) struct Whole {
    /// What stands above its first part, without blanks.
    pub above: Vec<String>,
    /// Edges of columns.
    edges: Vec<f32>,
    /// Number of rows.
    pub rows: usize,
    /// Cells of all pages, row by row.
    pub cells: Vec<Placed>,
    /// Page of its last part.
    page: u32,
    /// Edges of rows, as long as it stands on one page from top to bottom.
    heights: Option<Vec<f32>>,
    /// Whether ruling lines make its cells.
    pub is_ruled: bool,
    /// Whether it is known which columns a heading reaches over.
    pub spans_known: bool,
    /// Whether a page beside it could not be read.
    pub is_incomplete: bool,
}

/// A cell, and the page it is on; its row counts from the first page.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    /// The page, from 1.
    pub page: u32,
    /// The cell.
    pub cell: TableCell,
}

impl Whole {
    /// The table that begins with this part, below these lines.
    pub fn new(part: Table, above: Vec<String>) -> Self {
        let mut whole = Whole {
            above,
            edges: part.columns.clone(),
            rows: 0,
            cells: Vec::new(),
            page: part.page,
            heights: Some(part.rows.clone()),
            is_incomplete: false,
            is_ruled: part.is_ruled,
            spans_known: part.spans_known,
        };
        whole.append(part, 0);
        whole
    }

    /// Its first and its last page.
    pub fn pages(&self) -> (u32, u32) {
        let first = self.cells.iter().map(|it| it.page).min();
        (first.unwrap_or(self.page), self.page)
    }

    /// Why it may not hold what the file means.
    pub fn doubt(&self) -> Option<Doubt> {
        let is_written = |it: &&Placed| !it.cell.lines.is_empty();
        let is_cut = |it: &&Placed| it.cell.is_cut_off();
        let written = self.cells.iter().filter(is_written).count();
        let cut = self.cells.iter().filter(is_cut).count();
        if !self.is_ruled {
            Some(Doubt::Aligned)
        } else if self.is_incomplete {
            Some(Doubt::Incomplete)
        } else {
            (cut * MOST_CUT > written).then_some(Doubt::CutOff)
        }
    }

    /// Number of columns.
    pub fn columns(&self) -> usize {
        self.edges.len().saturating_sub(1)
    }

    /// Whether a part goes on with this table. `between` are the lines between them, each with its
    /// page: none, or the very lines that stand above the first part.
    pub fn is_continued_by(&self, part: &Table, between: &[(u32, String)]) -> bool {
        if part.continues && between.is_empty() && !self.is_ruled {
            return true;
        }
        let start = self.above.len().checked_sub(between.len());
        let above = start
            .and_then(|it| self.above.get(it..))
            .unwrap_or_default();
        let is_repeated = between.len() <= above.len()
            && between.iter().all(|it| it.0 == part.page)
            && above.iter().eq(between.iter().map(|it| &it.1));
        let is_ruled = self.is_ruled && part.is_ruled;
        is_ruled && part.page == self.page + 1 && is_repeated && self.fits(part)
    }

    /// Whether a part has the same columns, or some of their edges: a total row merges columns.
    fn fits(&self, part: &Table) -> bool {
        let ends = |edges: &[f32]| edges.first().copied().zip(edges.last().copied());
        let (Some(own), Some(other)) = (ends(&self.edges), ends(&part.columns)) else {
            return false;
        };
        let is_as_wide = (own.0 - other.0).abs() <= SAME && (own.1 - other.1).abs() <= SAME;
        let is_merged = has_all(&self.edges, &part.columns);
        let is_finer = has_all(&part.columns, &self.edges);
        is_as_wide
            && (is_merged || is_finer)
            && (part.columns.len() > 2 || part.columns.len() == self.edges.len())
    }

    /// Whether a part has the rest of the columns: a sheet too wide for its page goes on on the
    /// next one, its rows at the very same heights.
    pub fn is_widened_by(&self, part: &Table, between: &[(u32, String)]) -> bool {
        let same = |heights: &Vec<f32>| {
            let mut pairs = heights.iter().zip(&part.rows);
            heights.len() == part.rows.len() && pairs.all(|(a, b)| (a - b).abs() <= SAME_HEIGHT)
        };
        self.is_ruled
            && part.is_ruled
            && part.page == self.page + 1
            && between.is_empty()
            && self.columns() + part.columns.len() <= MAX_COLUMNS
            && self.rows >= LEAST_ROWS
            && self.heights.as_ref().is_some_and(same)
    }

    /// Joins the columns of a part at the right.
    pub fn widen(&mut self, part: Table) {
        let columns = self.columns();
        let (end, start) = (self.edges.last().copied(), part.columns.first().copied());
        let shift = end.unwrap_or(0.0) - start.unwrap_or(0.0);
        self.edges
            .extend(part.columns.iter().skip(1).map(|it| it + shift));
        self.page = part.page;
        for mut cell in part.cells {
            cell.slot.column += columns;
            let page = part.page;
            self.cells.push(Placed { page, cell });
        }
        self.cells
            .sort_by_key(|it| (it.cell.slot.row, it.cell.slot.column));
    }

    /// Joins a part that goes on with this table.
    pub fn join(&mut self, mut part: Table) {
        self.heights = None;
        if has_all(&self.edges, &part.columns) {
            let cells = part.cells.iter_mut();
            spread(cells, &part.columns, &self.edges);
        } else {
            spread(
                self.cells.iter_mut().map(|it| &mut it.cell),
                &self.edges,
                &part.columns,
            );
            self.edges.clone_from(&part.columns);
        }
        let repeated = self.repeated(&part);
        self.page = part.page;
        self.append(part, repeated);
    }

    /// How many rows at the top of a part repeat the headings.
    fn repeated(&self, part: &Table) -> usize {
        let top = self.cells.iter().map(|it| &it.cell);
        let own = texts_by_row(top.take_while(|it| it.slot.row < part.rows.len()));
        let other = texts_by_row(part.cells.iter());
        let pairs = own.iter().zip(&other);
        pairs
            .take_while(|(own, other)| own == other && own.1.iter().any(|it| !it.is_empty()))
            .count()
    }

    /// Adds the rows of a part behind the first `skipped`.
    fn append(&mut self, part: Table, skipped: usize) {
        let (page, down) = (part.page, part.rows.len().saturating_sub(1));
        let start = self.rows;
        let mut cells: Vec<TableCell> = part.cells;
        cells.retain(|it| it.slot.row >= skipped);
        let broken = usize::from(start > 0 && self.is_broken(&cells, skipped));
        for mut cell in cells {
            cell.slot.row = start + cell.slot.row - skipped;
            if broken == 1 && cell.slot.row == start {
                self.extend_last_row(cell);
            } else {
                cell.slot.row -= broken;
                self.cells.push(Placed { page, cell });
            }
        }
        self.rows = start + down.saturating_sub(skipped + broken);
    }

    /// Whether the first row of a part is the rest of the last row: nothing at the left, no figure,
    /// and words only where those of the last row can go on.
    fn is_broken(&self, cells: &[TableCell], row: usize) -> bool {
        let first: Vec<&TableCell> = cells.iter().filter(|it| it.slot.row == row).collect();
        let is_low = |it: &&TableCell| it.slot.row_span == 1;
        let last = |column: usize| {
            let above = self.cells.iter().rev().map(|it| &it.cell);
            let mut above = above.take_while(|it| it.slot.row + MOST_SPANNED >= self.rows);
            above.find(|it| it.slot.row + 1 == self.rows && it.slot.column == column)
        };
        let is_led = last(0).is_some_and(|it| !it.lines.is_empty());
        let goes_on =
            |it: &&TableCell| last(it.slot.column).is_some_and(|above| above.goes_on(it, is_led));
        let written: Vec<&TableCell> = first
            .iter()
            .copied()
            .filter(|it| !it.lines.is_empty())
            .collect();
        first.iter().all(is_low)
            && !written.is_empty()
            && written.iter().all(|it| it.slot.column > 0)
            && written.iter().all(goes_on)
    }

    fn extend_last_row(&mut self, rest: TableCell) {
        let row = self.rows.saturating_sub(1);
        let above = self
            .cells
            .iter_mut()
            .rev()
            .find(|it| it.cell.slot.row == row && it.cell.slot.column == rest.slot.column);
        if let Some(above) = above {
            above.cell.lines.extend(rest.lines);
        }
    }
}

/// Whether every edge of `some` is one of `all`.
fn has_all(all: &[f32], some: &[f32]) -> bool {
    some.iter().all(|it| position(all, *it).is_some())
}

fn position(edges: &[f32], at: f32) -> Option<usize> {
    edges.iter().position(|it| (it - at).abs() <= SAME)
}

/// Sets cells of some columns into finer ones.
fn spread<'a>(cells: impl Iterator<Item = &'a mut TableCell>, own: &[f32], finer: &[f32]) {
    let places: Vec<usize> = own
        .iter()
        .map(|it| position(finer, *it).unwrap_or(0))
        .collect();
    for cell in cells {
        let place = |column: usize| places.get(column).copied().unwrap_or(column);
        let start = place(cell.slot.column);
        let end = place(cell.slot.column + cell.slot.column_span);
        cell.slot.column = start;
        cell.slot.column_span = end.saturating_sub(start).max(1);
    }
}

/// Texts without blanks, with their columns, row by row.
fn texts_by_row<'a>(cells: impl Iterator<Item = &'a TableCell>) -> Vec<(usize, Vec<String>)> {
    let mut rows: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for cell in cells {
        let text = cell.text().split_whitespace().collect();
        rows.entry(cell.slot.row).or_default().push(text);
    }
    rows.into_iter().collect()
}
