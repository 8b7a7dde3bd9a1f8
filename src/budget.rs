//! What a document means: its tables, every figure under the name of its cell, and where it stood.
pub mod name;
mod passage;
pub mod telling;

pub use name::{CellName, ColumnName, RowName, TableName};
pub use passage::Passage;

use crate::{
    document::{HiddenCell, Trace, Where},
    forms::Form,
    money::{Amount, Unit},
    note::Note,
    offset::ByteOffset,
    writing::Writing,
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap},
    ops::Range,
};

/// A disclosure as understood.
#[derive(Debug, Clone, Default)]
pub struct Budget {
    /// The document's own title line, if it has one.
    pub title: Option<String>,
    /// The unit or department that publishes.
    pub unit_name: Option<String>,
    /// The fiscal year.
    pub year: Option<u16>,
    /// Budget or final accounts.
    pub kind: Kind,
    /// Whether one unit or a department with its units is meant.
    pub scope: Option<Scope>,
    /// The unit of account that the document states first; it is taken to hold for tables that
    /// state none.
    pub usual_unit: Unit,
    /// The tables, in the order of the document.
    pub tables: Vec<Table>,
    /// Every figure, and every blank that stands for one.
    pub facts: Vec<Fact>,
    /// The words of the document, in reading order: paragraphs, and cells that hold words.
    pub passages: Vec<Passage>,
    /// What the sentences tell.
    pub telling: telling::Telling,
    /// The words of the sentences that say which way something moved.
    pub words: Vec<telling::Word>,
    /// Cells that should hold a figure and hold something else.
    pub unreadable: Vec<Unreadable>,
    /// What the file holds and does not show.
    pub traces: Vec<Trace>,
    /// Cells of workbooks that are not seen.
    pub hidden_cells: Vec<HiddenCell>,
    /// Whether a part of the file is missing, so that nothing can be said to lack.
    pub is_cut: bool,
    /// Whether words run over each other or over the edges of cells, so that those read may not be
    /// those that were written.
    pub is_garbled: bool,
    names: HashMap<CellName, FactId>,
    /// What could not be used.
    pub notes: Vec<Note>,
}

/// Budget (before the year) or final accounts (after it).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 预算
    #[default]
    Budget,
    /// 决算
    Final,
}

/// Whose figures they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// 单位
    Unit,
    /// 部门
    Department,
}

/// Index into [`Budget::facts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FactId(pub usize);

/// A figure at a place, with its source.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// The place of the form.
    pub name: CellName,
    /// The figure; [`Amount::NIL`] for a blank.
    pub amount: Amount,
    /// What it is counted in.
    pub unit: Unit,
    /// As printed; empty for a blank.
    pub text: String,
    /// Where it stood.
    pub source: Source,
}

impl Fact {
    /// Whether something is printed, zero included: only a printed figure is counted and ticked.
    pub fn is_printed(&self) -> bool {
        self.text.chars().any(|sign| sign.is_numeric())
    }

    /// The amounts that one slip of the hand makes the printed one of.
    pub fn origins(&self) -> BTreeSet<Decimal> {
        let written = Writing::of_text(&self.text).map(|it| it.origins());
        let origins = written.unwrap_or_default().into_iter();
        origins
            .filter_map(|it| it.checked_mul(self.unit.scale()))
            .collect()
    }
}

/// A cell that should hold a figure and holds something else.
#[derive(Debug, Clone, PartialEq)]
pub struct Unreadable {
    /// The place of the form.
    pub name: CellName,
    /// What stands there.
    pub text: String,
    /// Where it stands.
    pub source: Source,
}

/// Where a fact was found in the [`Document`](crate::document::Document).
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Index of the block.
    pub block: usize,
    /// The spot in the block.
    pub spot: Spot,
    /// The place in the file.
    pub at: Option<Where>,
}

