//! From a text to its report: whatever is read is recognised, checked, repaired and reported.
#![no_main]
use gouji::{
    examine,
    read::{Content, Input},
    report::view::view,
};

libfuzzer_sys::fuzz_target!(|text: String| {
    let content = Content::Pasted { html: None, text };
    if let Ok(examined) = examine(&Input::new("fuzz", content), &mut |_| {}) {
        let view = view(&examined);
        assert!(serde_json::to_string(&view.report).is_ok());
    }
});
