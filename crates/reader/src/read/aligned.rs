//! Columns that are only lined up with blanks, as some PDF viewers copy tables. Where figures stand
//! exactly below each other the table is read with a doubt; where they do not, which cells are blank
//! cannot be told, so it is not read as a table, and that is said.
use super::{
    columns::{self, Span, Text},
    lines::{Line, is_unseen},
    rows::{self, Row},
    shape::{self, Shape},
    tabbed::Run,
};
use crate::{
    document::Where,
    money::{Printed, read_figure},
    note::{LostKind, Note},
    offset::CharColumn,
};

/// Minimum number of consecutive lines with columns that make a table.
const LEAST_ROWS: usize = 3;
/// Minimum number of blanks between two columns.
const WIDE: usize = 2;
/// Maximum number of consecutive lines with a single text.
const MOST_SINGLE: usize = 8;
/// Maximum number of columns of a table.
const MOST_COLUMNS: usize = 40;
/// A text of more bytes is no figure, which is looked at again with every word that joins it.
const LONGEST_FIGURE: usize = 64;
/// Figures that end or begin so near to each other stand below each other.
const SLACK: usize = 1;

/// Watches the lines that are not in a table.
#[derive(Default)]
pub(super) struct Aligned {
    rows: usize,
    start: u32,
    unread: Option<u32>,
    read: Option<u32>,
}

impl Aligned {
    /// Looks at the next line.
    pub(super) fn look_at(&mut self, line: &Line<'_>) {
        let parts = parts(line);
        if ends(&parts) {
            self.rows = 0;
        }
        if parts.len() < 3 || !parts.iter().any(Part::begins_with_digit) {
            return;
        }
        if self.rows == 0 {
            self.start = line.number;
        }
        self.rows += 1;
        if self.rows == LEAST_ROWS {
            self.unread.get_or_insert(self.start);
        }
    }

    /// Remembers that a table was read that begins on this line.
    pub(super) fn read_at(&mut self, line: u32) {
        self.read.get_or_insert(line);
    }

    /// What to tell of the first table that was read, and of the first that was not.
    pub(super) fn notes(&self) -> impl Iterator<Item = Note> {
        let unread = self.unread.map(|line| {
            let note = Note::new(
                "这里像是用空格对齐的表格，无法可靠地分清各列，未作为表格读取。请改用原文件，或从网页、Word、Excel 中复制。",
                "This looks like a table lined up with blanks. Its columns cannot be told reliably, so it is not read as one. Use the original file, or copy from a web page, Word or Excel.",
            );
            note.lost(LostKind::Tables, 1).at(start_of(line))
        });
        let read = self.read.map(|line| {
            let note = Note::new(
                "这里的表格是用空格对齐的，各列按文字位置推断，可能有误；对它的核对结果只作提醒，不作为错误。",
                "The table here is lined up with blanks; its columns were told from where the text stands, which may be wrong. What disagrees in it is a warning, not an error.",
            );
            note.at(start_of(line))
        });
        [read, unread].into_iter().flatten()
    }
}

fn start_of(line: u32) -> Where {
    Where::Text {
        line,
        column: CharColumn::FIRST,
        end_column: CharColumn::FIRST,
    }
}

/// A text between wide gaps.
#[derive(Clone, Copy)]
struct Part<'a> {
    text: &'a str,
    /// Bytes of its line before it.
    before: usize,
}

impl Part<'_> {
    fn begins_with_digit(&self) -> bool {
        self.text.starts_with(|it: char| it.is_ascii_digit())
    }

    fn is_figure(&self) -> bool {
        self.text.len() <= LONGEST_FIGURE && matches!(read_figure(self.text), Printed::Figure(_))
    }

    /// Whether it is an amount for sure, not a code or the number of a page.
    fn is_amount(&self) -> bool {
        self.text.contains(['.', ',']) && self.is_figure()
    }
}

/// The parts of a line: at wide gaps, and between figures at every blank.
fn parts<'a>(line: &Line<'a>) -> Vec<Part<'a>> {
    let mut parts: Vec<Part<'a>> = Vec::new();
    let mut end = 0;
    let words = line.text.split(char::is_whitespace);
    for word in words.filter(|it| !it.is_empty()) {
        let before = word.as_ptr().addr() - line.text.as_ptr().addr();
        let gap = line.text[end..before].chars().count();
        let part = Part { text: word, before };
        end = before + word.len();
        match parts.last_mut() {
            Some(last) if gap < WIDE && !(last.is_figure() && part.is_figure()) => {
                last.text = &line.text[last.before..end];
            }
            _ => parts.push(part),
        }
    }
    parts
}

/// A line with its parts.
struct Lined<'a> {
    line: &'a Line<'a>,
    parts: Vec<Part<'a>>,
}

impl Lined<'_> {
    fn has_figure(&self) -> bool {
        self.parts.len() > 1 && self.parts.iter().any(Part::is_figure)
    }

    fn has_amount(&self) -> bool {
        self.parts.len() > 1 && self.parts.iter().any(Part::is_amount)
    }

    /// Whether it may be the rest of a name above or below, and no row by itself.
    fn may_be_rest(&self) -> bool {
        matches!(self.parts[..], [only]
            if !only.begins_with_digit() && shape::shape(only.text) == Shape::Plain)
    }

    /// Where its parts stand, by how wide Chinese signs are.
    fn texts(&self, wide: usize) -> Vec<Text<usize>> {
        let width = |text: &str| -> usize {
            let signs = text.chars().filter(|it| !is_unseen(*it));
            signs.map(|it| if it.is_ascii() { 1 } else { wide }).sum()
        };
        let text = |part: &Part<'_>| {
            let start = width(&self.line.text[..part.before]);
            Text {
                span: (start, start + width(part.text)),
                is_amount: part.is_amount(),
            }
        };
        self.parts.iter().map(text).collect()
    }
}

