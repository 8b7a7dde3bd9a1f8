//! One slip that explains a whole component, or several at once.
use super::{
    candidate::{Candidate, Part},
    effort::Effort,
    event::{self, Event, Key, POWERS},
    model::Model,
    path,
    reach::{reach, span},
    value,
};

/// Maximum number of figures of a component tried as the beginning of a path.
const MOST_STARTS: usize = 256;

/// Every single slip that mends all of `component` and breaks nothing.
pub fn single(model: &Model, component: &[usize], effort: &mut Effort) -> Vec<Candidate> {
    let Some(least) = least(model, component) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for key in keys(model, component, least) {
        if !effort.spend(key.work()) {
            break;
        }
        let event = event::event(model, key);
        let Some(event) = event.filter(|it| starts_well(model, it, least)) else {
            continue;
        };
        found.extend(explain(model, component, &event, effort));
    }
    found
}

/// The constraint with the fewest figures: one of them has to change.
pub fn least(model: &Model, rows: &[usize]) -> Option<usize> {
    rows.iter()
        .copied()
        .min_by_key(|it| model.rows[*it].terms.len())
}

/// A slip of known amount must mend this constraint: a look before all others are looked at.
fn starts_well(model: &Model, event: &Event, row: usize) -> bool {
    let row = &model.rows[row];
    if !event.fixed {
        return true;
    }
    let change = event.moves.iter().try_fold(0i128, |sum, (fact, amount)| {
        sum.checked_add(amount.checked_mul(row.factor(*fact))?)
    });
    change.is_some_and(|it| it != 0)
}

fn explain(
    model: &Model,
    component: &[usize],
    event: &Event,
    effort: &mut Effort,
) -> Option<Candidate> {
    let reach = reach(model, event)?;
    effort.spend(reach.len());
    let touched = reach
        .iter()
        .filter(|it| component.binary_search(&it.row).is_ok());
    if touched.count() < component.len() {
        return None;
    }
    let off = |row: usize| model.rows[row].off;
    let span = span(model, &reach, off)?;
    let (amount, doubt) = value::choose(model, event, &reach, span, off)?;
    let part = Part {
        event,
        amount,
        doubt,
    };
    Candidate::new(model, &[part])
}

/// What may have happened to the figures of the constraint `least`.
fn keys(model: &Model, component: &[usize], least: usize) -> Vec<Key> {
    let figures: Vec<u32> = model.rows[least].terms.iter().map(|it| it.0).collect();
    let mut keys: Vec<Key> = figures.iter().map(|it| Key::Figure(*it)).collect();
    keys.extend(figures.iter().flat_map(|it| event::exchanges(model, *it)));
    keys.extend(
        starts(model, component, &figures)
            .into_iter()
            .map(Key::Path),
    );
    for fact in figures {
        if let Some(place) = model.layout.place(fact) {
            keys.extend(POWERS.map(|power| Key::Scale(place.table, power)));
            let place = event::whole_row(place);
            keys.extend([Key::RowDoubled(place), Key::RowLost(place)]);
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// What a path may begin with: any figure of the component, and any item below those of `least`.
fn starts(model: &Model, component: &[usize], least: &[u32]) -> Vec<u32> {
    let rows = component.iter().map(|it| &model.rows[*it]);
    let figures = rows
        .flat_map(|it| it.terms.iter().map(|it| it.0))
        .take(MOST_STARTS);
    let items = least.iter().flat_map(|it| path::items(model, *it));
    let starts = items.take(MOST_STARTS).chain(figures);
    starts.filter(|it| model.fact(*it).is_printed()).collect()
}
