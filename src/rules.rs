//! The catalogue of rules: what must agree in a published budget, as data.
mod codes;
pub(crate) mod disclosure;
mod economic;
pub mod example;
mod likeness;
pub(crate) mod narrative;
mod performance;
mod plausible;
mod remarks;
mod table;
mod table_form;
mod table_rates;
mod tables;
mod wording;
mod years;

pub use narrative::other_word;

use crate::rule::Rule;

const CATALOGUE: &[&[Rule]] = &[
    table::RULES,
    table_form::RULES,
    table_rates::RULES,
    tables::overviews::RULES,
    tables::funds::RULES,
    tables::items::RULES,
    economic::RULES,
    performance::RULES,
    wording::RULES,
    narrative::RULES,
    codes::RULES,
    disclosure::RULES,
    plausible::RULES,
];

/// Every rule, within tables first.
pub fn catalogue() -> impl Iterator<Item = &'static Rule> {
    CATALOGUE.iter().copied().flatten()
}

/// The rule of this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    catalogue().find(|it| it.id == id)
}
