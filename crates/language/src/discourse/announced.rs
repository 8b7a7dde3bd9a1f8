//! Words that announce what something is made of.
use super::{Discourse, lists::same_measure};
use crate::{
    lexicon::{Kind, Listed},
    phrase::subject,
    token::{Mark, Numbering, Sense, Token},
    told::{FigureId, ListId, Listing, Role},
};

impl Discourse {
    pub(super) fn several(&mut self, count: Option<usize>, tokens: &[Token], at: usize) {
        self.phrase.several = Some(count.unwrap_or(0));
        let restates =
            count.is_none() && tokens.get(at + 1).is_some_and(|it| it.figure().is_some());
        self.phrase.restates |= restates;
        if !self.phrase.names.is_empty() && !self.phrase.joined.is_empty() {
            self.join();
            self.phrase.names_settled = true;
        }
        let clause: Vec<&Token> = tokens[at..]
            .iter()
            .take_while(|it| !it.is_mark(Mark::Stop))
            .collect();
        let made = clause.iter().any(|it| it.is(Kind::Made));
        let figures = clause.iter().any(|it| it.figure().is_some());
        if made && !figures && self.sentence.is_empty() {
            self.section_is_made_of(count);
        }
    }

    /// 以上三项构成…: the amounts of the section are its first and its parts.
    fn section_is_made_of(&mut self, count: Option<usize>) {
        let Some(topic) = self.topic else { return };
        let whole = self.first_of_section(topic);
        let ids = (whole.0..self.told.figures.len()).map(FigureId);
        let like = self.figure(whole);
        let amounts: Vec<_> = ids
            .filter(|id| {
                let it = self.figure(*id);
                it.role == Role::Amount
                    && it.year == like.year
                    && same_measure(it.measure(), like.measure())
            })
            .collect();
        let fits = count.is_none_or(|it| amounts.len() == it + 1);
        if fits && amounts.len() > 1 {
            let list = self.open_list(Listing::Total, Some(whole));
            self.told.lists[list.0].whole = Some(whole);
            self.told.lists[list.0].parts = amounts[1..].to_vec();
            self.open_lists.pop();
        }
    }

    /// 按…分: the whole of the section once more, in other parts.
    pub(super) fn divided(&mut self) {
        if let Some(topic) = self.topic {
            let whole = self.first_of_section(topic);
            let other = self.open_lists.iter().position(|it| {
                matches!(self.list(*it).listing, Listing::Division | Listing::Purpose)
            });
            if let Some(at) = other {
                self.close_lists(at);
            }
            let list = self.open_list(Listing::Division, None);
            self.set_whole(list, Some(whole));
        }
        self.phrase.names.clear();
        self.phrase.kept.clear();
    }

    pub(super) fn item_in_line(&mut self, numbering: Numbering) {
        let same = |it: &ListId| self.list(*it).numbering == Some(numbering);
        if let Some(at) = self.open_lists.iter().position(same) {
            self.close_lists(at + 1);
            return;
        }
        if let Some(list) = self.innermost() {
            let list = &mut self.told.lists[list.0];
            if list.numbering.is_none() && list.parts.is_empty() {
                list.numbering = Some(numbering);
                list.in_lines = true;
            }
        }
    }

    /// 其中, 包括, 含
    pub(super) fn parts(&mut self, listed: Listed, tokens: &[Token], at: usize) {
        if self.phrase.share && listed == Listed::OfWhich {
            self.phrase.share_of.clear();
            return;
        }
        let behind = &tokens[at + 1..];
        let closes = behind.first().is_some_and(|it| it.is_mark(Mark::Close));
        if listed == Listed::Among && closes {
            return;
        }
        if self.is_change_of_named() {
            self.open_changes();
            return;
        }
        let Some(topic) = self.topic else { return };
        // (含设备维修费) before the amount that it is in.
        let before_whole = self.innermost().is_some_and(|it| {
            let list = self.list(it);
            list.listing == Listing::Brackets && list.whole.is_none() && list.parts.is_empty()
        });
        if before_whole {
            return;
        }
        let name = subject(&self.phrase.names);
        let named_before = at > 0
            && matches!(
                tokens[at - 1].sense,
                Sense::Name(_)
                    | Sense::Word(Kind::Filler | Kind::Is | Kind::Plan(_) | Kind::Outcome)
            );
        if let Some(name) = name.filter(|it| {
            let other = self.figure(topic).subject.as_ref() != Some(it);
            let known = |it: &Token| matches!(it.sense, Sense::Name(_));
            let known = self.phrase.names.iter().any(known);
            let thing = known || self.amount_of(it).is_some();
            listed != Listed::OfWhich && named_before && other && thing
        }) {
            self.open_parts_of(&name);
            self.forget_names();
            return;
        }
        if let Some(list) = self.open_parts(Listing::Parts) {
            let in_lines = behind.iter().all(|it| {
                matches!(
                    it.sense,
                    Sense::Mark(Mark::Colon | Mark::Comma)
                        | Sense::Unknown(_)
                        | Sense::Word(Kind::Filler | Kind::Is)
                )
            });
            let list = &mut self.told.lists[list.0];
            list.is_incomplete |= listed == Listed::Among;
            list.is_announced &= listed != Listed::Details;
            list.in_lines |= in_lines;
        }
        self.forget_names();
    }

    fn forget_names(&mut self) {
        self.phrase.names.clear();
        self.phrase.joined.clear();
        self.phrase.kept.clear();
        self.phrase.kept_joined.clear();
    }

    /// Whether the sentence has only told a change: its parts are changes, too.
    pub(super) fn is_change_of_named(&self) -> bool {
        let Some(comparison) = self.comparison else {
            return false;
        };
        let it = &self.told.comparisons[comparison.0];
        it.change.is_some()
            && it.place.sentence == self.place.sentence
            && it.topic.is_none()
            && self.topic_in_sentence().is_none()
    }

    pub(super) fn open_changes(&mut self) {
        let change = self
            .comparison
            .and_then(|it| self.told.comparisons[it.0].change);
        let list = self.open_list(Listing::Changes, None);
        self.told.lists[list.0].whole = change;
        self.phrase.names.clear();
        self.phrase.kept.clear();
    }
}
