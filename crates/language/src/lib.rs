//! What sentences of budgets say: lines of text → figures with their meaning, and what ties them
//! together. Knows words, and neither tables nor rules.
//!
//! ```text
//! Line ─token→ words, names, figures ─discourse→ Told: figures, comparisons, lists, shares …
//! ```
pub mod discourse;
pub mod lexicon;
pub mod line;
mod notation;
pub mod phrase;
pub mod token;
pub mod told;
