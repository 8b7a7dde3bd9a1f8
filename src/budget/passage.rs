//! Words as they stand in the document: what headings, sentences and worded cells are to the rules
//! that read them as words.
use crate::{
    document::{Paragraph, Where},
    money::half_width,
    offset::ByteOffset,
};
use std::ops::Range;

/// A paragraph, or a cell that holds words.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// Index of the block.
    pub block: usize,
    /// Row and column of the grid, if it is a cell.
    pub cell: Option<(usize, usize)>,
    /// The text without blanks, its signs in half width.
    pub plain: String,
    paragraph: Paragraph,
}

impl Passage {
    /// A paragraph of a block.
    pub fn paragraph(block: usize, paragraph: &Paragraph) -> Self {
        Passage {
            block,
            cell: None,
            plain: plain(&paragraph.text),
            paragraph: paragraph.clone(),
        }
    }

    /// A cell of a grid.
    pub fn cell(block: usize, cell: &crate::document::Cell) -> Self {
        Passage {
            block,
            cell: Some((cell.row, cell.column)),
            plain: plain(&cell.text),
            paragraph: Paragraph {
                text: cell.text.clone(),
                pieces: vec![(ByteOffset(0), cell.at.clone())],
            },
        }
    }

    /// The text as printed.
    pub fn text(&self) -> &str {
        &self.paragraph.text
    }

    /// What is printed where these bytes of `plain` come from.
    pub fn printed(&self, range: Range<usize>) -> &str {
        ByteOffset::slice(self.text(), self.original(range)).unwrap_or_default()
    }

    /// Where these bytes of `plain` stood in the file.
    pub fn place(&self, range: Range<usize>) -> Option<Where> {
        if self.cell.is_some() {
            return self.paragraph.pieces.first().map(|it| it.1.clone());
        }
        self.paragraph.place(self.original(range))
    }

    /// The bytes of the text that these bytes of `plain` come from.
    fn original(&self, range: Range<usize>) -> Range<ByteOffset> {
        let mut behind = 0;
        let (mut start, mut end) = (None, 0);
        for (offset, sign) in self.text().char_indices().filter(|it| is_kept(it.1)) {
            let at = behind;
            behind += half_width(sign).len_utf8();
            if behind > range.start && at < range.end {
                start = start.or(Some(offset));
                end = offset + sign.len_utf8();
            }
        }
        ByteOffset(start.unwrap_or(end))..ByteOffset(end)
    }
}

fn plain(text: &str) -> String {
    let kept = text.chars().filter(|sign| is_kept(*sign));
    kept.map(half_width).collect()
}

fn is_kept(sign: char) -> bool {
    !sign.is_whitespace() && !matches!(sign, '\u{200b}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_without_blanks_is_shown_with_them() {
        let paragraph = Paragraph {
            text: "预算 1.00 万 元，持平".to_owned(),
            pieces: Vec::new(),
        };
        let passage = Passage::paragraph(0, &paragraph);
        let start = passage.plain.find("万元").expect("it is there");
        assert_eq!(passage.plain, "预算1.00万元,持平");
        assert_eq!(passage.printed(start..start + "万元".len()), "万 元");
    }
}