/// A spot inside a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spot {
    /// Row and column of a grid, from 0.
    Cell {
        /// Row of the grid.
        row: usize,
        /// Column of the grid.
        column: usize,
    },
    /// Bytes of a paragraph's text.
    Span {
        /// First byte.
        start: ByteOffset,
        /// Behind the last byte.
        end: ByteOffset,
    },
}

impl Spot {
    /// Some bytes of a paragraph's text.
    pub fn span(bytes: &Range<ByteOffset>) -> Spot {
        Spot::Span {
            start: bytes.start,
            end: bytes.end,
        }
    }
}

/// A recognised table.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its part of a [`CellName`].
    pub name: TableName,
    /// The form it is an instance of.
    pub form: Option<&'static Form>,
    /// The title as printed; empty if none is.
    pub title: String,
    /// The unit of account, if stated anywhere for this table.
    pub unit: Option<Unit>,
    /// The blocks it stands in: several when it runs over pages.
    pub blocks: Vec<usize>,
    /// Side-by-side halves, left to right; one for most tables.
    pub panels: Vec<Panel>,
    /// The sentence under an empty table that says so.
    pub empty_note: Option<String>,
    /// Where the table begins.
    pub at: Option<Where>,
    /// Whether its cells follow ruling lines or the file's own structure; a table put together by
    /// alignment gives warnings at most.
    pub certain: bool,
}

/// Rows with their labels and the amount columns that belong to them.
#[derive(Debug, Clone, Default)]
pub struct Panel {
    /// Amount columns, left to right.
    pub columns: Vec<Column>,
    /// Rows, top to bottom.
    pub rows: Vec<Row>,
    /// A fact for each row and column that the grid has a place for, row by row.
    pub cells: Vec<Option<FactId>>,
}

/// Longer titles name the unit and the year, too.
const SHORT_TITLE: usize = 24;

impl Table {
    /// What the reader calls it: final accounts have other titles than the forms are named after.
    pub fn label(&self) -> Cow<'_, str> {
        let title = self.title.trim();
        let short = title.chars().count() <= SHORT_TITLE;
        if self.form.is_some() && short && title.contains("决算") {
            title.into()
        } else {
            self.name.to_string().into()
        }
    }

    /// Whether no figure is printed in it.
    pub fn is_empty(&self, budget: &Budget) -> bool {
        let mut facts = self.panels.iter().flat_map(|it| it.cells.iter().flatten());
        !facts.any(|it| budget.fact(*it).is_printed())
    }
}

impl Panel {
    /// The fact of a row and a column.
    pub fn fact(&self, row: usize, column: usize) -> Option<FactId> {
        *self.cells.get(row * self.columns.len() + column)?
    }

    /// The column of this name.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|it| it.name.is(name))
    }

    /// Rows directly below `parent`; the top ones for `None`. Totals stand outside.
    pub fn children(&self, parent: Option<usize>) -> impl Iterator<Item = usize> {
        let below = move |(_, row): &(usize, &Row)| {
            row.parent == parent && !matches!(row.kind, RowKind::Total | RowKind::Subtotal)
        };
        self.rows
            .iter()
            .enumerate()
            .filter(below)
            .map(|(index, _)| index)
    }

    /// The total row.
    pub fn total(&self) -> Option<usize> {
        self.rows.iter().position(|it| it.kind == RowKind::Total)
    }
}

/// An amount column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What it is called.
    pub name: ColumnName,
    /// The headings over it, outermost first, as printed.
    pub headings: Vec<String>,
    /// Whether the form has this column; one that it does not have keeps the sums over the row
    /// from being checked by the form's formulas.
    pub known: bool,
}

