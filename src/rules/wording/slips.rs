//! Slips that one passage shows by itself.
use super::{choices, found::Slip, points, unfilled};
use crate::{
    budget::{Budget, Passage},
    claim::{Remark, Severity},
    note::{Message, Text, text},
    rules::remarks::{excerpt, of_passage},
};
use std::ops::Range;

/// Shorter cells hold labels, not sentences.
const SHORTEST_CELL: usize = 20;

/// Complains of every slip.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let worded = |it: &&Passage| it.cell.is_none() || it.plain.chars().count() >= SHORTEST_CELL;
    let passages = budget.passages.iter().filter(worded);
    passages
        .flat_map(|passage| {
            let slips = slips(&passage.plain);
            slips.into_iter().map(move |it| remark(passage, it))
        })
        .collect()
}

fn remark(passage: &Passage, (range, severity, what): Slip) -> Remark {
    let around = excerpt(&passage.plain, &range);
    let message = Message::new(
        format!("{}：“{around}”。", what.zh),
        format!("{}: “{around}”.", what.en),
    );
    of_passage(severity, passage, range, message)
}

fn slips(plain: &str) -> Vec<Slip> {
    let mut slips = Vec::new();
    slips.extend(doubled_signs(plain));
    slips.extend(doubled_units(plain));
    slips.extend(percent_twice(plain));
    slips.extend(lacking_unit(plain));
    slips.extend(blanks(plain));
    slips.extend(residue(plain));
    slips.extend(choices::slips(plain));
    slips.extend(unfilled::slips(plain));
    slips.extend(points::slips(plain));
    slips
}

fn found<'a>(
    plain: &'a str,
    words: &'a [&'a str],
    what: Text,
) -> impl Iterator<Item = Slip> + use<'a> {
    // That a word is not there, as most are not, is told faster than where it is.
    let there = words.iter().filter(move |word| plain.contains(**word));
    there.flat_map(move |word| {
        let places = plain.match_indices(word);
        places.map(move |(at, it)| (at..at + it.len(), Severity::Warning, what))
    })
}

const DOUBLED_SIGNS: [&str; 12] = [
    "。。", ",,", "、、", "；；", ",。", "、。", "；。", "。,", "。、", "、,", ",、", ":：",
];

fn doubled_signs(plain: &str) -> impl Iterator<Item = Slip> {
    let what = text("标点重复", "Doubled punctuation");
    let all = found(plain, &DOUBLED_SIGNS, what);
    // Three full stops stand for an ellipsis.
    all.filter(|(range, ..)| {
        !plain[range.end..].starts_with('。') && !plain[..range.start].ends_with('。')
    })
}

const DOUBLED_UNITS: [&str; 7] = [
    "0元元",
    "万元元",
    "亿元元",
    "千元元",
    "万元万元",
    "万万元",
    "%%",
];

fn doubled_units(plain: &str) -> impl Iterator<Item = Slip> {
    let what = text("文字重复", "A word written twice");
    let particle = plain.match_indices("的的").filter(|(at, _)| {
        // 目的的, 标的的 and 的的确确 are right.
        let right = plain[..*at].ends_with(['目', '标']) || plain[*at..].starts_with("的的确");
        !right
    });
    let particle = particle.map(move |(at, it)| (at..at + it.len(), Severity::Warning, what));
    found(plain, &DOUBLED_UNITS, what).chain(particle)
}

fn percent_twice(plain: &str) -> impl Iterator<Item = Slip> {
    let what = text("“百分之”与“%”重复", "“百分之” and “%” say the same");
    plain.match_indices("百分之").filter_map(move |(at, it)| {
        let behind = at + it.len();
        let digits = digits(&plain[behind..]);
        let end = behind + digits;
        (digits > 0 && plain[end..].starts_with('%')).then_some((
            at..end + 1,
            Severity::Warning,
            what,
        ))
    })
}

/// How many bytes of a number with a point stand here.
fn digits(plain: &str) -> usize {
    let end = plain.find(|it: char| !it.is_ascii_digit() && it != '.');
    end.unwrap_or(plain.len())
}

