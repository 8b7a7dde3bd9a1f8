//! Hypotheses: what one slip of the hand may have done to the figures.
use super::{
    layout::{self, Place},
    model::Model,
    path,
};

/// Which slip is supposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    /// One figure is wrong.
    Figure(u32),
    /// Two figures stand in each other's place; one of them may be a blank.
    Exchange(u32, u32),
    /// A figure and the totals over it, in one table, are off by the same amount.
    Path(u32),
    /// The figures of a table are to be multiplied by this power of ten.
    Scale(u32, i32),
    /// A whole row stands where none belongs.
    RowDoubled(Place),
    /// A whole row is blank.
    RowLost(Place),
}

/// A supposed slip, ready to be tried: an unknown amount, and how much each figure changes for
/// one of it.
#[derive(Debug, Clone)]
pub struct Event {
    /// Which slip.
    pub key: Key,
    /// Each figure and its change for one unit of the amount.
    pub moves: Vec<(u32, i128)>,
    /// Whether the amount is known: one.
    pub fixed: bool,
}

impl Key {
    /// What it takes to make the event of it, in constraints looked at.
    pub fn work(self) -> usize {
        match self {
            Key::Path(_) => path::WORK,
            _ => 1,
        }
    }
}

impl Event {
    fn fixed(key: Key, moves: Vec<(u32, i128)>) -> Option<Self> {
        let fixed = true;
        (!moves.is_empty()).then_some(Event { key, moves, fixed })
    }
}

/// The event of a key; `None` if it would change nothing or the figures are too large.
pub fn event(model: &Model, key: Key) -> Option<Event> {
    match key {
        Key::Figure(fact) => Some(Event {
            key,
            moves: vec![(fact, 1)],
            fixed: false,
        }),
        Key::Exchange(one, two) => Event::fixed(key, exchange(model, one, two)?),
        Key::Path(start) => Some(Event {
            key,
            moves: path::path(model, start)?,
            fixed: false,
        }),
        Key::Scale(table, power) => Event::fixed(key, scale(model, table, power)?),
        Key::RowDoubled(place) => Event::fixed(key, row_doubled(model, place)?),
        Key::RowLost(place) => Event::fixed(key, row_lost(model, place)?),
    }
}

/// The two figures that stand next to each other and may have been exchanged.
pub fn exchanges<'a>(model: &'a Model<'a>, fact: u32) -> impl Iterator<Item = Key> + 'a {
    let place = model.layout.place(fact).into_iter();
    let others = place.flat_map(|it| layout::neighbours(model.budget, it));
    others
        .filter(move |it| model.figure(*it).value != model.figure(fact).value)
        .map(move |it| Key::Exchange(fact.min(it), fact.max(it)))
}

fn exchange(model: &Model, one: u32, two: u32) -> Option<Vec<(u32, i128)>> {
    let (first, second) = (model.figure(one).value?, model.figure(two).value?);
    let change = second.checked_sub(first)?;
    Some(vec![(one, change), (two, -change)])
}

/// Powers of ten between units of account.
pub const POWERS: [i32; 6] = [4, -4, 3, -3, 8, -8];

fn scale(model: &Model, table: u32, power: i32) -> Option<Vec<(u32, i128)>> {
    let times = 10i128.checked_pow(power.unsigned_abs())?;
    let panels = &model.budget.tables[table as usize].panels;
    let facts = panels.iter().flat_map(|it| it.cells.iter().flatten());
    let figures = facts.map(|it| (it.0 as u32, model.figure(it.0 as u32).value));
    let printed = figures.filter(|it| it.1 != Some(0));
    printed
        .map(|(fact, value)| {
            let value = value?;
            let meant = match power > 0 {
                true => value.checked_mul(times)?,
                false if value % times == 0 => value / times,
                false => return None,
            };
            Some((fact, meant.checked_sub(value)?))
        })
        .collect()
}

fn row_doubled(model: &Model, place: Place) -> Option<Vec<(u32, i128)>> {
    let facts = layout::row(model.budget, place);
    let figures = facts.map(|it| Some((it, model.figure(it).value?.checked_neg()?)));
    let moves: Option<Vec<_>> = figures.filter(|it| !matches!(it, Some((_, 0)))).collect();
    moves.filter(|it| it.len() > 1)
}

/// Each cell of a blank row gets what the sum over it lacks.
fn row_lost(model: &Model, place: Place) -> Option<Vec<(u32, i128)>> {
    let facts: Vec<u32> = layout::row(model.budget, place).collect();
    if facts.iter().any(|it| model.figure(*it).value != Some(0)) {
        return None;
    }
    let lacking = |fact: &u32| Some((*fact, lacking(model, *fact, &facts)?));
    let moves: Vec<(u32, i128)> = facts.iter().filter_map(lacking).collect();
    (moves.len() > 1).then_some(moves)
}

/// What mends a broken constraint in which the figure stands without the others of its row.
fn lacking(model: &Model, fact: u32, others: &[u32]) -> Option<i128> {
    let alone =
        |terms: &[(u32, i64)]| terms.iter().filter(|it| others.contains(&it.0)).count() == 1;
    let broken = model.links(fact).iter().find(|it| {
        let row = &model.rows[it.row];
        row.broken && row.binds() && !row.one_sided && alone(&row.terms)
    })?;
    let (off, factor) = (model.rows[broken.row].off, i128::from(broken.factor));
    (off % factor == 0).then_some(-off / factor)
}

/// The place of a row as a whole.
pub fn whole_row(place: Place) -> Place {
    Place { column: 0, ..place }
}
