//! Marks of footnotes behind a figure or a name: ①, ¹, `*`, `[1]`, `[注1]`, 注1. They point to a
//! remark below the table and say nothing of the amount.

/// The number of a footnote has at most so many digits.
const MOST_DIGITS: usize = 2;
/// No mark has more signs: a pair of brackets, 备注 and its number.
const LONGEST: usize = 6;
/// Brackets that a mark may stand in.
const BRACKETS: [(char, char); 5] = [
    ('[', ']'),
    ('(', ')'),
    ('〔', '〕'),
    ('【', '】'),
    ('⁽', '⁾'),
];

/// The text without the footnote marks that it ends with. What consists of nothing but marks is
/// left as it is: a mark stands behind something.
pub fn without_marks(text: &str) -> &str {
    let mut rest = text.trim_end();
    while let Some(start) = last_mark(rest) {
        rest = rest[..start].trim_end();
    }
    if rest.is_empty() { text } else { rest }
}

/// How many of these signs, which stand behind a figure, are one footnote mark.
pub fn mark_at(signs: &[char]) -> Option<usize> {
    let first = *signs.first()?;
    if is_mark(first) {
        return Some(1);
    }
    if first == '注' {
        let number = signs[1..].iter().take_while(|it| is_number_sign(**it));
        return Some(1 + number.count());
    }
    let (open, close) = BRACKETS.iter().find(|it| it.0 == first)?;
    let end = signs.iter().take(LONGEST).position(|it| it == close)?;
    let inner = signs.get(1..end)?;
    is_number_of_note(inner, *open == '(').then_some(end + 1)
}

/// Where the mark begins that a text ends with.
fn last_mark(text: &str) -> Option<usize> {
    let mut tail = ['\0'; LONGEST];
    let signs = text.char_indices().rev();
    for (place, (at, sign)) in (0..LONGEST).rev().zip(signs) {
        tail[place] = sign;
        let (signs, before) = (&tail[place..], &text[..at]);
        // 备注 is a heading; 注 without brackets is a mark only behind a figure.
        let is_behind = sign != '注' || before.ends_with(ends_figure);
        let is_mark = is_behind && mark_at(signs) == Some(signs.len());
        if is_mark || parts_marks(signs, before) {
            return Some(at);
        }
    }
    None
}

/// A sign that a figure may end with.
fn ends_figure(sign: char) -> bool {
    sign.is_ascii_digit() || matches!(sign, '%' | ')')
}

/// Whether this is the comma between two raised numbers.
fn parts_marks(signs: &[char], before: &str) -> bool {
    matches!(signs, [',' | '、']) && before.ends_with(is_raised)
}

/// A sign that is a mark by itself.
fn is_mark(sign: char) -> bool {
    is_raised(sign)
        || matches!(sign, '①'..='⑳' | '❶'..='❿' | '⓪' | '*' | '＊' | '※' | '†' | '‡' | '§')
}

/// A raised digit.
pub fn is_raised(sign: char) -> bool {
    matches!(sign, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹')
}

/// What numbers a footnote.
fn is_number_sign(sign: char) -> bool {
    sign.is_ascii_digit() || is_raised(sign)
}

/// Whether these signs number a footnote: 1, 注, 注1; in round brackets only with the word.
fn is_number_of_note(signs: &[char], needs_word: bool) -> bool {
    let number = match signs {
        ['备', '注', number @ ..] | ['注', number @ ..] => number,
        _ if needs_word || signs.is_empty() => return false,
        number => number,
    };
    number.len() <= MOST_DIGITS && number.iter().all(|it| is_number_sign(*it) || is_mark(*it))
}
