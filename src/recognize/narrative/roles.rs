//! What the words before a figure make of it: an amount, a change, a rate, a share.
use super::clause::Measure;
use crate::budget::statement::{Basis, Direction};

/// What a figure is to its statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// How much the thing is.
    Amount,
    /// Its share of a whole.
    Share,
    /// By how much it changed.
    Change(Direction),
    /// At which rate.
    Rate(Direction),
}

/// Words that say which way something moved.
pub const DIRECTIONS: &[(&str, Direction)] = &[
    ("增加", Direction::Up),
    ("增长", Direction::Up),
    ("上升", Direction::Up),
    ("提高", Direction::Up),
    ("增幅", Direction::Up),
    ("减少", Direction::Down),
    ("下降", Direction::Down),
    ("降低", Direction::Down),
    ("降幅", Direction::Down),
    ("持平", Direction::Level),
    ("无变化", Direction::Level),
];

/// Words that stand between a direction and its figure.
const BETWEEN: &[&str] = &["了", "为", "约"];

/// Phrases that say what a figure is compared with.
const COMPARISONS: &[(&str, Basis)] = &[
    ("上年预算执行数", Basis::Executed),
    ("上年执行数", Basis::Executed),
    ("年预算执行数", Basis::Executed),
    ("年执行数", Basis::Executed),
    ("年初预算数", Basis::Opening),
    ("年初预算", Basis::Opening),
    ("上年决算数", Basis::Final),
    ("上年决算", Basis::Final),
    ("年度决算数", Basis::Final),
    ("年决算数", Basis::Final),
    ("上年预算数", Basis::Budget),
    ("上年预算", Basis::Budget),
    ("年预算数", Basis::Budget),
    ("年预算", Basis::Budget),
    ("年度", Basis::Budget),
    ("上年", Basis::Budget),
    ("去年", Basis::Budget),
];

/// Words that begin a comparison.
const COMPARED: &[&str] = &["比", "较", "与", "同"];

/// Reads the last clause before a figure: its role, what it is compared with, and what remains.
pub fn role(words: &str, measure: Measure) -> (Role, Option<Basis>, String) {
    let mut rest = words;
    while let Some(shorter) = BETWEEN.iter().find_map(|it| rest.strip_suffix(it)) {
        rest = shorter;
    }
    if let Some((stem, direction)) = DIRECTIONS
        .iter()
        .find_map(|(word, to)| Some((rest.strip_suffix(word)?, *to)))
    {
        let (stem, basis) = without_comparison(stem);
        let role = match measure {
            Measure::Percent => Role::Rate(direction),
            _ => Role::Change(direction),
        };
        return (role, basis, stem);
    }
    if measure == Measure::Percent
        && let Some(at) = rest.rfind('占')
    {
        return (Role::Share, None, rest[..at].to_owned());
    }
    (Role::Amount, None, words.to_owned())
}

/// Takes “比上年预算” and its kin off the end of a phrase.
fn without_comparison(stem: &str) -> (String, Option<Basis>) {
    let stem = stem.strip_suffix("相比").unwrap_or(stem);
    let stem = stem.strip_suffix("同比").unwrap_or(stem);
    for (phrase, basis) in COMPARISONS {
        let Some(before) = stem.strip_suffix(phrase) else {
            continue;
        };
        let before = before.trim_end_matches(|it: char| it.is_ascii_digit());
        if let Some(before) = COMPARED.iter().find_map(|it| before.strip_suffix(it)) {
            return (before.to_owned(), Some(*basis));
        }
    }
    (stem.to_owned(), None)
}

/// Which way a reason says at its end that things went: “…，因此预算安排较上年增加”. A reason that
/// does not come back to last year speaks of other things (人员减少).
pub fn conclusion(reason: &str) -> Option<Direction> {
    let sentence = reason.split(['。', '；', ';']).next()?;
    let clause = sentence.rsplit([',', '，']).next()?;
    clause.contains("上年").then(|| last_direction(clause))?
}

fn last_direction(text: &str) -> Option<Direction> {
    let found = DIRECTIONS
        .iter()
        .filter_map(|(word, to)| Some((text.rfind(word)?, *to)));
    found.max_by_key(|it| it.0).map(|it| it.1)
}
