//! The thirteen sections of the form.
use super::{super::*, *};
use crate::{names, narrative::Topic, print::percent};

/// The sections in their order.
pub const SECTIONS: [Section; 13] = [
    section("收支预算总体情况说明", overall),
    section("收入预算情况说明", income_told),
    section("支出预算情况说明", spending_told),
    section("财政拨款收支预算总体情况说明", appropriation_told),
    section("财政拨款支出预算情况说明", appropriated),
    section("财政拨款基本支出预算情况说明", basic),
    section("一般公共预算支出预算情况说明", general),
    section("一般公共预算基本支出预算情况说明", general_basic),
    section(
        "一般公共预算“三公”经费、会议费、培训费支出预算情况说明",
        three_public_told,
    ),
    section("政府性基金预算支出预算情况说明", fund),
    section("一般公共预算机关运行经费支出预算情况说明", running),
    section("政府采购支出预算情况说明", purchases_told),
    section("其他重要事项的情况说明", others),
];

fn whose(teller: &Teller<'_>) -> String {
    filled("{unit}{year}年度", teller.plan())
}

/// An amount with its change and a reason.
fn changed(teller: &Teller<'_>, keep: impl Fn(&Line) -> bool, topic: Topic) -> String {
    let sum = teller.sum(keep);
    let reason = topic.reason(sum, teller.plan().said);
    let (money, change) = (teller.money(sum.now), teller.change(sum));
    format!("{money}。{change}。主要原因是{reason}。")
}

const INCOMES: [Named; 5] = [
    ("一般公共预算收入", GENERAL),
    ("政府性基金收入", FUND),
    ("财政专户管理资金收入", ACCOUNT),
    ("其他资金收入", OWN),
    ("上年结转资金", CARRIED),
];

fn overall(teller: &Teller<'_>) -> Vec<Piece> {
    let all = teller.now(ALL);
    let mut pieces = vec![
        paragraph(format!(
            "{}收入、支出预算总计{all}，{}。其中：",
            whose(teller),
            teller.change(teller.sum(ALL))
        )),
        paragraph(format!("（一）收入预算总计{all}。包括：")),
    ];
    let had = INCOMES.iter().filter(|(_, keep)| teller.sum(keep).now > 0);
    pieces.extend((1..).zip(had).map(|(number, (name, keep))| {
        paragraph(format!(
            "{number}．{name}预算{}",
            changed(teller, keep, Topic::Project)
        ))
    }));
    pieces.push(paragraph(format!("（二）支出预算总计{all}。包括：")));
    pieces.extend((1..).zip(teller.classes(ALL)).map(|(number, code)| {
        let of_class = |line: &Line| line.function.starts_with(code);
        let name = names::function(code).trim_end_matches("支出");
        let told = changed(teller, of_class, Topic::Project);
        paragraph(format!("{number}．{name}（类）支出{told}"))
    }));
    pieces.extend(USES.map(|(name, keep)| {
        let name = name.split_once('、').map_or(name, |it| it.1);
        paragraph(format!(
            "{name}预算数为{}",
            changed(teller, keep, Topic::Staff)
        ))
    }));
    pieces
}

fn income_told(teller: &Teller<'_>) -> Vec<Piece> {
    parts(teller, "本年收入预算合计", &INCOMES)
}

fn spending_told(teller: &Teller<'_>) -> Vec<Piece> {
    let uses = USES.map(|(name, keep)| (name.split_once('、').map_or(name, |it| it.1), keep));
    parts(teller, "本年支出预算合计", &uses)
}

/// A sum, and a line for each part with its share.
fn parts(teller: &Teller<'_>, whole: &str, rows: &[Named]) -> Vec<Piece> {
    let all = teller.sum(ALL).now;
    let (unit, money) = (&teller.plan().unit, teller.money(all));
    let mut pieces = vec![paragraph(format!("{unit}{whole}{money}，其中："))];
    let had: Vec<_> = rows
        .iter()
        .filter(|(_, keep)| teller.sum(keep).now > 0)
        .collect();
    pieces.extend(had.iter().zip(1..).map(|((name, keep), number)| {
        let amount = teller.sum(keep).now;
        let ends = if number == had.len() { "。" } else { "；" };
        let (money, share) = (teller.money(amount), percent(amount, all));
        paragraph(format!("{name}{money}，占{share}%{ends}"))
    }));
    pieces
}

fn appropriation_told(teller: &Teller<'_>) -> Vec<Piece> {
    let told = changed(teller, APPROPRIATED, Topic::Project);
    vec![paragraph(format!(
        "{}财政拨款收、支总预算{told}",
        whose(teller)
    ))]
}

fn appropriated(teller: &Teller<'_>) -> Vec<Piece> {
    function_told(teller, "财政拨款", APPROPRIATED)
}

fn general(teller: &Teller<'_>) -> Vec<Piece> {
    function_told(teller, "一般公共预算财政拨款", GENERAL)
}

