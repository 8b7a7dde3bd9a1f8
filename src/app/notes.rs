//! What the reader notes on findings: why they are explained. Notes are kept for the whole tab, and follow a
//! document that is corrected and checked again.

use crate::browser;
use gouji::report::{Finding, Report, explained::ReaderNote};
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// The note on a finding.
pub fn of<'a>(notes: &'a [ReaderNote], report: &Report, finding: &Finding) -> Option<&'a str> {
    let document = &report.source.name;
    let mut notes = notes.iter();
    let note = notes.find(|it| it.finding == finding.id && &it.document == document);
    note.map(|it| it.text.as_str())
}

/// How many findings are explained.
pub fn count(notes: &[ReaderNote], report: &Report) -> usize {
    let noted = |it: &&Finding| of(notes, report, it).is_some();
    report.findings.iter().filter(noted).count()
}

/// A note on a finding.
pub fn note(report: &Report, finding: &Finding, text: &str) -> ReaderNote {
    ReaderNote {
        document: report.source.name.clone(),
        finding: finding.id.clone(),
        text: text.trim().to_owned(),
    }
}

/// The notes with one more in the place of what was noted on that finding; an empty one only takes that away.
pub fn with(notes: &[ReaderNote], note: ReaderNote) -> Rc<[ReaderNote]> {
    let is_other =
        |it: &&ReaderNote| (&it.document, &it.finding) != (&note.document, &note.finding);
    let mut kept: Vec<ReaderNote> = notes.iter().filter(is_other).cloned().collect();
    if !note.text.is_empty() {
        kept.push(note);
    }
    kept.into()
}

/// The notes, with those on the last check of a document put on the findings that say the same now.
pub fn carried(notes: &Rc<[ReaderNote]>, before: &Report, now: &Report) -> Rc<[ReaderNote]> {
    let mut notes = Rc::clone(notes);
    for finding in &now.findings {
        if of(&notes, now, finding).is_some() {
            continue;
        }
        let says_the_same =
            |it: &&Finding| it.rule == finding.rule && it.message == finding.message;
        let earlier = before.findings.iter().find(says_the_same);
        let text = earlier.and_then(|it| of(&notes, before, it));
        if let Some(text) = text.map(str::to_owned) {
            notes = with(&notes, note(now, finding, &text));
        }
    }
    notes
}

/// Keeps the notes in this browser until the tab is closed.
pub async fn keep(notes: Rc<[ReaderNote]>) {
    let json = serde_json::to_string(&*notes).unwrap_or_default();
    let _ = browser::call_host("keepNotes", &json.into()).await;
}

/// The notes that this tab kept.
pub async fn kept() -> Option<Rc<[ReaderNote]>> {
    let kept = browser::call_host("keptNotes", &JsValue::UNDEFINED).await?;
    let notes: Vec<ReaderNote> = serde_json::from_str(&kept.as_string()?).ok()?;
    Some(notes.into())
}
