//! The way to the worker and back: a request is posted as a JavaScript object, and what the worker
//! says is heard as a [`Heard`].

use crate::{
    browser::{get, host, object, text_at},
    input::Input,
};
use gouji::{note::Message, report::entry::FailureEntry};
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, MessageEvent, Worker, WorkerOptions, WorkerType};
use yew::Callback;

/// What is to be taken away.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wanted {
    /// The format, as the worker calls it.
    pub format: &'static str,
    /// Whether all documents are meant, and not the one that is looked at.
    pub all: bool,
}

/// What the worker says about one request.
#[derive(Clone, Debug)]
pub enum Heard {
    /// How far it is.
    Progress(Step),
    /// The result, as JSON.
    View(String),
    /// What came of one of several files, as JSON; others are still to come.
    Came(String),
    /// What came of each of several files, as JSON.
    Documents {
        /// Their reports.
        entries: String,
        /// What each comes to.
        totals: String,
    },
    /// The catalogue of rules, as JSON.
    Rules(String),
    /// What became of a planted slip, as JSON.
    Tried(String),
    /// The report as a file.
    Export {
        /// Its name.
        name: String,
        /// Its media type.
        kind: String,
        /// Its content.
        bytes: Uint8Array,
    },
    /// It could not be done; why.
    Failure(FailureEntry),
}

/// How far the reading is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Step {
    /// How many of `total` are done.
    pub done: u32,
    /// How many there are; 0 while that is not known.
    pub total: u32,
    /// Whether pages are counted.
    pub pages: bool,
    /// Which file is read.
    pub file: String,
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
        let url = text_at(&host(), "worker")?;
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

    /// Asks for the catalogue of rules.
    pub fn ask_rules(&self, id: u32) {
        let _ = self
            .worker
            .post_message(&object(&[("id", id.into()), ("rules", true.into())]));
    }

    /// Has the worker check a sample whose result nobody looks at, so that it is quick when it is asked.
    pub async fn warm(&self, sample: &Input) -> Result<(), JsValue> {
        let handed_over = Array::new();
        let files = parts_of(sample.files(), &handed_over).await?;
        let request = object(&[("id", 0.into()), ("warm", files.get(0))]);
        self.worker
            .post_message_with_transfer(&request, &handed_over)
    }

    /// Asks what the document that is looked at would be with these corrections, as JSON.
    pub fn ask_corrected(&self, id: u32, corrections: &str) {
        let fields = [("id", id.into()), ("correct", corrections.into())];
        let _ = self.worker.post_message(&object(&fields));
    }

    /// Asks what becomes of a slip in the document that is looked at.
    pub fn ask_try(&self, id: u32, number: usize) {
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        let fields = [("id", id.into()), ("try", number.into())];
        let _ = self.worker.post_message(&object(&fields));
    }

    /// Asks for one of several documents.
    pub fn ask_show(&self, id: u32, number: usize) {
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        let fields = [("id", id.into()), ("show", number.into())];
        let _ = self.worker.post_message(&object(&fields));
    }

    /// Asks for what was examined last as a file, the document that is looked at or all.
    pub fn ask_export(&self, id: u32, wanted: Wanted, notes: &str, language: &str) {
        let fields = [
            ("id", id.into()),
            ("export", wanted.format.into()),
            ("all", wanted.all.into()),
            ("notes", notes.into()),
            ("language", language.into()),
        ];
        let _ = self.worker.post_message(&object(&fields));
    }

    /// Sends what the reader gave. The bytes of files are handed over, not copied.
    pub async fn examine(
        &self,
        id: u32,
        input: &Input,
        password: Option<&str>,
    ) -> Result<(), JsValue> {
        let handed_over = Array::new();
        let what = match input {
            Input::Files(files) | Input::Together(files) | Input::Years { files, .. } => {
                ("inputs", parts_of(files, &handed_over).await?.into())
            }
            Input::Pasted { html, text } => {
                let html = html
                    .as_deref()
                    .map_or(JsValue::UNDEFINED, JsValue::from_str);
                (
                    "pasted",
                    object(&[("html", html), ("text", text.as_str().into())]),
                )
            }
        };
        let password = password.map_or(JsValue::UNDEFINED, JsValue::from_str);
        let last = match input {
            Input::Years { last, .. } => parts_of(std::slice::from_ref(last), &handed_over)
                .await?
                .get(0),
            _ => JsValue::UNDEFINED,
        };
        let request = object(&[
            ("id", id.into()),
            what,
            ("together", matches!(input, Input::Together(_)).into()),
            ("last", last),
            ("password", password),
        ]);
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

async fn parts_of(files: &[File], handed_over: &Array) -> Result<Array, JsValue> {
    let parts = Array::new();
    for file in files {
        let bytes = JsFuture::from(file.array_buffer()).await?;
        handed_over.push(&bytes);
        parts.push(&object(&[("name", file.name().into()), ("bytes", bytes)]));
    }
    Ok(parts)
}

fn heard_in(message: &JsValue) -> Option<(u32, Heard)> {
    let id = count_at(message, "id")?;
    let heard = if let Some(view) = text_at(message, "view") {
        Heard::View(view)
    } else if let Some(documents) = text_at(message, "documents") {
        Heard::Documents {
            entries: documents,
            totals: text_at(message, "totals").unwrap_or_default(),
        }
    } else if let Some(rules) = text_at(message, "rules") {
        Heard::Rules(rules)
    } else if let Some(came) = text_at(message, "came") {
        Heard::Came(came)
    } else if let Some(tried) = text_at(message, "tried") {
        Heard::Tried(tried)
    } else if has(message, "file") {
        let file = get(message, "file");
        let field = |name| text_at(&file, name);
        Heard::Export {
            name: field("name")?,
            kind: field("kind")?,
            bytes: get(&file, "bytes").dyn_into().ok()?,
        }
    } else if has(message, "failure") {
        let failure = get(message, "failure");
        Heard::Failure(FailureEntry {
            kind: serde_wasm_bindgen::from_value(get(&failure, "kind")).unwrap_or_default(),
            message: Message::new(text_at(&failure, "zh")?, text_at(&failure, "en")?),
        })
    } else {
        Heard::Progress(Step {
            done: count_at(message, "done")?,
            total: count_at(message, "total")?,
            pages: get(message, "pages").is_truthy(),
            file: text_at(message, "name").unwrap_or_default(),
        })
    };
    Some((id, heard))
}

fn did_not_start() -> Heard {
    Heard::Failure(ours(Message::new(
        "核对程序没有能启动：它的文件没有取到。请检查网络后重新载入本页。",
        "The checker did not start: its files could not be loaded. Check the network and reload.",
    )))
}

/// A failure that no file is to blame for.
pub const fn ours(message: Message) -> FailureEntry {
    FailureEntry {
        kind: None,
        message,
    }
}

fn has(object: &JsValue, name: &str) -> bool {
    object
        .dyn_ref::<Object>()
        .is_some_and(|object| Reflect::has(object, &name.into()) == Ok(true))
}

fn count_at(object: &JsValue, name: &str) -> Option<u32> {
    let number = get(object, name).as_f64()?;

    let count = number as u32;
    Some(count)
}
