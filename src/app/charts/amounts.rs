//! Amounts as the charts and their tables show them.

use gouji::money::grouped;
use rust_decimal::{Decimal, prelude::ToPrimitive};
use yew::prelude::*;

/// In 万元 with two digits and separators: `1,234.50`.
pub fn in_wan(yuan: Decimal) -> String {
    let text = format!("{:.2}", (yuan / Decimal::from(10_000)).round_dp(2));
    grouped(&text)
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

/// A part of a whole as a bar.
pub fn bar(part: Decimal, whole: Decimal) -> Html {
    let width = share(part, whole);
    let width = if width == "–" {
        "0%".to_owned()
    } else {
        width
    };
    html! {
        <svg class="bar" aria-hidden="true"><rect {width} height="100%" /></svg>
    }
}
