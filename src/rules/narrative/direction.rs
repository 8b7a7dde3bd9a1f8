//! 增加 or 减少, 大于 or 小于: whether the words agree with each other and with the figures, and which of
//! them is the wrong one.
use super::{
    compared::{Resolved, is_nil, resolved},
    shared::plan_and_outcome,
    telling::{Reader, told_together},
};
use crate::{
    budget::{
        Budget, FactId,
        telling::{Direction, WordId},
    },
    claim::{Doubt, Remark, Severity},
    language::{
        lexicon::{Course, Order},
        phrase::is_general,
        told::{FigureId, Ordered, Version},
    },
    note::Message,
    rules::remarks::of_document,
};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// Words of one comparison that contradict each other or the figures.
pub fn disagreements(budget: &Budget) -> Vec<Remark> {
    let reader = Reader::new(budget);
    let comparisons = resolved(&reader).into_iter();
    comparisons
        .filter_map(|it| disagreement(&reader, &it))
        .collect()
}

/// What the arithmetic counts, in words.
const ARITHMETIC: usize = 2;

fn disagreement(reader: &Reader, it: &Resolved) -> Option<Remark> {
    let moved: Vec<(WordId, Course)> = words(reader, it);
    if is_nil(reader, it.change) && is_nil(reader, it.rate.or(it.change)) {
        return of_nothing(reader, it);
    }
    if moved.is_empty() {
        return None;
    }
    let arithmetic = if it.told.is_partial {
        None
    } else {
        it.reckoned(reader)
    };
    let votes = |course: Course| {
        let spoken = moved.iter().filter(|it| it.1 == course).count();
        spoken
            + if arithmetic == Some(course) {
                ARITHMETIC
            } else {
                0
            }
    };
    let (up, down) = (votes(Course::Up), votes(Course::Down));
    let likelier = if up >= down { Course::Up } else { Course::Down };
    let wrong: Vec<WordId> = moved
        .iter()
        .filter(|it| it.1 != likelier)
        .map(|it| it.0)
        .collect();
    let doubted: Vec<WordId> = if up == down {
        moved.iter().map(|it| it.0).collect()
    } else {
        wrong
    };
    if up.min(down) == 0 && doubted.is_empty() || doubted.is_empty() {
        return None;
    }
    let figures: Vec<FigureId> = it.change.into_iter().chain(it.rate).collect();
    if reader.doubt(&figures).is_some() {
        return None;
    }
    let told: Vec<String> = moved
        .iter()
        .map(|it| format!("“{}”", text(reader, it.0)))
        .collect();
    let subject = it.told.subject.as_deref().unwrap_or_default();
    let message = match arithmetic.filter(|_| told.len() < 2 || up.min(down) == 0) {
        Some(_) => Message::new(
            format!("“{subject}”：按数字应当相反，却说{}。", told.join("、")),
            format!(
                "“{subject}”: the figures go the other way, yet it says {}.",
                told.join(", ")
            ),
        ),
        None => Message::new(
            format!("“{subject}”：增减的说法前后不一致，{}。", told.join("、")),
            format!(
                "“{subject}”: the words of its change disagree, {}.",
                told.join(", ")
            ),
        ),
    };
    let to = (up != down).then_some(direction(likelier));
    Some(remark(reader, subject, &figures, message, &doubted, to))
}

/// A change of 0 may be called anything, yet it is no reason to say that something rose.
fn of_nothing(reader: &Reader, it: &Resolved) -> Option<Remark> {
    let (word, _) = concluded(reader, it)?;
    let subject = it.told.subject.as_deref().unwrap_or_default();
    let message = Message::new(
        format!("“{subject}”：没有增减，却说“{}”。", text(reader, word)),
        format!(
            "“{subject}”: nothing changed, yet it says “{}”.",
            text(reader, word)
        ),
    );
    let figures: Vec<FigureId> = it.change.into_iter().chain(it.rate).collect();
    let to = Some(Direction::Level);
    Some(Remark {
        severity: Severity::Warning,
        ..remark(reader, subject, &figures, message, &[word], to)
    })
}

