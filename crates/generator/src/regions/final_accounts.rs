//! Final accounts of a department: nine tables in 万元, what was planned beside what was spent, and
//! what was carried over from last year and into the next.
mod narrative;

use super::{
    super::sheet::Heading,
    codes::{By, Column::Now, Listing, Total},
    *,
};

/// The form.
pub const REGION: Region = Region {
    cover: "{unit}{year}年度部门决算",
    parts: &[
        Part {
            listed: "第一部分 {unit}概况",
            title: "第一部分 {unit}概况",
            holds: Holds::Overview,
        },
        Part {
            listed: "第二部分 {unit}{year}年度部门决算表",
            title: "第二部分 {unit}{year}年度部门决算表",
            holds: Holds::Tables,
        },
        Part {
            listed: "第三部分 {unit}{year}年度部门决算情况说明",
            title: "第三部分 {unit}{year}年度部门决算情况说明",
            holds: Holds::Narrative(&narrative::SECTIONS),
        },
        Part {
            listed: "第四部分 名词解释",
            title: "第四部分 名词解释",
            holds: Holds::Glossary,
        },
    ],
    tables: &TABLES,
    number: Some(|number| format!("公开{number:02}表")),
    listed: |number, title| format!("{}、{title}", ORDINALS[number - 1]),
    by: "部门",
    note: "本部门{year}年度没有",
    compared: "与{last}年度相比",
};

const TABLES: [Table; 9] = [
    drawn("收入支出决算总表", overall),
    listing("收入决算表", INCOME),
    listing("支出决算表", SPENDING),
    drawn("财政拨款收入支出决算总表", appropriation),
    listing("一般公共预算财政拨款支出决算表", GENERAL_TABLE),
    drawn("一般公共预算财政拨款基本支出决算表", basic),
    Table {
        lists: Some((THREE_PUBLIC_SPENT, "财政拨款“三公”经费支出")),
        ..drawn("财政拨款“三公”经费支出决算表", three_public)
    },
    Table {
        lists: Some((FUND_MONEY, "政府性基金预算财政拨款收入和支出")),
        ..listing("政府性基金预算财政拨款收入支出决算表", fund(FUND_MONEY))
    },
    Table {
        lists: Some((CAPITAL_MONEY, "国有资本经营预算财政拨款收入和支出")),
        ..listing(
            "国有资本经营预算财政拨款收入支出决算表",
            fund(CAPITAL_MONEY),
        )
    },
];

/// What education charges pay is 事业收入 here.
const SERVICES: Keep = |line| SERVICE(line) || ACCOUNT(line);
const RECEIVED: Keep = |line| line.is_new();
const CARRIED: Keep = |line| !line.is_new() && !line.is_own();
const OWN_CARRIED: Keep = |line| !line.is_new() && line.is_own();
const TREASURY: Keep = |line| line.is_treasury();
const TREASURY_SPENT: Keep = |line| line.is_treasury() && SPENT(line);
const TREASURY_CARRIED: Keep = |line| line.is_treasury() && !line.is_new();
const APPROPRIATED: Keep = |line| line.is_appropriation();
const GENERAL_SPENT: Keep = |line| line.purse == Purse::General && SPENT(line);
const GENERAL_BASIC: Keep = |line| GENERAL_SPENT(line) && line.is_basic();
const FUND_MONEY: Keep = |line| line.purse == Purse::Fund;
const CAPITAL_MONEY: Keep = |line| line.purse == Purse::Capital;
const THREE_PUBLIC_SPENT: Keep = |line| TREASURY_SPENT(line) && matters::THREE_PUBLIC[0](line);

const INCOME: Listing = Listing {
    head: &[&[
        ("功能分类科目编码", 1, 1),
        ("科目名称", 1, 1),
        ("本年收入合计", 1, 1),
        ("财政拨款收入", 1, 1),
        ("上级补助收入", 1, 1),
        ("事业收入", 1, 1),
        ("经营收入", 1, 1),
        ("附属单位上缴收入", 1, 1),
        ("其他收入", 1, 1),
    ]],
    by: By::Function,
    parted: false,
    keep: RECEIVED,
    columns: &[
        Now(ALL),
        Now(APPROPRIATED),
        Now(GRANT),
        Now(SERVICES),
        Now(BUSINESS),
        Now(REMITTED),
        Now(OTHER),
    ],
    total: Total::FirstMerged,
};

