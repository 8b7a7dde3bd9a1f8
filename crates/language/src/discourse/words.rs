//! What each word does to the phrase it stands in.
use super::Discourse;
use crate::{
    lexicon::{Age, Comparing, Course, Kind, Listed, Plan},
    phrase::{Compare, Phrase, subject},
    token::{Mark, Sense, Token},
    told::{Listing, Ordered, Role, Version},
};

impl Discourse {
    /// Takes a token that is no figure.
    pub(super) fn word(&mut self, tokens: &[Token], at: usize) {
        let token = &tokens[at];
        let next = tokens.get(at + 1);
        match &token.sense {
            Sense::Name(_) => self.name(token),
            Sense::Unknown(text) => self.unknown(token, text),
            Sense::Year { year, beginning } => {
                let year = i32::from(*year) - i32::from(*beginning);
                self.set_year(year);
            }
            Sense::Several(count) => self.several(*count, tokens, at),
            Sense::Divided => self.divided(),
            Sense::Item(numbering) => {
                self.phrase.item = true;
                if at > 0 {
                    self.item_in_line(*numbering);
                }
            }
            Sense::Mark(mark) => self.mark(*mark, tokens, at),
            Sense::Word(kind) => self.known(*kind, token, next, tokens, at),
            Sense::Figure(_) => {}
        }
        self.phrase.seen.push(token.clone());
    }

    fn name(&mut self, token: &Token) {
        let phrase = &mut self.phrase;
        if phrase.names_settled {
            return;
        }
        let open = phrase.compare.as_mut().filter(|it| it.open);
        match open {
            _ if phrase.share => phrase.share_of.push(token.clone()),
            Some(compare) => compare.names.push(token.clone()),
            None => phrase.names.push(token.clone()),
        }
    }

    /// Unknown words are a name where one may stand; elsewhere they are not understood.
    fn unknown(&mut self, token: &Token, text: &str) {
        let compares = self.phrase.compare.as_ref().is_some_and(|it| it.open);
        let moved = self.phrase.course.is_some();
        if !self.phrase.reason && (compares || moved) && !self.phrase.share {
            self.phrase.doubts(text);
        }
        self.name(token);
    }

    fn set_year(&mut self, year: i32) {
        match self.phrase.compare.as_mut().filter(|it| it.open) {
            Some(compare) => compare.year = Some(year),
            None => self.phrase.year = Some(year),
        }
    }

    fn set_version(&mut self, version: Version) {
        match self.phrase.compare.as_mut().filter(|it| it.open) {
            Some(compare) => compare.version = Some(version),
            None => self.phrase.version = Some(version),
        }
    }

    fn known(
        &mut self,
        kind: Kind,
        token: &Token,
        next: Option<&Token>,
        tokens: &[Token],
        at: usize,
    ) {
        match kind {
            Kind::Join => self.join(),
            Kind::Time(Age::Last) => self.set_year(self.setting.year - 1),
            Kind::Time(Age::This) => self.set_year(self.setting.year),
            Kind::Plan(plan) => self.set_version(Version::Plan(plan)),
            Kind::Outcome => self.set_version(Version::Outcome),
            Kind::Direction(course) | Kind::RateOf(course) => self.direction(course, token, next),
            Kind::Level => self.level(token),
            Kind::Compared(order) => self.compared(order, tokens, at),
            Kind::Compare(comparing) => self.compare(comparing, tokens, at),
            Kind::To => self.phrase.becomes = true,
            Kind::From => self.from(tokens, at),
            Kind::Share => {
                self.phrase.share = true;
                if self.phrase.share_of.is_empty() && !self.phrase.names.is_empty() {
                    self.phrase.share_by = self.phrase.names.clone();
                }
            }
            Kind::Completion => self.phrase.completes = true,
            Kind::Source => self.phrase.source = true,
            Kind::Parts(listed) => self.parts(listed, tokens, at),
            Kind::Total => self.phrase.total = true,
            Kind::Rest => self.rest(tokens, at),
            Kind::Except => self.phrase.except = true,
            Kind::Incomplete => {
                for list in &self.open_lists {
                    self.told.lists[list.0].is_incomplete = true;
                }
            }
            Kind::Respectively => self.respectively(next),
            Kind::Nothing => self.phrase.nothing = Some(self.at(token)),
            Kind::NothingBought => {
                self.phrase.nothing = Some(self.at(token));
                self.phrase.nothing_bought = true;
            }
            Kind::Altogether => {
                let clause = self
                    .phrase
                    .seen
                    .last()
                    .is_none_or(|it| it.is_mark(Mark::Comma));
                self.phrase.total |= clause && next.is_some_and(|it| it.figure().is_some());
            }
            Kind::Reason => self.reason(),
            Kind::Purpose => self.purpose(),
            Kind::Flow(passage) => {
                self.phrase.flow = Some(passage);
                let named =
                    next.is_some_and(|it| matches!(it.sense, Sense::Name(_) | Sense::Unknown(_)));
                if named {
                    self.phrase.names.push(token.clone());
                }
            }
            Kind::Made => self.phrase.several = None,
            Kind::Balanced => self.told.balances.push(self.place),
            Kind::Within => self.phrase.within = true,
            Kind::Wholly => {
                self.wholly = self.topic.map(|it| (it, self.place.sentence));
            }
            Kind::Counted(noun) => self.phrase.counted = Some(noun),
            Kind::Is => self.becomes(tokens, at),
            Kind::Rough => self.phrase.rough = true,
            Kind::Of | Kind::Inside | Kind::Filler => {}
        }
    }

