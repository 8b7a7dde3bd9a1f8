//! **gouji** checks that a published Chinese government budget adds up.
//!
//! ```text
//! bytes ─read→ Document ─recognize→ Budget ─check→ Checked ─repair→ causes ─report→ Report, View
//! ```
//! Data flows one way. Only reading can fail; every later stage returns its value and notes of
//! what it could not use.
#![warn(missing_docs)]

pub mod budget;
pub mod check;
pub mod claim;
pub mod examination;
pub mod forms;
mod places;
pub mod previous;
pub mod recognize;
pub mod repair;
pub mod report;
pub mod rule;
pub mod rules;
pub mod self_test;
pub mod structure;
pub mod together;
pub mod words;
mod writing;

pub use examination::Examination;
pub use gouji_language as language;
pub use gouji_reader::{document, money, note, offset, read, slip};

use read::{Failure, Input, Progress};

/// Examines one document from beginning to end. Only reading can fail. An archive has to hold one
/// disclosure; what else is in it is noted. [`together::documents`] examines whatever is handed in.
pub fn examine(input: &Input, progress: &mut dyn FnMut(Progress)) -> Result<Examination, Failure> {
    let outcomes = together::documents([input.clone()], &mut |_, it| progress(it));
    let (mut examined, others) = together::only(outcomes)?;
    examined.document.notes.extend(others);
    Ok(examined)
}
