//! Web archives (`.mht`): a page and what it shows, as parts of one message (RFC 2557).

/// Maximum length of the headers of a message, in bytes.
const HEAD: usize = 4096;

/// Whether a file is a web archive: a message that begins with its headers and says that it holds a
/// page.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let first = ["mime-version:", "from:", "content-type:"];
    first.iter().any(|it| head.starts_with(it))
        && head.contains("\nmime-version:") | head.starts_with("mime-version:")
        && ["multipart/related", "text/html"]
            .iter()
            .any(|it| head.contains(it))
}

/// The page of a web archive as it was before it was packed; `None` if it holds none.
pub(super) fn page(bytes: &[u8]) -> Option<Vec<u8>> {
    let lines: Vec<&[u8]> = bytes.split_inclusive(|it| *it == b'\n').collect();
    let boundaries = boundaries(&lines);
    let parted = |line: &&[u8]| {
        let rest = line.strip_prefix(b"--").unwrap_or_default();
        boundaries.iter().any(|it| rest.starts_with(it.as_bytes()))
    };
    let mut parts = lines.split(parted).map(Part::new);
    parts
        .find(|it| it.says("content-type", "text/html"))
        .map(|it| it.decoded())
}

/// What parts the parts, as the headers say.
fn boundaries(lines: &[&[u8]]) -> Vec<String> {
    let declared = lines.iter().filter_map(|line| {
        let line = String::from_utf8_lossy(line);
        let at = line.to_ascii_lowercase().find("boundary=")?;
        let value = line.get(at + "boundary=".len()..)?.trim();
        let value = value.split(';').next()?.trim_matches('"');
        (!value.is_empty()).then(|| value.to_owned())
    });
    declared.collect()
}

/// A part of a message: its headers in lower case, and its body.
struct Part {
    headers: String,
    body: Vec<u8>,
}

impl Part {
    fn new(lines: &[&[u8]]) -> Self {
        let is_blank = |line: &&[u8]| line.trim_ascii().is_empty();
        let ends = lines.iter().position(is_blank).unwrap_or(lines.len());
        Part {
            headers: String::from_utf8_lossy(&lines[..ends].concat()).to_ascii_lowercase(),
            body: lines[ends..].concat(),
        }
    }

    fn says(&self, header: &str, value: &str) -> bool {
        let mut lines = self.headers.lines();
        lines.any(|it| it.starts_with(header) && it.contains(value))
    }

    fn decoded(&self) -> Vec<u8> {
        let encoding = "content-transfer-encoding";
        if self.says(encoding, "base64") {
            base64(&self.body)
        } else if self.says(encoding, "quoted-printable") {
            quoted(&self.body)
        } else {
            self.body.clone()
        }
    }
}

/// Undoes `quoted-printable`: `=E4` is a byte, `=` at the end of a line joins it to the next.
fn quoted(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let [first, behind @ ..] = rest {
        let pair = behind.get(..2).and_then(|it| std::str::from_utf8(it).ok());
        let byte = pair.and_then(|it| u8::from_str_radix(it, 16).ok());
        rest = match (first, behind, byte) {
            (b'=', [b'\r', b'\n', behind @ ..] | [b'\n', behind @ ..], _) => behind,
            (b'=', _, Some(byte)) => {
                out.push(byte);
                &behind[2..]
            }
            _ => {
                out.push(*first);
                behind
            }
        };
    }
    out
}

/// Undoes `base64`; what is no sign of it is passed over.
fn base64(body: &[u8]) -> Vec<u8> {
    let sign = |it: &u8| match it {
        b'A'..=b'Z' => Some(it - b'A'),
        b'a'..=b'z' => Some(it - b'a' + 26),
        b'0'..=b'9' => Some(it - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let signs: Vec<u8> = body.iter().filter_map(sign).collect();
    let bytes = |four: &[u8]| {
        let at = |index: usize| u32::from(four.get(index).copied().unwrap_or(0));
        let bits = at(0) << 18 | at(1) << 12 | at(2) << 6 | at(3);
        let [_, all @ ..] = bits.to_be_bytes();
        all.into_iter().take(four.len().saturating_sub(1))
    };
    signs.chunks(4).flat_map(bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_are_decoded() {
        assert_eq!(quoted(b"a=E6=94=\r\n=B6 =zz="), "a收 =zz=".as_bytes());
        assert_eq!(base64(b"5pS2\r\n5YWl"), "收入".as_bytes());
        assert_eq!(base64(b"YQ=="), b"a");
    }
}
