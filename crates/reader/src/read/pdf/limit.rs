//! Limits on what is read of a file, with their names for the reader.
use crate::read::Failure;

/// A limit: what is counted, in both languages, and how much of it is read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Limit {
    /// What is counted, in Chinese.
    pub zh: &'static str,
    /// The same in English.
    pub en: &'static str,
    /// How much of it is read at most.
    pub most: usize,
}

impl Limit {
    /// Nothing of the file could be read within the limit.
    pub fn failure(&self) -> Failure {
        Failure::too_large(self.zh, self.en, self.most)
    }
}
