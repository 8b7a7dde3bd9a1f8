//! Text → blocks in reading order.
use super::{
    Failure, MAX_CELLS, MAX_LINES, MAX_TEXT_BYTES, Progress,
    aligned::{self, Aligned},
    captions, commas, heads,
    lines::{self, Line},
    pages,
    paragraphs::Piece,
    piped,
    rows::{self, Row},
    stacked::Stacked,
    tabbed::{self, Run},
};
use crate::document::{Block, Document, Doubt, Grid};

/// Lines between two reports of progress.
const REPORT_EVERY: usize = 50_000;

/// Whether so many bytes of text are read at all.
pub(super) fn check_size(bytes: usize) -> Result<(), Failure> {
    if bytes > MAX_TEXT_BYTES {
        return Err(Failure::too_large(
            "文字字节数",
            "bytes of text",
            MAX_TEXT_BYTES,
        ));
    }
    Ok(())
}

/// Reads a text.
pub(super) fn read(text: &str, progress: &mut dyn FnMut(Progress)) -> Result<Document, Failure> {
    check_size(text.len())?;
    let mut lines = lines::split(text);
    if lines.len() > MAX_LINES {
        return Err(Failure::too_large("行数", "lines", MAX_LINES));
    }
    pages::drop_numbers(&mut lines);
    let (format, sign) = if commas::part_cells(text) {
        ("csv", ',')
    } else {
        ("txt", '\t')
    };
    heads::drop_heads(&mut lines, sign);
    let mut flow = Flow::default();
    let mut next = 0;
    let mut reported = 0;
    while next < lines.len() {
        next += flow.take(&lines[next..], sign)?;
        if next - reported >= REPORT_EVERY || next == lines.len() {
            reported = next;
            progress(Progress {
                done: next,
                total: lines.len(),
            });
        }
    }
    flow.close(format)
}

/// The blocks so far, and the lines that no block has yet.
#[derive(Default)]
struct Flow {
    blocks: Vec<Block>,
    pieces: Vec<Piece>,
    gap: usize,
    is_page_broken: bool,
    cells: usize,
    aligned: Aligned,
    stacked: Stacked,
}

impl Flow {
    /// Takes what starts with the first line; says how many lines that are.
    fn take(&mut self, lines: &[Line<'_>], sign: char) -> Result<usize, Failure> {
        if lines[0].is_blank() && !lines[0].text.contains(sign) {
            self.push_line(&lines[0]);
            return Ok(1);
        }
        let mut runs: Vec<Run> = tabbed::run(lines, sign)?.into_iter().collect();
        if runs.is_empty() {
            runs = piped::runs(lines)?;
        }
        if runs.is_empty() {
            runs.extend(aligned::run(lines));
        }
        if runs.is_empty() {
            runs.push(Run::Prose(1));
        }
        let mut next = 0;
        for run in runs {
            next += self.push_run(run, &lines[next..])?;
        }
        Ok(next)
    }

    /// Takes a run that starts with the first line; says how many lines it has.
    fn push_run(&mut self, run: Run, lines: &[Line<'_>]) -> Result<usize, Failure> {
        match run {
            Run::Rows(rows, taken) => {
                self.push_rows(rows, None)?;
                Ok(taken)
            }
            Run::Aligned(rows, taken) => {
                self.aligned.read_at(lines[0].number);
                self.push_rows(rows, Some(Doubt::Aligned))?;
                Ok(taken)
            }
            Run::Prose(taken) => {
                lines[..taken].iter().for_each(|line| self.push_line(line));
                Ok(taken)
            }
        }
    }

    fn push_rows(&mut self, rows: Vec<Row>, doubt: Option<Doubt>) -> Result<(), Failure> {
        let grid = Grid {
            doubt,
            ..rows::grid(rows)?
        };
        self.cells += grid.rows * grid.columns;
        if self.cells > MAX_CELLS {
            return Err(Failure::too_many_cells());
        }
        self.end_paragraphs();
        if grid.rows > 0 {
            self.blocks.extend(captions::parted(grid));
        }
        Ok(())
    }

    fn push_line(&mut self, line: &Line<'_>) {
        self.is_page_broken |= line.page_break;
        if line.is_blank() {
            self.gap += 1;
            return;
        }
        if lines::is_drawn(line.text) {
            return;
        }
        // However much space a page break leaves, a sentence may go on behind it.
        self.aligned.look_at(line);
        let gap = if self.is_page_broken { 1 } else { self.gap };
        let paragraph = lines::printed(line.text, line.number, line.column);
        self.pieces.push(Piece { paragraph, gap });
        self.gap = 0;
        self.is_page_broken = false;
    }

    fn end_paragraphs(&mut self) {
        let pieces = std::mem::take(&mut self.pieces);
        self.blocks.extend(self.stacked.blocks(pieces));
        self.gap = 0;
        self.is_page_broken = false;
    }

    fn close(mut self, format: &'static str) -> Result<Document, Failure> {
        self.end_paragraphs();
        if self.blocks.is_empty() {
            return Err(Failure::empty());
        }
        Ok(Document {
            format,
            blocks: self.blocks,
            notes: self.aligned.notes().chain(self.stacked.note()).collect(),
            ..Document::default()
        })
    }
}
