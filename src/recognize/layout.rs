//! How a grid is laid out: captions, heading rows, what each column is for, and the body.
use super::{
    cell::read_cell,
    codes::{is_code_part, is_nested, number_code},
    rows::{is_placeholder, is_withheld},
};
use crate::{
    document::Grid,
    money::Printed,
    words::{Numbering, bare, is_digits, key, numbering, sum_label},
};
use std::collections::HashSet;

/// A grid with its parts told apart.
#[derive(Debug, Clone)]
pub struct Layout {
    /// Index of the block in the document.
    pub block: usize,
    /// Texts of full-width rows above the headings: title, unit of account.
    pub captions: Vec<String>,
    /// Heading rows of the grid: from, and behind the last.
    pub headings: (usize, usize),
    /// Body rows of the grid.
    pub body: Vec<usize>,
    /// Texts of full-width rows below the body: notes.
    pub notes: Vec<String>,
    /// What each column is for.
    pub columns: Vec<ColumnLayout>,
}

/// A column of a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnLayout {
    /// Headings over it, outermost first, as printed; a merged heading stands over each of its columns.
    pub headings: Vec<String>,
    /// What it is for.
    pub role: Role,
}

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Codes, or a part of them.
    Code,
    /// Names of rows.
    Label,
    /// Figures.
    Amount,
    /// Words that name no row: remarks, goals.
    Words,
}

/// So many blank rows at most do headings leave that are merged downwards.
const BLANK_HEADINGS: usize = 4;

impl ColumnLayout {
    /// The lowest heading.
    pub fn leaf(&self) -> &str {
        self.headings.last().map_or("", String::as_str)
    }
}

/// Tells the parts of a grid apart.
pub fn layout(block: usize, grid: &Grid) -> Layout {
    let page = Page::new(grid);
    let mut first = 0;
    let mut captions = Vec::new();
    while first < grid.rows && page.is_caption(first) {
        captions.extend(page.filled(first).map(|(_, text)| text.to_owned()).take(1));
        first += 1;
    }
    let mut behind = first;
    while behind < grid.rows && page.is_heading(behind, first) {
        behind += 1;
    }
    let mut last = grid.rows;
    let mut notes = Vec::new();
    while last > behind && page.is_note(last - 1) {
        last -= 1;
        notes.extend(page.filled(last).map(|(_, text)| text.to_owned()));
    }
    // Headings repeated where a page broke say again what they said.
    let said: HashSet<_> = (first..behind).map(|it| page.keys(it)).collect();
    let is_repeated = |row: usize| said.contains(&page.keys(row)) && page.filled(row).count() > 1;
    let body: Vec<usize> = (behind..last)
        .filter(|row| page.is_body(*row) && !is_repeated(*row) && !page.names_counts(*row))
        .collect();
    let heads = Heads::new(&page, first, behind);
    let columns = (0..grid.columns)
        .map(|column| page.column(column, &heads, &body))
        .collect();
    Layout {
        block,
        captions,
        headings: (first, behind),
        body,
        notes,
        columns,
    }
}

/// A grid with its cells by position.
struct Page<'a> {
    grid: &'a Grid,
    positions: Vec<Option<usize>>,
}

impl<'a> Page<'a> {
    fn new(grid: &'a Grid) -> Self {
        Page {
            grid,
            positions: grid.positions(),
        }
    }

