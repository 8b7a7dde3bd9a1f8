//! Brackets and quotes that open and do not close, or the other way round.
use crate::{
    budget::{Budget, Passage},
    claim::{Remark, Severity},
    note::Message,
    recognize::is_heading_line,
    rules::remarks::of_passage,
    words::key,
};

/// Opening and closing signs, in half width as far as there is one.
const PAIRS: [(char, char); 4] = [('(', ')'), ('“', '”'), ('《', '》'), ('【', '】')];

/// Complains of every section in which a pair is not balanced. A sentence may run over several
/// paragraphs as read, so only a whole section is judged.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for section in sections(budget) {
        for pair in PAIRS {
            let odd = odd_sign(&section, pair).filter(|it| is_sentence(it.0));
            remarks.extend(odd.map(|it| remark(it, pair)));
        }
    }
    remarks
}

/// A passage and the first byte of a sign of its `plain`.
type Sign<'a> = (&'a Passage, usize);

/// Paragraphs that belong together: from one heading or table to the next.
pub(super) fn sections(budget: &Budget) -> Vec<Vec<&Passage>> {
    let mut sections: Vec<Vec<&Passage>> = Vec::new();
    let mut last_block = None;
    for passage in budget.prose() {
        let goes_on = last_block.is_some_and(|it: usize| it + 1 == passage.block);
        match sections.last_mut() {
            Some(section) if goes_on && !is_heading_line(&key(passage.text())) => {
                section.push(passage);
            }
            _ => sections.push(vec![passage]),
        }
        last_block = Some(passage.block);
    }
    sections
}

/// The first sign of a pair that lacks the other one.
fn odd_sign<'a>(section: &[&'a Passage], (open, close): (char, char)) -> Option<Sign<'a>> {
    let mut opened: Vec<Sign> = Vec::new();
    for passage in section {
        for (at, sign) in passage.plain.char_indices() {
            if sign == open {
                opened.push((passage, at));
            } else if sign == close && opened.pop().is_none() && !numbers(passage, at) {
                return Some((passage, at));
            }
        }
    }
    opened.into_iter().next()
}

/// Labels of a table that was not read as one are in pieces; only sentences are whole.
fn is_sentence(passage: &Passage) -> bool {
    passage.plain.contains(['。', ',', '；'])
}

/// `1)` and `一)` number a list without an opening bracket.
fn numbers(passage: &Passage, at: usize) -> bool {
    let before = &passage.plain[..at];
    let sentence = before.rsplit(['。', '；', ';', ':', ',', '、']).next();
    sentence.is_some_and(|it| {
        it.chars().count() <= 3
            && it
                .chars()
                .all(|it| it.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(it))
    })
}

fn remark((passage, at): Sign, (open, close): (char, char)) -> Remark {
    let sign = passage.plain[at..].chars().next().unwrap_or(open);
    let other = if sign == open { close } else { open };
    let end = at + sign.len_utf8();
    let start = passage.plain[..at].char_indices().rev().nth(11);
    let shown = &passage.plain[start.map_or(0, |it| it.0)..];
    let shown: String = shown.chars().take(24).collect();
    let message = Message::new(
        format!("“{sign}”没有对应的“{other}”：{shown}"),
        format!("“{sign}” lacks its “{other}”: {shown}"),
    );
    of_passage(Severity::Warning, passage, at..end, message)
}
