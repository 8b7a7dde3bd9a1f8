//! Tables without ruling lines. Where rows are evenly spaced and columns never touch, cells are told
//! from how the texts are lined up; where that is not so, the table is not read, and that is said.
use super::{
    flow::{Item, Sheet},
    geometry::Area,
    lattice::Slot,
    line::Line,
    table::{Table, TableCell},
};
use crate::{
    money::{Printed, read_figure},
    read::{
        columns::{self, Span, Text},
        shape::{self, Shape},
    },
};

/// A gap of more than this, in sizes, parts columns.
const GAP: f32 = 1.0;
/// Minimum number of rows with columns that make a table.
const LEAST_ROWS: usize = 3;
/// Minimum number of these rows that hold figures.
const LEAST_FIGURES: usize = 2;
/// Maximum number of consecutive lines with a single text.
const MOST_SINGLE: usize = 8;
/// Maximum distance between rows of one table, in font sizes.
const FAR: f32 = 4.0;
/// A line so near behind a table, in sizes, may belong to it.
const CLOSE: f32 = 2.0;
/// A row nearer to the one above than this part of the usual distance is a line of the same row.
const EVEN: f32 = 0.7;

/// What became of the lines of a page.
#[derive(Default)]
pub(super) struct Parted {
    /// Lines that are in no table.
    pub lines: Vec<Line>,
    /// Tables that were read.
    pub tables: Vec<Table>,
    /// Whether there are tables that were not.
    pub has_unread: bool,
}

/// A line with its parts.
struct Row {
    line: Line,
    parts: Vec<Line>,
}

impl Row {
    fn has_columns(&self) -> bool {
        self.parts.len() > 1
    }

    /// Whether a part is an amount, not only the number of a page.
    fn has_figure(&self) -> bool {
        let text = self.line.text();
        self.has_columns() && text.split_whitespace().any(is_amount)
    }
}

/// Takes the tables out of the lines of a page.
pub(super) fn part(page: u32, lines: Vec<Line>) -> Parted {
    let rows = lines.into_iter().map(|line| Row {
        parts: line.parted(GAP),
        line,
    });
    let rows: Vec<Row> = rows.collect();
    let mut parted = Parted::default();
    let mut next = 0;
    while let Some(rest) = rows.get(next..).filter(|it| !it.is_empty()) {
        let length = block(rest);
        let Some(block) = rest.get(..length).filter(|it| is_table(it)) else {
            parted.lines.extend(rest.first().map(|it| it.line.clone()));
            next += 1;
            continue;
        };
        let is_whole = !rest.get(length).is_some_and(|it| goes_on(block, it));
        match table(page, block).filter(|_| is_whole) {
            Some(table) => parted.tables.push(table),
            None => parted.has_unread = true,
        }
        next += length;
    }
    parted
}

/// Drops tables that may go on on the page before or behind, where they could not be joined. Gives
/// the numbers of their pages.
pub(super) fn drop_unfinished(sheets: &mut [Sheet]) -> Vec<u32> {
    let begins_anew = |it: &Sheet| match it.items.first() {
        Some(Item::Line(line)) => begins(line),
        Some(Item::Table(table)) => table.is_ruled,
        None => true,
    };
    let behind: Vec<bool> = sheets
        .iter()
        .skip(1)
        .map(begins_anew)
        .chain([true])
        .collect();
    let mut dropped = Vec::new();
    for (sheet, is_whole) in sheets.iter_mut().zip(behind) {
        let is_unruled = |it: &Item| matches!(it, Item::Table(table) if !table.is_ruled);
        if sheet.items.first().is_some_and(is_unruled) {
            sheet.items.remove(0);
            dropped.push(sheet.page);
        }
        if !is_whole && sheet.items.last().is_some_and(is_unruled) {
            sheet.items.pop();
            dropped.push(sheet.page);
        }
    }
    dropped
}

/// Whether a line is no row of a table.
fn begins(line: &Line) -> bool {
    let text = line.text();
    let is_code = text.starts_with(|it: char| it.is_ascii_digit());
    let is_single = line.parted(GAP).len() == 1;
    is_single && !is_code && (shape::is_table_title(&text) || shape::shape(&text) != Shape::Plain)
        || text.contains(['。', '，'])
}

/// How many lines from the first one may be rows of one table.
fn block(rows: &[Row]) -> usize {
    let (mut length, mut single) = (0, 0);
    for (index, row) in rows.iter().enumerate() {
        let above = index.checked_sub(1).and_then(|it| rows.get(it));
        let is_far = above.is_some_and(|it| row.line.y - it.line.y > FAR * row.line.size);
        single = if row.has_columns() { 0 } else { single + 1 };
        if is_far || single > MOST_SINGLE || index == 0 && !row.has_columns() || ends(row) {
            break;
        }
        if row.has_columns() {
            length = index + 1;
        }
    }
    length
}

