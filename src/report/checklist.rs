//! The checks that were made of a document, in the one order in which they are shown and numbered.
use crate::{
    budget::FactId,
    check::{Checked, Judged, Remarked, rate::JudgedRate},
    claim::{RateVerdict, Verdict},
};
use serde::{Deserialize, Serialize};

/// The place of a check in the [`Checklist`]; only the checklist gives these out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CheckIndex(usize);

impl CheckIndex {
    /// What stands at this place of a list made from the checklist.
    pub(super) fn of<T>(self, list: &[T]) -> Option<&T> {
        list.get(self.0)
    }
}

/// A check that was made.
#[derive(Debug, Clone, Copy)]
pub enum MadeCheck<'a> {
    /// An equality or inequality between figures.
    Constraint(&'a Judged),
    /// A remark that everything is as it should be.
    Agreement(&'a Remarked),
    /// A rule on words that read the whole document and found nothing; the rule's id.
    ReadThrough(&'static str),
    /// A percentage.
    Rate(&'a JudgedRate),
}

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckOutcome {
    /// It holds to the last digit.
    Exact,
    /// It holds but for rounding.
    WithinRounding,
    /// It does not hold.
    Broken,
}

impl MadeCheck<'_> {
    /// The id of its rule.
    pub fn rule(&self) -> &'static str {
        match self {
            MadeCheck::Constraint(judged) => judged.rule.id,
            MadeCheck::Agreement(remarked) => remarked.rule.id,
            MadeCheck::ReadThrough(rule) => rule,
            MadeCheck::Rate(judged) => judged.rule.id,
        }
    }

    /// The figures it is about, in the order of its formula.
    pub fn figures(&self) -> Vec<FactId> {
        match self {
            MadeCheck::Constraint(judged) => judged.constraint.terms().map(|it| it.1).collect(),
            MadeCheck::Agreement(remarked) => remarked.remark.figures.clone(),
            MadeCheck::ReadThrough(_) => Vec::new(),
            MadeCheck::Rate(judged) => judged.rate.figures().collect(),
        }
    }

    /// How it came out.
    pub fn outcome(&self) -> CheckOutcome {
        match self {
            MadeCheck::Constraint(judged) => (&judged.verdict).into(),
            MadeCheck::Agreement(_) | MadeCheck::ReadThrough(_) => CheckOutcome::Exact,
            MadeCheck::Rate(judged) => judged.verdict.into(),
        }
    }
}

impl From<&Verdict> for CheckOutcome {
    fn from(verdict: &Verdict) -> Self {
        match verdict {
            Verdict::Exact => CheckOutcome::Exact,
            Verdict::WithinRounding { .. } => CheckOutcome::WithinRounding,
            Verdict::Broken { .. } => CheckOutcome::Broken,
        }
    }
}

impl From<RateVerdict> for CheckOutcome {
    fn from(verdict: RateVerdict) -> Self {
        match verdict {
            RateVerdict::Exact => CheckOutcome::Exact,
            RateVerdict::Broken { .. } => CheckOutcome::Broken,
            RateVerdict::WithinRounding
            | RateVerdict::Forced { .. }
            | RateVerdict::Doubtful { .. }
            | RateVerdict::NoBase => CheckOutcome::WithinRounding,
        }
    }
}

/// Every check that was made. Remarks that complain are findings and not listed here.
pub struct Checklist<'a> {
    checks: Vec<MadeCheck<'a>>,
    constraints: Vec<CheckIndex>,
    rates: Vec<CheckIndex>,
}

impl<'a> Checklist<'a> {
    /// Lists what the rules checked.
    pub fn new(checked: &'a Checked) -> Self {
        let mut list = Checklist {
            checks: Vec::new(),
            constraints: Vec::new(),
            rates: Vec::new(),
        };
        for judged in &checked.judged {
            let index = list.push(MadeCheck::Constraint(judged));
            list.constraints.push(index);
        }
        for remarked in checked.remarks.iter().filter(|it| it.remark.agrees) {
            list.push(MadeCheck::Agreement(remarked));
        }
        for rule in &checked.read_through {
            list.push(MadeCheck::ReadThrough(rule));
        }
        for judged in &checked.rates {
            let index = list.push(MadeCheck::Rate(judged));
            list.rates.push(index);
        }
        list
    }

    fn push(&mut self, check: MadeCheck<'a>) -> CheckIndex {
        self.checks.push(check);
        CheckIndex(self.checks.len() - 1)
    }

    /// Where a constraint is listed, given its index in [`Checked::judged`].
    pub fn constraint(&self, judged: usize) -> CheckIndex {
        self.constraints[judged]
    }

    /// Where a percentage is listed, given its index in [`Checked::rates`].
    pub fn rate(&self, rate: usize) -> CheckIndex {
        self.rates[rate]
    }

    /// The checks in their order, each with its place.
    pub fn iter(&self) -> impl Iterator<Item = (CheckIndex, MadeCheck<'a>)> + '_ {
        let numbered = self.checks.iter().enumerate();
        numbered.map(|(index, check)| (CheckIndex(index), *check))
    }
}
