//! Tables without ruling lines. Columns are told from how the texts of the body are lined up, what
//! headings stand over from their middles; where that is not clear, the table is not read, and that
//! is said.
mod drawn;
mod heads;
mod joined;
mod rows;

use super::{line::Line, table::Table};
use crate::read::{
    columns::Span,
    shape::{self, Shape},
};
use drawn::tables;
pub(super) use joined::join;
use rows::{Part, Row};

/// Minimum number of rows with columns that make a table.
const LEAST_ROWS: usize = 3;
/// Minimum number of these rows that hold figures.
const LEAST_FIGURES: usize = 2;
/// Minimum number of amounts side by side that make one, too.
const LEAST_SIDE_BY_SIDE: usize = 4;
/// Maximum number of consecutive lines with a single text.
const MOST_SINGLE: usize = 8;
/// Maximum distance between rows of one table, in font sizes.
const FAR: f32 = 4.0;
/// A line so near behind a table, in sizes, may belong to it.
const CLOSE: f32 = 2.0;
/// Maximum distance of a last row from the one above, in usual distances.
const LAST_STEP: f32 = 1.3;
/// Texts that begin so near to each other, in sizes, begin below each other.
const SAME_LEFT: f32 = 0.5;
/// Minimum number of headings side by side that begin another table.
const LEAST_HEADINGS: usize = 3;
/// Longest heading, in characters.
const LONGEST_HEADING: usize = 10;
/// What headings end in.
const HEADINGS: &[&str] = &[
    "合计",
    "小计",
    "总计",
    "项目",
    "金额",
    "预算数",
    "决算数",
    "名称",
    "编码",
];
/// Lines with a wider gap between two texts, in sizes, are parted there.
const CAPTION_GAP: f32 = 1.0;

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

/// Takes the tables out of the lines of a page.
pub(super) fn part(page: u32, lines: Vec<Line>) -> Parted {
    let rows: Vec<Row> = lines.into_iter().map(Row::new).collect();
    let mut parted = Parted::default();
    let mut next = 0;
    while let Some(rest) = rows.get(next..).filter(|it| !it.is_empty()) {
        let length = block(rest);
        let Some(block) = rest.get(..length).filter(|it| is_table(it)) else {
            // No part of what is no table is one.
            let taken = length.max(1);
            parted
                .lines
                .extend(rest.iter().take(taken).map(|it| it.line.clone()));
            next += taken;
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

/// Whether a line is no row of a table.
fn begins(line: &Line) -> bool {
    let text = line.text();
    let is_code = text.starts_with(|it: char| it.is_ascii_digit());
    let is_single = line.parted(CAPTION_GAP).len() == 1;
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
        if index == 0 && is_caption(row) {
            return 0;
        }
        if index > 0 && heads_anew(&rows[..index], &rows[index..]) {
            return index;
        }
        if row.has_columns() {
            length = index + 1;
        }
    }
    length + last_names(rows, length)
}

/// Rows without figures behind the last one with columns: a name, or the end of one.
fn last_names(rows: &[Row], length: usize) -> usize {
    let (block, behind) = rows.split_at(length.min(rows.len()));
    let usual = rows::usual_step(block);
    let mut above = block.last();
    let mut count = 0;
    for row in behind {
        let Some(last) = above else {
            break;
        };
        let is_near = row.line.y - last.line.y <= LAST_STEP * usual;
        if row.has_columns() || ends(row) || !is_near || !is_below(block, row) {
            break;
        }
        above = Some(row);
        count += 1;
    }
    count
}

/// Whether a line begins below words of these rows.
fn is_below(block: &[Row], row: &Row) -> bool {
    let near = |it: &&Part| (it.line.left() - row.line.left()).abs() <= SAME_LEFT * row.line.size;
    let parts = block
        .iter()
        .filter(|it| it.has_figure())
        .flat_map(|it| &it.parts);
    parts.filter(|it| it.is_words()).filter(near).count() >= LEAST_FIGURES
}

/// Whether a line only says of what a table is: 编制单位：… 单位：万元.
fn is_caption(row: &Row) -> bool {
    row.parts
        .iter()
        .any(|it| it.text.contains("单位：") || it.text.contains("单位:"))
}

/// Whether headings stand here below rows of figures: short words side by side, one of them such as
/// only headings say, with more figures right below than any row above has, or over its figures.
fn heads_anew(above: &[Row], rest: &[Row]) -> bool {
    let [row, below, ..] = rest else {
        return false;
    };
    let is_heading = |it: &Part| {
        it.is_words() && it.text.chars().count() <= LONGEST_HEADING && !it.text.contains('、')
    };
    let says_heading = |it: &Part| HEADINGS.iter().any(|word| it.text.ends_with(word));
    let figures = below.amounts();
    if row.parts.len() < LEAST_HEADINGS
        || !row.parts.iter().all(is_heading)
        || !row.parts.iter().any(says_heading)
        || figures + 1 < row.parts.len()
    {
        return false;
    }
    let rows: Vec<&Row> = above.iter().filter(|it| it.has_figure()).collect();
    let most = rows.iter().map(|it| it.amounts()).max().unwrap_or(0);
    let amounts = || {
        rows.iter()
            .flat_map(|it| &it.parts)
            .filter(|it| it.is_amount)
    };
    let meets = |a: Span<f32>, b: Span<f32>| a.0 < b.1 && b.0 < a.1;
    let is_over = |it: &&Part| amounts().any(|amount| meets(amount.span(), it.span()));
    let over = row.parts.iter().filter(is_over).count();
    rows.len() >= LEAST_FIGURES && (figures > most || over + 1 >= row.parts.len())
}

/// Whether a line is a sentence, which no table goes on behind.
fn ends(row: &Row) -> bool {
    let text = row.line.text();
    let is_part = text.starts_with("其中");
    !row.has_columns() && (text.contains(['。', '，']) || text.contains('：') && !is_part)
}

/// Whether a line close behind a table may be a row of it.
fn goes_on(rows: &[Row], next: &Row) -> bool {
    let Some(last) = rows.last() else {
        return false;
    };
    let is_head = next.has_columns() && !next.has_figure();
    next.line.y - last.line.y <= CLOSE * last.line.size && !begins(&next.line) && !is_head
}

fn is_table(rows: &[Row]) -> bool {
    let with_figures = rows.iter().filter(|it| it.has_figure());
    rows.iter().filter(|it| it.has_columns()).count() >= LEAST_ROWS
        && (with_figures.clone().count() >= LEAST_FIGURES
            || with_figures.map(Row::amounts).sum::<usize>() >= LEAST_SIDE_BY_SIDE)
        || is_pair(rows)
}

/// Whether a row of headings has a row of as many figures below it.
fn is_pair(rows: &[Row]) -> bool {
    let [heads, figures] = rows else {
        return false;
    };
    heads.has_columns()
        && heads.parts.iter().all(Part::is_words)
        && figures.amounts() > 1
        && heads.parts.len().abs_diff(figures.parts.len()) <= 1
}

/// The table of these rows; `None` if it cannot be told.
fn table(page: u32, rows: &[Row]) -> Option<Table> {
    let tables = tables(&[(page, rows.to_vec())])?;
    tables.into_iter().next()
}
