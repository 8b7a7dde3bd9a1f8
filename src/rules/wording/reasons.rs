//! Reasons: empty ones, and those that explain the opposite of what they stand behind.
use super::found::{ENDS, course, is_long, kind, words};
use crate::{
    budget::{Budget, Passage},
    claim::{Remark, Severity},
    language::lexicon::{CAUSES, Course, Hit, Kind, Order},
    note::Message,
    recognize::is_heading_line,
    rules::remarks::of_passage,
};
use std::ops::Range;

/// What opens a reason or a purpose that has to follow.
const OPENING: [&str; 9] = [
    "原因是",
    "原因为",
    "原因系",
    "原因:",
    "主要是",
    "主要系",
    "主要用于",
    "主要用于:",
    "原因是:",
];

/// Complains of `主要原因是。`
pub fn empty(budget: &Budget) -> Vec<Remark> {
    let prose: Vec<&Passage> = budget.prose().collect();
    let mut remarks = Vec::new();
    for (index, passage) in prose.iter().enumerate() {
        let ends = prose
            .get(index + 1)
            .is_none_or(|it| is_heading_line(&it.plain));
        let places = empty_reasons(&passage.plain, ends).into_iter();
        remarks.extend(places.map(|it| {
            let message = Message::new("原因或用途没有写。", "A reason or a purpose is not given.");
            of_passage(Severity::Warning, passage, it, message)
        }));
    }
    remarks
}

/// Where a reason is opened and the sentence ends; a list may follow in the next paragraph, unless
/// the section ends here.
fn empty_reasons(plain: &str, ends: bool) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in OPENING {
        for (at, it) in plain.match_indices(word) {
            let rest = plain[at + it.len()..].trim_start_matches([':', '…']);
            let comma = plain[at..].starts_with("主要原因是:,");
            let stops = comma || rest.starts_with(ENDS) || ends && rest.is_empty();
            if stops && found.iter().all(|other| other.start != at) {
                found.push(at..at + it.len());
            }
        }
    }
    found
}

/// Complains of a reason that only speaks of more behind a decrease, or only of less behind an
/// increase.
pub fn against(budget: &Budget) -> Vec<Remark> {
    budget.prose().flat_map(opposed).collect()
}

fn opposed(passage: &Passage) -> Vec<Remark> {
    let plain = &passage.plain;
    let words = words(plain);
    let openings = words
        .iter()
        .enumerate()
        .filter(|it| opens_reason(plain, it.1));
    let mut remarks: Vec<Remark> = Vec::new();
    for (index, opening) in openings {
        let told = reason(plain, opening.end);
        let lead = lead(plain, &words[..index], opening.start);
        let moved = moved(plain, &lead);
        let (Some(moved), Some(tends)) = (moved, tendency(&plain[told.clone()])) else {
            continue;
        };
        let first = lead.first().map_or(0, |it| it.start);
        let other = is_of_other_money(&plain[first..opening.start], &plain[told.clone()]);
        if moved != tends && !other {
            remarks.push(remark(passage, told, moved));
        }
    }
    remarks
}

fn remark(passage: &Passage, told: Range<usize>, moved: Course) -> Remark {
    let reason = &passage.plain[told.clone()];
    let severity = if moves_money(reason) {
        Severity::Warning
    } else {
        Severity::Notice
    };
    let (zh, en) = match moved {
        Course::Up => ("增加", "an increase"),
        _ => ("减少", "a decrease"),
    };
    let message = Message::new(
        format!("前面说的是{zh}，原因“{reason}”说的却是相反的方向。"),
        format!("It speaks of {en}, yet the reason “{reason}” explains the opposite."),
    );
    of_passage(severity, passage, told, message)
}

/// 主要原因是, 变动的主要原因:, 主要是: not 根据, which a sentence can begin with.
fn opens_reason(plain: &str, hit: &Hit) -> bool {
    let word = &plain[hit.start..hit.end];
    match kind(hit) {
        Some(Kind::Reason) => word.contains("原因"),
        Some(Kind::Purpose) => word != "主要用于",
        _ => false,
    }
}

/// The reason behind the word that opens it.
fn reason(plain: &str, from: usize) -> Range<usize> {
    let rest = &plain[from..];
    let told = rest.trim_start_matches(['是', '为', '系', ':', ',']);
    let start = plain.len() - told.len();
    let end = told.find(ENDS).map_or(plain.len(), |it| start + it);
    start..end
}

/// The words of the sentence before a reason; where it opens a sentence of its own, those of the one
/// before.
fn lead<'a>(plain: &str, before: &'a [Hit], at: usize) -> Vec<&'a Hit> {
    let since = |from: usize| before.iter().filter(move |it| it.start >= from);
    let begins = plain[..at].rfind(ENDS).map_or(0, |it| it + 1);
    let says_which = |it: &Hit| {
        course(it).is_some() || matches!(kind(it), Some(Kind::Compared(_) | Kind::Level))
    };
    if since(begins).any(says_which) {
        return since(begins).collect();
    }
    let stop = begins.saturating_sub(1);
    let earlier = plain[..stop].rfind(ENDS).map_or(0, |it| it + 1);
    since(earlier).filter(|it| it.start < stop).collect()
}

