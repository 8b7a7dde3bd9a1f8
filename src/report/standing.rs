//! How a document stands: decided here for the page, its lists and the title of its window.
use super::{Report, entry::Entry};
use crate::claim::Severity;

/// How a document stands, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Figures contradict each other.
    Disagrees,
    /// Something is very probably wrong.
    Doubtful,
    /// It could not be read.
    Unread,
    /// Nothing of it, or only a part, was checked.
    Unchecked(Unchecked),
    /// What was checked agrees.
    Agrees,
}

/// Why a document cannot be called sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unchecked {
    /// A part of it was not checked.
    Partly,
    /// No figures could be held against each other.
    Nothing,
    /// It holds no table.
    NoTable,
}

impl Standing {
    /// The standings that one can ask for.
    pub const ALL: [Self; 5] = [
        Self::Disagrees,
        Self::Doubtful,
        Self::Unread,
        Self::Unchecked(Unchecked::Partly),
        Self::Agrees,
    ];

    /// Whether both are of one kind.
    pub fn is_like(self, other: Self) -> bool {
        self.sign() == other.sign()
    }

    /// The sign for it.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Disagrees => Severity::Error.sign(),
            Self::Doubtful => Severity::Warning.sign(),
            Self::Unread => "⊘",
            Self::Unchecked(_) => "○",
            Self::Agrees => "✓",
        }
    }
}

impl Report {
    /// How many findings are so serious.
    pub fn count(&self, severity: Severity) -> usize {
        let findings = self.findings.iter();
        findings.filter(|it| it.severity == severity).count()
    }

    /// How the document stands. An error is one also where nothing else was checked; what only looks wrong does
    /// not say of a document without figures that it was checked.
    pub fn standing(&self) -> Standing {
        if self.count(Severity::Error) > 0 {
            return Standing::Disagrees;
        }
        if self.tables.is_empty() && self.figures.total == 0 {
            return Standing::Unchecked(Unchecked::NoTable);
        }
        if self.checks.performed == 0 {
            return Standing::Unchecked(Unchecked::Nothing);
        }
        match (self.count(Severity::Warning), self.is_partial()) {
            (1.., _) => Standing::Doubtful,
            (0, true) => Standing::Unchecked(Unchecked::Partly),
            (0, false) => Standing::Agrees,
        }
    }
}

impl Entry {
    /// How the document stands.
    pub fn standing(&self) -> Standing {
        match self {
            Entry::Report(report) => report.standing(),
            Entry::Unread(_) => Standing::Unread,
        }
    }

    /// How many findings of each severity there are, the most serious first.
    pub fn counts(&self) -> [usize; 3] {
        match self {
            Entry::Report(report) => Severity::ALL.map(|it| report.count(it)),
            Entry::Unread(_) => [0; 3],
        }
    }
}
