//! Streams that hold objects, or the list of them: they are unpacked whole as soon as a file is opened,
//! so their size is told beforehand.
use super::streams::growth::inflated;
use crate::read::Failure;

/// Most bytes that all of them unpack to.
const MAX_UNPACKED: usize = 128 << 20;
/// How many bytes before a stream its description is looked for.
const MAX_DESCRIPTION: usize = 4 << 10;
/// What begins a stream.
const STREAM: &[u8] = b"stream";
/// Maximum number of filters on one stream.
const MAX_NESTING: usize = 4;

/// Fails if they unpack to more than the limit.
pub(super) fn check(file: &[u8]) -> Result<(), Failure> {
    let mut room = MAX_UNPACKED;
    // The first letter is looked for first: files are large.
    let letters = file.iter().enumerate().filter(|(_, it)| **it == STREAM[0]);
    let starts = letters.map(|(at, _)| at);
    let starts = starts.filter(|at| file[*at..].starts_with(STREAM));
    for start in starts.filter(|at| holds_objects(file, *at)) {
        let packed = file[start + STREAM.len()..].trim_ascii_start();
        let size = unpacked_size(packed, room);
        room = size
            .and_then(|it| room.checked_sub(it))
            .ok_or_else(too_large)?;
    }
    Ok(())
}

fn too_large() -> Failure {
    Failure::too_large(
        "PDF 对象流解压后的字节数",
        "bytes of unpacked object streams of a PDF",
        MAX_UNPACKED,
    )
}

/// Whether what is said before a stream can mean that it holds objects: names may be written with
/// `#` and digits.
fn holds_objects(file: &[u8], start: usize) -> bool {
    let before = &file[start.saturating_sub(MAX_DESCRIPTION)..start];
    let is_end = before.ends_with(b"end");
    let from = before.windows(4).rposition(|it| it == b" obj").unwrap_or(0);
    let said = &before[from..];
    let has = |word: &[u8]| said.windows(word.len()).any(|it| it == word);
    !is_end && (has(b"ObjStm") || has(b"XRef") || has(b"#"))
}

/// What a stream unpacks to, however often it is packed; `None` if that is more than there is room.
fn unpacked_size(packed: &[u8], room: usize) -> Option<usize> {
    let mut bytes = inflated(packed, room)?;
    let mut size = bytes.len();
    for _ in 1..MAX_NESTING {
        bytes = inflated(&bytes, room)?;
        size = size.max(bytes.len());
    }
    Some(size)
}