/// Which way a lead says that money moved, if it says it of one thing.
fn moved(plain: &str, lead: &[&Hit]) -> Option<Course> {
    let (first, last) = (lead.first()?, lead.last()?);
    let text = &plain[first.start..last.end];
    // Of what is left over, expenditure and income move it the other way; a share falls as others
    // grow; and a list has changes of several things.
    if ["结余", "结转", "缺口", "节约", "其中", "占比", "比重"]
        .iter()
        .any(|it| text.contains(it))
    {
        return None;
    }
    let courses = lead.iter().filter_map(|it| match kind(it)? {
        Kind::Direction(Course::Either) => None,
        Kind::Direction(it_moved) if is_long(it) => Some(Some(it_moved)),
        Kind::Compared(Order::Greater) => Some(Some(Course::Up)),
        Kind::Compared(Order::Less) => Some(Some(Course::Down)),
        Kind::Compared(Order::Equal) | Kind::Level => Some(None),
        _ => None,
    });
    only(courses)?
}

/// What all are, if they are the same.
fn only<T: PartialEq>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.all(|it| it == first).then_some(first)
}

/// Words with which a reason is about another time, weighs several things, or takes back what it says.
const WEIGHS: [&str; 22] = [
    "未",
    "没有",
    "无",
    "但",
    "同时",
    "抵",
    "口径",
    "虽",
    "转",
    "统筹",
    "上年",
    "上一年",
    "去年",
    "年初",
    "以前年度",
    "历年",
    "往年",
    "前期",
    "此前",
    "原",
    "年结",
    "持平",
];
/// Words with which more of something means less money: 退休人员增加.
const MORE_IS_LESS: [&str; 6] = ["退休", "离职", "调出", "减员", "结余", "结转"];
/// Words with which less of something means more money: 项目完工结算.
const LESS_IS_MORE: [&str; 6] = ["结算", "尾款", "验收", "支付", "结余", "结转"];

/// Which way a reason moves money; nothing where it names both ways or weighs them.
fn tendency(reason: &str) -> Option<Course> {
    let names_year = !crate::rules::years::years(reason).is_empty();
    let weighs = names_year || WEIGHS.iter().any(|it| reason.contains(it));
    let course = named_course(reason)?;
    let turned = match course {
        Course::Up => MORE_IS_LESS.as_slice(),
        _ => LESS_IS_MORE.as_slice(),
    };
    (!weighs && !turned.iter().any(|it| reason.contains(it))).then_some(course)
}

/// The one way that the words of a reason move money.
pub fn named_course(reason: &str) -> Option<Course> {
    let words = words(reason);
    let of_words = words
        .iter()
        .filter(|it| is_long(it) && !improves(reason, it))
        .filter_map(course);
    let is_named = |words: &[&str]| words.iter().any(|it| reason.contains(it));
    let causes = CAUSES
        .iter()
        .filter(|it| is_named(it.words))
        .map(|it| it.course);
    only(of_words.chain(causes))
}

/// 提高效率, 提升水平: what grows is no money, unless it is a rate of pay.
fn improves(reason: &str, hit: &Hit) -> bool {
    let word = &reason[hit.start..hit.end];
    let grows = ["提高", "提升", "上升", "降低", "超出", "下降"].contains(&word);
    let pay = ["标准", "基数", "工资", "待遇", "定额", "比例"]
        .iter()
        .any(|it| reason.contains(it));
    grows && !pay
}

/// Whether a lead is about income and the reason about expenditure, or the other way round.
fn is_of_other_money(lead: &str, reason: &str) -> bool {
    let crosses = |one: &str, other: &str| {
        lead.contains(one)
            && !lead.contains(other)
            && reason.contains(other)
            && !reason.contains(one)
    };
    crosses("收入", "支出") || crosses("支出", "收入")
}

/// Money that a reason can say itself to have moved.
const MONEY: [&str; 6] = ["支出", "经费", "预算", "拨款", "费用", "收入"];

/// 经费相应增加: the reason itself says that the money moved.
fn moves_money(reason: &str) -> bool {
    words(reason)
        .iter()
        .filter(|it| course(it).is_some())
        .any(|it| {
            let before = reason[..it.start]
                .trim_end_matches("相应")
                .trim_end_matches(['也', '均', '都']);
            MONEY.iter().any(|word| before.ends_with(word))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reason_tends_to_is_read() {
        for (reason, course) in [
            ("新增项目,经费相应增加", Some(Course::Up)),
            ("厉行节约,压减一般性支出", Some(Course::Down)),
            ("社会保险缴费基数提高", Some(Course::Up)),
            ("提高资金使用效率", None),
            ("人员减少、定额增加", None),
            ("上年项目减少", None),
            ("2025年新增项目", None),
            ("未新增项目", None),
            ("退休人员增加", None),
            ("人员退休,经费减少", Some(Course::Down)),
        ] {
            assert_eq!(tendency(reason), course, "{reason}");
        }
    }

    #[test]
    fn a_reason_that_is_not_given_is_found() {
        assert_eq!(empty_reasons("增加的主要原因是。", false).len(), 1);
        assert_eq!(empty_reasons("增加的主要原因:", true).len(), 1);
        assert_eq!(empty_reasons("增加的主要原因是:", false).len(), 0);
        assert_eq!(empty_reasons("并说明增减的主要原因。", true).len(), 0);
        assert_eq!(empty_reasons("主要原因是人员增加。", true).len(), 0);
    }
}
