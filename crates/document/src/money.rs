//! Exact amounts that know how coarsely they were printed.
mod figure;
mod marks;

pub use figure::{Printed, decimals, half_width, read_figure};
pub use marks::{is_raised, mark_at, without_marks};

use rust_decimal::Decimal;
use std::fmt;

/// A printed figure: `12.30` in 万元 is 123 000 yuan, give or take 50.
///
/// Money is in yuan; percentages are in percent, counts and weights in ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Amount {
    /// The figure itself; money in yuan.
    pub value: Decimal,
    /// Half of the last printed digit, in the same measure. Zero for nil, which is known exactly.
    pub half_step: Decimal,
}

impl Amount {
    /// What a blank cell, a dash or a zero stands for.
    pub const NIL: Amount = Amount {
        value: Decimal::ZERO,
        half_step: Decimal::ZERO,
    };

    /// A figure printed with `decimals` decimals in units of `scale`.
    pub fn printed(figure: Decimal, scale: Decimal) -> Self {
        if figure.is_zero() {
            return Self::NIL;
        }
        let half_step = Decimal::new(5, figure.scale() + 1) * scale;
        Amount {
            value: figure * scale,
            half_step,
        }
    }

    /// Whether the figure is nothing: blank, dash or zero.
    pub fn is_nil(&self) -> bool {
        self.value.is_zero()
    }
}

/// A figure with separators between thousands: `1,664.00`.
pub fn grouped(figure: &str) -> String {
    let (whole, rest) = figure.split_at(figure.find('.').unwrap_or(figure.len()));
    let digits = whole.trim_start_matches('-');
    let mut out = whole[..whole.len() - digits.len()].to_owned();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out + rest
}

/// More yuan, pieces or percent than this are no amount: a country has less in a year.
const MOST: i64 = 10_000_000_000_000_000;

/// What a table's figures are counted in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// 元
    Yuan,
    /// 千元
    Thousand,
    /// 万元: what nearly all disclosures are printed in.
    #[default]
    TenThousand,
    /// 亿元
    HundredMillion,
    /// 百分之一
    Percent,
    /// Pieces, persons, points: counted in ones.
    Piece,
}

impl Unit {
    /// The units of account, longest name first so that 万元 is not read as 元.
    pub const OF_ACCOUNT: [Unit; 4] = [
        Unit::HundredMillion,
        Unit::TenThousand,
        Unit::Thousand,
        Unit::Yuan,
    ];

    /// One of this unit in the measure that [`Amount`] keeps: yuan for money.
    pub fn scale(self) -> Decimal {
        Decimal::from(match self {
            Unit::Yuan | Unit::Percent | Unit::Piece => 1,
            Unit::Thousand => 1_000,
            Unit::TenThousand => 10_000,
            Unit::HundredMillion => 100_000_000,
        })
    }

    /// Whether so many can be an amount: at most ten quadrillion yuan, so that all cells of a
    /// document added up never overflow.
    pub fn holds(self, figure: Decimal) -> bool {
        figure.abs() <= Decimal::new(MOST, 0) / self.scale()
    }

    /// The name as printed on the form; empty for pieces.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Yuan => "元",
            Unit::Thousand => "千元",
            Unit::TenThousand => "万元",
            Unit::HundredMillion => "亿元",
            Unit::Percent => "%",
            Unit::Piece => "",
        }
    }

    /// The unit of account that `text` starts with, blanks aside.
    pub fn at_start(text: &str) -> Option<Unit> {
        let text = text.trim_start();
        let text = text.strip_prefix("人民币").unwrap_or(text);
        Unit::OF_ACCOUNT
            .into_iter()
            .find(|unit| text.starts_with(unit.name()))
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_knows_how_coarsely_it_was_printed() {
        let amount = Amount::printed(Decimal::new(1230, 2), Unit::TenThousand.scale());
        assert_eq!(amount.value, Decimal::from(123_000));
        assert_eq!(amount.half_step, Decimal::from(50));
    }

    #[test]
    fn more_than_a_country_has_is_no_amount() {
        let much = Decimal::from(100_000_000);
        assert!(Unit::HundredMillion.holds(-much));
        assert!(!Unit::HundredMillion.holds(much + Decimal::ONE));
        assert!(Unit::Yuan.holds(much * much));
        assert!(!Unit::Yuan.holds(much * much * much));
    }

    #[test]
    fn ten_thousand_yuan_is_not_yuan() {
        assert_eq!(Unit::at_start("万元"), Some(Unit::TenThousand));
        assert_eq!(Unit::at_start("人民币元"), Some(Unit::Yuan));
        assert_eq!(Unit::at_start("平方米"), None);
    }
}
