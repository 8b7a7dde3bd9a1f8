//! Tables with a line for each cell, as some pages and phones copy them. Where headings, names and
//! figures take turns in one way only, they are read; where a row ends cannot be told otherwise, and
//! that is said.
use super::{
    paragraphs::{self, Piece},
    shape::{self, Shape},
};
use crate::{
    document::{Block, Cell, Grid, Where},
    money::{Printed, read_figure},
    note::{LostKind, Note},
};

/// Minimum number of amounts on lines of their own that make a table.
const LEAST_FIGURES: usize = 6;
/// Maximum length of a cell, in characters.
const LONGEST_CELL: usize = 40;
/// Minimum number of rows below the headings of a table that is read.
const LEAST_ROWS: usize = 3;
/// Maximum number of its columns.
const MOST_COLUMNS: usize = 16;
/// What the first heading of a table says.
const FIRST_HEADINGS: &[&str] = &[
    "项目", "科目", "序号", "名称", "编码", "单位", "类别", "内容", "品目", "收入", "支出", "地区",
];

/// Watches the lines that are not in a table.
#[derive(Debug, Default)]
pub(super) struct Stacked {
    figures: usize,
    start: Option<Where>,
    found: Option<Where>,
}

impl Stacked {
    /// Looks at the next line that is in no table.
    fn look_at(&mut self, piece: &Piece) {
        let plain = shape::plain(&piece.paragraph.text, LONGEST_CELL + 1);
        if plain.chars().count() > LONGEST_CELL || shape::has_sentence_sign(&plain) {
            self.figures = 0;
        } else if plain.contains('.') && shape::shape(&plain) == Shape::Figure {
            if self.figures == 0 {
                self.start = piece.paragraph.pieces.first().map(|it| it.1.clone());
            }
            self.figures += 1;
            if self.figures == LEAST_FIGURES && self.found.is_none() {
                self.found = self.start.take();
            }
        }
    }

    /// What to tell of the first such table that is not read.
    pub(super) fn note(&self) -> Option<Note> {
        let note = Note::new(
            "这里像是表格，但每个单元格各占一行，无法可靠地分清各行各列，未作为表格读取。请改用原文件，或从网页、Word、Excel 中选中整张表格复制。",
            "This looks like a table with a line for each cell. Its rows and columns cannot be told reliably, so it is not read as one. Use the original file, or copy the whole table from a web page, Word or Excel.",
        );
        let at = self.found.clone()?;
        Some(note.lost(LostKind::Tables, 1).at(at))
    }

    /// The blocks that these lines make.
    pub(super) fn blocks(&mut self, pieces: Vec<Piece>) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut prose: Vec<Piece> = Vec::new();
        let mut rest = pieces.into_iter().peekable();
        let mut ahead: Vec<Piece> = Vec::new();
        while let Some(piece) = rest.next() {
            if !is_first_heading(&piece) {
                prose.push(piece);
                continue;
            }
            ahead.push(piece);
            while let Some(next) = rest.next_if(is_cell) {
                ahead.push(next);
            }
            let cells = std::mem::take(&mut ahead);
            match columns(&cells) {
                Some(columns) => {
                    blocks.extend(self.prose(std::mem::take(&mut prose)));
                    blocks.push(Block::Grid(grid(cells, columns)));
                }
                None => prose.extend(cells),
            }
        }
        blocks.extend(self.prose(prose));
        blocks
    }

    fn prose(&mut self, pieces: Vec<Piece>) -> impl Iterator<Item = Block> + use<> {
        pieces.iter().for_each(|it| self.look_at(it));
        paragraphs::join(pieces).into_iter().map(Block::Paragraph)
    }
}

/// Whether a line may be the first heading of a table.
fn is_first_heading(piece: &Piece) -> bool {
    let plain = shape::plain(&piece.paragraph.text, LONGEST_CELL);
    FIRST_HEADINGS.iter().any(|it| plain.ends_with(it)) && plain.chars().count() <= 8
}

/// Whether a line may be a cell of a table.
fn is_cell(piece: &Piece) -> bool {
    let plain = shape::plain(&piece.paragraph.text, LONGEST_CELL + 1);
    let is_of_which = plain.starts_with("其中");
    plain.chars().count() <= LONGEST_CELL
        && (is_of_which || !shape::has_sentence_sign(&plain))
        && !shape::is_table_title(&plain)
}

/// What a line holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Held {
    Words,
    Figure,
    /// A sign for nothing, which may stand in any column.
    Nothing,
}

fn held(piece: &Piece) -> Held {
    match read_figure(&piece.paragraph.text) {
        Printed::Figure(_) => Held::Figure,
        Printed::Blank => Held::Nothing,
        Printed::Unreadable => Held::Words,
    }
}

/// The one number of columns by which each column holds words or figures; `None` without one.
fn columns(cells: &[Piece]) -> Option<usize> {
    let held: Vec<Held> = cells.iter().map(held).collect();
    (2..=MOST_COLUMNS).find(|it| is_width(cells, &held, *it))
}

fn is_width(cells: &[Piece], held: &[Held], width: usize) -> bool {
    if !held.len().is_multiple_of(width) || held.len() / width <= LEAST_ROWS {
        return false;
    }
    let (headings, body) = held.split_at(width);
    let kinds = (0..width).map(|it| kind(body.iter().skip(it).step_by(width)));
    let Some(kinds) = kinds.collect::<Option<Vec<Held>>>() else {
        return false;
    };
    let has_amount = |it: usize| {
        let column = cells.iter().skip(width + it).step_by(width);
        let amounts = column.filter(|it| it.paragraph.text.contains('.'));
        kinds[it] == Held::Figure && amounts.count() >= LEAST_ROWS
    };
    headings.iter().all(|it| *it == Held::Words)
        && kinds.contains(&Held::Words)
        && (0..width).any(has_amount)
}

/// What all lines of a column hold; `None` if not all the same.
fn kind<'a>(column: impl Iterator<Item = &'a Held>) -> Option<Held> {
    let mut kind = Held::Nothing;
    for held in column.filter(|it| **it != Held::Nothing) {
        if kind != Held::Nothing && kind != *held {
            return None;
        }
        kind = *held;
    }
    Some(kind)
}

fn grid(cells: Vec<Piece>, columns: usize) -> Grid {
    let rows = cells.len() / columns;
    let cell = |(index, piece): (usize, Piece)| {
        let at = piece.paragraph.pieces.into_iter().next()?.1;
        Some(Cell {
            row: index / columns,
            column: index % columns,
            row_span: 1,
            column_span: 1,
            text: piece.paragraph.text,
            at,
        })
    };
    Grid {
        rows,
        columns,
        cells: cells.into_iter().enumerate().filter_map(cell).collect(),
        spans_known: true,
        doubt: None,
    }
}
