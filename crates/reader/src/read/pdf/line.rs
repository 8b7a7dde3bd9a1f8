//! Signs → lines. Signs stand on one line if their baselines are nearly the same, in whatever
//! order they were drawn.
use super::{
    geometry::Area,
    page::{Glyph, UNKNOWN},
};
use crate::{
    document::{Paragraph, Where},
    offset::ByteOffset,
};
use std::collections::BTreeMap;

/// Signs on one line are off by at most so much of their size.
const SHIFT: f32 = 0.45;
/// A gap of more than this, in sizes, is a blank.
const BLANK: f32 = 0.3;
/// The same sign twice within this, in sizes, is drawn twice to look bold.
const TWICE: f32 = 0.2;
/// Signs that cover so much of each other are not side by side.
const OVERLAP: f32 = 0.4;
/// At most one such pair occurs in this many glyphs.
const MOST_OVERLAPS: usize = 5;
/// Maximum number of earlier lines that a glyph may belong to.
const BACK: usize = 4;

/// Signs on one line, from the left.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// The signs.
    pub glyphs: Vec<Glyph>,
    /// Its baseline.
    pub y: f32,
    /// Size of its largest signs.
    pub size: f32,
}

/// The lines that signs make, from the top.
pub(super) fn lines(mut glyphs: Vec<Glyph>) -> Vec<Line> {
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
    let mut lines: Vec<Line> = Vec::new();
    for glyph in glyphs {
        let fits =
            |it: &&mut Line| (glyph.y - it.y).abs() <= SHIFT * it.size.min(glyph.size).max(1.0);
        match lines.iter_mut().rev().take(BACK).find(fits) {
            Some(line) => {
                if glyph.size > line.size {
                    (line.y, line.size) = (glyph.y, glyph.size);
                }
                line.glyphs.push(glyph);
            }
            None => lines.push(Line {
                y: glyph.y,
                size: glyph.size,
                glyphs: vec![glyph],
            }),
        }
    }
    lines.iter_mut().for_each(Line::tidy);
    let mut lines: Vec<Line> = lines.into_iter().flat_map(Line::apart).collect();
    lines.retain(|it| !it.glyphs.is_empty());
    lines.sort_by(|a, b| a.y.total_cmp(&b.y));
    lines
}

/// What a sign of a font of symbols, or without a character, stands for at the start of a line.
const BULLET: char = '•';

/// A sign of a font of symbols, or without a character.
pub(super) fn is_symbol(sign: char) -> bool {
    matches!(sign, UNKNOWN | '\u{e000}'..='\u{f8ff}')
}

/// What a sign is part of: figures have places of their own.
fn is_of_figure(sign: char) -> bool {
    sign.is_ascii_digit() || matches!(sign, ',' | '.' | '%' | '-')
}

/// Whether two signs of one line are one that was drawn twice: never those of one run, however
/// narrow they are.
fn is_drawn_twice(one: &Glyph, other: &Glyph) -> bool {
    one.sign == other.sign
        && one.run != other.run
        && (one.x - other.x).abs() < TWICE * one.size.min(other.size)
}

impl Line {
    /// Orders the signs, drops those drawn twice, and blanks at both ends.
    fn tidy(&mut self) {
        let mut glyphs = std::mem::take(&mut self.glyphs);
        glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
        glyphs.dedup_by(|b, a| is_drawn_twice(a, b));
        let is_seen = |it: &Glyph| !it.sign.is_whitespace();
        let start = glyphs.iter().position(is_seen).unwrap_or(glyphs.len());
        let end = glyphs.iter().rposition(is_seen).map_or(start, |it| it + 1);
        self.glyphs = glyphs.drain(start..end).collect();
    }

    /// Lines that were printed over each other, taken apart again.
    fn apart(self) -> Vec<Line> {
        let overlaps = |pair: &[Glyph]| match pair {
            [left, right] => left.right() - right.x > OVERLAP * left.width.min(right.width),
            _ => false,
        };
        let count = self.glyphs.windows(2).filter(|it| overlaps(it)).count();
        if count * MOST_OVERLAPS <= self.glyphs.len() {
            return vec![self];
        }
        let mut heights: BTreeMap<i32, Vec<Glyph>> = BTreeMap::new();
        for glyph in self.glyphs {
            heights
                .entry((glyph.y * 2.0).round() as i32)
                .or_default()
                .push(glyph);
        }
        let line = |glyphs: Vec<Glyph>| {
            let first = glyphs
                .first()
                .map_or((self.y, self.size), |it| (it.y, it.size));
            let (y, size) = first;
            let mut line = Line { glyphs, y, size };
            line.tidy();
            line
        };
        heights.into_values().map(line).collect()
    }

