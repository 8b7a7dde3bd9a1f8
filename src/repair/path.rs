//! A table that was not updated: a figure and the totals over it off by the same amount.
use super::model::Model;

/// Maximum length of a path; a longer one is half the table.
const LONGEST: usize = 16;
/// Effort of following a path, found or not, in constraints examined.
pub const WORK: usize = 100;
/// Maximum number of items below a total tried as the beginning of a path.
const MOST_ITEMS: usize = 64;

/// The figure and all totals of its table that change with it, with their factors; `None` if
/// nothing changes with it or no total takes the change up.
pub fn path(model: &Model, start: u32) -> Option<Vec<(u32, i128)>> {
    let mut moves = vec![(start, 1)];
    let mut next = 0;
    while next < moves.len() {
        for link in model.links(moves[next].0) {
            if let Some(total) = taken_up(model, link.row, &moves)? {
                moves.push(total);
            }
        }
        next += 1;
        if moves.len() > LONGEST {
            return None;
        }
    }
    (moves.len() > 1).then_some(moves)
}

/// The total that has to change for the constraint to hold as before, and by how much;
/// `Some(None)` if none has to, `None` if the total changes already and still does not fit.
fn taken_up(model: &Model, row: usize, moves: &[(u32, i128)]) -> Option<Option<(u32, i128)>> {
    let row = &model.rows[row];
    if !row.binds() || row.one_sided || !row.inside {
        return Some(None);
    }
    let change: i128 = moves.iter().map(|it| row.factor(it.0) * it.1).sum();
    if change == 0 {
        return Some(None);
    }
    let total = row.total?;
    let fresh = moves.iter().all(|it| it.0 != total);
    (fresh && row.factor(total) == 1).then_some(Some((total, -change)))
}

/// The printed items below a figure, in its own table: what a path through it may begin with.
pub fn items(model: &Model, total: u32) -> Vec<u32> {
    let mut found = vec![total];
    let mut next = 0;
    while next < found.len() && found.len() < MOST_ITEMS {
        let parts = parts(model, found[next]);
        let new: Vec<u32> = parts.filter(|it| !found.contains(it)).collect();
        found.extend(new);
        next += 1;
    }
    found.truncate(MOST_ITEMS);
    found
}

fn parts<'a>(model: &'a Model, total: u32) -> impl Iterator<Item = u32> + 'a {
    let rows = model.links(total).iter().map(|it| &model.rows[it.row]);
    let below = rows.filter(move |row| row.total == Some(total) && row.inside);
    let terms = below.flat_map(|row| row.terms.iter().map(|it| it.0));
    terms.filter(move |it| *it != total && model.fact(*it).is_printed())
}
