//! Words of direction that cannot stand together: both words of a choice left in, and one that takes
//! back what the other says.
use super::found::{Slip, is_long, kind, sentence, words};
use crate::{
    claim::Severity,
    language::lexicon::{Course, Hit, Kind, Order},
    note::text,
    recognize::is_heading_line,
};
use std::ops::Range;

/// One of the words that a template offers to choose from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    More,
    Less,
    Same,
}

fn side(hit: &Hit) -> Option<Side> {
    match kind(hit)? {
        Kind::Direction(Course::Up) | Kind::ChangeOf(Course::Up) => Some(Side::More),
        Kind::Direction(Course::Down) | Kind::ChangeOf(Course::Down) => Some(Side::Less),
        Kind::Compared(Order::Greater) => Some(Side::More),
        Kind::Compared(Order::Less) => Some(Side::Less),
        Kind::Level | Kind::Compared(Order::Equal) => Some(Side::Same),
        _ => None,
    }
}

/// Every slip of this kind. A heading may leave open which way it went.
pub fn slips(plain: &str) -> Vec<Slip> {
    if is_heading_line(plain) {
        return Vec::new();
    }
    let words = words(plain);
    let left = text(
        "模板中供选择的词没有选定",
        "A choice of the template was left open",
    );
    let mut slips: Vec<Slip> = choices(plain, &words)
        .into_iter()
        .map(|it| (it, Severity::Warning, left))
        .collect();
    let opposed = text(
        "两个增减的词互相矛盾",
        "Two words of direction contradict each other",
    );
    let pairs = words.windows(2).filter(|it| are_opposed(plain, it));
    slips.extend(pairs.map(|it| (it[0].start..it[1].end, Severity::Warning, opposed)));
    let levels = words.iter().enumerate().filter(|it| {
        kind(it.1) == Some(Kind::Level) && has_moved_before(plain, &words[..it.0], it.1.start)
    });
    slips.extend(levels.map(|it| (it.1.start..it.1.end, Severity::Warning, opposed)));
    slips
}

/// 增加(减少), 大于/小于/等于, 增加(减少/持平)
fn choices(plain: &str, words: &[Hit]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in 0..words.len() {
        let behind = found.last().map_or(0, |it| it.end);
        let choice = choice(plain, &words[at..]).filter(|it| it.start >= behind);
        found.extend(choice);
    }
    found
}

/// What leads from the first word to the second; behind the last two a figure must follow at once.
const LEADS: [&str; 6] = ["(", "(或", "【", "/", "或", "、"];
/// What leads to the third.
const FURTHER: [&str; 3] = ["/", "、", "或"];

fn choice(plain: &str, words: &[Hit]) -> Option<Range<usize>> {
    let first = words.first()?;
    let offered = side(first)?;
    let second = words.get(1)?;
    let lead = plain
        .get(first.end..second.start)
        .filter(|it| LEADS.contains(it))?;
    let mut end = first.end;
    for next in &words[1..] {
        let between = plain.get(end..next.start)?;
        let goes_on = end == first.end || FURTHER.contains(&between);
        if !goes_on || side(next).is_none_or(|it| it == offered) {
            break;
        }
        end = next.end;
    }
    let close = if lead.starts_with('(') { ")" } else { "】" };
    let bracketed = lead.starts_with(['(', '【']);
    let closed = plain[end..].starts_with(close);
    if end == first.end || bracketed && !closed {
        return None;
    }
    end += if bracketed { close.len() } else { 0 };
    let counts = plain[end..].starts_with(|it: char| it.is_ascii_digit());
    let is_plain = is_long(first) && (bracketed || lead == "/");
    let states = counts || is_plain && states_something(sentence(plain, first.start));
    states.then_some(first.start..end)
}

