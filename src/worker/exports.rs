//! The report as a file in one of its formats.

use gouji::{
    Examination,
    note::Lang,
    report::{csv::csv, html::html, json::json, markdown::markdown, report},
};

/// A file to hand to the reader.
pub struct File {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    /// Its content.
    pub text: String,
}

/// The report in a format; `None` for a format that is not known.
pub fn file(examined: &Examination, format: &str, lang: Lang) -> Option<File> {
    let report = report(examined);
    let source = report.source.name.clone();
    let entries = [report.into()];
    let (extension, kind, text) = match format {
        "json" => ("json", "application/json", json(&entries)),
        "markdown" => (
            "md",
            "text/markdown;charset=utf-8",
            markdown(&entries, lang),
        ),
        "html" => ("html", "text/html;charset=utf-8", html(&entries, lang)),
        "csv" => ("csv", "text/csv;charset=utf-8", csv(&entries, lang)),
        _ => return None,
    };
    let stem = source.rsplit_once('.').map_or(source.as_str(), |it| it.0);
    let name = if stem.is_empty() {
        format!("勾稽.{extension}")
    } else {
        format!("{stem}-勾稽.{extension}")
    };
    Some(File { name, kind, text })
}
