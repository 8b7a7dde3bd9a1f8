//! The form of the departments of the districts of Shanghai: nine tables in 元 but for the last, the
//! narrative before them and behind them, in 万元.
mod narrative;

use super::{
    super::sheet::Heading,
    codes::{By, Column::Now, Listing, Total},
    *,
};

/// The form.
pub const REGION: Region = Region {
    cover: "云泽市{year}年区级部门预算",
    parts: &[
        Part {
            listed: "一、部门主要职能",
            title: "{unit}主要职能",
            holds: Holds::Duties,
        },
        Part {
            listed: "二、部门机构设置",
            title: "{unit}机构设置",
            holds: Holds::Setup,
        },
        Part {
            listed: "三、名词解释",
            title: "名词解释",
            holds: Holds::Glossary,
        },
        Part {
            listed: "四、部门预算编制说明",
            title: "{year}年部门预算编制说明",
            holds: Holds::Remarks(&[section("", narrative::budget)]),
        },
        Part {
            listed: "五、部门预算表",
            title: "",
            holds: Holds::Tables,
        },
        Part {
            listed: "六、其他相关情况说明",
            title: "其他相关情况说明",
            holds: Holds::Remarks(&narrative::SECTIONS),
        },
    ],
    tables: &TABLES,
    number: None,
    listed: |number, title| format!("{number}. {title}"),
    by: "编制部门",
    note: "本部门{year}年无",
    compared: "比{last}年预算",
};

const TABLES: [Table; 9] = [
    drawn("{year}年部门财务收支预算总表", overall),
    listing("{year}年部门收入预算总表", INCOME),
    listing("{year}年部门支出预算总表", split(&SPENDING_HEAD, ALL)),
    drawn("{year}年部门财政拨款收支预算总表", appropriation),
    listing(
        "{year}年部门一般公共预算支出功能分类预算表",
        split(&GENERAL_HEAD, GENERAL),
    ),
    Table {
        lists: Some((FUND, "政府性基金预算财政拨款安排的预算")),
        ..listing(
            "{year}年部门政府性基金预算支出功能分类预算表",
            split(&FUND_HEAD, FUND),
        )
    },
    Table {
        lists: Some((CAPITAL, "国有资本经营预算财政拨款安排的预算")),
        ..listing(
            "{year}年部门国有资本经营预算支出功能分类预算表",
            split(&CAPITAL_HEAD, CAPITAL),
        )
    },
    listing(
        "{year}年部门一般公共预算基本支出部门预算经济分类预算表",
        BASIC_TABLE,
    ),
    Table {
        print: Some(Print::TEN_THOUSAND),
        ..drawn("{year}年部门“三公”经费和机关运行经费预算表", three_public)
    },
];

const APPROPRIATED: Keep = |line| line.is_appropriation();
const RUNNING: Keep = |line| GENERAL(line) && line.is_office();

const CODES: [Heading; 2] = [("功能分类科目编码", 1, 3), ("功能分类科目名称", 2, 1)];
const LEVELS: [Heading; 3] = [("类", 1, 1), ("款", 1, 1), ("项", 1, 1)];

const INCOME: Listing = Listing {
    head: &[
        &[("项目", 1, 4), ("收入预算", 1, 5)],
        &[
            CODES[0],
            CODES[1],
            ("合计", 2, 1),
            ("财政拨款收入", 2, 1),
            ("事业收入", 2, 1),
            ("事业单位经营收入", 2, 1),
            ("其他收入", 2, 1),
        ],
        &LEVELS,
    ],
    by: By::Function,
    parted: true,
    keep: ALL,
    columns: &[
        Now(ALL),
        Now(APPROPRIATED),
        Now(SERVICE),
        Now(BUSINESS),
        Now(OTHER),
    ],
    total: Total::Last,
};

const SPLIT: [Heading; 5] = [
    CODES[0],
    CODES[1],
    ("合计", 2, 1),
    ("基本支出", 2, 1),
    ("项目支出", 2, 1),
];
const SPENDING_HEAD: [&[Heading]; 3] = [&[("项目", 1, 4), ("支出预算", 1, 3)], &SPLIT, &LEVELS];
const GENERAL_HEAD: [&[Heading]; 3] = [
    &[("项目", 1, 4), ("一般公共预算支出", 1, 3)],
    &SPLIT,
    &LEVELS,
];
const FUND_HEAD: [&[Heading]; 3] = [
    &[("项目", 1, 4), ("政府性基金预算支出", 1, 3)],
    &SPLIT,
    &LEVELS,
];
const CAPITAL_HEAD: [&[Heading]; 3] = [
    &[("项目", 1, 4), ("国有资本经营预算支出", 1, 3)],
    &SPLIT,
    &LEVELS,
];

