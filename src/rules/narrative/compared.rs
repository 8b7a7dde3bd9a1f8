//! Comparisons: what was, by how much and at which rate it changed, and what there is.
use super::otherwise;
use super::telling::{Reader, Wanted, Within, is_money, sum, told_together};
use crate::{
    budget::Budget,
    claim::{Certainty, Claim, Rate, RateKind, Term, Tie},
    language::{
        discourse::same_measure,
        lexicon::{Course, Order, Plan},
        line::Measure,
        told::{Comparison, ComparisonId, FigureId, Role, ToldFigure, Version},
    },
};
use rust_decimal::Decimal;

/// A comparison with its amounts found.
#[derive(Debug, Clone, Copy)]
pub struct Resolved<'a> {
    /// As told.
    pub told: &'a Comparison,
    /// What there is now.
    pub current: Option<FigureId>,
    /// What there was, or was to be.
    pub base: Option<FigureId>,
    /// By how much it changed.
    pub change: Option<FigureId>,
    /// At which rate.
    pub rate: Option<FigureId>,
}

/// Every comparison of a budget.
pub fn resolved<'a>(reader: &Reader<'a>) -> Vec<Resolved<'a>> {
    let comparisons = &reader.telling.told.comparisons;
    comparisons.iter().map(|it| resolve(reader, it)).collect()
}

fn resolve<'a>(reader: &Reader<'a>, told: &'a Comparison) -> Resolved<'a> {
    let current = current(reader, told);
    let base = base(reader, told).filter(|it| Some(*it) != current);
    let measured = told.change.or(base).or(current);
    let fits = |it: &FigureId| measured.is_none_or(|other| reader.alike(*it, other));
    Resolved {
        told,
        current: current.filter(fits),
        base: base.filter(fits),
        change: told.change,
        rate: told.rate,
    }
}

/// The amount that is compared: the one told in the same words, or else the nearest of its name.
fn current(reader: &Reader, told: &Comparison) -> Option<FigureId> {
    if told.current.is_some() {
        return told.current;
    }
    let planned = matches!(
        told.against.version,
        Some(Version::Plan(Plan::Opening | Plan::Adjusted))
    );
    let former = told.against.year != told.year;
    let topic = told.topic.filter(|it| {
        let it = reader.figure(*it);
        // What was last year is compared with what came to be, not with the plan for it.
        let fits = !former || reader.fit(it.version, None) > 0;
        it.year == told.year && !it.is_base && fits && (!planned || it.version == Version::Outcome)
    });
    let place = told.place;
    let near = [
        Within::Sentence(place.sentence),
        Within::Section(place.section, place.sentence),
    ];
    let anywhere = Within::Part(place.part, place.sentence);
    let subjects = both_sides(told.subject.as_deref()?);
    let all = subjects.iter().map(|subject| Wanted {
        subject,
        year: told.year,
        version: None,
    });
    let all: Vec<Wanted> = all.collect();
    let wanted = &all[0];
    let found = || {
        let mut places = near.into_iter();
        places.find_map(|within| all.iter().find_map(|it| reader.find(it, within)))
    };
    let called = || {
        let subject = told.subject.as_deref()?;
        let figures = reader.telling.figures().filter(|(_, it)| {
            let longer = it
                .subject
                .as_deref()
                .is_some_and(|it| it.ends_with(subject));
            let near = it.place.section == place.section && it.place.sentence <= place.sentence;
            it.role == Role::Amount && !it.is_base && it.year == told.year && near && longer
        });
        figures.last().map(|it| it.0)
    };
    let free = told.against.version.is_none();
    let elsewhere = || {
        if free {
            reader.find(wanted, anywhere)
        } else {
            None
        }
    };
    // 2023年支出9万元，同比减少: what another year's amount is compared with is not this year's.
    let of_other_year = told.topic.is_some_and(|it| {
        let it = reader.figure(it);
        it.year != told.year && it.place.sentence == place.sentence
    });
    if of_other_year {
        let here = Within::Sentence(place.sentence);
        return all.iter().find_map(|it| reader.find(it, here));
    }
    topic.or_else(found).or_else(called).or_else(elsewhere)
}

