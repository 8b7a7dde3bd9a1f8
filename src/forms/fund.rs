//! Forms with 基本支出 split into 人员经费 and 公用经费: funds, state capital, carry-over.
use super::{
    Form, PanelForm, Rows, column, part,
    spending::{PURPOSES, WITH_CARRIED},
};

/// 政府性基金预算支出表
pub const GOVERNMENT_FUNDS: Form = Form {
    name: "政府性基金预算支出表",
    titles: &[
        "政府性基金支出表",
        "政府性基金收支表",
        "财政拨款政府性基金支出表",
    ],
    panels: &[PanelForm {
        rows: Rows::Function,
        columns: PURPOSES,
    }],
    outer_headings: &["政府性基金预算支出", "本年政府性基金预算支出"],
};

/// The same with this year's money and what was carried over side by side.
pub const GOVERNMENT_FUNDS_WITH_CARRIED: Form = Form {
    panels: &[WITH_CARRIED],
    ..GOVERNMENT_FUNDS
};

/// 国有资本经营预算支出表
pub const STATE_CAPITAL: Form = Form {
    name: "国有资本经营预算支出表",
    titles: &[
        "国有资本经营支出表",
        "国有资本经营收支表",
        "财政拨款国有资本经营支出表",
    ],
    panels: &[PanelForm {
        rows: Rows::Function,
        columns: PURPOSES,
    }],
    outer_headings: &["国有资本经营预算支出", "本年国有资本经营预算支出"],
};

/// 上年结转结余表
pub const CARRY_OVER: Form = Form {
    name: "上年结转结余表",
    titles: &["上年结转结余表", "上年结转表"],
    panels: &[PanelForm {
        rows: Rows::Free,
        columns: &[
            column("合计", &["总计"]),
            part("合计", "财政拨款小计", &["小计"]).under(APPROPRIATED),
            part("财政拨款小计", "财政拨款人员经费", &["人员经费"]).under(APPROPRIATED),
            part("财政拨款小计", "财政拨款公用经费", &["公用经费"]).under(APPROPRIATED),
            part("财政拨款小计", "财政拨款项目支出", &["项目支出"]).under(APPROPRIATED),
            part("合计", "非财政拨款小计", &["小计"]).under(OTHER),
            part("非财政拨款小计", "非财政拨款人员经费", &["人员经费"]).under(OTHER),
            part("非财政拨款小计", "非财政拨款公用经费", &["公用经费"]).under(OTHER),
            part("非财政拨款小计", "非财政拨款项目支出", &["项目支出"]).under(OTHER),
        ],
    }],
    outer_headings: &[],
};

const APPROPRIATED: &[&str] = &["财政拨款"];
const OTHER: &[&str] = &["非财政拨款"];
