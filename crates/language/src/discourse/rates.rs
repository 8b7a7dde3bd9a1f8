//! Percentages, points and multiples: what they are of.
use super::{Discourse, PendingShare, figures::Arriving};
use crate::{
    lexicon::{Kind, Plan},
    phrase::subject,
    token::Token,
    told::{Completion, FigureId, Points, Role, Share, Version},
};

/// 27.2%的项目支出, 48.31%来自财政拨款, 38.14%即314万元: what has the share stands behind it.
fn leads_on(behind: &Token) -> bool {
    behind.is(Kind::Of) || behind.is(Kind::Source)
}

impl Discourse {
    /// A percentage.
    pub(super) fn percentage(&mut self, it: &Arriving) {
        let moved = self.phrase.course.is_some();
        let directed = self
            .phrase
            .ends_with(|it| matches!(it.kind(), Some(Kind::Direction(_) | Kind::ChangeOf(_))));
        let compares = self.phrase.compare.is_some();
        if self.phrase.share && self.phrase.of_its_kind {
            self.keep(it, Role::Unknown, None);
        } else if moved && !(self.phrase.share && !compares && !directed) {
            self.rate(it);
        } else if compares && !self.phrase.completes && self.speaks_of_shares() {
            let id = self.keep(it, Role::FormerShare, None);
            self.former_share = Some((id, self.place.sentence));
        } else if self.tells_share(it) {
            self.share(it);
        } else if self.tells_completion(it) {
            self.completion(it);
        } else if let Some(comparison) = self.open_rate(it) {
            let of = self.told.comparisons[comparison].subject.clone();
            let id = self.keep(it, Role::Rate, of);
            self.told.comparisons[comparison].rate = Some(id);
        } else {
            self.nameless_percentage(it);
        }
    }

    /// 27.2%的项目支出 is a share of what comes; any other percentage may be anything: 利率, 覆盖率.
    fn nameless_percentage(&mut self, it: &Arriving) {
        if !it.next.is_some_and(leads_on) {
            self.keep(it, Role::Unknown, None);
            return;
        }
        let id = self.keep(it, Role::Share, None);
        self.pending = Some(PendingShare {
            share: id,
            base_name: None,
            subject: None,
        });
    }

    fn speaks_of_shares(&self) -> bool {
        let in_sentence = |it: (FigureId, usize)| it.1 == self.place.sentence;
        self.phrase.share || self.current_share.is_some_and(in_sentence)
    }

    /// 增长5.29%
    fn rate(&mut self, it: &Arriving) {
        let (of, topic) = self.moved_thing(it);
        let id = self.keep(it, Role::Rate, of.clone());
        let topic = self.topic_named(topic, &of);
        let comparison = if it.target.is_some() {
            let ids = (0..self.told.comparisons.len()).rev();
            let mut ids = ids.filter(|id| {
                let comparison = &self.told.comparisons[*id];
                comparison.place.sentence == self.place.sentence
                    && comparison.subject == of
                    && comparison.rate.is_none()
            });
            let found = ids.next().map(crate::told::ComparisonId);
            let id = found.unwrap_or_else(|| self.begin_comparison(of, topic));
            self.comparison = Some(id);
            id
        } else {
            self.comparison_for(of, |it| it.rate, topic)
        };
        self.told.comparisons[comparison.0].rate = Some(id);
    }

    fn tells_share(&self, it: &Arriving) -> bool {
        if self.tells_share_of_plan() {
            return false;
        }
        let of = self.phrase.has(|it| it.is(Kind::Of));
        let respective = it.target.is_some() && !self.phrase.completes && !of;
        self.phrase.share || respective && self.phrase.version.is_none()
    }

    /// 占年初预算的93%: how much of its plan came to be.
    fn tells_share_of_plan(&self) -> bool {
        let planned = match self.phrase.version {
            Some(Version::Plan(Plan::Any)) => self.setting.is_final,
            Some(Version::Plan(_)) => true,
            _ => false,
        };
        self.phrase.share && planned && self.phrase.share_of.is_empty()
    }

    /// 占支出预算的7%
    fn share(&mut self, it: &Arriving) {
        let id = self.keep(it, Role::Share, None);
        let next_of = it.next.is_some_and(leads_on);
        let base_name = self.name_of_whole(next_of);
        let target = it.target.and_then(|it| it.amount);
        let name = it.target.map(|it| it.subject.clone());
        let name = name.or_else(|| subject(&self.phrase.share_by));
        let part = target
            .or_else(|| self.amount_of_share(name.as_deref()))
            .or_else(|| self.topic_in_sentence().filter(|_| name.is_none()));
        if self.is_of_all(part) && base_name.is_none() {
            return self.share_of_all(id);
        }
        self.current_share = Some((id, self.place.sentence));
        if next_of {
            self.pending = Some(PendingShare {
                share: id,
                base_name,
                subject: subject(&self.phrase.share_by),
            });
            return;
        }
        let has_share_word = self.phrase.has(|it| it.is(Kind::Share));
        let base = self
            .share_base
            .filter(|it| self.figure(*it).place.sentence == self.place.sentence && !has_share_word);
        self.told.shares.push(Share {
            share: id,
            part,
            part_name: name.filter(|_| part.is_none()),
            base,
            base_name,
            list: self.innermost(),
            place: self.place,
        });
    }

