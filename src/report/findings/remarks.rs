//! Findings on remarks: what a rule says that is no equality between figures.
use super::{Context, Found};
use crate::{
    check::Remarked,
    claim::{Doubt, Remark},
    note::Message,
    repair::Grade,
    report::{FigureRole, Finding, Suspect, view::FindingPointers},
};
use rust_decimal::Decimal;

/// What a remark doubts; where it only says what should stand in a place, what stands there.
fn doubts(remark: &Remark) -> Vec<Suspect> {
    let mut all = remark.doubts.clone();
    if all.is_empty() {
        all.extend(misprint(remark));
    }
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

/// What stands where a remark says what should.
fn misprint(remark: &Remark) -> Option<Doubt> {
    let printed = remark.printed.clone()?;
    Some(Doubt {
        place: printed.clone(),
        at: Some(remark.at.clone()?),
        text: printed,
        meant: Some(remark.expected.clone()?),
        reason: remark.message.clone(),
    })
}

/// How sure it is that one of the doubted words is the wrong one.
pub const SURE_OF_WORDS: Decimal = Decimal::from_parts(90, 0, 0, false, 2);

fn grade_of(suspects: &[Suspect]) -> Option<Grade> {
    match suspects {
        [] => None,
        [_] => Some(Grade::Only),
        _ => Some(Grade::Several),
    }
}

/// The finding on a remark that complains.
pub fn of_remark(context: &Context, remarked: &Remarked) -> Found {
    let Remarked { rule, remark } = remarked;
    let suspects = doubts(remark);
    let finding = Finding {
        id: String::new(),
        rule: rule.id.to_owned(),
        severity: remark.severity,
        message: remark.message.clone(),
        at: remark.at.clone(),
        figures: remark
            .figures
            .iter()
            .map(|it| context.figure(FigureRole::Figure, *it))
            .collect(),
        expected: remark.expected.clone(),
        printed: remark.printed.clone(),
        difference: None,
        tolerance: None,
        grade: grade_of(&suspects),
        suspects,
        hint: None,
        also: Vec::new(),
        note: None,
        alike: Vec::new(),
    };
    let block = || {
        remark
            .figures
            .first()
            .map(|it| context.budget.fact(*it).source.block)
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
    }
}