impl Column {
    /// Whether its headings say that it is one part of what stands beside it, perhaps of several.
    pub fn is_of_which(&self) -> bool {
        let mut headings = self.headings.iter();
        headings.any(|it| it.trim_start().starts_with("其中"))
    }
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its part of a [`CellName`].
    pub name: RowName,
    /// The label as printed, without numbering.
    pub label: String,
    /// The classification code, all digits joined.
    pub code: Option<String>,
    /// What it is to the rows around it.
    pub kind: RowKind,
    /// The row it is a part of.
    pub parent: Option<usize>,
    /// Whether the 其中 items below it are all there can be.
    pub exhaustive: bool,
    /// Where its label stood in the grid: block, row, column.
    pub label_at: Option<(usize, usize, usize)>,
    /// Whether its code was left blank, though all others have theirs; the code is then that which
    /// the rows around it tell.
    pub lacks_code: bool,
}

/// What a row is to the rows around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// A part of its parent, which is the sum of such parts.
    Item,
    /// One of the 其中 items of its parent.
    OfWhich,
    /// 小计, 本年收入合计: the sum of what stands above it.
    Subtotal,
    /// 合计, 总计.
    Total,
}

impl Row {
    /// Whether it is the first row of its code itself, and not that of a project under it.
    pub fn is_of_code_itself(&self) -> bool {
        self.code.is_some() && self.name.project.is_none() && self.name.nth.is_none()
    }
}

impl Budget {
    /// Adds a fact; the first of a name keeps it, a further one is found by its place only.
    pub fn add(&mut self, fact: Fact) -> FactId {
        let id = FactId(self.facts.len());
        self.names.entry(fact.name.clone()).or_insert(id);
        self.facts.push(fact);
        id
    }

    /// The fact of this name.
    pub fn find(&self, name: &CellName) -> Option<FactId> {
        self.names.get(name).copied()
    }

    /// The fact itself.
    pub fn fact(&self, id: FactId) -> &Fact {
        &self.facts[id.0]
    }

    /// A word that says which way something moved.
    pub fn word(&self, id: telling::WordId) -> &telling::Word {
        &self.words[id.0]
    }

    /// Whether a fact stands in a table that was read with a doubt, or in a sentence that was.
    pub fn is_doubtful(&self, id: FactId) -> bool {
        let source = &self.fact(id).source;
        let in_sentence = matches!(source.spot, Spot::Span { .. });
        self.is_garbled && in_sentence || self.is_doubtful_block(source.block)
    }

    /// Whether a block is part of a table that was read with a doubt.
    pub fn is_doubtful_block(&self, block: usize) -> bool {
        let mut doubtful = self.tables.iter().filter(|it| !it.certain);
        doubtful.any(|it| it.blocks.contains(&block))
    }

    /// Every fact with its id.
    pub fn ids(&self) -> impl Iterator<Item = FactId> + use<> {
        (0..self.facts.len()).map(FactId)
    }

    /// The paragraphs, in reading order.
    pub fn prose(&self) -> impl Iterator<Item = &Passage> {
        self.passages.iter().filter(|it| it.cell.is_none())
    }

    /// What belongs together is printed with one number of decimals: a figure that lacks a digit
    /// (26.8 among 26.89 and 13.45) is not known more coarsely than the others, it only looks so.
    pub fn settle_steps(&mut self, facts: &[FactId]) {
        let mut steps: BTreeMap<Decimal, usize> = BTreeMap::new();
        for id in facts {
            *steps.entry(self.fact(*id).amount.half_step).or_default() += 1;
        }
        steps.remove(&Decimal::ZERO);
        let all: usize = steps.values().sum();
        let usual = steps.into_iter().max_by_key(|(_, count)| *count);
        let Some((usual, _)) = usual.filter(|(_, count)| count * 2 > all) else {
            return;
        };
        for id in facts {
            let amount = &mut self.facts[id.0].amount;
            if !amount.half_step.is_zero() {
                amount.half_step = usual;
            }
        }
    }

    /// The first table of this title.
    pub fn table(&self, title: &str) -> Option<&Table> {
        self.tables.iter().find(|it| it.name.is(title))
    }

    /// The table of this name.
    pub fn table_named(&self, name: &TableName) -> Option<&Table> {
        self.tables.iter().find(|it| it.name == *name)
    }
}
