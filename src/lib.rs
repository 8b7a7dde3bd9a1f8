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
use repair::{Cause, RateCause};
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
    /// Which percentages are, or which amounts behind them.
    pub rate_causes: Vec<RateCause>,
}

/// Examines one document from beginning to end. Only reading can fail.
pub fn examine(input: &Input, progress: &mut dyn FnMut(Progress)) -> Result<Examination, Failure> {
    let document = read::read(input, progress)?;
    let source = source(input, &document);
    Ok(understand(source, document))
}

/// Examines files that were published apart as the one disclosure they are. A failure comes with
/// the number of the file, from 0.
pub fn examine_together(
    inputs: &[Input],
    progress: &mut dyn FnMut(Progress),
) -> Result<Examination, (usize, Failure)> {
    let mut whole = Document::default();
    let mut sources = Vec::new();
    for (number, input) in inputs.iter().enumerate() {
        let document = read::read(input, progress).map_err(|it| (number, it))?;
        sources.push(source(input, &document));
        whole.append(document, &input.name);
    }
    if inputs.len() > 1 {
        whole.notes.push(note::Note::new(
            "几份文件合为一份公开核对。",
            "Several files are checked as one disclosure.",
        ));
    }
    Ok(understand(SourceEntry::joined(&sources), whole))
}

/// Everything behind the reading.
fn understand(source: SourceEntry, document: Document) -> Examination {
    let budget = recognize::recognize(&document);
    let checked = check::check(&budget);
    let mut causes = repair::causes(&budget, &checked.judged, checked.regime);
    let rate_causes = repair::weigh(&budget, &checked.judged, &checked.rates, &mut causes);
    Examination {
        source,
        document,
        budget,
        checked,
        causes,
        rate_causes,
    }
}

fn source(input: &Input, document: &Document) -> SourceEntry {
    SourceEntry {
        name: input.name.clone(),
        format: document.format.to_owned(),
        bytes: match &input.content {
            Content::Bytes(bytes) => bytes.len() as u64,
            Content::Pasted { text, .. } => text.len() as u64,
        },
        pages: document.pages.map(|it| it as u64),
    }
}
