//! Details of persons. What is found is shown with its middle hidden: a report may be passed on.
use super::numbers::{is_card, is_identity, is_mobile, masked, runs};
use crate::{
    budget::{Budget, Passage},
    claim::{Remark, Severity},
    note::{Message, Text, text},
    rules::remarks::of_passage,
};
use std::ops::Range;

/// Something of a person: where, what kind, and how it is shown.
type Detail = (Range<usize>, Text, String);

/// Complains of every detail.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for (index, passage) in budget.passages.iter().enumerate() {
        let nearby = nearby(budget, index);
        for (range, kind, shown) in details(passage, &nearby) {
            let message = Message::new(
                format!("公开文本中有{}：{shown}。", kind.zh),
                format!("The document publishes {}: {shown}.", kind.en),
            );
            remarks.push(Remark {
                printed: Some(shown),
                ..of_passage(Severity::Warning, passage, range, message)
            });
        }
    }
    remarks
}

/// The words before a passage that say what it is: the rest of its row, or the line before it.
fn nearby(budget: &Budget, index: usize) -> String {
    let passage = &budget.passages[index];
    let before = budget.passages[..index].iter().rev();
    let row = |it: &Passage| (it.block, it.cell.map(|it| it.0));
    let near: Vec<&str> = match passage.cell {
        Some(_) => before
            .take_while(|it| row(it) == row(passage))
            .map(|it| it.plain.as_str())
            .collect(),
        None => Vec::new(),
    };
    near.concat() + &passage.plain
}

fn details(passage: &Passage, nearby: &str) -> Vec<Detail> {
    let mut details = Vec::new();
    let spoken = |words: &[&str]| words.iter().any(|it| nearby.contains(it));
    for (start, digits) in runs(&passage.plain) {
        let range = start..start + digits.len();
        let kind = if is_identity(digits) {
            text("身份证号", "an identity number")
        } else if is_mobile(digits) && spoken(&OF_TELEPHONES) {
            text("手机号码", "a mobile telephone number")
        } else if is_card(digits) && spoken(&OF_ACCOUNTS) {
            text("银行账号", "a bank account")
        } else {
            continue;
        };
        details.push((range, kind, masked(digits)));
    }
    details.extend(private_addresses(&passage.plain));
    details
}

const OF_TELEPHONES: [&str; 5] = ["电话", "手机", "联系", "Tel", "热线"];
const OF_ACCOUNTS: [&str; 5] = ["账号", "帐号", "卡号", "账户", "开户"];

/// Where private persons have their mail; an office's own domain is no private address.
const PRIVATE_HOSTS: [&str; 11] = [
    "qq.com",
    "163.com",
    "126.com",
    "sina.com",
    "sina.cn",
    "sohu.com",
    "139.com",
    "189.cn",
    "foxmail.com",
    "gmail.com",
    "hotmail.com",
];

fn private_addresses(plain: &str) -> Vec<Detail> {
    let address = |(at, _): (usize, &str)| {
        let host = &plain[at + 1..];
        let host = PRIVATE_HOSTS.iter().find(|it| host.starts_with(**it))?;
        let local = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '_' | '-');
        let start = plain[..at].trim_end_matches(local).len();
        let shown = format!("{}@{host}", masked(&plain[start..at]));
        let kind = text("个人邮箱", "a private e-mail address");
        (start < at).then_some((start..at + 1 + host.len(), kind, shown))
    };
    plain.match_indices('@').filter_map(address).collect()
}
