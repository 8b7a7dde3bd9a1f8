//! What a rule makes of a sentence: a claim that may be read in more than one way.
use super::{Constraint, Rate};
use crate::{
    budget::{Budget, FactId},
    note::{Text, text},
};
use rust_decimal::Decimal;

/// A claim: it holds if one of its readings does, and is broken if none of them does.
#[derive(Debug, Clone)]
pub struct Claim {
    /// Its readings, the likeliest first.
    pub readings: Vec<Reading>,
    /// How sure it is that one of them is meant.
    pub certainty: Certainty,
    /// Words that stand between its figures and were not understood: it accuses nobody.
    pub doubt: Option<String>,
}

/// One way to read a claim.
#[derive(Debug, Clone)]
pub struct Reading {
    /// What must hold.
    pub tie: Tie,
    /// Why it may be read so.
    pub why: Why,
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

/// Why a claim may be read in a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The words name it.
    Named,
    /// The list may end at a semicolon.
    ListEnds,
    /// An item is followed by its own parts.
    PartsOfPart,
    /// The whole that a share is of may be another.
    OtherWhole,
    /// What is told behind a part may be of the whole.
    OfWhole,
    /// What the parts are may be divided otherwise.
    OtherDivision,
}

impl Claim {
    /// A claim with one reading.
    pub fn said(tie: Tie) -> Self {
        Claim {
            readings: vec![Reading {
                tie,
                why: Why::Named,
            }],
            certainty: Certainty::Said,
            doubt: None,
        }
    }

    /// A usual claim with one reading, about figures so large.
    pub fn usual(tie: Tie, among: Decimal) -> Self {
        Claim {
            certainty: Certainty::Usual { among },
            ..Claim::said(tie)
        }
    }

    /// The reading that holds, or else the likeliest.
    pub fn best(&self, budget: &Budget) -> Option<&Reading> {
        let holds = self.readings.iter().find(|it| it.tie.holds(budget));
        holds.or(self.readings.first())
    }

    /// Whether one of its readings holds with some figures put in the place of printed ones.
    pub fn holds_with(&self, budget: &Budget, instead: &dyn Fn(FactId) -> Option<Decimal>) -> bool {
        self.readings
            .iter()
            .any(|it| it.tie.holds_with(budget, instead))
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

impl Why {
    /// The reading in words.
    pub fn words(self) -> Text {
        match self {
            Why::Named => text("按文字所说", "as the words say"),
            Why::ListEnds => text("分项列到分号为止", "the list ends at the semicolon"),
            Why::PartsOfPart => text(
                "其中一项后面列的是它自己的分项",
                "an item is followed by its own parts",
            ),
            Why::OtherWhole => text("占比以另一个总数为分母", "the share is of another whole"),
            Why::OfWhole => text("比较的是总数", "it is the whole that is compared"),
            Why::OtherDivision => text("按另一种分法", "by another division"),
        }
    }
}
