//! Gathers the words of a document: its paragraphs, and cells that hold more than a figure.
use crate::{
    budget::Passage,
    document::{Block, Document},
};

/// Shorter cells without letters are figures; a longer one may be a number of another kind.
const LONGEST_FIGURE: usize = 10;

/// Every paragraph and every cell of words, in reading order.
pub fn passages(document: &Document) -> Vec<Passage> {
    let mut passages = Vec::new();
    for (block, it) in document.blocks.iter().enumerate() {
        match it {
            Block::Paragraph(paragraph) => passages.push(Passage::paragraph(block, paragraph)),
            Block::Grid(grid) => {
                let worded = grid.cells.iter().filter(|it| has_words(&it.text));
                passages.extend(worded.map(|it| Passage::cell(block, it)));
            }
        }
    }
    passages
}

fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) || text.len() > LONGEST_FIGURE
}
