//! 政府采购预算表: what is to be bought, in lists that every place lays out in its own way.
use super::{
    ColumnForm, Form, PanelForm, Rows, column, part,
    project::{CAPITAL, FUNDS, GENERAL},
};

/// 政府采购预算表. Which rows are parts of which is only seen in their figures.
pub const PROCUREMENT: Form = Form {
    name: "政府采购表",
    titles: &[
        "政府采购表",
        "政府采购支出表",
        "政府采购项目表",
        "政府采购计划表",
        "政府采购项目支出表",
        "政府采购资金表",
        "政府采购及购买服务表",
    ],
    panels: &[PanelForm {
        rows: Rows::Units,
        columns: COLUMNS,
    }],
    outer_headings: &[],
};

const COLUMNS: &[ColumnForm] = &[
    column(
        "合计",
        &[
            "总计",
            "小计",
            "金额",
            "预算金额",
            "采购金额",
            "采购预算",
            "采购预算金额",
            "预算数",
            "总金额",
        ],
    ),
    GENERAL,
    FUNDS,
    CAPITAL,
    part("合计", "财政专户", &["财政专户管理资金", "财政专户核拨"]),
    part("合计", "单位资金", &["单位自有资金", "自有资金"]),
    part("合计", "其他资金", &["其他"]),
    part("合计", "上年结转", &["上年结转结余", "上年结转资金"]),
    column("数量", &["采购数量"]).optional(),
    column("单价", &[]).optional(),
];
