//! What each row of a table is: its code or name, and the row it is a part of.
use super::{
    blank_code::{self, Place},
    codes::{Codes, split_code},
    stairs, units,
};
use crate::{
    budget::{Row, RowKind, RowName},
    forms::{RowForm, Rows, classification::class_code},
    words::{Numbering, Sum, bare, is_digits, key, numbering, sum_label},
};
use std::borrow::Cow;

/// The printed parts of a row that tell what it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Printed {
    /// Texts of the code columns, left to right.
    pub codes: Vec<String>,
    /// Texts of the label columns, left to right.
    pub labels: Vec<String>,
    /// Texts of columns that say which unit the row belongs to.
    pub units: Vec<String>,
    /// Where the label stands: block, row, column.
    pub at: Option<(usize, usize, usize)>,
}

/// Whether a label is this row of a form.
pub fn names_row(row: &RowForm, label: &str) -> bool {
    let label = key(label);
    let name = numbering(&label).1;
    std::iter::once(&row.name)
        .chain(row.spellings)
        .any(|it| key(it) == name || bare(it) == bare(name))
}

/// Tells what the printed rows of one half are.
pub fn rows(printed: &[Printed], kind: Option<&Rows>) -> Vec<Row> {
    let seen = printed.iter().map(|it| blank_code::Printed {
        codes: &it.codes,
        labels: &it.labels,
    });
    // A row without a code may be a unit's, unless its place among the others is plain.
    let has_units = printed.iter().any(|it| !it.units.is_empty());
    let blank = if has_units {
        None
    } else {
        blank_code::place(seen)
    };
    let told = units::rows(printed).filter(|_| blank.is_none());
    let any = matches!(kind, None | Some(Rows::Units));
    let stairs = || any.then(|| stairs::rows(printed)).flatten();
    let told = told.or_else(stairs);
    let mut outline = Outline::default();
    let mut codes = Codes::default();
    let mut rows: Vec<Row> = Vec::new();
    let mut group: Option<&String> = None;
    for (index, line) in printed.iter().enumerate() {
        group = group_of(line, group);
        let place = blank.as_ref().filter(|it| it.0 == index).map(|it| &it.1);
        let line = with_code(line, place);
        let row = match &told {
            Some(told) => told[index].clone(),
            None => row(&line, group, kind, &mut codes, &mut outline, &rows),
        };
        let row = match place {
            Some(place) => without_code(row, place, &rows),
            None => row,
        };
        let name = row.name.numbered(rows.iter().map(|it| &it.name));
        rows.push(Row { name, ..row });
    }
    rows
}

/// A row with the code that was left blank, where it is known.
fn with_code<'a>(line: &'a Printed, place: Option<&Place>) -> Cow<'a, Printed> {
    match place {
        Some(Place::Code(code)) => Cow::Owned(Printed {
            codes: vec![code.clone()],
            ..line.clone()
        }),
        _ => Cow::Borrowed(line),
    }
}

/// A row whose code was left blank, below the row that it is a part of.
fn without_code(row: Row, place: &Place, above: &[Row]) -> Row {
    let parent = match place {
        Place::Below(code) => above
            .iter()
            .position(|it| it.is_of_code_itself() && it.code.as_ref() == Some(code)),
        Place::Code(_) => row.parent,
    };
    Row {
        parent,
        kind: RowKind::Item,
        lacks_code: true,
        ..row
    }
}

/// The group that a row without a label of its own belongs to: the one that the last 小计 stood for.
/// Where spans are not known, its label stands only once.
fn group_of<'a>(line: &'a Printed, last: Option<&'a String>) -> Option<&'a String> {
    match line.labels.as_slice() {
        [group, part] if group.trim().is_empty() && !part.trim().is_empty() => last,
        [group, part] if matches!(key(part).as_str(), "小计" | "合计") => Some(group),
        _ => None,
    }
}

