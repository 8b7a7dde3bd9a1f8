//! The same thing told twice, income against expenditure, and what there is none of.
use super::compared::{Resolved, resolved, signed};
use super::telling::{Reader, Wanted, Within, equal, is_money};
use crate::{
    budget::Budget,
    claim::{Claim, Term, Tie},
    language::{
        lexicon::{IMPLICATIONS, NAMES, Plan, names_difference},
        line::Measure,
        phrase::{is_general, is_unnamed},
        told::{Against, Denied, Extent, FigureId, Role, ToldFigure, Version},
    },
};
use std::collections::BTreeMap;

/// What tells one amount from another: the body that explains it, its thing, money, year, version, measure and extent.
type Key<'a> = (
    usize,
    &'a str,
    Option<&'a str>,
    i32,
    Version,
    String,
    Extent,
);

/// One thing told twice is one amount.
pub fn repeated(budget: &Budget) -> Vec<Claim> {
    let reader = Reader::new(budget);
    let mut told: BTreeMap<Key, Vec<FigureId>> = BTreeMap::new();
    for (id, it) in reader.telling.figures() {
        let Some(subject) = it.subject.as_deref() else {
            continue;
        };
        let named = !matches!(subject, "合计" | "其余")
            && !is_unnamed(subject)
            && (is_known(subject) || subject.chars().count() >= SHORTEST_NAME);
        // Where nothing is named a general word stands for whatever the section is about.
        let vague = it.is_inherited && is_general(subject);
        if it.role == Role::Amount && named && !vague {
            let measure = measured(it);
            let fund = it.fund.as_deref();
            let key = (
                it.place.part,
                subject,
                fund,
                it.year,
                it.version,
                measure,
                it.extent,
            );
            told.entry(key).or_default().push(id);
        }
    }
    let mut claims = Vec::new();
    for figures in told.values() {
        // Each with the one before: a figure that differs from all is still found between its neighbours.
        for (index, one) in figures.iter().enumerate() {
            for other in &figures[index + 1..figures.len().min(index + 1 + NEIGHBOURS)] {
                claims.extend(told_twice(&reader, *one, *other));
            }
        }
    }
    claims
}

/// What a figure counts: money in any unit is one.
fn measured(it: &ToldFigure) -> String {
    match it.measure() {
        Measure::Money(_) => "元".to_owned(),
        other => format!("{other:?}"),
    }
}

fn is_known(subject: &str) -> bool {
    NAMES.iter().any(|it| it.key == subject)
}

/// Amounts of a shorter name that is not known may be of anything: 采购.
const SHORTEST_NAME: usize = 3;

/// An amount is held against so many of its repetitions.
const NEIGHBOURS: usize = 6;
/// Counts told twice are hardly ever equal by chance.
const COUNTED: i64 = 1_000_000;
/// Amounts of one name are so many times likelier to be one than others in a list.
const NAMED: i64 = 20;

fn told_twice(reader: &Reader, one: FigureId, other: FigureId) -> Option<Claim> {
    let whole_of = |it: FigureId| {
        let list = reader.figure(it).list?;
        reader.telling.told.lists[list.0].whole
    };
    if whole_of(one) == Some(other) || whole_of(other) == Some(one) {
        return None;
    }
    // One sentence tells two things by one name; and so do two lists of different wholes.
    let sentence = |it: FigureId| reader.figure(it).place.sentence;
    let name = |it: FigureId| reader.figure(it).subject.as_deref().unwrap_or_default();
    let wholes = whole_of(one).zip(whole_of(other));
    let differ = wholes.is_some_and(|(one, other)| name(one) != name(other));
    let apart = sentence(one) == sentence(other) || differ && !is_known(name(one));
    if apart || !reader.are_of_one_side(one, other) {
        return None;
    }
    let larger = if reader.value(one) < reader.value(other) {
        other
    } else {
        one
    };
    let times = if is_money(reader.figure(one)) {
        NAMED
    } else {
        COUNTED
    };
    let claim = Claim {
        certainty: reader.usual(larger, times),
        ..Claim::said(reader.equal(one, other))
    };
    Some(reader.claim(&[one, other], claim))
}

