//! Findings as rows of a table: the columns of the comma-separated file and of the workbook.
use super::{
    Finding, Report, Suspect,
    entry::Entry,
    telling::{place, told},
};
use crate::{note::Lang, rules};

/// Headings of the columns.
pub fn headings(lang: Lang) -> Vec<&'static str> {
    let zh = vec![
        "文件",
        "级别",
        "规则",
        "规则名称",
        "说明",
        "位置",
        "文件中的位置",
        "等号左边",
        "等号右边",
        "差额",
        "四舍五入至多差",
        "可疑数字的位置",
        "可疑数字",
        "建议改为",
        "原因",
        "把握",
    ];
    let en = vec![
        "file",
        "severity",
        "rule",
        "rule title",
        "message",
        "place",
        "where",
        "left of =",
        "right of =",
        "difference",
        "tolerance",
        "suspect place",
        "suspect",
        "suggested",
        "reason",
        "confidence",
    ];
    lang.of(zh, en)
}

/// A row for each finding, and one for each file that could not be read.
pub fn rows(entry: &Entry, lang: Lang) -> Vec<Vec<String>> {
    match entry {
        Entry::Report(report) => {
            let findings = report.findings.iter();
            findings.map(|it| row(report, it, lang)).collect()
        }
        Entry::Unread(unread) => {
            let mut row = vec![String::new(); headings(lang).len()];
            row[0].clone_from(&unread.source.name);
            row[1] = lang.of("未读", "unread").to_owned();
            row[4] = unread.failure.message.said(lang).to_owned();
            vec![row]
        }
    }
}

fn row(report: &Report, finding: &Finding, lang: Lang) -> Vec<String> {
    let rule = rules::rule(&finding.rule);
    let printed = finding.figures.iter().find(|it| !it.text.is_empty());
    let figure = printed.or(finding.figures.first());
    let at = figure.map_or(finding.at.as_ref(), |it| it.at.as_ref());
    // What changes together is one repair; the rivals of the first are in the other formats.
    let best: Vec<&Suspect> = finding
        .suspects
        .iter()
        .filter(|it| it.repair == 0)
        .collect();
    let each = |told: &dyn Fn(&Suspect) -> String| {
        let told: Vec<String> = best.iter().map(|it| told(it)).collect();
        told.join(lang.of("；", "; "))
    };
    let first = best.first();
    let or_empty = |it: &Option<String>| it.clone().unwrap_or_default();
    vec![
        report.source.name.clone(),
        told(finding, lang).grade.to_owned(),
        finding.rule.clone(),
        rule.map_or_else(String::new, |it| it.title.said(lang).to_owned()),
        finding.message.said(lang).to_owned(),
        figure.map_or_else(String::new, |it| it.name.said(lang).to_owned()),
        at.map_or_else(String::new, |it| place(it, lang)),
        or_empty(&finding.printed),
        or_empty(&finding.expected),
        or_empty(&finding.difference),
        or_empty(&finding.tolerance),
        each(&|it| it.name.said(lang).to_owned()),
        each(&|it| it.text.clone()),
        each(&|it| or_empty(&it.suggested)),
        first.map_or_else(String::new, |it| it.reason.said(lang).to_owned()),
        first.map_or_else(String::new, |it| it.confidence.normalize().to_string()),
    ]
}
