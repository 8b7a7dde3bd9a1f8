//! What a figure is, by the words before it.
use super::{Discourse, Target};
use crate::{
    lexicon::{Age, Course, Kind, Passage},
    line::{Figure, Measure},
    phrase::{Compare, Phrase, subject, unnamed},
    token::{Mark, Sense, Token, is_money},
    told::{Extent, FigureId, Role, ToldFigure, Version, WordAt},
};

/// A figure on its way, with what stands around it.
pub(super) struct Arriving<'a> {
    pub figure: &'a Figure,
    /// What it belongs to, if it is one of several in a row.
    pub target: Option<&'a Target>,
    /// The token behind it, for the last of several.
    pub next: Option<&'a Token>,
    /// What it is named to be of.
    pub subject: Option<String>,
}

impl Discourse {
    /// Takes figures that stand in a row; `behind` is the token behind them.
    pub(super) fn figures(&mut self, tokens: &[Token], run: &[usize], behind: usize) {
        let figures: Vec<&Figure> = run.iter().filter_map(|it| tokens[*it].figure()).collect();
        let targets = match figures.as_slice() {
            [first, _, ..] => self.targets_of(figures.len(), first.measure),
            _ => Vec::new(),
        };
        let next = tokens.get(behind);
        let before = self.phrase.clone();
        for (index, figure) in figures.iter().enumerate() {
            self.phrase = before.clone();
            if index > 0 {
                self.own_direction(tokens, run[index]);
            }
            let target = targets.get(index);
            if let Some(version) = target.and_then(|it| it.version) {
                self.phrase.version = Some(version);
            }
            if let Some(year) = target.and_then(|it| it.year) {
                self.phrase.year = Some(year);
            }
            let last = index + 1 == figures.len();
            let arriving = Arriving {
                figure,
                target,
                next: next.filter(|_| last),
                subject: self.named_subject(target),
            };
            self.arrive(&arriving);
        }
        if let Some(last) = figures.last() {
            self.phrase = carried_on(&before, last.measure, next);
        }
    }

    /// 分别增长3%、下降5%: the direction just before a figure is its own.
    fn own_direction(&mut self, tokens: &[Token], figure: usize) {
        let word = &tokens[figure - 1];
        if let Some(Kind::Direction(course)) = word.kind() {
            self.phrase.course = Some((course, self.at(word)));
        }
    }

    /// What several figures in a row belong to: as many names before them, the things of the run
    /// before, or the last amounts of the sentence.
    fn targets_of(&mut self, count: usize, measure: Measure) -> Vec<Target> {
        self.phrase.several = None;
        let (names, joined) = self.phrase.run();
        let runs = joined.iter().map(Vec::as_slice).chain([names]);
        let named: Vec<Target> = runs.filter_map(subject).map(Target::named).collect();
        let plain = self.phrase.course.is_none() && !self.phrase.share && !self.phrase.completes;
        let listed = self.phrase.respectively && plain && is_money(measure) && !self.phrase.from;
        if named.len() == count {
            self.targets.clone_from(&named);
            return named;
        }
        if self.targets.len() == count {
            return self.targets.clone();
        }
        let told_apart = self.versions_or_years(&named, count);
        if !told_apart.is_empty() {
            return told_apart;
        }
        if listed {
            let sentence = self.place.sentence;
            return (0..count)
                .map(|it| Target::named(unnamed(sentence, it)))
                .collect();
        }
        let amounts: Vec<Target> = self
            .sentence
            .iter()
            .filter_map(|id| self.as_target(*id))
            .collect();
        if amounts.len() < count {
            return Vec::new();
        }
        self.targets = amounts[amounts.len() - count..].to_vec();
        self.targets.clone()
    }

    fn as_target(&self, id: FigureId) -> Option<Target> {
        let it = self.figure(id);
        let amount = it.role == Role::Amount && it.year == self.year;
        (amount && is_money(it.measure())).then_some(Target {
            amount: Some(id),
            ..Target::named(it.subject.clone()?)
        })
    }

    /// 年初预算与决算分别为…, 2023年、2024年支出分别为…: one thing in several versions or years.
    fn versions_or_years(&self, named: &[Target], count: usize) -> Vec<Target> {
        let topic = || self.figure(self.topic_in_sentence()?).subject.clone();
        let subject = match named {
            [] => topic().unwrap_or_else(|| self.general()),
            [one] => one.subject.clone(),
            _ => return Vec::new(),
        };
        let seen = self.phrase.seen.iter();
        let versions: Vec<Version> = seen.clone().filter_map(version_of).collect();
        let compared = |it: &&Token| !matches!(it.kind(), Some(Kind::Compare(_)));
        let years: Vec<i32> = seen
            .take_while(compared)
            .filter_map(|it| year_named(it, self.year))
            .collect();
        let target = Target::named(subject);
        if versions.len() == count && self.phrase.course.is_none() {
            let of = |it: &Version| Target {
                version: Some(*it),
                ..target.clone()
            };
            return versions.iter().map(of).collect();
        }
        if years.len() == count {
            let of = |it: &i32| Target {
                year: Some(*it),
                ..target.clone()
            };
            return years.iter().map(of).collect();
        }
        Vec::new()
    }

    fn named_subject(&self, target: Option<&Target>) -> Option<String> {
        if let Some(target) = target {
            return Some(target.subject.clone());
        }
        let (names, joined) = self.phrase.run();
        let mut all: Vec<String> = joined.iter().filter_map(|it| subject(it)).collect();
        all.extend(subject(names));
        let passes = match self.phrase.flow {
            Some(Passage::In) => "购置",
            Some(Passage::Out) => "处置",
            None => "",
        };
        (!all.is_empty()).then(|| format!("{passes}{}", all.join("+")))
    }