/// Brackets that tell an amount once more, in another unit: 19,542,000.00元（1,954.20万元）.
pub fn in_another_unit(budget: &Budget) -> Vec<Claim> {
    let reader = Reader::new(budget);
    let figures = reader.telling.told.figures.windows(2).enumerate();
    let again = figures.filter(|(_, pair)| {
        let (one, other) = (&pair[0], &pair[1]);
        let behind = one.line == other.line && one.figure.behind + 1 == other.figure.start;
        let money = is_money(one) && is_money(other) && one.measure() != other.measure();
        behind && money && one.role == Role::Amount && other.depth > one.depth
    });
    let claims = again.map(|(index, _)| {
        let (one, other) = (FigureId(index), FigureId(index + 1));
        Claim::said(reader.equal(one, other))
    });
    claims.collect()
}

/// Income and expenditure balance: where it is said, and usually in a section.
pub fn balances(budget: &Budget) -> Vec<Claim> {
    let reader = Reader::new(budget);
    let pair = |within: Within| {
        let find = |subject: &str| {
            let wanted = Wanted {
                subject,
                year: reader.year,
                version: None,
            };
            reader.find(&wanted, within)
        };
        Some((find("收入")?, find("支出")?))
    };
    let mut claims = Vec::new();
    for place in &reader.telling.told.balances {
        if let Some((one, other)) = pair(Within::Sentence(place.sentence)) {
            claims.push(reader.claim(&[one, other], Claim::said(reader.equal(one, other))));
        }
    }
    let last = reader.telling.figures().map(|it| it.1.place.section).max();
    for section in 0..last.map_or(0, |it| it + 1) {
        let Some((income, spending)) = pair(Within::Section(section, 0)) else {
            continue;
        };
        let claim = told_twice(&reader, income, spending);
        claims.extend(claim.map(|it| with_difference(&reader, it, section, income, spending)));
    }
    for (one, name) in &reader.telling.told.equals {
        let it = reader.figure(*one);
        let wanted = Wanted {
            subject: name,
            year: it.year,
            version: None,
        };
        let place = it.place;
        let found = reader
            .find(&wanted, Within::Section(place.section, place.sentence))
            .or_else(|| reader.find(&wanted, Within::Part(place.part, place.sentence)));
        if let Some(other) = found.filter(|other| reader.alike(*one, *other)) {
            let claim = Claim {
                certainty: reader.usual(other, 1),
                ..Claim::said(reader.equal(*one, other))
            };
            claims.push(reader.claim(&[*one, other], claim));
        }
    }
    claims
}

/// Income and expenditure may differ by what is left over, where the section tells it.
fn with_difference(
    reader: &Reader,
    claim: Claim,
    section: usize,
    income: FigureId,
    spending: FigureId,
) -> Claim {
    let left = reader.telling.figures().filter(|(id, it)| {
        let names = it.subject.as_deref().is_some_and(names_difference);
        it.place.section == section && names && reader.alike(*id, income)
    });
    let mut readings = claim.readings.clone();
    readings.extend(left.map(|(left, _)| reader.adds_up(income, &[spending, left])));
    Claim { readings, ..claim }
}

/// What there is none of is nothing.
pub fn nothing(budget: &Budget) -> Vec<Claim> {
    let reader = Reader::new(budget);
    let denials = reader.telling.told.denials.iter();
    let claims = denials.flat_map(|denied| {
        let figures = reader.telling.figures();
        let denied_of = figures.filter(|(_, it)| is_denied(&reader, it, denied));
        denied_of
            .map(|(id, _)| reader.claim(&[id], Claim::said(reader.is_nothing(id))))
            .collect::<Vec<_>>()
    });
    claims.collect()
}

/// Words at the end of a name that do not tell one thing from another.
const ENDINGS: [&str; 8] = ["支出", "收入", "费用", "费", "拨款", "预算", "使用", "购置"];

