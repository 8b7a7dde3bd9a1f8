//! Several slips at once: the smallest constraint that a set of slips leaves broken, or that
//! follows from others and is broken by them, names the figures of which one more has to change.
use super::{
    candidate::{Candidate, Part},
    effort::Effort,
    event::{self, Event, Key},
    model::Model,
    reach::{Reach, reach, span},
    single::least,
    solve::{Column, Outcome, solve},
    value,
};
use std::{
    collections::{HashMap, HashSet},
    rc::Rc,
};

/// Maximum number of repairs that one search collects.
const ENOUGH: usize = 200;

/// Everything that so many slips mend together.
pub fn together(
    model: &Model,
    goals: &[usize],
    slips: usize,
    wide: bool,
    effort: &mut Effort,
) -> Vec<Candidate> {
    let mut search = Search {
        model,
        goals,
        slips,
        wide,
        effort,
        seen: HashSet::new(),
        known: HashMap::new(),
        found: Vec::new(),
    };
    search.dive(&mut Vec::new());
    search.found
}

struct Search<'a, 'b> {
    model: &'a Model<'a>,
    goals: &'a [usize],
    slips: usize,
    wide: bool,
    effort: &'b mut Effort,
    seen: HashSet<Vec<Key>>,
    known: HashMap<Key, Option<Rc<Tried>>>,
    found: Vec<Candidate>,
}

/// An event with what it touches.
struct Tried {
    event: Event,
    reach: Vec<Reach>,
}

impl Search<'_, '_> {
    /// Tries a set of slips, and with one more what it leaves broken.
    fn dive(&mut self, set: &mut Vec<Rc<Tried>>) {
        let work = 1 + self.goals.len() / 4 + set.iter().map(|it| it.reach.len()).sum::<usize>();
        if !self.effort.spend(work) || self.found.len() >= ENOUGH {
            return;
        }
        let suspects = match self.open(set) {
            Some(row) => self.model.rows[row].terms.iter().map(|it| it.0).collect(),
            None => match solve(self.model, &columns(set)) {
                Outcome::Amounts(amounts) => return self.settle(set, amounts),
                Outcome::Conflict(of) => self.suspects(&of),
                Outcome::Nothing => return,
            },
        };
        if set.len() < self.slips {
            self.branch(set, &suspects);
        }
    }

    fn branch(&mut self, set: &mut Vec<Rc<Tried>>, suspects: &[u32]) {
        for key in self.keys(suspects) {
            if set.iter().any(|it| it.event.key == key) {
                continue;
            }
            let Some(tried) = self.tried(key) else {
                continue;
            };
            set.push(tried);
            let mut name: Vec<Key> = set.iter().map(|it| it.event.key).collect();
            name.sort_unstable();
            if self.seen.insert(name) {
                self.dive(set);
            }
            set.pop();
        }
    }

    /// The smallest goal that no slip of the set touches.
    fn open(&self, set: &[Rc<Tried>]) -> Option<usize> {
        let touched = |row: &usize| {
            let mut reach = set.iter().map(|it| &it.reach);
            reach.any(|it| it.binary_search_by_key(row, |it| it.row).is_ok())
        };
        let open: Vec<usize> = self
            .goals
            .iter()
            .copied()
            .filter(|it| !touched(it))
            .collect();
        least(self.model, &open)
    }

    /// The figures that the sum of constraints really holds.
    fn suspects(&mut self, of: &[(usize, i128)]) -> Vec<u32> {
        let mut terms: Vec<(u32, i128)> = Vec::new();
        for (row, times) in of {
            let row = self.model.rows[*row].terms.iter();
            terms.extend(row.map(|(fact, factor)| (*fact, times.saturating_mul((*factor).into()))));
        }
        self.effort.spend(terms.len());
        terms.sort_unstable();
        terms.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            kept.1 = if same {
                kept.1.saturating_add(next.1)
            } else {
                kept.1
            };
            same
        });
        let held = terms.into_iter().filter(|it| it.1 != 0);
        held.map(|it| it.0).collect()
    }

    fn keys(&self, suspects: &[u32]) -> Vec<Key> {
        let mut keys: Vec<Key> = suspects.iter().map(|it| Key::Figure(*it)).collect();
        if self.wide {
            keys.extend(
                suspects
                    .iter()
                    .flat_map(|it| event::exchanges(self.model, *it)),
            );
            keys.extend(suspects.iter().map(|it| Key::Path(*it)));
            keys.sort_unstable();
            keys.dedup();
        }
        keys
    }

    fn tried(&mut self, key: Key) -> Option<Rc<Tried>> {
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        let tried = event::event(self.model, key).and_then(|event| {
            let reach = reach(self.model, &event)?;
            Some(Rc::new(Tried { event, reach }))
        });
        let touched = tried.as_ref().map_or(0, |it| it.reach.len());
        self.effort.spend(key.work() + touched);
        self.known.insert(key, tried.clone());
        tried
    }

    /// Gives each slip in turn the amount that looks best while the others keep theirs.
    fn settle(&mut self, set: &[Rc<Tried>], mut amounts: Vec<i128>) {
        let mut doubts = vec![0; set.len()];
        for index in 0..set.len() {
            let Tried { event, reach } = &*set[index];
            let others = |row: usize| without(self.model, set, &amounts, index, row);
            let Some(span) = span(self.model, reach, others) else {
                return;
            };
            match value::choose(self.model, event, reach, span, others) {
                Some(found) => (amounts[index], doubts[index]) = found,
                None => return,
            }
        }
        let parts: Vec<Part> = (0..set.len())
            .map(|it| Part {
                event: &set[it].event,
                amount: amounts[it],
                doubt: doubts[it],
            })
            .collect();
        self.found.extend(Candidate::new(self.model, &parts));
    }
}

fn columns(set: &[Rc<Tried>]) -> Vec<Column<'_>> {
    set.iter()
        .map(|it| Column {
            reach: &it.reach,
            fixed: it.event.fixed,
        })
        .collect()
}

/// What the constraint is off by when all slips but one have their amounts.
fn without(model: &Model, set: &[Rc<Tried>], amounts: &[i128], one: usize, row: usize) -> i128 {
    let mut off = model.rows[row].off;
    for (index, tried) in set.iter().enumerate() {
        if let Ok(at) = tried.reach.binary_search_by_key(&row, |it| it.row)
            && index != one
        {
            off = off.saturating_add(tried.reach[at].factor.saturating_mul(amounts[index]));
        }
    }
    off
}
