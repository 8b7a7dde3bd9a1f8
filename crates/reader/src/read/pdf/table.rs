//! Tables of a page: lattices with what is written in their cells.
use super::{
    geometry::{Area, Point},
    lattice::{Lattice, Slot, lattices},
    line::{Line, lines},
    overflow,
    page::{Glyph, Page},
};
use crate::read::shape::{self, Shape};
use std::collections::BTreeMap;

/// A cell keeps at most so much room at its sides, in points.
pub(super) const PADDING: f32 = 6.0;

/// A table of a page.
#[derive(Debug, Clone)]
pub(super) struct Table {
    /// The page, from 1.
    pub page: u32,
    /// Edges of columns, from the left.
    pub columns: Vec<f32>,
    /// Edges of rows, from the top.
    pub rows: Vec<f32>,
    /// Cells, row by row; blank ones may be left out.
    pub cells: Vec<TableCell>,
    /// Whether ruling lines make its cells.
    pub is_ruled: bool,
    /// Whether it is known which columns a heading reaches over.
    pub spans_known: bool,
    /// Whether it goes on with the last table of the page before.
    pub continues: bool,
    /// The lines it was read from, if no ruling lines make its cells.
    pub lines: Vec<Line>,
}

/// A cell and the lines in it.
#[derive(Debug, Clone)]
pub(super) struct TableCell {
    /// Where it is.
    pub slot: Slot,
    /// What is written in it.
    pub lines: Vec<Line>,
}

impl Table {
    /// All of it.
    pub fn area(&self) -> Area {
        let ends = |edges: &[f32]| {
            let (first, last) = (edges.first().copied(), edges.last().copied());
            (first.unwrap_or(0.0), last.unwrap_or(0.0))
        };
        let ((left, right), (top, bottom)) = (ends(&self.columns), ends(&self.rows));
        Area {
            left,
            top,
            right,
            bottom,
        }
    }
}

impl TableCell {
    /// Its text, the lines joined that only broke for want of room.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut above: Option<&Line> = None;
        for line in &self.lines {
            let written = line.text();
            if above.is_some_and(|it| self.parts(it, line, &text, &written)) {
                text.push(' ');
            }
            text.push_str(&written);
            above = Some(line);
        }
        text
    }

    /// Whether a part of its text is hidden.
    pub fn is_cut_off(&self) -> bool {
        let mut glyphs = self.lines.iter().flat_map(|it| &it.glyphs);
        glyphs.any(|it| it.is_cut_off)
    }

    /// How wide a line can be: as far from the sides as the lines that there are.
    fn room(&self) -> f32 {
        let area = &self.slot.area;
        let gap = |it: &Line| (it.left() - area.left).min(area.right - it.right());
        let padding = self.lines.iter().map(gap).fold(PADDING, f32::min);
        area.width() - 2.0 * padding.max(0.0)
    }

    /// Whether another cell can hold the rest of this one: words that begin nothing of their own,
    /// behind words that fill their line, or take several in a row that has something at the left
    /// (`is_led`).
    pub fn goes_on(&self, rest: &TableCell, is_led: bool) -> bool {
        let (Some(above), Some(below)) = (self.lines.last(), rest.lines.first()) else {
            return false;
        };
        let first = below.glyphs.first().map_or(0.0, |it| it.width);
        let room = self.room() - above.area().width();
        let is_wrapped = self.lines.len() > 1 && is_led;
        let begins = below.glyphs.first().is_some_and(|it| is_of_number(it.sign));
        let is_words = |it: &Line| it.glyphs.iter().any(|it| it.sign.is_alphabetic());
        (first > room || is_wrapped)
            && !begins
            && is_words(above)
            && is_words(below)
            && shape::shape(&below.text()) == Shape::Plain
    }

    /// Whether a blank stands between two lines: not between Chinese characters, nor inside a
    /// figure that is wider than its cell.
    fn parts(&self, above: &Line, below: &Line, text: &str, next: &str) -> bool {
        let ends = (text.chars().next_back(), next.chars().next());
        let (Some(left), Some(right)) = ends else {
            return false;
        };
        if is_of_number(left) && is_of_number(right) {
            let is_part = |it: &&Glyph| is_of_number(it.sign);
            let before = above.glyphs.iter().rev().take_while(is_part);
            let behind = below.glyphs.iter().take_while(is_part);
            let width: f32 = before.chain(behind).map(|it| it.width).sum();
            return left.is_ascii_digit() && right.is_ascii_digit() && width <= self.room();
        }
        !(is_wide(left) || is_wide(right))
    }
}

