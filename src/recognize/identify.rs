//! Which form a table is an instance of: by its columns and codes first, by its title second.
use super::{
    across,
    layout::{ColumnLayout, Role},
    rows,
    surroundings::year_in,
    units::is_of_units,
};
use crate::{
    forms::{CATALOGUE, ColumnForm, Form, PanelForm, Rows, title},
    words::{Closeness, Numbering, bare, key, numbering},
};

/// Columns of one side-by-side half of a grid, as indices into its columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Half {
    /// Columns of codes or parts of codes, left to right.
    pub codes: Vec<usize>,
    /// Columns of names.
    pub labels: Vec<usize>,
    /// Columns that say to which unit a row belongs, where codes stand beside them.
    pub units: Vec<usize>,
    /// Columns of names by another classification than that of the codes.
    pub others: Vec<usize>,
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
        .iter_mut()
        .for_each(|it| set_units_apart(it, columns));
    halves
        .iter_mut()
        .for_each(|it| set_classifications_apart(it, columns));
    halves
}

/// Where codes and names stand twice, as those of the department's and the government's economic
/// classes do, rows go by the department's, or else by the first.
fn set_classifications_apart(half: &mut Half, columns: &[ColumnLayout]) {
    let parts = |pair: &[usize]| half.labels.iter().any(|it| pair[0] < *it && *it < pair[1]);
    let mut begins: Vec<usize> = half.codes.first().copied().into_iter().collect();
    begins.extend(half.codes.windows(2).filter(|it| parts(it)).map(|it| it[1]));
    let has_first = half.labels.first() > half.codes.first();
    if begins.len() < 2 || !has_first {
        return;
    }
    let says =
        |column: usize, word: &str| columns[column].headings.iter().any(|it| it.contains(word));
    let of_department = |it: &usize| says(*it, "部门") && !says(*it, "政府");
    let beside = begins.iter().any(|it| says(*it, "政府"));
    let own = begins
        .iter()
        .copied()
        .find(|it| beside && of_department(it));
    let own = own.unwrap_or(begins[0]);
    let next = begins
        .into_iter()
        .find(|it| *it > own)
        .unwrap_or(usize::MAX);
    let is_own = |it: &usize| own <= *it && *it < next;
    half.codes.retain(is_own);
    (half.labels, half.others) = half.labels.iter().partition(|it| is_own(it));
}

