//! “三公”经费支出表: travel abroad, receptions, cars; by fund, by year, or as one wide row.
use super::{ColumnForm, Form, PanelForm, RowForm, Rows, column, project::BY_FUND, row, spending};

/// “三公”经费支出表
pub const THREE_PUBLIC: Form = Form {
    name: "“三公”经费支出表",
    titles: TITLES,
    panels: &[PanelForm {
        rows: Rows::Named(ITEMS),
        columns: BY_FUND,
    }],
    outer_headings: &[],
};

/// The same with this and last year's figures.
pub const THREE_PUBLIC_BY_YEAR: Form = Form {
    panels: &[PanelForm {
        rows: Rows::Named(ITEMS),
        columns: BY_YEAR,
    }],
    ..THREE_PUBLIC
};

/// The same as one wide row.
pub const THREE_PUBLIC_ACROSS: Form = Form {
    panels: &[PanelForm {
        rows: Rows::Across(ITEMS),
        columns: PERIODS,
    }],
    ..THREE_PUBLIC
};

const TITLES: &[&str] = &[
    "三公经费支出表",
    "三公经费表",
    "三公经费支出总表",
    "三公经费支出财政拨款表",
    "财政拨款三公经费支出表",
    "财政拨款三公经费表",
    "一般公共三公经费支出表",
    "一般公共三公经费表",
    "三公经费和机关运行经费表",
    "三公经费及机关运行经费表",
    "三公经费、会议费、培训费支出表",
    "三公经费、会议费和培训费支出表",
    "一般公共三公经费、会议费、培训费支出表",
    "一般公共三公经费、会议费和培训费支出表",
];

const BY_YEAR: &[ColumnForm] = &[
    column(
        "合计",
        &[
            "预算数",
            "金额",
            "本年预算数",
            "本年预算",
            "预算金额",
            "决算数",
            "本年决算数",
        ],
    ),
    column("上年数", spending::LAST_YEAR).optional(),
    column("增减额", spending::MORE).optional(),
    column("增减率", spending::MORE_IN_HUNDRED).optional(),
];

/// What a figure of the wide row is: this year's, unless a heading says otherwise. In final accounts
/// 预算数 stands beside 决算数.
pub const PERIODS: &[ColumnForm] = &[
    column("合计", &["决算数", "本年预算数", "本年决算数", "本年预算"]),
    column("预算数", &["年初预算数", "全年预算数", "年初预算"]).optional(),
    column("上年数", spending::LAST_YEAR).optional(),
];

const ITEMS: &[RowForm] = &[
    row(
        "“三公”经费",
        &[
            "三公经费小计",
            "三公经费预算数",
            "财政拨款三公经费",
            "三公经费合计",
        ],
    ),
    row(
        "因公出国（境）费用",
        &["因公出国费", "因公出国费用", "因公出国经费", "因公出国支出"],
    ),
    row("公务接待费", &["公务接待费用", "公务接待经费", "公务接待"]),
    row(
        "公务用车购置及运行维护费",
        &[
            "公务用车购置及运行费",
            "公务用车购置和运行费",
            "公务用车购置和运行维护费",
            "公务用车购置及运行维护费小计",
            "公务用车购置及运行维护",
            "公务用车费",
        ],
    )
    .exhaustive(),
    row(
        "公务用车购置费",
        &[
            "公务用车购置",
            "公务用车购置费用",
            "购置费",
            "公务用车购置经费",
        ],
    )
    .under("公务用车购置及运行维护费"),
    row(
        "公务用车运行维护费",
        &[
            "公务用车运行费",
            "公务用车运行维护费用",
            "运行费",
            "运行维护费",
            "公务用车运行维护",
        ],
    )
    .under("公务用车购置及运行维护费"),
    row("会议费", &[]),
    row("培训费", &[]),
    row(
        "机关运行经费",
        &[
            "机关运行经费预算数",
            "机关运行经费预算",
            "机关运行经费决算数",
        ],
    ),
];
