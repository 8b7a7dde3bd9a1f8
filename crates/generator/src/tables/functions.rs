//! The tables whose rows are 类, 款 and 项 of the functional classification.
use super::{super::*, figures};
use ledger::{Keep, Line, Origin, Purse};
use plan::Plan;
use sheet::{Cell, Heading, Sheet};

const CODES: [Heading; 3] = [("类", 1, 1), ("款", 1, 1), ("项", 1, 1)];

/// The columns of 收入总表.
const SOURCES: [Keep; 10] = [
    |_| true,
    |line| line.is_appropriation(),
    |line| line.is(Purse::General, Origin::Local),
    |line| line.is(Purse::General, Origin::Upper),
    |line| line.is(Purse::Fund, Origin::Local),
    |line| line.is(Purse::Fund, Origin::Upper),
    |line| line.is_from(Purse::Capital),
    |line| line.is_from(Purse::Account),
    |line| line.is_own() && line.is_new(),
    |line| line.is_treasury() && !line.is_new(),
];

/// The last column of 收入总表.
const NOT_TREASURY: Keep = |line| !line.is_treasury() && !line.is_new();

/// 收入总表
pub fn income(plan: &Plan) -> Sheet {
    let mut sheet = Sheet::new(&[
        &[
            ("科目代码", 1, 3),
            ("科目名称", 2, 1),
            ("总计", 2, 1),
            ("财政拨款（补助）", 1, 6),
            ("财政专户（教育收费）", 2, 1),
            ("单位资金", 2, 1),
            ("财政拨款结转", 2, 1),
            ("非财政拨款结转结余", 2, 1),
        ],
        &[
            CODES[0],
            CODES[1],
            CODES[2],
            ("财政拨款（补助）小计", 1, 1),
            ("一般公共预算", 1, 1),
            ("上级一般公共预算安排的转移支付", 1, 1),
            ("政府性基金预算", 1, 1),
            ("上级政府性基金安排的转移支付", 1, 1),
            ("国有资本经营预算", 1, 1),
        ],
    ])
    .narrow(8);
    let columns: Vec<Keep> = SOURCES.into_iter().chain([NOT_TREASURY]).collect();
    rows(&mut sheet, plan, |_| true, &columns);
    total(&mut sheet, plan, |_| true, &columns);
    sheet
}

/// 合计, 基本支出, 项目支出
const SPLIT: [Keep; 3] = [|_| true, |line| line.is_basic(), |line| !line.is_basic()];

/// 支出总表
pub fn expenditure(plan: &Plan) -> Sheet {
    split(plan, "支出预算", |_| true)
}

/// 一般公共预算支出表
pub fn general(plan: &Plan) -> Sheet {
    split(plan, "一般公共预算支出", |line| {
        line.is_from(Purse::General)
    })
}

fn split(plan: &Plan, over: &'static str, keep: Keep) -> Sheet {
    let mut sheet = Sheet::new(&[
        &[("科目", 1, 4), (over, 1, 3)],
        &[
            ("科目代码", 1, 3),
            ("科目名称", 2, 1),
            ("合 计", 2, 1),
            ("基本支出", 2, 1),
            ("项目支出", 2, 1),
        ],
        &CODES,
    ]);
    rows(&mut sheet, plan, keep, &SPLIT);
    total(&mut sheet, plan, keep, &SPLIT);
    sheet
}

/// What 政府性基金预算支出表 lists.
pub fn of_fund(line: &Line) -> bool {
    line.is_from(Purse::Fund)
}

/// What 国有资本经营预算支出表 lists.
pub fn of_capital(line: &Line) -> bool {
    line.is_from(Purse::Capital)
}

/// 合计, 人员经费, 公用经费, 项目支出
const STAFF_SPLIT: [Keep; 4] = [
    |_| true,
    |line| line.is_staff(),
    |line| line.is_office(),
    |line| !line.is_basic(),
];

/// 政府性基金预算支出表
pub fn fund(plan: &Plan) -> Sheet {
    let mut sheet = staff_split(plan, "政府性基金预算支出", of_fund);
    total(&mut sheet, plan, of_fund, &STAFF_SPLIT);
    sheet
}

/// 国有资本经营预算支出表, whose total stands under the merged codes and names.
pub fn capital(plan: &Plan) -> Sheet {
    let mut sheet = staff_split(plan, "国有资本经营预算支出", of_capital);
    let mut row = vec![Cell::merged("总 计", 1, 4)];
    row.extend(
        figures(plan, &STAFF_SPLIT, of_capital)
            .into_iter()
            .map(Cell::plain),
    );
    sheet.rows.push(row);
    sheet
}

fn staff_split(plan: &Plan, over: &'static str, keep: Keep) -> Sheet {
    let mut sheet = Sheet::new(&[
        &[("科 目", 1, 4), (over, 1, 4)],
        &[
            ("科目代码", 1, 3),
            ("科目名称", 2, 1),
            ("合计", 2, 1),
            ("基本支出", 1, 2),
            ("项目支出", 2, 1),
        ],
        &[
            CODES[0],
            CODES[1],
            CODES[2],
            ("人员经费", 1, 1),
            ("公用经费", 1, 1),
        ],
    ]);
    rows(&mut sheet, plan, keep, &STAFF_SPLIT);
    sheet
}

/// A row for every 类, 款 and 项 of the kept lines.
fn rows(sheet: &mut Sheet, plan: &Plan, keep: Keep, columns: &[Keep]) {
    for code in levels(&plan.ledger.codes(|line| line.function, 7, keep)) {
        let mut row = code_cells(code);
        row.push(names::function(code).into());
        let below = |line: &Line| keep(line) && line.function.starts_with(code);
        row.extend(figures(plan, columns, below));
        sheet.row(row);
    }
}

fn total(sheet: &mut Sheet, plan: &Plan, keep: Keep, columns: &[Keep]) {
    let mut row: Vec<String> = ["", "", "", "总 计"].map(String::from).to_vec();
    row.extend(figures(plan, columns, keep));
    sheet.row(row);
}

/// Every 项 with its 类 and its 款 before it, each once.
pub fn levels(items: &[&'static str]) -> Vec<&'static str> {
    let mut levels: Vec<_> = items
        .iter()
        .flat_map(|item| [&item[..3], &item[..5], *item])
        .collect();
    levels.sort_unstable();
    levels.dedup();
    levels
}

/// 类, 款 and 项 of a code, each in its cell.
pub fn code_cells(code: &str) -> Vec<String> {
    let part = |range: std::ops::Range<usize>| code.get(range).unwrap_or("").to_string();
    vec![part(0..3), part(3..5), part(5..7)]
}
