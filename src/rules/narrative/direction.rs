//! 增加 or 减少: whether the words of a statement agree with each other and with its figures, and
//! which of them is the wrong one.
use super::growth::{from_base, rate_with};
use crate::{
    budget::{
        Budget, FactId,
        statement::{Basis, Direction, Moved, Statement, WordId},
    },
    claim::{Doubt, RateVerdict, Remark, Severity, Term},
    note::Message,
    rules::remarks::of_document,
};

/// A change with its sign.
pub fn signed(budget: &Budget, statement: &Statement, change: Moved) -> Term {
    Term {
        minus: direction(budget, statement, change) == Direction::Down,
        fact: change.fact,
    }
}

/// Which way a statement's change went: where its words disagree, as most of them say.
pub fn direction(budget: &Budget, statement: &Statement, change: Moved) -> Direction {
    settled(budget, statement).map_or(change.direction, |it| it.direction)
}

/// A disagreement between words, settled.
struct Settled {
    /// Which way it went.
    direction: Direction,
    /// The words that say otherwise.
    wrong: Vec<WordId>,
    /// Whether as much speaks for another direction.
    open: bool,
}

/// What the arithmetic of a rate counts, in words.
const ARITHMETIC: usize = 2;

/// Counts what speaks for each direction; `None` if all words agree.
fn settled(budget: &Budget, statement: &Statement) -> Option<Settled> {
    let words = words(statement);
    let says = |it: &WordId| budget.word(*it).direction;
    let first = says(words.first()?);
    if words.iter().all(|it| says(it) == first) {
        return None;
    }
    let change = statement.change.map(|it| it.fact);
    let nil = change.is_some_and(|it| budget.fact(it).amount.is_nil());
    let counted = |direction: Direction| {
        let spoken = words.iter().filter(|it| says(it) == direction).count();
        let reckoned = match direction {
            Direction::Level => nil,
            _ => !nil && reckons(budget, statement, direction),
        };
        (spoken + usize::from(reckoned) * ARITHMETIC, direction)
    };
    let mut votes = [Direction::Up, Direction::Down, Direction::Level].map(counted);
    votes.sort_by_key(|it| std::cmp::Reverse(it.0));
    let direction = votes[0].1;
    Some(Settled {
        direction,
        wrong: words
            .into_iter()
            .filter(|it| says(it) != direction)
            .collect(),
        open: votes[0].0 == votes[1].0,
    })
}

/// Every word that tells where the change went; nothing can be said to rise by nothing, so the
/// words before a 0 tell nothing.
fn words(statement: &Statement) -> Vec<WordId> {
    let moved = [statement.change, statement.rate].into_iter().flatten();
    let concluded = statement.reason.filter(|it| it.explicit);
    moved
        .map(|it| it.word)
        .chain(concluded.and_then(|it| it.concluded))
        .chain(statement.level)
        .collect()
}

/// Whether the printed rate comes out if the change went this way, and not if it went the other.
fn reckons(budget: &Budget, statement: &Statement, direction: Direction) -> bool {
    let agrees = |direction| {
        let rate = rate_with(statement, direction);
        let verdict = rate.map(|it| it.judge(budget));
        matches!(
            verdict,
            Some(RateVerdict::Exact | RateVerdict::WithinRounding)
        )
    };
    let other = match direction {
        Direction::Up => Direction::Down,
        _ => Direction::Up,
    };
    agrees(direction) && !agrees(other)
}

/// Words of one statement that contradict each other.
pub fn disagreements(budget: &Budget) -> Vec<Remark> {
    let of = |it: &Statement| {
        let nil =
            |moved: Option<Moved>| moved.is_none_or(|it| budget.fact(it.fact).amount.is_nil());
        if nil(it.change) {
            // A rate of what did not change is held against the figures.
            return nil(it.rate).then(|| of_nothing(budget, it))?;
        }
        let settled = settled(budget, it)?;
        let moved = [it.change, it.rate].into_iter().flatten();
        let severity = match moved.map(|it| it.direction).collect::<Vec<_>>()[..] {
            [one, two] if one != two => Severity::Error,
            _ => Severity::Warning,
        };
        Some(remark(budget, severity, it, &settled))
    };
    budget.statements.iter().filter_map(of).collect()
}

/// A change of 0 may be called anything, yet it is no reason to say that something rose.
fn of_nothing(budget: &Budget, statement: &Statement) -> Option<Remark> {
    let concluded = statement.reason.filter(|it| it.explicit)?.concluded?;
    let told = statement.change.is_some() || statement.level.is_some();
    let rises = budget.word(concluded).direction != Direction::Level;
    let settled = Settled {
        direction: Direction::Level,
        wrong: vec![concluded],
        open: false,
    };
    (told && rises).then(|| remark(budget, Severity::Warning, statement, &settled))
}

