//! Streams of a file: unpacked only so far, and with a word on whether they are whole.
use flate2::read::ZlibDecoder;
use hayro_syntax::{
    Filter,
    object::{Object, Stream},
    page::Page,
};
use std::io::Read;

/// Most bytes that one stream is unpacked to.
const MAX_UNPACKED: u64 = 64 << 20;
/// A stream that is packed in an unusual way is read only if it has no more bytes: its size is not
/// known before it is unpacked, and grows a thousandfold at most.
const MAX_PACKED: usize = 1 << 20;

/// What a stream holds; as much as can be unpacked if it is broken.
pub(super) fn decoded(stream: &Stream<'_>) -> Option<Vec<u8>> {
    read(stream).map(|it| it.bytes)
}

/// A stream unpacked.
struct Unpacked {
    bytes: Vec<u8>,
    is_whole: bool,
}

fn read(stream: &Stream<'_>) -> Option<Unpacked> {
    let raw = stream.raw_data();
    let filters = stream.filters();
    let has_parameters = stream.dict().contains_key("DecodeParms");
    if filters.as_slice() == [Filter::FlateDecode] && !has_parameters {
        let mut bytes = Vec::new();
        let mut unpacking = ZlibDecoder::new(raw.as_ref()).take(MAX_UNPACKED);
        if unpacking.read_to_end(&mut bytes).is_ok() {
            return Some(Unpacked {
                is_whole: (bytes.len() as u64) < MAX_UNPACKED,
                bytes,
            });
        }
        return Some(Unpacked {
            bytes: repaired(stream, raw.len()).unwrap_or(bytes),
            is_whole: false,
        });
    }
    let bytes = match filters.as_slice() {
        [] => raw.into_owned(),
        _ => repaired(stream, raw.len())?,
    };
    Some(Unpacked {
        bytes,
        is_whole: true,
    })
}

/// Unpacks what other readers would give up.
fn repaired(stream: &Stream<'_>, packed: usize) -> Option<Vec<u8>> {
    let bytes = (packed <= MAX_PACKED).then(|| stream.decoded_data().ok());
    bytes.flatten().map(|it| it.into_owned())
}

/// The drawing instructions of a page, and whether all of them are there.
pub(super) fn contents(page: &Page<'_>) -> (Vec<u8>, bool) {
    let streams: Vec<Stream<'_>> = match page.raw().get::<Object<'_>>("Contents") {
        Some(Object::Stream(stream)) => vec![stream],
        Some(Object::Array(parts)) => parts.iter::<Stream<'_>>().collect(),
        Some(_) => Vec::new(),
        None => return (Vec::new(), !page.raw().contains_key("Contents")),
    };
    let mut whole = Vec::new();
    let mut is_whole = !streams.is_empty();
    for stream in &streams {
        match read(stream) {
            Some(part) => {
                is_whole &= part.is_whole;
                whole.extend(part.bytes);
                whole.push(b'\n');
            }
            None => is_whole = false,
        }
    }
    (whole, is_whole)
}
