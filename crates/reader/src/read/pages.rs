//! Page numbers that stand in the text: they break pages, and say nothing.
use super::{lines::Line, shape};
use std::collections::HashMap;

/// Minimum number of lines of a page.
const LEAST_LINES: usize = 5;
/// Minimum number of consecutive bare numbers taken for page numbers.
const LEAST_PAGES: usize = 3;

/// Turns lines that are page numbers into page breaks.
pub(super) fn drop_numbers(lines: &mut [Line<'_>]) {
    for index in bare_numbers(lines) {
        drop_number(lines, index);
    }
    for index in 0..lines.len() {
        if is_marked(lines[index].text) {
            drop_number(lines, index);
        }
    }
}

/// The number goes, a page break before the next line takes its place.
fn drop_number(lines: &mut [Line<'_>], index: usize) {
    lines[index].text = "";
    lines[index].page_break = true;
}

/// Whether a line is nothing but a page number.
pub(super) fn is_number(text: &str) -> bool {
    bare_number(text).is_some() || is_marked(text)
}

/// `— 3 —`, `- 3 -`, 第 3 页, 第 3 页 共 9 页.
fn is_marked(text: &str) -> bool {
    if text.len() > 64 || !text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let plain = shape::plain(text, 32);
    let is_number = |text: &str| {
        !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit())
    };
    let dashes = ['-', '—', '–', '－', '―', '─'];
    let inner = plain.trim_matches(dashes);
    let is_dashed = plain.starts_with(dashes) && plain.ends_with(dashes) && is_number(inner);
    let page = |text: &str| {
        let number = text
            .trim_start_matches(['第', '共', '，', ',', '/'])
            .trim_end_matches('页');
        is_number(number)
    };
    let is_counted =
        plain.starts_with('第') && plain.ends_with('页') && plain.split_inclusive('页').all(page);
    is_dashed || is_counted
}

/// Bare numbers beside a page break, and those that count the pages: 1, 2, 3 … far from each other.
fn bare_numbers(lines: &[Line<'_>]) -> Vec<usize> {
    let numbers: Vec<(usize, u16)> = lines
        .iter()
        .enumerate()
        .filter_map(|(index, line)| Some((index, bare_number(line.text)?)))
        .collect();
    let breaks = |index: usize| lines.get(index).is_some_and(|line| line.page_break);
    let mut found = longest_count(&numbers);
    let beside = numbers.iter().map(|(index, _)| *index);
    found.extend(beside.filter(|index| breaks(*index) || breaks(index + 1)));
    found
}

fn bare_number(text: &str) -> Option<u16> {
    let text = text.trim();
    let is_bare = (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    is_bare.then(|| text.parse().ok()).flatten()
}

/// Lines of the longest chain of numbers that rise by one, if it is long enough.
fn longest_count(numbers: &[(usize, u16)]) -> Vec<usize> {
    let mut chains: Vec<(usize, Option<usize>)> = Vec::with_capacity(numbers.len());
    let mut last_of: HashMap<u16, usize> = HashMap::new();
    for (at, (line, number)) in numbers.iter().enumerate() {
        let before = number
            .checked_sub(1)
            .and_then(|number| last_of.get(&number).copied())
            .filter(|before| line - numbers[*before].0 >= LEAST_LINES);
        chains.push((before.map_or(1, |before| chains[before].0 + 1), before));
        last_of.insert(*number, at);
    }
    let longest = (0..chains.len()).max_by_key(|at| chains[*at].0);
    let mut next = longest.filter(|at| chains[*at].0 >= LEAST_PAGES);
    let mut found = Vec::new();
    while let Some(at) = next {
        found.push(numbers[at].0);
        next = chains[at].1;
    }
    found
}
