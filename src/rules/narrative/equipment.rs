//! 大型设备: so many things of at least such a price cost at least that much.
use super::figures::at_most;
use crate::{
    budget::{Budget, CellName, FactId, statement::Statement},
    claim::{Constraint, Doubt, Remark, Severity},
    forms::narrative::Section,
    money::Unit,
    note::Message,
    rules::remarks::of_document,
};
use rust_decimal::Decimal;

/// The section that tells them.
const SECTION: Section = Section::STATE_ASSETS;

/// A statement of how many things there are above a price.
struct Costly<'a> {
    statement: &'a Statement,
    count: FactId,
    /// The least price of one, in yuan.
    price: Decimal,
    /// What the things are called.
    noun: &'a str,
    /// Whether they are to be bought this year.
    bought: bool,
}

/// `单价50万元以上大型设备` with a count, in order.
fn costly(budget: &Budget) -> Vec<Costly<'_>> {
    let told = budget
        .statements
        .iter()
        .filter(|it| it.section == Some(SECTION));
    let told = told.filter_map(|statement| {
        let (price, noun) = threshold(&statement.subject)?;
        let mut beside = budget
            .statements
            .iter()
            .filter(|it| it.block == statement.block);
        Some(Costly {
            statement,
            count: statement.count?,
            price,
            noun,
            bought: beside.any(|it| it.subject.contains("购置")),
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
    let same = pairs.filter(|(one, two)| {
        one.price < two.price && one.noun == two.noun && one.statement.block == two.statement.block
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
    let (subject, number) = (&it.statement.subject, &count.text);
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
        block: Some(it.statement.block),
        doubts: vec![doubt],
        ..of_document(Severity::Warning, message)
    }
}
