//! Reads a figure as it is printed: grouped digits, full-width signs, every sign that means minus,
//! and the mark of a footnote behind it.
use super::marks::without_marks;
use rust_decimal::Decimal;

/// More digits than this are no figure.
const MOST_DIGITS: usize = 20;

/// What stands in a cell that should hold a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printed {
    /// Blank, a dash or a slash: nothing is printed, which stands for nothing.
    Blank,
    /// A figure, zero included, as written: its scale is the number of printed decimals.
    Figure(Decimal),
    /// Something else: words, or digits that no reading makes a figure of.
    Unreadable,
}

/// Reads what a cell holds. Thousands separators and full-width digits are read as meant;
/// brackets, triangles and minus signs make a figure negative; a footnote's mark is no part of it.
pub fn read_figure(text: &str) -> Printed {
    let mut plain = String::with_capacity(text.len());
    plain.extend(text.chars().filter(|c| !c.is_whitespace()).map(half_width));
    let plain = plain.trim_start_matches(['¥', '￥']);
    if plain.chars().all(is_dash) {
        return Printed::Blank;
    }
    let plain = without_marks(plain);
    let (negative, digits) = match negated(plain) {
        Some(digits) => (true, digits),
        None => (false, plain),
    };
    match unsigned(digits) {
        Some(figure) if negative => Printed::Figure(-figure),
        Some(figure) => Printed::Figure(figure),
        None => Printed::Unreadable,
    }
}

/// A sign that stands for nothing where it stands alone.
fn is_dash(sign: char) -> bool {
    matches!(sign, '-' | '—' | '–' | '/' | '―' | '─')
}

/// What is negated: `(3.10)`, `-3.10`, `–3.10`, `△3.10`, `▲3.10`, and a minus inside the brackets.
fn negated(plain: &str) -> Option<&str> {
    let behind_minus = |it: &'_ str| it.strip_prefix(['-', '–', '△', '▲']).map(str::len);
    if let Some(inner) = plain.strip_prefix('(').and_then(|it| it.strip_suffix(')')) {
        let length = behind_minus(inner).unwrap_or(inner.len());
        return inner.get(inner.len() - length..);
    }
    let length = behind_minus(plain)?;
    plain.get(plain.len() - length..)
}

/// Digits with at most one point; commas only where thousands are parted.
fn unsigned(digits: &str) -> Option<Decimal> {
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let only_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !only_digits(decimals) {
        return None;
    }
    let mut groups = whole.split(',');
    let first = groups.next().filter(|it| only_digits(it))?;
    let parted = whole.contains(',');
    if parted && (first.len() > 3 || !groups.all(|it| it.len() == 3 && only_digits(it))) {
        return None;
    }
    let plain = digits.replace(',', "");
    (plain.len() <= MOST_DIGITS).then(|| plain.parse().ok())?
}

/// The half-width form of the signs that figures are printed with.
pub fn half_width(sign: char) -> char {
    match sign {
        '０'..='９' => char::from(b'0' + (sign as u32 - '０' as u32) as u8),
        '．' | '﹒' => '.',
        '，' | '﹐' => ',',
        '（' | '﹙' => '(',
        '）' | '﹚' => ')',
        '－' | '−' | '﹣' => '-',
        '％' | '﹪' => '%',
        '：' | '﹕' => ':',
        _ => sign,
    }
}

/// How many decimals a figure is printed with.
pub fn decimals(text: &str) -> u32 {
    let signs = without_marks(text).chars().map(half_width);
    let behind_the_point = signs.skip_while(|it| *it != '.').skip(1);
    behind_the_point.take_while(char::is_ascii_digit).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(text: &str) -> String {
        match read_figure(text) {
            Printed::Figure(figure) => figure.to_string(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn figures_are_read_as_printed() {
        for (text, read) in [
            ("319.87", "319.87"),
            (" 1,234.50 ", "1234.50"),
            ("１２．３", "12.3"),
            ("0.00", "0.00"),
            ("", "Blank"),
            ("—", "Blank"),
            ("1,23.4", "Unreadable"),
            ("O.5", "Unreadable"),
            ("12..3", "Unreadable"),
            ("合计", "Unreadable"),
            (".", "Unreadable"),
        ] {
            assert_eq!(figure(text), read, "{text:?}");
        }
    }

    #[test]
    fn decimals_are_the_digits_behind_the_point() {
        for (text, count) in [("12", 0), ("1,234.50", 2), ("１２．３", 1), ("(12.00)①", 2)] {
            assert_eq!(decimals(text), count, "{text:?}");
        }
    }

    #[test]
    fn every_sign_for_minus_makes_a_figure_negative() {
        for text in [
            "-12.00",
            "−12.00",
            "－12.00",
            "–12.00",
            "- 12.00",
            "△12.00",
            "▲ 12.00",
            "(12.00)",
            "（12.00）",
            "(-12.00)",
            "(12.00)①",
        ] {
            assert_eq!(figure(text), "-12.00", "{text:?}");
        }
        for (text, read) in [
            ("–", "Blank"),
            ("△", "Unreadable"),
            ("1–2", "Unreadable"),
            ("1-2", "Unreadable"),
            ("--12.00", "Unreadable"),
        ] {
            assert_eq!(figure(text), read, "{text:?}");
        }
    }

    #[test]
    fn the_mark_of_a_footnote_is_no_part_of_a_figure() {
        for text in [
            "235.00①",
            "235.00 ②",
            "235.00*",
            "235.00＊＊",
            "235.00¹",
            "235.00¹²",
            "235.00¹,²",
            "235.00⁽¹⁾",
            "235.00[1]",
            "235.00[注1]",
            "235.00〔注〕",
            "235.00（注2）",
            "235.00注1",
            "235.00※",
        ] {
            assert_eq!(figure(text), "235.00", "{text:?}");
        }
        for text in ["①", "*", "[1]", "235.00(1)", "235.00[人]", "235.00①2"] {
            assert_eq!(figure(text), "Unreadable", "{text:?}");
        }
    }
}
