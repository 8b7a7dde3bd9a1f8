//! Rules between tables.
use super::{
    super::formula::{Formula, Named},
    Ground,
};
use crate::{
    budget::{Budget, CellName, FactId, Panel, RowKind, Table},
    claim::{Constraint, Relation, Term},
};
use std::collections::{BTreeMap, BTreeSet};

/// A formula over named cells.
pub(super) fn cells(ground: &mut Ground, formula: &str) {
    let Ok(formula) = Formula::parse(formula) else {
        return;
    };
    match variants(ground.budget, &formula) {
        Ok(variants) => {
            let holds = |it: &&Constraint| !it.judge(ground.budget).is_broken();
            let best = variants.iter().find(holds).or(variants.first());
            best.cloned().into_iter().for_each(|it| ground.add(it));
        }
        Err(missing) => ground.lacks(&missing),
    }
}

/// The formula with each of the places that its terms may have; none where a side is empty.
fn variants(budget: &Budget, formula: &Formula) -> Result<Vec<Constraint>, String> {
    let mut sides = Vec::new();
    for names in [&formula.left, &formula.right] {
        let mut choices: Vec<Vec<Term>> = vec![Vec::new()];
        for named in names {
            let facts = places(budget, named)?;
            if !facts.is_empty() {
                choices = choices
                    .iter()
                    .flat_map(|it| with_each(it, named, &facts))
                    .collect();
            }
        }
        sides.push(choices);
    }
    let [left, right] = sides.as_slice() else {
        return Ok(Vec::new());
    };
    let pairs = left
        .iter()
        .flat_map(|left| right.iter().map(move |right| (left, right)));
    let whole = pairs.filter(|(left, right)| !left.is_empty() && !right.is_empty());
    Ok(whole
        .map(|(left, right)| constraint(left.clone(), formula.relation, right.clone()))
        .collect())
}

fn with_each(terms: &[Term], named: &Named, facts: &[FactId]) -> Vec<Vec<Term>> {
    let with = |fact: &FactId| {
        let term = Term {
            minus: named.minus,
            fact: *fact,
        };
        terms.iter().copied().chain([term]).collect()
    };
    facts.iter().map(with).collect()
}

/// The facts at the places of a term; an error if a term that must be there has none.
fn places(budget: &Budget, named: &Named) -> Result<Vec<FactId>, String> {
    let mut found = Vec::new();
    let mut missing = None;
    for choice in named.choices() {
        for place in choice.split('/') {
            match cell(budget, place) {
                Ok(fact) => {
                    found.push(fact);
                    break;
                }
                Err(lacking) => missing = missing.or(Some(lacking)),
            }
        }
    }
    match missing {
        Some(missing) if found.is_empty() && !named.optional => Err(missing),
        _ => Ok(found),
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
    if budget.table_named(&cell.table).is_none() {
        return Err(cell.table.to_string());
    }
    budget.find(&cell).ok_or_else(|| cell.to_string())
}

/// The figures of one column of one form, by code; the total under `""`.
struct ByCode {
    form: String,
    column: String,
    minus: bool,
    figures: BTreeMap<String, Vec<FactId>>,
    /// Lengths of the codes that the table lists, 0 for its total; none if it is empty.
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
                Err(missing) => return ground.lacks(&missing),
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
            None => absent.push(CellName::new(
                column.form.as_str(),
                code,
                column.column.as_str(),
            )),
        }
    }
    terms
}

