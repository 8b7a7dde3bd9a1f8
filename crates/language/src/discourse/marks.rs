//! What marks do: where clauses, lists and brackets begin and end.
use super::{Discourse, Interrupted};
use crate::{
    lexicon::{Kind, Listed},
    phrase::{Phrase, is_general, subject},
    token::{Mark, Sense, Token},
    told::{Extent, Listing},
};

impl Discourse {
    pub(super) fn mark(&mut self, mark: Mark, tokens: &[Token], at: usize) {
        match mark {
            Mark::Pause => self.join(),
            Mark::Comma => self.comma(),
            Mark::Semicolon => {
                self.comma();
                self.semicolon();
                self.phrase = Phrase::default();
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
            // 运行费比预算无增减变化，比上年增加…: what follows is of the same, unless it is named.
            let (names, joined) = self.phrase.run();
            let (kept, kept_joined) = (names.to_vec(), joined.to_vec());
            self.say_phrase();
            self.phrase = Phrase {
                kept,
                kept_joined,
                ..Phrase::default()
            };
        }
        if self.phrase.nothing.is_some() {
            self.say_nothing();
            self.phrase.year = None;
            self.phrase.version = None;
        }
        self.note_unknown_clause();
        let phrase = &mut self.phrase;
        phrase.close_comparison();
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
        self.end_clause();
        self.before_semicolon = self.sentence.len();
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
        self.announce_purpose();
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
        // 其中支出：A、B: the parts of what is named.
        let general = subject(&self.phrase.names).filter(|it| is_general(it));
        let own = general.and_then(|it| self.amount_of(&it));
        if let (Some(own), Some(list)) = (own.filter(|_| waiting), self.innermost()) {
            self.set_whole(list, Some(own));
        }
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

    /// 主要用于以下方面：A；B: a list like any other.
    fn announce_purpose(&mut self) {
        let begun = self.innermost().filter(|it| {
            let list = self.list(*it);
            list.listing == Listing::Purpose && list.parts.is_empty()
        });
        if let Some(list) = begun {
            self.told.lists[list.0].listing = Listing::Parts;
        }
    }

    fn open_brackets(&mut self, tokens: &[Token], at: usize) {
        let figure = tokens.get(at + 1).is_some_and(|it| it.figure().is_some());
        let base =
            self.phrase.compare.is_some() && self.phrase.course.is_none() || self.phrase.share;
        if figure && base {
            // 比2023年预算数（100.00万元）增加: the brackets part nothing.
            self.open_marks += 1;
            return;
        }
        self.interrupted.push(Interrupted {
            topic: self.topic,
            comparison: self.comparison,
            phrase: std::mem::take(&mut self.phrase),
            lists: self.open_lists.len(),
            targets: self.targets.clone(),
        });
        self.depth += 1;
        let next = tokens.get(at + 1);
        let extent = match next.and_then(Token::kind) {
            Some(Kind::Except) => Some(Extent::Without),
            Some(Kind::Parts(Listed::Among)) => Some(Extent::Including),
            _ => None,
        };
        let behind_figure = at > 0 && tokens[at - 1].figure().is_some();
        if let (Some(topic), Some(extent), true) = (self.topic, extent, behind_figure) {
            self.told.figures[topic.0].extent = extent;
        }
        // Brackets behind a name hold what is told of it before its own amount.
        let before = self.interrupted.last().map(|it| &it.phrase);
        let names = before.is_some_and(|it| !it.names.is_empty() || it.several.is_some());
        if let Some(topic) = self.topic.filter(|_| self.last.is_some()) {
            self.open_list(Listing::Brackets, (!names).then_some(topic));
        }
    }

    fn close_brackets(&mut self) {
        if self.open_marks > 0 {
            self.open_marks -= 1;
            return;
        }
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
