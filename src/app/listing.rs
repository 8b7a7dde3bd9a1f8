//! Several documents as a working list: how each stands, the worst first, and what is found in all of them.

use crate::{
    notes, telling,
    words::{Language, findings, result},
};
use gouji::{
    claim::Severity,
    note::Text,
    report::{
        Report,
        entry::{Entry, base_name},
        explained::ReaderNote,
        standing::{Standing, Unchecked},
    },
};

/// What a standing is styled by.
pub const fn class(standing: Standing) -> &'static str {
    match standing {
        Standing::Disagrees => "disagree",
        Standing::Doubtful => "within-rounding",
        Standing::Unread => "unread",
        Standing::Unchecked(_) => "unchecked",
        Standing::Agrees => "agree",
    }
}

/// The word for a standing.
pub const fn word(standing: Standing) -> Text {
    match standing {
        Standing::Disagrees => findings::ERROR,
        Standing::Doubtful => findings::WARNING,
        Standing::Unread => result::STANDS_UNREAD,
        Standing::Unchecked(Unchecked::Partly) => result::STANDS_PARTLY,
        Standing::Unchecked(Unchecked::Nothing) => result::MARK_UNCHECKED,
        Standing::Unchecked(Unchecked::NoTable) => result::STANDS_NO_TABLE,
        Standing::Agrees => result::MARK_AGREE,
    }
}

/// The documents in the order in which one goes through them: the worst first, those with more findings
/// before others.
pub fn worst_first(entries: &[Entry]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_key(|it| {
        let entry = &entries[*it];
        let [errors, warnings, _] = entry.counts();
        (entry.standing(), usize::MAX - errors, usize::MAX - warnings)
    });
    order
}

/// What a document is called among others: by its unit and year, else its title, else its file.
pub fn name(entry: &Entry) -> String {
    let Entry::Report(report) = entry else {
        return base_name(entry.name()).to_owned();
    };
    let document = &report.document;
    let year = document.year.map(|it| it.to_string());
    match (&document.unit_name, &document.title) {
        (Some(unit), _) => [Some(unit.clone()), year]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" "),
        (None, Some(title)) if !title.is_empty() => title.clone(),
        _ => base_name(entry.name()).to_owned(),
    }
}

/// How many files were handed in, and how many documents were put together from several of them.
pub fn files(entries: &[Entry]) -> (usize, usize) {
    let files = |entry: &Entry| match entry {
        Entry::Report(report) => report.source.files.len().max(1),
        Entry::Unread(_) => 1,
    };
    let joined = entries.iter().filter(|it| files(it) > 1).count();
    (entries.iter().map(files).sum(), joined)
}

/// A line for each finding of each document: unit, finding, place, what it should be.
pub fn as_text(entries: &[Entry], notes: &[ReaderNote], language: Language) -> String {
    let order = worst_first(entries);
    let lines = order.into_iter().flat_map(|it| {
        let name = name(&entries[it]);
        match &entries[it] {
            Entry::Report(report) => of_report(&name, report, notes, language),
            Entry::Unread(unread) => vec![format!(
                "{name} · {}",
                language.said(&unread.failure.message)
            )],
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn of_report(name: &str, report: &Report, notes: &[ReaderNote], language: Language) -> Vec<String> {
    let serious = report
        .findings
        .iter()
        .filter(|it| it.severity != Severity::Notice);
    let line = |finding: &gouji::report::Finding| {
        let place = finding.first_place();
        let place = place.map(|at| crate::places::place(at, language));
        let should = finding.suspects.first().and_then(|it| {
            let suggested = it.suggested.as_ref()?;
            Some(language.fill(
                findings::SUSPECT,
                &[
                    &language.said(&it.name),
                    telling::printed(it, language),
                    suggested,
                ],
            ))
        });
        let parts = [
            Some(name.to_owned()),
            Some(format!(
                "{} {}",
                telling::severity(finding, language),
                language.said(&finding.message)
            )),
            place,
            should,
            notes::of(notes, report, finding).map(|it| telling::explained(it, language)),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        parts.join(" · ")
    };
    let lines: Vec<String> = serious.map(line).collect();
    match lines.is_empty() {
        true => vec![format!("{name} · {}", language.said(&report.summary()))],
        false => lines,
    }
}
