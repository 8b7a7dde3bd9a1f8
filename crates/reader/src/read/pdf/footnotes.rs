//! Marks of footnotes on a page: small numbers set above the line. They are put on the line as raised
//! signs, so that they neither make a line of their own nor run into the figure before them.
use super::page::{Glyph, Page};
use crate::{money::is_raised, read::raised::raised_sign};
use std::ops::Range;

/// A mark is at most so much as large as what it stands behind.
const SMALLER: f32 = 0.8;
/// How far it stands above the line, in sizes of what it stands behind.
const ABOVE: Range<f32> = 0.12..0.75;
/// How far it stands behind that, in the same measure.
const BEHIND: Range<f32> = -0.2..0.35;

/// Puts the marks of a page on their lines.
pub(super) fn settle(page: &mut Page) {
    let mut before: Option<Glyph> = None;
    for glyph in &mut page.glyphs {
        match before.as_mut().filter(|it| is_mark_behind(it, glyph)) {
            Some(before) => {
                glyph.sign = raised_sign(glyph.sign);
                glyph.y = before.y;
                before.width = glyph.right() - before.x;
            }
            None => before = Some(*glyph),
        }
    }
}

/// Whether a sign is a part of a mark behind another one.
fn is_mark_behind(before: &Glyph, glyph: &Glyph) -> bool {
    let above = (before.y - glyph.y) / before.size;
    let behind = (glyph.x - before.right()) / before.size;
    let is_of_mark = is_raised(raised_sign(glyph.sign)) || "()[]*,①②③④⑤注".contains(glyph.sign);
    glyph.turns == before.turns
        && glyph.size <= SMALLER * before.size
        && ABOVE.contains(&above)
        && BEHIND.contains(&behind)
        && is_of_mark
}
