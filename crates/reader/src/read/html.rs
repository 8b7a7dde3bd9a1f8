//! Web pages, and what office programs and browsers put on the clipboard as one → blocks.
//!
//! Nothing is executed, and only what a reader sees counts: scripts, styles, comments, deleted and
//! hidden elements say nothing.
mod extent;
mod flow;
mod marks;
mod table;

use super::{Failure, MAX_ELEMENTS, MAX_HTML_BYTES, Progress};
use crate::document::Document;
use encoding_rs::Encoding;
use extent::Extent;
use scraper::Html;

/// Elements may be nested so deep; browsers stop at half of it.
const MAX_NESTING: usize = 1_000;

/// Maximum number of font elements repeated because they were left open in an earlier paragraph.
const MAX_REPEATED: usize = 500_000;

/// Whether a page has a table: text alone says the rest as well.
pub(super) fn has_table(text: &str) -> bool {
    let starts = text
        .match_indices('<')
        .map(|(at, _)| &text.as_bytes()[at + 1..]);
    let mut names = starts.filter_map(|rest| rest.get(..5));
    names.any(|name| name.eq_ignore_ascii_case(b"table"))
}

/// The encoding that a page says it has.
pub(super) fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes[..bytes.len().min(1024)].to_ascii_lowercase();
    let at = start.windows(8).position(|it| it == b"charset=")? + 8;
    let value = start[at..].iter().skip_while(|b| matches!(b, b'"' | b'\''));
    let label: Vec<u8> = value
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
        .copied()
        .collect();
    // Had it been UTF-16, no label could have been read here.
    Encoding::for_label(&label).filter(|it| it.is_ascii_compatible())
}

/// Reads a page.
pub(super) fn read(text: &str, progress: &mut dyn FnMut(Progress)) -> Result<Document, Failure> {
    if text.len() > MAX_HTML_BYTES {
        return Err(Failure::too_large(
            "网页字节数",
            "bytes of a web page",
            MAX_HTML_BYTES,
        ));
    }
    let closing = text.matches("</").count();
    if text.matches('<').count() - closing > MAX_ELEMENTS {
        return Err(Failure::too_large(
            "网页元素数",
            "elements of a web page",
            MAX_ELEMENTS,
        ));
    }
    let extent = Extent::of(text);
    if extent.deepest > MAX_NESTING {
        return Err(Failure::too_large(
            "网页元素嵌套层数",
            "levels of nested elements",
            MAX_NESTING,
        ));
    }
    if extent.repeated > MAX_REPEATED {
        return Err(Failure::too_large(
            "网页中跨段落的字体元素数",
            "elements of fonts that go on over paragraphs",
            MAX_REPEATED,
        ));
    }
    // The clipboard of Windows puts a header before the page.
    let page = &text[text.find('<').unwrap_or(0)..];
    let page = Html::parse_document(page);
    let blocks = flow::blocks(&marks::of(&page))?;
    progress(Progress { done: 1, total: 1 });
    if blocks.is_empty() {
        return Err(Failure::empty());
    }
    Ok(Document {
        format: "html",
        blocks,
        ..Document::default()
    })
}