    /// 、 and 和 part names of several things.
    fn join(&mut self) {
        let phrase = &mut self.phrase;
        if !phrase.names.is_empty() && !phrase.names_settled {
            let names = std::mem::take(&mut phrase.names);
            phrase.joined.push(names);
        }
    }

    fn direction(&mut self, course: Course, token: &Token, next: Option<&Token>) {
        let short = token.end - token.start == 1;
        let part_of_name = next.is_some_and(|it| matches!(it.sense, Sense::Unknown(_)));
        if short && part_of_name {
            return;
        }
        let alone = next.is_some_and(|it| {
            let label = matches!(it.kind(), Some(Kind::Is | Kind::Rough | Kind::Filler));
            it.figure().is_none() && !label && !it.is_mark(Mark::Colon)
        });
        if course == Course::Either && alone {
            return;
        }
        if let Some(compare) = &mut self.phrase.compare {
            compare.open = false;
        }
        self.phrase.course = Some((course, self.at(token)));
    }

    fn level(&mut self, token: &Token) {
        self.phrase.level = Some(self.at(token));
        if let Some(compare) = &mut self.phrase.compare {
            compare.open = false;
        }
    }

    /// 决算数大于预算数
    fn compared(&mut self, order: crate::lexicon::Order, tokens: &[Token], at: usize) {
        let version = |it: &Token| match it.kind() {
            Some(Kind::Plan(plan)) => Some(Version::Plan(plan)),
            Some(Kind::Outcome) => Some(Version::Outcome),
            _ => None,
        };
        let before = tokens[..at].iter().rev().find_map(version);
        let behind = tokens.get(at + 1).and_then(version);
        let is_outcome = before.is_none_or(|it| it == Version::Outcome);
        if let (Some(Version::Plan(plan)), true) = (behind, is_outcome && self.setting.is_final) {
            self.told.orders.push(Ordered {
                order,
                plan,
                word: self.at(&tokens[at]),
                place: self.place,
            });
            self.phrase.version = None;
        }
    }

    fn compare(&mut self, comparing: Comparing, tokens: &[Token], at: usize) {
        let next = tokens.get(at + 1);
        let dated = next.is_some_and(is_time_or_version);
        let last_year = self.setting.year - 1;
        match comparing {
            Comparing::Closing => {
                let compare = self.phrase.compare.get_or_insert_default();
                compare.open = false;
                if compare.year.is_none() && compare.version.is_none() {
                    compare.year = Some(last_year);
                }
            }
            Comparing::LastYear => {
                self.phrase.compare = Some(Compare {
                    year: Some(last_year),
                    ..Compare::default()
                });
            }
            Comparing::Perhaps if !dated => self.with(tokens, at),
            Comparing::Perhaps | Comparing::Opening => {
                // 占…比 is a share, and no comparison.
                if !self.phrase.share || dated {
                    self.open_comparison();
                }
            }
        }
    }

