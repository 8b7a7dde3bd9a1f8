//! Positions in text: bytes, which slices of strings are cut by, and columns, which a reader counts.
//! Two types, so that one cannot be passed for the other.
use serde::{Deserialize, Serialize};
use std::{
    fmt,
    ops::{Add, Range},
};

/// An offset in the bytes of a text.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct ByteOffset(pub usize);

impl ByteOffset {
    /// The offset behind the last byte of a text.
    pub fn end_of(text: &str) -> ByteOffset {
        ByteOffset(text.len())
    }

    /// The part of `text` between two offsets; `None` where one of them is outside it or inside a
    /// character.
    pub fn slice(text: &str, range: Range<ByteOffset>) -> Option<&str> {
        text.get(range.start.0..range.end.0)
    }
}

/// An offset in a text to which another text was appended at `self`.
impl Add for ByteOffset {
    type Output = ByteOffset;

    fn add(self, other: ByteOffset) -> ByteOffset {
        ByteOffset(self.0 + other.0)
    }
}

/// A column of a line or a paragraph: its characters, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CharColumn(pub u32);

impl CharColumn {
    /// The column of the first character.
    pub const FIRST: CharColumn = CharColumn(1);

    /// The column behind a text that begins here.
    pub fn behind(self, text: &str) -> CharColumn {
        CharColumn(self.0 + text.chars().count() as u32)
    }
}

impl Default for CharColumn {
    fn default() -> Self {
        CharColumn::FIRST
    }
}

impl fmt::Display for CharColumn {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_character_is_three_bytes_and_one_column() {
        let text = "预算12万元";
        assert_eq!(ByteOffset::end_of(text), ByteOffset(14));
        assert_eq!(CharColumn::FIRST.behind(text), CharColumn(7));
        let figure = ByteOffset(6)..ByteOffset(8);
        assert_eq!(ByteOffset::slice(text, figure), Some("12"));
        assert_eq!(ByteOffset::slice(text, ByteOffset(1)..ByteOffset(6)), None);
    }
}
