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
    let usual = names.filter(|it| count(it) >= FEWEST);
    let mut remarks: Vec<Remark> = Vec::new();
    for name in usual {
        for short in shortened(name).into_iter().filter(|it| count(it) == 1) {
            let found = passages
                .iter()
                .find_map(|it| Some((*it, it.plain.find(&short)?)));
            let new = found.map(|(passage, at)| remark(passage, at..at + short.len(), name));
            remarks.extend(new.filter(|new| remarks.iter().all(|it| it.at != new.at)));
        }
    }
    remarks
}

/// Shorter names have others that lack one of their signs.
const SHORTEST: usize = 5;
/// A name that is written so often is meant where one sign is missing.
const FEWEST: usize = 3;

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
