//! Streams of a file: unpacked only so far, and with a word on whether they are whole.
pub(super) mod growth;

use super::limit::Limit;
use flate2::read::ZlibDecoder;
use hayro_syntax::{
    Filter,
    object::{Object, Stream},
    page::Page,
};
use std::io::Read;

/// Bytes that one stream is unpacked to.
const UNPACKED: Limit = Limit {
    zh: "PDF 一段内容解压后的字节数",
    en: "bytes of one unpacked stream of a PDF",
    most: 32 << 20,
};
/// Bytes of a stream that is packed in an unusual way: others are cut where the limit is met, such a
/// one can only be read whole.
const PACKED: Limit = Limit {
    zh: "PDF 一段特殊压缩的内容的字节数",
    en: "bytes of a stream of a PDF that is packed in an unusual way",
    most: 1 << 20,
};

/// What a stream holds; as much as can be unpacked if it is broken.
pub(super) fn decoded(stream: &Stream<'_>) -> Option<Vec<u8>> {
    read(stream).map(|it| it.bytes)
}

/// A stream unpacked, or the drawing instructions of a page, which may be several.
pub(super) struct Unpacked {
    /// What could be read.
    pub bytes: Vec<u8>,
    /// Whether nothing is missing or broken.
    pub is_whole: bool,
    /// The limit that cut it short.
    pub limit: Option<&'static Limit>,
}

impl Unpacked {
    fn whole(bytes: Vec<u8>) -> Self {
        Unpacked {
            bytes,
            is_whole: true,
            limit: None,
        }
    }
}

/// A stream unpacked as far as it can be.
pub(super) fn read(stream: &Stream<'_>) -> Option<Unpacked> {
    let raw = stream.raw_data();
    let filters = stream.filters();
    let has_parameters = stream.dict().contains_key("DecodeParms");
    if filters.is_empty() {
        return Some(Unpacked::whole(raw.into_owned()));
    }
    if filters.as_slice() != [Filter::FlateDecode] || has_parameters {
        return repaired(stream, &raw);
    }
    let mut bytes = Vec::new();
    let mut unpacking = ZlibDecoder::new(raw.as_ref()).take(UNPACKED.most as u64);
    if unpacking.read_to_end(&mut bytes).is_ok() {
        let is_cut = bytes.len() >= UNPACKED.most;
        return Some(Unpacked {
            limit: is_cut.then_some(&UNPACKED),
            ..Unpacked::whole(bytes)
        });
    }
    let repaired = repaired(stream, &raw).filter(|it| it.limit.is_none());
    Some(Unpacked {
        bytes: repaired.map_or(bytes, |it| it.bytes),
        is_whole: false,
        limit: None,
    })
}

/// Unpacks what other readers would give up, if it cannot grow beyond the limit.
fn repaired(stream: &Stream<'_>, raw: &[u8]) -> Option<Unpacked> {
    let limit = if raw.len() > PACKED.most {
        Some(&PACKED)
    } else if growth::fits(&stream.filters(), raw, UNPACKED.most) {
        None
    } else {
        Some(&UNPACKED)
    };
    if limit.is_some() {
        return Some(Unpacked {
            limit,
            ..Unpacked::whole(Vec::new())
        });
    }
    let bytes = stream.decoded_data().ok()?;
    Some(Unpacked::whole(bytes.into_owned()))
}

/// The drawing instructions of a page, its parts joined up to a limit.
pub(super) fn contents(page: &Page<'_>) -> Unpacked {
    let mut contents = Unpacked::whole(Vec::new());
    match page.raw().get::<Object<'_>>("Contents") {
        Some(Object::Stream(stream)) => contents.take(&stream),
        Some(Object::Array(parts)) => {
            let mut parts = parts.iter::<Stream<'_>>().peekable();
            contents.is_whole = parts.peek().is_some();
            while let Some(part) = parts.next().filter(|_| contents.limit.is_none()) {
                contents.take(&part);
            }
        }
        Some(_) => contents.is_whole = false,
        None => contents.is_whole = !page.raw().contains_key("Contents"),
    }
    contents
}

impl Unpacked {
    fn take(&mut self, part: &Stream<'_>) {
        let Some(part) = read(part) else {
            self.is_whole = false;
            return;
        };
        let is_over = self.bytes.len() + part.bytes.len() > UNPACKED.most;
        self.limit = part.limit.or(is_over.then_some(&UNPACKED));
        self.is_whole &= part.is_whole;
        if self.bytes.is_empty() {
            self.bytes = part.bytes;
        } else if self.limit.is_none() {
            self.bytes.extend(part.bytes);
        }
        self.bytes.push(b'\n');
    }
}