/// The word that the reason of a change comes to: “因此预算安排较上年增加”.
fn concluded(reader: &Reader, it: &Resolved) -> Option<(WordId, Course)> {
    let conclusions = &reader.telling.told.conclusions;
    let concluded = conclusions
        .iter()
        .find(|concluded| concluded.is_explicit && it.is(reader, concluded.comparison))?;
    let word = reader.telling.word(concluded.word)?;
    (concluded.course != Course::Either).then_some((word, concluded.course))
}

/// The words of a comparison that say which way it went.
fn words(reader: &Reader, it: &Resolved) -> Vec<(WordId, Course)> {
    let figures = [it.change, it.rate].into_iter().flatten();
    let said = figures.filter(|it| reader.value(*it) != Decimal::ZERO);
    let said = said.filter_map(|it| {
        let figure = reader.figure(it);
        Some((reader.telling.word(figure.word?)?, figure.course?))
    });
    let mut words: Vec<(WordId, Course)> = said.filter(|it| it.1 != Course::Either).collect();
    words.dedup();
    words.extend(concluded(reader, it));
    words
}

fn direction(course: Course) -> Direction {
    match course {
        Course::Up => Direction::Up,
        Course::Down => Direction::Down,
        Course::Either => Direction::Level,
    }
}

fn text<'a>(reader: &Reader<'a>, word: WordId) -> &'a str {
    &reader.budget.word(word).text
}

fn remark(
    reader: &Reader,
    subject: &str,
    figures: &[FigureId],
    message: Message,
    doubted: &[WordId],
    to: Option<Direction>,
) -> Remark {
    let facts: Vec<FactId> = figures.iter().map(|it| reader.fact(*it)).collect();
    Remark {
        doubts: doubted
            .iter()
            .map(|it| doubt(reader.budget, subject, *it, to))
            .collect(),
        block: facts.first().map(|it| reader.budget.fact(*it).source.block),
        figures: facts,
        ..of_document(Severity::Error, message)
    }
}

/// A word that is wrong, with the one that was meant.
fn doubt(budget: &Budget, subject: &str, id: WordId, to: Option<Direction>) -> Doubt {
    let word = budget.word(id);
    Doubt {
        place: format!("说明.{subject}.增减的说法"),
        at: word.source.at.clone(),
        text: word.text.clone(),
        meant: to.map(|it| other_word(budget, &word.text, it)),
        reason: Message::new(
            "其他说法和数字都指向另一个方向",
            "the other words and the figures go the other way",
        ),
    }
}

/// Words that go together: for more, for less, for neither.
const FAMILIES: [[&str; 3]; 9] = [
    ["增加", "减少", "持平"],
    ["增长", "下降", "持平"],
    ["增收", "减收", "持平"],
    ["增支", "减支", "持平"],
    ["提高", "降低", "持平"],
    ["上升", "下降", "持平"],
    ["增幅", "降幅", "持平"],
    ["大于", "小于", "等于"],
    ["高于", "低于", "等于"],
];

/// The word to put in the place of another; that nothing changed is said as the document says it.
pub fn other_word(budget: &Budget, word: &str, to: Direction) -> String {
    let family = FAMILIES.iter().find(|it| it.contains(&word));
    let family = family.unwrap_or(&FAMILIES[0]);
    let compares = family[2] == "等于";
    let usual = budget
        .words
        .iter()
        .find(|it| it.direction == Direction::Level);
    match (to, usual) {
        (Direction::Up, _) => family[0].to_owned(),
        (Direction::Down, _) => family[1].to_owned(),
        (Direction::Level, Some(usual)) if !compares => usual.text.clone(),
        (Direction::Level, _) => family[2].to_owned(),
    }
}

/// 决算数大于预算数 where it is smaller, by the amounts or by the percentage of completion.
pub fn orders(budget: &Budget) -> Vec<Remark> {
    let reader = Reader::new(budget);
    let orders = reader.telling.told.orders.iter();
    orders.filter_map(|it| disorder(&reader, it)).collect()
}

