//! Codes of the classification as tables print them: whole, in parts, in brackets, as numbers.
use crate::{
    money::{Printed, half_width, read_figure},
    words::{is_digits, key, without_brackets},
};

/// Digits of a class; the levels below it have two more each.
const CLASS_DIGITS: usize = 3;
/// Digits that each level below a class adds.
const LEVEL_DIGITS: usize = 2;

/// Joins codes printed in parts (201 | 03 | 50), a part left blank being the one above.
#[derive(Debug, Default)]
pub struct Codes {
    above: Vec<String>,
}

impl Codes {
    /// The whole code of a row, if it has one.
    pub fn join(&mut self, parts: &[String]) -> Option<String> {
        let parts: Vec<String> = parts.iter().map(|it| plain_code(it)).collect();
        let last = parts.iter().rposition(|it| is_digits(it))?;
        self.above.resize(parts.len(), String::new());
        let mut code = String::new();
        for (depth, part) in parts.iter().enumerate().take(last + 1) {
            if is_digits(part) {
                // 款 and 项 columns may repeat the digits before them: 201 | 20103 | 2010350.
                code = if depth > 0 && part.len() > LEVEL_DIGITS && part.starts_with(code.as_str())
                {
                    part.clone()
                } else if is_code(&code) {
                    code + &level(part)
                } else {
                    code + part
                };
                self.above[depth] = code.clone();
            } else {
                code = self.above.get(depth)?.clone();
            }
        }
        self.above.truncate(last + 1);
        Some(code).filter(|it| is_code(it))
    }
}

/// The digits of a level below the class, with the zero that a number loses.
fn level(digits: &str) -> String {
    format!("{digits:0>LEVEL_DIGITS$}")
}

/// 3, 5 or 7 digits, as classification codes have.
pub fn is_code(text: &str) -> bool {
    matches!(text.len(), 3 | 5 | 7) && is_digits(text)
}

/// A code without the brackets around it and the signs within; one that was stored as a number
/// without the signs that it is shown with: 208.00, 2,080,505.
pub fn plain_code(text: &str) -> String {
    let key = key(text);
    let levels = levels_code(text);
    levels
        .or_else(|| number_code(without_brackets(&key)))
        .unwrap_or_else(|| without_brackets(&key).to_owned())
}

/// The code that a number stands for.
pub fn number_code(text: &str) -> Option<String> {
    let Printed::Figure(number) = read_figure(text) else {
        return None;
    };
    let digits = number.trunc().to_string();
    (number.fract().is_zero() && is_code(&digits)).then_some(digits)
}

/// The code of a text whose levels stand apart: 201-01-01, 201 1 4.
fn levels_code(text: &str) -> Option<String> {
    let text: String = text.trim().chars().map(half_width).collect();
    let (code, rest) = take_levels(without_brackets(&text).trim())?;
    rest.is_empty().then_some(code)
}

/// Takes a code whose levels stand apart off the beginning of a text.
fn take_levels(text: &str) -> Option<(String, &str)> {
    let (class, mut rest) = take_digits(text);
    let mut code = class.to_owned();
    if class.len() != CLASS_DIGITS {
        return None;
    }
    for _ in 0..LOWER_LEVELS {
        let Some((digits, behind)) = take_level(rest) else {
            break;
        };
        code += &level(digits);
        rest = behind;
    }
    (code.len() > CLASS_DIGITS).then_some((code, rest))
}

/// 款 and 项.
const LOWER_LEVELS: usize = 2;

/// The digits of the next level behind a sign that parts levels, and what stands behind them.
fn take_level(text: &str) -> Option<(&str, &str)> {
    let is_sign = |it: char| it.is_whitespace() || matches!(it, '-' | '－' | '–' | '—' | '‐');
    let inner = text.trim_start_matches(is_sign);
    let (digits, rest) = take_digits(inner);
    let fits = inner.len() < text.len() && (1..=LEVEL_DIGITS).contains(&digits.len());
    // `1.` and `1,234.00` are no levels.
    let goes_on = rest.starts_with(['.', '．', '、', ',', '，', '%', '年', '月']);
    (fits && !goes_on).then_some((digits, rest))
}

fn take_digits(text: &str) -> (&str, &str) {
    let end = text.find(|it: char| !it.is_ascii_digit());
    text.split_at(end.unwrap_or(text.len()))
}