/// Whether a sentence has a figure or a reason: one that has neither may explain what a word means.
fn states_something(sentence: &str) -> bool {
    let is_figure = |(at, _): (usize, &str)| {
        sentence[..at].ends_with(|it: char| it.is_ascii_digit() || it == '万')
    };
    let figure = |unit: &str| sentence.match_indices(unit).any(is_figure);
    figure("元") || figure("%") || sentence.contains("原因")
}

/// Directions that are things as well: 结余增加 is an increase.
const THINGS: [&str; 10] = [
    "结余", "节约", "节支", "超支", "增收", "增支", "减收", "减支", "压减", "压缩",
];

/// 增加持平。 减增加6.00
fn are_opposed(plain: &str, pair: &[Hit]) -> bool {
    let [first, second] = pair else {
        return false;
    };
    let is_direction = matches!(kind(first), Some(Kind::Direction(_)));
    let differ = side(first).zip(side(second)).is_some_and(|it| it.0 != it.1);
    let rest = &plain[second.end..];
    let ends = if kind(second) == Some(Kind::Level) {
        rest.is_empty() || rest.starts_with([',', '。', '；', ';', ')'])
    } else {
        rest.starts_with(|it: char| it.is_ascii_digit())
    };
    let is_thing = THINGS.contains(&&plain[first.start..first.end]);
    is_direction && differ && first.end == second.start && ends && !is_thing
}

/// 减少为0.00万元,与上年持平: both are said of one figure, with nothing else to compare with.
fn has_moved_before(plain: &str, before: &[Hit], at: usize) -> bool {
    let start = plain[..at].rfind(super::found::ENDS).unwrap_or(0);
    let before: Vec<&Hit> = before.iter().filter(|it| it.start >= start).collect();
    let is_move = |it: &&&Hit| {
        let word = &plain[it.start..it.end];
        kind(it) == Some(Kind::To) && (word.starts_with("增加") || word.starts_with("减少"))
    };
    let Some(moved) = before.iter().find(is_move) else {
        return false;
    };
    let compares = |it: &&&Hit| {
        matches!(
            kind(it),
            Some(Kind::From | Kind::Compare(_) | Kind::Plan(_))
        )
    };
    let compared = before.iter().filter(compares).count();
    let led_in = before
        .iter()
        .filter(|it| it.start > moved.start)
        .filter(compares)
        .count();
    compared == led_in && led_in <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(plain: &str) -> Vec<&str> {
        slips(plain).into_iter().map(|it| &plain[it.0]).collect()
    }

    #[test]
    fn a_choice_left_open_is_found() {
        for (plain, left) in [
            ("比上年增加(减少)3.00万元。", "增加(减少)"),
            (
                "决算数大于/小于/等于预算数,主要原因是项目完工。",
                "大于/小于/等于",
            ),
            ("比上年增加(减少/持平)3.00万元。", "增加(减少/持平)"),
            ("比上年增(减)3.00万元。", "增(减)"),
            ("比上年增加(或减少)3.00万元。", "增加(或减少)"),
            ("比上年增加【减少】3.00万元。", "增加【减少】"),
            ("比上年上升、下降3.00万元。", "上升、下降"),
            ("接待费3.00万元,比上年增加持平。", "增加持平"),
            ("收支总计减增加6.00万元。", "减增加"),
            ("接待费减少为0.00万元,与上年持平。", "持平"),
        ] {
            assert_eq!(found(plain), [left], "{plain}");
        }
    }

    #[test]
    fn what_is_no_choice_is_left_alone() {
        for plain in [
            "一、收入支出增加(减少)情况说明",
            "增加(减少)是指本年数与上年数之差。",
            "比上年增加(含新增项目)3.00万元。",
            "年末结转结余增加3.00万元,超支减少1.00万元。",
            "增减变化3.00万元,增长5.00%。",
            "人员增加、压减会议费3.00万元,增加或减少的原因。",
            "比年初预算减少为0.00万元,与上年持平。",
            "由3.00万元减少为0.00万元,与年初预算持平。",
        ] {
            assert_eq!(found(plain), [""; 0], "{plain}");
        }
    }
}