    fn text(&self, row: usize, column: usize) -> &'a str {
        let index = self.positions.get(row * self.grid.columns + column);
        index
            .copied()
            .flatten()
            .map_or("", |it| self.grid.cells[it].text.as_str())
    }

    /// Cells of a row that hold something, each where it begins.
    fn filled(&self, row: usize) -> impl Iterator<Item = (usize, &'a str)> + '_ {
        let begins = move |column: &usize| {
            let here = self.positions[row * self.grid.columns + column];
            *column == 0
                || here.is_none()
                || here != self.positions[row * self.grid.columns + column - 1]
        };
        (0..self.grid.columns)
            .filter(begins)
            .map(move |column| (column, self.text(row, column)))
            .filter(|(_, text)| !text.trim().is_empty())
    }

    /// The row in which the cell at this position begins.
    fn begins(&self, row: usize, column: usize) -> usize {
        let index = self.positions[row * self.grid.columns + column];
        index.map_or(row, |it| self.grid.cells[it].row)
    }

    /// Whether the cell at this position began in a column left of it.
    fn reaches_over(&self, row: usize, column: usize) -> bool {
        let index = self.positions[row * self.grid.columns + column];
        index.is_some_and(|it| self.grid.cells[it].column < column)
    }

    fn has_figure(&self, row: usize) -> bool {
        self.filled(row)
            .any(|(_, text)| matches!(read_cell(text), Printed::Figure(_)))
    }

    /// A title or a unit line inside the grid: one text over the whole width, or little else.
    fn is_caption(&self, row: usize) -> bool {
        if self.grid.columns < 3 || self.has_figure(row) {
            return false;
        }
        let texts: Vec<String> = self.filled(row).map(|(_, text)| key(text)).collect();
        let says_unit = |text: &String| text.contains("单位:") || text.contains("金额单位");
        match texts.as_slice() {
            [] => true,
            [only] => {
                let said = !is_heading_word(only) && !is_purpose(only);
                said && sum_label(only).is_none() && numbering(only).0.is_none()
            }
            more => more.iter().any(says_unit),
        }
    }

    fn is_note(&self, row: usize) -> bool {
        let texts: Vec<String> = self.filled(row).map(|(_, text)| key(text)).collect();
        match texts.as_slice() {
            [] => true,
            [only] => ["注", "备注", "说明"].iter().any(|it| only.starts_with(it)),
            _ => false,
        }
    }

    /// A row of headings: no figures, no sums, nothing numbered; below the first one it must go
    /// on with a heading that reaches down or say what a heading says.
    fn is_heading(&self, row: usize, first: usize) -> bool {
        if self.is_column_count(row) {
            return row > first;
        }
        let goes_on = row > first && (self.first_reaches_down(row) || self.spreads(row - 1));
        let may_sum = row == first || goes_on || self.is_amount_heading(row);
        let plain = |(column, text): &(usize, &str)| {
            let text = key(text);
            let year = text.get(..4).is_some_and(is_digits) && text[4..].starts_with('年');
            let code = text.get(..3).is_some_and(is_digits) && !year;
            let sum = sum_label(&text).is_some();
            (!sum || (may_sum && (row == first || text.ends_with('计'))))
                && !code
                && match numbering(&text).0 {
                    None => true,
                    // A part of the column beside it; on the left it would be a row.
                    Some(number) => number == Numbering::OfWhich && *column > 0,
                }
        };
        let own: Vec<(usize, &str)> = self.own(row).collect();
        if own.is_empty() {
            // Of headings merged downwards plain text keeps a blank row.
            let mut below = (row + 1..self.grid.rows).take(BLANK_HEADINGS);
            let next = below.find(|it| self.own(*it).next().is_some());
            let next = next.filter(|_| !self.grid.spans_known);
            return row > first
                && (self.reaches_down(row) || next.is_some_and(|it| self.is_heading(it, first)));
        }
        let only_sums = own.iter().all(|it| sum_label(it.1).is_some());
        if only_sums || self.has_figure(row) || !own.iter().all(plain) {
            return false;
        }
        let leftmost = key(self.text(row, 0));
        row == first
            || leftmost.is_empty()
            || is_heading_word(&leftmost)
            || goes_on
            || own.iter().all(|it| is_amount_word(&key(it.1)))
            || (may_sum
                && own
                    .iter()
                    .all(|it| is_purpose(it.1) || sum_label(it.1).is_some()))
    }

    /// Whether a heading of this row is merged over several columns: those have headings of their
    /// own. Where spans are not known, the row below fills what is blank behind a heading.
    fn spreads(&self, row: usize) -> bool {
        if !self.grid.spans_known {
            let first = self.filled(row).next().map_or(0, |it| it.0);
            let blank = |it: &usize| self.text(row, *it).trim().is_empty();
            let mut behind = (first..self.grid.columns).filter(blank);
            return behind.any(|it| !self.text(row + 1, it).trim().is_empty());
        }
        let merged = |it: &crate::document::Cell| it.row == row && it.column_span > 1;
        self.grid.cells.iter().any(merged)
    }

    /// Texts of the cells that begin in a row, each with its column.
    fn own(&self, row: usize) -> impl Iterator<Item = (usize, &'a str)> + '_ {
        let begins = move |(column, _): &(usize, &str)| self.begins(row, *column) == row;
        self.filled(row).filter(begins)
    }

    /// Whether sums in this row are headings (合计 over a column) rather than a total row: other
    /// heading words stand beside them.
    fn is_amount_heading(&self, row: usize) -> bool {
        self.filled(row)
            .filter(|(_, text)| sum_label(text).is_none())
            .any(|(_, text)| {
                is_heading_word(&key(text)) || is_purpose(text) || bare(text).contains("预算")
            })
    }

    /// Whether the first cell began in a heading row above. Others may do so where headings are
    /// merged too far down, over a row that has nothing but its label.
    fn first_reaches_down(&self, row: usize) -> bool {
        let at = self.positions[row * self.grid.columns];
        self.grid.spans_known && at.is_some_and(|it| self.grid.cells[it].row < row)
    }

    /// Whether any cell of this row began in a row above.
    fn reaches_down(&self, row: usize) -> bool {
        let from = row * self.grid.columns;
        let mut cells = self.positions[from..from + self.grid.columns]
            .iter()
            .flatten();
        self.grid.spans_known && cells.any(|it| self.grid.cells[*it].row < row)
    }

    /// A row that counts the columns and says so: 栏次 1=2+3 2 3 …
    fn names_counts(&self, row: usize) -> bool {
        let is_label = |text: &str| key(text) == "栏次";
        let counts = |text: &str| {
            let key = key(text);
            let is_level = matches!(key.as_str(), "栏次" | "类" | "款" | "项" | "目");
            is_level || column_number(&key).is_some()
        };
        self.filled(row).any(|(_, text)| is_label(text))
            && self.filled(row).all(|(_, text)| counts(text))
    }

    /// A row that only counts the columns: 1 2 3 …
    fn is_column_count(&self, row: usize) -> bool {
        if self.names_counts(row) {
            return true;
        }
        let numbers: Vec<u32> = self
            .filled(row)
            .filter_map(|(_, text)| column_number(&key(text)))
            .collect();
        numbers.len() >= 3 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
    }

    /// What a row says, each text with its column.
    fn keys(&self, row: usize) -> Vec<(usize, String)> {
        let filled = self.filled(row);
        filled.map(|(column, text)| (column, key(text))).collect()
    }

    /// Neither blank nor a ruling line drawn with dashes.
    fn is_body(&self, row: usize) -> bool {
        let rule = |text: &str| {
            text.chars()
                .all(|sign| matches!(sign, '-' | '—' | ' ' | ':'))
        };
        let is_page = |text: &str| key(text).starts_with('第') && key(text).ends_with('页');
        let mut filled = self.filled(row).peekable();
        filled.peek().is_some()
            && !self.filled(row).all(|it| is_page(it.1))
            && !(self.filled(row).count() > 1
                && filled.all(|(_, text)| rule(text) && text.len() > 1))
    }

    fn column(&self, column: usize, heads: &Heads<'_>, body: &[usize]) -> ColumnLayout {
        let headings: Vec<String> = self.headings(column, heads);
        let is_of_codes = headings.iter().any(|it| is_code_heading(&key(it)));
        let (mut figures, mut words, mut codes) = (0, 0, 0);
        let mut texts = Vec::new();
        for row in body {
            let text = self.text(*row, column);
            // A heading merged too far down says nothing of the body, nor does a label that
            // reaches over a column beside its own, nor 类 款 项 beside the total.
            let beside =
                self.begins(*row, column) < heads.behind || self.reaches_over(*row, column);
            let is_blank = is_placeholder(text) && !is_code_part(text);
            let says_nothing = sum_label(text).is_some() || is_blank || is_withheld(text);
            if beside || says_nothing || is_code_level(text) {
                continue;
            }
            if is_code_part(text) || is_of_codes && number_code(text).is_some() {
                codes += 1;
            }
            texts.push(text);
            match read_cell(text) {
                Printed::Unreadable if is_code_part(text) => {}
                Printed::Figure(_) => figures += 1,
                Printed::Unreadable => words += 1,
                Printed::Blank => {}
            }
        }
        let role = role(
            headings.last().map_or("", String::as_str),
            &headings,
            is_of_codes || is_nested(texts.into_iter()),
            [figures, words, codes],
        );
        ColumnLayout { headings, role }
    }

    /// Headings over a column. Where spans are not known, a blank belongs to the heading left of
    /// it as long as something stands below, and to the heading above it otherwise.
    fn headings(&self, column: usize, heads: &Heads<'_>) -> Vec<String> {
        let says = |row: &usize| {
            let text = self.text(*row, column);
            !text.is_empty() && column_number(&key(text)).is_none()
        };
        let last_said = (heads.first..heads.behind).rev().find(says);
        let mut path: Vec<String> = Vec::new();
        for (row, left_of) in &heads.rows {
            let mut text = self.text(*row, column);
            if text.is_empty() && !self.grid.spans_known && last_said > Some(*row) {
                text = left_of[column];
            }
            if !text.is_empty() && path.last().is_none_or(|above| above != text) {
                path.push(text.to_owned());
            }
        }
        path
    }
}

/// The heading rows of a grid.
struct Heads<'a> {
    first: usize,
    /// The row behind the last.
    behind: usize,
    /// Those that say something, each with the heading left of every column.
    rows: Vec<(usize, Vec<&'a str>)>,
}

impl<'a> Heads<'a> {
    fn new(page: &Page<'a>, first: usize, behind: usize) -> Self {
        let rows = (first..behind).filter(|it| !page.is_column_count(*it));
        Heads {
            first,
            behind,
            rows: rows.map(|row| (row, left_of(page, row, first))).collect(),
        }
    }
}

/// For every column of a heading row the heading left of it, as far as the heading above that one
/// reaches.
fn left_of<'a>(page: &Page<'a>, row: usize, first: usize) -> Vec<&'a str> {
    let mut left = "";
    let of_column = |column: usize| {
        let is_same_group = row == first || page.text(row - 1, column).is_empty();
        let beside = column.checked_sub(1).map_or("", |it| page.text(row, it));
        left = match beside {
            _ if !is_same_group => "",
            "" => left,
            beside => beside,
        };
        left
    };
    (0..page.grid.columns).map(of_column).collect()
}

