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
    /// Whether all other rates of the document are exact, as [`tighten`] found.
    pub strict: bool,
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
    /// The quotient cut off, or forced by one last digit so that shares make 100; or the only one
    /// of the document that is not exact.
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
        let printed = instead(self.printed).unwrap_or(budget.fact(self.printed).amount.value);
        let Some(exact) = percent(part, whole) else {
            return without_base(part, printed);
        };
        let (own, usual) = self.decimals(budget);
        let expected = round(exact, usual);
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
        let step = Decimal::new(1, usual);
        let half = step / Decimal::TWO;
        let inside = low - half <= printed && printed <= high + half;
        match (printed - expected).abs() {
            off if off.is_zero() => RateVerdict::Exact,
            _ if inside && self.strict => RateVerdict::Forced { expected },
            _ if inside || (own < usual && printed == round(exact, own)) => {
                RateVerdict::WithinRounding
            }
            off if off <= step => RateVerdict::Forced { expected },
            _ => RateVerdict::Broken { expected },
        }
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

/// Over a base of 0 there is no rate: nothing over nothing is 0, and something over nothing is by
/// convention printed as 100 %.
fn without_base(part: Decimal, printed: Decimal) -> RateVerdict {
    let expected = if part.is_zero() {
        Decimal::ZERO
    } else {
        Decimal::ONE_HUNDRED
    };
    match (printed == expected, part.is_zero()) {
        (true, true) => RateVerdict::Exact,
        (true, false) => RateVerdict::NoBase,
        (false, _) => RateVerdict::Broken { expected },
    }
}

/// So many rates that come out to the last digit make the others of the document suspicious that
/// do not.
const EXACT_RATES: usize = 6;

/// Where all rates but one are exact quotients of the printed amounts, the one deserves a look,
/// even where rounding of its amounts could explain it.
pub fn tighten(budget: &Budget, rates: &mut [JudgedRate]) {
    let count = |verdict: RateVerdict| rates.iter().filter(|it| it.verdict == verdict).count();
    let (exact, open) = (
        count(RateVerdict::Exact),
        count(RateVerdict::WithinRounding),
    );
    if exact < EXACT_RATES || open != 1 {
        return;
    }
    for judged in rates {
        judged.rate.strict = true;
        judged.verdict = judged.rate.judge(budget);
    }
}

fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    // A rate is printed without its sign, which the word before it tells.
    Some(
        part.checked_mul(Decimal::ONE_HUNDRED)?
            .checked_div(whole)?
            .abs(),
    )
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
