//! The official name of a code.
use super::{coded, one_name};
use crate::{
    budget::{Budget, Row},
    claim::{Remark, Severity},
    forms::classification::{codes_named, former_names, official_name},
    note::Message,
    rules::{
        likeness::{alike, normal},
        remarks::of_row,
    },
    words::{is_shortened, numbering},
};
use std::collections::BTreeSet;

/// Complains once of every code that carries a wrong name everywhere; where its names differ,
/// `codes/one-name` says so.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let mut told = BTreeSet::new();
    let mut remarks = Vec::new();
    for (_, row, code) in coded(budget) {
        let Some(fault) = fault(code, numbering(&row.label).1, budget.year) else {
            continue;
        };
        if told.insert(code) && !one_name::has_several(budget, code) {
            remarks.push(remark(budget, row, code, &fault));
        }
    }
    remarks
}

/// What is wrong with a name.
#[derive(Debug, PartialEq)]
enum Fault {
    /// It was the name until this year.
    Former(&'static str, u16),
    /// It is another name of much the same sound.
    Garbled(&'static str),
    /// It is the name of another code.
    OfOther(&'static str, &'static str),
}

fn fault(code: &str, label: &str, year: Option<u16>) -> Option<Fault> {
    let (official, since) = official_name(code)?;
    let printed = normal(label);
    let name = normal(official);
    if printed.is_empty() || printed == name {
        return None;
    }
    let former = former_names(code).find(|it| normal(it.0) == printed);
    if let Some((_, until)) = former {
        // Between the two years nobody knows when the name changed.
        return year
            .filter(|it| *it >= since && *it > until)
            .map(|_| Fault::Former(official, until));
    }
    if is_shortened(&printed, &name) {
        return None;
    }
    let same_kind = |it: &&str| it.len() == code.len() && it.as_bytes()[0] == code.as_bytes()[0];
    if let Some(other) = codes_named(label).find(same_kind) {
        return Some(Fault::OfOther(official, other));
    }
    alike(&printed, &name, 6).then_some(Fault::Garbled(official))
}

fn remark(budget: &Budget, row: &Row, code: &str, fault: &Fault) -> Remark {
    let label = &row.label;
    let (official, zh, en) = match fault {
        Fault::Former(official, until) => (
            official,
            format!("科目 {code} 用了旧名称“{label}”（{until}年前后使用）"),
            format!("Code {code} carries its former name “{label}” (used until about {until})"),
        ),
        Fault::Garbled(official) => (
            official,
            format!("科目 {code} 的名称写作“{label}”"),
            format!("Code {code} is named “{label}”"),
        ),
        Fault::OfOther(official, other) => (
            official,
            format!("科目 {code} 的名称写作“{label}”，那是 {other} 的名称"),
            format!("Code {code} is named “{label}”, which is the name of {other}"),
        ),
    };
    let message = Message::new(
        format!("{zh}，规范名称是“{official}”。"),
        format!("{en}; officially it is “{official}”."),
    );
    Remark {
        expected: Some((*official).to_owned()),
        ..of_row(severity(fault, label), budget, row, message)
    }
}

/// A former name that only lacks or adds a word may as well be a short form.
fn severity(fault: &Fault, label: &str) -> Severity {
    match fault {
        Fault::Former(official, _) if is_shortened(&normal(label), &normal(official)) => {
            Severity::Notice
        }
        _ => Severity::Warning,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn harmless_spellings_are_right() {
        for (code, label) in [
            ("30213", "维修(护)费"),
            ("30213", "维修费"),
            ("204", "公共安全"),
            ("20103", "政府办公厅及相关机构事务"),
            ("30199", "其它工资福利支出"),
            ("2080505", "机关事业单位养老保险缴费"),
            ("2011111", "某项地方科目"),
        ] {
            assert_eq!(fault(code, label, Some(2026)), None, "{code} {label}");
        }
    }

    #[test]
    fn a_name_has_its_years() {
        let name = "医疗卫生与计划生育支出";
        assert_eq!(fault("210", name, Some(2018)), None);
        assert!(fault("210", name, Some(2026)).is_some());
        assert_eq!(fault("210", name, None), None);
        assert_eq!(fault("210", "卫生健康支出", Some(2018)), None);
    }

    #[test]
    fn garbled_names_are_wrong() {
        let garbled = fault("2010302", "一般行政事务管理", Some(2026));
        assert_eq!(garbled, Some(Fault::Garbled("一般行政管理事务")));
    }
}
