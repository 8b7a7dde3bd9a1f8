//! 编制说明 before the tables, and the five sections behind them.
use super::{super::*, *};
use crate::{ledger::Pair, names, narrative::Topic};

/// The sections behind the tables.
pub const SECTIONS: [Section; 5] = [
    section("{year}年“三公”经费预算情况说明", three_public_told),
    section("机关运行经费预算", running),
    section("政府采购预算情况", purchases),
    section("绩效目标设置情况", goals),
    section("国有资产占有使用情况", assets),
];

/// 编制说明: all income, all spending, and what each 项 of the appropriation is for.
pub fn budget(teller: &Teller<'_>) -> Vec<Piece> {
    let plan = teller.plan();
    let all = teller.sum(APPROPRIATED);
    let changed = |keep: Keep| format!("{}，{}", teller.now(keep), teller.change(teller.sum(keep)));
    let mut pieces = vec![
        paragraph(format!(
            "{}年，{}收入预算{}，其中：财政拨款收入{}；事业收入{}；事业单位经营收入{}；其他收入{}。",
            plan.year,
            plan.unit,
            teller.now(ALL),
            changed(APPROPRIATED),
            teller.now(SERVICE),
            teller.now(BUSINESS),
            teller.now(OTHER)
        )),
        paragraph(format!(
            "支出预算{}，其中：财政拨款支出预算{}。财政拨款支出预算中，一般公共预算拨款支出预算{}；政府性基金拨款支出预算{}；国有资本经营预算拨款支出预算{}。",
            teller.now(ALL),
            changed(APPROPRIATED),
            changed(GENERAL),
            changed(FUND),
            changed(CAPITAL)
        )),
        paragraph(format!(
            "财政拨款收入支出变动的主要原因是{}。",
            Topic::Project.reason(all, plan.said)
        )),
        paragraph("财政拨款支出主要内容如下："),
    ];
    pieces.extend(items(teller));
    pieces
}

fn items(teller: &Teller<'_>) -> Vec<Piece> {
    let codes = teller
        .plan()
        .ledger
        .codes(|line| line.function, 7, APPROPRIATED);
    let told = |(number, code): (usize, &'static str)| {
        let [class, group, item] = [3, 5, 7].map(|end| names::function(&code[..end]));
        let money = teller.now(|line| APPROPRIATED(line) && line.function == code);
        paragraph(format!(
            "{number}. “{class}（类）{group}（款）{item}（项）”{money}，主要用于相关的人员、运转和业务支出。"
        ))
    };
    (1..).zip(codes).map(told).collect()
}

fn three_public_told(teller: &Teller<'_>) -> Vec<Piece> {
    let sums =
        matters::THREE_PUBLIC.map(|keep| teller.sum(|line| APPROPRIATED(line) && keep(line)));
    let [all, abroad, cars, buying, running, reception] = sums;
    let told = |name: &str, sum: Pair, topic| {
        let money = teller.money(sum.now);
        format!("{name}{money}，{}", teller.explained(sum, topic))
    };
    let year = teller.plan().year;
    vec![
        paragraph(format!(
            "{year}年“三公”经费预算数为{}，{}。其中：",
            teller.money(all.now),
            teller.change(all)
        )),
        paragraph(format!(
            "（一）{}。",
            told("因公出国（境）费", abroad, Topic::Abroad)
        )),
        paragraph(format!(
            "（二）{}。其中：{}；{}。",
            told("公务用车购置及运行费", cars, Topic::CarRunning),
            told("公务用车购置费", buying, Topic::CarBuying),
            told("公务用车运行费", running, Topic::CarRunning)
        )),
        paragraph(format!(
            "（三）{}。",
            told("公务接待费", reception, Topic::Reception)
        )),
    ]
}

fn running(teller: &Teller<'_>) -> Vec<Piece> {
    vec![paragraph(format!(
        "{}财政拨款的机关运行经费预算为{}。",
        filled("{year}年{unit}", teller.plan()),
        teller.now(RUNNING)
    ))]
}

fn purchases(teller: &Teller<'_>) -> Vec<Piece> {
    vec![paragraph(format!(
        "{}年度本部门政府采购预算{}，其中：{}。",
        teller.plan().year,
        teller.money(matters::bought(teller.plan())),
        matters::purchases(teller, "预算")
    ))]
}

fn goals(teller: &Teller<'_>) -> Vec<Piece> {
    vec![paragraph(format!(
        "{}年度，本部门编报绩效目标的项目共{}个，涉及项目预算资金{}。",
        teller.plan().year,
        teller.plan().ledger.projects(PROJECTS).len(),
        teller.now(PROJECTS)
    ))]
}

fn assets(teller: &Teller<'_>) -> Vec<Piece> {
    vec![paragraph(format!(
        "截至{}年8月31日，{}{}。",
        teller.plan().year - 1,
        teller.plan().unit,
        matters::cars(teller.plan())
    ))]
}
