//! Wholes and their parts: amounts, their changes, and what they were.
use super::{
    compared::{Resolved, resolved, signed},
    otherwise,
    telling::{Reader, Wanted, Within, equal, sum},
};
use crate::{
    budget::Budget,
    claim::{Certainty, Claim, Term, Tie},
    language::{
        lexicon::{DIVISIONS, Division, fund},
        line::Measure,
        phrase::is_general,
        told::{FigureId, List, Listing, Role},
    },
};
use rust_decimal::Decimal;

/// Amounts of lists against their wholes.
pub fn amounts(budget: &Budget) -> Vec<Claim> {
    let reader = Reader::new(budget);
    let lists = reader.telling.told.lists.iter();
    let mut claims: Vec<Claim> = lists.flat_map(|it| of_list(&reader, it)).collect();
    claims.extend(known_divisions(&reader));
    claims
}

fn of_list(reader: &Reader, list: &List) -> Vec<Claim> {
    let Some(whole) = list.whole.filter(|_| list.listing != Listing::Changes) else {
        return Vec::new();
    };
    let mut claims: Vec<Claim> = Vec::new();
    for beside in &list.beside {
        let parts = parts_like(reader, list, *beside);
        if parts.len() >= 2 {
            claims.extend(whole_of_parts(reader, list, *beside, &parts));
        }
    }
    let parts = parts_like(reader, list, whole);
    let plain = parts
        .iter()
        .filter(|it| is_plainly_part(reader, list, **it, whole));
    claims.extend(plain.map(|part| within_whole(reader, *part, whole)));
    if parts.len() >= 2 {
        claims.extend(whole_of_parts(reader, list, whole, &parts));
    }
    claims
}

/// A part is at most its whole.
fn within_whole(reader: &Reader, part: FigureId, whole: FigureId) -> Claim {
    let claim = Claim {
        certainty: reader.usual(whole, 1),
        ..Claim::said(reader.at_most(part, whole))
    };
    reader.claim(&[part, whole], claim)
}

/// Whether it is plain that something is a part: the first behind the word that says so, of one year, side and
/// version. What follows may be of more than was told last.
fn is_plainly_part(reader: &Reader, list: &List, part: FigureId, whole: FigureId) -> bool {
    let (it, of) = (reader.figure(part), reader.figure(whole));
    let announced = list.is_announced && !list.in_lines && !list.is_apart;
    let told = matches!(list.listing, Listing::Parts | Listing::Brackets);
    let alike = (it.year, it.version) == (of.year, of.version) && !it.is_total;
    announced
        && told
        && alike
        && list.parts.first() == Some(&part)
        && reader.are_of_one_side(part, whole)
        && !is_misplaced(reader, part, whole)
}

/// Whether a part is itself a known whole, and none that this one is made of: 住房公积金 has no 基本支出
/// among its parts, so the lines were put together wrongly.
fn is_misplaced(reader: &Reader, part: FigureId, whole: FigureId) -> bool {
    let name = |it: FigureId| reader.figure(it).subject.as_deref().unwrap_or_default();
    let (part, whole) = (name(part), name(whole));
    let known = |it: &str| DIVISIONS.iter().any(|division| division.whole == it);
    known(part) && !known(whole) && fund(whole).is_none() && !is_general(whole)
}

/// The parts of a list that count what its whole counts.
fn parts_like(reader: &Reader, list: &List, whole: FigureId) -> Vec<FigureId> {
    let parts = list.parts.iter().copied();
    // A larger sum is of more than the list is of: 加上级补助收入…，收入合计….
    let beyond =
        |it: FigureId| reader.figure(it).is_total && reader.value(it) > reader.value(whole);
    let parts = parts.filter(|it| reader.alike(*it, whole) && !beyond(*it));
    parts.map(|it| in_version_of(reader, it, whole)).collect()
}

/// The amount of a part in the version of its whole, where it is told in several: 预算2万元，决算1万元.
fn in_version_of(reader: &Reader, part: FigureId, whole: FigureId) -> FigureId {
    let (it, of) = (reader.figure(part), reader.figure(whole));
    if it.version == of.version || of.named_version.is_none() {
        return part;
    }
    let twin = reader.telling.figures().find(|(id, other)| {
        let same = other.subject == it.subject && other.place.sentence == it.place.sentence;
        let amount = other.role == Role::Amount && other.year == it.year;
        same && amount && other.version == of.version && reader.alike(*id, part)
    });
    twin.map_or(part, |it| it.0)
}

