//! Compound files: workbooks and documents of old office programs.
#![no_main]
const SIGNATURE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| gouji_fuzz::read_file([SIGNATURE, bytes].concat()));
