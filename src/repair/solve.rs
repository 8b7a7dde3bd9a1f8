//! Whether a set of slips can mend everything together: fraction-free elimination.
use super::{model::Model, reach::Reach};

/// Maximum number of slips solved for at once.
pub const DEEPEST: usize = 4;

/// One slip of the set: what it touches, and whether its amount is known to be one.
#[derive(Debug, Clone, Copy)]
pub struct Column<'a> {
    /// What it touches.
    pub reach: &'a [Reach],
    /// Whether its amount is one.
    pub fixed: bool,
}

/// What elimination comes to.
#[derive(Debug)]
pub enum Outcome {
    /// The amounts that mend everything, as far as whole numbers go.
    Amounts(Vec<i128>),
    /// A sum of constraints, each with its factor, that these slips alone cannot mend.
    Conflict(Vec<(usize, i128)>),
    /// Nothing is to be had from this set.
    Nothing,
}

/// A constraint or a combination of some, over the amounts of the slips.
#[derive(Debug, Clone)]
struct Line {
    factors: [i128; DEEPEST],
    aim: i128,
    of: Vec<(usize, i128)>,
}

/// The amounts for which every constraint touched holds.
pub fn solve(model: &Model, columns: &[Column]) -> Outcome {
    let mut pivots: Vec<(usize, Line)> = Vec::new();
    let mut conflict: Option<Line> = None;
    for row in touched(model, columns) {
        let Some(line) = line(model, columns, row).and_then(|it| reduce(it, &pivots)) else {
            return Outcome::Nothing;
        };
        match line.factors.iter().position(|it| *it != 0) {
            Some(pivot) => pivots.push((pivot, line)),
            None if fits(model, &line) => {}
            None => conflict = shorter(conflict, line),
        }
    }
    if let Some(line) = conflict {
        return Outcome::Conflict(line.of);
    }
    amounts(columns, &pivots).map_or(Outcome::Nothing, Outcome::Amounts)
}

/// Equalities first, the strictest and shortest of them before all.
fn touched(model: &Model, columns: &[Column]) -> Vec<usize> {
    let reach = columns.iter().flat_map(|it| it.reach);
    let rows = reach.map(|it| it.row).filter(|it| model.rows[*it].binds());
    let mut rows: Vec<usize> = rows.collect();
    rows.sort_unstable();
    rows.dedup();
    rows.sort_by_key(|it| {
        let row = &model.rows[*it];
        (row.one_sided, row.allowed, row.terms.len())
    });
    rows
}

fn line(model: &Model, columns: &[Column], row: usize) -> Option<Line> {
    let mut line = Line {
        factors: [0; DEEPEST],
        aim: model.rows[row].off.checked_neg()?,
        of: vec![(row, 1)],
    };
    for (index, column) in columns.iter().enumerate() {
        let Ok(at) = column.reach.binary_search_by_key(&row, |it| it.row) else {
            continue;
        };
        let factor = column.reach[at].factor;
        match column.fixed {
            true => line.aim = line.aim.checked_sub(factor)?,
            false => line.factors[index] = factor,
        }
    }
    Some(line)
}

/// Takes out of the line what the pivots determine.
fn reduce(mut line: Line, pivots: &[(usize, Line)]) -> Option<Line> {
    for (at, pivot) in pivots {
        let (own, other) = (line.factors[*at], pivot.factors[*at]);
        if own == 0 {
            continue;
        }
        let mix = |a: i128, b: i128| a.checked_mul(other)?.checked_sub(b.checked_mul(own)?);
        for index in 0..DEEPEST {
            line.factors[index] = mix(line.factors[index], pivot.factors[index])?;
        }
        line.aim = mix(line.aim, pivot.aim)?;
        line.of = combined(&line.of, other, &pivot.of, own)?;
    }
    Some(line)
}

fn combined(
    one: &[(usize, i128)],
    times: i128,
    two: &[(usize, i128)],
    less: i128,
) -> Option<Vec<(usize, i128)>> {
    let mut sum = Vec::with_capacity(one.len() + two.len());
    for (row, factor) in one {
        sum.push((*row, factor.checked_mul(times)?));
    }
    for (row, factor) in two {
        let change = factor.checked_mul(less)?.checked_neg()?;
        match sum.iter_mut().find(|it| it.0 == *row) {
            Some(found) => found.1 = found.1.checked_add(change)?,
            None => sum.push((*row, change)),
        }
    }
    sum.retain(|it| it.1 != 0);
    Some(sum)
}

/// Whether what is left over is within the tolerances of the constraints it is made of.
fn fits(model: &Model, line: &Line) -> bool {
    let allowed = line.of.iter().try_fold(0i128, |sum, (row, factor)| {
        sum.checked_add(model.rows[*row].allowed.checked_mul(factor.abs())?)
    });
    inequality(model, line) || allowed.is_some_and(|it| line.aim.abs() <= it)
}

/// A sum with one inequality in it leaves the other side open.
fn inequality(model: &Model, line: &Line) -> bool {
    let mut one_sided = line.of.iter().filter(|it| model.rows[it.0].one_sided);
    match (one_sided.next(), one_sided.next()) {
        (Some((_, factor)), None) => line.aim.signum() == factor.signum(),
        (Some(_), Some(_)) => true,
        _ => false,
    }
}

fn shorter(known: Option<Line>, new: Line) -> Option<Line> {
    match known {
        Some(known) if known.of.len() <= new.of.len() => Some(known),
        _ => Some(new),
    }
}

/// The amounts from the last pivot back to the first; `None` if one is left open.
fn amounts(columns: &[Column], pivots: &[(usize, Line)]) -> Option<Vec<i128>> {
    let free = columns.iter().filter(|it| !it.fixed).count();
    if pivots.len() < free {
        return None;
    }
    let mut amounts: Vec<i128> = columns.iter().map(|it| i128::from(it.fixed)).collect();
    for (at, line) in pivots.iter().rev() {
        let mut aim = line.aim;
        for (index, column) in columns.iter().enumerate() {
            if index != *at && !column.fixed {
                aim = aim.checked_sub(line.factors[index].checked_mul(amounts[index])?)?;
            }
        }
        amounts[*at] = nearest(aim, line.factors[*at])?;
    }
    amounts.iter().all(|it| *it != 0).then_some(amounts)
}

/// The quotient, rounded to the nearest whole number.
fn nearest(number: i128, by: i128) -> Option<i128> {
    let (number, by) = (number.checked_mul(by.signum())?, by.checked_abs()?);
    Some(number.checked_add(by / 2)?.div_euclid(by))
}