fn certain(
    reader: &Reader,
    whole: FigureId,
    parts: &[FigureId],
    claim: Claim,
    is_certain: bool,
) -> Claim {
    let figures: Vec<FigureId> = parts.iter().copied().chain([whole]).collect();
    let certainty = if is_certain {
        Certainty::Said
    } else {
        reader.usual(whole, 1)
    };
    reader.claim(&figures, Claim { certainty, ..claim })
}

/// The parts make the whole, where the list is known to be complete, or else usually.
fn whole_of_parts(
    reader: &Reader,
    list: &List,
    whole: FigureId,
    parts: &[FigureId],
) -> Option<Claim> {
    let known = is_known(reader, whole, parts);
    if !parts.iter().all(|it| reader.are_of_one_side(*it, whole)) {
        return None;
    }
    // A list that ends with its own sum, which is not the whole, has said all that it says.
    let last = parts.len() - 1;
    let summed =
        sums_up_before(reader, parts, last) && reader.value(parts[last]) != reader.value(whole);
    if (list.is_incomplete || summed) && !known {
        return None;
    }
    let mut readings = readings(reader, list, whole, parts);
    if !known {
        let is_behind = list.listing == Listing::Total;
        readings.extend(otherwise::sums(reader, whole, parts, is_behind));
    }
    let claim = Claim {
        readings,
        ..Claim::said(reader.adds_up(whole, parts))
    };
    let complete =
        is_complete(reader, list, whole, parts) && !is_far_off(reader, list, whole, parts);
    Some(certain(reader, whole, parts, claim, known || complete))
}

/// Whether the words of a list say that it is complete: it tells a sum or what is left, divides the
/// whole in a named way, or lists several things of it.
pub fn is_complete(reader: &Reader, list: &List, whole: FigureId, parts: &[FigureId]) -> bool {
    if list.is_incomplete || !list.is_announced {
        return false;
    }
    let rest = |it: &FigureId| reader.figure(*it).subject.as_deref() == Some("其余");
    let counted = matches!(reader.figure(whole).measure(), Measure::Count(_));
    match list.listing {
        Listing::Total | Listing::Division => true,
        Listing::Parts | Listing::Brackets | Listing::Lines => {
            parts.len() >= FEWEST_PARTS || counted || parts.iter().any(rest)
        }
        Listing::Purpose | Listing::Changes | Listing::Some => parts.iter().any(rest),
    }
}

/// Whether so much lacks, or is too much, that the list is rather one of some parts, or of another whole, than
/// one with a wrong figure.
fn is_far_off(reader: &Reader, list: &List, whole: FigureId, parts: &[FigureId]) -> bool {
    let counted = matches!(reader.figure(whole).measure(), Measure::Count(_));
    let told = counted || list.listing == Listing::Total;
    let sum: Decimal = parts.iter().map(|it| reader.value(*it)).sum();
    let whole = reader.value(whole);
    !told && (whole - sum).abs() > whole.abs() / Decimal::TEN
}

/// A list of fewer parts is complete only if it is known to be.
const FEWEST_PARTS: usize = 3;

/// Whether these parts are known to make up this whole.
fn is_known(reader: &Reader, whole: FigureId, parts: &[FigureId]) -> bool {
    let named: Vec<&str> = parts
        .iter()
        .filter_map(|it| reader.figure(*it).subject.as_deref())
        .collect();
    is_known_division(reader, whole, &named)
}

fn is_known_division(reader: &Reader, whole: FigureId, named: &[&str]) -> bool {
    let Some(whole) = reader.figure(whole).subject.as_deref() else {
        return false;
    };
    let denied = |part: &str| {
        let mut denials = reader.telling.told.denials.iter();
        denials.any(|it| it.subject.as_deref() == Some(part))
    };
    let fits = |it: &&Division| {
        whole.ends_with(it.whole)
            && named.iter().all(|name| it.parts.contains(name))
            && it
                .parts
                .iter()
                .all(|part| named.contains(part) || denied(part))
    };
    DIVISIONS.iter().any(|it| fits(&it))
}

/// All parts; those up to a semicolon; an item without its own parts behind it.
fn readings(reader: &Reader, list: &List, whole: FigureId, parts: &[FigureId]) -> Vec<Tie> {
    let mut readings = vec![reader.adds_up(whole, parts)];
    readings.extend(ends(reader, list, whole, parts));
    readings.extend(without_subtotals(reader, whole, parts));
    if list.listing == Listing::Division {
        readings.extend(other_wholes(reader, whole, parts));
    }
    for at in 0..parts.len() {
        for end in at + 3..=parts.len() {
            if reader
                .adds_up(parts[at], &parts[at + 1..end])
                .holds(reader.budget)
            {
                let others: Vec<FigureId> = [&parts[..=at], &parts[end..]].concat();
                readings.push(reader.adds_up(whole, &others));
            }
        }
    }
    readings
}

