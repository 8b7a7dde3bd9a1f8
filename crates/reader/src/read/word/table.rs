//! A table of Word → a grid.
use super::story::Story;
use crate::{
    document::{Cell, Grid, TraceKind, Where},
    read::{Failure, MAX_CELLS, MAX_COLUMNS, spans::drop_unused, xml::Element},
};
use std::collections::BTreeMap;

/// A row as the file has it.
pub(super) struct SourceRow<'a> {
    /// Number of the row, from 1.
    number: u32,
    /// Columns left out at its start.
    before: usize,
    /// Its cells.
    pub cells: Vec<SourceCell<'a>>,
}

/// A cell as the file has it.
pub(super) struct SourceCell<'a> {
    /// What it holds.
    pub element: &'a Element,
    /// Tables in it.
    pub tables: Vec<&'a Element>,
    columns: usize,
    /// Whether it is the rest of a cell above.
    continues: bool,
    text: String,
    /// The element that is its first paragraph with text.
    paragraph: Option<usize>,
}

/// The rows of a table; deleted ones do not count.
pub(super) fn rows<'a>(table: &'a Element, story: &mut Story) -> Vec<SourceRow<'a>> {
    let mut elements = Vec::new();
    gather(table, "tr", &mut elements);
    let mut rows = Vec::new();
    for (number, row) in (1..).zip(elements) {
        let deleted = row.at(&["trPr", "del"]).is_some();
        let inserted = row.at(&["trPr", "ins"]).is_some();
        story.trace(TraceKind::TrackedChanges, usize::from(deleted || inserted));
        let hidden = row.child("trPr").is_some_and(|it| it.is_on("hidden"));
        story.trace(TraceKind::HiddenRows, usize::from(hidden));
        if !deleted {
            rows.push(source_row(row, number, story));
        }
    }
    rows
}

fn source_row<'a>(row: &'a Element, number: u32, story: &mut Story) -> SourceRow<'a> {
    let mut cells = Vec::new();
    gather(row, "tc", &mut cells);
    SourceRow {
        number,
        before: count(row.child("trPr"), "gridBefore").unwrap_or(0),
        cells: cells.into_iter().map(|it| source_cell(it, story)).collect(),
    }
}

fn source_cell<'a>(element: &'a Element, story: &mut Story) -> SourceCell<'a> {
    let settings = element.child("tcPr");
    let merge = settings.and_then(|it| it.child("vMerge"));
    let mut paragraphs = Vec::new();
    gather(element, "p", &mut paragraphs);
    let mut tables = Vec::new();
    gather(element, "tbl", &mut tables);
    let texts = paragraphs
        .into_iter()
        .map(|it| (it.ordinal, story.cell_text(it)));
    let (ordinals, texts): (Vec<usize>, Vec<String>) = texts.filter(|it| !it.1.is_empty()).unzip();
    SourceCell {
        element,
        tables,
        columns: count(settings, "gridSpan").unwrap_or(1).max(1),
        continues: merge.is_some_and(|it| it.attribute("val") != Some("restart")),
        text: texts.join(" ").trim().to_owned(),
        paragraph: ordinals.first().copied(),
    }
}

fn count(settings: Option<&Element>, name: &str) -> Option<usize> {
    settings?.setting(name)?.parse().ok()
}

/// The elements of a name, also where content controls or insertions stand around them.
fn gather<'a>(parent: &'a Element, name: &str, found: &mut Vec<&'a Element>) {
    for element in parent.elements() {
        match element.name.as_str() {
            it if it == name => found.push(element),
            "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" => gather(element, name, found),
            _ => {}
        }
    }
}

/// Whether a table only frames what is in it: one cell, or cells for other tables.
pub(super) fn is_frame(rows: &[SourceRow<'_>]) -> bool {
    let cells = || rows.iter().flat_map(|row| &row.cells);
    let holds = |cell: &&SourceCell<'_>| !cell.tables.is_empty() || !cell.text.is_empty();
    let is_column = || {
        rows.iter()
            .all(|row| row.cells.iter().filter(holds).count() <= 1)
    };
    let has_table = |cell: &SourceCell<'_>| !cell.tables.is_empty();
    cells().count() == 1
        || cells().any(has_table) && (is_column() || cells().filter(holds).all(has_table))
}

/// The grid of a table with this number, and for each of its cells the element that is its first
/// paragraph.
pub(super) fn grid(
    rows: Vec<SourceRow<'_>>,
    table: u32,
) -> Result<(Grid, Vec<Option<usize>>), Failure> {
    let mut grid = Grid {
        rows: rows.len(),
        spans_known: true,
        ..Grid::default()
    };
    let mut open = BTreeMap::new();
    let mut paragraphs = Vec::new();
    for (index, row) in rows.into_iter().enumerate() {
        let mut column = row.before;
        for cell in row.cells {
            let end = column.saturating_add(cell.columns);
            if end > MAX_COLUMNS {
                return Err(Failure::too_large(
                    "表格列数",
                    "columns of a table",
                    MAX_COLUMNS,
                ));
            }
            let at = Where::Table {
                table,
                row: row.number,
                column: 0,
            };
            let paragraph = cell.paragraph;
            if place(&mut grid, &mut open, (index, column), cell, at) {
                paragraphs.push(paragraph);
            }
            column = end;
        }
        grid.columns = grid.columns.max(column);
        if grid.rows * grid.columns > MAX_CELLS {
            return Err(Failure::too_many_cells());
        }
    }
    grid.columns = drop_unused(&mut grid.cells, grid.columns);
    Ok((grid, paragraphs))
}

/// Puts a cell in its place, and says whether it is a cell of its own; `open` has, by column, the cell
/// that may go on below.
fn place(
    grid: &mut Grid,
    open: &mut BTreeMap<usize, usize>,
    (row, column): (usize, usize),
    cell: SourceCell<'_>,
    at: Where,
) -> bool {
    let above = open.get(&column).and_then(|it| grid.cells.get_mut(*it));
    if let Some(above) = above.filter(|it| {
        cell.continues && it.row + it.row_span == row && it.column_span == cell.columns
    }) {
        above.row_span += 1;
        return false;
    }
    open.insert(column, grid.cells.len());
    grid.cells.push(Cell {
        row,
        column,
        row_span: 1,
        column_span: cell.columns,
        text: cell.text,
        at,
    });
    true
}
