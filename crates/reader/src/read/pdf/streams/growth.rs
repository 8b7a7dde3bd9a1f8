//! How large a stream becomes when it is unpacked, told before it is handed to what knows no limit.
use flate2::read::ZlibDecoder;
use hayro_syntax::Filter;
use std::{borrow::Cow, io::Read};

/// What run lengths grow to at most: two bytes stand for 128.
const OF_RUNS: usize = 64;
/// Codes of LZW: of one byte each, then the sign that clears the table, and the one that ends.
const LZW_CLEAR: u32 = 256;
/// The sign that ends a stream of LZW.
const LZW_END: u32 = 257;
/// Entries that the table of LZW holds.
const LZW_TABLE: usize = 4_096;

/// Whether a stream that is packed so stays below a limit, however its filters are nested.
pub(in crate::read::pdf) fn fits(filters: &[Filter], raw: &[u8], most: usize) -> bool {
    let mut bytes = Cow::Borrowed(raw);
    for (index, filter) in filters.iter().enumerate() {
        let is_last = index + 1 == filters.len();
        bytes = match filter {
            Filter::Crypt => continue,
            Filter::FlateDecode => match inflated(&bytes, most) {
                Some(inflated) => Cow::Owned(inflated),
                None => return false,
            },
            Filter::AsciiHexDecode if !is_last => Cow::Owned(of_hex(&bytes)),
            Filter::Ascii85Decode if !is_last => Cow::Owned(of_85(&bytes)),
            Filter::AsciiHexDecode | Filter::Ascii85Decode => return true,
            Filter::RunLengthDecode => {
                return is_last && bytes.len().saturating_mul(OF_RUNS) <= most;
            }
            Filter::LzwDecode => return is_last && lzw_length(&bytes) <= most,
            // Images are not unpacked.
            _ => return true,
        };
    }
    true
}

/// What deflated bytes hold, as far as they are whole; `None` if it is more than the limit.
pub(in crate::read::pdf) fn inflated(packed: &[u8], most: usize) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    // What is broken ends where it breaks.
    let _ = ZlibDecoder::new(packed)
        .take(most as u64 + 1)
        .read_to_end(&mut bytes);
    (bytes.len() <= most).then_some(bytes)
}

fn of_hex(text: &[u8]) -> Vec<u8> {
    let digits = text.iter().take_while(|it| **it != b'>');
    let digits = digits.filter_map(|it| char::from(*it).to_digit(16));
    let digits: Vec<u8> = digits.map(|it| it as u8).collect();
    let pairs = digits.chunks(2);
    pairs
        .map(|it| it.iter().fold(0, |byte, digit| byte << 4 | digit) << (4 * (2 - it.len())))
        .collect()
}

fn of_85(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut group: Vec<u8> = Vec::with_capacity(5);
    let number = |group: &[u8]| {
        let digits = group.iter().chain(std::iter::repeat(&84)).take(5);
        digits.fold(0_u32, |number, it| {
            number.wrapping_mul(85).wrapping_add(u32::from(*it))
        })
    };
    for sign in text.iter().take_while(|it| **it != b'~') {
        match sign {
            b'z' if group.is_empty() => bytes.extend([0; 4]),
            b'!'..=b'u' => group.push(sign - b'!'),
            _ => {}
        }
        if group.len() == 5 {
            bytes.extend(number(&group).to_be_bytes());
            group.clear();
        }
    }
    let rest = group.len().saturating_sub(1);
    bytes.extend(&number(&group).to_be_bytes()[..rest]);
    bytes
}

/// How many bytes codes of LZW stand for: their lengths are told without their texts.
fn lzw_length(packed: &[u8]) -> usize {
    let bits = packed
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |it| byte >> it & 1));
    let (mut code, mut read, mut total) = (0_u32, 0_u32, 0_usize);
    let mut lengths = vec![1_usize; 258];
    let mut last: Option<usize> = None;
    for bit in bits {
        code = code << 1 | u32::from(bit);
        read += 1;
        // The width grows one entry early, as the format wants it; a stream that does not want it
        // is measured roughly.
        let width = (usize::BITS - (lengths.len() + 1).leading_zeros()).clamp(9, 12);
        if read < width {
            continue;
        }
        match code {
            LZW_END => break,
            LZW_CLEAR => {
                lengths.truncate(258);
                last = None;
            }
            _ => {
                let known = lengths.get(code as usize).copied();
                let length = known.unwrap_or_else(|| last.unwrap_or(0) + 1);
                total = total.saturating_add(length);
                if let Some(last) = last.filter(|_| lengths.len() < LZW_TABLE) {
                    lengths.push(last + 1);
                }
                last = Some(length);
            }
        }
        (code, read) = (0, 0);
    }
    total
}

#[cfg(test)]
mod tests {
    use super::*;
    use Filter::{Ascii85Decode, AsciiHexDecode, FlateDecode, LzwDecode};

    const MOST: usize = 1_000;

    fn deflated(bytes: &[u8]) -> Vec<u8> {
        let mut packed = Vec::new();
        let mut packing = flate2::read::ZlibEncoder::new(bytes, flate2::Compression::best());
        packing.read_to_end(&mut packed).expect("memory takes it");
        packed
    }

    #[test]
    fn what_is_packed_twice_is_unpacked_twice_to_be_measured() {
        let twice = |count: usize| deflated(&deflated(&vec![b' '; count]));
        assert!(fits(&[FlateDecode, FlateDecode], &twice(MOST), MOST));
        assert!(!fits(&[FlateDecode, FlateDecode], &twice(MOST + 1), MOST));
    }

    #[test]
    fn letters_around_what_is_packed_are_taken_off_to_measure_it() {
        let packed = deflated(&vec![b' '; MOST + 1]);
        let hex: String = packed.iter().map(|it| format!("{it:02x}")).collect();
        assert!(!fits(&[AsciiHexDecode, FlateDecode], hex.as_bytes(), MOST));
        assert!(fits(
            &[AsciiHexDecode, FlateDecode],
            hex.as_bytes(),
            MOST + 1
        ));
        assert_eq!(of_85(b"87cURD]i,\"Ebo80~>"), b"Hello World!");
        assert!(fits(&[Ascii85Decode], b"87cURD]i,\"Ebo80~>", MOST));
    }

    #[test]
    fn codes_of_lzw_are_measured() {
        // The example of the standard: 45 five times, 65, 45 three times, 66.
        let packed = [0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01];
        assert_eq!(lzw_length(&packed), 10);
        assert!(!fits(&[LzwDecode], &packed, 9));
    }
}
