//! Two receipts held against each other: what of one cannot be reproduced.
use super::{DocumentReceipt, FileDigest, FindingReceipt, Receipt};
use crate::{note::Message, report::entry::base_name};
use std::collections::BTreeSet;

/// Number of digits of a digest that are shown.
const SHOWN: usize = 12;

impl Receipt {
    /// How another receipt, of a check made just now, differs from this one; nothing if it agrees. The
    /// order of files and their names do not matter, their content does.
    pub fn differences(&self, now: &Receipt) -> Vec<Message> {
        let mut differences = self.of_program(now);
        differences.extend(self.of_files(&now.files));
        for noted in &self.documents {
            match now.documents.iter().find(|it| it.name == noted.name) {
                Some(found) => differences.extend(noted.differences(found)),
                None => differences.push(about(
                    &noted.name,
                    "收据里有这份文件，这次核对没有",
                    "the receipt has this document, this check has not",
                )),
            }
        }
        let is_noted = |it: &&DocumentReceipt| self.documents.iter().any(|own| own.name == it.name);
        let others = now.documents.iter().filter(|it| !is_noted(it));
        differences.extend(others.map(|it| {
            about(
                &it.name,
                "这次核对有这份文件，收据里没有",
                "this check has this document, the receipt has not",
            )
        }));
        differences.extend(self.of_notes());
        differences
    }

    /// How files differ from those that were checked, told by their content.
    pub fn of_files(&self, files: &[FileDigest]) -> Vec<Message> {
        let mut left: Vec<&FileDigest> = files.iter().collect();
        let mut missing = Vec::new();
        for noted in &self.files {
            match left.iter().position(|it| it.sha256 == noted.sha256) {
                Some(found) => drop(left.remove(found)),
                None => missing.push(noted),
            }
        }
        let mut differences = Vec::new();
        for noted in missing {
            let same = left
                .iter()
                .position(|it| base_name(&it.name) == base_name(&noted.name));
            differences.push(match same.map(|it| left.remove(it)) {
                Some(found) => changed(noted, found),
                None => about(
                    &noted.name,
                    "没有给出这个文件",
                    "this file was not handed in",
                ),
            });
        }
        differences.extend(left.iter().map(|it| {
            about(
                &it.name,
                "收据里没有这个文件",
                "the receipt has no such file",
            )
        }));
        differences
    }

    fn of_program(&self, now: &Receipt) -> Vec<Message> {
        let (noted, found) = (&self.program, &now.program);
        let mut differences = Vec::new();
        if noted.version != found.version {
            let (noted, found) = (&noted.version, &found.version);
            differences.push(Message::new(
                format!("程序的版本不同：收据是 {noted}，本机是 {found}"),
                format!("Another version of the program: {noted} in the receipt, {found} here"),
            ));
        }
        if noted.rules != found.rules {
            let (noted, found) = (shown(&noted.rules), shown(&found.rules));
            differences.push(Message::new(
                format!("规则不同：收据是 {noted}，本机是 {found}"),
                format!("Other rules: {noted} in the receipt, {found} here"),
            ));
        }
        if self.options != now.options {
            differences.push(Message::new(
                "核对的选项不同（几个文件是否合为一份）",
                "Other options (whether all files are one disclosure)",
            ));
        }
        differences
    }

    /// Notes that speak of no finding of the receipt: somebody changed it.
    fn of_notes(&self) -> Vec<Message> {
        let findings = self.documents.iter().flat_map(|it| &it.findings);
        let known: BTreeSet<&str> = findings.map(|it| it.id.as_str()).collect();
        let notes = self.notes.iter();
        let unknown = notes.filter(|it| !known.contains(it.finding.as_str()));
        unknown
            .map(|it| {
                let id = &it.finding;
                Message::new(
                    format!("说明所指的发现 {id} 不在收据里"),
                    format!("A note speaks of finding {id}, which the receipt has not"),
                )
            })
            .collect()
    }
}

impl DocumentReceipt {
    fn differences(&self, now: &DocumentReceipt) -> Vec<Message> {
        let mut differences = Vec::new();
        let mut differ = |is_other: bool, zh: &str, en: &str| {
            if is_other {
                differences.push(about(&self.name, zh, en));
            }
        };
        differ(
            self.failure != now.failure,
            "读出的情况不同",
            "it was read in one check and not in the other, or failed otherwise",
        );
        differ(
            (&self.unit_name, self.year) != (&now.unit_name, now.year),
            "单位或年度不同",
            "another unit or year",
        );
        differ(
            self.figures != now.figures,
            "数字的计数不同",
            "other counts of figures",
        );
        differ(
            self.checks != now.checks,
            "核对的计数不同",
            "other counts of checks",
        );
        let lacking = without(&self.findings, &now.findings);
        differences.extend(lacking.map(|it| {
            let (zh, en) = (&it.message.zh, &it.message.en);
            about(
                &self.name,
                &format!("收据里的这一处，这次没有：{zh}"),
                &format!("in the receipt and not found now: {en}"),
            )
        }));
        let further = without(&now.findings, &self.findings);
        differences.extend(further.map(|it| {
            let (zh, en) = (&it.message.zh, &it.message.en);
            about(
                &self.name,
                &format!("这次发现的这一处，收据里没有：{zh}"),
                &format!("found now and not in the receipt: {en}"),
            )
        }));
        differences
    }
}

/// Findings that are not, or not alike, among others.
fn without<'a>(
    findings: &'a [FindingReceipt],
    others: &'a [FindingReceipt],
) -> impl Iterator<Item = &'a FindingReceipt> {
    findings.iter().filter(|it| !others.contains(it))
}

fn changed(noted: &FileDigest, found: &FileDigest) -> Message {
    let (before, after) = (shown(&noted.sha256), shown(&found.sha256));
    let (size, other) = (noted.bytes, found.bytes);
    about(
        &noted.name,
        &format!("内容不同：收据 {size} 字节、SHA-256 {before}…，这个文件 {other} 字节、{after}…"),
        &format!(
            "other content: {size} bytes, SHA-256 {before}… in the receipt; {other} bytes, {after}… now"
        ),
    )
}

fn about(name: &str, zh: &str, en: &str) -> Message {
    Message::new(format!("{name}：{zh}"), format!("{name}: {en}"))
}

fn shown(digest: &str) -> String {
    digest.chars().take(SHOWN).collect()
}
