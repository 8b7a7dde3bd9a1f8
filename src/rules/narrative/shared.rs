//! Shares of a whole, and how much of a plan came to be.
use super::{
    made_of::is_complete,
    otherwise,
    telling::{Reader, told_together},
};
use crate::{
    budget::Budget,
    claim::{Certainty, Claim, Rate, RateKind, Remark, Severity, Term, Tie},
    language::{
        phrase::is_side,
        told::{Completion, FigureId, ListId, Role, Share, ToldFigure, Version},
    },
    note::Message,
    rules::remarks::of_document,
};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Shares against what they are shares of.
pub fn shares(budget: &Budget) -> Vec<Claim> {
    let reader = Reader::new(budget);
    let shares = reader.telling.told.shares.iter();
    shares.filter_map(|it| of_share(&reader, it)).collect()
}

fn of_share(reader: &Reader, share: &Share) -> Option<Claim> {
    let part = share.part.or_else(|| part_named(reader, share))?;
    let wholes = wholes(reader, share, part);
    let readings: Vec<Tie> = wholes
        .iter()
        .map(|whole| quotient(reader, RateKind::Share, share.share, part, *whole))
        .collect();
    let first = *wholes.first()?;
    let others = otherwise::shares(reader, share, part, first);
    let others = others
        .into_iter()
        .map(|(part, whole)| quotient(reader, RateKind::Share, share.share, part, whole));
    let readings = readings.into_iter().chain(others).collect();
    let above = above(reader, share, part);
    let beside = share.base.is_none() && share.base_name.is_none() && !above.contains(&first);
    let claim = Claim {
        readings,
        certainty: if beside {
            reader.usual(first, 1)
        } else {
            Certainty::Said
        },
        doubt: None,
    };
    Some(reader.claim(&[share.share, part, first], claim))
}

fn quotient(
    reader: &Reader,
    kind: RateKind,
    printed: FigureId,
    part: FigureId,
    whole: FigureId,
) -> Tie {
    Tie::Quotient(Rate {
        printed: reader.fact(printed),
        part: vec![Term::plus(reader.fact(part))],
        whole: vec![Term::plus(reader.fact(whole))],
        kind,
        strict: false,
    })
}

fn part_named(reader: &Reader, share: &Share) -> Option<FigureId> {
    let subject = share.part_name.as_deref()?;
    let wanted = super::telling::Wanted {
        subject,
        year: reader.year,
        version: None,
    };
    let within = super::telling::Within::Section(share.place.section, share.place.sentence);
    reader.find(&wanted, within)
}

/// The wholes that a share may be of, the likeliest first: the amount told with it, what it names, and
/// what stands over its list.
fn wholes(reader: &Reader, share: &Share, part: FigureId) -> Vec<FigureId> {
    let told = told_wholes(reader, share, part);
    let printed = reader.value(share.share);
    // No part is more than its whole.
    let holds =
        |it: &FigureId| printed > Decimal::ONE_HUNDRED || reader.value(*it) >= reader.value(part);
    // A whole that is named and nowhere told is not known.
    let unnamed = share.base_name.as_deref().is_none_or(is_side);
    if !told.is_empty() || !unnamed {
        return told;
    }
    let in_section = |id: &FigureId| reader.figure(*id).place.section == share.place.section;
    let mut wholes: Vec<FigureId> = above(reader, share, part);
    wholes.extend(told_beside(reader, share));
    wholes.retain(|it| reader.alike(*it, part) && *it != part && holds(it));
    let sums = amounts_beside(reader, part).filter(|(id, it)| in_section(id) && is_sum(it));
    wholes.extend(sums.map(|it| it.0));
    if share.base_name.is_some() {
        return wholes;
    }
    let mut before = amounts_beside(reader, part).filter(|it| it.0 < part);
    if wholes.is_empty() {
        let first = before.find(|(id, it)| in_section(id) && !it.is_base);
        wholes.extend(
            first
                .map(|it| it.0)
                .filter(|it| !has_share(reader, *it, share)),
        );
    } else {
        let line = reader.figure(share.share).line;
        wholes.extend(before.filter(|it| it.1.line == line).map(|it| it.0));
    }
    wholes
}

