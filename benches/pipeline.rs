//! How long each stage takes: on a made-up disclosure like the reference, with and without an
//! error, and on the reference itself where it is there. `make bench`
#[path = "../crates/reader/tests/reading/drawn.rs"]
mod drawn;

use divan::{Bencher, black_box};
use gouji::{
    Examination,
    budget::Budget,
    check::{self, Checked},
    document::Document,
    examine,
    read::{Content, Input, read},
    recognize::recognize,
    repair::causes,
    report::{html, json, report, view},
    rules::catalogue,
    structure::structure,
};
use gouji_generator::{Options, Richness, disclosure, html as web_page, samples, text};
use std::fs;

const REFERENCE: &str = "../shared/documents/xinjiang-fukang-2026.txt";

/// What is measured; the reference is passed over where it is not there.
const DOCUMENTS: &[&str] = &["basic", "everything", "planted", "drawn", "reference"];

fn main() {
    divan::main();
}

fn input(name: &str) -> Option<Input> {
    let made_up = |richness| text(&disclosure(&Options::new(1, richness))).into_bytes();
    let bytes = match name {
        "basic" => made_up(Richness::Basic),
        "everything" => made_up(Richness::Everything),
        "planted" => samples::planted().into_bytes(),
        "drawn" => as_pdf(&web_page(&disclosure(&Options::new(
            1,
            Richness::Everything,
        ))))?,
        _ => fs::read(REFERENCE).ok()?,
    };
    Some(Input::new(name, Content::Bytes(bytes)))
}

/// A web page printed as a PDF of some twenty pages.
fn as_pdf(page: &str) -> Option<Vec<u8>> {
    let content = Content::Pasted {
        html: Some(page.to_owned()),
        text: String::new(),
    };
    let document = read(&Input::new("page", content), &mut |_| {}).ok()?;
    Some(drawn::document(&document))
}

fn document(name: &str) -> Option<Document> {
    read(&input(name)?, &mut |_| {}).ok()
}

fn budget(name: &str) -> Option<Budget> {
    Some(recognize(&document(name)?))
}

fn checked(name: &str) -> Option<(Budget, Checked)> {
    let budget = budget(name)?;
    let checked = check::check(&budget, catalogue());
    Some((budget, checked))
}

fn examined(name: &str) -> Option<Examination> {
    examine(&input(name)?, &mut |_| {}).ok()
}

/// Measures what is done with something, if it is there.
fn measure<T: Sync, Made>(bencher: Bencher, given: Option<T>, work: impl Fn(&T) -> Made + Sync) {
    match given {
        Some(given) => bencher.bench(|| work(black_box(&given))),
        None => bencher.bench(|| ()),
    }
}

#[divan::bench(args = DOCUMENTS)]
fn a_read(bencher: Bencher, name: &str) {
    measure(bencher, input(name), |it| read(it, &mut |_| {}));
}

#[divan::bench(args = DOCUMENTS)]
fn b_recognize(bencher: Bencher, name: &str) {
    measure(bencher, document(name), recognize);
}

#[divan::bench(args = DOCUMENTS)]
fn c_check(bencher: Bencher, name: &str) {
    measure(bencher, budget(name), |it| check::check(it, catalogue()));
}

#[divan::bench(args = DOCUMENTS)]
fn d_causes(bencher: Bencher, name: &str) {
    measure(bencher, checked(name), |(budget, checked)| {
        causes(budget, &checked.judged, checked.regime)
    });
}

#[divan::bench(args = DOCUMENTS)]
fn e_examine(bencher: Bencher, name: &str) {
    measure(bencher, input(name), |it| examine(it, &mut |_| {}));
}

#[divan::bench(args = DOCUMENTS)]
fn f_report(bencher: Bencher, name: &str) {
    measure(bencher, examined(name), report);
}

#[divan::bench(args = DOCUMENTS)]
fn g_view(bencher: Bencher, name: &str) {
    measure(bencher, examined(name), view::view);
}

#[divan::bench(args = DOCUMENTS)]
fn h_structure(bencher: Bencher, name: &str) {
    measure(bencher, budget(name), structure);
}

#[divan::bench(args = DOCUMENTS)]
fn i_write_json(bencher: Bencher, name: &str) {
    let entries = examined(name).map(|it| [report(&it).into()]);
    measure(bencher, entries, |it| json::json(it));
}

#[divan::bench(args = DOCUMENTS)]
fn j_write_html(bencher: Bencher, name: &str) {
    let entries = examined(name).map(|it| [report(&it).into()]);
    measure(bencher, entries, |it| html::html(it, Default::default()));
}
