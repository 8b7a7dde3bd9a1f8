//! Bytes of any kind, archives above all.
#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| gouji_fuzz::read_file(bytes.to_vec()));
