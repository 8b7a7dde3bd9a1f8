//! 收支总表: revenue on the left, on the right function classes, or what the money is for, or both.
use super::{ColumnForm, Form, PanelForm, RowForm, Rows, column, part, row, spending};

/// 收支总表: all of the unit's money.
pub const BY_CLASS: Form = Form {
    name: "收支总表",
    titles: &["收支总表", "收支表"],
    panels: &[
        PanelForm {
            rows: Rows::Named(REVENUE),
            columns: AMOUNT,
        },
        PanelForm {
            rows: Rows::Function,
            columns: AMOUNTS,
        },
    ],
    outer_headings: &[],
};

/// The same with a third block.
pub const BY_CLASS_AND_USE: Form = Form {
    panels: &[
        PanelForm {
            rows: Rows::Named(REVENUE),
            columns: AMOUNT,
        },
        PanelForm {
            rows: Rows::Function,
            columns: AMOUNTS,
        },
        PanelForm {
            rows: Rows::Named(USES),
            columns: AMOUNT,
        },
    ],
    ..BY_CLASS
};

/// The same without function classes.
pub const BY_USE: Form = Form {
    panels: &[
        PanelForm {
            rows: Rows::Named(REVENUE),
            columns: AMOUNT,
        },
        PanelForm {
            rows: Rows::Named(USES),
            columns: AMOUNT,
        },
    ],
    ..BY_CLASS
};

const YEAR: ColumnForm = column(
    "预算数",
    &[
        "金额",
        "预算金额",
        "预算",
        "本年预算",
        "本年预算数",
        "合计",
        "决算数",
        "本年决算数",
        "收入",
        "本年收入",
    ],
);

/// What a class costs, in some units with what it is spent on.
const AMOUNTS: &[ColumnForm] = &[
    YEAR,
    part("预算数", "基本支出", &[]),
    part("基本支出", "人员经费", &["人员支出"]),
    part("基本支出", "公用经费", &["日常公用经费", "公用支出"]),
    part("预算数", "项目支出", &[]),
    column("上年数", spending::LAST_YEAR).optional(),
    column("年初预算数", spending::PLANNED).optional(),
    column("全年预算数", spending::REPLANNED).optional(),
];

const AMOUNT: &[ColumnForm] = &[
    YEAR,
    column("年初预算数", spending::PLANNED).optional(),
    column("全年预算数", spending::REPLANNED).optional(),
    column("上年数", spending::LAST_YEAR).optional(),
    column("增减额", spending::MORE).optional(),
    column("增减率", spending::MORE_IN_HUNDRED).optional(),
];

/// What the money is for.
pub const USES: &[RowForm] = &[
    row("基本支出", &[]),
    row("人员经费", &["人员支出"]).under("基本支出"),
    row("公用经费", &["日常公用经费", "公用支出"]).under("基本支出"),
    row("项目支出", &[]),
    row("单位预留机动经费", &["预留机动经费"]),
    row("上缴上级支出", &[]),
    row("经营支出", &["事业单位经营支出"]),
    row("对附属单位补助支出", &["对附属单位补助"]),
    row("结转下年资金", &["结转下年", "年末结转和结余"]),
];

const REVENUE: &[RowForm] = &[
    row("本年收入", &[]),
    row("财政拨款", &["财政拨款收入", "财政拨款资金"]),
    row(
        "一般公共预算拨款",
        &[
            "一般公共预算",
            "一般公共预算资金",
            "一般公共预算拨款收入",
            "一般公共预算财政拨款",
            "一般公共预算财政拨款收入",
        ],
    )
    .exhaustive(),
    row("一般财力", &["本级一般公共预算拨款", "本级财力"]).under("一般公共预算拨款"),
    row(
        "上级一般公共预算转移支付",
        &[
            "上级一般公共预算安排转移支付",
            "上级一般公共预算安排的转移支付",
        ],
    )
    .under("一般公共预算拨款"),
    row(
        "政府性基金预算拨款",
        &[
            "政府性基金预算",
            "政府性基金",
            "政府性基金预算拨款收入",
            "政府性基金预算财政拨款",
            "政府性基金预算财政拨款收入",
        ],
    )
    .exhaustive(),
    row("政府性基金收入", &["本级政府性基金"]).under("政府性基金预算拨款"),
    row(
        "上级政府性基金转移支付",
        &["上级政府性基金安排转移支付", "上级政府性基金安排的转移支付"],
    )
    .under("政府性基金预算拨款"),
    row(
        "国有资本经营预算拨款",
        &[
            "国有资本经营预算",
            "国有资本经营预算拨款收入",
            "国有资本经营预算财政拨款",
            "国有资本经营预算财政拨款收入",
        ],
    )
    .exhaustive(),
    row("国有资本经营收入", &["本级国有资本经营收入"]).under("国有资本经营预算拨款"),
    row(
        "上级国有资本经营转移支付",
        &[
            "上级国有资本经营预算安排转移支付",
            "上级国有资本经营预算安排的转移支付",
        ],
    )
    .under("国有资本经营预算拨款"),
    row(
        "财政专户核拨",
        &["财政专户管理资金", "财政专户", "财政专户管理资金收入"],
    ),
    row("单位资金", &["单位资金收入", "其他资金"]).exhaustive(),
    row("事业收入", &[]).under("单位资金"),
    row("上级补助收入", &[]).under("单位资金"),
    row("附属单位上缴收入", &[]).under("单位资金"),
    row("事业单位经营收入", &["经营收入"]).under("单位资金"),
    row("其他收入", &[]).under("单位资金"),
    row(
        "上年结转结余",
        &[
            "上年结转",
            "上年结转和结余",
            "上年结转资金",
            "年初结转和结余",
        ],
    ),
    row(
        "使用非财政拨款结余",
        &["用事业基金弥补收支差额", "使用非财政拨款结余和专用结余"],
    ),
    row("财政拨款结转", &["财政拨款结转结余"]).exhaustive(),
    row(
        "结转一般公共预算拨款",
        &["一般公共预算拨款", "一般公共预算"],
    )
    .under("财政拨款结转"),
    row(
        "结转政府性基金预算拨款",
        &["政府性基金预算拨款", "政府性基金预算"],
    )
    .under("财政拨款结转"),
    row(
        "结转国有资本经营预算拨款",
        &["国有资本经营预算拨款", "国有资本经营预算"],
    )
    .under("财政拨款结转"),
    row("非财政拨款结余", &["非财政拨款结转结余"]).exhaustive(),
    row("结余财政专户核拨", &["财政专户核拨", "财政专户管理资金"]).under("非财政拨款结余"),
    row("结余单位资金", &["单位资金"]).under("非财政拨款结余"),
];