/// The wholes that a share's own words tell: the amount told with it, or what they name, told in the
/// section or else anywhere. 占基本支出的12% may stand behind 财政拨款基本支出.
fn told_wholes(reader: &Reader, share: &Share, part: FigureId) -> Vec<FigureId> {
    if let Some(base) = share.base {
        return vec![base];
    }
    let Some(name) = share.base_name.as_deref() else {
        return Vec::new();
    };
    let in_section = |id: &FigureId| reader.figure(*id).place.section == share.place.section;
    let amounts = || amounts_beside(reader, part);
    let named = amounts().filter(|(_, it)| it.subject.as_deref() == Some(name));
    let named: Vec<FigureId> = named.map(|it| it.0).collect();
    let near: Vec<FigureId> = named.iter().copied().filter(in_section).collect();
    if !near.is_empty() {
        return near;
    }
    if is_side(name) || name.chars().count() < SHORTEST_TAIL {
        return named;
    }
    let longer = amounts().filter(|(id, it)| {
        let ends = it.subject.as_deref().is_some_and(|it| it.ends_with(name));
        in_section(id) && *id < part && ends
    });
    let longer: Vec<FigureId> = longer.map(|it| it.0).collect();
    if longer.is_empty() { named } else { longer }
}

/// A shorter name may be the end of any other: 项目.
const SHORTEST_TAIL: usize = 4;

/// Other amounts of the year and the measure of a part.
fn amounts_beside<'a>(
    reader: &Reader<'a>,
    part: FigureId,
) -> impl Iterator<Item = (FigureId, &'a ToldFigure)> {
    let (reader, year) = (*reader, reader.figure(part).year);
    reader.telling.figures().filter(move |(id, it)| {
        let alike = it.role == Role::Amount && reader.alike(*id, part);
        alike && it.year == year && *id != part
    })
}

/// Whether the sentence of a share tells a share of this amount, too.
fn has_share(reader: &Reader, amount: FigureId, share: &Share) -> bool {
    let mut shares = reader.telling.told.shares.iter();
    shares.any(|it| it.part == Some(amount) && it.place.sentence == share.place.sentence)
}

/// What the nearest share before in the sentence says it is of: 占“三公”经费27.36万元的78.47%，公务接待费占21.53%.
fn told_beside(reader: &Reader, share: &Share) -> Vec<FigureId> {
    let shares = reader.telling.told.shares.iter().rev();
    let mut before = shares
        .filter(|it| it.place.sentence == share.place.sentence && it.share < share.share)
        .filter_map(|it| Some(told_wholes(reader, it, it.part.or(it.base)?)));
    before.find(|it| !it.is_empty()).unwrap_or_default()
}

fn is_sum(it: &ToldFigure) -> bool {
    let general = ["支出", "收入", "收支", "合计"];
    it.is_total
        || it
            .subject
            .as_deref()
            .is_some_and(|it| general.contains(&it))
}

/// What stands over a part, the nearest first.
fn above(reader: &Reader, share: &Share, part: FigureId) -> Vec<FigureId> {
    let whole_of = |list| {
        reader
            .telling
            .told
            .lists
            .get(list)
            .and_then(|it: &crate::language::told::List| it.whole)
    };
    let mut above = Vec::new();
    for list in [reader.figure(part).list, share.list].into_iter().flatten() {
        let mut next = whole_of(list.0);
        while let Some(whole) = next {
            if above.contains(&whole) {
                break;
            }
            if whole != part {
                above.push(whole);
            }
            next = reader.figure(whole).list.and_then(|it| whole_of(it.0));
        }
    }
    above
}

/// How much of a plan came to be.
pub fn completions(budget: &Budget) -> Vec<Claim> {
    let reader = Reader::new(budget);
    let completions = reader.telling.told.completions.iter();
    completions
        .filter_map(|it| {
            let (plan, outcome) = plan_and_outcome(&reader, it);
            let (plan, outcome) = (plan?, outcome?);
            let tie = |plan| quotient(&reader, RateKind::Completion, it.rate, outcome, plan);
            let others = otherwise::amounts_near(&reader, plan).into_iter();
            let here = |id: FigureId| reader.figure(id).place.sentence == it.place.sentence;
            let others = others.filter(|other| !here(plan) && *other != outcome);
            let claim = Claim {
                readings: std::iter::once(plan).chain(others).map(tie).collect(),
                ..Claim::said(tie(plan))
            };
            Some(reader.claim(&[it.rate, outcome, plan], claim))
        })
        .collect()
}

/// The plan and what came of it.
pub fn plan_and_outcome(reader: &Reader, it: &Completion) -> (Option<FigureId>, Option<FigureId>) {
    let place = (it.place.section, it.place.sentence);
    let version = Version::Plan(it.plan_version);
    let (plan, outcome) = told_together(reader, place, version, it.subject.as_deref());
    let spoken = || it.plan.and_then(|plan| told_before(reader, plan));
    (it.plan.or(plan), it.outcome.or(outcome).or_else(spoken))
}