const fn split(head: &'static [&'static [Heading]], keep: Keep) -> Listing {
    Listing {
        head,
        keep,
        columns: &[Now(ALL), Now(BASIC), Now(PROJECTS)],
        ..INCOME
    }
}

const BASIC_TABLE: Listing = Listing {
    head: &[
        &[("项目", 1, 3), ("一般公共预算基本支出", 1, 3)],
        &[
            ("部门预算经济分类科目编码", 1, 2),
            ("经济分类科目名称", 2, 1),
            ("合计", 2, 1),
            ("人员经费", 2, 1),
            ("公用经费", 2, 1),
        ],
        &[("类", 1, 1), ("款", 1, 1)],
    ],
    by: By::Economic,
    keep: |line| GENERAL(line) && line.is_basic(),
    columns: &[Now(ALL), Now(STAFF), Now(OFFICE)],
    ..INCOME
};

const SOURCES: [Named; 7] = [
    ("一、财政拨款收入", APPROPRIATED),
    ("1. 一般公共预算资金", GENERAL),
    ("2. 政府性基金", FUND),
    ("3. 国有资本经营预算", CAPITAL),
    ("二、事业收入", SERVICE),
    ("三、事业单位经营收入", BUSINESS),
    ("四、其他收入", OTHER),
];

fn overall(plan: &Plan) -> Sheet {
    let mut sheet = Sheet::new(&[
        &[("本年收入", 1, 2), ("本年支出", 1, 2)],
        &[
            ("项目", 1, 1),
            ("预算数", 1, 1),
            ("项目", 1, 1),
            ("预算数", 1, 1),
        ],
    ]);
    let classes = classes(plan, ALL, |it| format!("{it}、"), &[ALL]);
    beside(&mut sheet, named(plan, &SOURCES), classes, 2);
    let right = named(plan, &[("支出总计", ALL)]);
    beside(&mut sheet, named(plan, &[("收入总计", ALL)]), right, 2);
    sheet
}

const APPROPRIATIONS: [Named; 3] = [
    ("一、一般公共预算资金", GENERAL),
    ("二、政府性基金", FUND),
    ("三、国有资本经营预算", CAPITAL),
];

fn appropriation(plan: &Plan) -> Sheet {
    let mut sheet = Sheet::new(&[
        &[("财政拨款收入", 1, 2), ("财政拨款支出", 1, 5)],
        &[
            ("项目", 1, 1),
            ("预算数", 1, 1),
            ("项目", 1, 1),
            ("合计", 1, 1),
            ("一般公共预算", 1, 1),
            ("政府性基金预算", 1, 1),
            ("国有资本经营预算", 1, 1),
        ],
    ]);
    let purses = [APPROPRIATED, GENERAL, FUND, CAPITAL];
    let classes = classes(plan, APPROPRIATED, |it| format!("{it}、"), &purses);
    beside(&mut sheet, named(plan, &APPROPRIATIONS), classes, 2);
    let sums = purses.map(|purse| plan.print.cell(plan.ledger.sum(purse).now));
    let right = [vec!["支出总计".to_owned()], sums.to_vec()].concat();
    beside(
        &mut sheet,
        named(plan, &[("收入总计", APPROPRIATED)]),
        vec![right],
        2,
    );
    sheet
}

/// One row in 万元: “三公” and what keeps the office running.
fn three_public(plan: &Plan) -> Sheet {
    let mut sheet = Sheet::new(&[
        &[("“三公”经费预算数", 1, 6), ("机关运行经费预算数", 3, 1)],
        &[
            ("合计", 2, 1),
            ("因公出国（境）费", 2, 1),
            ("公务接待费", 2, 1),
            ("公务用车购置及运行费", 1, 3),
        ],
        &[("小计", 1, 1), ("购置费", 1, 1), ("运行费", 1, 1)],
    ]);
    let [all, abroad, cars, buying, running, reception] = matters::THREE_PUBLIC.map(|keep| {
        let sum = plan.ledger.sum(|line| APPROPRIATED(line) && keep(line));
        plan.said.cell(sum.now)
    });
    let office = plan.said.cell(plan.ledger.sum(RUNNING).now);
    sheet.row([all, abroad, reception, cars, buying, running, office]);
    sheet
}
