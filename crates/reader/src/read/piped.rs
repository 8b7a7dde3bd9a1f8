//! Tables with bars between cells: `| a | b |` or `a | b` with a rule under its header, as Markdown
//! draws them, and bare `a|b|c` lines, as search engines and chats hand tables on.
use super::{
    Failure, MAX_CELLS,
    lines::Line,
    rows::{self, Row},
    shape::{self, Shape},
    tabbed::Run,
};

/// Minimum number of lines with equally many bars that make a table without frame and rule.
const LEAST_ROWS: usize = 3;

/// The runs that start with the first of these lines; none if it has no bar.
pub(super) fn runs(lines: &[Line<'_>]) -> Result<Vec<Run>, Failure> {
    let is_row = |(index, line): &(usize, &Line<'_>)| {
        line.text.contains('|') && (*index == 0 || !line.page_break)
    };
    let taken = lines.iter().enumerate().take_while(is_row).count();
    let lines = &lines[..taken];
    let bars = lines.iter().map(|line| cells(line.text).len());
    if bars.sum::<usize>() > MAX_CELLS {
        return Err(Failure::too_many_cells());
    }
    let rows: Vec<Row> = lines.iter().map(|line| row(line, true)).collect();
    let is_drawn = rows.iter().any(Row::is_rule) || lines.iter().all(|line| is_framed(line.text));
    if !is_drawn {
        let alike = lines.chunk_by(|a, b| cells(a.text).len() == cells(b.text).len());
        return Ok(alike.map(bare).collect());
    }
    let rows = rows.into_iter().filter(|row| !row.is_rule()).collect();
    Ok(if taken == 0 {
        Vec::new()
    } else {
        vec![Run::Rows(rows, taken)]
    })
}

/// Lines with as many bars each: a table if there are enough of them and one cell is a figure.
fn bare(lines: &[Line<'_>]) -> Run {
    let begins_with_bar = |line: &Line<'_>| line.text.trim_start().starts_with('|');
    let has_margin = lines.iter().all(begins_with_bar);
    let rows: Vec<Row> = lines.iter().map(|line| row(line, has_margin)).collect();
    let has_figure = |row: &Row| {
        row.printed()
            .any(|it| shape::shape(&it.text) == Shape::Figure)
    };
    if lines.len() >= LEAST_ROWS && rows.iter().any(has_figure) {
        Run::Rows(rows, lines.len())
    } else {
        Run::Prose(lines.len())
    }
}

/// Whether a bar stands at both ends.
fn is_framed(text: &str) -> bool {
    let text = text.trim();
    text.len() > 2 && text.starts_with('|') && text.ends_with('|')
}

/// The cells of a line. What is blank before the first bar is a margin, where lines have one; what
/// is blank behind the last one may be dropped either way.
fn row(line: &Line<'_>, has_margin: bool) -> Row {
    let mut row = Row::default();
    let mut column = line.column;
    let parts = cells(line.text);
    let last = parts.len().saturating_sub(1);
    for (index, raw) in parts.into_iter().enumerate() {
        let is_end = index == last || has_margin && index == 0;
        if !(is_end && raw.trim().is_empty()) {
            let mut field = rows::field(raw, line.number, column);
            field.text = unmarked(&field.text);
            row.fields.push(field);
        }
        column = column.behind(raw).behind("|");
    }
    row
}

/// The line parted at its bars, but not at those with a backslash before them.
fn cells(text: &str) -> Vec<&str> {
    let mut cells = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices('|') {
        if !text[..at].ends_with('\\') {
            cells.push(&text[start..at]);
            start = at + 1;
        }
    }
    cells.push(&text[start..]);
    cells
}

/// The text without Markdown's marks.
fn unmarked(text: &str) -> String {
    let mut plain = text.replace("\\|", "|");
    for line_break in ["<br>", "<br/>", "<br />"] {
        plain = plain.replace(line_break, " ");
    }
    let bare = plain
        .strip_prefix("**")
        .and_then(|it| it.strip_suffix("**"));
    bare.unwrap_or(&plain).trim().to_owned()
}
