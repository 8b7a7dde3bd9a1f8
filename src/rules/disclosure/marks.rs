//! Marks of secrecy and of drafts, and what a draft leaves in its file.
use crate::{
    budget::{Budget, Passage},
    claim::{Remark, Severity},
    document::Trace,
    note::Message,
    rules::remarks::{of_document, of_passage},
};
use std::ops::Range;

/// Complains of every mark, and points at what the file holds and does not show.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let mut remarks = marks(budget);
    remarks.extend(budget.traces.iter().map(left_behind));
    remarks
}

fn left_behind(trace: &Trace) -> Remark {
    let (zh, en) = trace.kind.name();
    let count = trace.count;
    let names = if trace.names.is_empty() {
        String::new()
    } else {
        format!("（{}）", trace.names.join("、"))
    };
    let message = Message::new(
        format!(
            "文件中还有{zh} {count} 处{names}，公开后别人可以看到；请确认可以公开，或删去后再公开。"
        ),
        format!(
            "The file still holds {en}: {count}{names}. Whoever gets it can see them; make sure that they may be published."
        ),
    );
    Remark {
        at: trace.at.clone(),
        ..of_document(Severity::Notice, message)
    }
}

fn marks(budget: &Budget) -> Vec<Remark> {
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
            of_passage(Severity::Warning, passage, range, message)
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
    let words = BRACKETED.iter().filter(|_| plain.contains('('));
    words.filter_map(bracketed).next()
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
