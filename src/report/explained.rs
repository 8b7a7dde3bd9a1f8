//! What a reader notes on findings: why a disagreement is explained. The finding stays, with the note on it.
use super::{
    Finding, Report,
    digest::sha256,
    entry::{Entry, base_name},
};
use crate::note::Message;
use serde::{Deserialize, Serialize};

/// Number of digits of a finding's id.
const ID: usize = 16;

/// What a reader notes on a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReaderNote {
    /// The name of the document.
    pub document: String,
    /// The finding's id.
    pub finding: String,
    /// The note.
    pub text: String,
}

impl Finding {
    /// Digits of the SHA-256 of rule, sentence and place: what tells the finding from others of its document.
    pub(super) fn identity(&self) -> String {
        let place = self.first_place().map(serde_json::to_string);
        let place = place.and_then(Result::ok).unwrap_or_default();
        let said = [self.rule.as_str(), &self.message.zh, &place].join("\n");
        sha256(said.as_bytes()).chars().take(ID).collect()
    }
}

impl Report {
    /// Puts the notes on their findings.
    pub fn explain(&mut self, notes: &[ReaderNote]) {
        for finding in &mut self.findings {
            let of_finding = |it: &&ReaderNote| {
                it.finding == finding.id && base_name(&it.document) == base_name(&self.source.name)
            };
            let note = notes.iter().find(of_finding).map(|it| it.text.clone());
            for each in &mut finding.alike {
                each.note.clone_from(&note);
            }
            finding.note = note;
        }
        self.summary = self.summary();
    }

    /// How many findings are explained.
    pub(super) fn explained(&self) -> usize {
        let findings = self.findings.iter();
        findings.filter(|it| it.note.is_some()).count()
    }

    /// Every note with its finding.
    pub(super) fn reader_notes(&self) -> impl Iterator<Item = ReaderNote> + '_ {
        let noted = self.findings.iter();
        noted.filter_map(|it| {
            Some(ReaderNote {
                document: self.source.name.clone(),
                finding: it.id.clone(),
                text: it.note.clone()?,
            })
        })
    }
}

impl Entry {
    /// Puts the notes on the findings of the document.
    pub fn explain(&mut self, notes: &[ReaderNote]) {
        if let Entry::Report(report) = self {
            report.explain(notes);
        }
    }
}

/// How many findings are explained, in a sentence behind the verdict; nothing if none is.
pub fn counted(explained: usize) -> Option<Message> {
    (explained > 0).then(|| {
        Message::new(
            format!("其中 {explained} 处已说明。"),
            format!(" {explained} of them explained."),
        )
    })
}
