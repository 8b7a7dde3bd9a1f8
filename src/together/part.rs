//! A file, read and recognised: it may be a whole disclosure or a part of one.
use super::identity::Identity;
use crate::{
    budget::{Budget, Spot, TableName},
    document::Document,
    examination::{Examination, SourceEntry, source, understand},
    note::{LostKind, Note},
    read::{Failure, Input, Progress, read},
    recognize::recognize,
};
use std::collections::HashSet;

/// With so many tables and sentences a file is a whole disclosure.
const TABLES_OF_A_WHOLE: usize = 5;
/// With fewer tables, the tables of an explanation may be elsewhere.
const FEWEST_TABLES: usize = 2;
/// With so many sentences a file is an explanation.
const SENTENCES_OF_AN_EXPLANATION: usize = 20;

/// A file, read and recognised.
#[derive(Debug, Clone)]
pub struct Part {
    source: SourceEntry,
    document: Document,
    budget: Budget,
}

impl Part {
    /// Reads a file. Fails where it cannot be read.
    pub fn read(input: &Input, progress: &mut dyn FnMut(Progress)) -> Result<Self, Failure> {
        let document = read(input, progress)?;
        Ok(Part {
            source: source(input, &document),
            budget: recognize(&document),
            document,
        })
    }

    /// Whether it holds tables as well as their explanation, so that no other file is a part of it.
    pub fn is_whole(&self) -> bool {
        self.budget.tables.len() >= TABLES_OF_A_WHOLE && self.explains()
    }

    /// The same out of an archive; of one that is cut off, other parts may be missing.
    pub fn from_archive(mut self, is_cut: bool) -> Self {
        if is_cut && !self.document.is_cut {
            self.document.is_cut = true;
            self.budget.is_cut = true;
            self.document.notes.push(Note::new(
                "压缩包不完整或已损坏，可能缺少文件；只核对了读得出的部分。",
                "The archive is cut off or damaged; files may be missing. What could be read is checked.",
            ).lost(LostKind::Rest, 1));
        }
        self
    }

    /// The name of the file.
    pub fn name(&self) -> &str {
        &self.source.name
    }

    /// Whether it holds something of a disclosure.
    pub fn says(&self) -> bool {
        says(&self.budget)
    }

    /// Whether it holds a table.
    pub fn has_tables(&self) -> bool {
        !self.budget.tables.is_empty()
    }

    /// Whether it holds neither a table nor a figure: it is a letter, or a picture's caption.
    pub(super) fn is_silent(&self) -> bool {
        !self.has_tables() && self.budget.facts.is_empty()
    }

    /// Whose it says it is.
    pub(super) fn identity(&self) -> Identity {
        Identity::of(&self.budget)
    }

    /// Whether neither holds what the other one holds, and both hold something of a disclosure.
    pub(super) fn completes(&self, other: &Part) -> bool {
        let both_explain = self.explains() && other.explains();
        let apart = self.table_names().is_disjoint(&other.table_names());
        self.says()
            && other.says()
            && apart
            && !both_explain
            && !self.is_whole()
            && !other.is_whole()
    }

    /// What to tell of a file that holds only the tables or only their explanation.
    fn lacks(&self) -> Option<Note> {
        let count = self.budget.tables.len();
        match self.explains() {
            false if count >= TABLES_OF_A_WHOLE && !self.tells_figures() => Some(Note::new(
                "这份文件只有表，没有文字说明；与说明文件一起打开，可以核对文字与表。",
                "This file holds tables only. Opened with the file that explains them, words and tables are checked against each other.",
            )),
            true if self.tables_are_elsewhere() => Some(Note::new(
                "这份文件中没有认出预算表；表如果在另一份文件中，一起打开可以核对文字与表。",
                "No budget table was recognised in this file. If the tables are in another one, open both together: words and tables are then checked against each other.",
            )),
            _ => None,
        }
    }

    /// Whether the budget's tables are in another file: none is here, and nothing of this file was
    /// left unread. The goals have a table among the words.
    fn tables_are_elsewhere(&self) -> bool {
        let notes = self.document.notes.iter().chain(&self.budget.notes);
        let is_whole = notes.into_iter().all(|it| it.lost.is_none()) && !self.document.is_cut;
        let mut forms = self.budget.tables.iter().filter_map(|it| it.form);
        is_whole
            && self.budget.tables.len() < FEWEST_TABLES
            && forms.all(|it| it.name.contains("绩效"))
    }

    /// Whether some sentence holds a figure.
    fn tells_figures(&self) -> bool {
        let mut facts = self.budget.facts.iter();
        facts.any(|it| matches!(it.source.spot, Spot::Span { .. }))
    }

    fn explains(&self) -> bool {
        explains(&self.budget)
    }

    fn table_names(&self) -> HashSet<&TableName> {
        self.budget.tables.iter().map(|it| &it.name).collect()
    }
}

/// Whether there is something of a disclosure in it.
pub(super) fn says(budget: &Budget) -> bool {
    !budget.tables.is_empty() || explains(budget)
}

fn explains(budget: &Budget) -> bool {
    let sentences = budget.prose().filter(|it| it.plain.ends_with('。'));
    sentences.count() >= SENTENCES_OF_AN_EXPLANATION
}

/// Examines files as the one disclosure they are: what explains comes first, for it has the title
/// and the contents.
pub fn examine_parts(mut parts: Vec<Part>) -> Examination {
    parts.sort_by_key(|it| !it.explains());
    let sources: Vec<SourceEntry> = parts.iter().map(|it| it.source.clone()).collect();
    let mut whole = Document::default();
    match <[Part; 1]>::try_from(parts) {
        Ok([mut part]) => {
            part.document.notes.extend(part.lacks());
            understand(part.source, part.document, part.budget)
        }
        Err(parts) => {
            for part in parts {
                whole.append(part.document, &part.source.name);
            }
            whole.notes.push(Note::new(
                format!("{} 份文件合为一份公开核对。", sources.len()),
                format!("{} files are checked as one disclosure.", sources.len()),
            ));
            let budget = recognize(&whole);
            understand(SourceEntry::joined(sources), whole, budget)
        }
    }
}
