//! Amounts of sentences against the cells they repeat.
use crate::{
    budget::{Budget, FactId, statement::Statement},
    check::{Constraint, Relation, Term},
};

/// The section whose amount is compared by a rule of its own.
const OPERATING: &str = "运行经费";

/// Every amount that repeats a cell.
pub fn amounts(budget: &Budget) -> Vec<Constraint> {
    repeats(budget, |it| it.section != OPERATING)
}

/// 运行经费 against 公用经费.
pub fn operating_cost(budget: &Budget) -> Vec<Constraint> {
    repeats(budget, |it| it.section == OPERATING)
}

fn repeats(budget: &Budget, of: impl Fn(&Statement) -> bool) -> Vec<Constraint> {
    let pair = |it: &Statement| Some((it.amount?, it.cell?));
    let pairs = budget
        .statements
        .iter()
        .filter(|it| of(it))
        .filter_map(pair);
    pairs
        .map(|(amount, cell)| equal(vec![Term::plus(amount)], vec![Term::plus(cell)]))
        .collect()
}

/// An equality.
pub fn equal(left: Vec<Term>, right: Vec<Term>) -> Constraint {
    Constraint {
        left,
        relation: Relation::Equal,
        right,
        absent: Vec::new(),
    }
}

/// At most.
pub fn at_most(part: FactId, whole: FactId) -> Constraint {
    Constraint {
        left: vec![Term::plus(part)],
        relation: Relation::AtMost,
        right: vec![Term::plus(whole)],
        absent: Vec::new(),
    }
}
