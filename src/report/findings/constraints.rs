//! Findings on sums and equalities that do not hold.
use super::{Context, Found, suspects::suspects};
use crate::{
    budget::Budget,
    check::Judged,
    claim::{Constraint, Severity, Term, Verdict},
    note::Message,
    places::Places,
    repair::Cause,
    report::{Also, FigureEntry, FigureRole, Finding, view::FindingPointers, wording},
    rule::RuleKind,
};
use rust_decimal::Decimal;

/// The finding on everything that one cause breaks; none where it breaks nothing.
pub fn of_cause(context: &Context, cause: &Cause) -> Option<Found> {
    let judged = &context.examined.checked.judged;
    let mut breaks = cause.breaks.clone();
    breaks.sort_by_key(|index| telling_order(context.budget, &judged[*index]));
    (!breaks.is_empty()).then(|| of_constraints(context, &breaks, Some(cause)))
}

/// The constraint that says most plainly what is wrong comes first: a serious one before a
/// doubtful one, one within a table before one between tables, one of few figures before a long sum.
fn telling_order(budget: &Budget, judged: &Judged) -> (Severity, RuleKind, usize) {
    let terms = judged.constraint.terms();
    let printed = terms.filter(|(_, id)| budget.fact(*id).is_printed());
    (judged.severity, judged.rule.kind, printed.count())
}

/// The finding on broken constraints, given by their indices, the one to describe first.
pub fn of_constraints(context: &Context, breaks: &[usize], cause: Option<&Cause>) -> Found {
    let Context { budget, places, .. } = context;
    let all = &context.examined.checked.judged;
    let judged = &all[breaks[0]];
    let constraint = &judged.constraint;
    let numbers = Numbers::new(budget, judged);
    let also = breaks[1..].iter().map(|it| also(places, &all[*it]));
    let suspects = cause.map_or_else(Vec::new, |it| suspects(context, it));
    let finding = Finding {
        id: String::new(),
        rule: judged.rule.id.to_owned(),
        severity: judged.severity,
        message: wording::sentence(places, budget, constraint),
        at: None,
        figures: figures(context, constraint),
        expected: Some(numbers.expected),
        printed: Some(numbers.printed),
        difference: Some(numbers.difference),
        tolerance: Some(numbers.tolerance),
        suspects: suspects.iter().map(|it| it.1.clone()).collect(),
        grade: cause.map(|it| it.grade),
        hint: cause
            .filter(|it| it.repairs.is_empty())
            .map(|it| it.reason(budget, all)),
        also: also.collect(),
        note: None,
        alike: Vec::new(),
    };
    Found {
        pointers: FindingPointers {
            figures: constraint.terms().map(|(_, id)| id.0).collect(),
            suspects: suspects.iter().map(|it| it.0.0).collect(),
            checks: (breaks.iter())
                .map(|it| context.checklist.constraint(*it))
                .collect(),
            alike: Vec::new(),
            block: constraint
                .terms()
                .next()
                .map(|(_, id)| budget.fact(id).source.block),
        },
        finding,
    }
}

fn also(places: &Places, judged: &Judged) -> Also {
    let telling = places.telling(&judged.constraint);
    let (common, filled) = (telling.common(), telling.filled(&judged.constraint, true));
    let text = if common.is_empty() {
        filled
    } else {
        format!("{common}：{filled}")
    };
    Also {
        rule: judged.rule.id.to_owned(),
        message: Message::new(text.clone(), text),
    }
}

/// Expected, printed, difference and tolerance of a constraint, in the unit of its first figure.
struct Numbers {
    expected: String,
    printed: String,
    difference: String,
    tolerance: String,
}

impl Numbers {
    fn new(budget: &Budget, judged: &Judged) -> Self {
        let constraint = &judged.constraint;
        let decimals = wording::decimals(budget, constraint);
        let first = constraint.terms().next().map(|(_, id)| budget.fact(id));
        let text = |amount: Decimal| {
            first.map_or(amount.to_string(), |it| {
                wording::in_unit_of(it, amount, decimals)
            })
        };
        let off_by = constraint.off_by(budget);
        let sum = |terms: &[Term]| -> Decimal {
            let signed = |it: &Term| {
                let value = budget.fact(it.fact).amount.value;
                if it.minus { -value } else { value }
            };
            terms.iter().map(signed).sum()
        };
        let allowed = match judged.verdict {
            Verdict::Broken { allowed, .. } => allowed,
            _ => Decimal::ZERO,
        };
        Numbers {
            expected: text(sum(&constraint.right)),
            printed: text(sum(&constraint.left)),
            difference: text(off_by),
            tolerance: text(allowed),
        }
    }
}

fn figures(context: &Context, constraint: &Constraint) -> Vec<FigureEntry> {
    let left = constraint.left.iter().map(|it| (FigureRole::Total, it));
    let right = constraint.right.iter().map(|it| (part_role(it), it));
    left.chain(right)
        .map(|(role, it)| context.figure(role, it.fact))
        .collect()
}

/// The role of a term right of the sign.
fn part_role(term: &Term) -> FigureRole {
    if term.minus {
        FigureRole::Less
    } else {
        FigureRole::Part
    }
}
