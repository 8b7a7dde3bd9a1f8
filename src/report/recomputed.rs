//! The tables of a document as numbers, with the sums over them: what a workbook computes again.
use super::{checklist::CheckOutcome, wording};
use crate::{
    budget::{Budget, Fact, FactId, Spot},
    check::Judged,
    claim::{Relation, Term},
    document::{Block, Grid, Where},
    examination::Examination,
    note::Message,
    places::Places,
};
use rust_decimal::Decimal;
use std::collections::HashMap;

/// What of a document is computed again; nothing of one that could not be read.
#[derive(Debug, Clone, Default)]
pub struct Recomputed {
    /// The tables piece by piece, in the order of the document; the last piece holds figures of the text.
    pub pieces: Vec<TablePiece>,
    /// Every equality between figures, broken ones too, in the order of the catalogue.
    pub sums: Vec<Sum>,
}

/// A table, or the part of one that stands on a page.
#[derive(Debug, Clone, Default)]
pub struct TablePiece {
    /// What the table is called; nothing for figures of the text.
    pub title: String,
    /// What its figures are counted in; nothing where that differs.
    pub unit: &'static str,
    /// Where it begins.
    pub at: Option<Where>,
    /// How many rows it has.
    pub rows: usize,
    /// Its cells that are not blank.
    pub cells: Vec<PieceCell>,
}

/// A cell of a table.
#[derive(Debug, Clone)]
pub struct PieceCell {
    /// Its row, from 0.
    pub row: usize,
    /// Its column, from 0.
    pub column: usize,
    /// As printed.
    pub text: String,
    /// The printed number in the unit it is printed in, if it was read as one.
    pub number: Option<Decimal>,
}

/// An equality between figures.
#[derive(Debug, Clone)]
pub struct Sum {
    /// The rule's id.
    pub rule: &'static str,
    /// The place of the total in words.
    pub name: Message,
    /// The formula with the places of its figures, in words.
    pub formula: String,
    /// What its figures are counted in.
    pub unit: &'static str,
    /// With how many decimals they are printed.
    pub decimals: u32,
    /// What is added up left of the sign: as a rule the printed total alone.
    pub printed: Side,
    /// What is added up right of the sign.
    pub parts: Side,
    /// How it came out.
    pub outcome: CheckOutcome,
}

/// One side of an equality.
#[derive(Debug, Clone, Default)]
pub struct Side {
    /// What is added up.
    pub addends: Vec<Addend>,
    /// What it comes to, in the unit of the sum.
    pub value: Decimal,
}

/// A figure of a sum, by its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Addend {
    /// Index into [`Recomputed::pieces`].
    pub piece: usize,
    /// Its row, from 0.
    pub row: usize,
    /// Its column, from 0.
    pub column: usize,
    /// Whether it is subtracted.
    pub minus: bool,
    /// What the figure is counted in, in yuan, and what the sum is counted in.
    pub scales: [Decimal; 2],
}

impl Recomputed {
    /// Lays out the tables of a document, and what must agree in them.
    pub fn new(examined: &Examination) -> Self {
        let mut layout = Layout::default();
        for (block, piece) in table_pieces(examined) {
            layout.blocks.insert(block, layout.pieces.len());
            layout.pieces.push(piece);
        }
        layout.text = layout.pieces.len();
        layout.pieces.push(TablePiece::default());
        let places = Places::new(&examined.budget);
        let judged = examined.checked.judged.iter();
        let sums = judged.filter_map(|it| layout.sum(&examined.budget, &places, it));
        let sums = sums.collect();
        Recomputed {
            pieces: layout.pieces,
            sums,
        }
    }
}

/// Where figures stand in the pieces.
#[derive(Default)]
struct Layout {
    pieces: Vec<TablePiece>,
    /// The piece of a block.
    blocks: HashMap<usize, usize>,
    /// The piece with the figures of the text.
    text: usize,
    /// Rows of figures of the text.
    told: HashMap<FactId, usize>,
}

/// The column of a figure of the text, behind what it is called.
const TEXT_COLUMN: usize = 1;

