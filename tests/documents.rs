//! Whole documents and the reports that they give, committed so that a change is read by a person.
//!
//! `GOUJI_UPDATE=1 cargo test --test documents` writes the reports anew.
mod published;

use gouji::{
    Examination,
    claim::Severity,
    examine,
    note::Lang,
    read::{Content, Input},
    report::{report, text},
};
use std::{env, fs};

const REFERENCE: &str = "xinjiang-fukang-2026.txt";

fn examined(name: &str, bytes: Vec<u8>) -> Examination {
    let input = Input::new(name, Content::Bytes(bytes));
    examine(&input, &mut |_| {}).expect("the document is read")
}

#[track_caller]
fn assert_reported(name: &str) {
    let file = format!("{name}.txt");
    let bytes = fs::read(format!("static/samples/{file}")).expect("the sample is there");
    let entry = report(&examined(&file, bytes)).into();
    let told = text::one(&entry, Lang::Zh, text::Ink::Plain);
    let path = format!("tests/documents/{name}.txt");
    if env::var_os("GOUJI_UPDATE").is_some() {
        fs::write(&path, &told).expect("the report is written");
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        told == expected,
        "The report on {name} has changed. If it should: GOUJI_UPDATE=1 cargo test --test documents\n{}",
        changes(&expected, &told)
    );
}

/// Lines of only one of two texts.
fn changes(before: &str, after: &str) -> String {
    let only = |these: &str, those: &str, sign: char| {
        let missing = these
            .lines()
            .filter(|it| !those.lines().any(|other| other == *it));
        missing
            .map(|it| format!("{sign} {it}\n"))
            .collect::<String>()
    };
    only(before, after, '-') + &only(after, before, '+')
}

#[test]
fn the_sound_sample() {
    assert_reported("sound");
}

#[test]
fn the_planted_sample() {
    assert_reported("planted");
}

#[test]
fn the_reference_adds_up() {
    let Some(bytes) = published::shared(REFERENCE) else {
        return;
    };
    let report = report(&examined(REFERENCE, bytes));
    assert_eq!(report.tables.len(), 13);
    assert!(report.tables.iter().all(|it| it.form.is_some()));
    let serious: Vec<_> = report
        .findings
        .iter()
        .filter(|it| it.severity != Severity::Notice)
        .collect();
    let [names, telephone] = serious.as_slice() else {
        panic!("{serious:#?}");
    };
    for (found, rule) in [
        (names, "codes/one-name"),
        (telephone, "disclosure/personal-data"),
    ] {
        assert_eq!(
            (found.rule.as_str(), found.severity),
            (rule, Severity::Warning)
        );
    }
    assert!(names.message.zh.contains("232"), "{}", names.message.zh);
    // What is left are the assets of the narrative, which nothing else speaks of.
    let figures = report.figures;
    let ticked = figures.agree + figures.within_rounding;
    assert!(ticked * 100 >= figures.total * 97, "{figures:?}");
}
