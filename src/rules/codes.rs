//! 科目: codes and their names.
use super::{Rule, RuleKind, Severity, Statement::Code, always, text};
use crate::{
    budget::{Budget, Row, Table},
    check::Remark,
    document::Where,
    note::Message,
    recognize::words::bare,
};
use std::collections::BTreeMap;

/// Rules on codes.
pub const RULES: &[Rule] = &[Rule {
    id: "codes/one-name",
    title: text("同一科目代码只有一个名称", "One code, one name"),
    kind: RuleKind::Codes,
    basis: text(
        "《政府收支分类科目》：一个代码对应一个名称",
        "Government classification: one code, one name",
    ),
    checks: &[always(Severity::Warning, Code(one_name))],
    why: text(
        "同一代码在不同的表中用了不同的名称，其中至少有一个不是规范名称。",
        "The same code carries different names in different tables; at least one is not the official one.",
    ),
    remedy: text(
        "按当年《政府收支分类科目》统一名称。",
        "Use the official name of the year in every table.",
    ),
    holds: &["
        支出总表     | 合计 | 基本支出 | 项目支出
        201 一般公共服务支出 | 9.00 | 9.00 |
        总计        | 9.00 | 9.00 |
        一般公共预算支出表 | 合计 | 基本支出 | 项目支出
        201 一般公共服务支出 | 9.00 | 9.00 |
        总计        | 9.00 | 9.00 |"],
    fails: &["
        支出总表     | 合计 | 基本支出 | 项目支出
        232 债务付息支出 | 9.00 | 9.00 |
        总计        | 9.00 | 9.00 |
        一般公共预算支出表 | 合计 | 基本支出 | 项目支出
        232 债务利息支出 | 9.00 | 9.00 |
        总计        | 9.00 | 9.00 |"],
}];

fn one_name(budget: &Budget, rule: &'static Rule) -> Vec<Remark> {
    let mut names: BTreeMap<&str, Vec<(String, &Table, &Row)>> = BTreeMap::new();
    for table in &budget.tables {
        for row in table.panels.iter().flat_map(|it| &it.rows) {
            let Some(code) = row.code.as_deref().filter(|it| *it == row.name) else {
                continue;
            };
            let name = comparable(&row.label);
            let seen = names.entry(code).or_default();
            if !name.is_empty() && seen.iter().all(|it| it.0 != name) {
                seen.push((name, table, row));
            }
        }
    }
    let several = names.into_iter().filter(|(_, seen)| seen.len() > 1);
    several
        .map(|(code, seen)| remark(rule, code, &seen))
        .collect()
}

/// Names are compared without numbering, brackets and blanks.
fn comparable(label: &str) -> String {
    bare(crate::recognize::words::numbering(label).1)
}

fn remark(rule: &'static Rule, code: &str, seen: &[(String, &Table, &Row)]) -> Remark {
    let zh: Vec<String> = seen
        .iter()
        .map(|(_, table, row)| format!("{}作“{}”", table.name, row.label))
        .collect();
    let en: Vec<String> = seen
        .iter()
        .map(|(_, table, row)| format!("“{}” in {}", row.label, table.name))
        .collect();
    Remark {
        rule,
        severity: Severity::Warning,
        agrees: false,
        message: Message::new(
            format!("科目 {code} 的名称不一致：{}。", zh.join("，")),
            format!("Code {code} has several names: {}.", en.join(", ")),
        ),
        figures: Vec::new(),
        at: seen.last().and_then(|(_, table, _)| label_place(table)),
        block: seen
            .last()
            .and_then(|(_, _, row)| row.label_at.map(|it| it.0)),
        expected: None,
        printed: seen.last().map(|(_, _, row)| row.label.clone()),
    }
}

fn label_place(table: &Table) -> Option<Where> {
    table.at.clone()
}
