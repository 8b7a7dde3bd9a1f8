//! Reports in every format: nothing that a document says is taken for markup, formula or command.
use gouji::{
    examine,
    note::Lang,
    read::{Content, Input},
    report::{Report, csv, entry::Entry, html, manual, markdown, report, text},
    rules,
};
use gouji_generator::samples;

fn planted() -> Report {
    let input = Input::new(
        "planted.txt",
        Content::Bytes(samples::planted().into_bytes()),
    );
    report(&examine(&input, &mut |_| {}).expect("a sample is read"))
}

/// A report in which everything that comes from the document is hostile.
fn hostile() -> Entry {
    const WORDS: &str = "=1+1<script>alert(1)</script>\u{1b}[31m|`*_[a](b)\u{202e}\"',";
    let mut report = planted();
    report.source.name = WORDS.into();
    report.document.title = Some(WORDS.into());
    for finding in &mut report.findings {
        finding.message.zh = WORDS.into();
        finding.figures[0].text = WORDS.into();
        finding.figures[0].place = WORDS.into();
    }
    report.into()
}

#[test]
fn a_page_holds_no_markup_of_the_document() {
    let page = html::html(&[hostile()], Lang::Zh);
    assert!(!page.contains("<script"), "{page}");
    assert!(page.contains("&lt;script&gt;"));
    assert!(!page.contains('\u{1b}'));
    assert!(
        !page.contains("http://") && !page.contains("https://"),
        "it asks nothing of the network"
    );
}

#[test]
fn a_page_of_several_documents_begins_with_all_of_them() {
    let entries = [planted().into(), hostile()];
    let page = html::html(&entries, Lang::Zh);
    for number in [0, 1] {
        assert_eq!(
            page.matches(&format!("href=\"#document-{number}\""))
                .count(),
            1
        );
        assert_eq!(
            page.matches(&format!("id=\"document-{number}\"")).count(),
            1
        );
    }
    assert!(!page.contains("<script"));
    assert!(!html::html(&entries[..1], Lang::Zh).contains("<nav>"));
}

#[test]
fn a_terminal_gets_no_commands_of_the_document() {
    let plain = text::text(&[hostile()], Lang::Zh, text::Ink::Plain);
    assert!(!plain.contains(['\u{1b}', '\u{202e}']), "{plain}");
    let coloured = text::text(&[hostile()], Lang::Zh, text::Ink::Colours);
    assert!(coloured.contains('\u{1b}'));
    assert!(
        !coloured.contains("\u{1b}[31m"),
        "that colour is the document's"
    );
}

#[test]
fn markdown_holds_no_markup_of_the_document() {
    let written = markdown::markdown(&[hostile()], Lang::Zh);
    assert!(written.contains("\\<script\\>"), "{written}");
    assert!(written.contains("\\[a\\](b)"));
}

#[test]
fn cells_of_a_spreadsheet_are_never_formulas() {
    for (text, written) in [
        ("=1+1", "'=1+1"),
        ("+A1", "'+A1"),
        (" =A1", "' =A1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2+3", "'-2+3"),
        ("-0.09", "-0.09"),
        ("12.30", "12.30"),
        ("a,b", "\"a,b\""),
        ("=\"x\"", "\"'=\"\"x\"\"\""),
        ("支出总表", "支出总表"),
    ] {
        assert_eq!(csv::cell(text), written);
    }
    let written = csv::csv(&[hostile()], Lang::Zh);
    assert!(written.starts_with('\u{feff}'));
    assert!(
        written.lines().skip(1).all(|it| it.starts_with("\"'=")),
        "{written}"
    );
}

#[test]
fn every_row_has_every_column() {
    let written = csv::csv(&[planted().into()], Lang::En);
    let head = written.lines().next().expect("a head");
    assert_eq!(head.split(',').count(), 18);
    let told = planted();
    let rows =
        told.findings.len() + told.unchecked.len() + told.not_applicable.len() + told.notes.len();
    // The head and the verdict come first.
    assert_eq!(written.lines().count(), rows + 2);
}

#[test]
fn both_languages_tell_the_same_findings() {
    let entry: Entry = planted().into();
    let count = |lang| {
        let told = text::text(std::slice::from_ref(&entry), lang, text::Ink::Plain);
        told.matches('✗').count()
    };
    assert!(count(Lang::Zh) > 0);
    assert_eq!(count(Lang::Zh), count(Lang::En));
}

#[test]
fn every_rule_has_a_manual() {
    for rule in rules::catalogue() {
        for lang in [Lang::Zh, Lang::En] {
            let told = manual::explain(rule, lang, text::Ink::Plain);
            assert!(
                told.contains(rule.id) && told.contains(rule.title.said(lang)),
                "{told}"
            );
        }
    }
    assert_eq!(manual::nearest("row-sm").first(), Some(&"table/row-sum"));
    assert_eq!(
        manual::nearest("tables/apropriation").first(),
        Some(&"tables/appropriation")
    );
}