/// Income and expenditure spoken of at once are one sum, told under either name.
fn both_sides(subject: &str) -> Vec<&str> {
    match subject {
        "收支" => vec![subject, "收入", "支出"],
        _ => vec![subject],
    }
}

/// The amount that it is compared with.
fn base(reader: &Reader, told: &Comparison) -> Option<FigureId> {
    if told.base.is_some() {
        return told.base;
    }
    let wanted = Wanted {
        subject: told.subject.as_deref()?,
        year: told.against.year,
        version: told.against.version,
    };
    let place = told.place;
    let section = Within::Section(place.section, place.sentence);
    let other_year = told.against.year != told.year;
    let found = reader.find(&wanted, section);
    let found = found.or_else(|| {
        let anywhere = Within::Part(place.part, place.sentence);
        if other_year {
            reader.find(&wanted, anywhere)
        } else {
            None
        }
    });
    let planned = matches!(told.against.version, Some(Version::Plan(_))) && !other_year;
    found.or_else(|| {
        let mut figures = reader.telling.figures();
        let plan = figures.find(|(_, it)| {
            let plan = matches!(it.version, Version::Plan(_));
            it.place.sentence == place.sentence
                && it.role == Role::Amount
                && it.year == told.against.year
                && plan
        });
        plan.filter(|_| planned).map(|it| it.0)
    })
}

impl Resolved<'_> {
    /// Whether it is this comparison.
    pub fn is(&self, reader: &Reader, id: ComparisonId) -> bool {
        std::ptr::eq(&reader.telling.told.comparisons[id.0], self.told)
    }

    /// The figures of the comparison.
    pub fn figures(&self) -> Vec<FigureId> {
        let all = [
            self.current,
            self.base,
            self.change,
            self.rate,
            self.told.multiple,
        ];
        all.into_iter().flatten().collect()
    }

    /// Which way its words say that it went, the change's first; 增减 says neither.
    pub fn said(&self, reader: &Reader) -> Option<Course> {
        let course = |it: Option<FigureId>| reader.figure(it?).course;
        let courses = [course(self.change), course(self.rate)];
        let plain = |it: &Course| *it != Course::Either;
        courses.into_iter().flatten().find(plain)
    }

    /// Which way it went: where the arithmetic knows only one way, that; else as the words say.
    pub fn course(&self, reader: &Reader) -> Course {
        let said = self.reckoned(reader).or_else(|| self.said(reader));
        said.unwrap_or_else(|| self.compared(reader))
    }

    /// The only way in which the arithmetic comes out, if there is only one.
    pub fn reckoned(&self, reader: &Reader) -> Option<Course> {
        match (
            self.holds(reader, Course::Up),
            self.holds(reader, Course::Down),
        ) {
            (Some(true), Some(false)) => Some(Course::Up),
            (Some(false), Some(true)) => Some(Course::Down),
            _ => None,
        }
    }

    /// Where no word says: as the amounts stand.
    fn compared(&self, reader: &Reader) -> Course {
        match (self.current, self.base) {
            (Some(now), Some(before)) if reader.value(now) < reader.value(before) => Course::Down,
            _ => Course::Up,
        }
    }

    /// Whether what can be reckoned comes out if it went this way; `None` if nothing can.
    pub fn holds(&self, reader: &Reader, course: Course) -> Option<bool> {
        let ties = self.directed(reader, course);
        if ties.is_empty() {
            return None;
        }
        // A quotient does not tell a rise from a fall: the amounts do.
        let both = self.current.zip(self.base);
        let against = both.is_some_and(|(now, base)| {
            reader.value(now) != reader.value(base) && self.compared(reader) != course
        });
        Some(!against && ties.iter().all(|it| it.holds(reader.budget)))
    }

    /// What depends on which way it went.
    fn directed(&self, reader: &Reader, course: Course) -> Vec<Tie> {
        let mut ties: Vec<Tie> = Vec::new();
        ties.extend(self.difference(reader, course));
        ties.extend(self.rate_over_former(reader, course));
        ties.extend(self.rate_of_amounts(reader, course));
        ties
    }

    /// base ± change = current
    fn difference(&self, reader: &Reader, course: Course) -> Option<Tie> {
        let (now, base, change) = (self.current?, self.base?, self.change?);
        let moved = Term {
            minus: course == Course::Down,
            fact: reader.fact(change),
        };
        Some(sum(
            reader.fact(now),
            vec![Term::plus(reader.fact(base)), moved],
        ))
    }

    /// The rate of change that is told, over what was.
    pub fn growth(&self, reader: &Reader) -> Option<Rate> {
        match self.rate_over_former(reader, self.course(reader))? {
            Tie::Quotient(rate) => Some(rate),
            Tie::Sum(_) => None,
        }
    }

    /// current ÷ base
    fn multiple(&self, reader: &Reader) -> Option<Tie> {
        let (now, base) = (self.current?, self.base?);
        Some(Tie::Quotient(Rate {
            printed: reader.fact(self.told.multiple?),
            part: vec![Term::plus(reader.fact(now))],
            whole: vec![Term::plus(reader.fact(base))],
            kind: RateKind::Multiple,
            strict: false,
        }))
    }

    /// change ÷ base
    fn rate_over_base(&self, reader: &Reader) -> Option<Tie> {
        let (base, change) = (self.base?, self.change?);
        let part = vec![Term::plus(reader.fact(change))];
        let whole = vec![Term::plus(reader.fact(base))];
        Some(growth(reader, self.rate?, part, whole))
    }

    /// change ÷ (current ∓ change)
    fn rate_over_former(&self, reader: &Reader, course: Course) -> Option<Tie> {
        let (now, change) = (self.current?, self.change?);
        let back = Term {
            minus: course != Course::Down,
            fact: reader.fact(change),
        };
        let part = vec![Term::plus(reader.fact(change))];
        let whole = vec![Term::plus(reader.fact(now)), back];
        Some(growth(reader, self.rate?, part, whole))
    }

    /// (current − base) ÷ base, or the other way round
    fn rate_of_amounts(&self, reader: &Reader, course: Course) -> Option<Tie> {
        let (now, base) = (reader.fact(self.current?), reader.fact(self.base?));
        let down = course == Course::Down;
        let part = vec![
            Term {
                minus: down,
                fact: now,
            },
            Term {
                minus: !down,
                fact: base,
            },
        ];
        Some(growth(reader, self.rate?, part, vec![Term::plus(base)]))
    }
}

