//! “未安排”, “没有使用”, “为空表”: sentences that say that something is not there.
use super::subjects;
use crate::{
    budget::{Budget, TableName, statement::Denial},
    forms::narrative::SectionForm,
    words::bare,
};

/// Words of a clause that says so, before the thing or behind it.
const BEFORE: &[&str] = &["没有使用", "未安排", "没有安排", "没有", "无"];
const BEHIND: &[&str] = &["未安排", "没有安排"];

/// Reads the clauses of a paragraph without blanks.
pub fn read(budget: &mut Budget, section: Option<&'static SectionForm>, block: usize, plain: &str) {
    for sentence in plain.split(['。', '；', ';']) {
        for clause in sentence.split([',', '，']) {
            let table = empty_table(budget, clause);
            let cell = denied(clause).and_then(|it| {
                let subject = subjects::subject(budget, section, &it);
                subject.known.and(subject.cell)
            });
            if table.is_some() || cell.is_some() {
                budget.denials.push(Denial {
                    text: clause.to_owned(),
                    table,
                    cell,
                    block,
                });
            }
        }
    }
}

/// The table whose title a clause names and calls empty.
fn empty_table(budget: &Budget, clause: &str) -> Option<TableName> {
    let title = clause
        .strip_suffix("为空表")
        .or(clause.strip_suffix("是空表"))?;
    let named = |it: &&crate::budget::Table| {
        let printed = bare(&it.title);
        let printed = printed
            .trim_start_matches("财政拨款")
            .trim_start_matches("单位")
            .trim_start_matches("部门");
        !printed.is_empty() && bare(title).ends_with(printed)
    };
    budget
        .tables
        .iter()
        .filter(named)
        .max_by_key(|it| it.title.len())
        .map(|it| it.name.clone())
}

/// What a clause says is not there.
fn denied(clause: &str) -> Option<String> {
    if let Some(thing) = BEHIND.iter().find_map(|it| clause.strip_suffix(it)) {
        return Some(thing.to_owned());
    }
    // 本年及上年均未安排… is a reason, not a statement of this year's budget.
    let (before, thing) = BEFORE.iter().find_map(|it| clause.split_once(it))?;
    let reason = before.contains("上年") || before.contains("原因") || thing.contains("变化");
    let thing = thing
        .trim_end_matches("的支出")
        .trim_end_matches("安排")
        .trim_end_matches("支出")
        .trim_end_matches("预算");
    (!reason).then(|| thing.to_owned())
}
