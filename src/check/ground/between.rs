//! Rules between tables.
use super::{
    super::{
        Constraint, Relation, Term,
        formula::{Formula, Named},
    },
    Ground,
};
use crate::budget::{Budget, CellName, FactId, Panel, Table};
use std::collections::{BTreeMap, BTreeSet};

/// A formula over named cells.
pub(super) fn cells(ground: &mut Ground, formula: &str) {
    let Ok(formula) = Formula::parse(formula) else {
        return;
    };
    let side = |ground: &mut Ground, names: &[Named]| -> Option<Vec<Term>> {
        let mut terms = Vec::new();
        for named in names {
            match cell(ground.budget, &named.name) {
                Ok(fact) => terms.push(Term {
                    minus: named.minus,
                    fact,
                }),
                Err(_) if named.optional => {}
                Err(missing) => {
                    ground.lacks(missing);
                    return None;
                }
            }
        }
        Some(terms)
    };
    let Some(left) = side(ground, &formula.left) else {
        return;
    };
    let Some(right) = side(ground, &formula.right) else {
        return;
    };
    if !left.is_empty() && !right.is_empty() {
        ground.add(constraint(left, formula.relation, right));
    }
}

fn constraint(left: Vec<Term>, relation: Relation, right: Vec<Term>) -> Constraint {
    Constraint {
        left,
        relation,
        right,
        absent: Vec::new(),
    }
}

/// The fact of a named cell, or what of it is missing: the table, or the cell. The total of the
/// rows is called 总计 in every form of one half.
fn cell(budget: &Budget, name: &str) -> Result<FactId, String> {
    let Some(cell) = CellName::parse(name) else {
        return Err(name.to_owned());
    };
    if budget.table(&cell.form).is_none() {
        return Err(cell.form);
    }
    budget.find(&cell).ok_or_else(|| cell.to_string())
}

/// The figures of one column of one form, by code; the total under `""`.
struct ByCode {
    form: String,
    column: String,
    minus: bool,
    figures: BTreeMap<String, Vec<FactId>>,
    /// Lengths of the codes that the table lists.
    depths: BTreeSet<usize>,
}

/// The same formula for every code that one of the tables has, and for their totals.
pub(super) fn each_code(ground: &mut Ground, formula: &str) {
    let Ok(formula) = Formula::parse(formula) else {
        return;
    };
    let mut sides = [Vec::new(), Vec::new()];
    for (side, names) in sides.iter_mut().zip([&formula.left, &formula.right]) {
        for named in names {
            match by_code(ground.budget, named) {
                Ok(column) => side.push(column),
                Err(_) if named.optional => {}
                Err(missing) => return ground.lacks(missing),
            }
        }
    }
    let [left, right] = &sides;
    if left.is_empty() || right.is_empty() {
        return;
    }
    let codes: BTreeSet<&String> = sides
        .iter()
        .flatten()
        .flat_map(|it| it.figures.keys())
        .collect();
    for code in codes {
        let listed = |it: &ByCode| it.depths.is_empty() || it.depths.contains(&code.len());
        if sides.iter().flatten().all(listed) {
            let mut absent = Vec::new();
            let left = terms(left, code, &mut absent);
            let right = terms(right, code, &mut absent);
            ground.add(Constraint {
                left,
                relation: formula.relation,
                right,
                absent,
            });
        }
    }
}

fn terms(columns: &[ByCode], code: &str, absent: &mut Vec<CellName>) -> Vec<Term> {
    let mut terms = Vec::new();
    for column in columns {
        match column.figures.get(code) {
            Some(facts) => terms.extend(facts.iter().map(|fact| Term {
                minus: column.minus,
                fact: *fact,
            })),
            None => absent.push(CellName::new(&column.form, code, &column.column)),
        }
    }
    terms
}

fn by_code(budget: &Budget, named: &Named) -> Result<ByCode, String> {
    let (form, column) = named.name.split_once('.').unwrap_or((&named.name, ""));
    let table = budget.table(form).ok_or_else(|| form.to_owned())?;
    let (panel, place) = coded_panel(table, column).ok_or_else(|| named.name.clone())?;
    let mut by_code = ByCode {
        form: form.to_owned(),
        column: column.to_owned(),
        minus: named.minus,
        figures: BTreeMap::new(),
        depths: BTreeSet::from([0]),
    };
    for (code, row) in rows_by_code(panel) {
        by_code.depths.insert(code.len());
        if let Some(fact) = panel.fact(row, place) {
            by_code.figures.entry(code).or_default().push(fact);
        }
    }
    let total = panel.total().and_then(|row| panel.fact(row, place));
    by_code
        .figures
        .extend(total.map(|fact| (String::new(), vec![fact])));
    // A table with no rows but its total is empty: it has every depth, and nothing at it.
    if by_code.depths.len() == 1 {
        by_code.depths.clear();
    }
    Ok(by_code)
}

/// The half whose rows are codes, and the column in it.
fn coded_panel<'a>(table: &'a Table, column: &str) -> Option<(&'a Panel, usize)> {
    let last = table.panels.last()?;
    Some((last, last.column(column)?))
}

/// Rows that stand for a code: the code's own row, or all its projects where it has none.
fn rows_by_code(panel: &Panel) -> impl Iterator<Item = (String, usize)> + '_ {
    let own: BTreeSet<&String> = panel
        .rows
        .iter()
        .filter(|row| row.code.as_ref() == Some(&row.name))
        .filter_map(|row| row.code.as_ref())
        .collect();
    panel
        .rows
        .iter()
        .enumerate()
        .filter_map(move |(index, row)| {
            let code = row.code.as_ref()?;
            (row.name == *code || !own.contains(code)).then(|| (code.clone(), index))
        })
}
