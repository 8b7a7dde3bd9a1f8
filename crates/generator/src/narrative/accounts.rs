//! Sections 1 to 4: all income, all expenditure, and what the treasury appropriates.
use super::{Teller, Topic, paragraph};
use crate::{
    ledger::{Keep, Line, Origin, Purse},
    names,
    sheet::Piece,
};

/// A source of income, and whether it is named even when there is nothing of it.
struct Source {
    name: &'static str,
    keep: Keep,
    topic: Topic,
    always: bool,
}

const fn source(name: &'static str, keep: Keep, topic: Topic, always: bool) -> Source {
    Source {
        name,
        keep,
        topic,
        always,
    }
}

const SOURCES: [Source; 10] = [
    source(
        "一般公共预算",
        |line| line.is(Purse::General, Origin::Local),
        Topic::Staff,
        true,
    ),
    source(
        "上级一般公共预算安排的转移支付资金",
        |line| line.is(Purse::General, Origin::Upper),
        Topic::Project,
        true,
    ),
    source(
        "政府性基金预算",
        |line| line.is(Purse::Fund, Origin::Local),
        Topic::Project,
        true,
    ),
    source(
        "上级政府性基金安排的转移支付资金",
        |line| line.is(Purse::Fund, Origin::Upper),
        Topic::Project,
        true,
    ),
    source(
        "国有资本经营预算",
        |line| line.is(Purse::Capital, Origin::Local),
        Topic::Project,
        true,
    ),
    source(
        "上级国有资本经营预算安排的转移支付资金",
        |line| line.is(Purse::Capital, Origin::Upper),
        Topic::Project,
        true,
    ),
    source(
        "财政专户管理资金",
        |line| line.is_from(Purse::Account),
        Topic::Earned,
        false,
    ),
    source(
        "单位资金",
        |line| line.is_own() && line.is_new(),
        Topic::Earned,
        false,
    ),
    source(
        "财政拨款结转",
        |line| line.is_treasury() && !line.is_new(),
        Topic::Carried,
        false,
    ),
    source(
        "非财政拨款结转结余",
        |line| !line.is_treasury() && !line.is_new(),
        Topic::Carried,
        false,
    ),
];

/// 收支预算情况的总体说明
pub fn overall(teller: &Teller<'_>) -> Vec<Piece> {
    let filled = SOURCES.iter().filter(|it| teller.sum(it.keep).now > 0);
    let sources: Vec<_> = filled.map(|it| it.name).collect();
    let classes = teller.classes(|_| true);
    let classes: Vec<_> = classes.into_iter().map(names::function).collect();
    vec![
        paragraph(format!(
            "{}的全部收入和全部支出都编入本预算，收支总预算{}。",
            teller.whose(),
            teller.now(|_| true)
        )),
        paragraph(format!("收入预算包括：{}。", sources.join("、"))),
        paragraph(format!("支出预算包括：{}。", classes.join("、"))),
    ]
}

/// 收入预算情况说明
pub fn income(teller: &Teller<'_>) -> Vec<Piece> {
    let whole = teller.now(|_| true);
    let mut pieces = vec![paragraph(format!(
        "{}收入预算{whole}，其中：",
        teller.whose()
    ))];
    for source in &SOURCES {
        if teller.sum(source.keep).now > 0 {
            pieces.push(part(teller, source.name, source.keep, source.topic));
        } else if source.always {
            pieces.push(paragraph(format!("{}{}。", source.name, teller.words.none)));
        }
    }
    pieces
}

/// A part of everything: amount, share, change and reason.
fn part(teller: &Teller<'_>, name: &str, keep: Keep, topic: Topic) -> Piece {
    let (amount, whole) = (teller.sum(keep), teller.sum(|_| true));
    paragraph(format!(
        "{name}{}，{}，{}。",
        teller.money(amount.now),
        teller.share(amount.now, whole.now),
        teller.explained(amount, topic)
    ))
}

/// 支出预算情况说明
pub fn expenditure(teller: &Teller<'_>) -> Vec<Piece> {
    let whole = teller.now(|_| true);
    vec![
        paragraph(format!("{}支出预算{whole}，其中：", teller.whose())),
        part(teller, "基本支出", |line| line.is_basic(), Topic::Staff),
        part(teller, "项目支出", |line| !line.is_basic(), Topic::Project),
    ]
}

/// The budgets of the treasury.
const PURSES: [(&str, Keep); 3] = [
    ("一般公共预算", |line| line.is_from(Purse::General)),
    ("政府性基金预算", |line| line.is_from(Purse::Fund)),
    ("国有资本经营预算", |line| {
        line.is_from(Purse::Capital)
    }),
];

/// 财政拨款收支预算情况的总体说明
pub fn appropriation(teller: &Teller<'_>) -> Vec<Piece> {
    let whole = teller.now(Line::is_appropriation);
    let year = teller.plan.year;
    let mut pieces = vec![paragraph(format!("{year}年财政拨款收支总预算{whole}。"))];
    let filled = PURSES.iter().filter(|(_, keep)| teller.sum(keep).now > 0);
    let filled: Vec<_> = filled.collect();
    if let [_] = filled[..] {
        pieces.push(paragraph(
            "收入都来自一般公共预算拨款，没有政府性基金预算拨款和国有资本经营预算拨款。",
        ));
    }
    let income = filled
        .iter()
        .map(|(name, keep)| format!("{name}拨款{}", teller.now(keep)));
    let income: Vec<_> = income.collect();
    pieces.push(paragraph(format!("收入预算包括：{}。", income.join("、"))));
    pieces.extend(
        filled
            .iter()
            .map(|(name, keep)| classes(teller, name, *keep)),
    );
    pieces
}

/// What each 类 gets from one budget, and what for.
fn classes(teller: &Teller<'_>, purse: &str, keep: Keep) -> Piece {
    let told = teller.classes(keep).into_iter().map(|code| {
        let money = teller.now(|line| keep(line) && line.function.starts_with(code));
        format!(
            "{}{money}，主要用于{}",
            names::function(code),
            purpose(code)
        )
    });
    let told: Vec<_> = told.collect();
    paragraph(format!("{purse}支出包括：{}。", told.join("；")))
}

fn purpose(class: &str) -> &'static str {
    match class {
        "208" => "缴纳养老保险和职业年金、发放有关补贴",
        "210" => "缴纳医疗保险和医疗补助",
        "221" => "缴存住房公积金",
        _ => "单位运转和业务工作",
    }
}
