//! The messages between page and worker: a request comes as a JavaScript object, the answer goes
//! back through a function that adds the request's number.
//!
//! ```text
//! page → worker                                   worker → page
//! { id, rules: true }                             { id, rules: JSON }
//! { id, inputs: [{ name, bytes }], password }     { id, done, total, pages, name } …,
//!     … with together: true, as one disclosure    { id, came: JSON } … of several, then
//! { id, pasted: { html, text } }                  { id, view: JSON }, { id, documents: JSON }
//!                                                     with totals: JSON,
//!                                                 or { id, failure: { kind, zh, en } }
//! { id, show: 1 }                                 { id, view: JSON } or { id, failure: … }
//!     … with last: { name, bytes }, last year's document
//! { id, export: "json", all, language: "zh" }     { id, file: { name, kind, bytes } } …
//!     … with notes: JSON, what the reader noted
//! { id, correct: JSON }                           { id, view: JSON } or { id, failure: … }
//! { id, try: 3 }                                  { id, tried: JSON }
//! { id, warm: { name, bytes } }                  nothing
//! { id, unpack: { name, bytes }, password }       { id, files: [{ name, bytes }] }
//! ```

use crate::{
    documents,
    exports::{File, Made},
};
use gouji::{
    examination::Correction,
    note::{Lang, Message},
    read::{Content, FailureKind, Input, Progress, unpack},
    report::{
        entry::{Entry, FailureEntry},
        explained::ReaderNote,
        manual,
        receipt::Options,
        view::view,
    },
    self_test::SelfTest,
    structure::{Totals, totals},
    together::Outcome,
};
use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;

thread_local! {
    /// What was examined last.
    static DOCUMENTS: RefCell<Vec<Outcome>> = const { RefCell::new(Vec::new()) };
    /// What it was examined from, for copies with remarks and for receipts.
    static GIVEN: RefCell<Vec<Input>> = const { RefCell::new(Vec::new()) };
    /// How it was examined.
    static OPTIONS: Cell<Options> = const { Cell::new(Options { together: false }) };
    /// The one of them that is looked at.
    static SHOWN: Cell<usize> = const { Cell::new(0) };
    /// The self-test of the document with this number.
    static SELF_TEST: RefCell<Option<(usize, SelfTest)>> = const { RefCell::new(None) };
}

/// Does what a request of the page asks for.
#[wasm_bindgen]
pub fn answer(request: &JsValue, send: &Function) {
    if get(request, "rules").is_truthy() {
        tell(send, &[("rules", manual::json().into())]);
    } else if let Some(corrections) = text_at(request, "correct") {
        correct(&corrections, send);
    } else if get(request, "warm").is_object() {
        warm(input_of(&get(request, "warm"), None));
    } else if let Some(format) = text_at(request, "export") {
        let lang = match text_at(request, "language").as_deref() {
            Some("en") => Lang::En,
            _ => Lang::Zh,
        };
        let notes = text_at(request, "notes").unwrap_or_default();
        let notes: Vec<ReaderNote> = serde_json::from_str(&notes).unwrap_or_default();
        let all = get(request, "all").is_truthy();
        export(&format, all, &notes, lang, send);
    } else if let Some(number) = get(request, "try").as_f64() {
        plant(number as usize, send);
    } else if let Some(number) = get(request, "show").as_f64() {
        show(number as usize, send);
    } else if get(request, "unpack").is_object() {
        let password = text_at(request, "password");
        unpack_for(input_of(&get(request, "unpack"), password), send);
    } else {
        let together = get(request, "together").is_truthy();
        examine(inputs_of(request), together, last_of(request), send);
    }
}

/// Goes the whole way once, so that the tables of words are built and the code is compiled when the first
/// document comes.
fn warm(sample: Input) {
    for outcome in documents::examine(vec![sample], false, &mut |_, _| {}, &mut |_| {}) {
        if let Outcome::Examined(examined) = outcome {
            let _ = serde_json::to_string(&view(&examined));
        }
    }
}

