//! Whether a table of no known form adds up as it seems to: what looks like a sum may be something else.
use crate::{
    budget::{Budget, FactId, Panel},
    claim::Constraint,
    forms::Quantity,
};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Whether supposed sums hold in all but a few cases, and in some in which several figures are
/// added. Where a case is off by exactly one of the
/// figures beside it, the sum is another one.
pub(super) fn confirmed(budget: &Budget, panel: &Panel, constraints: &[Constraint]) -> bool {
    let sums = EmpiricalSums::new(budget, panel, constraints);
    let all_but_few = sums.holding * 5 >= sums.telling * 4;
    !sums.is_another && sums.adding >= FEWEST_SUMS && all_but_few
}

/// Whether what a whole table adds up to shows that it was understood: besides sums that hold, no
/// more is broken than one wrong figure explains.
pub(super) fn understood(budget: &Budget, panel: &Panel, constraints: &[Constraint]) -> bool {
    let sums = EmpiricalSums::new(budget, panel, constraints);
    let all_but_few = sums.adding >= FEWEST_SUMS && sums.holding * 5 >= sums.telling * 4;
    let one_slip = match sums.broken.as_slice() {
        [] => true,
        [one] => sums.adding > 0 || is_slip_of_hand(budget, one),
        several => is_one_slip(budget, several),
    };
    !sums.is_another && (all_but_few || one_slip)
}

/// Whether sums that headings state are seen to be what they seem: none is broken, or only one and
/// by a slip of the hand.
pub(super) fn plausible(budget: &Budget, panel: &Panel, constraints: &[Constraint]) -> bool {
    let sums = EmpiricalSums::new(budget, panel, constraints);
    let one_slip = match sums.broken.as_slice() {
        [] => sums.adding > 0,
        [one] => sums.telling == 1 && is_slip_of_hand(budget, one),
        _ => false,
    };
    !sums.is_another && one_slip
}

/// Whether the shares beside a total tell that it is the total of its rows: the one sum that is broken
/// is mended where they all are shares of what the rows make, or all but one of what is printed.
pub(super) fn shares_tell(budget: &Budget, panel: &Panel, constraints: &[Constraint]) -> bool {
    let mut broken = constraints.iter().filter(|it| it.judge(budget).is_broken());
    let (Some(sum), None) = (broken.next(), broken.next()) else {
        return false;
    };
    let [total] = sum.left.as_slice() else {
        return false;
    };
    let parts: Vec<FactId> = sum.right.iter().map(|it| it.fact).collect();
    let value = |id: FactId| budget.fact(id).amount.value;
    let printed = value(total.fact);
    let made: Decimal = parts.iter().map(|it| value(*it)).sum();
    let of = |whole: Decimal| shares_of(budget, panel, &parts, whole);
    [(made, 0), (printed, 1)].into_iter().any(|(whole, off)| {
        of(whole).is_some_and(|(agreeing, all)| agreeing + off >= all && agreeing >= FEWEST_SHARES)
    })
}

/// Minimum number of shares that agree; fewer may do so by chance.
const FEWEST_SHARES: usize = 3;

/// How many of the shares beside these figures are shares of this whole, and how many there are.
fn shares_of(
    budget: &Budget,
    panel: &Panel,
    parts: &[FactId],
    whole: Decimal,
) -> Option<(usize, usize)> {
    let width = panel.columns.len();
    let column = (0..width).find(|it| {
        let heading = &panel.columns[*it].name.key;
        heading.contains('占') && Quantity::of_column(heading) == Quantity::Rate
    })?;
    let cells = panel.cells.iter().enumerate();
    let places: BTreeMap<FactId, usize> = cells.filter_map(|(at, id)| Some(((*id)?, at))).collect();
    let share = |id: &FactId| -> Option<(Decimal, Decimal)> {
        let at = places.get(id)?;
        let share = budget.fact(panel.fact(at / width, column)?);
        let exact = budget.fact(*id).amount.value * Decimal::ONE_HUNDRED;
        let off = (exact.checked_div(whole)? - share.amount.value).abs();
        share
            .is_printed()
            .then_some((off, share.amount.half_step * Decimal::new(11, 1)))
    };
    let shares: Vec<(Decimal, Decimal)> = parts.iter().filter_map(share).collect();
    let agreeing = shares.iter().filter(|it| it.0 <= it.1).count();
    Some((agreeing, shares.len()))
}

/// Minimum number of sums of several figures that hold.
const FEWEST_SUMS: usize = 2;

