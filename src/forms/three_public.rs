//! “三公”经费支出表: travel abroad, receptions, cars, by fund.
use super::{Form, PanelForm, RowForm, Rows, project::BY_FUND, row};

/// “三公”经费支出表
pub const THREE_PUBLIC: Form = Form {
    name: "“三公”经费支出表",
    titles: &["三公经费支出情况表", "三公经费支出表", "三公经费情况表"],
    panels: &[PanelForm {
        rows: Rows::Named(ITEMS),
        columns: BY_FUND,
    }],
    outer_headings: &[],
};

const ITEMS: &[RowForm] = &[
    row("因公出国（境）费用", &["因公出国费", "因公出国费用"]),
    row("公务接待费", &["公务接待费用"]),
    row(
        "公务用车购置及运行维护费",
        &[
            "公务用车购置及运行费",
            "公务用车购置和运行维护费",
            "公务用车购置及运行维护费小计",
        ],
    )
    .exhaustive(),
    row("公务用车购置费", &["公务用车购置", "公务用车购置费用"]).under("公务用车购置及运行维护费"),
    row(
        "公务用车运行维护费",
        &["公务用车运行费", "公务用车运行维护费用"],
    )
    .under("公务用车购置及运行维护费"),
];
