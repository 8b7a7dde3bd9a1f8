//! The cells of tables by what they are called, and those of them that an amount of a sentence repeats.
mod headings;

use crate::{
    budget::{
        Budget, FactId, Panel, Row, RowKind, Table,
        telling::{Repeats, fit},
    },
    language::{
        lexicon::{NAMES, fund},
        line::Measure,
        phrase::{is_side, subject},
        token::Token,
        told::{Denied, Extent, Role, ToldFigure, Version},
    },
    money::Unit,
    words::{bare, key},
};
use headings::{Meaning, meaning, name, noun, tokens_of, without_noun};
use std::collections::HashMap;

/// The cells of a budget by what they are called.
pub struct Cells<'a> {
    budget: &'a Budget,
    all: Vec<Cell>,
    named: HashMap<String, Vec<(usize, Called)>>,
}

/// A cell of a table.
#[derive(Debug)]
struct Cell {
    fact: FactId,
    fund: Option<&'static str>,
    version: Option<Version>,
    /// What it counts, if that is no money.
    counts: Option<&'static str>,
    /// Whether its table is of a known form.
    is_of_form: bool,
    /// The label of its row, where that names it.
    label: Option<String>,
    /// The half of all expenditure that its table divides, where the row is one part of that.
    half: Option<&'static str>,
}

/// How a name stands for a cell, the likeliest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Called {
    /// 类、款、项 of its row.
    ByPath,
    /// Its own name.
    ByName,
    /// The name of its row, which has other columns that are meant as a rule.
    BesideIt,
}

/// What stands around an amount.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// Its name as printed.
    pub name: &'a str,
    /// The heading above.
    pub heading: &'a str,
    /// What it is a part of.
    pub whole: Option<&'a str>,
}

impl Cell {
    /// Whether its row is called what is printed: 其他资金收入 is not 其他收入. A total may be called otherwise.
    fn is_called_in(&self, printed: &str) -> bool {
        let printed = bare(printed);
        let called = |label: &String| {
            let label = label.as_str();
            label.contains("总计") || printed.contains(label) || label.contains(&printed)
        };
        self.label.as_ref().is_none_or(called)
    }
}

/// What is looked for.
#[derive(Clone, Copy)]
struct Wanted<'a> {
    subject: &'a str,
    fund: Option<&'a str>,
    version: Option<Version>,
    counts: Option<&'static str>,
    /// The heading above.
    heading: &'a str,
    /// What it is a part of.
    whole: Option<&'a str>,
}

impl<'a> Cells<'a> {
    /// Of a budget.
    pub fn new(budget: &'a Budget) -> Self {
        let mut cells = Cells {
            budget,
            all: Vec::new(),
            named: HashMap::new(),
        };
        for table in &budget.tables {
            cells.add_table(table);
        }
        cells
    }

    /// What an amount repeats: this year's, of a thing that is named.
    pub fn repeated(&self, it: &ToldFigure, year: i32, around: Around) -> Repeats {
        let Around {
            name,
            heading,
            whole,
        } = around;
        let own = it.role == Role::Amount && it.year == year && it.extent == Extent::Whole;
        let Some(subject) = it.subject.as_deref().filter(|_| own) else {
            return Repeats::default();
        };
        let counts = match it.measure() {
            Measure::Money(_) => None,
            Measure::Count(noun) => Some(noun),
            _ => return Repeats::default(),
        };
        let subject = plain_name(without_code(subject));
        let wanted = Wanted {
            subject,
            fund: it.fund.as_deref().or(fund(subject)),
            version: Some(it.version),
            counts,
            heading,
            whole,
        };
        let found = self.find(wanted);
        let is_plain = |(cell, called): &(&Cell, Called)| match called {
            Called::ByPath => true,
            Called::ByName => {
                let side = is_side(subject) && !heading.contains(subject) && subject != BOTH;
                let open = cell.fund.is_none() || fund(subject).is_some();
                let of_money = wanted.fund == cell.fund || open;
                let own = names_something(heading) && cell.is_called_in(name);
                cell.is_of_form && !side && of_money && own
            }
            Called::BesideIt => false,
        };
        Repeats {
            is_plain: found.first().is_some_and(is_plain),
            carried_over: self.carried_over(wanted.fund),
            cells: found.into_iter().map(|it| it.0.fact).collect(),
        }
    }

    /// The cells of which a sentence says that there is nothing in them.
    pub fn denied(&self, it: &Denied, year: i32) -> Vec<FactId> {
        let own = it.year == year && it.extent == Extent::Whole && !it.is_of_purchase;
        let Some(subject) = it.subject.as_deref().filter(|_| own) else {
            return Vec::new();
        };
        let subject = plain_name(subject);
        if is_of_all_money(subject) {
            return Vec::new();
        }
        let found = self.find(Wanted {
            subject,
            fund: fund(subject),
            version: it.version,
            counts: None,
            heading: "",
            whole: None,
        });
        found.into_iter().map(|it| it.0.fact).collect()
    }

