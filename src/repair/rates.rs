//! Percentages as evidence: a repair of amounts that also mends a rate is the better one, and a
//! rate that no repair of amounts mends has a cause of its own.
use super::{Cause, Change, Grade, Repair, Slip, cost, model::usual_decimals, slip};
use crate::{
    budget::{Budget, FactId},
    check::{Judged, rate::JudgedRate},
    claim::{RateVerdict, Relation, Verdict},
    money::{Unit, decimals},
    writing::Writing,
};
use rust_decimal::Decimal;

/// The cause of a broken percentage.
#[derive(Debug, Clone)]
pub struct RateCause {
    /// Index of the rate.
    pub rate: usize,
    /// Its repairs, the most plausible first, and how sure that is.
    pub cause: Cause,
}

/// Orders the repairs of each cause by what they do to percentages, then tells the percentages
/// that they leave broken, each with repairs of its own.
pub fn weigh(
    budget: &Budget,
    judged: &[Judged],
    rates: &[JudgedRate],
    causes: &mut [Cause],
) -> Vec<RateCause> {
    for cause in causes.iter_mut().filter(|it| only_at_most(judged, it)) {
        cause.repairs.clear();
        cause.grade = Grade::Unknown;
    }
    for cause in causes.iter_mut() {
        let before = cause.repairs.first().cloned();
        cause
            .repairs
            .sort_by_key(|it| (balance(budget, rates, it) + counted(budget, it), it.cost));
        if cause.repairs.first() != before.as_ref() {
            cause.grade = Grade::Only;
        }
    }
    let best: Vec<&Repair> = causes.iter().filter_map(|it| it.repairs.first()).collect();
    let broken = |it: &usize| {
        is_broken(&rates[*it]) && !best.iter().any(|repair| mends(budget, &rates[*it], repair))
    };
    let left = (0..rates.len()).filter(broken);
    left.map(|rate| RateCause {
        rate,
        cause: cause_of(budget, judged, rates, rate),
    })
    .collect()
}

/// That one figure exceeds another tells neither which of them is wrong nor what it should be.
fn only_at_most(judged: &[Judged], cause: &Cause) -> bool {
    cause
        .breaks
        .iter()
        .all(|it| judged[*it].constraint.relation == Relation::AtMost)
}

fn is_broken(judged: &JudgedRate) -> bool {
    !judged.verdict.agrees()
}

/// Rates broken by a repair less rates mended by it.
fn balance(budget: &Budget, rates: &[JudgedRate], repair: &Repair) -> i64 {
    let touches = |it: &&JudgedRate| {
        it.rate
            .figures()
            .any(|id| repair.changes.iter().any(|it| it.fact == id))
    };
    let effect = |it: &JudgedRate| match (is_broken(it), mends(budget, it, repair)) {
        (true, true) => -1,
        (false, false) => 1,
        _ => 0,
    };
    rates.iter().filter(touches).map(effect).sum()
}

/// Things of which there are none are worth nothing, and some are worth something: where a repair
/// breaks that less where it mends it.
fn counted(budget: &Budget, repair: &Repair) -> i64 {
    let pairs = budget.telling.counted().into_iter();
    let nil = |id: FactId, mended: bool| {
        let to = changed(repair, id).filter(|_| mended);
        to.unwrap_or(budget.fact(id).amount.value).is_zero()
    };
    let agrees =
        |(count, amount): (FactId, FactId), mended| nil(count, mended) == nil(amount, mended);
    pairs
        .map(|it| i64::from(agrees(it, false)) - i64::from(agrees(it, true)))
        .sum()
}

/// Whether a rate agrees once a repair is made.
fn mends(budget: &Budget, judged: &JudgedRate, repair: &Repair) -> bool {
    let touched = judged
        .rate
        .figures()
        .any(|id| repair.changes.iter().any(|it| it.fact == id));
    touched
        && judged
            .rate
            .judge_with(budget, &|id| changed(repair, id))
            .agrees()
}

fn changed(repair: &Repair, id: FactId) -> Option<Decimal> {
    repair
        .changes
        .iter()
        .find(|it| it.fact == id)
        .map(|it| it.to)
}

/// Repairs of one broken rate: the percentage recomputed, or an amount in it that nothing else
/// confirms and one slip makes right.
fn cause_of(budget: &Budget, judged: &[Judged], rates: &[JudgedRate], rate: usize) -> Cause {
    let it = &rates[rate];
    if let Some(base) = it.rate.base_of_nothing(budget) {
        return of_repairs(base_told(budget, it, base).into_iter().collect());
    }
    let mut repairs: Vec<Repair> = Vec::new();
    if let Some(expected) = it.verdict.expected() {
        repairs.extend(single(budget, it.rate.printed, expected));
    }
    let amounts = it
        .rate
        .figures()
        .skip(1)
        .filter(|id| *id != it.rate.printed);
    let mut seen: Vec<FactId> = Vec::new();
    for id in amounts {
        if !seen.contains(&id) && !confirmed(judged, rates, rate, id) {
            let repair = by_slip(budget, it, id);
            repairs.extend(repair.map(|it| with_sums(budget, judged, it)));
        }
        seen.push(id);
    }
    of_repairs(repairs)
}

