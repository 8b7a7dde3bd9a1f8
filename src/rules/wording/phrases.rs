//! A name that the text writes in full again and again, and once without one of its signs.
use super::found::is_han;
use crate::{
    budget::{Budget, Passage},
    claim::{Remark, Severity},
    language::lexicon::NAMES,
    note::Message,
    rules::remarks::of_passage,
};
use std::ops::Range;

/// Complains of a name that lacks one sign once.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let passages: Vec<&Passage> = budget.prose().collect();
    let count = |word: &str| -> usize {
        passages
            .iter()
            .map(|it| it.plain.matches(word).count())
            .sum()
    };
    let names = NAMES
        .iter()
        .flat_map(|it| std::iter::once(&it.key).chain(it.spellings));
    let names = names.filter(|it| it.chars().count() >= SHORTEST && it.chars().all(is_han));
    let mut usual: Vec<&&str> = names.filter(|it| count(it) >= FEWEST).collect();
    usual.sort_by_key(|it| std::cmp::Reverse(it.len()));
    let mut found: Vec<(&Passage, Range<usize>, &str)> = Vec::new();
    for name in usual {
        for short in shortened(name).into_iter().filter(|it| count(it) == 1) {
            let place = passages
                .iter()
                .find_map(|it| Some((*it, it.plain.find(&short)?)));
            let new = place.map(|(passage, at)| (passage, at..at + short.len(), *name));
            // Of names that lack the same sign the longest is reported.
            let is_inside = |new: &(&Passage, Range<usize>, &str)| {
                let mut others = found.iter().filter(|it| it.0 == new.0);
                others.any(|it| it.1.start < new.1.end && new.1.start < it.1.end)
            };
            found.extend(new.filter(|it| !is_inside(it)));
        }
    }
    found
        .into_iter()
        .map(|(passage, range, name)| remark(passage, range, name))
        .collect()
}

/// Shorter names have others that lack one of their signs.
const SHORTEST: usize = 5;
/// A name that is written so often is meant where one sign is missing.
const FEWEST: usize = 2;

/// A name without one of its inner signs, as far as that is no name itself.
fn shortened(name: &str) -> Vec<String> {
    let signs: Vec<char> = name.chars().collect();
    let without = |at: usize| -> String {
        let kept = signs.iter().enumerate().filter(|it| it.0 != at);
        kept.map(|it| it.1).collect()
    };
    let all = (1..signs.len() - 1).map(without);
    all.filter(|it| !is_known(it)).collect()
}

/// Whether a name is one of the lexicon's or a part of one.
fn is_known(word: &str) -> bool {
    let mut names = NAMES
        .iter()
        .flat_map(|it| std::iter::once(&it.key).chain(it.spellings));
    names.any(|it| it.contains(word))
}

fn remark(passage: &Passage, range: Range<usize>, name: &str) -> Remark {
    let short = &passage.plain[range.clone()];
    let message = Message::new(
        format!("“{short}”少了一个字，别处写的是“{name}”。"),
        format!("“{short}” lacks a sign; elsewhere it is “{name}”."),
    );
    Remark {
        expected: Some(name.to_owned()),
        ..of_passage(Severity::Notice, passage, range, message)
    }
}
