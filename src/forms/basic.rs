//! Basic expenditure by economic class, and forms of the same rows.
use super::{ColumnForm, Form, PanelForm, Rows, column, part};

/// 一般公共预算基本支出表
pub const BASIC: Form = Form {
    name: "一般公共预算基本支出表",
    titles: BASIC_TITLES,
    panels: &[PanelForm {
        rows: Rows::Economic,
        columns: PEOPLE_AND_RUNNING,
    }],
    outer_headings: &["一般公共预算基本支出", "本年一般公共预算基本支出"],
};

/// The same in two halves, as final accounts have it: people on the left, running costs on the right.
pub const BASIC_IN_HALVES: Form = Form {
    panels: &[
        PanelForm {
            rows: Rows::Economic,
            columns: &[AMOUNT],
        },
        PanelForm {
            rows: Rows::Economic,
            columns: &[AMOUNT],
        },
    ],
    ..BASIC
};

/// 财政拨款基本支出表: basic expenditure from all appropriation.
pub const APPROPRIATED_BASIC: Form = Form {
    name: "财政拨款基本支出表",
    titles: &["财政拨款基本支出表"],
    outer_headings: &["财政拨款基本支出"],
    ..BASIC
};

/// 机关运行经费支出表
pub const RUNNING_COSTS: Form = Form {
    name: "机关运行经费支出表",
    titles: &[
        "机关运行经费支出表",
        "机关运行经费表",
        "一般公共机关运行经费支出表",
        "一般公共机关运行经费表",
    ],
    panels: &[PanelForm {
        rows: Rows::Economic,
        columns: &[column(
            "合计",
            &[
                "金额",
                "小计",
                "总计",
                "机关运行经费支出",
                "机关运行经费",
                "预算数",
                "决算数",
            ],
        )],
    }],
    outer_headings: &["机关运行经费支出"],
};

const BASIC_TITLES: &[&str] = &[
    "一般公共基本支出表",
    "一般公共基本支出经济表",
    "一般公共基本支出总表",
    "基本支出表",
];
const AMOUNT: ColumnForm = column(
    "合计",
    &[
        "总计",
        "小计",
        "金额",
        "预算数",
        "决算数",
        "本年预算数",
        "本年预算",
        "预算金额",
        "基本支出",
    ],
);
const PEOPLE_AND_RUNNING: &[ColumnForm] = &[
    AMOUNT,
    part("合计", "人员经费", &["人员支出", "人员经费支出"]),
    part(
        "合计",
        "公用经费",
        &["日常公用经费", "公用支出", "公用经费支出"],
    ),
];
