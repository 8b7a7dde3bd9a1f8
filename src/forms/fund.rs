//! Forms with 基本支出 split into 人员经费 and 公用经费: funds, state capital, carry-over.
use super::{ColumnForm, Form, PanelForm, Rows, column};

/// 政府性基金预算支出表
pub const GOVERNMENT_FUNDS: Form = Form {
    name: "政府性基金预算支出表",
    titles: &[
        "政府性基金预算支出情况表",
        "政府性基金预算支出表",
        "政府性基金支出预算表",
        "政府性基金预算支出预算表",
        "政府性基金预算财政拨款支出预算表",
        "政府性基金预算支出功能分类预算表",
    ],
    panels: &[PanelForm {
        rows: Rows::Function,
        columns: FUND,
    }],
    outer_headings: &["政府性基金预算支出"],
};

/// 国有资本经营预算支出表
pub const STATE_CAPITAL: Form = Form {
    name: "国有资本经营预算支出表",
    titles: &[
        "国有资本经营预算支出情况表",
        "国有资本经营预算支出表",
        "国有资本经营预算支出预算表",
        "国有资本经营预算财政拨款支出预算表",
        "国有资本经营预算支出功能分类预算表",
    ],
    panels: &[PanelForm {
        rows: Rows::Function,
        columns: FUND,
    }],
    outer_headings: &["国有资本经营预算支出"],
};

const FUND: &[ColumnForm] = &[
    column("合计", &["总计", "小计"]),
    column("基本支出", &["小计"]).optional(),
    column("人员经费", &[]).optional(),
    column("公用经费", &["日常公用经费"]).optional(),
    column("项目支出", &[]),
];

/// 上年结转结余表
pub const CARRY_OVER: Form = Form {
    name: "上年结转结余表",
    titles: &["上年结转结余情况表", "上年结转结余表", "上年结转情况表"],
    panels: &[PanelForm {
        rows: Rows::Free,
        columns: &[
            column("合计", &["总计"]),
            column("财政拨款小计", &["小计"]).under(APPROPRIATED),
            column("财政拨款人员经费", &["人员经费"]).under(APPROPRIATED),
            column("财政拨款公用经费", &["公用经费"]).under(APPROPRIATED),
            column("财政拨款项目支出", &["项目支出"]).under(APPROPRIATED),
            column("非财政拨款小计", &["小计"]).under(OTHER),
            column("非财政拨款人员经费", &["人员经费"]).under(OTHER),
            column("非财政拨款公用经费", &["公用经费"]).under(OTHER),
            column("非财政拨款项目支出", &["项目支出"]).under(OTHER),
        ],
    }],
    outer_headings: &[],
};

const APPROPRIATED: &[&str] = &["财政拨款"];
const OTHER: &[&str] = &["非财政拨款"];
