//! What a sentence says of one thing: how much it is, how it changed, what share it has.
use super::{FactId, Source, TableName};
use crate::forms::narrative::{Section, Thing};

/// What a sentence says of one thing. Every figure is a fact of the form 说明.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Statement {
    /// Which heading of the document it stands under: sections of one name are several in the
    /// explanations of several units.
    pub heading: usize,
    /// The section of the narrative; none outside known sections.
    pub section: Option<Section>,
    /// What it is about, as printed.
    pub subject: String,
    /// The thing, where the section's record knows it.
    pub known: Option<Thing>,
    /// The figure of a table that the amount repeats.
    pub cell: Option<FactId>,
    /// Whether it is told of an earlier year, which no table of this one answers.
    pub earlier: bool,
    /// The classification path as printed: 类, 款, 项; empty for anything else.
    pub path: Vec<String>,
    /// How much it is.
    pub amount: Option<FactId>,
    /// The amount once more in brackets, in another unit: 19,542,000.00元（1,954.20万元）.
    pub again: Option<FactId>,
    /// How many there are.
    pub count: Option<FactId>,
    /// Its share of the whole, in percent.
    pub share: Option<FactId>,
    /// What its share is said to be a share of; empty where nothing is said.
    pub share_of: String,
    /// What it was before, or was meant to be: 上年执行数, 年初预算.
    pub base: Option<FactId>,
    /// Which of these that is.
    pub based_on: Option<Basis>,
    /// Whether the change is over that base: 较上年 A 减少 B.
    pub from_base: bool,
    /// Whether further changes follow the first one, which are not kept.
    pub moved_again: bool,
    /// Whether it only compares what the statement before it tells with another base.
    pub twin: bool,
    /// The amount that another sentence tells of it, where this one tells none.
    pub told: Option<FactId>,
    /// What it was meant to be after changes in the year: 全年预算.
    pub adjusted: Option<FactId>,
    /// How much of a budget it is, in percent: 完成年初预算的 …%.
    pub completion: Option<FactId>,
    /// Which budget that is.
    pub completed: Option<Basis>,
    /// The word that compares it with its base: 决算数小于预算数.
    pub compared: Option<WordId>,
    /// The word that says without a figure that nothing changed: 与上年持平.
    pub level: Option<WordId>,
    /// By how much it changed.
    pub change: Option<Moved>,
    /// At which rate, in percent.
    pub rate: Option<Moved>,
    /// What it is compared with.
    pub basis: Option<Basis>,
    /// The statement whose part it is (其中).
    pub head: Option<usize>,
    /// The statement whose part it may be as well, the list of whose parts seems to have ended.
    pub former: Option<usize>,
    /// The side of a balance that it is a part of: 收入包括, 支出包括.
    pub side: Option<Side>,
    /// The reason that the sentence gives.
    pub reason: Option<Reason>,
    /// The block it stands in.
    pub block: usize,
    /// Whether its parts go on in the next paragraph.
    pub goes_on: bool,
}

impl Statement {
    /// Whether it speaks of this thing in this section.
    pub fn speaks_of(&self, section: Section, thing: Thing) -> bool {
        self.section == Some(section) && self.known == Some(thing)
    }
}

/// A side of a balance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// 收入
    Income,
    /// 支出
    Expenditure,
}

impl Side {
    /// What the side is called.
    pub fn name(self) -> &'static str {
        match self {
            Side::Income => "收入",
            Side::Expenditure => "支出",
        }
    }
}

/// A change with its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// Up or down, as the word before the figure says.
    pub direction: Direction,
    /// The figure, without a sign.
    pub fact: FactId,
    /// The word itself.
    pub word: WordId,
    /// What it is compared with, where its clause says so.
    pub basis: Option<Basis>,
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

/// Why something changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reason {
    /// The word that it comes to at its end: “因此预算安排较上年增加”.
    pub concluded: Option<WordId>,
    /// Whether that end is a conclusion in so many words: 因此, 故.
    pub explicit: bool,
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

/// What a figure is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// 上年预算
    Budget,
    /// 上年预算执行数
    Executed,
    /// 年初预算
    Opening,
    /// 全年预算, 调整预算
    Adjusted,
    /// 上年决算
    Final,
}

/// “没有使用 …”, “未安排”, “… 为空表”: that something is not there.
#[derive(Debug, Clone, PartialEq)]
pub struct Denial {
    /// The sentence's clause.
    pub text: String,
    /// Name of the table that is said to be empty.
    pub table: Option<TableName>,
    /// The cell that is said to hold nothing.
    pub cell: Option<FactId>,
    /// The block it stands in.
    pub block: usize,
}

/// “主要包括：…”: what an amount is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemList {
    /// The statement whose amount it is.
    pub statement: usize,
    /// The items as printed.
    pub items: Vec<String>,
    /// The block it stands in.
    pub block: usize,
}
