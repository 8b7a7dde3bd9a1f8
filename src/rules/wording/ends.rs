//! How paragraphs end: a reason without its full stop, a list's semicolon before the next heading.
use crate::{
    budget::{Budget, Passage},
    claim::{Remark, Severity},
    note::Message,
    recognize::is_heading_line,
    rules::remarks::of_passage,
};

/// Remarks on paragraphs before a heading that end like the middle of a sentence.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let prose: Vec<&Passage> = budget.prose().collect();
    let pairs = prose.iter().zip(prose.iter().skip(1));
    let open = pairs.filter(|(it, next)| {
        is_sentence(&it.plain) && it.block + 1 == next.block && is_heading_line(&next.plain)
    });
    open.filter_map(|(it, _)| {
        let last = it.plain.chars().next_back()?;
        let told = match last {
            '；' | ';' | ',' => Message::new(
                format!("段末缺句号（现为“{last}”）。"),
                format!(
                    "The paragraph before a heading ends with “{last}” instead of a full stop."
                ),
            ),
            _ if is_word(last) && it.plain.contains("原因") => {
                Message::new("说明原因的句子没有句号。", "A reason lacks its full stop.")
            }
            _ => return None,
        };
        let range = it.plain.len() - last.len_utf8()..it.plain.len();
        Some(of_passage(Severity::Notice, it, range, told))
    })
    .collect()
}

/// Shorter lines are labels.
const SHORTEST: usize = 12;

fn is_sentence(plain: &str) -> bool {
    plain.chars().count() >= SHORTEST && !is_heading_line(plain)
}

fn is_word(sign: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&sign)
}