/// Whether a line is a sentence, which no table goes on behind.
fn ends(row: &Row) -> bool {
    !row.has_columns() && row.line.text().contains(['。', '，', '：'])
}

/// Whether a line close behind a table may be a row of it.
fn goes_on(rows: &[Row], next: &Row) -> bool {
    let Some(last) = rows.last() else {
        return false;
    };
    next.line.y - last.line.y <= CLOSE * last.line.size && !begins(&next.line)
}

fn is_table(rows: &[Row]) -> bool {
    rows.iter().filter(|it| it.has_columns()).count() >= LEAST_ROWS
        && rows.iter().filter(|it| it.has_figure()).count() >= LEAST_FIGURES
}

/// The table of these rows; `None` if it cannot be told.
fn table(page: u32, rows: &[Row]) -> Option<Table> {
    if !is_even(body(rows)) || rows.iter().flat_map(|it| &it.parts).any(holds_two) {
        return None;
    }
    let columns = columns(rows);
    let edges = edges(&columns);
    let heights = heights(rows);
    let mut cells = Vec::new();
    for (row, it) in rows.iter().enumerate() {
        let mut last = None;
        for part in &it.parts {
            let column = columns::column_of(&columns, span(part))?;
            if last.is_some_and(|it| it >= column) {
                return None;
            }
            last = Some(column);
            cells.push(TableCell {
                slot: slot(row, column, &edges, &heights)?,
                lines: vec![part.clone()],
            });
        }
    }
    (columns.len() > 1).then_some(Table {
        page,
        columns: edges,
        rows: heights,
        cells,
        is_ruled: false,
    })
}

/// The rows below the headings, which may take several lines each.
fn body(rows: &[Row]) -> &[Row] {
    let first = rows.iter().position(Row::has_figure).unwrap_or(0);
    rows.get(first..).unwrap_or_default()
}

/// Whether rows are evenly spaced: where they are not, a row may take several lines.
fn is_even(rows: &[Row]) -> bool {
    let pairs = rows.windows(2);
    let steps = pairs.map(|it| match it {
        [above, below] => below.line.y - above.line.y,
        _ => f32::MAX,
    });
    let mut steps: Vec<f32> = steps.collect();
    steps.sort_by(f32::total_cmp);
    let usual = steps.get(steps.len() / 2).copied().unwrap_or(0.0);
    steps.first().is_some_and(|it| *it >= EVEN * usual)
}

/// Whether two figures stand in one part, so that its columns touch.
fn holds_two(part: &Line) -> bool {
    let text = part.text();
    text.split_whitespace().filter(|it| is_figure(it)).count() > 1
}

/// Whether a word is an amount, not a code or the number of a page.
fn is_amount(word: &str) -> bool {
    word.contains('.') && is_figure(word)
}

fn is_figure(word: &str) -> bool {
    matches!(read_figure(word), Printed::Figure(_))
}

/// Where columns begin and end.
fn columns(rows: &[Row]) -> Vec<Span<f32>> {
    let text = |part: &Line| Text {
        span: span(part),
        is_amount: is_amount(&part.text()),
    };
    let lines = rows.iter().map(|it| it.parts.iter().map(text).collect());
    let lines: Vec<Vec<Text<f32>>> = lines.collect();
    columns::columns(&lines, rows.len() - body(rows).len())
}

fn span(part: &Line) -> Span<f32> {
    (part.left(), part.right())
}

/// Edges halfway between columns.
fn edges(columns: &[(f32, f32)]) -> Vec<f32> {
    let between = columns.windows(2).map(|it| match it {
        [left, right] => (left.1 + right.0) / 2.0,
        _ => 0.0,
    });
    let first = columns.first().map(|it| it.0);
    let last = columns.last().map(|it| it.1);
    first.into_iter().chain(between).chain(last).collect()
}

fn heights(rows: &[Row]) -> Vec<f32> {
    let tops = rows.iter().map(|it| it.line.area().top);
    let bottom = rows.last().map(|it| it.line.area().bottom);
    tops.chain(bottom).collect()
}

fn slot(row: usize, column: usize, edges: &[f32], heights: &[f32]) -> Option<Slot> {
    Some(Slot {
        row,
        column,
        row_span: 1,
        column_span: 1,
        area: Area {
            left: *edges.get(column)?,
            top: *heights.get(row)?,
            right: *edges.get(column + 1)?,
            bottom: *heights.get(row + 1)?,
        },
    })
}
