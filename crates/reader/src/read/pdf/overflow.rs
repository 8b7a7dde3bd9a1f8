//! Words that are too long for their cell: a spreadsheet lets them run over its edge. They belong to
//! the cell that they are lined up in.
use super::{lattice::Slot, page::Glyph, table::PADDING};
use std::collections::BTreeMap;

/// A gap of more than this, in sizes, ends a word.
const GAP: f32 = 0.6;

/// What was drawn at once on one line.
type Word = (u32, i32);

fn word(glyph: &Glyph) -> Word {
    (glyph.run, (glyph.y * 2.0) as i32)
}

/// Brings every word together that runs over the edge of a cell, or of the table into what is free.
pub(super) fn gather(slots: &[Slot], cells: &mut [Vec<Glyph>], free: &mut Vec<Glyph>) {
    let mut words: BTreeMap<Word, Vec<usize>> = BTreeMap::new();
    for (index, glyphs) in cells.iter().enumerate() {
        for glyph in glyphs {
            let owners = words.entry(word(glyph)).or_default();
            if owners.last() != Some(&index) && !owners.contains(&index) {
                owners.push(index);
            }
        }
    }
    let (out, rest) = free.iter().partition(|it| words.contains_key(&word(it)));
    let mut outside: BTreeMap<Word, Vec<Glyph>> = BTreeMap::new();
    *free = rest;
    let out: Vec<Glyph> = out;
    for glyph in out {
        outside.entry(word(&glyph)).or_default().push(glyph);
    }
    words.retain(|key, owners| owners.len() > 1 || outside.contains_key(key));
    for (key, owners) in words {
        let beyond = outside.remove(&key).unwrap_or_default();
        if let Some(beyond) = join(slots, cells, (key, &owners), beyond) {
            free.extend(beyond);
        }
    }
}

/// Joins one word; gives back what stands outside of the table if it is no part of the word.
fn join(
    slots: &[Slot],
    cells: &mut [Vec<Glyph>],
    (key, owners): (Word, &[usize]),
    beyond: Vec<Glyph>,
) -> Option<Vec<Glyph>> {
    let is_part = |it: &&Glyph| word(it) == key && !it.is_cut_off;
    let mut glyphs: Vec<(Glyph, Option<usize>)> = Vec::new();
    for owner in owners {
        let parts = cells[*owner].iter().filter(is_part);
        glyphs.extend(parts.map(|it| (*it, Some(*owner))));
    }
    glyphs.extend(beyond.iter().map(|it| (*it, None)));
    glyphs.sort_by(|a, b| a.0.x.total_cmp(&b.0.x));
    let is_broken = glyphs.windows(2).any(|pair| match pair {
        [left, right] => right.0.x - left.0.right() > GAP * left.0.size,
        _ => false,
    });
    let Some(owner) = owner(slots, &glyphs).filter(|_| !is_broken) else {
        return Some(beyond);
    };
    for other in owners.iter().filter(|it| **it != owner) {
        let is_own = |it: &Glyph| it.run != key.0 && !it.sign.is_whitespace();
        if !cells[*other].iter().any(is_own) {
            let (moved, kept) = cells[*other].iter().partition(|it| word(it) == key);
            cells[*other] = kept;
            let moved: Vec<Glyph> = moved;
            cells[owner].extend(moved);
        }
    }
    cells[owner].extend(beyond);
    None
}

/// The cell that a word belongs to: where it begins at the left edge or ends at the right one, else
/// where most of it stands.
fn owner(slots: &[Slot], glyphs: &[(Glyph, Option<usize>)]) -> Option<usize> {
    let area = |owner: Option<usize>| slots.get(owner?).map(|it| it.area);
    let is_near = |way: f32| (-PADDING..=PADDING).contains(&way);
    let (first, start) = glyphs.first()?;
    if area(*start).is_some_and(|it| is_near(first.x - it.left)) {
        return *start;
    }
    let (last, end) = glyphs.last()?;
    if area(*end).is_some_and(|it| is_near(it.right - last.right())) {
        return *end;
    }
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for owner in glyphs.iter().filter_map(|it| it.1) {
        *counts.entry(owner).or_insert(0) += 1;
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    most.map(|(owner, _)| owner)
}
