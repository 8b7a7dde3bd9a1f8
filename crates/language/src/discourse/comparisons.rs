//! Comparisons: with what, and what a phrase says of them without a figure.
use super::Discourse;
use super::figures::Arriving;
use super::words::plan_of;
use crate::{
    lexicon::{Kind, Order, Passage, Plan},
    phrase::{is_general, subject},
    token::{Sense, Token},
    told::{
        Against, Comparison, ComparisonId, Concluded, Denied, Extent, FigureId, Ordered, Version,
    },
};

impl Discourse {
    /// What the phrase compares with: what it names, or last year.
    pub(super) fn against(&self) -> Against {
        let compare = self.phrase.compare.clone().unwrap_or_default();
        if self.phrase.compare.is_none() && self.speaks_of_plan() {
            return Against {
                year: self.year,
                version: Some(Version::Plan(Plan::Opening)),
            };
        }
        let named = compare.version;
        let own_year = match named {
            Some(Version::Plan(Plan::Opening | Plan::Adjusted)) => true,
            Some(Version::Plan(Plan::Any)) => self.setting.is_final,
            _ => false,
        };
        let year = if own_year { self.year } else { self.year - 1 };
        Against {
            year: compare.year.unwrap_or(year),
            version: named,
        }
    }

    /// Whether only the plan for the year has been told in the line: 年初预算1500万元，完成106.67%。增加100万元.
    fn speaks_of_plan(&self) -> bool {
        let topic = self.topic.map(|it| self.figure(it));
        self.setting.is_final
            && topic.is_some_and(|it| {
                let opening = it.named_version == Some(Version::Plan(Plan::Opening));
                opening && it.line == self.line
            })
    }

    pub(super) fn begin_comparison(
        &mut self,
        subject: Option<String>,
        topic: Option<FigureId>,
    ) -> ComparisonId {
        let id = ComparisonId(self.told.comparisons.len());
        self.told.comparisons.push(Comparison {
            subject,
            year: self.phrase.year.unwrap_or(self.year),
            against: self.against(),
            current: None,
            base: None,
            change: None,
            rate: None,
            level: None,
            multiple: None,
            is_partial: self.phrase.except || self.phrase.moves_again,
            topic,
            is_open: false,
            place: self.place,
        });
        id
    }

    /// The comparison that a change or a rate belongs to: the one that is going on, unless it has
    /// one, or another base is named.
    pub(super) fn comparison_for(
        &mut self,
        subject: Option<String>,
        has: fn(&Comparison) -> Option<FigureId>,
        topic: Option<FigureId>,
    ) -> ComparisonId {
        let going_on = self.comparison.filter(|id| {
            let it = &self.told.comparisons[id.0];
            let compare = self.phrase.compare.as_ref();
            let begun = it.change.or(it.rate).or(it.base).is_some() || it.level.is_some();
            let named = compare.is_some_and(|it| it.year.is_some() || it.version.is_some());
            let other = begun && named && self.against() != it.against;
            it.subject == subject
                && has(it).is_none()
                && !self.phrase.except
                && !self.phrase.moves_again
                && !other
        });
        let id = going_on.unwrap_or_else(|| self.begin_comparison(subject, topic));
        self.comparison = Some(id);
        id
    }

    /// The topic, if it is the thing that is named.
    pub(super) fn topic_named(
        &self,
        topic: Option<FigureId>,
        subject: &Option<String>,
    ) -> Option<FigureId> {
        topic.filter(|it| self.figure(*it).subject == *subject)
    }

    /// What a phrase says without a figure.
    pub(super) fn say_phrase(&mut self) {
        if self.phrase.concludes || self.phrase.reason {
            self.conclude();
        }
        if self.phrase.level.is_some() {
            self.say_level();
        }
        if self.phrase.nothing.is_some() {
            self.say_nothing();
        }
    }

    /// 因此预算安排较上年增加: what a reason comes to at its end. One that does not come back to last year
    /// there speaks of other things.
    fn conclude(&mut self) {
        let seen = self.phrase.seen.iter().rev();
        let clause = seen.take_while(|it| !matches!(it.sense, Sense::Mark(_)));
        let clause: Vec<&Token> = clause.collect();
        let kind = |it: &&Token| it.kind();
        let directed = matches!(clause.first().and_then(kind), Some(Kind::Direction(_)));
        let compares = clause
            .iter()
            .any(|it| matches!(it.kind(), Some(Kind::Compare(_))));
        let Some((course, word)) = self.phrase.course.filter(|_| directed && compares) else {
            return;
        };
        let mut told = self.told.comparisons.iter();
        let of_line = told.rposition(|it| {
            let figures = [it.change, it.rate].into_iter().flatten();
            figures
                .map(|it| self.figure(it).line)
                .any(|it| it == self.line)
        });
        if let Some(comparison) = of_line {
            self.told.conclusions.push(Concluded {
                comparison: ComparisonId(comparison),
                course,
                word,
                is_explicit: self.phrase.concludes,
            });
        }
    }

