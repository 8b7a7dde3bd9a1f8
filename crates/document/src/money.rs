//! Exact amounts that know how coarsely they were printed.
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

/// What stands in a cell that should hold a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printed {
    /// Blank, a dash or a slash: nothing is printed, which stands for nothing.
    Blank,
    /// A figure, zero included, as written: its scale is the number of printed decimals.
    Figure(Decimal),
    /// Something else: words, or digits that no reading makes a figure of.
    Unreadable,
}

/// Reads what a cell holds. Thousands separators and full-width digits are read as meant;
/// brackets and minus signs make a figure negative.
pub fn read_figure(text: &str) -> Printed {
    let mut plain = String::with_capacity(text.len());
    plain.extend(text.chars().filter(|c| !c.is_whitespace()).map(half_width));
    let plain = plain.trim_start_matches(['¥', '￥']);
    if plain
        .chars()
        .all(|c| matches!(c, '-' | '—' | '–' | '/' | '―' | '─'))
    {
        return Printed::Blank;
    }
    let (negative, digits) = match plain.strip_prefix('(').and_then(|it| it.strip_suffix(')')) {
        Some(inner) => (true, inner),
        None => match plain.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, plain),
        },
    };
    match unsigned(digits) {
        Some(figure) if negative => Printed::Figure(-figure),
        Some(figure) => Printed::Figure(figure),
        None => Printed::Unreadable,
    }
}

/// Digits with at most one point; commas only where thousands are parted.
fn unsigned(digits: &str) -> Option<Decimal> {
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let only_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !only_digits(decimals) {
        return None;
    }
    let mut groups = whole.split(',');
    let first = groups.next().filter(|it| only_digits(it))?;
    let parted = whole.contains(',');
    if parted && (first.len() > 3 || !groups.all(|it| it.len() == 3 && only_digits(it))) {
        return None;
    }
    let plain = digits.replace(',', "");
    (plain.len() <= MOST_DIGITS).then(|| plain.parse().ok())?
}

/// More digits than this are no figure.
const MOST_DIGITS: usize = 20;

/// The half-width form of the signs that figures are printed with.
pub fn half_width(sign: char) -> char {
    match sign {
        '０'..='９' => char::from(b'0' + (sign as u32 - '０' as u32) as u8),
        '．' => '.',
        '，' => ',',
        '（' => '(',
        '）' => ')',
        '－' | '−' | '﹣' => '-',
        '％' => '%',
        '：' => ':',
        _ => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_printed() {
        let figure = |text: &str| match read_figure(text) {
            Printed::Figure(figure) => figure.to_string(),
            other => format!("{other:?}"),
        };
        for (text, read) in [
            ("319.87", "319.87"),
            (" 1,234.50 ", "1234.50"),
            ("１２．３", "12.3"),
            ("（3.10）", "-3.10"),
            ("-2", "-2"),
            ("0.00", "0.00"),
            ("", "Blank"),
            ("—", "Blank"),
            ("1,23.4", "Unreadable"),
            ("O.5", "Unreadable"),
            ("12..3", "Unreadable"),
            ("合计", "Unreadable"),
            (".", "Unreadable"),
        ] {
            assert_eq!(figure(text), read, "{text:?}");
        }
    }

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
