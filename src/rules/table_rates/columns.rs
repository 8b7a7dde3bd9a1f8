//! Columns of rates whose headings say what is divided by what.
use crate::{
    budget::{Budget, FactId, Panel},
    claim::{
        Term,
        rate::{Rate, RateKind},
    },
    forms::Quantity,
    words::key,
};

/// Words of headings that ask for the share of the whole.
const SHARES: &[&str] = &["占比", "比重", "比例", "占"];
/// Words of headings that ask for the growth since last year.
const GROWTH: &[&str] = &[
    "增减率",
    "增长率",
    "增幅",
    "增减%",
    "增长%",
    "增减幅度",
    "变动率",
];
/// Words of columns that a rate is counted from.
const BEFORE: &[&str] = &["上年", "期初", "年初", "去年"];

/// The rates of all tables, column by column, where most of a column are what they are taken for.
pub fn rates(budget: &Budget) -> Vec<Rate> {
    let mut rates = Vec::new();
    for panel in budget.tables.iter().flat_map(|it| &it.panels) {
        let columns = (0..panel.columns.len())
            .filter(|it| Quantity::of_column(&panel.columns[*it].name.key) == Quantity::Rate);
        for column in columns {
            let of_column = rates_of(budget, panel, column);
            let agreeing = of_column
                .iter()
                .filter(|it| it.judge(budget).agrees())
                .count();
            if agreeing >= FEWEST && agreeing * 5 >= of_column.len() * 3 {
                rates.extend(of_column);
            }
        }
    }
    rates
}

/// Fewer rates that agree may do so by chance.
const FEWEST: usize = 2;

/// What a rate is made of.
enum Quotient {
    /// This column over its total.
    OfTotal(usize),
    /// What this column is more than that.
    Growth(usize, usize),
    /// This column over that.
    Of(usize, usize),
}

/// The printed rates of one column with what they are made of.
fn rates_of(budget: &Budget, panel: &Panel, column: usize) -> Vec<Rate> {
    let Some(quotient) = quotient(panel, column) else {
        return Vec::new();
    };
    let rate = |row: usize| {
        let printed = panel.fact(row, column)?;
        let fact = |column: usize| panel.fact(row, column).map(Term::plus);
        let (part, whole, kind) = match quotient {
            Quotient::OfTotal(amount) => {
                let total = panel.fact(panel.total()?, amount)?;
                (vec![fact(amount)?], Term::plus(total), RateKind::Share)
            }
            Quotient::Growth(now, before) => {
                let base = fact(before)?;
                let less = Term {
                    minus: true,
                    ..base
                };
                (vec![fact(now)?, less], base, RateKind::Growth)
            }
            Quotient::Of(now, before) => (vec![fact(now)?], fact(before)?, RateKind::Completion),
        };
        let rate = Rate {
            printed,
            part,
            whole: vec![whole],
            kind,
            strict: false,
        };
        is_telling(budget, &rate).then_some(rate)
    };
    (0..panel.rows.len()).filter_map(rate).collect()
}

/// Whether the rate and what it is of are printed.
fn is_telling(budget: &Budget, rate: &Rate) -> bool {
    let printed = |id: FactId| budget.fact(id).is_printed();
    printed(rate.printed)
        && rate
            .whole
            .iter()
            .all(|it| !budget.fact(it.fact).amount.is_nil())
}

/// What the heading of a column says.
fn quotient(panel: &Panel, column: usize) -> Option<Quotient> {
    let name = |column: usize| key(&panel.columns[column].name.key);
    let heading = name(column);
    let is_money =
        |it: &usize| Quantity::of_column(&panel.columns[*it].name.key) == Quantity::Money;
    let amounts = || (0..column).filter(is_money);
    let says = |text: &str, words: &[&str]| words.iter().any(|it| text.contains(it));
    let before = || amounts().find(|it| says(&name(*it), BEFORE));
    let last_but = |other: usize| amounts().rfind(|it| *it != other);
    if let Some((now, base)) = heading.split_once('为').filter(|it| it.1.ends_with("的%")) {
        let base = base.trim_end_matches("的%");
        let before = amounts().find(|it| name(*it) == base).or_else(before)?;
        let now = amounts().find(|it| name(*it) == now && *it != before);
        return Some(Quotient::Of(now.or_else(|| last_but(before))?, before));
    }
    if says(&heading, GROWTH) {
        let is_known = panel.columns.iter().any(|it| it.name.is("上年数"));
        let before = before().filter(|_| !is_known)?;
        return Some(Quotient::Growth(last_but(before)?, before));
    }
    let is_share = says(&heading, SHARES) && !heading.contains("上年");
    is_share.then(|| amounts().next_back().map(Quotient::OfTotal))?
}
