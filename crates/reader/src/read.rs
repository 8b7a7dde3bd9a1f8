//! Bytes → [`Document`]: the only stage that can fail. The format is told from the bytes, never
//! from the name.
mod aligned;
mod archive;
mod captions;
mod columns;
mod commas;
mod decode;
mod failure;
mod flow;
mod format;
mod heads;
mod html;
mod ideographs;
mod lines;
mod mime;
mod old_word;
mod package;
mod pages;
mod paragraphs;
mod pdf;
mod piped;
mod raised;
mod remarks;
mod rows;
mod shape;
mod spans;
mod stacked;
mod tabbed;
mod text;
mod word;
mod workbook;
mod xml;

use crate::document::Document;
pub use archive::{Unpacked, unpack};
pub use failure::{Failure, FailureKind, Unread};
use format::Format;
pub use remarks::{Remark, Remarked, with_remarks};

/// Most bytes of text that are read.
pub const MAX_TEXT_BYTES: usize = 64 << 20;
/// Most lines of text.
pub const MAX_LINES: usize = 2_000_000;
/// Most bytes of a web page, whose tree takes far more room than text.
pub const MAX_HTML_BYTES: usize = 32 << 20;
/// Most elements of a web page.
pub const MAX_ELEMENTS: usize = 2_000_000;
/// Most pages of a PDF or an OFD.
pub const MAX_PAGES: usize = 2_000;
/// Most parts of an office document or files of an archive.
pub const MAX_ENTRIES: usize = 10_000;
/// Maximum depth of archives inside archives.
pub const MAX_ARCHIVE_DEPTH: usize = 3;
/// Most bytes that a packed file is inflated to.
pub const MAX_INFLATED: usize = 256 << 20;
/// Most columns of a grid with merged cells.
pub const MAX_COLUMNS: usize = 1_024;
/// Most cells that all grids of a document have together, blank ones included.
pub const MAX_CELLS: usize = 4_000_000;

/// What a reader hands in.
#[derive(Debug, Clone)]
pub struct Input {
    /// The name of the file, for the report; nothing is told from it.
    pub name: String,
    /// What is in it.
    pub content: Content,
    /// The password that opens it, for files that need one.
    pub password: Option<String>,
}

impl Input {
    /// An input that needs no password.
    pub fn new(name: impl Into<String>, content: Content) -> Self {
        Input {
            name: name.into(),
            content,
            password: None,
        }
    }

    /// How many bytes were handed in.
    pub fn size(&self) -> u64 {
        match &self.content {
            Content::Bytes(bytes) => bytes.len() as u64,
            Content::Pasted { text, .. } => text.len() as u64,
        }
    }

    /// This input as one that was not read.
    pub fn unread(&self, failure: Failure) -> Unread {
        Unread {
            name: self.name.clone(),
            bytes: self.size(),
            failure,
        }
    }
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
        Content::Bytes(bytes) => read_bytes(bytes, input.password.as_deref(), progress),
        Content::Pasted { html, text } => read_pasted(html.as_deref(), text, progress),
    }
}

fn read_bytes(
    bytes: &[u8],
    password: Option<&str>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Document, Failure> {
    if bytes.is_empty() {
        return Err(Failure::empty());
    }
    match format::of_bytes(bytes)? {
        Some(Format::WebArchive) => {
            let page = mime::page(bytes).ok_or_else(format::without_page)?;
            read_text(&page, progress)
        }
        Some(Format::Pdf) => pdf::read(bytes.to_vec(), password, progress),
        Some(Format::Word) => word::read(bytes, progress),
        Some(Format::OldWord) => old_word::read(bytes, progress),
        Some(Format::Workbook(kind)) => workbook::read(bytes, kind, progress),
        Some(Format::Ofd) => pdf::ofd::read(bytes, progress),
        Some(Format::Archive) => Err(format::packed()),
        Some(Format::Known(known)) => Err(known.failure()),
        Some(Format::Text | Format::Html) | None => read_text(bytes, progress),
    }
}

fn read_text(bytes: &[u8], progress: &mut dyn FnMut(Progress)) -> Result<Document, Failure> {
    text::check_size(bytes.len())?;
    let decoded = decode::decode(bytes, html::declared(bytes))?;
    let text = ideographs::unified(decoded.text);
    let mut document = match format::of_text(&text) {
        Format::Html => html::read(&text, progress)?,
        Format::Known(known) => return Err(known.failure()),
        _ => text::read(&text, progress)?,
    };
    document.notes.extend(decoded.notes);
    Ok(document)
}

/// Only tables make HTML better than the text beside it: that has the places that a reader sees.
fn read_pasted(
    html: Option<&str>,
    text: &str,
    progress: &mut dyn FnMut(Progress),
) -> Result<Document, Failure> {
    let html = html.filter(|html| html::has_table(html) || text.trim().is_empty());
    let pasted = ideographs::unified(html.unwrap_or(text).to_owned());
    if html.is_some() || format::of_text(&pasted) == Format::Html {
        html::read(&pasted, progress)
    } else {
        text::read(&pasted, progress)
    }
}