fn disorder(reader: &Reader, told: &Ordered) -> Option<Remark> {
    let sentence = sentence_before(reader, told)?;
    let completion = reader.telling.told.completions.iter().find(|it| {
        it.place.sentence == sentence
            && reader.fit(
                Version::Plan(it.plan_version),
                Some(Version::Plan(told.plan)),
            ) > 0
    });
    let (plan, outcome) = match completion {
        Some(it) => plan_and_outcome(reader, it),
        None => {
            let place = (told.place.section, sentence);
            told_together(reader, place, Version::Plan(told.plan), named(told))
        }
    };
    let by_amounts = plan
        .zip(outcome)
        .map(|(plan, outcome)| order(reader.value(outcome), reader.value(plan)));
    let by_rate = completion.map(|it| order(reader.value(it.rate), Decimal::ONE_HUNDRED));
    let truth = match (by_amounts, by_rate) {
        (Some(one), Some(other)) if one != other => return None,
        (one, other) => one.or(other)?,
    };
    if truth == told.order {
        return None;
    }
    let rate = completion
        .map(|it| it.rate)
        .filter(|_| by_amounts.is_none());
    let figures: Vec<FigureId> = [outcome, plan].into_iter().flatten().chain(rate).collect();
    if figures.is_empty() || reader.doubt(&figures).is_some() {
        return None;
    }
    let word = reader.telling.word(told.word)?;
    let said = text(reader, word);
    let printed: Vec<&str> = figures
        .iter()
        .map(|it| reader.budget.fact(reader.fact(*it)).text.as_str())
        .collect();
    let subject = &reader.budget.fact(reader.fact(figures[0])).name.row.key;
    let message = Message::new(
        format!("“{subject}”：{}，却说“{said}”。", printed.join(" 与 ")),
        format!(
            "“{subject}”: {}, yet it says “{said}”.",
            printed.join(" against ")
        ),
    );
    let to = match truth {
        Order::Greater => Direction::Up,
        Order::Less => Direction::Down,
        Order::Equal => Direction::Level,
    };
    Some(remark(
        reader,
        subject,
        &figures,
        message,
        &[word],
        Some(to),
    ))
}

/// The sentence that a comparison without amounts goes on with: the last in its line that tells any, or
/// the last of its section that tells what is named.
fn sentence_before(reader: &Reader, told: &Ordered) -> Option<usize> {
    let before = reader.telling.figures().filter(|(_, it)| {
        it.place.section == told.place.section && it.place.sentence <= told.place.sentence
    });
    let named = named(told);
    let meant = before.filter(|(_, it)| match named {
        Some(_) => it.subject.as_deref() == named,
        None => it.line == told.word.line,
    });
    let last = meant.map(|it| it.1.place.sentence).max();
    match named {
        Some(_) => last,
        None => last.or(Some(told.place.sentence)),
    }
}

/// What is compared by its name; 支出 alone may be anything's.
fn named(told: &Ordered) -> Option<&str> {
    told.subject.as_deref().filter(|it| !is_general(it))
}

fn order(outcome: Decimal, plan: Decimal) -> Order {
    match outcome.cmp(&plan) {
        Ordering::Greater => Order::Greater,
        Ordering::Less => Order::Less,
        Ordering::Equal => Order::Equal,
    }
}

/// A reason that comes to another direction than the change, without saying that it follows.
pub fn reasons(budget: &Budget) -> Vec<Remark> {
    let reader = Reader::new(budget);
    let comparisons = resolved(&reader);
    let conclusions = reader.telling.told.conclusions.iter();
    let wrong = conclusions
        .filter(|it| !it.is_explicit)
        .filter_map(|concluded| {
            let is_meant = |it: &&Resolved| it.is(&reader, concluded.comparison);
            let it = comparisons.iter().find(is_meant)?;
            let figure = it.change.or(it.rate)?;
            let said = it.said(&reader)?;
            let differs = said != concluded.course && concluded.course != Course::Either;
            let (of_change, of_reason) = (
                reader.telling.word(reader.figure(figure).word?)?,
                reader.telling.word(concluded.word)?,
            );
            let subject = it.told.subject.as_deref().unwrap_or_default();
            let (word, amount) = (
                text(&reader, of_change),
                &budget.fact(reader.fact(figure)).text,
            );
            let message = Message::new(
                format!("“{subject}”{word} {amount}，而原因说的是另一个方向。"),
                format!(
                    "“{subject}”: {word} {amount}, yet its reason speaks of another direction."
                ),
            );
            let remark = remark(
                &reader,
                subject,
                &[figure],
                message,
                &[of_reason],
                Some(direction(said)),
            );
            (differs && !is_nil(&reader, Some(figure))).then_some(Remark {
                severity: Severity::Notice,
                ..remark
            })
        });
    wrong.collect()
}