/// Splits a code off the beginning of a label: `201 一般公共服务支出`.
pub fn split_code(label: &str) -> (Option<String>, String) {
    let opened = label
        .trim_start()
        .trim_start_matches(['[', '(', '［', '（', '【', '〔']);
    if let Some((code, name)) = take_levels(opened).filter(|it| !key(it.1).is_empty()) {
        return (Some(code), without_closing(&key(name)));
    }
    let label = key(label);
    let (code, rest) = take_digits(label.trim_start_matches(['[', '(']));
    if is_code(code) && !rest.is_empty() && !rest.starts_with(['.', '、']) {
        return (Some(code.to_owned()), without_closing(rest));
    }
    (None, label)
}

fn without_closing(name: &str) -> String {
    name.trim_start_matches([']', ')', '】', '〕', '-'])
        .to_owned()
}

/// `201`, `03`, `2010350`, `201 1 4`: what can be a code or a part of one.
pub fn is_code_part(text: &str) -> bool {
    if levels_code(text).is_some() {
        return true;
    }
    let text = key(text);
    let text = without_brackets(&text);
    (LEVEL_DIGITS..=CLASS_DIGITS + LOWER_LEVELS * LEVEL_DIGITS).contains(&text.len())
        && is_digits(text)
        && text != "00"
}

/// Whether the texts of a column are codes, whatever stands over it: each is one, and some stand
/// below the code that they begin with.
pub fn is_nested<'a>(texts: impl Iterator<Item = &'a str>) -> bool {
    let mut codes: Vec<String> = Vec::new();
    let mut nested = 0;
    for text in texts {
        let code = plain_code(text);
        if !is_code(&code) || !code.starts_with(CLASSIFICATIONS) {
            return false;
        }
        let is_below = |it: &String| it.len() < code.len() && code.starts_with(it.as_str());
        nested += usize::from(codes.iter().any(is_below));
        codes.push(code);
    }
    nested >= NESTED_CODES
}

/// First digits of the codes of revenue, functions, economic classes and the government's own.
const CLASSIFICATIONS: [char; 5] = ['1', '2', '3', '4', '5'];
/// As few codes below others as make a column one of codes.
const NESTED_CODES: usize = 2;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_that_was_typed_as_a_number_is_a_code() {
        for (printed, code) in [
            ("208", "208"),
            ("[208]", "208"),
            ("208.00", "208"),
            ("2,080,505", "2080505"),
            ("2,080,505.00", "2080505"),
            ("20,805.50", "20,805.50"),
            ("03", "03"),
        ] {
            assert_eq!(plain_code(printed), code, "{printed}");
        }
    }

    #[test]
    fn levels_that_stand_apart_keep_their_zeros() {
        for (printed, code) in [
            ("201 1 4", "2010104"),
            ("301 2", "30102"),
            ("205-02-01", "2050201"),
            ("［205－02］", "20502"),
            ("20 103", "20103"),
            ("1 234", "1234"),
        ] {
            assert_eq!(plain_code(printed), code, "{printed}");
        }
    }

    #[test]
    fn parts_in_columns_keep_their_zeros() {
        let mut codes = Codes::default();
        let mut join = |parts: [&str; 3]| codes.join(&parts.map(str::to_owned));
        assert_eq!(join(["201", "", ""]).as_deref(), Some("201"));
        assert_eq!(join(["201", "3", ""]).as_deref(), Some("20103"));
        assert_eq!(join(["201", "3", "50"]).as_deref(), Some("2010350"));
        assert_eq!(join(["", "", "1"]).as_deref(), Some("2010301"));
    }

    #[test]
    fn a_code_is_split_off_a_label() {
        for (printed, code, name) in [
            ("201 一般公共服务支出", Some("201"), "一般公共服务支出"),
            ("201 1 4 人大会议", Some("2010104"), "人大会议"),
            ("205-02-01 学前教育", Some("2050201"), "学前教育"),
            ("[205-02]普通教育", Some("20502"), "普通教育"),
            ("301 1.基本工资", None, "3011.基本工资"),
            ("1.基本工资", None, "1.基本工资"),
        ] {
            let (found, rest) = split_code(printed);
            assert_eq!((found.as_deref(), rest.as_str()), (code, name), "{printed}");
        }
    }

    #[test]
    fn figures_are_no_nested_codes() {
        assert!(is_nested(["301", "301 2", "301 12", "302"].into_iter()));
        assert!(is_nested(["301", "30102", "30112"].into_iter()));
        assert!(!is_nested(["301", "302", "303"].into_iter()));
        assert!(!is_nested(["301", "30102.5", "30112"].into_iter()));
    }
}
