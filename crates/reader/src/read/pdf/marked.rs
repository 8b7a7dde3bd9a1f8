//! Marked pieces of a drawing: those on a layer that is off are not seen, and some say in plain
//! characters what their signs show.
use super::page::{Page, UNKNOWN};
use hayro_syntax::object::{Dict, String as Bytes};

/// Pieces that are open.
#[derive(Default)]
pub(super) struct Marked {
    open: Vec<Piece>,
    hidden: usize,
}

struct Piece {
    text: Option<String>,
    is_hidden: bool,
    /// Signs on the page before it.
    start: usize,
}

/// Maximum depth of marked pieces.
const MAX_OPEN: usize = 4_096;

impl Marked {
    /// Begins a piece, so many signs being drawn.
    pub fn begin(&mut self, properties: Option<&Dict<'_>>, is_hidden: bool, start: usize) {
        let text = properties.and_then(|it| it.get::<Bytes<'_>>("ActualText"));
        if self.open.len() < MAX_OPEN {
            self.hidden += usize::from(is_hidden);
            self.open.push(Piece {
                text: text.map(|it| decoded(it.as_bytes())),
                is_hidden,
                start,
            });
        }
    }

    /// Ends the innermost piece.
    pub fn end(&mut self, page: &mut Page) {
        if let Some(piece) = self.open.pop() {
            self.hidden -= usize::from(piece.is_hidden);
            if let Some(text) = piece.text {
                replace(page, piece.start, &text);
            }
        }
    }

    /// Whether nothing is seen of what is drawn now.
    pub fn is_hidden(&self) -> bool {
        self.hidden > 0
    }
}

/// Gives the signs from `start` their characters, if they lack any; each sign's own is worth more.
fn replace(page: &mut Page, start: usize, text: &str) {
    let Some(glyphs) = page.glyphs.get_mut(start..) else {
        return;
    };
    let unknown = glyphs.iter().filter(|it| it.sign == UNKNOWN).count();
    if unknown == 0 || text.chars().count() != glyphs.len() {
        return;
    }
    for (glyph, sign) in glyphs.iter_mut().zip(text.chars()) {
        glyph.sign = sign;
    }
    page.unknown = page.unknown.saturating_sub(unknown);
}

/// A text of the file: UTF-16 with its mark, or one byte a character.
fn decoded(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(rest) => encoding_rs::UTF_16BE
            .decode_without_bom_handling(rest)
            .0
            .into_owned(),
        None => encoding_rs::mem::decode_latin1(bytes).into_owned(),
    }
}
