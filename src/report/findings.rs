//! From broken constraints, their causes and remarks to findings: one cause, one finding.
use super::{Also, FigureEntry, Finding, Suspect, alike::joined, view::FindingPointers, wording};
use crate::{
    budget::{
        Budget, FactId,
        statement::{Direction, Word},
    },
    check::{Judged, Remarked, rate::JudgedRate},
    claim::{Constraint, Doubt, RateVerdict, Remark, Severity, Verdict},
    examination::Examination,
    note::Message,
    places::Places,
    repair::{Cause, Change, Grade},
};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// So many repairs are told; rarer ones help nobody.
const MOST_REPAIRS: usize = 6;

/// A finding with what the page points at; `severity` orders them.
pub struct Found {
    /// As reported.
    pub finding: Finding,
    /// For the page.
    pub pointers: FindingPointers,
    severity: Severity,
}

/// Every finding, most serious first.
pub fn findings(examined: &Examination) -> Vec<Found> {
    let places = Places::new(&examined.budget);
    let judged = &examined.checked.judged;
    let mut found: Vec<Found> = Vec::new();
    let mut explained: BTreeSet<usize> = BTreeSet::new();
    for cause in &examined.causes {
        explained.extend(&cause.breaks);
        found.extend(of_cause(examined, &places, cause));
    }
    for (index, it) in judged.iter().enumerate() {
        if it.verdict.is_broken() && !explained.contains(&index) {
            found.push(of_constraints(examined, &places, &[index], None));
        }
    }
    found.extend(of_rates(examined, &places));
    let remarks = examined
        .checked
        .remarks
        .iter()
        .filter(|it| !it.remark.agrees);
    for remark in remarks.map(|it| of_remark(&examined.budget, &places, it)) {
        match found.iter_mut().find(|it| it.explains(&remark)) {
            Some(cause) => cause.finding.also.push(remark.echo()),
            None => found.push(remark),
        }
    }
    found.sort_by_key(|it| it.severity);
    joined(found)
}

impl Found {
    /// Whether the figure or word that this finding suspects first is all that a remark doubts, or
    /// one of the figures that it speaks of.
    fn explains(&self, remark: &Found) -> bool {
        let (first, doubted) = (self.finding.suspects.first(), &remark.finding.suspects[..]);
        let severe = self.severity <= remark.severity;
        let figure = self.pointers.suspects.first();
        match (first, doubted) {
            (Some(first), [only]) => severe && first.at.is_some() && first.at == only.at,
            (Some(_), []) => {
                severe && figure.is_some_and(|it| remark.pointers.figures.contains(it))
            }
            _ => false,
        }
    }

    /// What the finding says, told beside the one that explains it.
    fn echo(&self) -> Also {
        Also {
            rule: self.finding.rule.clone(),
            message: self.finding.message.clone(),
        }
    }
}

fn of_cause(examined: &Examination, places: &Places, cause: &Cause) -> Option<Found> {
    let mut breaks = cause.breaks.clone();
    breaks.sort_by_key(|index| telling_order(&examined.checked.judged[*index], examined));
    (!breaks.is_empty()).then(|| of_constraints(examined, places, &breaks, Some(cause)))
}

/// The constraint that says most plainly what is wrong comes first: a serious one before a
/// doubtful one, one within a table before one between tables, one of few figures before a long sum.
fn telling_order(
    judged: &Judged,
    examined: &Examination,
) -> (Severity, crate::rule::RuleKind, usize) {
    let printed = judged
        .constraint
        .terms()
        .filter(|(_, id)| examined.budget.fact(*id).is_printed());
    (judged.severity, judged.rule.kind, printed.count())
}