    /// A new comparison: what was said so far is said.
    fn open_comparison(&mut self) {
        if self.phrase.course.is_some() || self.phrase.level.is_some() {
            self.say_phrase();
            let before = std::mem::take(&mut self.phrase);
            self.phrase = Phrase {
                names: before.names,
                joined: before.joined,
                respectively: before.respectively,
                doubt: before.doubt,
                ..Phrase::default()
            };
        }
        self.phrase.compare = Some(Compare {
            open: true,
            ..Compare::default()
        });
    }

    /// 与 between two things, or before what something is compared with.
    fn with(&mut self, tokens: &[Token], at: usize) {
        let ahead = &tokens[at + 1..tokens.len().min(at + 6)];
        let ahead: Vec<&Token> = ahead
            .iter()
            .take_while(|it| !it.is_mark(Mark::Stop))
            .collect();
        let compares = ahead.iter().any(|it| {
            matches!(
                it.kind(),
                Some(Kind::Level | Kind::Compare(Comparing::Closing))
            )
        });
        if compares {
            self.open_comparison();
        } else {
            self.join();
        }
    }

    /// 由A和B组成 is a list; 由A增加到B says what was.
    fn from(&mut self, tokens: &[Token], at: usize) {
        let behind = tokens[at..].iter();
        let clause =
            behind.take_while(|it| !it.is_mark(Mark::Stop) && !it.is_mark(Mark::Semicolon));
        if clause.clone().any(|it| it.is(Kind::Made)) {
            if let Some(topic) = self.topic_in_sentence() {
                self.open_list(Listing::Parts, Some(topic));
            }
            self.phrase.names.clear();
            self.phrase.kept.clear();
            return;
        }
        let soon = tokens[at + 1..tokens.len().min(at + 3)].iter();
        let mut soon = soon.filter(|it| {
            it.figure().is_some()
                || matches!(it.sense, Sense::Year { .. } | Sense::Word(Kind::Time(_)))
        });
        self.phrase.from |= soon.next().is_some();
    }

    fn rest(&mut self, tokens: &[Token], at: usize) {
        self.phrase.rest = true;
        let soon = &tokens[at + 1..tokens.len().min(at + 4)];
        if !soon.iter().any(|it| it.figure().is_some()) {
            for list in &self.open_lists {
                self.told.lists[list.0].is_incomplete = true;
            }
        }
    }

    fn respectively(&mut self, next: Option<&Token>) {
        self.phrase.respectively = true;
        let colon = next.is_some_and(|it| it.is_mark(Mark::Colon));
        if let Some(topic) = self.topic_in_sentence().filter(|_| colon) {
            self.open_list(Listing::Parts, Some(topic));
        }
    }

    /// 主要用于 lists what a thing is spent on.
    fn purpose(&mut self) {
        if let Some(topic) = self.topic.filter(|_| self.depth == 0) {
            self.open_list(Listing::Purpose, Some(topic));
        }
        self.reason();
    }

    /// A reason may speak of anything.
    fn reason(&mut self) {
        self.phrase.names.clear();
        self.phrase.kept.clear();
        self.phrase.reason = true;
    }

    /// 为, 到, 至: behind a direction they say what something became.
    fn becomes(&mut self, tokens: &[Token], at: usize) {
        let directed = self
            .phrase
            .ends_with(|it| matches!(it.kind(), Some(Kind::Direction(_))));
        let figure = tokens.get(at + 1).is_some_and(|it| it.figure().is_some());
        self.phrase.may_become |= directed && figure;
    }

