//! Whether a document's printed sums are exact or rounded: in an exact one a difference of one
//! last digit is wrong too, in a rounded one it is to be expected.
use super::{Constraint, Judged, Relation, Verdict};
use crate::{
    budget::{Budget, FactId},
    rules::RuleKind,
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

/// Infers the regime: exact if all sums are, but for those that one figure explains.
pub fn infer(budget: &Budget, judged: &[Judged]) -> Regime {
    let inexact: Vec<usize> = (0..judged.len())
        .filter(|it| {
            matches!(judged[*it].verdict, Verdict::WithinRounding { .. })
                && judged[*it].constraint.relation == Relation::Equal
        })
        .collect();
    let exact = judged.iter().filter(|it| it.verdict == Verdict::Exact);
    let telling: BTreeSet<Vec<Decimal>> = exact
        .filter(|it| it.rule.kind == RuleKind::Table)
        .filter_map(|it| several_parts(budget, &it.constraint))
        .collect();
    if telling.len() >= EXACT_SUMS
        && (inexact.is_empty() || one_figure_explains(budget, judged, &inexact))
    {
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

/// Whether all inexact sums share a figure, at least two of them do, and every constraint of that
/// figure is off by the same amount: then the figure is wrong rather than rounded.
fn one_figure_explains(budget: &Budget, judged: &[Judged], inexact: &[usize]) -> bool {
    let mut off_by: BTreeMap<FactId, Vec<Decimal>> = BTreeMap::new();
    for index in inexact {
        let constraint = &judged[*index].constraint;
        for (sign, id) in constraint.terms() {
            off_by
                .entry(id)
                .or_default()
                .push(Decimal::from(sign) * constraint.off_by(budget));
        }
    }
    let explains = |(id, off): (&FactId, &Vec<Decimal>)| {
        let touching = judged.iter().filter(|it| {
            it.constraint.relation == Relation::Equal
                && it.constraint.terms().any(|(_, other)| other == *id)
        });
        off.len() >= 2
            && off.len() == inexact.len()
            && off.windows(2).all(|pair| pair[0] == pair[1])
            && touching.count() == off.len()
    };
    off_by.iter().any(explains)
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
