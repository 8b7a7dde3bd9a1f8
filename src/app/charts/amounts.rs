//! Amounts as the charts and their tables show them.

use rust_decimal::{Decimal, prelude::ToPrimitive};

/// In 万元 with two digits and separators: `1,234.50`.
pub fn in_wan(yuan: Decimal) -> String {
    let text = format!("{:.2}", (yuan / Decimal::from(10_000)).round_dp(2));
    let (sign, digits) = text
        .strip_prefix('-')
        .map_or(("", text.as_str()), |it| ("-", it));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "00"));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}.{fraction}")
}

/// A part of a whole: `12.3%`; a dash where there is no whole.
pub fn share(part: Decimal, whole: Decimal) -> String {
    part.checked_div(whole).map_or_else(
        || "–".to_owned(),
        |share| format!("{:.1}%", (share * Decimal::ONE_HUNDRED).round_dp(1)),
    )
}

/// How large it is drawn; the charts alone count in floating point.
pub fn drawn(yuan: Decimal) -> f64 {
    (yuan / Decimal::from(10_000)).to_f64().unwrap_or(0.0)
}
