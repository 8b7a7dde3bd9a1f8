//! “三公”, 委托业务费 and 上年结转结余.
use super::{super::*, figures};
use ledger::{Keep, Line, Purse};
use plan::Plan;
use sheet::Sheet;

/// 因公出国（境）费用, 公务接待费, 公务用车购置费, 公务用车运行维护费
pub const THREE_PUBLIC: [&str; 4] = ["30212", "30217", "31013", "30231"];

/// What the table of “三公” lists.
pub fn of_three_public(line: &Line) -> bool {
    line.is_appropriation() && THREE_PUBLIC.contains(&line.economic)
}

/// 合计 and the three budgets that pay.
const PURSES: [Keep; 4] = [
    |line| line.is_appropriation(),
    |line| line.is_from(Purse::General),
    |line| line.is_from(Purse::Fund),
    |line| line.is_from(Purse::Capital),
];

const EXPENSES: [(&str, Keep); 6] = [
    ("因公出国（境）费用", |line| {
        line.economic == "30212"
    }),
    ("公务接待费", |line| line.economic == "30217"),
    ("公务用车购置及运行维护费（小计）", |line| {
        matches!(line.economic, "31013" | "30231")
    }),
    ("其中：公务用车购置费", |line| {
        line.economic == "31013"
    }),
    ("公务用车运行维护费", |line| {
        line.economic == "30231"
    }),
    ("总计", of_three_public),
];

/// 财政拨款“三公”经费支出表
pub fn three_public(plan: &Plan) -> Sheet {
    let mut sheet = by_purse("“三公”经费支出内容");
    for (label, keep) in EXPENSES {
        named_row(&mut sheet, plan, label, &PURSES, keep);
    }
    sheet
}

fn by_purse(first: &'static str) -> Sheet {
    Sheet::new(&[
        &[(first, 2, 1), ("合计", 2, 1), ("资金来源", 1, 3)],
        &[
            ("一般公共预算", 1, 1),
            ("政府性基金", 1, 1),
            ("国有资本经营预算", 1, 1),
        ],
    ])
}

fn named_row(
    sheet: &mut Sheet,
    plan: &Plan,
    label: &str,
    columns: &[Keep],
    keep: impl Fn(&Line) -> bool,
) {
    let figures = figures(plan, columns, keep);
    sheet.row([label.to_string()].into_iter().chain(figures));
}

/// What the table of 委托业务费 lists.
pub fn of_contracts(line: &Line) -> bool {
    line.is_appropriation() && line.economic == "30227"
}

/// 财政拨款委托业务费支出表
pub fn contracts(plan: &Plan) -> Sheet {
    let mut sheet = by_purse("项目名称");
    listed(&mut sheet, plan, "日常公用经费", &PURSES, of_contracts);
    named_row(&mut sheet, plan, "总 计", &PURSES, of_contracts);
    sheet
}

/// A row for what is basic expenditure and one for each project.
fn listed(sheet: &mut Sheet, plan: &Plan, basic: &str, columns: &[Keep], keep: Keep) {
    let of_basic = |line: &Line| keep(line) && line.is_basic();
    if plan.ledger.sum(of_basic).now > 0 {
        named_row(sheet, plan, basic, columns, of_basic);
    }
    for index in plan.ledger.projects(keep) {
        let of_project = |line: &Line| keep(line) && line.project == Some(index);
        named_row(sheet, plan, plan.projects[index].name, columns, of_project);
    }
}

/// What the table of 上年结转结余 lists.
pub fn of_carried(line: &Line) -> bool {
    !line.is_new()
}

/// 合计, then 小计, 人员经费, 公用经费 and 项目支出 of each kind of money.
const CARRIED: [Keep; 9] = [
    |_| true,
    |line| line.is_treasury(),
    |line| line.is_treasury() && line.is_staff(),
    |line| line.is_treasury() && line.is_office(),
    |line| line.is_treasury() && !line.is_basic(),
    |line| !line.is_treasury(),
    |line| !line.is_treasury() && line.is_staff(),
    |line| !line.is_treasury() && line.is_office(),
    |line| !line.is_treasury() && !line.is_basic(),
];

/// 上年结转结余情况表
pub fn carried(plan: &Plan) -> Sheet {
    let mut sheet = Sheet::new(&[
        &[
            ("项目", 3, 1),
            ("合计", 3, 1),
            ("财政拨款", 1, 4),
            ("非财政拨款", 1, 4),
        ],
        &[
            ("小计", 2, 1),
            ("基本支出", 1, 2),
            ("项目支出", 2, 1),
            ("小计", 2, 1),
            ("基本支出", 1, 2),
            ("项目支出", 2, 1),
        ],
        &[
            ("人员经费", 1, 1),
            ("公用经费", 1, 1),
            ("人员经费", 1, 1),
            ("公用经费", 1, 1),
        ],
    ]);
    listed(&mut sheet, plan, "基本支出", &CARRIED, of_carried);
    named_row(&mut sheet, plan, "总 计", &CARRIED, of_carried);
    sheet
}