fn remark(budget: &Budget, severity: Severity, statement: &Statement, settled: &Settled) -> Remark {
    let told: Vec<String> = words(statement)
        .into_iter()
        .map(|it| format!("“{}”", budget.word(it).text))
        .collect();
    let subject = &statement.subject;
    let message = Message::new(
        format!("“{subject}”：增减的说法前后不一致，{}。", told.join("、")),
        format!(
            "“{subject}”: the words of its change disagree, {}.",
            told.join(", ")
        ),
    );
    let doubted = if settled.open {
        words(statement)
    } else {
        settled.wrong.clone()
    };
    let doubts = doubted.into_iter().map(|it| {
        let to = match settled.open {
            true => None,
            false => Some(settled.direction),
        };
        doubt(budget, statement, it, to)
    });
    Remark {
        doubts: doubts.collect(),
        block: Some(statement.block),
        figures: figures(statement),
        ..of_document(severity, message)
    }
}

fn figures(statement: &Statement) -> Vec<FactId> {
    let moved = [statement.change, statement.rate].into_iter().flatten();
    moved.map(|it| it.fact).collect()
}

/// A word that is wrong, with the one that was meant.
fn doubt(budget: &Budget, statement: &Statement, id: WordId, to: Option<Direction>) -> Doubt {
    let word = budget.word(id);
    Doubt {
        place: format!("说明.{}.增减的说法", statement.subject),
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

/// Whether the rate over the base comes out, whichever way it went: then the word alone is wrong.
fn fits(budget: &Budget, statement: &Statement) -> bool {
    from_base(statement).is_some_and(|it| it.judge(budget).agrees())
}

/// 决算数大于预算数 where it is smaller; 比上年执行数增加 …% where it is less.
pub fn comparisons(budget: &Budget) -> Vec<Remark> {
    let wrong = |it: &Statement| {
        let moved = it.rate.filter(|_| it.change.is_none() && fits(budget, it));
        let moved = moved.map(|it| it.word);
        // 决算数 is compared with what was planned, not with last year.
        let plan = |it: &Option<Basis>| matches!(it, None | Some(Basis::Opening));
        let planned = it
            .base
            .filter(|_| plan(&it.based_on) || it.compared.is_none());
        let planned = it.adjusted.or(planned);
        let (amount, base, word) = (it.amount?, planned?, it.compared.or(moved)?);
        let value = |id: FactId| budget.fact(id).amount.value;
        let truth = match value(amount).cmp(&value(base)) {
            std::cmp::Ordering::Greater => Direction::Up,
            std::cmp::Ordering::Less => Direction::Down,
            std::cmp::Ordering::Equal => Direction::Level,
        };
        let text = &budget.word(word).text;
        let (now, planned) = (&budget.fact(amount).text, &budget.fact(base).text);
        let subject = &it.subject;
        let message = Message::new(
            format!("“{subject}”：{now} 与 {planned} 相比，却说“{text}”。"),
            format!("“{subject}”: {now} against {planned}, yet it says “{text}”."),
        );
        (budget.word(word).direction != truth).then(|| Remark {
            doubts: vec![doubt(budget, it, word, Some(truth))],
            block: Some(it.block),
            figures: vec![amount, base],
            ..of_document(Severity::Error, message)
        })
    };
    budget.statements.iter().filter_map(wrong).collect()
}

/// A reason that comes to another direction than the change, without saying that it follows.
pub fn reasons(budget: &Budget) -> Vec<Remark> {
    let wrong = |it: &Statement| {
        let (change, reason) = (it.change?, it.reason.filter(|it| !it.explicit)?);
        let concluded = reason.concluded?;
        let moved = !budget.fact(change.fact).amount.is_nil();
        let differs = budget.word(concluded).direction != direction(budget, it, change);
        let (subject, word) = (&it.subject, &budget.word(change.word).text);
        let amount = &budget.fact(change.fact).text;
        let message = Message::new(
            format!("“{subject}”{word} {amount}，而原因说的是另一个方向。"),
            format!("“{subject}”: {word} {amount}, yet its reason speaks of another direction."),
        );
        (moved && differs).then(|| Remark {
            doubts: vec![doubt(budget, it, concluded, Some(change.direction))],
            block: Some(it.block),
            figures: vec![change.fact],
            ..of_document(Severity::Notice, message)
        })
    };
    budget.statements.iter().filter_map(wrong).collect()
}
