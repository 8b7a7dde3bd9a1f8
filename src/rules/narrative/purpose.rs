//! 主要用于: what an item is for, against its name.
use crate::{
    budget::Budget,
    claim::{Remark, Severity},
    note::Message,
    rules::remarks::of_passage,
};

/// Words that name what only one kind of item pays.
const KINDS: &[&str] = &["公积金", "医疗", "养老", "年金", "购房补贴"];

/// Complains of an item whose purpose is that of another: 住房公积金（项）… 主要用于：医疗保险.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for passage in budget.prose() {
        for (at, _) in passage.plain.match_indices("主要用于") {
            let Some(name) = item_before(&passage.plain[..at]) else {
                continue;
            };
            let purpose = passage.plain[at..].split(['。', '；']).next().unwrap_or("");
            let named = |text: &str| KINDS.iter().position(|it| text.contains(it));
            let (Some(own), Some(other)) = (named(name), named(purpose)) else {
                continue;
            };
            if own != other && !purpose.contains(KINDS[own]) {
                let message = Message::new(
                    format!("“{name}”的用途写的是“{purpose}”，像是另一项的。"),
                    format!("“{name}” is said to be for “{purpose}”, which is another item's."),
                );
                let range = at..at + purpose.len();
                remarks.push(of_passage(Severity::Warning, passage, range, message));
            }
        }
    }
    remarks
}

/// The name of the item that the sentence before speaks of.
fn item_before(before: &str) -> Option<&str> {
    let before = before.trim_end_matches(['。', ',', ':']);
    let open = before.strip_suffix("项)")?.rsplit_once('(')?.0;
    open.rsplit([')', '、', '.']).next()
}