const MOVEMENTS: [&str; 6] = ["增加", "减少", "增长", "下降", "上升", "降低"];

/// A change with decimals and nothing behind it: 万元 or % is missing.
fn lacking_unit(plain: &str) -> impl Iterator<Item = Slip> {
    let what = text("数字后缺少单位（万元或 %）", "A figure without its unit");
    let changes = MOVEMENTS.iter().flat_map(|word| plain.match_indices(word));
    changes.filter_map(move |(at, it)| {
        let start = at + it.len();
        let end = start + digits(&plain[start..]);
        let number = &plain[start..end];
        let (whole, decimals) = number.split_once('.')?;
        let is_amount = !whole.is_empty() && (1..=2).contains(&decimals.len());
        let ends = plain[end..].starts_with([',', '。', '；']);
        (is_amount && ends).then_some((at..end, Severity::Warning, what))
    })
}

const ERRORS: [&str; 7] = [
    "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!",
];

/// Places of a template that nobody filled in.
fn blanks(plain: &str) -> impl Iterator<Item = Slip> {
    let what = text("空位没有填写", "A blank that was not filled in");
    let runs = ['X', 'x', '×', '＊', '_', '＿', '☆', '〇'];
    let runs = runs.into_iter().flat_map(move |sign| run_of(plain, sign));
    let runs = runs.map(move |it| (it, Severity::Warning, what));
    let formulas = text(
        "公式的出错提示留在文中",
        "The error of a formula is left in the text",
    );
    runs.chain(found(plain, &ERRORS, formulas))
}

/// Runs of at least two of a sign that no letter or digit makes part of a name. 二〇〇〇 is a year.
fn run_of(plain: &str, sign: char) -> Option<Range<usize>> {
    let double: String = [sign, sign].iter().collect();
    let start = plain.find(&double)?;
    let rest = plain[start..].trim_start_matches(sign);
    let end = plain.len() - rest.len();
    let letter = |it: Option<char>| it.is_some_and(|it| it.is_ascii_alphanumeric());
    let before = plain[..start].chars().next_back();
    let part_of_name = letter(before) || letter(rest.chars().next()) || sign == '〇';
    let beside_words = before.is_some() || !rest.is_empty();
    (!part_of_name && beside_words).then_some(start..end)
}

const RESIDUE: [&str; 16] = [
    "仍保留该表格式",
    "在本表下方作下述说明",
    "此处填写",
    "请填写",
    "请在此",
    "请删除",
    "根据实际情况填写",
    "按实际情况填写",
    "据实填写",
    "如无此项",
    "若无此项",
    "(模板)",
    "说明。如:",
    "说明,如:",
    "说明。例如:",
    "详细说明如:",
];

fn residue(plain: &str) -> impl Iterator<Item = Slip> {
    let what = text("模板的提示语没有删去", "A hint of the template is left");
    // Two words of one hint are one slip.
    found(plain, &RESIDUE, what).take(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(plain: &str) -> Vec<String> {
        let found = slips(plain).into_iter();
        found.map(|it| plain[it.0].to_owned()).collect()
    }

    #[test]
    fn slips_are_found() {
        for (plain, slip) in [
            ("支出9.00万元元,持平", "万元元"),
            ("增长百分之3.5%,原因", "百分之3.5%"),
            ("比上年减少9.52,主要原因", "减少9.52"),
            ("安排的的支出", "的的"),
            ("某区××局", "××"),
            ("共计____万元", "____"),
            ("合计#REF!万元", "#REF!"),
        ] {
            assert_eq!(words(plain), [slip], "{plain}");
        }
    }

    #[test]
    fn what_looks_like_a_slip_and_is_none_is_left_alone() {
        for plain in [
            "为达到目的的支出",
            "等等。。。",
            "增加3,减少2",
            "增加9.52万元,增长3.00%。",
            "增加12.5个百分点",
            "尺码XXL的服装",
            "收入……1",
            "比2025年增长百分之3",
        ] {
            assert_eq!(words(plain), [""; 0], "{plain}");
        }
    }
}
