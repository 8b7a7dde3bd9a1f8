//! Lines with a sign between their cells → rows → a grid.
use super::{
    Failure, MAX_CELLS,
    lines::{self, Line, printed},
    shape::{self, Shape},
};
use crate::{
    document::{Cell, Grid, Where},
    offset::CharColumn,
};

/// Maximum number of lines of a quoted cell.
const MOST_QUOTED_LINES: usize = 20;
/// Maximum number of lines that a row is broken over.
const MOST_BROKEN_LINES: usize = 4;

/// A row as read, before it has a number.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// Its cells, from the left.
    pub fields: Vec<Field>,
}

/// A cell as read.
#[derive(Debug, Clone)]
pub(super) struct Field {
    /// Its text, without blanks around it.
    pub text: String,
    /// Where it stands; for a blank cell, the spot between the signs beside it.
    pub at: Where,
}

impl Row {
    /// Cells with something in them.
    pub(super) fn printed(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| !field.text.is_empty())
    }

    /// Whether the row is drawn, not written: a Markdown rule.
    pub(super) fn is_rule(&self) -> bool {
        is_rule(self.fields.iter().map(|field| field.text.as_str()))
    }

    /// Whether the row has fewer cells than its table.
    fn is_short(&self, usual: usize) -> bool {
        self.fields.len() < usual
    }
}

/// Whether these cells are drawn, not written: dashes in all that are not blank.
pub(super) fn is_rule<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let is_dashes = |text: &str| {
        let bare = text.trim_matches(':');
        bare.len() >= 2 && bare.bytes().all(|b| b == b'-' || b == b'=')
    };
    let mut longest = 0;
    let mut cells = cells.filter(|text| !text.is_empty());
    let drawn = cells.all(|text| {
        longest = longest.max(text.len());
        is_dashes(text)
    });
    drawn && longest >= 3
}

/// The row that starts with the first of these lines, and how many lines it takes: a quoted cell
/// may reach over several.
pub(super) fn row(lines: &[Line<'_>], sign: char) -> (Row, usize) {
    let mut row = Row::default();
    let mut cursor = Cursor::at(lines, 0);
    loop {
        let (field, next) = cursor.quoted(sign).unwrap_or_else(|| cursor.unquoted(sign));
        row.fields.push(field);
        let is_bounded = row.fields.len() <= MAX_CELLS;
        match next {
            Some(next) if next.rest.starts_with(sign) && is_bounded => cursor = next.behind(sign),
            Some(next) => return (row, next.index + 1),
            None => return (row, cursor.index + 1),
        }
    }
}

/// A spot in the lines of a row.
#[derive(Clone, Copy)]
struct Cursor<'a> {
    lines: &'a [Line<'a>],
    index: usize,
    rest: &'a str,
    column: CharColumn,
}

impl<'a> Cursor<'a> {
    fn at(lines: &'a [Line<'a>], index: usize) -> Self {
        Cursor {
            lines,
            index,
            rest: lines[index].text,
            column: lines[index].column,
        }
    }

    fn behind(self, sign: char) -> Self {
        Cursor {
            rest: &self.rest[sign.len_utf8()..],
            column: self.column.behind(&self.rest[..sign.len_utf8()]),
            ..self
        }
    }

    /// The cell up to the next sign, and the spot of that sign.
    fn unquoted(&self, sign: char) -> (Field, Option<Self>) {
        let (raw, rest) = self
            .rest
            .split_at(self.rest.find(sign).unwrap_or(self.rest.len()));
        let field = field(raw, self.lines[self.index].number, self.column);
        let next = Cursor {
            rest,
            column: self.column.behind(raw),
            ..*self
        };
        (field, Some(next))
    }

    /// The cell in quotes that starts here, as spreadsheets write cells with line breaks; `None`
    /// if a quote here is just a quote.
    fn quoted(&self, sign: char) -> Option<(Field, Option<Self>)> {
        let mut inner = Cursor {
            rest: self.rest.strip_prefix('"')?,
            column: self.column.behind("\""),
            ..*self
        };
        let column = inner.column;
        let mut text = String::new();
        let mut end_column = None;
        loop {
            let until = inner.rest.find('"').unwrap_or(inner.rest.len());
            text.push_str(&inner.rest[..until]);
            inner.column = inner.column.behind(&inner.rest[..until]);
            inner.rest = &inner.rest[until..];
            if let Some(rest) = inner.rest.strip_prefix("\"\"") {
                text.push('"');
                inner = Cursor {
                    rest,
                    column: inner.column.behind("\"\""),
                    ..inner
                };
            } else if inner.rest.is_empty() {
                end_column.get_or_insert(inner.column);
                inner = inner.next_line(self.index)?;
                text.push(' ');
            } else {
                break;
            }
        }
        let at = Where::Text {
            line: self.lines[self.index].number,
            column,
            end_column: end_column.unwrap_or(inner.column),
        };
        let next = inner.behind('"');
        let field = Field {
            text: lines::indented(&text).to_owned(),
            at,
        };
        (next.rest.is_empty() || next.rest.starts_with(sign)).then_some((field, Some(next)))
    }

    fn next_line(&self, first: usize) -> Option<Self> {
        let index = self.index + 1;
        let line = self.lines.get(index)?;
        let is_near = index - first < MOST_QUOTED_LINES && !line.page_break;
        is_near.then(|| Cursor::at(self.lines, index))
    }
}

