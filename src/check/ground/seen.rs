//! Whether a table of no known form adds up as it seems to: what looks like a sum may be something else.
use crate::{
    budget::{Budget, FactId, Panel},
    claim::Constraint,
};

/// Whether a supposed sum holds in all but a few cases, and in some in which several figures are
/// added. Where a case is off by exactly one of the figures beside it, the sum is another one.
pub(super) fn confirmed(budget: &Budget, panel: &Panel, constraints: &[Constraint]) -> bool {
    let telling = || constraints.iter().filter(|it| it.says_something(budget));
    let holds = |it: &&Constraint| !it.judge(budget).is_broken();
    let adds = |it: &&Constraint| {
        let printed = it.right.iter().map(|it| budget.fact(it.fact).amount);
        printed.filter(|it| !it.is_nil()).count() > 1
    };
    let all_but_few = telling().filter(holds).count() * 5 >= telling().count() * 4;
    let adding = telling().filter(holds).filter(adds).count();
    let lacks_one = |it: &Constraint| {
        let off_by = it.off_by(budget).abs();
        let is_it = |id: &FactId| budget.fact(*id).amount.value.abs() == off_by;
        it.judge(budget).is_broken() && beside(panel, it).iter().any(is_it)
    };
    adding >= FEWEST_SUMS && all_but_few && !telling().any(lacks_one)
}

/// A sum of several figures must be seen so often.
const FEWEST_SUMS: usize = 2;

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
