//! The ten sections of the form.
use super::{super::*, *};
use crate::{names, narrative::Topic, print::percent};
use std::cmp::Ordering;

/// The sections in their order.
pub const SECTIONS: [Section; 10] = [
    section("收入支出决算总体情况说明", overall),
    section("收入决算情况说明", income),
    section("支出决算情况说明", spending),
    section("财政拨款收入支出决算总体情况说明", appropriation),
    section("一般公共预算财政拨款支出决算情况说明", general),
    section("一般公共预算财政拨款基本支出决算情况说明", basic),
    section("财政拨款“三公”经费支出决算情况说明", three_public),
    section("政府性基金预算财政拨款收入支出决算情况说明", fund),
    section("国有资本经营预算财政拨款收入支出决算情况说明", capital),
    section("其他重要事项的情况说明", others),
];

fn whose(teller: &Teller<'_>) -> String {
    filled("{unit}{year}年度", teller.plan())
}

/// An amount, how it has changed since last year and why.
fn totalled(teller: &Teller<'_>, name: &str, keep: Keep) -> Vec<Piece> {
    vec![paragraph(format!(
        "{}{name}{}。{}。",
        whose(teller),
        teller.now(keep),
        changed(teller, name, keep)
    ))]
}

/// `与2023年度相比，收入支出总计增加…`
fn changed(teller: &Teller<'_>, name: &str, keep: Keep) -> String {
    let compared = filled("与{last}年度相比", teller.plan());
    let told = teller.explained(teller.sum(keep), Topic::Project);
    let behind = told.strip_prefix(&compared).unwrap_or(&told);
    format!("{compared}，{name}{behind}")
}

fn overall(teller: &Teller<'_>) -> Vec<Piece> {
    totalled(teller, "收入支出总计", ALL)
}

const INCOMES: [Named; 6] = [
    ("财政拨款收入", APPROPRIATED),
    ("上级补助收入", GRANT),
    ("事业收入", SERVICES),
    ("经营收入", BUSINESS),
    ("附属单位上缴收入", REMITTED),
    ("其他收入", OTHER),
];

fn income(teller: &Teller<'_>) -> Vec<Piece> {
    let parts = matters::shares(teller, &INCOMES, RECEIVED);
    let all = teller.now(RECEIVED);
    vec![paragraph(format!("本年收入合计{all}，其中：{parts}。"))]
}

const KINDS: [Named; 2] = [
    ("基本支出", |line| SPENT(line) && line.is_basic()),
    ("项目支出", |line| SPENT(line) && !line.is_basic()),
];

fn spending(teller: &Teller<'_>) -> Vec<Piece> {
    let parts = matters::shares(teller, &KINDS, SPENT);
    let all = teller.now(SPENT);
    vec![paragraph(format!("本年支出合计{all}，其中：{parts}。"))]
}

fn appropriation(teller: &Teller<'_>) -> Vec<Piece> {
    totalled(teller, "财政拨款收入支出总计", TREASURY)
}

fn general(teller: &Teller<'_>) -> Vec<Piece> {
    let money = teller.now(GENERAL_SPENT);
    let share = percent(teller.sum(GENERAL_SPENT).now, teller.sum(SPENT).now);
    let name = "一般公共预算财政拨款支出";
    let mut pieces = vec![
        paragraph("（一）一般公共预算财政拨款支出决算总体情况"),
        paragraph(format!(
            "{name}{money}，占本年支出合计的{share}%。{}。",
            changed(teller, name, GENERAL_SPENT)
        )),
        paragraph("（二）一般公共预算财政拨款支出决算结构情况"),
        paragraph(format!(
            "{name}{money}，主要用于以下方面：{}。",
            matters::class_shares(teller, GENERAL_SPENT)
        )),
        paragraph("（三）一般公共预算财政拨款支出决算具体情况"),
        paragraph(format!(
            "{name}{}。其中：",
            completed(teller, "年初预算", GENERAL_SPENT)
        )),
    ];
    pieces.extend(items(teller));
    pieces
}

/// What was planned, what was spent, and how much of the plan that is.
fn completed(teller: &Teller<'_>, plan: &str, keep: impl Fn(&Line) -> bool) -> String {
    let (planned, spent) = planned_and_spent(teller, keep);
    let share = match planned {
        0 => String::new(),
        _ => format!("，完成{plan}的{}%", percent(spent, planned)),
    };
    let (planned, spent) = (teller.money(planned), teller.money(spent));
    format!("{plan}为{planned}，支出决算为{spent}{share}")
}

fn planned_and_spent(teller: &Teller<'_>, keep: impl Fn(&Line) -> bool) -> (i64, i64) {
    (teller.plan().ledger.planned(&keep), teller.sum(keep).now)
}

/// A line about each 项.
fn items(teller: &Teller<'_>) -> Vec<Piece> {
    let ledger = &teller.plan().ledger;
    let codes = ledger.codes(|line| line.function, 7, GENERAL_SPENT);
    let told = |(number, code): (usize, &'static str)| {
        let kept = |line: &Line| GENERAL_SPENT(line) && line.function == code;
        let [class, group, item] = [3, 5, 7].map(|end| names::function(&code[..end]));
        paragraph(format!(
            "{number}.{class}（类）{group}（款）{item}（项）。{}。{}。",
            completed(teller, "年初预算", kept),
            compared(teller, "年初预算数", kept)
        ))
    };
    (1..).zip(codes).map(told).collect()
}

