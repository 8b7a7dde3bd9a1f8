//! The form of the departments of the central government since 2024: nine tables in 万元, the amounts
//! of last year beside those of this year.
mod narrative;

use super::super::sheet::Heading;
use super::{
    codes::{By, Column, Listing, Total},
    *,
};
use Column::{Change, Last, Now, Rate};

/// The form.
pub const REGION: Region = Region {
    cover: "{unit}{year}年部门预算",
    parts: &[
        Part {
            listed: "第一部分 {unit}概况",
            title: "第一部分 {unit}概况",
            holds: Holds::Overview,
        },
        Part {
            listed: "第二部分 {unit}{year}年部门预算表",
            title: "第二部分 {unit}{year}年部门预算表",
            holds: Holds::Tables,
        },
        Part {
            listed: "第三部分 {unit}{year}年部门预算情况说明",
            title: "第三部分 {unit}{year}年部门预算情况说明",
            holds: Holds::Narrative(&narrative::SECTIONS),
        },
        Part {
            listed: "第四部分 名词解释",
            title: "第四部分 名词解释",
            holds: Holds::Glossary,
        },
    ],
    tables: &TABLES,
    number: Some(|number| format!("部门公开表{number}")),
    listed: |number, title| format!("{}、{title}", ORDINALS[number - 1]),
    by: "部门",
    note: "本部门{year}年没有",
    compared: "比{last}年执行数",
};

const TABLES: [Table; 9] = [
    drawn("部门收支总表", overall),
    listing("部门收入总表", INCOME),
    listing("部门支出总表", SPENDING),
    drawn("财政拨款收支总表", appropriation),
    listing("一般公共预算支出表", GENERAL_TABLE),
    listing("一般公共预算基本支出表", BASIC_TABLE),
    drawn("一般公共预算“三公”经费支出表", three_public),
    Table {
        lists: Some((FUND, "政府性基金预算安排的支出")),
        ..listing("政府性基金预算支出表", fund(&FUND_HEAD, FUND))
    },
    Table {
        lists: Some((CAPITAL, "国有资本经营预算安排的支出")),
        ..listing("国有资本经营预算支出表", fund(&CAPITAL_HEAD, CAPITAL))
    },
];

/// Money of earlier years that the treasury or the 财政专户 gave.
const CARRIED: Keep = |line| !line.is_new() && !line.is_own();
/// Money of earlier years that the unit earned.
const OWN_CARRIED: Keep = |line| !line.is_new() && line.is_own();

const INCOME: Listing = Listing {
    head: &[&[
        ("科目编码", 1, 1),
        ("科目名称", 1, 1),
        ("合计", 1, 1),
        ("上年结转", 1, 1),
        ("一般公共预算拨款收入", 1, 1),
        ("政府性基金预算拨款收入", 1, 1),
        ("国有资本经营预算拨款收入", 1, 1),
        ("财政专户管理资金收入", 1, 1),
        ("事业收入", 1, 1),
        ("事业单位经营收入", 1, 1),
        ("上级补助收入", 1, 1),
        ("附属单位上缴收入", 1, 1),
        ("其他收入", 1, 1),
        ("使用非财政拨款结余", 1, 1),
    ]],
    by: By::Function,
    parted: false,
    keep: ALL,
    columns: &[
        Now(ALL),
        Now(CARRIED),
        Now(GENERAL),
        Now(FUND),
        Now(CAPITAL),
        Now(ACCOUNT),
        Now(SERVICE),
        Now(BUSINESS),
        Now(GRANT),
        Now(REMITTED),
        Now(OTHER),
        Now(OWN_CARRIED),
    ],
    total: Total::Last,
};

const SPENDING: Listing = Listing {
    head: &[&[
        ("科目编码", 1, 1),
        ("科目名称", 1, 1),
        ("合计", 1, 1),
        ("基本支出", 1, 1),
        ("项目支出", 1, 1),
        ("上缴上级支出", 1, 1),
        ("事业单位经营支出", 1, 1),
        ("对附属单位补助支出", 1, 1),
    ]],
    keep: SPENT,
    columns: &[
        Now(ALL),
        Now(BASIC),
        Now(PROJECTS),
        Now(NONE),
        Now(NONE),
        Now(NONE),
    ],
    ..INCOME
};

const GENERAL_TABLE: Listing = Listing {
    head: &[
        &[
            ("支出功能分类科目", 1, 2),
            ("{last}年执行数", 2, 1),
            ("{year}年预算数", 1, 3),
            ("{year}年预算数比{last}年执行数", 1, 2),
        ],
        &[
            ("科目编码", 1, 1),
            ("科目名称", 1, 1),
            ("小计", 1, 1),
            ("基本支出", 1, 1),
            ("项目支出", 1, 1),
            ("增减额", 1, 1),
            ("增减%", 1, 1),
        ],
    ],
    keep: GENERAL,
    columns: &[
        Last(ALL),
        Now(ALL),
        Now(BASIC),
        Now(PROJECTS),
        Change(ALL),
        Rate(ALL),
    ],
    ..INCOME
};

const BASIC_TABLE: Listing = Listing {
    head: &[
        &[
            ("部门预算支出经济分类科目", 1, 2),
            ("{year}年基本支出", 1, 3),
        ],
        &[
            ("科目编码", 1, 1),
            ("科目名称", 1, 1),
            ("合计", 1, 1),
            ("人员经费", 1, 1),
            ("公用经费", 1, 1),
        ],
    ],
    by: By::Economic,
    keep: |line| GENERAL(line) && line.is_basic(),
    columns: &[Now(ALL), Now(STAFF), Now(OFFICE)],
    ..INCOME
};

