//! Percentages and multiples: a share or a growth rate against the figures it describes, over the intervals that
//! their rounding leaves.
use super::constraint::Term;
use crate::{
    budget::{Budget, Fact, FactId},
    money::decimals,
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
    /// Whether all other rates of the document are exact.
    pub strict: bool,
}

/// What a percentage says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RateKind {
    /// 占 …%
    Share,
    /// 增长 …%, 下降 …%
    Growth,
    /// 完成预算的 …%
    Completion,
    /// 是上年的 … 倍
    Multiple,
    /// 增长 … 倍
    MultipleGrowth,
}

impl RateKind {
    /// What stands behind the printed number.
    pub fn sign(self) -> &'static str {
        match self {
            RateKind::Multiple | RateKind::MultipleGrowth => "倍",
            RateKind::Share | RateKind::Growth | RateKind::Completion => "%",
        }
    }

    /// What is printed for once the whole.
    fn once(self) -> Decimal {
        match self {
            RateKind::Multiple | RateKind::MultipleGrowth => Decimal::ONE,
            RateKind::Share | RateKind::Growth | RateKind::Completion => Decimal::ONE_HUNDRED,
        }
    }
}

/// Whether a percentage is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RateVerdict {
    /// The quotient, rounded as printed.
    Exact,
    /// A value that the operands' rounding leaves open.
    WithinRounding,
    /// The quotient cut off, or forced by one last digit so that shares make 100; or the only one
    /// of the document that is not exact.
    Forced {
        /// The quotient, rounded as printed.
        expected: Decimal,
    },
    /// A value that rounding of the operands could explain, were not all other rates of the
    /// document quotients of the printed figures.
    Doubtful {
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
        !matches!(
            self,
            RateVerdict::Broken { .. } | RateVerdict::Doubtful { .. }
        )
    }

    /// Whether it is what comes out, rounding allowed for.
    pub fn is_right(self) -> bool {
        matches!(self, RateVerdict::Exact | RateVerdict::WithinRounding)
    }

    /// The quotient that should be printed, where another figure is.
    pub fn expected(self) -> Option<Decimal> {
        match self {
            RateVerdict::Broken { expected }
            | RateVerdict::Doubtful { expected }
            | RateVerdict::Forced { expected } => Some(expected),
            _ => None,
        }
    }
}

/// A figure put in the place of a printed one, for “what if”.
pub type Instead<'a> = &'a dyn Fn(FactId) -> Option<Decimal>;

/// The value of signed terms, and what their rounding leaves open.
fn sum(budget: &Budget, terms: &[Term], instead: Instead) -> (Decimal, Decimal) {
    let signed = |it: &Term| {
        let fact = budget.fact(it.fact);
        let value = instead(it.fact).unwrap_or(fact.amount.value);
        (if it.minus { -value } else { value }, half_step(fact))
    };
    let terms = terms.iter().map(signed);
    terms.fold((Decimal::ZERO, Decimal::ZERO), |sum, it| {
        (sum.0 + it.0, sum.1 + it.1)
    })
}

/// What the rounding of a figure leaves open. 0.00 is nothing where it stands in a sum, yet what grew
/// by 0.02 % may have grown by so little that it is printed so.
fn half_step(fact: &Fact) -> Decimal {
    match decimals(&fact.text) {
        places @ 1..10 if fact.amount.is_nil() => Decimal::new(5, places + 1) * fact.unit.scale(),
        _ => fact.amount.half_step,
    }
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
        let printed = instead(self.printed).unwrap_or(budget.fact(self.printed).amount.value);
        let printed = printed.abs();
        let Some(exact) = self.quotient(part, whole) else {
            return self.without_base(part, printed);
        };
        let (own, usual) = self.decimals(budget);
        let expected = round(exact, usual);
        let (low, high) = self.open_range(exact, (part, open_part), (whole, open_whole));
        let step = Decimal::new(1, usual);
        let half = step / Decimal::TWO;
        let inside = low - half <= printed && printed <= high + half;
        let shortened = own < usual && printed == round(exact, own);
        match (printed - expected).abs() {
            off if off.is_zero() => RateVerdict::Exact,
            _ if shortened && self.strict => RateVerdict::Forced { expected },
            _ if (inside || shortened) && !self.strict => RateVerdict::WithinRounding,
            off if off <= step => RateVerdict::Forced { expected },
            _ if inside => RateVerdict::Doubtful { expected },
            _ => RateVerdict::Broken { expected },
        }
    }

    /// How many printed values the rounding of its operands leaves open.
    pub fn freedom(&self, budget: &Budget) -> Option<Decimal> {
        let (part, open_part) = sum(budget, &self.part, &|_| None);
        let (whole, open_whole) = sum(budget, &self.whole, &|_| None);
        let exact = self.quotient(part, whole)?;
        let (low, high) = self.open_range(exact, (part, open_part), (whole, open_whole));
        let step = Decimal::new(1, self.decimals(budget).1);
        Some(Decimal::ONE + ((high - low) / step).floor())
    }

    /// The base that is printed as 0, if it is one figure and the rate says that it is none.
    pub fn base_of_nothing(&self, budget: &Budget) -> Option<FactId> {
        let nothing = |id: FactId| budget.fact(id).amount.is_nil();
        match self.whole.as_slice() {
            [base] if nothing(base.fact) && !nothing(self.printed) => Some(base.fact),
            _ => None,
        }
    }

    /// Over a base of 0 there is no rate: nothing over nothing is 0, and something over nothing is
    /// by convention printed as 100 %. Of a budget of 0 nothing can be completed.
    fn without_base(&self, part: Decimal, printed: Decimal) -> RateVerdict {
        let expected = match part.is_zero() {
            true => Decimal::ZERO,
            false => Decimal::ONE_HUNDRED,
        };
        let completes = self.kind == RateKind::Completion;
        match (printed == expected, part.is_zero()) {
            (true, true) if !completes => RateVerdict::Exact,
            (true, _) => RateVerdict::NoBase,
            (false, _) if completes && printed.is_zero() => RateVerdict::NoBase,
            (false, _) => RateVerdict::Broken { expected },
        }
    }

    /// The quotients that the rounding of both operands leaves open.
    fn open_range(
        &self,
        exact: Decimal,
        (part, open_part): (Decimal, Decimal),
        (whole, open_whole): (Decimal, Decimal),
    ) -> (Decimal, Decimal) {
        let corners = [(1, 1), (1, -1), (-1, 1), (-1, -1)];
        let open = corners.iter().filter_map(|(a, b)| {
            self.quotient(
                part + Decimal::from(*a) * open_part,
                whole + Decimal::from(*b) * open_whole,
            )
        });
        open.fold((exact, exact), |range, it| {
            (range.0.min(it), range.1.max(it))
        })
    }

    /// The quotient as it would be printed: without its sign, which the word before it tells.
    fn quotient(&self, part: Decimal, whole: Decimal) -> Option<Decimal> {
        let times = part.checked_mul(self.kind.once())?;
        Some(times.checked_div(whole)?.abs())
    }

    /// With how many decimals the percentage is printed, and those of its kind are.
    fn decimals(&self, budget: &Budget) -> (u32, u32) {
        let printed = budget.fact(self.printed);
        let own = decimals(&printed.text);
        let half_step = printed.amount.half_step;
        let usual = if half_step.is_zero() || own == 0 {
            own
        } else {
            half_step.scale().saturating_sub(1)
        };
        (own, usual)
    }
}

/// Rounds half up, as published figures are.
pub fn round(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}
