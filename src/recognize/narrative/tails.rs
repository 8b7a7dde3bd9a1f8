//! What stands behind the figures of a statement: its reason, that nothing changed, how it compares
//! with its base. Ranges are bytes of the words read.
use super::roles::DIRECTIONS;
use crate::budget::statement::Direction;
use std::ops::Range;

/// A word of direction and where it stands.
pub type Found = (Range<usize>, Direction);

/// The reason behind some figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Because {
    /// The word that it comes to: “…，因此预算安排较上年增加”.
    pub concluded: Option<Found>,
    /// Whether it says that this follows.
    pub explicit: bool,
}

/// Words that begin a conclusion.
const CONCLUDING: &[&str] = &["因此", "所以", "故"];

/// Signs that end a sentence, or one of several in it.
const ENDS: [char; 3] = ['。', '；', ';'];

/// The reason given in these words. One that does not come back to last year at its end speaks of
/// other things (人员减少).
pub fn reason(words: &str) -> Option<Because> {
    let start = words.find("原因").filter(|it| belongs(&words[..*it]))?;
    let end = words[start..]
        .find('。')
        .map_or(words.len(), |it| start + it);
    let end = start + words[start..end].trim_end_matches(ENDS).len();
    let clause = last_clause(words, start, end);
    let told = &words[clause.clone()];
    let explicit = CONCLUDING.iter().any(|it| told.starts_with(it));
    let found = told
        .contains("上年")
        .then(|| last_direction(told))
        .flatten();
    let found = found.map(|(at, to)| (clause.start + at.start..clause.start + at.end, to));
    let ends_with_it = found.as_ref().is_some_and(|it| it.0.end == end);
    Some(Because {
        concluded: found,
        explicit: explicit && ends_with_it,
    })
}

/// Whether nothing else is spoken of before the reason: “，增加的主要原因”.
fn belongs(before: &str) -> bool {
    let elsewhere = before.contains("其中") || before.contains(['；', ';']);
    !elsewhere && before.chars().count() <= LONGEST_LEAD
}

/// A reason is led in by at most so many signs.
const LONGEST_LEAD: usize = 14;

fn last_clause(words: &str, start: usize, end: usize) -> Range<usize> {
    let signs = [',', '，', ':', ENDS[0], ENDS[1], ENDS[2]];
    let begin = words[start..end].rfind(signs);
    let begin = begin.map_or(start, |it| start + it);
    let sign = words[begin..end]
        .chars()
        .next()
        .filter(|it| signs.contains(it));
    begin + sign.map_or(0, char::len_utf8)..end
}

fn last_direction(text: &str) -> Option<Found> {
    let found = DIRECTIONS
        .iter()
        .filter_map(|(word, to)| Some((text.rfind(word)?, word.len(), *to)));
    let last = found.max_by_key(|it| it.0 + it.1);
    last.map(|(at, length, to)| (at..at + length, to))
}

/// “与上年持平”: that nothing changed, without a figure.
pub fn level(words: &str) -> Option<Found> {
    let mut at = 0;
    for clause in words.split([',', '，', '。', '；', ';']) {
        let compared = ["与", "同", "较", "比"]
            .iter()
            .any(|it| clause.starts_with(it));
        if clause.contains("其中") {
            return None;
        }
        let before = clause.contains("上年") || clause.contains("去年") || clause.contains('年');
        let spoken = last_direction(clause).filter(|it| it.1 == Direction::Level);
        let ends = spoken.filter(|it| it.0.end == clause.len());
        if let Some((range, to)) = ends.filter(|_| compared && before && !clause.contains("原因"))
        {
            return Some((at + range.start..at + range.end, to));
        }
        let rest = &words[at + clause.len()..];
        at += clause.len() + rest.chars().next().map_or(0, char::len_utf8);
    }
    None
}

/// Words that compare accounts with the budget.
const COMPARING: &[(&str, Direction)] = &[
    ("大于", Direction::Up),
    ("高于", Direction::Up),
    ("小于", Direction::Down),
    ("低于", Direction::Down),
    ("等于", Direction::Level),
];

/// “决算数小于预算数”, “决算数大于年初预算数”.
pub fn compared(words: &str) -> Option<Found> {
    let found = |(word, to): &(&str, Direction)| {
        let at = words.find(word)?;
        let (before, behind) = (&words[..at], &words[at + word.len()..]);
        let accounts = before.ends_with("决算数") || before.ends_with("决算");
        let budget = ["预算", "年初预算", "年度预算", "全年预算", "调整预算"]
            .iter()
            .any(|it| behind.starts_with(it));
        (accounts && budget).then_some((at..at + word.len(), *to))
    };
    COMPARING.iter().find_map(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_comes_to_its_last_clause() {
        let words = ",主要原因是人员减少；定额调整,公用经费增加,因此预算安排较上年增加。";
        let because = reason(words).expect("a reason");
        let (range, direction) = because.concluded.expect("a conclusion");
        assert_eq!((&words[range], direction), ("增加", Direction::Up));
        assert!(because.explicit);
        let other = reason("。主要原因是:退休人员比上年减少").expect("a reason");
        assert!(!other.explicit, "what it speaks of is no conclusion");
    }

    #[test]
    fn what_did_not_change_needs_no_figure() {
        let words = ",与2024年度相比持平,主要原因是一致";
        assert_eq!(level(words).map(|it| it.1), Some(Direction::Level));
        assert_eq!(level(",与规划一致"), None);
        assert_eq!(level("。主要原因是与上年持平"), None);
    }

    #[test]
    fn accounts_are_compared_with_the_budget() {
        let to = |words| compared(words).map(|it| it.1);
        assert_eq!(to("。决算数小于预算数的主要原因"), Some(Direction::Down));
        assert_eq!(to("。决算数大于年初预算数"), Some(Direction::Up));
        assert_eq!(to("单价大于预算"), None);
    }
}
