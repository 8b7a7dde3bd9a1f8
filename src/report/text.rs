//! The report for a terminal or a letter: plain lines.
use super::{
    entry::Entry,
    telling::{Telling, Told, telling},
};
use crate::{claim::Severity, note::Lang};

/// Whether lines carry colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Ink {
    /// Signs only.
    #[default]
    Plain,
    /// Signs in colours of a terminal.
    Colours,
}

/// Maximum number of items of a list shown; the rest is counted.
const LISTED: usize = 8;

/// Every document in turn.
pub fn text(entries: &[Entry], lang: Lang, ink: Ink) -> String {
    let told: Vec<String> = entries.iter().map(|it| one(it, lang, ink)).collect();
    told.join("\n")
}

/// One document.
pub fn one(entry: &Entry, lang: Lang, ink: Ink) -> String {
    let telling = telling(entry, lang);
    let mut lines = vec![ink.bold(&plain(&telling.title))];
    if telling.title != telling.file {
        lines.push(plain(&telling.file));
    }
    lines.push(String::new());
    lines.extend(telling.verdict.iter().map(|it| plain(it)));
    for (number, told) in telling.findings.iter().enumerate() {
        lines.push(String::new());
        lines.extend(finding(number + 1, told, lang, ink));
    }
    lines.extend(lists(&telling, lang, ink));
    lines.join("\n") + "\n"
}

fn finding(number: usize, told: &Told, lang: Lang, ink: Ink) -> Vec<String> {
    let level = ink.severity(told);
    let mut lines = vec![format!("{number}. {level}  {}", plain(&told.what))];
    for (label, told) in told.labelled(lang) {
        lines.extend(labelled(label, &told));
    }
    lines
}

/// A label and its lines, indented below a finding.
fn labelled(label: &str, lines: &[String]) -> Vec<String> {
    let indented = |(index, line): (usize, &String)| {
        let label = if index == 0 {
            format!("{label}：")
        } else {
            "  ".to_owned()
        };
        format!("   {label}{}", plain(line))
    };
    lines.iter().enumerate().map(indented).collect()
}

/// What else there is to know; the tables are not listed for a reader who has the document.
fn lists(telling: &Telling, lang: Lang, ink: Ink) -> Vec<String> {
    let mut lines = Vec::new();
    for (heading, items) in telling.lists.iter().skip(1).filter(|it| !it.1.is_empty()) {
        lines.push(String::new());
        lines.push(ink.bold(&lang.of(
            format!("{heading}（{}）", items.len()),
            format!("{heading} ({})", items.len()),
        )));
        lines.extend(
            items
                .iter()
                .take(LISTED)
                .map(|it| format!("   {}", plain(it))),
        );
        let more = items.len().saturating_sub(LISTED);
        if more > 0 {
            lines.push(lang.of(format!("   另有 {more} 条"), format!("   {more} more")));
        }
    }
    lines
}

/// Text without signs that a terminal would obey or that turn the direction of writing.
pub fn plain(text: &str) -> String {
    let turns = |sign: char| matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let shown = |sign: char| match sign {
        '\t' | '\n' | '\r' => ' ',
        sign if sign.is_control() || turns(sign) => '\u{fffd}',
        sign => sign,
    };
    text.chars().map(shown).collect()
}

impl Ink {
    /// Bold letters.
    pub fn bold(self, text: &str) -> String {
        self.in_colour("1", text)
    }

    /// The sign and the word for how serious a finding is.
    fn severity(self, told: &Told) -> String {
        let colour = match told.severity {
            Severity::Error => "1;31",
            Severity::Warning => "33",
            Severity::Notice => "36",
        };
        self.in_colour(colour, &format!("{} {}", told.severity.sign(), told.level))
    }

    fn in_colour(self, colour: &str, text: &str) -> String {
        match self {
            Ink::Plain => text.to_owned(),
            Ink::Colours => format!("\u{1b}[{colour}m{text}\u{1b}[0m"),
        }
    }
}