fn of_constraints(
    examined: &Examination,
    places: &Places,
    breaks: &[usize],
    cause: Option<&Cause>,
) -> Found {
    let budget = &examined.budget;
    let judged = &examined.checked.judged[breaks[0]];
    let constraint = &judged.constraint;
    let numbers = Numbers::new(budget, judged);
    let also = breaks[1..]
        .iter()
        .map(|it| also(places, &examined.checked.judged[*it]));
    let suspects = cause.map_or_else(Vec::new, |it| suspects(examined, places, it));
    let finding = Finding {
        rule: judged.rule.id.to_owned(),
        severity: judged.severity.word().to_owned(),
        message: wording::sentence(places, budget, constraint),
        at: None,
        figures: figures(budget, places, constraint),
        expected: Some(numbers.expected),
        printed: Some(numbers.printed),
        difference: Some(numbers.difference),
        tolerance: Some(numbers.tolerance),
        suspects: suspects.iter().map(|it| it.1.clone()).collect(),
        grade: cause.map(|it| grade(it).to_owned()),
        hint: cause
            .filter(|it| it.repairs.is_empty())
            .map(|it| it.reason(budget, &examined.checked.judged)),
        also: also.collect(),
        alike: Vec::new(),
    };
    Found {
        pointers: FindingPointers {
            figures: constraint.terms().map(|(_, id)| id.0).collect(),
            suspects: suspects.iter().map(|it| it.0.0).collect(),
            checks: breaks.to_vec(),
            alike: Vec::new(),
            block: constraint
                .terms()
                .next()
                .map(|(_, id)| budget.fact(id).source.block),
        },
        finding,
        severity: judged.severity,
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
        let sum = |terms: &[crate::claim::Term]| -> Decimal {
            let signed = |it: &crate::claim::Term| {
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

fn figures(budget: &Budget, places: &Places, constraint: &Constraint) -> Vec<FigureEntry> {
    let left = constraint.left.iter().map(|it| ("total", it));
    let right = constraint
        .right
        .iter()
        .map(|it| (if it.minus { "less" } else { "part" }, it));
    left.chain(right)
        .map(|(role, it)| figure(budget, places, role, it.fact))
        .collect()
}

fn figure(budget: &Budget, places: &Places, role: &str, id: FactId) -> FigureEntry {
    let fact = budget.fact(id);
    FigureEntry {
        role: role.to_owned(),
        place: fact.name.without_number(),
        name: places.name(id),
        text: fact.text.clone(),
        value: fact.amount.value,
        at: fact.source.at.clone(),
    }
}

fn suspects(examined: &Examination, places: &Places, cause: &Cause) -> Vec<(FactId, Suspect)> {
    let budget = &examined.budget;
    let confidence = cause.confidence();
    let mut suspects = Vec::new();
    for (number, repair) in cause.repairs.iter().take(MOST_REPAIRS).enumerate() {
        for change in &repair.changes {
            let fact = budget.fact(change.fact);
            let word = word(budget, change);
            let source = word.map_or(&fact.source, |it| &it.source);
            let suspect = Suspect {
                place: fact.name.without_number(),
                name: places.name(change.fact),
                at: source.at.clone(),
                text: word.map_or(&fact.text, |it| &it.text).clone(),
                suggested: match word {
                    Some(word) => Some(turned(budget, word)),
                    None => wording::as_printed(budget, change.fact, change.to),
                },
                reason: match word {
                    Some(_) => said_otherwise(),
                    None => repair.reason(budget),
                },
                confidence: confidence.get(number).copied().unwrap_or_default(),
                repair: number,
            };
            suspects.push((change.fact, suspect));
        }
    }
    suspects
}

/// The word that is wrong where a change of a sentence should have the other sign.
fn word<'a>(budget: &'a Budget, change: &Change) -> Option<&'a Word> {
    let opposite = !change.to.is_zero() && change.to == -budget.fact(change.fact).amount.value;
    let moved = budget.statements.iter().filter_map(|it| it.change);
    let moved = moved.filter(|it| opposite && it.fact == change.fact);
    moved.map(|it| budget.word(it.word)).next()
}

/// The word that says the opposite.
fn turned(budget: &Budget, word: &Word) -> String {
    let to = match word.direction {
        Direction::Up => Direction::Down,
        _ => Direction::Up,
    };
    crate::rules::other_word(budget, &word.text, to)
}

fn said_otherwise() -> Message {
    Message::new(
        "数没有写错，它前面“增加”“减少”的说法反了",
        "the figure is right; the word before it says the opposite",
    )
}

fn grade(cause: &Cause) -> &'static str {
    match cause.grade {
        Grade::Only => "only",
        Grade::Several => "several",
        Grade::Unknown => "unknown",
    }
}

/// Percentages that are wrong, and those that deserve a look.
fn of_rates(examined: &Examination, places: &Places) -> Vec<Found> {
    let mut found = Vec::new();
    for (index, judged) in examined.checked.rates.iter().enumerate() {
        let cause = examined
            .rate_causes
            .iter()
            .find(|it| it.rate == index)
            .map(|it| &it.cause);
        let is_doubtful = |id: FactId| examined.budget.is_doubtful(id);
        let severity = match judged.verdict {
            RateVerdict::Broken { .. } | RateVerdict::Doubtful { .. } if cause.is_none() => {
                continue;
            }
            RateVerdict::Broken { .. } if !judged.rate.figures().any(is_doubtful) => {
                Severity::Error
            }
            RateVerdict::Broken { .. } | RateVerdict::Doubtful { .. } => Severity::Warning,
            RateVerdict::Forced { .. } | RateVerdict::NoBase => Severity::Notice,
            _ => continue,
        };
        found.push(of_rate(examined, places, judged, cause, severity));
    }
    found
}

/// A percentage that is nearly right, and the one that is.
fn not_the_quotient(
    examined: &Examination,
    places: &Places,
    judged: &JudgedRate,
    expected: Decimal,
) -> Suspect {
    let printed = examined.budget.fact(judged.rate.printed);
    Suspect {
        place: printed.name.without_number(),
        name: places.name(judged.rate.printed),
        at: printed.source.at.clone(),
        text: printed.text.clone(),
        suggested: Some(expected.to_string()),
        reason: Message::new("按所印各数重新计算", "recomputed from the printed figures"),
        confidence: SURE_OF_WORDS,
        repair: 0,
    }
}

fn of_rate(
    examined: &Examination,
    places: &Places,
    judged: &JudgedRate,
    cause: Option<&Cause>,
    severity: Severity,
) -> Found {
    let budget = &examined.budget;
    let expected = judged.verdict.expected();
    let printed = budget.fact(judged.rate.printed);
    let suspects = match (cause, expected) {
        (Some(cause), _) => suspects(examined, places, cause),
        (None, Some(expected)) => vec![(
            judged.rate.printed,
            not_the_quotient(examined, places, judged, expected),
        )],
        (None, None) => Vec::new(),
    };
    let entry = |(position, id): (usize, FactId)| {
        figure(
            budget,
            places,
            if position == 0 { "rate" } else { "part" },
            id,
        )
    };
    let finding = Finding {
        rule: judged.rule.id.to_owned(),
        severity: severity.word().to_owned(),
        message: wording::rate_sentence(budget, judged),
        at: None,
        figures: judged.rate.figures().enumerate().map(entry).collect(),
        expected: expected.map(|it| it.to_string()),
        printed: Some(printed.text.clone()),
        difference: expected.map(|it| (printed.amount.value - it).to_string()),
        tolerance: None,
        suspects: suspects.iter().map(|it| it.1.clone()).collect(),
        grade: cause.map(|it| grade(it).to_owned()),
        hint: None,
        also: Vec::new(),
        alike: Vec::new(),
    };
    Found {
        finding,
        pointers: FindingPointers {
            figures: judged.rate.figures().map(|id| id.0).collect(),
            suspects: suspects.iter().map(|it| it.0.0).collect(),
            checks: Vec::new(),
            alike: Vec::new(),
            block: Some(printed.source.block),
        },
        severity,
    }
}

/// What a remark doubts; of one that only tells what should stand there, that.
fn doubts(remark: &Remark) -> Vec<Suspect> {
    let told = remark.at.as_ref().zip(remark.printed.as_ref());
    let told = told.filter(|_| remark.doubts.is_empty() && remark.expected.is_some());
    let told = told.map(|(at, printed)| Doubt {
        place: printed.clone(),
        at: Some(at.clone()),
        text: printed.clone(),
        meant: remark.expected.clone(),
        reason: remark.message.clone(),
    });
    let all: Vec<Doubt> = remark.doubts.iter().cloned().chain(told).collect();
    let each = SURE_OF_WORDS / Decimal::from(all.len().max(1));
    let suspect = |(repair, it): (usize, Doubt)| Suspect {
        name: Message::new(it.place.clone(), it.place.clone()),
        place: it.place,
        at: it.at,
        text: it.text,
        suggested: it.meant,
        reason: it.reason,
        confidence: each.round_dp(2),
        repair,
    };
    all.into_iter().enumerate().map(suspect).collect()
}

/// How sure it is that one of the doubted words is the wrong one.
const SURE_OF_WORDS: Decimal = Decimal::from_parts(90, 0, 0, false, 2);

fn grade_of(suspects: &[Suspect]) -> Option<&'static str> {
    match suspects {
        [] => None,
        [_] => Some("only"),
        _ => Some("several"),
    }
}

fn of_remark(budget: &Budget, places: &Places, remarked: &Remarked) -> Found {
    let Remarked { rule, remark } = remarked;
    let suspects = doubts(remark);
    let finding = Finding {
        rule: rule.id.to_owned(),
        severity: remark.severity.word().to_owned(),
        message: remark.message.clone(),
        at: remark.at.clone(),
        figures: remark
            .figures
            .iter()
            .map(|it| figure(budget, places, "figure", *it))
            .collect(),
        expected: remark.expected.clone(),
        printed: remark.printed.clone(),
        difference: None,
        tolerance: None,
        grade: grade_of(&suspects).map(str::to_owned),
        suspects,
        hint: None,
        also: Vec::new(),
        alike: Vec::new(),
    };
    let block = || {
        remark
            .figures
            .first()
            .map(|it| budget.fact(*it).source.block)
    };
    Found {
        finding,
        pointers: FindingPointers {
            figures: remark.figures.iter().map(|it| it.0).collect(),
            suspects: Vec::new(),
            checks: Vec::new(),
            alike: Vec::new(),
            block: remark.block.or_else(block),
        },
        severity: remark.severity,
    }
}
