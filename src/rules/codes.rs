//! 科目: codes and their names.
mod missing;
mod name;
mod one_name;
mod unknown;

use crate::{
    budget::{Budget, Panel, Row, Table},
    claim::Severity,
    forms::classification::{Trust, former_names},
    note::text,
    rule::{Requirement::Words, Rule, RuleKind, always},
    rules::likeness::normal,
    words::numbering,
};

/// Rules on codes.
pub const RULES: &[Rule] = &[ONE_NAME, NAME, UNKNOWN, MISSING];

const ONE_NAME: Rule = Rule {
    id: "codes/one-name",
    title: text("同一科目代码只有一个名称", "One code, one name"),
    kind: RuleKind::Codes,
    basis: text(
        "《政府收支分类科目》：一个代码对应一个名称",
        "Government classification: one code, one name",
    ),
    checks: &[always(Severity::Warning, Words(one_name::check))],
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
};

const NAME: Rule = Rule {
    id: "codes/name",
    title: text(
        "科目名称是当年的规范名称",
        "A code carries its official name",
    ),
    kind: RuleKind::Codes,
    basis: text(
        "当年《政府收支分类科目》",
        "Government classification of the year",
    ),
    checks: &[always(Severity::Warning, Words(name::check))],
    why: text(
        "代码与名称对不上时，读者无法知道这笔钱究竟属于哪个科目。",
        "Where code and name disagree, nobody can tell what the money is for.",
    ),
    remedy: text(
        "按当年《政府收支分类科目》改正名称，或者改正代码。",
        "Correct the name, or the code, after the classification of the year.",
    ),
    holds: &[
        "
        2026年云泽市市民服务中心单位预算公开
        支出总表     | 合计 | 基本支出 | 项目支出
        208 社会保障和就业支出 | 9.00 | 9.00 |
        20805 行政事业单位养老支出 | 9.00 | 9.00 |
        2080505 机关事业单位养老保险缴费支出 | 9.00 | 9.00 |
        总计        | 9.00 | 9.00 |",
        "
        2018年云泽市市民服务中心单位预算公开
        支出总表     | 合计 | 基本支出 | 项目支出
        208 社会保障和就业支出 | 9.00 | 9.00 |
        20805 行政事业单位离退休 | 9.00 | 9.00 |
        总计        | 9.00 | 9.00 |",
        "
        2026年云泽市市民服务中心单位预算公开
        支出总表     | 合计 | 基本支出 | 项目支出
        208 社会保障和就业支出 | 9.00 | 9.00 |
        210 医疗卫生与计划生育支出 | | |
        总计        | 9.00 | 9.00 |",
    ],
    fails: &[
        "
        2026年云泽市市民服务中心单位预算公开
        支出总表     | 合计 | 基本支出 | 项目支出
        210 医疗卫生与计划生育支出 | 9.00 | 9.00 |
        总计        | 9.00 | 9.00 |",
        "
        2026年云泽市市民服务中心单位预算公开
        支出总表     | 合计 | 基本支出 | 项目支出
        201 教育支出 | 9.00 | 9.00 |
        总计        | 9.00 | 9.00 |",
    ],
};

