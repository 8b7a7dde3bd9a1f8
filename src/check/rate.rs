//! Percentages as a rule asks for them, weighed against each other: among exact ones, one that only
//! rounding explains deserves a look.
use crate::{
    budget::Budget,
    claim::{Rate, RateVerdict},
    rule::Rule,
};
use rust_decimal::Decimal;

/// A percentage with its verdict.
#[derive(Debug, Clone)]
pub struct JudgedRate {
    /// Which rule asks for it.
    pub rule: &'static Rule,
    /// What must hold.
    pub rate: Rate,
    /// Whether it does.
    pub verdict: RateVerdict,
}

/// Rates that come out to the last digit make others suspicious that do not, if so many values
/// were open to them that this cannot be chance.
const NO_CHANCE: i64 = 1_000;
/// A rate with fewer open values comes out by chance.
const TELLING: i64 = 5;
/// For each rate that may be doubted there must be so many exact ones.
const EXACT_FOR_ONE: usize = 4;

/// Where nearly all rates are exact quotients of the printed amounts, one that is not deserves a
/// look, even where rounding of its amounts could explain it.
pub fn tighten(budget: &Budget, rates: &mut [JudgedRate]) {
    let of = |verdict: RateVerdict| rates.iter().filter(move |it| it.verdict == verdict);
    let (open, exact) = (of(RateVerdict::WithinRounding), of(RateVerdict::Exact));
    let (open, exact) = (open.count(), exact.count());
    let telling: Vec<Decimal> = of(RateVerdict::Exact)
        .filter_map(|it| it.rate.freedom(budget))
        .filter(|it| *it >= Decimal::from(TELLING))
        .collect();
    // The middle of the open values is likelier than their ends.
    let chances = telling.iter().try_fold(Decimal::ONE, |product, it| {
        product.checked_mul(it / Decimal::TWO)
    });
    let chance = chances.is_some_and(|it| it < Decimal::from(NO_CHANCE));
    if open == 0 || chance || exact < open * EXACT_FOR_ONE {
        return;
    }
    let freest = telling.into_iter().max().unwrap_or_default();
    for judged in rates {
        judged.rate.strict = judged.rate.freedom(budget).is_some_and(|it| it <= freest);
        judged.verdict = judged.rate.judge(budget);
    }
}
