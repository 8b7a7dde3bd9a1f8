//! What a rule says that is no equality between figures.
use super::severity::Severity;
use crate::{budget::FactId, document::Where, note::Message};

/// Something a rule says that is no equality between figures.
#[derive(Debug, Clone)]
pub struct Remark {
    /// How serious it is.
    pub severity: Severity,
    /// Whether all is as it should be: then the remark only ticks its figures.
    pub agrees: bool,
    /// What is wrong, or what agrees.
    pub message: Message,
    /// The figures it speaks of.
    pub figures: Vec<FactId>,
    /// Where to look, when no figure tells.
    pub at: Option<Where>,
    /// The block to look at, when no figure tells.
    pub block: Option<usize>,
    /// What should stand there, if that is known.
    pub expected: Option<String>,
    /// What stands there.
    pub printed: Option<String>,
    /// What is probably wrong, the most probable first.
    pub doubts: Vec<Doubt>,
}

/// A word or a figure that a rule takes for wrong.
#[derive(Debug, Clone, PartialEq)]
pub struct Doubt {
    /// What it is to the sentence or the table.
    pub place: String,
    /// Where it stands.
    pub at: Option<Where>,
    /// As printed.
    pub text: String,
    /// What was probably meant.
    pub meant: Option<String>,
    /// Why this one.
    pub reason: Message,
}
