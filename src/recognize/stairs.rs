//! Rows that stand as deep as the column in which they begin, as lists of purchases have them:
//! a kind, below it a project, below that the goods.
use super::rows::{Printed, name_of_labels};
use crate::{
    budget::{Row, RowKind, RowName},
    words::{key, numbering, sum_label},
};

/// Fewer columns of labels are a name and what belongs to it.
const FEWEST_COLUMNS: usize = 3;

/// Tells the rows of a table of this kind; `None` for any other.
pub fn rows(printed: &[Printed]) -> Option<Vec<Row>> {
    let columns = printed.iter().map(|it| it.labels.len()).max()?;
    let coded = printed.iter().any(|it| !it.codes.is_empty());
    if coded || columns < FEWEST_COLUMNS {
        return None;
    }
    let levels = levels(printed, columns);
    let deepest = levels.iter().max().copied().unwrap_or_default();
    (deepest > 0).then(|| place(printed, &levels))
}

/// The level of each column: those that are ever filled in one row are of one level.
fn levels(printed: &[Printed], columns: usize) -> Vec<usize> {
    let mut first: Vec<usize> = (0..columns).collect();
    for line in printed.iter().filter(|it| !is_sum(it)) {
        let filled: Vec<usize> = filled(line).map(|(column, _)| column).collect();
        let lowest = filled.iter().map(|it| first[*it]).min().unwrap_or_default();
        let same: Vec<usize> = filled.iter().map(|it| first[*it]).collect();
        for level in first.iter_mut().filter(|it| same.contains(it)) {
            *level = lowest;
        }
    }
    let mut distinct = first.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let rank = |it: &usize| distinct.iter().position(|other| other == it);
    first.iter().filter_map(rank).collect()
}

/// Labels of a row with their columns; one that is merged over several counts once.
fn filled(line: &Printed) -> impl Iterator<Item = (usize, &String)> {
    let labels = line.labels.iter().enumerate();
    labels.filter(move |(column, text)| {
        let repeats = *column > 0 && line.labels[column - 1] == **text;
        !text.trim().is_empty() && !repeats
    })
}

fn is_sum(line: &Printed) -> bool {
    line.labels.iter().any(|it| sum_label(it).is_some())
}

fn place(printed: &[Printed], levels: &[usize]) -> Vec<Row> {
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut rows = Vec::new();
    for (index, line) in printed.iter().enumerate() {
        let total = is_sum(line);
        let level = filled(line).next().map_or(0, |(column, _)| levels[column]);
        open.retain(|(other, _)| !total && *other < level);
        let labels: Vec<String> = filled(line)
            .map(|(_, text)| numbering(&key(text)).1.to_owned())
            .collect();
        rows.push(Row {
            name: if total {
                RowName::from("总计")
            } else {
                name_of_labels(&labels)
            },
            label: labels.join("·"),
            code: None,
            kind: if total { RowKind::Total } else { RowKind::Item },
            parent: open.last().map(|it| it.1),
            exhaustive: false,
            label_at: line.at,
            lacks_code: false,
        });
        if !total {
            open.push((level, index));
        }
    }
    rows
}
