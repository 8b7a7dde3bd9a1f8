//! Names of things that budgets speak of, what they are made of, and what having none of them means.

/// A thing, and how it is called.
#[derive(Debug, PartialEq, Eq)]
pub struct Name {
    /// The name that stands for all its spellings.
    pub key: &'static str,
    /// How else it is called.
    pub spellings: &'static [&'static str],
}

/// A whole and all its parts, wherever they are told.
#[derive(Debug)]
pub struct Division {
    /// The whole.
    pub whole: &'static str,
    /// All its parts.
    pub parts: &'static [&'static str],
}

/// What comes of several things told together.
#[derive(Debug)]
pub struct Account {
    /// What comes of them.
    pub result: &'static str,
    /// What is added.
    pub more: &'static [&'static str],
    /// What is taken off.
    pub less: &'static [&'static str],
}

/// Where there is none of one thing there is none of others.
#[derive(Debug)]
pub struct Implication {
    /// What there is none of.
    pub of: &'static str,
    /// What there is none of then.
    pub none_of: &'static [&'static str],
}

const fn name(key: &'static str, spellings: &'static [&'static str]) -> Name {
    Name { key, spellings }
}

const fn division(whole: &'static str, parts: &'static [&'static str]) -> Division {
    Division { whole, parts }
}

/// Kinds of money, of which budgets are told apart.
const FUNDS: [&str; 6] = [
    "一般公共预算",
    "政府性基金",
    "国有资本经营",
    "非财政拨款",
    "财政拨款",
    "单位资金",
];

/// The money that a name is of.
pub fn fund(name: &str) -> Option<&'static str> {
    FUNDS.into_iter().find(|it| name.starts_with(it))
}

/// Names of things.
pub const NAMES: &[Name] = &[
    name(
        "支出",
        &[
            "总支出",
            "支出总额",
            "支出总计",
            "支出合计",
            "预算支出",
            "支出总数",
        ],
    ),
    name(
        "收支",
        &[
            "收支总计",
            "收支总",
            "收、支",
            "收支总预算",
            "收支预算",
            "收、支总计",
            "收入支出",
            "收入、支出",
            "收入支出总计",
            "收、支总预算",
            "收支总额",
        ],
    ),
    name("收入", &["总收入", "收入总计", "收入总额", "收入合计"]),
    name("本年收入", &["本年收入合计"]),
    name("本年支出", &["本年支出合计"]),
    name("基本支出", &[]),
    name("项目支出", &[]),
    name("人员经费", &["人员支出"]),
    name("公用经费", &["日常公用经费", "公用支出"]),
    name(
        "一般公共预算",
        &[
            "一般公共预算财政拨款",
            "一般公共预算拨款",
            "一般公共预算当年拨款",
            "一般公共预算当年财政拨款",
            "一般公共预算财政拨款当年拨款",
            "一般公共预算收入",
            "一般公共预算拨款收入",
            "一般公共预算财政拨款收入",
        ],
    ),
    name(
        "一般公共预算支出",
        &[
            "一般公共预算财政拨款支出",
            "一般公共预算拨款安排支出",
            "一般公共预算拨款支出",
        ],
    ),
    name("一般公共预算基本支出", &["一般公共预算财政拨款基本支出"]),
    name("一般公共预算项目支出", &["一般公共预算财政拨款项目支出"]),
    name("财政拨款", &["财政拨款收入", "财政拨款资金"]),
    name("财政拨款支出", &[]),
    name(
        "政府性基金",
        &[
            "政府性基金预算",
            "政府性基金收入",
            "政府性基金预算收入",
            "政府性基金预算拨款",
            "政府性基金预算拨款收入",
            "政府性基金预算财政拨款",
        ],
    ),
    name("政府性基金支出", &["政府性基金预算支出"]),
    name(
        "国有资本经营",
        &[
            "国有资本经营预算",
            "国有资本经营预算拨款",
            "国有资本经营预算拨款收入",
            "国有资本经营预算收入",
        ],
    ),
    name("国有资本经营支出", &["国有资本经营预算支出"]),
    name("事业收入", &[]),
    name("经营收入", &[]),
    name("其他收入", &[]),
    name("上级补助收入", &[]),
    name(
        "上年结转",
        &[
            "上年结转结余",
            "年初结转和结余",
            "上年结转安排",
            "上年结转收入",
            "年初结转结余",
            "上年结转资金",
            "年初结转",
            "年初结余",
            "年初财政拨款结转和结余",
            "年初财政拨款结转结余",
            "上年结余",
        ],
    ),
    name(
        "年末结转",
        &[
            "年末结转和结余",
            "年末结转结余",
            "年末结余",
            "结转下年",
            "结转下年支出",
            "年终结转",
            "年终结转结余",
            "年终结余",
            "结转和结余下年",
            "年末财政拨款结转和结余",
            "年末财政拨款结转结余",
        ],
    ),
    name("单位资金", &[]),
    name("三公经费", &["三公经费支出", "三公经费财政拨款"]),
    name(
        "因公出国(境)费",
        &[
            "因公出国",
            "因公出国(境)费用",
            "因公出国(境)经费",
            "因公出国(境)",
            "因公出国(境)支出",
            "因公出国费",
            "因公出国(境)费支出",
        ],
    ),
    name(
        "公务用车购置及运行费",
        &[
            "公务用车购置及运行维护费",
            "公务用车购置及运行",
            "公车购置及运行",
            "公务用车费",
            "公车购置及运行费",
            "公务用车购置和运行费",
            "公务用车购置和运行维护费",
            "公务用车购置及运行维护费支出",
            "公务用车购置及运行费支出",
            "公务用车购置运行费",
        ],
    ),
    name(
        "公务用车购置费",
        &["公务用车购置", "公车购置费", "购置费", "公务用车购置费支出"],
    ),
    name(
        "公务用车运行费",
        &[
            "公务用车运行维护费",
            "公务用车运行",
            "公车运行费",
            "运行费",
            "车辆运行费",
            "运行维护费",
            "公务用车运行支出",
            "公务用车运行维护费支出",
        ],
    ),
    name(
        "公务接待费",
        &["公务接待", "公务接待费支出", "公务接待支出", "公务接待费用"],
    ),
    name("货物", &["货物类", "政府采购货物", "货物类采购"]),
    name("工程", &["工程类", "政府采购工程", "工程类采购"]),
    name(
        "服务",
        &["服务类", "政府采购服务", "服务类采购", "服务类支出"],
    ),
    name(
        "政府采购",
        &["政府采购项目", "政府采购支出", "政府采购总额"],
    ),
    name("工资福利支出", &["工资福利"]),
    name("商品和服务支出", &[]),
    name(
        "对个人和家庭的补助",
        &["对个人和家庭补助", "对个人和家庭的补助支出"],
    ),
    name("教育支出", &[]),
    name("社会保障和就业支出", &["社会保障与就业支出"]),
    name("卫生健康支出", &[]),
    name("住房保障支出", &[]),
    name("城乡社区支出", &[]),
    name("社会保障和卫生健康支出", &[]),
    name("一般公务用车", &[]),
    name("公务用车", &[]),
    name("公务用车保有量", &["保有量", "车辆保有量"]),
    name("车辆", &[]),
    name("房屋及构筑物", &["房屋和构筑物"]),
    name("购置车辆", &["车辆购置"]),
    name("机关运行经费", &[]),
    name("在职", &["在职职工"]),
    name("中小企业", &[]),
    name("资产", &["资产总额", "资产合计", "资产总计", "总资产"]),
    name("负债", &["负债总额", "负债合计", "负债总计", "总负债"]),
    name(
        "净资产",
        &["净资产总额", "净资产合计", "净资产总计", "所有者权益"],
    ),
];

/// Wholes whose parts are known.
pub const DIVISIONS: &[Division] = &[
    division("支出", &["基本支出", "项目支出"]),
    division("支出", &["人员经费", "公用经费", "项目支出"]),
    division("基本支出", &["人员经费", "公用经费"]),
    division(
        "一般公共预算支出",
        &["一般公共预算基本支出", "一般公共预算项目支出"],
    ),
    division("一般公共预算支出", &["基本支出", "项目支出"]),
    division("财政拨款支出", &["基本支出", "项目支出"]),
    division("一般公共预算基本支出", &["人员经费", "公用经费"]),
    division(
        "三公经费",
        &["因公出国(境)费", "公务用车购置及运行费", "公务接待费"],
    ),
    division(
        "三公经费",
        &[
            "因公出国(境)费",
            "公务用车购置费",
            "公务用车运行费",
            "公务接待费",
        ],
    ),
    division(
        "三公经费",
        &["因公出国(境)费", "公务用车运行费", "公务接待费"],
    ),
    division(
        "公务用车购置及运行费",
        &["公务用车购置费", "公务用车运行费"],
    ),
    division("政府采购", &["货物", "工程", "服务"]),
    division("人员经费", &["工资福利支出", "对个人和家庭的补助"]),
    division(
        "基本支出",
        &["工资福利支出", "商品和服务支出", "对个人和家庭的补助"],
    ),
];

/// Accounts.
pub const ACCOUNTS: &[Account] = &[
    Account {
        result: "年末结转",
        more: &["上年结转", "本年收入"],
        less: &["本年支出"],
    },
    Account {
        result: "净资产",
        more: &["资产"],
        less: &["负债"],
    },
];

/// Whether a name says that what it names is a difference of others.
pub fn names_difference(name: &str) -> bool {
    ["结余", "余额", "差额", "年末结转"]
        .iter()
        .any(|it| name.contains(it))
        || name.ends_with('余')
}

/// Whether a name says that what it names is a sum.
pub fn names_sum(name: &str) -> bool {
    ["总计", "合计", "总额", "汇总"]
        .iter()
        .any(|it| name.contains(it))
}

/// What follows from there being none.
pub const IMPLICATIONS: &[Implication] = &[
    Implication {
        of: "公务用车",
        none_of: &["公务用车保有量", "公务用车购置费", "公务用车运行费"],
    },
    Implication {
        of: "车辆",
        none_of: &["公务用车保有量", "公务用车购置费", "公务用车运行费"],
    },
    Implication {
        of: "公务接待费",
        none_of: &["国内公务接待", "接待", "公务接待费"],
    },
    Implication {
        of: "政府采购",
        none_of: &["货物", "工程", "服务"],
    },
    Implication {
        of: "三公经费",
        none_of: &["因公出国(境)费", "公务用车购置及运行费", "公务接待费"],
    },
];
