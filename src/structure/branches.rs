//! Classes with what they are made of.
use super::{Branch, economic, half::Half, said};
use crate::{budget::Budget, money::Amount, note::Message};
use rust_decimal::Decimal;

/// Function classes, sections and items: from the first of these tables that has amounts.
pub fn function(budget: &Budget) -> Vec<Branch> {
    let tables = [
        ("支出总表", 0, "合计"),
        ("财政拨款支出表", 0, "合计"),
        ("一般公共预算支出表", 0, "合计"),
        ("收入总表", 0, "合计"),
        ("收支总表", 1, "预算数"),
        ("财政拨款收支总表", 1, "合计"),
    ];
    let halves = tables
        .into_iter()
        .filter_map(|(form, number, column)| Some((Half::of(budget, form, number)?, column)));
    // Some regions' tables of expenditure tell only what is basic and what is for projects.
    let classified = |classes: &Vec<Branch>| classes.iter().any(|it| !it.code.is_empty());
    let mut trees: Vec<Vec<Branch>> = halves
        .map(|(half, column)| below(half, None, column))
        .collect();
    match trees.iter().position(classified) {
        Some(at) => trees.swap_remove(at),
        None => trees
            .into_iter()
            .find(|it| it.len() > 1)
            .unwrap_or_default(),
    }
}

/// Economic classes of basic expenditure, with what projects add to each.
pub fn economic(budget: &Budget) -> Vec<Branch> {
    let halves = Half::all(budget, economic::TABLES[0]);
    let mut classes: Vec<Branch> = halves
        .into_iter()
        .flat_map(|it| below(it, None, "合计"))
        .collect();
    for (code, name, amount) in economic::project_classes(budget) {
        if amount.value.is_sign_positive() {
            add_projects(&mut classes, code, name, amount);
        }
    }
    classes.sort_by(|a, b| a.code.cmp(&b.code));
    classes
}

/// What has no economic class joins the classes, so that shares are shares of the whole; a sentence says how
/// much of the whole has classes. Nothing where all of it has, or where the whole is not known.
pub fn add_rest(
    budget: &Budget,
    classes: &mut Vec<Branch>,
    function: &[Branch],
) -> Option<Message> {
    let sum = |branches: &[Branch]| branches.iter().map(|it| it.amount).sum::<Decimal>();
    let (classified, whole) = (sum(classes), sum(function));
    let rest = whole - classified;
    // Less than a hundredth of the whole may be rounding, or another table's idea of it.
    if classified.is_zero() || rest * Decimal::ONE_HUNDRED < whole {
        return None;
    }
    let only_basic = economic::project_classes(budget).is_empty();
    classes.extend(unclassified(budget, rest, only_basic));
    let share = (classified * Decimal::ONE_HUNDRED / whole).round_dp(1);
    let [classified, whole] = [classified, whole].map(|it| said(budget, it));
    let (zh, en) = match only_basic {
        true => ("基本支出", "basic expenditure"),
        false => ("一部分支出", "a part of the expenditure"),
    };
    Some(Message::new(
        format!("经济分类只列了{zh} {classified}，占全部支出 {whole} 的 {share}%。"),
        format!(
            "Economic classes are given for {en} only: {classified}, {share}% of {whole} in all."
        ),
    ))
}

/// What has no economic class: projects and reserves by their names, where these are all of it.
fn unclassified(budget: &Budget, rest: Decimal, only_basic: bool) -> Vec<Branch> {
    let branch = |name: String, amount: Decimal| Branch {
        code: String::new(),
        name,
        amount,
        parts: Vec::new(),
    };
    let named = |half: Half| {
        let row = half.panel.total().or(half.panel.children(None).next())?;
        let parts = UNCLASSIFIED.map(|it| (it, half.under(row, it).value));
        let parts = parts.into_iter().filter(|it| it.1 > Decimal::ZERO);
        let parts = parts.map(|(name, amount)| branch(format!("{name}（未列经济分类）"), amount));
        let parts: Vec<Branch> = parts.collect();
        let sum: Decimal = parts.iter().map(|it| it.amount).sum();
        // What is rounded item by item does not add up to the last digit.
        ((sum - rest).abs() * Decimal::ONE_THOUSAND <= rest).then_some(parts)
    };
    let by_name = Half::of(budget, "支出总表", 0).filter(|_| only_basic);
    by_name
        .and_then(named)
        .unwrap_or_else(|| vec![branch(economic::NOT_STATED.to_owned(), rest)])
}

/// Columns of 支出总表 that economic classes are not given for.
const UNCLASSIFIED: [&str; 3] = ["项目支出", "单位预留机动经费", "结转下年资金"];

/// The table of projects knows classes but no items, so projects are one part of their class.
fn add_projects(classes: &mut Vec<Branch>, code: &str, name: &str, amount: Amount) {
    let leaf = |code: &str, name: &str| Branch {
        code: code.to_owned(),
        name: name.to_owned(),
        amount: amount.value,
        parts: Vec::new(),
    };
    match classes.iter_mut().find(|it| it.code == code) {
        Some(class) => {
            class.amount += amount.value;
            class.parts.push(leaf("", economic::PROJECTS));
        }
        None => classes.push(leaf(code, name)),
    }
}

/// The rows below a row with money in them, and theirs.
fn below(half: Half, parent: Option<usize>, column: &str) -> Vec<Branch> {
    let rows = half.panel.children(parent);
    let branch = |row: usize| {
        let printed = &half.panel.rows[row];
        let amount = half.under(row, column);
        (amount.value > Decimal::ZERO).then(|| Branch {
            code: printed.code.clone().unwrap_or_default(),
            name: printed.label.clone(),
            amount: amount.value,
            parts: below(half, Some(row), column),
        })
    };
    rows.filter_map(branch).collect()
}
