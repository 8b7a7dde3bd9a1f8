//! A word, or a row of words, that is written twice.
use super::found::{is_han, is_long, kind};
use crate::claim::Severity;
use crate::{
    budget::{Budget, Passage},
    claim::Remark,
    language::lexicon::{self, Found, Hit, Kind},
    note::{Message, text},
    rules::remarks::{excerpt, of_passage},
};
use std::ops::Range;

/// Complains of every word that stands twice without a blank between.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for passage in budget.prose().filter(|it| it.plain.contains(['。', ','])) {
        let sure = doubled(&passage.plain);
        let perhaps = perhaps_doubled(&passage.plain);
        let apart = |it: &Range<usize>| {
            let overlaps = |other: &Range<usize>| other.start < it.end && it.start < other.end;
            !sure.iter().any(overlaps)
        };
        let perhaps: Vec<Range<usize>> = perhaps.into_iter().filter(apart).collect();
        let sure = sure.into_iter().map(|it| (it, Severity::Warning));
        let perhaps = perhaps.into_iter().map(|it| (it, Severity::Notice));
        for (range, severity) in sure.chain(perhaps) {
            // Words of two cells are the same often enough.
            if !passage.printed(range.clone()).contains(char::is_whitespace) {
                remarks.push(remark(passage, range, severity));
            }
        }
    }
    remarks
}

fn remark(passage: &Passage, range: Range<usize>, severity: Severity) -> Remark {
    let what = text("文字重复", "A word written twice");
    let around = excerpt(&passage.plain, &range);
    let message = Message::new(
        format!("{}：“{around}”。", what.zh),
        format!("{}: “{around}”.", what.en),
    );
    of_passage(severity, passage, range, message)
}

fn doubled(plain: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let words = doubled_words(plain).into_iter();
    let signs = doubled_signs(plain).into_iter();
    for range in words.chain(signs).chain(doubled_rows(plain)) {
        if found
            .iter()
            .all(|it| it.end <= range.start || range.end <= it.start)
        {
            found.push(range);
        }
    }
    found
}

/// 原因原因是: a word of the lexicon, and behind it one of the same meaning that begins with it.
fn doubled_words(plain: &str) -> Vec<Range<usize>> {
    let hits = lexicon::hits(plain);
    let is_again = |first: &Hit| {
        let longest = hits.iter().find(|it| it.start == first.end)?;
        let word = &plain[first.start..first.end];
        let same =
            kind(longest) == kind(first) && plain[longest.start..longest.end].starts_with(word);
        same.then_some(first.start..first.end + word.len())
    };
    let candidates = hits
        .iter()
        .filter(|it| is_long(it) && cannot_end_name(plain, it));
    candidates.filter_map(is_again).collect()
}

/// Whether no name ends in a word: of 教育支出支出 the first is a part of the name.
fn cannot_end_name(plain: &str, hit: &Hit) -> bool {
    let begins = plain[..hit.start]
        .chars()
        .next_back()
        .is_none_or(|it| !is_han(it) && it != ')');
    match hit.found {
        Found::Name(_) => begins,
        Found::Word(Kind::Filler | Kind::Counted(_) | Kind::Made | Kind::Completion) => false,
        Found::Word(Kind::Plan(_) | Kind::Outcome | Kind::Flow(_)) => begins,
        Found::Word(_) => true,
    }
}

/// 比比上年, 增加加3.00: the last sign of a word again, before what the word leads to.
fn doubled_signs(plain: &str) -> Vec<Range<usize>> {
    let hits = lexicon::hits(plain);
    let is_time = |at: usize| {
        let mut times = hits.iter().filter(|it| it.start == at);
        times.any(|it| matches!(kind(it), Some(Kind::Time(_))))
    };
    let is_direction = |at: usize| {
        let mut words = hits.iter().filter(|it| it.start == at);
        words.any(|it| matches!(kind(it), Some(Kind::Direction(_))))
    };
    let again = hits.iter().filter_map(|it| {
        let last = plain[..it.end].chars().next_back()?;
        let end = it.end + last.len_utf8();
        let repeated = plain[it.end..].starts_with(last);
        let leads = match kind(it)? {
            Kind::Compare(_) => repeated && is_time(end),
            Kind::Time(_) => repeated && is_direction(end),
            Kind::Direction(_) => {
                repeated && plain[end..].starts_with(|it: char| it.is_ascii_digit())
            }
            _ => false,
        };
        leads.then_some(it.start..end)
    });
    again.collect()
}

