//! A finding that a reader marks as explained: the note is kept with the report, in every format.
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use gouji::{
    note::Lang,
    read::{Content, Input},
    report::{
        Report, csv,
        entry::Entry,
        explained::ReaderNote,
        html, json, markdown,
        receipt::{FileDigest, Options, Receipt},
        text,
        workbook::{Dossier, workbook},
    },
    together::{self, Outcome},
};
use gouji_generator::samples;
use std::io::Cursor;

const NOTE: &str = "已报财政局备案";
const NAME: &str = "年初/planted.txt";

fn outcome() -> Outcome {
    let input = Input::new(NAME, Content::Bytes(samples::planted().into_bytes()));
    let mut outcomes = together::documents([input], &mut |_, _| {});
    outcomes.remove(0)
}

fn report_of(entry: &Entry) -> &Report {
    match entry {
        Entry::Report(report) => report,
        Entry::Unread(_) => panic!("a sample is read"),
    }
}

/// The note on the first finding, which another document of that name has, too.
fn note(entry: &Entry) -> ReaderNote {
    ReaderNote {
        document: NAME.to_owned(),
        finding: report_of(entry).findings[0].id.clone(),
        text: NOTE.to_owned(),
    }
}

fn explained() -> Entry {
    let mut entry = Entry::from(&outcome());
    let notes = [note(&entry)];
    entry.explain(&notes);
    entry
}

#[test]
fn it_is_in_every_format_that_people_read() {
    let entries = [explained()];
    for format in [
        text::text(&entries, Lang::Zh, text::Ink::Plain),
        markdown::markdown(&entries, Lang::Zh),
        html::html(&entries, Lang::Zh),
        csv::csv(&entries, Lang::Zh),
        json::json(&entries),
    ] {
        assert_eq!(format.matches(NOTE).count(), 1, "{format}");
    }
    assert!(
        report_of(&entries[0])
            .summary
            .zh
            .ends_with("其中 1 处已说明。")
    );
}

#[test]
fn it_is_what_the_workbook_says_was_done() {
    let mut dossier = Dossier::from(&outcome());
    let notes = [note(&dossier.entry)];
    dossier.entry.explain(&notes);
    let bytes = workbook(&[dossier], Lang::Zh).expect("a workbook");
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("it opens");
    let sheet = book.worksheet_range("不符之处").expect("the sheet");
    let done: Vec<&Data> = sheet.rows().filter_map(|it| it.last()).collect();
    assert_eq!(done[0], "处理情况");
    let noted = done.iter().filter(|it| it.to_string().contains(NOTE));
    assert_eq!(noted.count(), 1, "{done:?}");
}

#[test]
fn it_is_on_the_receipt_and_found_there_again() {
    let entry = explained();
    let receipt = |entry: &Entry| {
        let digests: Vec<FileDigest> = Vec::new();
        Receipt::new(digests, Options::default(), std::slice::from_ref(entry))
    };
    let issued = receipt(&entry);
    assert_eq!(issued.notes, [note(&entry)]);
    let plain = Entry::from(&outcome());
    assert_eq!(issued.differences(&receipt(&plain)), []);
    let mut again = plain;
    again.explain(&issued.notes);
    assert_eq!(again, entry);
}

#[test]
fn a_note_is_on_its_own_finding_of_its_own_document() {
    let mut entry = Entry::from(&outcome());
    let mut elsewhere = note(&entry);
    elsewhere.document = "other.txt".to_owned();
    entry.explain(&[elsewhere]);
    assert!(
        report_of(&entry)
            .findings
            .iter()
            .all(|it| it.note.is_none())
    );
    let ids: std::collections::BTreeSet<&str> = report_of(&entry)
        .findings
        .iter()
        .flat_map(|it| std::iter::once(it).chain(&it.alike))
        .map(|it| it.id.as_str())
        .collect();
    let count: usize = report_of(&entry)
        .findings
        .iter()
        .map(|it| 1 + it.alike.len())
        .sum();
    assert_eq!(ids.len(), count);
}
