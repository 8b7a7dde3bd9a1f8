//! Tables of one wide row: each column is what a row is in the other layouts of the form.
use super::{
    identify::{current_year, relative},
    layout::ColumnLayout,
    rows::names_row,
};
use crate::{
    budget::{Row, RowKind},
    forms::{ColumnForm, RowForm},
    words::bare,
};

/// A table is such a one only if the form knows so many of its columns.
const FEWEST_KNOWN: usize = 4;

/// A column as the row that it is.
#[derive(Debug, Clone)]
pub struct Crossing {
    /// The headings that say which row: none for the sum of all.
    path: Vec<String>,
    /// Which of the form's columns it stands in.
    pub period: &'static ColumnForm,
}

/// Reads the amount columns as rows; `None` if the form knows too few of them.
pub fn columns(
    items: &'static [RowForm],
    periods: &'static [ColumnForm],
    amounts: &[usize],
    columns: &[ColumnLayout],
) -> Option<Vec<Option<&'static ColumnForm>>> {
    let crossings = crossings(periods, amounts, columns)?;
    let known = |it: &&Crossing| {
        let label = it.path.last();
        label.is_none_or(|label| items.iter().any(|row| names_row(row, label)))
    };
    let known = crossings.iter().filter(known).count();
    let enough = known >= FEWEST_KNOWN && known * 4 >= crossings.len() * 3;
    enough.then(|| crossings.iter().map(|it| Some(it.period)).collect())
}

/// The amount columns as rows; `None` without a column of this year.
pub fn crossings(
    periods: &'static [ColumnForm],
    amounts: &[usize],
    columns: &[ColumnLayout],
) -> Option<Vec<Crossing>> {
    let usual = periods.first()?;
    let year = current_year(columns);
    let period_of = |heading: &String| {
        let said = relative(heading, year);
        let spelled = |it: &&ColumnForm| it.spellings.contains(&said.as_str()) || it.name == said;
        // 合计 is the sum of the row, not a period.
        periods.iter().find(|it| spelled(it) && said != usual.name)
    };
    let crossing = |column: &usize| {
        let headings: Vec<String> = columns[*column]
            .headings
            .iter()
            .map(|it| bare(it))
            .collect();
        let period = headings.iter().find_map(period_of).unwrap_or(usual);
        let mut path: Vec<String> = headings
            .into_iter()
            .filter(|it| period_of(it).is_none())
            .collect();
        let alone = path.len() == 1;
        let is_sum = |it: &String| {
            matches!(it.as_str(), "小计" | "合计" | "总计") || (alone && it.ends_with("合计"))
        };
        if path.last().is_some_and(is_sum) {
            path.pop();
        }
        Crossing { path, period }
    };
    Some(alone(
        amounts.iter().map(crossing).collect(),
        usual,
        periods,
    ))
}

/// Where no column is said to be of this year, all of one period are.
fn alone(
    mut crossings: Vec<Crossing>,
    usual: &'static ColumnForm,
    periods: &'static [ColumnForm],
) -> Vec<Crossing> {
    let of_budget = periods.get(1).map(|it| it.name);
    let has_usual = crossings
        .iter()
        .any(|it| it.period.name == usual.name && !it.path.is_empty());
    for it in &mut crossings {
        if !has_usual && Some(it.period.name) == of_budget {
            it.period = usual;
        }
    }
    crossings
}

/// The rows that the columns are, in their order, each once, and for each column its row.
pub fn rows(items: &'static [RowForm], crossings: &[Crossing]) -> (Vec<Row>, Vec<usize>) {
    let mut paths: Vec<&Vec<String>> = Vec::new();
    for it in crossings {
        if !paths.contains(&&it.path) {
            paths.push(&it.path);
        }
    }
    let of = |it: &Crossing| paths.iter().position(|path| **path == it.path);
    let rows = paths.iter().map(|path| row(items, path, &paths)).collect();
    (rows, crossings.iter().filter_map(of).collect())
}

fn row(items: &'static [RowForm], path: &[String], paths: &[&Vec<String>]) -> Row {
    let label = path.last().map_or("合计", String::as_str);
    let known = items.iter().find(|it| names_row(it, label));
    let parent = (1..path.len())
        .rev()
        .find_map(|length| paths.iter().position(|it| ***it == path[..length]));
    // The first item of the form is what the table is about: its sum is the total, even where
    // another column adds something else to it.
    let whole = |label: &str| items.first().is_some_and(|it| names_row(it, label));
    let has_whole = paths.iter().any(|it| it.last().is_some_and(|it| whole(it)));
    let name = match known {
        _ if path.is_empty() && !has_whole => "总计",
        _ if whole(label) => "总计",
        Some(known) => known.name,
        None => label,
    };
    Row {
        name: name.into(),
        label: label.to_owned(),
        code: None,
        kind: if path.is_empty() {
            RowKind::Total
        } else {
            RowKind::Item
        },
        parent,
        exhaustive: known.is_some_and(|it| it.exhaustive),
        label_at: None,
        lacks_code: false,
    }
}
