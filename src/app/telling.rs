//! A finding in plain words, for the list and for the clipboard.

use crate::{
    catalogue::RuleEntry,
    places,
    session::FindingSpot,
    shown::Shown,
    words::{Language, findings},
};
use gouji::{
    claim::Severity,
    document::Where,
    report::{Finding, Suspect},
};
use rust_decimal::Decimal;

/// The formula of a finding with its figures filled in; `None` for one without figures.
pub fn formula(shown: &Shown, index: usize) -> Option<&str> {
    let check = shown.pointers.get(index)?.checks.first()?;
    let filled = shown.check(*check)?.filled.as_str();
    (!filled.is_empty()).then_some(filled)
}

/// Where something of a finding stands.
#[derive(PartialEq)]
pub struct Place {
    /// Table, row and column, or what its sentence speaks of.
    pub name: String,
    /// The title of its table as printed, where that is not its name already.
    pub title: String,
    /// The place in the file.
    pub at: String,
    /// What to show there.
    pub spot: FindingSpot,
}

/// Where a finding is to be seen, each place once: its figures, or a line for each place of those that
/// say the same.
pub fn places_of(shown: &Shown, index: usize, language: Language) -> Vec<Place> {
    let Some(finding) = shown.report.findings.get(index) else {
        return Vec::new();
    };
    let mut places: Vec<Place> = match finding.alike.is_empty() {
        true => places_of_figures(shown, index, finding, language),
        false => places_alike(shown, index, finding, language),
    };
    // A finding about words has no figures, but its own place.
    if places.is_empty() {
        let own = finding.first_place().map(|at| Place {
            name: String::new(),
            title: String::new(),
            at: places::place(at, language),
            spot: FindingSpot::default(),
        });
        places.extend(own);
    }
    places
}

fn places_of_figures(
    shown: &Shown,
    index: usize,
    finding: &Finding,
    language: Language,
) -> Vec<Place> {
    let drawn = shown.pointers.get(index).map_or(&[][..], |it| &it.figures);
    let mut titled: Vec<usize> = Vec::new();
    let mut places: Vec<Place> = Vec::new();
    for (at, figure) in finding.figures.iter().enumerate() {
        let name = language.said(&figure.name);
        // A title is told once.
        let table = drawn.get(at).and_then(|it| shown.table_of(*it));
        let table = table.filter(|it| !titled.contains(it));
        titled.extend(table);
        let title = table.map(|it| shown.title_of(it)).unwrap_or_default();
        let place = Place {
            title: match title.is_empty() || name.starts_with(&title) {
                true => String::new(),
                false => format!("《{title}》"),
            },
            name,
            at: told_at(figure.at.as_ref(), language),
            spot: FindingSpot {
                of: 0,
                figure: drawn.get(at).copied(),
            },
        };
        let same =
            |it: &Place| (&it.name, &it.title, &it.at) == (&place.name, &place.title, &place.at);
        if !places.iter().any(same) {
            places.push(place);
        }
    }
    places
}

/// A line for each of the findings that say the same: what it says for itself, or its figures.
fn places_alike(shown: &Shown, index: usize, finding: &Finding, language: Language) -> Vec<Place> {
    let all = finding.each();
    let same = all.iter().all(|it| it.message == all[0].message);
    let line = |(of, it): (usize, &Finding)| {
        let names = it.figures.iter().map(|it| language.said(&it.name));
        let message = language.said(&it.message);
        Place {
            name: match same {
                true => names.collect::<Vec<_>>().join("；"),
                false => message.trim_end_matches(['。', '.']).to_owned(),
            },
            title: String::new(),
            at: told_at(it.first_place(), language),
            spot: FindingSpot {
                of,
                figure: shown
                    .pointers_of(index, of)
                    .and_then(|it| it.figures.first().copied()),
            },
        }
    };
    all.iter().enumerate().map(line).collect()
}

fn told_at(at: Option<&Where>, language: Language) -> String {
    at.map_or_else(String::new, |at| places::place(at, language))
}

