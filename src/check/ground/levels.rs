//! Rules between the rows of one table: codes, totals, numbered rows, 其中 items.
use super::{
    Ground,
    empirical_sums::{confirmed, shares_tell, understood},
};
use crate::{
    budget::{Budget, Column, FactId, Panel, RowKind, Table},
    claim::{Constraint, Relation, Term},
    forms::{Quantity, Rows},
    money::Unit,
    words::{key, sum_label},
};
use rust_decimal::Decimal;

/// A coded row is the sum of the rows below it.
pub(super) fn codes(ground: &mut Ground) {
    each_panel(ground, coded_sums);
}

/// A row and those that it is the sum of.
type SumOfRows = (usize, Vec<usize>);

fn coded_sums(_: &Budget, panel: &Panel) -> Vec<SumOfRows> {
    let with_code = |row: &usize| panel.rows[*row].code.is_some();
    parents(panel, RowKind::Item)
        .filter(with_code)
        .map(|row| (row, panel.children(Some(row)).collect()))
        .collect()
}

/// A numbered row is the sum of the rows numbered below it.
pub(super) fn outline(ground: &mut Ground) {
    each_panel(ground, numbered_sums);
}

fn numbered_sums(budget: &Budget, panel: &Panel) -> Vec<SumOfRows> {
    // A row without figures is a heading over others.
    let printed = |row: usize| {
        let mut facts = (0..panel.columns.len()).filter_map(|it| panel.fact(row, it));
        facts.any(|it| budget.fact(it).is_printed())
    };
    let plain = |row: &usize| panel.rows[*row].code.is_none() && printed(*row);
    let parts = |row: usize| numbered_parts(budget, panel, row);
    parents(panel, RowKind::Item)
        .filter(plain)
        .map(|row| (row, parts(row)))
        .collect()
}

/// The total row is the sum of the top rows; a subtotal of the top rows since the one before it.
pub(super) fn total_row(ground: &mut Ground) {
    each_panel(ground, total_sums);
}

fn total_sums(budget: &Budget, panel: &Panel) -> Vec<SumOfRows> {
    let mut sums = totals(panel);
    sums.retain(|(total, parts)| !tells_twice(budget, panel, *total, parts));
    let is_only = sums.len() == 1;
    let is_unclear = |it: &SumOfRows| {
        let is_stated = is_only && is_called_total(&panel.rows[it.0].label);
        !is_stated && is_unclear(budget, panel, it)
    };
    match sums.iter().any(is_unclear) {
        true => Vec::new(),
        false => sums,
    }
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

/// Whether a row is called the total of something: 本年收入合计.
fn is_called_total(label: &str) -> bool {
    let label = key(label);
    ["合计", "总计"].iter().any(|it| label.ends_with(it))
}

/// Whether a sum that is not called by one of the usual names is not that of the rows above it: then
/// nobody knows which rows the others sum.
fn is_unclear(budget: &Budget, panel: &Panel, (row, parts): &(usize, Vec<usize>)) -> bool {
    let is_usual = sum_label(&panel.rows[*row].label).is_some();
    let off = |column: usize| {
        let facts: Option<Vec<_>> = parts.iter().map(|it| panel.fact(*it, column)).collect();
        let sum = panel.fact(*row, column).zip(facts);
        sum.is_some_and(|(total, facts)| sum_of(total, &facts).judge(budget).is_broken())
    };
    !is_usual && (0..panel.columns.len()).any(off)
}

/// The total row and the subtotals of a panel with the rows that they are the sums of.
fn totals(panel: &Panel) -> Vec<SumOfRows> {
    let mut sums = Vec::new();
    let (mut since, mut all): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    let total_first = panel
        .rows
        .first()
        .is_some_and(|it| it.kind == RowKind::Total);
    for (index, row) in panel.rows.iter().enumerate() {
        match row.kind {
            RowKind::Item
                if row.parent.is_none() && Quantity::of_row(&row.name.words()).is_of_money() =>
            {
                since.push(index);
            }
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
                of_which_items(ground, table, panel, whole);
            }
        }
    }
    super::columns::of_which_columns(ground);
}

