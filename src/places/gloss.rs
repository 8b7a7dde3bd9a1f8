//! What the names of forms, rows and columns mean, for English readers: the Chinese name stays, for
//! that is what is printed.

/// `支出总表 (expenditure)`, or the name alone where it has no gloss.
pub fn named(name: &str) -> String {
    with_gloss(name.to_owned(), name)
}

/// `“基本支出” (basic expenditure)`
pub fn glossed(name: &str) -> String {
    with_gloss(format!("“{name}”"), name)
}

fn with_gloss(printed: String, name: &str) -> String {
    let bare = name.replace("“三公”", "三公");
    let known = GLOSSES.iter().find(|it| it.0 == bare);
    known.map_or(printed.clone(), |it| format!("{printed} ({})", it.1))
}

const GLOSSES: &[(&str, &str)] = &[
    // Forms.
    ("收支总表", "income and expenditure"),
    ("收入总表", "income"),
    ("支出总表", "expenditure"),
    ("财政拨款收支总表", "appropriation, income and expenditure"),
    ("财政拨款支出表", "expenditure from appropriation"),
    ("财政拨款基本支出表", "basic expenditure from appropriation"),
    ("一般公共预算支出表", "general public budget expenditure"),
    (
        "一般公共预算基本支出表",
        "basic expenditure by economic class",
    ),
    (
        "一般公共预算项目支出表",
        "projects of the general public budget",
    ),
    ("政府性基金预算支出表", "government funds"),
    ("国有资本经营预算支出表", "state capital budget"),
    ("三公经费支出表", "trips abroad, cars and receptions"),
    ("机关运行经费支出表", "running costs"),
    ("委托业务费支出表", "outsourced work"),
    ("上年结转结余表", "carried over from last year"),
    ("整体绩效目标表", "goals of the unit"),
    // Rows and columns.
    ("合计", "total"),
    ("总计", "grand total"),
    ("小计", "subtotal"),
    ("收入总计", "total income"),
    ("支出总计", "total expenditure"),
    ("本年收入", "income of the year"),
    ("本年支出", "expenditure of the year"),
    ("收入合计", "income"),
    ("支出合计", "expenditure"),
    ("预算数", "budget"),
    ("决算数", "final account"),
    ("年初预算数", "opening budget"),
    ("全年预算数", "adjusted budget"),
    ("基本支出", "basic expenditure"),
    ("项目支出", "projects"),
    ("人员经费", "personnel"),
    ("公用经费", "operation"),
    ("财政拨款", "appropriation"),
    ("一般公共预算", "general public budget"),
    ("政府性基金预算", "government funds"),
    ("国有资本经营预算", "state capital"),
    ("财政专户", "special fiscal account"),
    ("单位资金", "the unit's own funds"),
    ("事业收入", "income from services"),
    ("其他收入", "other income"),
    ("上年结转", "carried over"),
    ("结转下年", "carried forward"),
    ("增减额", "change"),
    ("增减率", "rate of change"),
    ("三公经费", "trips abroad, cars and receptions"),
    ("公务接待费", "receptions"),
    ("因公出国（境）费用", "trips abroad"),
    ("公务用车购置费", "purchase of cars"),
    ("公务用车运行维护费", "running of cars"),
    ("机关运行经费", "running costs"),
    ("政府采购", "procurement"),
];
