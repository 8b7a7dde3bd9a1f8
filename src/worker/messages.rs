//! The messages between page and worker: a request comes as a JavaScript object, the answer goes
//! back through a function that adds the request's number.

use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

/// One file of a request.
struct File {
    name: String,
    bytes: Vec<u8>,
}

/// Examines what the page sent: `{ inputs: [{ name, bytes }] }` or `{ pasted: { html, text } }`.
#[wasm_bindgen]
pub fn examine(request: &JsValue, send: &Function) {
    let files = files_of(request);
    say_progress(send, "read", 0, files.len());
    let listed: Vec<String> = files
        .iter()
        .map(|file| format!("{} {}", file.name, file.bytes.len()))
        .collect();
    assert!(
        !listed.iter().any(|line| line.starts_with("panic")),
        "a panic was asked for"
    );
    let view =
        serde_json::json!({ "echo": listed, "pasted": text_at(&get(request, "pasted"), "html") });
    answer(send, "view", &view.to_string().into());
}

/// Leaves a panic's message where `static/pipeline.js` finds it, and prints it to the console.
pub fn set_panic_hook() {
    std::panic::set_hook(Box::new(|panic| {
        let _ = Reflect::set(
            &js_sys::global(),
            &"panicMessage".into(),
            &panic.to_string().into(),
        );
        console_error_panic_hook::hook(panic);
    }));
}

fn files_of(request: &JsValue) -> Vec<File> {
    let inputs = get(request, "inputs");
    if !Array::is_array(&inputs) {
        return Vec::new();
    }
    let read = |input: JsValue| File {
        name: text_at(&input, "name").unwrap_or_default(),
        bytes: Uint8Array::new(&get(&input, "bytes")).to_vec(),
    };
    Array::from(&inputs).iter().map(read).collect()
}

fn say_progress(send: &Function, stage: &str, done: usize, total: usize) {
    let message = Object::new();
    let fields: [(&str, JsValue); 3] = [
        ("stage", stage.into()),
        ("done", count(done)),
        ("total", count(total)),
    ];
    for (name, value) in fields {
        let _ = Reflect::set(&message, &name.into(), &value);
    }
    let _ = send.call1(&JsValue::NULL, &message);
}

fn answer(send: &Function, name: &str, value: &JsValue) {
    let message = Object::new();
    let _ = Reflect::set(&message, &name.into(), value);
    let _ = send.call1(&JsValue::NULL, &message);
}

fn count(number: usize) -> JsValue {
    u32::try_from(number).unwrap_or(u32::MAX).into()
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn text_at(object: &JsValue, name: &str) -> Option<String> {
    get(object, name).as_string()
}
