//! A row for each figure that has to change or to be looked at, with room for what was done.
use super::{Cell, Dossier, Sheet, table_of};
use crate::{
    document::Where,
    note::Lang,
    report::{
        Finding, Report, Suspect,
        entry::Entry,
        telling::{noted, place, sureness, told},
    },
};
use rust_xlsxwriter::XlsxError;

/// Widths of the columns.
pub const WIDTHS: &[u8] = &[28, 24, 6, 8, 18, 22, 40, 14, 14, 12, 56, 56, 12, 26, 24, 20];

/// Writes the sheet.
pub fn write(sheet: &mut Sheet<'_>, dossiers: &[Dossier], lang: Lang) -> Result<(), XlsxError> {
    let head = [
        ("文件", "File"),
        ("单位", "Unit"),
        ("序号", "No."),
        ("级别", "Severity"),
        ("文件中的位置", "Where"),
        ("表", "Table"),
        ("位置", "Place"),
        ("现为", "Printed"),
        ("应为", "Should be"),
        ("差额", "Difference"),
        ("说明", "What"),
        ("怎么改", "What to do"),
        ("把握", "Certainty"),
        ("依据", "Rule"),
        ("规则编号", "Rule id"),
        ("处理情况", "What was done"),
    ];
    let head = head.map(|(zh, en)| lang.of(zh, en));
    let rows = dossiers.iter().flat_map(|it| rows(&it.entry, lang));
    sheet.list(&head, rows.collect())
}

fn rows(entry: &Entry, lang: Lang) -> Vec<Vec<Cell>> {
    let Entry::Report(report) = entry else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    for (number, finding) in (1..).zip(&report.findings) {
        for each in finding.each() {
            let spots = spots(&each, lang);
            rows.extend(
                spots
                    .into_iter()
                    .map(|it| row(report, number, &each, it, lang)),
            );
        }
    }
    rows
}

/// A figure of a finding: where it stands, what it is and what it should be.
struct Spot<'a> {
    at: Option<&'a Where>,
    table: &'a str,
    name: &'a str,
    printed: &'a str,
    expected: &'a str,
    difference: Option<Cell>,
    certainty: &'static str,
}

/// The figures that change by the first repair; where none is known, the figure that comes first.
fn spots(finding: &Finding, lang: Lang) -> Vec<Spot<'_>> {
    let suspects = finding.suspects.iter().filter(|it| it.repair == 0);
    let suspected: Vec<Spot<'_>> = suspects.map(|it| suspected(it, lang)).collect();
    if !suspected.is_empty() {
        return suspected;
    }
    let printed = finding.figures.iter().find(|it| !it.text.is_empty());
    let figure = printed.or(finding.figures.first());
    let difference = finding.difference.as_deref().map(Cell::figure);
    vec![Spot {
        at: finding.at.as_ref().or(figure.and_then(|it| it.at.as_ref())),
        table: figure.map_or("", |it| table_of(&it.place)),
        name: figure.map_or("", |it| it.name.said(lang)),
        printed: (finding.printed.as_deref())
            .or(figure.map(|it| it.text.as_str()))
            .unwrap_or_default(),
        expected: finding.expected.as_deref().unwrap_or_default(),
        difference,
        certainty: "",
    }]
}

fn suspected(suspect: &Suspect, lang: Lang) -> Spot<'_> {
    let expected = suspect.suggested.as_deref().unwrap_or_default();
    let numbers = [suspect.text.as_str(), expected].map(Cell::figure);
    let difference = match numbers {
        [
            Cell::Number(printed, decimals),
            Cell::Number(expected, others),
        ] => Some(Cell::Number(printed - expected, decimals.max(others))),
        _ => None,
    };
    Spot {
        at: suspect.at.as_ref(),
        table: table_of(&suspect.place),
        name: suspect.name.said(lang),
        printed: &suspect.text,
        expected,
        difference,
        certainty: sureness(suspect.confidence, lang),
    }
}

fn row(report: &Report, number: usize, finding: &Finding, spot: Spot<'_>, lang: Lang) -> Vec<Cell> {
    let unit = report.document.unit_name.clone().unwrap_or_default();
    let told = told(finding, lang);
    let note = finding.note.as_deref();
    let done = note.map_or(Cell::Blank, |it| Cell::text(noted(it, lang)));
    vec![
        Cell::text(&report.source.name),
        Cell::text(unit),
        Cell::count(number),
        Cell::text(told.level),
        Cell::text(spot.at.map_or_else(String::new, |it| place(it, lang))),
        Cell::text(spot.table),
        Cell::text(spot.name),
        Cell::figure(spot.printed),
        Cell::figure(spot.expected),
        spot.difference.unwrap_or_default(),
        Cell::text(told.what),
        Cell::text(told.remedy.join(lang.of("；", "; "))),
        Cell::text(spot.certainty),
        Cell::text(told.why),
        Cell::text(told.rule),
        done,
    ]
}