    /// 全部为…，占100%: all of the whole.
    fn share_of_all(&mut self, share: FigureId) {
        let whole = self.wholly.map(|it| it.0);
        self.told.shares.push(Share {
            share,
            part: whole,
            part_name: None,
            base: whole,
            base_name: None,
            list: None,
            place: self.place,
        });
    }

    fn is_of_all(&self, part: Option<FigureId>) -> bool {
        self.wholly.is_some_and(|(whole, sentence)| {
            sentence == self.place.sentence && part.is_none_or(|it| it == whole)
        })
    }

    /// The name of the whole that a share is of; it may have been told of the share before.
    fn name_of_whole(&mut self, next_of: bool) -> Option<String> {
        let named = subject(&self.phrase.share_of);
        if let Some(name) = &named {
            self.share_of = Some((self.place.sentence, name.clone()));
            return named;
        }
        let last = self.phrase.ends_with(|it| it.is(Kind::Share));
        let before = self.share_of.as_ref();
        let before = before.filter(|it| it.0 == self.place.sentence && last && next_of);
        before.map(|it| it.1.clone())
    }

    fn amount_of_share(&self, name: Option<&str>) -> Option<FigureId> {
        let name = name?;
        let begins = |it: &Option<String>| it.as_deref().is_some_and(|it| it.starts_with(name));
        let longer = || {
            let ids = (0..self.told.figures.len()).rev().map(FigureId);
            let mut ids = ids.filter(|it| self.figure(*it).place.section == self.place.section);
            ids.find(|it| {
                let figure = self.figure(*it);
                figure.role == Role::Amount && figure.year == self.year && begins(&figure.subject)
            })
        };
        self.amount_of(name).or_else(longer)
    }

    fn tells_completion(&self, it: &Arriving) -> bool {
        let planned = matches!(self.phrase.version, Some(Version::Plan(_)));
        self.phrase.completes || planned || it.target.is_some() && self.setting.is_final
    }

    /// 完成年初预算的91.69%
    fn completion(&mut self, it: &Arriving) {
        let plan_version = match self.phrase.version {
            Some(Version::Plan(plan)) => plan,
            _ => Plan::Any,
        };
        let id = self.keep(it, Role::Completion, None);
        let told = self.plan_told.take();
        let near = |id: &FigureId| self.figure(*id).place.sentence == self.place.sentence;
        let plan = told.filter(near).or_else(|| self.plan_just_told(id));
        let topic = self.topic_in_sentence();
        let topic = topic.and_then(|it| self.figure(it).subject.clone());
        self.told.completions.push(Completion {
            rate: id,
            plan_version,
            plan,
            outcome: it.target.and_then(|it| it.amount),
            subject: it.target.map(|it| it.subject.clone()).or(topic),
            place: self.place,
        });
    }

    /// 为年初预算652万元的91.69%
    fn plan_just_told(&self, rate: FigureId) -> Option<FigureId> {
        let before = FigureId(rate.0.checked_sub(1)?);
        let it = self.figure(before);
        let same = self.phrase.version.is_some() && it.named_version == self.phrase.version;
        let only_of = self.phrase.seen.len() == 1 && self.phrase.ends_with(|it| it.is(Kind::Of));
        let here = it.place.sentence == self.place.sentence && it.role == Role::Amount;
        (same && only_of && here).then_some(before)
    }

    /// The change just told whose rate this is, without a word before it: 增加50万元（5%）.
    fn open_rate(&self, it: &Arriving) -> Option<usize> {
        let comparison = self.comparison?.0;
        let open = &self.told.comparisons[comparison];
        let fits = open.change.is_some() && open.rate.is_none() && it.subject.is_none();
        fits.then_some(comparison)
    }

    /// 提高8.82个百分点
    pub(super) fn points(&mut self, it: &Arriving) {
        let id = self.keep(it, Role::Points, None);
        let here = |it: (FigureId, usize)| (it.1 == self.place.sentence).then_some(it.0);
        let share = self.current_share.and_then(here);
        let former = self.former_share.and_then(here);
        if let (Some(share), Some(former)) = (share, former) {
            self.told.points.push(Points {
                share,
                former,
                points: id,
            });
        }
    }

    /// 增长3.10倍, 是上年的2倍
    pub(super) fn times(&mut self, it: &Arriving) {
        let of = it.subject.clone().or_else(|| {
            let comparison = self.comparison.map(|it| &self.told.comparisons[it.0]);
            let topic = || self.figure(self.topic?).subject.clone();
            comparison.and_then(|it| it.subject.clone()).or_else(topic)
        });
        if self.phrase.course.is_some() {
            let id = self.keep(it, Role::Rate, of.clone());
            let comparison = self.comparison_for(of, |it| it.rate, self.topic);
            self.told.comparisons[comparison.0].rate = Some(id);
        } else if let Some(year) = self.phrase.year.filter(|it| *it != self.year) {
            let id = self.keep(it, Role::Multiple, of.clone());
            let topic = self.topic.map(|it| self.this_years(it));
            let comparison = self
                .comparison
                .unwrap_or_else(|| self.begin_comparison(of, topic));
            let comparison = &mut self.told.comparisons[comparison.0];
            comparison.multiple = Some(id);
            comparison.year = self.year;
            comparison.against.year = year;
        } else {
            self.keep(it, Role::Unknown, of);
        }
    }
}
