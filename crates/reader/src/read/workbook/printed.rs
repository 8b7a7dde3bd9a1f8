//! A number as a sheet prints it.
//!
//! Workbooks store binary fractions: 12.3 may be stored as 12.299999999999999. Excel knows fifteen
//! digits and rounds halves away from zero; the number is printed so, however the format was applied.
use crate::money::grouped;
use rust_decimal::{Decimal, RoundingStrategy};
use std::str::FromStr;

/// Digits that are true in a stored number.
const TRUE_DIGITS: u32 = 15;
/// Digits that a cell without a format shows at most.
const GENERAL_DIGITS: u32 = 10;

/// What is printed for a stored number, if `shown` is what its format makes of it.
pub(super) fn printed(stored: f64, shown: &str) -> String {
    let Some(exact) = exact(stored) else {
        return shown.trim().to_owned();
    };
    let shown = shown.trim();
    if shown == stored.to_string() {
        return general(exact);
    }
    if shown.contains('!') {
        return in_ten_thousands(exact);
    }
    let Some(run) = Run::of(shown) else {
        // Nothing, or a dash, is what some formats show for nought. Words are a format that is
        // not known here: G/通用格式 is what WPS calls no format.
        let is_nought = exact.is_zero() && !shown.contains(char::is_alphabetic);
        return if is_nought {
            shown.to_owned()
        } else {
            general(exact)
        };
    };
    let value = if run.behind.contains('%') {
        exact * Decimal::ONE_HUNDRED
    } else {
        exact
    };
    run.with(value.abs()).unwrap_or_else(|| shown.to_owned())
}

/// The stored number to the digits that are true.
fn exact(stored: f64) -> Option<Decimal> {
    let written = stored.to_string();
    let number = Decimal::from_str(&written).or_else(|_| Decimal::from_scientific(&written));
    number.ok()?.round_sf(TRUE_DIGITS)
}

fn rounded(number: Decimal, decimals: u32) -> Decimal {
    number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

/// Without a format, as many digits as a cell has room for.
fn general(number: Decimal) -> String {
    let whole = number.trunc().abs().to_string().len() as u32;
    rounded(number, GENERAL_DIGITS.saturating_sub(whole))
        .normalize()
        .to_string()
}

/// `0!.0,`: yuan shown in 万元, with a point that only looks like one.
fn in_ten_thousands(number: Decimal) -> String {
    format!("{:.1}", rounded(number / Decimal::from(10_000), 1))
}

/// The digits in what is shown, and what stands around them.
struct Run<'a> {
    before: &'a str,
    digits: &'a str,
    behind: &'a str,
}

impl<'a> Run<'a> {
    fn of(shown: &'a str) -> Option<Self> {
        let start = shown.find(|sign: char| sign.is_ascii_digit())?;
        let rest = &shown[start..];
        let end = rest.find(|sign: char| !sign.is_ascii_digit() && sign != ',' && sign != '.');
        let (digits, behind) = rest.split_at(end.unwrap_or(rest.len()));
        Some(Run {
            before: &shown[..start],
            digits,
            behind,
        })
    }

    /// The same with the number rounded as Excel does it; `None` where the format made another
    /// number of it.
    fn with(&self, number: Decimal) -> Option<String> {
        let decimals = self
            .digits
            .split_once('.')
            .map_or(0, |(_, it)| it.len() as u32);
        let shown = Decimal::from_str(&self.digits.replace(',', "")).ok()?;
        let number = rounded(number, decimals);
        if (number - shown).abs() > Decimal::new(1, decimals) {
            return None;
        }
        let mut digits = format!("{number:.*}", decimals as usize);
        if self.digits.contains(',') {
            digits = grouped(&digits);
        }
        // Leading noughts belong to the format: 000 makes a code of 5.
        let digits = format!("{digits:0>width$}", width = self.digits.len());
        Some(format!("{}{digits}{}", self.before, self.behind))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_excel_prints_them() {
        for (stored, shown, expected) in [
            (12.299999999999999, "12.299999999999999", "12.3"),
            (0.1 + 0.2, "0.30000000000000004", "0.3"),
            (319.87, "319.87", "319.87"),
            (1.0 / 3.0, "0.3333333333333333", "0.333333333"),
            (1.005, "1.00", "1.01"),
            (-1.005, "-1.00", "-1.01"),
            (12.345, "12.35", "12.35"),
            (2345.675, "2,345.67", "2,345.68"),
            (999.995, "999.99", "1000.00"),
            (-12.3, "(12.30)", "(12.30)"),
            (0.362349999999, "36.23%", "36.23%"),
            (0.0, "-", "-"),
            (0.0, "", ""),
            (7.1, "G/通用格式", "7.1"),
            (0.0, "G/通用格式", "0"),
            (5.0, "005", "005"),
            (2026.0, "2026年", "2026年"),
            (12345.0, "12.3!", "1.2"),
            (45000.0, "45K", "45K"),
            (2010350.0, "2010350", "2010350"),
        ] {
            assert_eq!(
                printed(stored, shown),
                expected,
                "{stored} shown as {shown}"
            );
        }
    }
}
