//! Points in figures that are doubled, stand behind the last digit, or are full stops.
use super::found::{Slip, is_han};
use crate::{claim::Severity, note::text};
use std::ops::Range;

/// Every slip of this kind.
pub fn slips(plain: &str) -> Vec<Slip> {
    let what = text("数字中的小数点有误", "A point in a figure is wrong");
    let points = plain.match_indices(['.', '。']);
    let mut slips: Vec<Slip> = Vec::new();
    for (at, point) in points {
        let behind = slips.last().map_or(0, |it| it.0.end);
        let wrong = wrong_point(plain, at, point).filter(|it| it.start >= behind);
        slips.extend(wrong.map(|it| (it, Severity::Warning, what)));
    }
    slips
}

/// Units of figures that have decimals.
const UNITS: [&str; 5] = ["万元", "亿元", "千元", "元", "%"];
/// Figures have at most so many decimals.
const MOST_DECIMALS: usize = 6;

fn wrong_point(plain: &str, at: usize, point: &str) -> Option<Range<usize>> {
    let (before, rest) = (&plain[..at], &plain[at + point.len()..]);
    let whole = before.len() - before.trim_end_matches(is_in_figure).len();
    let whole = &before[before.len() - whole..];
    let start = at - whole.len();
    if !whole.ends_with(|it: char| it.is_ascii_digit()) {
        return None;
    }
    let has_unit = |rest: &str| UNITS.iter().any(|it| rest.starts_with(it));
    let decimals = |rest: &str| rest.bytes().take_while(u8::is_ascii_digit).count();
    let is_whole = !whole.contains('.');
    let follows_word = before[..start].chars().next_back().is_some_and(is_han);
    if point == "。" {
        let count = decimals(rest);
        let is_point = is_whole && (1..=MOST_DECIMALS).contains(&count) && has_unit(&rest[count..]);
        return is_point.then_some(start..at + point.len() + count);
    }
    if let Some(doubled) = rest.strip_prefix('.') {
        let count = decimals(doubled);
        let end = at + 2 + count;
        // Three points leave something out.
        return (is_whole && count > 0 && has_unit(&plain[end..])).then_some(start..end);
    }
    // 5.万元以上 at the beginning of a clause is the fifth item of a list.
    ((!is_whole || follows_word) && has_unit(rest)).then_some(start..at + 1)
}

fn is_in_figure(sign: char) -> bool {
    sign.is_ascii_digit() || matches!(sign, '.' | ',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(plain: &str) -> Vec<&str> {
        slips(plain).into_iter().map(|it| &plain[it.0]).collect()
    }

    #[test]
    fn points_that_are_wrong_are_found() {
        for (plain, wrong) in [
            ("支出799..52万元。", "799..52"),
            ("支出694.06.万元。", "694.06."),
            ("增加146。74万元。", "146。74"),
            ("增长1,146.7.%。", "1,146.7."),
            ("支出预算300.万元。", "300."),
        ] {
            assert_eq!(found(plain), [wrong], "{plain}");
        }
    }

    #[test]
    fn points_that_are_right_are_left_alone() {
        for plain in [
            "支出799.52万元,增长9.62%。",
            "1.万元以下的项目2.5万元。",
            "共有车辆3辆。2万元以上设备1台。",
            "支出...52万元",
            "编号为2024.1.2。",
            "收入9.00万元。支出9.00万元。",
        ] {
            assert_eq!(found(plain), [""; 0], "{plain}");
        }
    }
}