fn by_code(budget: &Budget, named: &Named) -> Result<ByCode, String> {
    let (form, column) = named.name.split_once('.').unwrap_or((&named.name, ""));
    let table = budget.table(form).ok_or_else(|| form.to_owned())?;
    let (panel, places) = coded_panel(table, column).ok_or_else(|| named.name.clone())?;
    let mut by_code = ByCode {
        form: form.to_owned(),
        column: column.to_owned(),
        minus: named.minus,
        figures: BTreeMap::new(),
        depths: BTreeSet::new(),
    };
    let facts = |row: usize| -> Option<Vec<FactId>> {
        places.iter().map(|it| panel.fact(row, *it)).collect()
    };
    for (code, row) in rows_by_code(panel) {
        by_code.depths.insert(code.len());
        by_code
            .figures
            .entry(code)
            .or_default()
            .extend(facts(row).unwrap_or_default());
    }
    let total = total_of_codes(panel).and_then(facts);
    // Rows that are no codes say nothing of any code.
    if by_code.depths.is_empty() && total.is_none() && !panel.rows.is_empty() {
        return Err(named.name.clone());
    }
    let nil = |it: &Vec<FactId>| it.iter().all(|it| budget.fact(*it).amount.is_nil());
    // A table with no rows but an empty total has every depth, and nothing at it.
    if total.is_some() && !(by_code.depths.is_empty() && total.as_ref().is_some_and(nil)) {
        by_code.depths.insert(0);
    }
    by_code
        .figures
        .extend(total.map(|facts| (String::new(), facts)));
    Ok(by_code)
}

/// The row that is the total of the coded rows: the one they all stand below, 本年支出合计 where what
/// is carried over stands behind it, or else the total.
fn total_of_codes(panel: &Panel) -> Option<usize> {
    let coded = || panel.rows.iter().filter(|it| it.code.is_some());
    let tops: BTreeSet<Option<usize>> = coded()
        .filter(|it| it.parent.is_none_or(|it| panel.rows[it].code.is_none()))
        .map(|it| it.parent)
        .collect();
    if let [Some(parent)] = Vec::from_iter(&tops)[..] {
        return Some(*parent);
    }
    let subtotal = || {
        panel
            .rows
            .iter()
            .position(|it| it.kind == RowKind::Subtotal)
    };
    // Units stand over the codes, not beside them.
    let over: BTreeSet<usize> = coded().filter_map(|it| it.parent).collect();
    let over_those = |row: usize| {
        let mut below = over.iter().filter_map(|it| panel.rows[*it].parent);
        over.contains(&row) || below.any(|it| it == row)
    };
    let mut rows = panel.rows.iter().enumerate();
    let others =
        rows.any(|(index, it)| it.code.is_none() && it.kind == RowKind::Item && !over_those(index));
    if others {
        subtotal()
    } else {
        subtotal().or_else(|| panel.total())
    }
}

/// The half whose rows are codes, and the columns of it that are this column or all its parts.
fn coded_panel<'a>(table: &'a Table, column: &str) -> Option<(&'a Panel, Vec<usize>)> {
    let columns = |(index, panel): (usize, &'a Panel)| {
        let named = |name: &str| panel.column(name);
        let form = table.form.and_then(|it| it.panels.get(index));
        let parts = || form.map(|it| it.parts(column, &|name| named(name).is_some()));
        let places: Vec<usize> = match named(column) {
            Some(place) => vec![place],
            None => parts()?.iter().filter_map(|it| named(it)).collect(),
        };
        (!places.is_empty()).then_some((panel, places))
    };
    let panels: Vec<_> = table
        .panels
        .iter()
        .enumerate()
        .filter_map(columns)
        .collect();
    let coded = |it: &&(&Panel, Vec<usize>)| it.0.rows.iter().any(|it| it.code.is_some());
    panels.iter().find(coded).or(panels.last()).cloned()
}

/// Rows that stand for a code: the code's own row, or all its projects where it has none.
fn rows_by_code(panel: &Panel) -> impl Iterator<Item = (String, usize)> + '_ {
    let own = panel.rows.iter().filter(|it| it.is_of_code_itself());
    let own: BTreeSet<&String> = own.filter_map(|it| it.code.as_ref()).collect();
    panel
        .rows
        .iter()
        .enumerate()
        .filter_map(move |(index, row)| {
            let code = row.code.as_ref()?;
            (row.is_of_code_itself() || !own.contains(code)).then(|| (code.clone(), index))
        })
}
