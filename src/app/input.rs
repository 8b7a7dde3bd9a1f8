//! What the reader gives: files or a paste, and how it is kept over a reload.

use crate::browser::{get, host, object, text_at};
use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File, FileList};

/// What the reader gave.
#[derive(Clone, PartialEq, Debug)]
pub enum Input {
    /// Files that were dropped or chosen.
    Files(Vec<File>),
    /// What was pasted: a table from a word processor brings its HTML.
    Pasted {
        /// The clipboard's `text/html`, if it had any.
        html: Option<String>,
        /// The clipboard's `text/plain`.
        text: String,
    },
}

impl Input {
    /// The files of a chooser or a drop; `None` if there are none.
    pub fn of_files(files: Option<FileList>) -> Option<Self> {
        let files = files?;
        let files: Vec<File> = (0..files.length()).filter_map(|at| files.get(at)).collect();
        (!files.is_empty()).then_some(Self::Files(files))
    }

    /// What a drop or a paste carries: files first, then HTML with its text; `None` if nothing.
    pub fn carried_by(transfer: &DataTransfer) -> Option<Self> {
        Self::of_files(transfer.files()).or_else(|| {
            let part = |kind| {
                transfer
                    .get_data(kind)
                    .ok()
                    .filter(|text| !text.trim().is_empty())
            };
            let html = part("text/html").filter(|html| html.contains("<t"));
            let text = part("text/plain").unwrap_or_default();
            (html.is_some() || !text.is_empty()).then_some(Self::Pasted { html, text })
        })
    }

    /// Its files; none for a paste.
    pub fn files(&self) -> &[File] {
        match self {
            Self::Files(files) => files,
            Self::Pasted { .. } => &[],
        }
    }

    /// The names of its files; none for a paste.
    pub fn names(&self) -> Vec<String> {
        self.files().iter().map(File::name).collect()
    }

    /// The name to show; `None` for a paste.
    pub fn name(&self) -> Option<String> {
        let names = self.names();
        (!names.is_empty()).then(|| names.join("、"))
    }

    /// Keeps it in this browser until the tab is closed.
    pub async fn keep(&self) {
        let record = match self {
            Self::Files(files) => object(&[("files", files.iter().collect::<Array>().into())]),
            Self::Pasted { html, text } => object(&[
                (
                    "html",
                    html.as_deref()
                        .map_or(JsValue::UNDEFINED, JsValue::from_str),
                ),
                ("text", text.as_str().into()),
            ]),
        };
        let _ = call_host("keep", &record).await;
    }

    /// What was kept in this tab before a reload, and whether the page failed to show it then.
    pub async fn kept() -> Option<(Self, bool)> {
        let record = call_host("kept", &JsValue::UNDEFINED).await?;
        let doubtful = get(&record, "doubtful").is_truthy();
        if let Some(text) = text_at(&record, "text") {
            return Some((
                Self::Pasted {
                    html: text_at(&record, "html"),
                    text,
                },
                doubtful,
            ));
        }
        let files: Array = get(&record, "files").dyn_into().ok()?;
        let files: Vec<File> = files
            .iter()
            .filter_map(|file| file.dyn_into().ok())
            .collect();
        (!files.is_empty()).then_some((Self::Files(files), doubtful))
    }

    /// Says that the page could show what was kept.
    pub async fn opened() {
        let _ = call_host("opened", &JsValue::UNDEFINED).await;
    }

    /// Deletes what was kept.
    pub async fn forget() {
        let _ = call_host("forget", &JsValue::UNDEFINED).await;
    }

    /// A sample that comes with the page: `sound` or `planted`.
    pub async fn sample(name: &str) -> Option<Self> {
        let file: File = call_host("sample", &name.into()).await?.dyn_into().ok()?;
        Some(Self::Files(vec![file]))
    }
}

/// Calls a function that `static/boot.js` gives the page; `None` where it fails.
async fn call_host(name: &str, argument: &JsValue) -> Option<JsValue> {
    let function: js_sys::Function = Reflect::get(&host(), &name.into()).ok()?.dyn_into().ok()?;
    let promise: Promise = function
        .call1(&JsValue::NULL, argument)
        .ok()?
        .dyn_into()
        .ok()?;
    JsFuture::from(promise)
        .await
        .ok()
        .filter(|value| !value.is_undefined())
}
