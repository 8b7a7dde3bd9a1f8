//! What the reader took of the suggestions: the document is checked as if it were so, the file stays.

use crate::{
    shown::Shown,
    telling,
    words::{Language, findings},
};
use gouji::{budget::Spot, examination::Correction, note::Message};
use std::{cmp::Reverse, rc::Rc};

/// A suggestion that was taken: what is put right, and how that is said.
#[derive(Clone, PartialEq, Debug)]
pub struct Taken {
    /// Where, what is printed, what should be, a line for each figure.
    pub lines: Rc<[Message]>,
    /// What is put right.
    pub corrections: Rc<[Correction]>,
}

/// The best suggestion of a finding, all its changes together; `None` where there is none to take.
pub fn offered(shown: &Shown, finding: usize) -> Option<Taken> {
    let pointers = shown.pointers.get(finding)?;
    let suspects = &shown.report.findings.get(finding)?.suspects;
    let best = suspects.first()?.repair;
    let mut lines = Vec::new();
    let mut corrections = Vec::new();
    for (at, (suspect, figure)) in suspects.iter().zip(&pointers.suspects).enumerate() {
        if suspect.repair != best {
            continue;
        }
        let figure = shown.figure(*figure)?;
        // Where a word has to change and not its figure, the page cannot put it right.
        if figure.text != suspect.text {
            return None;
        }
        let said = |language| telling::suspect(shown, finding, at, language);
        lines.push(Message::new(
            said(Language::Chinese),
            said(Language::English),
        ));
        corrections.push(Correction {
            block: figure.block,
            spot: figure.spot,
            text: suspect.suggested.clone()?,
        });
    }
    // Later places first: what is put right in a paragraph moves what stands behind it.
    corrections.sort_by_key(|it: &Correction| Reverse((it.block, place_in_block(it.spot))));
    (!corrections.is_empty()).then(|| Taken {
        lines: lines.into(),
        corrections: corrections.into(),
    })
}

fn place_in_block(spot: Spot) -> (usize, usize) {
    match spot {
        Spot::Cell { row, column } => (row, column),
        Spot::Span { start, end } => (start.0, end.0),
    }
}

/// Every correction, in the order in which they were taken.
pub fn corrections(taken: &[Taken]) -> Vec<Correction> {
    let all = taken.iter().flat_map(|it| it.corrections.iter());
    all.cloned().collect()
}

/// The list to hand over: found, should be, where.
pub fn as_text(shown: &Shown, taken: &[Taken], language: Language) -> String {
    let lines = taken.iter().flat_map(|it| it.lines.iter());
    let lines = lines.map(|it| language.said(it));
    let head = language.of(findings::TAKEN_LIST).to_owned();
    let head = [head, telling::document_of(shown)].join(" ");
    std::iter::once(head)
        .chain(lines)
        .collect::<Vec<_>>()
        .join("\n")
}