/// A single document is shown at once, beside last year's where the reader chose that; several are
/// listed with what came of each, also of files that could not be read.
fn examine(inputs: Vec<Input>, together: bool, last: Option<Input>, send: &Function) {
    SELF_TEST.set(None);
    OPTIONS.set(Options { together });
    let mut progress = telling(send);
    let given = inputs.clone();
    let several = inputs.len() > 1;
    let mut done = |outcome: &Outcome| {
        if let (true, Ok(json)) = (several, serde_json::to_string(&Entry::from(outcome))) {
            tell(send, &[("came", json.into())]);
        }
    };
    let mut outcomes = documents::examine(inputs, together, &mut progress, &mut done);
    if let (Some(last), [Outcome::Examined(now)]) = (last, outcomes.as_mut_slice()) {
        documents::compare(now, last, &mut progress);
    }
    match outcomes.as_slice() {
        [] => fail(send, &nothing()),
        [Outcome::Unread(unread)] => fail(send, &(&unread.failure).into()),
        [Outcome::Examined(_)] => {
            GIVEN.set(given);
            DOCUMENTS.set(outcomes);
            show(0, send);
        }
        several => {
            let entries: Vec<Entry> = several.iter().map(Entry::from).collect();
            let totals: Vec<Totals> = several.iter().map(totals_of).collect();
            match (
                serde_json::to_string(&entries),
                serde_json::to_string(&totals),
            ) {
                (Ok(json), Ok(totals)) => tell(
                    send,
                    &[("documents", json.into()), ("totals", totals.into())],
                ),
                (Err(why), _) | (_, Err(why)) => fail(send, &unsayable(&why.to_string())),
            }
            GIVEN.set(given);
            DOCUMENTS.set(outcomes);
        }
    }
}

/// Shows the document that is looked at as it would be with these corrections.
fn correct(corrections: &str, send: &Function) {
    let corrections: Vec<Correction> = serde_json::from_str(corrections).unwrap_or_default();
    let drawn = DOCUMENTS.with_borrow(|all| match all.get(SHOWN.get()) {
        Some(Outcome::Examined(examined)) => Ok(serde_json::to_string(&view(
            &examined.corrected(&corrections),
        ))),
        _ => Err(nothing()),
    });
    match drawn {
        Ok(Ok(json)) => tell(send, &[("view", json.into())]),
        Ok(Err(why)) => fail(send, &unsayable(&why.to_string())),
        Err(failure) => fail(send, &failure),
    }
}

/// Plants a slip of the self-test in the document that is looked at.
fn plant(number: usize, send: &Function) {
    let shown = SHOWN.get();
    let tried = DOCUMENTS.with_borrow(|all| {
        let Some(Outcome::Examined(examined)) = all.get(shown) else {
            return None;
        };
        SELF_TEST.with_borrow_mut(|held| {
            let of_another = held.take_if(|it| it.0 != shown);
            drop(of_another);
            let (_, test) = held.get_or_insert_with(|| (shown, SelfTest::new(examined)));
            test.run(examined, number)
        })
    });
    match serde_json::to_string(&tried) {
        Ok(json) => tell(send, &[("tried", json.into())]),
        Err(why) => fail(send, &unsayable(&why.to_string())),
    }
}

/// What a document comes to, for the list.
fn totals_of(outcome: &Outcome) -> Totals {
    match outcome {
        Outcome::Examined(examined) => totals(&examined.budget),
        Outcome::Unread(_) => Totals::default(),
    }
}

/// Shows one of the documents.
fn show(number: usize, send: &Function) {
    SHOWN.set(number);
    let drawn = DOCUMENTS.with_borrow(|all| match all.get(number) {
        Some(Outcome::Examined(examined)) => Ok(serde_json::to_string(&view(examined))),
        Some(Outcome::Unread(unread)) => Err((&unread.failure).into()),
        None => Err(nothing()),
    });
    match drawn {
        Ok(Ok(json)) => tell(send, &[("view", json.into())]),
        Ok(Err(why)) => fail(send, &unsayable(&why.to_string())),
        Err(failure) => fail(send, &failure),
    }
}

/// Tells how far the reading of a file is: a message for each hundredth is enough to see it move.
fn telling(send: &Function) -> impl FnMut(&Input, Progress) {
    let mut told = (String::new(), usize::MAX);
    move |input, progress| {
        let hundredth = progress.done * 100 / progress.total.max(1);
        if (input.name.as_str(), hundredth) == (told.0.as_str(), told.1) {
            return;
        }
        told = (input.name.clone(), hundredth);
        let pages = matches!(&input.content, Content::Bytes(bytes) if bytes.starts_with(b"%PDF"));
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).into();
        let fields = [
            ("done", count(progress.done)),
            ("total", count(progress.total)),
            ("pages", pages.into()),
            ("name", input.name.as_str().into()),
        ];
        tell(send, &fields);
    }
}

