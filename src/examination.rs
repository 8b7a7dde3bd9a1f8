//! Everything known of one document: what every stage of the pipeline made of it.
mod correction;

pub use correction::Correction;

use crate::{
    budget::Budget,
    check::{self, Checked},
    document::Document,
    previous::{self, Previous},
    read::Input,
    repair::{self, Cause, RateCause},
    rules::catalogue,
};
use serde::{Deserialize, Serialize};

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
    /// Last year's document beside it, where one was handed in.
    pub previous: Option<Previous>,
}

impl Examination {
    /// The same, with last year's document of the same unit beside it.
    pub fn against(self, before: &Examination) -> Self {
        let last = previous::beside(&self.budget, &before.budget, &before.source.name);
        Examination {
            previous: Some(last),
            ..self
        }
    }
}

/// Where a document comes from.
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
    /// The files, where several are one disclosure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<SourceEntry>,
}

impl SourceEntry {
    /// Several files that are one disclosure: their names joined, their sizes added.
    pub fn joined(files: Vec<SourceEntry>) -> Self {
        let names: Vec<&str> = files.iter().map(|it| it.name.as_str()).collect();
        let mut formats: Vec<&str> = files.iter().map(|it| it.format.as_str()).collect();
        formats.dedup();
        let pages = files.iter().filter_map(|it| it.pages);
        SourceEntry {
            name: names.join(" + "),
            format: formats.join("+"),
            bytes: files.iter().map(|it| it.bytes).sum(),
            pages: pages.reduce(|sum, it| sum + it),
            files,
        }
    }
}

/// Everything behind the recognition.
pub(crate) fn understand(source: SourceEntry, document: Document, budget: Budget) -> Examination {
    let checked = check::check(&budget, catalogue());
    let mut causes = repair::causes(&budget, &checked.judged, checked.regime);
    let rate_causes = repair::weigh(&budget, &checked.judged, &checked.rates, &mut causes);
    Examination {
        source,
        document,
        budget,
        checked,
        causes,
        rate_causes,
        previous: None,
    }
}

/// What a file is called, and how large it is.
pub(crate) fn source(input: &Input, document: &Document) -> SourceEntry {
    SourceEntry {
        name: input.name.clone(),
        format: document.format.to_owned(),
        bytes: input.size(),
        pages: document.pages.map(|it| it as u64),
        files: Vec::new(),
    }
}