/// The number of a column in the row that counts them, with or without the formula of its sum:
/// 1, 1=2+3, 7=(3-1)/1.
fn column_number(key: &str) -> Option<u32> {
    let (number, formula) = key.split_once(['=', '＝']).unwrap_or((key, "0"));
    let is_sign = |it: char| it.is_ascii_digit() || "+＋-—–*/×÷()%".contains(it);
    let number = number.trim_matches(['(', ')']);
    let plain = number.len() <= 2 && !formula.is_empty() && formula.chars().all(is_sign);
    number.parse().ok().filter(|_| plain)
}

/// Words that stand over columns of names and codes.
pub fn is_heading_word(key: &str) -> bool {
    matches!(
        key,
        "类" | "款"
            | "项"
            | "目"
            | "科目"
            | "项目"
            | "收入"
            | "支出"
            | "栏次"
            | "科目名称"
            | "项目名称"
            | "名称"
            | "单位名称"
    ) || is_code_heading(key)
        || [
            "经费支出内容",
            "分类",
            "财政拨款收入",
            "财政拨款支出",
            "本年收入",
            "本年支出",
        ]
        .iter()
        .any(|it| key.contains(it))
}

/// Words that stand over columns of figures and nowhere else.
fn is_amount_word(key: &str) -> bool {
    ["预算数", "决算数", "执行数", "金额"]
        .iter()
        .any(|it| key.ends_with(it))
}

