//! What is told of a document: the only serialisable types. `Report` is published
//! (`gouji.report/1`), [`view::View`] is between the worker and the page.
pub mod view;

use crate::{
    document::Where,
    note::{Message, Note},
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Name and version of the published schema.
pub const SCHEMA: &str = "gouji.report/1";

/// The report on one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// The file.
    pub source: SourceEntry,
    /// What it is.
    pub document: DocumentEntry,
    /// Its tables, in order.
    pub tables: Vec<TableEntry>,
    /// How many figures were tied to others.
    pub figures: FigureCounts,
    /// How many checks were made.
    pub checks: CheckCounts,
    /// What does not agree, most serious first.
    pub findings: Vec<Finding>,
    /// Rules that could not be applied, and what they lacked.
    pub not_applicable: Vec<NotApplicable>,
    /// Figures that no rule ties to another.
    pub unchecked: Vec<Unchecked>,
    /// What could not be used.
    pub notes: Vec<Note>,
}

/// The file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SourceEntry {
    /// Its name.
    pub name: String,
    /// `txt`, `html`, …
    pub format: String,
    /// Its size.
    pub bytes: u64,
    /// Number of pages, where there are pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<u64>,
}

/// What the document is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DocumentEntry {
    /// Its title.
    pub title: Option<String>,
    /// Who publishes it.
    pub unit_name: Option<String>,
    /// The fiscal year.
    pub year: Option<u16>,
    /// `budget` or `final`.
    pub kind: String,
    /// `unit` or `department`.
    pub scope: Option<String>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TableEntry {
    /// The form's name; absent for a table of no known form.
    pub form: Option<String>,
    /// The title as printed.
    pub title: String,
    /// The unit of account.
    pub unit: Option<String>,
    /// Where it begins.
    #[serde(rename = "where")]
    pub at: Option<Where>,
    /// Rows, headings aside.
    pub rows: usize,
    /// Columns of the grid.
    pub columns: usize,
    /// Whether no figure is printed in it.
    pub empty: bool,
}

/// How many printed figures there are, and how they fared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureCounts {
    /// All.
    pub total: usize,
    /// Tied to others, and agreeing.
    pub agree: usize,
    /// Agreeing but for rounding.
    pub within_rounding: usize,
    /// In a finding.
    pub disagree: usize,
    /// Tied to nothing.
    pub unchecked: usize,
}

/// How many checks were made, and how they came out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckCounts {
    /// All that were made.
    pub performed: usize,
    /// To the last digit.
    pub exact: usize,
    /// But for rounding.
    pub within_rounding: usize,
    /// Broken.
    pub broken: usize,
    /// Not made.
    pub not_applicable: usize,
}

/// Something that does not agree.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule's id.
    pub rule: String,
    /// `error`, `warning` or `notice`.
    pub severity: String,
    /// What is wrong, in a sentence.
    pub message: Message,
    /// Each figure involved.
    pub figures: Vec<FigureEntry>,
    /// What the first figure should be by the others.
    pub expected: Option<String>,
    /// What it is.
    pub printed: Option<String>,
    /// The difference, printed less expected.
    pub difference: Option<String>,
    /// What rounding could have explained.
    pub tolerance: Option<String>,
    /// Figures that may be wrong, most probable first.
    pub suspects: Vec<Suspect>,
    /// Other checks that this one cause breaks, each filled in with its figures.
    pub also: Vec<Also>,
}

/// A figure in a finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FigureEntry {
    /// `total`, `part`, `less` (subtracted) or `figure`.
    pub role: String,
    /// `表.行.列`
    pub place: String,
    /// As printed; empty for a blank.
    pub text: String,
    /// In yuan.
    pub value: Decimal,
    /// Where it stands.
    #[serde(rename = "where")]
    pub at: Option<Where>,
}

/// A figure that may be wrong.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Suspect {
    /// `表.行.列`
    pub place: String,
    /// Where it stands.
    #[serde(rename = "where")]
    pub at: Option<Where>,
    /// As printed.
    pub text: String,
    /// What it should be, printed like the figure; absent when that is not known.
    pub suggested: Option<String>,
    /// How the hand probably slipped, or why this one.
    pub reason: Message,
    /// From 0 to 1.
    #[serde(with = "rust_decimal::serde::float")]
    pub confidence: Decimal,
    /// Suspects with the same number belong to one repair and change together.
    pub repair: usize,
}

/// Another check that the same cause breaks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Also {
    /// The rule's id.
    pub rule: String,
    /// The formula with its figures.
    pub message: Message,
}

/// A rule that could not be applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotApplicable {
    /// The rule's id.
    pub rule: String,
    /// What it lacked.
    pub missing: String,
}

/// A figure that no rule ties to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unchecked {
    /// As printed.
    pub text: String,
    /// `表.行.列`
    pub place: String,
    /// Where it stands.
    #[serde(rename = "where")]
    pub at: Option<Where>,
}
