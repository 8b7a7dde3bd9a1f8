//! From the funds to the function classes.
use super::{
    Stream,
    half::Half,
    is_rounding, less,
    sources::{ALL, APPROPRIATION, FUNDS, OTHER},
    total,
};
use crate::{budget::Budget, money::Amount};
use std::collections::BTreeMap;

/// How the classes are told from which fund they are paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Division {
    /// By 收入总表, whose rows are classes.
    Income,
    /// By 财政拨款收支总表; the rest is other money.
    Appropriation,
    /// Not at all: only the classes are known.
    None,
}

/// The streams from funds to classes, and where they were found.
pub fn streams(budget: &Budget) -> (Division, Vec<Stream>) {
    let income = by_income(budget);
    if !income.is_empty() {
        return (Division::Income, income);
    }
    let appropriated = by_appropriation(budget);
    if !appropriated.is_empty() {
        return (Division::Appropriation, appropriated);
    }
    let all = classes(budget);
    let all = all.iter().map(|(class, it)| Stream::new(ALL, class, *it));
    (Division::None, all.collect())
}

/// The classes with their totals: from 支出总表, or from the right side of 收支总表.
pub fn classes(budget: &Budget) -> BTreeMap<String, Amount> {
    let of = |half: Half, column: &str| {
        let rows = half.classes();
        rows.map(|(row, class)| (class, half.under(row, column)))
            .collect::<Vec<_>>()
    };
    let tables = [("支出总表", 0, "合计"), ("收支总表", 1, "预算数")];
    let halves = tables
        .into_iter()
        .filter_map(|(form, number, column)| Some((Half::of(budget, form, number)?, column)));
    let halves: Vec<(Half, &str)> = halves.collect();
    let coded = halves.iter().find(|it| it.0.has_codes());
    let found = coded.or(halves.first()).map(|it| of(it.0, it.1));
    sums(found.unwrap_or_default())
}

fn sums(amounts: Vec<(String, Amount)>) -> BTreeMap<String, Amount> {
    let mut sums: BTreeMap<String, Amount> = BTreeMap::new();
    for (class, amount) in amounts {
        let sum = sums.entry(class).or_default();
        *sum = total([*sum, amount]);
    }
    sums
}

fn by_income(budget: &Budget) -> Vec<Stream> {
    let Some(half) = Half::of(budget, "收入总表", 0) else {
        return Vec::new();
    };
    let coded = |it: &(usize, String)| half.panel.rows[it.0].code.is_some();
    let rows = half.classes().filter(coded);
    let appropriated = appropriated(budget);
    rows.flat_map(|(row, class)| income_row(half, row, &class, appropriated.get(&class)))
        .collect()
}

/// What one class gets from each fund, and what no known column explains.
fn income_row(
    half: Half,
    row: usize,
    class: &str,
    appropriated: Option<&Vec<Stream>>,
) -> Vec<Stream> {
    let of_fund = |columns: &[&str]| total(columns.iter().map(|it| half.under(row, it)));
    let lacks = |columns: &[&str]| columns.iter().all(|it| half.panel.column(it).is_none());
    let together = half.under(row, "财政拨款小计");
    let not_told = FUNDS
        .iter()
        .all(|it| it.coarse != APPROPRIATION || lacks(it.columns));
    let mut streams: Vec<Stream> = FUNDS
        .iter()
        .map(|it| Stream::new(it.name, class, of_fund(it.columns)))
        .collect();
    if not_told {
        let parts = appropriated.filter(|it| {
            let sum = total(it.iter().map(|it| it.amount));
            is_rounding(less(together, sum))
        });
        match parts {
            Some(parts) => streams.extend(parts.iter().cloned()),
            None => streams.push(Stream::new(APPROPRIATION, class, together)),
        }
    }
    let sum = total(streams.iter().map(|it| it.amount));
    let rest = less(half.under(row, "合计"), sum);
    if !is_rounding(rest) {
        streams.push(Stream::new(OTHER, class, rest));
    }
    streams
}

/// The right side of 财政拨款收支总表: for each class what it gets from each fund.
fn appropriated(budget: &Budget) -> BTreeMap<String, Vec<Stream>> {
    let half = Half::of(budget, "财政拨款收支总表", 1);
    // Where it lists what the money is for instead, it says nothing of classes.
    let Some(half) = half.filter(Half::has_codes) else {
        return BTreeMap::new();
    };
    let mut classes: BTreeMap<String, Vec<Stream>> = BTreeMap::new();
    for (row, class) in half.classes() {
        let streams = FUNDS[..3]
            .iter()
            .map(|it| Stream::new(it.name, &class, half.under(row, it.name)));
        let streams: Vec<Stream> = streams.collect();
        classes.entry(class).or_default().extend(streams);
    }
    classes
}

/// The rest of a class beyond its appropriation is other money, if the class is known as a whole.
fn by_appropriation(budget: &Budget) -> Vec<Stream> {
    let appropriated = appropriated(budget);
    if appropriated.is_empty() {
        return Vec::new();
    }
    let mut rests = Vec::new();
    for (class, whole) in classes(budget) {
        let parts = appropriated.get(&class).map_or(&[][..], Vec::as_slice);
        let rest = less(whole, total(parts.iter().map(|it| it.amount)));
        if !is_rounding(rest) {
            rests.push(Stream::new(OTHER, &class, rest));
        }
    }
    appropriated.into_values().flatten().chain(rests).collect()
}
