//! The charts, each with its table beside it.

pub mod amounts;
pub mod bars;
pub mod chart;
pub mod classes;
pub mod flow;
pub mod options;
