//! 整体绩效目标表: money, goal and indicators of the whole unit. Its layout is no plain table, so
//! `recognize::performance` reads it; the record says only how it is called.
use super::{Form, PanelForm, Rows};

/// 单位整体绩效目标表
pub const UNIT_PERFORMANCE: Form = Form {
    name: "整体绩效目标表",
    titles: &["整体绩效目标表", "整体支出绩效目标表", "整体绩效目标申报表"],
    panels: &[PanelForm {
        rows: Rows::Free,
        columns: &[],
    }],
    outer_headings: &[],
};

/// 项目支出绩效目标表, one for each project.
pub const PROJECT_PERFORMANCE: Form = Form {
    name: "项目支出绩效目标表",
    titles: &[
        "项目支出绩效目标表",
        "项目绩效目标表",
        "项目支出绩效目标申报表",
        "项目绩效目标申报表",
    ],
    panels: &[PanelForm {
        rows: Rows::Free,
        columns: &[],
    }],
    outer_headings: &[],
};
