//! From the parts of a table to its rows, columns and facts.
use super::{
    Draft, first_place,
    identify::{Candidate, Half, Match, halves, identify},
    layout::ColumnLayout,
    rows::{self, Printed},
    surroundings::unit_of_account,
    words::{bare, key},
};
use crate::{
    budget::{
        Budget, CellName, Column, Fact, FactId, Panel, RowKind, Source, Spot, Table, Unreadable,
    },
    document::{Block, Cell, Document, Grid},
    forms::{ColumnForm, PanelForm},
    money::{Amount, Printed as Figure, Unit, read_figure},
};

/// Grids of a table with their cells by position.
struct Page<'a> {
    grid: &'a Grid,
    positions: Vec<Option<usize>>,
    block: usize,
    /// Behind the last heading row.
    body: usize,
}

impl<'a> Page<'a> {
    fn cell(&self, row: usize, column: usize) -> Option<&'a Cell> {
        let index = self.positions.get(row * self.grid.columns + column)?;
        let cell = &self.grid.cells[(*index)?];
        // A heading merged too far down leaves the body blank.
        (cell.row >= self.body || row < self.body).then_some(cell)
    }

    fn text(&self, row: usize, column: usize) -> &'a str {
        self.cell(row, column).map_or("", |it| it.text.as_str())
    }
}

/// A body row: which page of the table, and which row of its grid.
type Line = (usize, usize);

/// Builds the table of a draft and adds its facts; `None` if it has no figures' columns.
pub fn assemble(document: &Document, draft: &Draft, budget: &mut Budget) -> Option<Table> {
    let pages: Vec<Page> = draft
        .parts
        .iter()
        .filter_map(|it| page(document, it))
        .collect();
    let first = draft.parts.first()?;
    let body = |(page, part): (usize, &super::Layout)| {
        part.body
            .iter()
            .map(move |row| (page, *row))
            .collect::<Vec<Line>>()
    };
    let lines: Vec<Line> = draft.parts.iter().enumerate().flat_map(body).collect();
    let halves = halves(&first.columns);
    if halves.is_empty() {
        return None;
    }
    let printed: Vec<Vec<(Line, Printed)>> = halves
        .iter()
        .map(|half| printed(&pages, &lines, half))
        .collect();
    let title = title(draft);
    let found = identify(&Candidate {
        title: &title,
        columns: &first.columns,
        halves: &halves,
        rows: &printed
            .iter()
            .map(|it| codes_and_labels(it))
            .collect::<Vec<_>>(),
    });
    if found.is_none() && !worth_checking(&printed, &halves) {
        return None;
    }
    let unit = unit(draft, &first.columns);
    let mut table = Table {
        name: name(budget, &title, found.as_ref()),
        form: found.as_ref().map(|it| it.form),
        title,
        unit,
        blocks: draft.parts.iter().map(|it| it.block).collect(),
        panels: Vec::new(),
        empty_note: draft
            .parts
            .last()
            .and_then(|it| it.notes.first().cloned())
            .or_else(|| draft.around.note.clone()),
        at: first_place(document, first.block),
        certain: true,
    };
    for (index, half) in halves.iter().enumerate() {
        let form = found
            .as_ref()
            .map(|it| (&it.form.panels[index], it.columns[index].as_slice()));
        let panel = panel(
            budget,
            &table,
            &pages,
            half,
            &printed[index],
            &first.columns,
            form,
        );
        table.panels.push(panel);
    }
    let facts = table
        .panels
        .iter()
        .flat_map(|it| it.cells.iter().copied().flatten());
    budget.settle_steps(&facts.collect::<Vec<_>>());
    Some(table)
}

fn page<'a>(document: &'a Document, part: &super::Layout) -> Option<Page<'a>> {
    match document.blocks.get(part.block)? {
        Block::Grid(grid) => Some(Page {
            grid,
            positions: grid.positions(),
            block: part.block,
            body: part.headings.1,
        }),
        Block::Paragraph(_) => None,
    }
}

fn title(draft: &Draft) -> String {
    let captions = draft
        .parts
        .first()
        .map_or(&[][..], |it| it.captions.as_slice());
    let inside = captions
        .iter()
        .find(|it| super::surroundings::is_title(&key(it)));
    inside.unwrap_or(&draft.around.title).clone()
}

/// The unit of account: in the lines above the table, in its captions, or in a heading's brackets.
fn unit(draft: &Draft, columns: &[ColumnLayout]) -> Option<Unit> {
    let captions = draft
        .parts
        .iter()
        .flat_map(|it| &it.captions)
        .find_map(|it| unit_of_account(it));
    let in_brackets = |heading: &String| {
        let plain = key(heading);
        let inside = plain.split_once('(')?.1.split_once(')')?.0;
        Unit::at_start(inside.trim_start_matches("单位:"))
            .filter(|it| it.name() == inside.trim_start_matches("单位:"))
    };
    let headings = || {
        columns
            .iter()
            .flat_map(|it| &it.headings)
            .find_map(in_brackets)
    };
    captions.or(draft.around.unit).or_else(headings)
}