/// The run that starts with the first of these lines; `None` if nothing is lined up in it.
pub(super) fn run(lines: &[Line<'_>]) -> Option<Run> {
    let block = block(lines);
    let rows = Some(&block.lined).filter(|_| block.is_whole);
    let table = rows.and_then(|it| table(it));
    let run = table.map(|rows| Run::Aligned(rows, block.taken));
    run.or((block.taken > 0).then_some(Run::Prose(block.taken)))
}

/// Lines that may be rows of one table.
#[derive(Default)]
struct Block<'a> {
    lined: Vec<Lined<'a>>,
    /// How many lines they take.
    taken: usize,
    /// Whether it can have no other rows: no gap in it, and no line close behind it.
    is_whole: bool,
}

/// The lines up to the last one with columns before a sentence or a caption.
fn block<'a>(lines: &'a [Line<'a>]) -> Block<'a> {
    let mut block = Block::default();
    let (mut has_gap, mut rest) = (false, Vec::new());
    for (index, line) in lines.iter().enumerate() {
        let parts = parts(line);
        let is_broken = line.text.contains(['\t', '|']);
        if is_broken || rest.len() > MOST_SINGLE || parts.len() < 2 && index == 0 || ends(&parts) {
            break;
        }
        let has_columns = parts.len() > 1;
        rest.push(Lined { line, parts });
        if has_columns {
            let is_blank = |it: &Lined<'_>| it.parts.is_empty();
            has_gap |= rest.iter().any(is_blank) || line.page_break && index > 0;
            block.lined.append(&mut rest);
            block.taken = index + 1;
        }
    }
    let is_close = rest.first().is_some_and(|it| !it.parts.is_empty());
    block.is_whole = !has_gap && !is_close;
    block
}

/// The rows of these lines, if they are lined up.
fn table(lined: &[Lined<'_>]) -> Option<Vec<Row>> {
    let body = lined.iter().position(Lined::has_amount)?;
    let rows = lined.get(body..)?;
    let figures = rows.iter().filter(|it| it.has_figure()).count();
    if body == 0 || figures < LEAST_ROWS || rows.iter().any(Lined::may_be_rest) {
        return None;
    }
    // Chinese signs are as wide as two Latin ones on a screen; some programs count them as one.
    let widths = [2, 1].into_iter();
    widths.filter_map(|wide| table_of(lined, body, wide)).next()
}

/// Whether a line is a sentence, a title or a caption: no table goes on behind it.
fn ends(parts: &[Part<'_>]) -> bool {
    let is_caption = |it: &Part<'_>| {
        matches!(
            shape::shape(it.text),
            Shape::Label | Shape::Remark | Shape::Standalone
        ) || shape::is_table_title(it.text)
    };
    let is_sentence = |it: &Part<'_>| it.text.contains(['。', '，', '；']);
    parts.iter().all(is_caption) || parts.iter().any(is_sentence)
}

/// The rows of these lines, were signs so wide; `None` if columns do not line up.
fn table_of(lined: &[Lined<'_>], body: usize, wide: usize) -> Option<Vec<Row>> {
    let texts: Vec<Vec<Text<usize>>> = lined.iter().map(|it| it.texts(wide)).collect();
    let columns = columns::columns(&texts, body);
    if !(2..=MOST_COLUMNS).contains(&columns.len()) {
        return None;
    }
    let mut found = vec![Column::default(); columns.len()];
    let mut rows = Vec::with_capacity(lined.len());
    for (index, (line, texts)) in lined.iter().zip(&texts).enumerate() {
        let blank = rows::field("", line.line.number, line.line.column);
        let mut fields = vec![blank; columns.len()];
        let mut next = 0;
        for (part, text) in line.parts.iter().zip(texts) {
            let column = columns::column_of(&columns, text.span).filter(|it| *it >= next)?;
            next = column + 1;
            let starts = line.line.column.behind(&line.line.text[..part.before]);
            fields[column] = rows::field(part.text, line.line.number, starts);
            found[column].add(part, text, index >= body);
        }
        rows.push(Row { fields });
    }
    found.iter().all(Column::is_clear).then_some(rows)
}

/// What stands in a column.
#[derive(Clone, Default)]
struct Column {
    is_headed: bool,
    has_words: bool,
    amounts: Vec<Span<usize>>,
}

impl Column {
    fn add(&mut self, part: &Part<'_>, text: &Text<usize>, is_body: bool) {
        if !is_body {
            self.is_headed = true;
        } else if text.is_amount {
            self.amounts.push(text.span);
        } else {
            self.has_words |= part.text.chars().any(char::is_alphabetic);
        }
    }

    /// Whether it holds words, or amounts that stand below each other and below a heading.
    fn is_clear(&self) -> bool {
        let is_level = are_level(&self.amounts);
        self.amounts.is_empty() || self.is_headed && !self.has_words && is_level
    }
}

/// Whether figures of a column end or begin below each other, or have their middle there.
fn are_level(spans: &[Span<usize>]) -> bool {
    let near = |at: fn(&Span<usize>) -> usize, slack: usize| {
        let (least, most) = (spans.iter().map(at).min(), spans.iter().map(at).max());
        most.unwrap_or(0) - least.unwrap_or(0) <= slack
    };
    near(|it| it.1, SLACK) || near(|it| it.0, SLACK) || near(|it| it.0 + it.1, 2 * SLACK)
}
