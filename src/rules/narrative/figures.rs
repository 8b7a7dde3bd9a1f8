//! Amounts of sentences against the cells they repeat.
use crate::{
    budget::{
        Budget, CellName, FactId, Scope,
        statement::{Basis, Statement},
    },
    check::{Constraint, Relation, Term},
};

/// The section whose amount is compared by a rule of its own.
const OPERATING: &str = "运行经费";

/// Every amount that repeats a cell.
pub fn amounts(budget: &Budget) -> Vec<Constraint> {
    repeats(budget, |it| it.section != OPERATING)
}

/// Amounts that brackets tell once more, in another unit.
pub fn told_again(budget: &Budget) -> Vec<Constraint> {
    let pair = |it: &Statement| Some((it.amount?, it.again?));
    let pairs = budget.statements.iter().filter_map(pair);
    pairs
        .map(|(amount, again)| equal(vec![Term::plus(amount)], vec![Term::plus(again)]))
        .collect()
}

/// What final accounts were planned to be, where the table has the budget beside them.
pub fn planned(budget: &Budget) -> Vec<Constraint> {
    let pair = |it: &Statement| {
        let cell = &budget.fact(it.cell?).name;
        let beside = CellName::new(&cell.form, &cell.row, "预算数");
        let opening = it.basis == Some(Basis::Opening) || it.basis == Some(Basis::Adjusted);
        let told = it.base.xor(it.adjusted).filter(|_| opening)?;
        let is_other = cell.column != beside.column && cell.form == "“三公”经费支出表";
        Some((told, budget.find(&beside).filter(|_| is_other)?))
    };
    let pairs = budget.statements.iter().filter_map(pair);
    pairs
        .map(|(told, cell)| equal(vec![Term::plus(told)], vec![Term::plus(cell)]))
        .collect()
}

/// 运行经费 against 公用经费. A department counts only that of its offices, not that of its institutions.
pub fn operating_cost(budget: &Budget) -> Vec<Constraint> {
    let ties = repeats(budget, |it| it.section == OPERATING);
    let relation = match budget.scope {
        Some(Scope::Department) => Relation::AtMost,
        _ => Relation::Equal,
    };
    let tied = ties.into_iter().map(|it| Constraint { relation, ..it });
    tied.collect()
}

fn repeats(budget: &Budget, of: impl Fn(&Statement) -> bool) -> Vec<Constraint> {
    let pair = |it: &Statement| Some((it.amount?, it.cell.filter(|_| !it.twin)?));
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
