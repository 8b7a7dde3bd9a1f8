//! Projects and goals counted.
use super::telling::{Reader, at_most, equal, is_money};
use crate::{
    budget::{Budget, CellName, FactId},
    claim::{Constraint, Doubt, Remark, Severity, Term},
    language::told::ToldFigure,
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
    let amounts = amounts_of_projects(budget).into_iter();
    // Of nothing there are no parts.
    let nothing = budget.fact(whole).amount.is_nil();
    let tied = |it| match nothing {
        true => equal(vec![Term::plus(it)], vec![Term::plus(whole)]),
        false => at_most(it, whole),
    };
    amounts.map(tied).chain(overall_money(budget)).collect()
}

/// The money of overall goals is all there is.
fn overall_money(budget: &Budget) -> Option<Constraint> {
    let reader = Reader::new(budget);
    let whole = budget.find(&CellName::new("支出总表", "总计", "合计"))?;
    let mut told = reader
        .below(SECTION)
        .filter(|(_, it)| is_money(it) && it.subject.as_deref().is_some_and(is_overall_goal));
    let told = reader.fact(told.next()?.0);
    Some(equal(vec![Term::plus(told)], vec![Term::plus(whole)]))
}

/// The sections on goals.
const SECTION: &str = "绩效";

/// The money of projects with goals.
fn amounts_of_projects(budget: &Budget) -> Vec<FactId> {
    let reader = Reader::new(budget);
    let of_projects = |it: &ToldFigure| {
        let named = it.subject.as_deref();
        is_money(it) && named.is_some_and(|it| matches!(it, "财政拨款项目" | "非财政拨款项目"))
    };
    let told = reader.below(SECTION).filter(|it| of_projects(it.1));
    told.map(|it| reader.fact(it.0)).collect()
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
    let told = count(budget, "项目支出", is_project)?;
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

/// How many of a thing a section tells.
fn count(budget: &Budget, section: &str, named: fn(&str) -> bool) -> Option<FactId> {
    let reader = Reader::new(budget);
    let mut counts = reader.below(section).filter(|(_, it)| {
        let is_count = !is_money(it);
        is_count && it.subject.as_deref().is_some_and(named)
    });
    counts.next().map(|it| reader.fact(it.0))
}

/// 项目, 预算安排项目共
fn is_project(subject: &str) -> bool {
    subject.trim_end_matches('共').ends_with("项目")
}

fn is_overall_goal(subject: &str) -> bool {
    subject.contains("整体") && subject.ends_with("绩效目标")
}

fn overall(budget: &Budget) -> Option<Remark> {
    let named = |it: &&crate::budget::Table| it.name.title.starts_with("整体绩效目标表");
    let tables = budget.tables.iter().filter(named).count();
    let told = count(budget, SECTION, is_overall_goal).filter(|_| tables > 0)?;
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
    let amounts = amounts_of_projects(budget);
    let told = count(budget, SECTION, is_project).filter(|_| amounts.len() == 2)?;
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