    fn several(&mut self, count: Option<usize>, tokens: &[Token], at: usize) {
        self.phrase.several = Some(count.unwrap_or(0));
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
        let ids = (whole.0..self.told.figures.len()).map(crate::told::FigureId);
        let like = self.figure(whole);
        let amounts: Vec<_> = ids
            .filter(|id| {
                let it = self.figure(*id);
                it.role == Role::Amount
                    && it.year == like.year
                    && super::lists::same_measure(it.measure(), like.measure())
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
    fn divided(&mut self) {
        if let Some(topic) = self.topic {
            let whole = self.first_of_section(topic);
            let other = self.open_lists.iter().position(|it| {
                matches!(self.list(*it).listing, Listing::Division | Listing::Purpose)
            });
            if let Some(at) = other {
                self.close_lists(at);
            }
            let list = self.open_list(Listing::Division, None);
            self.told.lists[list.0].whole = Some(whole);
        }
        self.phrase.names.clear();
        self.phrase.kept.clear();
    }

    fn item_in_line(&mut self, numbering: crate::token::Numbering) {
        let same = |it: &crate::told::ListId| self.list(*it).numbering == Some(numbering);
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
    fn parts(&mut self, listed: Listed, tokens: &[Token], at: usize) {
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
        let name = subject(&self.phrase.names);
        let named_before = at > 0
            && matches!(
                tokens[at - 1].sense,
                Sense::Name(_)
                    | Sense::Word(Kind::Filler | Kind::Is | Kind::Plan(_) | Kind::Outcome)
            );
        if let Some(name) = name.filter(|it| {
            let other = self.figure(topic).subject.as_ref() != Some(it);
            listed != Listed::OfWhich && named_before && other
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
    fn is_change_of_named(&self) -> bool {
        let Some(comparison) = self.comparison else {
            return false;
        };
        let it = &self.told.comparisons[comparison.0];
        it.change.is_some()
            && it.place.sentence == self.place.sentence
            && it.topic.is_none()
            && self.topic_in_sentence().is_none()
    }

    fn open_changes(&mut self) {
        let change = self
            .comparison
            .and_then(|it| self.told.comparisons[it.0].change);
        let list = self.open_list(Listing::Changes, None);
        self.told.lists[list.0].whole = change;
        self.phrase.names.clear();
        self.phrase.kept.clear();
    }

    fn mark(&mut self, mark: Mark, tokens: &[Token], at: usize) {
        match mark {
            Mark::Pause => self.join(),
            Mark::Comma => self.comma(),
            Mark::Semicolon => {
                self.comma();
                self.semicolon();
            }
            Mark::Stop => self.stop(),
            Mark::Colon => self.colon(tokens, at),
            Mark::Open => self.open_brackets(tokens, at),
            Mark::Close => self.close_brackets(),
        }
    }

    /// A clause ends: what it says without a figure is said.
    fn comma(&mut self) {
        if self.phrase.level.is_some() {
            self.say_phrase();
            self.phrase = Phrase::default();
        }
        if self.phrase.nothing.is_some() {
            self.say_nothing();
            self.phrase.year = None;
            self.phrase.version = None;
        }
        self.note_unknown_clause();
        let phrase = &mut self.phrase;
        if let Some(compare) = &mut phrase.compare {
            compare.open = false;
        }
        if phrase.reason {
            phrase.names.clear();
        }
        let names = std::mem::take(&mut phrase.names);
        let joined = std::mem::take(&mut phrase.joined);
        if !names.is_empty() {
            phrase.kept = names;
            phrase.kept_joined = joined;
        }
        if phrase.course.is_some() && phrase.compare.is_none() {
            phrase.course = None;
        }
    }

    /// A clause of unknown words alone may speak of anything: what follows without a name may be of it.
    fn note_unknown_clause(&mut self) {
        if self.phrase.reason {
            return;
        }
        let clause = self.phrase.seen.iter().rev();
        let clause: Vec<&Token> = clause
            .take_while(|it| !matches!(it.sense, Sense::Mark(_)))
            .collect();
        let unknown = clause.iter().find_map(|it| match &it.sense {
            Sense::Unknown(text) if text.chars().count() >= LONGEST_ASIDE => Some(text.clone()),
            _ => None,
        });
        let only = clause.iter().all(|it| {
            matches!(
                it.sense,
                Sense::Unknown(_) | Sense::Word(Kind::Filler | Kind::Is | Kind::Of | Kind::Join)
            )
        });
        if let Some(unknown) = unknown.filter(|_| only) {
            self.phrase.passed_unknown.get_or_insert(unknown);
        }
    }

    fn semicolon(&mut self) {
        while let Some(list) = self.innermost() {
            let it = self.list(list);
            let passing = matches!(it.listing, Listing::Some | Listing::Purpose);
            if !(passing && it.depth == self.depth) {
                break;
            }
            self.close_lists(self.open_lists.len() - 1);
        }
        if let Some(list) = self.innermost() {
            let list = &mut self.told.lists[list.0];
            list.semicolons.push(list.parts.len());
        }
        self.phrase.kept.clear();
        if let [.., outer, inner] = self.open_lists.as_slice() {
            let (outer, inner) = (self.list(*outer), self.list(*inner));
            let begun = !inner.parts.is_empty() || inner.listing == Listing::Parts;
            let ends = !inner.in_lines
                && inner.depth == self.depth
                && inner.listing != Listing::Brackets
                && begun
                && outer.depth == self.depth
                && !outer.in_lines;
            if ends {
                self.close_lists(self.open_lists.len() - 1);
            }
        }
    }

    fn colon(&mut self, tokens: &[Token], at: usize) {
        self.phrase.several = None;
        let before = at.checked_sub(1).map(|it| &tokens[it]);
        let behind_figure = before.is_some_and(|it| it.figure().is_some());
        if self.is_change_of_named()
            && self.phrase.names.is_empty()
            && self.open_lists.is_empty()
            && behind_figure
        {
            self.open_changes();
            return;
        }
        let last = at + 1 == tokens.len();
        let waiting = self.innermost().is_some_and(|it| {
            let list = self.list(it);
            list.parts.is_empty() && list.listing == Listing::Parts
        });
        let label = tokens.get(at + 1).is_some_and(|it| {
            let value = it.figure().is_some()
                || matches!(
                    it.sense,
                    Sense::Year { .. }
                        | Sense::Word(
                            Kind::Filler
                                | Kind::Is
                                | Kind::Rough
                                | Kind::Time(_)
                                | Kind::Compare(_)
                        )
                );
            !value
        });
        let unknown = self
            .phrase
            .names
            .last()
            .is_some_and(|it| matches!(it.sense, Sense::Unknown(_)));
        if !self.phrase.names.is_empty() && (waiting || label && unknown) {
            self.phrase.names.clear();
        }
        let closes = behind_figure || before.is_some_and(|it| it.is_mark(Mark::Close));
        let plain = self.phrase.names.is_empty() && self.phrase.course.is_none();
        if let Some(topic) = self.topic.filter(|_| closes && plain) {
            let same = self
                .innermost()
                .is_some_and(|it| self.list(it).whole == Some(topic));
            if !same {
                let list = self.open_list(Listing::Lines, Some(topic));
                self.told.lists[list.0].in_lines |= last;
            }
        } else if let Some(list) = self.innermost().filter(|_| last) {
            let list = &mut self.told.lists[list.0];
            list.in_lines |= list.parts.is_empty();
        }
    }

    fn open_brackets(&mut self, tokens: &[Token], at: usize) {
        self.interrupted.push(super::Interrupted {
            topic: self.topic,
            comparison: self.comparison,
            phrase: std::mem::take(&mut self.phrase),
            lists: self.open_lists.len(),
            targets: self.targets.clone(),
        });
        self.depth += 1;
        let next = tokens.get(at + 1);
        let extent = match next.and_then(Token::kind) {
            Some(Kind::Except) => Some(crate::told::Extent::Without),
            Some(Kind::Parts(Listed::Among)) => Some(crate::told::Extent::Including),
            _ => None,
        };
        let behind_figure = at > 0 && tokens[at - 1].figure().is_some();
        if let (Some(topic), Some(extent), true) = (self.topic, extent, behind_figure) {
            self.told.figures[topic.0].extent = extent;
        }
        if let Some(topic) = self.topic.filter(|_| self.last.is_some()) {
            self.open_list(Listing::Brackets, Some(topic));
        }
    }

    fn close_brackets(&mut self) {
        let Some(before) = self.interrupted.pop() else {
            return;
        };
        self.say_phrase();
        self.depth = self.depth.saturating_sub(1);
        self.close_lists(before.lists);
        self.topic = before.topic.or(self.topic);
        self.comparison = before.comparison;
        let seen = before.phrase.seen.clone();
        self.phrase = before.phrase;
        self.phrase.seen = seen;
        self.targets = before.targets;
    }
}

/// An unknown clause of fewer signs is an aside: 经汇总.
const LONGEST_ASIDE: usize = 4;

/// Whether it says when, or of which version something is.
fn is_time_or_version(token: &Token) -> bool {
    matches!(
        token.sense,
        Sense::Year { .. }
            | Sense::Word(Kind::Time(_) | Kind::Plan(_) | Kind::Outcome | Kind::Compare(_))
    )
}

/// The plan that a version is.
pub(super) fn plan_of(version: Option<Version>) -> Option<Plan> {
    match version {
        Some(Version::Plan(plan)) => Some(plan),
        _ => None,
    }
}
