//! The order of the search: one slip for as much as possible, then more and more at once.
use super::{
    candidate::Candidate,
    component::components,
    deepen::together,
    effort::{Effort, WHOLE},
    model::Model,
    single::single,
    solve::DEEPEST,
};

/// Maximum number of components tried in pairs.
const MOST_PAIRED: usize = 12;

/// Broken constraints with what explains them.
#[derive(Debug)]
pub struct Group {
    /// The broken constraints.
    pub rows: Vec<usize>,
    /// What mends all of them; empty if nothing does.
    pub candidates: Vec<Candidate>,
}

/// Everything that is broken, in groups with a cause each.
pub fn search(model: &Model) -> Vec<Group> {
    let mut effort = Effort::new(WHOLE);
    let mut open = components(model);
    let mut groups = singles(model, &mut open, &mut effort);
    for slips in 2..=DEEPEST {
        groups.extend(joint(model, &mut open, slips, &mut effort));
        groups.extend(alone(model, &mut open, slips, &mut effort));
    }
    let unexplained = open.into_iter().map(|rows| Group {
        rows,
        candidates: Vec::new(),
    });
    groups.extend(unexplained);
    groups
}

/// One slip each, those that explain several components first.
fn singles(model: &Model, open: &mut Vec<Vec<usize>>, effort: &mut Effort) -> Vec<Group> {
    let mut found: Vec<(Vec<usize>, Candidate)> = Vec::new();
    for component in open.iter() {
        let mut share = effort.share(4);
        for candidate in single(model, component, &mut share) {
            found.push((explained(open, &candidate), candidate));
        }
        effort.give_back(share);
    }
    found.sort_by_key(|it| (usize::MAX - it.0.len(), it.1.cost));
    let mut groups = Vec::new();
    let mut closed = vec![false; open.len()];
    while let Some((which, _)) = found.iter().find(|it| it.0.iter().all(|it| !closed[*it])) {
        let which = which.clone();
        which.iter().for_each(|it| closed[*it] = true);
        let alike = found.iter().filter(|it| it.0 == which);
        groups.push(Group {
            rows: which.iter().flat_map(|it| open[*it].clone()).collect(),
            candidates: alike.map(|it| it.1.clone()).collect(),
        });
    }
    let mut closed = closed.into_iter();
    open.retain(|_| !closed.next().unwrap_or(false));
    groups
}

/// The components that the candidate mends wholly.
fn explained(open: &[Vec<usize>], candidate: &Candidate) -> Vec<usize> {
    let mends = |row: &usize| candidate.mends.binary_search(row).is_ok();
    let all = open.iter().enumerate();
    all.filter(|it| it.1.iter().all(mends))
        .map(|it| it.0)
        .collect()
}

/// So many slips for several components at once: two by two, or for all that are left.
fn joint(
    model: &Model,
    open: &mut Vec<Vec<usize>>,
    slips: usize,
    effort: &mut Effort,
) -> Vec<Group> {
    let mut groups = Vec::new();
    for which in together_with(open.len(), slips) {
        let present = which.iter().all(|it| !open[*it].is_empty());
        let rows: Vec<usize> = which.iter().flat_map(|it| open[*it].clone()).collect();
        let found = match present {
            true => attempt(model, &rows, slips, 16, effort),
            false => Vec::new(),
        };
        if !found.is_empty() {
            which.iter().for_each(|it| open[*it].clear());
            groups.push(Group {
                rows,
                candidates: found,
            });
        }
    }
    open.retain(|it| !it.is_empty());
    groups
}

/// Which components to try together with so many slips.
fn together_with(components: usize, slips: usize) -> Vec<Vec<usize>> {
    if slips == 2 {
        let few = components.min(MOST_PAIRED);
        let pairs = (0..few).flat_map(|one| (one + 1..few).map(move |two| vec![one, two]));
        return pairs.collect();
    }
    let all = (2..=slips).contains(&components);
    Vec::from_iter(all.then(|| (0..components).collect()))
}

/// So many slips for each component by itself.
fn alone(
    model: &Model,
    open: &mut Vec<Vec<usize>>,
    slips: usize,
    effort: &mut Effort,
) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut left = open.len();
    open.retain(|rows| {
        let candidates = attempt(model, rows, slips, left + 1, effort);
        left -= 1;
        let none = candidates.is_empty();
        if !none {
            let rows = rows.clone();
            groups.push(Group { rows, candidates });
        }
        none
    });
    groups
}

/// So many slips, first of single figures; of any kind as long as they are few.
fn attempt(
    model: &Model,
    rows: &[usize],
    slips: usize,
    sharers: usize,
    effort: &mut Effort,
) -> Vec<Candidate> {
    let mut found = Vec::new();
    let widths: &[bool] = if slips == 2 { &[false, true] } else { &[false] };
    for wide in widths {
        let mut share = effort.share(sharers.max(2));
        found.extend(together(model, rows, slips, *wide, &mut share));
        effort.give_back(share);
    }
    found
}
