//! How many decimals the figures of sentences have: one that has more than all others was mistyped.
use crate::{
    budget::{Budget, Fact, FactId},
    claim::{Doubt, Remark, Severity},
    money::Unit,
    money::decimals,
    note::Message,
    recognize::narrative::FORM,
    rules::remarks::of_document,
};
use rust_decimal::Decimal;

/// So many figures printed alike make another one conspicuous.
const FEWEST: usize = 10;
/// More of them are a habit.
const MOST: usize = 2;

/// Complains of amounts and percentages with more decimals than all others of their kind.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let kinds = [Unit::TenThousand, Unit::HundredMillion, Unit::Percent];
    kinds.iter().flat_map(|it| of_unit(budget, *it)).collect()
}

fn of_unit(budget: &Budget, unit: Unit) -> Vec<Remark> {
    let spoken = |it: &Fact| it.name.table.is(FORM) && it.unit == unit && !it.amount.is_nil();
    let told: Vec<FactId> = budget.ids().filter(|it| spoken(budget.fact(*it))).collect();
    let of = |it: &FactId| decimals(&budget.fact(*it).text);
    let usual = (1..5).max_by_key(|usual| told.iter().filter(|it| of(it) == *usual).count());
    let Some(usual) = usual else {
        return Vec::new();
    };
    let finer: Vec<FactId> = told.iter().copied().filter(|it| of(it) > usual).collect();
    let alike = told.iter().filter(|it| of(it) == usual).count();
    if alike < FEWEST || finer.len() > MOST {
        return Vec::new();
    }
    let wrong = finer
        .into_iter()
        .filter(|it| !is_source(budget, *it) && !is_small(budget, *it, usual));
    wrong.map(|it| remark(budget, it, usual)).collect()
}

/// Whether a table prints it as finely.
fn is_source(budget: &Budget, id: FactId) -> bool {
    let fact = budget.fact(id);
    budget
        .facts
        .iter()
        .any(|it| !it.name.table.is(FORM) && it.amount.value == fact.amount.value)
}

/// Whether nothing would be left of it with as many decimals as the others.
fn is_small(budget: &Budget, id: FactId, usual: u32) -> bool {
    let fact = budget.fact(id);
    let step = Decimal::new(1, usual) * fact.unit.scale();
    fact.amount.value.abs() < step
}

fn remark(budget: &Budget, id: FactId, usual: u32) -> Remark {
    let fact = budget.fact(id);
    let told = budget.telling.of_fact(id);
    let cell = told.and_then(|it| budget.telling.cell(it));
    let cell = cell.map(|it| budget.fact(it));
    let meant = cell
        .filter(|it| it.unit == fact.unit)
        .map(|it| it.text.clone());
    let message = Message::new(
        format!(
            "{} 有 {} 位小数，同类的数都是 {usual} 位。",
            fact.text,
            decimals(&fact.text)
        ),
        format!(
            "{} has {} decimals, all others have {usual}.",
            fact.text,
            decimals(&fact.text)
        ),
    );
    let doubt = Doubt {
        place: fact.name.to_string(),
        at: fact.source.at.clone(),
        text: fact.text.clone(),
        meant,
        reason: Message::new("多写了数字", "a digit too many"),
    };
    Remark {
        figures: vec![id],
        block: Some(fact.source.block),
        doubts: vec![doubt],
        ..of_document(Severity::Warning, message)
    }
}