/// How supposed sums come out.
struct EmpiricalSums<'a> {
    /// Those over more than blanks.
    telling: usize,
    /// Those of them that hold.
    holding: usize,
    /// Those that hold and add several figures.
    adding: usize,
    /// Those that do not hold.
    broken: Vec<&'a Constraint>,
    /// Whether one lacks a figure beside it.
    is_another: bool,
}

impl<'a> EmpiricalSums<'a> {
    fn new(budget: &Budget, panel: &Panel, constraints: &'a [Constraint]) -> Self {
        let telling = constraints.iter().filter(|it| it.says_something(budget));
        let (broken, holding): (Vec<&Constraint>, Vec<&Constraint>) =
            telling.partition(|it| it.judge(budget).is_broken());
        let lacks_one = |it: &&Constraint| -> bool {
            let off_by = it.off_by(budget).abs();
            let is_it = |id: &FactId| budget.fact(*id).amount.value.abs() == off_by;
            beside(panel, it).iter().any(is_it)
        };
        let adds = |it: &&&Constraint| {
            let printed = it.right.iter().map(|it| budget.fact(it.fact).amount);
            printed.filter(|it| !it.is_nil()).count() > 1
        };
        EmpiricalSums {
            telling: broken.len() + holding.len(),
            holding: holding.len(),
            adding: holding.iter().filter(adds).count(),
            is_another: broken.iter().any(lacks_one),
            broken,
        }
    }
}

/// Whether a sum that no other confirms is broken by one slip of the hand, which is no chance: the
/// figure that is printed and the one that is asked for are written nearly alike.
fn is_slip_of_hand(budget: &Budget, broken: &Constraint) -> bool {
    let off_by = broken.off_by(budget);
    if counts_twice(budget, broken, off_by.abs()) {
        return false;
    }
    let mut tried = 0i64;
    let mut is_slip = false;
    let mut largest = Decimal::ZERO;
    for (sign, id) in broken.terms() {
        let fact = budget.fact(id);
        let right = fact.amount.value - Decimal::from(sign) * off_by;
        let origins = fact.origins();
        tried += i64::try_from(origins.len()).unwrap_or(i64::MAX);
        is_slip |= origins.contains(&right);
        // A printed 0.00 has no last digit that could be off.
        let steps = fact
            .amount
            .value
            .abs()
            .checked_div(fact.amount.half_step * Decimal::TWO);
        largest = largest.max(steps.unwrap_or_default());
    }
    is_slip && Decimal::from(tried) * SELDOM <= largest
}

/// Whether a sum is off by one of its parts, or by several in a row: then a part of it stands below
/// what it is a part of.
fn counts_twice(budget: &Budget, broken: &Constraint, off_by: Decimal) -> bool {
    let mut sum = Decimal::ZERO;
    let mut before = BTreeSet::from([sum]);
    broken.right.iter().any(|it| {
        sum += budget.fact(it.fact).amount.value;
        let differs = before.contains(&(sum - off_by)) || before.contains(&(sum + off_by));
        before.insert(sum);
        differs
    })
}

/// One in this many differences may look like a slip of the hand.
const SELDOM: Decimal = Decimal::TEN;

/// Whether putting one figure right mends all of these.
fn is_one_slip(budget: &Budget, broken: &[&Constraint]) -> bool {
    let [first, others @ ..] = broken else {
        return true;
    };
    let right = |it: &Constraint, id: FactId| -> Option<Decimal> {
        let sign = it.terms().find(|term| term.1 == id)?.0;
        Some(Decimal::from(sign) * it.off_by(budget))
    };
    let mends = |id: FactId| {
        let off = right(first, id);
        others.iter().all(|it| right(it, id) == off)
    };
    first.terms().any(|it| mends(it.1))
}

/// The figures in the rows and next to the ends of a sum that are not in it.
fn beside(panel: &Panel, constraint: &Constraint) -> Vec<FactId> {
    let width = panel.columns.len().max(1);
    let of_sum: BTreeSet<FactId> = constraint.terms().map(|it| it.1).collect();
    let is_in_sum = |it: &usize| panel.cells[*it].is_some_and(|id| of_sum.contains(&id));
    let cells: BTreeSet<usize> = (0..panel.cells.len()).filter(is_in_sum).collect();
    let rows: BTreeSet<usize> = cells.iter().map(|it| it / width).collect();
    let near = |it: &usize| {
        let above = it.checked_sub(width).is_some_and(|it| cells.contains(&it));
        let beside = rows.contains(&(it / width)) || above || cells.contains(&(it + width));
        beside && !cells.contains(it)
    };
    let others = (0..panel.cells.len()).filter(near);
    others.filter_map(|it| panel.cells[it]).collect()
}
