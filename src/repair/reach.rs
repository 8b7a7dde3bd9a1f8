//! What a change of figures does to the constraints.
use super::{event::Event, model::Model, span::Span};

/// One constraint that an event touches.
#[derive(Debug, Clone, Copy)]
pub struct Reach {
    /// Index of the constraint.
    pub row: usize,
    /// By how much its sum changes for each unit of the event's amount.
    pub factor: i128,
    /// What rounding explains more (or less) once the figures are printed as the table is.
    pub slack: i128,
}

/// Every constraint that the event touches, in order; `None` if the figures are too large.
pub fn reach(model: &Model, event: &Event) -> Option<Vec<Reach>> {
    let mut reach = Vec::new();
    for (fact, amount) in &event.moves {
        let figure = model.figure(*fact);
        let finer = figure.step / 2 - figure.half;
        for link in model.links(*fact) {
            let factor = i128::from(link.factor);
            let rounded = model.rows[link.row].allowed > 0;
            reach.push(Reach {
                row: link.row,
                factor: factor.checked_mul(*amount)?,
                slack: if rounded {
                    factor.abs().checked_mul(finer)?
                } else {
                    0
                },
            });
        }
    }
    if event.moves.len() > 1 {
        merge(&mut reach)?;
    }
    Some(reach)
}

/// Joins what touches the same constraint; what cancels out does not touch it.
fn merge(reach: &mut Vec<Reach>) -> Option<()> {
    reach.sort_unstable_by_key(|it| it.row);
    let mut sound = true;
    reach.dedup_by(|next, kept| {
        if next.row != kept.row {
            return false;
        }
        match (
            kept.factor.checked_add(next.factor),
            kept.slack.checked_add(next.slack),
        ) {
            (Some(factor), Some(slack)) => (kept.factor, kept.slack) = (factor, slack),
            _ => sound = false,
        }
        true
    });
    reach.retain(|it| it.factor != 0);
    sound.then_some(())
}

/// By how much the event may happen for all it touches to hold; `None` if by nothing.
/// `off` tells what each constraint is off by without it.
pub fn span(model: &Model, reach: &[Reach], off: impl Fn(usize) -> i128) -> Option<Span> {
    let binding = reach.iter().filter(|it| model.rows[it.row].binds());
    binding.into_iter().try_fold(Span::ALL, |span, it| {
        span.meet(model.rows[it.row].span(off(it.row), it.factor, it.slack)?)
    })
}
