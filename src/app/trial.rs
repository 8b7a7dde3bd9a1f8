//! The self-test as the page runs it: slips planted one after the other in the worker, and what came of them.

use gouji::{
    report::view::{FigureView, Reach},
    self_test::{Fate, Tally, Tried},
};
use std::rc::Rc;

/// A self-test, as far as it is.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Trial {
    /// Whether the next slip is to be planted.
    pub running: bool,
    /// What became of the slips so far.
    pub tried: Rc<[Tried]>,
}

impl Trial {
    /// How many slips there are to try; 0 while that is not known.
    pub fn total(&self) -> usize {
        self.tried.first().map_or(0, |it| it.total)
    }

    /// Whether every slip was tried.
    pub fn is_done(&self) -> bool {
        !self.tried.is_empty() && self.tried.len() >= self.total()
    }

    /// The same, with one more; an answer that came twice counts once.
    pub fn with(&self, tried: Tried) -> Self {
        if self.tried.iter().any(|it| it.figure == tried.figure) {
            return self.clone();
        }
        let all = self.tried.iter().cloned().chain([tried]);
        let next = Self {
            running: self.running,
            tried: all.collect(),
        };
        Self {
            running: next.running && !next.is_done(),
            ..next
        }
    }

    /// How the slips fared.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        self.tried.iter().for_each(|it| tally.add(it.fate));
        tally
    }

    /// Slips that nothing told of.
    pub fn missed(&self) -> impl Iterator<Item = &Tried> {
        let is_missed = |it: &&Tried| reached(it.fate) == Reach::Unseen;
        self.tried.iter().filter(is_missed)
    }

    /// What slips came to, figure by figure.
    pub fn reaches(&self) -> Rc<[(usize, Reach)]> {
        let of = |it: &Tried| (it.figure, reached(it.fate));
        self.tried.iter().map(of).collect()
    }
}

/// What a slip came to.
const fn reached(fate: Fate) -> Reach {
    match fate {
        Fate { first: true, .. } => Reach::Named,
        Fate { detected: true, .. } | Fate { noticed: true, .. } => Reach::Found,
        _ => Reach::Unseen,
    }
}

/// What a slip in a figure comes to: as it was tried, else as its checks let expect.
pub fn reach_of(tried: &[(usize, Reach)], index: usize, figure: &FigureView) -> Reach {
    let found = tried.iter().find(|it| it.0 == index);
    found.map_or(figure.guard.reach, |it| it.1)
}
