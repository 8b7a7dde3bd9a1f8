//! What the rules say of a budget: each rule put on the figures that are there, and judged.
pub mod constraint;
pub mod formula;
pub mod ground;
pub mod regime;

pub use constraint::{Constraint, Relation, Term, Verdict};

use crate::{
    budget::FactId,
    document::Where,
    note::Message,
    rules::{Rule, Severity},
};

/// A constraint with its verdict.
#[derive(Debug, Clone)]
pub struct Judged {
    /// Which rule asks for it.
    pub rule: &'static Rule,
    /// How serious it is when broken.
    pub severity: Severity,
    /// What must hold.
    pub constraint: Constraint,
    /// Whether it does.
    pub verdict: Verdict,
}

/// Something a rule says that is no equality between figures.
#[derive(Debug, Clone)]
pub struct Remark {
    /// Which rule says it.
    pub rule: &'static Rule,
    /// How serious it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: Message,
    /// The figures it speaks of.
    pub figures: Vec<FactId>,
    /// Where to look, when no figure tells.
    pub at: Option<Where>,
    /// What should stand there, if that is known.
    pub expected: Option<String>,
    /// What stands there.
    pub printed: Option<String>,
}

/// A rule that could not be applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking {
    /// The rule's id.
    pub rule: &'static str,
    /// What it lacked: a table, a row, a column, or a condition.
    pub missing: String,
}

/// Everything the rules say of one budget.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// Constraints with their verdicts, in the order of the catalogue.
    pub judged: Vec<Judged>,
    /// What is no constraint.
    pub remarks: Vec<Remark>,
    /// What could not be applied, and why.
    pub lacking: Vec<Lacking>,
}
