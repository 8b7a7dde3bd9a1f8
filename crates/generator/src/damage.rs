//! Slips of the hand: every way in which one figure of a table can be mistyped.
//!
//! Works on any text with tab-separated tables, so that the same slips can be tried on what the
//! generator made and on what was really published.
pub mod words;

use super::chance::Chance;
use gouji_document::{
    money::{Printed, read_figure},
    slip::Slip,
};

/// A figure, or a word, and where it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Line, from 1.
    pub line: u32,
    /// First column in characters, from 1.
    pub column: u32,
    /// Column behind the last character.
    pub end_column: u32,
    /// As printed.
    pub text: String,
}

/// A slip in one figure of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// The figure as it stood.
    pub figure: Figure,
    /// What happens to it.
    pub slip: Slip,
    /// What stands there afterwards.
    pub text: String,
}

impl Damage {
    /// The text with the slip in it.
    pub fn apply(&self, text: &str) -> String {
        let figure = &self.figure;
        let mut lines: Vec<String> = text.split('\n').map(String::from).collect();
        if let Some(line) = lines.get_mut(figure.line as usize - 1) {
            let signs: Vec<char> = line.chars().collect();
            let before = signs[..figure.column as usize - 1].iter();
            let after = &signs[figure.end_column as usize - 1..];
            *line = before
                .copied()
                .chain(self.text.chars())
                .chain(after.iter().copied())
                .collect();
        }
        lines.join("\n")
    }
}

/// For each of these figures one slip of every kind that is possible; the seed chooses which.
pub fn damages(figures: &[Figure], seed: u64) -> Vec<Damage> {
    let mut chance = Chance::new(seed);
    let mut damages = Vec::new();
    for figure in figures {
        for slip in Slip::OF_FIGURES {
            let made = slip.of(&figure.text);
            if !made.is_empty() {
                damages.push(Damage {
                    figure: figure.clone(),
                    slip,
                    text: chance.pick(&made).clone(),
                });
            }
        }
    }
    damages
}

/// Every figure of the tables of a text, codes and telephone numbers aside.
pub fn figures(text: &str) -> Vec<Figure> {
    let lines = text.lines().zip(1..);
    let of_tables = lines.filter(|(line, _)| line.contains('\t'));
    of_tables
        .flat_map(|(line, number)| figures_of_line(line, number))
        .collect()
}

fn figures_of_line(line: &str, number: u32) -> Vec<Figure> {
    let cells: Vec<&str> = line.split('\t').collect();
    let first_name = cells.iter().position(|cell| is_name(cell)).unwrap_or(0);
    let mut figures = Vec::new();
    let mut column = 1;
    for (index, cell) in cells.iter().enumerate() {
        let is_code = index < first_name && !cell.contains('.');
        let is_telephone = index > 0 && cells[index - 1].contains("电话");
        if is_figure(cell) && !is_code && !is_telephone {
            figures.push(placed(cell, number, column));
        }
        column += cell.chars().count() as u32 + 1;
    }
    figures
}

fn placed(cell: &str, line: u32, column: u32) -> Figure {
    let blanks = cell.chars().take_while(|sign| sign.is_whitespace()).count() as u32;
    let text = cell.trim().to_string();
    Figure {
        line,
        column: column + blanks,
        end_column: column + blanks + text.chars().count() as u32,
        text,
    }
}

/// Whether a cell holds words.
fn is_name(cell: &str) -> bool {
    read_figure(cell) == Printed::Unreadable
}

/// Whether a cell holds a plain figure and nothing else.
fn is_figure(cell: &str) -> bool {
    let cell = cell.trim();
    let plain = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ',' | '-');
    cell.chars().all(plain) && matches!(read_figure(cell), Printed::Figure(_))
}

/// What is counted in sentences; longer names first.
const COUNTED_IN: [&str; 7] = ["万元", "亿元", "元", "%", "平方米", "辆", "台"];

/// Every figure of the sentences of a text that says what it counts, thresholds (50万元以上) aside.
pub fn sentence_figures(text: &str) -> Vec<Figure> {
    let lines = text.lines().zip(1..);
    let sentences = lines.filter(|(line, _)| !line.contains('\t'));
    let figures = sentences.flat_map(|(line, number)| figures_of_sentence(line, number));
    figures.collect()
}

fn figures_of_sentence(line: &str, number: u32) -> Vec<Figure> {
    let is_part = |sign: char| sign.is_ascii_digit() || sign == '.';
    let mut figures = Vec::new();
    let mut rest = line;
    while let Some(start) = rest.find(|sign: char| sign.is_ascii_digit()) {
        let from = &rest[start..];
        let text = &from[..from.find(|sign| !is_part(sign)).unwrap_or(from.len())];
        rest = &from[text.len()..];
        let behind = rest.trim_start();
        let counted = COUNTED_IN.iter().find_map(|unit| behind.strip_prefix(unit));
        if counted.is_some_and(|behind| !behind.starts_with("以上")) && is_figure(text) {
            let column = line[..line.len() - from.len()].chars().count() as u32;
            figures.push(placed(text, number, column + 1));
        }
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_telephones_are_no_figures() {
        let text = "标题 1\n201\t03\t50\t事业运行\t234.42\t\t234.42\n\t\t\t总 计\t 3.10\n联系电话\t13912345678\n";
        let found: Vec<_> = figures(text)
            .into_iter()
            .map(|it| (it.line, it.column, it.text))
            .collect();
        let expected = [(2, 16, "234.42"), (2, 24, "234.42"), (3, 9, "3.10")];
        assert_eq!(
            found,
            expected.map(|(line, column, text)| (line, column, text.to_string()))
        );
    }

    #[test]
    fn figures_of_sentences_say_what_they_count() {
        let text = "2026 年预算 3.10 万元，占5.00%，单价50万元以上大型设备 2 台。\n";
        let found: Vec<_> = sentence_figures(text)
            .into_iter()
            .map(|it| (it.column, it.text))
            .collect();
        let expected = [(10, "3.10"), (19, "5.00"), (38, "2")];
        assert_eq!(
            found,
            expected.map(|(column, text)| (column, text.to_string()))
        );
    }

    #[test]
    fn a_slip_is_put_where_the_figure_stood() {
        let text = "201\t03\t50\t事业运行\t234.42\t1.00\n";
        let damage = Damage {
            figure: figures(text).remove(0),
            slip: Slip::Exchanged,
            text: "243.42".into(),
        };
        assert_eq!(damage.apply(text), "201\t03\t50\t事业运行\t243.42\t1.00\n");
    }
}
