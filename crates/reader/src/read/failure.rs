//! Why something could not be read, in words a reader can act on.
use crate::note::Message;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Why an input was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The kind.
    pub kind: FailureKind,
    /// What to tell the reader.
    pub message: Message,
}

/// A file that was not read, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// Its name; that of a file in an archive begins with the archive's.
    pub name: String,
    /// Its size.
    pub bytes: u64,
    /// Why it was not read.
    pub failure: Failure,
}

/// The kinds of failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FailureKind {
    /// It could not even be opened.
    Unavailable,
    /// Nothing is in it.
    Empty,
    /// Neither text nor any known format.
    NotText,
    /// Over a limit, which the message names.
    TooLarge,
    /// A known format that is not read.
    Unsupported,
    /// A known format, but broken.
    Damaged,
    /// It opens only with a password.
    PasswordNeeded,
    /// It opens with another password.
    WrongPassword,
    /// Images of pages, without text.
    Scanned,
}

impl Failure {
    /// A failure of a kind, in both wordings.
    pub fn new(kind: FailureKind, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Failure {
            kind,
            message: Message::new(zh, en),
        }
    }

    /// Nothing to read.
    pub(super) fn empty() -> Self {
        Failure::new(
            FailureKind::Empty,
            "内容为空，没有可读取的文字或表格。",
            "There is nothing in it: no text and no table.",
        )
    }

    /// Over a limit: what is counted, in both languages, and how much is allowed.
    pub(super) fn too_large(zh: &str, en: &str, limit: usize) -> Self {
        Failure::new(
            FailureKind::TooLarge,
            format!("内容过大：{zh}超过上限 {limit}，请拆分后再读取。"),
            format!("Too large: more than {limit} {en}. Please split it."),
        )
    }
}

impl Failure {
    /// Why none of several files was read.
    pub fn of_all(unread: &[Unread]) -> Self {
        let [first, _, ..] = unread else {
            let only = unread.first().map(|it| it.failure.clone());
            return only.unwrap_or_else(Failure::empty);
        };
        let reason = |name: &str, why: &str, colon: &str| format!("{name}{colon}{why}");
        let zh = unread
            .iter()
            .map(|it| reason(&it.name, &it.failure.message.zh, "："));
        let en = unread
            .iter()
            .map(|it| reason(&it.name, &it.failure.message.en, ": "));
        Failure::new(
            first.failure.kind,
            zh.collect::<Vec<_>>().join(""),
            en.collect::<Vec<_>>().join(" "),
        )
    }

    /// Several disclosures in one archive.
    pub fn several(names: &[String]) -> Self {
        let count = names.len();
        let names = names.join("、");
        Failure::new(
            FailureKind::Unsupported,
            format!("压缩包里有 {count} 份文件，不是同一份公开，请解压后逐份核对：{names}。"),
            format!(
                "The archive holds {count} files that are not one disclosure. Unpack it and check them one by one: {names}."
            ),
        )
    }

    /// More cells than all tables of a document may have.
    pub(super) fn too_many_cells() -> Self {
        Failure::too_large("表格单元格数", "table cells", super::MAX_CELLS)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message.zh)
    }
}

impl std::error::Error for Failure {}
