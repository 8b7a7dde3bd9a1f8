//! Settles claims: which of their readings counts, and whether one that does not hold accuses.
use super::{Checked, Judged, ground::Ground, rate::JudgedRate};
use crate::{
    budget::{Budget, FactId},
    claim::{Certainty, Claim, Severity, Tie},
    note::Message,
    rule::Rule,
};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// A usual claim that does not hold.
#[derive(Debug, Clone)]
pub struct Open {
    rule: &'static Rule,
    severity: Severity,
    claim: Claim,
    among: Decimal,
}

/// Takes what a rule claims: the reading that holds, or the likeliest, unless something between its
/// figures was not understood or the claim is only usual.
pub(super) fn take(ground: &mut Ground, claim: Claim) {
    let Some(best) = claim.best(ground.budget) else {
        return;
    };
    let holds = best.holds(ground.budget);
    let tie = best.clone();
    if holds {
        return add(ground, tie);
    }
    if let Some(words) = &claim.doubt {
        return ground.is_left_out(Message::new(
            format!("没有读懂“{words}”，这一处的数没有核对"),
            format!("“{words}” was not understood: the figures around it are not held to it"),
        ));
    }
    match claim.certainty {
        Certainty::Said => add(ground, tie),
        Certainty::Usual { among } => ground.out.open.push(Open {
            rule: ground.rule,
            severity: ground.check.severity,
            claim,
            among,
        }),
    }
}

fn add(ground: &mut Ground, tie: Tie) {
    match tie {
        Tie::Sum(constraint) => ground.add(constraint),
        Tie::Quotient(rate) => ground.out.rates.push(JudgedRate {
            rule: ground.rule,
            verdict: rate.judge(ground.budget),
            rate,
        }),
    }
}

/// Chance below which one slip that mends a claim is no chance.
const NO_CHANCE: Decimal = Decimal::from_parts(35, 0, 0, false, 2);

/// Lets usual claims accuse that one slip of the hand mends, where that is no chance or where one of
/// their figures is accused already.
pub(super) fn usual_claims(budget: &Budget, checked: &mut Checked) {
    let accused = accused(checked);
    for open in std::mem::take(&mut checked.open) {
        let Some(tie) = open.claim.readings.first().cloned() else {
            continue;
        };
        let figures = tie.figures();
        let (mended, chance) = slips(budget, &open, &figures);
        let joined = figures.iter().any(|it| accused.contains(it));
        if !mended || chance >= NO_CHANCE && !joined {
            continue;
        }
        match tie {
            Tie::Sum(constraint) => checked.judged.push(Judged {
                rule: open.rule,
                severity: open.severity,
                verdict: constraint.judge(budget),
                constraint,
            }),
            Tie::Quotient(rate) => checked.rates.push(JudgedRate {
                rule: open.rule,
                verdict: rate.judge(budget),
                rate,
            }),
        }
    }
}

/// Figures of what is broken for certain.
fn accused(checked: &Checked) -> BTreeSet<FactId> {
    let judged = checked.judged.iter();
    let broken = judged.filter(|it| it.verdict.is_broken() && it.severity == Severity::Error);
    let sums = broken.flat_map(|it| it.constraint.terms().map(|it| it.1));
    let rates = checked.rates.iter().filter(|it| !it.verdict.agrees());
    sums.chain(rates.flat_map(|it| it.rate.figures())).collect()
}

/// Whether one slip in one figure mends a claim, and how probable that is by chance.
fn slips(budget: &Budget, open: &Open, figures: &[FactId]) -> (bool, Decimal) {
    let mut mended = false;
    let mut tried = 0i64;
    for id in figures {
        let meant = budget.fact(*id).origins();
        tried += i64::try_from(meant.len()).unwrap_or(i64::MAX);
        mended |= meant.iter().any(|to| {
            let instead = |it: FactId| (it == *id).then_some(*to);
            open.claim.holds_with(budget, &instead)
        });
    }
    let steps: Decimal = figures
        .iter()
        .map(|it| budget.fact(*it).amount.half_step)
        .sum();
    let tolerance = (steps * Decimal::TWO).max(Decimal::ONE);
    let chance = Decimal::from(tried).checked_mul(tolerance);
    let chance = chance.and_then(|it| it.checked_div(open.among));
    (mended, chance.unwrap_or(Decimal::ONE))
}