    /// Cells of a name, the likeliest first.
    fn find(&self, wanted: Wanted) -> Vec<(&Cell, Called)> {
        let of_another = || {
            let whole = wanted.whole.is_some_and(is_another_thing);
            whole || names_another_thing(wanted.heading)
        };
        let other = || is_of_all_money(wanted.subject) && of_another();
        let Some(named) = self.named.get(wanted.subject).filter(|_| !other()) else {
            return Vec::new();
        };
        let mut found: Vec<(&Cell, Called)> = named
            .iter()
            .map(|(cell, called)| (&self.all[*cell], *called))
            .filter(|it| self.fits(&wanted, it.0, it.1))
            .collect();
        found.sort_by_key(|it| (wanted.fund != it.0.fund, it.1));
        if found.first().is_some_and(|it| it.1 == Called::BesideIt) {
            return Vec::new();
        }
        found
    }

    fn fits(&self, wanted: &Wanted, cell: &Cell, called: Called) -> bool {
        let version = wanted
            .version
            .is_none_or(|it| fit(self.budget.kind, it, cell.version) > 0);
        let half = cell.half.is_none_or(|it| wanted.heading.contains(it));
        wanted.counts == cell.counts && version && half && is_of_money(wanted, cell, called)
    }

    /// What the tables say was carried over of some money, or of all.
    fn carried_over(&self, money: Option<&str>) -> Vec<FactId> {
        let named = ["上年结转", "年末结转"].into_iter();
        let cells = named.filter_map(|it| self.named.get(it)).flatten();
        let cells = cells.map(|it| &self.all[it.0]);
        let of_money = cells.filter(|it| money.is_none() || it.fund.is_none() || it.fund == money);
        let facts = of_money.map(|it| it.fact);
        facts
            .filter(|it| !self.budget.fact(*it).amount.is_nil())
            .collect()
    }

    fn add_table(&mut self, table: &Table) {
        let title = if table.form.is_some() || table.title.is_empty() {
            &table.name.title
        } else {
            &table.title
        };
        let names = tokens_of(without_form(title));
        let both = names.iter().any(|it| name(it) == Some(BOTH)) || key(title).contains(BOTH);
        let subject = subject(&names).unwrap_or_default();
        let of_table = OfTable {
            whole: if both { BOTH } else { plain_name(&subject) },
            fund: names.iter().find_map(|it| fund(name(it)?)),
            half: HALVES.into_iter().find(|it| title.contains(it)),
            is_of_form: table.form.is_some(),
        };
        for panel in &table.panels {
            self.add_panel(panel, &of_table);
        }
    }

    fn add_panel(&mut self, panel: &Panel, table: &OfTable) {
        let labels: Vec<Vec<Token>> = panel
            .rows
            .iter()
            .map(|it| tokens_of(without_noun(&it.label)))
            .collect();
        let year = self.budget.year;
        let meanings = panel.columns.iter().map(|it| meaning(it, year));
        let columns: Vec<Option<Meaning>> = meanings.collect();
        for (at, row) in panel.rows.iter().enumerate() {
            let names = names_of_row(panel, row, &labels, at);
            for (column, meaning) in columns.iter().enumerate() {
                let (Some(meaning), Some(fact)) = (meaning, panel.fact(at, column)) else {
                    continue;
                };
                let called = names_of_cell(row, &names, meaning, table);
                let money = !matches!(self.budget.fact(fact).unit, Unit::Percent | Unit::Piece);
                if called.is_empty() || money == meaning.counts {
                    continue;
                }
                self.all.push(Cell {
                    fact,
                    fund: meaning.fund.or(table.fund),
                    version: meaning.version,
                    counts: meaning.counts.then(|| noun(&row.label)).flatten(),
                    is_of_form: table.is_of_form,
                    label: (!names.is_empty()).then(|| bare(&row.label)),
                    half: table.half.filter(|_| !names.is_empty()),
                });
                for (name, called) in called {
                    let cells = self.named.entry(name).or_default();
                    cells.push((self.all.len() - 1, called));
                }
            }
        }
    }
}

/// Income and expenditure at once.
const BOTH: &str = "收支";