/// A row of words has at least so many signs.
const SHORTEST_ROW: usize = 3;
/// And at most so many.
const LONGEST_ROW: usize = 24;

/// 比上年比上年: any row of signs, and the same again.
fn doubled_rows(plain: &str) -> Vec<Range<usize>> {
    let signs: Vec<(usize, char)> = plain.char_indices().collect();
    let byte = |at: usize| signs.get(at).map_or(plain.len(), |it| it.0);
    let mut rows = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        let length = (SHORTEST_ROW..=LONGEST_ROW).find(|it| is_doubled(&signs[at..], *it));
        rows.extend(length.map(|it| byte(at)..byte(at + 2 * it)));
        at += length.map_or(1, |it| 2 * it);
    }
    rows
}

/// Words that join others, and never stand twice: 由由, 的的.
const JOINING: &str = "由的为在及与从把被对";

/// Two signs, and the same again, or a joining word twice: 统筹统筹. A name may end as the next begins.
fn perhaps_doubled(plain: &str) -> Vec<Range<usize>> {
    let signs: Vec<(usize, char)> = plain.char_indices().collect();
    let byte = |at: usize| signs.get(at).map_or(plain.len(), |it| it.0);
    let known = lexicon::hits(plain);
    let is_known = |at: usize| known.iter().any(|it| it.start == byte(at) && is_long(it));
    let mut found = Vec::new();
    for at in 0..signs.len() {
        let sign = signs[at].1;
        let twice = signs.get(at + 1).is_some_and(|it| it.1 == sign);
        if twice && JOINING.contains(sign) && !plain[byte(at)..].starts_with("的的确确") {
            found.push(byte(at)..byte(at + 2));
        } else if is_doubled(&signs[at..], 2) && !is_known(at) {
            found.push(byte(at)..byte(at + 4));
        }
    }
    found
}

fn is_doubled(signs: &[(usize, char)], length: usize) -> bool {
    let Some(both) = signs.get(..2 * length) else {
        return false;
    };
    let (one, other) = both.split_at(length);
    let same = one.iter().zip(other).all(|(one, other)| one.1 == other.1);
    let dated = one.iter().any(|it| it.1 == '年');
    let written = |it: char| is_han(it) || dated && it.is_ascii_digit();
    same && one.iter().all(|it| written(it.1)) && one.iter().any(|it| it.1 != one[0].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(plain: &str) -> Vec<&str> {
        doubled(plain).into_iter().map(|it| &plain[it]).collect()
    }

    #[test]
    fn what_stands_twice_is_found() {
        for (plain, twice) in [
            ("减少原因原因是压缩开支。", "原因原因"),
            ("主要原因是主要原因是人员增加。", "主要原因是主要原因是"),
            ("支出比上年比上年增加。", "比上年比上年"),
            ("收入,支出支出下降。", "支出支出"),
            ("其中其中:办公费。", "其中其中"),
            ("比上年增加增加3.00万元。", "增加增加"),
            ("支出比比上年增加。", "比比"),
            ("比上年增加加3.00万元。", "增加加"),
            ("主要用于用于设备购置。", "用于用于"),
            ("比2023年2023年预算减少。", "2023年2023年"),
            ("支出预算9.00万元,比上年年增加1.00万元。", "上年年"),
        ] {
            assert_eq!(found(plain), [twice], "{plain}");
        }
    }

    #[test]
    fn what_only_looks_so_is_left_alone() {
        for plain in [
            "教育支出支出决算为3.00万元。",
            "本单位单位预算公开,部门预算预算数。",
            "增长增长率,完成完成率。",
            "涉及方方面面的工作,人人均可查询,用于用户服务。",
            "公共公益设施建设、建设工程质量监督、监督管理。",
            "工作条件条条落实。",
        ] {
            assert_eq!(found(plain), [""; 0], "{plain}");
        }
    }
}
