//! The one row of a table of codes whose code was left blank: where it stands among the others tells
//! its code, or at least the row that it is a part of.
use super::codes::{is_code, plain_code};
use crate::{
    forms::classification::codes_named,
    words::{key, numbering, sum_label},
};

/// Fewer codes make no table of codes.
const LEAST_CODES: usize = 5;
/// Digits that a level adds to the code of the one above.
const LEVEL_DIGITS: usize = 2;

/// What is known of a row whose code was left blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Its code.
    Code(String),
    /// The code of the row that it is a part of.
    Below(String),
}

/// What a row prints in its columns of codes and of names.
#[derive(Debug, Clone, Copy)]
pub struct Printed<'a> {
    /// Texts of the code columns.
    pub codes: &'a [String],
    /// Texts of the label columns.
    pub labels: &'a [String],
}

/// What a row is in a table of codes.
#[derive(Debug, PartialEq, Eq)]
enum Line {
    Coded(String),
    Blank(String),
    Other,
}

/// The row whose code was left blank, if there is one and its place is plain.
pub fn place<'a>(printed: impl Iterator<Item = Printed<'a>>) -> Option<(usize, Place)> {
    let lines: Vec<Line> = printed.map(line).collect();
    let mut blank = (0..lines.len()).filter(|it| matches!(lines[*it], Line::Blank(_)));
    let index = blank.next().filter(|_| blank.next().is_none())?;
    let codes: Vec<&str> = lines.iter().filter_map(code).collect();
    let above = code(lines.get(index.checked_sub(1)?)?)?;
    let below = code(lines.get(index + 1)?)?;
    let Line::Blank(name) = lines.get(index)? else {
        return None;
    };
    if codes.len() < LEAST_CODES {
        return None;
    }
    let place = missing_heading(&codes, above, below)
        .or_else(|| between(name, above, below, &codes))
        .map(Place::Code)
        .or_else(|| sibling(&codes, above, below).map(Place::Below))?;
    Some((index, place))
}

fn code(line: &Line) -> Option<&str> {
    match line {
        Line::Coded(code) => Some(code),
        Line::Blank(_) | Line::Other => None,
    }
}

fn line(printed: Printed) -> Line {
    let words = || printed.codes.iter().chain(printed.labels);
    let [code] = printed.codes else {
        return Line::Other;
    };
    if words().any(|it| sum_label(it).is_some()) {
        return Line::Other;
    }
    let plain = plain_code(code);
    if is_code(&plain) {
        return Line::Coded(plain);
    }
    let mut labels = printed.labels.iter().filter(|it| !it.trim().is_empty());
    match (labels.next(), labels.next()) {
        (Some(label), None) if key(code).is_empty() && is_plain_name(label) => {
            Line::Blank(key(label))
        }
        _ => Line::Other,
    }
}

fn is_plain_name(label: &str) -> bool {
    let key = key(label);
    let mut signs = key.chars();
    let is_name = signs.next().is_some_and(char::is_alphabetic) && signs.next().is_some();
    is_name && numbering(&key).0.is_none()
}

/// The code above the next row's, where no row has it.
fn missing_heading(codes: &[&str], above: &str, below: &str) -> Option<String> {
    let heading = heading(below)?;
    let lacks = !codes.contains(&heading);
    let has_level = codes.iter().any(|it| it.len() == heading.len());
    (lacks && has_level && above < heading).then(|| heading.to_owned())
}

/// The only code between those of the rows around it that is called so.
fn between(name: &str, above: &str, below: &str, codes: &[&str]) -> Option<String> {
    let fits = |it: &&str| above < *it && *it < below && !codes.contains(it);
    let has_heading = |it: &&str| heading(it).is_none_or(|it| codes.contains(&it));
    let mut found = codes_named(name).filter(fits).filter(has_heading);
    let first = found.next()?;
    found.next().is_none().then(|| first.to_owned())
}

/// The heading of the next row, which the row above is or stands below, too.
fn sibling(codes: &[&str], above: &str, below: &str) -> Option<String> {
    let heading = heading(below)?;
    let is_beside = above == heading || above.len() == below.len() && above.starts_with(heading);
    (is_beside && codes.contains(&heading)).then(|| heading.to_owned())
}

/// The code of the level above; a class has none.
fn heading(code: &str) -> Option<&str> {
    let end = code.len().checked_sub(LEVEL_DIGITS)?;
    code.get(..end).filter(|it| is_code(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(rows: &[(&str, &str)]) -> Option<(usize, Place)> {
        let texts: Vec<[[String; 1]; 2]> = (rows.iter())
            .map(|(code, label)| [[(*code).to_owned()], [(*label).to_owned()]])
            .collect();
        place(
            texts
                .iter()
                .map(|[codes, labels]| Printed { codes, labels }),
        )
    }

    const CODED: [(&str, &str); 4] = [
        ("205", "教育支出"),
        ("20502", "普通教育"),
        ("2050203", "初中教育"),
        ("20508", "进修及培训"),
    ];

    #[test]
    fn the_rows_around_tell_the_code() {
        let rows = [
            &CODED[..],
            &[
                ("2050803", "培训支出"),
                ("", "城乡社区支出"),
                ("21205", "环境卫生"),
            ],
        ];
        let found = placed(&rows.concat());
        assert_eq!(found, Some((5, Place::Code("212".into()))));
        let rows = [
            &CODED[..3],
            &[
                ("", "进修及培训"),
                ("2050803", "培训支出"),
                ("2050899", "其他"),
            ],
        ];
        assert_eq!(
            placed(&rows.concat()),
            Some((3, Place::Code("20508".into())))
        );
    }

    #[test]
    fn a_row_among_items_is_an_item() {
        let rows = [
            &CODED[..2],
            &[("", "某项教育"), ("2050203", "初中教育")],
            &CODED[3..],
            &[("2050803", "培训支出")],
        ];
        let found = placed(&rows.concat());
        assert_eq!(found, Some((2, Place::Below("20502".into()))));
    }

    #[test]
    fn several_blanks_and_the_ends_tell_nothing() {
        let twice = [
            &CODED[..],
            &[
                ("", "一"),
                ("2050803", "培训支出"),
                ("", "二"),
                ("20899", "其他"),
            ],
        ];
        assert_eq!(placed(&twice.concat()), None);
        let last = [&CODED[..], &[("2050803", "培训支出"), ("", "结转下年")]];
        assert_eq!(placed(&last.concat()), None);
    }
}