/// A table of one budget, whose words stand over the amounts.
const fn fund(head: &'static [&'static [Heading]], keep: Keep) -> Listing {
    Listing {
        head,
        keep,
        columns: &[Now(ALL), Now(BASIC), Now(PROJECTS)],
        ..INCOME
    }
}

const FUND_HEAD: [&[Heading]; 2] = [
    &[
        ("科目编码", 2, 1),
        ("科目名称", 2, 1),
        ("本年政府性基金预算支出", 1, 3),
    ],
    &SPLIT,
];

const CAPITAL_HEAD: [&[Heading]; 2] = [
    &[
        ("科目编码", 2, 1),
        ("科目名称", 2, 1),
        ("本年国有资本经营预算支出", 1, 3),
    ],
    &SPLIT,
];

const SPLIT: [Heading; 3] = [("合计", 1, 1), ("基本支出", 1, 1), ("项目支出", 1, 1)];

const THREE_PUBLIC_HEAD: [&[Heading]; 3] = [
    &[("{last}年预算数", 1, 6), ("{year}年预算数", 1, 6)],
    &[
        ("合计", 2, 1),
        ("因公出国（境）费", 2, 1),
        ("公务用车购置及运行费", 1, 3),
        ("公务接待费", 2, 1),
        ("合计", 2, 1),
        ("因公出国（境）费", 2, 1),
        ("公务用车购置及运行费", 1, 3),
        ("公务接待费", 2, 1),
    ],
    &[
        ("小计", 1, 1),
        ("公务用车购置费", 1, 1),
        ("公务用车运行费", 1, 1),
        ("小计", 1, 1),
        ("公务用车购置费", 1, 1),
        ("公务用车运行费", 1, 1),
    ],
];

/// The income half of 部门收支总表.
const SOURCES: [Named; 13] = [
    ("一、一般公共预算拨款收入", GENERAL),
    ("二、政府性基金预算拨款收入", FUND),
    ("三、国有资本经营预算拨款收入", CAPITAL),
    ("四、财政专户管理资金收入", ACCOUNT),
    ("五、事业收入", SERVICE),
    ("六、事业单位经营收入", BUSINESS),
    ("七、上级补助收入", GRANT),
    ("八、附属单位上缴收入", REMITTED),
    ("九、其他收入", OTHER),
    ("本年收入合计", |line| line.is_new()),
    ("使用非财政拨款结余", OWN_CARRIED),
    ("上年结转", CARRIED),
    ("收 入 总 计", ALL),
];

const CLOSE: [Named; 4] = [
    ("本年支出合计", SPENT),
    ("结转下年", LEFT),
    ("", NONE),
    ("支 出 总 计", ALL),
];

const HALVES: &[&[Heading]] = &[
    &[("收 入", 1, 2), ("支 出", 1, 2)],
    &[
        ("项 目", 1, 1),
        ("预算数", 1, 1),
        ("项 目", 1, 1),
        ("预算数", 1, 1),
    ],
];

fn overall(plan: &Plan) -> Sheet {
    let mut sheet = Sheet::new(HALVES);
    let left = named(plan, &SOURCES);
    let classes = classes(plan, SPENT, |it| format!("{it}、"), &[ALL]);
    let (sources, close) = left.split_at(9);
    beside(&mut sheet, sources.to_vec(), classes, 2);
    beside(&mut sheet, close.to_vec(), named(plan, &CLOSE), 2);
    sheet
}

/// The income half of 财政拨款收支总表, without its total.
const APPROPRIATED: [Named; 8] = [
    ("一、本年收入", |line| line.is_appropriation()),
    ("（一）一般公共预算拨款", GENERAL),
    ("（二）政府性基金预算拨款", FUND),
    ("（三）国有资本经营预算拨款", CAPITAL),
    ("二、上年结转", |line| {
        line.is_treasury() && !line.is_new()
    }),
    ("（一）一般公共预算拨款", |line| {
        line.purse == Purse::General && !line.is_new()
    }),
    ("（二）政府性基金预算拨款", |line| {
        line.purse == Purse::Fund && !line.is_new()
    }),
    ("（三）国有资本经营预算拨款", |line| {
        line.purse == Purse::Capital && !line.is_new()
    }),
];

const TREASURY: Keep = |line| line.is_treasury();
const TREASURY_SPENT: Keep = |line| line.is_treasury() && !line.is_left();

fn appropriation(plan: &Plan) -> Sheet {
    let mut sheet = Sheet::new(HALVES);
    let mut right = named(plan, &[("一、本年支出", TREASURY_SPENT)]);
    right.extend(classes(
        plan,
        TREASURY_SPENT,
        |it| format!("（{it}）"),
        &[ALL],
    ));
    right.resize(right.len().max(APPROPRIATED.len()), vec![String::new(); 2]);
    right.extend(named(
        plan,
        &[("二、结转下年", |line| {
            line.is_treasury() && line.is_left()
        })],
    ));
    beside(&mut sheet, named(plan, &APPROPRIATED), right, 2);
    let (left, right) = (("收 入 总 计", TREASURY), ("支 出 总 计", TREASURY));
    beside(&mut sheet, named(plan, &[left]), named(plan, &[right]), 2);
    sheet
}

fn three_public(plan: &Plan) -> Sheet {
    let mut sheet = Sheet::new(&THREE_PUBLIC_HEAD);
    let sums =
        matters::THREE_PUBLIC.map(|keep| plan.ledger.sum(|line| GENERAL(line) && keep(line)));
    let last = sums.map(|it| plan.print.cell(it.before));
    sheet.row(
        last.into_iter()
            .chain(sums.map(|it| plan.print.cell(it.now))),
    );
    sheet
}
