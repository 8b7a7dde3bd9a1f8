//! Lines of a page that may be rows of a table: what stands side by side on them, and which lines
//! make one row together.
use super::super::line::Line;
use crate::{
    money::{Printed, read_figure},
    read::columns::{Span, Text},
};

/// A gap of more than this, in sizes, parts columns.
const GAP: f32 = 1.0;
/// A gap of more than this, in sizes, parts an amount from what stands beside it.
const AMOUNT_GAP: f32 = 0.3;
/// Minimum number of digits of a whole number behind words that is an amount.
const LEAST_DIGITS: usize = 4;
/// Lines nearer to each other than this part of the usual distance belong to one row.
const EVEN: f32 = 0.7;
/// A line at this part of the usual distance from its neighbours is a row by itself.
const APART: f32 = 0.85;
/// How much nearer to one row than to the other a line is that belongs to it.
const NEARER: f32 = 0.8;
/// A line this near above the first row, in usual distances, belongs to it.
const ABOVE_FIRST: f32 = 0.6;

/// A text on a line, with wide gaps at both sides.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// Its signs.
    pub line: Line,
    /// What it says.
    pub text: String,
    /// Whether it is an amount for sure, not a code or the number of a page.
    pub is_amount: bool,
    /// Whether it is a figure with words before it, so hardly a code.
    is_figure: bool,
}

impl Part {
    fn new(line: Line, is_behind_words: bool) -> Self {
        let text = line.text();
        let is_printed = is_figure(&text);
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let is_exact = is_printed && text.contains(['.', ',']);
        Part {
            is_amount: is_exact || is_printed && is_behind_words && digits >= LEAST_DIGITS,
            is_figure: is_exact || is_printed && is_behind_words,
            text,
            line,
        }
    }

    /// Whether it holds letters or Chinese characters.
    pub fn is_words(&self) -> bool {
        self.text.chars().any(char::is_alphabetic)
    }

    /// Whether it only numbers a column: 栏次, 1, 3=1+2.
    fn counts(&self) -> bool {
        let plain: String = self.text.split_whitespace().collect();
        let (number, _) = plain.split_once(['=', '＝']).unwrap_or((&plain, ""));
        let is_number = number.len() <= 2 && number.chars().all(|it| it.is_ascii_digit());
        matches!(plain.as_str(), "栏次" | "行次" | "甲" | "乙" | "丙" | "丁") || is_number
    }

    /// Whether it may be a part of a word whose signs have gaps between them: all of them alone, and
    /// none a level of a classification, which is a heading by itself.
    pub fn is_spelled(&self) -> bool {
        let is_level = |it: &str| matches!(it, "类" | "款" | "项" | "目");
        let mut words = self.text.split_whitespace();
        words.all(|it| it.chars().count() == 1 && !is_level(it) && !is_figure(it))
    }

    /// Adds the signs of a part behind it.
    pub fn extend(&mut self, other: &Part) {
        self.line.glyphs.extend(other.line.glyphs.iter().copied());
        self.text = self.line.text();
    }

    /// From where to where it reaches.
    pub fn span(&self) -> Span<f32> {
        (self.line.left(), self.line.right())
    }

    /// Its middle.
    pub fn centre(&self) -> f32 {
        (self.line.left() + self.line.right()) / 2.0
    }

    /// How columns are told from it.
    pub fn column_text(&self) -> Text<f32> {
        Text {
            span: self.span(),
            is_amount: self.is_figure,
        }
    }
}

/// A line with its parts.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// The line.
    pub line: Line,
    /// Its parts, from the left.
    pub parts: Vec<Part>,
}

impl Row {
    /// The row of a line.
    pub fn new(line: Line) -> Self {
        let mut parts: Vec<Part> = Vec::new();
        for part in line.parted(GAP).into_iter().flat_map(without_amounts) {
            let is_behind_words = parts.iter().any(Part::is_words);
            parts.push(Part::new(part, is_behind_words));
        }
        Row { line, parts }
    }

    /// Whether texts stand side by side on it.
    pub fn has_columns(&self) -> bool {
        self.parts.len() > 1
    }

    /// Whether a part is an amount.
    pub fn has_figure(&self) -> bool {
        self.has_columns() && self.parts.iter().any(|it| it.is_amount)
    }

    /// How many of its parts are amounts.
    pub fn amounts(&self) -> usize {
        self.parts.iter().filter(|it| it.is_amount).count()
    }

    /// Whether it only numbers the columns.
    pub fn counts(&self) -> bool {
        self.has_columns() && self.parts.iter().all(Part::counts)
    }
}

fn is_figure(word: &str) -> bool {
    matches!(read_figure(word), Printed::Figure(_))
}

