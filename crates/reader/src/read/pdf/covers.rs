//! What is drawn over: signs under an area that was filled later are not seen.
use super::{geometry::Area, page::Page};

/// Most filled areas of a page that are looked under.
const MAX_COVERS: usize = 10_000;

/// An area that was filled, and how many signs were on the page before it.
#[derive(Debug, Clone, Copy)]
struct Cover {
    area: Area,
    signs: usize,
}

/// Areas that were filled so that nothing shows through.
#[derive(Debug, Default)]
pub(super) struct Covers {
    covers: Vec<Cover>,
}

impl Covers {
    /// Adds an area that hides the signs that are on the page so far.
    pub fn push(&mut self, area: Area, signs: usize) {
        if signs > 0 && !area.is_empty() && self.covers.len() < MAX_COVERS {
            self.covers.push(Cover { area, signs });
        }
    }

    /// Takes the signs off the page that are not seen.
    pub fn apply(&self, page: &mut Page) {
        if self.covers.is_empty() {
            return;
        }
        let mut by_height: Vec<(f32, usize)> = (page.glyphs.iter().enumerate())
            .map(|(index, glyph)| (glyph.centre().y, index))
            .collect();
        by_height.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut is_hidden = vec![false; page.glyphs.len()];
        for Cover { area, signs } in &self.covers {
            let from = by_height.partition_point(|it| it.0 < area.top);
            let level = by_height[from..].iter();
            for (_, index) in level.take_while(|it| it.0 <= area.bottom) {
                is_hidden[*index] |= index < signs && is_under(area, page, *index);
            }
        }
        let mut hidden = is_hidden.into_iter();
        let mut last = None;
        page.glyphs.retain(|glyph| {
            let is_hidden = hidden.next().unwrap_or(false);
            let is_next_run = is_hidden && !glyph.sign.is_whitespace() && last != Some(glyph.run);
            if is_next_run {
                last = Some(glyph.run);
                page.hidden += 1;
            }
            !is_hidden
        });
    }
}

/// Whether a sign lies in an area with its middle and most of its height.
fn is_under(area: &Area, page: &Page, index: usize) -> bool {
    let glyph = &page.glyphs[index];
    area.holds(glyph.centre(), 0.0) && area.height() >= glyph.size / 2.0
}
