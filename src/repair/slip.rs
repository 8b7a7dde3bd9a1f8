//! Which slip of the hand makes one figure of another, and how common such slips are.
use super::Slip;
use crate::writing::Writing;
use rust_decimal::Decimal;

/// How common a slip is, in thousandths: lower is more common.
pub const COPIED: u32 = 1_600;
/// A figure of the row stands where none belongs.
pub const COPIED_INTO_BLANK: u32 = 2_000;
const EXCHANGED: u32 = 1_000;
const ONE_DIGIT: u32 = 1_200;
const DROPPED: u32 = 1_400;
const SIGN: u32 = 1_500;
const MISSING: u32 = 2_200;
const SPURIOUS: u32 = 2_600;
const TWO_DIGITS: u32 = 3_200;
const OTHER: u32 = 4_500;

/// The most common slip that makes `printed` of `meant`, with its cost.
pub fn between(printed: &Writing, meant: &Writing) -> (Slip, u32) {
    if printed.is_nil() {
        let written = digits(&with_point(printed), &with_point(meant));
        let typed = written.filter(|it| printed.decimals > 0 && it.1 < TWO_DIGITS);
        return typed.unwrap_or((Slip::Missing, MISSING));
    }
    if meant.is_nil() {
        // A plain 0 is all that is written of nothing in sentences.
        let typed = digits(&printed.digits, b"0").filter(|it| it.1 < TWO_DIGITS);
        let plain = typed.filter(|_| printed.decimals == 0);
        return plain.unwrap_or((Slip::Spurious, SPURIOUS));
    }
    let magnitude = same_sign(printed, meant);
    if printed.negative == meant.negative {
        magnitude
    } else if printed.figure().map(|it| -it) == meant.figure() {
        (Slip::Sign, SIGN)
    } else {
        (Slip::Other, OTHER)
    }
}

fn same_sign(printed: &Writing, meant: &Writing) -> (Slip, u32) {
    let power = power(printed, meant);
    let certain = meant.significant().0.len() > 1 || printed.digits == meant.digits;
    if let Some(found) = power.filter(|_| certain) {
        return found;
    }
    let written = digits(&with_point(printed), &with_point(meant));
    let dropped = written.filter(|it| it.0 == Slip::DigitDroppedOrAdded);
    // A decimal that the table should have and the figure has not was dropped, not mistyped.
    if let Some(found) = dropped.filter(|_| printed.decimals != meant.decimals) {
        return found;
    }
    let decimals = printed.decimals.max(meant.decimals);
    let aligned = digits(&printed.padded(decimals), &meant.padded(decimals));
    let slips = [dropped, power, rounded_power(printed, meant), aligned];
    let found = slips.into_iter().flatten().min_by_key(|it| it.1);
    found.unwrap_or((Slip::Other, OTHER))
}

/// The same digits with the point elsewhere.
fn power(printed: &Writing, meant: &Writing) -> Option<(Slip, u32)> {
    let (one, two) = (printed.significant(), meant.significant());
    (one.0 == two.0).then(|| power_slip(one.1 - two.1))?
}

fn power_slip(power: i64) -> Option<(Slip, u32)> {
    match power.abs() {
        1 => Some((Slip::DecimalPoint, 1_500)),
        2 => Some((Slip::DecimalPoint, 1_600)),
        3 => Some((Slip::DecimalPoint, 1_700)),
        4 => Some((Slip::Unit, 1_200)),
        8 => Some((Slip::Unit, 1_400)),
        _ => None,
    }
}

/// The point elsewhere, and the digits that had no place left rounded away.
fn rounded_power(printed: &Writing, meant: &Writing) -> Option<(Slip, u32)> {
    let enough = |it: &Writing| it.significant().0.len() > 1;
    let (less, more) = match (enough(printed), enough(meant)) {
        (true, true) if printed.figure()?.abs() < meant.figure()?.abs() => (printed, meant),
        (true, true) => (meant, printed),
        _ => return None,
    };
    let last = Decimal::new(5, u32::try_from(less.decimals).ok()? + 1);
    [1, 2, 3, 4, 8].into_iter().find_map(|power| {
        let times = Decimal::from(10i64.pow(power));
        let scaled = less.figure()?.checked_mul(times)?;
        let near = (scaled - more.figure()?).abs() <= last.checked_mul(times)?;
        near.then(|| power_slip(i64::from(power)))?
    })
}

