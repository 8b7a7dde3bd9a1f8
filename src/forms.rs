//! The catalogue of forms: what the standard tables look like.

/// A standard table.
#[derive(Debug)]
pub struct Form {
    /// The name used in places and rules.
    pub name: &'static str,
}