/// 增长24.22%, 增长3.10倍
fn growth(reader: &Reader, printed: FigureId, part: Vec<Term>, whole: Vec<Term>) -> Tie {
    let kind = match reader.figure(printed).measure() {
        Measure::Times => RateKind::MultipleGrowth,
        _ => RateKind::Growth,
    };
    Tie::Quotient(Rate {
        printed: reader.fact(printed),
        part,
        whole,
        kind,
        strict: false,
    })
}

/// A comparison behind the parts of a whole may be that of the whole.
fn with_wholes<'a>(reader: &Reader, it: &Resolved<'a>) -> Vec<Resolved<'a>> {
    let mut readings = vec![*it];
    let mut next = it.current.filter(|_| it.told.current.is_none());
    while let Some(part) = next {
        let list = reader.figure(part).list;
        next = list.and_then(|it| reader.telling.told.lists[it.0].whole);
        let near = next.is_some_and(|whole| reader.figure(whole).line == reader.figure(part).line);
        if !near || readings.iter().any(|it| it.current == next) {
            break;
        }
        readings.push(Resolved {
            current: next,
            ..*it
        });
    }
    readings
}

/// A comparison of which an amount was looked for, with any other that is told near it.
fn of_others<'a>(reader: &Reader, it: &Resolved<'a>) -> Vec<Resolved<'a>> {
    let mut others = Vec::new();
    let Some(anchor) = it.change.or(it.current).or(it.base) else {
        return others;
    };
    let near = otherwise::amounts_near(reader, anchor);
    let looked_for = |told: Option<FigureId>, found: Option<FigureId>| {
        let doubtful =
            |it| !otherwise::are_together(reader, it, anchor) || reader.value(it).is_zero();
        told.is_none() && found.is_none_or(doubtful)
    };
    if looked_for(it.told.current, it.current) {
        others.extend(near.iter().map(|other| Resolved {
            current: Some(*other),
            ..*it
        }));
    }
    if looked_for(it.told.base, it.base) {
        others.extend(near.iter().map(|other| Resolved {
            base: Some(*other),
            ..*it
        }));
    }
    others
}

