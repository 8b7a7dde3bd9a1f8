//! Whether a table of no known form adds up as it seems to: what looks like a sum may be something else.
use crate::{
    budget::{Budget, FactId, Panel},
    claim::Constraint,
};
use rust_decimal::Decimal;

/// Whether supposed sums hold in all but a few cases, and in some in which several figures are
/// added, or one wrong figure explains those that do not. Where a case is off by exactly one of the
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
        [_] => sums.adding > 0,
        several => is_one_slip(budget, several),
    };
    !sums.is_another && (all_but_few || one_slip)
}

/// How often a sum of several figures must be sums.
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
    let of = |id: FactId| panel.cells.iter().position(|it| *it == Some(id));
    let cells: Vec<usize> = constraint.terms().filter_map(|it| of(it.1)).collect();
    let near = |it: &usize| {
        let same_row = |other: &usize| other / width == it / width;
        let next = |other: &usize| other % width == it % width && other.abs_diff(*it) == width;
        !cells.contains(it) && cells.iter().any(|other| same_row(other) || next(other))
    };
    let others = (0..panel.cells.len()).filter(near);
    others.filter_map(|it| panel.cells[it]).collect()
}
