//! From what was found to causes: the most plausible repairs first, and how sure they are.
use super::{Cause, Grade, candidate::Candidate, cost::UNPRINTABLE, model::Model, search::Group};
use crate::{check::Judged, claim::Severity};
use rust_decimal::Decimal;
use std::cmp::Reverse;

/// Maximum number of repairs reported.
const MOST_REPAIRS: usize = 16;
/// A repair this much less plausible than the best is no rival.
const AHEAD: u32 = 500;
/// Difference in cost that makes a repair half as likely.
const HALF_AS_LIKELY: u32 = 250;
/// What the supposition costs that none of the repairs is the true one, and how much more than
/// the best of them it costs at the least.
const NONE_OF_THESE: u32 = 9_500;
const NONE_AFTER_BEST: u32 = 1_500;

/// The causes of the groups, most serious first; what two of them mend counts for the first.
pub fn causes(model: &Model, judged: &[Judged], groups: Vec<Group>) -> Vec<Cause> {
    let causes = groups.into_iter().map(|it| cause(model, it));
    let mut causes: Vec<Cause> = causes.collect();
    causes.sort_by_key(|it| {
        let severity = it.breaks.iter().map(|row| judged[*row].severity).min();
        let severity = severity.unwrap_or(Severity::Notice);
        (
            severity,
            Reverse(it.breaks.len()),
            it.breaks.first().copied(),
        )
    });
    let mut taken = vec![false; judged.len()];
    for cause in &mut causes {
        cause
            .breaks
            .retain(|row| !std::mem::replace(&mut taken[*row], true));
    }
    causes
}

fn cause(model: &Model, group: Group) -> Cause {
    let candidates = ordered(group.candidates);
    let mut breaks = group.rows;
    breaks.extend(candidates.first().into_iter().flat_map(|it| &it.mends));
    breaks.sort_unstable();
    breaks.dedup();
    let repairs = candidates.iter().filter_map(|it| it.repair(model));
    let repairs: Vec<_> = repairs.take(MOST_REPAIRS).collect();
    // An inequality by itself only says on which side the figure is.
    let vague = breaks.iter().all(|it| model.rows[*it].one_sided);
    let grade = match repairs.as_slice() {
        [] => Grade::Unknown,
        _ if vague => Grade::Several,
        [best, next, ..] if next.cost < best.cost.saturating_add(AHEAD) => Grade::Several,
        _ => Grade::Only,
    };
    Cause {
        breaks,
        repairs,
        grade,
    }
}

/// The most plausible first, each once; what no table could print only if there is nothing else.
fn ordered(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by(|one, two| (one.cost, &one.changes).cmp(&(two.cost, &two.changes)));
    let mut kept: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        let known = kept.iter().any(|it| it.changes == candidate.changes);
        let printable = candidate.cost < UNPRINTABLE || kept.is_empty();
        if !known && printable && kept.len() < 2 * MOST_REPAIRS {
            kept.push(candidate);
        }
    }
    kept
}

impl Cause {
    /// How likely each repair is, 0 to 1 with two decimals, as far as it is ahead of its rivals.
    pub fn confidence(&self) -> Vec<Decimal> {
        let Some(best) = self.repairs.first().map(|it| it.cost) else {
            return Vec::new();
        };
        let none = NONE_OF_THESE.max(best.saturating_add(NONE_AFTER_BEST));
        let none = likelihood(best, none);
        let each = self.repairs.iter().map(|it| likelihood(best, it.cost));
        let sum = each.clone().sum::<u64>() + none;
        each.map(|it| Decimal::new((it * 100 / sum) as i64, 2))
            .collect()
    }
}

/// The likelihood of a repair of this cost, next to that of the best.
fn likelihood(best: u32, cost: u32) -> u64 {
    let halvings = cost.saturating_sub(best) / HALF_AS_LIKELY;
    (1u64 << 32).checked_shr(halvings).unwrap_or(0)
}