/// A claim with a reading for each amount that a comparison may be of.
fn claim_of(
    reader: &Reader,
    it: &Resolved,
    tie: impl Fn(&Resolved) -> Option<Tie>,
) -> Option<Claim> {
    let mut readings: Vec<Tie> = with_wholes(reader, it).iter().filter_map(&tie).collect();
    let first = readings.first()?.clone();
    if !first.holds(reader.budget) {
        let others = of_others(reader, it);
        readings.extend(others.iter().filter_map(&tie));
    }
    let claim = Claim {
        readings,
        certainty: certainty(reader, it, &first),
        ..Claim::said(first)
    };
    Some(reader.claim(&it.figures(), claim))
}

/// Amounts that a comparison does not tell itself are said to be those meant where they stand in its line,
/// and only usually where they were found elsewhere.
fn certainty(reader: &Reader, it: &Resolved, tie: &Tie) -> Certainty {
    let line = |id: FigureId| reader.figure(id).line;
    let own = it.change.or(it.rate).or(it.base).map(line);
    let facts = tie.figures();
    let far = [it.current, it.base].into_iter().flatten().find(|id| {
        let used = facts.contains(&reader.fact(*id));
        used && own.is_some_and(|own| line(*id) != own)
    });
    far.map_or(Certainty::Said, |it| reader.usual(it, 1))
}

/// What was and the change make what there is; what is level did not change.
pub fn differences(budget: &Budget) -> Vec<Claim> {
    let reader = Reader::new(budget);
    let mut claims = Vec::new();
    for it in resolved(&reader) {
        if it.told.is_partial {
            continue;
        }
        claims.extend(claim_of(&reader, &it, |it| {
            it.difference(&reader, it.course(&reader))
        }));
        let figures = it.figures();
        let mut said = |tie: Option<Tie>| {
            claims.extend(tie.map(|tie| reader.claim(&figures, Claim::said(tie))));
        };
        said(unplanned(&reader, &it));
        if it.told.level.is_some() {
            said(
                it.current
                    .zip(it.base)
                    .map(|(one, other)| reader.equal(one, other)),
            );
            said(it.change.map(|it| reader.is_nothing(it)));
        }
    }
    claims
}

/// 决算数等于预算数: the two are one amount.
pub fn equal_plans(budget: &Budget) -> Vec<Claim> {
    let reader = Reader::new(budget);
    let orders = reader.telling.told.orders.iter();
    let equal = orders.filter(|it| it.order == Order::Equal);
    let claims = equal.filter_map(|it| {
        let place = (it.place.section, it.place.sentence);
        let (plan, outcome) = told_together(&reader, place, Version::Plan(it.plan), None);
        let (plan, outcome) = (plan?, outcome?);
        // Where the amounts stand in another sentence the word is likelier wrong than they are.
        if reader.figure(outcome).place.sentence != it.place.sentence {
            return None;
        }
        let tie = reader.equal(outcome, plan);
        Some(reader.claim(&[outcome, plan], Claim::said(tie)))
    });
    claims.collect()
}

/// 年初无预算: all there is, is change.
fn unplanned(reader: &Reader, it: &Resolved) -> Option<Tie> {
    let own = it.told.against.year == reader.year;
    let none = reader
        .telling
        .told
        .unplanned
        .contains(&it.told.place.sentence);
    let (now, change) = (it.current?, it.change?);
    (own && none && it.base.is_none()).then(|| reader.equal(now, change))
}

