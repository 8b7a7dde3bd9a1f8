//! A paragraph without its blanks, and the figures in it.
use gouji_document::{
    document::Paragraph,
    money::{Unit, half_width, mark_at},
    offset::ByteOffset,
};
use rust_decimal::Decimal;
use std::ops::Range;

/// A paragraph as a row of signs without blanks, which remember where they stood.
#[derive(Debug)]
pub struct Line {
    /// Signs in half width.
    pub signs: Vec<char>,
    /// The bytes of the paragraph that each sign stands on.
    bytes: Vec<(ByteOffset, ByteOffset)>,
}

/// A figure with its unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The number as printed.
    pub number: Decimal,
    /// First sign of the number.
    pub start: usize,
    /// Behind its last digit.
    pub end: usize,
    /// Behind its unit.
    pub behind: usize,
    /// What it counts.
    pub measure: Measure,
}

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Money, in a unit of account.
    Money(Unit),
    /// Percent.
    Percent,
    /// Points of percent.
    Points,
    /// Times something else: 倍.
    Times,
    /// Things, by the noun they are counted with: 辆, 个.
    Count(&'static str),
}

impl Measure {
    /// The unit of the fact.
    pub fn unit(self) -> Unit {
        match self {
            Measure::Money(unit) => unit,
            Measure::Percent | Measure::Points => Unit::Percent,
            Measure::Times | Measure::Count(_) => Unit::Piece,
        }
    }
}

/// Words behind a number that say what it measures, besides units of account; a longer one before
/// its beginning. What is counted in several ways has one noun.
const MEASURES: &[(&str, Measure)] = &[
    ("%", Measure::Percent),
    ("个百分点", Measure::Points),
    ("百分点", Measure::Points),
    ("倍", Measure::Times),
    ("平方米", Measure::Count("平方米")),
    ("批次", Measure::Count("批次")),
    ("批", Measure::Count("批次")),
    ("人次", Measure::Count("人次")),
    ("辆", Measure::Count("辆")),
    ("台(套)", Measure::Count("台")),
    ("台", Measure::Count("台")),
    ("套", Measure::Count("台")),
    ("个", Measure::Count("个")),
    ("人", Measure::Count("人")),
    ("名", Measure::Count("人")),
    ("家", Measure::Count("家")),
    ("户", Measure::Count("户")),
];

impl Line {
    /// Takes the blanks out of a paragraph.
    pub fn new(paragraph: &Paragraph) -> Self {
        let mut line = Line {
            signs: Vec::new(),
            bytes: Vec::new(),
        };
        for (offset, sign) in paragraph.text.char_indices() {
            let quote = matches!(sign, '“' | '”' | '"');
            if !sign.is_whitespace() && !quote && sign != '\u{200b}' {
                line.signs.push(half_width(sign));
                line.bytes
                    .push((ByteOffset(offset), ByteOffset(offset + sign.len_utf8())));
            }
        }
        line.drop_marks();
        line
    }

    /// Takes out the marks of footnotes between a figure and its unit: 15.20[1]万元.
    fn drop_marks(&mut self) {
        let mut kept = Line {
            signs: Vec::with_capacity(self.signs.len()),
            bytes: Vec::with_capacity(self.bytes.len()),
        };
        let mut at = 0;
        while let Some(sign) = self.signs.get(at) {
            let is_behind = kept.signs.last().is_some_and(char::is_ascii_digit);
            match mark_at(&self.signs[at..]).filter(|it| is_behind && self.has_unit(at + it)) {
                Some(length) => at += length,
                None => {
                    kept.signs.push(*sign);
                    kept.bytes.push(self.bytes[at]);
                    at += 1;
                }
            }
        }
        *self = kept;
    }

    fn has_unit(&self, at: usize) -> bool {
        matches!(self.signs.get(at), Some('%' | '元' | '千' | '万' | '亿'))
    }

    /// The signs of a range as text.
    pub fn text(&self, start: usize, end: usize) -> String {
        let end = end.min(self.signs.len());
        self.signs[start.min(end)..end].iter().collect()
    }

    /// Bytes of the paragraph that the signs `start..end` stand on.
    pub fn bytes(&self, start: usize, end: usize) -> Range<ByteOffset> {
        let first = self.bytes.get(start).map_or(ByteOffset(0), |it| it.0);
        let last = end.checked_sub(1).and_then(|it| self.bytes.get(it));
        first..last.map_or(first, |it| it.1)
    }

