//! Things counted: cars by kind.
use super::{figures::equal, parts::parts_of};
use crate::{
    budget::{Budget, FactId, statement::Statement},
    check::{Constraint, Term},
};

/// 车辆: number and value are those of the kinds together.
pub fn vehicles(budget: &Budget) -> Vec<Constraint> {
    let is_whole = |it: &usize| {
        let statement = &budget.statements[*it];
        statement.section == "国有资产" && statement.known == Some("车辆")
    };
    let wholes = (0..budget.statements.len()).filter(is_whole);
    wholes
        .flat_map(|it| {
            [
                kinds(budget, it, |it| it.count),
                kinds(budget, it, |it| it.amount),
            ]
        })
        .flatten()
        .collect()
}

fn kinds(
    budget: &Budget,
    whole: usize,
    of: impl Fn(&Statement) -> Option<FactId>,
) -> Option<Constraint> {
    let is_car = |it: &usize| matches!(budget.statements[*it].known, Some("用车" | "其他车辆"));
    let kinds: Vec<usize> = parts_of(budget, whole).into_iter().filter(is_car).collect();
    let parts: Option<Vec<Term>> = kinds
        .iter()
        .map(|it| of(&budget.statements[*it]).map(Term::plus))
        .collect();
    let parts = parts.filter(|it| it.len() > 1)?;
    Some(equal(
        vec![Term::plus(of(&budget.statements[whole])?)],
        parts,
    ))
}
