//! Which columns the cells of an old Word table reach over.
//!
//! These files only say where the edges of each row's cells are, and the edges of two rows may lie
//! a hair apart: a cell then seems to reach over two columns. A row that has as many cells as any
//! has one for each column. A table whose rows still differ in width cannot be told.
use crate::read::spans::SpannedRow;

/// The rows with their cells' reach settled; `None` where it cannot be told.
pub(super) fn settled(mut rows: Vec<SpannedRow>) -> Option<Vec<SpannedRow>> {
    if is_even(&rows) {
        return Some(rows);
    }
    // A cell from above that is wide counts as many as it is wide.
    let reached = reached(&rows);
    let counts = rows.iter().zip(reached);
    let counts: Vec<usize> = counts.map(|(row, above)| row.cells.len() + above).collect();
    let most = counts.iter().copied().max()?;
    for (row, _) in rows.iter_mut().zip(counts).filter(|it| it.1 == most) {
        row.cells.iter_mut().for_each(|it| it.columns = 1);
    }
    is_even(&rows).then_some(rows)
}

/// Whether all rows are as wide.
fn is_even(rows: &[SpannedRow]) -> bool {
    let own = |row: &SpannedRow| row.cells.iter().map(|it| it.columns.max(1)).sum::<usize>();
    let mut widths = rows
        .iter()
        .zip(reached(rows))
        .map(|(row, above)| own(row) + above);
    let first = widths.next();
    widths.all(|it| Some(it) == first)
}

/// For each row, how many of its columns cells from above reach down into.
fn reached(rows: &[SpannedRow]) -> Vec<usize> {
    let mut reached = vec![0; rows.len()];
    for (index, row) in rows.iter().enumerate() {
        for cell in &row.cells {
            let below = reached.iter_mut().skip(index + 1);
            below
                .take(cell.rows.saturating_sub(1))
                .for_each(|it| *it += cell.columns.max(1));
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::spans::SpannedCell;

    fn rows(spans: &[&[(usize, usize)]]) -> Vec<SpannedRow> {
        let cell = |(rows, columns): &(usize, usize)| SpannedCell {
            rows: *rows,
            columns: *columns,
            text: String::new(),
        };
        let row = |cells: &&[(usize, usize)]| SpannedRow {
            number: 1,
            cells: cells.iter().map(cell).collect(),
        };
        spans.iter().map(row).collect()
    }

    fn widths(rows: &[SpannedRow]) -> Vec<Vec<usize>> {
        let row = |it: &SpannedRow| it.cells.iter().map(|cell| cell.columns).collect();
        rows.iter().map(row).collect()
    }

    #[test]
    fn a_hair_between_edges_is_no_column() {
        let read = rows(&[
            &[(2, 1), (1, 2), (2, 1)],
            &[(1, 1), (1, 2)],
            &[(1, 1), (1, 2), (1, 1), (1, 2)],
        ]);
        let settled = settled(read).map(|it| widths(&it));
        let expected = vec![vec![1, 2, 1], vec![1, 1], vec![1; 4]];
        assert_eq!(settled, Some(expected));
    }

    #[test]
    fn what_cannot_be_told_is_not_guessed() {
        assert!(settled(rows(&[&[(1, 2), (1, 1)], &[(1, 1), (1, 1)], &[(1, 5)]])).is_none());
    }
}
