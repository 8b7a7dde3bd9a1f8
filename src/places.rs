//! Where a figure stands, in words: the place in its table, or what its sentence speaks of.
mod gloss;
mod spoken;

use crate::{
    budget::{Budget, Fact, FactId, RowKind},
    claim::{Constraint, Relation, Term},
    money::grouped,
    note::Message,
};
use gloss::{glossed, named};
use spoken::{of_sentence, of_sentence_en};
use std::{borrow::Cow, collections::HashMap};

/// Labels of rows and columns, to say where a figure stands.
pub struct Places<'a> {
    budget: &'a Budget,
    /// Table, row label and column name of each fact of a table.
    labels: HashMap<FactId, Place<'a>>,
}

#[derive(Debug, Clone)]
struct Place<'a> {
    table: Cow<'a, str>,
    row: Cow<'a, str>,
    column: Cow<'a, str>,
    /// Whether the table has but one amount column in this half.
    only_column: bool,
}

impl<'a> Places<'a> {
    /// Reads the labels off the tables.
    pub fn new(budget: &'a Budget) -> Self {
        let mut labels = HashMap::new();
        for table in &budget.tables {
            for panel in &table.panels {
                let width = panel.columns.len().max(1);
                for (cell, fact) in panel.cells.iter().enumerate() {
                    let (Some(row), Some(column)) = (
                        panel.rows.get(cell / width),
                        panel.columns.get(cell % width),
                    ) else {
                        continue;
                    };
                    let named = row.label.is_empty()
                        || matches!(row.kind, RowKind::Total | RowKind::Subtotal);
                    let place = Place {
                        table: table.label(),
                        row: if named {
                            row.name.text()
                        } else {
                            row.label.as_str().into()
                        },
                        column: column.name.text(),
                        only_column: width == 1,
                    };
                    labels.extend(fact.map(|it| (it, place)));
                }
            }
        }
        Places { budget, labels }
    }

    /// `支出总表“事业运行”行“基本支出”列`
    pub fn place(&self, id: FactId) -> String {
        match self.labels.get(&id) {
            Some(place) if place.only_column => format!("{}“{}”", place.table, place.row),
            Some(place) => format!("{}“{}”行“{}”列", place.table, place.row, place.column),
            None => of_sentence(self.budget, self.budget.fact(id)),
        }
    }

    /// `支出总表 (expenditure) row “事业运行” column “基本支出” (basic expenditure)` for English readers.
    pub fn place_en(&self, id: FactId) -> String {
        match self.labels.get(&id) {
            Some(place) if place.only_column => {
                format!("{} {}", named(&place.table), glossed(&place.row))
            }
            Some(place) => format!(
                "{} row {} column {}",
                named(&place.table),
                glossed(&place.row),
                glossed(&place.column)
            ),
            None => of_sentence_en(self.budget, self.budget.fact(id)),
        }
    }

    /// The place in both languages.
    pub fn name(&self, id: FactId) -> Message {
        Message::new(self.place(id), self.place_en(id))
    }

    /// What all figures of a constraint have in common, and what tells each from the others.
    pub fn telling(&self, constraint: &Constraint) -> Telling<'_> {
        let places: Vec<Option<&Place>> = constraint
            .terms()
            .map(|(_, id)| self.labels.get(&id))
            .collect();
        let all = |same: fn(&Place, &Place) -> bool| {
            places
                .windows(2)
                .all(|pair| matches!((pair[0], pair[1]), (Some(a), Some(b)) if same(a, b)))
        };
        let (table, row, column) = (
            all(|a, b| a.table == b.table),
            all(|a, b| a.table == b.table && a.row == b.row),
            all(|a, b| a.table == b.table && a.column == b.column),
        );
        let first = places.first().copied().flatten();
        Telling {
            places: self,
            common: match first {
                Some(place) if row => Some((&*place.table, Some(&*place.row))),
                Some(place) if column && !place.only_column => {
                    Some((&*place.table, Some(&*place.column)))
                }
                Some(place) if table => Some((&*place.table, None)),
                _ => None,
            },
            by: match (row, column, table) {
                (true, _, _) => By::Column,
                (_, true, _) => By::Row,
                (_, _, true) => By::Cell,
                _ => By::Everything,
            },
        }
    }
}

/// How the figures of one constraint are told apart.
pub struct Telling<'a> {
    places: &'a Places<'a>,
    /// The table, and the row or column that all figures share.
    common: Option<(&'a str, Option<&'a str>)>,
    by: By,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Column,
    Row,
    Cell,
    Everything,
}

/// More parts than this are shown as figures without their labels.
const LABELLED_PARTS: usize = 5;

