//! Finds the amounts that a sentence means without repeating them.
use crate::{
    budget::{
        Budget, FactId,
        telling::{self, Telling},
    },
    claim::{Certainty, Claim, Constraint, Relation, Term, Tie},
    language::{
        discourse::same_measure,
        line::Measure,
        told::{FigureId, Role, ToldFigure, Version},
    },
};
use rust_decimal::Decimal;

/// What sentences tell, with what is needed to find amounts in it.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The budget.
    pub budget: &'a Budget,
    /// What its sentences tell.
    pub telling: &'a Telling,
    /// The year of the document.
    pub year: i32,
}

/// Which amount is looked for.
#[derive(Debug, Clone)]
pub struct Wanted<'a> {
    /// Of what.
    pub subject: &'a str,
    /// Of which year.
    pub year: i32,
    /// In which version; the document's own where none is named.
    pub version: Option<Version>,
}

/// Where an amount is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// In a sentence.
    Sentence(usize),
    /// In a section, the nearest to a sentence.
    Section(usize, usize),
    /// Anywhere in what one body explains, the nearest to a sentence.
    Part(usize, usize),
}

impl<'a> Reader<'a> {
    /// Of a budget.
    pub fn new(budget: &'a Budget) -> Self {
        Reader {
            budget,
            telling: &budget.telling,
            year: budget.telling.year,
        }
    }

    /// The figure.
    pub fn figure(&self, id: FigureId) -> &'a ToldFigure {
        self.telling.figure(id)
    }

    /// This year's amounts and counts below headings with a word.
    pub fn below(&self, word: &'a str) -> impl Iterator<Item = (FigureId, &'a ToldFigure)> {
        let (telling, year) = (self.telling, self.year);
        telling.figures().filter(move |(_, it)| {
            let own = it.role == Role::Amount && it.year == year && !it.is_base;
            own && telling.heading(it).contains(word)
        })
    }

    /// Its fact.
    pub fn fact(&self, id: FigureId) -> FactId {
        self.telling.fact(id)
    }

    /// Its value: yuan, percent or pieces.
    pub fn value(&self, id: FigureId) -> Decimal {
        self.budget.fact(self.fact(id)).amount.value
    }

    /// How well a version is the one that is wanted: not at all, perhaps, or wholly.
    pub fn fit(&self, version: Version, wanted: Option<Version>) -> u8 {
        telling::fit(self.budget.kind, version, wanted)
    }

    /// The amount that is wanted, the nearest of those that fit best.
    pub fn find(&self, wanted: &Wanted, within: Within) -> Option<FigureId> {
        let fitting = self.telling.figures().filter(|(_, it)| {
            it.role == Role::Amount
                && it.subject.as_deref() == Some(wanted.subject)
                && it.year == wanted.year
                && self.fit(it.version, wanted.version) > 0
                && within.holds(it)
        });
        let rank = |(id, it): &(FigureId, &ToldFigure)| {
            let fit = self.fit(it.version, wanted.version);
            (std::cmp::Reverse(fit), within.distance(it), *id)
        };
        fitting.min_by_key(rank).map(|it| it.0)
    }

    /// Whether no income is told as a part, or a repetition, of expenditure.
    pub fn are_of_one_side(&self, one: FigureId, other: FigureId) -> bool {
        let side = |id: FigureId| {
            let name = self.budget.fact(self.fact(id)).name.row.words();
            let found = ["收入", "支出"].map(|it| name.rfind(it).map(|at| (at, it)));
            found.into_iter().flatten().max()
        };
        let sides = side(one).zip(side(other));
        sides.is_none_or(|(one, other)| one.1 == other.1)
    }

    /// Whether two figures count the same.
    pub fn alike(&self, one: FigureId, other: FigureId) -> bool {
        same_measure(self.figure(one).measure(), self.figure(other).measure())
    }

    /// Words among these figures that were not understood; 约 is one of them.
    pub fn doubt(&self, figures: &[FigureId]) -> Option<String> {
        let rough = |it: &ToldFigure| it.is_rough.then(|| "约".to_owned());
        let mut doubts = figures.iter().filter_map(|id| {
            let it = self.figure(*id);
            it.doubt.clone().or_else(|| rough(it))
        });
        doubts.next()
    }

    /// A claim about figures, with what was not understood among them.
    pub fn claim(&self, figures: &[FigureId], claim: Claim) -> Claim {
        Claim {
            doubt: self.doubt(figures),
            ..claim
        }
    }

    /// That figures are equal.
    pub fn equal(&self, one: FigureId, other: FigureId) -> Tie {
        sum(self.fact(one), vec![Term::plus(self.fact(other))])
    }

    /// That parts make a whole.
    pub fn adds_up(&self, whole: FigureId, parts: &[FigureId]) -> Tie {
        let parts = parts.iter().map(|it| Term::plus(self.fact(*it)));
        sum(self.fact(whole), parts.collect())
    }

    /// That one figure is at most another.
    pub fn at_most(&self, part: FigureId, whole: FigureId) -> Tie {
        Tie::Sum(at_most(self.fact(part), self.fact(whole)))
    }

    /// That a figure is nothing.
    pub fn is_nothing(&self, id: FigureId) -> Tie {
        sum(self.fact(id), Vec::new())
    }

    /// A usual claim is no chance where figures are so many times larger than what passes.
    pub fn usual(&self, whole: FigureId, times: i64) -> Certainty {
        let value = self.value(whole).abs();
        let among = value.checked_mul(Decimal::from(times));
        Certainty::Usual {
            among: among.unwrap_or(value).max(Decimal::ONE),
        }
    }
}