impl Layout {
    fn sum(&mut self, budget: &Budget, places: &Places, judged: &Judged) -> Option<Sum> {
        let constraint = &judged.constraint;
        let total = constraint.left.first()?.fact;
        if constraint.relation != Relation::Equal || constraint.right.is_empty() {
            return None;
        }
        let fact = budget.fact(total);
        let scale = fact.unit.scale();
        let mut side = |terms: &[Term]| Side {
            addends: (terms.iter())
                .map(|it| self.addend(budget, places, *it, scale))
                .collect(),
            value: terms.iter().map(|it| signed(budget, *it)).sum::<Decimal>() / scale,
        };
        Some(Sum {
            rule: judged.rule.id,
            name: places.name(total),
            formula: places.telling(constraint).formula(constraint),
            unit: fact.unit.name(),
            decimals: wording::decimals(budget, constraint),
            printed: side(&constraint.left),
            parts: side(&constraint.right),
            outcome: (&judged.verdict).into(),
        })
    }

    fn addend(&mut self, budget: &Budget, places: &Places, term: Term, scale: Decimal) -> Addend {
        let fact = budget.fact(term.fact);
        let piece = self.blocks.get(&fact.source.block).copied();
        let (piece, row, column) = match (piece, fact.source.spot) {
            (Some(piece), Spot::Cell { row, column }) => (piece, row, column),
            _ => (self.text, self.told(budget, places, term.fact), TEXT_COLUMN),
        };
        Addend {
            piece,
            row,
            column,
            minus: term.minus,
            scales: [fact.unit.scale(), scale],
        }
    }

    /// The row of a figure of the text, which gets one when it is first asked for.
    fn told(&mut self, budget: &Budget, places: &Places, id: FactId) -> usize {
        if let Some(row) = self.told.get(&id) {
            return *row;
        }
        let text = &mut self.pieces[self.text];
        let row = text.rows;
        let fact = budget.fact(id);
        text.rows += 1;
        text.cells.push(PieceCell {
            row,
            column: 0,
            text: places.place(id),
            number: None,
        });
        text.cells.push(PieceCell {
            row,
            column: TEXT_COLUMN,
            text: fact.text.clone(),
            number: number(fact),
        });
        self.told.insert(id, row);
        row
    }
}

fn signed(budget: &Budget, term: Term) -> Decimal {
    let value = budget.fact(term.fact).amount.value;
    if term.minus { -value } else { value }
}

/// The printed number; none for a blank.
fn number(fact: &Fact) -> Option<Decimal> {
    let value = fact.amount.value / fact.unit.scale();
    fact.is_printed().then_some(value)
}

/// The grids of the recognised tables, by their blocks.
fn table_pieces(examined: &Examination) -> Vec<(usize, TablePiece)> {
    let mut numbers: HashMap<(usize, usize, usize), Decimal> = HashMap::new();
    for fact in &examined.budget.facts {
        if let (Spot::Cell { row, column }, Some(number)) = (fact.source.spot, number(fact)) {
            numbers.insert((fact.source.block, row, column), number);
        }
    }
    let mut pieces = Vec::new();
    for table in &examined.budget.tables {
        for block in &table.blocks {
            let Some(Block::Grid(grid)) = examined.document.blocks.get(*block) else {
                continue;
            };
            let piece = TablePiece {
                title: table.label().into_owned(),
                unit: table.unit.map_or("", |it| it.name()),
                at: table.at.clone(),
                rows: grid.rows,
                cells: cells(grid, |row, column| {
                    numbers.get(&(*block, row, column)).copied()
                }),
            };
            pieces.push((*block, piece));
        }
    }
    pieces.sort_by_key(|it| it.0);
    pieces
}

fn cells(grid: &Grid, number: impl Fn(usize, usize) -> Option<Decimal>) -> Vec<PieceCell> {
    let printed = grid.cells.iter().filter(|it| !it.text.trim().is_empty());
    let cell = |it: &crate::document::Cell| PieceCell {
        row: it.row,
        column: it.column,
        text: it.text.clone(),
        number: number(it.row, it.column),
    };
    printed.map(cell).collect()
}
