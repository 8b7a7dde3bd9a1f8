//! What the page says, Chinese and English beside each other.

pub mod comparison;
pub mod exports;
pub mod findings;
pub mod frame;
pub mod guards;
pub mod help;
pub mod open;
pub mod reading;
pub mod result;
pub mod structure;

use gouji::note::{Message, Text};

/// The language of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Language {
    /// Chinese, which comes first.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Language {
    /// The wording in this language.
    pub const fn of(self, words: Text) -> &'static str {
        match self {
            Self::Chinese => words.zh,
            Self::English => words.en,
        }
    }

    /// The wording of what the library said.
    pub fn said(self, message: &Message) -> String {
        match self {
            Self::Chinese => message.zh.clone(),
            Self::English => message.en.clone(),
        }
    }

    /// What `lang` attributes and the worker call it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Chinese => "zh",
            Self::English => "en",
        }
    }

    /// A sentence put together from parts: `{}` is where the next one goes.
    pub fn fill(self, words: Text, parts: &[&str]) -> String {
        let mut pieces = self.of(words).split("{}");
        let mut sentence = pieces.next().unwrap_or_default().to_owned();
        for (index, piece) in pieces.enumerate() {
            sentence.push_str(parts.get(index).copied().unwrap_or_default());
            sentence.push_str(piece);
        }
        sentence
    }
}

/// A wording in both languages, for what is said later.
pub fn message(words: Text) -> Message {
    Message::new(words.zh, words.en)
}
