//! Whether a text is comma-separated values, as spreadsheets save them.
//!
//! Chinese prose has full-width commas, so half-width ones that part every other line in the same
//! way are a table; those that part thousands are not.

/// Maximum number of lines examined.
const SAMPLE: usize = 500;

/// Maximum length of a figure, in digits and commas.
const LONGEST_FIGURE: usize = 32;

/// Whether the text is a table with commas between its cells.
pub(super) fn part_cells(text: &str) -> bool {
    let lines = text.lines().take(SAMPLE);
    let lines: Vec<&str> = lines.filter(|line| !line.trim().is_empty()).collect();
    if lines.iter().any(|line| line.contains('\t')) {
        return false;
    }
    let parted = lines.iter().map(|line| (*line, commas(line)));
    let parted: Vec<(&str, usize)> = parted.filter(|it| it.1 > 0).collect();
    let sentences = parted.iter().filter(|it| is_sentence(it.0)).count();
    let alike = |count: usize| parted.iter().filter(|it| it.1 == count).count();
    let usual = parted.iter().map(|it| alike(it.1)).max().unwrap_or(0);
    parted.len() > 1
        && parted.len() * 2 >= lines.len()
        && usual * 2 >= parted.len()
        && sentences * 4 <= parted.len()
}

/// Whether a line tells something: it ends sentences, or says what its figures are counted in.
fn is_sentence(line: &str) -> bool {
    let unquoted: String = line.split('"').step_by(2).collect();
    let counted = |(at, _): (usize, &str)| {
        let before = unquoted[..at].trim_end_matches(['万', '亿', ' ']);
        before.ends_with(|sign: char| sign.is_ascii_digit())
    };
    unquoted.contains(['。', '，', '；']) || unquoted.match_indices('元').any(counted)
}

/// Commas of a line that may part cells: outside quotes, no blank behind, not between thousands.
fn commas(line: &str) -> usize {
    let bytes = line.as_bytes();
    let mut is_quoted = false;
    let mut count = 0;
    for (at, byte) in bytes.iter().enumerate() {
        is_quoted ^= *byte == b'"';
        let has_blank = bytes.get(at + 1) == Some(&b' ');
        let parts = *byte == b',' && !is_quoted && !has_blank;
        count += usize::from(parts && !parts_thousands(bytes, at));
    }
    count
}

/// Whether the comma at this place is one inside a figure that stands between words.
fn parts_thousands(bytes: &[u8], at: usize) -> bool {
    let is_part = |it: &&u8| it.is_ascii_digit() || matches!(it, b',' | b'.');
    let before = bytes[..at].iter().rev().take(LONGEST_FIGURE);
    let behind = bytes[at..].iter().take(LONGEST_FIGURE);
    let from = at - before.take_while(is_part).count();
    let end = at + behind.take_while(is_part).count();
    let figure = &bytes[from..end];
    if figure.len() >= LONGEST_FIGURE {
        return false;
    }
    let whole = figure.split(|it| *it == b'.').next().unwrap_or(figure);
    let mut groups = whole.split(|it| *it == b',');
    let first = groups.next().map_or(0, <[u8]>::len);
    from > 0 && (1..=3).contains(&first) && groups.all(|it| it.len() == 3)
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
        assert!(!part_cells(
            "一般公共预算拨款 7,034,418.94 元、上年结转\n支出 557,718.56 元、卫生健康支出 275,373.54\n"
        ));
        assert!(!part_cells(
            "预算为3328万元。其中,出国50万元,接待478万元,用车2800万元。\n下降的原因是加强管理,从严控制。\n"
        ));
        assert!(part_cells(
            "201,03,50,事业运行,234\n201,03,99,其他支出,100\n单位：万元,,,,\n"
        ));
        assert!(!part_cells("项目\t1,2\n收入\t3,4\n"));
        assert!(!part_cells("没有逗号"));
    }
}
