//! Remarks about words: what every rule of headings and sentences has to say of a passage.
use super::{Rule, Severity};
use crate::{
    budget::{Budget, Passage, Row},
    check::Remark,
    note::Message,
};
use std::ops::Range;

/// A complaint about the document as a whole.
pub fn of_document(rule: &'static Rule, severity: Severity, message: Message) -> Remark {
    Remark {
        rule,
        severity,
        agrees: false,
        message,
        figures: Vec::new(),
        at: None,
        block: None,
        expected: None,
        printed: None,
        doubts: Vec::new(),
    }
}

/// A complaint about the bytes of a passage's `plain`.
pub fn of_passage(
    rule: &'static Rule,
    severity: Severity,
    passage: &Passage,
    range: Range<usize>,
    message: Message,
) -> Remark {
    Remark {
        at: passage.place(range.clone()),
        block: Some(passage.block),
        printed: Some(passage.printed(range).to_owned()),
        ..of_document(rule, severity, message)
    }
}

/// A complaint about a row's label.
pub fn of_row(
    rule: &'static Rule,
    severity: Severity,
    budget: &Budget,
    row: &Row,
    message: Message,
) -> Remark {
    let label = row.label_at.and_then(|(block, line, column)| {
        let mut passages = budget.passages.iter();
        passages.find(|it| it.block == block && it.cell == Some((line, column)))
    });
    Remark {
        at: label.and_then(|it| it.place(0..it.plain.len())),
        block: row.label_at.map(|it| it.0),
        printed: Some(row.label.clone()),
        ..of_document(rule, severity, message)
    }
}
