//! Slips planted in a document, one at a time and each examined anew: how many of them are found, and how
//! often the figure is named. That says what “it adds up” is worth for this document. The file stays as it is.
mod tally;

pub use tally::{Fate, Known, Tally};

use crate::{
    budget::{Fact, Spot},
    document::{Block, Document},
    examination::{Correction, Examination},
    money::{Printed, read_figure},
    report::{self, Suspect, view::FindingPointers},
    slip::Slip,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Steps from one planted figure to the next; large and prime, so that a test that is stopped early has
/// tried figures from all over the document.
const STRIDE: usize = 7_919;

/// The slips that can be planted in a document, a figure each.
#[derive(Debug, Clone)]
pub struct SelfTest {
    known: Known,
    planted: Vec<Planted>,
}

/// A slip in a figure of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Planted {
    figure: usize,
    slip: Slip,
    /// What the figure is made to say.
    text: String,
    correction: Correction,
}

/// What became of a slip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tried {
    /// How many slips there are to try.
    pub total: usize,
    /// The figure: its place among the figures of the view.
    pub figure: usize,
    /// As it is printed.
    pub printed: String,
    /// What was planted.
    pub text: String,
    /// How it fared.
    pub fate: Fate,
}

impl SelfTest {
    /// A slip for every printed figure.
    pub fn new(examined: &Examination) -> Self {
        let found = report::found(examined);
        let mut seen = BTreeSet::new();
        let facts = examined.budget.facts.iter().enumerate();
        let once = facts.filter(|(_, it)| seen.insert(spot_of(it)));
        let planted = once.filter_map(|(figure, fact)| {
            let seed = figure / Slip::OF_FIGURES.len();
            slip_in(&examined.document, fact, figure, seed)
        });
        SelfTest {
            known: found.iter().map(|it| &it.finding).collect(),
            planted: planted.collect(),
        }
    }

    /// How many slips there are.
    pub fn len(&self) -> usize {
        self.planted.len()
    }

    /// Whether there is no figure to try.
    pub fn is_empty(&self) -> bool {
        self.planted.is_empty()
    }

    /// Plants one of the slips and examines the document anew; `None` behind the last.
    pub fn run(&self, examined: &Examination, number: usize) -> Option<Tried> {
        let total = self.planted.len();
        let in_order = (number < total).then(|| self.permuted(number))?;
        let planted = &self.planted[in_order];
        let fact = &examined.budget.facts[planted.figure];
        let damaged = examined.corrected(std::slice::from_ref(&planted.correction));
        let found = report::found(&damaged);
        let new = found.iter().filter(|it| !self.known.holds(&it.finding));
        let is_there = |at: &usize| {
            let suspected = damaged.budget.facts.get(*at);
            suspected.is_some_and(|it| spot_of(it) == spot_of(fact))
        };
        let first = |pointers: &FindingPointers| pointers.suspects.first().is_some_and(is_there);
        let fate = Fate::of(
            new.map(|it| (&it.finding, first(&it.pointers))),
            |suggested: &Suspect| says(suggested, &fact.text),
        );
        Some(Tried {
            total,
            figure: planted.figure,
            printed: fact.text.clone(),
            text: planted.text.clone(),
            fate,
        })
    }

    /// The slip that comes at this place of an order that goes to and fro in the document.
    fn permuted(&self, number: usize) -> usize {
        let total = self.planted.len();
        match total % STRIDE {
            0 => number,
            _ => number * STRIDE % total,
        }
    }
}

/// Where a figure begins: its end moves with its digits.
fn spot_of(fact: &Fact) -> (usize, usize, usize) {
    let (first, second) = match fact.source.spot {
        Spot::Cell { row, column } => (row, column),
        Spot::Span { start, .. } => (start.0, 0),
    };
    (fact.source.block, first, second)
}

/// Whether a suggestion is what was printed.
fn says(suspect: &Suspect, printed: &str) -> bool {
    let suggested = suspect.suggested.as_deref();
    suggested.is_some_and(|it| match read_figure(it) {
        figure @ Printed::Figure(_) => figure == read_figure(printed),
        _ => it == printed,
    })
}

/// One slip in a figure; which one follows from its place in the document.
fn slip_in(document: &Document, fact: &Fact, figure: usize, seed: usize) -> Option<Planted> {
    let kinds = Slip::OF_FIGURES;
    let kinds = (0..kinds.len()).map(|it| kinds[(figure + it) % kinds.len()]);
    let made = |slip: Slip| {
        let made = slip.of(&fact.text);
        let text = made.get(seed % made.len().max(1))?.clone();
        Some((slip, text))
    };
    let (slip, text) = fact.is_printed().then_some(kinds)?.find_map(made)?;
    let whole = match (document.blocks.get(fact.source.block)?, fact.source.spot) {
        (Block::Grid(grid), Spot::Cell { row, column }) => {
            let cell = (grid.cells.iter()).find(|it| (it.row, it.column) == (row, column))?;
            let (before, after) = cell.text.split_once(fact.text.as_str())?;
            format!("{before}{text}{after}")
        }
        (Block::Paragraph(paragraph), Spot::Span { start, end }) => {
            let printed = paragraph.text.get(start.0..end.0)?;
            (printed == fact.text).then(|| text.clone())?
        }
        _ => return None,
    };
    Some(Planted {
        figure,
        slip,
        text,
        correction: Correction {
            block: fact.source.block,
            spot: fact.source.spot,
            text: whole,
        },
    })
}
