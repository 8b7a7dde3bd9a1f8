//! Numbers that identify persons: what mobile, identity and card numbers look like.

/// Runs of digits (the last sign may be X) with no digit or letter beside them: first byte and text.
pub fn runs(plain: &str) -> Vec<(usize, &str)> {
    let bytes = plain.as_bytes();
    let mut runs = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && bytes[at].is_ascii_digit() {
            at += 1;
        }
        if at - start == 17 && matches!(bytes.get(at), Some(b'X' | b'x')) {
            at += 1;
        }
        let beside = |it: Option<&u8>| {
            it.is_some_and(|it| it.is_ascii_alphanumeric() || matches!(it, b'.' | b'-' | b'/'))
        };
        let before = start.checked_sub(1).and_then(|it| bytes.get(it));
        if !beside(before) && !beside(bytes.get(at)) {
            runs.push((start, &plain[start..at]));
        }
    }
    runs
}

/// 11 digits that begin with 13 to 19.
pub fn is_mobile(digits: &str) -> bool {
    let bytes = digits.as_bytes();
    bytes.len() == 11 && bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1])
}

/// 18 signs with a date of birth and the right check sign (GB 11643).
pub fn is_identity(number: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";
    let bytes = number.as_bytes();
    if bytes.len() != 18 || !born(number) {
        return false;
    }
    let sum: u32 = bytes
        .iter()
        .zip(WEIGHTS)
        .map(|(byte, weight)| u32::from(byte - b'0') * weight)
        .sum();
    CHECKS[(sum % 11) as usize] == bytes[17].to_ascii_uppercase()
}

fn born(number: &str) -> bool {
    let part = |from: usize, to: usize| number.get(from..to).and_then(|it| it.parse::<u32>().ok());
    let year = part(6, 10).is_some_and(|it| (1900..2100).contains(&it));
    let month = part(10, 12).is_some_and(|it| (1..=12).contains(&it));
    let day = part(12, 14).is_some_and(|it| (1..=31).contains(&it));
    year && month && day
}

/// 16 to 19 digits whose last one is the Luhn check digit, as on bank cards.
pub fn is_card(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(index, byte)| match u32::from(byte.wrapping_sub(b'0')) {
            digit if index % 2 == 0 => digit,
            digit if digit * 2 > 9 => digit * 2 - 9,
            digit => digit * 2,
        })
        .sum();
    (16..=19).contains(&digits.len()) && sum.is_multiple_of(10)
}

/// The number with its middle hidden.
pub fn masked(number: &str) -> String {
    let signs: Vec<char> = number.chars().collect();
    let kept = if signs.len() >= 11 { (3, 4) } else { (1, 0) };
    let hidden = |index: usize| index >= kept.0 && index + kept.1 < signs.len();
    let masked = signs.iter().enumerate();
    masked
        .map(|(index, sign)| if hidden(index) { '*' } else { *sign })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_by_their_check_digits() {
        assert!(is_identity("11010519491231002X"));
        assert!(!is_identity("110105194912310021"));
        assert!(is_card("6222021234567890128"));
        assert!(!is_card("6222021234567890129"));
        assert!(is_mobile("13800138000"));
        assert!(!is_mobile("09943221234"));
    }

    #[test]
    fn only_whole_numbers_count() {
        let digits = |it| -> Vec<&str> { runs(it).into_iter().map(|it| it.1).collect() };
        assert_eq!(digits("电话13800138000。"), ["13800138000"]);
        assert_eq!(digits("0994-3221234,13800138000.50"), [""; 0]);
    }

    #[test]
    fn the_middle_is_hidden() {
        assert_eq!(masked("13800138000"), "138****8000");
    }
}