/// 从资金性质看 may divide any amount of its section that was told before.
fn other_wholes(reader: &Reader, whole: FigureId, parts: &[FigureId]) -> Vec<Tie> {
    let (first, section) = (parts[0], reader.figure(whole).place.section);
    let told = reader.telling.figures().filter(|(id, it)| {
        let before = it.place.section == section && *id < first && *id != whole;
        before
            && it.role == Role::Amount
            && reader.alike(*id, whole)
            && is_exact(reader, *id, parts)
    });
    told.map(|(id, _)| reader.adds_up(id, parts)).collect()
}

/// The list may end at a semicolon, or anywhere if that comes out to the cent.
fn ends(reader: &Reader, list: &List, whole: FigureId, parts: &[FigureId]) -> Vec<Tie> {
    let may_end =
        |end: &usize| list.semicolons.contains(end) || is_exact(reader, whole, &parts[..*end]);
    let ends = (2..parts.len()).filter(may_end);
    ends.map(|end| reader.adds_up(whole, &parts[..end]))
        .collect()
}

/// Whether two parts or more come to a whole, zeros aside.
fn is_exact(reader: &Reader, whole: FigureId, parts: &[FigureId]) -> bool {
    let values = parts.iter().map(|it| reader.value(*it));
    let values: Vec<Decimal> = values.filter(|it| !it.is_zero()).collect();
    values.len() >= 2 && values.iter().sum::<Decimal>() == reader.value(whole)
}

/// A sum of parts told among them is none of the parts: 甲3万元、乙4万元，小计7万元.
fn without_subtotals(reader: &Reader, whole: FigureId, parts: &[FigureId]) -> Option<Tie> {
    let others: Vec<FigureId> = (0..parts.len())
        .filter(|at| !sums_up_before(reader, parts, *at))
        .map(|at| parts[at])
        .collect();
    (others.len() < parts.len() && others.len() >= 2).then(|| reader.adds_up(whole, &others))
}

/// Whether a part is the sum of two or more just before it.
fn sums_up_before(reader: &Reader, parts: &[FigureId], at: usize) -> bool {
    let mut from = (0..at.saturating_sub(1)).rev();
    from.any(|from| is_exact(reader, parts[at], &parts[from..at]))
}

/// Wholes whose parts are known, told anywhere in a section.
fn known_divisions(reader: &Reader) -> Vec<Claim> {
    let last = reader.telling.figures().map(|it| it.1.place.section).max();
    let sections = 0..last.map_or(0, |it| it + 1);
    let mut wholes: Vec<&str> = DIVISIONS.iter().map(|it| it.whole).collect();
    wholes.dedup();
    let of = |section: usize, whole: &str| {
        let find = |subject: &str| {
            let wanted = Wanted {
                subject,
                year: reader.year,
                version: None,
            };
            reader.find(&wanted, Within::Section(section, 0))
        };
        let amount = find(whole)?;
        let divisions = DIVISIONS.iter().filter(|it| it.whole == whole);
        let told: Vec<Vec<FigureId>> = divisions
            .filter_map(|it| it.parts.iter().map(|it| find(it)).collect())
            .collect();
        let readings: Vec<Tie> = told
            .iter()
            .map(|parts| reader.adds_up(amount, parts))
            .collect();
        let lists = reader.telling.told.lists.iter();
        let readings: Vec<Tie> = lists
            .filter(|it| it.whole == Some(amount) && it.parts.len() >= 2)
            .map(|it| reader.adds_up(amount, &parts_like(reader, it, amount)))
            .chain(readings)
            .collect();
        let mut figures: Vec<FigureId> = told.concat();
        figures.push(amount);
        (!told.is_empty()).then(|| {
            let certainty = reader.usual(amount, KNOWN_DIVISION);
            let claim = Claim {
                readings,
                certainty,
                doubt: None,
            };
            reader.claim(&figures, claim)
        })
    };
    let all = sections.flat_map(|section| wholes.iter().filter_map(move |it| of(section, it)));
    all.collect()
}

/// A known division is so many times likelier to be meant than any sum of a list.
const KNOWN_DIVISION: i64 = 20;

