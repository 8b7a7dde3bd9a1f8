//! Has the language read the lines of the document, and binds what it tells to facts and words.
use super::{
    FORM, HandedOver,
    cells::{Around, Cells},
    empty_tables::empty_tables,
    items::item_lists,
    year_alone,
};
use crate::{
    budget::{
        Budget, CellName, Fact, Kind, RowName, Source, Spot,
        name::UNRECOGNISED,
        telling::{Direction, Telling, Word, WordId},
    },
    document::Paragraph,
    language::{
        discourse::{Discourse, Setting},
        lexicon::{Course, Order, Plan},
        line::{Line, Measure},
        told::{FigureId, Role, Told, ToldFigure, Version, WordAt},
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
    headings: Vec<String>,
}

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
            headings: vec![String::new()],
        }
    }

    /// A heading, or the part of a paragraph that is one.
    pub fn heading(&mut self, text: &str) {
        let paragraph = Paragraph {
            text: text.to_owned(),
            pieces: Vec::new(),
        };
        self.discourse.heading(&Line::new(&paragraph));
        self.headings.push(text.to_owned());
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
            headings,
        } = self;
        let told = discourse.end();
        let mut names = HashMap::new();
        let mut facts = Vec::new();
        for (it, subject) in told.figures.iter().zip(subjects(&told)) {
            let name = printed_name(&lines, it, subject, &mut names);
            let fact = fact(&lines, it, &name, budget);
            facts.push(budget.add(fact));
        }
        let words = words(&lines, &told, budget);
        let cells = Cells::new(budget);
        let repeats = told.figures.iter().zip(&facts).map(|(it, fact)| {
            let name = budget.fact(*fact).name.row.words();
            let heading = headings.get(it.place.section);
            let whole = it.list.and_then(|it| told.lists[it.0].whole);
            let around = Around {
                name: &name,
                heading: heading.map_or("", String::as_str),
                whole: whole.and_then(|it| told.figure(it).subject.as_deref()),
            };
            cells.repeated(it, year, around)
        });
        let repeats = repeats.collect();
        let denied = told.denials.iter().map(|it| cells.denied(it, year));
        let mut telling = Telling {
            year,
            facts,
            words,
            repeats,
            denied: denied.collect(),
            empty_tables: empty_tables(budget),
            item_lists: item_lists(&lines, &told),
            headings,
            told,
        };
        year_alone::leave_out(budget, &mut telling);
        budget.telling = telling;
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
    let conclusions = told.conclusions.iter();
    let conclusions = conclusions.map(|it| (it.word, course(it.course)));
    let all = moved.chain(level).chain(orders).chain(denials);
    let all = all.chain(conclusions);
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

fn source(block: usize, paragraph: &Paragraph, bytes: Range<ByteOffset>) -> Source {
    Source {
        block,
        spot: Spot::span(&bytes),
        at: paragraph.place(bytes),
    }
}

/// What each figure is of; a share is that of its part, a completion that of what came to be.
fn subjects(told: &Told) -> Vec<Option<&str>> {
    let subject = |it: FigureId| told.figure(it).subject.as_deref();
    let mut subjects: Vec<Option<&str>> = told
        .figures
        .iter()
        .map(|it| it.subject.as_deref())
        .collect();
    for it in &told.shares {
        let of = it.part.and_then(subject).or(it.part_name.as_deref());
        subjects[it.share.0] = subjects[it.share.0].or(of);
    }
    for it in &told.completions {
        let of = it.subject.as_deref().or(it.outcome.and_then(subject));
        subjects[it.rate.0] = subjects[it.rate.0].or(of);
    }
    subjects
}

/// What a figure is of, as the document last called it.
fn printed_name(
    lines: &[HandedOver],
    it: &ToldFigure,
    subject: Option<&str>,
    names: &mut HashMap<String, String>,
) -> String {
    let Some(subject) = subject else {
        return UNRECOGNISED.to_owned();
    };
    if let Some(at) = it.named_at {
        let printed = lines[at.line].2.text(at.start, at.end);
        names.insert(subject.to_owned(), printed);
    }
    names
        .get(subject)
        .map_or(subject, String::as_str)
        .to_owned()
}

fn fact(lines: &[HandedOver], it: &ToldFigure, name: &str, budget: &Budget) -> Fact {
    let (block, paragraph, line) = &lines[it.line];
    let unit = it.measure().unit();
    // 减少-5万元 says the same twice, and 增加-5万元 is read as 减少5万元.
    let number = match it.role {
        Role::Change => it.figure.number.abs(),
        _ => it.figure.number,
    };
    let printed = Amount::printed(number, unit.scale());
    let exact = matches!(it.measure(), Measure::Count(_));
    let row = RowName {
        nth: Some(budget.facts.len()),
        ..name.into()
    };
    Fact {
        name: CellName::new(FORM, row, column(it, budget.year)),
        amount: Amount {
            half_step: if exact {
                Decimal::ZERO
            } else {
                printed.half_step
            },
            ..printed
        },
        unit,
        text: line.text(it.figure.start, it.figure.end),
        source: source(
            *block,
            paragraph,
            line.bytes(it.figure.start, it.figure.end),
        ),
    }
}

fn column(it: &ToldFigure, year: Option<u16>) -> &'static str {
    match it.role {
        Role::Amount => amount_column(it, year),
        Role::Flow | Role::Excepted | Role::Unknown => "金额",
        Role::Price => "单价",
        Role::Change => "增减额",
        Role::Rate => "增减率",
        Role::Share | Role::FormerShare => "占比",
        Role::Completion => "完成率",
        Role::Points => "增减百分点",
        Role::Multiple => "倍数",
    }
}

/// Which amount of its thing it is.
fn amount_column(it: &ToldFigure, year: Option<u16>) -> &'static str {
    let earlier = year.is_some_and(|year| it.year < i32::from(year));
    match it.named_version {
        _ if matches!(it.measure(), Measure::Count(_)) => "数量",
        _ if earlier => "上年数",
        Some(Version::Plan(Plan::Opening)) => "年初预算数",
        Some(Version::Plan(Plan::Adjusted)) => "调整预算数",
        _ => "金额",
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
