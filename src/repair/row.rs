//! One judged constraint in whole numbers: `Σ factor·figure = 0` or `≤ 0`, within a tolerance.
use super::{layout::Layout, measure::Measure, model::Figure, span::Span};
use crate::{
    budget::FactId,
    check::{Judged, regime::Regime},
    claim::{Constraint, Relation, Severity, Verdict},
};

/// A constraint in whole numbers.
#[derive(Debug)]
pub struct Row {
    /// Each figure with its coefficient, once.
    pub terms: Vec<(u32, i64)>,
    /// The one figure that the rule writes left of an equal sign.
    pub total: Option<u32>,
    /// Whether all its figures stand in one table.
    pub inside: bool,
    /// Whether the sum must be at most nothing, rather than nothing.
    pub one_sided: bool,
    /// What the sum is.
    pub off: i128,
    /// What it may be off by.
    pub allowed: i128,
    /// What the search makes of it.
    pub role: Role,
    /// Whether it was judged broken.
    pub broken: bool,
    /// What breaking it counts as evidence, in thousandths of an implausibility.
    pub weight: u32,
}

/// What the search makes of a constraint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It is broken and has to be mended.
    Driving,
    /// It holds and may not be broken.
    Limiting,
    /// A repair is better for mending it and worse for breaking it, no more.
    Evidence,
    /// It would drive, but its figures are too large to reckon with.
    Beyond,
    /// Its figures are too large to reckon with.
    Unused,
}

impl Row {
    /// The constraint in whole numbers.
    pub fn new(
        judged: &Judged,
        figures: &[Figure],
        layout: &Layout,
        measure: Measure,
        regime: Regime,
    ) -> Self {
        let constraint = &judged.constraint;
        let terms = merged(constraint);
        let off = sum(&terms, |fact| figures[fact as usize].value);
        let allowed = allowed(&judged.verdict, &terms, figures, measure, regime);
        let one_sided = constraint.relation == Relation::AtMost;
        Row {
            total: total(constraint),
            inside: layout.in_one_table(terms.iter().map(|it| it.0)),
            one_sided,
            role: role(judged, off.is_some() && allowed.is_some()),
            off: off.unwrap_or(0),
            allowed: allowed.unwrap_or(0),
            terms,
            broken: judged.verdict.is_broken(),
            weight: match judged.severity {
                Severity::Error => 2_000,
                Severity::Warning => 1_500,
                Severity::Notice => 500,
            },
        }
    }

    /// Whether it holds when its sum is `off` and it may be off by `slack` more.
    pub fn holds(&self, off: i128, slack: i128) -> bool {
        let allowed = self.allowance(slack);
        off <= allowed && (self.one_sided || -allowed <= off)
    }

    /// By how much a figure of this factor may change for the constraint to hold.
    pub fn span(&self, off: i128, factor: i128, slack: i128) -> Option<Span> {
        Span::solving(off, factor, self.allowance(slack), self.one_sided)
    }

    /// What it may be off by once figures are printed otherwise.
    fn allowance(&self, slack: i128) -> i128 {
        self.allowed.saturating_add(slack).max(0)
    }

    /// The coefficient of a figure, nothing if it does not stand in the constraint.
    pub fn factor(&self, fact: u32) -> i128 {
        let at = self.terms.binary_search_by_key(&fact, |it| it.0);
        at.map_or(0, |it| self.terms[it].1.into())
    }

    /// Whether it restricts a repair.
    pub fn binds(&self) -> bool {
        matches!(self.role, Role::Driving | Role::Limiting)
    }
}

/// Every figure once, in the order of the figures.
fn merged(constraint: &Constraint) -> Vec<(u32, i64)> {
    let terms = constraint.terms();
    let mut terms: Vec<(u32, i64)> = terms.map(|(c, FactId(it))| (it as u32, c.into())).collect();
    terms.sort_unstable();
    terms.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        kept.1 += if same { next.1 } else { 0 };
        same
    });
    terms.retain(|it| it.1 != 0);
    terms
}

/// The sum of the terms; `None` if it is too large.
fn sum(terms: &[(u32, i64)], value: impl Fn(u32) -> Option<i128>) -> Option<i128> {
    terms.iter().try_fold(0i128, |sum, (fact, factor)| {
        sum.checked_add(value(*fact)?.checked_mul(i128::from(*factor))?)
    })
}

fn total(constraint: &Constraint) -> Option<u32> {
    match constraint.left.as_slice() {
        [only] if constraint.relation == Relation::Equal => Some(only.fact.0 as u32),
        _ => None,
    }
}

fn role(judged: &Judged, measurable: bool) -> Role {
    let drives = drives(judged);
    match (measurable, drives) {
        (true, true) => Role::Driving,
        (false, true) => Role::Beyond,
        (false, false) => Role::Unused,
        (true, false) if judged.severity == Severity::Error => Role::Limiting,
        (true, false) => Role::Evidence,
    }
}

/// Whether a broken constraint asks for a repair.
pub fn drives(judged: &Judged) -> bool {
    let serious = match judged.severity {
        Severity::Error => true,
        Severity::Warning => judged.constraint.relation == Relation::Equal,
        Severity::Notice => false,
    };
    serious && judged.verdict.is_broken()
}

/// What it may be off by once mended. The verdict may have allowed more for a figure that is
/// printed more coarsely than its table: a repair prints it as the table is.
fn allowed(
    verdict: &Verdict,
    terms: &[(u32, i64)],
    figures: &[Figure],
    measure: Measure,
    regime: Regime,
) -> Option<i128> {
    let figure = |it: &(u32, i64)| figures[it.0 as usize];
    let strict = regime == Regime::Exact && !matches!(verdict, Verdict::WithinRounding { .. });
    // Figures of different units agree within rounding even in a document that is exact.
    if strict
        && terms
            .windows(2)
            .all(|it| figure(&it[0]).step == figure(&it[1]).step)
    {
        return Some(0);
    }
    if let Verdict::Broken { allowed, .. } = verdict {
        return measure.whole(*allowed);
    }
    terms.iter().try_fold(0i128, |sum, it| {
        sum.checked_add(figure(it).half.checked_mul(it.1.unsigned_abs().into())?)
    })
}
