//! How alike two names are: a shortened name is not a wrong one.

/// The name without blanks, brackets and the words in which spellings differ harmlessly.
pub fn normal(name: &str) -> String {
    let bare = crate::words::bare(name);
    let kept = bare
        .chars()
        .filter(|it| !matches!(it, '、' | '和' | '及' | '与' | '的'));
    kept.collect::<String>().replace("其它", "其他")
}

/// How many signs the names have in common, in order.
pub fn in_common(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row = vec![0; other.len() + 1];
    for sign in one.chars() {
        let mut above_left = 0;
        for (index, it) in other.iter().enumerate() {
            let above = row[index + 1];
            row[index + 1] = if *it == sign {
                above_left + 1
            } else {
                above.max(row[index])
            };
            above_left = above;
        }
    }
    row.last().copied().unwrap_or_default()
}

/// Whether two names have at least `tenths` of the longer one in common.
pub fn alike(one: &str, other: &str, tenths: usize) -> bool {
    let longest = one.chars().count().max(other.chars().count());
    in_common(one, other) * 10 >= longest * tenths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_counts_signs_in_order() {
        assert_eq!(in_common("债务利息支出", "债务付息支出"), 5);
        assert_eq!(in_common("教育", "育教"), 1);
        assert!(alike("债务利息支出", "债务付息支出", 5));
        assert!(!alike("教育支出", "城乡社区支出", 5));
    }
}
