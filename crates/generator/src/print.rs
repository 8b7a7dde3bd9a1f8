//! How an amount of 分 is printed.
use gouji_document::money::Unit;
use rust_decimal::prelude::ToPrimitive;

/// A unit of account and its number of decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Print {
    /// 万元 or 元.
    pub unit: Unit,
    /// Decimals of every figure.
    pub decimals: u32,
}

impl Print {
    /// 万元 with two decimals, as most are published.
    pub const TEN_THOUSAND: Print = Print {
        unit: Unit::TenThousand,
        decimals: 2,
    };
    /// 元 to the 分.
    pub const CENTS: Print = Print {
        unit: Unit::Yuan,
        decimals: 2,
    };
    /// 元 without decimals.
    pub const WHOLE_YUAN: Print = Print {
        unit: Unit::Yuan,
        decimals: 0,
    };

    /// How many 分 one of the last printed digit is.
    pub fn step(self) -> i64 {
        let scale = self.unit.scale().to_i64().unwrap_or(1);
        scale * 100 / 10_i64.pow(self.decimals)
    }

    /// Rounded half up to the last printed digit, in 分: what a reader of the figure knows.
    pub fn seen(self, amount: i64) -> i64 {
        let step = self.step();
        (amount.abs() + step / 2) / step * step * amount.signum()
    }

    /// As a cell of a table: nothing is left blank.
    pub fn cell(self, amount: i64) -> String {
        match self.seen(amount) {
            0 => String::new(),
            seen => decimals(seen / self.step(), self.decimals),
        }
    }

    /// As a sentence says it: without a sign, nothing is `0`.
    pub fn said(self, amount: i64) -> String {
        match self.cell(amount.abs()) {
            blank if blank.is_empty() => "0".into(),
            figure => figure,
        }
    }
}

/// A count of last digits with its point put in.
fn decimals(steps: i64, decimals: u32) -> String {
    let (sign, steps) = (if steps < 0 { "-" } else { "" }, steps.abs());
    let parts = 10_i64.pow(decimals);
    match decimals {
        0 => format!("{sign}{steps}"),
        _ => {
            let width = decimals as usize;
            format!("{sign}{}.{:0width$}", steps / parts, steps % parts)
        }
    }
}

/// `part` in percent of `whole` with two decimals, rounded half up, without a sign; a whole of
/// nothing gives 0.
pub fn percent(part: i64, whole: i64) -> String {
    let (part, whole) = (i128::from(part.abs()), i128::from(whole.abs()));
    if whole == 0 {
        return decimals(0, 2);
    }
    let steps = (part * 20_000 + whole) / (2 * whole);
    decimals(steps.to_i64().unwrap_or(i64::MAX), 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_rounded_half_up() {
        assert_eq!(Print::TEN_THOUSAND.cell(123_455_000), "123.46");
        assert_eq!(Print::TEN_THOUSAND.cell(123_454_999), "123.45");
        assert_eq!(Print::TEN_THOUSAND.cell(4_999), "");
        assert_eq!(Print::CENTS.cell(123_450), "1234.50");
        assert_eq!(Print::WHOLE_YUAN.cell(123_450), "1235");
        assert_eq!(Print::TEN_THOUSAND.said(-85_060), "0.09");
        assert_eq!(Print::TEN_THOUSAND.said(0), "0");
    }

    #[test]
    fn shares_are_rounded_half_up() {
        assert_eq!(percent(8506, 23481), "36.23");
        assert_eq!(percent(-1, 2), "50.00");
        assert_eq!(percent(0, 0), "0.00");
    }
}