/// Hands over files of a format: of the document that is looked at, or of all.
fn export(format: &str, all: bool, notes: &[ReaderNote], lang: Lang, send: &Function) {
    let files = DOCUMENTS.with_borrow(|documents| {
        let shown = SHOWN.get();
        let asked = match all {
            true => documents.get(..),
            false => documents.get(shown..=shown),
        };
        let Some(asked) = asked.filter(|it| !it.is_empty()) else {
            return Err(None);
        };
        let made = |given: &Vec<Input>| {
            Made {
                given,
                all: documents,
                asked,
                notes,
                options: OPTIONS.get(),
                lang,
            }
            .files(format)
        };
        GIVEN.with_borrow(made).map_err(Some)
    });
    match files {
        Ok(files) => files.into_iter().for_each(|it| hand_over(it, send)),
        Err(Some(why)) => fail(send, &unmade(why)),
        Err(None) => fail(send, &nothing()),
    }
}

fn hand_over(file: File, send: &Function) {
    let fields = [
        ("name", file.name.into()),
        ("kind", file.kind.into()),
        ("bytes", Uint8Array::from(file.bytes.as_slice()).into()),
    ];
    tell(send, &[("file", object(&fields))]);
}

/// What a request hands in.
fn inputs_of(request: &JsValue) -> Vec<Input> {
    let pasted = get(request, "pasted");
    if pasted.is_object() {
        let html = text_at(&pasted, "html");
        let text = text_at(&pasted, "text").unwrap_or_default();
        return vec![Input::new("", Content::Pasted { html, text })];
    }
    let files: Array = get(request, "inputs").dyn_into().unwrap_or_default();
    let password = text_at(request, "password");
    let input = |file: JsValue| input_of(&file, password.clone());
    files.iter().map(input).collect()
}

/// What the reader chose as last year's document.
fn last_of(request: &JsValue) -> Option<Input> {
    let last = get(request, "last");
    last.is_object()
        .then(|| input_of(&last, text_at(request, "password")))
}

fn input_of(file: &JsValue, password: Option<String>) -> Input {
    let bytes = Uint8Array::new(&get(file, "bytes")).to_vec();
    let name = text_at(file, "name").unwrap_or_default();
    Input {
        password,
        ..Input::new(name, Content::Bytes(bytes))
    }
}

/// Hands the files of an archive over, under the names that reports give them.
fn unpack_for(input: Input, send: &Function) {
    let files = Array::new();
    for Input { name, content, .. } in unpack(input).members.into_iter().flatten() {
        if let Content::Bytes(bytes) = content {
            let bytes = Uint8Array::from(bytes.as_slice()).into();
            files.push(&object(&[("name", name.into()), ("bytes", bytes)]));
        }
    }
    tell(send, &[("files", files.into())]);
}

/// Leaves a panic's message where `static/pipeline.js` finds it, and prints it to the console.
pub fn set_panic_hook() {
    std::panic::set_hook(Box::new(|panic| {
        let message = panic.to_string().into();
        let _ = Reflect::set(&js_sys::global(), &"panicMessage".into(), &message);
        console_error_panic_hook::hook(panic);
    }));
}

fn nothing() -> FailureEntry {
    ours(Message::new(
        "没有收到可以核对的内容。",
        "Nothing to check was received.",
    ))
}

/// A failure that no file is to blame for.
fn ours(message: Message) -> FailureEntry {
    FailureEntry {
        kind: None,
        message,
    }
}

/// That a file cannot be made of what was examined.
fn unmade(message: Message) -> FailureEntry {
    FailureEntry {
        kind: Some(FailureKind::Unsupported),
        message,
    }
}

fn unsayable(why: &str) -> FailureEntry {
    ours(Message::new(
        format!("核对已经完成，但结果没有能交给本页：{why}"),
        format!("The check is done, but its result could not be handed over: {why}"),
    ))
}

fn fail(send: &Function, why: &FailureEntry) {
    let fields = [
        (
            "kind",
            serde_wasm_bindgen::to_value(&why.kind).unwrap_or_default(),
        ),
        ("zh", why.message.zh.as_str().into()),
        ("en", why.message.en.as_str().into()),
    ];
    tell(send, &[("failure", object(&fields))]);
}

fn tell(send: &Function, fields: &[(&str, JsValue)]) {
    let _ = send.call1(&JsValue::NULL, &object(fields));
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn text_at(object: &JsValue, name: &str) -> Option<String> {
    get(object, name).as_string()
}
