//! What the generator makes up is sound, so the whole pipeline must have nothing to say of it.
use gouji::{
    claim::Severity,
    examine,
    read::{Content, Input},
    report::{Report, report},
};
use gouji_generator::{Form, Layout, Options, Print, Richness, disclosure, html, samples, text};

fn reported(content: Content) -> Report {
    let name = "made-up".to_string();
    let examination = examine(&Input::new(name, content), &mut |_| {});
    report(&examination.expect("a text is always read"))
}

fn pasted(text: String) -> Content {
    Content::Pasted { html: None, text }
}

#[track_caller]
fn nothing_is_found(options: &Options, report: &Report) {
    let what = format!("{options:?}");
    let known = report.tables.iter().filter(|it| it.form.is_some());
    assert_eq!(known.count(), tables(options.form), "{what}: recognised");
    assert_eq!(report.findings, [], "{what}");
    assert_eq!(report.notes, [], "{what}");
}

/// How many tables a form has that are known, the performance table among them.
fn tables(form: Form) -> usize {
    match form {
        Form::Xinjiang => 13,
        Form::Jiangsu => 12,
        Form::Central | Form::FinalAccounts | Form::Shanghai => 9,
    }
}

/// Every form and richness, exact and rounded, in every unit of account.
fn asked(seeds: std::ops::Range<u64>) -> impl Iterator<Item = Options> {
    let prints = [Print::TEN_THOUSAND, Print::CENTS, Print::WHOLE_YUAN];
    let forms = Form::ALL.into_iter();
    let options = forms.flat_map(move |form| {
        let kinds = seeds
            .clone()
            .flat_map(|seed| Richness::ALL.map(|it| (seed, it)));
        kinds.map(move |(seed, it)| Options::new(seed, it).of(form))
    });
    let options = options.flat_map(|it| [it, it.rounded()]);
    options.flat_map(move |it| prints.map(|print| Options { print, ..it }))
}

#[test]
fn nothing_is_found_in_text() {
    for options in asked(0..1) {
        let report = reported(pasted(text(&disclosure(&options))));
        nothing_is_found(&options, &report);
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
        nothing_is_found(&options, &report);
    }
}

#[test]
fn nothing_is_found_in_html() {
    for options in asked(2..3) {
        let made = disclosure(&options);
        let html = Some(html(&made));
        let text = text(&made);
        let report = reported(Content::Pasted { html, text });
        nothing_is_found(&options, &report);
    }
}

#[test]
fn the_sound_sample_is_sound_and_the_planted_one_is_not() {
    let sound = Options::new(0, Richness::Everything);
    nothing_is_found(&sound, &reported(pasted(samples::sound())));
    let planted = reported(pasted(samples::planted()));
    let serious = planted
        .findings
        .iter()
        .filter(|it| it.severity == Severity::Error);
    assert!(serious.count() >= 3, "{:#?}", planted.findings);
}
