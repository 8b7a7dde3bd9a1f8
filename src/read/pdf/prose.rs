//! Lines → paragraphs. Where a line is full and the next one not indented, the next one goes on;
//! where that does not tell, the words do.
use super::line::Line;
use crate::{
    document::Paragraph,
    read::{
        paragraphs::{self, Piece},
        shape::{self, Shape},
    },
};

/// A line that begins further right than this, in sizes, is indented.
const INDENT: f32 = 1.2;
/// A line is full if what follows would not have fitted, but for so many sizes.
const SLACK: f32 = 0.4;
/// Sizes of letters on lines that go together differ by less.
const SAME_SIZE: f32 = 0.12;
/// Lines shorter than this part of the longest one tell nothing about margins.
const LONG: f32 = 0.7;
/// A line whose middle is so near to that of the text, in sizes, is centred.
const CENTRE: f32 = 1.5;
/// A gap of so many sizes between two lines is more than a line.
const WIDE_GAP: f32 = 3.5;

/// Where lines of running text begin and end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Margins {
    left: f32,
    right: f32,
}

impl Margins {
    /// The margins of these lines: of the longest ones among them.
    pub fn of<'a>(lines: impl IntoIterator<Item = &'a Line>) -> Self {
        let spans: Vec<(f32, f32)> = lines
            .into_iter()
            .map(|it| (it.left(), it.right()))
            .collect();
        let longest = spans.iter().map(|it| it.1 - it.0).fold(0.0, f32::max);
        let long = || spans.iter().filter(|it| it.1 - it.0 >= LONG * longest);
        Margins {
            left: long().map(|it| it.0).fold(f32::MAX, f32::min),
            right: long().map(|it| it.1).fold(f32::MIN, f32::max),
        }
    }

    /// The wider of both: a page of few lines has the margins of the others.
    pub fn or(self, other: Margins) -> Margins {
        Margins {
            left: self.left.min(other.left),
            right: self.right.max(other.right),
        }
    }
}

/// A line on its page.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    /// Page from 1.
    pub page: u32,
    /// The line.
    pub line: Line,
    /// Margins of the text that it stands in.
    pub margins: Margins,
}

/// How a line goes with the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    /// It goes on.
    Same,
    /// The words have to tell.
    Open,
    /// It begins something.
    New,
}

/// The paragraphs that lines make.
pub(super) fn paragraphs(lines: &[Placed]) -> Vec<Paragraph> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut above: Option<&Placed> = None;
    for placed in lines {
        let written = placed.line.written(placed.page);
        let link = above.map_or(Link::New, |it| link(it, placed, &written.text));
        match pieces.last_mut().filter(|_| link == Link::Same) {
            Some(piece) => paragraphs::append(&mut piece.paragraph, written),
            None => pieces.push(Piece {
                paragraph: written,
                gap: if link == Link::New { 2 } else { 0 },
            }),
        }
        above = Some(placed);
    }
    paragraphs::join(pieces)
}

fn link(above: &Placed, below: &Placed, text: &str) -> Link {
    let (first, second) = (&above.line, &below.line);
    let is_same_page = above.page == below.page;
    let is_far = is_same_page && second.y - first.y > WIDE_GAP * first.size.max(second.size);
    let is_resized = (first.size - second.size).abs() > SAME_SIZE * first.size.max(second.size);
    let tail = shape::tail(&first.text(), 12);
    let starts = shape::shape(text) != Shape::Plain;
    if is_far || is_resized || shape::ends_with_page(&tail) {
        return Link::New;
    }
    let indent = second.left() - below.margins.left;
    let is_indented = indent > INDENT * second.size;
    if is_centred(above) && is_centred(below) {
        return Link::Open;
    }
    if is_full(above, second) && !is_indented {
        let ends = shape::ends_sentence(&tail);
        return if starts && ends {
            Link::New
        } else if starts {
            Link::Open
        } else {
            Link::Same
        };
    }
    match is_indented || shape::ends_sentence(&tail) {
        true => Link::New,
        false => Link::Open,
    }
}

fn is_centred(placed: &Placed) -> bool {
    let Placed { line, margins, .. } = placed;
    let middle = (line.left() + line.right()) / 2.0;
    let indent = line.left() - margins.left;
    (middle - (margins.left + margins.right) / 2.0).abs() <= CENTRE * line.size
        && indent > 2.0 * INDENT * line.size
}

/// Whether what begins the next line would not have fitted on this one.
fn is_full(placed: &Placed, next: &Line) -> bool {
    let room = placed.margins.right - placed.line.right();
    unbroken(next) > room - SLACK * next.size
}

/// Width of what cannot be broken at the start of a line: a word, a figure, a sign that may not
/// stand first, with the character before it.
fn unbroken(line: &Line) -> f32 {
    let mut glyphs = line.glyphs.iter().peekable();
    let mut width = 0.0;
    while let Some(glyph) = glyphs.next() {
        width += glyph.width;
        let Some(next) = glyphs.peek() else { break };
        let holds = !(next.sign.is_whitespace() || glyph.sign.is_whitespace())
            && (glyph.sign.is_ascii() && next.sign.is_ascii() || is_never_first(next.sign));
        if !holds {
            break;
        }
    }
    width
}

fn is_never_first(sign: char) -> bool {
    "，。、；：！？）》”’%,.;:!?)".contains(sign)
}
