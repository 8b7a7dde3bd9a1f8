//! A report in sentences and lists, for every format that people read.
use super::{Finding, Report, Suspect, entry::Entry};
use crate::{claim::Severity, document::Where, note::Lang, rules};
use rust_decimal::Decimal;

/// What is told of one document.
pub struct Telling {
    /// What the document is.
    pub title: String,
    /// The file.
    pub file: String,
    /// The verdict, a sentence each.
    pub verdict: Vec<String>,
    /// What does not agree.
    pub findings: Vec<Told>,
    /// What else there is to know: a heading and its items.
    pub lists: Vec<(&'static str, Vec<String>)>,
}

/// What is told of one finding, in the order what, where, why, what to do.
pub struct Told {
    /// How serious it is.
    pub severity: Severity,
    /// How serious it is, in words.
    pub level: &'static str,
    /// The sentence.
    pub what: String,
    /// The figures with their places.
    pub places: Vec<String>,
    /// The rule in plain words.
    pub why: String,
    /// The rule's id.
    pub rule: String,
    /// What most probably has to change, and what else could be.
    pub remedy: Vec<String>,
    /// Other checks that the same cause breaks.
    pub also: Vec<String>,
    /// What a reader noted.
    pub note: Vec<String>,
}

impl Told {
    /// Its lines under their labels, in the order what, where, why, what to do.
    pub fn labelled(&self, lang: Lang) -> [(&'static str, Vec<String>); 5] {
        let why = format!("{} [{}]", self.why, self.rule);
        [
            (lang.of("位置", "Where"), self.places.clone()),
            (lang.of("依据", "Why"), vec![why]),
            (lang.of("怎么改", "What to do"), self.remedy.clone()),
            (
                lang.of("同一原因还造成", "The same cause breaks"),
                self.also.clone(),
            ),
            (lang.of(EXPLAINED.0, EXPLAINED.1), self.note.clone()),
        ]
    }
}

/// What stands before a reader's note.
const EXPLAINED: (&str, &str) = ("已说明", "Explained");

/// Figures of one finding that are listed with their places; a long sum is found by the first.
const PLACES: usize = 12;
/// Changes of one repair that are told one by one.
const CHANGES: usize = 3;
/// Repairs that are told beside the first.
const RIVALS: usize = 2;

/// Tells of one document.
pub fn telling(entry: &Entry, lang: Lang) -> Telling {
    match entry {
        Entry::Report(report) => of_report(report, lang),
        Entry::Unread(unread) => Telling {
            title: unread.source.name.clone(),
            file: unread.source.name.clone(),
            verdict: vec![unread.failure.message.said(lang).to_owned()],
            findings: Vec::new(),
            lists: Vec::new(),
        },
    }
}

fn of_report(report: &Report, lang: Lang) -> Telling {
    let named = report
        .document
        .title
        .as_ref()
        .or(report.document.unit_name.as_ref());
    Telling {
        title: named.unwrap_or(&report.source.name).clone(),
        file: file(report, lang),
        verdict: verdict(report, lang),
        findings: report.findings.iter().map(|it| told(it, lang)).collect(),
        lists: vec![
            (lang.of("各表", "Tables"), tables(report, lang)),
            (
                lang.of("与上年文件比较", "Beside last year's file"),
                beside(report, lang),
            ),
            (
                lang.of("未核对的数字", "Figures that were not checked"),
                unchecked(report, lang),
            ),
            (
                lang.of("未进行的核对", "Checks that were not made"),
                not_applied(report, lang),
            ),
            (
                lang.of("阅读时的说明", "Notes of the reading"),
                notes(report, lang),
            ),
        ],
    }
}

fn file(report: &Report, lang: Lang) -> String {
    let source = &report.source;
    let pages = source.pages.map_or_else(String::new, |it| {
        lang.of(format!("，{it} 页"), format!(", {it} pages"))
    });
    let tables = report.tables.len();
    lang.of(
        format!("{}（{} 张表{pages}）", source.name, tables),
        format!("{} ({} tables{pages})", source.name, tables),
    )
}

/// The verdict in sentences: how many figures were checked, and what is most probably wrong.
pub(super) fn verdict(report: &Report, lang: Lang) -> Vec<String> {
    let counts = report.figures;
    if counts.total == 0 {
        return vec![report.summary().said(lang).to_owned()];
    }
    let (agree, rounded, unchecked) = (counts.agree, counts.within_rounding, counts.unchecked);
    let total = report.counted();
    let total = total.said(lang);
    let apart = disagreeing(counts, lang);
    let counted = lang.of(
        format!("{total}：{agree} 个相符，{rounded} 个尾差，{apart}；{unchecked} 个未核对。"),
        format!(
            "{total}: {agree} agree, {rounded} within rounding, {apart}; {unchecked} unchecked."
        ),
    );
    let mut sentences = vec![counted, report.summary().said(lang).to_owned()];
    sentences.extend(most_probable(report, lang));
    sentences.push(report.checks_made().said(lang).to_owned());
    let previous = report.previous.iter();
    sentences.extend(previous.map(|it| it.summary().said(lang).to_owned()));
    sentences
}

/// Figures that are most probably wrong, and those that stand in a check with them. Where nobody
/// can say which is wrong, none is said to be.
fn disagreeing(counts: super::FigureCounts, lang: Lang) -> String {
    let (wrong, involved) = (counts.disagree, counts.involved);
    let wrong = lang.of(format!("{wrong} 个不符"), format!("{wrong} disagree"));
    let others = lang.of(
        format!("{involved} 个与不符处有关"),
        format!("{involved} near a disagreement"),
    );
    match (counts.disagree, involved) {
        (_, 0) => wrong,
        (0, _) => others,
        _ => format!("{wrong}{}{others}", lang.of("，", ", ")),
    }
}

fn most_probable(report: &Report, lang: Lang) -> Option<String> {
    let surest = report.findings[report.headline()?].suspects.first()?;
    let suspect = suspect(surest, lang);
    Some(lang.of(
        format!("最可能写错的是 {suspect}。"),
        format!("Most probably wrong: {suspect}."),
    ))
}

/// Tells of one finding.
pub fn told(finding: &Finding, lang: Lang) -> Told {
    let rule = rules::rule(&finding.rule);
    Told {
        severity: finding.severity,
        level: finding.severity.title().said(lang),
        what: finding.message.said(lang).to_owned(),
        places: places(finding, lang),
        why: rule.map_or_else(String::new, |it| {
            let basis = bracketed(it.basis.said(lang), lang);
            format!("{}{basis}", it.title.said(lang))
        }),
        rule: finding.rule.clone(),
        remedy: remedy(finding, lang),
        also: also(finding, lang),
        note: finding.note.iter().cloned().collect(),
    }
}

/// A reader's note as one line.
pub(super) fn noted(note: &str, lang: Lang) -> String {
    let (zh, en) = EXPLAINED;
    lang.of(format!("{zh}：{note}"), format!("{en}: {note}"))
}

fn also(finding: &Finding, lang: Lang) -> Vec<String> {
    let also = finding.also.iter();
    also.map(|it| it.message.said(lang).to_owned()).collect()
}

fn bracketed(text: &str, lang: Lang) -> String {
    lang.of(format!("（{text}）"), format!(" ({text})"))
}

/// Printed figures with their places, each once, or the words that are complained of.
fn places(finding: &Finding, lang: Lang) -> Vec<String> {
    if !finding.alike.is_empty() {
        return places_alike(finding, lang);
    }
    let mut places: Vec<String> = Vec::new();
    for figure in finding.figures.iter().filter(|it| !it.text.is_empty()) {
        let name = format!("{} {}", figure.name.said(lang), figure.text);
        let told = with_place(name, figure.at.as_ref(), lang);
        if !places.contains(&told) {
            places.push(told);
        }
    }
    let more = places.len().saturating_sub(PLACES);
    if more > 0 {
        places.truncate(PLACES);
        places.push(lang.of(format!("另有 {more} 处"), format!("{more} more")));
    }
    if places.is_empty() {
        places.extend(finding.at.as_ref().map(|at| {
            let words = finding.printed.as_deref().filter(|it| !it.is_empty());
            let words = words.map(|it| format!("“{it}”"));
            with_place(words.unwrap_or_default(), Some(at), lang)
        }));
    }
    places
}

/// The places of findings that say the same, a line each.
fn places_alike(finding: &Finding, lang: Lang) -> Vec<String> {
    let all = finding.each();
    let same = all
        .windows(2)
        .all(|pair| pair[0].message == pair[1].message);
    let line = |it: &Finding| match same {
        true => places(it, lang).join(lang.of("；", "; ")),
        false => {
            let said = it.message.said(lang).trim_end_matches(['。', '.']);
            with_place(said.to_owned(), it.first_place(), lang)
        }
    };
    all.iter().map(line).collect()
}

/// A name with its place in brackets.
pub(super) fn with_place(name: String, at: Option<&Where>, lang: Lang) -> String {
    match at {
        Some(at) => format!("{name}{}", bracketed(&place(at, lang), lang)),
        None => name,
    }
}

/// What to do: the first repair, its rivals, or what the rule says where no repair is known.
fn remedy(finding: &Finding, lang: Lang) -> Vec<String> {
    let mut lines = remedy_of_one(finding, lang);
    for line in finding.alike.iter().flat_map(|it| remedy_of_one(it, lang)) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

fn remedy_of_one(finding: &Finding, lang: Lang) -> Vec<String> {
    let last = finding.suspects.iter().map(|it| it.repair).max();
    let numbers = last.map_or(0..0, |it| 0..(it + 1).min(RIVALS + 1));
    let mut lines: Vec<String> = numbers
        .flat_map(|number| repair(finding, number, lang))
        .collect();
    lines.extend(finding.hint.iter().map(|it| it.said(lang).to_owned()));
    if finding.suspects.is_empty() {
        let rule = rules::rule(&finding.rule);
        lines.extend(rule.map(|it| it.remedy.said(lang).to_owned()));
    }
    lines
}

/// One repair: its changes, a line each, the last with the reason for all of them.
fn repair(finding: &Finding, number: usize, lang: Lang) -> Vec<String> {
    let of_repair = |it: &&Suspect| it.repair == number;
    let changes: Vec<&Suspect> = finding.suspects.iter().filter(of_repair).collect();
    let or = if number > 0 {
        lang.of("或者：", "Or: ")
    } else {
        ""
    };
    let mut lines = suspected(&changes, lang);
    if let Some(line) = lines.first_mut() {
        line.insert_str(0, or);
    }
    if let (Some(line), Some(first)) = (lines.last_mut(), changes.first()) {
        let reason = first.reason.said(lang).trim_end_matches(['。', '.']);
        let sure = sureness(first.confidence, lang);
        *line += &lang.of(
            format!("。{reason}，{sure}。"),
            format!(". {reason}; {sure}."),
        );
    }
    lines
}

/// The changes of a repair, a line each; of many only the first are told one by one.
fn suspected(changes: &[&Suspect], lang: Lang) -> Vec<String> {
    let most = match changes.len() > CHANGES {
        true => CHANGES - 1,
        false => CHANGES,
    };
    let told = changes.iter().take(most).map(|it| suspect(it, lang));
    let mut lines: Vec<String> = told.collect();
    let more = changes.len() - lines.len();
    if more > 0 {
        lines.push(lang.of(
            format!("同样改动的还有 {more} 处，从这一项到各级合计"),
            format!("{more} more change with it, from the item to its totals"),
        ));
    }
    lines
}

/// `支出总表“事业运行”行“合计”列（第 163 行）印 234.42，应为 243.42`
pub(super) fn suspect(suspect: &Suspect, lang: Lang) -> String {
    let name = with_place(
        suspect.name.said(lang).to_owned(),
        suspect.at.as_ref(),
        lang,
    );
    let blank = lang.of("空白", "nothing");
    let printed = if suspect.text.is_empty() {
        blank
    } else {
        &suspect.text
    };
    match &suspect.suggested {
        Some(suggested) => lang.of(
            format!("{name}：现为 {printed}，应为 {suggested}"),
            format!("{name}: printed {printed}, should be {suggested}"),
        ),
        None => lang.of(
            format!("{name}：现为 {printed}"),
            format!("{name}: printed {printed}"),
        ),
    }
}

/// How sure a suspicion is, in words.
pub fn sureness(confidence: Decimal, lang: Lang) -> &'static str {
    match (confidence * Decimal::ONE_HUNDRED).round() {
        it if it >= Decimal::from(90) => lang.of("几乎可以肯定", "almost certain"),
        it if it >= Decimal::from(60) => lang.of("很可能", "likely"),
        it if it >= Decimal::from(25) => lang.of("有可能", "possible"),
        _ => lang.of("不能确定", "cannot be told"),
    }
}

/// Where something stands in its file, in words.
pub fn place(at: &Where, lang: Lang) -> String {
    match at {
        Where::File { file, place: at } => lang.of(
            format!("{file}，{}", place(at, lang)),
            format!("{file}, {}", place(at, lang)),
        ),
        Where::Page { page, .. } => lang.of(format!("第 {page} 页"), format!("page {page}")),
        Where::Sheet { sheet, cell } => lang.of(
            format!("工作表“{sheet}”{cell}"),
            format!("sheet “{sheet}” {cell}"),
        ),
        Where::Table { table, row, column } => lang.of(
            format!("第 {table} 张表第 {row} 行第 {column} 列"),
            format!("table {table}, row {row}, column {column}"),
        ),
        Where::Text { line, column, .. } => lang.of(
            format!("第 {line} 行第 {column} 字"),
            format!("line {line}, column {column}"),
        ),
        Where::Paragraph { paragraph, .. } => lang.of(
            format!("第 {paragraph} 段"),
            format!("paragraph {paragraph}"),
        ),
    }
}

fn beside(report: &Report, lang: Lang) -> Vec<String> {
    let previous = report.previous.iter();
    previous.flat_map(|it| it.lines(lang)).collect()
}

fn tables(report: &Report, lang: Lang) -> Vec<String> {
    let name = |it: &super::TableEntry| {
        let form = it.form.as_ref().filter(|form| **form != it.title);
        let title = if it.title.is_empty() {
            it.form.clone().unwrap_or_default()
        } else {
            it.title.clone()
        };
        let form = form.map_or_else(String::new, |it| bracketed(it, lang));
        let empty = if it.empty {
            lang.of("，空表", ", empty")
        } else {
            ""
        };
        with_place(format!("{title}{form}{empty}"), it.at.as_ref(), lang)
    };
    report.tables.iter().map(name).collect()
}

fn unchecked(report: &Report, lang: Lang) -> Vec<String> {
    let name = |it: &super::Unchecked| {
        let (name, why) = (it.name.said(lang), it.reason.said(lang));
        let told = lang.of(
            format!("{name} {}：{why}", it.text),
            format!("{name} {}: {why}", it.text),
        );
        with_place(told, it.at.as_ref(), lang)
    };
    report.unchecked.iter().map(name).collect()
}

fn not_applied(report: &Report, lang: Lang) -> Vec<String> {
    let mut of_rules: Vec<(&str, Vec<&str>)> = Vec::new();
    for it in &report.not_applicable {
        let missing = it.missing.said(lang);
        match of_rules.iter_mut().find(|(rule, _)| *rule == it.rule) {
            Some((_, all)) => all.push(missing),
            None => of_rules.push((&it.rule, vec![missing])),
        }
    }
    let line = |(rule, missing): (&str, Vec<&str>)| {
        let title = rules::rule(rule).map_or(rule, |it| it.title.said(lang));
        let missing = missing.join(lang.of("；", "; "));
        lang.of(
            format!("{title}：{missing} [{rule}]"),
            format!("{title}: {missing} [{rule}]"),
        )
    };
    of_rules.into_iter().map(line).collect()
}

fn notes(report: &Report, lang: Lang) -> Vec<String> {
    let note =
        |it: &crate::note::Note| with_place(it.message.said(lang).to_owned(), it.at.as_ref(), lang);
    report.notes.iter().map(note).collect()
}
