//! From broken constraints, their causes and remarks to findings: one cause, one finding.
mod constraints;
mod rates;
mod remarks;
mod suspects;

use super::{
    Also, FigureEntry, FigureRole, Finding, alike::joined, checklist::Checklist,
    view::FindingPointers,
};
use crate::{
    budget::{Budget, FactId},
    examination::Examination,
    places::Places,
};
use std::collections::BTreeSet;

/// A finding with what the page points at.
pub struct Found {
    /// As reported.
    pub finding: Finding,
    /// For the page.
    pub pointers: FindingPointers,
}

/// What findings are written from.
struct Context<'a> {
    examined: &'a Examination,
    budget: &'a Budget,
    places: Places<'a>,
    checklist: &'a Checklist<'a>,
}

/// Every finding, most serious first.
pub fn findings(examined: &Examination, checklist: &Checklist) -> Vec<Found> {
    let context = Context {
        examined,
        budget: &examined.budget,
        places: Places::new(&examined.budget),
        checklist,
    };
    let mut found: Vec<Found> = Vec::new();
    let mut explained: BTreeSet<usize> = BTreeSet::new();
    for cause in &examined.causes {
        explained.extend(&cause.breaks);
        found.extend(constraints::of_cause(&context, cause));
    }
    for (index, judged) in examined.checked.judged.iter().enumerate() {
        if judged.verdict.is_broken() && !explained.contains(&index) {
            found.push(constraints::of_constraints(&context, &[index], None));
        }
    }
    found.extend(rates::of_rates(&context));
    let complaints = examined.checked.remarks.iter();
    for remarked in complaints.filter(|it| !it.remark.agrees) {
        let remark = remarks::of_remark(&context, remarked);
        match found.iter_mut().find(|it| it.explains(&remark)) {
            Some(cause) => cause.finding.also.push(remark.echo()),
            None => found.push(remark),
        }
    }
    found.sort_by_key(|it| it.finding.severity);
    for it in &mut found {
        it.finding.id = it.finding.identity();
    }
    joined(found)
}

impl Found {
    /// Whether the figure or word that this finding suspects first is all that a remark doubts, or
    /// one of the figures that it speaks of.
    fn explains(&self, remark: &Found) -> bool {
        let (first, doubted) = (self.finding.suspects.first(), &remark.finding.suspects[..]);
        let severe = self.finding.severity <= remark.finding.severity;
        let figure = self.pointers.suspects.first();
        match (first, doubted) {
            (Some(first), [only]) => severe && first.at.is_some() && first.at == only.at,
            (Some(_), []) => {
                severe && figure.is_some_and(|it| remark.pointers.figures.contains(it))
            }
            _ => false,
        }
    }

    /// What the finding says, for the list of the one that explains it.
    fn echo(&self) -> Also {
        Also {
            rule: self.finding.rule.clone(),
            message: self.finding.message.clone(),
        }
    }
}

impl Context<'_> {
    /// A figure of a finding.
    fn figure(&self, role: FigureRole, id: FactId) -> FigureEntry {
        let fact = self.budget.fact(id);
        FigureEntry {
            role,
            place: fact.name.without_number(),
            name: self.places.name(id),
            text: fact.text.clone(),
            value: fact.amount.value,
            at: fact.source.at.clone(),
        }
    }
}
