//! 表内: how a table is filled in, sums aside.
use super::remarks::of_document;
use crate::{
    budget::{Budget, FactId, Panel, Row, Table},
    claim::{Remark, Severity},
    forms::Quantity,
    money::decimals,
    note::{Message, text},
    rule::{Condition, Requirement::Code, Rule, RuleKind, always, only},
};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

use Severity::{Notice, Warning};

/// Rules on how tables are filled in.
pub const RULES: &[Rule] = &[
    Rule {
        id: "table/duplicate-row",
        title: text("同一科目只列一行", "A code stands once in a table"),
        kind: RuleKind::Table,
        basis: text("表格自身：一个科目一行", "The form itself: one row a code"),
        checks: &[always(Warning, Code(duplicate_rows))],
        why: text(
            "同一科目列了两行，可能重复计算。",
            "A code that stands twice may be counted twice.",
        ),
        remedy: text("合并或删去重复的行。", "Merge or remove the doubled row."),
        holds: &["
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 5.00 | 5.00    |
            208     | 5.00 | 5.00    |
            总计    | 10.00 | 10.00  |"],
        fails: &["
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 5.00 | 5.00    |
            201     | 5.00 | 5.00    |
            总计    | 10.00 | 10.00  |"],
    },
    Rule {
        id: "table/orphan-row",
        title: text("下级科目有上级科目行", "A code stands below its heading"),
        kind: RuleKind::Table,
        basis: text(
            "《政府收支分类科目》：项归于款、款归于类",
            "Government classification: items stand below sections, sections below classes",
        ),
        checks: &[always(Warning, Code(orphan_rows))],
        why: text(
            "列了款、项而没有相应的类、款行，可能漏了一行。",
            "A code without its heading: a row may be missing.",
        ),
        remedy: text("补上缺少的类、款行。", "Add the missing heading."),
        holds: &["
            支出总表 | 合计 | 基本支出 | 项目支出
            208     | 5.00 | 5.00    |
            20805   | 5.00 | 5.00    |
            总计    | 5.00 | 5.00    |"],
        fails: &["
            支出总表 | 合计 | 基本支出 | 项目支出
            208     | 5.00 | 5.00    |
            20805   | 5.00 | 5.00    |
            22102   | 5.00 | 5.00    |
            总计    | 10.00 | 10.00  |"],
    },
    Rule {
        id: "table/column-class",
        title: text(
            "人员、公用经费列与经济科目相配",
            "Personnel and operating money stand under their classes",
        ),
        kind: RuleKind::Table,
        basis: text(
            "支出经济分类：301、303 为人员经费，其余为公用经费",
            "Economic classification: 301 and 303 are personnel money, the rest operating money",
        ),
        checks: &[always(Warning, Code(column_class))],
        why: text(
            "人员经费只含 301、303，公用经费只含 302、307、309、310、312、399 等。",
            "Personnel money holds 301 and 303 only, operating money the others.",
        ),
        remedy: text(
            "看该数是否填错了列。",
            "See whether the figure is in the wrong column.",
        ),
        holds: &["
            一般公共预算基本支出表 | 合计 | 人员经费 | 公用经费
            301                 | 5.00 | 5.00 |
            302                 | 2.00 |      | 2.00
            总计                | 7.00 | 5.00 | 2.00"],
        fails: &["
            一般公共预算基本支出表 | 合计 | 人员经费 | 公用经费
            301                 | 5.00 | 5.00 |
            302                 | 2.00 | [2.00] |
            总计                | 7.00 | 7.00 |"],
    },
    Rule {
        id: "table/unit",
        title: text("写明计量单位", "The unit of account is stated"),
        kind: RuleKind::Table,
        basis: text(
            "财预〔2016〕143号：公开表格应注明金额单位",
            "财预〔2016〕143号: tables state their unit of account",
        ),
        checks: &[always(Warning, Code(unit))],
        why: text(
            "没有写明元还是万元，读者无从知道数的大小。",
            "Without it a reader cannot tell how much is meant.",
        ),
        remedy: text("在表头写明“单位：万元”等。", "State it above the table."),
        holds: &[
            "
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 5.00 | 5.00    |
            总计    | 5.00 | 5.00    |",
            "
            单位：无
            国有资产占用情况表 | 数量
            一般公务用车       | 3
            执法执勤用车       | 9",
        ],
        fails: &["
            单位：无
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 5.00 | 5.00    |
            总计    | 5.00 | 5.00    |"],
    },
    Rule {
        id: "table/negative",
        title: text("预算数不为负", "No negative amounts"),
        kind: RuleKind::Table,
        basis: text("预算收支为非负数", "Budgeted amounts are not negative"),
        checks: &[only(&[Condition::Budget], Warning, Code(negative))],
        why: text(
            "预算中出现负数，多半是写错或放错了位置。",
            "A negative amount in a budget is mostly a slip.",
        ),
        remedy: text("核对该数。", "Check the figure."),
        holds: &["
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 5.00 | 5.00    |
            总计    | 5.00 | 5.00    |"],
        fails: &["
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 5.00 | 7.00    | [-2.00]
            总计    | 5.00 | 7.00    | -2.00"],
    },
    Rule {
        id: "table/precision",
        title: text("同一表小数位数一致", "One table, one number of decimals"),
        kind: RuleKind::Table,
        basis: text(
            "表格自身：小数位数一致",
            "The form itself: one number of decimals",
        ),
        checks: &[always(Notice, Code(precision))],
        why: text(
            "个别数的小数位数与全表不同，可能漏写了数字。",
            "A figure with other decimals than its table may lack a digit.",
        ),
        remedy: text("核对该数的小数位。", "Check the figure's decimals."),
        holds: &["
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 5.00 | 5.00    |
            208     | 4.00 | 4.00    |
            总计    | 9.00 | 9.00    |"],
        fails: &["
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 5.00 | 5.00    |
            208     | [4.0] | 4.00   |
            210     | 1.00 | 1.00    |
            总计    | 10.00 | 10.00  |"],
    },
    Rule {
        id: "table/unreadable-figure",
        title: text("数字可读", "Every figure can be read"),
        kind: RuleKind::Table,
        basis: text(
            "表格自身：金额栏填写数字",
            "The form itself: amounts are figures",
        ),
        checks: &[always(Warning, Code(unreadable))],
        why: text(
            "金额栏里的内容不是一个数，无法核对。",
            "What stands in the cell is no figure and cannot be checked.",
        ),
        remedy: text("改成正确的数。", "Write a proper figure."),
        holds: &["
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 5.00 | 5.00    |
            208     | 4.00 | 4.00    |
            总计    | 9.00 | 9.00    |"],
        fails: &["
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 5.00 | 5.00    |
            208     | 4..0 | 4.00    |
            总计    | 9.00 | 9.00    |"],
    },
];

fn remark(table: &Table, message: Message, figures: Vec<FactId>) -> Remark {
    Remark {
        figures,
        at: table.at.clone(),
        block: table.blocks.first().copied(),
        ..of_document(Warning, message)
    }
}

fn panels(budget: &Budget) -> impl Iterator<Item = (&Table, &Panel)> {
    budget
        .tables
        .iter()
        .flat_map(|table| table.panels.iter().map(move |panel| (table, panel)))
}

/// The facts of a row.
fn facts(panel: &Panel, row: usize) -> Vec<FactId> {
    (0..panel.columns.len())
        .filter_map(|column| panel.fact(row, column))
        .collect()
}

fn duplicate_rows(budget: &Budget) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for (table, panel) in panels(budget).filter(|it| it.0.form.is_some()) {
        let coded = |it: &(usize, &Row)| it.1.code.is_some();
        for (index, row) in panel.rows.iter().enumerate().filter(coded) {
            if row.name.nth == Some(2) {
                let named = format!("“{} {}”", row.name.words(), row.label);
                let message = Message::new(
                    format!("{}：{named}列了不止一行。", table.name),
                    format!("{}: {named} stands more than once.", table.name),
                );
                remarks.push(remark(table, message, facts(panel, index)));
            }
        }
    }
    remarks
}

fn orphan_rows(budget: &Budget) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for (table, panel) in panels(budget).filter(|it| it.0.form.is_some()) {
        // A table that lists items or projects only is complete as it is.
        if !panel
            .rows
            .iter()
            .any(|it| it.code.as_ref().is_some_and(|it| it.len() == 3))
        {
            continue;
        }
        for (index, row) in panel.rows.iter().enumerate() {
            let Some(code) = row
                .code
                .as_ref()
                .filter(|it| it.len() > 3 && lacks_heading(panel, it))
            else {
                continue;
            };
            let heading = heading(panel, code);
            let message = Message::new(
                format!(
                    "{}：有“{code} {}”而没有它的上级科目 {heading}。",
                    table.name, row.label
                ),
                format!(
                    "{}: “{code} {}” stands without its heading {heading}.",
                    table.name, row.label
                ),
            );
            remarks.push(remark(table, message, facts(panel, index)));
        }
    }
    remarks
}

/// The code that must stand above this one: of an item its class, where the table lists no sections.
fn heading<'a>(panel: &Panel, code: &'a str) -> &'a str {
    let mut codes = panel.rows.iter().filter_map(|it| it.code.as_ref());
    match code.len() == 7 && !codes.any(|it| it.len() == 5) {
        true => &code[..3],
        false => &code[..code.len() - 2],
    }
}

fn lacks_heading(panel: &Panel, code: &str) -> bool {
    let heading = heading(panel, code);
    !panel
        .rows
        .iter()
        .any(|it| it.code.as_deref() == Some(heading))
}

/// Items that some regions count as personnel money and others as operating money: what is paid
/// out to the staff from money for goods, and those not on the establishment.
const OF_EITHER_COLUMN: &[&str] = &[
    "30106", "30114", "30199", "30207", "30226", "30228", "30229", "30231", "30239", "30299",
];

/// Whether the classification says in which column a row stands. A class that lists its items holds
/// what they hold.
fn is_of_one_column(panel: &Panel, row: usize, code: &str) -> bool {
    let has_items = panel.children(Some(row)).next().is_some();
    !has_items && !OF_EITHER_COLUMN.contains(&code)
}

fn column_class(budget: &Budget) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for (table, panel) in panels(budget) {
        for (index, row) in panel.rows.iter().enumerate() {
            let is_told =
                |code: &&String| code.starts_with('3') && is_of_one_column(panel, index, code);
            let Some(code) = row.code.as_ref().filter(is_told) else {
                continue;
            };
            let personnel = code.starts_with("301") || code.starts_with("303");
            let wrong = if personnel {
                "公用经费"
            } else {
                "人员经费"
            };
            let fact = panel.column(wrong).and_then(|it| panel.fact(index, it));
            if let Some(fact) = fact.filter(|it| !budget.fact(*it).amount.is_nil()) {
                let message = Message::new(
                    format!(
                        "{}：“{code} {}”不属于{wrong}，却在该列填了 {}。",
                        table.name,
                        row.label,
                        budget.fact(fact).text
                    ),
                    format!(
                        "{}: “{code} {}” is not {wrong}, yet {} stands there.",
                        table.name,
                        row.label,
                        budget.fact(fact).text
                    ),
                );
                remarks.push(remark(table, message, vec![fact]));
            }
        }
    }
    remarks
}

fn unit(budget: &Budget) -> Vec<Remark> {
    let unstated = budget
        .tables
        .iter()
        .filter(|it| it.unit.is_none() && !it.is_empty(budget) && !only_counts(budget, it));
    let message = |table: &Table| {
        Message::new(
            format!("{}没有写明金额单位。", table.name),
            format!("{} does not state its unit of account.", table.name),
        )
    };
    unstated
        .map(|table| remark(table, message(table), Vec::new()))
        .collect()
}

/// Whether a table tells numbers of things only, which need no unit of account.
fn only_counts(budget: &Budget, table: &Table) -> bool {
    let facts = table.panels.iter().flat_map(|it| it.cells.iter().flatten());
    let facts: Vec<FactId> = facts.copied().collect();
    let counts = |id: &FactId| {
        let name = &budget.fact(*id).name;
        Quantity::of_cell(&name.row.words(), &name.column.key) == Quantity::Count
    };
    !facts.is_empty() && facts.iter().all(counts)
}

fn negative(budget: &Budget) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for (table, panel) in panels(budget).filter(|it| it.0.form.is_some()) {
        for fact in panel.cells.iter().flatten() {
            let printed = budget.fact(*fact);
            let quantity = Quantity::of_cell(&printed.name.row.words(), &printed.name.column.key);
            let may_be = matches!(quantity, Quantity::Change | Quantity::Rate);
            if printed.amount.value < Decimal::ZERO && !may_be {
                let message = Message::new(
                    format!(
                        "{}出现负数 {}（{}）。",
                        table.name, printed.text, printed.name.row
                    ),
                    format!(
                        "{} holds a negative amount, {} ({}).",
                        table.name, printed.text, printed.name.row
                    ),
                );
                remarks.push(remark(table, message, vec![*fact]));
            }
        }
    }
    remarks
}

/// Figures whose decimals differ from those of nearly all others in the table.
fn precision(budget: &Budget) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for (table, panel) in panels(budget).filter(|it| it.0.form.is_some()) {
        let mut by_decimals: BTreeMap<u32, Vec<FactId>> = BTreeMap::new();
        // A rate or a number of things has its own decimals, whatever the amounts beside it have.
        let is_amount = |it: &&FactId| {
            let fact = budget.fact(**it);
            let quantity = Quantity::of_cell(&fact.name.row.words(), &fact.name.column.key);
            !fact.amount.is_nil() && quantity.is_of_money()
        };
        for fact in panel.cells.iter().flatten().filter(is_amount) {
            by_decimals
                .entry(decimals(&budget.fact(*fact).text))
                .or_default()
                .push(*fact);
        }
        let all: usize = by_decimals.values().map(Vec::len).sum();
        let odd = by_decimals.into_values().filter(|it| it.len() * 5 <= all);
        let odd: Vec<FactId> = odd.flatten().collect();
        if !odd.is_empty() {
            let texts: Vec<&str> = odd
                .iter()
                .map(|it| budget.fact(*it).text.as_str())
                .collect();
            let message = Message::new(
                format!(
                    "{}中个别数的小数位数与其他数不同：{}。",
                    table.name,
                    texts.join("、")
                ),
                format!(
                    "{}: some figures have other decimals than the rest: {}.",
                    table.name,
                    texts.join(", ")
                ),
            );
            remarks.push(Remark {
                severity: Notice,
                ..remark(table, message, odd)
            });
        }
    }
    remarks
}

fn unreadable(budget: &Budget) -> Vec<Remark> {
    // A formula that was saved without its result shows one when the file is opened.
    let severity = |text: &str| match text.starts_with('=') {
        true => Severity::Notice,
        false => Warning,
    };
    let message = |it: &crate::budget::Unreadable| {
        Message::new(
            format!(
                "{}“{}”行“{}”列的“{}”不是一个数，未核对。",
                it.name.table, it.name.row, it.name.column, it.text
            ),
            format!(
                "{}, row “{}”, column “{}”: “{}” is no figure; not checked.",
                it.name.table, it.name.row, it.name.column, it.text
            ),
        )
    };
    let remark = |it: &crate::budget::Unreadable| Remark {
        at: it.source.at.clone(),
        block: Some(it.source.block),
        printed: Some(it.text.clone()),
        ..of_document(severity(&it.text), message(it))
    };
    // Words without a digit are headings or labels out of their place, not figures gone wrong.
    let is_meant = |it: &&crate::budget::Unreadable| {
        it.text.starts_with('=') || it.text.chars().any(char::is_numeric)
    };
    let meant = budget.unreadable.iter().filter(is_meant);
    meant.map(remark).collect()
}
