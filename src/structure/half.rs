//! One half of a recognised table, read by the names of its columns.
use crate::{
    budget::{Budget, Panel, Row},
    forms::classification::FUNCTION_CLASSES,
    money::Amount,
};

/// One half of a table.
#[derive(Clone, Copy)]
pub struct Half<'a> {
    budget: &'a Budget,
    /// Its rows and columns.
    pub panel: &'a Panel,
}

impl<'a> Half<'a> {
    /// The half of this number of the first table of this form, if a figure other than nil is in it.
    pub fn of(budget: &'a Budget, form: &str, number: usize) -> Option<Self> {
        let panel = budget.table(form)?.panels.get(number)?;
        let money = |it: &crate::budget::FactId| !budget.fact(*it).amount.is_nil();
        let half = Half { budget, panel };
        panel.cells.iter().flatten().any(money).then_some(half)
    }

    /// Every half of a form's first table that has money in it.
    pub fn all(budget: &'a Budget, form: &str) -> Vec<Self> {
        let halves = budget.table(form).map_or(0, |it| it.panels.len());
        (0..halves)
            .filter_map(|it| Half::of(budget, form, it))
            .collect()
    }

    /// A figure; nil where the table has no such place.
    pub fn amount(&self, row: usize, column: usize) -> Amount {
        let fact = self.panel.fact(row, column);
        fact.map_or(Amount::NIL, |it| self.budget.fact(it).amount)
    }

    /// A figure of a column that the form names; nil where the table has no such place.
    pub fn under(&self, row: usize, column: &str) -> Amount {
        let column = self.panel.column(column);
        column.map_or(Amount::NIL, |it| self.amount(row, it))
    }

    /// Whether its rows are classes: some regions' 支出总表 tells in one row what is basic and what is for
    /// projects.
    pub fn has_codes(&self) -> bool {
        self.panel.rows.iter().any(|it| it.code.is_some())
    }

    /// The row of this name.
    pub fn row(&self, name: &str) -> Option<usize> {
        self.panel.rows.iter().position(|it| it.name.is(name))
    }

    /// Rows that stand below no other, or below their unit, each with the key of the class it
    /// belongs to.
    pub fn classes(&self) -> impl Iterator<Item = (usize, String)> + use<'a> {
        let panel = self.panel;
        let tops = panel.children(None).flat_map(|it| classes_of(panel, it));
        tops.map(move |it| (it, class(&panel.rows[it])))
    }

    /// The printed items directly below a row.
    pub fn below(&self, row: usize) -> Vec<usize> {
        self.panel.children(Some(row)).collect()
    }
}

/// The row itself; of a unit or a department the rows of codes below it.
fn classes_of(panel: &Panel, row: usize) -> Vec<usize> {
    let below: Vec<usize> = panel.children(Some(row)).collect();
    if panel.rows[row].code.is_some() || below.is_empty() {
        return vec![row];
    }
    let tops: Vec<usize> = below
        .into_iter()
        .flat_map(|it| classes_of(panel, it))
        .collect();
    match tops.iter().all(|it| panel.rows[*it].code.is_some()) {
        true => tops,
        false => vec![row],
    }
}

/// The class that a top row belongs to: the three digits of its code, or its label.
fn class(row: &Row) -> String {
    let code = row.code.as_deref().and_then(|it| it.get(..3));
    code.unwrap_or(&row.label).to_owned()
}

/// `201 一般公共服务支出`: the class as the document names it.
pub fn class_name(budget: &Budget, key: &str, forms: &[&str]) -> String {
    let tables = forms.iter().filter_map(|it| budget.table(it));
    let mut rows = tables.flat_map(|it| it.panels.iter().flat_map(|it| &it.rows));
    let printed = rows
        .find(|it| it.code.as_deref() == Some(key) && !it.label.is_empty())
        .map(|it| it.label.as_str());
    let official = || {
        let known = FUNCTION_CLASSES.iter().find(|it| it.0 == key)?;
        known.1.first().copied()
    };
    match printed.or_else(official) {
        Some(name) => format!("{key} {name}"),
        None => key.to_owned(),
    }
}