fn of_repairs(mut repairs: Vec<Repair>) -> Cause {
    repairs.sort_by_key(|it| it.cost);
    let grade = match repairs.as_slice() {
        [] => Grade::Unknown,
        [_] => Grade::Only,
        [first, second, ..] if first.cost + CLEARLY < second.cost => Grade::Only,
        _ => Grade::Several,
    };
    Cause {
        breaks: Vec::new(),
        repairs,
        grade,
    }
}

/// A rate over a base that is printed as 0: the base is wrong if the document prints one amount with
/// which the rate comes out.
fn base_told(budget: &Budget, judged: &JudgedRate, base: FactId) -> Option<Repair> {
    let mut fitting: Vec<Decimal> = budget
        .ids()
        .map(|it| budget.fact(it))
        .filter(|it| !matches!(it.unit, Unit::Percent | Unit::Piece) && !it.amount.is_nil())
        .map(|it| it.amount.value)
        .filter(|to| {
            let with = |id: FactId| (id == base).then_some(*to);
            judged.rate.judge_with(budget, &with) == RateVerdict::Exact
        })
        .collect();
    fitting.sort_unstable();
    fitting.dedup();
    match fitting.as_slice() {
        [to] => single(budget, base, *to),
        _ => None,
    }
}

/// A sum that was off by a last digit and comes out exactly speaks for a repair so much.
const EXACT_SUM: u32 = 1_000;

/// The repair, cheaper for the sums that it makes exact.
fn with_sums(budget: &Budget, judged: &[Judged], repair: Repair) -> Repair {
    let change = &repair.changes[0];
    let by = change.to - budget.fact(change.fact).amount.value;
    let mended = judged.iter().filter(|it| {
        let factors = it.constraint.terms().filter(|it| it.1 == change.fact);
        let factor: Decimal = factors.map(|it| Decimal::from(it.0)).sum();
        let exact = it.constraint.off_by(budget) + factor * by;
        matches!(it.verdict, Verdict::WithinRounding { .. }) && exact.is_zero()
    });
    let cheaper = mended.count() as u32 * EXACT_SUM;
    Repair {
        cost: repair.cost.saturating_sub(cheaper),
        ..repair
    }
}

/// Margin in cost by which a repair is clearly ahead of its rivals.
const CLEARLY: u32 = 500;

/// Whether an equality or another percentage that holds speaks for a figure.
fn confirmed(judged: &[Judged], rates: &[JudgedRate], rate: usize, id: FactId) -> bool {
    let holds = judged
        .iter()
        .filter(|it| it.constraint.relation == Relation::Equal && it.verdict == Verdict::Exact);
    let by_sum = holds
        .into_iter()
        .any(|it| it.constraint.terms().any(|it| it.1 == id));
    let others = rates
        .iter()
        .enumerate()
        .filter(|(other, it)| *other != rate && it.verdict == RateVerdict::Exact);
    by_sum
        || others
            .into_iter()
            .any(|(_, it)| it.rate.figures().any(|it| it == id))
}

/// The repair that makes one figure another one.
fn single(budget: &Budget, fact: FactId, to: Decimal) -> Option<Repair> {
    let printed = budget.fact(fact);
    let meant = Writing::of_figure(to / printed.unit.scale(), decimals(&printed.text))?;
    let (slip, cost) = slip::between(&Writing::of_text(&printed.text)?, &meant);
    let cost = cost + cost::of_regular(printed, usual_decimals(budget, printed));
    Some(Repair {
        changes: vec![Change { fact, to }],
        slip,
        cost,
    })
}

/// The figures that one slip makes this one of, and that make the rate right; the likeliest one.
fn by_slip(budget: &Budget, judged: &JudgedRate, fact: FactId) -> Option<Repair> {
    let printed = budget.fact(fact);
    let mut origins = Writing::of_text(&printed.text)?.origins();
    origins.push(-printed.amount.value / printed.unit.scale());
    let right = |origin: Decimal| {
        let to = origin.checked_mul(printed.unit.scale())?;
        let with = |id: FactId| (id == fact).then_some(to);
        // Few are right, and what a repair costs is known only after a look at the whole table.
        let is_right = judged.rate.judge_with(budget, &with) == RateVerdict::Exact;
        let repair = is_right.then(|| single(budget, fact, to)).flatten();
        repair.filter(|it| it.slip != Slip::Other)
    };
    origins
        .into_iter()
        .filter_map(right)
        .min_by_key(|it| it.cost)
}
