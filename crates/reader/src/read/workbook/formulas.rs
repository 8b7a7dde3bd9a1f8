//! Formulas that were saved without their results, as programs that write workbooks leave them: sums,
//! differences, products and quotients of cells of the same sheet are worked out, others are not.
#![allow(
    clippy::float_arithmetic,
    reason = "workbooks keep their numbers so; what is printed of them is rounded"
)]
use office_oxide::xlsx::{Cell, CellRef, CellValue, Worksheet};
use std::collections::BTreeMap;

/// Maximum depth to which formulas refer to each other.
const MOST_DEEP: usize = 60;
/// Maximum number of cells of a range.
const MOST_CELLS: u64 = 20_000;
/// Maximum number of cells that all formulas of a sheet ask for.
const MOST_STEPS: usize = 2_000_000;

/// The row and the column of a cell.
type At = (u32, u32);

/// Whether a cell has a formula and no result of it. A formula that names an empty text may have that for its
/// result: `=IF(B3="","",B3)`.
pub(super) fn is_bare(cell: &Cell) -> bool {
    let is_blank = match &cell.value {
        CellValue::Empty => true,
        CellValue::String(text) => text.trim().is_empty(),
        _ => false,
    };
    is_blank && cell.formula().is_some_and(|it| !it.contains("\"\""))
}

/// The results of the formulas of a sheet that were saved without one.
pub(super) fn results(sheet: &Worksheet) -> BTreeMap<At, f64> {
    let cells = || sheet.rows.iter().flat_map(|row| &row.cells);
    let at = |cell: &Cell| (cell.reference.row, cell.reference.col);
    let bare = || cells().filter(|it| is_bare(it));
    if bare().next().is_none() {
        return BTreeMap::new();
    }
    let known = cells().filter_map(|it| match it.value {
        CellValue::Number(number) => Some((at(it), Known::Number(number))),
        CellValue::Empty => None,
        _ if is_bare(it) => None,
        _ => Some((at(it), Known::Other)),
    });
    let formulas = bare().filter_map(|it| Some((at(it), Known::Formula(it.formula()?))));
    let mut values = Values {
        cells: known.chain(formulas).collect(),
        steps: 0,
    };
    let places: Vec<At> = bare().map(at).collect();
    let result = |place: At| Some((place, values.value(place, 0)?));
    places.into_iter().filter_map(result).collect()
}

/// What is known of a cell; a blank one counts as zero.
#[derive(Clone, Copy)]
enum Known<'a> {
    Number(f64),
    Formula(&'a str),
    Other,
}

/// The cells of a sheet.
struct Values<'a> {
    cells: BTreeMap<At, Known<'a>>,
    steps: usize,
}

impl<'a> Values<'a> {
    /// The number in a cell; `None` if it holds something else or cannot be worked out.
    fn value(&mut self, at: At, depth: usize) -> Option<f64> {
        self.steps += 1;
        if depth > MOST_DEEP || self.steps > MOST_STEPS {
            return None;
        }
        match self.cells.get(&at).copied() {
            None => Some(0.0),
            Some(Known::Number(number)) => Some(number),
            Some(Known::Other) => None,
            Some(Known::Formula(formula)) => {
                let mut reading = Reading {
                    rest: formula.trim_start_matches('='),
                    depth: depth + 1,
                    values: self,
                };
                let value = reading.sum()?;
                let is_all = reading.rest.trim().is_empty();
                let value = Some(value).filter(|it| is_all && it.is_finite())?;
                self.cells.insert(at, Known::Number(value));
                Some(value)
            }
        }
    }
}

/// A formula as it is read.
struct Reading<'a, 'b> {
    rest: &'a str,
    depth: usize,
    values: &'b mut Values<'a>,
}

