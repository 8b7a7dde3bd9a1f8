//! What a published file looks like, without what it means: the ground that every other package
//! stands on.
//!
//! `document` has paragraphs and grids with the places where they are printed, `money` decimals that
//! know how coarsely they were printed, `note` what is said to the reader in both languages, `offset` positions
//! in text, `slip` how a figure is mistyped.
#![warn(missing_docs)]

pub mod document;
pub mod money;
pub mod note;
pub mod offset;
pub mod slip;