/// A cell between two signs.
pub(super) fn field(raw: &str, line: u32, column: CharColumn) -> Field {
    let paragraph = printed(raw, line, column);
    let place = |column, end_column| Where::Text {
        line,
        column,
        end_column,
    };
    let is_blank = paragraph.text.is_empty();
    let indent = if is_blank { "" } else { lines::indent(raw) };
    let at = match (paragraph.pieces.first(), paragraph.pieces.last()) {
        (
            Some((_, Where::Text { column: first, .. })),
            Some((_, Where::Text { end_column, .. })),
        ) => {
            let start = if indent.is_empty() { *first } else { column };
            place(start, *end_column)
        }
        _ => place(column, column.behind(raw)),
    };
    Field {
        text: format!("{indent}{}", paragraph.text),
        at,
    }
}

/// Joins rows that a line break inside a cell parted.
///
/// When a row lacks cells, and with the next lines has just as many as most rows, the cell at the
/// seam was broken; that is believed only if every short row of the table can be mended so. A line
/// that is one cell belongs to the last cell of a full row before it if both are words; else it is
/// a row by itself.
pub(super) fn mended(rows: Vec<Row>) -> Vec<Row> {
    let usual = usual_length(&rows);
    let lengths = broken_rows(&rows, usual).unwrap_or_default();
    let mut mended: Vec<Row> = Vec::with_capacity(rows.len());
    let mut joins = lengths.into_iter().peekable();
    let mut open = 0;
    for (index, row) in rows.into_iter().enumerate() {
        if let Some((_, length)) = joins.next_if(|(start, _)| *start == index) {
            open = length;
        } else if open > 1 {
            open -= 1;
            mended.last_mut().expect("a row was opened").join(row);
            continue;
        } else if row.fields.len() == 1 && mended.last().is_some_and(|last| last.takes(&row, usual))
        {
            mended.last_mut().expect("it takes the row").join(row);
            continue;
        }
        mended.push(row);
    }
    mended
}

/// Start and number of the rows that make one each; `None` if a short row stays short.
fn broken_rows(rows: &[Row], usual: usize) -> Option<Vec<(usize, usize)>> {
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(row) = rows.get(next) {
        let whole = row
            .is_short(usual)
            .then(|| broken_row(&rows[next..], usual));
        match whole.flatten() {
            Some(length) => {
                found.push((next, length));
                next += length;
            }
            None if row.is_short(usual) && row.fields.len() > 1 => return None,
            None => next += 1,
        }
    }
    Some(found)
}

fn broken_row(rows: &[Row], usual: usize) -> Option<usize> {
    let mut length = rows[0].fields.len();
    for (index, row) in rows.iter().enumerate().take(MOST_BROKEN_LINES).skip(1) {
        let seam = (rows[index - 1].fields.last(), row.fields.first());
        if !row.is_short(usual)
            || !matches!(seam, (Some(left), Some(right)) if left.is_continued_by(right))
        {
            return None;
        }
        length += row.fields.len() - 1;
        if length >= usual {
            return (length == usual).then_some(index + 1);
        }
    }
    None
}

fn usual_length(rows: &[Row]) -> usize {
    let mut counts = std::collections::BTreeMap::new();
    for row in rows.iter().filter(|row| row.fields.len() > 1) {
        *counts.entry(row.fields.len()).or_insert(0) += 1;
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    most.map_or(0, |(length, _)| length)
}

impl Row {
    fn join(&mut self, next: Row) {
        let mut fields = next.fields.into_iter();
        if let (Some(last), Some(first)) = (self.fields.last_mut(), fields.next()) {
            last.text.push(' ');
            last.text.push_str(&first.text);
        }
        self.fields.extend(fields);
    }

    /// Whether a line of one cell belongs to the last cell of this row.
    fn takes(&self, line: &Row, usual: usize) -> bool {
        let ends = (self.fields.last(), line.fields.first());
        self.fields.len() == usual
            && matches!(ends, (Some(last), Some(first)) if last.is_continued_by(first))
    }
}

impl Field {
    /// Whether both are words, and the next one starts nothing of its own.
    fn is_continued_by(&self, next: &Field) -> bool {
        let is_words = |text: &str| text.chars().any(char::is_alphabetic);
        is_words(&self.text) && is_words(&next.text) && shape::shape(&next.text) == Shape::Plain
    }
}

/// The grid of these rows, without the blank ones before and behind.
pub(super) fn grid(rows: Vec<Row>) -> Result<Grid, Failure> {
    let is_blank = |row: &Row| row.printed().next().is_none();
    let start = rows
        .iter()
        .position(|row| !is_blank(row))
        .unwrap_or(rows.len());
    let end = rows
        .iter()
        .rposition(|row| !is_blank(row))
        .map_or(start, |last| last + 1);
    let columns = rows.iter().map(|row| row.fields.len()).max().unwrap_or(0);
    if columns.saturating_mul(end - start) > MAX_CELLS {
        return Err(Failure::too_many_cells());
    }
    let mut grid = Grid {
        rows: end - start,
        columns,
        ..Grid::default()
    };
    for (number, row) in rows.into_iter().skip(start).take(end - start).enumerate() {
        let fields = row.fields.into_iter().enumerate();
        grid.cells.extend(fields.map(|(column, field)| Cell {
            row: number,
            column,
            row_span: 1,
            column_span: 1,
            text: field.text,
            at: field.at,
        }));
    }
    Ok(grid)
}
