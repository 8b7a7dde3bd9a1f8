//! Amounts and counts: how much something is, was or was to be, and by how much it changed.
use super::{
    Discourse, Excepted,
    figures::Arriving,
    lists::{REST, TOTAL, same_measure},
    words::plan_of,
};
use crate::{
    lexicon::{Course, Kind, Passage, Plan, fund},
    line::Measure,
    phrase::{is_general, subject},
    token::{Sense, Token, is_money},
    told::{Extent, FigureId, Listing, Role, Share, Version},
};

/// 27个内设机构: what is counted may stand behind its number.
fn counted_noun(it: &Arriving) -> Option<String> {
    let noun = subject(std::slice::from_ref(it.next?));
    noun.filter(|_| matches!(it.figure.measure, Measure::Count(_)))
}

/// 收支: of income and expenditure at once.
fn is_both(token: &Token) -> bool {
    matches!(token.sense, Sense::Name(name) if name.key == "收支")
}

impl Discourse {
    /// A figure of money or of things.
    pub(super) fn amount(&mut self, it: &Arriving) {
        let compares = self.phrase.compare.is_some();
        let moved = self.phrase.course.is_some();
        if self.phrase.restates {
            self.keep(it, Role::Unknown, None);
        } else if self.phrase.each {
            self.price(it);
        } else if self.phrase.except
            && !moved
            && !compares
            && self.phrase.has(|it| it.is(Kind::Except))
        {
            self.excepted(it);
        } else if self.phrase.within && it.next.is_some_and(|it| it.is(Kind::Inside)) {
            let of = subject(&self.phrase.names);
            self.base_of_share(it, of);
        } else if self.phrase.share && !compares {
            let of = subject(&self.phrase.share_of);
            self.base_of_share(it, of);
        } else if self.phrase.completes && it.subject.is_none() && !compares && !moved {
            self.plan_of_completion(it);
        } else if self.tells_base(it) {
            self.base(it);
        } else if self.tells_what_became(it) {
            self.became(it);
        } else if self.phrase.from && !self.phrase.item {
            self.former(it);
        } else if moved {
            self.change(it);
        } else {
            self.plain_amount(it);
        }
    }

    /// 除A外
    fn excepted(&mut self, it: &Arriving) {
        let id = self.keep(it, Role::Excepted, it.subject.clone());
        let is_closed = it.next.is_some_and(|it| match &it.sense {
            Sense::Unknown(text) => text.starts_with(['外', '后']),
            Sense::Word(Kind::Filler | Kind::Outside) => true,
            _ => false,
        });
        self.excepted = Some(Excepted {
            figure: id,
            whole: self.topic,
            is_closed,
            sentence: self.place.sentence,
        });
    }

    fn base_of_share(&mut self, it: &Arriving, of: Option<String>) {
        let id = self.keep(it, Role::Amount, of);
        self.set_base(id, self.phrase.year.unwrap_or(self.year));
        self.share_base = Some(id);
    }

    fn set_base(&mut self, id: FigureId, year: i32) {
        let figure = &mut self.told.figures[id.0];
        figure.is_base = true;
        figure.year = year;
        self.sentence.push(id);
    }

    /// 完成年初预算652万元的91.69%
    fn plan_of_completion(&mut self, it: &Arriving) {
        let topic = self.topic.and_then(|it| self.figure(it).subject.clone());
        let of = topic.unwrap_or_else(|| self.general());
        let version = self.phrase.version.unwrap_or(Version::Plan(Plan::Any));
        let id = self.keep(it, Role::Amount, Some(of));
        self.told.figures[id.0].version = version;
        self.set_base(id, self.year);
        self.plan_told = Some(id);
    }

    /// Whether the words before an amount only say what something is compared with.
    fn tells_base(&self, it: &Arriving) -> bool {
        let Some(compare) = &self.phrase.compare else {
            return false;
        };
        let behind =
            !compare.open && (it.subject.is_some() || self.has_comma() && !self.compares_last());
        self.phrase.course.is_none() && !self.phrase.becomes && !behind
    }

    /// 较上年预算数179.7万元
    fn base(&mut self, it: &Arriving) {
        let topic = self.topic;
        let of = match it.target {
            Some(target) => target.subject.clone(),
            None => self.compared_thing(it),
        };
        let against = self.against();
        let id = self.keep(it, Role::Amount, Some(of.clone()));
        let version = against.version.unwrap_or(self.usual_version());
        self.told.figures[id.0].version = version;
        self.set_base(id, against.year);
        let topic = self.topic_named(topic, &Some(of.clone()));
        let is_open = it.subject.is_none()
            && self
                .phrase
                .compare
                .as_ref()
                .is_none_or(|it| it.names.is_empty())
            && it.target.is_none()
            && self.topic_in_sentence().is_none();
        let comparison = self.begin_comparison(Some(of), topic);
        let comparison_ = &mut self.told.comparisons[comparison.0];
        comparison_.base = Some(id);
        comparison_.is_open = is_open;
        comparison_.against = against;
        self.comparison = Some(comparison);
    }

