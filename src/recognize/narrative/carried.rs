//! 当年拨款 is what the year itself gives; where the tables count in what was carried over, no figure of
//! such a section repeats a cell.
use crate::{
    budget::{Budget, CellName, FactId, statement::Statement},
    forms::narrative::{Section, section_named},
};
use rust_decimal::Decimal;

/// The section that may tell of the year alone.
const SECTION: Section = Section::GENERAL_BUDGET;

/// Where what was carried over stands.
const CARRIED: [&str; 2] = [
    "财政拨款收支总表.上年结转.一般公共预算",
    "财政拨款收支总表.上年结转.合计",
];

/// Ties the section to nothing if its total and what was carried over are together the table's.
pub fn leave_out(budget: &mut Budget) {
    let whole = section_named(SECTION).and_then(|it| it.whole);
    let Some(whole) = whole.and_then(|it| cell(budget, it)) else {
        return;
    };
    let value = |it: FactId| budget.fact(it).amount.value;
    let carried: Vec<Decimal> = CARRIED
        .iter()
        .filter_map(|it| cell(budget, it))
        .map(value)
        .filter(|it| !it.is_zero())
        .collect();
    let own = |it: &&Statement| it.section == Some(SECTION) && it.cell == Some(whole);
    let mut told = budget.statements.iter().filter(own);
    let apart = |told: FactId| carried.contains(&(value(whole) - value(told)));
    if told.any(|it| it.amount.is_some_and(apart)) {
        let of_section = budget.statements.iter_mut();
        for it in of_section.filter(|it| it.section == Some(SECTION)) {
            it.cell = None;
        }
    }
}

fn cell(budget: &Budget, name: &str) -> Option<FactId> {
    budget.find(&CellName::parse(name)?)
}
