//! Which figure most probably is wrong: the smallest plausible change that mends what is broken
//! (error localisation after Fellegi and Holt).
mod candidate;
mod component;
mod cost;
mod deepen;
mod difference_patterns;
mod effort;
mod event;
mod layout;
mod measure;
mod model;
mod path;
mod rank;
mod rates;
mod reach;
mod reason;
mod row;
mod search;
mod single;
mod slip;
mod solve;
mod span;
mod value;

pub use rates::{RateCause, weigh};

use crate::{
    budget::{Budget, FactId},
    check::{Judged, regime::Regime},
    note::Message,
};
use model::Model;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// One cause of broken constraints: what it breaks, and the changes that would mend it.
#[derive(Debug, Clone)]
pub struct Cause {
    /// Indices of the broken constraints, of any severity, that the best repair mends.
    pub breaks: Vec<usize>,
    /// Repairs, the most plausible first; empty if none was found.
    pub repairs: Vec<Repair>,
    /// How sure the first one is.
    pub grade: Grade,
}

/// A change of one or more figures that mends everything a cause breaks and breaks nothing else.
#[derive(Debug, Clone, PartialEq)]
pub struct Repair {
    /// The figures to change, and what to.
    pub changes: Vec<Change>,
    /// How the hand probably slipped.
    pub slip: Slip,
    /// Implausibility in thousandths: lower is better. Orders repairs, says nothing by itself.
    pub cost: u32,
}

/// One figure and what it should be.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Which figure.
    pub fact: FactId,
    /// What it should be, in the measure of the figure's amount (yuan for money).
    pub to: Decimal,
}

/// How sure a repair is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// 唯一: nothing else of equal size mends it as plausibly.
    Only,
    /// 多个可能: others are as good.
    Several,
    /// 不能确定: no small change mends it.
    Unknown,
}

/// How the hand slips.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slip {
    /// Two neighbouring digits exchanged.
    DigitsExchanged,
    /// One digit mistyped.
    OneDigit,
    /// A digit dropped or doubled.
    DigitDroppedOrAdded,
    /// The decimal point moved.
    DecimalPoint,
    /// 元 for 万元 or the like.
    Unit,
    /// The sign.
    Sign,
    /// Another figure of the row or its neighbour copied.
    Copied,
    /// Nothing is printed where a figure belongs.
    Missing,
    /// A figure is printed where none belongs.
    Spurious,
    /// In the wrong column, or two figures exchanged.
    WrongColumn,
    /// One table was not updated: a figure and the totals over it are off by the same amount.
    NotUpdated,
    /// Nothing that a slip explains.
    Other,
}

impl Cause {
    /// Why the first repair is thought to be right; if there is none, what the differences look
    /// like.
    pub fn reason(&self, budget: &Budget, judged: &[Judged]) -> Message {
        match self.repairs.first() {
            Some(best) => best.reason(budget),
            None => difference_patterns::recognised(budget, judged, &self.breaks),
        }
    }
}

/// The causes of everything in `judged` that asks for a repair, most serious first: broken errors,
/// and broken warnings that are equalities. Other broken constraints appear only where the repair
/// of a cause mends them too.
pub fn causes(budget: &Budget, judged: &[Judged], regime: Regime) -> Vec<Cause> {
    if !judged.iter().any(row::drives) {
        return Vec::new();
    }
    let model = Model::new(budget, judged, regime);
    let mut groups = search::search(&model);
    let rows = component::beyond(&model);
    if !rows.is_empty() {
        groups.push(search::Group {
            rows,
            candidates: Vec::new(),
        });
    }
    rank::causes(&model, judged, groups)
}
