//! Marks → blocks: paragraphs, and tables that are more than a frame around them.
use super::{
    marks::{Kind, Mark},
    table,
};
use crate::{
    document::Block,
    read::{Failure, flow::Flow, lines::is_unseen, raised::raised},
};

/// Maximum depth of frames inside frames.
const MOST_FRAMES: usize = 16;

/// The blocks of a page, in reading order.
pub(super) fn blocks(marks: &[Mark<'_>]) -> Result<Vec<Block>, Failure> {
    let mut flow = Flow::default();
    let mut cells = 0;
    let mut frames = 0;
    let mut next = 0;
    while let Some(mark) = marks.get(next) {
        next += 1;
        match mark {
            Mark::Open(Kind::Table) => {
                let length = table::length(&marks[next..]);
                let inner = &marks[next..next + length];
                if frames < MOST_FRAMES && table::is_frame(inner) {
                    frames += 1;
                    flow.end_paragraph();
                } else {
                    push_table(inner, &mut flow, &mut cells)?;
                    next += length + 1;
                }
            }
            Mark::Close(Kind::Table) => {
                frames -= 1;
                flow.end_paragraph();
            }
            Mark::Open(_) | Mark::Close(_) => flow.end_paragraph(),
            Mark::Break => flow.end_line(),
            Mark::Text(text) => push_text(&mut flow.line, text),
            Mark::Raised(text) => push_text(&mut flow.line, &raised(text)),
        }
    }
    Ok(flow.close())
}

/// Adds a table; `cells` counts those of the whole page, so that spans are bounded, too.
fn push_table(marks: &[Mark<'_>], flow: &mut Flow, cells: &mut usize) -> Result<(), Failure> {
    flow.end_paragraph();
    for caption in table::captions(marks) {
        flow.line = caption;
        flow.end_paragraph();
    }
    flow.end_blocks();
    let grid = table::grid(marks, flow.next_table(), cells)?;
    flow.push_grid(grid)
}

/// Adds text as a browser shows it: white space is one blank, but a line break of the source
/// between Chinese characters is none.
pub(super) fn push_text(line: &mut String, text: &str) {
    let is_space = |c: char| c.is_ascii_whitespace();
    let mut rest = text;
    while !rest.is_empty() {
        let body = rest.trim_start_matches(is_space);
        let space = &rest[..rest.len() - body.len()];
        let end = body.find(is_space).unwrap_or(body.len());
        let breaks_chinese =
            space.contains(['\n', '\r']) && line.ends_with(is_wide) && body.starts_with(is_wide);
        if !space.is_empty() && !breaks_chinese && !line.ends_with(' ') {
            line.push(' ');
        }
        line.extend(body[..end].chars().filter(|c| !is_unseen(*c)));
        rest = &body[end..];
    }
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}' | '“' | '”' | '…' | '—')
}
