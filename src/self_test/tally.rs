//! How planted slips fare, and how often.
use crate::{
    claim::Severity,
    report::{Finding, Suspect},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Findings that a document has before anything is planted in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known(BTreeSet<(String, String)>);

impl Known {
    /// Whether a finding is one of them.
    pub fn holds(&self, finding: &Finding) -> bool {
        self.0.contains(&identity(finding))
    }
}

/// By the rule and the sentence: a slip moves what stands behind it.
fn identity(finding: &Finding) -> (String, String) {
    (finding.rule.clone(), finding.message.zh.clone())
}

impl<'a> FromIterator<&'a Finding> for Known {
    fn from_iter<T: IntoIterator<Item = &'a Finding>>(findings: T) -> Self {
        Known(findings.into_iter().map(identity).collect())
    }
}

/// How one slip fared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fate {
    /// There is an error or a warning more than before.
    pub detected: bool,
    /// There is no more than a notice.
    pub noticed: bool,
    /// One slip, one finding.
    pub single: bool,
    /// The figure is the first suspect of a new finding.
    pub first: bool,
    /// And what stood there before is suggested.
    pub right: bool,
}

impl Fate {
    /// How a slip fared by the findings that are new, each with whether its first suspect is the figure;
    /// `says` tells whether a suggestion is what stood there before.
    pub fn of<'a>(
        new: impl IntoIterator<Item = (&'a Finding, bool)>,
        says: impl Fn(&Suspect) -> bool,
    ) -> Self {
        let (mut count, mut serious, mut named) = (0, 0, None);
        for (finding, is_first) in new {
            count += 1;
            serious += usize::from(finding.severity != Severity::Notice);
            if is_first && named.is_none() {
                named = finding.suspects.first();
            }
        }
        Fate {
            detected: serious > 0,
            noticed: serious == 0 && count > 0,
            single: serious == 1,
            first: named.is_some(),
            right: named.is_some_and(says),
        }
    }
}

/// How slips fared, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many were planted.
    pub planted: usize,
    /// Of how many an error or a warning tells.
    pub detected: usize,
    /// Of how many no more than a notice tells.
    pub noticed: usize,
    /// How many make one finding.
    pub single: usize,
    /// How often the figure is the first suspect.
    pub first: usize,
    /// How often what stood there before is suggested.
    pub right: usize,
}

impl Tally {
    /// Counts one more.
    pub fn add(&mut self, fate: Fate) {
        self.planted += 1;
        self.detected += usize::from(fate.detected);
        self.noticed += usize::from(fate.noticed);
        self.single += usize::from(fate.single);
        self.first += usize::from(fate.first);
        self.right += usize::from(fate.right);
    }

    /// Counts all of another tally, too.
    pub fn add_up(&mut self, other: &Tally) {
        self.planted += other.planted;
        self.detected += other.detected;
        self.noticed += other.noticed;
        self.single += other.single;
        self.first += other.first;
        self.right += other.right;
    }

    /// `99.5%` of what was planted.
    pub fn share(&self, count: usize) -> String {
        let thousandths = (count * 1000).checked_div(self.planted).unwrap_or(0);
        format!("{}.{}%", thousandths / 10, thousandths % 10)
    }
}
