//! 一般公共预算支出表: function rows of the general public budget.
use super::{Form, PanelForm, Rows, spending::PURPOSES};

/// 一般公共预算支出表
pub const GENERAL_BUDGET: Form = Form {
    name: "一般公共预算支出表",
    titles: &["一般公共支出表", "一般公共支出总表"],
    panels: &[PanelForm {
        rows: Rows::Function,
        columns: PURPOSES,
    }],
    outer_headings: &["一般公共预算支出"],
};
