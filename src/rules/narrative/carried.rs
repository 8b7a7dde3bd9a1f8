//! What a fund carries over, told in one paragraph.
use super::figures::equal;
use crate::{
    budget::{Budget, FactId, statement::Statement},
    check::{Constraint, Term},
    forms::narrative::funds::{CLOSING, INCOME, OPENING, SPENT},
};
use std::collections::BTreeSet;

/// What was left, with what came in, less what was spent is what is left now.
pub fn over(budget: &Budget) -> Vec<Constraint> {
    let named = |it: &str| [OPENING, INCOME, SPENT, CLOSING].contains(&it);
    let told = budget.statements.iter();
    let told = told.filter(|it| it.known.is_some_and(named));
    let blocks: BTreeSet<usize> = told.map(|it| it.block).collect();
    blocks
        .into_iter()
        .filter_map(|it| over_in(budget, it))
        .collect()
}

/// The equation of a paragraph that tells each of the four once.
fn over_in(budget: &Budget, block: usize) -> Option<Constraint> {
    let of = |name: &str| -> Option<FactId> {
        let statements = budget.statements.iter();
        let told = |it: &&Statement| it.block == block && it.known == Some(name);
        let mut amounts = statements.filter(told).filter_map(|it| it.amount);
        let first = amounts.next();
        first.filter(|_| amounts.next().is_none())
    };
    let less = Term {
        minus: true,
        fact: of(SPENT)?,
    };
    let had = vec![Term::plus(of(OPENING)?), Term::plus(of(INCOME)?), less];
    Some(equal(vec![Term::plus(of(CLOSING)?)], had))
}
