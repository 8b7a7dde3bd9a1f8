//! PDF → blocks. A PDF only says where each sign and each line is drawn: pages are drawn in mind,
//! ruling lines make cells, and what stands outside of them makes paragraphs.
#![allow(clippy::float_arithmetic, reason = "pages are measured, not money")]
mod budget;
mod doubts;
mod drawing;
mod flow;
mod font;
mod furniture;
mod geometry;
mod grids;
mod lattice;
mod layers;
mod line;
mod marked;
pub(super) mod ofd;
mod open;
mod overflow;
mod page;
mod path;
mod prose;
mod rescue;
mod sets;
mod squeezed;
mod state;
mod streams;
mod table;
mod whole;
mod writing;

use super::{Failure, Progress};
use crate::document::Document;
use flow::Sheet;

/// Reads a file, with its password if it needs one.
pub(super) fn read(
    bytes: Vec<u8>,
    password: Option<&str>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Document, Failure> {
    let opened = open::open(bytes, password, progress)?;
    doubts::check(&opened)?;
    let mut notes = doubts::notes(&opened);
    let lost = doubts::lost(&opened);
    let readable = opened.pages.iter().filter(|it| !it.is_unreadable());
    let sheets = readable.map(sheet).collect();
    let blocks = flow::blocks(sheets, &lost)?;
    notes.extend(doubts::of_grids(&blocks));
    if blocks.is_empty() {
        return Err(Failure::empty());
    }
    Ok(Document {
        format: "pdf",
        blocks,
        pages: Some(opened.pages.len()),
        // Whatever could not be read may be what seems to lack.
        is_cut: !lost.is_empty(),
        notes,
        ..Document::default()
    })
}

fn sheet(page: &page::Page) -> Sheet {
    let (tables, free) = table::tables(page);
    Sheet::new(page.number, page.area.height(), line::lines(free), tables)
}
