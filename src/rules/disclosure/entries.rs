//! The lines of a table of contents, and where the document itself begins.
use crate::{
    budget::{Budget, Passage},
    rules::{likeness::normal, years::years},
    words::{key, numbering},
};

/// A line of the contents.
#[derive(Debug)]
pub struct Entry<'a> {
    /// As printed.
    pub passage: &'a Passage,
    /// Its title as it is compared: without number, year, page and brackets.
    pub title: String,
    /// What it names.
    pub kind: EntryKind,
}

/// What an entry names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// A table.
    Table,
    /// A section.
    Section,
    /// A group of tables, which may have no heading of its own.
    Tables,
}

/// The contents' lines and the number of the passage behind them.
#[derive(Debug)]
pub struct Contents<'a> {
    /// Its lines in order.
    pub entries: Vec<Entry<'a>>,
    /// The first passage of the document proper.
    pub behind: usize,
}

/// No contents have more lines.
const MOST_ENTRIES: usize = 120;

/// The contents, if the document has any.
pub fn contents(budget: &Budget) -> Option<Contents<'_>> {
    let passages = &budget.passages;
    let start = passages
        .iter()
        .position(|it| it.cell.is_none() && key(it.text()) == "目录")?
        + 1;
    let mut entries: Vec<Entry> = Vec::new();
    let mut behind = start;
    for (passage, next) in passages[start..].iter().zip(start + 1..).take(MOST_ENTRIES) {
        let entry = entry(passage);
        let repeats = entries.first().is_some_and(|it| it.title == entry.title);
        if repeats || passage.cell.is_some() || is_sentence(&passage.plain) {
            break;
        }
        if is_numbered(passage) {
            entries.push(entry);
            // What has no number behind the last entry may be a heading of the document proper.
            behind = next;
        }
    }
    group(&mut entries);
    (entries.len() >= 3).then_some(Contents { entries, behind })
}

/// What seems to be a table and has tables numbered below it is the group of them.
fn group(entries: &mut [Entry]) {
    let depth = |entry: &Entry| {
        let plain = key(entry.passage.text());
        numbering(&plain).0.filter(|_| !plain.starts_with('第'))
    };
    for index in 1..entries.len() {
        let [above, below] = [&entries[index - 1], &entries[index]];
        let tables = [above, below].iter().all(|it| it.kind == EntryKind::Table);
        if tables && depth(above) < depth(below) {
            entries[index - 1].kind = EntryKind::Tables;
        }
    }
}

fn is_sentence(plain: &str) -> bool {
    plain.ends_with(['。', '；']) || plain.contains(',') || plain.chars().count() > 70
}

fn is_numbered(passage: &Passage) -> bool {
    let plain = key(passage.text());
    plain.starts_with('第') || numbering(&plain).0.is_some()
}

fn entry(passage: &Passage) -> Entry<'_> {
    let title = title(passage.text());
    let is_table = title.ends_with('表') && title.chars().count() > 3;
    Entry {
        passage,
        title,
        kind: match is_table {
            true => EntryKind::Table,
            false => EntryKind::Section,
        },
    }
}

/// A title without what may differ harmlessly: number, leaders and page, year, brackets, particles.
pub fn title(text: &str) -> String {
    let plain = key(text);
    let plain = plain
        .trim_end_matches(|it: char| it.is_ascii_digit())
        .trim_end_matches(['.', '…', '·', '-', '—', '。']);
    // The number goes first: with it 1.2026年 looks like an amount.
    let mut plain = numbering(plain).1.to_owned();
    while let Some(year) = years(&plain).into_iter().next() {
        let behind = plain[year.end..].trim_start_matches('度').to_owned();
        plain = format!("{}{behind}", &plain[..year.start]);
    }
    let unnumbered = numbering(&plain).1;
    let part = unnumbered
        .split_once("部分")
        .filter(|it| it.0.starts_with('第'));
    normal(part.map_or(unnumbered, |it| it.1))
}
