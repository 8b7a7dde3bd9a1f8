//! What the generator makes up is sound, so the whole pipeline must have nothing to say of it.
use gouji::{
    examine,
    generator::{Layout, Options, Print, Richness, disclosure, html, samples, text},
    read::{Content, Input},
    report::{Report, report},
};

fn reported(content: Content) -> Report {
    let name = "made-up".to_string();
    let examination = examine(&Input::new(name, content), &mut |_| {});
    report(&examination.expect("a text is always read"))
}

fn pasted(text: String) -> Content {
    Content::Pasted { html: None, text }
}

#[track_caller]
fn nothing_is_found(what: &str, report: &Report) {
    assert_eq!(report.tables.len(), 13, "{what}: all tables are recognised");
    assert_eq!(report.findings, [], "{what}");
    assert_eq!(report.notes, [], "{what}");
}

/// Every richness, exact and rounded, in every unit of account.
fn asked(seeds: std::ops::Range<u64>) -> impl Iterator<Item = Options> {
    let prints = [Print::TEN_THOUSAND, Print::CENTS, Print::WHOLE_YUAN];
    let options = seeds.flat_map(|seed| Richness::ALL.map(|it| Options::new(seed, it)));
    let options = options.flat_map(|it| [it, it.rounded()]);
    options.flat_map(move |it| prints.map(|print| Options { print, ..it }))
}

#[test]
fn nothing_is_found_in_text() {
    for options in asked(0..1) {
        let report = reported(pasted(text(&disclosure(&options))));
        nothing_is_found(&format!("{options:?}"), &report);
    }
}

#[test]
fn nothing_is_found_in_text_with_broken_words_and_pages() {
    for options in asked(1..2) {
        let layout = Layout {
            commas: true,
            ..Layout::PASTED
        };
        let made = disclosure(&Options { layout, ..options });
        let report = reported(pasted(text(&made)));
        nothing_is_found(&format!("{options:?}"), &report);
    }
}

#[test]
fn nothing_is_found_in_html() {
    for options in asked(2..3) {
        let made = disclosure(&options);
        let html = Some(html(&made));
        let text = text(&made);
        let report = reported(Content::Pasted { html, text });
        nothing_is_found(&format!("{options:?}"), &report);
    }
}

#[test]
fn the_sound_sample_is_sound_and_the_planted_one_is_not() {
    nothing_is_found("sound", &reported(pasted(samples::sound())));
    let planted = reported(pasted(samples::planted()));
    let serious = planted.findings.iter().filter(|it| it.severity == "error");
    assert!(serious.count() >= 3, "{:#?}", planted.findings);
}