fn is_of_number(sign: char) -> bool {
    sign.is_ascii_digit() || matches!(sign, ',' | '.' | '-' | '%')
}

/// Whether a line may break before and behind a sign without a blank.
pub(super) fn is_wide(sign: char) -> bool {
    !sign.is_ascii()
}

/// The tables of a page, and the signs that stand in none of them.
pub(super) fn tables(page: &Page) -> (Vec<Table>, Vec<Glyph>) {
    let lattices = lattices(page);
    let fields: Vec<Vec<Option<usize>>> = lattices.iter().map(fields).collect();
    let mut written: Vec<Vec<Vec<Glyph>>> = lattices
        .iter()
        .map(|it| vec![Vec::new(); it.cells.len()])
        .collect();
    let mut free = Vec::new();
    let mut cells_of_runs: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for glyph in page.glyphs.iter().filter(|it| !it.is_cut_off) {
        let at = glyph.centre();
        let found = lattices.iter().zip(&fields).enumerate();
        let found = found.filter_map(|(table, (lattice, fields))| {
            let cell = cell_at(lattice, fields, at)?;
            let slot = lattice.cells.get(cell)?;
            Some((table, cell, slot.area.size()))
        });
        // Of tables inside tables, the innermost cell holds it.
        match found.min_by(|a, b| a.2.total_cmp(&b.2)) {
            Some((table, cell, _)) => {
                cells_of_runs.entry(glyph.run).or_insert((table, cell));
                written[table][cell].push(*glyph);
            }
            None => free.push(*glyph),
        }
    }
    for glyph in page.glyphs.iter().filter(|it| it.is_cut_off) {
        if let Some((table, cell)) = cells_of_runs.get(&glyph.run) {
            written[*table][*cell].push(*glyph);
        }
    }
    let tables = lattices.into_iter().zip(written);
    let tables = tables.map(|(lattice, mut cells)| {
        overflow::gather(&lattice.cells, &mut cells, &mut free);
        filled(page.number, lattice, cells)
    });
    (tables.collect(), free)
}

/// The cell of every field, row by row.
fn fields(lattice: &Lattice) -> Vec<Option<usize>> {
    let across = lattice.columns.len().saturating_sub(1);
    let down = lattice.rows.len().saturating_sub(1);
    let mut fields = vec![None; across * down];
    for (index, cell) in lattice.cells.iter().enumerate() {
        for row in cell.row..cell.row + cell.row_span {
            let start = row * across + cell.column;
            fields[start..start + cell.column_span].fill(Some(index));
        }
    }
    fields
}

fn cell_at(lattice: &Lattice, fields: &[Option<usize>], at: Point) -> Option<usize> {
    if !lattice.area().holds(at, 0.0) {
        return None;
    }
    let across = lattice.columns.len() - 1;
    let column = lattice.columns.partition_point(|edge| *edge <= at.x);
    let row = lattice.rows.partition_point(|edge| *edge <= at.y);
    let column = column.clamp(1, across) - 1;
    let row = row.clamp(1, lattice.rows.len() - 1) - 1;
    fields.get(row * across + column).copied().flatten()
}

fn filled(page: u32, lattice: Lattice, written: Vec<Vec<Glyph>>) -> Table {
    let cells = lattice.cells.into_iter().zip(written);
    Table {
        page,
        columns: lattice.columns,
        rows: lattice.rows,
        is_ruled: true,
        spans_known: true,
        continues: false,
        lines: Vec::new(),
        cells: cells
            .map(|(slot, glyphs)| TableCell {
                slot,
                lines: lines(glyphs),
            })
            .collect(),
    }
}
