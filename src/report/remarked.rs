//! A copy of a file with the findings on it, as annotations or comments at their figures.
use super::{
    Finding, Report, Suspect,
    telling::{noted, told},
};
use crate::{
    claim::Severity,
    document::Where,
    note::Lang,
    read::{Failure, Remark, Remarked, with_remarks},
};

/// The copy of one of the files of a document: its name in the report, and its bytes.
pub fn copy(report: &Report, file: &str, bytes: &[u8], lang: Lang) -> Result<Remarked, Failure> {
    let mut remarks = Vec::new();
    for (number, finding) in (1..).zip(&report.findings) {
        for each in finding.each() {
            remarks.extend(of_finding(number, &each, lang));
        }
    }
    let in_file = remarks.into_iter().filter_map(|it| within(it, file));
    with_remarks(bytes, &in_file.collect::<Vec<_>>())
}

/// A remark at each figure that the first repair changes; where none is known, at the first place.
fn of_finding(number: usize, finding: &Finding, lang: Lang) -> Vec<Remark> {
    let told = told(finding, lang);
    let head = format!(
        "{number}. {} {} {}",
        told.severity.sign(),
        told.level,
        told.what
    );
    let why = format!("{} [{}]", told.why, told.rule);
    let mut lines = vec![head];
    lines.extend(told.remedy);
    lines.push(why);
    lines.extend(told.note.iter().map(|it| noted(it, lang)));
    let remark = |at: &Where, first: Option<String>| Remark {
        at: at.clone(),
        text: first
            .into_iter()
            .chain(lines.iter().cloned())
            .collect::<Vec<_>>()
            .join("\n"),
        colour: colour(finding.severity),
    };
    let suspects = finding.suspects.iter().filter(|it| it.repair == 0);
    let suspected = suspects.filter_map(|it| Some(remark(it.at.as_ref()?, change(it, lang))));
    let suspected: Vec<Remark> = suspected.collect();
    match (suspected.is_empty(), finding.first_place()) {
        (true, Some(at)) => vec![remark(at, None)],
        _ => suspected,
    }
}

/// `现为 243.42，应为 234.42`
fn change(suspect: &Suspect, lang: Lang) -> Option<String> {
    let suggested = suspect.suggested.as_ref()?;
    let printed = match suspect.text.as_str() {
        "" => lang.of("空白", "nothing"),
        text => text,
    };
    Some(lang.of(
        format!("现为 {printed}，应为 {suggested}"),
        format!("Printed {printed}, should be {suggested}"),
    ))
}

fn colour(severity: Severity) -> [u8; 3] {
    match severity {
        Severity::Error => [232, 74, 74],
        Severity::Warning => [247, 181, 56],
        Severity::Notice => [92, 156, 230],
    }
}

/// The remark with its place in a file, if it is in that one.
fn within(remark: Remark, file: &str) -> Option<Remark> {
    match remark.at {
        Where::File { file: own, place } => (own == file).then_some(Remark {
            at: *place,
            ..remark
        }),
        _ => Some(remark),
    }
}