impl Telling<'_> {
    /// `支出总表“事业运行”行：` or nothing where the figures have nothing in common.
    pub fn common(&self) -> String {
        match (self.common, self.by) {
            (Some((table, Some(shared))), By::Column) => format!("{table}“{shared}”行"),
            (Some((table, Some(shared))), _) => format!("{table}“{shared}”列"),
            (Some((table, None)), _) => table.to_owned(),
            (None, _) => String::new(),
        }
    }

    /// The label of a figure.
    fn label(&self, id: FactId) -> String {
        let Some(place) = self.places.labels.get(&id) else {
            let budget = self.places.budget;
            return of_sentence(budget, budget.fact(id));
        };
        match self.by {
            By::Column => place.column.to_string(),
            By::Row => place.row.to_string(),
            By::Cell if place.only_column => place.row.to_string(),
            By::Cell => format!("{}·{}", place.row, place.column),
            By::Everything if place.only_column => format!("{}·{}", place.table, place.row),
            By::Everything => format!("{}·{}·{}", place.table, place.row, place.column),
        }
    }

    /// `合计 = 基本支出 + 项目支出`
    pub fn formula(&self, constraint: &Constraint) -> String {
        let side = |terms: &[Term]| join(terms, |term| self.label(term.fact));
        format!(
            "{} {} {}",
            side(&constraint.left),
            sign(constraint),
            side(&constraint.right)
        )
    }

    /// `合计 319.78 ≠ 基本支出 234.42 + 项目支出 40.34`; blanks are left out.
    pub fn filled(&self, constraint: &Constraint, broken: bool) -> String {
        let budget = self.places.budget;
        let parts = constraint.right.len() + constraint.left.len();
        let one_unit = has_one_unit(budget, constraint);
        let first = constraint.terms().next().map(|it| budget.fact(it.1));
        let side = |terms: &[Term]| {
            let printed: Vec<Term> = terms
                .iter()
                .copied()
                .filter(|it| budget.fact(it.fact).is_printed())
                .collect();
            let figure = |term: &Term| match (one_unit, first) {
                (false, Some(first)) => in_unit_of(first, budget.fact(term.fact)),
                _ => budget.fact(term.fact).text.clone(),
            };
            let text = |term: &Term| match printed.len() > LABELLED_PARTS
                || parts > 2 * LABELLED_PARTS && terms.len() > 1
            {
                true => figure(term),
                false => format!("{} {}", self.label(term.fact), figure(term)),
            };
            match (printed.is_empty(), terms.first()) {
                (false, _) => join(&printed, text),
                (true, Some(only)) if terms.len() == 1 => {
                    format!("{}（空白）", self.label(only.fact))
                }
                (true, Some(_)) => "0（各项均为空白）".to_owned(),
                (true, None) => absent(constraint),
            }
        };
        let sign = match (broken, constraint.relation) {
            (true, Relation::Equal) => "≠",
            (true, Relation::AtMost) => ">",
            (false, _) => sign(constraint),
        };
        format!(
            "{} {sign} {}",
            side(&constraint.left),
            side(&constraint.right)
        )
    }
}

/// Whether all figures of a constraint are printed in one unit.
pub fn has_one_unit(budget: &Budget, constraint: &Constraint) -> bool {
    let mut printed = constraint.terms().map(|it| budget.fact(it.1));
    let first = printed.next().map(|it| it.unit);
    printed.all(|it| Some(it.unit) == first || !it.is_printed())
}

/// A figure in the unit of another: `208.80 万元（表中 2,087,959.00 元）`.
fn in_unit_of(first: &Fact, fact: &Fact) -> String {
    let unit = first.unit;
    if fact.unit == unit {
        return format!("{} {unit}", fact.text);
    }
    let mut figure = (fact.amount.value / unit.scale()).round_dp(SHOWN_DECIMALS);
    figure.rescale(SHOWN_DECIMALS);
    let converted = grouped(&figure.to_string());
    let printed = match fact.text.contains(',') {
        true => fact.text.clone(),
        false => grouped(&fact.text),
    };
    format!("{converted} {unit}（表中 {printed} {}）", fact.unit)
}

/// Decimals of a figure that is shown in another unit than its own.
const SHOWN_DECIMALS: u32 = 2;

/// `支出总表没有 2080505 这一行`
fn absent(constraint: &Constraint) -> String {
    match constraint.absent.first() {
        Some(cell) => format!("{}（没有 {} 这一行）", cell.table, cell.row),
        None => "0".to_owned(),
    }
}

fn sign(constraint: &Constraint) -> &'static str {
    match constraint.relation {
        Relation::Equal => "=",
        Relation::AtMost => "≤",
    }
}

/// Terms with their signs between them.
pub(crate) fn join(terms: &[Term], text: impl Fn(&Term) -> String) -> String {
    let mut joined = String::new();
    for (index, term) in terms.iter().enumerate() {
        joined += match (index, term.minus) {
            (0, false) => "",
            (0, true) => "- ",
            (_, false) => " + ",
            (_, true) => " - ",
        };
        joined += &text(term);
    }
    joined
}