/// What a row is called: by itself, and by the path of classes that leads to it.
fn names_of_row(
    panel: &Panel,
    row: &Row,
    labels: &[Vec<Token>],
    at: usize,
) -> Vec<(String, Called)> {
    let own = subject(&labels[at]).filter(|it| !is_sum(it));
    let mut names: Vec<(String, Called)> = own
        .iter()
        .flat_map(|it| [plain_name(it), without_money(it)])
        .map(|it| (it.to_owned(), Called::ByName))
        .collect();
    names.dedup();
    let Some(code) = &row.code else {
        return names;
    };
    let mut path = labels[at].clone();
    for length in (3..code.len()).rev().filter(|it| it % 2 == 1) {
        let above = |it: &Row| it.code.as_deref() == code.get(..length);
        let Some(above) = panel.rows.iter().position(above) else {
            break;
        };
        path.splice(0..0, labels[above].iter().cloned());
        names.extend(subject(&path).map(|it| (it, Called::ByPath)));
    }
    names
}

/// What a table says of all its cells.
struct OfTable<'a> {
    whole: &'a str,
    fund: Option<&'static str>,
    half: Option<&'static str>,
    is_of_form: bool,
}

/// What a cell is called in a row of these names.
fn names_of_cell(
    row: &Row,
    names: &[(String, Called)],
    meaning: &Meaning,
    table: &OfTable,
) -> Vec<(String, Called)> {
    let sums = matches!(row.kind, RowKind::Total | RowKind::Subtotal);
    let both = table.whole == BOTH;
    let by_name = |name: &str| vec![(plain_name(name).to_owned(), Called::ByName)];
    let mut called = match (names.is_empty(), &meaning.of) {
        (false, None) => names.to_vec(),
        (false, Some(_)) => names
            .iter()
            .map(|it| (it.0.clone(), Called::BesideIt))
            .collect(),
        (true, Some(of)) if sums => by_name(of),
        (true, None) if sums && !both => by_name(table.whole),
        _ => Vec::new(),
    };
    // 收入总计 and 支出总计 of a table of both are one sum, and all there is of its money.
    if both && meaning.of.is_none() && row.label.contains("总计") {
        called.extend(by_name(BOTH));
        called.extend(table.fund.map(|it| (it.to_owned(), Called::ByName)));
    }
    called
}

/// The halves of all expenditure.
const HALVES: [&str; 2] = ["基本支出", "项目支出"];

/// Whether every kind of money has such a thing.
fn is_of_all_money(name: &str) -> bool {
    is_side(name)
        || HALVES.contains(&name)
        || matches!(name, "人员经费" | "公用经费" | "上年结转" | "年末结转")
}

/// Whether a heading names money: below 绩效情况 an amount is that of some projects.
fn names_something(heading: &str) -> bool {
    tokens_of(heading).iter().any(|it| name(it).is_some())
}

/// Whether a heading speaks of a thing, so that 基本支出 below it is not all there is.
fn names_another_thing(heading: &str) -> bool {
    let names = tokens_of(heading);
    let last = names.iter().rev().find_map(name);
    last.is_some_and(is_another_thing)
}

/// Whether a name is of some thing, and not of all money, or of one kind of it.
fn is_another_thing(name: &str) -> bool {
    !is_of_all_money(plain_name(name)) && fund(name).is_none() || name == "上年结转"
}

/// 政府性基金支出 is called 政府性基金 as well.
fn plain_name(name: &str) -> &str {
    let shorter = name.strip_suffix("支出");
    shorter.filter(|it| fund(it) == Some(it)).unwrap_or(name)
}

/// 财政拨款三公经费 is 三公经费.
fn without_money(name: &str) -> &str {
    let rest = fund(name).and_then(|it| name.strip_prefix(it));
    let rest = rest.filter(|rest| NAMES.iter().any(|it| it.key == *rest));
    rest.filter(|it| !is_of_all_money(it) && fund(it).is_none())
        .unwrap_or(plain_name(name))
}

/// Whether a cell is of the money that is looked for. What has a name or a path of its own may be of any,
/// where only one of both says of which.
fn is_of_money(wanted: &Wanted, cell: &Cell, called: Called) -> bool {
    let own = fund(wanted.subject);
    let named = own.is_some() && own == wanted.fund && called == Called::ByName;
    let open = wanted.fund.is_none() || cell.fund.is_none();
    wanted.fund == cell.fund || named || open && !is_of_all_money(wanted.subject)
}

/// A title without the words that it is a table.
fn without_form(title: &str) -> &str {
    let mut rest = title.trim();
    while let Some(shorter) = FORMS.iter().find_map(|it| rest.strip_suffix(it)) {
        rest = shorter;
    }
    rest
}

/// Words at the end of a title that say what kind of table it is.
const FORMS: [&str; 7] = ["表", "总", "情况", "明细", "预算", "决算", "汇总"];

/// 2080505机关事业单位…: a name behind its code.
fn without_code(subject: &str) -> &str {
    subject.trim_start_matches(|it: char| it.is_ascii_digit() || it == '.')
}

fn is_sum(name: &str) -> bool {
    matches!(name, "合计" | "总计" | "小计")
}