    fn tells_what_became(&self, it: &Arriving) -> bool {
        let began = self.phrase.course.is_some() || self.phrase.from || self.comparison.is_some();
        self.phrase.becomes && began && (it.subject.is_none() || it.target.is_some())
    }

    fn spoken_of(&self, it: &Arriving) -> Option<String> {
        let compared = || {
            let comparison = self.comparison?;
            self.told.comparisons[comparison.0].subject.clone()
        };
        let topic = || self.figure(self.topic?).subject.clone();
        it.subject.clone().or_else(compared).or_else(topic)
    }

    /// 达到756万元
    fn became(&mut self, it: &Arriving) {
        let of = self.spoken_of(it);
        let id = self.keep(it, Role::Amount, of.clone());
        self.told.figures[id.0].version = self.usual_version();
        self.told.figures[id.0].is_inherited =
            it.subject.is_none() && of.as_deref().is_some_and(is_general);
        self.sentence.push(id);
        let same = |id: &crate::told::ComparisonId| self.told.comparisons[id.0].subject == of;
        let going_on = self.comparison.filter(same);
        let found = going_on.or_else(|| {
            let ids = (0..self.told.comparisons.len()).rev();
            let ids = ids.map(crate::told::ComparisonId);
            let mut ids = ids
                .take_while(|it| self.told.comparisons[it.0].place.sentence == self.place.sentence);
            ids.find(same)
        });
        if let Some(comparison) = found.filter(|it| self.told.comparisons[it.0].current.is_none()) {
            self.told.comparisons[comparison.0].current = Some(id);
            self.comparison = Some(comparison);
        }
        if self.open_lists.is_empty() {
            self.topic = Some(id);
        }
        self.add_part(id);
    }

    /// 由578万元
    fn former(&mut self, it: &Arriving) {
        let of = self.spoken_of(it);
        let id = self.keep(it, Role::Amount, of.clone());
        self.told.figures[id.0].version = self.usual_version();
        self.set_base(id, self.year - 1);
        let going_on = self.comparison.filter(|id| {
            let comparison = &self.told.comparisons[id.0];
            let free = comparison.base.is_none() && comparison.current.is_none();
            comparison.subject == of && free && it.target.is_none()
        });
        let comparison = going_on.unwrap_or_else(|| self.begin_comparison(of, None));
        self.told.comparisons[comparison.0].base = Some(id);
        self.comparison = Some(comparison);
    }

    /// 减少9.5万元
    fn change(&mut self, it: &Arriving) {
        if self.phrase.several.is_some() || self.phrase.total && it.subject.is_none() {
            return self.change_of_all(it);
        }
        if let Some((course, _)) = self.phrase.course.filter(|_| self.adjusts_plan()) {
            return self.flow(it, course);
        }
        if it.subject.is_none() {
            self.note_opposite_change();
        }
        let (of, topic) = self.moved_thing(it);
        let id = self.keep(it, Role::Change, of.clone());
        let topic = self.topic_named(topic, &of);
        let comparison = self.comparison_for(of, |it| it.change, topic);
        self.told.comparisons[comparison.0].change = Some(id);
        self.told.figures[id.0].list = self.innermost();
    }

    /// What changed, and its amount: what is named, what is being compared, or what is spoken of. At
    /// the beginning of a sentence that is the whole, whatever parts were told last.
    pub(super) fn moved_thing(&self, it: &Arriving) -> (Option<String>, Option<FigureId>) {
        let own = it.target.and_then(|it| it.amount);
        let mut topic = own.or(self.topic.map(|it| self.of_this_year(it)));
        let elsewhere =
            topic.is_some_and(|it| self.figure(it).place.sentence != self.place.sentence);
        if own.is_none() && elsewhere && self.comparison.is_none() {
            while let Some(whole) = topic.and_then(|it| self.whole_in_section(it)) {
                topic = Some(whole);
            }
        }
        let compared = || {
            let comparison = self.comparison?;
            self.told.comparisons[comparison.0].subject.clone()
        };
        let told = || self.figure(topic?).subject.clone();
        // 较上年收入增加: it is the income that rose, whatever was spoken of.
        let named = || subject(&self.phrase.compare.as_ref()?.names);
        let of = it
            .subject
            .clone()
            .or_else(compared)
            .or_else(named)
            .or_else(told);
        (of.or_else(|| Some(self.general())), topic)
    }

