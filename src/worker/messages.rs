//! The messages between page and worker: a request comes as a JavaScript object, the answer goes
//! back through a function that adds the request's number.
//!
//! ```text
//! page → worker                                   worker → page
//! { id, rules: true }                             { id, rules: JSON }
//! { id, inputs: [{ name, bytes }] }               { id, stage, done, total } …, then
//! { id, pasted: { html, text } }                  { id, view: JSON } or { id, failure: { zh, en } }
//! { id, export: "json", language: "zh" }          { id, file: { name, kind, text } }
//! ```

use crate::exports;
use gouji::{
    Examination,
    note::{Lang, Message},
    read::{Content, Input, Progress},
    report::{manual, view::view},
};
use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    /// What was examined last, for exports.
    static LAST: RefCell<Option<Examination>> = const { RefCell::new(None) };
}

/// Does what a request of the page asks for.
#[wasm_bindgen]
pub fn answer(request: &JsValue, send: &Function) {
    if get(request, "rules").is_truthy() {
        tell(send, &[("rules", manual::json().into())]);
    } else if let Some(format) = text_at(request, "export") {
        let lang = match text_at(request, "language").as_deref() {
            Some("en") => Lang::En,
            _ => Lang::Zh,
        };
        export(&format, lang, send);
    } else {
        match input_of(request) {
            Some(input) => examine(&input, send),
            None => fail(send, &nothing()),
        }
    }
}

fn examine(input: &Input, send: &Function) {
    let mut told = usize::MAX;
    let mut say = |progress: Progress| {
        // A message for each hundredth is enough to see it move.
        let hundredth = progress.done * 100 / progress.total.max(1);
        if hundredth != told {
            told = hundredth;
            let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).into();
            let fields = [
                ("stage", "read".into()),
                ("done", count(progress.done)),
                ("total", count(progress.total)),
            ];
            tell(send, &fields);
        }
    };
    match gouji::examine(input, &mut say) {
        Ok(examined) => {
            match serde_json::to_string(&view(&examined)) {
                Ok(json) => tell(send, &[("view", json.into())]),
                Err(why) => fail(send, &unsayable(&why.to_string())),
            }
            LAST.with_borrow_mut(|last| *last = Some(examined));
        }
        Err(failure) => fail(send, &failure.message),
    }
}

fn export(format: &str, lang: Lang, send: &Function) {
    let file = LAST.with_borrow(|last| exports::file(last.as_ref()?, format, lang));
    match file {
        Some(file) => {
            let fields = [
                ("name", file.name.into()),
                ("kind", file.kind.into()),
                ("text", file.text.into()),
            ];
            tell(send, &[("file", object(&fields))]);
        }
        None => fail(send, &nothing()),
    }
}

/// What a request hands in; `None` if it is empty.
fn input_of(request: &JsValue) -> Option<Input> {
    let pasted = get(request, "pasted");
    if pasted.is_object() {
        let html = text_at(&pasted, "html");
        let text = text_at(&pasted, "text").unwrap_or_default();
        return Some(Input::new(String::new(), Content::Pasted { html, text }));
    }
    let inputs: Array = get(request, "inputs").dyn_into().ok()?;
    let file = inputs.iter().next()?;
    let bytes = Uint8Array::new(&get(&file, "bytes")).to_vec();
    Some(Input::new(
        text_at(&file, "name").unwrap_or_default(),
        Content::Bytes(bytes),
    ))
}

/// Leaves a panic's message where `static/pipeline.js` finds it, and prints it to the console.
pub fn set_panic_hook() {
    std::panic::set_hook(Box::new(|panic| {
        let message = panic.to_string().into();
        let _ = Reflect::set(&js_sys::global(), &"panicMessage".into(), &message);
        console_error_panic_hook::hook(panic);
    }));
}

fn nothing() -> Message {
    Message::new("没有收到可以核对的内容。", "Nothing to check was received.")
}

fn unsayable(why: &str) -> Message {
    Message::new(
        format!("核对已经完成，但结果没有能交给本页：{why}"),
        format!("The check is done, but its result could not be handed over: {why}"),
    )
}

fn fail(send: &Function, why: &Message) {
    let fields = [
        ("zh", why.zh.as_str().into()),
        ("en", why.en.as_str().into()),
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
