//! Tables whose rows belong to units: the unit stands in columns beside the codes, with a row for its
//! sum or without, and several units may stand below each other with the same codes.
use super::{
    codes::{Codes, is_code, plain_code, split_code},
    layout::ColumnLayout,
    rows::{Printed, blank_row, class_of, coded_row, sum_row},
};
use crate::{
    budget::{Row, RowKind, RowName},
    words::{Sum, bare, is_digits, key, sum_label},
};
use std::collections::BTreeSet;

/// Whether a column names units or has their codes.
pub fn is_of_units(column: &ColumnLayout) -> bool {
    let plain = key(column.leaf());
    let has = |words: &[&str]| words.iter().any(|it| plain.contains(it));
    let of_other = has(&["科目", "功能", "经济", "项目", "分类", "计量", "采购"]);
    let is_code = has(&["单位", "部门"]) && has(&["代码", "编码"]);
    let name = bare(&plain);
    let is_name = ["单位", "单位名称", "部门名称"]
        .iter()
        .any(|it| name.ends_with(it));
    !of_other && (is_code || is_name)
}

/// Tells the rows of such a table; `None` if no row has a code and a unit.
pub fn rows(printed: &[Printed]) -> Option<Vec<Row>> {
    let mut reader = Reader {
        unit_codes: printed.iter().filter_map(unit_code).collect(),
        ..Reader::default()
    };
    printed.iter().for_each(|it| reader.read(it));
    let is_coded = |it: &Line| it.row.code.is_some() && !it.owner.is_empty();
    reader.lines.iter().any(is_coded).then(|| reader.finish())
}

/// A row as far as it is told.
struct Line {
    row: Row,
    /// The unit it belongs to, or that it is; empty for none.
    owner: String,
    /// The code of the unit that it is the row of, perhaps empty.
    unit: Option<String>,
}

#[derive(Default)]
struct Reader {
    codes: Codes,
    /// Codes of units that stand in the column of the classification's codes.
    unit_codes: Vec<String>,
    lines: Vec<Line>,
}

/// The code of a unit where a classification's code would stand: 101001 above 201, 20101, 2010101.
fn unit_code(line: &Printed) -> Option<String> {
    let code = plain_code(line.codes.last()?);
    (code.len() > 5 && is_digits(&code) && !is_code(&code)).then_some(code)
}

/// Texts of a line's unit columns: the name and the code, empty where they are not printed.
fn unit_of(line: &Printed) -> (String, String) {
    let texts = line.units.iter().map(|it| key(it));
    let (codes, names): (Vec<String>, Vec<String>) = texts
        .filter(|it| !it.is_empty() && sum_label(it).is_none())
        .partition(|it| is_digits(it));
    let first = |texts: Vec<String>| texts.into_iter().next().unwrap_or_default();
    (first(names), first(codes))
}

impl Reader {
    fn read(&mut self, line: &Printed) {
        let (name, code) = unit_of(line);
        let words = || line.units.iter().chain(&line.codes).chain(&line.labels);
        let sum = words().find(|it| sum_label(it).is_some());
        let named = !name.is_empty() || !code.is_empty();
        let labels: Vec<&String> = line
            .labels
            .iter()
            .filter(|it| !it.trim().is_empty())
            .collect();
        let label = labels.first().map_or(String::new(), |it| key(it));
        match (sum, self.codes.join(&line.codes)) {
            (Some(text), _) if !named || sum_label(text) == Some(Sum::Total) && name.is_empty() => {
                self.codes = Codes::default();
                self.push(sum_row(text, blank_row(line)), String::new(), None);
            }
            (None, Some(found)) if !self.is_of_unit(&found, &label) => {
                self.coded(line, found, (&label, labels.get(1).copied()))
            }
            (None, None) if split_code(&label).0.is_some() => {
                let (found, rest) = split_code(&label);
                self.coded(line, found.unwrap_or_default(), (&rest, None));
            }
            (None, None) if !name.is_empty() && !label.is_empty() && label != name => {
                let parent = self.unit_row(&name, &code);
                let row = plain_row(&label, parent, line);
                self.push(row, name, None);
            }
            _ => {
                let name = if name.is_empty() { label } else { name };
                let row = plain_row(&name, None, line);
                self.push(row, name, Some(code));
            }
        }
    }

