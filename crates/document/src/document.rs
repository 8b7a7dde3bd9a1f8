//! What a file looks like: paragraphs and grids in reading order, with the place of every cell.
//! No meaning: that is `recognize`'s.
mod trace;

pub use trace::{HiddenCell, Trace, TraceKind};

use crate::{
    note::Note,
    offset::{ByteOffset, CharColumn},
};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A file as read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// `txt`, `html`, `pdf`, …
    pub format: &'static str,
    /// Paragraphs and grids in reading order.
    pub blocks: Vec<Block>,
    /// How many pages, for formats that have pages.
    pub pages: Option<usize>,
    /// What could not be read, or was read with a doubt.
    pub notes: Vec<Note>,
    /// What the file holds and does not show.
    pub traces: Vec<Trace>,
    /// Cells of workbooks that are not seen, be it their row, their column or they alone: sums may
    /// reach over them.
    pub hidden_cells: Vec<HiddenCell>,
    /// Whether a part of the file is missing, so that nothing can be said to lack.
    pub is_cut: bool,
}

impl Document {
    /// Adds what another file of the same disclosure holds; every place of it says which file.
    pub fn append(&mut self, mut other: Document, file: &str) {
        if self.format.is_empty() {
            self.format = other.format;
        }
        other.places().for_each(|it| it.put_in(file));
        self.blocks.extend(other.blocks);
        self.notes.extend(other.notes);
        self.traces.extend(other.traces);
        self.hidden_cells.extend(other.hidden_cells);
        self.is_cut |= other.is_cut;
        let pages = self.pages.into_iter().chain(other.pages);
        self.pages = pages.reduce(|sum, it| sum + it);
    }

    /// Every place there is.
    fn places(&mut self) -> impl Iterator<Item = &mut Where> {
        let blocks = self.blocks.iter_mut().flat_map(Block::places);
        let notes = self.notes.iter_mut().filter_map(|it| it.at.as_mut());
        let traces = self.traces.iter_mut().filter_map(|it| it.at.as_mut());
        let hidden = self.hidden_cells.iter_mut().map(|it| &mut it.at);
        blocks.chain(notes).chain(traces).chain(hidden)
    }
}

impl Block {
    /// The texts in it.
    pub fn texts(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        match self {
            Block::Paragraph(it) => Box::new(std::iter::once(it.text.as_str())),
            Block::Grid(it) => Box::new(it.cells.iter().map(|it| it.text.as_str())),
        }
    }

    fn places(&mut self) -> Box<dyn Iterator<Item = &mut Where> + '_> {
        match self {
            Block::Paragraph(it) => Box::new(it.pieces.iter_mut().map(|(_, at)| at)),
            Block::Grid(it) => Box::new(it.cells.iter_mut().map(|it| &mut it.at)),
        }
    }
}

/// A piece of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Running text.
    Paragraph(Paragraph),
    /// A table as it stands.
    Grid(Grid),
}

/// Running text, its broken lines joined.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    /// The text without line breaks.
    pub text: String,
    /// Where each piece of the text begins and where it stood, in order.
    pub pieces: Vec<(ByteOffset, Where)>,
}

impl Paragraph {
    /// The place of some bytes of the text, as far as their first line goes.
    pub fn place(&self, bytes: Range<ByteOffset>) -> Option<Where> {
        let piece = self
            .pieces
            .iter()
            .rposition(|(from, _)| *from <= bytes.start)?;
        let (from, at) = &self.pieces[piece];
        if let Where::Page { page, .. } = at {
            let bounds = self.bounds(piece, bytes);
            return Some(Where::Page {
                page: *page,
                bounds,
            });
        }
        let end = bytes.end.min(self.end_of(piece));
        let before = self.slice(*from..bytes.start);
        Some(at.narrowed(before, self.slice(bytes.start..end)))
    }

    /// The box of some bytes on their page, from the piece that they begin in on, as far as pieces
    /// stand on one line.
    fn bounds(&self, first: usize, bytes: Range<ByteOffset>) -> [i32; 4] {
        let mut found: Option<(u32, [i32; 4])> = None;
        for (index, (from, at)) in self.pieces.iter().enumerate().skip(first) {
            let end = self.end_of(index);
            let Where::Page { page, bounds } = at else {
                break;
            };
            let inside = bytes.start.max(*from)..bytes.end.min(end);
            let part = self.part(*from..end, *bounds, inside);
            found = match found {
                None => Some((*page, part)),
                Some((on, [left, top, _, bottom]))
                    if on == *page && top == bounds[1] && *from < bytes.end =>
                {
                    Some((on, [left, top, part[2], bottom]))
                }
                Some(_) => break,
            };
        }
        found.map_or([0; 4], |it| it.1)
    }

    /// The box of a part of a piece. All characters are taken to be equally wide; blanks at the end
    /// of the piece have no width.
    fn part(
        &self,
        piece: Range<ByteOffset>,
        bounds: [i32; 4],
        part: Range<ByteOffset>,
    ) -> [i32; 4] {
        let width = |text: &str| text.chars().count() as i32;
        let all = width(self.slice(piece.clone()).trim_end()).max(1);
        let [left, top, right, bottom] = bounds;
        let at = |characters: i32| left + (right - left) * characters.min(all) / all;
        let before = width(self.slice(piece.start..part.start));
        let behind = before + width(self.slice(part));
        [at(before), top, at(behind), bottom]
    }

