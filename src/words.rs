//! Comparing printed words: blanks, widths, brackets and numbering set aside.
use crate::money::{half_width, without_marks};

/// The text without blanks, quotes and marks of footnotes, signs in half width: what two spellings
/// have in common.
pub fn key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    out.extend(key_signs(text));
    out
}

/// The signs of a [`key`].
fn key_signs(text: &str) -> impl Iterator<Item = char> {
    let kept = |sign: &char| {
        !sign.is_whitespace() && !matches!(sign, '“' | '”' | '"' | '\u{200b}' | '\u{feff}')
    };
    without_marks(text).chars().filter(kept).map(half_width)
}

/// [`key`] without what stands in brackets.
pub fn bare(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    out.extend(bare_signs(text));
    out
}

/// The signs of a text that is [`bare`].
fn bare_signs(text: &str) -> impl Iterator<Item = char> {
    let mut depth = 0u32;
    key_signs(text).filter(move |sign| match sign {
        '(' | '[' | '〔' => {
            depth += 1;
            false
        }
        ')' | ']' | '〕' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    })
}

/// How closely two spellings are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closeness {
    /// With what stands in brackets: [`key`].
    Key,
    /// Without: [`bare`].
    Bare,
}

impl Closeness {
    /// The text as it is compared.
    pub fn of(self, text: &str) -> String {
        match self {
            Closeness::Key => key(text),
            Closeness::Bare => bare(text),
        }
    }

    /// Whether [`Self::of`] the text is this; told at the first sign that differs.
    pub fn is(self, text: &str, compared: &str) -> bool {
        match self {
            Closeness::Key => key_signs(text).eq(compared.chars()),
            Closeness::Bare => bare_signs(text).eq(compared.chars()),
        }
    }
}

/// Whether one name is the other with words left out, and at least half of it is left. Signs in
/// another order are another name.
pub fn is_shortened(one: &str, other: &str) -> bool {
    let (short, long) = if one.chars().count() <= other.chars().count() {
        (one, other)
    } else {
        (other, one)
    };
    let mut rest = long.chars();
    short.chars().all(|sign| rest.any(|it| it == sign))
        && short.chars().count() * 2 >= long.chars().count()
}

/// Whether two names are the same but for brackets, and for words left out of one of them, as
/// sentences do: 公共安全 for 公共安全支出.
pub fn same_name(one: &str, other: &str) -> bool {
    let plain = |name: &str| bare(name).replace("其它", "其他");
    is_shortened(&plain(one), &plain(other))
}

/// A unit's name that is part of a longer one has so many characters at least.
const SHORTEST_NAME: usize = 3;

/// Whether two names are of one unit: 中共 and where it is may be left out, 委员会 be shortened.
pub fn is_same_unit(left: &str, right: &str) -> bool {
    let plain = |name: &str| {
        let name = bare(name).replace("中国共产党", "").replace("委员会", "委");
        name.trim_start_matches("中共").to_owned()
    };
    let (left, right) = (plain(left), plain(right));
    let (short, long) = match left.len() <= right.len() {
        true => (left, right),
        false => (right, left),
    };
    short.chars().count() >= SHORTEST_NAME && long.ends_with(short.as_str())
}

/// A code (a [`key`]) without the brackets around it: `[208]`.
pub fn without_brackets(code: &str) -> &str {
    code.trim_matches(['[', ']', '［', '］', '【', '】', '〔', '〕', '(', ')'])
}

/// How a label is numbered, which tells how deep it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Numbering {
    /// 一、
    Chinese,
    /// （一）
    BracketedChinese,
    /// 1. or 1、
    Arabic,
    /// (1)
    BracketedArabic,
    /// 其中：
    OfWhich,
}