    /// Whether a code is that of the department whose units have longer ones: 101 above 101001.
    fn is_of_unit(&self, code: &str, label: &str) -> bool {
        let begins = |it: &String| it.starts_with(code);
        class_of(label).is_none() && self.unit_codes.iter().any(begins)
    }

    fn push(&mut self, row: Row, owner: String, unit: Option<String>) {
        self.lines.push(Line { row, owner, unit });
    }

    fn coded(&mut self, line: &Printed, code: String, (label, project): (&str, Option<&String>)) {
        let (name, of_unit) = unit_of(line);
        let unit = self.unit_row(&name, &of_unit);
        let named = if name.is_empty() { of_unit } else { name };
        let owner = match unit {
            Some(unit) => self.lines[unit].owner.clone(),
            None if named.is_empty() => self.goes_on(&code).unwrap_or_default(),
            None => named,
        };
        // A heading without a unit holds the rows of all of them, perhaps of its own code.
        let holds = |it: &Line| {
            let other = it.row.code.as_deref().unwrap_or("0");
            let of_all = it.owner.is_empty() && !owner.is_empty() && other == code;
            let is_heading = other.len() < code.len() && code.starts_with(other);
            of_all || (is_heading && (it.owner == owner || it.owner.is_empty()))
        };
        let depth = |it: &usize| self.lines[*it].row.code.as_ref().map_or(0, String::len);
        let above = (0..self.lines.len()).filter(|it| holds(&self.lines[*it]));
        let parent = above.max_by_key(depth).or(unit);
        let row = coded_row(code, label, project, &[], blank_row(line));
        self.push(Row { parent, ..row }, owner, None);
    }

    /// The row of a unit: that of its name or its code, or the last one where nothing names it.
    fn unit_row(&self, name: &str, code: &str) -> Option<usize> {
        let is_it = |it: &Line| match &it.unit {
            None => false,
            Some(_) if !name.is_empty() => it.owner == name,
            Some(other) => code.starts_with(other.as_str()) || code.is_empty(),
        };
        self.lines.iter().rposition(is_it)
    }

    /// The unit of the row above, where this one stands below it.
    fn goes_on(&self, code: &str) -> Option<String> {
        let last = self.lines.last()?;
        let above = last.row.code.as_deref()?;
        let below = above.len() < code.len() && code.starts_with(above);
        below.then(|| last.owner.clone())
    }

    /// The rows, those of several units with the unit in their names.
    fn finish(mut self) -> Vec<Row> {
        self.place_units();
        let coded = self.lines.iter().filter(|it| it.row.code.is_some());
        let owners: BTreeSet<&String> = coded
            .map(|it| &it.owner)
            .filter(|it| !it.is_empty())
            .collect();
        let several = owners.len() > 1;
        let named = |line: Line| match (&line.row.code, line.owner.is_empty()) {
            (Some(_), false) if several => Row {
                name: RowName {
                    owner: Some(line.owner),
                    ..line.row.name
                },
                ..line.row
            },
            _ => line.row,
        };
        self.lines.into_iter().map(named).collect()
    }

    /// A unit without codes of its own that stands before others is the department they belong to.
    fn place_units(&mut self) {
        let parents: BTreeSet<usize> = self.lines.iter().filter_map(|it| it.row.parent).collect();
        let units: Vec<usize> = (0..self.lines.len())
            .filter(|it| self.lines[*it].unit.is_some())
            .collect();
        let Some((first, others)) = units.split_first() else {
            return;
        };
        let next_is_unit = others.first() == Some(&(first + 1));
        if next_is_unit && !parents.contains(first) {
            others
                .iter()
                .for_each(|it| self.lines[*it].row.parent = Some(*first));
        }
    }
}

fn plain_row(label: &str, parent: Option<usize>, line: &Printed) -> Row {
    Row {
        name: bare(label).into(),
        label: label.to_owned(),
        kind: RowKind::Item,
        parent,
        ..blank_row(line)
    }
}
