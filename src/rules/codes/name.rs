//! The official name of a code.
use super::{coded, introduction, one_name};
use crate::{
    budget::{Budget, Row},
    claim::{Remark, Severity},
    forms::classification::{Name, Trust, codes_named, former_names, official_name},
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
enum Kind {
    /// It was the name until this year.
    Former(u16),
    /// It is another name of much the same sound.
    Garbled,
    /// It is the name of another code.
    OfOther(&'static str),
}

/// What is wrong with the name of a code.
#[derive(Debug, PartialEq)]
struct Fault {
    kind: Kind,
    official: Name,
    severity: Severity,
}

/// The year of the list that the oldest names are from.
const OLDEST: u16 = 2010;

fn fault(code: &str, label: &str, year: Option<u16>) -> Option<Fault> {
    let official = official_name(code)?;
    let printed = normal(label);
    let name = normal(official.name);
    if printed.is_empty() || printed == name {
        return None;
    }
    let is_short = is_shortened(&printed, &name);
    let kind = match former_names(code).find(|it| normal(it.0) == printed) {
        Some((_, until)) if is_short && until <= OLDEST => return None,
        Some((_, until)) => former(&official, until, year)?,
        None if is_short => return None,
        None => other(code, label)
            .or_else(|| alike(&printed, &name, 6).then_some(Kind::Garbled))
            .filter(|it| official.trust != Trust::Suggest || *it == Kind::Garbled)?,
    };
    // A former name that only lacks or adds a word may as well be a short form.
    let severity = match official.is_certain_in(year) && !is_short {
        true => Severity::Warning,
        false => Severity::Notice,
    };
    Some(Fault {
        kind,
        official,
        severity,
    })
}

/// A former name is wrong in the years in which the present one was seen. Between the two nobody
/// knows when the name changed.
fn former(official: &Name, until: u16, year: Option<u16>) -> Option<Kind> {
    let is_over = year.is_some_and(|it| it >= official.since && it > until);
    (is_over && official.trust != Trust::Suggest).then_some(Kind::Former(until))
}

/// The other code of the same level whose name this is.
fn other(code: &str, label: &str) -> Option<Kind> {
    let same_kind = |it: &&str| it.len() == code.len() && it.as_bytes()[0] == code.as_bytes()[0];
    codes_named(label).find(same_kind).map(Kind::OfOther)
}

fn remark(budget: &Budget, row: &Row, code: &str, fault: &Fault) -> Remark {
    let label = &row.label;
    let (zh, en) = match fault.kind {
        Kind::Former(until) => (
            format!("科目 {code} 用了旧名称“{label}”（{until}年前后使用）"),
            format!("Code {code} carries its former name “{label}” (used until about {until})"),
        ),
        Kind::Garbled => (
            format!("科目 {code} 的名称写作“{label}”"),
            format!("Code {code} is named “{label}”"),
        ),
        Kind::OfOther(other) => (
            format!("科目 {code} 的名称写作“{label}”，那是 {other} 的名称"),
            format!("Code {code} is named “{label}”, which is the name of {other}"),
        ),
    };
    let official = fault.official.name;
    let (zh_of, en_of) = introduction(fault.official.trust);
    let message = Message::new(
        format!("{zh}，{zh_of}“{official}”。"),
        format!("{en}; {en_of} “{official}”."),
    );
    Remark {
        expected: Some(official.to_owned()),
        ..of_row(fault.severity, budget, row, message)
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

    fn severity(code: &str, label: &str, year: u16) -> Option<Severity> {
        fault(code, label, Some(year)).map(|it| it.severity)
    }

    #[test]
    fn garbled_names_are_wrong() {
        let garbled = fault("2010302", "一般行政事务管理", Some(2025)).map(|it| it.kind);
        assert_eq!(garbled, Some(Kind::Garbled));
    }

    #[test]
    fn only_what_is_certain_in_the_year_is_warned_of() {
        let warned = Some(Severity::Warning);
        let hinted = Some(Severity::Notice);
        assert_eq!(severity("2010302", "一般行政事务管理", 2025), warned);
        assert_eq!(severity("2010302", "一般行政事务管理", 2019), hinted);
        // One region prints it.
        assert_eq!(severity("232", "债务息付支出", 2026), hinted);
        // A list without a year has it.
        assert_eq!(severity("1030146", "国有土地收基益金收入", 2026), hinted);
        assert_eq!(severity("1030146", "契税", 2026), None);
    }
}
