//! Changes that are no comparison: of a plan within the year, in two directions, and of several things.
use super::{Discourse, figures::Arriving, lists::TOTAL};
use crate::{
    lexicon::Plan,
    token::Mark,
    told::{FigureId, Listing, Role, Version},
};

impl Discourse {
    /// 增加2辆、减少3辆: neither is all of the change.
    pub(super) fn note_opposite_change(&mut self) {
        let joined = self
            .phrase
            .seen
            .first()
            .is_some_and(|it| it.is_mark(Mark::Pause));
        let moved = self.phrase.course.map(|it| it.0);
        let Some(comparison) = self.comparison.filter(|_| joined) else {
            return;
        };
        let before = self.told.comparisons[comparison.0].change;
        let before = before.and_then(|it| self.figure(it).course);
        if before.is_some() && before != moved && self.targets.is_empty() {
            self.told.comparisons[comparison.0].is_partial = true;
            self.phrase.moves_again = true;
        }
    }

    /// 年初预算100万元，追加20万元: the plan just told is adjusted, and nothing is compared.
    pub(super) fn adjusts_plan(&self) -> bool {
        let compare = self.phrase.compare.as_ref();
        let compares = compare.is_some_and(|it| !it.is_implied);
        let last = self.sentence.iter().rev().map(|it| self.figure(*it));
        let mut amounts = last.skip_while(|it| it.role == Role::Flow);
        let planned = amounts.next().is_some_and(|it| {
            it.role == Role::Amount && it.named_version == Some(Version::Plan(Plan::Opening))
        });
        planned && !compares
    }

    /// 两项合计减少151.07万元: what the changes told before come to.
    pub(super) fn change_of_all(&mut self, it: &Arriving) {
        let id = self.keep(it, Role::Change, Some(TOTAL.to_owned()));
        self.comparison = None;
        let count = self.phrase.several.filter(|it| *it > 0);
        let figures = (0..id.0).rev().map(FigureId);
        let section = self.place.section;
        let told = figures.take_while(|it| self.figure(*it).place.section == section);
        let mut parts: Vec<FigureId> = told
            .filter(|it| self.figure(*it).role == Role::Change)
            .collect();
        match count {
            Some(count) => parts.truncate(count),
            None => parts.retain(|it| self.figure(*it).place.sentence == self.place.sentence),
        }
        parts.reverse();
        if parts.len() >= 2 && count.is_none_or(|it| it == parts.len()) {
            let list = self.open_list(Listing::Changes, None);
            self.open_lists.pop();
            self.told.lists[list.0].whole = Some(id);
            self.told.lists[list.0].parts = parts;
        }
    }
}
