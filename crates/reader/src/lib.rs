//! Bytes → [`document::Document`]: what a published file looks like, without what it means.
//!
//! ```text
//! bytes ─read→ Document: paragraphs and grids, every cell with the place where it is printed
//! ```
//! Money and notes live here, too: both are what a reader needs first.
#![warn(missing_docs)]

pub use gouji_document::{document, money, note, offset};

pub mod read;
