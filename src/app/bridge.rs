//! The way to the worker and back: a request is posted as a JavaScript object, and what the worker
//! says is heard as a [`Heard`].

use js_sys::{Array, ArrayBuffer, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};
use yew::Callback;

/// What the reader gave.
#[derive(Clone, PartialEq)]
pub enum Input {
    /// Files that were dropped or chosen.
    Files(Vec<web_sys::File>),
    /// What was pasted: a table from a word processor brings its HTML.
    Pasted {
        /// The clipboard's `text/html`, if it had any.
        html: Option<String>,
        /// The clipboard's `text/plain`.
        text: String,
    },
}

/// What the worker says about one request.
#[derive(Clone, PartialEq, Debug)]
pub enum Heard {
    /// How far it is.
    Progress {
        /// What it is doing.
        stage: String,
        /// How many of `total` are done.
        done: u32,
        /// How many there are.
        total: u32,
    },
    /// The result, as JSON.
    View(String),
    /// It could not be done; why, in Chinese and in English.
    Failure(String, String),
}

/// A worker that runs the pipeline; dropping it stops whatever it is doing.
pub struct Pipeline {
    worker: Worker,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(web_sys::Event)>,
}

impl Pipeline {
    /// Starts a worker. `None` where the browser refuses one.
    pub fn start(hear: &Callback<(u32, Heard)>) -> Option<Self> {
        let url = get(&get(&js_sys::global(), "gouji"), "worker").as_string()?;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&url, &options).ok()?;
        let tell = hear.clone();
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(heard) = heard_in(&event.data()) {
                tell.emit(heard);
            }
        });
        let tell = hear.clone();
        let on_error =
            Closure::<dyn Fn(web_sys::Event)>::new(move |_| tell.emit((0, did_not_start())));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Some(Self {
            worker,
            _on_message: on_message,
            _on_error: on_error,
        })
    }

    /// Sends what the reader gave; the answers carry `id`. The files are handed over, not copied.
    pub async fn examine(&self, id: u32, input: &Input) -> Result<(), JsValue> {
        let request = Object::new();
        let handed_over = Array::new();
        set(&request, "id", &id.into());
        match input {
            Input::Files(files) => {
                let inputs = Array::new();
                for file in files {
                    let bytes = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await?;
                    let bytes: ArrayBuffer = bytes.unchecked_into();
                    let part = Object::new();
                    set(&part, "name", &file.name().into());
                    set(&part, "bytes", &bytes);
                    inputs.push(&part);
                    handed_over.push(&bytes);
                }
                set(&request, "inputs", &inputs);
            }
            Input::Pasted { html, text } => {
                let pasted = Object::new();
                set(
                    &pasted,
                    "html",
                    &html
                        .as_deref()
                        .map_or(JsValue::UNDEFINED, JsValue::from_str),
                );
                set(&pasted, "text", &text.as_str().into());
                set(&request, "pasted", &pasted);
            }
        }
        self.worker
            .post_message_with_transfer(&request, &handed_over)
    }
}

impl Drop for Pipeline {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

fn heard_in(message: &JsValue) -> Option<(u32, Heard)> {
    let id = count_at(message, "id")?;
    if let Some(view) = get(message, "view").as_string() {
        return Some((id, Heard::View(view)));
    }
    let failure = get(message, "failure");
    if let (Some(zh), Some(en)) = (
        get(&failure, "zh").as_string(),
        get(&failure, "en").as_string(),
    ) {
        return Some((id, Heard::Failure(zh, en)));
    }
    let stage = get(message, "stage").as_string()?;
    let (done, total) = (count_at(message, "done")?, count_at(message, "total")?);
    Some((id, Heard::Progress { stage, done, total }))
}

fn did_not_start() -> Heard {
    Heard::Failure(
        "核对程序没有能启动：它的文件没有取到。请检查网络后重新载入本页。".into(),
        "The checker did not start: its files could not be loaded. Check the network and reload."
            .into(),
    )
}

fn count_at(object: &JsValue, name: &str) -> Option<u32> {
    let number = get(object, name).as_f64()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count of ours"
    )]
    Some(number as u32)
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn set(object: &Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}
