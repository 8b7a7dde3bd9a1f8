//! Has the language read the lines of the document, and binds what it tells to facts and words.
use super::FORM;
use crate::{
    budget::{
        Budget, CellName, Fact, FactId, Kind, RowName, Source, Spot,
        name::UNRECOGNISED,
        statement::{Direction, Word, WordId},
        telling::Telling,
    },
    document::Paragraph,
    language::{
        discourse::{Discourse, Setting},
        lexicon::{Course, Order},
        line::{Line, Measure},
        told::{Role, Told, ToldFigure, WordAt},
    },
    money::Amount,
    offset::ByteOffset,
    words::key,
};
use rust_decimal::Decimal;
use std::{
    collections::{BTreeMap, HashMap},
    ops::Range,
};

/// Lines on their way to the language.
pub struct Listener {
    discourse: Discourse,
    year: i32,
    lines: Vec<HandedOver>,
}

/// A line that was handed over: its block, its text with the places, and its signs.
type HandedOver = (usize, Paragraph, Line);

impl Listener {
    /// Listens to a document of which this much is known.
    pub fn new(budget: &Budget) -> Self {
        let unit_name = budget.unit_name.as_deref().map(key);
        let unit_name = unit_name
            .or_else(|| named_in_title(budget))
            .unwrap_or_default();
        let year = budget.year.map_or(0, i32::from);
        Listener {
            year,
            discourse: Discourse::new(Setting {
                year,
                is_final: budget.kind == Kind::Final,
                unit_name,
            }),
            lines: Vec::new(),
        }
    }

    /// A heading, or the part of a paragraph that is one.
    pub fn heading(&mut self, text: &str) {
        let paragraph = Paragraph {
            text: text.to_owned(),
            pieces: Vec::new(),
        };
        self.discourse.heading(&Line::new(&paragraph));
    }

    /// A paragraph with sentences.
    pub fn paragraph(&mut self, block: usize, paragraph: &Paragraph) {
        let line = Line::new(paragraph);
        self.discourse.line(&line, self.lines.len());
        self.lines.push((block, paragraph.clone(), line));
    }

    /// A table between paragraphs.
    pub fn table(&mut self) {
        self.discourse.gap();
    }

    /// Binds what was told to facts, those that stand in the budget already and others.
    pub fn end(self, budget: &mut Budget) {
        let Listener {
            discourse,
            lines,
            year,
        } = self;
        let told = discourse.end();
        let known = known(budget);
        let facts = told.figures.iter().map(|it| {
            let (block, paragraph, line) = &lines[it.line];
            let bytes = line.bytes(it.figure.start, it.figure.end);
            let at = (*block, bytes.start);
            known.get(&at).copied().unwrap_or_else(|| {
                let source = source(*block, paragraph, bytes);
                let text = line.text(it.figure.start, it.figure.end);
                budget.add(fact(it, text, source, budget.facts.len()))
            })
        });
        let facts = facts.collect();
        let words = words(&lines, &told, budget);
        budget.telling = Telling {
            told,
            year,
            facts,
            words,
        };
    }
}

/// Keeps every word that a rule may take for the wrong one.
fn words(lines: &[HandedOver], told: &Told, budget: &mut Budget) -> BTreeMap<WordAt, WordId> {
    let moved = told
        .figures
        .iter()
        .filter_map(|it| Some((it.word?, course(it.course?))));
    let level = told
        .comparisons
        .iter()
        .filter_map(|it| Some((it.level?, Direction::Level)));
    let orders = told.orders.iter().map(|it| (it.word, order(it.order)));
    let denials = told.denials.iter().map(|it| (it.word, Direction::Level));
    let all = moved.chain(level).chain(orders).chain(denials);
    let mut words = BTreeMap::new();
    for (at, direction) in all {
        words.entry(at).or_insert_with(|| {
            let (block, paragraph, line) = &lines[at.line];
            budget.words.push(Word {
                text: line.text(at.start, at.end),
                direction,
                source: source(*block, paragraph, line.bytes(at.start, at.end)),
            });
            WordId(budget.words.len() - 1)
        });
    }
    words
}

/// The body that the first line names before its year: 某县档案局2024年部门预算编制说明.
fn named_in_title(budget: &Budget) -> Option<String> {
    let first = &budget.prose().next()?.plain;
    let (before, behind) = first.split_once("20")?;
    let short = before.chars().count() <= LONGEST_BODY && !before.contains([',', '。', ':']);
    let dated = behind
        .trim_start_matches(|it: char| it.is_ascii_digit())
        .starts_with('年');
    let budgets = behind.contains("预算") || behind.contains("决算");
    (short && dated && budgets && !before.is_empty()).then(|| before.to_owned())
}

/// Longest name of a body, in signs.
const LONGEST_BODY: usize = 30;

/// The facts of sentences by where they stand.
fn known(budget: &Budget) -> HashMap<(usize, ByteOffset), FactId> {
    let spans = budget.ids().filter_map(|id| {
        let source = &budget.fact(id).source;
        match source.spot {
            Spot::Span { start, .. } => Some(((source.block, start), id)),
            Spot::Cell { .. } => None,
        }
    });
    spans.collect()
}

fn source(block: usize, paragraph: &Paragraph, bytes: Range<ByteOffset>) -> Source {
    Source {
        block,
        spot: Spot::span(&bytes),
        at: paragraph.place(bytes),
    }
}

fn fact(it: &ToldFigure, text: String, source: Source, number: usize) -> Fact {
    let unit = it.measure().unit();
    let printed = Amount::printed(it.figure.number, unit.scale());
    let exact = matches!(it.measure(), Measure::Count(_));
    let row = RowName {
        nth: Some(number),
        ..it.subject.as_deref().unwrap_or(UNRECOGNISED).into()
    };
    Fact {
        name: CellName::new(FORM, row, column(it.role)),
        amount: Amount {
            half_step: if exact {
                Decimal::ZERO
            } else {
                printed.half_step
            },
            ..printed
        },
        unit,
        text,
        source,
    }
}

fn column(role: Role) -> &'static str {
    match role {
        Role::Amount | Role::Flow | Role::Excepted | Role::Unknown => "金额",
        Role::Price => "单价",
        Role::Change => "增减额",
        Role::Rate => "增减率",
        Role::Share | Role::FormerShare => "占比",
        Role::Completion => "完成率",
        Role::Points => "增减百分点",
        Role::Multiple => "倍数",
    }
}

fn course(course: Course) -> Direction {
    match course {
        Course::Up => Direction::Up,
        Course::Down => Direction::Down,
        Course::Either => Direction::Level,
    }
}

fn order(order: Order) -> Direction {
    match order {
        Order::Greater => Direction::Up,
        Order::Less => Direction::Down,
        Order::Equal => Direction::Level,
    }
}
