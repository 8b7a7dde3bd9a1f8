//! The word behind the counts: whether a document adds up, and how far that can be said.
use super::{Finding, Report, explained};
use crate::{
    claim::Severity,
    note::{LostKind, Message},
    repair::Grade,
};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// A suspect this sure is told in the verdict; a less sure one only with its rivals.
const SURE: Decimal = Decimal::from_parts(80, 0, 0, false, 2);

impl Report {
    /// How many figures there are, and how many of them were held against others.
    pub fn counted(&self) -> Message {
        let total = self.figures.total;
        let checked = total - self.figures.unchecked;
        Message::new(
            format!("共 {total} 个数字，核对了 {checked} 个"),
            format!("{total} figures, {checked} of them checked"),
        )
    }

    /// How many checks were made, and how many could not be.
    pub fn checks_made(&self) -> Message {
        let (made, lacking) = (self.checks.performed, self.checks.not_applicable);
        Message::new(
            format!("共作 {made} 项核对，另有 {lacking} 项因缺少所需的表或数字未进行。"),
            format!(
                "{} made; {lacking} more lacked a table or a figure and were not.",
                match made {
                    1 => "1 check was".to_owned(),
                    _ => format!("{made} checks were"),
                }
            ),
        )
    }

    /// Whether something of the document was not checked at all: then it is not called sound.
    pub fn is_partial(&self) -> bool {
        self.unchecked_parts().is_some()
    }

    /// Whether the document adds up, in a sentence that promises no more than was checked.
    pub fn summary(&self) -> Message {
        match self.unchecked_parts() {
            Some(parts) => parts + self.verdict(),
            None => self.verdict(),
        }
    }

    /// The answer: whether what was checked adds up, and how many findings of each kind there are.
    pub fn verdict(&self) -> Message {
        let [errors, warnings, notices] = Severity::ALL.map(|it| self.count(it));
        let verdict = match (errors, warnings + notices) {
            _ if self.figures.total == 0 => {
                Message::new(
                    "没有认出可以核对的数字",
                    "No figure to check was recognised",
                ) + more(warnings, notices)
            }
            _ if self.checks.performed == 0 => Message::new(
                "没有能互相核对的数字，不能判断对不对得上。",
                "No figures could be checked against each other: nothing can be said.",
            ),
            (0, 0) if self.is_all_tied() => {
                Message::new("对得上：全部相符。", "It adds up: everything agrees.")
            }
            (0, 0) => Message::new(
                "对得上：核对过的都相符。",
                "It adds up: all that was checked agrees.",
            ),
            (0, _) => {
                Message::new("没有发现不符", "No disagreement was found") + more(warnings, notices)
            }
            _ => {
                Message::new(
                    format!("对不上：{errors} 处不符"),
                    format!("It does not add up: {}", counted(errors, "disagreement")),
                ) + more(warnings, notices)
            }
        };
        match explained::counted(self.explained()) {
            Some(explained) => verdict + explained,
            None => verdict,
        }
    }

    /// Whether everything was read, and every figure and every sum checked.
    fn is_all_tied(&self) -> bool {
        self.figures.unchecked == 0 && self.checks.withheld == 0 && lost(self).is_empty()
    }

    /// What of the document was not checked at all, in a sentence that comes before the verdict.
    pub fn unchecked_parts(&self) -> Option<Message> {
        let mut parts = lost(self);
        if self.tables.is_empty() && self.figures.total > 0 {
            parts.push(Message::new("没有认出表格", "no table was recognised"));
        }
        let (zh, en): (Vec<_>, Vec<_>) = parts.into_iter().map(|it| (it.zh, it.en)).unzip();
        let rest = match self.tables.is_empty() {
            true => ("只核对了文字。", "Only the text was checked. "),
            false => ("只核对了其余部分。", "Only the rest was checked. "),
        };
        (!zh.is_empty()).then(|| {
            Message::new(
                format!("{}，{}", zh.join("，"), rest.0),
                format!("Not everything was read: {}. {}", en.join(", "), rest.1),
            )
        })
    }

    /// The finding whose suspect can be named in one line: an error, and no rival as good.
    pub fn headline(&self) -> Option<usize> {
        let sure = |it: &Finding| {
            let named = it
                .suspects
                .first()
                .is_some_and(|it| it.suggested.is_some() && it.confidence >= SURE);
            it.severity == Severity::Error && named && it.grade != Some(Grade::Several)
        };
        self.findings.iter().position(sure)
    }
}

/// What the notes and tables say is not checked, each kind once.
fn lost(report: &Report) -> Vec<Message> {
    let mut counts: BTreeMap<LostKind, usize> = BTreeMap::new();
    for lost in report.notes.iter().filter_map(|it| it.lost) {
        *counts.entry(lost.what).or_default() += lost.count;
    }
    let idle = report.tables.iter().filter(|it| it.is_unchecked()).count();
    if idle > 0 {
        *counts.entry(LostKind::UnknownTables).or_default() += idle;
    }
    let said = counts.into_iter().map(|(what, count)| {
        let (zh, en) = words(what);
        let fill = |words: &str| words.replace("{}", &count.to_string());
        Message::new(fill(zh), fill(en))
    });
    said.collect()
}

/// How it is said that something is lost, with the number to fill in.
fn words(lost: LostKind) -> (&'static str, &'static str) {
    match lost {
        LostKind::Rest => ("文件不完整", "the file is incomplete"),
        LostKind::Pages => (
            "有 {} 页没有读出或没有读全",
            "{} pages could not be read in full",
        ),
        LostKind::TablePages => (
            "有 {} 页的表没有读出",
            "the tables of {} pages were not read",
        ),
        LostKind::Tables => ("有 {} 张表没有读出", "{} tables were not read"),
        LostKind::NamedTables => (
            "文中列出的 {} 张表没有认出",
            "{} tables that the text names were not recognised",
        ),
        LostKind::UnknownTables => ("有 {} 张表没有核对", "{} tables were not checked"),
        LostKind::Cells => ("有 {} 个公式没有计算结果", "{} formulas have no result"),
    }
}

/// `1 disagreement`, `2 disagreements`.
fn counted(number: usize, thing: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{plural}")
}

/// `，另有 2 处存疑、1 条提示。`
fn more(warnings: usize, notices: usize) -> Message {
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    if warnings > 0 {
        zh.push(format!("{warnings} 处存疑"));
        en.push(format!("{warnings} doubtful"));
    }
    if notices > 0 {
        zh.push(format!("{notices} 条提示"));
        en.push(format!("{notices} worth a look"));
    }
    if zh.is_empty() {
        return Message::new("。", ".");
    }
    Message::new(
        format!("，另有 {}。", zh.join("、")),
        format!("; {}.", en.join(", ")),
    )
}
