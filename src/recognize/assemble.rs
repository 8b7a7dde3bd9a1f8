//! From the parts of a table to its rows, columns and facts.
mod lines;
mod nesting;
mod page;
mod panel;
mod sides;

use super::{
    Draft, first_place,
    identify::{Candidate, Half, Match, Told, halves, identify},
    layout::ColumnLayout,
    rows,
    surroundings::unit_of_account,
};
use crate::{
    budget::{Budget, FactId, Panel, RowKind, Table, TableName},
    document::Document,
    forms::{Rows, form},
    money::{Printed, Unit, read_figure},
    words::{bare, key},
};
use page::{Line, Page, page};
use panel::{Builder, Known};
use sides::{Side, Strip, all_lines};
use std::collections::BTreeSet;

/// Builds the table of a draft and adds its facts; `None` if it has no figures' columns.
pub fn assemble(document: &Document, draft: &Draft, budget: &mut Budget) -> Option<Table> {
    let parts = draft.parts.iter();
    let mut pages: Vec<Page> = parts.filter_map(|it| page(document, it)).collect();
    let columns = &draft.parts.first()?.columns;
    let lines = lines(draft);
    let halves = halves(columns);
    if halves.is_empty() {
        return None;
    }
    for (page, row) in &lines {
        pages[*page].join(*row, &halves);
    }
    let title = title(draft);
    let apart = sides::each_half(&pages, &lines, halves);
    let found = form_of(&title, columns, &apart);
    let is_whole = |it: &Match| it.form.panels.len() >= apart.len();
    let (sides, found) = match found {
        Some(found) if is_whole(&found) => (apart, Some(found)),
        _ => {
            let sides = sides::joined(apart, &pages, columns);
            let found = form_of(&title, columns, &sides);
            (sides, found)
        }
    };
    if found.is_none() && !worth_checking(&pages, &sides) {
        return None;
    }
    let mut table = blank_table(document, draft, budget, title, found.as_ref());
    let mut builder = Builder {
        budget,
        table: &table,
        pages: &pages,
        columns,
        spanned: Vec::new(),
    };
    let known = |index: usize| found.as_ref().and_then(|it| known(it, index));
    let built = sides.iter().enumerate();
    let built: Vec<Panel> = built
        .map(|(index, side)| builder.panel(index, side, known(index)))
        .collect();
    let panels = builder.share_spanned(built);
    table.panels = panels;
    let facts = table.panels.iter().flat_map(|it| it.cells.iter().flatten());
    let money = facts.filter(|it| budget.fact(**it).unit != Unit::Percent);
    let facts: BTreeSet<FactId> = money.copied().collect();
    budget.settle_steps(&facts.into_iter().collect::<Vec<_>>());
    Some(table)
}

/// The form that a table is an instance of.
fn form_of(title: &str, columns: &[ColumnLayout], sides: &[Side]) -> Option<Match> {
    let halves: Vec<Half> = sides.iter().map(|it| it[0].half.clone()).collect();
    let rows: Vec<Vec<Told>> = sides.iter().map(codes_and_labels).collect();
    let found = identify(&Candidate {
        title,
        columns,
        halves: &halves,
        rows: &rows,
    });
    found.filter(|it| has_lines(it, sides))
}

/// Whether a table of one wide row has one, or one that is the sum of the others.
fn has_lines(found: &Match, sides: &[Side]) -> bool {
    let mut sides = found.form.panels.iter().zip(sides);
    sides.all(|(form, side)| {
        let is_wide = matches!(form.rows, Rows::Across(_));
        let lines = &side[0].printed;
        !is_wide || lines.len() < 2 || lines.iter().any(lines::is_sum)
    })
}

/// The rows of the body, page by page.
fn lines(draft: &Draft) -> Vec<Line> {
    let body = |(page, part): (usize, &super::Layout)| {
        part.body
            .iter()
            .map(move |row| (page, *row))
            .collect::<Vec<Line>>()
    };
    draft.parts.iter().enumerate().flat_map(body).collect()
}

/// What the form says of the half of this number.
fn known(found: &Match, index: usize) -> Option<Known<'_>> {
    let two_sided =
        matches!(found.form.panels, [first, _, ..] if matches!(first.rows, Rows::Named(_)));
    Some(Known {
        form: found.form.panels.get(index)?,
        columns: found.columns.get(index)?,
        side: match index {
            _ if !two_sided => None,
            0 => Some(panel::BalanceSide::Income),
            _ => Some(panel::BalanceSide::Expenditure),
        },
    })
}

fn blank_table(
    document: &Document,
    draft: &Draft,
    budget: &Budget,
    title: String,
    found: Option<&Match>,
) -> Table {
    let first = draft.parts.first();
    let note = draft.parts.last().and_then(|it| it.notes.first().cloned());
    Table {
        name: name(budget, &title, found),
        form: found.map(|it| it.form),
        title,
        unit: unit(draft, first.map_or(&[], |it| it.columns.as_slice())),
        blocks: draft.parts.iter().map(|it| it.block).collect(),
        panels: Vec::new(),
        empty_note: note.or_else(|| draft.around.note.clone()),
        at: first.and_then(|it| first_place(document, it.block)),
        certain: draft.is_certain(document),
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

/// The name of the form, or the title; of a table without any the number.
fn name(budget: &Budget, title: &str, found: Option<&Match>) -> TableName {
    let name = match found {
        Some(found) => found.form.name.into(),
        None if title.is_empty() => format!("表{}", budget.tables.len() + 1).as_str().into(),
        None => own_name(title),
    };
    name.numbered(budget.tables.iter().map(|it| &it.name))
}

/// The name of a table that is no form's: its title, which may be a form's name all the same.
fn own_name(title: &str) -> TableName {
    let title = bare(title).replace('.', "");
    TableName {
        has_other_layout: form(&title).is_some(),
        title,
        nth: None,
    }
}

fn codes_and_labels(side: &Side) -> Vec<Told> {
    let told = rows::rows(&all_lines(side), None);
    told.into_iter()
        .filter(|it| it.kind == RowKind::Item || it.kind == RowKind::OfWhich)
        .map(|it| (it.code, it.label))
        .collect()
}

/// A grid of words (a list of terms, a table of contents) is no table of figures; a single row is one
/// if figures stand side by side in it.
fn worth_checking(pages: &[Page], sides: &[Side]) -> bool {
    let is_figure = |(page, row): Line, column: usize| {
        let page = pages.get(page);
        page.is_some_and(|it| matches!(read_figure(it.text(row, column)), Printed::Figure(_)))
    };
    let is_table = |strip: &Strip| {
        let amounts = &strip.half.amounts;
        let figures = |line: Line| amounts.iter().filter(|it| is_figure(line, **it)).count();
        match strip.printed.as_slice() {
            [(line, _)] => figures(*line) > 1,
            rows => rows.len() > 1,
        }
    };
    let mut strips = sides.iter().flatten();
    let has_amounts = sides.iter().flatten().any(|it| !it.half.amounts.is_empty());
    has_amounts && strips.any(is_table)
}
