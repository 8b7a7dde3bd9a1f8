//! What the headings of columns and the labels of rows say, in the language of the sentences.
use crate::{
    budget::Column,
    document::Paragraph,
    language::{
        lexicon::{Age, Kind, fund},
        line::Line,
        phrase::subject,
        token::{Mark, Sense, Token, tokens},
        told::Version,
    },
    words::key,
};

/// What a column holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Meaning {
    /// A part of what the row tells: 基本支出; nothing for the amount itself.
    pub of: Option<String>,
    /// The money it is of.
    pub fund: Option<&'static str>,
    /// Which version, if it is named.
    pub version: Option<Version>,
    /// Whether it counts things.
    pub counts: bool,
}

/// What a column holds, by its name on the form, or else by its headings from the outermost inwards;
/// nothing for another year's amounts, for shares and changes, and where a word is not understood.
pub fn meaning(column: &Column, year: Option<u16>) -> Option<Meaning> {
    let headings = if column.known || column.headings.is_empty() {
        std::slice::from_ref(&column.name.key)
    } else {
        column.headings.as_slice()
    };
    let mut meaning = Meaning::default();
    for heading in headings {
        add_heading(&mut meaning, heading, year)?;
    }
    // The form's name of a column is that of all its spellings: final accounts print 决算数 over 预算数.
    if column.known {
        let printed = column.headings.iter().flat_map(|it| tokens_of(&key(it)));
        meaning.version = printed.filter_map(|it| version(&it)).next_back();
    }
    Some(meaning)
}

/// The version that a word names.
fn version(word: &Token) -> Option<Version> {
    match word.kind()? {
        Kind::Plan(plan) => Some(Version::Plan(plan)),
        Kind::Outcome => Some(Version::Outcome),
        _ => None,
    }
}

fn add_heading(meaning: &mut Meaning, heading: &str, year: Option<u16>) -> Option<()> {
    let plain = key(heading);
    if plain.starts_with("数量") {
        meaning.counts = true;
        return Some(());
    }
    let words = tokens_of(&plain);
    for word in &words {
        match &word.sense {
            Sense::Name(_)
            | Sense::Mark(Mark::Open | Mark::Close | Mark::Pause)
            | Sense::Word(Kind::Filler | Kind::Total | Kind::Time(Age::This)) => {}
            Sense::Word(Kind::Plan(_) | Kind::Outcome) => meaning.version = version(word),
            Sense::Year {
                year: named,
                beginning: false,
            } if Some(*named) == year => {}
            Sense::Unknown(text) if is_plain_sum(text) => {}
            _ => return None,
        }
    }
    if let Some(of) = subject(&words).filter(|it| !is_plain_sum(it)) {
        meaning.fund = fund(meaning.of.as_deref().unwrap_or_default()).or(meaning.fund);
        meaning.of = Some(of);
    }
    Some(())
}

/// Words of a heading over the amount itself.
fn is_plain_sum(text: &str) -> bool {
    matches!(
        text,
        "合计"
            | "金额"
            | "总计"
            | "小计"
            | "价值"
            | "价值(万元)"
            | "数"
            | "年度"
            | "万元"
            | "元"
    )
}

/// The words of a heading or a label.
pub fn tokens_of(text: &str) -> Vec<Token> {
    let paragraph = Paragraph {
        text: text.to_owned(),
        pieces: Vec::new(),
    };
    tokens(&Line::new(&paragraph), "")
}

/// The thing that a word names.
pub fn name(token: &Token) -> Option<&'static str> {
    match token.sense {
        Sense::Name(name) => Some(name.key),
        _ => None,
    }
}

/// The noun that a row is counted with: 车辆（辆）.
pub fn noun(label: &str) -> Option<&'static str> {
    let plain = key(label);
    let inside = plain.rsplit_once('(')?.1.trim_end_matches(')');
    ["平方米", "辆", "台", "个", "套"]
        .into_iter()
        .find(|it| inside.starts_with(it))
}

/// A label without the noun that it is counted with.
pub fn without_noun(label: &str) -> &str {
    let bracket = label.rfind(['(', '（']).filter(|_| noun(label).is_some());
    bracket.map_or(label, |at| &label[..at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::lexicon::Plan;

    fn read(headings: &[&str]) -> Option<Meaning> {
        let column = Column {
            name: "".into(),
            headings: headings.iter().map(|it| (*it).to_owned()).collect(),
            known: false,
        };
        meaning(&column, Some(2024))
    }

    #[test]
    fn a_heading_says_what_its_column_holds() {
        let amount = Meaning::default();
        assert_eq!(read(&["合计"]).as_ref(), Some(&amount));
        assert_eq!(read(&["2024年", "小计"]).as_ref(), Some(&amount));
        let planned = Meaning {
            of: Some("公务接待费".to_owned()),
            version: Some(Version::Plan(Plan::Any)),
            ..Meaning::default()
        };
        assert_eq!(read(&["公务接待费", "预算数"]), Some(planned));
        let of_fund = Meaning {
            of: Some("基本支出".to_owned()),
            fund: Some("一般公共预算"),
            ..Meaning::default()
        };
        assert_eq!(read(&["一般公共预算", "基本支出"]), Some(of_fund));
    }

    #[test]
    fn last_year_and_changes_are_no_amounts_of_this_year() {
        assert_eq!(read(&["2023年", "合计"]), None);
        assert_eq!(read(&["上年预算数"]), None);
        assert_eq!(read(&["增减额"]), None);
        assert_eq!(read(&["占比"]), None);
    }
}
