//! The sides of a table, left to right: each is one half, or several where a list goes on beside itself.
use super::{
    super::{identify::Half, layout::ColumnLayout, rows::Printed},
    lines::{is_sum, printed},
    page::{Line, Page, reaches_over},
};
use crate::words::key;

/// The rows of one half.
pub struct Strip {
    /// Its columns.
    pub half: Half,
    /// Its rows.
    pub printed: Vec<(Line, Printed)>,
}

/// The halves that one list runs through, left to right.
pub type Side = Vec<Strip>;

/// Each half by itself.
pub fn each_half(pages: &[Page], lines: &[Line], halves: Vec<Half>) -> Vec<Side> {
    let strip = |half: Half| {
        let printed = printed(pages, lines, &half);
        vec![Strip { half, printed }]
    };
    halves.into_iter().map(strip).collect()
}

/// The sides of which those go on beside themselves whose headings are printed again over the next
/// half, unless a sum ends them.
pub fn joined(sides: Vec<Side>, pages: &[Page], columns: &[ColumnLayout]) -> Vec<Side> {
    let mut joined: Vec<Side> = Vec::new();
    for side in sides {
        match joined.last_mut() {
            Some(last) if goes_on(last, &side, pages, columns) => {
                if let Some(strip) = last.last_mut() {
                    strip
                        .printed
                        .retain(|it| !is_spanned(pages, &strip.half, it.0));
                }
                last.extend(side);
            }
            _ => joined.push(side),
        }
    }
    joined
}

fn goes_on(side: &Side, next: &Side, pages: &[Page], columns: &[ColumnLayout]) -> bool {
    let (Some(last), Some(next)) = (side.last(), next.first()) else {
        return false;
    };
    let ends = |it: &(Line, Printed)| is_sum(it) && !is_spanned(pages, &last.half, it.0);
    let has_rows = !last.printed.is_empty() && !next.printed.is_empty();
    has_rows && same_headings(&last.half, &next.half, columns) && !last.printed.iter().any(ends)
}

fn same_headings(one: &Half, other: &Half, columns: &[ColumnLayout]) -> bool {
    let headings = |places: &[usize]| -> Vec<Vec<String>> {
        let headings = places.iter().map(|it| &columns[*it].headings);
        headings
            .map(|it| it.iter().map(|it| key(it)).collect())
            .collect()
    };
    let all = |half: &Half| [&half.codes, &half.labels, &half.amounts].map(|it| headings(it));
    one.units.is_empty() && other.units.is_empty() && all(one) == all(other)
}

/// Whether the label of a row reaches over its figures: the row is that of the next half.
fn is_spanned(pages: &[Page], half: &Half, (page, row): Line) -> bool {
    let mut amounts = half.amounts.iter();
    amounts.any(|it| reaches_over(&pages[page], row, *it).is_some())
}

/// The rows of a side, those of its first half first.
pub fn all_lines(side: &Side) -> Vec<Printed> {
    let lines = side.iter().flat_map(|it| &it.printed);
    lines.map(|it| it.1.clone()).collect()
}
