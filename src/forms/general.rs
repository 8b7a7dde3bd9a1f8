//! 一般公共预算支出表: function rows of the general public budget.
use super::{Form, PanelForm, Rows, spending::SPLIT};

/// 一般公共预算支出表
pub const GENERAL_BUDGET: Form = Form {
    name: "一般公共预算支出表",
    titles: &[
        "一般公共预算支出情况表",
        "一般公共预算支出表",
        "一般公共预算支出预算表",
        "一般公共预算财政拨款支出预算表",
        "一般公共预算支出功能分类预算表",
    ],
    panels: &[PanelForm {
        rows: Rows::Function,
        columns: SPLIT,
    }],
    outer_headings: &["一般公共预算支出"],
};
