//! One document in many formats: the same figures give the same verdicts. Those that are published are
//! read from beside the project, where they are.
#[path = "../crates/reader/tests/reading/drawn.rs"]
mod drawn;
mod published;

use gouji::{
    claim::Severity,
    examine,
    read::{Content, Input, read},
    report::{Finding, Report, report},
};
use gouji_generator::{Options, Richness, disclosure, html};
use published::shared;

fn reported(bytes: Vec<u8>) -> Report {
    let input = Input::new("预算公开", Content::Bytes(bytes));
    report(&examine(&input, &mut |_| {}).expect("the document is read"))
}

#[track_caller]
fn assert_the_same(one: &Report, other: &Report) {
    let forms = |report: &Report| -> Vec<Option<String>> {
        report.tables.iter().map(|it| it.form.clone()).collect()
    };
    let found = |report: &Report| -> Vec<(String, Severity, String)> {
        let told = |it: &Finding| (it.rule.clone(), it.severity, it.message.zh.clone());
        report.findings.iter().map(told).collect()
    };
    assert_eq!(forms(other), forms(one));
    assert_eq!(other.figures, one.figures);
    assert_eq!(other.checks, one.checks);
    assert_eq!(found(other), found(one));
}

/// The reference in another format gives the report of the text, but for the places.
#[track_caller]
fn assert_reads_like_the_text(variant: &str) {
    let names = [
        "xinjiang-fukang-2026.txt",
        &format!("formats/reference{variant}"),
    ];
    if let [Some(text), Some(other)] = names.map(shared) {
        let (text, other) = (reported(text), reported(other));
        assert_the_same(&text, &other);
        assert_eq!(other.document, text.document);
    }
}

#[test]
fn word() {
    assert_reads_like_the_text(".docx");
    assert_reads_like_the_text(".doc");
}

#[test]
fn workbooks() {
    for variant in [".xlsx", ".xls", ".ods"] {
        assert_reads_like_the_text(variant);
    }
}

#[test]
fn a_web_page() {
    assert_reads_like_the_text(".html");
}

#[test]
fn text_in_gb18030() {
    assert_reads_like_the_text("-gb18030.txt");
}

#[test]
fn pdf_of_writer() {
    assert_reads_like_the_text("-writer.pdf");
}

#[test]
fn pdf_of_chromium() {
    assert_reads_like_the_text("-chromium.pdf");
}

#[test]
fn pdf_with_an_empty_password() {
    assert_reads_like_the_text("-aes256-empty-password.pdf");
}

#[test]
fn pdf_of_a_made_up_disclosure() {
    for richness in Richness::ALL {
        let page = html(&disclosure(&Options::new(7, richness)));
        let content = Content::Pasted {
            html: Some(page),
            text: String::new(),
        };
        let input = Input::new("预算公开", content);
        let as_page = read(&input, &mut |_| {}).expect("a page is read");
        let as_file = reported(drawn::document(&as_page));
        let as_page = report(&examine(&input, &mut |_| {}).expect("a page is read"));
        assert_the_same(&as_page, &as_file);
    }
}

#[test]
fn what_is_hard_to_read_is_never_an_error() {
    for name in ["calc", "chromium-noborder"] {
        let Some(bytes) = shared(&format!("formats/reference-{name}.pdf")) else {
            continue;
        };
        let report = reported(bytes);
        assert!(!report.notes.is_empty(), "{name}");
        let errors = report
            .findings
            .iter()
            .filter(|it| it.severity == Severity::Error);
        assert_eq!(errors.count(), 0, "{name}");
    }
}
