//! A receipt of a check: which bytes were checked, by which rules, and what was found. A second person
//! checks the same files again and holds their own receipt against it.
mod compared;

use super::{
    CheckCounts, FigureCounts, Report, digest::sha256, entry::Entry, explained::ReaderNote, manual,
};
use crate::{
    claim::Severity,
    note::Message,
    read::{Content, FailureKind, Input},
};
use serde::{Deserialize, Serialize};

/// Name and version of the schema of receipts.
pub const SCHEMA: &str = "gouji.receipt/1";

/// A receipt of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// What checked.
    pub program: Program,
    /// How it was asked to.
    #[serde(default)]
    pub options: Options,
    /// The files, in the order in which they were handed in.
    pub files: Vec<FileDigest>,
    /// What came of them.
    pub documents: Vec<DocumentReceipt>,
    /// What the reader notes on findings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<ReaderNote>,
}

/// The program with its rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// The version of the program.
    pub version: String,
    /// SHA-256 of the published catalogue of rules.
    pub rules: String,
}

/// How a check was asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    /// Whether all files were taken as one disclosure.
    #[serde(default)]
    pub together: bool,
}

/// A file by its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileDigest {
    /// Its name.
    pub name: String,
    /// Its size.
    pub bytes: u64,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
}

/// What came of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentReceipt {
    /// The name of the file, or of several that are one disclosure.
    pub name: String,
    /// Who publishes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_name: Option<String>,
    /// The fiscal year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// How many figures there are, and how they fared.
    pub figures: FigureCounts,
    /// How many checks were made, and how they came out.
    pub checks: CheckCounts,
    /// What does not agree.
    pub findings: Vec<FindingReceipt>,
    /// Why it could not be read, if so: the kind of failure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure: Option<FailureKind>,
}

/// What does not agree, in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingReceipt {
    /// Tells it from others of the document: digits of the SHA-256 of rule, sentence and place.
    pub id: String,
    /// The rule's id.
    pub rule: String,
    /// How serious it is.
    pub severity: Severity,
    /// What is wrong, in a sentence.
    pub message: Message,
}

impl Receipt {
    /// The receipt of a check of these files.
    pub fn new(files: Vec<FileDigest>, options: Options, entries: &[Entry]) -> Self {
        Receipt {
            schema: SCHEMA.to_owned(),
            program: Program::this(),
            options,
            files,
            documents: entries.iter().map(DocumentReceipt::from).collect(),
            notes: entries.iter().flat_map(notes).collect(),
        }
    }

    /// The receipt as a file: one object, indented for people too.
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// Reads a receipt; why it is none, if so.
    pub fn read(text: &[u8]) -> Result<Self, Message> {
        let receipt: Receipt = serde_json::from_slice(text).map_err(|why| {
            Message::new(
                format!("这不是勾稽的收据：{why}"),
                format!("This is no receipt of gouji: {why}"),
            )
        })?;
        if receipt.schema == SCHEMA {
            return Ok(receipt);
        }
        let schema = &receipt.schema;
        Err(Message::new(
            format!("收据的格式“{schema}”不认识，本程序出具的是 {SCHEMA}。"),
            format!("The receipt's schema “{schema}” is not known; this program issues {SCHEMA}."),
        ))
    }
}

impl Program {
    /// The program that is running.
    pub fn this() -> Self {
        Program {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            rules: sha256(manual::json().as_bytes()),
        }
    }
}

impl FileDigest {
    /// The digest of what is handed in; none of what was pasted, which is no file.
    pub fn of(input: &Input) -> Option<Self> {
        match &input.content {
            Content::Bytes(bytes) => Some(FileDigest {
                name: input.name.clone(),
                bytes: bytes.len() as u64,
                sha256: sha256(bytes),
            }),
            Content::Pasted { .. } => None,
        }
    }
}

impl From<&Entry> for DocumentReceipt {
    fn from(entry: &Entry) -> Self {
        match entry {
            Entry::Report(report) => DocumentReceipt {
                name: report.source.name.clone(),
                unit_name: report.document.unit_name.clone(),
                year: report.document.year,
                figures: report.figures,
                checks: report.checks,
                findings: findings(report),
                failure: None,
            },
            Entry::Unread(unread) => DocumentReceipt {
                name: unread.source.name.clone(),
                unit_name: None,
                year: None,
                figures: FigureCounts::default(),
                checks: CheckCounts::default(),
                findings: Vec::new(),
                failure: unread.failure.kind,
            },
        }
    }
}

fn findings(report: &Report) -> Vec<FindingReceipt> {
    let each = report.findings.iter().flat_map(|it| it.each());
    each.map(|it| FindingReceipt {
        id: it.id,
        rule: it.rule,
        severity: it.severity,
        message: it.message,
    })
    .collect()
}

fn notes(entry: &Entry) -> Vec<ReaderNote> {
    match entry {
        Entry::Report(report) => report.reader_notes().collect(),
        Entry::Unread(_) => Vec::new(),
    }
}
