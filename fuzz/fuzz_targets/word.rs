//! The text of a Word document.
#![no_main]
use gouji_fuzz::{packed, read_file};

libfuzzer_sys::fuzz_target!(|text: &[u8]| read_file(packed(&[("word/document.xml", text)])));