fn with_point(writing: &Writing) -> Vec<u8> {
    let mut signs = writing.digits.clone();
    if writing.decimals > 0 {
        signs.insert(signs.len() - writing.decimals, b'.');
    }
    signs
}

/// Slips of one or two digits, told from what is left between the same beginning and end.
fn digits(printed: &[u8], meant: &[u8]) -> Option<(Slip, u32)> {
    let (one, two) = differing(printed, meant);
    match (one, two) {
        ([a, b], [c, d]) if a == d && b == c => Some((Slip::DigitsExchanged, EXCHANGED)),
        ([_], [_]) => Some((Slip::OneDigit, ONE_DIGIT)),
        ([_], []) | ([], [_]) => Some((Slip::DigitDroppedOrAdded, DROPPED)),
        _ if one.len().max(two.len()) <= 2 || two_apart(one, two) => {
            Some((Slip::Other, TWO_DIGITS))
        }
        _ => None,
    }
}

fn differing<'a>(mut one: &'a [u8], mut two: &'a [u8]) -> (&'a [u8], &'a [u8]) {
    while let ([a, rest @ ..], [b, others @ ..]) = (one, two)
        && a == b
    {
        (one, two) = (rest, others);
    }
    while let ([rest @ .., a], [others @ .., b]) = (one, two)
        && a == b
    {
        (one, two) = (rest, others);
    }
    (one, two)
}

fn two_apart(one: &[u8], two: &[u8]) -> bool {
    one.len() == two.len() && one.iter().zip(two).filter(|(a, b)| a != b).count() == 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slip(printed: &str, meant: &str) -> Slip {
        let writing = |text| Writing::of_text(text).expect("a figure");
        between(&writing(printed), &writing(meant)).0
    }

    #[test]
    fn slips_are_told_from_what_is_printed() {
        use Slip::*;
        for (printed, meant, expected) in [
            ("243.42", "234.42", DigitsExchanged),
            ("0.60", "0.06", DigitsExchanged),
            ("2.15", "1.25", DigitsExchanged),
            ("1,324.50", "1,234.50", DigitsExchanged),
            ("284.42", "234.42", OneDigit),
            ("１２.３", "12.8", OneDigit),
            ("23.42", "234.42", DigitDroppedOrAdded),
            ("34.42", "234.42", DigitDroppedOrAdded),
            ("234.4", "234.42", DigitDroppedOrAdded),
            ("2334.42", "234.42", DigitDroppedOrAdded),
            ("20.00", "2.00", DigitDroppedOrAdded),
            ("2344.2", "234.42", DecimalPoint),
            ("2344.20", "234.42", DecimalPoint),
            ("23.44", "234.42", DigitDroppedOrAdded),
            ("23.46", "234.56", DigitDroppedOrAdded),
            ("2.34", "234.42", DecimalPoint),
            ("23442", "234.42", DecimalPoint),
            ("2344200.00", "234.42", Unit),
            ("234.42", "2344195", Unit),
            ("-234.42", "234.42", Sign),
            ("0.00", "234.42", Missing),
            ("234.42", "0", Spurious),
            ("234.42", "987.10", Other),
        ] {
            assert_eq!(slip(printed, meant), expected, "{printed} for {meant}");
        }
    }

    #[test]
    fn endless_figures_are_no_slip_of_anything() {
        let long = "9".repeat(20);
        assert_eq!(slip(&long, "234.42"), Slip::Other);
        assert_eq!(slip("1.5", &long), Slip::Other);
    }

    #[test]
    fn every_origin_is_a_slip() {
        let printed = Writing::of_text("23.42").expect("a figure");
        let origins = printed.origins();
        assert!(origins.contains(&Decimal::new(3242, 2)));
        assert!(origins.contains(&Decimal::new(23_420, 2)));
    }
}
