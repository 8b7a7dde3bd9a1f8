//! The form of the departments of Jiangsu: twelve tables in 万元, codes in one column, and money kept in
//! reserve beside basic expenditure and projects.
mod narrative;

use super::{
    codes::{By, Column::Now, Listing, Total},
    *,
};

/// The form.
pub const REGION: Region = Region {
    cover: "{year}年度{unit}部门预算公开",
    parts: &[
        Part {
            listed: "第一部分 部门概况",
            title: "第一部分 部门概况",
            holds: Holds::Overview,
        },
        Part {
            listed: "第二部分 {year}年度部门预算表",
            title: "第二部分 {year}年度部门预算表",
            holds: Holds::Tables,
        },
        Part {
            listed: "第三部分 {year}年度部门预算情况说明",
            title: "第三部分 {year}年度部门预算情况说明",
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
    by: "部门名称",
    note: "本部门{year}年无",
    compared: "与上年相比",
};

const TABLES: [Table; 12] = [
    drawn("收支预算总表", overall),
    drawn("收入预算总表", income),
    drawn("支出预算总表", spending),
    drawn("财政拨款收支预算总表", appropriation),
    listing("财政拨款支出预算表（功能科目）", function(APPROPRIATED)),
    listing(
        "财政拨款基本支出预算表（经济科目）",
        economic(APPROPRIATED_BASIC),
    ),
    listing("一般公共预算支出预算表（功能科目）", function(GENERAL)),
    listing(
        "一般公共预算基本支出预算表（经济科目）",
        economic(GENERAL_BASIC),
    ),
    drawn(
        "一般公共预算“三公”经费、会议费、培训费支出预算表",
        three_public,
    ),
    Table {
        lists: Some((FUND, "政府性基金收支")),
        ..listing("政府性基金预算财政拨款支出预算表", function(FUND))
    },
    listing("一般公共预算机关运行经费支出预算表", RUNNING_TABLE),
    drawn("政府采购支出预算表", purchases),
];

const APPROPRIATED: Keep = |line| line.is_appropriation();
const APPROPRIATED_BASIC: Keep = |line| line.is_appropriation() && line.is_basic();
const GENERAL_BASIC: Keep = |line| GENERAL(line) && line.is_basic();
const RUNNING: Keep = |line| GENERAL(line) && line.is_office();
const RESERVES: Keep = |line| line.is_reserve();
const OWN: Keep = |line| line.is_own() && line.is_new();
const CARRIED: Keep = |line| !line.is_new();

const fn function(keep: Keep) -> Listing {
    Listing {
        head: &[&[
            ("功能科目代码", 1, 1),
            ("功能科目名称", 1, 1),
            ("金额", 1, 1),
        ]],
        by: By::Function,
        parted: false,
        keep,
        columns: &[Now(ALL)],
        total: Total::First,
    }
}

const fn economic(keep: Keep) -> Listing {
    Listing {
        head: &[&[("科目编码", 1, 1), ("科目名称", 1, 1), ("金额", 1, 1)]],
        by: By::Economic,
        ..function(keep)
    }
}

const RUNNING_TABLE: Listing = Listing {
    head: &[&[
        ("科目编码", 1, 1),
        ("科目名称", 1, 1),
        ("机关运行经费支出", 1, 1),
    ]],
    ..economic(RUNNING)
};

const SOURCES: [Named; 5] = [
    ("一、财政拨款", APPROPRIATED),
    ("1.一般公共预算", GENERAL),
    ("2.政府性基金预算", FUND),
    ("二、财政专户管理资金", ACCOUNT),
    ("三、其他资金", OWN),
];

const USES: [Named; 3] = [
    ("一、基本支出", BASIC),
    ("二、项目支出", PROJECTS),
    ("三、单位预留机动经费", RESERVES),
];

fn overall(plan: &Plan) -> Sheet {
    let mut sheet = Sheet::new(&[
        &[("收入", 1, 2), ("支出", 1, 4)],
        &[
            ("项目名称", 2, 1),
            ("金额", 2, 1),
            ("功能分类", 1, 2),
            ("支出用途", 1, 2),
        ],
        &[
            ("功能科目名称", 1, 1),
            ("金额", 1, 1),
            ("项目名称", 1, 1),
            ("金额", 1, 1),
        ],
    ]);
    let classes = classes(plan, ALL, |it| format!("{it}、"), &[ALL]);
    let mut right = named(plan, &USES);
    right.resize(classes.len().max(USES.len()), vec![String::new(); 2]);
    let mut middle = classes;
    middle.resize(right.len(), vec![String::new(); 2]);
    let spent = middle.into_iter().zip(right);
    let spent = spent.map(|(class, used)| [class, used].concat()).collect();
    beside(&mut sheet, named(plan, &SOURCES), spent, 2);
    close(
        &mut sheet,
        plan,
        ("当年收入小计", |line| line.is_new()),
        ("当年支出小计", ALL),
    );
    close(
        &mut sheet,
        plan,
        ("上年结转资金", CARRIED),
        ("结转下年资金", NONE),
    );
    close(&mut sheet, plan, ("收入合计", ALL), ("支出合计", ALL));
    sheet
}

/// A row that closes both halves; the right words reach over three columns.
fn close(sheet: &mut Sheet, plan: &Plan, left: Named, right: Named) {
    let figure = |keep: Keep| Cell::plain(plan.print.cell(plan.ledger.sum(keep).now));
    sheet.rows.push(vec![
        Cell::plain(left.0),
        figure(left.1),
        Cell::merged(right.0, 1, 3),
        figure(right.1),
    ]);
}

/// A source with its sum and what it consists of.
type Parted = (&'static str, &'static [Named]);

const PARTED: [Parted; 5] = [
    (
        "一般公共预算资金",
        &[
            ("小计", GENERAL),
            ("公共财政拨款（补助）资金", GENERAL),
            ("专项收入", NONE),
        ],
    ),
    ("政府性基金", &[("小计", FUND)]),
    (
        "财政专户管理资金",
        &[
            ("小计", ACCOUNT),
            ("专户管理教育收费", ACCOUNT),
            ("其他非税收入", NONE),
        ],
    ),
    (
        "其他资金",
        &[
            ("小计", OWN),
            ("事业收入", SERVICE),
            ("经营收入", BUSINESS),
            ("其他收入", |line| {
                OWN(line) && !SERVICE(line) && !BUSINESS(line)
            }),
        ],
    ),
    (
        "上年结转和结余资金",
        &[("小计", CARRIED), ("其中：动用上年结转和结余资金", CARRIED)],
    ),
];

fn income(plan: &Plan) -> Sheet {
    let mut sheet = Sheet::new(&[&[("项目名称", 1, 2), ("金额", 1, 1)]]);
    let figure = |keep: Keep| Cell::plain(plan.print.cell(plan.ledger.sum(keep).now));
    sheet
        .rows
        .push(vec![Cell::merged("收入总计", 1, 2), figure(ALL)]);
    for (source, parts) in PARTED {
        for (number, (words, keep)) in parts.iter().enumerate() {
            let mut row = vec![Cell::plain(*words), figure(*keep)];
            if number == 0 {
                row.insert(0, Cell::merged(source, parts.len(), 1));
            }
            sheet.rows.push(row);
        }
    }
    sheet
}

fn spending(plan: &Plan) -> Sheet {
    let mut sheet = Sheet::new(&[&[
        ("合计", 1, 1),
        ("基本支出", 1, 1),
        ("项目支出", 1, 1),
        ("单位预留机动经费", 1, 1),
        ("结转下年资金", 1, 1),
    ]]);
    let columns = [ALL, BASIC, PROJECTS, RESERVES, NONE];
    sheet.row(columns.map(|keep| plan.print.cell(plan.ledger.sum(keep).now)));
    sheet
}

fn appropriation(plan: &Plan) -> Sheet {
    let mut sheet = Sheet::new(&[
        &[("收入", 1, 2), ("支出", 1, 2)],
        &[("项目名称", 2, 1), ("金额", 2, 1), ("支出用途", 1, 2)],
        &[("项目名称", 1, 1), ("金额", 1, 1)],
    ]);
    let left = [("一、一般公共预算", GENERAL), ("二、政府性基金预算", FUND)];
    let right: [Named; 3] = [
        ("一、基本支出", APPROPRIATED_BASIC),
        ("二、项目支出", |line| {
            APPROPRIATED(line) && PROJECTS(line)
        }),
        ("三、单位预留机动经费", |line| {
            APPROPRIATED(line) && RESERVES(line)
        }),
    ];
    beside(&mut sheet, named(plan, &left), named(plan, &right), 2);
    let total = named(plan, &[("支出合计", APPROPRIATED)]);
    beside(
        &mut sheet,
        named(plan, &[("收入合计", APPROPRIATED)]),
        total,
        2,
    );
    sheet
}

const MEETINGS: Keep = |line| GENERAL(line) && line.economic == "30215";
const TRAINING: Keep = |line| GENERAL(line) && line.economic == "30216";
const ALL_THREE: Keep = |line| GENERAL(line) && matters::THREE_PUBLIC[0](line);

/// One row: “三公”, meetings and training, projects included.
fn three_public(plan: &Plan) -> Sheet {
    let mut sheet = Sheet::new(&[
        &[
            ("合计", 3, 1),
            ("“三公”经费", 1, 6),
            ("会议费", 3, 1),
            ("培训费", 3, 1),
        ],
        &[
            ("小计", 2, 1),
            ("因公出国（境）费", 2, 1),
            ("公务用车购置及运行维护费", 1, 3),
            ("公务接待费", 2, 1),
        ],
        &[
            ("小计", 1, 1),
            ("公务用车购置费", 1, 1),
            ("公务用车运行维护费", 1, 1),
        ],
    ]);
    let figure = |keep: &dyn Fn(&Line) -> bool| plan.print.cell(plan.ledger.sum(keep).now);
    let mut row = vec![figure(&|line| {
        ALL_THREE(line) || MEETINGS(line) || TRAINING(line)
    })];
    row.extend(matters::THREE_PUBLIC.map(|keep| figure(&|line| GENERAL(line) && keep(line))));
    row.extend([figure(&MEETINGS), figure(&TRAINING)]);
    sheet.row(row);
    sheet
}

/// Goods, works and services, each with what is bought.
fn purchases(plan: &Plan) -> Sheet {
    let mut sheet = Sheet::new(&[&[
        ("采购品目大类", 1, 1),
        ("专项名称", 1, 1),
        ("经济科目", 1, 1),
        ("采购物品名称", 1, 1),
        ("采购组织形式", 1, 1),
        ("总计", 1, 1),
    ]]);
    let bought = &plan.purchases;
    let kinds = [
        (
            "货物A",
            "设备购置费",
            "办公设备购置",
            "其他办公设备",
            bought.goods,
        ),
        ("工程B", "修缮费", "维修（护）费", "修缮工程", bought.works),
        (
            "服务C",
            "运行维护费",
            "委托业务费",
            "运行维护服务",
            bought.services,
        ),
    ];
    let figure = |amount| plan.print.cell(amount);
    let all = Cell::plain(figure(matters::bought(plan)));
    sheet.rows.push(vec![Cell::merged("合计", 1, 5), all]);
    let had = kinds.iter().filter(|it| it.4 > 0);
    for (ordinal, (kind, item, economic, thing, amount)) in ORDINALS.iter().zip(had) {
        let amount = figure(*amount);
        sheet.row([&format!("{ordinal}、{kind}"), "", "", "", "", &amount]);
        sheet.row(["", item, economic, "", "", &amount]);
        sheet.row(["", "", "", thing, "政府集中采购", &amount]);
    }
    sheet
}