    /// Where a piece ends.
    fn end_of(&self, piece: usize) -> ByteOffset {
        let next = self.pieces.get(piece + 1);
        next.map_or(ByteOffset::end_of(&self.text), |it| it.0)
    }

    /// Some bytes of the text; nothing where they do not begin and end between characters.
    fn slice(&self, range: Range<ByteOffset>) -> &str {
        ByteOffset::slice(&self.text, range).unwrap_or_default()
    }
}

/// A table as cells; a merged cell stands once, at its first row and column.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Grid {
    /// Number of rows.
    pub rows: usize,
    /// Number of columns.
    pub columns: usize,
    /// Every cell, row by row. Blank cells may be left out.
    pub cells: Vec<Cell>,
    /// Whether spans are what the file says; where they are not, a blank right of a heading or
    /// below it may belong to it.
    pub spans_known: bool,
    /// Why it may not hold what the file means; rules on it give warnings at most.
    pub doubt: Option<Doubt>,
}

/// Why a grid may not hold what the file means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// It has no ruling lines: its cells were told from how texts are lined up.
    Aligned,
    /// Texts are cut off at the edges of their cells.
    CutOff,
    /// A page beside it could not be read, and may hold the rest of it.
    Incomplete,
}

/// One cell of a grid.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// First row, from 0.
    pub row: usize,
    /// First column, from 0.
    pub column: usize,
    /// Rows covered, at least 1.
    pub row_span: usize,
    /// Columns covered, at least 1.
    pub column_span: usize,
    /// The text, its line breaks turned to blanks.
    pub text: String,
    /// Where it stands in the file.
    pub at: Where,
}

impl Grid {
    /// The text at a row and column, a merged cell's also where it only reaches; empty if blank.
    pub fn text(&self, row: usize, column: usize) -> &str {
        self.cell(row, column).map_or("", |it| it.text.as_str())
    }

    /// The cell that covers a row and column.
    pub fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        self.cells.iter().find(|it| it.covers(row, column))
    }

    /// Index into `cells` for each position, row by row: build once, look up often.
    pub fn positions(&self) -> Vec<Option<usize>> {
        let mut positions = vec![None; self.rows * self.columns];
        for (index, cell) in self.cells.iter().enumerate() {
            for row in cell.row..(cell.row + cell.row_span).min(self.rows) {
                for column in cell.column..(cell.column + cell.column_span).min(self.columns) {
                    positions[row * self.columns + column] = Some(index);
                }
            }
        }
        positions
    }
}

impl Cell {
    /// Whether the cell stands on or reaches over this position.
    pub fn covers(&self, row: usize, column: usize) -> bool {
        (self.row..self.row + self.row_span).contains(&row)
            && (self.column..self.column + self.column_span).contains(&column)
    }
}

/// Where something stands in its file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Where {
    /// In one of several files that are one disclosure.
    File {
        /// Name of the file.
        file: String,
        /// The place in it.
        place: Box<Where>,
    },
    /// In a PDF: page from 1 and box in points from the top left corner.
    Page {
        /// Page number, from 1.
        page: u32,
        /// Left, top, right, bottom in whole points.
        bounds: [i32; 4],
    },
    /// In a workbook.
    Sheet {
        /// Name of the sheet.
        sheet: String,
        /// `B12`
        cell: String,
    },
    /// In Word and HTML: table, row and column from 1.
    Table {
        /// Number of the table in the file, from 1.
        table: u32,
        /// Row, from 1.
        row: u32,
        /// Column, from 1.
        column: u32,
    },
    /// In text: line and columns in characters from 1, the end exclusive.
    Text {
        /// Line, from 1.
        line: u32,
        /// First column, from 1.
        column: CharColumn,
        /// Column behind the last character.
        end_column: CharColumn,
    },
    /// In Word and HTML outside tables: paragraph from 1, and characters inside it.
    Paragraph {
        /// Number of the paragraph in the file, from 1.
        paragraph: u32,
        /// First character, from 1.
        column: CharColumn,
        /// The character behind the last one.
        end_column: CharColumn,
    },
}

impl Where {
    /// The place of `part`, which stands behind `before` in a text that begins here.
    fn narrowed(&self, before: &str, part: &str) -> Where {
        let mut place = self.clone();
        match &mut place {
            Where::File { place, .. } => **place = place.narrowed(before, part),
            Where::Text {
                column, end_column, ..
            }
            | Where::Paragraph {
                column, end_column, ..
            } => {
                *column = column.behind(before);
                *end_column = column.behind(part);
            }
            Where::Page { .. } | Where::Sheet { .. } | Where::Table { .. } => {}
        }
        place
    }

    /// Says which file the place is in; of a file in an archive it says so already.
    fn put_in(&mut self, file: &str) {
        if let Where::File { .. } = self {
            return;
        }
        let place = Box::new(self.clone());
        *self = Where::File {
            file: file.to_owned(),
            place,
        };
    }
}
