//! Encodings of one-byte fonts: from codes and names of glyphs to characters.
use hayro_syntax::object::{Array, Dict, Name, Object};
use std::rc::Rc;

/// What a font shows for each byte, by its encoding and its differences from it.
pub(super) fn encoding(font: &Dict<'_>) -> Vec<Option<Rc<str>>> {
    match font.get::<Object<'_>>("Encoding") {
        Some(Object::Name(name)) => of_base(name.as_str()),
        Some(Object::Dict(encoding)) => {
            let base = encoding.get::<Name<'_>>("BaseEncoding");
            let mut signs = of_base(base.as_ref().map_or("", |it| it.as_str()));
            if let Some(differences) = encoding.get::<Array<'_>>("Differences") {
                differ(&mut signs, &differences);
            }
            signs
        }
        _ => of_base(""),
    }
}

fn of_base(name: &str) -> Vec<Option<Rc<str>>> {
    let sign = |code: u8| match name {
        "MacRomanEncoding" => mac_roman(code),
        _ => windows(code),
    };
    let text = |sign: char| Rc::from(sign.to_string());
    (0..=u8::MAX).map(|code| sign(code).map(text)).collect()
}

/// `[39 /quotesingle /comma 96 /grave]`: names of a code and those behind it.
fn differ(signs: &mut [Option<Rc<str>>], differences: &Array<'_>) {
    let mut code = 0_usize;
    for entry in differences.iter::<Object<'_>>() {
        match entry {
            Object::Number(number) => code = usize::try_from(number.as_i64()).unwrap_or(0),
            Object::Name(name) => {
                if let Some(sign) = signs.get_mut(code) {
                    *sign = named(name.as_str()).map(Rc::from);
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
}

/// Windows code page 1252.
fn windows(code: u8) -> Option<char> {
    of_code_page(encoding_rs::WINDOWS_1252, code)
}

/// The old encoding of the Macintosh.
fn mac_roman(code: u8) -> Option<char> {
    of_code_page(encoding_rs::MACINTOSH, code)
}

fn of_code_page(page: &'static encoding_rs::Encoding, code: u8) -> Option<char> {
    let bytes = [code];
    let (text, _) = page.decode_without_bom_handling(&bytes);
    text.chars().next().filter(|_| code >= 0x20)
}

/// Names of glyphs that are no letters, as Adobe's list has them.
const NAMES: &[(&str, char)] = &[
    ("space", ' '),
    ("exclam", '!'),
    ("quotedbl", '"'),
    ("numbersign", '#'),
    ("dollar", '$'),
    ("percent", '%'),
    ("ampersand", '&'),
    ("quotesingle", '\''),
    ("parenleft", '('),
    ("parenright", ')'),
    ("asterisk", '*'),
    ("plus", '+'),
    ("comma", ','),
    ("hyphen", '-'),
    ("minus", '-'),
    ("period", '.'),
    ("slash", '/'),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("colon", ':'),
    ("semicolon", ';'),
    ("less", '<'),
    ("equal", '='),
    ("greater", '>'),
    ("question", '?'),
    ("at", '@'),
    ("bracketleft", '['),
    ("backslash", '\\'),
    ("bracketright", ']'),
    ("asciicircum", '^'),
    ("underscore", '_'),
    ("grave", '`'),
    ("braceleft", '{'),
    ("bar", '|'),
    ("braceright", '}'),
    ("asciitilde", '~'),
    ("bullet", '•'),
    ("endash", '–'),
    ("emdash", '—'),
    ("quoteleft", '‘'),
    ("quoteright", '’'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("periodcentered", '·'),
    ("middot", '·'),
    ("ellipsis", '…'),
    ("yen", '¥'),
    ("multiply", '×'),
    ("divide", '÷'),
    ("plusminus", '±'),
    ("degree", '°'),
    ("perthousand", '‰'),
];

/// The character of a glyph's name: a letter, one of the list, `uni4E00` or `u4E00`.
fn named(name: &str) -> Option<String> {
    let base = name.split('.').next().unwrap_or(name);
    if base.len() == 1 {
        return Some(base.to_owned());
    }
    if let Some((_, sign)) = NAMES.iter().find(|(known, _)| *known == base) {
        return Some(sign.to_string());
    }
    let code = base
        .strip_prefix("uni")
        .or_else(|| base.strip_prefix('u'))?;
    let code = u32::from_str_radix(code, 16).ok()?;
    char::from_u32(code).map(|it| it.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_glyphs_are_characters() {
        for (name, sign) in [
            ("comma", ","),
            ("A", "A"),
            ("uni4E07", "万"),
            ("five.tab", "5"),
        ] {
            assert_eq!(named(name).as_deref(), Some(sign));
        }
        assert_eq!(named("g12"), None);
    }

    #[test]
    fn bytes_are_read_as_windows_writes_them() {
        assert_eq!(windows(b'5'), Some('5'));
        assert_eq!(windows(0x97), Some('—'));
        assert_eq!(windows(0x09), None);
    }
}