    /// The brackets, opened behind the sign `from`, that a sign stands in: where they open and close.
    pub fn brackets(&self, from: usize, at: usize) -> Option<(usize, usize)> {
        let depth = |depth: usize, sign: &char| match sign {
            '(' => depth + 1,
            ')' => depth.saturating_sub(1),
            _ => depth,
        };
        let open = (from..at).find(|open| {
            self.signs[*open] == '(' && self.signs[*open..at].iter().fold(0, depth) > 0
        })?;
        let mut inside = 0;
        let close = (open..self.signs.len()).find(|it| {
            inside = depth(inside, &self.signs[*it]);
            inside == 0
        })?;
        Some((open, close))
    }

    /// Every figure that counts money, percent or things. Years, dates, thresholds and numbers of
    /// documents are none.
    pub fn figures(&self) -> Vec<Figure> {
        let mut figures = Vec::new();
        let mut at = 0;
        while at < self.signs.len() {
            match self.number(at) {
                Some((number, end)) => {
                    figures.extend(self.figure(at, end, number));
                    at = end;
                }
                None => at += 1,
            }
        }
        figures
    }

    /// The number that begins at a sign, and where it ends.
    fn number(&self, at: usize) -> Option<(Decimal, usize)> {
        let digit = |it: usize| self.signs.get(it).is_some_and(char::is_ascii_digit);
        let glued = at.checked_sub(1).is_some_and(|it| {
            digit(it) || matches!(self.signs[it], '.' | ',') || self.signs[it].is_ascii_alphabetic()
        });
        if !digit(at) || glued && at.checked_sub(2).is_some_and(digit) {
            return None;
        }
        let mut end = at;
        while digit(end) || (matches!(self.signs.get(end), Some('.' | ',')) && digit(end + 1)) {
            end += 1;
        }
        let number: Decimal = self.text(at, end).replace(',', "").parse().ok()?;
        let number = if self.is_minus(at) { -number } else { number };
        Some((number, end))
    }

    /// Whether a minus stands before a number: 为-1.20万元, △1.20万元; 10-20万元 and 2018-2020 are
    /// spans.
    fn is_minus(&self, at: usize) -> bool {
        let sign = |back: usize| at.checked_sub(back).map(|it| self.signs[it]);
        let span = |it: char| {
            it.is_ascii_alphanumeric() || matches!(it, ')' | '元' | '%' | '年' | '月' | '日')
        };
        match sign(1) {
            Some('△' | '▲') => true,
            Some('-' | '–') => !sign(2).is_none_or(span),
            _ => false,
        }
    }

    fn figure(&self, start: usize, end: usize, number: Decimal) -> Option<Figure> {
        let rest = self.text(end, end + 8);
        let (measure, length) = measure(&rest)?;
        let behind = end + length;
        let after = self.text(behind, behind + 3);
        let threshold = ["以上", "以下", "以内", "(含)"]
            .iter()
            .any(|it| after.starts_with(it));
        let is_amount = end - start <= LONGEST_NUMBER && measure.unit().holds(number);
        let minus = usize::from(number.is_sign_negative());
        (!threshold && is_amount).then_some(Figure {
            number,
            start: start - minus,
            end,
            behind,
            measure,
        })
    }
}

/// More signs than this are no amount.
const LONGEST_NUMBER: usize = 18;

fn measure(rest: &str) -> Option<(Measure, usize)> {
    let of_account = |it: &Unit| rest.starts_with(it.name());
    if let Some(unit) = Unit::OF_ACCOUNT.into_iter().find(of_account) {
        return Some((Measure::Money(unit), unit.name().chars().count()));
    }
    let (word, measure) = MEASURES.iter().find(|it| rest.starts_with(it.0))?;
    Some((*measure, word.chars().count()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(text: &str) -> Vec<String> {
        let paragraph = Paragraph {
            text: text.to_owned(),
            pieces: Vec::new(),
        };
        let figures = Line::new(&paragraph).figures();
        figures.iter().map(|it| it.number.to_string()).collect()
    }

    #[test]
    fn the_mark_of_a_footnote_is_no_part_of_a_figure() {
        for text in [
            "预算15.20[1]万元",
            "预算15.20①万元",
            "预算 15.20¹ 万元",
            "预算15.20万元[注1]",
        ] {
            assert_eq!(figures(text), ["15.20"], "{text}");
        }
        assert_eq!(figures("占18.52*%"), ["18.52"]);
    }

    #[test]
    fn every_sign_for_minus_makes_a_figure_negative() {
        for text in [
            "增减-1.20万元",
            "增减–1.20万元",
            "增减△1.20万元",
            "▲1.20万元",
        ] {
            assert_eq!(figures(text), ["-1.20"], "{text}");
        }
        for text in ["10–20万元", "10-20万元", "2018-20万元"] {
            assert!(figures(text).iter().all(|it| it == "20"), "{text}");
        }
    }
}
