//! A line as a row of tokens: words with their meaning, names, figures, marks, and words that are not
//! known.
use super::{
    lexicon::{self, Found, Hit, Kind, Name},
    line::{Figure, Line, Measure},
};

/// A piece of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// What it is.
    pub sense: Sense,
    /// First sign.
    pub start: usize,
    /// Behind the last sign.
    pub end: usize,
}

/// What a piece of a line is.
#[derive(Debug, Clone, PartialEq)]
pub enum Sense {
    /// A word of the lexicon.
    Word(Kind),
    /// The name of a thing.
    Name(&'static Name),
    /// Words that are not known: most often a name, or a part of one.
    Unknown(String),
    /// 2024年, and whether its beginning is meant: 2024年初.
    Year {
        /// The year.
        year: u16,
        /// Whether the end of the year before is meant.
        beginning: bool,
    },
    /// A figure.
    Figure(Figure),
    /// The number of an item in a list: 1., （一）, ①.
    Item(Numbering),
    /// 以上三项, 两者: several things told before, and how many.
    Several(Option<usize>),
    /// 按资金来源分: another way to divide the same whole.
    Divided,
    /// A mark.
    Mark(Mark),
}

/// Marks between words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// ，
    Comma,
    /// 、
    Pause,
    /// ；
    Semicolon,
    /// 。
    Stop,
    /// ：
    Colon,
    /// （
    Open,
    /// ）
    Close,
}

/// How items of a list are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    /// 1.
    Digits,
    /// （1）
    BracketedDigits,
    /// 一、
    Chinese,
    /// （一）
    BracketedChinese,
    /// ①
    Circled,
}

impl Token {
    /// Whether it is a word of this kind.
    pub fn is(&self, kind: Kind) -> bool {
        self.sense == Sense::Word(kind)
    }

    /// Whether it is this mark.
    pub fn is_mark(&self, mark: Mark) -> bool {
        self.sense == Sense::Mark(mark)
    }

    /// The kind of word it is.
    pub fn kind(&self) -> Option<Kind> {
        match self.sense {
            Sense::Word(kind) => Some(kind),
            _ => None,
        }
    }

    /// The figure it is.
    pub fn figure(&self) -> Option<&Figure> {
        match &self.sense {
            Sense::Figure(figure) => Some(figure),
            _ => None,
        }
    }
}

/// Makes tokens of a line. The body that publishes is no thing that is counted: its name says nothing.
pub fn tokens(line: &Line, unit_name: &str) -> Vec<Token> {
    let mut scanner = Scanner::new(line, unit_name);
    while scanner.at < line.signs.len() {
        scanner.step();
    }
    scanner.end_unknown();
    scanner.tokens
}

struct Scanner<'a> {
    line: &'a Line,
    unit_name: Vec<char>,
    figures: Vec<Figure>,
    hits: Vec<Hit>,
    /// The byte that each sign begins at in the text that the hits are of.
    bytes: Vec<usize>,
    tokens: Vec<Token>,
    /// Where a run of unknown words began.
    unknown: Option<usize>,
    at: usize,
}

impl<'a> Scanner<'a> {
    fn new(line: &'a Line, unit_name: &str) -> Self {
        let mut text = String::new();
        let mut bytes = Vec::with_capacity(line.signs.len() + 1);
        for sign in &line.signs {
            bytes.push(text.len());
            text.push(*sign);
        }
        bytes.push(text.len());
        Scanner {
            line,
            unit_name: unit_name.chars().collect(),
            figures: line.figures(),
            hits: lexicon::hits(&text),
            bytes,
            tokens: Vec::new(),
            unknown: None,
            at: 0,
        }
    }

    fn sign(&self, at: usize) -> Option<char> {
        self.line.signs.get(at).copied()
    }

    fn starts_with(&self, at: usize, text: &str) -> bool {
        let mut signs = self.line.signs[at.min(self.line.signs.len())..].iter();
        text.chars().all(|it| signs.next() == Some(&it))
    }

    fn end_unknown(&mut self) {
        if let Some(start) = self.unknown.take() {
            let text = self.line.text(start, self.at);
            self.tokens.push(Token {
                sense: Sense::Unknown(text),
                start,
                end: self.at,
            });
        }
    }

    fn push(&mut self, sense: Sense, length: usize) {
        self.end_unknown();
        self.tokens.push(Token {
            sense,
            start: self.at,
            end: self.at + length,
        });
        self.at += length;
    }

    /// Takes the next token, or one more sign of an unknown word.
    fn step(&mut self) {
        if let Some((sense, length)) = self.next() {
            self.push(sense, length);
            return;
        }
        self.unknown = self.unknown.or(Some(self.at));
        self.at += 1;
    }

