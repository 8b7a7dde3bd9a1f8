//! Places of a template that hold no figure, and brackets that tell the author what to write.
use super::found::{Slip, is_long, kind, words};
use crate::{
    claim::Severity,
    language::lexicon::{Course, Hit, Kind},
    note::text,
};
use std::ops::Range;

/// Every slip of this kind.
pub fn slips(plain: &str) -> Vec<Slip> {
    let blank = text(
        "应填数字的地方是空的",
        "A figure is missing before its unit",
    );
    let hint = text(
        "括号里填写说明没有删去",
        "A hint to the author is left in brackets",
    );
    let blanks = blanks(plain)
        .into_iter()
        .map(|it| (it, Severity::Warning, blank));
    let hints = hints(plain)
        .into_iter()
        .map(|it| (it, Severity::Warning, hint));
    blanks.chain(hints).collect()
}

/// Units that a figure stands before.
const AMOUNTS: [&str; 3] = ["万元", "亿元", "千元"];
const PERCENT: &str = "%";

/// 增加万元, 占%, 共计万元: the word for a figure, and its unit.
fn blanks(plain: &str) -> Vec<Range<usize>> {
    if !plain.contains([',', '。', '；', ';']) {
        return Vec::new();
    }
    let words = words(plain);
    words.iter().filter_map(|it| blank(plain, it)).collect()
}

fn blank(plain: &str, word: &Hit) -> Option<Range<usize>> {
    // 金额单位为万元 names the unit of account.
    let clause = plain[..word.start].rsplit([',', '。', '；', ':']).next();
    if clause.is_some_and(|it| it.contains("单位")) && kind(word) == Some(Kind::Is) {
        return None;
    }
    let rest = &plain[word.end..];
    let money = AMOUNTS.into_iter().find(|it| rest.starts_with(it));
    let percent = rest.starts_with(PERCENT).then_some(PERCENT);
    let unit = money
        .filter(|_| leads_to_amount(word))
        .or(percent.filter(|_| leads_to_rate(word)))?;
    let behind = &rest[unit.len()..];
    let ends = behind.is_empty() || behind.starts_with([',', '。', '；', ';', ')', '、']);
    ends.then_some(word.start..word.end + unit.len())
}

fn leads_to_amount(word: &Hit) -> bool {
    match kind(word) {
        Some(Kind::Direction(course)) => course != Course::Either && is_long(word),
        Some(it) => matches!(
            it,
            Kind::Is | Kind::To | Kind::Plan(_) | Kind::Outcome | Kind::Total | Kind::Altogether
        ),
        None => is_long(word),
    }
}

fn leads_to_rate(word: &Hit) -> bool {
    match kind(word) {
        Some(Kind::Direction(course)) => course != Course::Either && is_long(word),
        Some(it) => matches!(
            it,
            Kind::Is | Kind::Of | Kind::To | Kind::Share | Kind::ChangeOf(_) | Kind::Completion
        ),
        None => false,
    }
}

/// What an author is told to do.
const HINTS: [&str; 15] = [
    "请各单位",
    "请填",
    "结合实际说明",
    "填写",
    "填列",
    "列明",
    "增加内容",
    "减少内容",
    "可自行",
    "若无",
    "请说明",
    "请注明",
    "请补充",
    "此处",
    "说明原因",
];
/// 详细说明, 逐项说明 ends a hint; (具体说明见附件) is none.
const EXPLAINS: [&str; 4] = ["详细说明", "具体说明", "逐项说明", "简要说明"];
/// Longer brackets are sentences of their own.
const LONGEST_HINT: usize = 40;

fn hints(plain: &str) -> Vec<Range<usize>> {
    let within = |open: &'static str, close: &'static str| {
        plain.match_indices(open).filter_map(move |(at, _)| {
            let start = at + open.len();
            let end = start + plain[start..].find(close)?;
            is_hint(&plain[start..end]).then_some(at..end + close.len())
        })
    };
    within("(", ")").chain(within("【", "】")).collect()
}

fn is_hint(inside: &str) -> bool {
    let short = inside.chars().count() <= LONGEST_HINT;
    let orders = HINTS.iter().any(|it| inside.contains(it));
    let asks_why = inside.starts_with("说明") && inside.ends_with("原因");
    let explains = asks_why || EXPLAINS.iter().any(|it| inside.ends_with(it));
    // (如无特殊说明) is a condition for the reader.
    let condition = inside.starts_with("如无") && !inside.starts_with("如无特");
    short && (orders || explains || condition)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(plain: &str) -> Vec<&str> {
        slips(plain).into_iter().map(|it| &plain[it.0]).collect()
    }

    #[test]
    fn what_was_not_filled_in_is_found() {
        for (plain, left) in [
            ("支出预算9.00万元,比上年增加万元,增长3.00%。", "增加万元"),
            ("支出预算9.00万元,比上年增加1.00万元,增长%。", "增长%"),
            ("项目支出1.00万元,占%。", "占%"),
            ("完成预算的%,原因是人员增加。", "的%"),
            ("公务接待费万元,占5.00%。", "公务接待费万元"),
            ("主要原因是人员增加(增加内容)。", "(增加内容)"),
            ("共有车辆1辆(按实有数填写)。", "(按实有数填写)"),
            ("开展了绩效评价(如无则不写)。", "(如无则不写)"),
            ("比上年增加1.00万元(说明增减原因)。", "(说明增减原因)"),
            ("【填写单位名称】预算公开。", "【填写单位名称】"),
            ("(此处说明收支变化)支出预算9.00万元。", "(此处说明收支变化)"),
        ] {
            assert_eq!(found(plain), [left], "{plain}");
        }
    }

    #[test]
    fn what_needs_no_figure_is_left_alone() {
        for plain in [
            "比上年增加3.00万元,增长3.00%。",
            "单位:万元",
            "本说明中的金额单位为万元,以下相同。",
            "支出预算(万元),增长(%)。",
            "本年支出万元以上的项目,占比较高。",
            "培训费据实列支(据实列支),(如无特殊说明)下同。",
            "主要用于设备购置(具体说明见附件)。",
        ] {
            assert_eq!(found(plain), [""; 0], "{plain}");
        }
    }
}
