//! Headings of tables pasted as text, where a merged cell is a text with blanks beside and below it.
use super::CellView;

/// Gives headings the columns and rows that their blanks stand for: a blank with a heading below
/// it belongs to the heading at its left, one with nothing below it to the heading above.
pub fn headings(rows: &mut [Vec<CellView>], count: usize, columns: usize) {
    let count = count.min(rows.len());
    let filled: Vec<Vec<bool>> = rows[..count].iter().map(|it| filled(it, columns)).collect();
    let below = |row: usize, column: usize| filled[row + 1..].iter().any(|it| it[column]);
    for (index, row) in rows[..count].iter_mut().enumerate() {
        row.retain(|it| !it.text.trim().is_empty());
        for cell in row.iter_mut() {
            let free = |column: &usize| {
                *column < columns && !filled[index][*column] && below(index, *column)
            };
            let more = (cell.column + 1..columns).take_while(free).count();
            cell.column_span = 1 + more;
            let own = cell.column..cell.column + cell.column_span;
            if !filled[index + 1..]
                .iter()
                .any(|it| it[own.clone()].contains(&true))
            {
                cell.row_span = count - index;
            }
        }
    }
    fill(&mut rows[..count], columns);
}

/// Puts a blank cell wherever no heading reaches, so that those behind it keep their columns.
fn fill(rows: &mut [Vec<CellView>], columns: usize) {
    let mut covered = vec![vec![false; columns]; rows.len()];
    for (index, row) in rows.iter().enumerate() {
        for cell in row {
            for line in covered.iter_mut().skip(index).take(cell.row_span) {
                let end = (cell.column + cell.column_span).min(columns);
                line[cell.column.min(end)..end].fill(true);
            }
        }
    }
    for (row, covered) in rows.iter_mut().zip(covered) {
        let bare = covered.iter().enumerate().filter(|(_, it)| !**it);
        row.extend(bare.map(|(column, _)| CellView {
            column,
            row_span: 1,
            column_span: 1,
            text: String::new(),
            figure: None,
        }));
        row.sort_by_key(|it| it.column);
    }
}

fn filled(row: &[CellView], columns: usize) -> Vec<bool> {
    let mut filled = vec![false; columns];
    for cell in row.iter().filter(|it| !it.text.trim().is_empty()) {
        if let Some(place) = filled.get_mut(cell.column) {
            *place = true;
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(texts: &[&str]) -> Vec<CellView> {
        let cell = |(column, text): (usize, &&str)| CellView {
            column,
            row_span: 1,
            column_span: 1,
            text: (*text).to_owned(),
            figure: None,
        };
        texts.iter().enumerate().map(cell).collect()
    }

    #[test]
    fn blanks_go_to_the_heading_they_belong_to() {
        let mut rows = vec![
            row(&["科目代码", "", "科目名称", "合计", "其中", ""]),
            row(&["类", "款", "", "", "基本支出", "项目支出"]),
            row(&["201", "", "一般公共服务支出", "5.00", "5.00", ""]),
        ];
        headings(&mut rows, 2, 6);
        let spans: Vec<_> = rows[0]
            .iter()
            .map(|it| (it.text.as_str(), it.column_span, it.row_span))
            .collect();
        assert_eq!(
            spans,
            [
                ("科目代码", 2, 1),
                ("科目名称", 1, 2),
                ("合计", 1, 2),
                ("其中", 2, 1)
            ]
        );
        assert_eq!(rows[1].len(), 4);
        assert_eq!(rows[2].len(), 6);
    }
}
