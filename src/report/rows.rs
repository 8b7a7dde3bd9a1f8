//! Findings as rows of a table: the columns of the comma-separated file and of the workbook.
use super::{
    Finding, Report, Suspect,
    entry::Entry,
    telling::{place, verdict},
};
use crate::{note::Lang, rules};

/// Headings of the columns.
pub fn headings(lang: Lang) -> Vec<&'static str> {
    let zh = vec![
        "文件",
        "单位",
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
        "已说明",
    ];
    let en = vec![
        "file",
        "unit",
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
        "explained",
    ];
    lang.of(zh, en)
}

/// A row for each finding, and one for each file that could not be read.
pub fn rows(entry: &Entry, lang: Lang) -> Vec<Vec<String>> {
    match entry {
        Entry::Report(report) => {
            let findings = report.findings.iter().flat_map(Finding::each);
            let findings = findings.map(|it| row(report, &it, lang));
            let said = |level: &str, told: String| Row::new(report, level, told);
            let verdict = verdict(report, lang).join(lang.of("", " "));
            let verdict = said(lang.of("结论", "verdict"), verdict).cells();
            let unchecked = report.unchecked.iter().map(|it| {
                let level = lang.of("未核对", "unchecked");
                let place = it.at.as_ref().map(|at| place(at, lang));
                said(level, it.reason.said(lang).to_owned())
                    .at(it.name.said(lang), place, &it.text)
                    .cells()
            });
            let notes = report.notes.iter().map(|it| {
                let level = lang.of("说明", "note");
                let place = it.at.as_ref().map(|at| place(at, lang));
                said(level, it.message.said(lang).to_owned())
                    .at("", place, "")
                    .cells()
            });
            let lacking = report.not_applicable.iter().map(|it| {
                let level = lang.of("未进行", "not made");
                let missing = it.missing.said(lang).to_owned();
                said(level, missing).of_rule(&it.rule, lang).cells()
            });
            let rows = std::iter::once(verdict).chain(findings);
            rows.chain(unchecked).chain(lacking).chain(notes).collect()
        }
        Entry::Unread(unread) => {
            let level = lang.of("未读", "unread").to_owned();
            let told = unread.failure.message.said(lang).to_owned();
            let file = unread.source.name.clone();
            let row = Row {
                file,
                level,
                told,
                ..Row::default()
            };
            vec![row.cells()]
        }
    }
}

/// A row, its cells by their names.
#[derive(Default)]
struct Row {
    file: String,
    unit: String,
    level: String,
    rule: String,
    title: String,
    told: String,
    name: String,
    place: String,
    printed: String,
    expected: String,
    difference: String,
    tolerance: String,
    suspects: [String; 5],
    note: String,
}

impl Row {
    fn new(report: &Report, level: &str, told: String) -> Self {
        Row {
            file: report.source.name.clone(),
            unit: report.document.unit_name.clone().unwrap_or_default(),
            level: level.to_owned(),
            told,
            ..Row::default()
        }
    }

    fn at(self, name: &str, place: Option<String>, printed: &str) -> Self {
        Row {
            name: name.to_owned(),
            place: place.unwrap_or_default(),
            printed: printed.to_owned(),
            ..self
        }
    }

    fn of_rule(self, rule: &str, lang: Lang) -> Self {
        let title = rules::rule(rule).map_or("", |it| it.title.said(lang));
        Row {
            rule: rule.to_owned(),
            title: title.to_owned(),
            ..self
        }
    }

    /// In the order of the headings.
    fn cells(self) -> Vec<String> {
        let cells = [
            self.file,
            self.unit,
            self.level,
            self.rule,
            self.title,
            self.told,
            self.name,
            self.place,
            self.printed,
            self.expected,
            self.difference,
            self.tolerance,
        ];
        let cells = cells.into_iter().chain(self.suspects);
        cells.chain([self.note]).collect()
    }
}

fn row(report: &Report, finding: &Finding, lang: Lang) -> Vec<String> {
    let printed = finding.figures.iter().find(|it| !it.text.is_empty());
    let figure = printed.or(finding.figures.first());
    let at = figure.map_or(finding.at.as_ref(), |it| it.at.as_ref());
    let name = figure.map_or("", |it| it.name.said(lang));
    let or_empty = |it: &Option<String>| it.clone().unwrap_or_default();
    let message = finding.message.said(lang).to_owned();
    Row {
        expected: or_empty(&finding.expected),
        difference: or_empty(&finding.difference),
        tolerance: or_empty(&finding.tolerance),
        suspects: suspects(finding, lang),
        note: or_empty(&finding.note),
        ..Row::new(report, finding.severity.title().said(lang), message).at(
            name,
            at.map(|it| place(it, lang)),
            &or_empty(&finding.printed),
        )
    }
    .of_rule(&finding.rule, lang)
    .cells()
}

/// The suspected figures, what they should be and why: those of one repair together, rivals behind
/// the first.
fn suspects(finding: &Finding, lang: Lang) -> [String; 5] {
    let last = finding.suspects.iter().map(|it| it.repair).max();
    let repairs: Vec<Vec<&Suspect>> = (0..last.map_or(0, |it| it + 1))
        .map(|number| {
            finding
                .suspects
                .iter()
                .filter(|it| it.repair == number)
                .collect()
        })
        .collect();
    let or = lang.of("；或：", "; or: ");
    let of_each = |told: &dyn Fn(&Suspect) -> String, between: &str| {
        let of_repair = |it: &Vec<&Suspect>| {
            let told: Vec<String> = it.iter().map(|it| told(it)).collect();
            told.join(between)
        };
        repairs.iter().map(of_repair).collect::<Vec<_>>().join(or)
    };
    let of_first = |told: &dyn Fn(&Suspect) -> String| {
        let firsts = repairs.iter().filter_map(|it| it.first());
        firsts.map(|it| told(it)).collect::<Vec<_>>().join(or)
    };
    let between = lang.of("；", "; ");
    [
        of_each(&|it| it.name.said(lang).to_owned(), between),
        of_each(&|it| it.text.clone(), between),
        of_each(&|it| it.suggested.clone().unwrap_or_default(), between),
        of_first(&|it| it.reason.said(lang).to_owned()),
        of_first(&|it| it.confidence.normalize().to_string()),
    ]
}
