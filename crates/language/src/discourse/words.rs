//! What each word does to the phrase it stands in.
use super::{Discourse, figures::version_of};
use crate::{
    lexicon::{Age, Comparing, Course, Kind, Order, Plan, names_difference},
    phrase::{Compare, Phrase},
    token::{Mark, Sense, Token},
    told::{Listing, Ordered, Version},
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
        // ；加上级补助收入: what follows is added to the whole, and no part of it.
        let begins = self
            .phrase
            .seen
            .last()
            .is_none_or(|it| matches!(it.sense, Sense::Mark(_)));
        if begins && text.starts_with('加') {
            self.close_lists(0);
        }
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

    /// 没有 denies what is named behind it, or else what stands before: 某局没有…, 公务接待未发生.
    fn nothing(&mut self, token: &Token) {
        let phrase = &mut self.phrase;
        let joined = std::mem::take(&mut phrase.joined);
        if !phrase.names.is_empty() {
            phrase.kept = std::mem::take(&mut phrase.names);
            phrase.kept_joined = joined;
        } else if let Some((last, others)) = joined.split_last() {
            phrase.kept.clone_from(last);
            phrase.kept_joined = others.to_vec();
        }
        self.phrase.nothing = Some(self.at(token));
    }

    /// 上年, 本年; behind a year that is named they say nothing new: 2025年当年.
    fn set_age(&mut self, age: Age) {
        let compares = self.phrase.compare.as_ref().is_some_and(|it| it.open);
        let own = self.phrase.year.filter(|_| compares);
        let year = match age {
            Age::Last => own.unwrap_or(self.year) - 1,
            Age::This => self.year,
        };
        let dated = self
            .phrase
            .ends_with(|it| matches!(it.sense, Sense::Year { .. }));
        self.phrase.flow = None;
        if !dated {
            self.set_year(year);
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
        // What a reason speaks of is not what the figures behind it are: 上年已完成.
        let of_figures = matches!(
            kind,
            Kind::Completion
                | Kind::Total
                | Kind::Altogether
                | Kind::Rest
                | Kind::Nothing
                | Kind::NothingBought
                | Kind::Within
                | Kind::To
        );
        if self.phrase.reason && of_figures {
            return;
        }
        match kind {
            Kind::Join => self.join(),
            Kind::Time(age) => self.set_age(age),
            Kind::Plan(plan) => {
                // 大于预算数 says what is compared, and not of what is told.
                let compared = |it: &Token| matches!(it.kind(), Some(Kind::Compared(_)));
                if !self.phrase.ends_with(compared) {
                    self.set_version(Version::Plan(plan));
                }
            }
            Kind::Outcome => self.set_version(Version::Outcome),
            Kind::Direction(course) | Kind::ChangeOf(course) => self.direction(course, token, next),
            Kind::Level => self.level(token),
            // 与上年基本持平 says nothing of the figures; what follows does.
            Kind::NearlyLevel => self.phrase.close_comparison(),
            Kind::OverPlan(course) => self.over_plan(course, token),
            Kind::Outside => self.outside(),
            Kind::Each => self.phrase.each = true,
            Kind::Narrower => self.is_narrower |= self.depth == 0,
            Kind::Own => self.is_narrower |= self.tells_bodies_apart,
            Kind::Department => self.is_narrower = false,
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
            Kind::Alike => self.phrase.of_its_kind = true,
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
            Kind::Nothing => self.nothing(token),
            Kind::NothingBought => {
                self.nothing(token);
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
            Kind::Therefore => self.phrase.concludes = true,
            Kind::Purpose => self.purpose(),
            Kind::Flow(passage) => self.phrase.flow = Some(passage),
            Kind::Made => self.made(&tokens[at..]),
            Kind::Balanced => self.balanced(&tokens[at..]),
            Kind::Within => self.phrase.within = true,
            Kind::Wholly => {
                self.wholly = self.topic.map(|it| (it, self.place.sentence));
            }
            Kind::Counted(noun) => self.phrase.counted = Some(noun),
            Kind::Is => self.becomes(tokens, at),
            Kind::Rough => self.phrase.rough = true,
            Kind::Wider => self.phrase.wider = true,
            Kind::Of | Kind::Inside | Kind::Filler => {}
        }
    }

    /// 、 and 和 part names of several things.
    pub(super) fn join(&mut self) {
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
        self.phrase.close_comparison();
        self.phrase.course = Some((course, self.at(token)));
    }

    fn level(&mut self, token: &Token) {
        self.phrase.level = Some(self.at(token));
        self.phrase.close_comparison();
    }

    /// 超收0.96万元: by how much a plan of the year was passed, unless something else is compared.
    fn over_plan(&mut self, course: Course, token: &Token) {
        if self.phrase.reason {
            return;
        }
        self.phrase.course = Some((course, self.at(token)));
        self.phrase.close_comparison();
        let year = self.year;
        self.phrase.compare.get_or_insert_with(|| Compare {
            year: Some(year),
            version: Some(Version::Plan(Plan::Any)),
            is_implied: true,
            ..Compare::default()
        });
    }

    /// 除A以外的B: what was named is left out, and what comes is the rest.
    fn outside(&mut self) {
        if self.phrase.except {
            self.phrase.except = false;
            self.phrase.names.clear();
            self.phrase.joined.clear();
        }
    }

    /// A、B构成了9万元的总收入: the whole is told behind its parts.
    fn made(&mut self, behind: &[Token]) {
        self.phrase.several = None;
        let mut clause = behind.iter().take_while(|it| !it.is_mark(Mark::Stop));
        let figure = clause.any(|it| it.figure().is_some());
        let listed = self.open_lists.iter().any(|it| !self.list(*it).in_lines);
        self.phrase.total |= figure && !listed && self.sentence.len() >= 2;
    }

    /// 收支平衡; 收支相抵，结余2万元 tells a difference.
    fn balanced(&mut self, behind: &[Token]) {
        let mut clause = behind.iter().take_while(|it| !it.is_mark(Mark::Stop));
        let tells_difference = clause.any(|it| match &it.sense {
            Sense::Name(name) => names_difference(name.key),
            Sense::Unknown(text) => names_difference(text),
            _ => false,
        });
        if !tells_difference {
            self.told.balances.push(self.place);
        }
    }

    /// 决算数大于预算数
    fn compared(&mut self, order: Order, tokens: &[Token], at: usize) {
        let clause = tokens[..at].iter().rev();
        let mut clause = clause.take_while(|it| !matches!(it.sense, Sense::Mark(_)));
        let before = clause.find_map(version_of);
        let behind = tokens.get(at + 1).and_then(version_of);
        let is_outcome = before.is_none_or(|it| it == Version::Outcome);
        if let (Some(Version::Plan(plan)), true) = (behind, is_outcome && self.setting.is_final) {
            self.told.orders.push(Ordered {
                order,
                plan,
                word: self.at(&tokens[at]),
                subject: self.named(),
                place: self.place,
            });
            self.phrase.version = None;
            self.phrase.completes = false;
            let difference = tokens.get(at + 2).is_some_and(|it| it.figure().is_some());
            let course = match order {
                Order::Greater => Course::Up,
                Order::Less => Course::Down,
                Order::Equal => return,
            };
            // 决算数大于预算数5万元: by so much.
            if difference {
                self.phrase.course = Some((course, self.at(&tokens[at])));
                self.phrase.compare = Some(Compare {
                    year: Some(self.year),
                    version: Some(Version::Plan(plan)),
                    ..Compare::default()
                });
            }
        }
    }

    fn compare(&mut self, comparing: Comparing, tokens: &[Token], at: usize) {
        let next = tokens.get(at + 1);
        let dated = next.is_some_and(is_time_or_version);
        let last_year = self.year - 1;
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
            Comparing::Perhaps if joins_several(tokens, at) => {}
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
        let mut soon = soon.take_while(|it| !matches!(it.sense, Sense::Unknown(_)));
        self.phrase.from |= soon.any(|it| {
            it.figure().is_some()
                || matches!(it.sense, Sense::Year { .. } | Sense::Word(Kind::Time(_)))
        });
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
}

/// Whether 与 joins what several figures behind it are of: 年初预算与决算分别为….
fn joins_several(tokens: &[Token], at: usize) -> bool {
    let clause = tokens[at + 1..]
        .iter()
        .take_while(|it| it.figure().is_none());
    let mut respectively = false;
    for token in clause {
        match token.kind() {
            Some(Kind::Level | Kind::Compare(Comparing::Closing)) => return false,
            Some(Kind::Respectively) => respectively = true,
            _ => {}
        }
    }
    respectively
}

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
