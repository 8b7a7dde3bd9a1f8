//! What a fund carries over, told in one paragraph.
use super::figures::equal;
use crate::{
    budget::{Budget, statement::Statement},
    claim::{Constraint, Term},
    forms::narrative::Thing,
};
use std::collections::BTreeSet;

/// What a fund's paragraph tells.
const OF_FUND: [Thing; 4] = [
    Thing::OPENING_BALANCE,
    Thing::INCOME_OF_YEAR,
    Thing::SPENDING_OF_YEAR,
    Thing::CLOSING_BALANCE,
];

/// What was left, with what came in, less what was spent is what is left now.
pub fn over(budget: &Budget) -> Vec<Constraint> {
    let named = |it: Thing| OF_FUND.contains(&it);
    let told = budget.statements.iter();
    let told = told.filter(|it| it.known.is_some_and(named));
    let blocks: BTreeSet<usize> = told.map(|it| it.block).collect();
    blocks
        .into_iter()
        .filter_map(|it| over_in(budget, it))
        .collect()
}

/// The equation of a paragraph that tells each of the four once, and nothing else: money may have
/// been given back or moved, too.
fn over_in(budget: &Budget, block: usize) -> Option<Constraint> {
    let told = |it: &&Statement| it.block == block && it.amount.is_some();
    let told: Vec<&Statement> = budget.statements.iter().filter(told).collect();
    let of = |thing: Thing| {
        let named = told.iter().find(|it| it.known == Some(thing));
        named.and_then(|it| it.amount).map(Term::plus)
    };
    let less = Term {
        minus: true,
        ..of(Thing::SPENDING_OF_YEAR)?
    };
    let had = vec![
        of(Thing::OPENING_BALANCE)?,
        of(Thing::INCOME_OF_YEAR)?,
        less,
    ];
    (told.len() == OF_FUND.len()).then_some(equal(vec![of(Thing::CLOSING_BALANCE)?], had))
}
