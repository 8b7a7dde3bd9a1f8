//! Lines → the table that they make: columns first, then what headings reach over, then its cells.
use super::{
    super::{
        geometry::Area,
        lattice::Slot,
        line::Line,
        table::{Table, TableCell},
    },
    heads::{self, Column, Head, Refused},
    rows::{self, Part, Row},
};
use crate::read::columns::{self, Span};

/// Maximum number of columns that only a heading shows.
const MOST_BLANK: usize = 8;

/// The rows of a table on one page.
struct PagePart<'a> {
    page: u32,
    all: &'a [Row],
    headings: &'a [Row],
    /// Lines that number the columns.
    counts: &'a [Row],
    body: &'a [Row],
    grouped: Vec<Vec<usize>>,
}

impl<'a> PagePart<'a> {
    fn new(page: u32, rows: &'a [Row]) -> Option<Self> {
        let (above, body) = rows.split_at(rows::headings(rows));
        let counts = above.iter().rev().take_while(|it| it.counts()).count();
        let (headings, counts) = above.split_at(above.len() - counts);
        Some(PagePart {
            page,
            all: rows,
            headings,
            counts,
            body,
            grouped: rows::grouped(body)?,
        })
    }

    /// The height where the headings end.
    fn bottom(&self) -> f32 {
        let below = self.counts.iter().chain(self.body).next();
        let middle = |it: &Row| it.line.y - 0.35 * it.line.size;
        let (last, next) = (self.headings.last().map(middle), below.map(middle));
        match (last, next) {
            (Some(last), Some(next)) => last + (next - last) / 2.0,
            _ => 0.0,
        }
    }
}

/// The tables of these rows, one a page, all with the same columns.
pub(super) fn tables(parts: &[(u32, Vec<Row>)]) -> Option<Vec<Table>> {
    let parts: Option<Vec<PagePart<'_>>> =
        parts.iter().map(|it| PagePart::new(it.0, &it.1)).collect();
    let parts = parts?;
    let mut columns = columns_of(&parts);
    let mut blank = 0;
    let heads = loop {
        let found = parts
            .iter()
            .map(|it| heads::heads(it.headings, &columns, it.bottom()));
        match found.collect::<Result<Vec<_>, _>>() {
            Ok(heads) => break Some(heads),
            Err(Refused::Blank(span)) if blank < MOST_BLANK => {
                blank += 1;
                if !insert(&mut columns, span) {
                    break None;
                }
            }
            Err(_) => break None,
        }
    };
    if columns.len() < 2 {
        return None;
    }
    let heads = heads.map(|it| it.into_iter().map(Some).collect());
    let heads: Vec<Option<Vec<Head>>> = match heads {
        Some(heads) => heads,
        None => {
            columns = columns_with_headings(&parts);
            parts.iter().map(|_| None).collect()
        }
    };
    let pages = parts.iter().zip(heads).enumerate();
    pages
        .map(|(index, (part, heads))| table_of(part, heads.as_deref(), &columns, index > 0))
        .collect()
}

/// Adds a column that only a heading tells of; `false` if it has no room.
fn insert(columns: &mut Vec<Column>, span: Span<f32>) -> bool {
    let at = columns.partition_point(|it| it.span.0 + it.span.1 < span.0 + span.1);
    let left = at.checked_sub(1).and_then(|it| columns.get(it));
    let is_free = left.is_none_or(|it| it.span.1 <= span.0)
        && columns.get(at).is_none_or(|it| span.1 <= it.span.0);
    let is_of_figures = left.is_some_and(|it| it.is_of_figures);
    if is_free {
        columns.insert(
            at,
            Column {
                span,
                is_of_figures,
            },
        );
    }
    is_free
}

/// The texts of a row, which may take several lines.
fn texts(part: &PagePart<'_>) -> Vec<Vec<columns::Text<f32>>> {
    let line = |lines: &Vec<usize>| {
        let rows = lines.iter().filter_map(|it| part.body.get(*it));
        rows.flat_map(|it| &it.parts)
            .map(Part::column_text)
            .collect()
    };
    part.grouped.iter().map(line).collect()
}

