//! A range of whole numbers, open at either end.

/// All whole numbers from `low` to `high`; an end that is `None` is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The least.
    pub low: Option<i128>,
    /// The greatest.
    pub high: Option<i128>,
}

impl Span {
    /// Every whole number.
    pub const ALL: Span = Span {
        low: None,
        high: None,
    };

    /// All `d` with `off + factor·d` in `-allowed..=allowed`, or at most `allowed` when `one_sided`.
    /// `None` if there is none, or the numbers are too large to tell.
    pub fn solving(off: i128, factor: i128, allowed: i128, one_sided: bool) -> Option<Span> {
        let (off_up, scale) = (off.checked_mul(factor.signum())?, factor.checked_abs()?);
        let high = floor(allowed.checked_sub(off_up)?, scale)?;
        let low = floor(allowed.checked_add(off_up)?, scale)?.checked_neg()?;
        let span = match (one_sided, factor > 0) {
            (false, _) => Span::between(low, high),
            (true, true) => Span {
                low: None,
                high: Some(high),
            },
            (true, false) => Span {
                low: Some(low),
                high: None,
            },
        };
        Some(span).filter(|it| !it.is_empty())
    }

    /// From one number to another.
    pub fn between(low: i128, high: i128) -> Span {
        Span {
            low: Some(low),
            high: Some(high),
        }
    }

    /// What is in both.
    pub fn meet(self, other: Span) -> Option<Span> {
        let low = self.low.max(other.low);
        let high = match (self.high, other.high) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        };
        Some(Span { low, high }).filter(|it| !it.is_empty())
    }

    /// Whether the number is in it.
    pub fn contains(&self, number: i128) -> bool {
        self.low.is_none_or(|low| low <= number) && self.high.is_none_or(|high| number <= high)
    }

    /// How many numbers there are, less one; `None` if it is open.
    pub fn width(&self) -> Option<i128> {
        self.high?.checked_sub(self.low?)
    }

    fn is_empty(&self) -> bool {
        matches!((self.low, self.high), (Some(low), Some(high)) if low > high)
    }
}

/// The quotient, rounded down.
fn floor(number: i128, by: i128) -> Option<i128> {
    number.checked_div_euclid(by)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equalities_give_both_ends() {
        assert_eq!(
            Span::solving(10, 1, 0, false),
            Some(Span::between(-10, -10))
        );
        assert_eq!(Span::solving(10, -1, 2, false), Some(Span::between(8, 12)));
        assert_eq!(Span::solving(3, 2, 0, false), None, "no half numbers");
        assert_eq!(Span::solving(-7, 2, 2, false), Some(Span::between(3, 4)));
    }

    #[test]
    fn inequalities_give_one_end() {
        let down = Span::solving(5, 1, 0, true).expect("a span");
        assert_eq!((down.low, down.high), (None, Some(-5)));
        let up = Span::solving(5, -1, 0, true).expect("a span");
        assert_eq!((up.low, up.high), (Some(5), None));
        assert_eq!(down.meet(up), None);
    }

    #[test]
    fn large_numbers_give_up() {
        assert_eq!(Span::solving(i128::MIN, -1, 1, false), None);
        assert_eq!(Span::solving(i128::MAX, 1, i128::MAX, false), None);
    }
}
