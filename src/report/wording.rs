//! Broken constraints in sentences, with their figures filled in.
mod rates;

pub use rates::{rate_filled, rate_sentence};

use crate::{
    budget::{Budget, Fact, FactId},
    claim::Constraint,
    money::{self, grouped},
    note::Message,
    places::{Places, has_one_unit},
};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// An amount in the unit of a figure, with the decimals that its table prints.
pub fn in_unit_of(fact: &Fact, amount: Decimal, decimals: u32) -> String {
    let figure = (amount / fact.unit.scale()).normalize();
    let mut figure = figure;
    if figure.scale() < decimals {
        figure.rescale(decimals);
    }
    figure.to_string()
}

/// An amount as its place would print it; none where that would be another amount. What stands in one
/// table, or in the text, is printed alike: with so many decimals, or with as many as it takes.
pub fn as_printed(budget: &Budget, id: FactId, amount: Decimal) -> Option<String> {
    let fact = budget.fact(id);
    let beside = |it: &&Fact| it.name.table == fact.name.table && it.unit == fact.unit;
    let figures = budget
        .facts
        .iter()
        .filter(beside)
        .filter(|it| it.is_printed());
    let texts: Vec<&str> = figures.map(|it| it.text.as_str()).collect();
    let decimals = printed_decimals(&texts);
    let text = in_unit_of(fact, amount, decimals.unwrap_or(0));
    let most = texts.iter().map(|it| money::decimals(it));
    let most = most.max().unwrap_or(2);
    let printable = money::decimals(&text) <= most.max(2) + 2;
    let is_grouped = fact.text.contains(',');
    printable.then(|| if is_grouped { grouped(&text) } else { text })
}

/// With how many decimals figures are printed: as most of them, if noughts at the end are printed.
fn printed_decimals(texts: &[&str]) -> Option<u32> {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    let amounts = texts
        .iter()
        .filter(|it| it.contains(|sign| matches!(sign, '1'..='9')));
    for text in amounts.clone() {
        *counts.entry(money::decimals(text)).or_default() += 1;
    }
    let pads = |it: &&&str| it.contains('.') && it.ends_with('0');
    let usual = counts.iter().max_by_key(|it| (it.1, it.0)).map(|it| *it.0);
    usual.filter(|_| counts.len() == 1 || amounts.clone().any(|it| pads(&it)))
}

/// The decimals that the figures of a constraint are printed with: the most of them.
pub fn decimals(budget: &Budget, constraint: &Constraint) -> u32 {
    let printed = |id| money::decimals(&budget.fact(id).text);
    constraint
        .terms()
        .map(|(_, id)| printed(id))
        .max()
        .unwrap_or(2)
        .min(6)
}

/// How far a constraint is off, in the unit of its first figure; where the others are printed in another unit,
/// no finer than that figure.
fn difference(budget: &Budget, constraint: &Constraint, first: &Fact, gap: Decimal) -> String {
    let gap = match has_one_unit(budget, constraint) {
        true => gap,
        false => {
            let scale = first.unit.scale();
            (gap / scale).round_dp(money::decimals(&first.text)) * scale
        }
    };
    grouped(&in_unit_of(
        first,
        gap,
        decimals(budget, constraint).min(money::decimals(&first.text).max(2)),
    ))
}

/// The sentence of a broken constraint.
pub fn sentence(places: &Places, budget: &Budget, constraint: &Constraint) -> Message {
    let telling = places.telling(constraint);
    let common = telling.common();
    let colon = if common.is_empty() { "" } else { "：" };
    let filled = telling.filled(constraint, true);
    let first = constraint
        .left
        .first()
        .or(constraint.right.first())
        .map(|it| budget.fact(it.fact));
    let gap = constraint.off_by(budget).abs();
    let (difference, unit) = match first {
        Some(fact) => (difference(budget, constraint, fact, gap), fact.unit.name()),
        None => (gap.to_string(), ""),
    };
    Message::new(
        format!("{common}{colon}{filled}，差 {difference} {unit}")
            .trim_end()
            .to_owned()
            + "。",
        format!("{common}{colon} {filled}; off by {difference} {unit}")
            .trim()
            .to_owned()
            + ".",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_suggested_as_their_neighbours_are_printed() {
        assert_eq!(printed_decimals(&["3.10", "20.55", "7"]), Some(2));
        assert_eq!(printed_decimals(&["3.1", "20.55", "7"]), None);
        assert_eq!(printed_decimals(&["31", "20", "0"]), Some(0));
        assert_eq!(grouped("-1234567.8"), "-1,234,567.8");
        assert_eq!(grouped("664.00"), "664.00");
    }
}