/// Splits a label (a [`key`]) into its numbering and its name.
pub fn numbering(label: &str) -> (Option<Numbering>, &str) {
    if let Some(rest) = label.strip_prefix("其中") {
        return (
            Some(Numbering::OfWhich),
            rest.trim_start_matches([':', '、', ',']),
        );
    }
    if let Some(inner) = label.strip_prefix('(')
        && let Some((number, rest)) = inner.split_once(')')
    {
        let rest = rest.trim_start_matches(['、', '.']);
        if is_chinese_number(number) {
            return (Some(Numbering::BracketedChinese), rest);
        }
        if is_digits(number) {
            return (Some(Numbering::BracketedArabic), rest);
        }
    }
    let Some(end) = label.find(['、', '.', '．']) else {
        return (None, label);
    };
    let (number, rest) = label.split_at(end);
    let rest = rest.trim_start_matches(['、', '.', '．']);
    if is_chinese_number(number) {
        (Some(Numbering::Chinese), rest)
    } else if is_digits(number) && number.len() <= 2 {
        (Some(Numbering::Arabic), rest)
    } else {
        (None, label)
    }
}

/// Whether all is a number in Chinese: 一 … 九十九.
pub fn is_chinese_number(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|sign| "一二三四五六七八九十〇".contains(sign))
}

/// Whether all are ASCII digits, and there is one.
pub fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// 总计, 合计 and their kin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sum {
    /// Of the whole table: 总计.
    Total,
    /// Of what stands above it: 本年收入合计, 小计.
    Subtotal,
}

/// Whether a label names a sum rather than a thing.
pub fn sum_label(label: &str) -> Option<Sum> {
    let name = bare(label);
    match numbering(&name).1.trim_end_matches(':') {
        "总计" | "合计" | "收入总计" | "支出总计" | "收入合计" | "支出合计" | "本年收入总计"
        | "本年支出总计" | "总合计" | "收支总计" | "人员经费合计" | "公用经费合计" => {
            Some(Sum::Total)
        }
        "本年收入合计" | "本年支出合计" | "小计" | "当年收入小计" | "当年支出小计"
        | "本年收入小计" | "本年支出小计" | "当年收入合计" | "当年支出合计" => {
            Some(Sum::Subtotal)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbering_is_told_from_names() {
        for (label, number, name) in [
            ("一、本年收入", Some(Numbering::Chinese), "本年收入"),
            (
                "1.一般公共预算拨款",
                Some(Numbering::Arabic),
                "一般公共预算拨款",
            ),
            ("其中:一般财力", Some(Numbering::OfWhich), "一般财力"),
            ("(一)办公费", Some(Numbering::BracketedChinese), "办公费"),
            ("一般公共预算", None, "一般公共预算"),
            ("十二、金融支出", Some(Numbering::Chinese), "金融支出"),
            ("2026.1", None, "2026.1"),
        ] {
            assert_eq!(numbering(label), (number, name), "{label}");
        }
    }

    #[test]
    fn shortened_names_are_told_from_wrong_ones() {
        assert!(is_shortened("养老保险缴费", "基本养老保险缴费支出"));
        assert!(!is_shortened("债务利息支出", "债务付息支出"));
        assert!(!is_shortened("费", "办公费用"));
        assert!(same_name("公共安全", "公共安全支出（类）"));
    }

    #[test]
    fn sums_are_told_from_things() {
        assert_eq!(sum_label("总 计"), Some(Sum::Total));
        assert_eq!(sum_label("收 入 总 计"), Some(Sum::Total));
        assert_eq!(sum_label("本年收入合计"), Some(Sum::Subtotal));
        assert_eq!(sum_label("项目支出合计"), None);
    }

    #[test]
    fn brackets_can_be_set_aside() {
        assert_eq!(bare("财政拨款（补助）小 计"), "财政拨款小计");
        assert_eq!(key("因公出国（境）费用"), "因公出国(境)费用");
    }

    #[test]
    fn a_unit_has_several_names() {
        for (left, right) in [
            ("江苏省委办公厅", "中共江苏省委办公厅"),
            ("中国共产党阜康市委员会办公室", "阜康市委办公室"),
            ("财政局", "上海市普陀区财政局"),
        ] {
            assert!(is_same_unit(left, right), "{left} {right}");
        }
        for (left, right) in [
            ("阜康市教育局", "阜康市教育局第一小学"),
            ("阜康市教育局", "阜康市财政局"),
            ("局", "阜康市财政局"),
        ] {
            assert!(!is_same_unit(left, right), "{left} {right}");
        }
    }
}
