//! **gouji** checks that a published Chinese government budget adds up.
//!
//! ```text
//! bytes ─read→ Document ─recognize→ Budget ─check→ Checked ─repair→ causes ─report→ Report, View
//! ```
//! Data flows one way. Only reading can fail; every later stage returns its value and notes of
//! what it could not use.
#![warn(missing_docs)]

pub mod budget;
pub mod check;
pub mod document;
pub mod forms;
pub mod generator;
pub mod money;
pub mod note;
pub mod read;
pub mod recognize;
pub mod repair;
pub mod report;
pub mod rules;
pub mod structure;

use budget::Budget;
use check::Checked;
use document::Document;
use read::{Content, Failure, Input, Progress};
use repair::Cause;
use report::SourceEntry;

/// Everything known of one document.
#[derive(Debug, Clone)]
pub struct Examination {
    /// What was handed in.
    pub source: SourceEntry,
    /// What it looks like.
    pub document: Document,
    /// What it means.
    pub budget: Budget,
    /// What the rules say of it.
    pub checked: Checked,
    /// Which figures are probably wrong.
    pub causes: Vec<Cause>,
}

/// Examines one document from beginning to end. Only reading can fail.
pub fn examine(input: &Input, progress: &mut dyn FnMut(Progress)) -> Result<Examination, Failure> {
    let document = read::read(input, progress)?;
    let budget = recognize::recognize(&document);
    let checked = check::check(&budget);
    let causes = repair::causes(&budget, &checked.judged, checked.regime);
    let source = SourceEntry {
        name: input.name.clone(),
        format: document.format.to_owned(),
        bytes: match &input.content {
            Content::Bytes(bytes) => bytes.len() as u64,
            Content::Pasted { text, .. } => text.len() as u64,
        },
        pages: document.pages.map(|it| it as u64),
    };
    Ok(Examination {
        source,
        document,
        budget,
        checked,
        causes,
    })
}