/// Rates of change over what was.
pub fn rates(budget: &Budget) -> Vec<Claim> {
    let reader = Reader::new(budget);
    let mut claims = Vec::new();
    for it in resolved(&reader) {
        if it.told.is_partial {
            continue;
        }
        let figures = it.figures();
        let former = |it: &Resolved| it.rate_over_former(&reader, it.course(&reader));
        let amounts = |it: &Resolved| it.rate_of_amounts(&reader, it.course(&reader));
        claims.extend(claim_of(&reader, &it, |it| it.rate_over_base(&reader)));
        claims.extend(claim_of(&reader, &it, former));
        claims.extend(claim_of(&reader, &it, amounts));
        claims.extend(claim_of(&reader, &it, |it| it.multiple(&reader)));
        if it.told.level.is_some() {
            let none = it.rate.map(|it| reader.is_nothing(it));
            claims.extend(none.map(|it| reader.claim(&figures, Claim::said(it))));
        }
    }
    claims
}

/// A change with its sign.
pub fn signed(reader: &Reader, it: &Resolved) -> Option<Term> {
    Some(Term {
        minus: it.course(reader) == Course::Down,
        fact: reader.fact(it.change?),
    })
}

/// Whether a change is of so much.
pub fn is_nil(reader: &Reader, id: Option<FigureId>) -> bool {
    id.is_some_and(|it| reader.value(it) == Decimal::ZERO)
}

/// What came and went makes one amount of the other: 年初12辆，新增4辆，处置3辆，年末13辆; 年初预算9万元，追加2万元，
/// 调整预算11万元.
pub fn flows(budget: &Budget) -> Vec<Claim> {
    let reader = Reader::new(budget);
    let mut claims = Vec::new();
    let flows = reader
        .telling
        .figures()
        .filter(|it| it.1.role == Role::Flow);
    let mut sentences: Vec<usize> = flows.map(|it| it.1.place.sentence).collect();
    sentences.dedup();
    for sentence in sentences {
        let here = reader
            .telling
            .figures()
            .filter(|it| it.1.place.sentence == sentence);
        let here: Vec<(FigureId, &ToldFigure)> = here.collect();
        let Some((first_flow, first)) = here.iter().find(|it| it.1.role == Role::Flow) else {
            continue;
        };
        let first_flow = *first_flow;
        let alike = |it: &&(FigureId, &ToldFigure)| same_measure(it.1.measure(), first.measure());
        let stocks = here
            .iter()
            .filter(|it| it.1.role == Role::Amount)
            .filter(alike);
        let (before, after): (Vec<FigureId>, Vec<FigureId>) =
            stocks.map(|it| it.0).partition(|it| *it < first_flow);
        let (Some(before), Some(after)) = (before.last(), after.first()) else {
            continue;
        };
        if reader.figure(*after).year < reader.figure(*before).year {
            continue;
        }
        let adjusted = Version::Plan(Plan::Adjusted);
        if is_money(first) && reader.figure(*after).version != adjusted {
            continue;
        }
        let moved = here
            .iter()
            .filter(|it| it.1.role == Role::Flow)
            .filter(alike);
        let mut figures = vec![*before, *after];
        let mut terms = vec![Term::plus(reader.fact(*before))];
        for (id, it) in moved {
            figures.push(*id);
            terms.push(Term {
                minus: it.course == Some(Course::Down),
                fact: reader.fact(*id),
            });
        }
        let tie = sum(reader.fact(*after), terms);
        claims.push(reader.claim(&figures, Claim::said(tie)));
    }
    claims
}

/// Last year's share and the points make this year's.
pub fn points(budget: &Budget) -> Vec<Claim> {
    let reader = Reader::new(budget);
    let points = reader.telling.told.points.iter();
    points
        .map(|it| {
            let down = reader.figure(it.points).course == Some(Course::Down);
            let moved = Term {
                minus: down,
                fact: reader.fact(it.points),
            };
            let terms = vec![Term::plus(reader.fact(it.former)), moved];
            let tie = sum(reader.fact(it.share), terms);
            reader.claim(&[it.share, it.former, it.points], Claim::said(tie))
        })
        .collect()
}
