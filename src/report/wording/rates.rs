//! Percentages in words, and with their figures filled in.
use super::in_unit_of;
use crate::{
    budget::{Budget, FactId},
    check::rate::JudgedRate,
    claim::{Rate, RateKind, RateVerdict, Term},
    note::Message,
    places::join,
};

/// `56.78 ÷ (234.42 - 56.78)`
fn quotient(budget: &Budget, rate: &Rate) -> String {
    let first = rate.part.first().map(|it| budget.fact(it.fact));
    let text = |term: &Term| {
        let fact = budget.fact(term.fact);
        match first.filter(|it| it.unit != fact.unit) {
            Some(first) => in_unit_of(first, fact.amount.value, 2),
            None => fact.text.clone(),
        }
    };
    let side = |terms: &[Term]| match terms.len() {
        1 => join(terms, text),
        _ => format!("({})", join(terms, text)),
    };
    format!(
        "{} ÷ {}",
        side(&risen(budget, &rate.part)),
        side(&rate.whole)
    )
}

/// The percentage with its figures filled in: `56.78 ÷ 234.42 = 24.22%`, with ≠ where it is wrong.
pub fn rate_filled(budget: &Budget, judged: &JudgedRate) -> String {
    let quotient = quotient(budget, &judged.rate);
    let sign = judged.rate.kind.sign();
    let printed = format!("{}{sign}", budget.fact(judged.rate.printed).text);
    match judged.verdict {
        RateVerdict::NoBase | RateVerdict::Broken { .. } if has_no_base(budget, &judged.rate) => {
            format!("{quotient}（除数为 0），文中写 {printed}")
        }
        RateVerdict::Broken { .. } => format!("{quotient} ≠ {printed}"),
        _ => format!("{quotient} = {printed}"),
    }
}

fn has_no_base(budget: &Budget, rate: &Rate) -> bool {
    let mut whole = rate.whole.iter().map(|it| budget.fact(it.fact));
    whole.all(|it| it.amount.is_nil())
}

/// The terms of a change in the order that makes it positive, as rates are printed.
fn risen(budget: &Budget, part: &[Term]) -> Vec<Term> {
    let value = |it: &Term| budget.fact(it.fact).amount.value;
    match part {
        [plus, minus] if minus.minus && !plus.minus && value(plus) < value(minus) => {
            let less = Term {
                minus: true,
                ..*plus
            };
            vec![Term::plus(minus.fact), less]
        }
        _ => part.to_vec(),
    }
}

/// The sentence of a percentage that is wrong or deserves a look.
pub fn rate_sentence(budget: &Budget, judged: &JudgedRate) -> Message {
    let rate = &judged.rate;
    let sign = rate.kind.sign();
    let printed = format!("{}{sign}", budget.fact(rate.printed).text);
    let quotient = quotient(budget, rate);
    let subject = subject(budget, rate.printed);
    let what = match rate.kind {
        RateKind::Share => ("占比", "share"),
        RateKind::Growth => ("增减率", "rate of change"),
        RateKind::Completion => ("完成率", "rate of completion"),
        RateKind::Multiple => ("倍数", "multiple"),
        RateKind::MultipleGrowth => ("增长倍数", "multiple of growth"),
    };
    let base = match rate.kind {
        RateKind::Completion => "预算数",
        _ => "上年数",
    };
    let no_base = has_no_base(budget, rate);
    match judged.verdict {
        RateVerdict::Broken { .. } if no_base => Message::new(
            format!("{subject}{base}为 0，不会有{}，文中写 {printed}。", what.0),
            format!(
                "{subject}The base is 0, so there is no {}; the text says {printed}.",
                what.1
            ),
        ),
        RateVerdict::NoBase => Message::new(
            format!(
                "{subject}{base}为 0，没有可比的{}，文中写 {printed}。",
                what.0
            ),
            format!(
                "{subject}The base is 0, so there is no {}; the text says {printed}.",
                what.1
            ),
        ),
        RateVerdict::Forced { expected } => Message::new(
            format!(
                "{subject}{}应为 {quotient} = {expected}{sign}，文中写 {printed}，略有出入。",
                what.0
            ),
            format!(
                "{subject}The {} is {quotient} = {expected}{sign}; the text says {printed}, which is slightly off.",
                what.1
            ),
        ),
        RateVerdict::Doubtful { expected } => Message::new(
            format!(
                "{subject}{}应为 {quotient} = {expected}{sign}，文中写 {printed}；全文其他比率都恰好等于所印各数之商。",
                what.0
            ),
            format!(
                "{subject}The {} is {quotient} = {expected}{sign}; the text says {printed}, while all other rates are exact.",
                what.1
            ),
        ),
        RateVerdict::Broken { expected } => Message::new(
            format!(
                "{subject}{}应为 {quotient} = {expected}{sign}，文中写 {printed}。",
                what.0
            ),
            format!(
                "{subject}The {} is {quotient} = {expected}{sign}; the text says {printed}.",
                what.1
            ),
        ),
        RateVerdict::Exact | RateVerdict::WithinRounding => Message::new(
            format!("{subject}{quotient} = {printed}"),
            format!("{subject}{quotient} = {printed}"),
        ),
    }
}

/// `“事业运行”：` of the statement that a figure belongs to.
fn subject(budget: &Budget, id: FactId) -> String {
    let row = &budget.fact(id).name.row;
    match row.nth {
        Some(_) => format!("“{}”：", row.words()),
        None => String::new(),
    }
}