/// What a suspect of a finding is and should be.
pub fn suspect(shown: &Shown, index: usize, at: usize, language: Language) -> String {
    let suspects = shown
        .report
        .findings
        .get(index)
        .map_or(&[][..], |it| &it.suspects);
    let Some(suspect) = suspects.get(at) else {
        return String::new();
    };
    let place = language.said(&suspect.name);
    match &suspect.suggested {
        Some(suggested) => language.fill(
            findings::SUSPECT,
            &[&place, printed(suspect, language), suggested],
        ),
        None => language.fill(
            findings::SUSPECT_OPEN,
            &[&place, printed(suspect, language)],
        ),
    }
}

/// What is printed at a suspect's place, a blank by its name.
pub fn printed(suspect: &Suspect, language: Language) -> &str {
    match suspect.text.is_empty() {
        true => language.of(findings::BLANK),
        false => &suspect.text,
    }
}

/// How sure a suspicion is, in words.
pub fn sureness(confidence: Decimal, language: Language) -> &'static str {
    let percent = (confidence * Decimal::ONE_HUNDRED).round();
    language.of(if percent >= Decimal::from(90) {
        findings::SURE_ONLY
    } else if percent >= Decimal::from(60) {
        findings::SURE_LIKELY
    } else if percent >= Decimal::from(25) {
        findings::SURE_POSSIBLE
    } else {
        findings::SURE_OPEN
    })
}

/// The name of a severity.
pub fn severity(finding: &Finding, language: Language) -> &'static str {
    language.of(match finding.severity {
        Severity::Error => findings::ERROR,
        Severity::Warning => findings::WARNING,
        Severity::Notice => findings::NOTICE,
    })
}

/// The difference and what rounding could explain.
pub fn difference(finding: &Finding, language: Language) -> Option<String> {
    let difference = finding.difference.as_ref()?;
    let mut words = language.fill(findings::DIFFERENCE, &[difference.trim_start_matches('-')]);
    if let Some(tolerance) = finding
        .tolerance
        .as_ref()
        .filter(|it| it.bytes().any(|it| (b'1'..=b'9').contains(&it)))
    {
        words.push_str(match language {
            Language::Chinese => "，",
            Language::English => ", ",
        });
        words.push_str(&language.fill(findings::TOLERANCE, &[tolerance]));
    }
    Some(words)
}

/// The whole finding as text: what, where, why, what to do.
pub fn as_text(
    shown: &Shown,
    index: usize,
    rule: Option<&RuleEntry>,
    language: Language,
) -> String {
    let Some(finding) = shown.report.findings.get(index) else {
        return String::new();
    };
    let mut lines = vec![format!(
        "【{}】{}",
        severity(finding, language),
        language.said(&finding.message)
    )];
    let mut say = |label, text: String| lines.push(format!("{}: {text}", language.of(label)));
    if let Some(formula) = formula(shown, index) {
        let off = difference(finding, language)
            .map(|it| format!("（{it}）"))
            .unwrap_or_default();
        say(findings::WHAT, format!("{formula}{off}"));
    }
    for Place {
        name, title, at, ..
    } in places_of(shown, index, language)
    {
        let parts = [name, title, at].into_iter().filter(|it| !it.is_empty());
        say(findings::WHERE, parts.collect::<Vec<_>>().join(" "));
    }
    if let Some(rule) = rule {
        say(
            findings::WHY,
            format!("{} [{}]", language.said(&rule.why), rule.id),
        );
    }
    for (at, it) in finding.suspects.iter().enumerate() {
        let sure = sureness(it.confidence, language);
        say(
            findings::TO_DO,
            format!(
                "{} — {}, {sure}",
                suspect(shown, index, at, language),
                language.said(&it.reason)
            ),
        );
    }
    if finding.suspects.is_empty()
        && let Some(rule) = rule
    {
        say(findings::TO_DO, language.said(&rule.remedy));
    }
    lines.join("\n")
}
