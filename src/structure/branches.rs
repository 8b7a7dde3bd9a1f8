//! Classes with what they are made of.
use super::{Branch, economic, half::Half};
use crate::{budget::Budget, money::Amount};

/// Function classes, sections and items: from the first of these tables that has amounts.
pub fn function(budget: &Budget) -> Vec<Branch> {
    let tables = [
        ("支出总表", 0, "合计"),
        ("一般公共预算支出表", 0, "合计"),
        ("收入总表", 0, "合计"),
        ("收支总表", 1, "预算数"),
    ];
    let half = tables
        .into_iter()
        .find_map(|(form, number, column)| Some((Half::of(budget, form, number)?, column)));
    half.map_or_else(Vec::new, |(half, column)| below(half, None, column))
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
        (amount.value > rust_decimal::Decimal::ZERO).then(|| Branch {
            code: printed.code.clone().unwrap_or_default(),
            name: printed.label.clone(),
            amount: amount.value,
            parts: below(half, Some(row), column),
        })
    };
    rows.filter_map(branch).collect()
}
