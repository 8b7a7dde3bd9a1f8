//! How serious it is when something does not hold.
use crate::note::{Text, text};
use serde::{Deserialize, Serialize};

/// How serious a broken rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Contradicts another figure of the document.
    Error,
    /// Very probably wrong.
    Warning,
    /// Worth a look, often legitimate.
    Notice,
}

impl Severity {
    /// All, the most serious first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Notice];

    /// One step less serious: what rests on a doubtful reading.
    pub fn softer(self) -> Self {
        match self {
            Severity::Error => Severity::Warning,
            Severity::Warning | Severity::Notice => Severity::Notice,
        }
    }

    /// The word used in reports.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Notice => "notice",
        }
    }

    /// A sign that stands for it where there is no colour.
    pub fn sign(self) -> &'static str {
        match self {
            Severity::Error => "✗",
            Severity::Warning => "△",
            Severity::Notice => "·",
        }
    }

    /// The word used on the page.
    pub fn title(self) -> Text {
        match self {
            Severity::Error => text("不符", "does not agree"),
            Severity::Warning => text("存疑", "doubtful"),
            Severity::Notice => text("提示", "worth a look"),
        }
    }
}
