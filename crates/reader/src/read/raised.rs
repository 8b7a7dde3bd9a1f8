//! Text that is set above the line: the number of a footnote must not run into the figure before it.

/// The text in raised signs if it numbers something; other raised text stays as it is.
pub(super) fn raised(text: &str) -> String {
    let numbers = |it: char| raised_sign(it) != it || matches!(it, '*' | ',' | '，');
    let is_number = text.trim().chars().all(numbers);
    if !is_number {
        return text.to_owned();
    }
    text.chars().map(raised_sign).collect()
}

/// The raised form of a sign, if it has one.
pub(super) fn raised_sign(sign: char) -> char {
    match sign {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4'..='9' => char::from_u32('⁴' as u32 + (sign as u32 - '4' as u32)).unwrap_or(sign),
        '(' | '（' | '[' => '⁽',
        ')' | '）' | ']' => '⁾',
        _ => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raised_numbers_are_told_from_those_on_the_line() {
        for (text, read) in [
            ("1", "¹"),
            ("[12]", "⁽¹²⁾"),
            ("*", "*"),
            ("注", "注"),
            ("th", "th"),
        ] {
            assert_eq!(raised(text), read);
        }
    }
}
