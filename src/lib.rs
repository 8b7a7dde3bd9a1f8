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
pub mod structure;
pub mod together;
pub mod words;

pub use examination::Examination;
pub use gouji_language as language;
pub use gouji_reader::{document, money, note, read};

use read::{Failure, Input, Progress};
use together::Part;

/// Examines one document from beginning to end. Only reading can fail. The files of an archive have
/// to be one disclosure.
pub fn examine(input: &Input, progress: &mut dyn FnMut(Progress)) -> Result<Examination, Failure> {
    let parts = parts(input, progress)?;
    let names = parts.iter().map(|it| it.name().to_owned());
    let names: Vec<String> = names.collect();
    let mut groups = together::groups(parts, names.len() == 2);
    match groups.pop() {
        Some(group) if groups.is_empty() => Ok(together::examine_parts(group)),
        _ => Err(Failure::several(&names)),
    }
}

/// The file, or those in it that hold something of a disclosure.
fn parts(input: &Input, progress: &mut dyn FnMut(Progress)) -> Result<Vec<Part>, Failure> {
    if !read::is_archive(input) {
        return Part::read(input, progress).map(|it| vec![it]);
    }
    let mut failed = None;
    let mut parts = Vec::new();
    let unpacked = read::unpack(input.clone())?;
    for file in unpacked.files {
        match Part::read(&file, progress) {
            Ok(part) => parts.push(part.from_archive(unpacked.is_cut)),
            Err(failure) => failed = failed.or(Some(failure)),
        }
    }
    if parts.iter().any(Part::says) {
        parts.retain(Part::says);
    }
    match failed {
        Some(failure) if parts.is_empty() => Err(failure),
        _ => Ok(parts),
    }
}

/// Examines files that were published apart as the one disclosure they are. A failure comes with
/// the number of the file, from 0.
pub fn examine_together(
    inputs: &[Input],
    progress: &mut dyn FnMut(Progress),
) -> Result<Examination, (usize, Failure)> {
    let mut whole = Vec::new();
    for (number, input) in inputs.iter().enumerate() {
        whole.extend(parts(input, progress).map_err(|it| (number, it))?);
    }
    Ok(together::examine_parts(whole))
}
