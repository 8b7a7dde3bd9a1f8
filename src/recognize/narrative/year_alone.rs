//! 当年拨款 is what the year itself gives. Where a section tells a total without what was carried over,
//! none of its amounts need be that of a table that counts it in.
use crate::{
    budget::{
        Budget, FactId,
        telling::{Repeats, Telling},
    },
    language::told::FigureId,
};
use rust_decimal::Decimal;

/// Ties the amounts of such sections to no cell.
pub fn leave_out(budget: &Budget, telling: &mut Telling) {
    let alone = |(id, _): &(FigureId, _)| is_without_carried(budget, telling, *id);
    let sections: Vec<usize> = telling
        .figures()
        .filter(alone)
        .map(|it| it.1.place.section)
        .collect();
    let figures = telling.told.figures.iter().zip(&mut telling.repeats);
    for (figure, repeats) in figures {
        if sections.contains(&figure.place.section) {
            *repeats = Repeats::default();
        }
    }
}

/// Whether a total is that of its cell less what was carried over, and that of none as it stands.
fn is_without_carried(budget: &Budget, telling: &Telling, id: FigureId) -> bool {
    let repeats = &telling.repeats[id.0];
    let value = |it: FactId| budget.fact(it).amount.value;
    let told = value(telling.fact(id));
    let Some(cell) = telling.cell(id).map(value) else {
        return false;
    };
    let whole = !repeats.cells.iter().any(|it| value(*it) == told);
    let carried = |it: &FactId| cell.checked_sub(value(*it)) == Some(told);
    whole && told != Decimal::ZERO && repeats.carried_over.iter().any(carried)
}
