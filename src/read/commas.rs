//! Whether a text is comma-separated values, as spreadsheets save them.
//!
//! Chinese prose has full-width commas, so half-width ones that part every other line in the same
//! way are a table; those that part thousands are not.

/// So many lines are looked at.
const SAMPLE: usize = 500;

/// Whether the text is a table with commas between its cells.
pub(super) fn part_cells(text: &str) -> bool {
    let lines = text.lines().take(SAMPLE);
    let lines: Vec<&str> = lines.filter(|line| !line.trim().is_empty()).collect();
    if lines.iter().any(|line| line.contains('\t')) {
        return false;
    }
    let counts: Vec<usize> = lines.iter().map(|line| commas(line)).collect();
    let parted: Vec<usize> = counts.into_iter().filter(|count| *count > 0).collect();
    let usual = parted
        .iter()
        .map(|count| parted.iter().filter(|it| *it == count).count())
        .max();
    parted.len() > 1 && parted.len() * 2 >= lines.len() && usual.unwrap_or(0) * 2 >= parted.len()
}

/// Commas of a line that may part cells: outside quotes, no blank behind, not between thousands.
fn commas(line: &str) -> usize {
    let bytes = line.as_bytes();
    let mut is_quoted = false;
    let mut count = 0;
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    for (at, byte) in bytes.iter().enumerate() {
        is_quoted ^= *byte == b'"';
        let parts_thousands = at > 0
            && digit(at - 1)
            && (1..=3).all(|ahead| digit(at + ahead))
            && !digit(at + 4)
            && line.contains(['，', '。']);
        let has_blank = bytes.get(at + 1) == Some(&b' ');
        count += usize::from(*byte == b',' && !is_quoted && !parts_thousands && !has_blank);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_with_commas_are_told_from_prose() {
        assert!(part_cells(
            "收支总表,,\n项目,\"预算,数\",决算数\n收入,1.00,2.00\n"
        ));
        assert!(!part_cells(
            "收入 1,234.50 万元，增加。\n支出 2,345.60 万元，减少。\n"
        ));
        assert!(!part_cells(
            "Income, which grew, is 3.\nSpending, too, grew.\n"
        ));
        assert!(!part_cells("项目\t1,2\n收入\t3,4\n"));
        assert!(!part_cells("没有逗号"));
    }
}
