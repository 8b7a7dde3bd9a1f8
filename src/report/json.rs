//! The report for programs; `schema/gouji.report-1.json` describes it.
use super::entry::Entry;

/// One object for one document, an array for several, indented for people too.
pub fn json(entries: &[Entry]) -> String {
    let written = match entries {
        [only] => serde_json::to_string_pretty(only),
        several => serde_json::to_string_pretty(several),
    };
    written.unwrap_or_default() + "\n"
}

/// One object on one line.
pub fn line(entry: &Entry) -> String {
    serde_json::to_string(entry).unwrap_or_default() + "\n"
}