/// Changes of parts against the change of their whole, and what they were against what it was.
pub fn changes(budget: &Budget) -> Vec<Claim> {
    let reader = Reader::new(budget);
    let comparisons = resolved(&reader);
    let mut claims = Vec::new();
    for list in &reader.telling.told.lists {
        let Some(whole) = list.whole else { continue };
        let inner: Vec<&Resolved> = comparisons
            .iter()
            .filter(|it| is_in_list(&reader, it, list))
            .collect();
        if list.listing == Listing::Changes {
            let outer = comparisons.iter().find(|it| it.change == Some(whole));
            claims.extend(change_of_parts(&reader, outer, &inner, true));
            continue;
        }
        let parts = parts_like(&reader, list, whole);
        let sure = is_known(&reader, whole, &parts) || is_complete(&reader, list, whole, &parts);
        let outer = comparisons
            .iter()
            .find(|it| it.current == Some(whole) && it.change.is_some());
        let of_parts: Option<Vec<&Resolved>> = parts
            .iter()
            .map(|part| {
                comparisons
                    .iter()
                    .find(|it| it.current == Some(*part) && moves(it))
            })
            .collect();
        match of_parts.filter(|it| it.len() >= 2) {
            Some(of_parts) => claims.extend(change_of_parts(&reader, outer, &of_parts, sure)),
            None if parts.len() < 2 => {
                let named: Vec<&str> = inner
                    .iter()
                    .filter_map(|it| it.told.subject.as_deref())
                    .collect();
                let known = is_known_division(&reader, whole, &named);
                claims.extend(change_of_parts(&reader, outer, &inner, known));
            }
            None => {}
        }
        claims.extend(former_amounts(&reader, &comparisons, whole, &parts, sure));
    }
    claims
}

fn moves(it: &Resolved) -> bool {
    it.change.is_some() || it.told.level.is_some()
}

/// Whether a comparison tells a change inside a list, of something else than its whole.
fn is_in_list(reader: &Reader, it: &Resolved, list: &List) -> bool {
    let Some(change) = it.change else {
        return false;
    };
    let of_list =
        |id: crate::language::told::ListId| std::ptr::eq(&reader.telling.told.lists[id.0], list);
    let whole = list.whole.and_then(|it| reader.figure(it).subject.clone());
    reader.figure(change).list.is_some_and(of_list) && it.told.subject != whole
}

/// Whether two comparisons may be with the same; a part need not say it again.
fn is_same_base(part: &Resolved, whole: &Resolved) -> bool {
    let (part, whole) = (part.told.against, whole.told.against);
    let named = part.version.zip(whole.version);
    part.year == whole.year && named.is_none_or(|(one, other)| one == other)
}

fn change_of_parts(
    reader: &Reader,
    outer: Option<&Resolved>,
    inner: &[&Resolved],
    sure: bool,
) -> Option<Claim> {
    // 同口径减少: what is left out of the whole is not left out of its parts.
    let outer = outer.filter(|it| !it.told.is_partial)?;
    let whole = outer.change?;
    let alike = inner.iter().all(|it| {
        let of_side = it.change.is_none_or(|it| reader.are_of_one_side(it, whole));
        is_same_base(it, outer) && of_side
    });
    let parts: Vec<Term> = inner.iter().filter_map(|it| signed(reader, it)).collect();
    if parts.len() < 2 || !alike {
        return None;
    }
    let own = signed(reader, outer)?;
    let value = |it: &Term| it.value(reader.budget);
    let values: Vec<Decimal> = parts.iter().map(value).collect();
    let some = otherwise::subset(&values, value(&own));
    let some = some.map(|it| it.into_iter().map(|it| parts[it]).collect());
    let some = some.map(|it| Tie::Sum(equal(vec![own], it)));
    let tie = Tie::Sum(equal(vec![own], parts));
    let figures: Vec<FigureId> = inner
        .iter()
        .filter_map(|it| it.change)
        .chain([whole])
        .collect();
    let amount = outer.current.unwrap_or(whole);
    let certainty = if sure {
        Certainty::Said
    } else {
        reader.usual(amount, 1)
    };
    let claim = Claim {
        certainty,
        readings: std::iter::once(tie).chain(some).collect(),
        doubt: None,
    };
    Some(reader.claim(&figures, claim))
}

/// What the parts were makes what the whole was.
fn former_amounts(
    reader: &Reader,
    comparisons: &[Resolved],
    whole: FigureId,
    parts: &[FigureId],
    sure: bool,
) -> Option<Claim> {
    let base_of = |id: FigureId| {
        let mut of = comparisons.iter().filter(|it| it.current == Some(id));
        of.find_map(|it| it.base)
    };
    let base = base_of(whole)?;
    let bases: Vec<FigureId> = parts.iter().map(|it| base_of(*it)).collect::<Option<_>>()?;
    if bases.len() < 2 {
        return None;
    }
    let terms = bases
        .iter()
        .map(|it| Term::plus(reader.fact(*it)))
        .collect();
    let claim = Claim::said(sum(reader.fact(base), terms));
    Some(certain(reader, base, &bases, claim, sure))
}
