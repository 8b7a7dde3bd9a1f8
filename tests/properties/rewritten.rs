//! The same disclosure written in another way.
use gouji_generator::{Damage, Figure, Slip, figures, sentence_figures};
use proptest::{collection, prelude::*, sample};

/// `1234.50` as `1,234.50`, in tables and sentences.
pub fn with_separators(text: &str) -> String {
    replaced(text, amounts(text), separated)
}

/// Digits, points and minus signs as wide as Chinese characters, in tables and sentences.
pub fn in_full_width(text: &str) -> String {
    let mut all = figures(text);
    all.extend(sentence_figures(text));
    replaced(text, all, |figure| figure.chars().map(full_width).collect())
}

/// Tables in 万元 as tables in 元. Tables with rates, and sentences, stay as they are.
pub fn in_yuan(text: &str) -> String {
    let tables = tables_in_ten_thousands(text);
    let is_inside = |line: u32| tables.iter().any(|it| it.rows.contains(&line));
    let mut inside = amounts(text);
    inside.retain(|it| is_inside(it.line));
    let scaled = replaced(text, inside, in_ones);
    let mut lines: Vec<String> = scaled.lines().map(str::to_owned).collect();
    for table in &tables {
        lines[table.label] = lines[table.label].replace("万元", "元");
    }
    lines.join("\n")
}

/// Where pages may break.
pub fn breaks() -> impl Strategy<Value = Vec<sample::Index>> {
    collection::vec(any::<sample::Index>(), 1..6)
}

/// A form feed before some of the rows and paragraphs. A title, the unit of account and the headings stay on
/// the page of their table.
pub fn with_page_breaks(text: &str, breaks: &[sample::Index]) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let is_row = |line: &str| line.contains('\t');
    let may_begin_a_page = |at: &usize| match is_row(&lines[*at]) {
        true => *at >= HEADINGS && lines[at - HEADINGS..*at].iter().all(|it| is_row(it)),
        false => lines[*at].chars().count() >= SENTENCE,
    };
    let places: Vec<usize> = (0..lines.len()).filter(may_begin_a_page).collect();
    for index in breaks {
        let line = &mut lines[*index.get(&places)];
        if !line.starts_with('\u{c}') {
            line.insert(0, '\u{c}');
        }
    }
    lines.join("\n")
}

/// Minimum length of a line that is no title, in characters.
const SENTENCE: usize = 40;
/// Maximum number of rows of headings, and one more.
const HEADINGS: usize = 4;

/// The figures of tables and sentences that have decimals; without them a figure may be a code.
fn amounts(text: &str) -> Vec<Figure> {
    let mut all = figures(text);
    all.extend(sentence_figures(text));
    all.retain(|it| it.text.contains('.'));
    all
}

/// The text with each of these figures written as `write` says.
fn replaced(text: &str, mut figures: Vec<Figure>, write: impl Fn(&str) -> String) -> String {
    // From the end on, so that no figure moves before its turn.
    figures.sort_by_key(|it| (it.line, it.column));
    let all = figures.into_iter().rev();
    all.fold(text.to_owned(), |text, figure| {
        let rewritten = Damage {
            text: write(&figure.text),
            figure,
            slip: Slip::Replaced,
        };
        rewritten.apply(&text)
    })
}

fn separated(figure: &str) -> String {
    let (sign, digits) = match figure.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", figure),
    };
    let whole = digits.split('.').next().unwrap_or_default();
    let mut written = String::from(sign);
    for (index, digit) in digits.chars().enumerate() {
        if (1..whole.len()).contains(&index) && (whole.len() - index).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

fn full_width(sign: char) -> char {
    match sign {
        '!'..='~' => char::from_u32(sign as u32 + 0xfee0).unwrap_or(sign),
        _ => sign,
    }
}

/// Four digits more before the point.
fn in_ones(figure: &str) -> String {
    let (whole, decimals) = figure.split_once('.').unwrap_or((figure, ""));
    let (up, left) = decimals.split_at(decimals.len().min(4));
    let digits = format!("{whole}{up:0<4}");
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", digits.as_str()),
    };
    let digits = match digits.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    match left {
        "" => format!("{sign}{digits}"),
        left => format!("{sign}{digits}.{left}"),
    }
}

/// A table under 单位：万元.
struct Table {
    /// Index of the line that names the unit.
    label: usize,
    /// Its lines, from 1.
    rows: std::ops::Range<u32>,
}

/// The tables that hold nothing but money in 万元.
fn tables_in_ten_thousands(text: &str) -> Vec<Table> {
    let lines: Vec<&str> = text.lines().collect();
    let is_row = |at: usize| lines.get(at).is_some_and(|it| it.contains('\t'));
    let labels = (0..lines.len()).filter(|at| lines[*at].contains("单位：万元"));
    let mut tables = Vec::new();
    for label in labels {
        let Some(first) = (label + 1..lines.len()).find(|it| !lines[*it].is_empty()) else {
            continue;
        };
        let behind = (first..).find(|it| !is_row(*it)).unwrap_or(first);
        if !lines[first..behind].iter().any(|it| it.contains('%')) {
            tables.push(Table {
                label,
                rows: first as u32 + 1..behind as u32 + 1,
            });
        }
    }
    tables
}
