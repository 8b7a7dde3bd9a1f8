//! Numbers as Word writes them in front of headings and items.

/// A number in a format of ECMA-376, 17.18.59 (`ST_NumberFormat`); those that are not in use in
/// Chinese documents are written in digits.
pub(super) fn written(number: u32, format: &str) -> String {
    match format {
        "none" => String::new(),
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "ideographDigital" => chinese(number),
        "chineseLegalSimplified" | "ideographLegalTraditional" => formal(number),
        "ideographTraditional" => from_list("甲乙丙丁戊己庚辛壬癸", number),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => enclosed('①', number),
        "decimalEnclosedParen" => enclosed('⑴', number),
        "decimalEnclosedFullstop" => enclosed('⒈', number),
        "decimalFullWidth" | "decimalFullWidth2" => full_width(number),
        "decimalZero" => format!("{number:02}"),
        "upperLetter" => letters(number).to_uppercase(),
        "lowerLetter" => letters(number),
        "upperRoman" => roman(number).to_uppercase(),
        "lowerRoman" => roman(number),
        _ => number.to_string(),
    }
}

/// 一, 十二, 二十, 一百零三
fn chinese(number: u32) -> String {
    let written = spelt(number, &DIGITS, ["", "十", "百", "千"]);
    match written.strip_prefix("一十") {
        Some(rest) => format!("十{rest}"),
        None => written,
    }
}

fn formal(number: u32) -> String {
    const FORMAL: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
    spelt(number, &FORMAL, ["", "拾", "佰", "仟"])
}

const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

fn spelt(number: u32, digits: &[&str; 10], units: [&str; 4]) -> String {
    if number >= 10_000 {
        return number.to_string();
    }
    let mut written = String::new();
    let mut skipped = false;
    for (unit, place) in units.iter().rev().zip([1_000, 100, 10, 1]) {
        let digit = digits[(number / place % 10) as usize];
        if digit == digits[0] {
            skipped = !written.is_empty();
            continue;
        }
        if std::mem::take(&mut skipped) {
            written.push_str(digits[0]);
        }
        written.push_str(digit);
        written.push_str(unit);
    }
    written
}

fn from_list(list: &str, number: u32) -> String {
    let sign = (number as usize)
        .checked_sub(1)
        .and_then(|it| list.chars().nth(it));
    sign.map_or_else(|| number.to_string(), String::from)
}

/// One of the twenty signs from `first` on.
fn enclosed(first: char, number: u32) -> String {
    let sign = (1..=20)
        .contains(&number)
        .then(|| first as u32 + number - 1);
    let sign = sign.and_then(char::from_u32);
    sign.map_or_else(|| number.to_string(), String::from)
}

fn full_width(number: u32) -> String {
    let wide = |digit: char| char::from_u32(digit as u32 - '0' as u32 + '０' as u32);
    number.to_string().chars().filter_map(wide).collect()
}

/// a, …, z, aa, bb
fn letters(number: u32) -> String {
    let Some(index) = number.checked_sub(1) else {
        return number.to_string();
    };
    let letter = char::from(b'a' + (index % 26) as u8);
    let times = (index / 26 + 1).min(26) as usize;
    std::iter::repeat_n(letter, times).collect()
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if number >= 4_000 {
        return number.to_string();
    }
    let mut rest = number;
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            written.push_str(sign);
            rest -= value;
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        for (number, format, expected) in [
            (1, "chineseCounting", "一"),
            (10, "chineseCountingThousand", "十"),
            (12, "japaneseCounting", "十二"),
            (20, "chineseCounting", "二十"),
            (103, "chineseCounting", "一百零三"),
            (110, "chineseCounting", "一百一十"),
            (2, "chineseLegalSimplified", "贰"),
            (3, "decimalEnclosedCircle", "③"),
            (21, "decimalEnclosedCircle", "21"),
            (12, "decimalFullWidth", "１２"),
            (27, "lowerLetter", "aa"),
            (14, "upperRoman", "XIV"),
            (7, "decimal", "7"),
            (7, "unheardOf", "7"),
        ] {
            assert_eq!(written(number, format), expected);
        }
    }
}
