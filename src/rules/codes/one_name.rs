//! One code with several names in one document.
use super::{coded, introduction};
use crate::{
    budget::{Budget, Row, Table},
    claim::{Remark, Severity},
    forms::classification::{Trust, official_name},
    note::Message,
    rules::{likeness::normal, remarks::of_row},
    words::{bare, numbering},
};
use std::collections::BTreeMap;

/// A name as it is compared, with the first row that prints it.
type Seen<'a> = (String, &'a Table, &'a Row);

/// Complains of every code that carries several names.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let several = names(budget).into_iter().filter(|(_, seen)| seen.len() > 1);
    several
        .map(|(code, seen)| remark(budget, code, &seen))
        .collect()
}

/// Whether a code carries several names in this document.
pub fn has_several(budget: &Budget, code: &str) -> bool {
    names(budget).get(code).is_some_and(|it| it.len() > 1)
}

fn names(budget: &Budget) -> BTreeMap<&str, Vec<Seen<'_>>> {
    let mut names: BTreeMap<&str, Vec<Seen>> = BTreeMap::new();
    for (table, row, code) in coded(budget) {
        let name = comparable(&row.label);
        let seen = names.entry(code).or_default();
        if !name.is_empty() && seen.iter().all(|it| it.0 != name) {
            seen.push((name, table, row));
        }
    }
    names
}

/// Names are compared without numbering, brackets and blanks.
fn comparable(label: &str) -> String {
    bare(numbering(label).1)
}

fn remark(budget: &Budget, code: &str, seen: &[Seen]) -> Remark {
    let zh = seen
        .iter()
        .map(|(_, table, row)| format!("{}作“{}”", table.name, row.label));
    let en = seen
        .iter()
        .map(|(_, table, row)| format!("“{}” in {}", row.label, table.name));
    let (mut zh, mut en) = (
        zh.collect::<Vec<_>>().join("，"),
        en.collect::<Vec<_>>().join(", "),
    );
    let known = official_name(code).filter(|it| it.trust != Trust::Suggest);
    let official = known.map(|it| it.name);
    if let Some(known) = known {
        let (zh_of, en_of) = introduction(known.trust);
        zh += &format!("；{zh_of}“{}”", known.name);
        en += &format!("; {en_of} “{}”", known.name);
    }
    let is_official = |it: &&Seen| official.is_some_and(|name| normal(name) == normal(&it.0));
    let wrong = seen.iter().rfind(|it| !is_official(it));
    let message = Message::new(
        format!("科目 {code} 的名称不一致：{zh}。"),
        format!("Code {code} has several names: {en}."),
    );
    let (_, _, row) = wrong.unwrap_or(&seen[0]);
    Remark {
        expected: official.map(str::to_owned),
        ..of_row(Severity::Warning, budget, row, message)
    }
}
