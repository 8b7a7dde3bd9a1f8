//! Small budgets drawn as tables: shown on the rule's page, run as tests.
//!
//! ```text
//! 支出总表 | 合计 | 基本支出 | 项目支出      a line whose first cell ends in 表 begins a table
//! 201     | [9]  | 3       | 2            brackets mark the figure that is wrong
//! |                                       a blank row begins the right half
//! 收入预算 [9.00] 万元。                     a line without bars is running text
//! 〔批注〕                                  something that the file holds and does not show
//! ```
//! A drawing becomes a document and goes through recognition like any other.
use crate::{
    budget::{Budget, FactId, Spot},
    document::{Block, Cell, Document, Grid, Paragraph, Trace, TraceKind, Where},
    offset::ByteOffset,
    recognize::recognize,
    words::is_digits,
};

/// A drawn budget and the figures marked as wrong.
#[derive(Debug, Default)]
pub struct Example {
    /// As recognised.
    pub budget: Budget,
    /// Marked figures.
    pub marked: Vec<FactId>,
}

/// A drawn table: its form, column headings, and rows of the left and the right half.
#[derive(Debug, Default)]
pub struct Drawing {
    /// The name of the form.
    pub form: String,
    /// Headings of the amount columns.
    pub columns: Vec<String>,
    /// Rows of each half: label and cells; a wrong figure keeps its brackets.
    pub halves: Vec<Vec<Vec<String>>>,
}

/// A piece of a drawing.
#[derive(Debug)]
pub enum Piece {
    /// A table.
    Table(Drawing),
    /// A line of running text; a wrong figure keeps its brackets.
    Text(String),
}

/// Reads the pieces of a drawing, in order: lines with bars are tables, others are text.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for line in text.lines().map(str::trim).filter(|it| !it.is_empty()) {
        if !line.contains('|') {
            pieces.push(Piece::Text(line.to_owned()));
            continue;
        }
        let cells: Vec<String> = line.split('|').map(|it| it.trim().to_owned()).collect();
        match pieces.last_mut() {
            _ if cells[0].ends_with('表') => pieces.push(Piece::Table(Drawing {
                form: cells[0].clone(),
                columns: cells[1..].to_vec(),
                halves: vec![Vec::new()],
            })),
            Some(Piece::Table(drawing)) if cells.iter().all(String::is_empty) => {
                drawing.halves.push(Vec::new())
            }
            Some(Piece::Table(drawing)) => drawing
                .halves
                .last_mut()
                .into_iter()
                .for_each(|it| it.push(cells.clone())),
            _ => {}
        }
    }
    pieces
}

/// The tables of a drawing.
pub fn drawings(text: &str) -> Vec<Drawing> {
    let table = |piece| match piece {
        Piece::Table(drawing) => Some(drawing),
        Piece::Text(_) => None,
    };
    pieces(text).into_iter().filter_map(table).collect()
}

/// A drawn document, and the spots marked as wrong.
#[derive(Debug, Default)]
struct Sheet {
    document: Document,
    marks: Vec<(usize, Spot)>,
}

impl Sheet {
    fn table(&mut self, drawing: &Drawing, unit: &str) {
        for line in [drawing.form.as_str(), unit] {
            self.document.blocks.push(paragraph(line));
        }
        let block = self.document.blocks.len();
        let (grid, marked) = drawing.grid();
        let marked = marked
            .into_iter()
            .map(|(row, column)| (block, Spot::Cell { row, column }));
        self.marks.extend(marked);
        self.document.blocks.push(Block::Grid(grid));
    }

    fn trace(&mut self, line: &str) {
        let name = line.trim_matches([TRACE, '〕']);
        let kind = TraceKind::ALL.into_iter().find(|it| it.name().0 == name);
        let trace = kind.and_then(|it| Trace::counted(it, 1));
        self.document.traces.extend(trace);
    }

    fn text(&mut self, line: &str) {
        let block = self.document.blocks.len();
        if let Some((start, end)) = line.find('[').zip(line.find(']')) {
            let marked = ByteOffset(start)..ByteOffset(end - 1);
            self.marks.push((block, Spot::span(&marked)));
        }
        let plain = line.replace(['[', ']'], "");
        self.document.blocks.push(paragraph(&plain));
    }
}

impl Example {
    /// Recognises a drawing.
    pub fn new(text: &str) -> Self {
        let unstated = text.contains(NO_UNIT);
        let unit = if unstated { "" } else { "单位：万元" };
        let mut sheet = Sheet::default();
        for piece in pieces(text) {
            match piece {
                Piece::Table(drawing) => sheet.table(&drawing, unit),
                Piece::Text(line) if line == NO_UNIT => {}
                Piece::Text(line) if line.starts_with(TRACE) => sheet.trace(&line),
                Piece::Text(line) => sheet.text(&line),
            }
        }
        let budget = recognize(&sheet.document);
        let is_marked = |id: &FactId| {
            let source = &budget.fact(*id).source;
            sheet.marks.contains(&(source.block, source.spot))
        };
        let marked = budget.ids().filter(is_marked).collect();
        Example { budget, marked }
    }
}

/// A line that begins so names something that the file holds and does not show: 〔批注〕.
const TRACE: char = '〔';
/// A line that says that the tables of a drawing do not state their unit of account.
const NO_UNIT: &str = "单位：无";

fn paragraph(text: &str) -> Block {
    Block::Paragraph(Paragraph {
        text: text.to_owned(),
        pieces: Vec::new(),
    })
}

impl Drawing {
    /// The drawing as a grid, and where its marked cells are.
    fn grid(&self) -> (Grid, Vec<(usize, usize)>) {
        let mut grid = Grid::default();
        let mut marked = Vec::new();
        let coded = |half: &[Vec<String>]| half.iter().any(|row| is_digits(&row[0]));
        let mut left = 0;
        for half in &self.halves {
            let coded = coded(half);
            let labels = if coded {
                &["科目编码", "科目名称"][..]
            } else {
                &["项目"]
            };
            let headings = labels
                .iter()
                .copied()
                .chain(self.columns.iter().map(String::as_str));
            for (column, heading) in headings.enumerate() {
                put(&mut grid, 0, left + column, heading);
            }
            for (index, row) in half.iter().enumerate() {
                let code = coded && is_digits(&row[0]);
                put(
                    &mut grid,
                    index + 1,
                    left + usize::from(coded && !code),
                    &row[0],
                );
                for (column, text) in row[1..].iter().enumerate() {
                    let column = left + labels.len() + column;
                    if text.starts_with('[') {
                        marked.push((index + 1, column));
                    }
                    put(&mut grid, index + 1, column, text.trim_matches(['[', ']']));
                }
            }
            left += labels.len() + self.columns.len();
        }
        (grid, marked)
    }
}

/// Adds a cell and lets the grid grow to it.
fn put(grid: &mut Grid, row: usize, column: usize, text: &str) {
    grid.rows = grid.rows.max(row + 1);
    grid.columns = grid.columns.max(column + 1);
    grid.spans_known = true;
    if text.is_empty() {
        return;
    }
    grid.cells.push(Cell {
        row,
        column,
        row_span: 1,
        column_span: 1,
        text: text.to_owned(),
        at: Where::Table {
            table: 1,
            row: row as u32 + 1,
            column: column as u32 + 1,
        },
    });
}
