//! What the sentences tell, with the facts, the words and the cells of tables that it is told of.
use super::{FactId, Kind, Source, TableName};
use crate::language::{
    lexicon::Plan,
    line::Measure,
    told::{FigureId, Role, Told, ToldFigure, Version, WordAt},
};
use std::collections::BTreeMap;

/// What the sentences of a document tell.
#[derive(Debug, Clone, Default)]
pub struct Telling {
    /// Figures with their meaning, and what ties them together.
    pub told: Told,
    /// The year that the document is of; the latest that it names, where that is not known.
    pub year: i32,
    /// The fact of each figure, in the same order, which is theirs, too.
    pub facts: Vec<FactId>,
    /// The words that say which way something moved, or that it did not.
    pub words: BTreeMap<WordAt, WordId>,
    /// The headings, by the number of the section that each begins; the first is empty.
    pub headings: Vec<String>,
    /// What each figure repeats of the tables, in the order of the figures.
    pub repeats: Vec<Repeats>,
    /// The cells that each denial speaks of, in the order of the denials.
    pub denied: Vec<Vec<FactId>>,
    /// Sentences that a table is empty.
    pub empty_tables: Vec<EmptyTable>,
    /// Lists of names that a sentence says an amount is made of.
    pub item_lists: Vec<ItemList>,
}

/// The cells that an amount may repeat.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Repeats {
    /// Cells of its name, the likeliest first.
    pub cells: Vec<FactId>,
    /// What was carried over, which each of them may count in.
    pub carried_over: Vec<FactId>,
    /// Whether it is named so plainly that no other figure can be meant.
    pub is_plain: bool,
}

/// A sentence that a table is empty: …表为空表.
#[derive(Debug, Clone, PartialEq)]
pub struct EmptyTable {
    /// The clause.
    pub text: String,
    /// The table.
    pub table: TableName,
    /// The block it stands in.
    pub block: usize,
}

/// “主要包括：…”: names of what an amount is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemList {
    /// The amount.
    pub whole: FigureId,
    /// The items as printed.
    pub items: Vec<String>,
    /// The block it stands in.
    pub block: usize,
}

/// Index into [`Budget::words`](super::Budget::words).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct WordId(pub usize);

/// A word that says which way something moved, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// As printed, without blanks.
    pub text: String,
    /// What it says.
    pub direction: Direction,
    /// Where it stood.
    pub source: Source,
}

/// Which way something moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// 增加, 增长, 上升
    Up,
    /// 减少, 下降, 降低
    Down,
    /// 持平, 无变化
    Level,
}

impl Telling {
    /// The figure.
    pub fn figure(&self, id: FigureId) -> &ToldFigure {
        &self.told.figures[id.0]
    }

    /// The fact of a figure.
    pub fn fact(&self, id: FigureId) -> FactId {
        self.facts[id.0]
    }

    /// The word that stands there.
    pub fn word(&self, at: WordAt) -> Option<WordId> {
        self.words.get(&at).copied()
    }

    /// Every figure.
    pub fn figures(&self) -> impl Iterator<Item = (FigureId, &ToldFigure)> {
        let figures = self.told.figures.iter().enumerate();
        figures.map(|(index, it)| (FigureId(index), it))
    }

    /// The figure of a fact.
    pub fn of_fact(&self, fact: FactId) -> Option<FigureId> {
        self.facts.binary_search(&fact).ok().map(FigureId)
    }

    /// How many there are of things and what they are worth, where a sentence tells both.
    pub fn counted(&self) -> Vec<(FactId, FactId)> {
        let amounts = self.figures().filter(|it| it.1.role == Role::Amount);
        let (money, counts): (Vec<_>, Vec<_>) =
            amounts.partition(|it| matches!(it.1.measure(), Measure::Money(_)));
        let of_one = |one: &ToldFigure, other: &ToldFigure| {
            one.subject == other.subject && one.place.sentence == other.place.sentence
        };
        let pairs = counts.iter().filter_map(|(count, it)| {
            let worth = money.iter().find(|other| of_one(it, other.1))?;
            Some((self.fact(*count), self.fact(worth.0)))
        });
        pairs.collect()
    }

    /// The heading above a figure; empty above the first one.
    pub fn heading(&self, figure: &ToldFigure) -> &str {
        let heading = self.headings.get(figure.place.section);
        heading.map_or("", String::as_str)
    }

    /// The cell that a figure most likely repeats.
    pub fn cell(&self, id: FigureId) -> Option<FactId> {
        self.repeats[id.0].cells.first().copied()
    }
}

/// The version in which amounts are told where nothing is said.
pub fn usual_version(kind: Kind) -> Version {
    match kind {
        Kind::Final => Version::Outcome,
        Kind::Budget => Version::Plan(Plan::Any),
    }
}

/// How well a version is the one that is wanted, the usual one where none is named: not at all (0),
/// perhaps (1), or wholly (2).
pub fn fit(kind: Kind, version: Version, wanted: Option<Version>) -> u8 {
    let wanted = wanted.unwrap_or(usual_version(kind));
    if version == wanted {
        return 2;
    }
    let (Version::Plan(one), Version::Plan(other)) = (version, wanted) else {
        return 0;
    };
    let adjusted = (one == Plan::Adjusted) != (other == Plan::Adjusted);
    let any = one == Plan::Any || other == Plan::Any;
    u8::from(!adjusted || any && (kind == Kind::Final || one == Plan::Any))
}
