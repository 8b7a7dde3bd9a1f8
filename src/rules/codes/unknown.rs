//! Codes that were given up, and codes that no classification known here has.
use super::coded;
use crate::{
    budget::{Budget, Row},
    claim::{Remark, Severity},
    forms::classification::{FUNCTION_CLASSES, Retired, official_name, retired},
    note::Message,
    rules::{likeness::normal, remarks::of_row},
};
use std::collections::BTreeSet;

/// Old codes live on for a year or two where they are not paid attention to.
const YEARS_OF_GRACE: u16 = 1;
/// The economic classes since 2018.
const ECONOMIC_CLASSES: [&str; 10] = [
    "301", "302", "303", "307", "309", "310", "311", "312", "313", "399",
];

/// Complains once of every such code.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let Some(year) = budget.year else {
        return Vec::new();
    };
    let mut told = BTreeSet::new();
    let mut remarks = Vec::new();
    for (_, row, code) in coded(budget) {
        let remark = match retired(code) {
            Some(old) if is_over(old, row, year) => given_up(budget, row, old),
            None if is_no_class(code, year) => not_known(budget, row, code),
            _ => continue,
        };
        if told.insert(code) {
            remarks.push(remark);
        }
    }
    remarks
}

fn is_over(old: &Retired, row: &Row, year: u16) -> bool {
    year > old.until + YEARS_OF_GRACE && normal(&row.label) == normal(old.name)
}

fn is_no_class(code: &str, year: u16) -> bool {
    let class = code.get(..3).unwrap_or_default();
    let known = match code.as_bytes().first() {
        Some(b'2') => FUNCTION_CLASSES.iter().any(|it| it.0 == class),
        Some(b'3') => ECONOMIC_CLASSES.contains(&class),
        _ => true,
    };
    year > 2018 && !known
}

fn given_up(budget: &Budget, row: &Row, old: &Retired) -> Remark {
    let Retired {
        code, name, now, ..
    } = old;
    let current = official_name(now).map_or("", |it| it.name);
    let message = Message::new(
        format!("科目 {code} {name}已不再使用，现在是 {now} {current}。"),
        format!("Code {code} ({name}) is no longer used; now it is {now} {current}."),
    );
    Remark {
        expected: Some((*now).to_owned()),
        ..of_row(Severity::Warning, budget, row, message)
    }
}

fn not_known(budget: &Budget, row: &Row, code: &str) -> Remark {
    let message = Message::new(
        format!(
            "代码 {code}（{}）不属于本程序所知的任何一类，可能是地方自设的，也可能有误。",
            row.label
        ),
        format!(
            "Code {code} ({}) belongs to no class known here; it may be a region's own, or wrong.",
            row.label
        ),
    );
    of_row(Severity::Notice, budget, row, message)
}
