//! What rules say of the figures at hand: what must hold between them, and what is remarked.
mod constraint;
pub mod rate;
mod reading;
mod remark;
mod severity;

pub use constraint::{Constraint, Relation, Term, Verdict};
pub use rate::{Rate, RateKind, RateVerdict};
pub use reading::{Certainty, Claim, Tie};
pub use remark::{Doubt, Remark};
pub use severity::Severity;