impl<'a> Reading<'a, '_> {
    fn take(&mut self, sign: char) -> bool {
        let rest = self.rest.trim_start();
        match rest.strip_prefix(sign) {
            Some(behind) => {
                self.rest = behind;
                true
            }
            None => false,
        }
    }

    fn sum(&mut self) -> Option<f64> {
        let mut value = self.product()?;
        loop {
            if self.take('+') {
                value += self.product()?;
            } else if self.take('-') {
                value -= self.product()?;
            } else {
                return Some(value);
            }
        }
    }

    fn product(&mut self) -> Option<f64> {
        let mut value = self.operand()?;
        loop {
            if self.take('*') {
                value *= self.operand()?;
            } else if self.take('/') {
                value /= self.operand()?;
            } else {
                return Some(value);
            }
        }
    }

    fn operand(&mut self) -> Option<f64> {
        if self.depth > MOST_DEEP {
            return None;
        }
        if self.take('-') {
            return self.nested(|it| Some(-it.operand()?));
        }
        if self.take('(') {
            let value = self.nested(Self::sum)?;
            return self.take(')').then_some(value);
        }
        let word = self.word();
        if word.eq_ignore_ascii_case("SUM") && self.take('(') {
            return self.nested(Self::summed);
        }
        if word.starts_with(|it: char| it.is_ascii_digit()) {
            return word.parse().ok();
        }
        let at = place(word)?;
        self.values.value(at, self.depth)
    }

    fn nested(&mut self, read: impl FnOnce(&mut Self) -> Option<f64>) -> Option<f64> {
        self.depth += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }

    /// What stands in the brackets of `SUM`.
    fn summed(&mut self) -> Option<f64> {
        let mut value = 0.0;
        loop {
            let before = self.rest;
            let first = place(self.word());
            if let Some(first) = first.filter(|_| self.take(':')) {
                let last = place(self.word())?;
                value += self.range(first, last)?;
            } else {
                self.rest = before;
                value += self.sum()?;
            }
            if self.take(')') {
                return Some(value);
            }
            if !self.take(',') {
                return None;
            }
        }
    }

    /// The sum of a range; words in it count nothing.
    fn range(&mut self, first: At, last: At) -> Option<f64> {
        let high = u64::from(last.0.checked_sub(first.0)?) + 1;
        let wide = u64::from(last.1.checked_sub(first.1)?) + 1;
        if high * wide > MOST_CELLS {
            return None;
        }
        let mut value = 0.0;
        for row in first.0..=last.0 {
            for column in first.1..=last.1 {
                let is_word = matches!(self.values.cells.get(&(row, column)), Some(Known::Other));
                if !is_word {
                    value += self.values.value((row, column), self.depth)?;
                }
            }
        }
        Some(value)
    }

    /// A number, or the name of a cell or of a function.
    fn word(&mut self) -> &'a str {
        let rest = self.rest.trim_start();
        let is_of_word = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '$');
        let end = rest.find(|it| !is_of_word(it)).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        self.rest = behind;
        word
    }
}

/// The cell of a name like `C12` or `$C$12`.
fn place(name: &str) -> Option<At> {
    let plain: String = name.chars().filter(|it| *it != '$').collect();
    let at = CellRef::parse(&plain.to_ascii_uppercase())?;
    Some((at.row, at.col))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn worked_out(formula: &'static str) -> Option<f64> {
        let cells = [
            ((0, 0), Known::Number(1.5)),
            ((1, 0), Known::Number(2.0)),
            ((2, 0), Known::Formula("A1+A2")),
            ((3, 0), Known::Other),
            ((5, 0), Known::Formula("A6+1")),
            ((9, 9), Known::Formula(formula)),
        ];
        let mut values = Values {
            cells: cells.into_iter().collect(),
            steps: 0,
        };
        values.value((9, 9), 0)
    }

    #[test]
    fn sums_and_quotients_of_cells_are_worked_out() {
        let told = [
            ("A1+A2", Some(3.5)),
            ("SUM(A1:A3)", Some(7.0)),
            ("SUM(A1:A4,$A$1)-A2*2", Some(4.5)),
            ("(A3-A1)/A2", Some(1.0)),
            ("A1+Z9", Some(1.5)),
            ("A1+A4", None),
            ("A6", None),
            ("VLOOKUP(A1,B1:C3,2)", None),
            ("Sheet2!A1", None),
            ("A1+", None),
        ];
        for (formula, value) in told {
            assert_eq!(worked_out(formula), value, "{formula}");
        }
    }
}
