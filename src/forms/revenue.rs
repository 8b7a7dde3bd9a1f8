//! 收入总表: function rows by where the money comes from.
use super::{ColumnForm, Form, PanelForm, Rows, column};

/// 收入总表
pub const INCOME: Form = Form {
    name: "收入总表",
    titles: &["收入总体情况表", "收入总表", "收入预算总表", "收入预算表"],
    panels: &[PanelForm {
        rows: Rows::Function,
        columns: SOURCES,
    }],
    outer_headings: &[],
};

const SOURCES: &[ColumnForm] = &[
    column("合计", &["总计", "收入合计", "收入总计"]),
    column("财政拨款小计", &["财政拨款", "财政拨款收入", "小计"]).optional(),
    column(
        "一般公共预算",
        &[
            "一般公共预算拨款",
            "一般公共预算资金",
            "一般公共预算财政拨款",
        ],
    ),
    column(
        "上级一般公共预算转移支付",
        &[
            "上级一般公共预算安排的转移支付",
            "上级一般公共预算安排转移支付",
        ],
    )
    .optional(),
    column(
        "政府性基金预算",
        &["政府性基金", "政府性基金预算拨款", "政府性基金预算财政拨款"],
    ),
    column(
        "上级政府性基金转移支付",
        &["上级政府性基金安排的转移支付", "上级政府性基金安排转移支付"],
    )
    .optional(),
    column("国有资本经营预算", &["国有资本经营预算拨款"]).optional(),
    column(
        "上级国有资本经营转移支付",
        &[
            "上级国有资本经营预算安排的转移支付",
            "上级国有资本经营预算安排转移支付",
        ],
    )
    .optional(),
    column(
        "财政专户",
        &["财政专户核拨", "财政专户管理资金", "财政专户管理资金收入"],
    )
    .optional(),
    column("单位资金", &["单位资金收入"]).optional(),
    column("财政拨款结转", &["财政拨款结转结余", "上年财政拨款结转"]).optional(),
    column("非财政拨款结转结余", &["非财政拨款结余", "非财政拨款结转"]).optional(),
    column("上年结转", &["上年结转结余"]).optional(),
];