    /// This year's amount of the same thing in the sentence, where another year's was told behind it.
    fn of_this_year(&self, id: FigureId) -> FigureId {
        if self.figure(id).place.sentence == self.place.sentence {
            self.this_years(id)
        } else {
            id
        }
    }

    /// This year's amount of the same thing in the line, where another year's is meant to be.
    pub(super) fn this_years(&self, id: FigureId) -> FigureId {
        let it = self.figure(id);
        if it.year == self.year {
            return id;
        }
        let before = (0..id.0).rev().map(FigureId);
        let mut of_line = before.take_while(|id| self.figure(*id).line == it.line);
        let own = of_line.find(|own| {
            let other = self.figure(*own);
            other.role == Role::Amount
                && other.subject == it.subject
                && other.year == self.year
                && same_measure(other.measure(), it.measure())
        });
        own.unwrap_or(id)
    }

    /// The whole of a part told before; an item of a list in lines speaks of itself in its line.
    fn whole_in_section(&self, part: FigureId) -> Option<FigureId> {
        let it = self.figure(part);
        let whole = self.whole_of(part)?;
        let own_line = it.is_item && it.line == self.line;
        (self.figure(whole).place.section == self.place.section && !own_line).then_some(whole)
    }

    /// How much something is.
    fn plain_amount(&mut self, it: &Arriving) {
        let measure = it.figure.measure;
        if let (Measure::Count(_), Some(passage), None) = (measure, self.phrase.flow, &it.subject) {
            let course = match passage {
                Passage::In => Course::Up,
                Passage::Out => Course::Down,
            };
            return self.flow(it, course);
        }
        let mut named = it.subject.clone().or_else(|| counted_noun(it));
        if named.is_none() {
            named = self.pending.as_ref().and_then(|it| it.subject.clone());
        }
        self.name_open_comparison(&named);
        let inherited = self.inherits(&named, measure);
        let of = if inherited {
            self.inherited_thing(measure)
        } else {
            named
        };
        let year = self.year_of(&of, inherited);
        let id = self.keep(it, Role::Amount, of.clone());
        let is_total = self.phrase.total || self.phrase.several.is_some();
        let is_balance = self.phrase.run().0.iter().any(is_both);
        let names_sum = self.names_sum();
        let counted = self
            .phrase
            .counted
            .filter(|_| matches!(measure, Measure::Count(_)));
        let figure = &mut self.told.figures[id.0];
        if let Some(noun) = counted {
            figure.figure.measure = Measure::Count(noun);
        }
        figure.year = year;
        figure.is_inherited = inherited;
        figure.is_total = is_total || names_sum;
        figure.is_balance = is_balance;
        self.told.figures[id.0].fund = self.fund_named();
        if self.phrase.wider {
            self.told.figures[id.0].extent = Extent::Wider;
        } else if self.is_narrower {
            self.told.figures[id.0].extent = Extent::Narrower;
        }
        if is_total && is_money(measure) {
            self.complete_price(id);
        }
        self.complete_comparison(id, &of, year);
        self.complete_share(id);
        if self.complete_exception(id) {
            self.sentence.push(id);
            return;
        }
        self.place_in_lists(id, it.target, is_total);
        self.sentence.push(id);
        self.topic = Some(id);
        let begins = is_total || self.phrase.rest;
        let current = self
            .comparison
            .and_then(|it| self.told.comparisons[it.0].current);
        if (!inherited || begins) && current != Some(id) {
            self.comparison = None;
        }
        if it.next.is_some_and(|it| it.is(Kind::Inside)) {
            self.open_list(Listing::Some, Some(id));
        }
    }

    /// The money that an amount is of: that of the whole it is listed under, or of the heading.
    fn fund_named(&self) -> Option<String> {
        let whole = self.innermost().and_then(|it| self.list(it).whole);
        let whole = whole.map(|it| self.figure(it));
        let of_whole = whole.and_then(|it| {
            let own = it.subject.as_deref().and_then(fund).map(str::to_owned);
            own.or_else(|| it.fund.clone())
        });
        let heading = self.heading.iter().find_map(|it| fund(it));
        let heading = heading.map(str::to_owned);
        of_whole.or(heading).or_else(|| self.project.clone())
    }

    /// 比上年179.7万元，支出…: what the comparison is of is told behind its base.
    fn name_open_comparison(&mut self, named: &Option<String>) {
        let own = self.phrase.year.is_none_or(|it| it == self.year);
        let (Some(comparison), Some(_), true) = (self.comparison, named, own) else {
            return;
        };
        let comparison = &mut self.told.comparisons[comparison.0];
        if comparison.is_open {
            comparison.is_open = false;
            comparison.subject.clone_from(named);
            comparison.topic = None;
            if let Some(base) = comparison.base {
                self.told.figures[base.0].subject.clone_from(named);
            }
        }
    }

