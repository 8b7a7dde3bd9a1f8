//! A finding in plain words, for the list and for the clipboard.

use crate::{
    catalogue::RuleEntry,
    places,
    session::FindingSpot,
    shown::Shown,
    words::{Language, findings, frame},
};
use gouji::{
    claim::Severity,
    document::Where,
    report::{Finding, Suspect, view::BlockView},
};
use rust_decimal::Decimal;
use serde::Serialize;

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
    /// What to search for there, in a file whose program counts neither paragraphs nor cells.
    pub search: Option<String>,
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
        let block = shown.pointers.get(index).and_then(|it| it.block);
        let own = finding.first_place().map(|at| {
            let words = finding.printed.as_deref().filter(|it| !it.is_empty());
            let found = words.filter(|_| places::is_paragraph(at));
            Place {
                name: String::new(),
                title: String::new(),
                at: match block.filter(|_| places::is_paragraph(at)) {
                    Some(block) => section_of(shown, block, language),
                    None => places::place(at, language),
                },
                search: found.map(str::to_owned),
                spot: FindingSpot::default(),
            }
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
            at: at_of(shown, drawn.get(at).copied(), figure.at.as_ref(), language),
            search: search_for(shown, drawn.get(at).copied(), figure.at.as_ref()),
            name,
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
            search: None,
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

/// Where a figure stands. Word counts neither paragraphs nor tables for its reader: there it is the section,
/// and of a table its title, which is said before.
fn at_of(shown: &Shown, figure: Option<usize>, at: Option<&Where>, language: Language) -> String {
    let Some((figure, at)) = figure.and_then(|it| shown.figure(it)).zip(at) else {
        return told_at(at, language);
    };
    if places::is_paragraph(at) {
        return section_of(shown, figure.block, language);
    }
    let is_titled = match shown.blocks.get(figure.block) {
        Some(BlockView::Table {
            table: Some(table), ..
        }) => !shown.title_of(*table).is_empty(),
        _ => false,
    };
    match is_titled && places::is_table(at) {
        true => String::new(),
        false => places::place(at, language),
    }
}

/// The headings that a block stands under: `第三部分 · 六、一般公共预算……`.
fn section_of(shown: &Shown, block: usize, language: Language) -> String {
    let mut headings: Vec<String> = Vec::new();
    let mut above = u8::MAX;
    for (index, view) in shown.blocks.iter().enumerate().take(block + 1).rev() {
        let level = shown.level_of(index);
        if let BlockView::Paragraph { pieces, .. } = view
            && level > 0
            && level < above
        {
            let text: String = pieces.iter().map(|it| it.text.as_str()).collect();
            headings.push(shortened(text.trim()));
            above = level;
        }
        if above == 1 {
            break;
        }
    }
    headings.reverse();
    match headings.is_empty() {
        true => language.fill(findings::PARAGRAPH, &[&(block + 1).to_string()]),
        false => headings.join(" · "),
    }
}

/// Signs of a heading that say which it is.
const HEADING: usize = 16;

fn shortened(heading: &str) -> String {
    match heading.chars().count() > HEADING {
        true => heading.chars().take(HEADING).chain(['…']).collect(),
        false => heading.to_owned(),
    }
}

/// Signs before a figure with which it is found.
const BEFORE: usize = 8;

/// The words before a figure of a paragraph with the figure, as the text can be searched for them.
fn search_for(shown: &Shown, figure: Option<usize>, at: Option<&Where>) -> Option<String> {
    let (index, _) = figure.zip(at.filter(|it| places::is_paragraph(it)))?;
    let BlockView::Paragraph { pieces, .. } = shown.blocks.get(shown.figure(index)?.block)? else {
        return None;
    };
    let at = pieces.iter().position(|it| it.figure == Some(index))?;
    let before: String = pieces[..at].iter().map(|it| it.text.as_str()).collect();
    let skipped = before.chars().count().saturating_sub(BEFORE);
    let before: String = before.chars().skip(skipped).collect();
    Some(format!("{before}{}", pieces[at].text))
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

/// Whether a suspicion is no mere one of several.
pub fn is_likely(confidence: Decimal) -> bool {
    percent(confidence) >= Decimal::from(60)
}

fn percent(confidence: Decimal) -> Decimal {
    (confidence * Decimal::ONE_HUNDRED).round()
}

/// How sure a suspicion is, in words.
pub fn sureness(confidence: Decimal, language: Language) -> &'static str {
    let percent = percent(confidence);
    language.of(if percent >= Decimal::from(90) {
        findings::SURE_ONLY
    } else if is_likely(confidence) {
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
    if let Some(tolerance) = tolerance(finding, language) {
        words.push_str(match language {
            Language::Chinese => "，",
            Language::English => ", ",
        });
        words.push_str(&tolerance);
    }
    Some(words)
}

/// What rounding could explain, where it could explain something.
pub fn tolerance(finding: &Finding, language: Language) -> Option<String> {
    let tolerance: Decimal = finding.tolerance.as_ref()?.parse().ok()?;
    // One digit says how much that is.
    let tolerance = tolerance.round_sf(1)?.normalize();
    let is_some = !tolerance.is_zero();
    is_some.then(|| language.fill(findings::TOLERANCE, &[&tolerance.to_string()]))
}

/// What a finding is part of: the document's title, its unit, its file.
pub fn document_of(shown: &Shown) -> String {
    let report = &shown.report;
    let title = report.document.title.clone().unwrap_or_default();
    let unit = report.document.unit_name.clone();
    let unit = unit.filter(|it| !title.contains(it));
    let file = Some(report.source.name.clone());
    let parts = [Some(title), unit, file].into_iter().flatten();
    let parts: Vec<String> = parts.filter(|it| !it.is_empty()).collect();
    parts.join(" · ")
}

/// A finding in the parts of a picture: of which document, what it says, and what probably is wrong.
pub fn as_picture(
    shown: &Shown,
    index: usize,
    note: Option<&str>,
    language: Language,
) -> Vec<PicturePart> {
    let Some(finding) = shown.report.findings.get(index) else {
        return Vec::new();
    };
    let part = |style, text: String| (!text.is_empty()).then_some(PicturePart { style, text });
    let places = places_of(shown, index, language).into_iter().take(PICTURED);
    let places = places.map(|it| {
        let parts = [it.name, it.title, it.at].into_iter();
        let parts: Vec<String> = parts.filter(|it| !it.is_empty()).collect();
        part("text", parts.join(" "))
    });
    let suspect = finding
        .suspects
        .first()
        .map(|_| suspect(shown, index, 0, language));
    let from = format!(
        "{} – {}",
        language.of(frame::NAME),
        language.of(frame::TASK)
    );
    let head = [
        part("faint", document_of(shown)),
        part("stamp", severity(finding, language).to_owned()),
        part("head", language.said(&finding.message)),
    ];
    let tail = [
        part("strong", suspect.unwrap_or_default()),
        part(
            "text",
            note.map_or_else(String::new, |it| explained(it, language)),
        ),
        part("faint", from),
    ];
    head.into_iter()
        .chain(places)
        .chain(tail)
        .flatten()
        .collect()
}

/// How many places a picture shows.
const PICTURED: usize = 4;

/// A line of a picture, as `static/picture.js` takes it.
#[derive(Serialize)]
pub struct PicturePart {
    style: &'static str,
    text: String,
}

/// The whole finding as text: what, where, why, what to do.
pub fn as_text(
    shown: &Shown,
    index: usize,
    rule: Option<&RuleEntry>,
    note: Option<&str>,
    language: Language,
) -> String {
    let Some(finding) = shown.report.findings.get(index) else {
        return String::new();
    };
    let at = finding.first_place().map(|at| places::place(at, language));
    let document = [Some(document_of(shown)), at].into_iter().flatten();
    let document: Vec<String> = document.filter(|it| !it.is_empty()).collect();
    let mut lines = vec![document.join(" · ")];
    lines.push(format!(
        "【{}】{}",
        severity(finding, language),
        language.said(&finding.message)
    ));
    let colon = match language {
        Language::Chinese => "：",
        Language::English => ": ",
    };
    let mut say = |label, text: String| lines.push(format!("{}{colon}{text}", language.of(label)));
    if let Some(formula) = formula(shown, index) {
        let off = difference(finding, language)
            .map(|it| format!("（{it}）"))
            .unwrap_or_default();
        say(findings::WHAT, format!("{formula}{off}"));
    }
    for Place {
        name,
        title,
        at,
        search,
        ..
    } in places_of(shown, index, language)
    {
        let search = search.map(|it| language.fill(findings::SEARCH, &[&it]));
        let parts = [name, title, at, search.unwrap_or_default()].into_iter();
        let parts = parts.filter(|it| !it.is_empty());
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
    lines.extend(note.map(|it| explained(it, language)));
    lines.join("\n")
}

/// The reader's note as a line.
pub fn explained(note: &str, language: Language) -> String {
    let word = language.of(findings::EXPLAINED);
    match language {
        Language::Chinese => format!("{word}：{note}"),
        Language::English => format!("{word}: {note}"),
    }
}
