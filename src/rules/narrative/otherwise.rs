//! What else a sentence may mean: other amounts told near it, and lists inside lists. A claim that holds
//! in such a way accuses nobody.
use super::telling::Reader;
use crate::{
    claim::Tie,
    language::told::{FigureId, Role, Share},
};
use rust_decimal::Decimal;

/// Lines on either side of a figure in which another amount may be meant.
const NEAR: usize = 3;

/// Other amounts of the measure of a figure, told near it.
pub fn amounts_near(reader: &Reader, figure: FigureId) -> Vec<FigureId> {
    let it = reader.figure(figure);
    let all = reader.telling.told.figures.len();
    let is_near = |id: &FigureId| reader.figure(*id).line.abs_diff(it.line) <= NEAR;
    let before = (0..figure.0).rev().map(FigureId).take_while(is_near);
    let mut near: Vec<FigureId> = before.collect();
    near.reverse();
    near.extend((figure.0 + 1..all).map(FigureId).take_while(is_near));
    near.retain(|id| {
        let other = reader.figure(*id);
        let amount = matches!(other.role, Role::Amount | Role::Flow);
        amount && other.place.part == it.place.part && reader.alike(*id, figure)
    });
    near
}

/// Whether figures stand in one sentence with no other amount between, so that none was looked for elsewhere.
pub fn are_together(reader: &Reader, one: FigureId, other: FigureId) -> bool {
    let sentence = |it: FigureId| reader.figure(it).place.sentence;
    let (first, last) = (one.min(other), one.max(other));
    let mut between = (first.0 + 1..last.0).map(FigureId);
    let amount = |it: &FigureId| {
        let figure = reader.figure(*it);
        figure.role == Role::Amount && !figure.is_base && reader.alike(*it, first)
    };
    sentence(one) == sentence(other) && !between.any(|it| amount(&it))
}

/// A part and a whole that a share may be of: what was looked for may be any amount near it.
pub fn shares(
    reader: &Reader,
    share: &Share,
    part: FigureId,
    whole: FigureId,
) -> Vec<(FigureId, FigureId)> {
    let near = amounts_near(reader, part);
    let wholes = near.iter().map(|it| (part, *it));
    let parts = near.iter().map(|it| (*it, whole));
    let told = |it: FigureId| {
        let named = share.base_name.is_none() || share.base_name == reader.figure(it).subject;
        named && reader.figure(it).place.sentence == share.place.sentence
    };
    let wholes = wholes.filter(|_| share.base.is_none() && !told(whole));
    let spoken = reader.figure(part).place.sentence == share.place.sentence;
    wholes.chain(parts.filter(|_| !spoken)).collect()
}

/// Other sums that a list may tell: some of its parts, as others may be what one of them is made of, or of
/// another whole; and, where the whole stands in another sentence or behind them, some amounts in a row near it,
/// or all of another whole.
pub fn sums(reader: &Reader, whole: FigureId, parts: &[FigureId], is_behind: bool) -> Vec<Tie> {
    let near = amounts_near(reader, whole);
    let mut ties = Vec::new();
    ties.extend(some_of(reader, whole, parts).map(|it| reader.adds_up(whole, &it)));
    let here =
        |it: &FigureId| reader.figure(*it).place.sentence == reader.figure(whole).place.sentence;
    if is_behind {
        let before: Vec<FigureId> = near.iter().copied().filter(|it| *it < whole).collect();
        ties.extend(some_of(reader, whole, &before).map(|it| reader.adds_up(whole, &it)));
    } else if parts.iter().all(here) {
        return ties;
    }
    ties.extend(row_of(reader, whole, parts, &near).map(|it| reader.adds_up(whole, it)));
    let values: Vec<Decimal> = parts.iter().map(|it| reader.value(*it)).collect();
    let sum: Decimal = values.iter().sum();
    let other = near
        .iter()
        .find(|it| !parts.contains(it) && reader.value(**it) == sum && !sum.is_zero());
    ties.extend(other.map(|it| reader.adds_up(*it, parts)));
    ties
}

/// Some of the parts that come to a whole.
fn some_of(reader: &Reader, whole: FigureId, parts: &[FigureId]) -> Option<Vec<FigureId>> {
    let values: Vec<Decimal> = parts.iter().map(|it| reader.value(*it)).collect();
    let chosen = subset(&values, reader.value(whole))?;
    Some(chosen.into_iter().map(|it| parts[it]).collect())
}

/// Most values of which every choice is tried.
const MOST_CHOSEN: usize = 12;

/// The places of two or more values, nothing aside, that come to a target.
pub fn subset(values: &[Decimal], target: Decimal) -> Option<Vec<usize>> {
    let something: Vec<usize> = (0..values.len())
        .filter(|it| !values[*it].is_zero())
        .collect();
    if something.len() > MOST_CHOSEN || target.is_zero() {
        return None;
    }
    let choices = 1..1usize << something.len();
    let chosen = |choice: usize| {
        let places = something.iter().enumerate();
        places
            .filter(move |it| choice & (1 << it.0) != 0)
            .map(|it| *it.1)
    };
    choices
        .filter(|it| it.count_ones() >= 2)
        .find(|it| chosen(*it).map(|it| values[it]).sum::<Decimal>() == target)
        .map(|it| chosen(it).collect())
}

/// Amounts in a row, the parts and others beside them, that come to the whole.
fn row_of<'a>(
    reader: &Reader,
    whole: FigureId,
    parts: &[FigureId],
    near: &'a [FigureId],
) -> Option<&'a [FigureId]> {
    let target = reader.value(whole);
    for from in 0..near.len() {
        let mut sum = Decimal::ZERO;
        let mut counted = 0;
        for to in from..near.len() {
            let value = reader.value(near[to]);
            sum += value;
            counted += usize::from(!value.is_zero());
            let row = &near[from..=to];
            let all = || parts.iter().all(|it| row.contains(it));
            if counted >= 2 && sum == target && all() {
                return Some(row);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(values: &[i64], target: i64) -> Option<Vec<usize>> {
        let values: Vec<Decimal> = values.iter().map(|it| Decimal::from(*it)).collect();
        subset(&values, Decimal::from(target))
    }

    #[test]
    fn some_values_may_make_the_whole() {
        assert_eq!(read(&[12, 27, 0, 28, 23], 62), Some(vec![0, 1, 4]));
        assert_eq!(read(&[-5, 33, -36, -2, 7], -5), Some(vec![1, 2, 3]));
        assert_eq!(read(&[5, 2, 4], 5), None);
        assert_eq!(read(&[5, 0, 0], 5), None);
    }
}