const UNKNOWN: Rule = Rule {
    id: "codes/unknown",
    title: text("科目代码当年仍在使用", "A code exists in its year"),
    kind: RuleKind::Codes,
    basis: text(
        "当年《政府收支分类科目》",
        "Government classification of the year",
    ),
    checks: &[always(Severity::Warning, Words(unknown::check))],
    why: text(
        "已经取消的科目代码说明表格沿用了旧年度的科目。",
        "A code that was given up shows that the table still follows an old classification.",
    ),
    remedy: text(
        "改用当年《政府收支分类科目》中的代码；地方自设的代码请说明。",
        "Use the code of the year; explain a code of the region's own.",
    ),
    holds: &["
        2026年云泽市市民服务中心单位预算公开
        基本支出表   | 合计 | 人员经费 | 公用经费
        301 工资福利支出 | 9.00 | 9.00 |
        30112 其他社会保障缴费 | 9.00 | 9.00 |
        总计        | 9.00 | 9.00 |"],
    fails: &["
        2026年云泽市市民服务中心单位预算公开
        基本支出表   | 合计 | 人员经费 | 公用经费
        301 工资福利支出 | 9.00 | 9.00 |
        30104 其他社会保障缴费 | 9.00 | 9.00 |
        总计        | 9.00 | 9.00 |"],
};

const MISSING: Rule = Rule {
    id: "codes/missing",
    title: text("科目编码没有漏填", "No code is left blank"),
    kind: RuleKind::Codes,
    basis: text(
        "当年《政府收支分类科目》",
        "Government classification of the year",
    ),
    checks: &[always(Severity::Notice, Words(missing::check))],
    why: text(
        "各行都有科目编码，唯独一行没有，读者无法确定它属于哪个科目。",
        "Where all rows but one have their codes, nobody can tell what that one belongs to.",
    ),
    remedy: text("补上科目编码。", "Fill in the code."),
    holds: &["
        支出总表     | 名称 | 合计 | 基本支出 | 项目支出
        205 | 教育支出 | 9.00 | 9.00 |
        20502 | 普通教育 | 4.00 | 4.00 |
        2050203 | 初中教育 | 4.00 | 4.00 |
        20508 | 进修及培训 | 5.00 | 5.00 |
        2050803 | 培训支出 | 5.00 | 5.00 |
        | 总计        | 9.00 | 9.00 |"],
    fails: &["
        支出总表     | 名称 | 合计 | 基本支出 | 项目支出
        205 | 教育支出 | 9.00 | 9.00 |
        20502 | 普通教育 | 4.00 | 4.00 |
        2050203 | 初中教育 | 4.00 | 4.00 |
        | 进修及培训 | 5.00 | 5.00 |
        2050803 | 培训支出 | 3.00 | 3.00 |
        2050899 | 其他进修及培训 | 2.00 | 2.00 |
        | 总计        | 9.00 | 9.00 |"],
};

/// Every row that stands under its code, with its table. The economic and the functional
/// classification share no code, so the code alone says which one is meant. Printed forms keep rows
/// that nothing is spent on under names of earlier years: these accuse nobody.
fn coded(budget: &Budget) -> impl Iterator<Item = (&Table, &Row, &str)> {
    let panels = budget
        .tables
        .iter()
        .flat_map(|table| table.panels.iter().map(move |panel| (table, panel)));
    panels.flat_map(move |(table, panel)| {
        let rows = panel.rows.iter().enumerate();
        let used = rows.filter(|(index, row)| {
            row.is_of_code_itself() && (has_figure(budget, panel, *index) || !is_former(row))
        });
        used.filter_map(move |(_, row)| Some((table, row, row.code.as_deref()?)))
    })
}

/// What introduces a name that may be relied on so far, in Chinese and in English.
fn introduction(trust: Trust) -> (&'static str, &'static str) {
    match trust {
        Trust::Warn => ("规范名称是", "officially it is"),
        Trust::OneSystem => ("别处公开的文件写作", "elsewhere it is printed as"),
        Trust::Suggest => ("可能应为", "perhaps it should be"),
    }
}

/// Whether the name of a row is one that its code had before.
fn is_former(row: &Row) -> bool {
    let printed = normal(numbering(&row.label).1);
    let code = row.code.as_deref().unwrap_or_default();
    former_names(code).any(|it| normal(it.0) == printed)
}

/// Whether a row has a figure other than nought.
fn has_figure(budget: &Budget, panel: &Panel, row: usize) -> bool {
    let mut facts = (0..panel.columns.len()).filter_map(|it| panel.fact(row, it));
    facts.any(|it| !budget.fact(it).amount.value.is_zero())
}
