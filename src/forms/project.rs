//! 一般公共预算项目支出表 and 委托业务费表: rows are projects.
use super::{ColumnForm, Form, PanelForm, Rows, column, part};

/// 一般公共预算项目支出表: projects under their function codes, by economic class.
pub const PROJECTS: Form = Form {
    name: "一般公共预算项目支出表",
    titles: &["一般公共项目支出表", "一般公共项目支出总表"],
    panels: &[PanelForm {
        rows: Rows::Function,
        columns: &[
            column("合计", &["项目支出合计", "总计", "小计"]),
            part("合计", "工资福利支出", &[]).everywhere(),
            part("合计", "商品和服务支出", &[]).everywhere(),
            part("合计", "对个人和家庭的补助", &["对个人和家庭的补助支出"]).everywhere(),
            part("合计", "债务利息及费用支出", &["债务利息支出"]),
            part("合计", "资本性支出（基本建设）", &[]),
            part("合计", "资本性支出", &[]),
            part("合计", "对企业补助（基本建设）", &[]),
            part("合计", "对企业补助", &[]),
            part("合计", "对社会保障基金补助", &[]),
            part("合计", "其他支出", &[]),
        ],
    }],
    outer_headings: &["项目支出", "一般公共预算项目支出"],
};

/// 委托业务费表: projects by fund.
pub const OUTSOURCING: Form = Form {
    name: "委托业务费支出表",
    titles: &[
        "委托业务费支出表",
        "委托业务费表",
        "财政拨款委托业务费支出表",
    ],
    panels: &[PanelForm {
        rows: Rows::Free,
        columns: BY_FUND,
    }],
    outer_headings: &[],
};

/// 合计 and the funds it comes from.
pub const BY_FUND: &[ColumnForm] = &[
    column("合计", &["总计", "小计"]),
    GENERAL.everywhere(),
    FUNDS,
    CAPITAL,
];

/// The general public budget's part.
pub const GENERAL: ColumnForm = part(
    "合计",
    "一般公共预算",
    &["一般公共预算拨款", "一般公共预算财政拨款"],
);
/// The part of government funds.
pub const FUNDS: ColumnForm = part(
    "合计",
    "政府性基金",
    &[
        "政府性基金预算",
        "政府性基金预算拨款",
        "政府性基金预算财政拨款",
    ],
);
/// The part of state capital.
pub const CAPITAL: ColumnForm = part("合计", "国有资本经营预算", &["国有资本经营预算拨款"]);
