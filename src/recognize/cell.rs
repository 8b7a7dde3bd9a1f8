//! What a cell of a table prints: a figure, perhaps with its unit behind it.
use crate::money::{Printed, Unit, half_width, read_figure, without_marks};

/// A figure apart from the unit that stands behind it: `6.93%`, `12.00万元`; no unit where none does.
pub fn split_unit(text: &str) -> (&str, Option<Unit>) {
    let plain = without_marks(text.trim());
    let percent = plain
        .strip_suffix(|sign| half_width(sign) == '%')
        .map(|it| (it, Unit::Percent));
    let of_account = || {
        let units = Unit::OF_ACCOUNT.into_iter();
        let mut found = units.filter_map(|it| Some((plain.strip_suffix(it.name())?, it)));
        found.next()
    };
    match percent.or_else(of_account) {
        Some((figure, unit)) if is_figure(figure) => (figure, Some(unit)),
        _ => (text, None),
    }
}

/// What a cell prints, its unit aside.
pub fn read_cell(text: &str) -> Printed {
    read_figure(split_unit(text).0)
}

/// Whether a figure is printed, with a unit or without.
pub fn is_figure(text: &str) -> bool {
    matches!(read_figure(text), Printed::Figure(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_behind_a_figure_is_no_part_of_it() {
        for (text, figure, unit) in [
            ("6.93%", "6.93", Some(Unit::Percent)),
            ("-28.00％", "-28.00", Some(Unit::Percent)),
            ("12.00万元", "12.00", Some(Unit::TenThousand)),
            ("1,200元", "1,200", Some(Unit::Yuan)),
            ("12.00", "12.00", None),
            ("≥95%", "≥95%", None),
            ("%", "%", None),
            ("万元", "万元", None),
        ] {
            assert_eq!(split_unit(text), (figure, unit), "{text}");
        }
    }
}
