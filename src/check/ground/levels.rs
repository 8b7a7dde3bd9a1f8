//! Rules between the rows of one table: codes, totals, numbered rows, 其中 items.
use super::{
    super::{Constraint, Relation, Term},
    Ground,
    seen::confirmed,
};
use crate::{
    budget::{Budget, Panel, RowKind, Table},
    forms::Rows,
    recognize::words::key,
};
use rust_decimal::Decimal;

/// A coded row is the sum of the rows below it.
pub(super) fn codes(ground: &mut Ground) {
    each_panel(ground, |panel| {
        let with_code = |row: &usize| panel.rows[*row].code.is_some();
        parents(panel, RowKind::Item)
            .filter(with_code)
            .map(|row| (row, panel.children(Some(row)).collect()))
            .collect()
    });
}

/// A numbered row is the sum of the rows numbered below it.
pub(super) fn outline(ground: &mut Ground) {
    each_panel(ground, |panel| {
        let plain = |row: &usize| panel.rows[*row].code.is_none();
        let parts = |row: usize| items_below(panel, row);
        parents(panel, RowKind::Item)
            .filter(plain)
            .map(|row| (row, parts(row)))
            .collect()
    });
}

/// The total row is the sum of the top rows; a subtotal of the top rows since the one before it.
pub(super) fn total_row(ground: &mut Ground) {
    let budget = ground.budget;
    each_panel(ground, |panel| {
        let mut sums = totals(panel);
        sums.retain(|(total, parts)| !tells_twice(budget, panel, *total, parts));
        sums
    });
}

/// Whether some of the rows are the whole already and others stand beside them: a row for the unit
/// over those of its classes. Which rows are parts of which is not plain then.
fn tells_twice(budget: &Budget, panel: &Panel, total: usize, parts: &[usize]) -> bool {
    let value = |row: usize, column: usize| {
        let fact = panel.fact(row, column);
        fact.map_or(Decimal::ZERO, |it| budget.fact(it).amount.value)
    };
    let columns: Vec<usize> = (0..panel.columns.len())
        .filter(|it| !value(total, *it).is_zero())
        .collect();
    let is_whole = |rows: &[usize]| {
        let sum = |column: usize| rows.iter().map(|it| value(*it, column)).sum::<Decimal>();
        let adds_up = columns.iter().all(|it| sum(*it) == value(total, *it));
        let is_beside = |row: &&usize| {
            !rows.contains(row) && columns.iter().any(|it| !value(**row, *it).is_zero())
        };
        !columns.is_empty() && adds_up && parts.iter().any(|it| is_beside(&it))
    };
    let plain = parts.iter().filter(|it| panel.rows[**it].code.is_none());
    let plain: Vec<usize> = plain.copied().collect();
    is_whole(&plain) || parts.iter().any(|it| is_whole(&[*it]))
}

/// The total row and the subtotals of a panel with the rows that they are the sums of.
fn totals(panel: &Panel) -> Vec<(usize, Vec<usize>)> {
    let mut sums = Vec::new();
    let (mut since, mut all): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    let total_first = panel
        .rows
        .first()
        .is_some_and(|it| it.kind == RowKind::Total);
    for (index, row) in panel.rows.iter().enumerate() {
        match row.kind {
            RowKind::Item if row.parent.is_none() => since.push(index),
            RowKind::Subtotal => {
                sums.push((index, std::mem::take(&mut since)));
                all.push(index);
            }
            RowKind::Total if !total_first => {
                let parts = all.iter().chain(&since).copied().collect();
                sums.push((index, parts));
            }
            _ => {}
        }
    }
    if total_first {
        sums.push((0, all.into_iter().chain(since).collect()));
    }
    sums
}

/// 其中 items are at most their whole; where the form says that they are all, they are the whole.
pub(super) fn of_which(ground: &mut Ground) {
    let budget = ground.budget;
    for table in &budget.tables {
        for panel in &table.panels {
            for whole in parents(panel, RowKind::OfWhich) {
                of_which_items(ground, panel, whole);
            }
        }
    }
    super::columns::of_which_columns(ground);
}