/// Whether more or less was spent than planned, and why.
fn compared(teller: &Teller<'_>, plan: &str, keep: impl Fn(&Line) -> bool) -> String {
    let (planned, spent) = planned_and_spent(teller, keep);
    let seen = |amount| teller.plan().said.seen(amount);
    match seen(spent).cmp(&seen(planned)) {
        Ordering::Greater => format!("决算数大于{plan}的主要原因是年中追加了任务和经费"),
        Ordering::Less => format!("决算数小于{plan}的主要原因是厉行节约，压减了开支"),
        Ordering::Equal => format!("决算数与{plan}持平"),
    }
}

fn basic(teller: &Teller<'_>) -> Vec<Piece> {
    let listed = |name: &str, keep: Keep| {
        let items = matters::items(teller.plan(), keep);
        format!("{name}{}，主要包括：{items}", teller.now(keep))
    };
    vec![paragraph(format!(
        "一般公共预算财政拨款基本支出{}。其中：{}；{}。",
        teller.now(GENERAL_BASIC),
        listed("人员经费", |line| GENERAL_BASIC(line)
            && line.is_staff()),
        listed("公用经费", |line| GENERAL_BASIC(line)
            && line.is_office())
    ))]
}

const EXPENSES: [(&str, usize); 3] = [
    ("因公出国（境）费", 1),
    ("公务用车购置及运行维护费", 2),
    ("公务接待费", 5),
];

fn three_public(teller: &Teller<'_>) -> Vec<Piece> {
    let of = |index: usize| {
        move |line: &Line| TREASURY_SPENT(line) && matters::THREE_PUBLIC[index](line)
    };
    let all = planned_and_spent(teller, of(0));
    if all == (0, 0) {
        return vec![paragraph(format!(
            "{}无“三公”经费财政拨款支出。",
            whose(teller)
        ))];
    }
    let mut pieces = vec![
        paragraph("（一）“三公”经费财政拨款支出决算总体情况说明"),
        paragraph(format!(
            "{}“三公”经费财政拨款支出{}。{}。",
            whose(teller),
            completed(teller, "预算", of(0)),
            compared(teller, "预算数", of(0))
        )),
        paragraph("（二）“三公”经费财政拨款支出决算具体情况说明"),
    ];
    for (number, (name, index)) in (1..).zip(EXPENSES) {
        let told = completed(teller, "预算", of(index));
        pieces.push(paragraph(format!("{number}.{name}{told}。")));
    }
    pieces
}

fn fund(teller: &Teller<'_>) -> Vec<Piece> {
    purse(teller, "政府性基金预算财政拨款", FUND_MONEY)
}

fn capital(teller: &Teller<'_>) -> Vec<Piece> {
    purse(teller, "国有资本经营预算财政拨款", CAPITAL_MONEY)
}

fn purse(teller: &Teller<'_>, name: &str, keep: Keep) -> Vec<Piece> {
    let whose = whose(teller);
    if teller.sum(keep).now == 0 {
        return vec![paragraph(format!("{whose}无{name}收入和支出。"))];
    }
    let parts: [Named; 4] = [
        ("年初结转和结余", |line| !line.is_new()),
        ("本年收入", RECEIVED),
        ("本年支出", SPENT),
        ("年末结转和结余", LEFT),
    ];
    let parts = parts
        .map(|(words, part)| format!("{words}{}", teller.now(|line| keep(line) && part(line))));
    vec![paragraph(format!("{whose}{name}{}。", parts.join("，")))]
}

fn others(teller: &Teller<'_>) -> Vec<Piece> {
    let plan = teller.plan();
    let year = plan.year;
    let running: Keep = |line| GENERAL_BASIC(line) && line.is_office();
    let projects: Keep = |line| GENERAL_SPENT(line) && !line.is_basic();
    let purchases = matters::purchases(teller, "支出");
    vec![
        paragraph("（一）机关运行经费支出情况"),
        paragraph(format!(
            "{}机关运行经费支出{}，{}。",
            whose(teller),
            teller.now(running),
            teller.explained(teller.sum(running), Topic::Office)
        )),
        paragraph("（二）政府采购支出情况"),
        paragraph(format!(
            "{}政府采购支出总额{}，其中：{purchases}。",
            whose(teller),
            teller.money(matters::bought(plan))
        )),
        paragraph("（三）国有资产占有使用情况"),
        paragraph(format!(
            "截至{year}年12月31日，本部门{}。",
            matters::cars(plan)
        )),
        paragraph("（四）预算绩效管理情况"),
        paragraph(format!(
            "本部门对{year}年度一般公共预算项目支出开展绩效自评，共涉及项目{}个，资金{}。",
            plan.ledger.projects(projects).len(),
            teller.now(projects)
        )),
    ]
}
