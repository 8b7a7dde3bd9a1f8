//! Figures as drawings of the forms that they stand in.
use super::{Cell, Figures};
use gouji::forms::{self, ColumnForm, Form, PanelForm, RowForm, Rows};

/// The tables of these figures. Cells that are to be lacking are so if any layout lacks them.
pub fn drawing(figures: &Figures, lacking: &[&Cell]) -> String {
    let mut names: Vec<&str> = figures.keys().map(|it| it.form.as_str()).collect();
    names.dedup();
    let tables = names.into_iter().map(|it| table(it, figures, lacking));
    tables.collect::<Vec<_>>().join("\n")
}

/// A row that stands in a half of a form.
pub fn any_row(panel: &PanelForm) -> &'static str {
    match panel.rows {
        Rows::Function => "201",
        Rows::Economic => "302",
        Rows::Named(rows) | Rows::Across(rows) => rows[0].name,
        Rows::Units | Rows::Free => "甲",
    }
}

fn table(name: &str, figures: &Figures, lacking: &[&Cell]) -> String {
    let cells: Vec<&Cell> = figures.keys().filter(|it| it.form == name).collect();
    let form = layout(name, &cells, lacking);
    let columns = columns(form, &cells);
    let halves = form.panels.iter().enumerate().map(|(half, panel)| {
        let own = cells.iter().filter(|it| half_of(form, it) == Some(half));
        let rows = rows(panel, own.map(|it| it.row.as_str()).collect());
        let rows = rows
            .into_iter()
            .map(|row| line(figures, name, row, &columns));
        rows.collect::<Vec<_>>().join("\n")
    });
    let halves: Vec<String> = halves.collect();
    format!("{name} | {}\n{}", columns.join(" | "), halves.join("\n|\n"))
}

/// The smallest layout of a form that has all of its cells, and as few as possible of those that are
/// to be lacking.
fn layout(name: &str, cells: &[&Cell], lacking: &[&Cell]) -> &'static Form {
    let forms = forms::CATALOGUE.iter().filter(|it| it.name == name);
    let fitting = forms.filter(|form| cells.iter().all(|it| half_of(form, it).is_some()));
    let prints = |form: &Form, cell: &Cell| {
        let mut columns = form.panels.iter().flat_map(|it| it.columns);
        cell.form == name && columns.any(|it| it.required && it.name == cell.column)
    };
    let cost = |form: &&&Form| {
        let printed = lacking.iter().filter(|it| prints(form, it));
        (printed.count(), form.panels.len())
    };
    fitting
        .min_by_key(cost)
        .unwrap_or_else(|| panic!("no layout of {name} has {cells:?}"))
}

/// The half of a form in which a cell stands.
fn half_of(form: &Form, cell: &Cell) -> Option<usize> {
    let row = cell.row.as_str();
    let has_column = |panel: &PanelForm| {
        let mut columns = panel.columns.iter();
        panel.columns.is_empty() || columns.any(|it| it.name == cell.column)
    };
    if is_sum(row) {
        let is_right = row.contains("支出") || row.contains("公用");
        let half = if is_right { form.panels.len() - 1 } else { 0 };
        return has_column(&form.panels[half]).then_some(half);
    }
    let mut panels = form.panels.iter();
    panels.position(|it| has_column(it) && has_row(it, row))
}

fn is_sum(row: &str) -> bool {
    row.ends_with("合计") || row.ends_with("总计")
}

fn has_row(panel: &PanelForm, row: &str) -> bool {
    match panel.rows {
        Rows::Function => row.starts_with('2') || row == "本年支出",
        Rows::Economic => row.starts_with('3'),
        Rows::Named(rows) => rows.iter().any(|it| it.name == row),
        Rows::Across(_) => false,
        Rows::Units | Rows::Free => true,
    }
}

/// The columns that the form has everywhere, and those of the cells.
fn columns<'a>(form: &'static Form, cells: &[&'a Cell]) -> Vec<&'a str> {
    let is_drawn =
        |column: &&ColumnForm| column.required || cells.iter().any(|it| it.column == column.name);
    let columns = form.panels.iter().flat_map(|it| it.columns);
    let known = columns.filter(is_drawn).map(|it| it.name);
    // A form that is no plain table has no columns on record.
    let named = cells.iter().map(|it| it.column.as_str());
    let mut names: Vec<&str> = Vec::new();
    for name in known.chain(named) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The rows of a half in the order of the form, one at least, sums last.
fn rows<'a>(panel: &PanelForm, mut rows: Vec<&'a str>) -> Vec<&'a str> {
    let order: &[RowForm] = match panel.rows {
        Rows::Named(rows) => rows,
        _ => &[],
    };
    if rows.iter().all(|it| is_sum(it)) {
        rows.push(any_row(panel));
    }
    rows.sort_by_key(|row| (is_sum(row), order.iter().position(|it| it.name == *row)));
    rows.dedup();
    rows
}

fn line(figures: &Figures, form: &str, row: &str, columns: &[&str]) -> String {
    let figure = |column: &&str| {
        let figure = figures.get(&Cell::new(form, row, column));
        figure.map_or(String::new(), |it| format!("{}.{:02}", it / 100, it % 100))
    };
    let figures: Vec<String> = columns.iter().map(figure).collect();
    format!("{row} | {}", figures.join(" | "))
}
