//! Marks of secrecy and of drafts.
use crate::{
    budget::{Budget, Passage},
    check::Remark,
    note::Message,
    rules::{Rule, Severity, remarks::of_passage},
};
use std::ops::Range;

/// Complains of every mark.
pub fn check(budget: &Budget, rule: &'static Rule) -> Vec<Remark> {
    let marked = budget
        .passages
        .iter()
        .filter_map(|it| Some((it, mark(it)?)));
    marked
        .map(|(passage, range)| {
            let mark = &passage.plain[range.clone()];
            let message = Message::new(
                format!("文中带有“{mark}”标记。"),
                format!("The document carries the mark “{mark}”."),
            );
            of_passage(rule, Severity::Warning, passage, range, message)
        })
        .collect()
}

/// A mark stands alone on a short line, or in brackets; inside a sentence the words are ordinary.
fn mark(passage: &Passage) -> Option<Range<usize>> {
    let plain = &passage.plain;
    let short = plain.chars().count() <= LONGEST_LINE;
    let alone = ALONE.iter().find(|it| short && plain.starts_with(**it));
    if let Some(word) = alone {
        return Some(0..word.len());
    }
    let bracketed = |word: &&str| {
        let marked = format!("({word})");
        let start = plain.find(&marked)?;
        Some(start..start + marked.len())
    };
    BRACKETED.iter().filter_map(bracketed).next()
}

/// A line that carries a mark is no longer.
const LONGEST_LINE: usize = 12;

const ALONE: [&str; 8] = [
    "内部资料",
    "内部文件",
    "内部使用",
    "机密★",
    "秘密★",
    "绝密★",
    "征求意见稿",
    "讨论稿",
];
const BRACKETED: [&str; 8] = [
    "征求意见稿",
    "讨论稿",
    "送审稿",
    "草稿",
    "初稿",
    "修改稿",
    "内部资料",
    "秘密",
];
