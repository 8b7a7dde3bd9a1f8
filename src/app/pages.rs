//! The pages, one a tab, and those before there is a result.

pub mod comparison;
pub mod document;
pub mod documents;
pub mod findings;
pub mod open;
pub mod reading;
pub mod rules;
pub mod structure;
