//! The ten sections of the form.
use super::{super::*, CARRIED, OWN_CARRIED, TREASURY, TREASURY_SPENT};
use crate::narrative::Topic;

/// The sections in their order.
pub const SECTIONS: [Section; 10] = [
    section("关于{year}年部门收支总表的说明", overall),
    section("关于{year}年部门收入总表的说明", income),
    section("关于{year}年部门支出总表的说明", spending),
    section("关于{year}年财政拨款收支总表的说明", appropriation),
    section("关于{year}年一般公共预算支出表的说明", general),
    section("关于{year}年一般公共预算基本支出表的说明", basic),
    section("关于{year}年“三公”经费预算的说明", three_public),
    section("关于{year}年政府性基金预算支出表的说明", fund),
    section("关于{year}年国有资本经营预算支出表的说明", capital),
    section("其他重要事项的情况说明", others),
];

const SOURCES: [Named; 11] = [
    ("上年结转", CARRIED),
    ("一般公共预算拨款收入", GENERAL),
    ("政府性基金预算拨款收入", FUND),
    ("国有资本经营预算拨款收入", CAPITAL),
    ("财政专户管理资金收入", ACCOUNT),
    ("事业收入", SERVICE),
    ("事业单位经营收入", BUSINESS),
    ("上级补助收入", GRANT),
    ("附属单位上缴收入", REMITTED),
    ("其他收入", OTHER),
    ("使用非财政拨款结余", OWN_CARRIED),
];

/// The unit and the year, as most sentences begin.
fn whose(teller: &Teller<'_>) -> String {
    filled("{unit}{year}年", teller.plan())
}

fn overall(teller: &Teller<'_>) -> Vec<Piece> {
    let had = SOURCES.iter().filter(|(_, keep)| teller.sum(keep).now > 0);
    let had: Vec<_> = had.map(|(name, _)| *name).collect();
    let classes = teller.classes(SPENT).into_iter();
    let classes: Vec<_> = classes.map(super::super::super::names::function).collect();
    vec![paragraph(format!(
        "{}全部收入和支出都编入部门预算。收入包括：{}；支出包括：{}。{}收支总预算{}。",
        teller.plan().unit,
        had.join("、"),
        classes.join("、"),
        whose(teller),
        teller.now(ALL)
    ))]
}

fn income(teller: &Teller<'_>) -> Vec<Piece> {
    let parts = matters::shares(teller, &SOURCES, ALL);
    let (whose, all) = (whose(teller), teller.now(ALL));
    vec![paragraph(format!("{whose}收入预算{all}，其中：{parts}。"))]
}

const KINDS: [Named; 2] = [
    ("基本支出", |line| line.is_basic() && !line.is_left()),
    ("项目支出", |line| !line.is_basic() && !line.is_left()),
];

fn spending(teller: &Teller<'_>) -> Vec<Piece> {
    let parts = matters::shares(teller, &KINDS, SPENT);
    let (whose, all) = (whose(teller), teller.now(SPENT));
    vec![paragraph(format!("{whose}支出预算{all}，其中：{parts}。"))]
}

const APPROPRIATED: [Named; 4] = [
    ("一般公共预算当年拨款收入", GENERAL),
    ("政府性基金预算当年拨款收入", FUND),
    ("国有资本经营预算当年拨款收入", CAPITAL),
    ("上年结转", |line| line.is_treasury() && !line.is_new()),
];

fn appropriation(teller: &Teller<'_>) -> Vec<Piece> {
    let filled = APPROPRIATED
        .iter()
        .filter(|(_, keep)| teller.sum(keep).now > 0);
    let income: Vec<_> = filled
        .map(|(name, keep)| format!("{name}{}", teller.now(keep)))
        .collect();
    let left = teller.sum(|line| line.is_treasury() && line.is_left()).now;
    let left = match left {
        0 => String::new(),
        left => format!("、结转下年{}", teller.money(left)),
    };
    vec![paragraph(format!(
        "{}财政拨款收支总预算{}。收入包括：{}；支出包括：{}{left}。",
        whose(teller),
        teller.now(TREASURY),
        income.join("、"),
        matters::class_amounts(teller, TREASURY_SPENT)
    ))]
}

