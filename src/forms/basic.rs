//! 一般公共预算基本支出表: economic rows, personnel and operating money.
use super::{Form, PanelForm, Rows, column};

/// 一般公共预算基本支出表
pub const BASIC: Form = Form {
    name: "一般公共预算基本支出表",
    titles: &[
        "一般公共预算基本支出情况表",
        "一般公共预算基本支出表",
        "一般公共预算基本支出预算表",
        "一般公共预算财政拨款基本支出预算表",
        "一般公共预算基本支出部门预算经济分类预算表",
    ],
    panels: &[PanelForm {
        rows: Rows::Economic,
        columns: &[
            column("合计", &["总计", "小计", "金额"]),
            column("人员经费", &[]),
            column("公用经费", &["日常公用经费"]),
        ],
    }],
    outer_headings: &["一般公共预算基本支出"],
};
