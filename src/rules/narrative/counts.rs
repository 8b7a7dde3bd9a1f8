//! Things counted: cars by kind.
use super::{
    figures::{at_most, equal},
    parts::parts_of,
};
use crate::{
    budget::{Budget, CellName, FactId, statement::Statement},
    check::{Constraint, Remark, Term},
    note::Message,
    rules::{Rule, Severity},
};
use rust_decimal::Decimal;

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

/// Projects with goals are part of project expenditure.
pub fn projects(budget: &Budget) -> Vec<Constraint> {
    let name = CellName::new("支出总表", "总计", "项目支出");
    let Some(whole) = budget.find(&name) else {
        return Vec::new();
    };
    let is_part = |it: &&Statement| {
        it.section == SECTION && matches!(it.known, Some("财政拨款项目" | "非财政拨款项目"))
    };
    let amounts = budget
        .statements
        .iter()
        .filter(is_part)
        .filter_map(|it| it.amount);
    amounts.map(|it| at_most(it, whole)).collect()
}

const SECTION: &str = "预算绩效";

/// The number of overall goals is that of their tables; no project means no project money.
pub fn goals(budget: &Budget, rule: &'static Rule) -> Vec<Remark> {
    let in_section = |it: &&Statement| it.section == SECTION;
    let count = |name: &str| {
        budget
            .statements
            .iter()
            .filter(in_section)
            .find(|it| it.known == Some(name))
            .and_then(|it| it.count)
    };
    let mut remarks = Vec::new();
    let tables = budget
        .tables
        .iter()
        .filter(|it| it.name.starts_with("整体绩效目标表"))
        .count();
    if let Some(told) = count("整体绩效目标").filter(|_| tables > 0) {
        let agrees = budget.fact(told).amount.value == Decimal::from(tables);
        let message = Message::new(
            format!(
                "文字说整体绩效目标 {} 个，表有 {tables} 张。",
                budget.fact(told).text
            ),
            format!(
                "The text tells of {} overall goals; there are {tables} tables.",
                budget.fact(told).text
            ),
        );
        remarks.push(remark(rule, agrees, message, vec![told]));
    }
    let amounts = budget
        .statements
        .iter()
        .filter(in_section)
        .filter(|it| matches!(it.known, Some("财政拨款项目" | "非财政拨款项目")));
    let amounts: Vec<FactId> = amounts.filter_map(|it| it.amount).collect();
    if let Some(told) = count("项目").filter(|_| amounts.len() == 2) {
        let nothing = amounts.iter().all(|it| budget.fact(*it).amount.is_nil());
        let agrees = budget.fact(told).amount.is_nil() == nothing;
        let message = Message::new(
            format!(
                "文字说项目 {} 个，而项目金额{}。",
                budget.fact(told).text,
                if nothing { "为 0" } else { "不为 0" }
            ),
            format!(
                "The text tells of {} projects, and project money {} 0.",
                budget.fact(told).text,
                if nothing { "is" } else { "is not" }
            ),
        );
        remarks.push(remark(
            rule,
            agrees,
            message,
            std::iter::once(told).chain(amounts).collect(),
        ));
    }
    remarks
}

fn remark(rule: &'static Rule, agrees: bool, message: Message, figures: Vec<FactId>) -> Remark {
    Remark {
        rule,
        severity: Severity::Warning,
        agrees,
        message,
        figures,
        at: None,
        block: None,
        expected: None,
        printed: None,
        doubts: Vec::new(),
    }
}
