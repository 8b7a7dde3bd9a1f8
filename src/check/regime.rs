//! Whether a document's printed sums are exact or rounded: in an exact one a difference of one
//! last digit is wrong too, in a rounded one it is to be expected.
use super::Judged;
use crate::{
    budget::{Budget, FactId},
    claim::{Constraint, Relation, Verdict},
    rule::RuleKind,
};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// How the sums of a document come out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Regime {
    /// Every printed total is the sum of the printed parts.
    Exact,
    /// Figures were rounded one by one: sums may be off by some last digits.
    #[default]
    Rounded,
}

/// So many different sums of several parts must come out exactly before a document is taken to be
/// exact. In a rounded document each does so with a chance of about two in three at the most.
const EXACT_SUMS: usize = 6;

/// Infers the regime: exact if all sums are, but for those that wrong figures explain.
pub fn infer(budget: &Budget, judged: &[Judged]) -> Regime {
    let exact = judged.iter().filter(|it| it.verdict == Verdict::Exact);
    let telling: BTreeSet<Vec<Decimal>> = exact
        .filter(|it| it.rule.kind == RuleKind::Table)
        .filter_map(|it| several_parts(budget, &it.constraint))
        .collect();
    if telling.len() >= EXACT_SUMS && wrong_figures_explain(budget, judged) {
        Regime::Exact
    } else {
        Regime::Rounded
    }
}

/// The figures of a sum of at least two parts, all printed with the same decimals.
fn several_parts(budget: &Budget, constraint: &Constraint) -> Option<Vec<Decimal>> {
    let amounts = constraint.terms().map(|(_, id)| budget.fact(id).amount);
    let printed: Vec<_> = amounts.filter(|it| !it.is_nil()).collect();
    let same_step = printed
        .windows(2)
        .all(|pair| pair[0].half_step == pair[1].half_step);
    let mut values: Vec<Decimal> = printed.iter().map(|it| it.value).collect();
    values.sort();
    (constraint.relation == Relation::Equal && values.len() >= 3 && same_step).then_some(values)
}

/// At most so many wrong figures are taken to explain sums that are off by last digits: more of
/// them are rounding.
const WRONG_FIGURES: usize = 2;

/// Whether every sum that is off by no more than rounding holds a figure that is wrong rather than
/// rounded: one that stands in several equalities, all of them off by the same amount.
fn wrong_figures_explain(budget: &Budget, judged: &[Judged]) -> bool {
    let rounded = |it: &usize| {
        matches!(judged[*it].verdict, Verdict::WithinRounding { .. }) && is_equality(&judged[*it])
    };
    let mut left: BTreeSet<usize> = (0..judged.len()).filter(rounded).collect();
    if left.is_empty() {
        return true;
    }
    let wrong = wrong_figures(budget, judged);
    for _ in 0..WRONG_FIGURES {
        let explained = |it: &&Vec<usize>| it.iter().filter(|it| left.contains(it)).count();
        let Some(most) = wrong.iter().max_by_key(explained) else {
            return false;
        };
        left.retain(|it| !most.contains(it));
        if left.is_empty() {
            return true;
        }
    }
    false
}

/// For each figure whose equalities are all off by the same amount, as rounding does not make
/// them: these equalities.
fn wrong_figures(budget: &Budget, judged: &[Judged]) -> Vec<Vec<usize>> {
    let mut touching: BTreeMap<FactId, Vec<(usize, Decimal)>> = BTreeMap::new();
    for (index, it) in judged.iter().enumerate().filter(|(_, it)| is_equality(it)) {
        let off_by = it.constraint.off_by(budget);
        for (sign, id) in it.constraint.terms() {
            touching
                .entry(id)
                .or_default()
                .push((index, Decimal::from(sign) * off_by));
        }
    }
    let wrong = |off: &&Vec<(usize, Decimal)>| {
        let same = !off[0].1.is_zero() && off.windows(2).all(|pair| pair[0].1 == pair[1].1);
        same && no_rounding(budget, judged, off)
    };
    let wrong = touching.values().filter(wrong);
    wrong.map(|it| it.iter().map(|it| it.0).collect()).collect()
}

/// Two sums that share a figure can both be off by rounding; three hardly ever are, nor is a total
/// within a table that has but one part, nor a figure that was copied.
fn no_rounding(budget: &Budget, judged: &[Judged], off: &[(usize, Decimal)]) -> bool {
    let one_part = |(index, _): &(usize, Decimal)| {
        let it = &judged[*index];
        let printed = it
            .constraint
            .terms()
            .filter(|(_, id)| !budget.fact(*id).amount.is_nil());
        it.rule.kind == RuleKind::Table && printed.count() == 2
    };
    let copied = |(index, _): &(usize, Decimal)| is_copy(budget, &judged[*index]);
    off.len() >= 3 || (off.len() == 2 && off.iter().any(one_part)) || off.iter().any(copied)
}

/// Whether a sentence repeats a cell that is printed in the same steps: copying does not round.
fn is_copy(budget: &Budget, judged: &Judged) -> bool {
    let steps: Vec<Decimal> = judged
        .constraint
        .terms()
        .map(|(_, id)| budget.fact(id).amount.half_step)
        .collect();
    judged.rule.kind == RuleKind::Narrative && matches!(steps[..], [one, two] if one == two)
}

fn is_equality(judged: &Judged) -> bool {
    judged.constraint.relation == Relation::Equal
}

/// Judges a constraint as the regime asks: exact where all figures are printed alike.
pub fn judge(budget: &Budget, constraint: &Constraint, regime: Regime) -> Verdict {
    constraint.judge_within(budget, allowance(budget, constraint, regime))
}

/// What a constraint may be off by.
pub fn allowance(budget: &Budget, constraint: &Constraint, regime: Regime) -> Decimal {
    let steps: BTreeSet<Decimal> = constraint
        .terms()
        .map(|(_, id)| budget.fact(id).amount.half_step)
        .filter(|it| !it.is_zero())
        .collect();
    match regime {
        Regime::Exact if steps.len() <= 1 => Decimal::ZERO,
        _ => constraint.allowance(budget),
    }
}
