//! How implausible it is that one figure should be another.
use super::{
    Slip, layout,
    model::Model,
    slip::{self, COPIED, COPIED_INTO_BLANK},
};
use crate::{
    budget::{Fact, Spot},
    money::{self, Unit},
    writing::Writing,
};
use rust_decimal::Decimal;

/// Cost of one more error: less plausible than any slip.
pub const EVENT: u32 = 3_000;
/// A blank is a less likely place for an error than a printed figure.
const BLANK: u32 = 1_000;
/// The narrative is copied from the tables by hand: it errs more often than they do.
const TABLE: u32 = 300;
/// A sentence is written around its figure: that there should be none is less likely than a blank cell.
const TOLD: u32 = 1_000;
/// Cost of changing a figure printed with as many decimals as those around it.
const REGULAR: u32 = 600;
/// Cost of a negative figure, which budgets do not have.
const NEGATIVE: u32 = 3_000;
/// Cost of a figure that its table could not print.
pub const UNPRINTABLE: u32 = 20_000;

/// The slip that makes the printed figure of `to`, with the cost of supposing it.
pub fn of_change(model: &Model, fact: u32, to: i128) -> (Slip, u32) {
    let figure = model.figure(fact);
    let printed = model.fact(fact);
    let (slip, cost) = slip_of(model, fact, to);
    let negative = to < 0 && figure.value.is_some_and(|it| it >= 0);
    let extra = [
        (!printed.is_printed(), BLANK),
        (!in_narrative(printed), TABLE),
        (in_narrative(printed) && slip == Slip::Spurious, TOLD),
        (negative, NEGATIVE),
        (to % figure.step != 0, UNPRINTABLE),
    ];
    let extra = extra.into_iter().filter(|it| it.0).map(|it| it.1);
    let regular = of_regular(printed, figure.decimals);
    (slip, cost + extra.sum::<u32>() + regular)
}

/// What it costs to suppose that a figure is wrong which is written like those around it: one with
/// another number of decimals was not written like them, and is the likelier slip.
pub fn of_regular(fact: &Fact, decimals: u32) -> u32 {
    let own = money::decimals(&fact.text);
    let plain_nil = own == 0 && fact.amount.is_nil();
    if own == decimals || plain_nil {
        REGULAR
    } else {
        0
    }
}

fn in_narrative(fact: &Fact) -> bool {
    matches!(fact.source.spot, Spot::Span { .. })
}

fn slip_of(model: &Model, fact: u32, to: i128) -> (Slip, u32) {
    let figure = model.figure(fact);
    let written = model.measure.decimal(to).and_then(|to| {
        let fact = model.fact(fact);
        Some((
            writing(fact, figure.decimals)?,
            meant(to, fact.unit, figure.decimals)?,
        ))
    });
    let found = match written {
        Some((printed, meant)) => slip::between(&printed, &meant),
        None => (Slip::Other, UNPRINTABLE),
    };
    let copied = if to == 0 { COPIED_INTO_BLANK } else { COPIED };
    if found.1 > copied && figure.value != Some(0) && stands_beside(model, fact) {
        return (Slip::Copied, copied);
    }
    found
}

/// The figure as printed; what cannot be read as a figure is taken by its value.
pub fn writing(fact: &Fact, decimals: u32) -> Option<Writing> {
    let printed = Writing::of_text(&fact.text);
    let true_to_value = |it: &Writing| {
        let value = it.figure().and_then(|it| it.checked_mul(fact.unit.scale()));
        value == Some(fact.amount.value)
    };
    let printed = printed.filter(true_to_value);
    printed.or_else(|| meant(fact.amount.value, fact.unit, decimals))
}

/// How an amount is written in a table of this unit and so many decimals.
pub fn meant(amount: Decimal, unit: Unit, decimals: u32) -> Option<Writing> {
    Writing::of_figure(amount.checked_div(unit.scale())?, decimals)
}

/// Whether the same figure stands beside or above or below.
fn stands_beside(model: &Model, fact: u32) -> bool {
    let value = model.figure(fact).value;
    let place = model.layout.place(fact).into_iter();
    let mut neighbours = place.flat_map(|it| layout::neighbours(model.budget, it));
    neighbours.any(|it| model.figure(it).value == value)
}
