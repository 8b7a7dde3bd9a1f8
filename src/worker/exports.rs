//! The report as a file in one of its formats.

use gouji::{Examination, report::report};

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
pub fn file(examined: &Examination, format: &str, _language: &str) -> Option<File> {
    let report = report(examined);
    let (extension, kind, text) = match format {
        "json" => (
            "json",
            "application/json",
            serde_json::to_string_pretty(&report).ok()?,
        ),
        _ => return None,
    };
    let stem = report
        .source
        .name
        .rsplit_once('.')
        .map_or(report.source.name.as_str(), |it| it.0);
    let stem = if stem.is_empty() { "gouji" } else { stem };
    Some(File {
        name: format!("{stem}-勾稽.{extension}"),
        kind,
        text,
    })
}
