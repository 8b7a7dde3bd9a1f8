//! 收支总表 and 财政拨款收支总表: two halves side by side.
use super::{super::*, figures};
use ledger::{Earning, Keep, Origin, Purse};
use names::CLASSES;
use plan::Plan;
use sheet::Sheet;

/// The income half of 收支总表.
const INCOME: [(&str, Keep); 25] = [
    ("一、本年收入", |line| line.is_new()),
    ("1.一般公共预算拨款", |line| {
        line.is_from(Purse::General)
    }),
    ("其中：一般财力", |line| {
        line.is(Purse::General, Origin::Local)
    }),
    ("上级一般公共预算安排转移支付", |line| {
        line.is(Purse::General, Origin::Upper)
    }),
    ("2.政府性基金预算拨款", |line| {
        line.is_from(Purse::Fund)
    }),
    ("其中：政府性基金收入", |line| {
        line.is(Purse::Fund, Origin::Local)
    }),
    ("上级政府性基金安排转移支付", |line| {
        line.is(Purse::Fund, Origin::Upper)
    }),
    ("3.国有资本经营预算拨款", |line| {
        line.is_from(Purse::Capital)
    }),
    ("其中：国有资本经营收入", |line| {
        line.is(Purse::Capital, Origin::Local)
    }),
    ("上级国有资本经营预算安排转移支付", |line| {
        line.is(Purse::Capital, Origin::Upper)
    }),
    ("4.财政专户核拨", |line| line.is_from(Purse::Account)),
    ("5.单位资金", |line| line.is_own() && line.is_new()),
    ("其中：事业收入", |line| {
        line.is_from(Purse::Own(Earning::Service))
    }),
    ("上级补助收入", |line| {
        line.is_from(Purse::Own(Earning::Grant))
    }),
    ("附属单位上缴收入", |line| {
        line.is_from(Purse::Own(Earning::Remitted))
    }),
    ("事业单位经营收入", |line| {
        line.is_from(Purse::Own(Earning::Business))
    }),
    ("其他收入", |line| {
        line.is_from(Purse::Own(Earning::Other))
    }),
    ("二、上年结转结余", |line| !line.is_new()),
    ("1.财政拨款结转", |line| {
        !line.is_new() && line.is_treasury()
    }),
    ("其中：一般公共预算拨款", |line| {
        line.is(Purse::General, Origin::Carried)
    }),
    ("政府性基金预算拨款", |line| {
        line.is(Purse::Fund, Origin::Carried)
    }),
    ("国有资本经营预算拨款", |line| {
        line.is(Purse::Capital, Origin::Carried)
    }),
    ("2.非财政拨款结余", |line| {
        !line.is_new() && !line.is_treasury()
    }),
    ("其中：财政专户核拨", |line| {
        line.is(Purse::Account, Origin::Carried)
    }),
    ("单位资金", |line| line.is_own() && !line.is_new()),
];

/// 收支总表
pub fn income_and_expenditure(plan: &Plan) -> Sheet {
    let mut sheet = Sheet::new(&[
        &[("收 入", 1, 2), ("支 出", 1, 2)],
        &[
            ("项 目", 1, 1),
            ("预算数", 1, 1),
            ("科目名称", 1, 1),
            ("预算数", 1, 1),
        ],
    ]);
    halves(&mut sheet, plan, &INCOME, &[|_| true]);
    sheet
}

/// The income half of 财政拨款收支总表.
const APPROPRIATION: [(&str, Keep); 4] = [
    ("一、财政拨款（补助）", |line| {
        line.is_appropriation()
    }),
    ("一般公共预算", |line| line.is_from(Purse::General)),
    ("政府性基金预算", |line| line.is_from(Purse::Fund)),
    ("国有资本经营预算", |line| {
        line.is_from(Purse::Capital)
    }),
];

/// The columns of its expenditure half.
const APPROPRIATED: [Keep; 4] = [
    |line| line.is_appropriation(),
    |line| line.is_from(Purse::General),
    |line| line.is_from(Purse::Fund),
    |line| line.is_from(Purse::Capital),
];

/// 财政拨款收支总表
pub fn appropriation(plan: &Plan) -> Sheet {
    let mut sheet = Sheet::new(&[
        &[("财政拨款收入", 1, 2), ("财政拨款支出", 1, 5)],
        &[
            ("项 目", 1, 1),
            ("合 计", 1, 1),
            ("科目名称", 1, 1),
            ("合 计", 1, 1),
            ("一般公共预算", 1, 1),
            ("政府性基金预算", 1, 1),
            ("国有资本经营预算", 1, 1),
        ],
    ])
    .narrow(4);
    halves(&mut sheet, plan, &APPROPRIATION, &APPROPRIATED);
    sheet
}

/// Sources on the left, every 类 of the form on the right, and a row of totals.
fn halves(sheet: &mut Sheet, plan: &Plan, left: &[(&str, Keep)], columns: &[Keep]) {
    for (index, (code, name)) in CLASSES.iter().enumerate() {
        let (label, keep) = left.get(index).copied().unwrap_or(("", |_| false));
        let mut row = vec![label.to_string()];
        row.extend(figures(plan, &[keep], |_| true));
        row.push(format!("{code} {name}"));
        row.extend(figures(plan, columns, |line| {
            line.function.starts_with(code)
        }));
        sheet.row(row);
    }
    let mut total = vec!["收 入 总 计".to_string()];
    total.extend(figures(plan, &columns[..1], |_| true));
    total.push("支 出 总 计".into());
    total.extend(figures(plan, columns, |_| true));
    sheet.row(total);
}
