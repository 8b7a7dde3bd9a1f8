//! 支出总表: function rows, basic and project expenditure.
use super::{ColumnForm, Form, PanelForm, Rows, column};

/// 支出总表: expenditure from all money.
pub const EXPENDITURE: Form = Form {
    name: "支出总表",
    titles: &["支出总体情况表", "支出总表", "支出预算总表", "支出预算表"],
    panels: &[PanelForm {
        rows: Rows::Function,
        columns: SPLIT,
    }],
    outer_headings: &["支出预算"],
};

/// 合计 with 基本支出 and 项目支出, as several forms have it.
pub const SPLIT: &[ColumnForm] = &[
    column("合计", &["总计", "小计", "支出合计", "支出总计"]),
    column("基本支出", &[]),
    column("项目支出", &[]),
    column("单位预留机动经费", &["预留机动经费", "机动经费"]).optional(),
    column("结转下年资金", &["结转下年"]).optional(),
];
