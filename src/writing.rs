//! A figure as the hand writes it: its digits one by one, leading and trailing zeros included.
use crate::money::{Printed, half_width, read_figure, without_marks};
use rust_decimal::Decimal;

/// The digits of a figure and where its point stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writing {
    /// Whether it is written as negative.
    pub negative: bool,
    /// Its digits, `0` to `9`, the whole part having at least one.
    pub digits: Vec<u8>,
    /// How many of them stand behind the point.
    pub decimals: usize,
}

impl Writing {
    /// What is printed; `None` if that is no figure.
    pub fn of_text(text: &str) -> Option<Self> {
        let Printed::Figure(figure) = read_figure(text) else {
            return None;
        };
        let plain = without_marks(text).chars().map(half_width);
        let digits = plain.clone().filter(char::is_ascii_digit);
        let behind = plain.skip_while(|it| *it != '.');
        Some(Writing {
            negative: figure.is_sign_negative(),
            digits: digits.map(|it| it as u8).collect(),
            decimals: behind.filter(char::is_ascii_digit).count(),
        })
    }

    /// How `figure` is written with at least so many decimals; `None` if it has too many digits.
    pub fn of_figure(figure: Decimal, decimals: u32) -> Option<Self> {
        let figure = figure.normalize();
        let decimals = decimals.max(figure.scale());
        let up = 10i128.checked_pow(decimals - figure.scale())?;
        let whole = figure.mantissa().checked_mul(up)?.unsigned_abs();
        let width = decimals as usize + 1;
        Some(Writing {
            negative: figure.is_sign_negative(),
            digits: format!("{whole:0width$}").into_bytes(),
            decimals: decimals as usize,
        })
    }

    /// The figure that is written.
    pub fn figure(&self) -> Option<Decimal> {
        let digits = std::str::from_utf8(&self.digits).ok()?;
        let decimals = u32::try_from(self.decimals).ok()?;
        let whole = digits.parse::<i128>().ok()?;
        let whole = if self.negative { -whole } else { whole };
        Decimal::try_from_i128_with_scale(whole, decimals).ok()
    }

    /// Whether it is written with zeros only.
    pub fn is_nil(&self) -> bool {
        self.digits.iter().all(|it| *it == b'0')
    }

    /// Its digits with zeros behind, as if it had so many decimals.
    pub fn padded(&self, decimals: usize) -> Vec<u8> {
        let mut digits = self.digits.clone();
        digits.resize(digits.len() + decimals.saturating_sub(self.decimals), b'0');
        digits
    }

    /// Its digits without zeros at either end, and the power of ten of the last of them.
    pub fn significant(&self) -> (&[u8], i64) {
        let zeros =
            |digits: &mut dyn Iterator<Item = &u8>| digits.take_while(|it| **it == b'0').count();
        let behind = zeros(&mut self.digits.iter().rev());
        let before = zeros(&mut self.digits.iter()).min(self.digits.len() - behind);
        let digits = &self.digits[before..self.digits.len() - behind];
        (digits, behind as i64 - self.decimals as i64)
    }

    /// The figures that one common slip of the hand makes this one of.
    pub fn origins(&self) -> Vec<Decimal> {
        let mut origins = Vec::new();
        for at in 0..self.digits.len() {
            let next = (at + 1).min(self.digits.len() - 1);
            let mut note = |change: &dyn Fn(&mut Vec<u8>)| {
                let mut other = self.clone();
                change(&mut other.digits);
                origins.extend(other.figure());
            };
            note(&|digits| digits.swap(at, next));
            note(&|digits| {
                digits.remove(at);
            });

            for digit in b'0'..=b'9' {
                note(&|digits| digits[at] = digit);
            }
            if self.decimals > 0 && at + self.decimals >= self.digits.len() {
                let mut other = self.clone();
                other.digits.remove(at);
                other.decimals -= 1;
                origins.extend(other.figure());
            }
        }
        for at in 0..=self.digits.len() {
            for digit in b'0'..=b'9' {
                let mut other = self.clone();
                other.digits.insert(at, digit);
                origins.extend(other.figure());
                if self.decimals > 0 && at + self.decimals >= self.digits.len() {
                    other.decimals += 1;
                    origins.extend(other.figure());
                }
            }
        }
        for power in [1u32, 2, 4] {
            let times = Decimal::from(10i64.pow(power));
            let figure = self.figure();
            origins.extend(figure.and_then(|it| it.checked_mul(times)));
            origins.extend(figure.and_then(|it| it.checked_div(times)));
        }
        origins
    }
}
