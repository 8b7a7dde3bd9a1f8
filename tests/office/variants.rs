//! One document, many formats: the same figures give the same verdicts.
use super::{document, grids, rows};
use gouji::{
    examine,
    read::{Content, Input},
    report::{Report, report},
};
use std::fs;

const REFERENCE: &str = "../shared/documents/xinjiang-fukang-2026.txt";

/// The report on a file; `None`, with a message, where it is absent.
fn reported(path: &str) -> Option<Report> {
    let Ok(bytes) = fs::read(path) else {
        eprintln!("{path} is not there: this test is left out");
        return None;
    };
    let input = Input::new(path, Content::Bytes(bytes));
    let examined = examine(&input, &mut |_| {}).expect("the document is read");
    Some(report(&examined))
}

#[track_caller]
fn assert_the_same(variant: &str) {
    let path = format!("../shared/documents/formats/reference{variant}");
    let (Some(text), Some(other)) = (reported(REFERENCE), reported(&path)) else {
        return;
    };
    let forms = |report: &Report| -> Vec<Option<String>> {
        report.tables.iter().map(|it| it.form.clone()).collect()
    };
    let found = |report: &Report| -> Vec<(String, String, String)> {
        let told = |it: &gouji::report::Finding| {
            (it.rule.clone(), it.severity.clone(), it.message.zh.clone())
        };
        report.findings.iter().map(told).collect()
    };
    assert_eq!(forms(&other), forms(&text));
    assert_eq!(other.figures, text.figures);
    assert_eq!(other.checks, text.checks);
    assert_eq!(found(&other), found(&text));
    assert_eq!(other.document, text.document);
}

#[test]
fn word() {
    assert_the_same(".docx");
    assert_the_same(".doc");
}

#[test]
fn workbooks() {
    for variant in [".xlsx", ".xls", ".ods"] {
        assert_the_same(variant);
    }
}

#[test]
fn a_web_page() {
    assert_the_same(".html");
}

#[test]
fn text_in_gb18030() {
    assert_the_same("-gb18030.txt");
}

#[test]
fn a_web_archive_is_read_as_its_page() {
    let page = "<html><body><p>预算</p><table><tr><td>项目</td><td>金额</td></tr><tr><td>收入</td><td>1.00</td></tr></table></body></html>";
    let quoted: String = page.bytes().map(|it| format!("={it:02X}=\r\n")).collect();
    let archive = |boundary: &str| {
        format!(
            "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"{boundary}\"\r\n\r\n\
             --{boundary}\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n\
             --{boundary}\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{quoted}\r\n--{boundary}--\r\n"
        )
    };
    let read = document(archive("----=_Part1").into_bytes()).expect("it is read");
    assert_eq!(rows(grids(&read)[0]), [["项目", "金额"], ["收入", "1.00"]]);
    let without = archive("----=_Part1").replace("text/html", "text/css");
    assert!(document(without.into_bytes()).is_err());
}