/// Columns of units are no codes and names of rows, where other columns are.
fn set_units_apart(half: &mut Half, columns: &[ColumnLayout]) {
    let part = |places: &[usize]| -> (Vec<usize>, Vec<usize>) {
        places.iter().partition(|it| is_of_units(&columns[**it]))
    };
    let (codes_of_units, codes) = part(&half.codes);
    let (names_of_units, names) = part(&half.labels);
    // 单位编码 | 单位名称（科目）: the rows below a unit's are its codes and names of 科目.
    let holds_both = |it: &usize| columns[*it].leaf().contains("科目");
    if codes.is_empty() && names.iter().any(holds_both) {
        return;
    }
    if !codes.is_empty() && !names.is_empty() {
        half.units = codes_of_units.into_iter().chain(names_of_units).collect();
        (half.codes, half.labels) = (codes, names);
    } else if codes.is_empty() && !half.labels.is_empty() {
        (half.units, half.codes) = (codes_of_units, codes);
    }
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

impl Match {
    /// How many columns the form knows.
    fn known(&self) -> usize {
        self.columns.iter().flatten().flatten().count()
    }
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

/// The form that fits: one that the title names before one that the columns alone tell.
pub fn identify(table: &Candidate) -> Option<Match> {
    let named = title::named(&bare(table.title));
    let mut fitting: Vec<Match> = named.into_iter().filter_map(|it| fit(it, table)).collect();
    fitting.sort_by_key(|it| std::cmp::Reverse(it.known()));
    fitting.into_iter().next().or_else(|| by_columns(table))
}

/// The one form whose columns are these and nothing else's.
fn by_columns(table: &Candidate) -> Option<Match> {
    let fitting = CATALOGUE
        .iter()
        .filter(|form| told_by_columns(form, table))
        .filter_map(|form| fit(form, table));
    let mut fitting: Vec<Match> = fitting.collect();
    fitting.retain(|it| it.columns.iter().flatten().all(Option::is_some));
    fitting.sort_by_key(|it| std::cmp::Reverse(it.known()));
    match fitting.as_slice() {
        [] => None,
        [first, second, ..]
            if first.known() == second.known() && first.form.name != second.form.name =>
        {
            None
        }
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
    let amounts = || table.halves.iter().map(|it| it.amounts.len());
    form.panels.iter().all(|panel| match panel.rows {
        Rows::Named(_) => true,
        Rows::Across(_) | Rows::Free => amounts().max() > Some(4),
        Rows::Function => amounts().max() > Some(3) || form.panels.len() > 1,
        Rows::Economic => panel.columns.len() > 1 && amounts().max() > Some(1),
        Rows::Units => false,
    })
}

/// Names the columns after the form; `None` if one that it has everywhere is lacking, or the
/// rows are of another kind. Halves that the form does not have stay without names.
fn fit(form: &'static Form, table: &Candidate) -> Option<Match> {
    let (halves, panels) = (table.halves.len(), form.panels.len());
    let as_many = halves == panels || (panels > 1 && halves > panels);
    if !as_many || form.panels[0].columns.is_empty() {
        return None;
    }
    let mut columns: Vec<Vec<Option<&'static ColumnForm>>> = Vec::new();
    for (index, (half, rows)) in table.halves.iter().zip(table.rows).enumerate() {
        let Some(panel) = form.panels.get(index) else {
            columns.push(vec![None; half.amounts.len()]);
            continue;
        };
        if !rows_fit(&panel.rows, rows) {
            return None;
        }
        columns.push(match panel.rows {
            Rows::Across(items) => {
                across::columns(items, panel.columns, &half.amounts, table.columns)?
            }
            _ => name_columns(panel, half, table.columns)?,
        });
    }
    let in_form = columns[..panels].iter().flatten();
    let unknown = in_form.clone().filter(|it| it.is_none()).count();
    (unknown * 2 <= in_form.count()).then_some(Match { form, columns })
}

fn rows_fit(kind: &Rows, rows: &[Told]) -> bool {
    let codes = || rows.iter().filter_map(|(code, _)| code.as_deref());
    let coded = |first: char| codes().filter(|it| it.starts_with(first)).count() * 2;
    // An empty table is of any kind.
    let placeholder = |(code, label): &Told| code.is_none() && rows::is_placeholder(label);
    if rows.iter().all(placeholder) {
        return true;
    }
    match kind {
        Rows::Function => {
            let by_name = |(_, label): &&Told| rows::class_of(label).is_some();
            coded('2') > codes().count()
                || (codes().next().is_none() && rows.iter().any(|it| by_name(&it)))
        }
        Rows::Economic => coded('3') > codes().count(),
        Rows::Named(known) => {
            let named = |(_, label): &&Told| known.iter().any(|row| rows::names_row(row, label));
            rows.iter().filter(named).count() * 2 >= rows.len()
        }
        Rows::Across(_) => true,
        Rows::Free | Rows::Units => codes().next().is_none(),
    }
}

/// A panel's columns named after the form.
pub(super) fn name_columns(
    panel: &'static PanelForm,
    half: &Half,
    columns: &[ColumnLayout],
) -> Option<Vec<Option<&'static ColumnForm>>> {
    let mut taken: Vec<Option<&'static ColumnForm>> = vec![None; half.amounts.len()];
    let year = current_year(columns);
    // What must stand below a certain heading goes before what may stand anywhere.
    let mut forms: Vec<&'static ColumnForm> = panel.columns.iter().collect();
    forms.sort_by_key(|it| it.under.is_empty());
    // Exact spellings first, so that 资本性支出（基本建设） does not take the place of 资本性支出.
    for closeness in [Closeness::Key, Closeness::Bare] {
        let called: Vec<String> = half
            .amounts
            .iter()
            .map(|it| called(panel, &columns[*it], year, closeness))
            .collect();
        for form in &forms {
            if taken.iter().flatten().any(|it| std::ptr::eq(*it, *form)) {
                continue;
            }
            let is_it = |place: &usize| {
                taken[*place].is_none()
                    && spells(form, &called[*place], closeness)
                    && !is_only_planned(form, &called[*place], &called)
                    && (is_under(form, &columns[half.amounts[*place]], year)
                        || closeness.is(form.name, &called[*place]))
            };
            if let Some(place) = (0..taken.len()).find(is_it) {
                taken[place] = Some(form);
            }
        }
    }
    let lacking =
        |form: &ColumnForm| form.required && !taken.iter().flatten().any(|it| it.name == form.name);
    (!panel.columns.iter().any(lacking)).then_some(taken)
}

/// What a column is called: its lowest heading, or the group that a 小计 sums.
fn called(
    panel: &PanelForm,
    column: &ColumnLayout,
    year: Option<u16>,
    closeness: Closeness,
) -> String {
    let said = |it: &String| {
        let text = closeness.of(it);
        // That it is one of several is no part of its name.
        let name = match numbering(&text) {
            (Some(Numbering::OfWhich), name) if !name.is_empty() => name,
            _ => &text,
        };
        relative(name, year)
    };
    let leaf = column.headings.last().map(said).unwrap_or_default();
    let sum = matches!(leaf.as_str(), "小计" | "合计" | "金额" | "总计");
    let group = column.headings.iter().rev().nth(1).map(said);
    match group {
        Some(group) if sum && panel.columns.iter().any(|it| spells(it, &group, closeness)) => group,
        _ => leaf,
    }
}

fn spells(form: &ColumnForm, called: &str, closeness: Closeness) -> bool {
    let mut spelled = std::iter::once(&form.name).chain(form.spellings);
    spelled.any(|it| closeness.is(it, called))
}

/// Whether a column is what was planned, where what became of it stands beside: then it is not what
/// the form is about.
fn is_only_planned(form: &ColumnForm, called: &str, beside: &[String]) -> bool {
    let is_final = |it: &str| it.ends_with("决算数");
    called.ends_with("预算数")
        && form.spellings.iter().any(|it| is_final(it))
        && beside.iter().any(|it| is_final(it))
}

fn is_under(form: &ColumnForm, column: &ColumnLayout, year: Option<u16>) -> bool {
    let outer = || column.headings.iter().map(|it| relative(&bare(it), year));
    form.under.is_empty() || outer().any(|it| form.under.contains(&it.as_str()))
}

/// The latest year that the headings name.
pub(super) fn current_year(columns: &[ColumnLayout]) -> Option<u16> {
    let headings = columns.iter().flat_map(|it| &it.headings);
    headings.filter_map(|it| year_in(&key(it))).max()
}

/// `2026年预算数` is 本年预算数 where 2026 is the latest year, and 2025 is 上年.
pub(super) fn relative(heading: &str, current: Option<u16>) -> String {
    let (Some(year), Some(current)) = (year_in(heading), current) else {
        return heading.to_owned();
    };
    let Some((_, rest)) = heading.split_once(&format!("{year}年")) else {
        return heading.to_owned();
    };
    let rest = rest.trim_start_matches('度');
    match current - year {
        0 => format!("本年{rest}"),
        1 => format!("上年{rest}"),
        _ => heading.to_owned(),
    }
}
