//! What figures under a heading are, told by its words: most are money, and those that are not
//! neither add up with money nor are limited by it.
use crate::words::bare;

/// What a figure says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantity {
    /// An amount.
    Money,
    /// The difference of two amounts, which may be negative.
    Change,
    /// A rate or a share in hundredths.
    Rate,
    /// A number of things, or what one thing measures or costs.
    Count,
}

/// Words that say it; the first that fits counts.
const WORDS: &[(Quantity, &[&str])] = &[
    (
        Quantity::Rate,
        &["率", "%", "占比", "比重", "比例", "幅度", "增幅"],
    ),
    (
        Quantity::Change,
        &[
            "增减",
            "增减额",
            "增减数",
            "增减金额",
            "变化",
            "变化额",
            "增长额",
            "差额",
        ],
    ),
    (
        Quantity::Count,
        &[
            "数量",
            "面积",
            "单价",
            "台数",
            "辆数",
            "人数",
            "人次",
            "人次数",
            "批次",
            "团组数",
            "购置数",
            "保有量",
            "保有数",
        ],
    ),
];

impl Quantity {
    /// What the figures of a column are.
    pub fn of_column(heading: &str) -> Self {
        first(|word| heading.contains(word))
    }

    /// What the figures of a row are: its name may be any words, and only how they end tells it.
    pub fn of_row(name: &str) -> Self {
        let plain = bare(name);
        let plain = plain.trim_end_matches("情况");
        first(|word| plain.ends_with(word))
    }

    /// What a figure is: a row of rates has them in columns of money, too.
    pub fn of_cell(row: &str, column: &str) -> Self {
        match (Self::of_column(column), Self::of_row(row)) {
            (Quantity::Money, said) | (Quantity::Change, said @ Quantity::Rate) => said,
            (said, _) => said,
        }
    }

    /// Whether it is an amount or the difference of two.
    pub fn is_of_money(self) -> bool {
        matches!(self, Quantity::Money | Quantity::Change)
    }
}

fn first(says: impl Fn(&str) -> bool) -> Quantity {
    let said = |it: &&(Quantity, &[&str])| it.1.iter().any(|word| says(word));
    WORDS.iter().find(said).map_or(Quantity::Money, |it| it.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_money_is_told_by_its_words() {
        for (row, column, quantity) in [
            ("201", "预算数", Quantity::Money),
            ("201", "增减额", Quantity::Change),
            ("增减率", "公务接待费", Quantity::Rate),
            ("增减率", "增减额", Quantity::Rate),
            ("201", "占总支出比重", Quantity::Rate),
            ("公务用车购置数（辆）", "决算数", Quantity::Count),
            ("公务用车购置费", "决算数", Quantity::Money),
            ("土地面积测量", "预算数", Quantity::Money),
        ] {
            assert_eq!(Quantity::of_cell(row, column), quantity, "{row} {column}");
        }
    }
}