fn columns_of(parts: &[PagePart<'_>]) -> Vec<Column> {
    let lines: Vec<Vec<columns::Text<f32>>> = parts.iter().flat_map(texts).collect();
    with_kinds(columns::columns(&lines, 0), &lines)
}

/// The columns, headings that stand over none of them having columns of their own.
fn columns_with_headings(parts: &[PagePart<'_>]) -> Vec<Column> {
    let heading = |it: &Row| it.parts.iter().map(Part::column_text).collect();
    let mut lines: Vec<Vec<columns::Text<f32>>> = parts
        .iter()
        .flat_map(|it| it.headings)
        .map(heading)
        .collect();
    let headings = lines.len();
    lines.extend(parts.iter().flat_map(texts));
    with_kinds(columns::columns(&lines, headings), &lines)
}

fn with_kinds(spans: Vec<Span<f32>>, lines: &[Vec<columns::Text<f32>>]) -> Vec<Column> {
    let column = |span: Span<f32>| {
        let here = lines
            .iter()
            .flatten()
            .filter(|it| it.span.0 < span.1 && span.0 < it.span.1);
        let kinds: Vec<bool> = here.map(|it| it.is_amount).collect();
        let figures = kinds.iter().filter(|it| **it).count();
        Column {
            span,
            is_of_figures: figures * 2 > kinds.len(),
        }
    };
    spans.into_iter().map(column).collect()
}

/// The table of one page.
fn table_of(
    part: &PagePart<'_>,
    heads: Option<&[Head]>,
    columns: &[Column],
    continues: bool,
) -> Option<Table> {
    let spans: Vec<Span<f32>> = columns.iter().map(|it| it.span).collect();
    let levels = match heads {
        Some(heads) => heads.iter().map(|it| it.depth + 1).max().unwrap_or(0),
        None => part.headings.len(),
    };
    let mut drawing = Drawing {
        edges: outer_edges(columns),
        heights: heights(part, levels),
        cells: Vec::new(),
    };
    match heads {
        Some(heads) => heads
            .iter()
            .try_for_each(|it| drawing.add_head(it, heads, levels))?,
        None => {
            for (row, it) in part.headings.iter().enumerate() {
                drawing.add_row(row, &[it], &spans)?;
            }
        }
    }
    for (row, it) in part.counts.iter().enumerate() {
        drawing.add_counts(levels + row, it)?;
    }
    for (row, lines) in part.grouped.iter().enumerate() {
        let rows: Vec<&Row> = lines.iter().filter_map(|it| part.body.get(*it)).collect();
        drawing.add_row(levels + part.counts.len() + row, &rows, &spans)?;
    }
    drawing
        .cells
        .sort_by_key(|it| (it.slot.row, it.slot.column));
    Some(Table {
        page: part.page,
        columns: drawing.edges,
        rows: drawing.heights,
        cells: drawing.cells,
        is_ruled: false,
        spans_known: heads.is_some(),
        continues,
        lines: part.all.iter().map(|it| it.line.clone()).collect(),
    })
}

/// Edges of columns, also at both ends.
fn outer_edges(columns: &[Column]) -> Vec<f32> {
    let first = columns.first().map(|it| it.span.0);
    let last = columns.last().map(|it| it.span.1);
    let between = heads::edges(columns);
    first.into_iter().chain(between).chain(last).collect()
}

/// Edges of rows: headings share their room evenly.
fn heights(part: &PagePart<'_>, levels: usize) -> Vec<f32> {
    let top = part.all.first().map_or(0.0, |it| it.line.area().top);
    let bottom = part.all.last().map_or(0.0, |it| it.line.area().bottom);
    let counts = part.counts.iter().map(|it| it.line.area().top);
    let groups = part.grouped.iter().filter_map(|it| it.first());
    let body = groups
        .filter_map(|it| part.body.get(*it))
        .map(|it| it.line.area().top);
    let below: Vec<f32> = counts.chain(body).chain([bottom]).collect();
    let step = (below.first().copied().unwrap_or(bottom) - top) / levels.max(1) as f32;
    let headings = (0..levels).map(|it| top + step * it as f32);
    headings.chain(below).collect()
}

/// A table as it is put together.
struct Drawing {
    edges: Vec<f32>,
    heights: Vec<f32>,
    cells: Vec<TableCell>,
}

impl Drawing {
    fn add_head(&mut self, head: &Head, heads: &[Head], levels: usize) -> Option<()> {
        let is_below =
            |it: &&Head| it.depth > head.depth && it.first <= head.last && head.first <= it.last;
        let below = heads.iter().filter(is_below).map(|it| it.depth).min();
        let end = below.unwrap_or(levels);
        let columns = (head.first, head.last + 1);
        self.add(
            (head.depth, end),
            columns,
            head.lines.iter().map(|it| it.line.clone()).collect(),
        )
    }

    /// Adds a row that numbers the columns: a number stands in the middle of its column.
    fn add_counts(&mut self, row: usize, line: &Row) -> Option<()> {
        let inner = self.edges.len().saturating_sub(1);
        let inner: Vec<f32> = self.edges.get(1..inner).unwrap_or_default().to_vec();
        for part in &line.parts {
            let column = inner.partition_point(|it| *it <= part.centre());
            self.add(
                (row, row + 1),
                (column, column + 1),
                vec![part.line.clone()],
            )?;
        }
        Some(())
    }

    /// Adds a row of one or more lines; `None` if two figures stand in one column.
    fn add_row(&mut self, row: usize, lines: &[&Row], spans: &[Span<f32>]) -> Option<()> {
        let mut fields: Vec<Vec<Line>> = vec![Vec::new(); spans.len()];
        for line in lines {
            let mut last: Option<(usize, bool)> = None;
            for part in &line.parts {
                let column = columns::column_of(spans, part.span())?;
                let field = fields.get_mut(column)?;
                match last {
                    Some((before, _)) if before > column => return None,
                    Some((before, is_amount)) if before == column => {
                        if is_amount || part.is_amount {
                            return None;
                        }
                        let glyphs = part.line.glyphs.iter().copied();
                        field.last_mut()?.glyphs.extend(glyphs);
                    }
                    _ => field.push(part.line.clone()),
                }
                last = Some((column, part.is_amount));
            }
        }
        for (column, lines) in fields.into_iter().enumerate().filter(|it| !it.1.is_empty()) {
            self.add((row, row + 1), (column, column + 1), lines)?;
        }
        Some(())
    }

    fn add(
        &mut self,
        rows: (usize, usize),
        columns: (usize, usize),
        lines: Vec<Line>,
    ) -> Option<()> {
        let area = Area {
            left: *self.edges.get(columns.0)?,
            top: *self.heights.get(rows.0)?,
            right: *self.edges.get(columns.1)?,
            bottom: *self.heights.get(rows.1)?,
        };
        let slot = Slot {
            row: rows.0,
            column: columns.0,
            row_span: rows.1 - rows.0,
            column_span: columns.1 - columns.0,
            area,
        };
        self.cells.push(TableCell { slot, lines });
        Some(())
    }
}
