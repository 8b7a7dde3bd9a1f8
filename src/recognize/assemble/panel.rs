//! One half of a table: its columns and rows by their names, and a fact for each of its cells.
use super::{
    super::{
        across::{self, Crossing},
        cell::split_unit,
        identify::Half,
        layout::ColumnLayout,
        rows::{self, Printed},
    },
    lines::is_sum,
    nesting::Nesting,
    page::{Line, Page, reaches_over},
    sides::{Side, all_lines},
};
use crate::{
    budget::{
        Budget, CellName, Column, ColumnName, Fact, FactId, Panel, Row, Source, Spot, Table,
        Unreadable,
    },
    document::Cell,
    forms::{ColumnForm, PanelForm, Quantity, RowForm, Rows},
    money::{Amount, Printed as Figure, Unit, read_figure},
    words::{Numbering, key, numbering},
};
use rust_decimal::Decimal;

/// What a form says of a half.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The half as the form has it.
    pub form: &'static PanelForm,
    /// For each amount column, the form's column.
    pub columns: &'a [Option<&'static ColumnForm>],
    /// Which side of the budget it is, where the form has both side by side.
    pub side: Option<BalanceSide>,
}

/// Builds the halves of one table.
pub struct Builder<'a> {
    /// Where the facts go.
    pub budget: &'a mut Budget,
    /// The table, still without halves.
    pub table: &'a Table,
    /// Its grids.
    pub pages: &'a [Page<'a>],
    /// The columns of its grids.
    pub columns: &'a [ColumnLayout],
    /// Cells of labels that reach over figures' columns into the next half.
    pub spanned: Vec<Spanned>,
}

/// A label that reaches over a figure's column: the figure stands behind it, in another half.
pub struct Spanned {
    /// Half and cell without a figure of its own.
    cell: (usize, usize),
    /// Block, row and column of the figure.
    figure: (usize, usize, usize),
}

