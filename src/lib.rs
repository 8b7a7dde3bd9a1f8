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
pub mod document;
pub mod forms;
pub mod generator;
pub mod money;
pub mod note;
pub mod read;
pub mod recognize;
pub mod repair;
pub mod report;
pub mod rules;
pub mod structure;