/// The amount that a plan is told behind, in its sentence: 公务接待费1万元，完成预算2万元的50%.
fn told_before(reader: &Reader, plan: FigureId) -> Option<FigureId> {
    let it = reader.figure(plan);
    if it.named_version == Some(Version::Outcome) {
        return None;
    }
    let before = reader.telling.figures().filter(|(id, other)| {
        let own = other.role == Role::Amount && !other.is_base && other.subject == it.subject;
        own && *id < plan && other.place.sentence == it.place.sentence
    });
    before.last().map(|it| it.0)
}

/// Shares of one whole: all of them are all of it, and some of them at most.
pub fn totals(budget: &Budget) -> Vec<Remark> {
    let reader = Reader::new(budget);
    let mut of_wholes: BTreeMap<(FigureId, Option<ListId>), Vec<&Share>> = BTreeMap::new();
    for share in &reader.telling.told.shares {
        let Some(part) = share.part else { continue };
        // A whole that is named and not told by that name is none that other shares are of.
        if share.base_name.is_some() && told_wholes(&reader, share, part).is_empty() {
            continue;
        }
        let Some(whole) = wholes(&reader, share, part).first().copied() else {
            continue;
        };
        let list = reader.figure(part).list;
        if whole != part {
            of_wholes.entry((whole, list)).or_default().push(share);
        }
    }
    let mut remarks = beyond_a_whole(&reader);
    let groups = of_wholes.into_iter();
    let groups = groups.filter_map(|((whole, _), shares)| total(&reader, whole, &shares));
    remarks.extend(groups);
    remarks
}

/// Shares of a whole that is named and nowhere told make no more than all of it.
fn beyond_a_whole(reader: &Reader) -> Vec<Remark> {
    let mut of_names: BTreeMap<(Option<ListId>, usize, &str), Vec<FigureId>> = BTreeMap::new();
    for share in &reader.telling.told.shares {
        let Some(part) = share.part else { continue };
        if let (Some(name), []) = (&share.base_name, wholes(reader, share, part).as_slice()) {
            // Another division of the same whole has shares of its own.
            let list = reader.figure(part).list;
            let sentence = if list.is_some() {
                0
            } else {
                share.place.sentence
            };
            let shares = of_names.entry((list, sentence, name)).or_default();
            shares.push(share.share);
        }
    }
    let groups = of_names.into_values();
    groups
        .filter_map(|it| {
            let (sum, allowed) = summed(reader, &it);
            let over = sum - Decimal::ONE_HUNDRED > allowed && !begins_with_all(reader, &it);
            (over && reader.doubt(&it).is_none()).then(|| not_all(reader, &it, sum))
        })
        .collect()
}

/// Whether the first of the shares are all of the whole, and the others those of another division.
fn begins_with_all(reader: &Reader, shares: &[FigureId]) -> bool {
    (2..shares.len()).any(|end| {
        let (sum, allowed) = summed(reader, &shares[..end]);
        (sum - Decimal::ONE_HUNDRED).abs() <= allowed
    })
}

/// The sum of shares, and what their rounding allows.
fn summed(reader: &Reader, shares: &[FigureId]) -> (Decimal, Decimal) {
    let amounts = shares
        .iter()
        .map(|it| reader.budget.fact(reader.fact(*it)).amount);
    amounts.fold((Decimal::ZERO, Decimal::ZERO), |(sum, allowed), it| {
        (sum + it.value, allowed + it.half_step)
    })
}

fn not_all(reader: &Reader, shares: &[FigureId], sum: Decimal) -> Remark {
    let facts: Vec<_> = shares.iter().map(|it| reader.fact(*it)).collect();
    let message = Message::new(
        format!("各项占比之和为 {sum}%，不是 100%。"),
        format!("The shares sum to {sum} %, not 100 %."),
    );
    Remark {
        block: facts.first().map(|it| reader.budget.fact(*it).source.block),
        figures: facts,
        ..of_document(Severity::Error, message)
    }
}

fn total(reader: &Reader, whole: FigureId, shares: &[&Share]) -> Option<Remark> {
    let printed: Vec<FigureId> = shares.iter().map(|it| it.share).collect();
    let parts: Vec<FigureId> = shares.iter().filter_map(|it| it.part).collect();
    let (sum, allowed) = summed(reader, &printed);
    let list = reader.figure(*parts.first()?).list?;
    let list = &reader.telling.told.lists[list.0];
    let all = list.whole == Some(whole)
        && parts.len() >= 2
        && list.parts.iter().all(|it| parts.contains(it))
        && is_complete(reader, list, whole, &parts);
    let over = sum - Decimal::ONE_HUNDRED;
    let wrong = over > allowed && !begins_with_all(reader, &printed) || all && over < -allowed;
    if !wrong || reader.doubt(&printed).is_some() {
        return None;
    }
    Some(not_all(reader, &printed, sum))
}
