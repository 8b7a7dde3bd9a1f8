//! Bytes → [`Document`]: the only stage that can fail. The format is told from the bytes, never
//! from the name.
mod captions;
mod failure;
mod lines;
mod pages;
mod paragraphs;
mod piped;
mod rows;
mod shape;
mod tabbed;
mod text;

use crate::document::Document;
pub use failure::{Failure, FailureKind};

/// Most bytes of text that are read.
pub const MAX_TEXT_BYTES: usize = 64 << 20;
/// Most cells that all grids of a document have together, blank ones included.
pub const MAX_CELLS: usize = 2_000_000;

/// What a reader hands in.
#[derive(Debug, Clone)]
pub struct Input {
    /// The name of the file, for the report; nothing is told from it.
    pub name: String,
    /// What is in it.
    pub content: Content,
}

/// What an input holds.
#[derive(Debug, Clone)]
pub enum Content {
    /// A file.
    Bytes(Vec<u8>),
    /// What a paste brings: the plain text, and the same as HTML if the source gave it.
    Pasted {
        /// `text/html`
        html: Option<String>,
        /// `text/plain`
        text: String,
    },
}

/// How far the reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Lines, pages or sheets that are done.
    pub done: usize,
    /// How many there are.
    pub total: usize,
}

/// Reads an input, telling `progress` now and then.
pub fn read(input: &Input, progress: &mut dyn FnMut(Progress)) -> Result<Document, Failure> {
    match &input.content {
        Content::Bytes(bytes) => text::read(&String::from_utf8_lossy(bytes), progress),
        Content::Pasted { text, .. } => text::read(text, progress),
    }
}
