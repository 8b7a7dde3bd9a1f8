//! The two samples that the page offers: a sound disclosure, and the same with errors planted.
use super::{Layout, Options, Richness, disclosure, text};

/// A sound disclosure in which every table has content.
pub fn sound() -> String {
    let layout = Layout {
        rows_on_page: Some(20),
        broken_words: true,
        broken_paragraphs: true,
        spaced: false,
    };
    text(&disclosure(&Options {
        layout,
        ..Options::new(SEED, Richness::Everything)
    }))
}

/// A unit with many kinds of money and projects.
const SEED: u64 = 11;
