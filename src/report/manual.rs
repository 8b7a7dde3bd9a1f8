//! The manual of the rules: what each says, why, what to do, with its examples drawn.
use super::{markdown::escaped, text::Ink};
use crate::{
    claim::Severity,
    note::{Lang, Text},
    rule::Rule,
    rules::{self, example::drawings},
};
use serde::Serialize;

/// A rule as it is published.
#[derive(Debug, Clone, Serialize)]
pub struct RuleEntry {
    /// Its id.
    pub id: &'static str,
    /// What it looks at.
    pub kind: Both,
    /// The most serious it can be.
    pub severity: Severity,
    /// What must hold.
    pub title: Both,
    /// What a reader can look up.
    pub basis: Both,
    /// Why a reader should care.
    pub why: Both,
    /// What to do when it is broken.
    pub remedy: Both,
    /// Drawn budgets in which it holds.
    pub holds: &'static [&'static str],
    /// Drawn budgets in which it is broken, the wrong figure in brackets.
    pub fails: &'static [&'static str],
}

/// The same words in Chinese and in English.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Both {
    zh: &'static str,
    en: &'static str,
}

impl From<Text> for Both {
    fn from(text: Text) -> Self {
        Both {
            zh: text.zh,
            en: text.en,
        }
    }
}

fn entry(rule: &Rule) -> RuleEntry {
    RuleEntry {
        id: rule.id,
        kind: rule.kind.title().into(),
        severity: rule.severity(),
        title: rule.title.into(),
        basis: rule.basis.into(),
        why: rule.why.into(),
        remedy: rule.remedy.into(),
        holds: rule.holds,
        fails: rule.fails,
    }
}

/// The catalogue for programs.
pub fn json() -> String {
    let entries: Vec<RuleEntry> = rules::catalogue().map(entry).collect();
    serde_json::to_string_pretty(&entries).unwrap_or_default() + "\n"
}

/// The catalogue as a list: a line a rule, under its kind.
pub fn text(lang: Lang, ink: Ink) -> String {
    let width = rules::catalogue().map(|it| it.id.len()).max().unwrap_or(0);
    let mut out = String::new();
    let mut kind = None;
    for rule in rules::catalogue() {
        if kind != Some(rule.kind) {
            let blank = if kind.is_some() { "\n" } else { "" };
            out += &format!("{blank}{}\n", ink.bold(rule.kind.title().said(lang)));
            kind = Some(rule.kind);
        }
        let grade = rule.severity().title().said(lang);
        out += &format!(
            "  {:width$}  {}{}\n",
            rule.id,
            rule.title.said(lang),
            lang.of(format!("（{grade}）"), format!(" ({grade})"))
        );
    }
    out
}

/// The catalogue as a document with a section a rule.
pub fn markdown(lang: Lang) -> String {
    let mut out = format!("# {}\n", lang.of("规则", "Rules"));
    for rule in rules::catalogue() {
        out += &format!("\n## `{}` {}\n\n", rule.id, escaped(rule.title.said(lang)));
        for (label, words) in sentences(rule, lang) {
            out += &format!("- **{label}** {}\n", escaped(&words));
        }
        for (label, drawing) in examples(rule, lang) {
            out += &format!("\n{label}\n\n```text\n{}```\n", drawn(drawing));
        }
    }
    out
}

/// One rule in full.
pub fn explain(rule: &Rule, lang: Lang, ink: Ink) -> String {
    let mut out = format!("{}  {}\n\n", ink.bold(rule.id), rule.title.said(lang));
    for (label, words) in sentences(rule, lang) {
        out += &format!("{label}{}{words}\n", lang.of("：", ": "));
    }
    for (label, drawing) in examples(rule, lang) {
        out += &format!("\n{}\n{}", ink.bold(label), drawn(drawing));
    }
    out
}

fn sentences(rule: &Rule, lang: Lang) -> [(&'static str, String); 5] {
    let of = |text: Text| text.said(lang).to_owned();
    [
        (lang.of("范围", "Kind"), of(rule.kind.title())),
        (lang.of("级别", "Severity"), of(rule.severity().title())),
        (lang.of("依据", "Basis"), of(rule.basis)),
        (lang.of("为什么", "Why"), of(rule.why)),
        (lang.of("怎么改", "What to do"), of(rule.remedy)),
    ]
}

/// Drawn budgets, each with what it shows.
fn examples(rule: &Rule, lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
    let holds = lang.of("这样相符：", "This agrees:");
    let fails = lang.of(
        "这样不符（方括号中的数字有误）：",
        "This does not (the figure in brackets is wrong):",
    );
    let of = |label, drawings: &'static [&'static str]| drawings.iter().map(move |it| (label, *it));
    of(holds, rule.holds).chain(of(fails, rule.fails))
}

/// A drawing with its columns under each other; what is no table stands as it is.
fn drawn(text: &str) -> String {
    let tables = drawings(text);
    if tables.is_empty() {
        let lines = text.lines().map(str::trim).filter(|it| !it.is_empty());
        return lines.map(|it| format!("  {it}\n")).collect();
    }
    tables.iter().map(|it| table(&rows(it))).collect()
}

/// The rows of a drawing: its head, then its halves one under the other.
fn rows(drawing: &rules::example::Drawing) -> Vec<Vec<String>> {
    let head = std::iter::once(&drawing.form).chain(&drawing.columns);
    let mut rows = vec![head.cloned().collect()];
    for (number, half) in drawing.halves.iter().enumerate() {
        if number > 0 {
            rows.push(Vec::new());
        }
        rows.extend(half.iter().cloned());
    }
    rows
}

fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let of_column = |column: usize| rows.iter().filter_map(move |it| it.get(column));
    let widths: Vec<usize> = (0..columns)
        .map(|it| of_column(it).map(|it| width(it)).max().unwrap_or(0))
        .collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate();
        let padded = cells.map(|(column, (text, wide))| {
            let blanks = " ".repeat(wide - width(text));
            // Labels begin at the left, figures end at the right.
            if column == 0 {
                format!("{text}{blanks}")
            } else {
                format!("{blanks}{text}")
            }
        });
        let line = padded.collect::<Vec<_>>().join("  ");
        format!("  {}\n", line.trim_end())
    };
    rows.iter().map(line).collect()
}

/// Columns that a terminal gives to a text: Chinese characters are twice as wide.
fn width(text: &str) -> usize {
    text.chars()
        .map(|it| if (it as u32) < 0x1100 { 1 } else { 2 })
        .sum()
}

/// Ids of rules that an unknown one may have meant, nearest first.
pub fn nearest(id: &str) -> Vec<&'static str> {
    let mut near: Vec<(usize, &str)> = rules::catalogue()
        .map(|it| (distance(id, it.id).min(distance(id, last(it.id))), it.id))
        .collect();
    near.sort();
    let close = near.first().map_or(0, |it| it.0);
    near.into_iter()
        .take_while(|it| it.0 <= close + 2)
        .map(|it| it.1)
        .take(3)
        .collect()
}

fn last(id: &str) -> &str {
    id.rsplit('/').next().unwrap_or(id)
}

/// How many letters have to be changed, dropped or put in.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut above: Vec<usize> = (0..=to.len()).collect();
    for (row, sign) in from.chars().enumerate() {
        let mut line = vec![row + 1];
        for (column, other) in to.iter().enumerate() {
            let changed = above[column] + usize::from(sign != *other);
            line.push(changed.min(above[column + 1] + 1).min(line[column] + 1));
        }
        above = line;
    }
    above.last().copied().unwrap_or(0)
}