/// Whether a text is a sentence with figures rather than cells side by side: it has signs of one, or
/// the unit of a figure behind it.
fn is_of_sentence(text: &str) -> bool {
    let has_unit = text
        .split_whitespace()
        .zip(text.split_whitespace().skip(1))
        .any(|(figure, behind)| is_figure(figure) && is_unit(behind));
    has_unit || text.contains(['。', '，', '；'])
}

fn is_unit(word: &str) -> bool {
    const UNITS: &[&str] = &[
        "元",
        "万元",
        "亿元",
        "千元",
        "%",
        "％",
        "个",
        "辆",
        "台",
        "平方米",
        "万",
    ];
    UNITS.iter().any(|it| word.starts_with(it))
}

/// A part cut at the narrow gaps beside its amounts: columns of figures and of words may nearly touch.
fn without_amounts(part: Line) -> Vec<Line> {
    let is_amount = |it: &str| it.contains(['.', ',']) && is_figure(it);
    let text = part.text();
    let words = text.split_whitespace().count();
    if words < 2 || is_of_sentence(&text) || !text.split_whitespace().any(is_amount) {
        return vec![part];
    }
    let mut parts: Vec<Line> = Vec::new();
    let mut is_behind_amount = true;
    for piece in part.parted(AMOUNT_GAP) {
        let is_piece_amount = is_amount(&piece.text());
        match parts.last_mut() {
            Some(last) if !is_behind_amount && !is_piece_amount => {
                last.glyphs.extend(piece.glyphs);
            }
            _ => parts.push(piece),
        }
        is_behind_amount = is_piece_amount;
    }
    parts
}

/// How far apart rows with figures usually are, rows without any between them aside.
pub(super) fn usual_step(rows: &[Row]) -> f32 {
    let ys = rows.iter().filter(|it| it.has_figure()).map(|it| it.line.y);
    let ys: Vec<f32> = ys.collect();
    let mut steps: Vec<f32> = ys
        .windows(2)
        .filter_map(|it| match it {
            [above, below] => Some(below - above),
            _ => None,
        })
        .collect();
    steps.sort_by(f32::total_cmp);
    steps.get(steps.len() / 4).copied().unwrap_or(0.0)
}

/// Where the headings end: at the first row with figures, or at the first line of its name.
pub(super) fn headings(rows: &[Row]) -> usize {
    let first = rows.iter().position(Row::has_figure).unwrap_or(0);
    let above = first.checked_sub(1).and_then(|it| rows.get(it));
    let is_near = |above: &Row| {
        let step = rows
            .get(first)
            .map_or(f32::MAX, |it| it.line.y - above.line.y);
        step < ABOVE_FIRST * usual_step(rows) && !above.has_columns()
    };
    first - usize::from(above.is_some_and(is_near))
}

/// The rows of a body, each with the indices of its lines; `None` where it cannot be told to which
/// row a line belongs.
pub(super) fn grouped(rows: &[Row]) -> Option<Vec<Vec<usize>>> {
    let usual = usual_step(rows);
    let step = |it: &[Row]| match it {
        [above, below] => below.line.y - above.line.y,
        _ => f32::MAX,
    };
    if rows.windows(2).all(|it| step(it) >= EVEN * usual) {
        return Some((0..rows.len()).map(|it| vec![it]).collect());
    }
    let anchors: Vec<usize> = (0..rows.len())
        .filter(|it| rows[*it].has_figure())
        .collect();
    let mut groups: Vec<(usize, Vec<usize>)> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let anchor = if row.has_figure() {
            index
        } else {
            anchor_of(rows, &anchors, index, usual)?
        };
        match groups.last_mut() {
            Some((last, lines)) if *last == anchor => lines.push(index),
            _ => groups.push((anchor, vec![index])),
        }
    }
    let is_clear = anchors.windows(2).all(|it| match it {
        [above, below] => rows[*below].line.y - rows[*above].line.y >= EVEN * usual,
        _ => true,
    });
    is_clear.then(|| groups.into_iter().map(|it| it.1).collect())
}

/// The row with figures that a line belongs to, or the line itself if it is a row of its own.
fn anchor_of(rows: &[Row], anchors: &[usize], index: usize, usual: f32) -> Option<usize> {
    let behind = anchors.partition_point(|it| *it < index);
    let above = behind.checked_sub(1).and_then(|it| anchors.get(it));
    let below = anchors.get(behind);
    let distance = |it: Option<&usize>| {
        it.map_or(f32::MAX, |it| (rows[*it].line.y - rows[index].line.y).abs())
    };
    let (up, down) = (distance(above), distance(below));
    if up.min(down) >= APART * usual {
        return Some(index);
    }
    if up <= NEARER * down {
        above.copied()
    } else if down <= NEARER * up {
        below.copied()
    } else {
        None
    }
}
