//! What the words before a figure make of it: an amount, a change, a rate, a share.
use super::bases;
use crate::budget::statement::{Basis, Direction};
use crate::language::line::Measure;

/// What a figure is to its statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// How much the thing is.
    Amount,
    /// What it was before, or was meant to be.
    Base,
    /// Its share of a whole.
    Share,
    /// By how much it changed.
    Change(Direction),
    /// At which rate.
    Rate(Direction),
    /// How much of the base it is.
    Completion,
}

/// What the clause before a figure says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What the figure is.
    pub role: Role,
    /// What it is compared with.
    pub basis: Option<Basis>,
    /// What remains of the clause: what it speaks of.
    pub phrase: String,
    /// The bytes of the clause that say the direction.
    pub word: Option<(usize, usize)>,
    /// What a share is said to be a share of: 占本年支出合计的 …%; empty where nothing is said.
    pub whole: String,
    /// Whether the thing of this year is meant.
    pub meant: Meant,
}

/// What the thing that a clause names is to the figures of this year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meant {
    /// The thing itself.
    Thing,
    /// What it was in an earlier year: 上年预算.
    Earlier,
    /// Something about it that no other figure answers: 主要是减少公务接待费.
    Otherwise,
}

/// Words that say which way something moved.
pub const DIRECTIONS: &[(&str, Direction)] = &[
    ("增加", Direction::Up),
    ("增收", Direction::Up),
    ("增支", Direction::Up),
    ("增长", Direction::Up),
    ("上升", Direction::Up),
    ("提高", Direction::Up),
    ("增幅", Direction::Up),
    ("减少", Direction::Down),
    ("减收", Direction::Down),
    ("减支", Direction::Down),
    ("下降", Direction::Down),
    ("降低", Direction::Down),
    ("节省", Direction::Down),
    ("节约", Direction::Down),
    ("压减", Direction::Down),
    ("压缩", Direction::Down),
    ("核减", Direction::Down),
    ("减幅", Direction::Down),
    ("降幅", Direction::Down),
    ("持平", Direction::Level),
    ("无变化", Direction::Level),
    ("一致", Direction::Level),
];

impl Role {
    /// The role of a figure with a minus: 增加-5万元, 增长-20% are falls.
    pub fn of_negative(self) -> Self {
        match self {
            Role::Rate(Direction::Up) => Role::Rate(Direction::Down),
            Role::Change(Direction::Up) => Role::Change(Direction::Down),
            role => role,
        }
    }
}

/// Words that stand between a direction and its figure.
const BETWEEN: &[&str] = &["了", "为", "约"];

/// Clauses whose amount is what a thing was before, or was meant to be.
const BASES: &[(&str, Basis)] = &[
    ("当年预算执行数", Basis::Executed),
    ("上年预算执行数", Basis::Executed),
    ("上年执行数", Basis::Executed),
    ("年预算执行数", Basis::Executed),
    ("年执行数", Basis::Executed),
    ("年初预算数", Basis::Opening),
    ("年初预算", Basis::Opening),
    ("全年预算数", Basis::Adjusted),
    ("全年预算", Basis::Adjusted),
    ("调整预算数", Basis::Adjusted),
    ("调整预算", Basis::Adjusted),
    ("调整后预算数", Basis::Adjusted),
    ("调整后预算", Basis::Adjusted),
    ("上年决算数", Basis::Final),
    ("上年预算数", Basis::Budget),
];

/// Phrases of a part of the base: 完成年初预算的 …%.
const COMPLETIONS: &[(&str, Basis)] = &[
    ("完成年初预算的", Basis::Opening),
    ("完成年初预算数的", Basis::Opening),
    ("完成年初预算", Basis::Opening),
    ("完成全年预算的", Basis::Adjusted),
    ("完成全年预算数的", Basis::Adjusted),
    ("完成全年预算", Basis::Adjusted),
    ("完成调整预算的", Basis::Adjusted),
    ("完成调整预算数的", Basis::Adjusted),
    ("完成调整预算", Basis::Adjusted),
    ("完成调整后预算的", Basis::Adjusted),
    ("完成调整后预算数的", Basis::Adjusted),
    ("完成调整后预算", Basis::Adjusted),
    ("完成预算的", Basis::Opening),
    ("完成预算数的", Basis::Opening),
    ("完成预算", Basis::Opening),
];

