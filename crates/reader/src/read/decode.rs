//! Bytes → characters: UTF-8, UTF-16 and GB18030 (with GBK and GB 2312 inside it), told from the
//! bytes; binary rubbish is told from text.
use super::{Failure, FailureKind};
use crate::{document::Where, note::Note, offset::CharColumn};
use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// Number of UTF-16 units examined to find the byte order.
const SAMPLE: usize = 32 << 10;
/// One character in so many may be damaged in a text of an encoding.
const DAMAGE_IN_UTF_8: usize = 8;
/// Fewer in GB18030, which makes characters of nearly everything.
const DAMAGE_IN_GB18030: usize = 40;
/// A text has at most one control character in this many.
const CONTROLS: usize = 100;

/// The text of a file, and what was lost.
pub(super) struct Decoded {
    /// Its characters.
    pub text: String,
    /// What could not be mapped.
    pub notes: Vec<Note>,
}

/// Reads bytes as text; `declared` is what the file itself says of its encoding.
pub(super) fn decode(
    bytes: &[u8],
    declared: Option<&'static Encoding>,
) -> Result<Decoded, Failure> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => with(encoding, &bytes[length..]),
        None => without_mark(bytes, declared),
    };
    match text.filter(|text| is_text(text)) {
        Some(text) => Ok(Decoded {
            notes: damage(&text).into_iter().collect(),
            text: text.into_owned(),
        }),
        None => Err(Failure::new(
            FailureKind::NotText,
            "这不是文字，也不是认识的文件格式，无法读取。",
            "This is neither text nor a file format known here.",
        )),
    }
}

fn with<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Option<Cow<'a, str>> {
    Some(encoding.decode_without_bom_handling(bytes).0)
}

/// Tells the encoding by trial: what is valid UTF-8 is hardly ever anything else.
fn without_mark<'a>(bytes: &'a [u8], declared: Option<&'static Encoding>) -> Option<Cow<'a, str>> {
    if let Some(encoding) = utf_16(bytes) {
        return with(encoding, bytes);
    }
    let fits = |text: &Cow<'_, str>, allowed: usize| {
        let foreign = text.chars().filter(|c| !c.is_ascii()).count();
        lost(text) * allowed <= foreign
    };
    let candidates = [
        (UTF_8, DAMAGE_IN_UTF_8),
        (declared.unwrap_or(GB18030), DAMAGE_IN_GB18030),
        (GB18030, DAMAGE_IN_GB18030),
    ];
    candidates
        .into_iter()
        .find_map(|(encoding, allowed)| with(encoding, bytes).filter(|text| fits(text, allowed)))
}

/// The byte order of UTF-16 without a mark. Blanks, digits and line breaks leave zero bytes in it,
/// which no other text has.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(2 * SAMPLE)];
    if !sample.contains(&0) {
        return None;
    }
    let score = |unit: fn([u8; 2]) -> u16| -> usize {
        let units = sample.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        units.map(usual).sum()
    };
    let (little, big) = (score(u16::from_le_bytes), score(u16::from_be_bytes));
    let best = if big > little { UTF_16BE } else { UTF_16LE };
    (little.max(big) * 10 >= sample.len() / 2 * 9).then_some(best)
}

/// How usual a unit of UTF-16 is in a Chinese text.
fn usual(unit: u16) -> usize {
    match unit {
        0x09 | 0x0a | 0x0d | 0x20..=0x7e => 2,
        0x2000..=0x206f | 0x2460..=0x25ff | 0x3000..=0x303f | 0x4e00..=0x9fff | 0xff00..=0xffef => {
            1
        }
        _ => 0,
    }
}

fn lost(text: &str) -> usize {
    text.chars()
        .filter(|c| *c == char::REPLACEMENT_CHARACTER)
        .count()
}

fn is_text(text: &str) -> bool {
    let is_rubbish = |c: &char| {
        c.is_control()
            && !matches!(
                c,
                '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1a}' | '\u{85}'
            )
    };
    text.chars().filter(is_rubbish).count() * CONTROLS <= text.chars().count()
}

/// What to tell of characters that no encoding could make out.
fn damage(text: &str) -> Option<Note> {
    let is_lost = |(_, sign): &(usize, char)| *sign == char::REPLACEMENT_CHARACTER;
    let (at, _) = text.char_indices().find(is_lost)?;
    let before = &text[..at];
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let column = CharColumn::FIRST.behind(&before[start..]);
    let count = lost(text);
    Some(
        Note::new(
            format!("有 {count} 个字符无法识别（文件编码有误或已损坏），以“�”代替。"),
            format!("{count} characters could not be made out (wrong encoding or damage); they read “�”."),
        )
        .at(Where::Text {
            line: before.matches('\n').count() as u32 + 1,
            column,
            end_column: column.behind("�"),
        }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "收入合计\t12.30\n支出合计\t12.30\n";

    fn text(bytes: &[u8]) -> String {
        decode(bytes, None).map_or_else(|failure| format!("{:?}", failure.kind), |it| it.text)
    }

    #[test]
    fn every_usual_encoding_is_told_from_the_bytes() {
        let units = || TEXT.encode_utf16();
        let little: Vec<u8> = units().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = units().flat_map(u16::to_be_bytes).collect();
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        assert_eq!(text(TEXT.as_bytes()), TEXT);
        assert_eq!(text(&marked(b"\xef\xbb\xbf", TEXT.as_bytes())), TEXT);
        assert_eq!(text(&little), TEXT);
        assert_eq!(text(&big), TEXT);
        assert_eq!(text(&marked(b"\xff\xfe", &little)), TEXT);
        assert_eq!(text(&marked(b"\xfe\xff", &big)), TEXT);
        assert_eq!(text(&GB18030.encode(TEXT).0), TEXT);
        let ascii: Vec<u8> = "a\tb\n1\t2"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        assert_eq!(text(&ascii), "a\tb\n1\t2");
    }

    #[test]
    fn a_damaged_character_is_told_with_its_place() {
        let mut bytes = TEXT.repeat(3).into_bytes();
        bytes.truncate(bytes.len() - 8);
        let decoded = decode(&bytes, None).map_err(|failure| failure.kind);
        let place = decoded.map(|it| it.notes.first().and_then(|note| note.at.clone()));
        let at = Where::Text {
            line: 6,
            column: CharColumn(4),
            end_column: CharColumn(5),
        };
        assert_eq!(place, Ok(Some(at)));
    }

    #[test]
    fn binary_rubbish_is_no_text() {
        let noise: Vec<u8> = (0..4_000_u32)
            .map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8)
            .collect();
        assert_eq!(text(&noise), "NotText");
        assert_eq!(text(&[0; 64]), "NotText");
        assert_eq!(text(&[0xff; 64]), "NotText");
    }
}