/// The core of a name: 公务接待 of 公务接待费支出.
fn core(name: &str) -> &str {
    let shorter = ENDINGS.iter().find_map(|it| name.strip_suffix(it));
    match shorter {
        Some(shorter) if !shorter.is_empty() => core(shorter),
        _ => name,
    }
}

/// Sentences between a denial and an amount that it may deny.
const NEAR: usize = 6;

fn is_denied(reader: &Reader, it: &ToldFigure, denied: &Denied) -> bool {
    let (Some(subject), Some(of)) = (it.subject.as_deref(), denied.subject.as_deref()) else {
        return false;
    };
    let version = match denied.version {
        None => reader.fit(it.version, None) > 0,
        Some(Version::Plan(Plan::Any)) => true,
        Some(version) => it.version == version,
    };
    let implied = IMPLICATIONS.iter().find(|it| it.of == of);
    let implied = implied.map_or(&[][..], |it| it.none_of);
    let none = if denied.is_of_purchase {
        subject.contains("购置") && core(subject) == core(of)
    } else {
        core(subject) == core(of) || implied.iter().any(|it| core(it) == core(subject))
    };
    it.role == Role::Amount
        && it.year == denied.year
        && version
        && it.extent == denied.extent
        && it.place.sentence.abs_diff(denied.place.sentence) <= NEAR
        && none
}

/// What tells one change from another.
type ChangeKey<'a> = (usize, &'a str, Option<&'a str>, Against, String);

/// A change that is told twice is one change.
pub fn changes(budget: &Budget) -> Vec<Claim> {
    let reader = Reader::new(budget);
    let mut told: BTreeMap<ChangeKey, Vec<FigureId>> = BTreeMap::new();
    for it in resolved(&reader).iter().filter(|it| !it.told.is_partial) {
        let (Some(subject), Some(change)) = (it.told.subject.as_deref(), it.change) else {
            continue;
        };
        let named = it.current.or(it.base);
        if is_general(subject) && named.is_none_or(|it| reader.figure(it).is_inherited) {
            continue;
        }
        // A part is compared with what its whole is, which its own words do not say.
        if reader.figure(change).list.is_some() {
            continue;
        }
        let fund = it.current.and_then(|it| reader.figure(it).fund.as_deref());
        let measure = measured(reader.figure(change));
        told.entry((it.told.place.part, subject, fund, it.told.against, measure))
            .or_default()
            .push(change);
    }
    let apart = |it: &&[FigureId]| {
        reader.figure(it[0]).place.sentence != reader.figure(it[1]).place.sentence
    };
    let pairs = told.values().flat_map(|it| it.windows(2)).filter(apart);
    let sides = both_sides(&reader);
    let twice = pairs.filter_map(|it| told_twice(&reader, it[0], it[1]));
    twice.chain(sides).collect()
}

/// Income and expenditure are one sum of money: where the parts of both are told in full, their
/// changes come to the same.
fn both_sides(reader: &Reader) -> Option<Claim> {
    let comparisons = resolved(reader);
    let income = changes_of_parts(reader, &comparisons, "收入")?;
    let expenditure = changes_of_parts(reader, &comparisons, "支出")?;
    Some(Claim::said(Tie::Sum(equal(income, expenditure))))
}

/// The changes of all parts of the first whole of a name whose parts are told in full.
fn changes_of_parts(reader: &Reader, comparisons: &[Resolved], name: &str) -> Option<Vec<Term>> {
    let change = |part: &FigureId| {
        let of_part =
            |it: &&Resolved| it.current == Some(*part) && it.told.against.year != it.told.year;
        signed(reader, comparisons.iter().find(of_part)?)
    };
    reader.telling.told.lists.iter().find_map(|it| {
        let whole = it.whole?;
        let named = reader.figure(whole).subject.as_deref() == Some(name);
        let full =
            named && it.parts.len() > 1 && reader.adds_up(whole, &it.parts).holds(reader.budget);
        it.parts
            .iter()
            .filter(|_| full)
            .map(change)
            .collect::<Option<Vec<Term>>>()
            .filter(|_| full)
    })
}
