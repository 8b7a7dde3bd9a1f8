//! The content of an OpenDocument workbook.
#![no_main]
use gouji_fuzz::{packed, read_file};

const TYPE: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

libfuzzer_sys::fuzz_target!(|content: &[u8]| {
    read_file(packed(&[("mimetype", TYPE), ("content.xml", content)]));
});