/// 基本支出, 公用经费 and their kin.
fn is_purpose(text: &str) -> bool {
    let text = bare(text);
    text.ends_with("支出") || text.ends_with("经费")
}

fn is_code_level(text: &str) -> bool {
    matches!(text.trim(), "类" | "款" | "项")
}

fn is_code_heading(key: &str) -> bool {
    ["编码", "代码"].iter().any(|it| key.contains(it))
}

/// What a column is for, by what stands in it first and by its heading second.
fn role(
    leaf: &str,
    headings: &[String],
    is_of_codes: bool,
    [figures, words, codes]: [usize; 3],
) -> Role {
    let leaf = key(leaf);
    if matches!(leaf.as_str(), "序号" | "行次") {
        return Role::Words;
    }
    let code_heading = is_of_codes || is_code_level(&leaf);
    let beside_total = sum_label(&leaf).is_some() && headings.len() > 1;
    let label_heading = is_label_heading(&leaf)
        || (beside_total && headings.iter().any(|it| is_label_heading(&key(it))));
    // A code that was typed together with its name is an exception in a column of codes.
    if code_heading && !leaf.contains("名称") && words * 4 <= codes {
        return Role::Code;
    }
    let only_in_brackets = codes > 0 && figures == 0 && words == 0;
    if only_in_brackets || (codes > 0 && codes == figures && words <= 1 && headings.is_empty()) {
        return Role::Code;
    }
    match (figures, words) {
        (0, 0) if label_heading => Role::Label,
        (0, 0) if is_words_heading(&leaf) => Role::Words,
        (0, 0) => Role::Amount,
        (figures, words) if words > figures && !label_heading && is_words_heading(&leaf) => {
            Role::Words
        }
        (figures, words) if words > figures => Role::Label,
        _ => Role::Amount,
    }
}

fn is_label_heading(leaf: &str) -> bool {
    matches!(
        leaf,
        "项目"
            | "科目"
            | "科目名称"
            | "项目名称"
            | "名称"
            | "单位名称"
            | "单位"
            | "收入项目"
            | "支出项目"
    ) || leaf.ends_with("名称")
        || leaf.contains("支出内容")
}

fn is_words_heading(leaf: &str) -> bool {
    ["备注", "说明", "目标", "依据", "内容", "用途"]
        .iter()
        .any(|it| leaf.contains(it))
}