fn row(
    line: &Printed,
    group: Option<&String>,
    kind: Option<&Rows>,
    codes: &mut Codes,
    outline: &mut Outline,
    above: &[Row],
) -> Row {
    let blank = blank_row(line);
    let words = || line.units.iter().chain(&line.codes).chain(&line.labels);
    let named = line.units.iter().filter(|it| !is_digits(&key(it)));
    let mut labels: Vec<&String> = named
        .chain(&line.labels)
        .filter(|it| !it.trim().is_empty())
        .collect();
    labels.dedup();
    if let (Some(group), [_]) = (group, labels.as_slice()) {
        labels.insert(0, group);
    }
    if let Some(row) = in_group(&labels, kind, above, &blank) {
        return row;
    }
    if let Some(text) = words().find(|it| sum_label(it).is_some()) {
        outline.open.clear();
        return sum_row(text, blank);
    }
    let first = labels.first().map_or("", |it| it.as_str());
    if is_other_sum(first, kind) && labels.len() == 1 && line.codes.iter().all(|it| it.is_empty()) {
        outline.open.clear();
        return Row {
            name: bare(first).into(),
            label: key(first),
            kind: RowKind::Subtotal,
            ..blank
        };
    }
    let (code, label) = match codes.join(&line.codes) {
        Some(code) => (Some(code), key(first)),
        None => split_code(first),
    };
    let printed = code.is_some();
    match code.or_else(|| class_by_name(kind, &label)) {
        Some(code) if printed => coded_row(code, &label, labels.get(1).copied(), above, blank),
        Some(code) => {
            let numbered = outline.enter(&label, above);
            let (_, label) = numbering(&label);
            Row {
                parent: numbered,
                ..coded_row(code, label, None, &[], blank)
            }
        }
        None => {
            let labels: Vec<String> = labels.iter().map(|it| key(it)).collect();
            outline.place(labels, kind, above, blank)
        }
    }
}

/// Whether a row is a sum of something of its own, as 财政拨款小计 is.
fn is_other_sum(label: &str, kind: Option<&Rows>) -> bool {
    let plain = bare(label);
    let is_known = match kind {
        Some(Rows::Named(rows)) => rows.iter().any(|it| names_row(it, label)),
        _ => false,
    };
    let is_sum = ["小计", "合计", "总计"]
        .iter()
        .any(|it| plain.ends_with(it));
    is_sum && !is_known && numbering(&plain).0.is_none() && split_code(label).0.is_none()
}

/// A row of which nothing is told but where it stands.
pub fn blank_row(line: &Printed) -> Row {
    Row {
        name: RowName::default(),
        label: String::new(),
        code: None,
        kind: RowKind::Item,
        parent: None,
        exhaustive: false,
        label_at: line.at,
        lacks_code: false,
    }
}

/// Classes numbered 一、二、… carry a serial number, not their code; their name tells the code.
fn class_by_name(kind: Option<&Rows>, label: &str) -> Option<String> {
    let code = class_of(label)?;
    matches!(kind, Some(Rows::Function)).then(|| code.to_owned())
}

/// The code of the function class that a label names, whatever its number.
pub fn class_of(label: &str) -> Option<&'static str> {
    class_code(numbering(&key(label)).1)
}

/// What stands in the first row of an empty table.
pub fn is_placeholder(label: &str) -> bool {
    matches!(
        bare(label).as_str(),
        "" | "无"
            | "空"
            | "空表"
            | "无数据"
            | "本表无数据"
            | "此表无数据"
            | "…"
            | "……"
            | "-"
            | "—"
            | "/"
            | "*"
    )
}

/// What stands where a figure is not given, or not given here: a mark, or a word that says so.
pub fn is_withheld(text: &str) -> bool {
    let key = key(text);
    let is_mark = |it: char| matches!(it, '*' | '＊' | '·' | '×' | '※' | '●');
    !key.is_empty() && key.chars().all(is_mark)
        || ["保密", "涉密", "不公开"].iter().any(|it| key.contains(it))
}

/// A group of rows: its label is merged over them, and its 小计 stands for the group itself.
fn in_group(labels: &[&String], kind: Option<&Rows>, above: &[Row], blank: &Row) -> Option<Row> {
    let [group, label] = labels else { return None };
    let (group, label) = (key(group), key(label));
    let known = |name: &str| match kind {
        Some(Rows::Named(rows)) => rows.iter().find(|it| names_row(it, name)),
        _ => None,
    };
    let named =
        |name: &str| known(name).map_or_else(|| bare(numbering(name).1), |it| it.name.into());
    if matches!(label.as_str(), "小计" | "合计") && sum_label(&group).is_none() {
        return Some(Row {
            name: named(&group).into(),
            label: group,
            ..blank.clone()
        });
    }
    let parent = above
        .iter()
        .rposition(|it| it.label == group && it.parent.is_none())?;
    let (number, name) = numbering(&label);
    Some(Row {
        name: named(name).into(),
        label: name.to_owned(),
        kind: match number {
            Some(Numbering::OfWhich) => RowKind::OfWhich,
            _ => RowKind::Item,
        },
        parent: Some(parent),
        ..blank.clone()
    })
}