/// That a figure is a sum of others.
pub fn sum(whole: FactId, right: Vec<Term>) -> Tie {
    Tie::Sum(equal(vec![Term::plus(whole)], right))
}

/// That two figures are equal.
pub fn equal(left: Vec<Term>, right: Vec<Term>) -> Constraint {
    Constraint {
        left,
        relation: Relation::Equal,
        right,
        absent: Vec::new(),
    }
}

/// That a figure is at most another.
pub fn at_most(part: FactId, whole: FactId) -> Constraint {
    Constraint {
        left: vec![Term::plus(part)],
        relation: Relation::AtMost,
        right: vec![Term::plus(whole)],
        absent: Vec::new(),
    }
}

/// Whether it counts money.
pub fn is_money(figure: &ToldFigure) -> bool {
    matches!(figure.measure(), Measure::Money(_))
}

/// A plan and its outcome told in one sentence.
pub fn told_together(
    reader: &Reader,
    (section, sentence): (usize, usize),
    plan: Version,
    subject: Option<&str>,
) -> (Option<FigureId>, Option<FigureId>) {
    let all: Vec<(FigureId, &ToldFigure)> = reader
        .telling
        .figures()
        .filter(|(_, it)| {
            let here = it.place.sentence == sentence && it.year == reader.year;
            it.role == Role::Amount && is_money(it) && here
        })
        .collect();
    let of_subject = |it: &(FigureId, &ToldFigure)| it.1.subject.as_deref() == subject;
    let named: Vec<(FigureId, &ToldFigure)> = all.iter().copied().filter(of_subject).collect();
    let figures = if named.is_empty() { all } else { named };
    let plans = figures.iter().filter(|it| {
        matches!(it.1.version, Version::Plan(_)) && reader.fit(it.1.version, Some(plan)) > 0
    });
    let best = plans.min_by_key(|it| std::cmp::Reverse(reader.fit(it.1.version, Some(plan))));
    let is_outcome = |it: &ToldFigure| it.version == Version::Outcome && !it.is_base;
    let outcome = figures
        .iter()
        .rev()
        .find(|it| is_outcome(it.1))
        .map(|it| it.0);
    if outcome.is_none() && best.is_none() {
        let earlier = reader.telling.figures().filter(|(_, it)| {
            it.place.section == section && it.place.sentence < sentence && is_outcome(it)
        });
        let last = earlier.map(|it| it.1.place.sentence).last();
        return match last {
            Some(earlier) => told_together(reader, (section, earlier), plan, subject),
            None => (None, None),
        };
    }
    let before = || {
        let of_section = reader.telling.figures().filter(|(_, it)| {
            let same = it.subject.as_deref() == subject;
            it.role == Role::Amount && it.place.section == section && is_outcome(it) && same
        });
        of_section.last().map(|it| it.0)
    };
    (best.map(|it| it.0), outcome.or_else(before))
}

impl Within {
    fn holds(self, it: &ToldFigure) -> bool {
        match self {
            Within::Sentence(sentence) => it.place.sentence == sentence,
            Within::Section(section, _) => it.place.section == section,
            Within::Part(part, _) => it.place.part == part,
        }
    }

    fn distance(self, it: &ToldFigure) -> usize {
        match self {
            Within::Sentence(sentence)
            | Within::Section(_, sentence)
            | Within::Part(_, sentence) => it.place.sentence.abs_diff(sentence),
        }
    }
}
