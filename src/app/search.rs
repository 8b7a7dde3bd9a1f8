//! What is searched for and what is searched are compared as a reader does: whether a number is set
//! with commas, a letter wide or a word spaced makes no difference.

/// A text as it is compared.
pub fn plain(text: &str) -> String {
    let narrow = text.chars().map(narrow).filter(|it| !it.is_whitespace());
    let signs: Vec<char> = narrow.flat_map(char::to_lowercase).collect();
    let digit = |at: Option<usize>| {
        at.and_then(|it| signs.get(it))
            .is_some_and(char::is_ascii_digit)
    };
    let groups = |at: usize| digit(at.checked_sub(1)) && digit(Some(at + 1));
    let kept = signs.iter().enumerate();
    kept.filter(|(at, sign)| **sign != ',' || !groups(*at))
        .map(|it| it.1)
        .collect()
}

/// A wide letter, digit or sign as the narrow one.
fn narrow(sign: char) -> char {
    match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - 0xff01 + 0x21).unwrap_or(sign),
        _ => sign,
    }
}
