//! The report as one self-contained page that prints well and asks nothing of the network.
use super::{
    entry::Entry,
    telling::{Telling, Told, telling},
};
use crate::note::Lang;

const STYLE: &str = include_str!("html/report.css");

/// One page for all documents.
pub fn html(entries: &[Entry], lang: Lang) -> String {
    let told: Vec<Telling> = entries.iter().map(|it| telling(it, lang)).collect();
    let title = match told.as_slice() {
        [only] => only.title.clone(),
        several => lang.of(
            format!("勾稽：{} 份文件", several.len()),
            format!("gouji: {} documents", several.len()),
        ),
    };
    let overview = match told.as_slice() {
        [_] => String::new(),
        several => overview(entries, several, lang),
    };
    let articles = told.iter().enumerate();
    let articles = articles.map(|(number, it)| article(number, it, lang));
    let body = overview + &articles.collect::<String>();
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n",
        lang.tag(),
        escaped(&title),
    )
}

/// What came of each document, with a way to it.
fn overview(entries: &[Entry], told: &[Telling], lang: Lang) -> String {
    let head = [
        ("文件", "Document"),
        ("结论", "Verdict"),
        ("不符", "Errors"),
        ("存疑", "Warnings"),
        ("提示", "Notices"),
    ];
    let head: String = (head.iter())
        .map(|(zh, en)| format!("<th scope=\"col\">{}</th>", lang.of(zh, en)))
        .collect();
    let rows = entries.iter().zip(told).enumerate();
    let rows: String = rows
        .map(|(number, (entry, telling))| row(number, entry, telling, lang))
        .collect();
    let title = lang.of("各份文件", "Documents");
    format!("<nav>\n<h1>{title}</h1>\n<table>\n<tr>{head}</tr>\n{rows}</table>\n</nav>\n")
}

fn row(number: usize, entry: &Entry, telling: &Telling, lang: Lang) -> String {
    let (verdict, counts) = match entry {
        Entry::Report(report) => {
            let verdict = report.summary().said(lang).to_owned();
            (verdict, entry.counts().map(|it| it.to_string()))
        }
        Entry::Unread(unread) => (
            unread.failure.message.said(lang).to_owned(),
            Default::default(),
        ),
    };
    let counts: String = counts.iter().map(|it| format!("<td>{it}</td>")).collect();
    format!(
        "<tr><td><a href=\"#document-{number}\">{}</a><br><small>{}</small></td><td>{}</td>{counts}</tr>\n",
        escaped(&telling.title),
        escaped(entry.name()),
        escaped(&verdict),
    )
}

fn article(number: usize, telling: &Telling, lang: Lang) -> String {
    let mut out = format!(
        "<article id=\"document-{number}\">\n<h1>{}</h1>\n<p class=\"file\">{}</p>\n",
        escaped(&telling.title),
        escaped(&telling.file)
    );
    for sentence in &telling.verdict {
        out += &format!("<p class=\"verdict\">{}</p>\n", escaped(sentence));
    }
    if !telling.findings.is_empty() {
        let findings = telling.findings.iter().map(|it| finding(it, lang));
        out += &format!(
            "<h2>{}</h2>\n<ol class=\"findings\">\n{}</ol>\n",
            lang.of("不符之处", "What disagrees"),
            findings.collect::<String>()
        );
    }
    for (heading, items) in telling.lists.iter().filter(|it| !it.1.is_empty()) {
        out += &format!("<h2>{heading}</h2>\n{}", list(items));
    }
    out + "</article>\n"
}

fn finding(told: &Told, lang: Lang) -> String {
    let mut out = format!(
        "<li class=\"{}\"><p class=\"what\"><b>{} {}</b> {}</p>\n<dl>\n",
        told.severity.word(),
        told.severity.sign(),
        told.level,
        escaped(&told.what)
    );
    for (label, lines) in told.labelled(lang) {
        let lines: String = lines
            .iter()
            .map(|it| format!("<dd>{}</dd>\n", escaped(it)))
            .collect();
        if !lines.is_empty() {
            out += &format!("<dt>{label}</dt>\n{lines}");
        }
    }
    out + "</dl></li>\n"
}

fn list(items: &[String]) -> String {
    let items = items.iter().map(|it| format!("<li>{}</li>\n", escaped(it)));
    format!("<ul>\n{}</ul>\n", items.collect::<String>())
}

/// Text in which no sign is taken for markup.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for sign in text.chars() {
        match sign {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            sign if sign.is_control() && !sign.is_whitespace() => out.push('\u{fffd}'),
            sign => out.push(sign),
        }
    }
    out
}
