//! Findings as comma-separated values that Excel opens with a double click.
use super::{
    entry::Entry,
    rows::{headings, rows},
};
use crate::note::Lang;
use rust_decimal::Decimal;

/// Excel takes a file for UTF-8 only if it begins so.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// One row a finding.
pub fn csv(entries: &[Entry], lang: Lang) -> String {
    let head = headings(lang).into_iter().map(str::to_owned).collect();
    let findings = entries.iter().flat_map(|it| rows(it, lang));
    let lines = std::iter::once(head).chain(findings);
    let line = |row: Vec<String>| {
        let cells: Vec<String> = row.iter().map(|it| cell(it)).collect();
        cells.join(",") + "\r\n"
    };
    BYTE_ORDER_MARK.to_owned() + &lines.map(line).collect::<String>()
}

/// A cell that is never run as a formula, quoted where it has to be.
pub fn cell(text: &str) -> String {
    let begins =
        text.trim_start().starts_with(['=', '+', '-', '@']) || text.starts_with(['\t', '\r']);
    let figure = text.parse::<Decimal>().is_ok();
    let guard = if begins && !figure { "'" } else { "" };
    let quoted = text.contains([',', '"', '\n', '\r']);
    match quoted {
        true => format!("\"{guard}{}\"", text.replace('"', "\"\"")),
        false => format!("{guard}{text}"),
    }
}