/// The name of the form, or the title; a second table of a name gets `#2`.
fn name(budget: &Budget, title: &str, found: Option<&Match>) -> String {
    let name = match found {
        Some(found) => found.form.name.to_owned(),
        None if title.is_empty() => format!("表{}", budget.tables.len() + 1),
        None => bare(title).replace('.', ""),
    };
    let taken = |name: &str| budget.table(name).is_some();
    if !taken(&name) {
        return name;
    }
    (2..)
        .map(|nth| format!("{name}#{nth}"))
        .find(|it| !taken(it))
        .unwrap_or(name)
}

/// What the code and label columns of a half say, for rows that say or hold anything there.
fn printed(pages: &[Page], lines: &[Line], half: &Half) -> Vec<(Line, Printed)> {
    let texts = |(page, row): Line, columns: &[usize]| -> Vec<String> {
        columns
            .iter()
            .map(|it| pages[page].text(row, *it).to_owned())
            .collect()
    };
    let read = |line: &Line| {
        let (codes, labels) = (texts(*line, &half.codes), texts(*line, &half.labels));
        let names = half.labels.first().or(half.codes.first());
        let at = names.map(|column| (pages[line.0].block, line.1, *column));
        (*line, Printed { codes, labels, at })
    };
    let says = |(line, printed): &(Line, Printed)| {
        let words = printed
            .codes
            .iter()
            .chain(&printed.labels)
            .any(|it| !it.trim().is_empty());
        words
            || texts(*line, &half.amounts)
                .iter()
                .any(|it| !it.trim().is_empty())
    };
    lines.iter().map(read).filter(says).collect()
}

fn codes_and_labels(printed: &[(Line, Printed)]) -> Vec<(Option<String>, String)> {
    let lines: Vec<Printed> = printed.iter().map(|it| it.1.clone()).collect();
    let told = rows::rows(&lines, None);
    told.into_iter()
        .filter(|it| it.kind == RowKind::Item || it.kind == RowKind::OfWhich)
        .map(|it| (it.code, it.label))
        .collect()
}

/// A grid of words (a list of terms, a table of contents) is no table of figures.
fn worth_checking(printed: &[Vec<(Line, Printed)>], halves: &[Half]) -> bool {
    halves.iter().any(|it| !it.amounts.is_empty()) && printed.iter().any(|it| it.len() > 1)
}

fn panel(
    budget: &mut Budget,
    table: &Table,
    pages: &[Page],
    half: &Half,
    printed: &[(Line, Printed)],
    columns: &[ColumnLayout],
    form: Option<(&'static PanelForm, &[Option<&'static ColumnForm>])>,
) -> Panel {
    let lines: Vec<Printed> = printed.iter().map(|it| it.1.clone()).collect();
    let mut panel = Panel {
        columns: name_columns(half, columns, form.map(|it| it.1)),
        rows: rows::rows(&lines, form.map(|it| &it.0.rows)),
        cells: Vec::new(),
    };
    for (row, (line, _)) in panel.rows.iter().zip(printed) {
        for (column, position) in panel.columns.iter().zip(&half.amounts) {
            let name = CellName::new(&table.name, &row.name, &column.name);
            panel.cells.push(fact(
                budget,
                table,
                &pages[line.0],
                (line.1, *position),
                name,
            ));
        }
    }
    panel
}

fn name_columns(
    half: &Half,
    columns: &[ColumnLayout],
    known: Option<&[Option<&'static ColumnForm>]>,
) -> Vec<Column> {
    let mut named: Vec<Column> = Vec::new();
    for (place, position) in half.amounts.iter().enumerate() {
        let form = known.and_then(|it| it[place]);
        let printed = key(columns[*position].leaf());
        let mut name = form.map_or(printed, |it| it.name.to_owned());
        if name.is_empty() || named.iter().any(|it| it.name == name) {
            name = format!("{name}#{}", place + 1);
        }
        named.push(Column {
            name,
            headings: columns[*position].headings.clone(),
            known: form.is_some(),
        });
    }
    named
}

/// The fact of a cell, a blank included; `None` where something unreadable stands.
fn fact(
    budget: &mut Budget,
    table: &Table,
    page: &Page,
    (row, column): (usize, usize),
    name: CellName,
) -> Option<FactId> {
    let cell = page.cell(row, column);
    let text = cell.map_or("", |it| it.text.trim());
    let unit = table.unit.unwrap_or(budget.usual_unit);
    let amount = match read_figure(text) {
        Figure::Figure(figure) => Amount::printed(figure, unit.scale()),
        Figure::Blank => Amount::NIL,
        Figure::Unreadable => {
            budget.unreadable.push(Unreadable {
                name,
                text: text.to_owned(),
                source: source(page, row, column, cell),
            });
            return None;
        }
    };
    Some(budget.add(Fact {
        name,
        amount,
        unit,
        text: text.to_owned(),
        source: source(page, row, column, cell),
    }))
}

fn source(page: &Page, row: usize, column: usize, cell: Option<&Cell>) -> Source {
    Source {
        block: page.block,
        spot: Spot::Cell { row, column },
        at: cell.map(|it| it.at.clone()),
    }
}
