//! PDF → blocks. A PDF only says where each sign and each line is drawn: pages are drawn in mind,
//! ruling lines make cells, and what stands outside of them makes paragraphs.
#![allow(clippy::float_arithmetic, reason = "pages are measured, not money")]
mod budget;
mod covers;
mod doubts;
mod drawing;
mod flow;
mod font;
mod footnotes;
mod furniture;
mod geometry;
mod grids;
mod lattice;
mod layers;
mod limit;
mod line;
mod marked;
mod named;
mod object_streams;
pub(super) mod ofd;
mod open;
mod overflow;
mod page;
mod path;
mod prose;
pub(super) mod remarks;
mod rescue;
mod sets;
mod squeezed;
mod state;
mod streams;
mod table;
mod unruled;
mod whole;
mod writing;

use super::{Failure, Progress};
use crate::{
    document::{Block, Document},
    note::Note,
};
use flow::Sheet;
use page::Page;
use std::collections::BTreeSet;

/// Reads a file, with its password if it needs one.
pub(super) fn read(
    bytes: Vec<u8>,
    password: Option<&str>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Document, Failure> {
    let opened = open::open(bytes, password, progress)?;
    doubts::check(&opened)?;
    let lost = doubts::lost(&opened);
    let readable = opened.pages.iter().filter(|it| !it.is_unreadable());
    let layout = layout(readable, &lost)?;
    if layout.blocks.is_empty() {
        return Err(doubts::nothing_read(&layout.notes));
    }
    let notes = doubts::notes(&opened).into_iter();
    let hidden = doubts::hidden_text(&opened);
    Ok(Document {
        format: "pdf",
        blocks: layout.blocks,
        pages: Some(opened.pages.len()),
        // Whatever could not be read may be what seems to lack.
        is_cut: layout.has_unread || !lost.is_empty(),
        notes: notes.chain(layout.notes).collect(),
        traces: hidden.into_iter().collect(),
        ..Document::default()
    })
}

/// What pages say.
struct Layout {
    blocks: Vec<Block>,
    /// What was read with a doubt, or not at all.
    notes: Vec<Note>,
    /// Whether tables were not read.
    has_unread: bool,
}

/// Lays out pages; those that are `lost` could not be read.
fn layout<'a>(
    pages: impl Iterator<Item = &'a Page>,
    lost: &BTreeSet<u32>,
) -> Result<Layout, Failure> {
    let (mut sheets, mut unread): (Vec<Sheet>, BTreeSet<u32>) = Default::default();
    for page in pages {
        let (mut tables, free) = table::tables(page);
        let parted = unruled::part(page.number, line::lines(free));
        unread.extend(parted.has_unread.then_some(page.number));
        tables.extend(parted.tables);
        let height = page.area.height();
        sheets.push(Sheet::new(page.number, height, parted.lines, tables));
    }
    furniture::drop(&mut sheets);
    unread.extend(unruled::join(&mut sheets));
    let blocks = flow::blocks(sheets, lost)?;
    let notes = doubts::of_unread_tables(&unread).into_iter();
    Ok(Layout {
        notes: notes
            .chain(doubts::of_grids(&blocks))
            .chain(doubts::of_unreadable_cells(&blocks))
            .collect(),
        has_unread: !unread.is_empty(),
        blocks,
    })
}