    /// Size of the sign in the middle, were they ordered by size: one larger sign tells nothing.
    pub fn usual_size(&self) -> f32 {
        let mut sizes: Vec<f32> = self.glyphs.iter().map(|it| it.size).collect();
        sizes.sort_by(f32::total_cmp);
        sizes.get(sizes.len() / 2).copied().unwrap_or(self.size)
    }

    /// Where it begins.
    pub fn left(&self) -> f32 {
        self.glyphs.first().map_or(0.0, |it| it.x)
    }

    /// Where it ends.
    pub fn right(&self) -> f32 {
        self.glyphs
            .iter()
            .map(Glyph::right)
            .fold(f32::MIN, f32::max)
    }

    /// Its area.
    pub fn area(&self) -> Area {
        Area {
            left: self.left(),
            top: self.y - 0.88 * self.size,
            right: self.right(),
            bottom: self.y + 0.18 * self.size,
        }
    }

    /// The line parted at gaps of more than so many sizes.
    pub fn parted(&self, sizes: f32) -> Vec<Line> {
        let mut parts: Vec<Line> = Vec::new();
        let mut right = f32::MIN;
        let mut blanks: Vec<Glyph> = Vec::new();
        for glyph in &self.glyphs {
            if glyph.sign.is_whitespace() {
                blanks.push(*glyph);
                continue;
            }
            let goes_on = glyph.x - right <= sizes * self.size;
            right = if goes_on {
                right.max(glyph.right())
            } else {
                glyph.right()
            };
            let between = std::mem::take(&mut blanks);
            match parts.last_mut().filter(|_| goes_on) {
                Some(part) => {
                    part.glyphs.extend(between);
                    part.glyphs.push(*glyph);
                }
                None => parts.push(Line {
                    glyphs: vec![*glyph],
                    ..*self
                }),
            }
        }
        parts
    }

    /// Its text.
    pub fn text(&self) -> String {
        self.written(0).text
    }

    /// Its text, with the place of every figure and of the words between them on a page.
    pub fn written(&self, page: u32) -> Paragraph {
        let mut writer = Writer::new(page, self.area());
        for glyph in &self.glyphs {
            writer.push(glyph);
        }
        writer.close()
    }
}

/// Writes a line down.
struct Writer {
    page: u32,
    area: Area,
    text: String,
    pieces: Vec<(ByteOffset, Area)>,
    last: Option<Glyph>,
}

impl Writer {
    fn new(page: u32, area: Area) -> Self {
        Writer {
            page,
            area,
            text: String::new(),
            pieces: Vec::new(),
            last: None,
        }
    }

    fn push(&mut self, glyph: &Glyph) {
        let gap = self.last.map_or(0.0, |it| glyph.x - it.right());
        if glyph.sign.is_whitespace() || gap > BLANK * glyph.size {
            self.push_blank();
        }
        if glyph.sign.is_whitespace() {
            self.last = self.last.map(|it| Glyph {
                width: it.width.max(glyph.right() - it.x),
                ..it
            });
            return;
        }
        let begins = self.text.ends_with(' ')
            || self
                .last
                .is_none_or(|it| is_of_figure(it.sign) != is_of_figure(glyph.sign));
        let area = Area {
            left: glyph.x,
            right: glyph.right(),
            ..self.area
        };
        match self.pieces.last_mut().filter(|_| !begins) {
            Some((_, piece)) => *piece = piece.joined(&area),
            None => self.pieces.push((ByteOffset::end_of(&self.text), area)),
        }
        self.text.push(glyph.sign);
        self.last = Some(*glyph);
    }

    fn push_blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }

    /// A symbol that a line begins with is a bullet, unless it is a part of a figure or a word of such
    /// signs.
    fn set_bullet(&mut self) {
        let mut signs = self.text.chars();
        let (first, second) = (signs.next(), signs.next());
        let goes_on = second.is_some_and(|it| is_symbol(it) || is_of_figure(it));
        if let Some(first) = first.filter(|it| is_symbol(*it) && !goes_on) {
            self.text
                .replace_range(..first.len_utf8(), BULLET.encode_utf8(&mut [0; 4]));
        }
    }

    fn close(mut self) -> Paragraph {
        self.set_bullet();
        let page = self.page;
        let place = |(start, area): (ByteOffset, Area)| {
            let bounds = area.bounds();
            (start, Where::Page { page, bounds })
        };
        Paragraph {
            pieces: self.pieces.into_iter().map(place).collect(),
            text: self.text,
        }
    }
}
