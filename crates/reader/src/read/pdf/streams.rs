//! Streams of a file: unpacked only so far, and with a word on whether they are whole.
pub(super) mod growth;

use flate2::read::ZlibDecoder;
use hayro_syntax::{
    Filter,
    object::{Object, Stream},
    page::Page,
};
use std::io::Read;

/// Most bytes that one stream is unpacked to.
const MAX_UNPACKED: usize = 32 << 20;
/// A stream that is packed in an unusual way is read only if it has no more bytes.
const MAX_PACKED: usize = 1 << 20;

/// What a stream holds; as much as can be unpacked if it is broken.
pub(super) fn decoded(stream: &Stream<'_>) -> Option<Vec<u8>> {
    read(stream).map(|it| it.bytes)
}

/// A stream unpacked.
struct Unpacked {
    bytes: Vec<u8>,
    is_whole: bool,
    /// Whether the limit cut it short.
    is_cut: bool,
}

fn read(stream: &Stream<'_>) -> Option<Unpacked> {
    let raw = stream.raw_data();
    let filters = stream.filters();
    let has_parameters = stream.dict().contains_key("DecodeParms");
    let whole = |bytes| Unpacked {
        bytes,
        is_whole: true,
        is_cut: false,
    };
    if filters.is_empty() {
        return Some(whole(raw.into_owned()));
    }
    if filters.as_slice() != [Filter::FlateDecode] || has_parameters {
        return repaired(stream, &raw).map(whole);
    }
    let mut bytes = Vec::new();
    let mut unpacking = ZlibDecoder::new(raw.as_ref()).take(MAX_UNPACKED as u64);
    if unpacking.read_to_end(&mut bytes).is_ok() {
        let is_cut = bytes.len() >= MAX_UNPACKED;
        return Some(Unpacked {
            bytes,
            is_whole: true,
            is_cut,
        });
    }
    Some(Unpacked {
        bytes: repaired(stream, &raw).unwrap_or(bytes),
        is_whole: false,
        is_cut: false,
    })
}

/// Unpacks what other readers would give up, if it cannot grow beyond the limit.
fn repaired(stream: &Stream<'_>, raw: &[u8]) -> Option<Vec<u8>> {
    let fits = raw.len() <= MAX_PACKED && growth::fits(&stream.filters(), raw, MAX_UNPACKED);
    let bytes = fits.then(|| stream.decoded_data().ok());
    bytes.flatten().map(|it| it.into_owned())
}

/// The drawing instructions of a page.
pub(super) struct Contents {
    /// What could be read of them.
    pub bytes: Vec<u8>,
    /// Whether all of them are there.
    pub is_whole: bool,
    /// Whether a limit cut them short.
    pub is_cut: bool,
}

/// The drawing instructions of a page, its parts joined up to a limit.
pub(super) fn contents(page: &Page<'_>) -> Contents {
    let mut contents = Contents {
        bytes: Vec::new(),
        is_whole: true,
        is_cut: false,
    };
    match page.raw().get::<Object<'_>>("Contents") {
        Some(Object::Stream(stream)) => contents.take(&stream),
        Some(Object::Array(parts)) => {
            let mut parts = parts.iter::<Stream<'_>>().peekable();
            contents.is_whole = parts.peek().is_some();
            while let Some(part) = parts.next().filter(|_| !contents.is_cut) {
                contents.take(&part);
            }
        }
        Some(_) => contents.is_whole = false,
        None => contents.is_whole = !page.raw().contains_key("Contents"),
    }
    contents
}

impl Contents {
    fn take(&mut self, part: &Stream<'_>) {
        let Some(part) = read(part) else {
            self.is_whole = false;
            return;
        };
        self.is_cut |= part.is_cut || self.bytes.len() + part.bytes.len() > MAX_UNPACKED;
        self.is_whole &= part.is_whole;
        if self.bytes.is_empty() {
            self.bytes = part.bytes;
        } else if !self.is_cut {
            self.bytes.extend(part.bytes);
        }
        self.bytes.push(b'\n');
    }
}
