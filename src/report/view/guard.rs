//! What holds each figure: how many checks that do not depend on each other, and whether a slip in the figure
//! would show by them.
use super::{Guard, Reach};
use crate::{
    budget::Budget,
    check::Judged,
    claim::{Relation, Severity},
    report::checklist::{Checklist, MadeCheck},
};
use std::collections::{BTreeSet, HashMap};

/// A guard for each figure.
pub fn guards(budget: &Budget, checklist: &Checklist) -> Vec<Guard> {
    // Two checks of the same figures are one.
    let mut held: BTreeSet<Vec<usize>> = BTreeSet::new();
    for (_, check) in checklist.iter().filter(|(_, it)| holds(it)) {
        let mut of_check: Vec<usize> = check.figures().iter().map(|it| it.0).collect();
        of_check.sort_unstable();
        of_check.dedup();
        held.insert(of_check);
    }
    let mut by_figure: Vec<Vec<usize>> = vec![Vec::new(); budget.facts.len()];
    for (number, of_check) in held.iter().enumerate() {
        for figure in of_check {
            by_figure[*figure].push(number);
        }
    }
    // Figures that stand in the same checks cannot be told apart by them.
    let mut alike: HashMap<&[usize], usize> = HashMap::new();
    let printed = budget.facts.iter().zip(&by_figure);
    for (_, checks) in printed.filter(|(fact, _)| fact.is_printed()) {
        *alike.entry(checks.as_slice()).or_default() += 1;
    }
    let guard = |checks: &Vec<usize>| Guard {
        checks: checks.len(),
        reach: match (checks.is_empty(), alike.get(checks.as_slice())) {
            (true, _) => Reach::Unseen,
            (false, Some(1)) => Reach::Named,
            (false, _) => Reach::Found,
        },
    };
    by_figure.iter().map(guard).collect()
}

/// Whether a check breaks when one of its figures is wrong.
fn holds(check: &MadeCheck) -> bool {
    match check {
        MadeCheck::Constraint(Judged {
            constraint,
            severity,
            ..
        }) => constraint.relation == Relation::Equal && *severity != Severity::Notice,
        MadeCheck::Rate(_) => true,
        MadeCheck::Agreement(_) | MadeCheck::ReadThrough(_) => false,
    }
}
