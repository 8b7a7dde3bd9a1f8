//! Bytes → [`document::Document`]: what a published file looks like, without what it means.
//!
//! ```text
//! bytes ─read→ Document: paragraphs and grids, every cell with the place where it is printed
//! ```
//! Documents, money, notes and offsets are those of gouji-document.
#![warn(missing_docs)]

pub use gouji_document::{document, money, note, offset, slip};

pub mod read;