impl Builder<'_> {
    /// Builds a side.
    pub fn panel(&mut self, index: usize, side: &Side, known: Option<Known>) -> Panel {
        let half = &side[0].half;
        if let Some(Known { form, columns, .. }) = known
            && let Rows::Across(items) = form.rows
        {
            return self.across(half, &side[0].printed, (form, columns), items);
        }
        let mut rows = rows::rows(&all_lines(side), known.map(|it| &it.form.rows));
        name_totals(&mut rows, half, known.and_then(|it| it.side));
        let columns = self.name_columns(half, known.map(|it| it.columns));
        let mut cells = Vec::new();
        let lines = side
            .iter()
            .flat_map(|strip| strip.printed.iter().map(move |it| (&strip.half, it.0)));
        for (row, (half, line)) in rows.iter().zip(lines) {
            for (column, position) in columns.iter().zip(&half.amounts) {
                let name = CellName::new(
                    self.table.name.clone(),
                    row.name.clone(),
                    column.name.clone(),
                );
                let page = &self.pages[line.0];
                if let Some(behind) = reaches_over(page, line.1, *position) {
                    self.spanned.push(Spanned {
                        cell: (index, cells.len()),
                        figure: (page.block, line.1, behind),
                    });
                    cells.push(None);
                } else {
                    cells.push(self.fact(page, (line.1, *position), name));
                }
            }
        }
        let mut panel = Panel {
            columns,
            rows,
            cells,
        };
        if known.is_none() {
            self.nest(&mut panel, side);
        }
        panel
    }

    /// Tells what is part of what where no form does.
    fn nest(&self, panel: &mut Panel, side: &Side) {
        let printed = |row: usize, column: usize| {
            let fact = self.budget.fact(panel.fact(row, column)?);
            let is_money = fact.unit != Unit::Percent && fact.is_printed();
            is_money.then_some(fact.amount.value)
        };
        let of_row = |row: usize| {
            (0..panel.columns.len())
                .map(|it| printed(row, it))
                .collect()
        };
        let values: Vec<Vec<Option<Decimal>>> = (0..panel.rows.len()).map(of_row).collect();
        let lines = all_lines(side);
        let depths: Vec<usize> = lines.iter().map(depth).collect();
        let says: Vec<bool> = lines.iter().map(says_of_which).collect();
        Nesting {
            rows: &mut panel.rows,
            depths: &depths,
            says: &says,
            values: &values,
        }
        .settle();
    }

    /// A half of one wide row, its columns turned to rows.
    fn across(
        &mut self,
        half: &Half,
        printed: &[(Line, Printed)],
        (form, columns): (&'static PanelForm, &[Option<&'static ColumnForm>]),
        items: &'static [RowForm],
    ) -> Panel {
        let crossings = across::crossings(form.columns, &half.amounts, self.columns);
        let crossings = crossings.unwrap_or_default();
        let (rows, places) = across::rows(items, &crossings);
        let periods: Vec<&'static ColumnForm> = form
            .columns
            .iter()
            .filter(|it| columns.iter().flatten().any(|known| known.name == it.name))
            .collect();
        let mut panel = Panel {
            columns: periods.iter().map(|it| named(it)).collect(),
            cells: vec![None; rows.len() * periods.len()],
            rows,
        };
        let Some((page, row)) = self.only_line(printed) else {
            return panel;
        };
        for ((position, crossing), place) in half.amounts.iter().zip(&crossings).zip(places) {
            self.place(&mut panel, (place, crossing), (page, row, *position));
        }
        panel
    }

    /// Puts the figure of a wide row into its cell.
    fn place(
        &mut self,
        panel: &mut Panel,
        (row, crossing): (usize, &Crossing),
        (page, line, position): (usize, usize, usize),
    ) {
        let Some(column) = panel.column(crossing.period.name) else {
            return;
        };
        let label = panel.rows[row].name.clone();
        let name = CellName::new(self.table.name.clone(), label, crossing.period.name);
        let fact = self.fact(&self.pages[page], (line, position), name);
        let cell = row * panel.columns.len() + column;
        if let Some(cell) = panel.cells.get_mut(cell) {
            *cell = cell.or(fact);
        }
    }

    /// The row of a wide table that counts: the only one, or the total; the first below the
    /// headings where the table is empty.
    fn only_line(&self, printed: &[(Line, Printed)]) -> Option<Line> {
        match printed {
            [] => Some((0, self.pages.first()?.first_row()?)),
            [only] => Some(only.0),
            several => several.iter().find(|it| is_sum(it)).map(|it| it.0),
        }
    }

    fn name_columns(
        &self,
        half: &Half,
        known: Option<&[Option<&'static ColumnForm>]>,
    ) -> Vec<Column> {
        let mut named: Vec<Column> = Vec::new();
        for (place, position) in half.amounts.iter().enumerate() {
            let form = known.and_then(|it| it.get(place).copied().flatten());
            let printed = key(self.columns[*position].leaf());
            let name = ColumnName::from(form.map_or(&*printed, |it| it.name));
            named.push(Column {
                name: name.numbered(place, named.iter().map(|it| &it.name)),
                headings: self.columns[*position].headings.clone(),
                known: form.is_some(),
            });
        }
        named
    }

    /// The fact of a cell, a blank included; `None` where something unreadable stands.
    fn fact(
        &mut self,
        page: &Page,
        (row, column): (usize, usize),
        name: CellName,
    ) -> Option<FactId> {
        let cell = page.cell(row, column);
        let text = cell.map_or("", |it| it.text.trim());
        let is_rate = Quantity::of_cell(&name.row.words(), &name.column.key) == Quantity::Rate;
        let (figure, own) = split_unit(text);
        let unit = match own {
            _ if is_rate => Unit::Percent,
            Some(unit) => unit,
            None => self.table.unit.unwrap_or(self.budget.usual_unit),
        };
        let amount = match read_figure(figure) {
            Figure::Figure(figure) if unit.holds(figure) => Amount::printed(figure, unit.scale()),
            Figure::Blank => Amount::NIL,
            Figure::Unreadable if rows::is_placeholder(text) => Amount::NIL,
            Figure::Figure(_) | Figure::Unreadable => {
                self.budget.unreadable.push(Unreadable {
                    name,
                    text: text.to_owned(),
                    source: source(page, row, column, cell),
                });
                return None;
            }
        };
        Some(self.budget.add(Fact {
            name,
            amount,
            unit,
            text: text.to_owned(),
            source: source(page, row, column, cell),
        }))
    }

    /// Gives a label that reaches over several halves its one figure in each of them.
    pub fn share_spanned(&self, mut panels: Vec<Panel>) -> Vec<Panel> {
        for it in &self.spanned {
            let (block, row, column) = it.figure;
            let stands_there = |id: &&FactId| {
                let source = &self.budget.fact(**id).source;
                source.block == block && source.spot == Spot::Cell { row, column }
            };
            let later = panels.iter().skip(it.cell.0 + 1);
            let mut facts = later.flat_map(|it| it.cells.iter().flatten());
            let figure = facts.find(stands_there).copied();
            if let Some(cell) = panels[it.cell.0].cells.get_mut(it.cell.1) {
                *cell = figure;
            }
        }
        panels
    }
}

/// Whether the name of a row begins with 其中.
fn says_of_which(printed: &Printed) -> bool {
    let is_of_which = |it: &String| numbering(&key(it)).0 == Some(Numbering::OfWhich);
    printed.labels.iter().any(is_of_which)
}

/// How many blanks stand before the name of a row.
fn depth(printed: &Printed) -> usize {
    let name = printed.labels.iter().find(|it| !it.trim().is_empty());
    let blanks = name.map(|it| it.chars().take_while(|sign| sign.is_whitespace()));
    blanks.map_or(0, Iterator::count)
}

/// A side of a balance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BalanceSide {
    /// 收入
    Income,
    /// 支出
    Expenditure,
}

impl BalanceSide {
    /// What the side is called.
    pub fn name(self) -> &'static str {
        match self {
            BalanceSide::Income => "收入",
            BalanceSide::Expenditure => "支出",
        }
    }
}

/// 总计 of one side of two is 收入总计 or 支出总计; a table without labels is nothing but its total.
fn name_totals(rows: &mut [Row], half: &Half, side: Option<BalanceSide>) {
    if let ([only], true) = (&mut *rows, half.labels.is_empty() && half.codes.is_empty()) {
        only.name = "总计".into();
        only.kind = crate::budget::RowKind::Total;
    }
    let Some(side) = side else { return };
    for row in rows.iter_mut().filter(|it| it.name.is("总计")) {
        row.name = format!("{}总计", side.name()).into();
    }
}

fn named(form: &ColumnForm) -> Column {
    Column {
        name: form.name.into(),
        headings: vec![form.name.to_owned()],
        known: true,
    }
}

fn source(page: &Page, row: usize, column: usize, cell: Option<&Cell>) -> Source {
    Source {
        block: page.block,
        spot: Spot::Cell { row, column },
        at: cell.map(|it| it.at.clone()),
    }
}
