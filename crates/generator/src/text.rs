//! A disclosure as plain text: tables as tab-separated lines, as a paste brings them.
use super::{
    chance::Chance,
    plan::Layout,
    sheet::{Cell, Disclosure, Piece, Sheet},
};
use std::fmt::Write;

/// The text of a disclosure, with everything that its layout does to it.
pub fn text(disclosure: &Disclosure) -> String {
    let mut chance = Chance::new(disclosure.seed ^ 0x7e57);
    let mut out = String::new();
    for piece in &disclosure.pieces {
        match piece {
            Piece::Paragraph(words) => {
                let words = laid_out(words, disclosure.layout, &mut chance);
                let _ = writeln!(out, "{words}\n");
            }
            Piece::Table(sheet) => out.push_str(&lines(sheet, disclosure.layout)),
        }
    }
    out
}

/// Paragraphs of fewer signs fill no two lines and never run over a page.
const LONG: usize = 60;

fn laid_out(words: &str, layout: Layout, chance: &mut Chance) -> String {
    let words = if layout.spaced {
        spaced(words)
    } else {
        words.into()
    };
    if layout.broken_paragraphs && words.chars().count() > LONG && chance.percent(25) {
        return broken(&words, chance);
    }
    words
}

/// A blank between digits and the words around them.
fn spaced(words: &str) -> String {
    let mut out = String::new();
    let mut last = ' ';
    for sign in words.chars() {
        let meets = |one: char, other: char| one.is_ascii_digit() && is_ideograph(other);
        if meets(last, sign) || meets(sign, last) {
            out.push(' ');
        }
        out.push(sign);
        last = sign;
    }
    out
}

fn is_ideograph(sign: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&sign)
}

/// Cut in two where one of its lines ended a page; figures stay whole.
fn broken(words: &str, chance: &mut Chance) -> String {
    let ends = line_ends(words);
    let (before, after) = words.split_at(*chance.pick(&ends));
    format!("{before}\n\n{after}")
}

/// How many half-width signs a line holds; the first is indented by two ideographs.
const LINE: usize = 56;
const INDENT: usize = 4;

/// Where the lines of a paragraph end, in bytes: never inside a figure, and the start of the
/// paragraph if nowhere else.
fn line_ends(words: &str) -> Vec<usize> {
    let (mut ends, mut width, mut last_ideograph) = (Vec::new(), INDENT, 0);
    for (at, sign) in words.char_indices() {
        if is_ideograph(sign) {
            last_ideograph = at;
        }
        width += if sign.is_ascii() { 1 } else { 2 };
        if width > LINE {
            ends.push(last_ideograph);
            width = words[last_ideograph..at].chars().count() * 2;
        }
    }
    ends
}

/// The rows of a table; a long one starts anew after every page and repeats its headings.
fn lines(sheet: &Sheet, layout: Layout) -> String {
    let narrow = sheet.narrow.filter(|_| layout.broken_words);
    let rows: Vec<String> = sheet
        .positions()
        .iter()
        .map(|row| {
            let text = |cell: &Option<&Cell>| cell_text(*cell, narrow, layout.commas);
            let cells: Vec<_> = row.iter().map(text).collect();
            cells.join("\t")
        })
        .collect();
    let (head, body) = rows.split_at(sheet.head);
    let page = match layout.rows_on_page {
        Some(rows) if sheet.head > 0 && has_codes(sheet) => rows,
        _ => body.len().max(1),
    };
    let pages = body
        .chunks(page)
        .map(|page| [head, page].concat().join("\n"));
    pages.collect::<Vec<_>>().join("\n\n") + "\n\n"
}

/// Tables of codes are the ones that grow long.
fn has_codes(sheet: &Sheet) -> bool {
    let mut cells = sheet.rows[..sheet.head].iter().flatten();
    cells.any(|cell| matches!(cell.text.as_str(), "类" | "科目编码"))
}

fn cell_text(cell: Option<&Cell>, narrow: Option<usize>, commas: bool) -> String {
    let text = cell.map_or("", |cell| cell.text.as_str());
    match narrow {
        Some(width) if text.chars().any(is_ideograph) => wrapped(text, width),
        _ if commas => with_commas(text),
        _ => text.into(),
    }
}

/// A figure with its thousands parted; codes and words stay as they are, having no decimals.
pub fn with_commas(text: &str) -> String {
    let is_figure = text
        .bytes()
        .all(|sign| sign.is_ascii_digit() || sign == b'.');
    match text.split_once('.') {
        Some((whole, decimals)) if is_figure => {
            let digits = whole.bytes().enumerate();
            let parted = digits.map(|(index, digit)| {
                let starts_group = index > 0 && (whole.len() - index) % 3 == 0;
                let comma = if starts_group { "," } else { "" };
                format!("{comma}{}", char::from(digit))
            });
            format!("{}.{decimals}", parted.collect::<String>())
        }
        _ => text.into(),
    }
}

/// A name wrapped in a narrow cell comes with blanks where its lines ended.
fn wrapped(text: &str, width: usize) -> String {
    let signs: Vec<char> = text.chars().collect();
    let lines: Vec<String> = signs
        .chunks(width)
        .map(|line| line.iter().collect())
        .collect();
    lines.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_part_digits_from_words() {
        assert_eq!(
            spaced("2026年预算3.10万元，占5%。"),
            "2026 年预算 3.10 万元，占 5%。"
        );
    }

    #[test]
    fn commas_part_thousands() {
        let parted = ["1234567.80", "123.45", "201", "合 计"].map(with_commas);
        assert_eq!(parted, ["1,234,567.80", "123.45", "201", "合 计"]);
    }

    #[test]
    fn a_page_end_never_cuts_a_figure() {
        let words = "本年预算12345.67万元，".repeat(12);
        for seed in 0..20 {
            let broken = broken(&words, &mut Chance::new(seed));
            assert_eq!(broken.replace("\n\n", ""), words);
            assert_eq!(broken.matches("12345.67").count(), 12);
        }
    }
}
