//! What became of the findings since the last check of the same document: what is mended, what is new.

use crate::{session::Session, shown::Shown};
use gouji::{
    claim::Severity,
    note::Message,
    report::{Finding, Report},
};

/// How a check differs from the last one of the same document.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Since {
    /// How many findings there were.
    pub before: usize,
    /// How many there are.
    pub now: usize,
    /// What is found no more.
    pub mended: Vec<Message>,
    /// Which findings are new.
    pub fresh: Vec<usize>,
}

/// What changed since the document was checked the last time in this tab; `None` where it was not, or where
/// nothing was found either time.
pub fn since(session: &Session, shown: &Shown) -> Option<Since> {
    let before = session.last_check(shown)?;
    let since = compared(&before.report, &shown.report);
    (since.before + since.now > 0).then_some(since)
}

fn compared(before: &Report, now: &Report) -> Since {
    let serious = |it: &&Finding| it.severity != Severity::Notice;
    let (mut open, mut fresh): (Vec<&Finding>, Vec<usize>) =
        (before.findings.iter().filter(serious).collect(), Vec::new());
    let count = open.len();
    let all = now.findings.iter().enumerate();
    for (index, finding) in all.filter(|it| serious(&it.1)) {
        match open.iter().position(|it| is_alike(it, finding)) {
            Some(at) => drop(open.remove(at)),
            None => fresh.push(index),
        }
    }
    Since {
        before: count,
        now: now.findings.iter().filter(serious).count(),
        mended: open.into_iter().map(|it| it.message.clone()).collect(),
        fresh,
    }
}

/// Whether two findings are the same one: by the same rule of the same places, whatever figures stand there,
/// or in the same words.
fn is_alike(one: &Finding, other: &Finding) -> bool {
    let places = |it: &Finding| {
        let figures = it.figures.iter();
        figures.map(|it| it.place.clone()).collect::<Vec<_>>()
    };
    let (ours, theirs) = (places(one), places(other));
    let same_place = !ours.is_empty() && ours == theirs;
    one.rule == other.rule && (same_place || one.message == other.message)
}
