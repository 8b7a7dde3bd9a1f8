//! A row for each document: what it is, whether it adds up, how much of it was checked.
use super::{Cell, Dossier, Sheet};
use crate::{
    budget::Kind,
    claim::Severity,
    note::Lang,
    report::{Report, entry::Entry},
};
use rust_xlsxwriter::XlsxError;

/// Widths of the columns.
pub const WIDTHS: &[u8] = &[
    32, 24, 36, 8, 8, 60, 8, 8, 8, 10, 10, 8, 8, 12, 8, 8, 10, 40,
];

/// Writes the sheet.
pub fn write(sheet: &mut Sheet<'_>, dossiers: &[Dossier], lang: Lang) -> Result<(), XlsxError> {
    let head = [
        ("文件", "File"),
        ("单位", "Unit"),
        ("标题", "Title"),
        ("年度", "Year"),
        ("类型", "Kind"),
        ("结论", "Verdict"),
        ("不符（处）", "Errors"),
        ("存疑（处）", "Warnings"),
        ("提示（处）", "Notices"),
        ("数字", "Figures"),
        ("相符", "Agree"),
        ("尾差", "Within rounding"),
        ("不符的数字", "Disagree"),
        ("与不符处有关", "Near a disagreement"),
        ("未核对", "Unchecked"),
        ("核对", "Checks made"),
        ("未进行的核对", "Checks not made"),
        ("最可能写错的", "Most probably wrong"),
    ];
    let head = head.map(|(zh, en)| lang.of(zh, en));
    let rows = dossiers.iter().map(|it| row(&it.entry, lang)).collect();
    sheet.list(&head, rows)
}

fn row(entry: &Entry, lang: Lang) -> Vec<Cell> {
    let report = match entry {
        Entry::Report(report) => report,
        Entry::Unread(unread) => {
            let mut row = vec![Cell::Blank; 6];
            row[0] = Cell::text(&unread.source.name);
            row[5] = Cell::text(unread.failure.message.said(lang));
            return row;
        }
    };
    let document = &report.document;
    let words = |it: &Option<String>| Cell::text(it.clone().unwrap_or_default());
    // A year is a number without thousands, so it is written as text.
    let year = document
        .year
        .map_or(Cell::Blank, |it| Cell::text(it.to_string()));
    let kind = match document.kind {
        Kind::Budget => lang.of("预算", "budget"),
        Kind::Final => lang.of("决算", "final accounts"),
    };
    let mut row = vec![
        Cell::text(&report.source.name),
        words(&document.unit_name),
        words(&document.title),
        year,
        Cell::text(kind),
        Cell::text(report.summary().said(lang)),
    ];
    row.extend(counts(report).map(Cell::count));
    row.push(Cell::text(most_probable(report, lang)));
    row
}

fn counts(report: &Report) -> [usize; 11] {
    let [errors, warnings, notices] = Severity::ALL.map(|it| report.count(it));
    let (figures, checks) = (report.figures, report.checks);
    [
        errors,
        warnings,
        notices,
        figures.total,
        figures.agree,
        figures.within_rounding,
        figures.disagree,
        figures.involved,
        figures.unchecked,
        checks.performed,
        checks.not_applicable,
    ]
}

fn most_probable(report: &Report, lang: Lang) -> String {
    let first = report
        .headline()
        .and_then(|it| report.findings[it].suspects.first());
    first.map_or_else(String::new, |it| crate::report::telling::suspect(it, lang))
}
