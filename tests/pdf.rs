//! What must hold of reading PDF. Published files are read from beside the project, where they are.
use gouji::{
    examine,
    read::{Content, FailureKind, Input},
    report::{Report, report},
};

/// The bytes of a document that is kept beside the project, where it is.
fn shared(name: &str) -> Option<Vec<u8>> {
    let bytes = std::fs::read(format!("../shared/documents/{name}")).ok();
    if bytes.is_none() {
        println!("skipped: {name} is not here");
    }
    bytes
}

fn reported(bytes: Vec<u8>, password: Option<&str>) -> Result<Report, FailureKind> {
    let mut input = Input::new("预算公开", Content::Bytes(bytes));
    input.password = password.map(str::to_owned);
    let examination = examine(&input, &mut |_| {}).map_err(|it| it.kind)?;
    Ok(report(&examination))
}

/// What a report says, but for places and titles.
fn verdicts(report: &Report) -> (Vec<String>, String, Vec<String>) {
    let forms = report.tables.iter().map(|it| format!("{:?}", it.form));
    let findings = report.findings.iter().map(|it| it.message.zh.clone());
    let counts = format!("{:?} {:?}", report.figures, report.checks);
    (forms.collect(), counts, findings.collect())
}

#[track_caller]
fn assert_reads_like_the_text(name: &str) {
    let names = ["xinjiang-fukang-2026.txt", name];
    let [Some(text), Some(file)] = names.map(shared) else {
        return;
    };
    let text = reported(text, None).expect("a text is read");
    let file = reported(file, None).expect("the file is read");
    assert_eq!(verdicts(&text), verdicts(&file));
}

#[test]
fn a_file_of_writer_gives_the_verdicts_of_the_text() {
    assert_reads_like_the_text("formats/reference-writer.pdf");
}

#[test]
fn a_file_of_chromium_gives_the_verdicts_of_the_text() {
    assert_reads_like_the_text("formats/reference-chromium.pdf");
}

#[test]
fn an_empty_password_opens_a_file() {
    assert_reads_like_the_text("formats/reference-aes256-empty-password.pdf");
}

#[test]
fn a_password_is_asked_for() {
    let Some(bytes) = shared("formats/reference-password.pdf") else {
        return;
    };
    assert_eq!(
        reported(bytes.clone(), None).err(),
        Some(FailureKind::PasswordNeeded)
    );
    let wrong = reported(bytes, Some("not this one"));
    assert_eq!(wrong.err(), Some(FailureKind::WrongPassword));
}

#[test]
fn a_scan_is_said_to_be_one() {
    let Some(bytes) = shared("formats/reference-scanned.pdf") else {
        return;
    };
    assert_eq!(reported(bytes, None).err(), Some(FailureKind::Scanned));
}
