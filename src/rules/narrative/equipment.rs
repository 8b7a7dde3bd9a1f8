//! 大型设备: so many things of at least such a price cost at least that much.
use super::telling::{Reader, at_most};
use crate::{
    budget::{Budget, CellName, FactId},
    claim::{Constraint, Doubt, Remark, Severity},
    money::Unit,
    note::Message,
    rules::remarks::of_document,
};
use rust_decimal::Decimal;

/// The sections that tell them.
const SECTION: &str = "资产";

/// How many things there are above a price.
struct Costly<'a> {
    count: FactId,
    /// What they are called, with their price.
    subject: &'a str,
    /// The least price of one, in yuan.
    price: Decimal,
    /// What the things are called.
    noun: &'a str,
    /// Whether they are to be bought this year.
    bought: bool,
}

/// `单价50万元以上大型设备` with a count, in order.
fn costly(budget: &Budget) -> Vec<Costly<'_>> {
    let reader = Reader::new(budget);
    let told = reader.below(SECTION).filter_map(|(id, it)| {
        let subject = it.subject.as_deref()?;
        let (price, noun) = threshold(subject)?;
        let mut beside = reader
            .below(SECTION)
            .filter(|other| other.1.line == it.line);
        let count = reader.fact(id);
        (budget.fact(count).unit == Unit::Piece).then_some(Costly {
            count,
            subject,
            price,
            noun,
            bought: beside.any(|it| {
                it.1.subject
                    .as_deref()
                    .is_some_and(|it| it.contains("购置"))
            }),
        })
    });
    told.collect()
}

/// The price before 万元以上, in yuan, and what stands behind it.
fn threshold(subject: &str) -> Option<(Decimal, &str)> {
    let (before, noun) = subject.split_once("万元以上")?;
    let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let price: Decimal = before.get(before.len() - digits..)?.parse().ok()?;
    Some((
        price * Unit::TenThousand.scale(),
        noun.trim_start_matches("(含)"),
    ))
}

/// What costs more than 100万元 costs more than 50万元: the one is part of the other.
pub fn dearer(budget: &Budget) -> Vec<Constraint> {
    let told = costly(budget);
    let pairs = told.iter().zip(told.iter().skip(1));
    let block = |it: &Costly| budget.fact(it.count).source.block;
    let same = pairs.filter(|(one, two)| {
        one.price < two.price && one.noun == two.noun && block(one) == block(two)
    });
    same.map(|(one, two)| at_most(two.count, one.count))
        .collect()
}

/// Things to be bought that cost more than all there is to pay them with. What is owned may be
/// told at what is left of its price, and proves nothing.
pub fn beyond_means(budget: &Budget) -> Vec<Remark> {
    let Some(all) = budget.find(&CellName::new("支出总表", "总计", "合计")) else {
        return Vec::new();
    };
    let limit = budget.fact(all).amount.value;
    let bought = costly(budget).into_iter().filter(|it| it.bought);
    let beyond = bought.filter(|it| budget.fact(it.count).amount.value * it.price > limit);
    beyond.map(|it| remark(budget, &it, all)).collect()
}

fn remark(budget: &Budget, it: &Costly, all: FactId) -> Remark {
    let (count, all) = (budget.fact(it.count), budget.fact(all));
    let least = (count.amount.value * it.price / Unit::TenThousand.scale()).normalize();
    let (subject, number) = (it.subject, &count.text);
    let paid = format!("{} {}", all.text, all.unit);
    let message = Message::new(
        format!("“{subject}”{number} 台，至少要 {least} 万元，而全部支出只有 {paid}。"),
        format!(
            "“{subject}”: {number} of them cost {least} 万元 at least, all expenditure is {paid}."
        ),
    );
    let doubt = Doubt {
        place: count.name.to_string(),
        at: count.source.at.clone(),
        text: number.clone(),
        meant: (it.price > all.amount.value).then(|| "0".to_owned()),
        reason: Message::new("这么多设备买不起", "so many cannot be paid for"),
    };
    Remark {
        figures: vec![it.count],
        block: Some(count.source.block),
        doubts: vec![doubt],
        ..of_document(Severity::Warning, message)
    }
}
