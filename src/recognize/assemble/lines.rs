//! The rows of a half as they are printed: what stands in its columns of codes and names.
use super::{
    super::{
        codes::Codes,
        identify::Half,
        rows::{self, Printed},
    },
    page::{Line, Page},
};
use crate::{
    forms::classification::{former_names, official_name},
    words::{bare, key, numbering, sum_label},
};

/// What the code and label columns of a half say, for rows that say or hold anything there.
pub fn printed(pages: &[Page], lines: &[Line], half: &Half) -> Vec<(Line, Printed)> {
    let texts = |(page, row): Line, columns: &[usize]| -> Vec<String> {
        columns
            .iter()
            .map(|it| pages[page].text(row, *it).to_owned())
            .collect()
    };
    let read = |line: &Line| {
        let (codes, labels) = (texts(*line, &half.codes), texts(*line, &half.labels));
        let units = texts(*line, &half.units);
        let names = half.labels.first().or(half.codes.first());
        let at = names.map(|column| (pages[line.0].block, line.1, *column));
        let printed = Printed {
            codes,
            labels,
            units,
            at,
        };
        (*line, printed)
    };
    let says = |(line, printed): &(Line, Printed)| {
        let words = printed.codes.iter().chain(&printed.labels);
        let mut words = words.chain(&printed.units);
        let has_figures = || {
            let mut texts = texts(*line, &half.amounts).into_iter();
            texts.any(|it| !it.trim().is_empty())
        };
        let has_words = words.any(|it| !it.trim().is_empty());
        // What an empty table says instead of rows is no row.
        let says_nothing = || {
            printed.labels.iter().all(|it| rows::is_placeholder(it))
                && printed.codes.iter().all(|it| rows::is_placeholder(it))
        };
        has_figures() || (has_words && !says_nothing())
    };
    let printed: Vec<(Line, Printed)> = lines.iter().map(read).filter(says).collect();
    let has_figures = |line: Line| texts(line, &half.amounts).iter().any(|it| !is_blank(it));
    let mut printed = join_names(printed, &has_figures);
    // A code that stands twice is told apart by what stands beside it.
    let coded: Vec<&Vec<String>> = printed.iter().map(|it| &it.1.codes).collect();
    let is_told = |codes: &Vec<String>| codes.iter().any(|it| !it.trim().is_empty());
    let twice = |(at, codes): (usize, &&Vec<String>)| is_told(codes) && coded[..at].contains(codes);
    if coded.iter().enumerate().any(twice) {
        for (line, it) in &mut printed {
            it.labels.extend(texts(*line, &half.others));
        }
    }
    printed
}

/// Whether a row says that it is the sum of others.
pub fn is_sum((_, printed): &(Line, Printed)) -> bool {
    let mut words = printed.codes.iter().chain(&printed.labels);
    words.any(|it| sum_label(it).is_some())
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Joins to a row the rest of its name, where that stands in a row of its own below it.
fn join_names(
    printed: Vec<(Line, Printed)>,
    has_figures: &dyn Fn(Line) -> bool,
) -> Vec<(Line, Printed)> {
    let mut joined: Vec<(Line, Printed)> = Vec::new();
    for (line, row) in printed {
        let rest = only_name(&row).filter(|_| !has_figures(line));
        match (rest, joined.last_mut()) {
            (Some(rest), Some((above, whole))) if has_figures(*above) && goes_on(whole, &rest) => {
                if let Some(name) = whole.labels.iter_mut().rfind(|it| !is_blank(it)) {
                    name.push_str(&rest);
                }
            }
            _ => joined.push((line, row)),
        }
    }
    joined
}

/// The name of a row that has nothing else, neither a code nor a number of its own.
fn only_name(row: &Printed) -> Option<String> {
    let mut names = row.labels.iter().filter(|it| !is_blank(it));
    let name = names.next()?.trim();
    let is_all =
        names.next().is_none() && row.codes.iter().chain(&row.units).all(|it| is_blank(it));
    let plain = key(name);
    let begins = sum_label(&plain).is_some() || numbering(&plain).0.is_some();
    (is_all && !begins).then(|| name.to_owned())
}

/// Whether a name lacks what stands below it: by itself it ends in the middle, or both together are
/// what its code is called.
fn goes_on(row: &Printed, rest: &str) -> bool {
    let Some(name) = row.labels.iter().rfind(|it| !is_blank(it)) else {
        return false;
    };
    let is_open = |name: &str| {
        let count = |sign: char| name.chars().filter(|it| *it == sign).count();
        count('(') > count(')') || name.ends_with(['、', '及', '和', '与', '的'])
    };
    let whole = bare(&format!("{name}{rest}"));
    let code = Codes::default().join(&row.codes);
    let is_called = |code: &String| {
        let mut names = former_names(code)
            .map(|it| it.0)
            .chain(official_name(code).map(|it| it.name));
        names.any(|it| bare(it) == whole)
    };
    is_open(&key(name)) || code.as_ref().is_some_and(is_called)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(code: &str, label: &str) -> Printed {
        Printed {
            codes: vec![code.to_owned()],
            labels: vec![label.to_owned()],
            ..Printed::default()
        }
    }

    #[test]
    fn a_name_goes_on_below_where_it_ends_in_the_middle() {
        let lines = [
            ("20103", "政府办公厅（室）及", "相关机构事务", true),
            ("20805", "行政事业单位", "养老支出", true),
            ("20805", "行政事业单位养老支出", "第一幼儿园", false),
            ("", "办公楼维修（二期", "）工程", true),
        ];
        for (code, name, rest, joins) in lines {
            let printed = vec![((0, 0), row(code, name)), ((0, 1), row("", rest))];
            let joined = join_names(printed, &|line| line.1 == 0);
            assert_eq!(joined.len(), if joins { 1 } else { 2 }, "{name}{rest}");
        }
    }
}
