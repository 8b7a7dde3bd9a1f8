//! Forms whose columns say what the money is for: basic and project expenditure and their kin.
use super::{ColumnForm, Form, PanelForm, Rows, column, part};

/// 支出总表: expenditure from all money.
pub const EXPENDITURE: Form = Form {
    name: "支出总表",
    titles: EXPENDITURE_TITLES,
    panels: &[PanelForm {
        rows: Rows::Function,
        columns: PURPOSES,
    }],
    outer_headings: &["支出预算"],
};

/// 支出总表 of a department whose rows are its units.
pub const EXPENDITURE_OF_UNITS: Form = Form {
    panels: &[PanelForm {
        rows: Rows::Units,
        columns: PURPOSES,
    }],
    ..EXPENDITURE
};

/// 支出总表 with this year's money and what was carried over side by side.
pub const EXPENDITURE_WITH_CARRIED: Form = Form {
    panels: &[WITH_CARRIED],
    ..EXPENDITURE
};

/// Function rows with this year's money and what was carried over side by side.
pub const WITH_CARRIED: PanelForm = PanelForm {
    rows: Rows::Function,
    columns: PURPOSES_WITH_CARRIED,
};

const EXPENDITURE_TITLES: &[&str] = &["支出总表", "支出表"];

/// 合计 and what it is spent on. Final accounts of funds have what was carried over beside it.
pub const PURPOSES: &[ColumnForm] = &[
    column(
        "合计",
        &[
            "总计",
            "小计",
            "支出合计",
            "支出总计",
            "本年支出",
            "本年支出合计",
            "金额",
            "预算数",
            "决算数",
            "本年预算数",
            "本年预算",
            "预算金额",
        ],
    ),
    part("合计", "基本支出", &["基本支出小计"]),
    part("基本支出", "人员经费", &["人员支出", "人员经费支出"]),
    part(
        "基本支出",
        "公用经费",
        &["日常公用经费", "公用支出", "公用经费支出"],
    ),
    part("合计", "项目支出", &["项目支出小计", "专项业务经费支出"]),
    part("合计", "单位预留机动经费", &["预留机动经费", "机动经费"]),
    part("合计", "结转下年资金", &["结转下年"]),
    part("合计", "上缴上级支出", &["上缴上级"]),
    part("合计", "经营支出", &["事业单位经营支出"]),
    part(
        "合计",
        "对附属单位补助支出",
        &["对附属单位补助", "对下级单位补助支出"],
    ),
    column("上年数", LAST_YEAR).optional(),
    column("增减额", MORE).optional(),
    column("增减率", MORE_IN_HUNDRED).optional(),
    column("年初结转和结余", &["上年结转和结余"]).optional(),
    column("本年收入", &["本年收入合计"]).optional(),
    column("年末结转和结余", &["结转下年和结余"]).optional(),
];

/// The same with this year's money and what was carried over side by side.
pub const PURPOSES_WITH_CARRIED: &[ColumnForm] = &[
    column("合计", &["总计", "支出合计", "支出总计", "本年支出合计"]),
    part("合计", "本年预算", &["小计", "合计"])
        .under(THIS_YEAR)
        .everywhere(),
    part("本年预算", "本年基本支出", &["基本支出"]).under(THIS_YEAR),
    part("本年基本支出", "本年人员经费", &["人员经费"]).under(THIS_YEAR),
    part("本年基本支出", "本年公用经费", &["公用经费"]).under(THIS_YEAR),
    part("本年预算", "本年项目支出", &["项目支出"]).under(THIS_YEAR),
    part("合计", "上年结转", &["小计", "合计"])
        .under(CARRIED_OVER)
        .everywhere(),
    part("上年结转", "结转基本支出", &["基本支出"]).under(CARRIED_OVER),
    part("结转基本支出", "结转人员经费", &["人员经费"]).under(CARRIED_OVER),
    part("结转基本支出", "结转公用经费", &["公用经费"]).under(CARRIED_OVER),
    part("上年结转", "结转项目支出", &["项目支出"]).under(CARRIED_OVER),
];

const THIS_YEAR: &[&str] = &[
    "本年预算",
    "本年预算数",
    "本年预算安排",
    "本年安排",
    "本年财政拨款",
    "当年预算",
    "当年预算安排",
    "当年安排",
    "当年财政拨款",
    "当年财政拨款安排",
    "本年财政拨款安排",
];
const CARRIED_OVER: &[&str] = &[
    "上年结转",
    "上年结转安排",
    "上年结转资金",
    "上年结转结余",
    "上年结转和结余",
    "上年结转预算",
    "上年财政拨款结转",
    "上年结余结转",
];

/// Headings over last year's figure.
pub const LAST_YEAR: &[&str] = &[
    "上年预算数",
    "上年执行数",
    "上年预算执行数",
    "上年决算数",
    "上年预算",
    "上年",
];
/// Headings over what was planned, where what became of it stands beside.
pub const PLANNED: &[&str] = &["预算数", "年初预算", "本年预算数"];
/// Headings over what was planned in the end.
pub const REPLANNED: &[&str] = &["全年预算", "调整预算数", "调整预算"];
/// Headings over the change.
pub const MORE: &[&str] = &[
    "增减",
    "增减金额",
    "增长额",
    "比上年增减",
    "增减变化",
    "增减变化情况",
    "增减情况",
];
/// Headings over its rate.
pub const MORE_IN_HUNDRED: &[&str] = &[
    "增减%",
    "增长%",
    "增减比例",
    "增减幅度",
    "增长率",
    "增减率%",
    "增减幅度%",
    "增减比例%",
];
