//! Text → blocks in reading order.
use super::{
    Failure, MAX_TEXT_BYTES, Progress,
    lines::{self, Line},
    tabbed,
};
use crate::document::{Block, Document};

/// Reads a text that is no longer than the limit.
pub(super) fn read(text: &str, progress: &mut dyn FnMut(Progress)) -> Result<Document, Failure> {
    if text.len() > MAX_TEXT_BYTES {
        return Err(Failure::too_large(
            "文字字节数",
            "bytes of text",
            MAX_TEXT_BYTES,
        ));
    }
    let lines = lines::split(text);
    let mut blocks = Vec::new();
    let mut next = 0;
    while next < lines.len() {
        let (block, taken) = block(&lines[next..]);
        blocks.extend(block);
        next += taken;
    }
    progress(Progress {
        done: lines.len(),
        total: lines.len(),
    });
    if blocks.is_empty() {
        return Err(Failure::empty());
    }
    Ok(Document {
        format: "txt",
        blocks,
        pages: None,
        notes: Vec::new(),
    })
}

/// The block that starts with the first line, if any is printed there, and how many lines it takes.
fn block(lines: &[Line<'_>]) -> (Option<Block>, usize) {
    if let Some((grid, taken)) = tabbed::grid(lines) {
        return ((grid.rows > 0).then_some(Block::Grid(grid)), taken);
    }
    let line = lines[0];
    let is_printed = !line.is_blank() && !tabbed::is_rule(line.text);
    let paragraph = lines::printed(line.text, line.number, line.column);
    (is_printed.then_some(Block::Paragraph(paragraph)), 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Where;

    fn blocks(text: &str) -> Vec<Block> {
        read(text, &mut |_| {}).map_or(Vec::new(), |document| document.blocks)
    }

    #[test]
    fn rows_with_tabs_are_a_grid_whose_cells_know_their_place() {
        let blocks = blocks("单位：万元\n\n项 目\t 12.30 \t\n合计\t\t0.5\n---\t---\t---\n\n完。");
        let [
            Block::Paragraph(_),
            Block::Grid(grid),
            Block::Paragraph(last),
        ] = &blocks[..]
        else {
            panic!("{blocks:?}");
        };
        assert_eq!((grid.rows, grid.columns), (2, 3));
        assert_eq!(grid.text(0, 0), "项 目");
        let place = |row, column| grid.cell(row, column).map(|cell| cell.at.clone());
        let at = |line, column, end_column| {
            Some(Where::Text {
                line,
                column,
                end_column,
            })
        };
        assert_eq!(place(0, 1), at(3, 6, 11));
        assert_eq!(place(1, 1), at(4, 4, 4));
        assert_eq!(place(1, 2), at(4, 5, 8));
        assert_eq!(last.place(0, "完".len()), at(7, 1, 2));
    }
}
