//! PDF files: objects, streams, fonts and what is drawn.
#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| gouji_fuzz::read_file([b"%PDF-1.7\n", bytes].concat()));
