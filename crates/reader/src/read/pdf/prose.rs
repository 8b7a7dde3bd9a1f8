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

use std::collections::BTreeMap;

/// A line that begins further right than this, in sizes, is indented.
const INDENT: f32 = 1.2;
/// A line is full if what follows would not have fitted, but for so many sizes.
const SLACK: f32 = 0.4;
/// A line with so many sizes left may have been broken by hand.
const NEARLY_FULL: f32 = 6.0;
/// Sizes of letters on lines that go together differ by less.
const SAME_SIZE: f32 = 0.12;
/// Lines shorter than this part of the longest one tell nothing about margins.
const LONG: f32 = 0.7;
/// Minimum number of long lines from which the margins of a page are read.
const LEAST_LONG: usize = 3;
/// Pages whose text is as wide as usual differ by so much of it.
const SAME_WIDTH: f32 = 0.1;
/// Lines whose middles are so near to each other, in sizes, are centred.
const CENTRE: f32 = 0.8;
/// Centred lines of letters so much larger than usual are one title.
const LARGE: f32 = 1.25;
/// So are only lines that follow at this distance, in sizes.
const CLOSE: f32 = 2.5;
/// Maximum number of pieces of a paragraph.
const MOST_PIECES: usize = 5_000;
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

    /// The margins of a page, or those that are usual if its lines are too few or too short to tell.
    pub fn of_page<'a>(lines: impl Iterator<Item = &'a Line> + Clone, usual: Margins) -> Self {
        let own = Margins::of(lines.clone());
        let width = usual.right - usual.left;
        let is_long = |it: &&Line| it.right() - it.left() >= LONG * width;
        let has_usual_width = (own.right - own.left - width).abs() <= SAME_WIDTH * width;
        if lines.filter(is_long).count() >= LEAST_LONG && has_usual_width {
            return own;
        }
        usual
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
    /// How large letters are in most of the text.
    pub usual_size: f32,
}

/// The size of letters of most signs.
pub(super) fn usual_size<'a>(lines: impl IntoIterator<Item = &'a Line>) -> f32 {
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for line in lines {
        *counts.entry((line.size * 2.0).round() as i32).or_insert(0) += line.glyphs.len();
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    most.map_or(0.0, |(half_points, _)| half_points as f32 / 2.0)
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
        let last = pieces.last().map_or(0, |it| it.paragraph.pieces.len());
        let link = match above {
            Some(above) if last < MOST_PIECES => link(above, placed, &written.text),
            _ => Link::New,
        };
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
    let sizes = (first.usual_size(), second.usual_size());
    let is_resized = (sizes.0 - sizes.1).abs() > SAME_SIZE * sizes.0.max(sizes.1);
    let tail = shape::tail(&first.text(), 12);
    let starts = shape::shape(text) != Shape::Plain;
    if is_far || is_resized || shape::ends_with_page(&tail) {
        return Link::New;
    }
    let indent = second.left() - below.margins.left;
    let is_indented = indent > INDENT * second.size;
    if is_centred(above, below) {
        let is_title = first.size >= LARGE * above.usual_size
            && is_same_page
            && second.y - first.y <= CLOSE * first.size
            && [first, second]
                .iter()
                .all(|it| shape::shape(&it.text()) == Shape::Plain);
        return if is_title && !shape::ends_title(&tail) {
            Link::Same
        } else {
            Link::Open
        };
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
    let is_long = above.margins.right - first.right() <= NEARLY_FULL * first.size;
    match is_indented && !is_long || shape::ends_sentence(&tail) {
        true => Link::New,
        false => Link::Open,
    }
}

/// Whether two lines of different lengths have the same middle, and neither begins at the margin.
fn is_centred(above: &Placed, below: &Placed) -> bool {
    let middle = |it: &Placed| (it.line.left() + it.line.right()) / 2.0;
    let size = above.line.size.max(below.line.size);
    let is_away = |it: &Placed| it.line.left() - it.margins.left > INDENT * size;
    (middle(above) - middle(below)).abs() <= CENTRE * size
        && (above.line.left() - below.line.left()).abs() > CENTRE * size
        && is_away(above)
        && is_away(below)
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
            && (glyph.sign.is_ascii() && next.sign.is_ascii()
                || is_never_first(next.sign)
                || is_never_last(glyph.sign));
        if !holds {
            break;
        }
    }
    width
}

fn is_never_last(sign: char) -> bool {
    "（《“‘〔([".contains(sign)
}

fn is_never_first(sign: char) -> bool {
    "，。、；：！？）》”’%,.;:!?)".contains(sign)
}
