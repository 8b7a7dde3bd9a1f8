//! The words of a passage that carry meaning: the longest at each place, none inside another.
use crate::{
    claim::Severity,
    language::lexicon::{self, Course, Found, Hit, Kind},
    note::Text,
};
use std::ops::Range;

/// A slip of the pen: the bytes it stands on, how serious it is, and what it is.
pub type Slip = (Range<usize>, Severity, Text);

/// The words of a text, in order.
pub fn words(plain: &str) -> Vec<Hit> {
    let mut words: Vec<Hit> = Vec::new();
    for hit in lexicon::hits(plain) {
        let behind = words.last().map_or(0, |it| it.end);
        if hit.start >= behind && !is_part_of_name(plain, &hit, behind) {
            words.push(hit);
        }
    }
    words
}

/// Whether a word of one sign stands inside words that are not known: 公共 is not 共.
fn is_part_of_name(plain: &str, hit: &Hit, behind: usize) -> bool {
    let before = plain[..hit.start].chars().next_back();
    let glued = hit.start > behind && before.is_some_and(is_han);
    let counts = plain[hit.end..].starts_with(|it: char| it.is_ascii_digit());
    glued && !counts && lexicon::is_only_by_itself(&plain[hit.start..hit.end])
}

/// What a word means; a name of a thing means nothing by itself.
pub fn kind(hit: &Hit) -> Option<Kind> {
    match hit.found {
        Found::Word(kind) => Some(kind),
        Found::Name(_) => None,
    }
}

/// Which way a word says that something moved.
pub fn course(hit: &Hit) -> Option<Course> {
    match kind(hit) {
        Some(Kind::Direction(course @ (Course::Up | Course::Down))) => Some(course),
        _ => None,
    }
}

/// Whether a word has at least two signs: one alone is often a part of another word.
pub fn is_long(hit: &Hit) -> bool {
    hit.end - hit.start > '一'.len_utf8()
}

/// Whether a sign is a Chinese character.
pub fn is_han(sign: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&sign)
}

/// The sentence around a byte, up to its full stop or semicolon.
pub fn sentence(plain: &str, at: usize) -> &str {
    let start = plain[..at].rfind(ENDS).map_or(0, |it| {
        it + plain[it..].chars().next().map_or(0, char::len_utf8)
    });
    let end = plain[at..].find(ENDS).map_or(plain.len(), |it| at + it);
    &plain[start..end]
}

/// What ends a sentence.
pub const ENDS: [char; 3] = ['。', '；', ';'];
