//! Shares of procurement reserved for small and medium firms.
use super::notice;
use crate::{
    budget::{Budget, FactId},
    claim::Remark,
    note::Message,
    rules::narrative::the_only,
};
use rust_decimal::Decimal;

/// Remarks on shares below those of the regulation.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let all = the_only(budget, &["政府采购"]);
    let reserved = the_only(budget, &["中小企业", "预留"]);
    let small = the_only(budget, &["小微企业", "预留"]);
    let shares = [
        (reserved, all, 3, text_of_reserved as Wording),
        (small, reserved, 6, text_of_small),
    ];
    shares
        .into_iter()
        .filter_map(|(part, whole, tenths, wording)| low(budget, (part?, whole?), tenths, wording))
        .collect()
}

/// How a low share is told, given both figures as printed.
type Wording = fn(&str, &str) -> Message;

fn low(
    budget: &Budget,
    (part, whole): (FactId, FactId),
    tenths: i64,
    wording: Wording,
) -> Option<Remark> {
    let value = |id| budget.fact(id).amount.value;
    let is_low = value(part) * Decimal::TEN < value(whole) * Decimal::from(tenths);
    let text = |id| budget.fact(id).text.as_str();
    is_low.then(|| notice(vec![part, whole], wording(text(part), text(whole))))
}

fn text_of_reserved(part: &str, whole: &str) -> Message {
    Message::new(
        format!("面向中小企业预留 {part}，不足政府采购预算 {whole} 的三成；只有适宜的采购才计入。"),
        format!(
            "{part} is reserved for small and medium firms, less than three tenths of {whole}; only suitable purchases count."
        ),
    )
}

fn text_of_small(part: &str, whole: &str) -> Message {
    Message::new(
        format!("面向小微企业预留 {part}，不足面向中小企业预留 {whole} 的六成。"),
        format!(
            "{part} is reserved for small and micro firms, less than six tenths of the {whole} reserved."
        ),
    )
}
