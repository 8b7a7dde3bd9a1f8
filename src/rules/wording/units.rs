//! A unit of account that lost a sign: 252.50元 where 252.50万元 is meant.
use super::balance::sections;
use crate::{
    budget::{Budget, Passage},
    claim::{Remark, Severity},
    note::Message,
    rules::remarks::of_passage,
};
use rust_decimal::Decimal;
use std::ops::Range;

/// A printed amount of money.
#[derive(Debug, Clone, PartialEq)]
struct Amount<'a> {
    passage: &'a Passage,
    number: Decimal,
    /// Whether it is in 万元, and not in 元.
    is_large: bool,
    /// Number and unit.
    range: Range<usize>,
}

/// Complains of an amount in 元 that the section has in 万元, too, or that makes a sum with amounts in
/// 万元; and the other way round.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for section in sections(budget) {
        let amounts: Vec<Amount> = section.iter().flat_map(|it| amounts(it)).collect();
        let large = amounts.iter().filter(|it| it.is_large).count();
        let small = amounts.len() - large;
        // Which of the two units is the slip, the others of the section say; of two the first is
        // right.
        let wrong = amounts.iter().enumerate().filter(|(index, it)| {
            let alike = if it.is_large { large } else { small };
            let is_rarer = alike * 2 < amounts.len() + usize::from(*index > 0);
            is_rarer && it.number >= Decimal::ONE && !it.number.fract().is_zero()
        });
        let wrong = wrong.map(|it| it.1);
        let sure = wrong.filter(|it| is_repeated(it, &amounts) || makes_a_sum(it, &amounts));
        remarks.extend(sure.map(remark));
    }
    remarks
}

/// The same number in the other unit.
fn is_repeated(one: &Amount, amounts: &[Amount]) -> bool {
    let mut others = amounts.iter().filter(|it| it.is_large != one.is_large);
    others.any(|it| it.number == one.number)
}

/// Of the amounts of one paragraph in the other unit two differ by just this number, or add up to it.
fn makes_a_sum(one: &Amount, amounts: &[Amount]) -> bool {
    let beside = |it: &&Amount| it.passage == one.passage && it.is_large != one.is_large;
    let beside: Vec<Decimal> = amounts.iter().filter(beside).map(|it| it.number).collect();
    let is_made = |left: usize, right: usize| {
        let (left, right) = (beside[left], beside[right]);
        let other = !left.is_zero() && !right.is_zero();
        other && (left + right == one.number || (left - right).abs() == one.number)
    };
    (0..beside.len()).any(|left| (0..left).any(|right| is_made(left, right)))
}

fn amounts(passage: &Passage) -> Vec<Amount<'_>> {
    let plain = &passage.plain;
    let units = plain.match_indices('元');
    let amounts = units.filter_map(|(at, unit)| {
        let before = &plain[..at];
        let digits = before.trim_end_matches('万');
        let is_large = digits.len() + '万'.len_utf8() == before.len();
        let kept =
            digits.trim_end_matches(|it: char| it.is_ascii_digit() || it == '.' || it == ',');
        let printed = digits[kept.len()..].trim_start_matches([',', '.']);
        let number = printed.replace(',', "").parse().ok()?;
        let plain_unit = is_large || digits.len() == before.len();
        plain_unit.then_some(Amount {
            passage,
            number,
            is_large,
            range: digits.len() - printed.len()..at + unit.len(),
        })
    });
    amounts.collect()
}

fn remark(amount: &Amount) -> Remark {
    let printed = amount.passage.printed(amount.range.clone());
    let unit = if amount.is_large { "元" } else { "万元" };
    let expected = format!(
        "{}{unit}",
        printed.trim_end_matches(['万', '元']).trim_end()
    );
    let message = Message::new(
        format!("“{printed}”的单位写错了：同处的其他金额说明它是“{expected}”。"),
        format!(
            "The unit of “{printed}” is wrong: other amounts here show that it is “{expected}”."
        ),
    );
    Remark {
        expected: Some(expected),
        ..of_passage(
            Severity::Error,
            amount.passage,
            amount.range.clone(),
            message,
        )
    }
}
