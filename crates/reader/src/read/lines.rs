//! Lines of a text, and what of them is printed.
use crate::{
    document::{Paragraph, Where},
    offset::{ByteOffset, CharColumn},
};

/// Unseen characters part a line in so many pieces; behind them, places are not told apart.
const MOST_PIECES: usize = 1_000;

/// A line as it stands, or the part of one between page breaks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    /// Number of the line, from 1.
    pub number: u32,
    /// Column of its first character, from 1; not 1 only behind a form feed.
    pub column: CharColumn,
    /// Its characters without the line break.
    pub text: &'a str,
    /// Whether a page breaks before it.
    pub page_break: bool,
}

impl Line<'_> {
    /// Whether nothing is printed on it.
    pub(super) fn is_blank(&self) -> bool {
        self.text.chars().all(|c| c.is_whitespace() || is_unseen(c))
    }
}

/// Splits at LF, CRLF and CR, as editors count lines; a form feed parts a line, but is no new one.
pub(super) fn split(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut rest = text;
    let mut number = 1;
    while !rest.is_empty() {
        let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
        split_pages(&rest[..end], number, &mut lines);
        rest = &rest[end..];
        rest = rest
            .strip_prefix("\r\n")
            .or_else(|| rest.strip_prefix(['\n', '\r']))
            .unwrap_or(rest);
        number += 1;
    }
    lines
}

/// Signs inside a line that end what is printed on it: a page, or a line of a paragraph in Word.
const BREAKS: [char; 5] = ['\u{c}', '\u{b}', '\u{2028}', '\u{2029}', '\u{85}'];

/// Splits one line at form feeds and at the line breaks inside a paragraph that Word copies.
fn split_pages<'a>(text: &'a str, number: u32, lines: &mut Vec<Line<'a>>) {
    let mut column = CharColumn::FIRST;
    let mut page_break = false;
    for part in text.split_inclusive(BREAKS) {
        let body = part.trim_end_matches(BREAKS);
        let breaks_page = part.ends_with('\u{c}');
        if !(body.is_empty() && breaks_page) {
            lines.push(Line {
                number,
                column,
                text: body,
                page_break,
            });
        }
        page_break = breaks_page;
        column = column.behind(part);
    }
    if text.is_empty() || page_break {
        lines.push(Line {
            number,
            column,
            text: "",
            page_break,
        });
    }
}

/// Characters that are in the text but never seen: zero-width marks, soft hyphens, controls.
pub(super) fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}')
}

/// Whether a blank sets a name in: those of full width do, others are chance.
fn sets_in(sign: char) -> bool {
    sign == '\u{3000}'
}

/// A text without the blanks at its ends, but for those that set it in.
pub(super) fn indented(text: &str) -> &str {
    let text = text.trim_end();
    text.trim_start_matches(|it: char| it.is_whitespace() && !sets_in(it))
}

/// The blanks that set a text in, if no others stand before it.
pub(super) fn indent(text: &str) -> &str {
    let blanks = text.len() - text.trim_start().len();
    let blanks = &text[..blanks];
    if blanks.chars().all(sets_in) {
        blanks
    } else {
        ""
    }
}

/// The printed part of `raw`, which starts at a column of a line: blanks at its ends and unseen
/// characters dropped, and a new piece behind each of these so that places stay true.
pub(super) fn printed(raw: &str, number: u32, column: CharColumn) -> Paragraph {
    let is_margin = |c: char| c.is_whitespace() || is_unseen(c);
    let body = raw.trim_start_matches(is_margin);
    let mut column = column.behind(&raw[..raw.len() - body.len()]);
    let body = body.trim_end_matches(is_margin);
    let mut text = String::with_capacity(body.len());
    let mut pieces = Vec::new();
    for part in body.split_inclusive(is_unseen) {
        let seen = part.trim_end_matches(is_unseen);
        let end_column = column.behind(seen);
        if pieces.len() >= MOST_PIECES {
            text.push_str(seen);
        } else if !seen.is_empty() {
            let place = Where::Text {
                line: number,
                column,
                end_column,
            };
            pieces.push((ByteOffset::end_of(&text), place));
            text.push_str(seen);
        }
        column = column.behind(part);
    }
    Paragraph { text, pieces }
}

/// Whether a line is drawn, not written: nothing but dashes, as between a header and its rows.
pub(super) fn is_drawn(text: &str) -> bool {
    let is_stroke =
        |c: char| matches!(c, '-' | '=' | '+' | '|' | ':' | '*' | '_' | '─' | '━' | '—');
    let mut strokes = 0;
    let drawn = text.chars().all(|c| {
        strokes += usize::from(is_stroke(c));
        is_stroke(c) || c.is_whitespace()
    });
    drawn && strokes >= 3
}