    fn next(&self) -> Option<(Sense, usize)> {
        self.item()
            .or_else(|| self.own_name())
            .or_else(|| self.threshold())
            .or_else(|| self.year())
            .or_else(|| self.figure())
            .or_else(|| self.division())
            .or_else(|| self.several())
            .or_else(|| self.word())
            .or_else(|| self.mark())
    }

    /// Whether a clause begins here.
    fn begins(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|it| self.sign(it));
        before.is_none_or(|it| matches!(it, ':' | ';' | '；' | '。' | '、' | ',' | ')'))
    }

    fn item(&self) -> Option<(Sense, usize)> {
        let first = self.sign(self.at)?;
        if ('①'..='⑳').contains(&first) {
            return Some((Sense::Item(Numbering::Circled), 1));
        }
        let before = self.at.checked_sub(1).and_then(|it| self.sign(it));
        if !self.begins() || before == Some(')') && first == '(' {
            return None;
        }
        let open = usize::from(first == '(');
        let run = |is: fn(char) -> bool| {
            let signs = (self.at + open..).map_while(|it| self.sign(it).filter(|it| is(*it)));
            signs.count()
        };
        let (digits, chinese) = (run(|it| it.is_ascii_digit()), run(is_numeral));
        let behind = |length: usize| self.sign(self.at + open + length);
        match (open == 1, digits, chinese) {
            (true, 1..=2, _) if behind(digits) == Some(')') => {
                Some((Sense::Item(Numbering::BracketedDigits), digits + 2))
            }
            (true, _, 1..) if behind(chinese) == Some(')') => {
                Some((Sense::Item(Numbering::BracketedChinese), chinese + 2))
            }
            (false, 1..=2, _) if matches!(behind(digits), Some('.' | '、')) => {
                let number = self
                    .sign(self.at + digits + 1)
                    .is_some_and(|it| it.is_ascii_digit());
                (!number).then_some((Sense::Item(Numbering::Digits), digits + 1))
            }
            (false, _, 1..) if behind(chinese) == Some('、') => {
                Some((Sense::Item(Numbering::Chinese), chinese + 1))
            }
            _ => None,
        }
    }

    fn own_name(&self) -> Option<(Sense, usize)> {
        let length = self.unit_name.len();
        let signs = self.line.signs.get(self.at..self.at + length)?;
        (length > 0 && signs == self.unit_name).then_some((Sense::Word(Kind::Filler), length))
    }

    /// 单价50万元以上: a class of things by what they cost, and no figure.
    fn threshold(&self) -> Option<(Sense, usize)> {
        let lead = ["单位价值", "单价", ""]
            .into_iter()
            .find(|it| self.starts_with(self.at, it))?;
        let from = self.at + lead.chars().count();
        let digits = (from..).take_while(|it| self.sign(*it).is_some_and(|it| it.is_ascii_digit()));
        let digits = digits.count();
        let behind = from + digits;
        if digits == 0 || !self.starts_with(behind, "万元") {
            return None;
        }
        let behind = behind + 2;
        let endings = ["(含)以上", "以上(含)", "及以上", "以上", "以下", "以内"];
        let ending = endings
            .into_iter()
            .find(|it| self.starts_with(behind, it))?;
        let end = behind + ending.chars().count();
        let text = format!("单价{}以上", self.line.text(from, behind));
        Some((Sense::Unknown(text), end - self.at))
    }

    fn year(&self) -> Option<(Sense, usize)> {
        let digits = self.line.signs.get(self.at..self.at + 4)?;
        let year: u16 = digits.iter().collect::<String>().parse().ok()?;
        let glued = self.at > 0 && self.sign(self.at - 1)?.is_ascii_digit();
        if glued || !(1980..=2100).contains(&year) || self.sign(self.at + 4) != Some('年') {
            return None;
        }
        let mut end = self.at + 5;
        let beginning = self.sign(end) == Some('初') && !self.starts_with(end, "初预算");
        if beginning || matches!(self.sign(end), Some('度' | '末' | '底')) {
            end += 1;
        } else {
            end = self.date(end);
        }
        Some((Sense::Year { year, beginning }, end - self.at))
    }

    /// Behind the month and day of a date: 2024年12月31日.
    fn date(&self, from: usize) -> usize {
        let mut end = from;
        for part in ['月', '日'] {
            let digits =
                (end..).take_while(|it| self.sign(*it).is_some_and(|it| it.is_ascii_digit()));
            let digits = digits.count();
            if !(1..=2).contains(&digits) || self.sign(end + digits) != Some(part) {
                break;
            }
            end += digits + 1;
        }
        end + usize::from(end > from && matches!(self.sign(end), Some('底' | '末')))
    }

    fn figure(&self) -> Option<(Sense, usize)> {
        let figure = self.figures.iter().find(|it| it.start == self.at)?;
        Some((Sense::Figure(figure.clone()), figure.behind - self.at))
    }

    /// 按资金来源分，从支出结构看，按采购类型：
    fn division(&self) -> Option<(Sense, usize)> {
        let lead = ['按', '从']
            .into_iter()
            .find(|it| self.sign(self.at) == Some(*it))?;
        let endings: &[&str] = if lead == '按' {
            &["分类", "划分", "分"]
        } else {
            &["看", "来看"]
        };
        let is_plain =
            |it: char| !matches!(it, ',' | ';' | '；' | '。' | ':' | '、') && !it.is_ascii_digit();
        (2..=LONGEST_DIVISION).find_map(|length| {
            let inside = self.line.signs.get(self.at + 1..self.at + length)?;
            let end = self.at + length;
            let ending = endings.iter().find(|it| self.starts_with(end, it));
            let behind = end + ending.map_or(0, |it| it.chars().count());
            let ends = match self.sign(behind) {
                Some(':') => ending.is_some() || lead == '按',
                Some(',') => ending.is_some(),
                _ => false,
            };
            (ends && inside.iter().all(|it| is_plain(*it)))
                .then_some((Sense::Divided, behind - self.at))
        })
    }

    /// 以上三项, 二者, 上述: with how many they are.
    fn several(&self) -> Option<(Sense, usize)> {
        let lead = ["以上", "上述", "前述"]
            .into_iter()
            .find(|it| self.starts_with(self.at, it));
        let from = self.at + lead.map_or(0, |it| it.chars().count());
        let numeral = self.sign(from).and_then(numeral);
        let noun = ["个部分", "部分", "项", "类", "者", "块"];
        let counted = numeral.and_then(|many| {
            let noun = noun.into_iter().find(|it| self.starts_with(from + 1, it))?;
            Some((many, from + 1 + noun.chars().count()))
        });
        match counted {
            Some((many, end)) if self.unknown.is_none() || lead.is_some() => {
                let each = if self.starts_with(end, "各项") {
                    2
                } else {
                    0
                };
                Some((Sense::Several(Some(many)), end + each - self.at))
            }
            _ if lead.is_some() && self.unknown.is_none() => {
                let each = if self.starts_with(from, "各项") {
                    2
                } else {
                    0
                };
                Some((Sense::Several(None), from + each - self.at))
            }
            _ => None,
        }
    }

    fn word(&self) -> Option<(Sense, usize)> {
        let from = self
            .hits
            .partition_point(|it| it.start < self.bytes[self.at]);
        let here = self.hits[from..]
            .iter()
            .take_while(|it| it.start == self.bytes[self.at]);
        let mut fitting = here.filter_map(|it| {
            let end = self.bytes.partition_point(|byte| *byte < it.end);
            let length = end - self.at;
            let digit = self.sign(end).is_some_and(|it| it.is_ascii_digit());
            let word = self.line.text(self.at, end);
            let inside = self.unknown.is_some() && lexicon::is_only_by_itself(&word) && !digit;
            let behind = self.line.text(end, end + 2);
            let other = lexicon::is_other(&word, &behind);
            (!inside && !other).then_some((it.found, length))
        });
        let (found, length) = fitting.next()?;
        Some(match found {
            Found::Word(kind) => (Sense::Word(kind), length),
            Found::Name(name) => (Sense::Name(name), length),
        })
    }

    fn mark(&self) -> Option<(Sense, usize)> {
        let mark = match self.sign(self.at)? {
            ',' | '，' | '!' | '?' | '\t' => Mark::Comma,
            '、' => Mark::Pause,
            ';' | '；' => Mark::Semicolon,
            '。' => Mark::Stop,
            ':' => Mark::Colon,
            '(' => Mark::Open,
            ')' => Mark::Close,
            _ => return None,
        };
        Some((Sense::Mark(mark), 1))
    }
}

/// Longest name of a way to divide a whole, in signs.
const LONGEST_DIVISION: usize = 9;

fn is_numeral(sign: char) -> bool {
    "一二三四五六七八九十".contains(sign)
}

/// How many a numeral says.
fn numeral(sign: char) -> Option<usize> {
    let chinese = "一二三四五六七八九".chars().position(|it| it == sign);
    let both = (sign == '两').then_some(2);
    let digit = sign.to_digit(10).map(|it| it as usize);
    chinese.map(|it| it + 1).or(both).or(digit)
}

/// What a measure counts, so that only figures of one measure are added up.
pub fn is_money(measure: Measure) -> bool {
    matches!(measure, Measure::Money(_))
}
