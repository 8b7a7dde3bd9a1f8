//! The report for an issue, a wiki or a chat that understands Markdown.
use super::{
    entry::Entry,
    telling::{Told, telling},
    text::plain,
};
use crate::note::Lang;

/// Every document under a heading of its own.
pub fn markdown(entries: &[Entry], lang: Lang) -> String {
    let told: Vec<String> = entries.iter().map(|it| one(it, lang)).collect();
    told.join("\n")
}

fn one(entry: &Entry, lang: Lang) -> String {
    let telling = telling(entry, lang);
    let mut out = format!(
        "# {}\n\n{}\n\n",
        escaped(&telling.title),
        escaped(&telling.file)
    );
    out += &paragraph(&telling.verdict);
    if !telling.findings.is_empty() {
        out += &format!("\n## {}\n", lang.of("不符之处", "What disagrees"));
    }
    for (number, told) in telling.findings.iter().enumerate() {
        out += &finding(number + 1, told, lang);
    }
    for (heading, items) in telling.lists.iter().filter(|it| !it.1.is_empty()) {
        out += &format!("\n## {heading}\n\n");
        out.extend(items.iter().map(|it| format!("- {}\n", escaped(it))));
    }
    out
}

fn paragraph(sentences: &[String]) -> String {
    let escaped: Vec<String> = sentences.iter().map(|it| escaped(it)).collect();
    escaped.join("  \n") + "\n"
}

fn finding(number: usize, told: &Told, lang: Lang) -> String {
    let mut out = format!(
        "\n### {number}. {} {} · {}\n\n",
        told.severity.sign(),
        told.level,
        escaped(&told.what)
    );
    for (label, lines) in told.labelled(lang) {
        if lines.is_empty() {
            continue;
        }
        out += &format!("- **{label}**\n");
        out.extend(lines.iter().map(|it| format!("  - {}\n", escaped(it))));
    }
    out
}

/// Text in which no sign is taken for markup.
pub fn escaped(text: &str) -> String {
    let mut out = String::new();
    for (index, sign) in plain(text).chars().enumerate() {
        let markup = matches!(
            sign,
            '\\' | '`'
                | '*'
                | '_'
                | '{'
                | '}'
                | '['
                | ']'
                | '<'
                | '>'
                | '#'
                | '|'
                | '~'
                | '&'
                | '!'
                | '$'
        );
        // A list or a heading underlined begins a line with one of these.
        let begins = index == 0 && matches!(sign, '-' | '+' | '=');
        if markup || begins {
            out.push('\\');
        }
        out.push(sign);
    }
    numbered(&out)
}

/// `1.` at the beginning would start a numbered list.
fn numbered(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text.get(digits..) {
        Some(rest) if digits > 0 && rest.starts_with(['.', ')']) => {
            format!("{}\\{rest}", &text[..digits])
        }
        _ => text.to_owned(),
    }
}
