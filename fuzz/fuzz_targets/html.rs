//! Web pages, however broken.
#![no_main]
libfuzzer_sys::fuzz_target!(|html: String| gouji_fuzz::read_paste(Some(html), String::new()));
