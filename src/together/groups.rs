//! Which of several files are one disclosure.
use super::{identity::Identity, part::Part};

/// Puts files together that are one disclosure, each group and its files in the order given. Two
/// files that were handed in by themselves, as a pair, need not say of what unit they are.
pub fn groups(parts: Vec<Part>, is_pair: bool) -> Vec<Vec<Part>> {
    among(parts, &[], is_pair)
}

/// The same, beside documents that are whole.
pub(super) fn among(parts: Vec<Part>, whole: &[Identity], is_pair: bool) -> Vec<Vec<Part>> {
    let whose: Vec<Identity> = parts.iter().map(Part::identity).collect();
    let alone = |it: &Identity| it.may_be_of_two_years(whose.iter().chain(whole));
    let alone: Vec<bool> = whose.iter().map(alone).collect();
    let mut groups: Vec<Vec<Part>> = Vec::new();
    let mut apart = Vec::new();
    for (part, alone) in parts.into_iter().zip(alone) {
        let own = part.identity();
        let fits = |it: &Part| {
            let other = it.identity();
            let is_of_one = other.is_of_one(&own) || is_pair && other.may_be_of_one(&own);
            is_of_one && it.completes(&part)
        };
        let mut fitting = groups.iter_mut().filter(|group| group.iter().all(fits));
        match (fitting.next(), fitting.next()) {
            _ if alone => apart.push(vec![part]),
            (Some(group), None) => group.push(part),
            _ => groups.push(vec![part]),
        }
    }
    groups.extend(apart);
    groups
}
