//! Runs of lines with tabs, or commas in a file of comma-separated values.
//!
//! A line without a tab between two rows is a row, or a part of one, unless it looks like running
//! text or the caption of another table: that ends the grid, as a blank line and a page break do.
use super::{
    Failure, MAX_CELLS,
    lines::Line,
    rows::{self, Row},
    shape::{self, Shape},
};

/// Maximum number of lines without a tab between two rows.
const MOST_LOOSE_LINES: usize = 3;
/// A longer line without a tab is running text.
const LOOSE_LINE: usize = 60;

/// What the first lines are.
pub(super) enum Run {
    /// Rows of a table, and how many lines they take.
    Rows(Vec<Row>, usize),
    /// Rows of a table whose columns are only lined up, and how many lines they take.
    Aligned(Vec<Row>, usize),
    /// So many lines that have tabs, but are no table: indented text, a table of contents.
    Prose(usize),
}

/// The run that starts with the first of these lines; `None` if it has no tab.
pub(super) fn run(lines: &[Line<'_>], sign: char) -> Result<Option<Run>, Failure> {
    let mut rows = Vec::new();
    let mut taken = 0;
    let mut cells = 0;
    while let Some(line) = lines
        .get(taken)
        .filter(|line| taken == 0 || !line.page_break)
    {
        let is_row = line.text.contains(sign);
        if !is_row && (rows.is_empty() || !is_loose(&lines[taken..], sign)) {
            break;
        }
        let (row, length) = rows::row(&lines[taken..], sign);
        cells += row.fields.len();
        if cells > MAX_CELLS {
            return Err(Failure::too_many_cells());
        }
        rows.push(row);
        taken += length;
    }
    if rows.is_empty() {
        return Ok(None);
    }
    if sign == '\t' && (is_indented(lines, &rows) || is_contents(&rows)) {
        return Ok(Some(Run::Prose(taken)));
    }
    rows.retain(|row| !row.is_rule());
    Ok(Some(Run::Rows(rows::mended(rows), taken)))
}

/// Whether the first line, which has no tab, stands inside a table.
fn is_loose(lines: &[Line<'_>], sign: char) -> bool {
    for (index, line) in lines.iter().enumerate().take(MOST_LOOSE_LINES + 1) {
        if line.is_blank() || line.page_break {
            return false;
        }
        if line.text.contains(sign) {
            return index > 0;
        }
        if !may_be_cell(line.text) {
            return false;
        }
    }
    false
}

fn may_be_cell(text: &str) -> bool {
    let plain = shape::plain(text, LOOSE_LINE + 1);
    plain.chars().count() <= LOOSE_LINE
        && matches!(
            shape::shape(text),
            Shape::Plain | Shape::Numbered | Shape::Figure
        )
        && !plain.ends_with(['。', '；'])
        && !shape::is_table_title(text)
}

/// Whether the tabs only indent: no row has two cells in print, nor a tab behind one.
fn is_indented(lines: &[Line<'_>], rows: &[Row]) -> bool {
    rows.iter().all(|row| row.printed().count() <= 1)
        && rows.len() <= lines.len()
        && rows
            .iter()
            .all(|row| row.fields.last().is_some_and(|last| !last.text.is_empty()))
}

/// Whether this is a table of contents: headings, each with the number of its page.
fn is_contents(rows: &[Row]) -> bool {
    let mut last_page = 0;
    rows.len() > 1
        && rows.iter().all(|row| {
            let fields: Vec<_> = row.printed().collect();
            let [heading, page] = fields[..] else {
                return false;
            };
            let page = page.text.parse::<u16>().unwrap_or(0);
            let rises = page >= last_page.max(1);
            last_page = page;
            rises
                && matches!(
                    shape::shape(&heading.text),
                    Shape::Numbered | Shape::Standalone
                )
        })
}
