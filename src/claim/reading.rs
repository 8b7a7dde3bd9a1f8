//! What a rule makes of a sentence: a claim that may be read in more than one way.
use super::{Constraint, Rate};
use crate::budget::{Budget, FactId};
use rust_decimal::Decimal;

/// A claim: it holds if one of its readings does, and is broken if none of them does.
#[derive(Debug, Clone)]
pub struct Claim {
    /// Its readings, the likeliest first.
    pub readings: Vec<Tie>,
    /// How sure it is that one of them is meant.
    pub certainty: Certainty,
    /// Words that stand between its figures and were not understood: it accuses nobody.
    pub doubt: Option<String>,
}

/// What ties figures together.
#[derive(Debug, Clone)]
pub enum Tie {
    /// A sum or a comparison of sums.
    Sum(Constraint),
    /// A percentage.
    Quotient(Rate),
}

/// How sure it is that a claim is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// The words say so.
    Said,
    /// It is usual. It accuses only where one slip of the hand mends it and that is no chance: where
    /// the figures that the tolerance lets pass are few among so many.
    Usual {
        /// How large the figures may be, in the measure of its amounts.
        among: Decimal,
    },
}

impl Claim {
    /// A claim with one reading.
    pub fn said(tie: Tie) -> Self {
        Claim {
            readings: vec![tie],
            certainty: Certainty::Said,
            doubt: None,
        }
    }

    /// The reading that holds, or else the likeliest.
    pub fn best(&self, budget: &Budget) -> Option<&Tie> {
        let holds = self.readings.iter().find(|it| it.holds(budget));
        holds.or(self.readings.first())
    }

    /// Whether one of its readings holds with some figures put in the place of printed ones.
    pub fn holds_with(&self, budget: &Budget, instead: &dyn Fn(FactId) -> Option<Decimal>) -> bool {
        self.readings
            .iter()
            .any(|it| it.holds_with(budget, instead))
    }
}

impl Tie {
    /// Every figure in it.
    pub fn figures(&self) -> Vec<FactId> {
        let mut figures: Vec<FactId> = match self {
            Tie::Sum(constraint) => constraint.terms().map(|it| it.1).collect(),
            Tie::Quotient(rate) => rate.figures().collect(),
        };
        figures.sort_unstable();
        figures.dedup();
        figures
    }

    /// Whether it holds.
    pub fn holds(&self, budget: &Budget) -> bool {
        match self {
            Tie::Sum(constraint) => !constraint.judge(budget).is_broken(),
            Tie::Quotient(rate) => rate.judge(budget).agrees(),
        }
    }

    /// Whether it holds with some figures put in the place of printed ones.
    pub fn holds_with(&self, budget: &Budget, instead: &dyn Fn(FactId) -> Option<Decimal>) -> bool {
        match self {
            Tie::Sum(constraint) => constraint.holds_with(budget, instead),
            Tie::Quotient(rate) => rate.judge_with(budget, instead).agrees(),
        }
    }
}