fn of_which_items(ground: &mut Ground, table: &Table, panel: &Panel, whole: usize) {
    let budget = ground.budget;
    let items: Vec<usize> = panel
        .children(Some(whole))
        .filter(|it| panel.rows[*it].kind == RowKind::OfWhich)
        .collect();
    let are_all = items.len() > 1 && are_of_form(table, panel, whole, &items);
    for column in 0..panel.columns.len() {
        let column_of = &panel.columns[column];
        let Some(total) = panel.fact(whole, column).filter(|_| is_limited(column_of)) else {
            continue;
        };
        // Outside the forms a whole that is left blank limits nothing.
        if !column_of.known && !budget.fact(total).is_printed() {
            continue;
        }
        let facts: Vec<_> = items
            .iter()
            .filter_map(|it| panel.fact(*it, column))
            .collect();
        // A unit may leave the whole list blank; only a list that is begun must be complete.
        let begun = facts.iter().any(|it| budget.fact(*it).is_printed());
        if are_all && panel.rows[whole].exhaustive && facts.len() == items.len() && begun {
            ground.add(sum_of(total, &facts));
        } else {
            // A change or a rate of a part may be larger than that of the whole.
            let amount = |it: FactId| {
                let fact = budget.fact(it);
                !fact.amount.value.is_sign_negative() && fact.unit != Unit::Percent
            };
            let limited = facts.into_iter().filter(|it| amount(*it) && amount(total));
            for part in limited {
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

/// Whether the form has all of these items below the whole.
fn are_of_form(table: &Table, panel: &Panel, whole: usize, items: &[usize]) -> bool {
    let panels = table.form.map_or(&[][..], |it| it.panels);
    let mut rows = panels.iter().flat_map(|it| match it.rows {
        Rows::Named(rows) | Rows::Across(rows) => rows,
        _ => &[],
    });
    let whole = &panel.rows[whole].name;
    let of_whole: Vec<&str> = rows
        .by_ref()
        .filter(|it| it.under.is_some_and(|it| whole.is(it)))
        .map(|it| it.name)
        .collect();
    items
        .iter()
        .all(|it| panel.rows[*it].name.is_one_of(&of_whole))
}

fn sum_of(total: crate::budget::FactId, parts: &[crate::budget::FactId]) -> Constraint {
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

/// The parts of a numbered row. Rows that may be parts or a selection beside them leave it open,
/// unless all together are the whole.
fn numbered_parts(budget: &Budget, panel: &Panel, row: usize) -> Vec<usize> {
    let all: Vec<usize> = panel.children(Some(row)).collect();
    if all.iter().all(|it| panel.rows[*it].kind == RowKind::Item) {
        return all;
    }
    let value = |row: usize, column: usize| {
        let fact = panel.fact(row, column);
        fact.map_or(Decimal::ZERO, |it| budget.fact(it).amount.value)
    };
    let add_up = (0..panel.columns.len()).all(|column| {
        let parts = all.iter().map(|it| value(*it, column));
        value(row, column) == parts.sum::<Decimal>()
    });
    if add_up { all } else { Vec::new() }
}

/// Adds sums of rows in every amount column. In a table of no known form they are checks only if
/// they hold in nearly all cases: what looks like a level may be something else.
fn each_panel(ground: &mut Ground, sums: fn(&Budget, &Panel) -> Vec<SumOfRows>) {
    let budget = ground.budget;
    for table in &budget.tables {
        for panel in &table.panels {
            let sums: Vec<_> = sums(budget, panel)
                .into_iter()
                .filter(|(_, parts)| !parts.is_empty())
                .collect();
            let adding = (0..panel.columns.len()).filter(|it| adds_up(budget, panel, *it));
            let columns: Vec<(usize, Vec<Constraint>)> = adding
                .map(|it| (it, column_sums(budget, panel, it, &sums)))
                .collect();
            for (column, _) in columns.iter().filter(|it| it.1.len() < sums.len()) {
                ground.is_unsure_of(&table.name, &panel.columns[*column].name.text(), false);
            }
            let asked = |(column, mut constraints): (usize, Vec<Constraint>)| {
                constraints.retain(|it| !is_left_out(budget, it));
                (column, constraints)
            };
            add_sums(
                ground,
                table,
                panel,
                columns.into_iter().map(asked).collect(),
            );
        }
    }
}

/// The sums of one column, as far as their cells are there.
fn column_sums(
    budget: &Budget,
    panel: &Panel,
    column: usize,
    sums: &[SumOfRows],
) -> Vec<Constraint> {
    let is_rate = |it: FactId| budget.fact(it).unit == Unit::Percent;
    let constraint = |(total, parts): &SumOfRows| {
        let facts: Option<Vec<_>> = parts.iter().map(|row| panel.fact(*row, column)).collect();
        let total = panel.fact(*total, column).filter(|it| !is_rate(*it))?;
        Some(sum_of(total, &facts?))
    };
    sums.iter().filter_map(constraint).collect()
}

/// Every sum of rows that a panel shows.
fn every_sum(budget: &Budget, panel: &Panel) -> Vec<Constraint> {
    let kinds = [coded_sums, numbered_sums, total_sums];
    let sums: Vec<SumOfRows> = kinds
        .iter()
        .flat_map(|it| it(budget, panel))
        .filter(|(_, parts)| !parts.is_empty())
        .collect();
    let adding = (0..panel.columns.len()).filter(|it| adds_up(budget, panel, *it));
    let constraints = adding.flat_map(|it| column_sums(budget, panel, it, &sums));
    constraints
        .filter(|it| is_told(budget, it) && !is_left_out(budget, it))
        .collect()
}

/// Whether the sums of a panel show what adds up to what; 其中 lists help to tell, where they hold or
/// are broken by the same figure.
fn is_understood(budget: &Budget, panel: &Panel) -> bool {
    let sums = every_sum(budget, panel);
    if sums.is_empty() {
        return false;
    }
    let items = |whole: usize| -> SumOfRows { (whole, panel.children(Some(whole)).collect()) };
    let lists: Vec<SumOfRows> = parents(panel, RowKind::OfWhich)
        .map(items)
        .filter(|it| it.1.len() > 1)
        .collect();
    let columns = (0..panel.columns.len()).filter(|it| adds_up(budget, panel, *it));
    let lists = columns.flat_map(|it| column_sums(budget, panel, it, &lists));
    let (broken, holding): (Vec<_>, Vec<_>) = lists.partition(|it| it.judge(budget).is_broken());
    let known: Vec<Constraint> = sums.into_iter().chain(holding).collect();
    let with_broken = || {
        known
            .iter()
            .cloned()
            .chain(broken.clone())
            .collect::<Vec<_>>()
    };
    understood(budget, panel, &known)
        || (!broken.is_empty() && understood(budget, panel, &with_broken()))
}

fn add_sums(
    ground: &mut Ground,
    table: &Table,
    panel: &Panel,
    columns: Vec<(usize, Vec<Constraint>)>,
) {
    let budget = ground.budget;
    let is_certain = |it: usize| panel.columns[it].known && has_rows(table, panel);
    let unsure = columns.iter().filter(|it| !is_certain(it.0));
    let unsure: Vec<Constraint> = unsure.flat_map(|it| it.1.clone()).collect();
    let all_hold = !unsure.iter().any(|it| it.judge(budget).is_broken());
    let together = all_hold
        || confirmed(budget, panel, &unsure)
        || is_understood(budget, panel)
        || shares_tell(budget, panel, &unsure);
    for (column, constraints) in columns {
        let is_lacking = constraints.iter().any(|it| it.says_something(budget));
        if is_certain(column) || confirmed(budget, panel, &constraints) {
            constraints.into_iter().for_each(|it| ground.add(it));
        } else if together {
            // What other columns show says nothing of a column whose sums are left blank.
            let told = constraints.into_iter().filter(|it| is_told(budget, it));
            told.for_each(|it| ground.add(it));
        } else if is_lacking {
            let is_broken = constraints.iter().any(|it| it.judge(budget).is_broken());
            ground.is_unsure_of(&table.name, &panel.columns[column].name.text(), is_broken);
        }
    }
}

/// Whether the form has dashes for the sum or for all its parts: there nothing is asked for.
fn is_left_out(budget: &Budget, constraint: &Constraint) -> bool {
    let dashed = |terms: &[Term]| {
        let mut texts = terms.iter().map(|it| budget.fact(it.fact).text.trim());
        texts.all(|it| !it.is_empty() && it.chars().all(|sign| matches!(sign, '—' | '–' | '─')))
    };
    dashed(&constraint.left) || dashed(&constraint.right)
}

/// Whether the sum itself is printed.
fn is_told(budget: &Budget, constraint: &Constraint) -> bool {
    let mut sums = constraint.left.iter().map(|it| budget.fact(it.fact));
    sums.all(|it| it.is_printed())
}

/// Whether the form says what the rows are to each other.
fn has_rows(table: &Table, panel: &Panel) -> bool {
    let index = table.panels.iter().position(|it| std::ptr::eq(it, panel));
    let form = table
        .form
        .zip(index)
        .and_then(|(form, it)| form.panels.get(it));
    form.is_some_and(|it| match it.rows {
        Rows::Units => false,
        // In three blocks side by side the last total is that of several.
        Rows::Economic if goes_on_beside(table, index) => false,
        Rows::Function | Rows::Economic => has_codes(panel),
        _ => true,
    })
}

/// Whether the last half that the form has goes on in another one.
fn goes_on_beside(table: &Table, index: Option<usize>) -> bool {
    let halves = table.form.map_or(0, |it| it.panels.len());
    table.panels.len() > halves && index.is_some_and(|it| it + 1 == halves)
}

/// Whether rows of codes are told by their codes: where most names have none, which row is part of
/// which is not known.
fn has_codes(panel: &Panel) -> bool {
    let tops = || {
        panel
            .children(None)
            .filter(|it| panel.children(Some(*it)).next().is_none())
    };
    let (coded, plain): (Vec<usize>, Vec<usize>) =
        tops().partition(|it| panel.rows[*it].code.is_some());
    let has_parents = panel.rows.iter().any(|it| it.parent.is_some());
    has_parents || plain.len() < coded.len().max(2)
}

/// Whether a whole is a limit in a column: changes may go either way, and different things are
/// counted differently.
fn is_limited(column: &Column) -> bool {
    Quantity::of_column(&column.name.key) == Quantity::Money
}

/// Rates do not add up, and of a comparison only the difference does.
fn adds_up(budget: &Budget, panel: &Panel, column: usize) -> bool {
    let heading = &panel.columns[column].name.key;
    let mut facts = (0..panel.rows.len()).filter_map(|it| panel.fact(it, column));
    match Quantity::of_column(heading) {
        Quantity::Money => facts.any(|it| budget.fact(it).unit != Unit::Percent),
        Quantity::Change => key(heading) == "增减额",
        Quantity::Count => !heading.contains("单价"),
        Quantity::Rate => false,
    }
}
