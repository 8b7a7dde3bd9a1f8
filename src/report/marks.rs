//! How each figure fared: the auditor's tick marks.
use super::{FigureCounts, view::Mark};
use crate::{
    budget::{Fact, FactId},
    check::Remarked,
    claim::{RateVerdict, Relation, Remark, Severity, Verdict},
    examination::Examination,
    repair::Grade,
    rule::RuleKind,
};

/// A mark for each fact.
pub fn marks(examined: &Examination) -> Vec<Mark> {
    let mut seen = vec![Seen::default(); examined.budget.facts.len()];
    for judged in &examined.checked.judged {
        for (_, id) in judged.constraint.terms() {
            let seen = &mut seen[id.0];
            match judged.verdict {
                Verdict::Broken { .. } if judged.severity == Severity::Notice => {}
                Verdict::Broken { .. } => seen.involved = true,
                // That a cell does not exceed another says too little of it.
                _ if judged.constraint.relation == Relation::AtMost
                    && judged.rule.kind != RuleKind::Narrative => {}
                Verdict::WithinRounding { .. } => seen.rounded = true,
                Verdict::Exact => seen.agrees = true,
            }
        }
    }
    for id in suspects(examined) {
        seen[id.0].accused = true;
    }
    for judged in &examined.checked.rates {
        for (position, id) in judged.rate.figures().enumerate() {
            let seen = &mut seen[id.0];
            match (judged.verdict, position) {
                (RateVerdict::Doubtful { .. }, 0) => seen.involved = true,
                (RateVerdict::Broken { .. }, _) => seen.involved = true,
                (RateVerdict::WithinRounding | RateVerdict::Forced { .. }, 0) => {
                    seen.rounded = true
                }
                _ => seen.agrees = true,
            }
        }
    }
    for Remarked { remark, .. } in &examined.checked.remarks {
        for id in &remark.figures {
            let seen = &mut seen[id.0];
            match (remark.agrees, remark.severity) {
                (true, _) => seen.agrees = true,
                (false, Severity::Notice) => {}
                // What speaks of several figures accuses none of them.
                (false, _) if remark.figures.len() > 1 => seen.involved = true,
                (false, Severity::Error) => seen.accused = true,
                // A warning may be about the words beside a figure: then it says nothing of the figure.
                (false, _) => seen.accused |= is_doubted(examined.budget.fact(*id), remark),
            }
        }
    }
    let printed = |id: usize| examined.budget.facts[id].is_printed();
    seen.iter()
        .enumerate()
        .map(|(id, it)| it.mark(printed(id)))
        .collect()
}

/// Whether a remark doubts the figure itself, and not the name beside it.
fn is_doubted(fact: &Fact, remark: &Remark) -> bool {
    let doubted = remark.doubts.iter().map(|it| it.text.as_str());
    let mut texts = doubted.chain(remark.printed.as_deref());
    texts.any(|it| it == fact.text)
}

/// Figures that the one good repair of a cause changes; one repair of several accuses nobody.
fn suspects(examined: &Examination) -> impl Iterator<Item = FactId> + '_ {
    let of_rates = examined.rate_causes.iter().map(|it| &it.cause);
    let causes = examined.causes.iter().chain(of_rates);
    let only = causes.filter(|it| it.grade == Grade::Only);
    let best = only.filter_map(|it| it.repairs.first());
    best.flat_map(|it| it.changes.iter().map(|it| it.fact))
}

/// What was seen of a figure.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    agrees: bool,
    rounded: bool,
    involved: bool,
    accused: bool,
}

impl Seen {
    fn mark(self, printed: bool) -> Mark {
        match self {
            Seen { accused: true, .. } => Mark::Disagree,
            _ if !printed => Mark::Blank,
            Seen { involved: true, .. } => Mark::Involved,
            Seen { rounded: true, .. } => Mark::WithinRounding,
            Seen { agrees: true, .. } => Mark::Agree,
            _ => Mark::Unchecked,
        }
    }
}

/// Counts the marks of printed figures.
pub fn count(examined: &Examination, marks: &[Mark]) -> FigureCounts {
    let mut counts = FigureCounts::default();
    for (fact, mark) in examined.budget.facts.iter().zip(marks) {
        if !fact.is_printed() {
            continue;
        }
        counts.total += 1;
        match mark {
            Mark::Agree => counts.agree += 1,
            Mark::Involved => counts.involved += 1,
            Mark::WithinRounding => counts.within_rounding += 1,
            Mark::Disagree => counts.disagree += 1,
            Mark::Unchecked | Mark::Blank => counts.unchecked += 1,
        }
    }
    counts
}
