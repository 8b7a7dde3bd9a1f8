//! Slips of the hand: every way in which one figure can be mistyped.

use crate::money::{Printed, read_figure};

/// A kind of slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slip {
    /// Two neighbouring digits exchanged.
    Exchanged,
    /// A digit replaced by another.
    Replaced,
    /// A digit left out.
    Dropped,
    /// A digit too many.
    Added,
    /// The decimal point moved by one digit.
    PointMoved,
    /// 增加 for 减少.
    Reversed,
    /// Another year.
    OtherYear,
}

impl Slip {
    /// Every kind that makes another figure of one.
    pub const OF_FIGURES: [Slip; 5] = [
        Slip::Exchanged,
        Slip::Replaced,
        Slip::Dropped,
        Slip::Added,
        Slip::PointMoved,
    ];

    /// Every figure that this slip makes of one, each of another value.
    pub fn of(self, figure: &str) -> Vec<String> {
        let signs: Vec<char> = figure.chars().collect();
        let mut made = match self {
            Slip::Exchanged => exchanged(&signs),
            Slip::Replaced => replaced(&signs),
            Slip::Dropped => dropped(&signs),
            Slip::Added => added(&signs),
            Slip::PointMoved => point_moved(figure),
            Slip::Reversed | Slip::OtherYear => Vec::new(),
        };
        made.retain(|other| is_another(other, figure));
        made.sort_unstable();
        made.dedup();
        made
    }
}

/// Whether it reads as a figure, as figures are written, and of another value.
fn is_another(text: &str, figure: &str) -> bool {
    let whole = text.trim_start_matches('-').split('.').next();
    let whole = whole.unwrap_or_default();
    let leading_zero = whole.len() > 1 && whole.starts_with('0');
    match (read_figure(text), read_figure(figure)) {
        (Printed::Figure(new), Printed::Figure(old)) => new != old && !leading_zero,
        _ => false,
    }
}

/// Positions of the digits.
fn digits(signs: &[char]) -> Vec<usize> {
    let is_digit = |at: &usize| signs[*at].is_ascii_digit();
    (0..signs.len()).filter(is_digit).collect()
}

fn exchanged(signs: &[char]) -> Vec<String> {
    let exchange = |pair: &[usize]| {
        let mut signs = signs.to_vec();
        signs.swap(pair[0], pair[1]);
        signs.into_iter().collect()
    };
    digits(signs).windows(2).map(exchange).collect()
}

fn replaced(signs: &[char]) -> Vec<String> {
    let places = digits(signs).into_iter();
    let replace = |at: usize| {
        ('0'..='9').map(move |digit| {
            let mut signs = signs.to_vec();
            signs[at] = digit;
            signs.into_iter().collect()
        })
    };
    places.flat_map(replace).collect()
}

fn dropped(signs: &[char]) -> Vec<String> {
    let drop = |at: usize| {
        let mut signs = signs.to_vec();
        signs.remove(at);
        signs.into_iter().collect()
    };
    digits(signs).into_iter().map(drop).collect()
}

fn added(signs: &[char]) -> Vec<String> {
    let insert = |at: usize| {
        ('0'..='9').map(move |digit| {
            let mut signs = signs.to_vec();
            signs.insert(at, digit);
            signs.into_iter().collect()
        })
    };
    (0..=signs.len()).flat_map(insert).collect()
}

fn point_moved(figure: &str) -> Vec<String> {
    let figure = figure.replace(',', "");
    let digits = figure.replace('.', "");
    let point = figure.find('.').unwrap_or(figure.len());
    let places = [point.wrapping_sub(1), point + 1];
    let kept = places.into_iter().filter(|at| *at <= digits.len());
    kept.map(|at| {
        let (whole, decimals) = digits.split_at(at);
        let whole = match whole.trim_start_matches('0') {
            "" => "0",
            whole => whole,
        };
        match decimals {
            "" => whole.to_string(),
            _ => format!("{whole}.{decimals}"),
        }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_change_the_value_and_leave_a_figure() {
        assert_eq!(Slip::Exchanged.of("12.20"), ["12.02", "21.20"]);
        assert_eq!(Slip::Dropped.of("10.20"), ["0.20", "1.20", "10.0"]);
        assert_eq!(Slip::PointMoved.of("0.18"), ["0.018", "1.8"]);
        assert_eq!(Slip::PointMoved.of("25"), ["2.5"]);
        assert!(Slip::Exchanged.of("0").is_empty());
        assert!(
            Slip::Added
                .of("1.5")
                .iter()
                .all(|it| it != "1.50" && it != "01.5")
        );
    }
}
