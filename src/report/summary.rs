//! The word behind the counts: whether a document adds up, and how far that can be said.
use super::{Finding, Report};
use crate::note::Message;
use rust_decimal::Decimal;

/// A suspect this sure is told in the verdict; a less sure one only with its rivals.
const SURE: Decimal = Decimal::from_parts(80, 0, 0, false, 2);

impl Report {
    /// Whether the document adds up, in a sentence that promises no more than was checked.
    pub fn summary(&self) -> Message {
        let of = |severity: &str| {
            self.findings
                .iter()
                .filter(|it| it.severity == severity)
                .count()
        };
        let (errors, warnings, notices) = (of("error"), of("warning"), of("notice"));
        let verdict = match (errors, warnings + notices) {
            _ if self.checks.performed == 0 => Message::new(
                "没有能互相核对的数字，不能判断对不对得上。",
                "No figures could be checked against each other: nothing can be said.",
            ),
            (0, 0) if self.figures.unchecked == 0 => {
                Message::new("全部相符。", "Everything agrees.")
            }
            (0, 0) => Message::new("核对过的都相符。", "All that was checked agrees."),
            (0, _) if self.figures.disagree + self.figures.involved == 0 => {
                Message::new("没有不符的数字", "No figure disagrees") + more(warnings, notices)
            }
            (0, _) => {
                Message::new("没有确定的不符", "No certain disagreement") + more(warnings, notices)
            }
            _ => {
                Message::new(
                    format!("共 {errors} 处不符"),
                    format!("{errors} disagreements"),
                ) + more(warnings, notices)
            }
        };
        match self.tables.is_empty() && self.figures.total > 0 {
            true => {
                Message::new(
                    "没有认出表格，只看了文字。",
                    "No table was recognised; only the text was read. ",
                ) + verdict
            }
            false => verdict,
        }
    }

    /// The finding whose suspect can be named in one line: an error, and no rival as good.
    pub fn headline(&self) -> Option<usize> {
        let sure = |it: &Finding| {
            let named = it
                .suspects
                .first()
                .is_some_and(|it| it.suggested.is_some() && it.confidence >= SURE);
            it.severity == "error" && named && it.grade.as_deref() != Some("several")
        };
        self.findings.iter().position(sure)
    }
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

impl std::ops::Add for Message {
    type Output = Message;

    fn add(self, other: Message) -> Message {
        Message::new(self.zh + &other.zh, self.en + &other.en)
    }
}
