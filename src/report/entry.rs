//! One entry for each document: its report, or why it could not be read.
use super::{Report, SCHEMA};
use crate::{
    claim::Severity,
    examination::SourceEntry,
    note::Message,
    read::{Failure, FailureKind, Unread},
};
use serde::{Deserialize, Serialize};

/// What came of one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Entry {
    /// It was examined.
    Report(Box<Report>),
    /// It could not be read.
    Unread(Box<UnreadEntry>),
}

/// A document that could not be read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnreadEntry {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// The file.
    pub source: SourceEntry,
    /// Why it could not be read.
    pub failure: FailureEntry,
}

/// Why a document could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FailureEntry {
    /// What is wrong with the file; `None`, which no written report has, if the program itself failed.
    pub kind: Option<FailureKind>,
    /// What to tell the reader.
    pub message: Message,
}

impl From<Report> for Entry {
    fn from(report: Report) -> Self {
        Entry::Report(Box::new(report))
    }
}

impl From<&Failure> for FailureEntry {
    fn from(failure: &Failure) -> Self {
        FailureEntry {
            kind: Some(failure.kind),
            message: failure.message.clone(),
        }
    }
}

impl From<&Unread> for Entry {
    fn from(unread: &Unread) -> Self {
        let source = SourceEntry {
            name: unread.name.clone(),
            bytes: unread.bytes,
            ..SourceEntry::default()
        };
        Entry::Unread(Box::new(UnreadEntry {
            schema: SCHEMA.to_owned(),
            source,
            failure: (&unread.failure).into(),
        }))
    }
}

impl Entry {
    /// The name of the file.
    pub fn name(&self) -> &str {
        match self {
            Entry::Report(report) => &report.source.name,
            Entry::Unread(unread) => &unread.source.name,
        }
    }

    /// Whether the document has a finding that is an error.
    pub fn has_error(&self) -> bool {
        match self {
            Entry::Report(report) => report.count(Severity::Error) > 0,
            Entry::Unread(_) => false,
        }
    }

    /// Whether the document could not be read.
    pub fn is_unread(&self) -> bool {
        matches!(self, Entry::Unread(_))
    }
}

/// The name of a file without its folders, also in an archive.
pub fn base_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
