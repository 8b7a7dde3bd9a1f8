//! 表内: the percentages of a table against the amounts beside them.
mod columns;

use crate::{
    budget::{Budget, FactId, Panel},
    claim::{Remark, Severity, rate::round},
    money::decimals,
    note::{Message, text},
    rule::{
        Requirement::{Code, Rates},
        Rule, RuleKind, always,
    },
    rules::remarks::of_document,
};
use rust_decimal::Decimal;

/// Rules on percentages in tables.
pub const RULES: &[Rule] = &[CHANGE_RATE, COLUMN_RATES];

const COLUMN_RATES: Rule = Rule {
    id: "table/column-rates",
    title: text(
        "表中的占比、增长率与金额相符",
        "Shares and rates in a table agree with its amounts",
    ),
    kind: RuleKind::Table,
    basis: text(
        "算术：表头写明的比率由同一表中的金额算出",
        "Arithmetic: the heading says of which amounts of the table the rate is made",
    ),
    checks: &[always(Severity::Warning, Rates(columns::rates))],
    why: text(
        "占比等于这一行除以合计，增长率、为上年的百分比由同一行的两个数算出。",
        "A share is the row over the total; a rate follows from two figures of its row.",
    ),
    remedy: text("重新计算这一行的比率。", "Compute the row's rate again."),
    holds: &["
        支出结构表 | 金额 | 占比
        办公楼维修 | 3.00 | 30.00%
        设备购置   | 5.00 | 50.00%
        系统维护   | 2.00 | 20.00%
        合计       | 10.00 | 100.00%"],
    fails: &["
        支出结构表 | 金额 | 占比
        办公楼维修 | 3.00 | 30.00%
        设备购置   | 5.00 | [55.00%]
        系统维护   | 2.00 | 20.00%
        合计       | 10.00 | 100.00%"],
};

const CHANGE_RATE: Rule = Rule {
    id: "table/change-rate",
    title: text(
        "表中的增减率与增减额相符",
        "Rates of change agree with the changes",
    ),
    kind: RuleKind::Table,
    basis: text(
        "算术：增减率 = 增减额 ÷ 上年数",
        "Arithmetic: the rate is the change divided by last year's figure",
    ),
    checks: &[always(Severity::Warning, Code(change_rates))],
    why: text(
        "增减率由同一行的本年数和上年数算出，对不上时其中必有一个写错。",
        "The rate follows from the two years' figures of its row; one of the three is wrong.",
    ),
    remedy: text("重新计算这一行的增减率。", "Compute the row's rate again."),
    holds: &["
        一般公共预算支出表 | 合计 | 基本支出 | 项目支出 | 上年数 | 增减额 | 增减率
        201             | 9.00 | 9.00 |  | 8.00 | 1.00 | 12.50
        总计            | 9.00 | 9.00 |  | 8.00 | 1.00 | 12.50"],
    fails: &["
        一般公共预算支出表 | 合计 | 基本支出 | 项目支出 | 上年数 | 增减额 | 增减率
        201             | 9.00 | 9.00 |  | 8.00 | 1.00 | 12.50
        总计            | 9.00 | 9.00 |  | 8.00 | 1.00 | [21.50]"],
};

fn change_rates(budget: &Budget) -> Vec<Remark> {
    let panels = budget.tables.iter().flat_map(|it| &it.panels);
    let rows = panels.flat_map(|panel| (0..panel.rows.len()).map(move |row| (panel, row)));
    let remarks = rows.filter_map(|(panel, row)| change_rate(budget, panel, row));
    remarks.collect()
}

/// What is to be said of the rate of one row; `None` where nothing can be compared.
fn change_rate(budget: &Budget, panel: &Panel, row: usize) -> Option<Remark> {
    let fact = |name: &str| panel.fact(row, panel.column(name)?);
    let (now, before, rate) = (
        fact("合计").or_else(|| fact("预算数"))?,
        fact("上年数")?,
        fact("增减率")?,
    );
    let printed = budget.fact(rate);
    let expected = range(budget, now, before)?;
    let places = decimals(&printed.text);
    let half = Decimal::new(5, places + 1);
    let value = printed.amount.value;
    let agrees = expected.0 - half <= value && value <= expected.1 + half;
    let exact = round((expected.0 + expected.1) / Decimal::TWO, places.max(2));
    let message = Message::new(
        format!(
            "{}的增减率应为 {exact}%，表中为 {}。",
            panel.rows[row].label, printed.text
        ),
        format!(
            "The rate of {} should be {exact} %; {} is printed.",
            panel.rows[row].label, printed.text
        ),
    );
    printed.is_printed().then(|| Remark {
        agrees,
        figures: vec![rate, now, before],
        at: printed.source.at.clone(),
        block: Some(printed.source.block),
        expected: Some(exact.to_string()),
        printed: Some(printed.text.clone()),
        ..of_document(Severity::Warning, message)
    })
}

/// The lowest and the highest rate that the rounding of the two figures leaves open.
fn range(budget: &Budget, now: FactId, before: FactId) -> Option<(Decimal, Decimal)> {
    let (now, before) = (budget.fact(now).amount, budget.fact(before).amount);
    let rate = |now: Decimal, before: Decimal| {
        let change = now.checked_sub(before)?.checked_mul(Decimal::ONE_HUNDRED)?;
        change.checked_div(before)
    };
    let open = |sign: i64| {
        let sign = Decimal::from(sign);
        rate(
            now.value + sign * now.half_step,
            before.value - sign * before.half_step,
        )
    };
    let (low, high) = (open(-1)?, open(1)?);
    (before.value > before.half_step).then_some((low.min(high), low.max(high)))
}
