//! Which of the values that would do is the one that was meant.
use super::{cost, event::Event, model::Model, reach::Reach, span::Span};

/// Maximum number of printable values tried one by one.
const FEW: i128 = 48;
/// Half the doubt: each doubling of the values that would do costs this much.
const DOUBLING: u32 = 100;
/// Cost of a value that is supported only by how it would be printed.
const OPEN: u32 = 2_000;

/// The amount of the event in `span` that looks most like a slip, with the cost of the doubt;
/// `off` tells what each constraint is off by without the event.
pub fn choose(
    model: &Model,
    event: &Event,
    reach: &[Reach],
    span: Span,
    off: impl Fn(usize) -> i128,
) -> Option<(i128, u32)> {
    let allowed = |it: &i128| *it != 0 && span.contains(*it);
    if event.fixed {
        return Some((1, 0)).filter(|it| allowed(&it.0));
    }
    if span.width() == Some(0) {
        return span.low.filter(allowed).map(|it| (it, 0));
    }
    let aims = aims(model, reach, off);
    let fact = event.moves[0].0;
    let mut amounts = amounts(model, fact, span, &aims);
    amounts.retain(allowed);
    amounts.sort_unstable();
    amounts.dedup();
    let best = amounts.into_iter().min_by_key(|it| {
        let exact = aims.iter().filter(|aim| *aim == it).count();
        (
            look(model, fact, *it),
            usize::MAX - exact,
            from_middle(span, *it),
        )
    })?;
    Some((best, doubt(span, model.figure(fact).step)))
}

/// The amounts that make one constraint exact each.
fn aims(model: &Model, reach: &[Reach], off: impl Fn(usize) -> i128) -> Vec<i128> {
    let equalities = reach.iter().filter(|it| {
        let row = &model.rows[it.row];
        row.binds() && !row.one_sided
    });
    let exact = |it: &Reach| (off(it.row) % it.factor == 0).then(|| -off(it.row) / it.factor);
    equalities.filter_map(exact).collect()
}

fn look(model: &Model, fact: u32, amount: i128) -> u32 {
    let value = model.figure(fact).value.unwrap_or(0);
    let meant = value.checked_add(amount);
    meant.map_or(u32::MAX, |it| cost::of_change(model, fact, it).1)
}

/// What is worth trying: exact values, every printable one if they are few, what a slip would
/// have made the printed one of, and the ends.
fn amounts(model: &Model, fact: u32, span: Span, aims: &[i128]) -> Vec<i128> {
    let figure = model.figure(fact);
    let value = figure.value.unwrap_or(0);
    let mut amounts: Vec<i128> = aims.to_vec();
    amounts.extend([span.low, span.high].into_iter().flatten());
    let printable: Vec<i128> = amounts
        .iter()
        .filter_map(|it| value.checked_add(*it))
        .flat_map(|it| {
            let down = it - it.rem_euclid(figure.step);
            [down, down.saturating_add(figure.step)]
        })
        .collect();
    amounts.extend(printable.iter().map(|it| it - value));
    match span.width() {
        Some(width) if width / figure.step <= FEW => {
            let first = printable.iter().min().map_or(0, |it| it - value);
            amounts.extend((0..=width / figure.step + 1).map(|it| first + it * figure.step));
        }
        _ => amounts.extend(origins(model, fact).into_iter().map(|it| it - value)),
    }
    amounts
}

fn origins(model: &Model, fact: u32) -> Vec<i128> {
    let figure = model.figure(fact);
    let fact = model.fact(fact);
    let written = cost::writing(fact, figure.decimals);
    let origins = written.map_or(Vec::new(), |it| it.origins()).into_iter();
    let amounts = origins.filter_map(|it| it.checked_mul(fact.unit.scale()));
    amounts.filter_map(|it| model.measure.whole(it)).collect()
}

fn from_middle(span: Span, amount: i128) -> i128 {
    match (span.low, span.high) {
        (Some(low), Some(high)) => (amount.saturating_sub(low))
            .saturating_sub(high.saturating_sub(amount))
            .saturating_abs(),
        (Some(end), None) | (None, Some(end)) => amount.saturating_sub(end).saturating_abs(),
        (None, None) => 0,
    }
}

/// The more values would do, the less the best of them says.
fn doubt(span: Span, step: i128) -> u32 {
    let Some(width) = span.width() else {
        return OPEN;
    };
    let values = width / step + 1;
    (values.ilog2() * DOUBLING).min(OPEN)
}
