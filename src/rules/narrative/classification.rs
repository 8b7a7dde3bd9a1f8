//! 类、款、项 of sentences that are not in the tables.
use super::lists::remark;
use crate::{
    budget::{Budget, Panel, Passage, Row},
    claim::{Remark, Severity},
    note::Message,
    words::same_name,
};
use std::collections::BTreeSet;

/// A level of a path: what marks it in a sentence, and how long its code is.
struct Level {
    mark: &'static str,
    digits: usize,
}

const LEVELS: [Level; 3] = [
    Level {
        mark: "类)",
        digits: 3,
    },
    Level {
        mark: "款)",
        digits: 5,
    },
    Level {
        mark: "项)",
        digits: 7,
    },
];

/// A name of a path at its level.
struct Step<'a> {
    name: &'a str,
    digits: usize,
}

/// Paths that sentences name, against the rows of coded tables.
pub fn classification(budget: &Budget) -> Vec<Remark> {
    let mut seen = BTreeSet::new();
    let mut remarks = Vec::new();
    for passage in budget.prose() {
        for (printed, path) in paths(&passage.plain) {
            if is_of_another_year(budget, passage) || !seen.insert(printed.to_owned()) {
                continue;
            }
            remarks.extend(judge(budget, passage, printed, &path));
        }
    }
    remarks
}

fn judge(budget: &Budget, passage: &Passage, printed: &str, path: &[Step]) -> Option<Remark> {
    let panels = || budget.tables.iter().flat_map(|it| &it.panels);
    if panels().any(|it| leads_to_a_row(it, path)) {
        let message = Message::new(
            format!("“{printed}”是表中的科目。"),
            format!("The table has “{printed}”."),
        );
        return Some(Remark {
            agrees: true,
            ..remark(Severity::Warning, passage.block, message, Vec::new())
        });
    }
    // A path of which the tables know nothing may be one of money that has no table.
    if !panels().any(|it| lists_rows_beside(it, path)) {
        return None;
    }
    let message = Message::new(
        format!("“{printed}”在表中没有这样的科目。"),
        format!("The table has no such heading as “{printed}”."),
    );
    let told = budget.telling.figures();
    let mut figures = told.filter_map(|(id, _)| {
        let fact = budget.telling.fact(id);
        (budget.fact(fact).source.block == passage.block).then_some(fact)
    });
    let first = figures.next().into_iter().collect();
    Some(remark(Severity::Warning, passage.block, message, first))
}

/// Whether the paragraph speaks of another year.
fn is_of_another_year(budget: &Budget, passage: &Passage) -> bool {
    let told = budget.telling.figures();
    let mut here =
        told.filter(|(id, _)| budget.fact(budget.telling.fact(*id)).source.block == passage.block);
    here.next()
        .is_some_and(|it| it.1.year != budget.telling.year)
}

/// Whether a row of the path stands in a panel, each level by its name below the one before.
fn leads_to_a_row(panel: &Panel, path: &[Step]) -> bool {
    let Some(last) = path.last() else {
        return false;
    };
    rows(panel, last.digits).any(|row| {
        let code = row.code.as_deref().unwrap_or_default();
        path.iter().all(|step| {
            let above = code.get(..step.digits);
            rows(panel, step.digits)
                .any(|it| it.code.as_deref() == above && same_name(&it.label, step.name))
        })
    })
}

/// Whether a panel lists rows of the last level, and one of the levels of the path stands in it.
fn lists_rows_beside(panel: &Panel, path: &[Step]) -> bool {
    let Some(last) = path.last() else {
        return false;
    };
    let known = |step: &Step| rows(panel, step.digits).any(|it| same_name(&it.label, step.name));
    rows(panel, last.digits).next().is_some() && path.iter().any(known)
}

fn rows(panel: &Panel, digits: usize) -> impl Iterator<Item = &Row> {
    let of_level = move |it: &&Row| it.code.as_ref().is_some_and(|it| it.len() == digits);
    panel.rows.iter().filter(of_level)
}

/// Every `某支出(类)某事务(款)某项(项)` of a text; a level may carry its code: `某支出(204类)`.
fn paths(plain: &str) -> Vec<(&str, Vec<Step<'_>>)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((start, end, path)) = next_path(plain, from) {
        from = end;
        if path.len() > 1 {
            found.push((&plain[start..end], path));
        }
    }
    found
}

/// The next path: where it begins and ends, and its steps.
fn next_path(plain: &str, from: usize) -> Option<(usize, usize, Vec<Step<'_>>)> {
    let begins = LEVELS[..2].iter().enumerate().filter_map(|(index, level)| {
        let at = plain[from..].find(level.mark)?;
        Some((from + at, index))
    });
    let (_, first) = begins.min()?;
    let mut path = Vec::new();
    let mut at = from;
    let mut start = None;
    for level in &LEVELS[first..] {
        let Some((name_at, name, end)) = step(plain, at, level.mark) else {
            break;
        };
        if start.is_some() && name_at != at {
            break;
        }
        start.get_or_insert(name_at);
        path.push(Step {
            name,
            digits: level.digits,
        });
        at = end;
    }
    match start {
        Some(start) => Some((start, at, path)),
        None => {
            let behind = plain[from..].find(LEVELS[first].mark)? + LEVELS[first].mark.len();
            Some((from, from + behind, path))
        }
    }
}

/// A name before its mark: where it begins, itself, and where its mark ends.
fn step<'a>(plain: &'a str, from: usize, mark: &str) -> Option<(usize, &'a str, usize)> {
    let at = from + plain.get(from..)?.find(mark)?;
    let (before, code) = plain[from..at].rsplit_once('(')?;
    if !code.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let ends = |it: char| "()。；;，,：:、.“”".contains(it) || it.is_ascii_digit();
    let name_at = before.rfind(ends).map_or(0, |it| {
        it + before[it..].chars().next().map_or(0, char::len_utf8)
    });
    let name = &before[name_at..];
    (!name.is_empty()).then_some((from + name_at, name, at + mark.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(plain: &str) -> Vec<Vec<&str>> {
        let found = paths(plain).into_iter();
        found
            .map(|it| it.1.into_iter().map(|it| it.name).collect())
            .collect()
    }

    #[test]
    fn paths_are_found_wherever_they_stand() {
        assert_eq!(
            read("1.公共安全支出(类)法院(款)行政运行(项)5万元,教育支出(205类)普通教育(02款)3万元"),
            [
                vec!["公共安全支出", "法院", "行政运行"],
                vec!["教育支出", "普通教育"]
            ]
        );
        assert_eq!(
            read("2.法院(款)案件执行(项)支出9万元。"),
            [["法院", "案件执行"]]
        );
        assert!(read("一般公共服务支出(类)5万元。其他支出(款)").is_empty());
    }
}
