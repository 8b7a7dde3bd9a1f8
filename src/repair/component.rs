//! Broken constraints that share a figure have a cause in common more often than not.
use super::{model::Model, row::Role};

/// The broken constraints that are to be mended, those that share figures together.
pub fn components(model: &Model) -> Vec<Vec<usize>> {
    let mut done = vec![false; model.rows.len()];
    let mut components = Vec::new();
    for first in 0..model.rows.len() {
        if model.rows[first].role == Role::Driving && !done[first] {
            components.push(component(model, first, &mut done));
        }
    }
    components
}

fn component(model: &Model, first: usize, done: &mut [bool]) -> Vec<usize> {
    done[first] = true;
    let mut found = vec![first];
    let mut next = 0;
    while next < found.len() {
        for (fact, _) in &model.rows[found[next]].terms {
            for link in model.links(*fact) {
                if model.rows[link.row].role == Role::Driving && !done[link.row] {
                    done[link.row] = true;
                    found.push(link.row);
                }
            }
        }
        next += 1;
    }
    found.sort_unstable();
    found
}

/// Broken constraints with figures too large to reckon with: all of them have one cause.
pub fn beyond(model: &Model) -> Vec<usize> {
    let rows = model.rows.iter().enumerate();
    rows.filter(|it| it.1.role == Role::Beyond)
        .map(|it| it.0)
        .collect()
}
