//! The catalogue of rules as the worker tells it: the page itself does not carry the rules.

use gouji::note::Message;
use serde::Deserialize;

/// A rule, as its page shows it.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct RuleEntry {
    /// Its id.
    pub id: String,
    /// What must hold, in a few words.
    pub title: Message,
    /// What it looks at: 表内, 表间, 文字, …
    pub kind: Message,
    /// What a reader can look up.
    pub basis: Message,
    /// Why a reader should care.
    pub why: Message,
    /// What to do when it is broken.
    pub remedy: Message,
    /// Drawn budgets in which it holds.
    pub holds: Vec<String>,
    /// Drawn budgets in which it is broken.
    pub fails: Vec<String>,
}
