//! Findings on percentages.
use super::{Context, Found, remarks::SURE_OF_WORDS, suspects::suspects};
use crate::{
    budget::FactId,
    check::rate::JudgedRate,
    claim::{RateVerdict, Severity},
    note::Message,
    repair::Cause,
    report::{FigureRole, Finding, Suspect, view::FindingPointers, wording},
};
use rust_decimal::Decimal;

/// The findings on percentages that are wrong, and on those that deserve a look.
pub fn of_rates(context: &Context) -> Vec<Found> {
    let rates = context.examined.checked.rates.iter().enumerate();
    let found = rates.filter_map(|(index, judged)| {
        let mut causes = context.examined.rate_causes.iter();
        let cause = causes.find(|it| it.rate == index).map(|it| &it.cause);
        let severity = severity(context, judged, cause)?;
        Some(of_rate(context, index, cause, severity))
    });
    found.collect()
}

/// How serious it is; none for what is right, and for what the cause of something else explains.
fn severity(context: &Context, judged: &JudgedRate, cause: Option<&Cause>) -> Option<Severity> {
    let mut figures = judged.rate.figures();
    match judged.verdict {
        RateVerdict::Broken { .. } | RateVerdict::Doubtful { .. } if cause.is_none() => None,
        RateVerdict::Broken { .. } if !figures.any(|id| context.budget.is_doubtful(id)) => {
            Some(Severity::Error)
        }
        RateVerdict::Broken { .. } | RateVerdict::Doubtful { .. } => Some(Severity::Warning),
        RateVerdict::Forced { .. } | RateVerdict::NoBase => Some(Severity::Notice),
        RateVerdict::Exact | RateVerdict::WithinRounding => None,
    }
}

/// A percentage that is nearly right, and the one that is.
fn not_the_quotient(context: &Context, judged: &JudgedRate, expected: Decimal) -> Suspect {
    let printed = context.budget.fact(judged.rate.printed);
    Suspect {
        place: printed.name.without_number(),
        name: context.places.name(judged.rate.printed),
        at: printed.source.at.clone(),
        text: printed.text.clone(),
        suggested: Some(expected.to_string()),
        reason: Message::new("按所印各数重新计算", "recomputed from the printed figures"),
        confidence: SURE_OF_WORDS,
        repair: 0,
    }
}

/// What is nearly certainly wrong is said before the calculation that shows it; nothing where it is the
/// percentage itself, which the sentence names.
fn lead(suspects: &[(FactId, Suspect)], judged: &JudgedRate) -> Message {
    let only = suspects.first().filter(|(fact, it)| {
        *fact != judged.rate.printed && it.confidence >= SURE_OF_WORDS && !it.text.is_empty()
    });
    let Some((_, it)) = only else {
        return Message::default();
    };
    let Some(suggested) = &it.suggested else {
        return Message::default();
    };
    Message::new(
        format!("{}现为 {}，应为 {suggested}：", it.name.zh, it.text),
        format!(
            "{}: printed {}, should be {suggested}. ",
            it.name.en, it.text
        ),
    )
}

fn of_rate(context: &Context, index: usize, cause: Option<&Cause>, severity: Severity) -> Found {
    let budget = context.budget;
    let judged = &context.examined.checked.rates[index];
    let expected = judged.verdict.expected();
    let printed = budget.fact(judged.rate.printed);
    let suspects = match (cause, expected) {
        (Some(cause), _) => suspects(context, cause),
        (None, Some(expected)) => vec![(
            judged.rate.printed,
            not_the_quotient(context, judged, expected),
        )],
        (None, None) => Vec::new(),
    };
    let operands = judged.rate.figures().skip(1);
    let operands = operands.map(|id| context.figure(FigureRole::Part, id));
    let finding = Finding {
        id: String::new(),
        rule: judged.rule.id.to_owned(),
        severity,
        message: lead(&suspects, judged) + wording::rate_sentence(budget, judged),
        at: None,
        figures: std::iter::once(context.figure(FigureRole::Rate, judged.rate.printed))
            .chain(operands)
            .collect(),
        expected: expected.map(|it| it.to_string()),
        printed: Some(printed.text.clone()),
        difference: expected.map(|it| (printed.amount.value - it).to_string()),
        tolerance: None,
        suspects: suspects.iter().map(|it| it.1.clone()).collect(),
        grade: cause.map(|it| it.grade),
        hint: None,
        also: Vec::new(),
        note: None,
        alike: Vec::new(),
    };
    Found {
        finding,
        pointers: FindingPointers {
            figures: judged.rate.figures().map(|id| id.0).collect(),
            suspects: suspects.iter().map(|it| it.0.0).collect(),
            checks: vec![context.checklist.rate(index)],
            alike: Vec::new(),
            block: Some(printed.source.block),
        },
    }
}
