//! Whole numbers: every figure as a multiple of the smallest amount that occurs in the document.
use crate::budget::Budget;
use rust_decimal::Decimal;

/// Maximum number of decimals; a figure with more is ignored, since all others would be scaled up to it.
const MOST_DECIMALS: u32 = 8;

/// Turns decimals into whole numbers and back.
#[derive(Debug, Clone, Copy)]
pub struct Measure {
    decimals: u32,
}

impl Measure {
    /// The coarsest measure in which every figure of the budget, and half its last digit, is whole.
    pub fn of(budget: &Budget) -> Self {
        let amounts = budget.facts.iter().map(|it| it.amount);
        let decimals = amounts
            .flat_map(|it| [it.value, it.half_step])
            .map(|it| it.normalize().scale())
            .filter(|it| *it <= MOST_DECIMALS)
            .max();
        Measure {
            decimals: decimals.unwrap_or(0),
        }
    }

    /// The whole number; `None` if there is none or it is absurdly large.
    pub fn whole(&self, value: Decimal) -> Option<i128> {
        let value = value.normalize();
        let up = self.decimals.checked_sub(value.scale())?;
        value.mantissa().checked_mul(10i128.checked_pow(up)?)
    }

    /// The decimal that a whole number stands for.
    pub fn decimal(&self, whole: i128) -> Option<Decimal> {
        let value = Decimal::try_from_i128_with_scale(whole, self.decimals).ok()?;
        Some(value.normalize())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_and_back() {
        let measure = Measure { decimals: 3 };
        let value = Decimal::new(1230, 2);
        assert_eq!(measure.whole(value), Some(12_300));
        assert_eq!(measure.decimal(12_300), Some(Decimal::new(123, 1)));
        assert_eq!(measure.whole(Decimal::new(1, 5)), None);
    }

    #[test]
    fn the_largest_decimal_does_not_overflow() {
        let measure = Measure {
            decimals: MOST_DECIMALS,
        };
        let whole = measure.whole(Decimal::MAX).expect("fits");
        assert_eq!(measure.decimal(whole), None, "28 digits and 8 decimals");
    }
}
