//! Which form a table is an instance of: by its columns and codes first, by its title second.
use super::{
    layout::{ColumnLayout, Role},
    words::{bare, key},
};
use crate::forms::{CATALOGUE, ColumnForm, Form, PanelForm, Rows};

/// Columns of one side-by-side half of a grid, as indices into its columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Half {
    /// Columns of codes or parts of codes, left to right.
    pub codes: Vec<usize>,
    /// Columns of names.
    pub labels: Vec<usize>,
    /// Columns of figures.
    pub amounts: Vec<usize>,
}

/// Parts a grid into halves: a column of names or codes behind figures begins a new one.
pub fn halves(columns: &[ColumnLayout]) -> Vec<Half> {
    let mut halves = vec![Half::default()];
    for (index, column) in columns.iter().enumerate() {
        let begins = matches!(column.role, Role::Code | Role::Label);
        if begins && halves.last().is_some_and(|it| !it.amounts.is_empty()) {
            halves.push(Half::default());
        }
        let Some(half) = halves.last_mut() else {
            continue;
        };
        match column.role {
            Role::Code => half.codes.push(index),
            Role::Label => half.labels.push(index),
            Role::Amount => half.amounts.push(index),
            Role::Words => {}
        }
    }
    halves.retain(|it| !it.amounts.is_empty());
    halves
}

/// A form with the columns of each half named after it.
#[derive(Debug, Clone)]
pub struct Match {
    /// The form.
    pub form: &'static Form,
    /// For each half and each of its amount columns, the form's column; `None` for one that the
    /// form does not know.
    pub columns: Vec<Vec<Option<&'static ColumnForm>>>,
}

/// The code and the name that a row tells.
pub type Told = (Option<String>, String);

/// What is known of a table before it is identified.
pub struct Candidate<'a> {
    /// Its title, if one is printed.
    pub title: &'a str,
    /// Columns of the grid.
    pub columns: &'a [ColumnLayout],
    /// Its halves.
    pub halves: &'a [Half],
    /// For each half, the codes and names that stand in its rows.
    pub rows: &'a [Vec<Told>],
}

/// The form that fits, if exactly one does.
pub fn identify(table: &Candidate) -> Option<Match> {
    let title = bare(table.title);
    let mut named: Vec<(usize, &'static Form)> = CATALOGUE
        .iter()
        .filter_map(|form| Some((title_match(form, &title)?, *form)))
        .collect();
    named.sort_by_key(|(length, _)| std::cmp::Reverse(*length));
    // A longer spelling contains the shorter one, which then says nothing.
    let by_title = named.first().and_then(|(_, form)| fit(form, table));
    by_title.or_else(|| by_columns(table))
}

/// Length of the longest of the form's titles that stands in this one.
fn title_match(form: &Form, title: &str) -> Option<usize> {
    let spellings = form.titles.iter().map(|it| bare(it));
    spellings
        .filter(|it| title.contains(it.as_str()))
        .map(|it| it.len())
        .max()
}

/// The one form whose columns are these and nothing else's.
fn by_columns(table: &Candidate) -> Option<Match> {
    let fitting = CATALOGUE
        .iter()
        .filter(|form| told_by_columns(form, table))
        .filter_map(|form| fit(form, table));
    let known = |it: &Match| it.columns.iter().flatten().flatten().count();
    let mut fitting: Vec<Match> = fitting.collect();
    fitting.sort_by_key(|it| std::cmp::Reverse(known(it)));
    match fitting.as_slice() {
        [] => None,
        [first, second, ..] if known(first) == known(second) => None,
        [first, ..] => Some(first.clone()),
    }
}

/// Whether a form can be told without its title: by an outer heading where it asks for one, by
/// rows that it prints, or by many columns.
fn told_by_columns(form: &Form, table: &Candidate) -> bool {
    if !form.outer_headings.is_empty() {
        let outer = table
            .columns
            .iter()
            .flat_map(|it| it.headings.iter().map(|it| bare(it)));
        return outer
            .into_iter()
            .any(|it| form.outer_headings.contains(&it.as_str()));
    }
    form.panels.iter().all(|panel| match panel.rows {
        Rows::Named(_) => true,
        Rows::Free => panel.columns.len() > 5,
        Rows::Function | Rows::Economic => panel.columns.len() > 1 || form.panels.len() > 1,
    })
}

/// Names the columns after the form; `None` if one that it has everywhere is lacking, or the
/// rows are of another kind.
fn fit(form: &'static Form, table: &Candidate) -> Option<Match> {
    if form.panels.len() != table.halves.len() || form.panels[0].columns.is_empty() {
        return None;
    }
    let mut columns = Vec::new();
    for ((panel, half), rows) in form.panels.iter().zip(table.halves).zip(table.rows) {
        if !rows_fit(&panel.rows, rows) {
            return None;
        }
        columns.push(name_columns(panel, half, table.columns)?);
    }
    Some(Match { form, columns })
}

fn rows_fit(kind: &Rows, rows: &[Told]) -> bool {
    let coded = |first: char| {
        let with_code: Vec<&String> = rows.iter().filter_map(|(code, _)| code.as_ref()).collect();
        let right = with_code.iter().filter(|it| it.starts_with(first)).count();
        right * 2 > with_code.len() || rows.is_empty()
    };
    match kind {
        Rows::Function => coded('2'),
        Rows::Economic => coded('3'),
        Rows::Named(known) => {
            let named =
                |(_, label): &&Told| known.iter().any(|row| super::rows::names_row(row, label));
            rows.iter().filter(named).count() * 2 >= rows.len()
        }
        Rows::Free => rows.iter().all(|(code, _)| code.is_none()),
    }
}

fn name_columns(
    panel: &'static PanelForm,
    half: &Half,
    columns: &[ColumnLayout],
) -> Option<Vec<Option<&'static ColumnForm>>> {
    let mut taken: Vec<Option<&'static ColumnForm>> = vec![None; half.amounts.len()];
    // Exact spellings first, so that 资本性支出（基本建设） does not take the place of 资本性支出.
    for closeness in [key as fn(&str) -> String, bare] {
        for form in panel.columns {
            if taken.iter().flatten().any(|it| std::ptr::eq(*it, form)) {
                continue;
            }
            let free = half.amounts.iter().enumerate().position(|(place, column)| {
                taken[place].is_none() && is_column(form, &columns[*column], closeness)
            });
            if let Some(place) = free {
                taken[place] = Some(form);
            }
        }
    }
    let lacking =
        |form: &ColumnForm| form.required && !taken.iter().flatten().any(|it| it.name == form.name);
    (!panel.columns.iter().any(lacking)).then_some(taken)
}

/// Whether a printed column is the form's column.
fn is_column(form: &ColumnForm, column: &ColumnLayout, closeness: fn(&str) -> String) -> bool {
    let leaf = closeness(column.leaf());
    let spelled = std::iter::once(&form.name).chain(form.spellings);
    let outer = || column.headings.iter().map(|it| bare(it));
    spelled.into_iter().any(|it| closeness(it) == leaf)
        && (form.under.is_empty() || outer().any(|it| form.under.contains(&it.as_str())))
}
