//! The figures of a document, each with its mark, its checks and its findings.
use super::{CheckIndex, FigureView, FindingPointers, Mark, guard::guards};
use crate::{
    budget::FactId,
    examination::Examination,
    places::Places,
    report::{checklist::Checklist, unchecked::Reasons},
};

/// Every fact with its mark, its checks and its findings.
pub fn figures(
    examined: &Examination,
    checklist: &Checklist,
    marks: &[Mark],
    pointers: &[FindingPointers],
) -> Vec<FigureView> {
    let places = Places::new(&examined.budget);
    let reasons = Reasons::new(examined, &places);
    let mut checks = checks_by_figure(checklist, marks.len());
    let mut findings = findings_by_figure(pointers, marks.len());
    let guards = guards(&examined.budget, checklist);
    let view = |id: FactId| {
        let fact = examined.budget.fact(id);
        let mark = marks[id.0];
        FigureView {
            place: places.place(id),
            text: fact.text.clone(),
            mark,
            checks: std::mem::take(&mut checks[id.0]),
            guard: guards[id.0],
            findings: std::mem::take(&mut findings[id.0]),
            why_unchecked: (mark == Mark::Unchecked).then(|| reasons.reason(id)),
            block: fact.source.block,
            spot: fact.source.spot,
            at: fact.source.at.clone(),
        }
    };
    examined.budget.ids().map(view).collect()
}

/// For each figure the checks it stands in, each once.
fn checks_by_figure(checklist: &Checklist, figures: usize) -> Vec<Vec<CheckIndex>> {
    let mut checks: Vec<Vec<CheckIndex>> = vec![Vec::new(); figures];
    for (index, check) in checklist.iter() {
        for id in check.figures() {
            if checks[id.0].last() != Some(&index) {
                checks[id.0].push(index);
            }
        }
    }
    checks
}

/// For each figure the findings it stands in, each once.
fn findings_by_figure(pointers: &[FindingPointers], figures: usize) -> Vec<Vec<usize>> {
    let mut findings: Vec<Vec<usize>> = vec![Vec::new(); figures];
    for (index, pointer) in pointers.iter().enumerate() {
        for figure in pointer.figures.iter().chain(&pointer.suspects) {
            if findings[*figure].last() != Some(&index) {
                findings[*figure].push(index);
            }
        }
    }
    findings
}