    fn arrive(&mut self, arriving: &Arriving) {
        if self.phrase.may_become && is_money(arriving.figure.measure) {
            self.phrase.becomes = true;
        }
        match arriving.figure.measure {
            Measure::Money(_) | Measure::Count(_) => self.amount(arriving),
            Measure::Percent => self.percentage(arriving),
            Measure::Points => self.points(arriving),
            Measure::Times => self.times(arriving),
        }
    }

    /// Keeps a figure; its doubts are those of the phrase.
    pub(super) fn keep(
        &mut self,
        arriving: &Arriving,
        role: Role,
        subject: Option<String>,
    ) -> FigureId {
        let id = FigureId(self.told.figures.len());
        let inherits = arriving.subject.is_none();
        let passed = self.phrase.passed_unknown.clone().filter(|_| inherits);
        let course =
            matches!(role, Role::Change | Role::Rate | Role::Points).then_some(self.phrase.course);
        let course = course
            .flatten()
            .map(|it| (signed(arriving.figure, it.0), it.1));
        self.told.figures.push(ToldFigure {
            figure: arriving.figure.clone(),
            line: self.line,
            role,
            named_at: self.named_at(subject.as_deref()),
            subject,
            year: self.year,
            version: self.phrase.version.unwrap_or(self.usual_version()),
            named_version: self.phrase.version,
            course: course.map(|it| it.0),
            word: course.map(|it| it.1),
            list: None,
            place: self.place,
            depth: self.depth,
            is_base: false,
            is_item: self.phrase.item,
            is_inherited: false,
            is_total: false,
            is_balance: false,
            fund: None,
            extent: Extent::Whole,
            is_rough: self.phrase.rough || arriving.next.is_some_and(says_roughly),
            doubt: self.phrase.doubt.clone().or(passed),
        });
        self.last = Some(id);
        id
    }
}

impl Discourse {
    /// Where the names stand that a figure is of: before it, or in the sentence that opened the line.
    fn named_at(&self, subject: Option<&str>) -> Option<WordAt> {
        let (names, joined) = self.phrase.run();
        let first = joined.first().map_or(names, Vec::as_slice).first();
        if self.named_subject(None).as_deref() == subject {
            return Some(self.span_of(first?, names.last()?));
        }
        let opening = self.opening.as_ref()?;
        (Some(opening.name.as_str()) == subject).then_some(opening.at)
    }
}

/// 78%左右
fn says_roughly(behind: &Token) -> bool {
    match &behind.sense {
        Sense::Unknown(text) => ["左右", "上下", "以上", "以内", "以下"]
            .iter()
            .any(|it| text.starts_with(it)),
        _ => false,
    }
}

/// The version that a word names.
pub(super) fn version_of(token: &Token) -> Option<Version> {
    match token.kind() {
        Some(Kind::Plan(plan)) => Some(Version::Plan(plan)),
        Some(Kind::Outcome) => Some(Version::Outcome),
        _ => None,
    }
}

/// The year that a word names where this one is spoken of.
pub(super) fn year_named(token: &Token, this: i32) -> Option<i32> {
    match token.sense {
        Sense::Year { year, beginning } => Some(i32::from(year) - i32::from(beginning)),
        Sense::Word(Kind::Time(Age::Last)) => Some(this - 1),
        Sense::Word(Kind::Time(Age::This)) => Some(this),
        _ => None,
    }
}

/// 增加-5万元 means that it fell, and so does 减少-5万元.
fn signed(figure: &Figure, course: Course) -> Course {
    if figure.number.is_sign_negative() {
        return Course::Down;
    }
    course
}

/// What goes on behind a figure: what it was of when a percentage may follow that is of it.
fn carried_on(before: &Phrase, measure: Measure, next: Option<&Token>) -> Phrase {
    let mut after = Phrase::default();
    let money = is_money(measure);
    let counted = matches!(measure, Measure::Count(_));
    let of = next.is_some_and(|it| it.is(Kind::Of));
    if before.share && money {
        after.share = true;
        after.share_of.clone_from(&before.share_of);
        after.share_by.clone_from(&before.share_by);
    }
    if before.completes && money {
        after.completes = true;
        after.version = before.version;
    }
    let joins = next.is_some_and(|it| it.is_mark(Mark::Pause) || it.is(Kind::Join));
    if money && (of || joins) || counted {
        after.year = before.year;
    }
    if money && of {
        after.version = before.version;
    }
    if measure == Measure::Percent && before.completes && before.version.is_some() {
        after.completes = true;
    }
    if before.from {
        after.kept_joined.clone_from(&before.kept_joined);
        if before.respectively {
            after.names.clone_from(&before.names);
            after.joined.clone_from(&before.joined);
        }
    }
    if let (Some(compare), None) = (&before.compare, before.course) {
        let share = measure == Measure::Percent;
        if money || counted || share {
            after.compare = Some(Compare {
                open: false,
                ..compare.clone()
            });
            after.share |= share && before.share;
        }
    }
    // 购置A 0台，B 0台: what is bought goes on.
    let bought = before
        .flow
        .filter(|_| counted && !before.run().0.is_empty());
    after.flow = bought;
    after.except = before.except && money;
    after
}

impl Discourse {
    /// Whether the phrase went on behind a comma.
    pub(super) fn has_comma(&self) -> bool {
        self.phrase.has(|it| it.is_mark(Mark::Comma))
    }

    /// What came or went: 新增2辆, 追加20万元.
    pub(super) fn flow(&mut self, arriving: &Arriving, course: Course) {
        let id = self.keep(arriving, Role::Flow, None);
        self.told.figures[id.0].course = Some(course);
        self.sentence.push(id);
    }
}
