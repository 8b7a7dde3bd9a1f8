//! Budgets drawn from formulas: the cells that a formula names, as the forms print them, with figures
//! with which it holds, and once more with one of them wrong.
#[path = "printed.rs"]
mod printed;

use gouji::{
    check::formula::{Formula, Named},
    forms::{self, Form, Rows},
    rule::{Check, Condition, Requirement},
};
use printed::{any_row, drawing};
use std::collections::BTreeMap;

/// A formula with one choice of its places, drawn twice.
pub struct Derived {
    /// How many figures the formula ties together.
    pub terms: usize,
    /// With figures that agree.
    pub holds: String,
    /// With one figure that does not.
    pub fails: String,
    /// For each condition of the check a budget in which it is not so.
    pub unmet: Vec<String>,
}

/// Where a figure stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    pub form: String,
    pub row: String,
    pub column: String,
}

/// Figures in hundredths.
pub type Figures = BTreeMap<Cell, i64>;

/// A term of a formula at one of its places.
struct Term {
    minus: bool,
    /// One cell, or those of a code and of the total.
    cells: Vec<Cell>,
    /// Places that would count before this one.
    before: Vec<Cell>,
}

/// Both sides of a formula.
type Sides = (Vec<Term>, Vec<Term>);

/// What a figure is wrong by.
const SLIP: i64 = 300;
/// The least of the figures that are added.
const ADDED: i64 = 500;
/// A figure that is subtracted.
const SUBTRACTED: i64 = 100;

impl Cell {
    fn new(form: &str, row: &str, column: &str) -> Self {
        Cell {
            form: form.to_owned(),
            row: row.to_owned(),
            column: column.to_owned(),
        }
    }

    /// `表.行.列`
    fn parse(name: &str) -> Self {
        let parts: Vec<&str> = name.split('.').collect();
        let [form, row, column] = parts[..] else {
            panic!("{name} is no cell");
        };
        Cell::new(form, row, column)
    }
}

/// A budget for each place that the terms of a check may have, and one without the last term that may be
/// lacking; none for a check that is no formula.
pub fn of(check: &Check) -> Vec<Derived> {
    let (Requirement::Cells(formula)
    | Requirement::EachCode(formula)
    | Requirement::EachRow(_, formula)) = check.requirement
    else {
        return Vec::new();
    };
    let formula = Formula::parse(formula).unwrap_or_else(|it| panic!("{formula}: {it:?}"));
    let choices = formula.names().map(|it| it.places().count()).max();
    let choices = 0..choices.unwrap_or(1);
    let mut all: Vec<Sides> = choices.map(|it| sides(check, &formula, it)).collect();
    let optional = formula.right.iter().rposition(|it| it.optional);
    if let Some(optional) = optional.filter(|_| formula.right.len() > 1) {
        let mut without = sides(check, &formula, 0);
        without.1.remove(optional);
        all.push(without);
    }
    all.iter().map(|it| derived(check, it)).collect()
}

/// The terms at their nth places, or at their last.
fn sides(check: &Check, formula: &Formula, choice: usize) -> Sides {
    let term = |named: &Named| {
        let places: Vec<&str> = named.places().take(choice + 1).collect();
        let [before @ .., place] = places.as_slice() else {
            panic!("{} has no place", named.name);
        };
        Term {
            minus: named.minus,
            cells: cells(check, place),
            before: before.iter().flat_map(|it| cells(check, it)).collect(),
        }
    };
    let side = |names: &[Named]| names.iter().map(term).collect();
    (side(&formula.left), side(&formula.right))
}

fn cells(check: &Check, place: &str) -> Vec<Cell> {
    match check.requirement {
        Requirement::EachRow(form, _) => {
            let layout = forms::form(form).expect("a form of this name");
            vec![Cell::new(form, any_row(&layout.panels[0]), place)]
        }
        Requirement::EachCode(_) => of_code_and_total(place).into(),
        _ => vec![Cell::parse(place)],
    }
}

/// A code and the total in one column of a form: `表.列`.
fn of_code_and_total(place: &str) -> [Cell; 2] {
    let (name, column) = place.split_once('.').expect("a form and a column");
    let is_coded = |form: &&'static Form| {
        let mut panels = form.panels.iter().enumerate();
        panels.find(|(_, it)| matches!(it.rows, Rows::Function | Rows::Economic))
    };
    let mut forms = forms::CATALOGUE.iter().filter(|it| it.name == name);
    let (half, panel) = forms.find_map(is_coded).expect("rows are codes");
    let total = if half > 0 { "支出总计" } else { "总计" };
    [any_row(panel), total].map(|row| Cell::new(name, row, column))
}

fn derived(check: &Check, (left, right): &Sides) -> Derived {
    let mut figures = agreeing(left, right);
    for condition in check.when {
        meet(*condition, &mut figures);
    }
    let terms = || left.iter().chain(right);
    let before: Vec<&Cell> = terms().flat_map(|it| &it.before).collect();
    let holds = drawing(&figures, &before);
    let wrong = figures.get_mut(&left[0].cells[0]);
    *wrong.expect("every cell has its figure") += SLIP;
    let fails = drawing(&figures, &before);
    let unmet = check.when.iter().map(|it| without(*it, figures.clone()));
    Derived {
        terms: terms().count(),
        holds,
        fails,
        unmet: unmet.collect(),
    }
}

/// Figures with which both sides are equal, no two of a side the same.
fn agreeing(left: &[Term], right: &[Term]) -> Figures {
    let mut figures = Figures::new();
    let mut put = |term: &Term, figure: i64| {
        let cells = term.cells.iter().cloned();
        figures.extend(cells.map(|it| (it, figure)));
        if term.minus { -figure } else { figure }
    };
    let (first, others) = left.split_first().expect("a formula has a left side");
    let figure = |(index, term): (i64, &Term)| match term.minus {
        true => put(term, SUBTRACTED + index),
        false => put(term, ADDED + index),
    };
    let right: i64 = (0..).zip(right).map(figure).sum();
    let others: i64 = (1..).zip(others).map(|(index, it)| put(it, index)).sum();
    put(first, right - others);
    figures
}

/// Adds what a condition asks for.
fn meet(condition: Condition, figures: &mut Figures) {
    let mut add = |name: &str, figure: i64| {
        figures.entry(Cell::parse(name)).or_insert(figure);
    };
    match condition {
        Condition::AllAppropriation => add("收支总表.财政拨款.预算数", ADDED),
        Condition::NoProjects => add("一般公共预算支出表.201.项目支出", 0),
        Condition::Same(one, other) => [one, other].into_iter().for_each(|it| add(it, ADDED)),
        Condition::Budget | Condition::CarriedAlike(..) => {}
    }
}

/// A budget in which a condition is not so.
fn without(condition: Condition, mut figures: Figures) -> String {
    let mut put = |name: &str, figure: i64| {
        figures.insert(Cell::parse(name), figure);
    };
    match condition {
        Condition::AllAppropriation => put("收支总表.事业收入.预算数", ADDED),
        Condition::NoProjects => put("一般公共预算支出表.201.项目支出", ADDED),
        Condition::Same(one, other) => {
            put(one, ADDED);
            put(other, ADDED + 3 * SLIP);
        }
        Condition::CarriedAlike(whole, without) => {
            put(whole, ADDED + SLIP);
            put(without, ADDED);
            let form = Cell::parse(whole).form;
            put(&format!("{form}.上年结转.合计"), SLIP);
        }
        Condition::Budget => return format!("某中心2024年部门决算\n{}", drawing(&figures, &[])),
    }
    drawing(&figures, &[])
}
