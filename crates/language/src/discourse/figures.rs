//! What a figure is, by the words before it.
use super::{Discourse, Target};
use crate::{
    lexicon::{Course, Kind, Passage},
    line::{Figure, Measure},
    phrase::{Compare, Phrase, subject},
    token::{Mark, Token, is_money},
    told::{Extent, FigureId, Role, ToldFigure},
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
            let target = targets.get(index);
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

    /// What several figures in a row belong to: as many names before them, the things of the run
    /// before, or the last amounts of the sentence.
    fn targets_of(&mut self, count: usize, measure: Measure) -> Vec<Target> {
        self.phrase.several = None;
        let (names, joined) = self.phrase.run();
        let runs = joined.iter().map(Vec::as_slice).chain([names]);
        let named: Vec<Target> = runs
            .filter_map(subject)
            .map(|subject| Target {
                subject,
                amount: None,
            })
            .collect();
        let plain = self.phrase.course.is_none() && !self.phrase.share && !self.phrase.completes;
        let listed = self.phrase.respectively && plain && is_money(measure) && !self.phrase.from;
        if named.len() == count {
            self.targets.clone_from(&named);
            return named;
        }
        if self.targets.len() == count {
            return self.targets.clone();
        }
        if listed {
            let sentence = self.place.sentence;
            return (0..count)
                .map(|it| Target {
                    subject: format!("#{sentence}.{it}"),
                    amount: None,
                })
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
        let amount = it.role == Role::Amount && it.year == self.setting.year;
        (amount && is_money(it.measure())).then_some(Target {
            subject: it.subject.clone()?,
            amount: Some(id),
        })
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
            subject,
            year: self.setting.year,
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
            is_rough: self.phrase.rough,
            doubt: self.phrase.doubt.clone().or(passed),
        });
        self.last = Some(id);
        id
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
    if money && of {
        after.version = before.version;
        after.year = before.year;
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

    /// What came or went: 新增2辆.
    pub(super) fn flow(&mut self, arriving: &Arriving, passage: Passage) {
        let id = self.keep(arriving, Role::Flow, None);
        self.told.figures[id.0].course = Some(match passage {
            Passage::In => Course::Up,
            Passage::Out => Course::Down,
        });
    }
}