/// A row that is a sum, called as the forms call it.
pub fn sum_row(text: &str, blank: Row) -> Row {
    let printed = bare(text);
    let label = numbering(&printed).1.to_owned();
    let whole = sum_label(text) == Some(Sum::Total);
    let of_one_side = ["收入", "支出"].iter().find(|it| label.contains(**it));
    let name = match of_one_side {
        Some(side) if whole => format!("{side}总计"),
        Some(side) => format!("本年{side}合计"),
        None if !whole || label.contains("经费") => label.clone(),
        None => "总计".to_owned(),
    };
    Row {
        name: name.into(),
        label,
        kind: if whole {
            RowKind::Total
        } else {
            RowKind::Subtotal
        },
        ..blank
    }
}

/// A row with a code; with a second label it is a project under that code.
pub fn coded_row(
    code: String,
    label: &str,
    project: Option<&String>,
    above: &[Row],
    blank: Row,
) -> Row {
    let part_of = |it: &Row| match (&it.code, project) {
        (Some(other), Some(_)) if *other == code => it.name.project.is_none(),
        (Some(other), _) => other.len() < code.len() && code.starts_with(other.as_str()),
        (None, _) => false,
    };
    let depth = |row: &usize| above[*row].code.as_ref().map_or(0, String::len);
    let parent = (0..above.len())
        .filter(|it| part_of(&above[*it]))
        .max_by_key(depth);
    let project = project.map(|it| key(it));
    Row {
        label: project.clone().unwrap_or_else(|| label.to_owned()),
        name: RowName {
            project,
            ..RowName::from(code.as_str())
        },
        code: Some(code),
        parent,
        ..blank
    }
}

/// What a row without a code is called.
pub fn name_of_labels(labels: &[String]) -> RowName {
    let (first, others) = match labels {
        [] => return RowName::default(),
        [first, others @ ..] => (first, others),
    };
    RowName {
        project: (!others.is_empty()).then(|| bare(&others.join("·"))),
        ..bare(first).into()
    }
}

/// Whether a row has this name, or is none and has none.
fn is_name(row: Option<&Row>, name: Option<&str>) -> bool {
    match (row, name) {
        (Some(row), Some(name)) => row.name.is(name),
        (row, name) => row.is_none() && name.is_none(),
    }
}

/// Follows numbered rows: 一、 holds 1. holds 其中.
#[derive(Debug, Default)]
struct Outline {
    /// Numbered rows that are still open, outermost first.
    open: Vec<(Numbering, usize)>,
    /// How the rows of an open 其中 list are numbered, if they are: 其中：（1）, （2）.
    listed: Option<Numbering>,
}

impl Outline {
    /// Places a row without a code; several labels in a row name one thing together.
    fn place(
        &mut self,
        mut labels: Vec<String>,
        kind: Option<&Rows>,
        above: &[Row],
        blank: Row,
    ) -> Row {
        let number = labels.first_mut().and_then(|it| self.take_number(it));
        let label = labels.join("·");
        let name = label.as_str();
        if let Some(number) = number {
            self.close(number);
        }
        if number.is_none() && self.ends_list(name, kind, above) {
            self.close(Numbering::OfWhich);
        }
        let of_which = number == Some(Numbering::OfWhich) || (number.is_none() && self.in_list());
        let open = self
            .open
            .iter()
            .rev()
            .find(|(it, _)| *it != Numbering::OfWhich);
        let numbered = open.map(|it| it.1);
        let whole = if of_which { last_item(above) } else { numbered };
        let row = known(name, kind, whole, above);
        // A row without a number stands where the form says, and below the last numbered row
        // where no form says anything.
        let parent = match row {
            _ if of_which => whole,
            Some(row) if number.is_none() => row.under.and_then(|it| open_row(above, it)),
            // Numbers begin anew below a row without one.
            Some(row) if numbered.is_none() => row.under.and_then(|it| open_row(above, it)),
            _ => numbered,
        };
        if let Some(number) = number {
            self.open.push((number, above.len()));
        }
        // What has no number below a numbered row may be all its parts or a selection of them.
        let unsure = number.is_none() && row.is_none() && parent.is_some();
        Row {
            name: row.map_or_else(|| name_of_labels(&labels), |it| it.name.into()),
            label,
            kind: if of_which || unsure {
                RowKind::OfWhich
            } else {
                RowKind::Item
            },
            parent,
            exhaustive: row.is_some_and(|it| it.exhaustive),
            ..blank
        }
    }

    /// Takes the number off a label.
    fn take_number(&mut self, label: &mut String) -> Option<Numbering> {
        let (number, name) = self.number(label);
        *label = name.to_owned();
        number
    }

