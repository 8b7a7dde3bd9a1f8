//! 职业年金 against 养老保险.
use super::{notice, printed};
use crate::{budget::Budget, claim::Remark, note::Message};
use rust_decimal::Decimal;

/// Before, the unit paid 20 % for pensions in most places.
const SINCE: u16 = 2020;
/// Where both stand: the pension and the annuity.
const PAIRS: [(&str, &str); 2] = [
    (
        "一般公共预算基本支出表.30108.合计",
        "一般公共预算基本支出表.30109.合计",
    ),
    ("支出总表.2080505.合计", "支出总表.2080506.合计"),
];

/// Remarks once on a proportion that is far from two to one.
pub fn check(budget: &Budget) -> Vec<Remark> {
    if budget.year.is_none_or(|it| it < SINCE) {
        return Vec::new();
    }
    let odd = PAIRS.iter().filter_map(|pair| remark(budget, *pair));
    odd.take(1).collect()
}

fn remark(budget: &Budget, (pension, annuity): (&str, &str)) -> Option<Remark> {
    let (pension, whole) = printed(budget, pension)?;
    let (annuity, half) = printed(budget, annuity)?;
    let off = (whole.amount.value - half.amount.value * Decimal::TWO).abs();
    // A few persons on another base move it by some hundredths.
    let allowed = whole.amount.value / Decimal::from(20);
    if whole.amount.is_nil() || half.amount.is_nil() || off <= allowed {
        return None;
    }
    let (whole, half) = (&whole.text, &half.text);
    let message = Message::new(
        format!("职业年金 {half} 不是养老保险 {whole} 的一半左右（8% 与 16%）。"),
        format!("The annuity {half} is not about half of the pension contribution {whole}."),
    );
    Some(notice(vec![annuity, pension], message))
}
