//! Sections 8 to 12: funds, capital, “三公”, 委托业务费 and what is left of last year.
use super::{Teller, Topic, paragraph};
use crate::{
    ledger::{Keep, Line, Purse},
    sheet::Piece,
};

/// 政府性基金预算拨款情况说明
pub fn fund(teller: &Teller<'_>) -> Vec<Piece> {
    purse(teller, "政府性基金预算", |line| {
        line.is_from(Purse::Fund)
    })
}

/// 国有资本经营预算拨款情况说明
pub fn capital(teller: &Teller<'_>) -> Vec<Piece> {
    purse(teller, "国有资本经营预算", |line| {
        line.is_from(Purse::Capital)
    })
}

fn purse(teller: &Teller<'_>, name: &str, keep: Keep) -> Vec<Piece> {
    if teller.sum(keep).now == 0 {
        return teller.nothing(&format!("{name}支出"), &format!("{name}支出情况表"));
    }
    let mut pieces = vec![paragraph(format!(
        "{}{name}拨款合计{}，其中：基本支出{}，项目支出{}。",
        teller.whose(),
        teller.now(keep),
        teller.now(|line| keep(line) && line.is_basic()),
        teller.now(|line| keep(line) && !line.is_basic())
    ))];
    pieces.extend(teller.items(keep));
    pieces
}

/// A part of “三公”: its name in sentences, its lines and what its reasons are about.
type Expense = (&'static str, Keep, Topic);

const THREE_PUBLIC: [Expense; 4] = [
    (
        "因公出国（境）费用",
        |line| line.is_appropriation() && line.economic == "30212",
        Topic::Abroad,
    ),
    (
        "公务用车购置费",
        |line| line.is_appropriation() && line.economic == "31013",
        Topic::CarBuying,
    ),
    (
        "公务用车运行维护费",
        |line| line.is_appropriation() && line.economic == "30231",
        Topic::CarRunning,
    ),
    (
        "公务接待费",
        |line| line.is_appropriation() && line.economic == "30217",
        Topic::Reception,
    ),
];

/// 财政拨款“三公”经费预算情况说明
pub fn three_public(teller: &Teller<'_>) -> Vec<Piece> {
    let all = |line: &Line| THREE_PUBLIC.iter().any(|(_, keep, _)| keep(line));
    let amounts = THREE_PUBLIC.map(|(name, keep, _)| format!("{name}{}", teller.now(keep)));
    let changes = THREE_PUBLIC
        .map(|(name, keep, topic)| format!("{name}{}", teller.explained(teller.sum(keep), topic)));
    vec![
        paragraph(format!(
            "{}财政拨款“三公”经费预算{}，其中：{}。",
            teller.whose(),
            teller.now(all),
            amounts.join("，")
        )),
        paragraph(format!(
            "{}年财政拨款“三公”经费{}，其中：{}。",
            teller.plan.year,
            teller.change(teller.sum(all)),
            changes.join("；")
        )),
    ]
}

const CONTRACTS: Keep = |line| line.is_appropriation() && line.economic == "30227";

/// 财政拨款委托业务费支出情况说明
pub fn contracts(teller: &Teller<'_>) -> Vec<Piece> {
    let amount = teller.sum(CONTRACTS);
    if amount.now == 0 {
        return teller.nothing("财政拨款委托业务费支出", "财政拨款委托业务费支出情况表");
    }
    let mut parts = Vec::new();
    if teller.sum(|line| CONTRACTS(line) && line.is_basic()).now > 0 {
        let money = teller.now(|line| CONTRACTS(line) && line.is_basic());
        parts.push(format!("日常公用经费{money}"));
    }
    parts.extend(
        teller
            .plan
            .ledger
            .projects(CONTRACTS)
            .into_iter()
            .map(|index| {
                let money = teller.now(|line| CONTRACTS(line) && line.project == Some(index));
                format!("{}{money}", teller.plan.projects[index].name)
            }),
    );
    vec![
        paragraph(format!(
            "{}财政拨款委托业务费支出{}，其中：{}。",
            teller.whose(),
            teller.money(amount.now),
            parts.join("，")
        )),
        paragraph(format!(
            "财政拨款委托业务费支出{}。",
            teller.explained(amount, Topic::Project)
        )),
    ]
}

const CARRIED: Keep = |line| !line.is_new();

/// 上年结转结余预算情况说明
pub fn carried(teller: &Teller<'_>) -> Vec<Piece> {
    let amount = teller.sum(CARRIED);
    if amount.now == 0 {
        return teller.nothing("上年结转结余", "上年结转结余情况表");
    }
    vec![
        paragraph(format!(
            "{}上年结转结余预算{}，其中：财政拨款结转{}，非财政拨款结转结余{}。",
            teller.whose(),
            teller.money(amount.now),
            teller.now(|line| CARRIED(line) && line.is_treasury()),
            teller.now(|line| CARRIED(line) && !line.is_treasury())
        )),
        paragraph(format!(
            "按支出性质分，基本支出{}，项目支出{}。",
            teller.now(|line| CARRIED(line) && line.is_basic()),
            teller.now(|line| CARRIED(line) && !line.is_basic())
        )),
    ]
}
