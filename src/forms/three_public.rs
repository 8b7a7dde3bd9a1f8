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
            "决算统计数",
            "统计数",
            "本年数",
        ],
    ),
    column("年初预算数", spending::PLANNED).optional(),
    column("全年预算数", spending::REPLANNED).optional(),
    column("上年数", spending::LAST_YEAR).optional(),
    column("增减额", spending::MORE).optional(),
    column("增减率", spending::MORE_IN_HUNDRED).optional(),
];

/// What a figure of the wide row is: this year's, unless a heading says otherwise. In final accounts
/// 预算数 stands beside 决算数.
pub const PERIODS: &[ColumnForm] = &[
    column(
        "合计",
        &[
            "决算数",
            "本年预算数",
            "本年决算数",
            "本年预算",
            "本年",
            "当年",
        ],
    ),
    column("预算数", &["年初预算数", "全年预算数", "年初预算"]).optional(),
    column("上年数", spending::LAST_YEAR).optional(),
    column("增减额", spending::MORE).optional(),
];

const ITEMS: &[RowForm] = &[
    row(
        "“三公”经费",
        &[
            "三公经费小计",
            "三公经费预算数",
            "财政拨款三公经费",
            "三公经费合计",
            "三公经费支出",
            "三公经费支出合计",
            "一般公共预算拨款安排的三公经费预算",
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
    row("国内接待费", &["国内公务接待费", "国内接待支出"]).under("公务接待费"),
    row("外事接待费", &["外事接待支出"]).under("国内接待费"),
    row("国（境）外接待费", &["国外接待费"]).under("公务接待费"),
    row("会议费", &[]),
    row("培训费", &[]),
    row("相关统计数", &["统计数"]),
    row("因公出国（境）团组数", &["因公出国团组数"]).under("相关统计数"),
    row("因公出国（境）人次数", &["因公出国人次数", "因公出国人数"]).under("相关统计数"),
    row("公务用车购置数", &["公务用车购置数量"]).under("相关统计数"),
    row("公务用车保有量", &["公务用车保有数"]).under("相关统计数"),
    row("国内公务接待批次", &["国内公务接待批次数"]).under("相关统计数"),
    row("外事接待批次", &[]).under("相关统计数"),
    row("国内公务接待人次", &["国内公务接待人数"]).under("相关统计数"),
    row("外事接待人次", &[]).under("相关统计数"),
    row("国（境）外公务接待批次", &["国外公务接待批次"]).under("相关统计数"),
    row("国（境）外公务接待人次", &["国外公务接待人次"]).under("相关统计数"),
    row(
        "机关运行经费",
        &[
            "机关运行经费预算数",
            "机关运行经费预算",
            "机关运行经费决算数",
        ],
    ),
];
