//! Several documents as a working list: how each stands, the worst first, and what is found in all of them.

use crate::{
    telling,
    words::{Language, findings, result},
};
use gouji::{
    claim::Severity,
    note::Text,
    report::{Report, entry::Entry},
};

/// How a document stands, the worst first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Standing {
    /// Figures contradict each other.
    Disagrees,
    /// Something is very probably wrong.
    Doubtful,
    /// It could not be read.
    Unread,
    /// Nothing of it, or only a part, was checked.
    Unchecked(Unchecked),
    /// What was checked agrees.
    Agrees,
}

/// Why a document cannot be called sound.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Unchecked {
    /// A part of it was not checked.
    Partly,
    /// No figures could be held against each other.
    Nothing,
    /// It holds no table.
    NoTable,
}

impl Standing {
    /// The standings that one can ask for.
    pub const ALL: [Self; 5] = [
        Self::Disagrees,
        Self::Doubtful,
        Self::Unread,
        Self::Unchecked(Unchecked::Partly),
        Self::Agrees,
    ];

    /// How a document stands.
    pub fn of(entry: &Entry) -> Self {
        let Entry::Report(report) = entry else {
            return Self::Unread;
        };
        if report.tables.is_empty() && report.figures.total == 0 {
            return Self::Unchecked(Unchecked::NoTable);
        }
        if report.checks.performed == 0 {
            return Self::Unchecked(Unchecked::Nothing);
        }
        match report.findings.iter().map(|it| it.severity).min() {
            Some(Severity::Error) => Self::Disagrees,
            Some(Severity::Warning) => Self::Doubtful,
            _ if report.is_partial() => Self::Unchecked(Unchecked::Partly),
            _ => Self::Agrees,
        }
    }

    /// Whether both are of one kind.
    pub fn is_like(self, other: Self) -> bool {
        self.class() == other.class()
    }

    /// What it is styled by.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Disagrees => "disagree",
            Self::Doubtful => "within-rounding",
            Self::Unread => "unread",
            Self::Unchecked(_) => "unchecked",
            Self::Agrees => "agree",
        }
    }

    /// The sign for it.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Disagrees => "✗",
            Self::Doubtful => "△",
            Self::Unread => "⊘",
            Self::Unchecked(_) => "○",
            Self::Agrees => "✓",
        }
    }

    /// The word for it.
    pub const fn word(self) -> Text {
        match self {
            Self::Disagrees => findings::ERROR,
            Self::Doubtful => findings::WARNING,
            Self::Unread => result::STANDS_UNREAD,
            Self::Unchecked(Unchecked::Partly) => result::STANDS_PARTLY,
            Self::Unchecked(Unchecked::Nothing) => result::MARK_UNCHECKED,
            Self::Unchecked(Unchecked::NoTable) => result::STANDS_NO_TABLE,
            Self::Agrees => result::MARK_AGREE,
        }
    }
}

/// The documents in the order in which one goes through them: the worst first, those with more findings
/// before others.
pub fn worst_first(entries: &[Entry]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_key(|it| {
        let entry = &entries[*it];
        let [errors, warnings, _] = counts(entry);
        (
            Standing::of(entry),
            usize::MAX - errors,
            usize::MAX - warnings,
        )
    });
    order
}

/// How many findings of each severity there are, the most serious first.
pub fn counts(entry: &Entry) -> [usize; 3] {
    let Entry::Report(report) = entry else {
        return [0; 3];
    };
    [Severity::Error, Severity::Warning, Severity::Notice].map(|severity| {
        let findings = report.findings.iter();
        findings.filter(|it| it.severity == severity).count()
    })
}

/// What a document is called among others: by its unit and year, else its title, else its file.
pub fn name(entry: &Entry) -> String {
    let Entry::Report(report) = entry else {
        return file_name(entry.name()).to_owned();
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
        _ => file_name(entry.name()).to_owned(),
    }
}

/// The last part of a path in an archive.
fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
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
pub fn as_text(entries: &[Entry], language: Language) -> String {
    let order = worst_first(entries);
    let lines = order.into_iter().flat_map(|it| {
        let name = name(&entries[it]);
        match &entries[it] {
            Entry::Report(report) => of_report(&name, report, language),
            Entry::Unread(unread) => vec![format!(
                "{name} · {}",
                language.said(&unread.failure.message)
            )],
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn of_report(name: &str, report: &Report, language: Language) -> Vec<String> {
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