fn of_which_items(ground: &mut Ground, panel: &Panel, whole: usize) {
    let budget = ground.budget;
    let items: Vec<usize> = panel
        .children(Some(whole))
        .filter(|it| panel.rows[*it].kind == RowKind::OfWhich)
        .collect();
    for column in 0..panel.columns.len() {
        // Changes of items may go either way.
        let is_change = panel.columns[column].name.contains("增减");
        let Some(total) = panel.fact(whole, column).filter(|_| !is_change) else {
            continue;
        };
        let facts: Vec<_> = items
            .iter()
            .filter_map(|it| panel.fact(*it, column))
            .collect();
        // A unit may leave the whole list blank; only a list that is begun must be complete.
        let begun = facts.iter().any(|it| budget.fact(*it).is_printed());
        if panel.rows[whole].exhaustive && facts.len() == items.len() && begun {
            ground.add(sum(total, &facts));
        } else {
            for part in facts {
                ground.add(Constraint {
                    left: vec![Term::plus(part)],
                    relation: Relation::AtMost,
                    right: vec![Term::plus(total)],
                    absent: Vec::new(),
                });
            }
        }
    }
}

fn sum(total: crate::budget::FactId, parts: &[crate::budget::FactId]) -> Constraint {
    Constraint {
        left: vec![Term::plus(total)],
        relation: Relation::Equal,
        right: parts.iter().copied().map(Term::plus).collect(),
        absent: Vec::new(),
    }
}

/// Rows that have parts of this kind.
fn parents(panel: &Panel, kind: RowKind) -> impl Iterator<Item = usize> + '_ {
    (0..panel.rows.len()).filter(move |row| {
        panel
            .rows
            .iter()
            .any(|it| it.kind == kind && it.parent == Some(*row))
    })
}

fn items_below(panel: &Panel, row: usize) -> Vec<usize> {
    panel
        .children(Some(row))
        .filter(|it| panel.rows[*it].kind == RowKind::Item)
        .collect()
}

/// Adds sums of rows in every amount column. In a table of no known form they are checks only if
/// they hold in nearly all cases: what looks like a level may be something else.
fn each_panel(ground: &mut Ground, sums: impl Fn(&Panel) -> Vec<(usize, Vec<usize>)>) {
    let budget = ground.budget;
    for table in &budget.tables {
        for panel in &table.panels {
            let sums: Vec<_> = sums(panel)
                .into_iter()
                .filter(|(_, parts)| !parts.is_empty())
                .collect();
            for column in 0..panel.columns.len() {
                column_sums(ground, table, panel, column, &sums);
            }
        }
    }
}

fn column_sums(
    ground: &mut Ground,
    table: &Table,
    panel: &Panel,
    column: usize,
    sums: &[(usize, Vec<usize>)],
) {
    let constraint = |(total, parts): &(usize, Vec<usize>)| {
        let facts: Option<Vec<_>> = parts.iter().map(|row| panel.fact(*row, column)).collect();
        Some(self::sum(panel.fact(*total, column)?, &facts?))
    };
    let constraints: Vec<Constraint> = sums.iter().filter_map(constraint).collect();
    if constraints.len() < sums.len() {
        ground.lacks(format!("{}.{}", table.name, panel.columns[column].name));
    }
    let name = &panel.columns[column].name;
    let certain = panel.columns[column].known && has_rows(table, panel);
    if adds_up(name) && (certain || confirmed(ground.budget, panel, &constraints)) {
        constraints.into_iter().for_each(|it| ground.add(it));
    } else if adds_up(name)
        && constraints
            .iter()
            .any(|it| it.says_something(ground.budget))
    {
        ground.lacks(format!(
            "“{}”的“{}”列是否逐级相加",
            table.name, panel.columns[column].name
        ));
    }
}

/// Whether the form says what the rows are to each other.
fn has_rows(table: &Table, panel: &Panel) -> bool {
    let index = table.panels.iter().position(|it| std::ptr::eq(it, panel));
    let form = table
        .form
        .zip(index)
        .and_then(|(form, it)| form.panels.get(it));
    form.is_some_and(|it| !matches!(it.rows, Rows::Units))
}

/// Rates and comparisons do not add up.
fn adds_up(column: &str) -> bool {
    let column = key(column);
    column == "增减额"
        || !["率", "%", "比例", "占比", "增减", "单价", "比重"]
            .iter()
            .any(|it| column.contains(it))
}