fn function_told(teller: &Teller<'_>, name: &str, keep: Keep) -> Vec<Piece> {
    let sum = teller.sum(keep);
    let mut pieces = vec![paragraph(format!(
        "{}{name}支出预算{}，占本年支出合计的{}%。{}。其中：",
        whose(teller),
        teller.money(sum.now),
        percent(sum.now, teller.sum(ALL).now),
        teller.change(sum)
    ))];
    for (ordinal, class) in ORDINALS.iter().zip(teller.classes(keep)) {
        let class_name = names::function(class).trim_end_matches("支出");
        pieces.push(paragraph(format!("（{ordinal}）{class_name}支出（类）")));
        let codes = teller.plan().ledger.codes(
            |line| line.function,
            7,
            |line| keep(line) && line.function.starts_with(class),
        );
        pieces.extend((1..).zip(codes).map(|(number, code)| {
            let kept = |line: &Line| keep(line) && line.function == code;
            let [group, item] = [5, 7].map(|end| names::function(&code[..end]));
            let told = changed(teller, kept, Topic::Staff);
            paragraph(format!("{number}．{group}（款）{item}（项）支出{told}"))
        }));
    }
    pieces
}

fn basic(teller: &Teller<'_>) -> Vec<Piece> {
    economic_told(teller, "财政拨款", APPROPRIATED_BASIC)
}

fn general_basic(teller: &Teller<'_>) -> Vec<Piece> {
    economic_told(teller, "一般公共预算财政拨款", GENERAL_BASIC)
}

fn economic_told(teller: &Teller<'_>, name: &str, keep: Keep) -> Vec<Piece> {
    let listed = |name: &str, part: Keep| {
        let kept = |line: &Line| keep(line) && part(line);
        let codes = teller.plan().ledger.codes(|line| line.economic, 5, kept);
        let items: Vec<_> = codes.into_iter().map(names::economic).collect();
        format!(
            "{name}{}。主要包括：{}。",
            teller.now(kept),
            items.join("、")
        )
    };
    vec![
        paragraph(format!(
            "{}{name}基本支出预算{}，其中：",
            whose(teller),
            teller.now(keep)
        )),
        paragraph(format!("（一）{}", listed("人员经费", STAFF))),
        paragraph(format!("（二）{}", listed("公用经费", OFFICE))),
    ]
}

fn three_public_told(teller: &Teller<'_>) -> Vec<Piece> {
    let whose = whose(teller);
    let sums = matters::THREE_PUBLIC.map(|keep| teller.sum(|line| GENERAL(line) && keep(line)));
    let [all, abroad, cars, buying, running, reception] = sums;
    if all.now == 0 {
        return vec![paragraph(format!("{whose}没有安排“三公”经费。"))];
    }
    let share = |part: i64| format!("占“三公”经费的{}%", percent(part, all.now));
    let money = |amount| teller.money(amount);
    vec![
        paragraph(format!(
            "{whose}一般公共预算拨款安排的“三公”经费预算支出中，因公出国（境）费支出{}，{}；公务用车购置及运行维护费支出{}，{}；公务接待费支出{}，{}。具体情况如下：",
            money(abroad.now),
            share(abroad.now),
            money(cars.now),
            share(cars.now),
            money(reception.now),
            share(reception.now)
        )),
        paragraph(format!(
            "1．因公出国（境）费预算支出{}。",
            money(abroad.now)
        )),
        paragraph(format!(
            "2．公务用车购置及运行维护费预算支出{}。其中：（1）公务用车购置预算支出{}；（2）公务用车运行维护费预算支出{}。",
            money(cars.now),
            money(buying.now),
            money(running.now)
        )),
        paragraph(format!("3．公务接待费预算支出{}。", money(reception.now))),
        paragraph(format!(
            "{whose}一般公共预算拨款安排的会议费预算支出{}。",
            teller.now(MEETINGS)
        )),
        paragraph(format!(
            "{whose}一般公共预算拨款安排的培训费预算支出{}。",
            teller.now(TRAINING)
        )),
    ]
}

fn fund(teller: &Teller<'_>) -> Vec<Piece> {
    let told = match teller.sum(FUND).now {
        0 => format!("{}没有政府性基金支出预算。", whose(teller)),
        _ => format!(
            "{}政府性基金支出预算支出{}",
            whose(teller),
            changed(teller, FUND, Topic::Project)
        ),
    };
    vec![paragraph(told)]
}

fn running(teller: &Teller<'_>) -> Vec<Piece> {
    let told = changed(teller, RUNNING, Topic::Office);
    vec![paragraph(format!(
        "{}一般公共预算机关运行经费预算支出{told}",
        whose(teller)
    ))]
}

fn purchases_told(teller: &Teller<'_>) -> Vec<Piece> {
    let bought = &teller.plan().purchases;
    let all = teller.money(matters::bought(teller.plan()));
    let kinds = [
        ("货物", bought.goods),
        ("工程", bought.works),
        ("服务", bought.services),
    ];
    let kinds = kinds.map(|(name, amount)| format!("拟采购{name}支出{}", teller.money(amount)));
    let whose = whose(teller);
    vec![paragraph(format!(
        "{whose}政府采购支出预算总额{all}，其中：{}。",
        kinds.join("、")
    ))]
}

fn others(teller: &Teller<'_>) -> Vec<Piece> {
    let plan = teller.plan();
    vec![
        paragraph("（一）预算绩效目标设置情况"),
        paragraph(format!(
            "{}共{}个项目实行绩效目标管理，涉及预算资金合计{}。",
            whose(teller),
            plan.ledger.projects(PROJECTS).len(),
            teller.now(PROJECTS)
        )),
        paragraph("（二）国有资产占用情况"),
        paragraph(format!(
            "截至{}年12月31日，本部门{}。",
            plan.year - 1,
            matters::cars(plan)
        )),
    ]
}
