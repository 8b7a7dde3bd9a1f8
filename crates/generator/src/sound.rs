//! Reads made-up disclosures back from their text and adds everything up again, knowing nothing
//! of the ledger they were made from.
#[path = "../../../tests/published/mod.rs"]
mod published;

use super::*;
use std::collections::BTreeMap;

/// A table as read back: each row its cells.
type Rows = Vec<Vec<String>>;

/// The twelve tables of a text, by number.
fn tables_of(text: &str) -> BTreeMap<usize, Rows> {
    let mut tables: BTreeMap<usize, Rows> = BTreeMap::new();
    let mut number = 0;
    for line in text.lines() {
        if let Some(printed) = line.strip_prefix("表 ") {
            number = printed.trim().parse().unwrap_or(0);
        } else if line.starts_with("第三部分") {
            number = 0;
        } else if line.contains('\t') && number > 0 {
            let cells = line.split('\t').map(|cell| cell.replace(' ', ""));
            tables.entry(number).or_default().push(cells.collect());
        }
    }
    tables
}

/// A printed figure in its last digits; blank is nothing.
fn digits(cell: &str) -> i64 {
    cell.replace(['.', ','], "").parse().unwrap_or(0)
}

/// What is read of one table: the figures of every row by its code or name.
struct Read {
    rows: Vec<(String, Vec<i64>)>,
}

impl Read {
    /// Reads a table whose first `labels` cells of a row are codes and names.
    fn new(rows: &Rows, labels: usize) -> Self {
        let read = |row: &Vec<String>| {
            let key = match row[0].parse::<u32>() {
                Ok(_) => row[..labels - 1].concat(),
                Err(_) => row[..labels].concat(),
            };
            (key, row[labels..].iter().map(|cell| digits(cell)).collect())
        };
        Read {
            rows: rows.iter().map(read).collect(),
        }
    }

    fn of(&self, key: &str) -> Vec<i64> {
        let mut found = self.rows.iter().filter(|(row, _)| row == key);
        found
            .next()
            .map(|(_, figures)| figures.clone())
            .unwrap_or_default()
    }

    /// Column by column, the sum of the rows whose key is a code of this many digits below another.
    fn below(&self, code: &str, length: usize) -> Vec<i64> {
        let is_below = |key: &str| key.len() == length && key.starts_with(code);
        let rows = self.rows.iter().filter(|(key, _)| is_below(key));
        sums(rows.map(|(_, figures)| figures.clone()))
    }

    fn codes(&self, length: usize) -> Vec<&str> {
        let keys = self.rows.iter().map(|(key, _)| key.as_str());
        keys.filter(|key| key.len() == length && key.parse::<u32>().is_ok())
            .collect()
    }
}

fn sums(rows: impl Iterator<Item = Vec<i64>>) -> Vec<i64> {
    let mut sums = Vec::new();
    for row in rows {
        sums.resize(row.len().max(sums.len()), 0);
        sums.iter_mut()
            .zip(row)
            .for_each(|(sum, figure)| *sum += figure);
    }
    sums
}

/// Checks figures against each other; rounded ones may differ by half a digit a term.
struct Scale {
    slack: i64,
    name: String,
}

impl Scale {
    fn equal(&self, one: i64, other: i64, what: &str) {
        assert!(
            (one - other).abs() <= self.slack,
            "{}: {what}: {one} ≠ {other}",
            self.name
        );
    }

    fn rows_equal(&self, one: &[i64], other: &[i64], what: &str) {
        let at = |row: &[i64], column: usize| row.get(column).copied().unwrap_or(0);
        for column in 0..one.len().max(other.len()) {
            self.equal(at(one, column), at(other, column), what);
        }
    }

    /// 类 = Σ 款 = Σ 项 and the total = Σ 类, in every column.
    fn hierarchy(&self, table: &Read, total: &str, levels: &[usize]) {
        for pair in levels.windows(2) {
            for code in table.codes(pair[0]) {
                self.rows_equal(&table.of(code), &table.below(code, pair[1]), code);
            }
        }
        self.rows_equal(&table.of(total), &table.below("", levels[0]), total);
    }