    /// The number of a row; of an item of a 其中 list that it is one of these, whatever its number.
    fn number<'a>(&mut self, label: &'a str) -> (Option<Numbering>, &'a str) {
        let (number, name) = numbering(label);
        if number == Some(Numbering::OfWhich) {
            let (inner, name) = numbering(name);
            self.listed = inner;
            return (number, name);
        }
        let goes_on = number.is_some() && number == self.listed && self.in_list();
        (
            if goes_on {
                Some(Numbering::OfWhich)
            } else {
                number
            },
            name,
        )
    }

    /// Opens a class told by its name; the row that it stands below, as 一、本年支出.
    fn enter(&mut self, label: &str, above: &[Row]) -> Option<usize> {
        let number = numbering(label).0;
        if let Some(number) = number {
            self.close(number);
        }
        let open = self.open.iter().map(|it| it.1);
        let below = open.rev().find(|it| above[*it].code.is_none());
        self.open.extend(number.map(|it| (it, above.len())));
        below
    }

    /// A number ends all rows numbered in the same way or deeper.
    fn close(&mut self, number: Numbering) {
        while self.open.last().is_some_and(|(it, _)| *it >= number) {
            self.open.pop();
        }
    }

    /// Whether a row without a number stands elsewhere in the form than in the 其中 list above it.
    fn ends_list(&self, name: &str, kind: Option<&Rows>, above: &[Row]) -> bool {
        let whole = last_item(above);
        let row = known(name, kind, whole, above);
        let of_whole = |under: Option<&str>| is_name(whole.map(|it| &above[it]), under);
        let is_fund_row = |it: &Row| it.name.is_one_of(&FUNDS);
        // 其中：一般公共预算, 政府性基金: what is granted comes from these, each in a row of its own.
        let goes_on =
            row.is_some_and(|it| FUNDS.contains(&it.name)) && above.last().is_some_and(is_fund_row);
        let elsewhere = row.is_some_and(|it| !of_whole(it.under)) || is_carried(name);
        self.in_list() && !goes_on && elsewhere
    }

    fn in_list(&self) -> bool {
        self.open
            .last()
            .is_some_and(|(it, _)| *it == Numbering::OfWhich)
    }
}

/// 年末结转和结余: what is carried over is part of no other row, whatever list stands above it.
fn is_carried(name: &str) -> bool {
    let year = ["年初", "年末", "上年"];
    name.contains("结转") && year.iter().any(|it| name.starts_with(it))
}

/// The funds that grants come from.
const FUNDS: [&str; 3] = [
    "一般公共预算拨款",
    "政府性基金预算拨款",
    "国有资本经营预算拨款",
];

/// What a 其中 list speaks of: the last row that is no such item itself.
fn last_item(rows: &[Row]) -> Option<usize> {
    rows.iter().rposition(|it| it.kind == RowKind::Item)
}

/// The row of this name, unless a sum has ended what it holds.
fn open_row(rows: &[Row], name: &str) -> Option<usize> {
    let is_sum = |it: &Row| matches!(it.kind, RowKind::Total | RowKind::Subtotal);
    let begins = rows.iter().rposition(is_sum).map_or(0, |it| it + 1);
    position(&rows[begins..], name).map(|it| begins + it)
}

fn position(rows: &[Row], name: &str) -> Option<usize> {
    rows.iter().position(|it| it.name.is(name))
}

/// The form's row of this name; one below the same parent before one without.
fn known(
    name: &str,
    kind: Option<&Rows>,
    parent: Option<usize>,
    above: &[Row],
) -> Option<&'static RowForm> {
    let Some(Rows::Named(known)) = kind else {
        return None;
    };
    // The forms are constants, so their rows live as long as the program.
    let known: &'static [RowForm] = known;
    let parent = parent.map(|it| &above[it]);
    let of_parent = known
        .iter()
        .find(|it| it.under.is_some() && is_name(parent, it.under) && names_row(it, name));
    of_parent
        .or_else(|| {
            known
                .iter()
                .find(|it| names_row(it, name) && it.under.is_none())
        })
        .or_else(|| {
            known
                .iter()
                .find(|it| names_row(it, name) && position(above, it.name).is_none())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_withheld_is_told_from_names_and_figures() {
        for text in ["*", "***", "·", "×", "※", "保密"] {
            assert!(is_withheld(text), "{text}");
        }
        for text in ["", "-", "1.00*", "项目支出", "0.00"] {
            assert!(!is_withheld(text), "{text}");
        }
    }
}
