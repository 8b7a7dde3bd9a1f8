//! 一般公共预算支出表: function rows of the general public budget.
use super::{
    Form, PanelForm, Rows,
    spending::{PURPOSES, WITH_CARRIED},
};

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

/// The same with this year's money and what was carried over side by side.
pub const WITH_CARRIED_OVER: Form = Form {
    panels: &[WITH_CARRIED],
    ..GENERAL_BUDGET
};
