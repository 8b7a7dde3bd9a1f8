//! What a stage of the pipeline could not use, said to the reader in both languages.
use crate::document::Where;
use serde::{Deserialize, Serialize};

/// The language a reader has chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Lang {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The wording in this language.
    pub fn of<T>(self, zh: T, en: T) -> T {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// The tag that web pages name the language by.
    pub fn tag(self) -> &'static str {
        self.of("zh-CN", "en")
    }
}

/// A [`Message`] that is known when the program is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

/// Both wordings.
pub const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

impl Text {
    /// The wording in a language.
    pub fn said(self, lang: Lang) -> &'static str {
        lang.of(self.zh, self.en)
    }
}

/// The same words in Chinese and in English.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Message {
    /// Both wordings.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Message {
            zh: zh.into(),
            en: en.into(),
        }
    }

    /// The wording in a language.
    pub fn said(&self, lang: Lang) -> &str {
        lang.of(&self.zh, &self.en)
    }
}

/// One sentence behind another.
impl std::ops::Add for Message {
    type Output = Message;

    fn add(self, other: Message) -> Message {
        Message::new(self.zh + &other.zh, self.en + &other.en)
    }
}

/// Something the reader of a report should know that is no finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What is to be known.
    #[serde(flatten)]
    pub message: Message,
    /// Where it was seen.
    #[serde(rename = "where", skip_serializing_if = "Option::is_none")]
    pub at: Option<Where>,
    /// What is not checked because of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lost: Option<Lost>,
}

/// What of a document is not checked, and how much of it: the summary must not pass over it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lost {
    /// What is lost.
    pub what: LostKind,
    /// How many of them.
    pub count: usize,
}

/// What may be lost, in the order in which it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LostKind {
    /// The end of the file, however much it is.
    Rest,
    /// Pages that were not read, or not wholly.
    Pages,
    /// Pages with tables that were not read.
    TablePages,
    /// Tables that were not read.
    Tables,
    /// Tables that are named and were not found.
    NamedTables,
    /// Tables that were read and not checked.
    UnknownTables,
    /// Cells without their figures.
    Cells,
}

impl Note {
    /// A note without a place.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Note {
            message: Message::new(zh, en),
            at: None,
            lost: None,
        }
    }

    /// The same note, with what is not checked because of it.
    pub fn lost(self, what: LostKind, count: usize) -> Self {
        let lost = Some(Lost { what, count });
        Note { lost, ..self }
    }

    /// The same note, with its place.
    pub fn at(mut self, at: Where) -> Self {
        self.at = Some(at);
        self
    }
}