fn general(teller: &Teller<'_>) -> Vec<Piece> {
    let mut pieces = vec![
        paragraph("（一）一般公共预算当年拨款规模变化情况。"),
        paragraph(format!(
            "{}一般公共预算当年拨款{}，{}。",
            whose(teller),
            teller.now(GENERAL),
            teller.explained(teller.sum(GENERAL), Topic::Staff)
        )),
        paragraph("（二）一般公共预算当年拨款结构情况。"),
        paragraph(format!("{}。", matters::class_shares(teller, GENERAL))),
        paragraph("（三）一般公共预算当年拨款具体使用情况。"),
    ];
    pieces.extend(teller.items(GENERAL));
    pieces
}

const GENERAL_BASIC: Keep = |line| GENERAL(line) && line.is_basic();
const GENERAL_STAFF: Keep = |line| GENERAL(line) && line.is_staff();
const GENERAL_OFFICE: Keep = |line| GENERAL(line) && line.is_office();

fn basic(teller: &Teller<'_>) -> Vec<Piece> {
    let listed = |name: &str, keep: Keep| {
        let items = matters::items(teller.plan(), keep);
        format!("{name}{}，主要包括：{items}", teller.now(keep))
    };
    vec![paragraph(format!(
        "{}一般公共预算基本支出{}，其中：{}；{}。",
        whose(teller),
        teller.now(GENERAL_BASIC),
        listed("人员经费", GENERAL_STAFF),
        listed("公用经费", GENERAL_OFFICE)
    ))]
}

fn three_public(teller: &Teller<'_>) -> Vec<Piece> {
    let sums = matters::THREE_PUBLIC.map(|keep| teller.sum(|line| GENERAL(line) && keep(line)));
    let [all, abroad, cars, buying, running, reception] = sums;
    let money = |pair: crate::ledger::Pair| teller.money(pair.now);
    let teller = &Teller::new(teller.plan()).comparing(filled("比{last}年", teller.plan()));
    vec![
        paragraph(format!(
            "{}“三公”经费预算数为{}，其中：因公出国（境）费{}，公务用车购置及运行费{}（公务用车购置费{}，公务用车运行费{}），公务接待费{}。",
            filled("{year}年", teller.plan()),
            money(all),
            money(abroad),
            money(cars),
            money(buying),
            money(running),
            money(reception)
        )),
        paragraph(format!(
            "{}“三公”经费预算{}。",
            filled("{year}年", teller.plan()),
            teller.change(all)
        )),
    ]
}

fn fund(teller: &Teller<'_>) -> Vec<Piece> {
    purse(teller, "政府性基金预算", FUND)
}

fn capital(teller: &Teller<'_>) -> Vec<Piece> {
    purse(teller, "国有资本经营预算", CAPITAL)
}

fn purse(teller: &Teller<'_>, name: &str, keep: Keep) -> Vec<Piece> {
    let whose = whose(teller);
    let told = match teller.sum(keep).now {
        0 => format!("{whose}没有使用{name}拨款安排的支出。"),
        amount => {
            let split = [("基本支出", BASIC), ("项目支出", PROJECTS)];
            let split = split.map(|(name, part)| {
                format!("{name}{}", teller.now(|line| keep(line) && part(line)))
            });
            let money = teller.money(amount);
            format!("{whose}{name}支出{money}，其中：{}。", split.join("，"))
        }
    };
    vec![paragraph(told)]
}

fn others(teller: &Teller<'_>) -> Vec<Piece> {
    let plan = teller.plan();
    let (year, last) = (plan.year, plan.year - 1);
    let projects = |line: &Line| GENERAL(line) && !line.is_basic();
    vec![
        paragraph("（一）机关运行经费。"),
        paragraph(format!(
            "{year}年{}的机关运行经费财政拨款预算{}。",
            plan.unit,
            teller.now(GENERAL_OFFICE)
        )),
        paragraph("（二）政府采购情况。"),
        paragraph(format!(
            "{year}年政府采购预算总额{}，其中：{}。",
            teller.money(matters::bought(plan)),
            matters::purchases(teller, "预算")
        )),
        paragraph("（三）国有资产占有使用情况。"),
        paragraph(format!(
            "截至{last}年12月31日，本部门{}。",
            matters::cars(plan)
        )),
        paragraph("（四）预算绩效情况。"),
        paragraph(format!(
            "{year}年实行绩效目标管理的项目{}个，涉及一般公共预算当年拨款{}。",
            plan.ledger.projects(projects).len(),
            teller.now(projects)
        )),
    ]
}