const SPENDING: Listing = Listing {
    head: &[&[
        ("功能分类科目编码", 1, 1),
        ("科目名称", 1, 1),
        ("本年支出合计", 1, 1),
        ("基本支出", 1, 1),
        ("项目支出", 1, 1),
        ("上缴上级支出", 1, 1),
        ("经营支出", 1, 1),
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
        &[("项目", 1, 2), ("本年支出", 1, 3)],
        &[
            ("功能分类科目编码", 1, 1),
            ("科目名称", 1, 1),
            ("合计", 1, 1),
            ("基本支出", 1, 1),
            ("项目支出", 1, 1),
        ],
    ],
    keep: GENERAL_SPENT,
    columns: &[Now(ALL), Now(BASIC), Now(PROJECTS)],
    ..INCOME
};

/// What a budget had left, received, spent and has left.
const fn fund(keep: Keep) -> Listing {
    Listing {
        head: &FUND_HEAD,
        keep,
        columns: &[
            Now(|line| !line.is_new()),
            Now(RECEIVED),
            Now(SPENT),
            Now(|line| SPENT(line) && line.is_basic()),
            Now(|line| SPENT(line) && !line.is_basic()),
            Now(LEFT),
        ],
        ..INCOME
    }
}

const FUND_HEAD: [&[Heading]; 2] = [
    &[
        ("项目", 1, 2),
        ("年初结转和结余", 2, 1),
        ("本年收入", 2, 1),
        ("本年支出", 1, 3),
        ("年末结转和结余", 2, 1),
    ],
    &[
        ("功能分类科目编码", 1, 1),
        ("科目名称", 1, 1),
        ("小计", 1, 1),
        ("基本支出", 1, 1),
        ("项目支出", 1, 1),
    ],
];

const SOURCES: [Named; 8] = [
    ("一、一般公共预算财政拨款收入", GENERAL),
    ("二、政府性基金预算财政拨款收入", FUND),
    ("三、国有资本经营预算财政拨款收入", CAPITAL),
    ("四、上级补助收入", GRANT),
    ("五、事业收入", SERVICES),
    ("六、经营收入", BUSINESS),
    ("七、附属单位上缴收入", REMITTED),
    ("八、其他收入", OTHER),
];

const INCOME_CLOSE: [Named; 4] = [
    ("本年收入合计", RECEIVED),
    ("使用非财政拨款结余（含专用结余）", OWN_CARRIED),
    ("年初结转和结余", CARRIED),
    ("总计", ALL),
];

const SPENDING_CLOSE: [Named; 4] = [
    ("本年支出合计", SPENT),
    ("结余分配", NONE),
    ("年末结转和结余", LEFT),
    ("总计", ALL),
];

fn overall(plan: &Plan) -> Sheet {
    let mut sheet = Sheet::new(&[
        &[("收入", 1, 2), ("支出", 1, 2)],
        &[
            ("项目", 1, 1),
            ("决算数", 1, 1),
            ("项目", 1, 1),
            ("决算数", 1, 1),
        ],
    ]);
    let classes = classes(plan, SPENT, |it| format!("{it}、"), &[ALL]);
    beside(&mut sheet, named(plan, &SOURCES), classes, 2);
    let close = named(plan, &SPENDING_CLOSE);
    beside(&mut sheet, named(plan, &INCOME_CLOSE), close, 2);
    sheet
}

const APPROPRIATIONS: [Named; 3] = [
    ("一、一般公共预算财政拨款", GENERAL),
    ("二、政府性基金预算财政拨款", FUND),
    ("三、国有资本经营预算财政拨款", CAPITAL),
];

const APPROPRIATION_CLOSE: [Named; 6] = [
    ("本年收入合计", APPROPRIATED),
    ("年初财政拨款结转和结余", TREASURY_CARRIED),
    ("一、一般公共预算财政拨款", |line| {
        line.purse == Purse::General && !line.is_new()
    }),
    ("二、政府性基金预算财政拨款", |line| {
        line.purse == Purse::Fund && !line.is_new()
    }),
    ("三、国有资本经营预算财政拨款", |line| {
        line.purse == Purse::Capital && !line.is_new()
    }),
    ("总计", TREASURY),
];

/// The three budgets beside their sum.
const PURSES: [Keep; 4] = [
    ALL,
    |line| line.purse == Purse::General,
    FUND_MONEY,
    CAPITAL_MONEY,
];

fn appropriation(plan: &Plan) -> Sheet {
    let mut sheet = Sheet::new(&[
        &[("收入", 1, 2), ("支出", 1, 5)],
        &[
            ("项目", 1, 1),
            ("决算数", 1, 1),
            ("项目", 1, 1),
            ("合计", 1, 1),
            ("一般公共预算财政拨款", 1, 1),
            ("政府性基金预算财政拨款", 1, 1),
            ("国有资本经营预算财政拨款", 1, 1),
        ],
    ]);
    let classes = classes(plan, TREASURY_SPENT, |it| format!("{it}、"), &PURSES);
    beside(&mut sheet, named(plan, &APPROPRIATIONS), classes, 2);
    let row = |(words, keep): (&str, Keep)| {
        let sums = PURSES.map(|purse| plan.ledger.sum(|line| keep(line) && purse(line)).now);
        let figures = sums.into_iter().map(|sum| plan.print.cell(sum));
        [words.to_owned()].into_iter().chain(figures).collect()
    };
    let blank = vec![String::new(); 5];
    let close = vec![
        row(("本年支出合计", TREASURY_SPENT)),
        row(("年末财政拨款结转和结余", |line| {
            line.is_treasury() && line.is_left()
        })),
        blank.clone(),
        blank.clone(),
        blank,
        row(("总计", TREASURY)),
    ];
    beside(&mut sheet, named(plan, &APPROPRIATION_CLOSE), close, 2);
    sheet
}

/// 人员经费 on the left, 公用经费 on the right.
fn basic(plan: &Plan) -> Sheet {
    let half = [("科目编码", 1, 1), ("科目名称", 1, 1), ("决算数", 1, 1)];
    let mut sheet = Sheet::new(&[
        &[("人员经费", 1, 3), ("公用经费", 1, 3)],
        &[half[0], half[1], half[2], half[0], half[1], half[2]],
    ]);
    let staff: Keep = |line| GENERAL_BASIC(line) && line.is_staff();
    let office: Keep = |line| GENERAL_BASIC(line) && line.is_office();
    let rows = |keep: Keep| {
        let codes = plan.ledger.codes(|line| line.economic, 5, keep);
        let codes = super::super::tables::levels(&codes).into_iter();
        let row = |code: &'static str| {
            let sum = plan
                .ledger
                .sum(|line| keep(line) && line.economic.starts_with(code));
            let name = super::super::names::economic(code);
            vec![code.to_owned(), name.to_owned(), plan.print.cell(sum.now)]
        };
        codes.map(row).collect::<Vec<_>>()
    };
    beside(&mut sheet, rows(staff), rows(office), 3);
    let total = |words: &str, keep: Keep| {
        let sum = plan.ledger.sum(keep).now;
        [Cell::merged(words, 1, 2), Cell::plain(plan.print.cell(sum))]
    };
    let left = total("人员经费合计", staff);
    sheet
        .rows
        .push([left, total("公用经费合计", office)].concat());
    sheet
}

/// One row: what was planned and what was spent, by turns.
fn three_public(plan: &Plan) -> Sheet {
    let pair = |name| (name, 2, 2);
    let mut sheet = Sheet::new(&[
        &[("财政拨款“三公”经费", 1, 12)],
        &[
            pair("合计"),
            pair("因公出国（境）费"),
            ("公务用车购置及运行维护费", 1, 6),
            pair("公务接待费"),
        ],
        &[
            ("小计", 1, 2),
            ("公务用车购置费", 1, 2),
            ("公务用车运行维护费", 1, 2),
        ],
        &[("预算数", 1, 1), ("决算数", 1, 1)].repeat(6),
    ]);
    let figures = matters::THREE_PUBLIC.iter().flat_map(|keep| {
        let kept = |line: &Line| TREASURY_SPENT(line) && keep(line);
        let spent = plan.ledger.sum(kept).now;
        [plan.ledger.planned(kept), spent].map(|it| plan.print.cell(it))
    });
    sheet.row(figures);
    sheet
}