    /// 与上年持平, 与预算数持平, 与收入相等
    fn say_level(&mut self) {
        let Some(word) = self.phrase.level.take() else {
            return;
        };
        // 变化与收入一致: the changes are alike, and not the amounts.
        if self
            .phrase
            .has(|it| matches!(it.kind(), Some(Kind::Direction(_))))
        {
            return;
        }
        let against = self.against();
        let compare = self.phrase.compare.clone().unwrap_or_default();
        let is_plan = match compare.version {
            Some(Version::Plan(Plan::Opening | Plan::Adjusted)) => true,
            Some(Version::Plan(Plan::Any)) => self.setting.is_final && against.year == self.year,
            _ => false,
        };
        if let (true, Some(plan)) = (is_plan, plan_of(compare.version)) {
            self.told.orders.push(Ordered {
                order: Order::Equal,
                plan,
                word,
                subject: self.named(),
                place: self.place,
            });
            return;
        }
        let named = self.named();
        let topic = self.topic;
        let spoken = named.or_else(|| self.figure(topic?).subject.clone());
        let other = subject(&compare.names);
        match (other, topic) {
            (Some(other), Some(topic)) if Some(&other) != spoken.as_ref() => {
                self.told.equals.push((topic, other));
            }
            _ if spoken.is_some() && self.phrase.run().1.is_empty() => {
                let going_on = self.comparison.filter(|it| {
                    let it = &self.told.comparisons[it.0];
                    it.subject == spoken && self.phrase.compare.is_none()
                });
                let topic = self.topic_named(topic, &spoken);
                let id = going_on.unwrap_or_else(|| self.begin_comparison(spoken, topic));
                self.told.comparisons[id.0].level = Some(word);
                self.comparison = Some(id);
            }
            _ => {}
        }
    }

    /// 没有…, 未安排…
    pub(super) fn say_nothing(&mut self) {
        let Some(word) = self.phrase.nothing.take() else {
            return;
        };
        let (mut names, mut joined) = self.phrase.run();
        // 政府性基金均无收入安排: the income of what stands before.
        let general = subject(names).as_deref().is_some_and(is_general);
        if general && !self.phrase.kept.is_empty() {
            (names, joined) = (&self.phrase.kept, &self.phrase.kept_joined);
        }
        let named = subject(names);
        let version = self.phrase.version;
        let plans = matches!(version, Some(Version::Plan(Plan::Opening | Plan::Any)));
        if plans && named.is_none() && self.setting.is_final {
            self.told.unplanned.push(self.place.sentence);
            return;
        }
        let mut of: Vec<Option<String>> = joined.iter().map(|it| subject(it)).collect();
        of.push(named);
        of.retain(Option::is_some);
        if of.is_empty() {
            let topic = self.topic_in_sentence();
            let topic = topic.and_then(|it| self.figure(it).subject.clone());
            of.push(topic.or_else(|| Some(self.general())));
        }
        let year = self.phrase.year.unwrap_or(self.year);
        let bought = self.phrase.flow == Some(Passage::In);
        let is_of_purchase = self.phrase.nothing_bought || bought;
        let extent = if self.is_narrower {
            Extent::Narrower
        } else {
            Extent::Whole
        };
        let denied = of.into_iter().map(|subject| Denied {
            subject,
            year,
            version,
            word,
            is_of_purchase,
            extent,
            place: self.place,
        });
        self.told.denials.extend(denied);
    }

    /// The thing that a base is of: what is named, what is spoken of, or what the heading names.
    pub(super) fn compared_thing(&self, it: &Arriving) -> String {
        let topic = || self.figure(self.topic?).subject.clone();
        let compare = self.phrase.compare.as_ref();
        // 与2023年收入预算9万元相比 speaks of income, whatever was told last.
        let named_in = || {
            let name = subject(&compare?.names)?;
            let told = self.amount_of(&name).is_some();
            (told && it.subject.is_none()).then_some(name)
        };
        self.named()
            .or_else(named_in)
            .or_else(topic)
            .unwrap_or_else(|| self.general())
    }

    /// Whether 较 or a word like it was the last before a figure.
    pub(super) fn compares_last(&self) -> bool {
        self.phrase
            .ends_with(|it| matches!(it.kind(), Some(Kind::Compare(_))))
    }
}
