//! The words before a figure.
use super::subjects;
use crate::{budget::statement::Side, language::line::Line};

/// The words before a figure.
pub struct Before {
    /// The sign that the last sentence of them, or the last part of one, begins with.
    pub begins: usize,
    /// The last clause of them.
    pub clause: String,
    /// The clause before that, if only a colon stands between.
    led_by: String,
    /// Whether a sentence ended among them.
    pub new_sentence: bool,
    /// Whether a part of the sentence ended among them: ；
    pub new_part: bool,
    /// Whether 其中 stands among them: what follows are parts.
    pub parts_follow: bool,
    /// The side of a balance whose parts follow: 收入包括, 支出包括.
    pub side: Option<Side>,
}

/// Signs that end a part of a sentence.
const PARTING: [char; 2] = ['；', ';'];

/// Words that lead to parts, besides 其中.
const LEADING: &[&str] = &["包括:", "以下方面:", "构成情况为:", "构成如下:"];

/// Words that begin all parts of one side of a balance.
const SIDES: &[(&str, Side)] = &[("收入包括", Side::Income), ("支出包括", Side::Expenditure)];

impl Before {
    /// The words `from..to` of a line.
    pub fn new(line: &Line, from: usize, to: usize) -> Self {
        let words = line.text(from, to);
        let parted = words
            .rfind(['。', '；', ';'])
            .map_or(0, |it| words[..it].chars().count());
        let end = words.rfind(['。', '！', '？']);
        let sentence = end.map_or(words.as_str(), |it| {
            words[it..].trim_start_matches(['。', '！', '？'])
        });
        let cut = sentence.rfind([',', '，', ';', '；', ':']);
        let (before, clause) = match cut {
            Some(at) => (
                &sentence[..at],
                sentence[at..].trim_start_matches([',', '，', ';', '；', ':']),
            ),
            None => ("", sentence),
        };
        let colon = cut.is_some_and(|at| sentence[at..].starts_with(':'));
        let led_by = before
            .rsplit([',', '，', ';', '；', ':'])
            .next()
            .unwrap_or("");
        let side = SIDES.iter().find(|it| sentence.contains(it.0));
        Before {
            begins: from + parted,
            clause: clause.to_owned(),
            led_by: if colon {
                led_by.to_owned()
            } else {
                String::new()
            },
            new_sentence: end.is_some(),
            new_part: sentence.contains(PARTING),
            parts_follow: sentence.contains("其中")
                || LEADING.iter().any(|it| sentence.contains(it)),
            side: side.map(|it| it.1),
        }
    }

    /// What the clause speaks of once its role is taken off; before a colon, what led to it.
    pub fn phrase(&self, rest: &str) -> String {
        let rest = subjects::trimmed(rest);
        if !rest.is_empty() || matches!(self.led_by.as_str(), "" | "其中") {
            return rest;
        }
        subjects::trimmed(&self.led_by)
    }
}