/// Reads the last clause before a figure; `year` is that of the document.
pub fn read(words: &str, measure: Measure, year: Option<u16>) -> Reading {
    let mut rest = words;
    while let Some(shorter) = BETWEEN.iter().find_map(|it| rest.strip_suffix(it)) {
        rest = shorter;
    }
    let money = matches!(measure, Measure::Money(_));
    if let Some(base) = bases::base(rest, year).filter(|_| money) {
        return of_base(&base);
    }
    let moved = |(word, to): &(&str, Direction)| Some((rest.strip_suffix(word)?, *to));
    if let Some((stem, direction)) = DIRECTIONS.iter().find_map(moved) {
        let word = Some((stem.len(), rest.len()));
        let (phrase, basis) = without_comparison(stem);
        let role = match measure {
            Measure::Percent => Role::Rate(direction),
            _ => Role::Change(direction),
        };
        return Reading {
            role,
            basis,
            phrase,
            word,
            whole: String::new(),
            meant: Meant::Thing,
        };
    }
    let ending = |of: &[(&str, Basis)]| {
        let found = |(phrase, basis): &(&str, Basis)| Some((rest.strip_suffix(phrase)?, *basis));
        of.iter().find_map(found)
    };
    match measure {
        Measure::Percent => {
            if let Some((stem, basis)) = ending(COMPLETIONS) {
                return plain(Role::Completion, Some(basis), stem);
            }
            if let Some(at) = rest.rfind('占') {
                let whole = rest[at..].trim_start_matches('占').trim_end_matches('的');
                let whole = match whole {
                    "比" | "比例" | "比重" | "总额" => "",
                    named => named,
                };
                return Reading {
                    whole: whole.to_owned(),
                    ..plain(Role::Share, None, &rest[..at])
                };
            }
        }
        Measure::Money(_) => {
            if let Some((stem, basis)) = ending(BASES) {
                let stem = stem.trim_end_matches('年');
                let stem = stem.trim_end_matches(|it: char| it.is_ascii_digit());
                return plain(Role::Base, Some(basis), stem);
            }
        }
        Measure::Count(_) | Measure::Points | Measure::Times => {}
    }
    let reading = plain(Role::Amount, None, words);
    match bases::leads_away(words, reading.role) {
        true => Reading {
            meant: Meant::Otherwise,
            ..reading
        },
        false => reading,
    }
}

fn plain(role: Role, basis: Option<Basis>, phrase: &str) -> Reading {
    Reading {
        role,
        basis,
        phrase: phrase.to_owned(),
        word: None,
        whole: String::new(),
        meant: Meant::Thing,
    }
}

/// What was before: of the thing spoken of, or of the one that the clause names itself.
fn of_base(base: &bases::Base) -> Reading {
    let reading = plain(Role::Base, Some(base.basis), base.before);
    if base.compares {
        return reading;
    }
    Reading {
        phrase: base.thing.to_owned(),
        meant: Meant::Earlier,
        ..reading
    }
}

/// Takes “比上年预算” and its kin off the end of a phrase.
fn without_comparison(stem: &str) -> (String, Option<Basis>) {
    let mut stem = stem;
    while let Some(shorter) = COMPARING.iter().find_map(|it| stem.strip_suffix(it)) {
        stem = shorter;
    }
    match bases::compared(stem) {
        // 与上年相比收、支总计增加: what it speaks of may stand behind the comparison.
        Some(base) if base.before.is_empty() && base.thing.starts_with("相比") => {
            let thing = base.thing.trim_start_matches("相比");
            (thing.to_owned(), Some(base.basis))
        }
        Some(base) => (base.before.to_owned(), Some(base.basis)),
        None => (stem.to_owned(), None),
    }
}

/// Words between what a figure is compared with and its direction.
const COMPARING: &[&str] = &["相比", "同比", "同口径", "净", "共", "各"];