    /// One column is the sum of others, in every row.
    fn columns(&self, table: &Read, whole: usize, parts: &[usize]) {
        for (key, figures) in &table.rows {
            let sum: i64 = parts.iter().map(|part| figures[*part]).sum();
            self.equal(figures[whole], sum, key);
        }
    }
}

/// Every richness over some seeds.
fn asked() -> impl Iterator<Item = Options> {
    let seeds = 0..12;
    seeds.flat_map(|seed| Richness::ALL.map(|richness| Options::new(seed, richness)))
}

fn check(options: Options, slack: i64) {
    check_text(&text(&disclosure(&options)), &options, slack);
}

fn check_text(text: &str, options: &Options, slack: i64) {
    let tables = tables_of(text);
    let scale = Scale {
        slack,
        name: format!("{options:?}"),
    };
    let labels = [0, 1, 4, 4, 1, 4, 3, 5, 4, 4, 1, 1, 1];
    let read = |number: usize| Read::new(&tables[&number], labels[number]);
    within(&scale, &read);
    let named = |number: usize| halves(&tables[&number], 2);
    between(&scale, &read, &named);
}

fn within(scale: &Scale, read: &dyn Fn(usize) -> Read) {
    for number in [2, 3, 5] {
        scale.hierarchy(&read(number), "总计", &[3, 5, 7]);
    }
    scale.columns(&read(2), 0, &[1, 7, 8, 9, 10]);
    scale.columns(&read(2), 1, &[2, 3, 4, 5, 6]);
    scale.columns(&read(3), 0, &[1, 2]);
    scale.columns(&read(5), 0, &[1, 2]);
    scale.hierarchy(&read(6), "总计", &[3, 5]);
    scale.columns(&read(6), 0, &[1, 2]);
    scale.columns(&read(7), 0, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for number in [8, 9] {
        scale.hierarchy(&read(number), "总计", &[3, 5, 7]);
        scale.columns(&read(number), 0, &[1, 2, 3]);
    }
    scale.columns(&read(10), 0, &[1, 2, 3]);
    scale.columns(&read(11), 0, &[1, 2, 3]);
    scale.columns(&read(12), 0, &[1, 5]);
    scale.columns(&read(12), 1, &[2, 3, 4]);
    scale.columns(&read(12), 5, &[6, 7, 8]);
}

/// The right half of a table in halves: figures by code of 类.
fn halves(rows: &Rows, first: usize) -> BTreeMap<String, Vec<i64>> {
    let row = |row: &Vec<String>| {
        let code: String = row[first]
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        (
            code,
            row[first + 1..].iter().map(|cell| digits(cell)).collect(),
        )
    };
    rows.iter().map(row).collect()
}

fn between(
    scale: &Scale,
    read: &dyn Fn(usize) -> Read,
    halves: &dyn Fn(usize) -> BTreeMap<String, Vec<i64>>,
) {
    let (income, spending, general) = (read(2), read(3), read(5));
    let total = income.of("总计");
    scale.equal(total[0], spending.of("总计")[0], "收入 = 支出");
    scale.equal(read(1).of("收入总计")[0], total[0], "收支总表 = 收入总表");
    scale.equal(
        read(1).of("一、本年收入")[0],
        total[1] + total[7] + total[8],
        "本年收入",
    );
    scale.equal(
        read(1).of("二、上年结转结余")[0],
        total[9] + total[10],
        "结转",
    );
    scale.equal(
        read(12).of("总计")[0],
        total[9] + total[10],
        "结转 = 上年结转结余表",
    );
    for code in spending.codes(7) {
        scale.equal(income.of(code)[0], spending.of(code)[0], code);
    }
    for code in general.codes(3) {
        scale.equal(halves(4)[code][1], general.of(code)[0], code);
        scale.equal(halves(1)[code][0], spending.of(code)[0], code);
    }
    let split = general.of("总计");
    scale.equal(split[1], read(6).of("总计")[0], "基本支出");
    scale.equal(split[2], read(7).of("总计")[0], "项目支出");
    scale.equal(read(8).of("总计")[0], total[4] + total[5], "政府性基金");
    scale.equal(read(9).of("总计")[0], total[6], "国有资本经营");
    let three_public = read(10);
    let parts = [
        "因公出国（境）费用",
        "公务接待费",
        "公务用车购置及运行维护费（小计）",
    ];
    let parts = sums(parts.iter().map(|part| three_public.of(part)));
    scale.rows_equal(&three_public.of("总计"), &parts, "三公");
}

#[test]
fn exact_ones_add_up_to_the_last_digit() {
    asked().for_each(|options| check(options, 0));
}

#[test]
fn rounded_ones_add_up_within_their_rounding() {
    asked().for_each(|options| check(options.rounded(), 12));
}

#[test]
fn pasted_and_yuan_ones_add_up_too() {
    for print in [Print::CENTS, Print::WHOLE_YUAN, Print::TEN_THOUSAND] {
        for options in asked() {
            let layout = Layout {
                commas: true,
                ..Layout::PASTED
            };
            check(
                Options {
                    print,
                    layout,
                    ..options
                },
                0,
            );
        }
    }
}

#[test]
fn the_richest_fill_every_table() {
    for options in asked().filter(|it| it.richness == Richness::Everything) {
        for (number, rows) in tables_of(&text(&disclosure(&options))) {
            let total = rows.last().map_or("", |row| {
                row.iter().find(|it| it.contains('.')).map_or("", |it| it)
            });
            assert_ne!(total, "", "{options:?}: table {number} is empty");
        }
    }
}

#[test]
fn html_and_text_hold_the_same_figures() {
    let made = disclosure(&Options::new(3, Richness::Everything));
    let (text, html) = (text(&made), html(&made));
    for figure in figures(&text) {
        assert!(
            html.contains(&format!("<span>{}</span>", figure.text)),
            "{}",
            figure.text
        );
    }
}

#[test]
fn every_sentence_figure_of_the_totals_is_in_the_tables() {
    let text = text(&disclosure(&Options::new(5, Richness::Everything)));
    let total = Read::new(&tables_of(&text)[&2], 4).of("总计")[0];
    let printed = format!("{}.{:02}万元", total / 100, total % 100);
    assert!(text.contains(&format!("收支总预算{printed}")));
}

/// This year's amount and its change in the sentence of 支出预算情况说明 that begins like this.
fn told(text: &str, name: &str) -> (i64, i64) {
    let line = text
        .lines()
        .find(|it| it.starts_with(name) && it.contains("占"));
    let line = line.unwrap_or_default();
    let figures: Vec<i64> = sentence_figures(line)
        .iter()
        .map(|it| digits(&it.text))
        .collect();
    let change = figures.get(2).copied().unwrap_or(0);
    let sign = if line.contains("减少") { -1 } else { 1 };
    (figures[0], sign * change)
}

#[test]
fn last_years_amounts_are_those_of_last_years_disclosure() {
    for options in asked() {
        let (text, last) = (text(&disclosure(&options)), text(&previous(&options)));
        let tables = tables_of(&last);
        let printed = Read::new(&tables[&3], 4).of("总计");
        for (column, name) in ["基本支出", "项目支出"].iter().enumerate() {
            let (now, change) = told(&text, name);
            assert_eq!(now - change, printed[column + 1], "{options:?}: {name}");
        }
    }
}

#[test]
fn last_years_disclosure_adds_up_too() {
    for options in asked() {
        check_text(&text(&previous(&options)), &options, 0);
    }
}

#[test]
fn slips_are_found_in_what_was_really_published() {
    let Some(bytes) = published::shared("xinjiang-fukang-2026.txt") else {
        return;
    };
    let text = String::from_utf8(bytes).expect("the text is in UTF-8");
    let printed = figures(&text);
    assert_eq!(printed.iter().filter(|it| it.text == "319.87").count(), 20);
    assert!(damages(&printed, 1).len() > 4 * printed.len());
}
