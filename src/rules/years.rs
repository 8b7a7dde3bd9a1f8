//! Years as they are named in words, and the year that a document is about.
use crate::{
    budget::{Budget, Passage},
    recognize::is_heading_line,
    words::key,
};
use std::{collections::BTreeMap, ops::Range};

/// A year with the bytes that name it: `2026年`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub year: u16,
    /// First byte of its digits.
    pub start: usize,
    /// Behind 年.
    pub end: usize,
}

/// Every `20xx年` of a text without blanks. 2077.09 and 12026年 are none.
pub fn years(plain: &str) -> Vec<Year> {
    let year = |(position, word): (usize, &str)| {
        let start = position.checked_sub(4)?;
        let digits = plain.get(start..position)?;
        let before = plain[..start].chars().next_back();
        let glued = before.is_some_and(|it| it.is_ascii_digit() || it == '.');
        let year = digits.parse().ok()?;
        (!glued && (2000..2100).contains(&year)).then_some(Year {
            year,
            start,
            end: position + word.len(),
        })
    };
    plain.match_indices('年').filter_map(year).collect()
}

/// A title that names one year.
#[derive(Debug)]
pub struct Title<'a> {
    /// Where it stands.
    pub passage: &'a Passage,
    /// The bytes of the year in its `plain`.
    pub range: Range<usize>,
    /// The year.
    pub year: u16,
}

/// Words of titles whose year may be another one.
const OF_OTHER_YEARS: [&str; 9] = [
    "上年", "结转", "执行", "工作", "规划", "总结", "印发", "通知", "批复",
];
/// One of these words is in every title that names the year of a budget.
const OF_BUDGETS: [&str; 5] = ["预算", "决算", "收支", "支出", "概况"];
/// No title is longer.
const LONGEST_TITLE: usize = 60;

/// The titles that name one year: headings, names of tables, the contents' lines.
pub fn titles(budget: &Budget) -> Vec<Title<'_>> {
    budget.prose().filter_map(title).collect()
}

fn title(passage: &Passage) -> Option<Title<'_>> {
    let [named] = years(&passage.plain)[..] else {
        return None;
    };
    // What is left of last year is part of this year's budget.
    let plain = passage.plain.replace("上年结转", "");
    let plain = plain.replace("结转结余", "");
    let spoken = |words: &[&str]| words.iter().any(|it| plain.contains(it));
    (is_title(passage) && spoken(&OF_BUDGETS) && !spoken(&OF_OTHER_YEARS)).then_some(Title {
        passage,
        range: named.start..named.end,
        year: named.year,
    })
}

fn is_title(passage: &Passage) -> bool {
    let plain = &passage.plain;
    let ends = ["表", "说明", "预算", "决算", "公开", "情况", "概况"];
    let named = ends
        .iter()
        .any(|it| plain.trim_end_matches(['.', '…']).ends_with(it));
    let short = plain.chars().count() <= LONGEST_TITLE;
    short && (named || is_heading_line(&key(passage.text()))) && !plain.contains(['。', ',', '；'])
}

/// The year that most titles name, or else the document's own.
pub fn document_year(budget: &Budget) -> Option<u16> {
    let mut votes: BTreeMap<u16, usize> = BTreeMap::new();
    for title in titles(budget) {
        *votes.entry(title.year).or_default() += 1;
    }
    let all: usize = votes.values().sum();
    let most = votes.into_iter().max_by_key(|it| it.1);
    let clear = most.filter(|(_, count)| count * 2 > all);
    clear.map(|it| it.0).or(budget.year)
}