    /// Whether an amount is of what was spoken of before: where nothing is named, or only 支出决算 behind a
    /// narrower thing's plan.
    fn inherits(&self, named: &Option<String>, measure: Measure) -> bool {
        let Some(name) = named else { return true };
        let Some(topic) = self.topic_in_sentence().map(|it| self.figure(it)) else {
            return false;
        };
        let narrower = topic.subject.as_deref().is_some_and(|it| !is_general(it));
        if !is_general(name) || !narrower || self.phrase.item {
            return false;
        }
        if !same_measure(topic.measure(), measure) {
            return is_money(measure);
        }
        let version = self.phrase.version;
        let outcome = self.setting.is_final && version.is_some_and(|it| topic.version != it);
        // Behind a semicolon another year's whole is told, and no part of it.
        let of_part = topic.list.is_some() && self.before_semicolon == self.sentence.len();
        let other_year = self.phrase.year.is_some_and(|it| it != self.year) && !of_part;
        let planned = matches!(topic.named_version, Some(Version::Plan(_)));
        outcome || other_year || self.setting.is_final && version.is_none() && planned
    }

    fn inherited_thing(&mut self, measure: Measure) -> Option<String> {
        let sum = self.phrase.total && self.phrase.year.is_none();
        let counted = self
            .topic_in_sentence()
            .is_some_and(|it| !same_measure(self.figure(it).measure(), measure));
        let mut told = self.sentence.iter().map(|it| self.figure(*it).measure());
        let lone = sum && counted && told.all(|it| !same_measure(it, measure));
        let new = sum && !lone || self.phrase.rest || self.phrase.several.is_some();
        if let Some(topic) = self.topic.filter(|_| !new) {
            let it = self.figure(topic);
            let near = it.place.sentence == self.place.sentence;
            if same_measure(it.measure(), measure) || near {
                return it.subject.clone();
            }
        }
        let open = self.comparison.and_then(|it| {
            let comparison = &self.told.comparisons[it.0];
            comparison
                .subject
                .clone()
                .filter(|_| comparison.current.is_none())
        });
        if let Some(open) = open.filter(|_| !new) {
            return Some(open);
        }
        Some(match () {
            () if self.phrase.rest => REST.to_owned(),
            () if new => TOTAL.to_owned(),
            () => self.general(),
        })
    }

    /// The year an amount is of: the one named, or that of what it is told with.
    fn year_of(&self, of: &Option<String>, inherited: bool) -> i32 {
        if let Some(year) = self.phrase.year {
            return year;
        }
        let topic = self.topic_in_sentence().map(|it| self.figure(it));
        let versioned = inherited && self.phrase.version.is_some();
        if let Some(topic) = topic.filter(|it| versioned && it.subject == *of) {
            return topic.year;
        }
        let whole = self.innermost().and_then(|it| self.list(it).whole);
        whole.map_or(self.year, |it| self.figure(it).year)
    }

    /// The amount that a comparison told before it is of.
    fn complete_comparison(&mut self, id: FigureId, of: &Option<String>, year: i32) {
        let Some(comparison) = self.comparison else {
            return;
        };
        let version = self.figure(id).version;
        let it = &mut self.told.comparisons[comparison.0];
        let planned = plan_of(it.against.version).is_some() && it.against.year == self.year;
        let fits = it.current.is_none()
            && it.subject == *of
            && it.topic.is_none()
            && year == self.year
            && (!planned || version == Version::Outcome);
        if fits {
            it.current = Some(id);
        }
    }

    /// 占27.2%的项目支出248.95万元
    fn complete_share(&mut self, id: FigureId) {
        let Some(pending) = self.pending.take() else {
            return;
        };
        self.told.shares.push(Share {
            share: pending.share,
            part: Some(id),
            part_name: None,
            base: None,
            base_name: pending.base_name,
            list: self.innermost(),
            place: self.place,
        });
    }

    /// 除A外，其余B: both are the whole.
    fn complete_exception(&mut self, id: FigureId) -> bool {
        let Some(excepted) = self.excepted else {
            return false;
        };
        let same = excepted.sentence == self.place.sentence;
        let measured = excepted
            .whole
            .is_some_and(|it| same_measure(self.figure(it).measure(), self.figure(id).measure()));
        if !(same && measured && (excepted.is_closed || self.phrase.rest)) {
            return false;
        }
        let list = self.open_list(Listing::Total, None);
        self.open_lists.pop();
        self.told.lists[list.0].whole = excepted.whole;
        self.told.lists[list.0].parts = vec![excepted.figure, id];
        self.told.figures[id.0].list = Some(list);
        self.told.figures[excepted.figure.0].list = Some(list);
        self.excepted = None;
        true
    }
}
