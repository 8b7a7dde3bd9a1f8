//! What is part of what in a table of no known form that has neither codes nor numbers: told by how
//! far the names stand in, by the names of economic classes, and else by the figures.
use crate::{
    budget::{Row, RowKind},
    forms::classification::codes_named,
    words::bare,
};
use rust_decimal::Decimal;

/// Rows further below one are not tried as its parts.
const MOST_PARTS: usize = 40;
/// What fewer digits add up to is chance.
const LEAST_DIGITS: i128 = 1000;

/// The rows of a side with how deep their names stand in, and the figures beside them.
pub struct Nesting<'a> {
    /// The rows.
    pub rows: &'a mut [Row],
    /// Blanks before each name.
    pub depths: &'a [usize],
    /// Whether each name says 其中.
    pub says: &'a [bool],
    /// For each row the figures of its columns of money.
    pub values: &'a [Vec<Option<Decimal>>],
}

impl Nesting<'_> {
    /// Gives rows that stand below none the row that they are part of.
    pub fn settle(&mut self) {
        self.end_lists();
        if self.rows.iter().any(|it| it.code.is_some()) {
            return;
        }
        let told = self
            .rows
            .iter()
            .any(|it| it.parent.is_some() && it.kind == RowKind::Item);
        if told || self.by_classes() || self.by_depth() || self.by_own_level() {
            return;
        }
        self.by_figures();
    }

    /// A 其中 list ends where its rows stand in no more, or where the total asks for it.
    fn end_lists(&mut self) {
        self.part_lists();
        let lists = self.lists();
        for (first, behind) in &lists {
            let depth = self.depths[*first];
            let ends = (first + 1..*behind).find(|it| depth > 0 && self.depths[*it] < depth);
            self.take_out(ends.unwrap_or(*behind), *behind);
        }
        let total = self.rows.iter().position(|it| it.kind == RowKind::Total);
        if let Some(total) = total {
            if self.is_total(total) {
                return;
            }
            for (first, behind) in self.lists() {
                if let Some(end) =
                    (first + 1..behind).find(|it| self.would_add_up(total, *it, behind))
                {
                    return self.take_out(end, behind);
                }
            }
        }
        for (first, behind) in self.lists() {
            if let Some(end) = self.exceeds(first, behind) {
                self.take_out(end, behind);
            }
        }
    }

    /// The first row of a list that does not say 其中 and is more than the whole of the list.
    fn exceeds(&self, first: usize, behind: usize) -> Option<usize> {
        let whole = &self.values[self.rows[first].parent?];
        let is_more = |row: &usize| {
            let mut pairs = whole.iter().zip(&self.values[*row]);
            pairs.any(|it| matches!(it, (Some(whole), Some(part)) if part > whole))
        };
        let end = (first..behind).find(is_more)?;
        (!self.says[end]).then_some(end)
    }

    /// What stands right above 其中 is what that speaks of, and no item of the list before.
    fn part_lists(&mut self) {
        let mut whole = None;
        for index in 1..self.rows.len() {
            if self.rows[index].kind != RowKind::OfWhich {
                whole = None;
                continue;
            }
            let is_item = self.rows[index - 1].kind == RowKind::OfWhich && !self.says[index - 1];
            if self.says[index] && is_item {
                self.take_out(index - 1, index);
                whole = Some(index - 1);
            }
            self.rows[index].parent = whole.or(self.rows[index].parent);
        }
    }

    /// The lists that begin with 其中 and go on in rows that do not say it: from, and behind the last.
    fn lists(&self) -> Vec<(usize, usize)> {
        let mut lists: Vec<(usize, usize)> = Vec::new();
        for (index, row) in self.rows.iter().enumerate() {
            let is_item = row.kind == RowKind::OfWhich && row.parent.is_some();
            let same = |first: usize| self.rows[first].parent == row.parent;
            match lists.last_mut() {
                Some((first, behind)) if is_item && *behind == index && same(*first) => {
                    *behind += 1;
                }
                _ if is_item => lists.push((index, index + 1)),
                _ => {}
            }
        }
        lists
    }

    fn take_out(&mut self, from: usize, behind: usize) {
        for row in &mut self.rows[from..behind] {
            (row.kind, row.parent) = (RowKind::Item, None);
        }
    }

    /// Whether the rows from here on make up the total, if they are no part of the list.
    fn would_add_up(&mut self, total: usize, from: usize, behind: usize) -> bool {
        let before: Vec<(RowKind, Option<usize>)> = self.rows[from..behind]
            .iter()
            .map(|it| (it.kind, it.parent))
            .collect();
        self.take_out(from, behind);
        let adds_up = self.is_total(total);
        if !adds_up {
            for (row, (kind, parent)) in self.rows[from..behind].iter_mut().zip(before) {
                (row.kind, row.parent) = (kind, parent);
            }
        }
        adds_up
    }

    /// Whether a total is the sum of the rows that are part of no other.
    fn is_total(&self, total: usize) -> bool {
        let is_top =
            |it: &usize| self.rows[*it].parent.is_none() && self.rows[*it].kind == RowKind::Item;
        let tops: Vec<usize> = (0..self.rows.len()).filter(is_top).collect();
        self.is_sum(total, &tops)
    }

    /// Whether a row is the sum of others in every column in which it has a figure.
    fn is_sum(&self, whole: usize, parts: &[usize]) -> bool {
        let columns = self.values[whole].iter().enumerate();
        let mut printed = columns.filter_map(|(at, it)| Some((at, (*it)?))).peekable();
        let sum = |column: usize| -> Decimal {
            parts.iter().filter_map(|it| self.values[*it][column]).sum()
        };
        printed.peek().is_some() && printed.all(|(column, value)| sum(column) == value)
    }

    /// 301 and 303, told by their names, hold the rows below them that are called as their items.
    fn by_classes(&mut self) -> bool {
        let mut class: Option<(usize, &str)> = None;
        let mut found = false;
        for index in 0..self.rows.len() {
            let row = &self.rows[index];
            let name = bare(&row.label);
            let class_code = codes_named(&name).find(|it| it.len() == 3 && it.starts_with('3'));
            if row.kind != RowKind::Item {
                class = None;
            } else if let Some(code) = class_code {
                class = Some((index, code));
            } else if let Some((parent, code)) = class {
                let is_item = codes_named(&name).any(|it| it.starts_with(code));
                self.rows[index].parent = is_item.then_some(parent);
                found |= is_item;
            }
        }
        found
    }

    /// A whole city stands right above what is the city's own (市本级) and its districts.
    fn by_own_level(&mut self) -> bool {
        let is_own = |row: &Row| is_item(row) && bare(&row.label).ends_with("本级");
        let Some(own) = self.rows.iter().position(is_own).filter(|it| *it > 0) else {
            return false;
        };
        let whole = own - 1;
        let is_only = self.rows.iter().filter(|it| is_own(it)).count() == 1;
        if whole > 0 || !is_only || !is_item(&self.rows[whole]) {
            return false;
        }
        for row in self.rows.iter_mut().skip(own).filter(|it| is_item(it)) {
            row.parent = Some(whole);
        }
        true
    }

    /// A row holds those below it that stand further in.
    fn by_depth(&mut self) -> bool {
        let mut found = false;
        for index in 1..self.rows.len() {
            let above = (0..index).rev().take_while(|it| is_item(&self.rows[*it]));
            let parent = above
                .into_iter()
                .find(|it| self.depths[*it] < self.depths[index]);
            if is_item(&self.rows[index]) && parent.is_some() {
                self.rows[index].parent = parent;
                found = true;
            }
        }
        found
    }

    /// Where the total is not that of all rows, a row that is the sum of those right below it holds
    /// them.
    fn by_figures(&mut self) {
        let total = self.rows.iter().position(|it| it.kind == RowKind::Total);
        if total.is_some_and(|it| self.is_total(it)) {
            return;
        }
        for whole in (0..self.rows.len()).rev() {
            let long = |it: &Decimal| it.mantissa().abs() >= LEAST_DIGITS;
            let tells = self.values[whole].iter().flatten().any(long);
            if is_item(&self.rows[whole])
                && tells
                && let Some(parts) = self.parts_below(whole)
            {
                parts
                    .into_iter()
                    .for_each(|it| self.rows[it].parent = Some(whole));
            }
        }
    }

    /// The rows right below one that it is the sum of.
    fn parts_below(&self, whole: usize) -> Option<Vec<usize>> {
        let mut parts = Vec::new();
        let below =
            (whole + 1..self.rows.len()).take_while(|it| self.rows[*it].kind != RowKind::Total);
        for part in below.take(MOST_PARTS).filter(|it| is_item(&self.rows[*it])) {
            if self.rows[part].parent.is_none() {
                parts.push(part);
            }
            if parts.len() > 1 && self.is_sum(whole, &parts) {
                return Some(parts);
            }
        }
        None
    }
}

fn is_item(row: &Row) -> bool {
    row.kind == RowKind::Item
}
