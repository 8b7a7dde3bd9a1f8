//! Redraws the document for the page.
use super::{BlockView, CellView, Piece, merge};
use crate::{
    budget::Spot,
    document::{Block, Grid, Paragraph},
    examination::Examination,
    offset::ByteOffset,
    recognize::is_heading_line,
    words::{Numbering, key, numbering},
};
use std::{
    collections::{BTreeSet, HashMap},
    ops::Range,
};

/// The document, block by block.
pub fn blocks(examined: &Examination) -> Vec<BlockView> {
    let mut at: HashMap<(usize, Spot), usize> = HashMap::new();
    for (id, fact) in examined.budget.facts.iter().enumerate() {
        at.insert((fact.source.block, fact.source.spot), id);
    }
    let listed = listed(examined);
    let blocks = examined.document.blocks.iter().enumerate();
    blocks
        .map(|(index, block)| match block {
            Block::Paragraph(paragraph) => {
                let heading = match listed.contains(&index) {
                    true => 0,
                    false => heading(&paragraph.text),
                };
                self::paragraph(examined, index, paragraph, heading)
            }
            Block::Grid(grid) => table(examined, &at, index, grid),
        })
        .collect()
}

/// The blocks of the contents: their lines read like headings and are none.
fn listed(examined: &Examination) -> BTreeSet<usize> {
    let contents = crate::rules::disclosure::contents(&examined.budget);
    let entries = contents.into_iter().flat_map(|it| it.entries);
    entries.map(|it| it.passage.block).collect()
}

fn paragraph(
    examined: &Examination,
    index: usize,
    paragraph: &Paragraph,
    heading: u8,
) -> BlockView {
    let mut spans: Vec<(ByteOffset, ByteOffset, usize)> = Vec::new();
    for (id, fact) in examined.budget.facts.iter().enumerate() {
        if let (true, Spot::Span { start, end }) = (fact.source.block == index, fact.source.spot) {
            spans.push((start, end, id));
        }
    }
    spans.sort_unstable();
    let mut pieces = Vec::new();
    let mut from = ByteOffset(0);
    let mut push = |range: Range<ByteOffset>, figure| {
        if let Some(text) = ByteOffset::slice(&paragraph.text, range).filter(|it| !it.is_empty()) {
            pieces.push(Piece {
                text: text.to_owned(),
                figure,
            });
        }
    };
    for (start, end, id) in spans.into_iter().filter(|it| it.0 <= it.1) {
        if start >= from {
            push(from..start, None);
            push(start..end, Some(id));
            from = end;
        }
    }
    push(from..ByteOffset::end_of(&paragraph.text), None);
    BlockView::Paragraph { pieces, heading }
}

/// How deep a heading a line is; 0 for text.
fn heading(text: &str) -> u8 {
    let plain = key(text);
    if !is_heading_line(&plain) {
        return 0;
    }
    match numbering(&plain).0 {
        _ if plain.starts_with('第') => 1,
        Some(Numbering::Chinese) => 2,
        Some(_) => 3,
        None => 0,
    }
}

fn table(
    examined: &Examination,
    at: &HashMap<(usize, Spot), usize>,
    index: usize,
    grid: &Grid,
) -> BlockView {
    let table = examined
        .budget
        .tables
        .iter()
        .position(|it| it.blocks.contains(&index));
    let mut rows: Vec<Vec<CellView>> = vec![Vec::new(); grid.rows];
    for cell in &grid.cells {
        let spot = Spot::Cell {
            row: cell.row,
            column: cell.column,
        };
        if let Some(row) = rows.get_mut(cell.row) {
            row.push(CellView {
                column: cell.column,
                row_span: cell.row_span,
                column_span: cell.column_span,
                text: cell.text.clone(),
                figure: at.get(&(index, spot)).copied(),
            });
        }
    }
    rows.iter_mut()
        .for_each(|it| it.sort_by_key(|it| it.column));
    let (headings, labels) = crate::recognize::frame(index, grid);
    if !grid.spans_known {
        merge::headings(&mut rows, headings, grid.columns);
    }
    BlockView::Table {
        table,
        rows,
        headings,
        labels,
        continued: table
            .is_some_and(|it| examined.budget.tables[it].blocks.first() != Some(&index)),
    }
}
