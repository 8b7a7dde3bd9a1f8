//! Text as it is pasted: encodings aside, every table that lines can make.
#![no_main]
libfuzzer_sys::fuzz_target!(|text: String| gouji_fuzz::read_paste(None, text));
