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

/// Paragraphs shorter than this never run over a page.
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

/// Cut in two between words of a sentence, as at the end of a page; figures stay whole.
fn broken(words: &str, chance: &mut Chance) -> String {
    let signs: Vec<char> = words.chars().collect();
    let between_words = |at: &usize| is_ideograph(signs[at - 1]) && is_ideograph(signs[*at]);
    let places: Vec<usize> = (20..signs.len() - 10).filter(between_words).collect();
    let Some(at) = places.get(chance.below(places.len())) else {
        return words.into();
    };
    let (before, after) = signs.split_at(*at);
    before.iter().chain(&['\n', '\n']).chain(after).collect()
}

/// The rows of a table; a long one starts anew after every page and repeats its headings.
fn lines(sheet: &Sheet, layout: Layout) -> String {
    let narrow = sheet.narrow.filter(|_| layout.broken_words);
    let rows: Vec<String> = sheet
        .positions()
        .iter()
        .map(|row| {
            let cells: Vec<_> = row.iter().map(|cell| cell_text(*cell, narrow)).collect();
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
    cells.any(|cell| cell.text == "类")
}

fn cell_text(cell: Option<&Cell>, narrow: Option<usize>) -> String {
    let text = cell.map_or("", |cell| cell.text.as_str());
    match narrow {
        Some(width) if text.chars().any(is_ideograph) => wrapped(text, width),
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
    fn a_page_end_never_cuts_a_figure() {
        let words = "本年预算12345.67万元，".repeat(12);
        let broken = broken(&words, &mut Chance::new(3));
        assert_eq!(broken.replace("\n\n", ""), words);
        assert_eq!(broken.matches("12345.67万元").count(), 12);
    }
}
