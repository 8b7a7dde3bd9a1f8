//! Tables as Markdown draws them: `| a | b |`, or `a | b` with a rule under its header.
use super::{
    Failure, MAX_CELLS,
    lines::{Line, length},
    rows::{self, Row},
    tabbed::Run,
};

/// The run that starts with the first of these lines; `None` if it has no bar.
pub(super) fn run(lines: &[Line<'_>]) -> Result<Option<Run>, Failure> {
    let is_row = |(index, line): &(usize, &Line<'_>)| {
        line.text.contains('|') && (*index == 0 || !line.page_break)
    };
    let taken = lines.iter().enumerate().take_while(is_row).count();
    if taken == 0 {
        return Ok(None);
    }
    let lines = &lines[..taken];
    let mut rows: Vec<Row> = Vec::with_capacity(taken);
    let mut cells = 0;
    for line in lines {
        cells += line.text.matches('|').count() + 1;
        if cells > MAX_CELLS {
            return Err(Failure::too_many_cells());
        }
        rows.push(row(line));
    }
    let has_rule = rows.iter().any(Row::is_rule);
    if !has_rule && !lines.iter().all(|line| is_framed(line.text)) {
        return Ok(Some(Run::Prose(taken)));
    }
    rows.retain(|row| !row.is_rule());
    Ok(Some(Run::Rows(rows, taken)))
}

/// Whether a bar stands at both ends.
fn is_framed(text: &str) -> bool {
    let text = text.trim();
    text.len() > 2 && text.starts_with('|') && text.ends_with('|')
}

fn row(line: &Line<'_>) -> Row {
    let mut row = Row::default();
    let mut column = line.column;
    let parts = cells(line.text);
    let last = parts.len().saturating_sub(1);
    for (index, raw) in parts.into_iter().enumerate() {
        let is_margin = (index == 0 || index == last) && raw.trim().is_empty();
        if !is_margin {
            let mut field = rows::field(raw, line.number, column);
            field.text = unmarked(&field.text);
            row.fields.push(field);
        }
        column += length(raw) + 1;
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
