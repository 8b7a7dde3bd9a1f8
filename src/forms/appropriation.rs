//! Forms of all appropriation: 财政拨款收支总表, 财政拨款支出表.
use super::{
    ColumnForm, Form, PanelForm, RowForm, Rows, column,
    overview::USES,
    part, row,
    spending::{self, PURPOSES},
};

/// 财政拨款收支总表: this year's appropriation, the right side by class and fund.
pub const BY_CLASS: Form = Form {
    name: "财政拨款收支总表",
    titles: &["财政拨款收支总表", "财政拨款收支表"],
    panels: &[
        PanelForm {
            rows: Rows::Named(APPROPRIATED),
            columns: AMOUNTS,
        },
        PanelForm {
            rows: Rows::Function,
            columns: FUNDS,
        },
    ],
    outer_headings: &[],
};

/// The same, the right side by what the money is for.
pub const BY_USE: Form = Form {
    panels: &[
        PanelForm {
            rows: Rows::Named(APPROPRIATED),
            columns: AMOUNTS,
        },
        PanelForm {
            rows: Rows::Named(USES),
            columns: FUNDS,
        },
    ],
    ..BY_CLASS
};

/// 财政拨款支出表: function rows of all appropriation.
pub const EXPENDITURE: Form = Form {
    name: "财政拨款支出表",
    titles: &["财政拨款支出表", "财政拨款支出总表"],
    panels: &[PanelForm {
        rows: Rows::Function,
        columns: PURPOSES,
    }],
    outer_headings: &["财政拨款支出预算"],
};

const AMOUNT: ColumnForm = column(
    "合计",
    &[
        "预算数",
        "金额",
        "预算金额",
        "预算",
        "总计",
        "决算数",
        "本年预算数",
        "本年预算",
        "收入",
    ],
);

const AMOUNTS: &[ColumnForm] = &[
    AMOUNT,
    column("年初预算数", spending::PLANNED).optional(),
    column("全年预算数", spending::REPLANNED).optional(),
];

const FUNDS: &[ColumnForm] = &[
    column(
        "合计",
        &[
            "预算数",
            "金额",
            "小计",
            "总计",
            "决算数",
            "本年预算数",
            "预算金额",
        ],
    ),
    part(
        "合计",
        "一般公共预算",
        &[
            "一般公共预算拨款",
            "一般公共预算财政拨款",
            "一般公共预算资金",
            "一般公共预算支出",
        ],
    ),
    part(
        "合计",
        "政府性基金预算",
        &[
            "政府性基金",
            "政府性基金预算拨款",
            "政府性基金预算财政拨款",
            "政府性基金预算支出",
        ],
    ),
    part(
        "合计",
        "国有资本经营预算",
        &[
            "国有资本经营预算拨款",
            "国有资本经营预算财政拨款",
            "国有资本经营预算支出",
        ],
    ),
];

const APPROPRIATED: &[RowForm] = &[
    row(
        "财政拨款",
        &[
            "财政拨款收入",
            "本年收入",
            "本年财政拨款",
            "本年财政拨款收入",
        ],
    ),
    row(
        "一般公共预算",
        &[
            "一般公共预算拨款",
            "一般公共预算资金",
            "一般公共预算财政拨款",
            "一般公共预算拨款收入",
            "一般公共预算财政拨款收入",
        ],
    )
    .under("财政拨款"),
    row(
        "政府性基金预算",
        &[
            "政府性基金",
            "政府性基金预算拨款",
            "政府性基金预算财政拨款",
            "政府性基金预算资金",
            "政府性基金预算拨款收入",
            "政府性基金预算财政拨款收入",
        ],
    )
    .under("财政拨款"),
    row(
        "国有资本经营预算",
        &[
            "国有资本经营预算拨款",
            "国有资本经营预算财政拨款",
            "国有资本经营预算资金",
            "国有资本经营预算拨款收入",
            "国有资本经营预算财政拨款收入",
        ],
    )
    .under("财政拨款"),
    row(
        "上年结转",
        &[
            "上年结转结余",
            "上年财政拨款结转",
            "上年财政拨款结转和结余",
            "年初财政拨款结转和结余",
        ],
    ),
    row("结转基本支出", &["基本支出结转", "基本支出结转和结余"]).under("上年结转"),
    row("结转项目支出", &["项目支出结转和结余", "项目支出结转"]).under("上年结转"),
    row(
        "结转一般公共预算",
        &["一般公共预算", "一般公共预算拨款", "一般公共预算财政拨款"],
    )
    .under("上年结转"),
    row(
        "结转政府性基金预算",
        &[
            "政府性基金预算",
            "政府性基金预算拨款",
            "政府性基金预算财政拨款",
        ],
    )
    .under("上年结转"),
    row(
        "结转国有资本经营预算",
        &[
            "国有资本经营预算",
            "国有资本经营预算拨款",
            "国有资本经营预算财政拨款",
        ],
    )
    .under("上年结转"),
];
