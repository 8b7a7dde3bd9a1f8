//! A repair in whole numbers, proved to mend what it should and to break nothing.
use super::{
    Change, Repair, Slip,
    cost::{self, EVENT},
    event::{Event, Key},
    model::Model,
    reach::{Reach, reach},
};
use crate::budget::FactId;

const EXCHANGE: u32 = 1_400;
const PATH: u32 = 1_200;
const COMMON: u32 = 2_000;
const ANY: u32 = 4_500;
const SCALE: u32 = 1_200;
const ROW_DOUBLED: u32 = 1_500;
const ROW_LOST: u32 = 2_200;

/// A repair with the constraints that it mends.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The figures to change and what to.
    pub changes: Vec<(u32, i128)>,
    /// How the hand slipped.
    pub slip: Slip,
    /// Implausibility in thousandths.
    pub cost: u32,
    /// The broken constraints that it mends.
    pub mends: Vec<usize>,
}

/// A supposed slip with its amount.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// The slip.
    pub event: &'a Event,
    /// Its amount.
    pub amount: i128,
    /// What the choice of the amount costs.
    pub doubt: u32,
}

impl Candidate {
    /// Puts the parts together; `None` if they do not mend, or are no slips.
    pub fn new(model: &Model, parts: &[Part]) -> Option<Self> {
        let whole = together(parts)?;
        let changes = changes(model, &whole)?;
        let (mends, evidence) = mended(model, &reach(model, &whole)?)?;
        if parts.iter().any(is_scale) && !mends.iter().all(|it| reaches_out(model, *it, &changes)) {
            return None;
        }
        let mut cost = 0;
        let mut slips = Vec::new();
        for part in parts {
            let (slip, more) = supposing(model, part)?;
            cost += EVENT + more + part.doubt;
            slips.push(slip);
        }
        let alike = slips.iter().all(|it| *it == slips[0]);
        Some(Candidate {
            slip: if alike { slips[0] } else { Slip::Other },
            cost: cost.saturating_add_signed(evidence),
            changes,
            mends,
        })
    }

    /// The repair as the report needs it; `None` if a figure is too large to be told.
    pub fn repair(&self, model: &Model) -> Option<Repair> {
        let changes = self.changes.iter().map(|(fact, to)| {
            let to = model.measure.decimal(*to)?;
            let fact = FactId(*fact as usize);
            Some(Change { fact, to })
        });
        Some(Repair {
            changes: changes.collect::<Option<_>>()?,
            slip: self.slip,
            cost: self.cost,
        })
    }
}

/// One event that does what all parts do.
fn together(parts: &[Part]) -> Option<Event> {
    let mut moves = Vec::new();
    for part in parts {
        for (fact, amount) in &part.event.moves {
            moves.push((*fact, amount.checked_mul(part.amount)?));
        }
    }
    moves.sort_unstable();
    let once = moves.windows(2).all(|it| it[0].0 != it[1].0);
    once.then_some(Event {
        key: parts.first()?.event.key,
        moves,
        fixed: true,
    })
}

fn is_scale(part: &Part) -> bool {
    matches!(part.event.key, Key::Scale(..))
}

/// Whether a figure that is not changed stands in the constraint. Within one table a wrong unit
/// leaves every sum as it was: a smaller unit would only hide the difference in the rounding.
fn reaches_out(model: &Model, row: usize, changes: &[(u32, i128)]) -> bool {
    let is_changed = |fact: u32| changes.iter().any(|it| it.0 == fact);
    let terms = &model.rows[row].terms;
    terms
        .iter()
        .any(|it| model.figure(it.0).value != Some(0) && !is_changed(it.0))
}

fn changes(model: &Model, whole: &Event) -> Option<Vec<(u32, i128)>> {
    let moves = whole.moves.iter();
    moves
        .map(|(fact, amount)| Some((*fact, model.figure(*fact).value?.checked_add(*amount)?)))
        .collect()
}

/// What the change mends, and what the weaker constraints say of it; `None` if it breaks what
/// may not be broken.
fn mended(model: &Model, reach: &[Reach]) -> Option<(Vec<usize>, i32)> {
    let mut mends = Vec::new();
    let mut evidence = 0;
    for it in reach {
        let row = &model.rows[it.row];
        let holds = row.holds(row.off.checked_add(it.factor)?, it.slack);
        match (row.broken, holds) {
            (true, true) => mends.push(it.row),
            (_, false) if row.binds() => return None,
            _ => {}
        }
        if !row.binds() && row.broken == holds {
            let weight = row.weight as i32;
            evidence += if holds { -weight } else { weight };
        }
    }
    Some((mends, evidence))
}

/// How the hand slipped in one part, and what that costs.
fn supposing(model: &Model, part: &Part) -> Option<(Slip, u32)> {
    let figure = |fact: u32| {
        let value = model.figure(fact).value?.checked_add(part.amount)?;
        Some(cost::of_change(model, fact, value))
    };
    Some(match part.event.key {
        Key::Figure(fact) => figure(fact)?,
        Key::Path(start) => (Slip::NotUpdated, PATH + telling(figure(start)?.1)),
        Key::Exchange(..) => (Slip::WrongColumn, EXCHANGE),
        Key::Scale(..) => (Slip::Unit, SCALE),
        Key::RowDoubled(_) => (Slip::Spurious, ROW_DOUBLED),
        Key::RowLost(_) => (Slip::Missing, ROW_LOST),
    })
}

/// What a slip in the first figure of a path costs: one that is not common is any difference.
fn telling(cost: u32) -> u32 {
    if cost < COMMON { cost } else { ANY }
}
