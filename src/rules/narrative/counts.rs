//! Things counted: cars by kind.
use super::figures::{at_most, equal};
use crate::{
    budget::{Budget, CellName, FactId, statement::Statement},
    claim::{Constraint, Doubt, Remark, Severity, Term},
    forms::narrative::{Section, Thing},
    note::Message,
    rules::remarks::of_document,
};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Projects with goals are part of project expenditure.
pub fn projects(budget: &Budget) -> Vec<Constraint> {
    let name = CellName::new("支出总表", "总计", "项目支出");
    let Some(whole) = budget.find(&name) else {
        return Vec::new();
    };
    let is_part = |it: &&Statement| it.section == Some(SECTION) && is_of_projects(it);
    let amounts = budget
        .statements
        .iter()
        .filter(is_part)
        .filter_map(|it| it.amount);
    // Of nothing there are no parts.
    let nothing = budget.fact(whole).amount.is_nil();
    let tied = |it| match nothing {
        true => equal(vec![Term::plus(it)], vec![Term::plus(whole)]),
        false => at_most(it, whole),
    };
    amounts.map(tied).collect()
}

/// The section on goals.
const SECTION: Section = Section::PERFORMANCE;

/// Whether a statement tells the money of projects with goals.
fn is_of_projects(statement: &Statement) -> bool {
    matches!(
        statement.known,
        Some(Thing::APPROPRIATED_PROJECTS | Thing::OTHER_PROJECTS)
    )
}

/// The number of overall goals is that of their tables; no project means no project money.
pub fn goals(budget: &Budget) -> Vec<Remark> {
    let told = [
        overall(budget),
        projects_told(budget),
        projects_listed(budget),
    ];
    told.into_iter().flatten().collect()
}

/// 项目7个: as many as 一般公共预算项目支出表 names.
fn projects_listed(budget: &Budget) -> Option<Remark> {
    let mut statements = budget.statements.iter();
    let told = statements
        .find(|it| it.speaks_of(Section::PROJECT_EXPENDITURE, Thing::PROJECTS))?
        .count?;
    let panel = budget.table("一般公共预算项目支出表")?.panels.first()?;
    let projects = panel.rows.iter().filter(|it| it.name.project.is_some());
    let named: BTreeSet<&str> = projects.clone().map(|it| it.label.as_str()).collect();
    let (text, number) = (&budget.fact(told).text, named.len());
    // A name under two codes may be one project or two.
    let lines = projects.count();
    let message = Message::new(
        format!("文字说项目 {text} 个，表中有 {number} 个。"),
        format!("The text tells of {text} projects; the table names {number}."),
    );
    let value = budget.fact(told).amount.value;
    let agrees = [number, lines].map(Decimal::from).contains(&value);
    let meant = Some(number.to_string());
    (number > 0).then(|| remark(budget, agrees, message, (told, meant)))
}

/// How many of a thing the section tells.
fn count(budget: &Budget, thing: Thing) -> Option<FactId> {
    let mut statements = budget.statements.iter();
    statements.find(|it| it.speaks_of(SECTION, thing))?.count
}

fn overall(budget: &Budget) -> Option<Remark> {
    let named = |it: &&crate::budget::Table| it.name.title.starts_with("整体绩效目标表");
    let tables = budget.tables.iter().filter(named).count();
    let told = count(budget, Thing::OVERALL_GOALS).filter(|_| tables > 0)?;
    let text = &budget.fact(told).text;
    let message = Message::new(
        format!("文字说整体绩效目标 {text} 个，表有 {tables} 张。"),
        format!("The text tells of {text} overall goals; there are {tables} tables."),
    );
    let agrees = budget.fact(told).amount.value == Decimal::from(tables);
    let meant = Some(tables.to_string());
    Some(remark(budget, agrees, message, (told, meant)))
}

fn projects_told(budget: &Budget) -> Option<Remark> {
    let in_section = |it: &&Statement| it.section == Some(SECTION);
    let amounts = budget
        .statements
        .iter()
        .filter(in_section)
        .filter(|it| is_of_projects(it));
    let amounts: Vec<FactId> = amounts.filter_map(|it| it.amount).collect();
    let told = count(budget, Thing::PROJECTS).filter(|_| amounts.len() == 2)?;
    let nothing = amounts.iter().all(|it| budget.fact(*it).amount.is_nil());
    let agrees = budget.fact(told).amount.is_nil() == nothing;
    let whole = budget.find(&CellName::new("支出总表", "总计", "项目支出"));
    let none = whole.is_some_and(|it| budget.fact(it).amount.is_nil());
    if !agrees && none && !nothing {
        // The amounts are held against the table already.
        return None;
    }
    let text = &budget.fact(told).text;
    let (zh, en) = if nothing {
        ("为 0", "is")
    } else {
        ("不为 0", "is not")
    };
    let message = Message::new(
        format!("文字说项目 {text} 个，而项目金额{zh}。"),
        format!("The text tells of {text} projects, and project money {en} 0."),
    );
    let meant = nothing.then(|| "0".to_owned());
    let remark = remark(budget, agrees, message, (told, meant));
    let figures = std::iter::once(told).chain(amounts).collect();
    Some(Remark { figures, ..remark })
}

fn remark(
    budget: &Budget,
    agrees: bool,
    message: Message,
    (told, meant): (FactId, Option<String>),
) -> Remark {
    let fact = budget.fact(told);
    let doubt = Doubt {
        place: fact.name.to_string(),
        at: fact.source.at.clone(),
        text: fact.text.clone(),
        meant,
        reason: Message::new(
            "表格和金额都说不是这个数",
            "tables and amounts say otherwise",
        ),
    };
    Remark {
        agrees,
        figures: vec![told],
        doubts: vec![doubt],
        ..of_document(Severity::Warning, message)
    }
}
