//! Percentages: a share or a growth rate against the figures it describes, over the intervals that
//! their rounding leaves.
use crate::{
    budget::{Budget, FactId},
    check::Term,
    rules::Rule,
};
use rust_decimal::{Decimal, RoundingStrategy};

/// A printed percentage: `printed % = part ÷ whole`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rate {
    /// The percentage.
    pub printed: FactId,
    /// What is divided.
    pub part: Vec<Term>,
    /// What it is divided by.
    pub whole: Vec<Term>,
    /// Share or growth.
    pub kind: RateKind,
}

/// What a percentage says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RateKind {
    /// 占 …%
    Share,
    /// 增长 …%, 下降 …%
    Growth,
}

/// A percentage with its verdict.
#[derive(Debug, Clone)]
pub struct JudgedRate {
    /// Which rule asks for it.
    pub rule: &'static Rule,
    /// What must hold.
    pub rate: Rate,
    /// Whether it does.
    pub verdict: RateVerdict,
}

/// Whether a percentage is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RateVerdict {
    /// The quotient, rounded as printed.
    Exact,
    /// A value that the operands' rounding leaves open.
    WithinRounding,
    /// The quotient cut off, or forced by one last digit so that shares make 100.
    Forced {
        /// The quotient, rounded as printed.
        expected: Decimal,
    },
    /// The base is 0: there is no rate.
    NoBase,
    /// Something else.
    Broken {
        /// The quotient, rounded as printed.
        expected: Decimal,
    },
}

impl RateVerdict {
    /// Whether nothing is wrong with it, or nothing worse than how it was rounded.
    pub fn agrees(self) -> bool {
        !matches!(self, RateVerdict::Broken { .. })
    }
}

/// A figure put in the place of a printed one, for “what if”.
pub type Instead<'a> = &'a dyn Fn(FactId) -> Option<Decimal>;

/// The value of signed terms, and what their rounding leaves open.
fn sum(budget: &Budget, terms: &[Term], instead: Instead) -> (Decimal, Decimal) {
    let signed = |it: &Term| {
        let amount = budget.fact(it.fact).amount;
        let value = instead(it.fact).unwrap_or(amount.value);
        (if it.minus { -value } else { value }, amount.half_step)
    };
    let terms = terms.iter().map(signed);
    terms.fold((Decimal::ZERO, Decimal::ZERO), |sum, it| {
        (sum.0 + it.0, sum.1 + it.1)
    })
}

impl Rate {
    /// Every figure in it, the percentage first.
    pub fn figures(&self) -> impl Iterator<Item = FactId> + '_ {
        std::iter::once(self.printed).chain(self.part.iter().chain(&self.whole).map(|it| it.fact))
    }

    /// Judges the printed percentage.
    pub fn judge(&self, budget: &Budget) -> RateVerdict {
        self.judge_with(budget, &|_| None)
    }

    /// Judges it with some figures put in the place of printed ones.
    pub fn judge_with(&self, budget: &Budget, instead: Instead) -> RateVerdict {
        let (part, open_part) = sum(budget, &self.part, instead);
        let (whole, open_whole) = sum(budget, &self.whole, instead);
        let printed = budget.fact(self.printed);
        let decimals = decimals(&printed.text);
        let printed = instead(self.printed).unwrap_or(printed.amount.value);
        let Some(exact) = percent(part, whole) else {
            return match part.is_zero() && printed.is_zero() {
                true => RateVerdict::Exact,
                false => RateVerdict::NoBase,
            };
        };
        let expected = round(exact, decimals);
        let step = Decimal::new(1, decimals);
        let corners = [(1, 1), (1, -1), (-1, 1), (-1, -1)];
        let open = corners.iter().filter_map(|(a, b)| {
            percent(
                part + Decimal::from(*a) * open_part,
                whole + Decimal::from(*b) * open_whole,
            )
        });
        let (low, high) = open.fold((exact, exact), |range, it| {
            (range.0.min(it), range.1.max(it))
        });
        let half = step / Decimal::TWO;
        match (printed - expected).abs() {
            off if off.is_zero() => RateVerdict::Exact,
            _ if low - half <= printed && printed <= high + half => RateVerdict::WithinRounding,
            off if off <= step => RateVerdict::Forced { expected },
            _ => RateVerdict::Broken { expected },
        }
    }
}

fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

/// Rounds half up, as published figures are.
pub fn round(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

/// Decimals of a printed figure.
pub fn decimals(text: &str) -> u32 {
    text.split_once('.').map_or(0, |it| {
        it.1.chars().filter(char::is_ascii_digit).count() as u32
    })
}
