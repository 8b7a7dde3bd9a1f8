//! Remarks about words: what every rule of headings and sentences has to say of a passage.
use crate::{
    budget::{Budget, Passage, Row},
    claim::{Remark, Severity},
    note::Message,
};
use std::ops::Range;

/// A complaint about the document as a whole.
pub fn of_document(severity: Severity, message: Message) -> Remark {
    Remark {
        severity,
        agrees: false,
        message,
        figures: Vec::new(),
        at: None,
        block: None,
        expected: None,
        printed: None,
        doubts: Vec::new(),
    }
}

/// A complaint about the bytes of a passage's `plain`.
pub fn of_passage(
    severity: Severity,
    passage: &Passage,
    range: Range<usize>,
    message: Message,
) -> Remark {
    Remark {
        at: passage.place(range.clone()),
        block: Some(passage.block),
        printed: Some(passage.printed(range).to_owned()),
        ..of_document(severity, message)
    }
}

/// A complaint about a row's label.
pub fn of_row(severity: Severity, budget: &Budget, row: &Row, message: Message) -> Remark {
    let label = row.label_at.and_then(|(block, line, column)| {
        let mut passages = budget.passages.iter();
        passages.find(|it| it.block == block && it.cell == Some((line, column)))
    });
    Remark {
        at: label.and_then(|it| it.place(0..it.plain.len())),
        block: row.label_at.map(|it| it.0),
        printed: Some(row.label.clone()),
        ..of_document(severity, message)
    }
}

/// Signs that are shown on either side, if the clause does not end before.
const SHOWN_AROUND: usize = 14;

/// The words around a place, as far as their clause goes. Where that is far, they break off between
/// words that are no figure, and say so.
pub fn excerpt(plain: &str, range: &Range<usize>) -> String {
    let before = plain[..range.start].char_indices().rev();
    let before: Vec<(usize, char)> = shown(before);
    let behind: Vec<(usize, char)> = shown(plain[range.end..].char_indices());
    let start = before.last().map_or(range.start, |it| it.0);
    let end = behind
        .last()
        .map_or(range.end, |(at, sign)| range.end + at + sign.len_utf8());
    let goes_on = |sign: Option<char>| sign.is_some_and(|it| !ends_clause(it));
    let mark = |cut: bool| if cut { "…" } else { "" };
    format!(
        "{}{}{}",
        mark(goes_on(plain[..start].chars().next_back())),
        &plain[start..end],
        mark(goes_on(plain[end..].chars().next())),
    )
}

/// The signs up to the end of a clause, and of a figure behind the last that is shown.
fn shown(signs: impl Iterator<Item = (usize, char)>) -> Vec<(usize, char)> {
    let is_figure = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '%');
    let mut kept: Vec<(usize, char)> = Vec::new();
    let mut signs = signs.peekable();
    while let Some((at, sign)) = signs.next() {
        let last = kept.last().is_some_and(|it| is_figure(it.1));
        let groups = sign == ',' && last && signs.peek().is_some_and(|it| is_figure(it.1));
        let in_figure = groups
            || is_figure(sign) && kept.last().is_some_and(|it| is_figure(it.1) || it.1 == ',');
        if ends_clause(sign) && !groups || kept.len() >= SHOWN_AROUND && !in_figure {
            break;
        }
        kept.push((at, sign));
    }
    kept
}

fn ends_clause(sign: char) -> bool {
    matches!(sign, ',' | '。' | ';' | '；' | '，' | ':' | '：')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_a_clause_and_cuts_no_figure() {
        let plain = "收入,比上年增加XX万元,增长";
        let at = plain.find("XX").expect("it is there");
        assert_eq!(excerpt(plain, &(at..at + 2)), "比上年增加XX万元");
        let plain = "本部门所属各单位历年以来共计1,234,567.89支出XX";
        let at = plain.find("XX").expect("it is there");
        assert_eq!(excerpt(plain, &(at..at + 2)), "…1,234,567.89支出XX");
    }
}
