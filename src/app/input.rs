//! What the reader gives: files or a paste, and how it is kept over a reload.

use crate::browser::{self, call_host, get, object, text_at};
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{DataTransfer, File, FileList};

/// What the reader gave.
#[derive(Clone, PartialEq, Debug)]
pub enum Input {
    /// Files that were dropped or chosen.
    Files(Vec<File>),
    /// Files that are one disclosure, as the reader says.
    Together(Vec<File>),
    /// Files, and the document of the year before, which the reader chose to compare them with.
    Years {
        /// The files.
        files: Vec<File>,
        /// Last year's.
        last: File,
    },
    /// What was pasted: a table from a word processor brings its HTML.
    Pasted {
        /// The clipboard's `text/html`, if it had any.
        html: Option<String>,
        /// The clipboard's `text/plain`.
        text: String,
    },
}

impl Input {
    /// The same document beside last year's; `None` where it is no file or none was chosen.
    pub fn beside(&self, last: &Self) -> Option<Self> {
        let files = self.files().to_vec();
        let last = last.files().first()?.clone();
        (!files.is_empty()).then_some(Self::Years { files, last })
    }

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

    /// Some of its files as one disclosure; `None` where one of them was not handed in by itself.
    pub fn together(&self, names: &[&str]) -> Option<Self> {
        let named = |name: &&str| self.files().iter().find(|it| it.name() == **name).cloned();
        let files: Option<Vec<File>> = names.iter().map(named).collect();
        files.map(Self::Together)
    }

    /// Its files; none for a paste.
    pub fn files(&self) -> &[File] {
        match self {
            Self::Files(files) | Self::Together(files) | Self::Years { files, .. } => files,
            Self::Pasted { .. } => &[],
        }
    }

    /// Whether there may be something to check in it: files say so themselves, of words only those with
    /// a table or a few figures. An address or a few words come along by mistake.
    pub fn may_be_document(&self) -> bool {
        match self {
            Self::Files(_) | Self::Together(_) | Self::Years { .. } => true,
            Self::Pasted {
                html: Some(html), ..
            } if html.contains("<td") || html.contains("<th") => true,
            Self::Pasted { text, .. } => figures_in(text) >= FEW,
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

    /// Keeps what was given at a step of the history in this browser until the tab is closed.
    pub async fn keep(&self, given: u32) {
        let given = ("given", given.into());
        let record = match self {
            Self::Files(files) => object(&[given, ("files", list(files))]),
            Self::Together(files) => {
                object(&[given, ("files", list(files)), ("together", true.into())])
            }
            Self::Years { files, last } => {
                object(&[given, ("files", list(files)), ("last", last.into())])
            }
            Self::Pasted { html, text } => object(&[
                given,
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

    /// What was given at a step of this tab's history, and whether the page failed to show it the last
    /// time; of no step, what was given last.
    pub async fn kept(given: Option<u32>) -> Option<(Self, bool)> {
        let given = given.map_or(JsValue::UNDEFINED, JsValue::from);
        let record = call_host("kept", &given).await?;
        let doubtful = get(&record, "doubtful").is_truthy();
        Some((Self::of_record(&record)?, doubtful))
    }

    /// What `static/boot.js` and the browser's store hold: `{ files, last }` or `{ html, text }`.
    pub fn of_record(record: &JsValue) -> Option<Self> {
        if let Some(text) = text_at(record, "text") {
            let html = text_at(record, "html");
            return Some(Self::Pasted { html, text });
        }
        let files: Array = get(record, "files").dyn_into().ok()?;
        let files: Vec<File> = files
            .iter()
            .filter_map(|file| file.dyn_into().ok())
            .collect();
        let given = match get(record, "last").dyn_into() {
            Ok(last) => Self::Years { files, last },
            Err(_) if get(record, "together").is_truthy() => Self::Together(files),
            Err(_) => Self::Files(files),
        };
        (!given.files().is_empty()).then_some(given)
    }

    /// What was given before the page was here; it is handed over once.
    pub fn early() -> Option<Self> {
        let early = browser::take("early")?;
        Self::of_record(&early).filter(Self::may_be_document)
    }

    /// Says that the page could show what was kept.
    pub async fn opened() {
        let _ = call_host("opened", &JsValue::UNDEFINED).await;
    }

    /// Deletes everything that this tab kept, and says whether that was done.
    pub async fn forget() -> bool {
        let done = call_host("forget", &JsValue::UNDEFINED).await;
        done.is_some_and(|it| it.is_truthy())
    }

    /// Says that everything the page needs is loaded: it may be kept for use without a network.
    pub async fn keep_offline() {
        let _ = call_host("keepOffline", &JsValue::UNDEFINED).await;
    }

    /// Says that a document was checked: what only some documents need may be fetched now.
    pub async fn fetch_later() {
        let _ = call_host("fetchLater", &JsValue::UNDEFINED).await;
    }

    /// A sample that comes with the page: `sound` or `planted`.
    pub async fn sample(name: &str) -> Option<Self> {
        let file: File = call_host("sample", &name.into()).await?.dyn_into().ok()?;
        Some(Self::Files(vec![file]))
    }
}

fn list(files: &[File]) -> JsValue {
    files.iter().collect::<Array>().into()
}

/// With so many figures, words can be held against each other.
const FEW: usize = 2;

/// How many figures stand in words: numbers that are no dates, addresses or times.
fn figures_in(text: &str) -> usize {
    let words = text.split_whitespace().filter(|it| !it.contains("://"));
    let of_number = |it: char| it.is_ascii_digit() || ".,:/-".contains(it);
    let numbers = words.flat_map(|word| {
        let starts = word.match_indices(of_number).map(|it| it.0);
        let starts = starts.filter(|at| !word[..*at].ends_with(of_number));
        starts.map(|at| {
            let rest = &word[at..];
            rest.split_at(rest.find(|it| !of_number(it)).unwrap_or(rest.len()))
        })
    });
    let is_figure = |(number, behind): &(&str, &str)| {
        number.contains(|it: char| it.is_ascii_digit())
            && !number.contains([':', '/'])
            && !number.trim_start_matches('-').contains('-')
            && !behind.starts_with(['年', '月', '日', '号', '页'])
    };
    numbers.filter(is_figure).count()
}
