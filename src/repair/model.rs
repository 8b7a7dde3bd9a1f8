//! The figures and constraints of a document as whole numbers, each knowing the other.
use super::{
    layout::Layout,
    measure::Measure,
    row::{Role, Row},
};
use crate::{
    budget::{Budget, Fact},
    check::{Judged, regime::Regime},
    money::decimals,
};
use rust_decimal::Decimal;
use std::collections::HashMap;

/// What the search looks at.
#[derive(Debug)]
pub struct Model<'a> {
    /// The budget it was made of.
    pub budget: &'a Budget,
    /// How decimals become whole numbers.
    pub measure: Measure,
    /// Where the figures stand.
    pub layout: Layout,
    /// The constraints, in the order they were judged.
    pub rows: Vec<Row>,
    figures: Vec<Figure>,
    starts: Vec<usize>,
    links: Vec<Link>,
}

/// A figure as a whole number.
#[derive(Debug, Clone, Copy)]
pub struct Figure {
    /// Its value; `None` if it has absurdly many digits.
    pub value: Option<i128>,
    /// Half of its last printed digit.
    pub half: i128,
    /// The last digit as its table is printed.
    pub step: i128,
    /// The decimals that its table is printed with.
    pub decimals: u32,
}

/// A constraint that a figure stands in.
#[derive(Debug, Clone, Copy)]
pub struct Link {
    /// Index of the constraint.
    pub row: usize,
    /// The figure's coefficient in it.
    pub factor: i64,
}

impl<'a> Model<'a> {
    /// The whole document in whole numbers.
    pub fn new(budget: &'a Budget, judged: &[Judged], regime: Regime) -> Self {
        let measure = Measure::of(budget);
        let figures = figures(budget, measure);
        let layout = Layout::of(budget);
        let row = |it| Row::new(it, &figures, &layout, measure, regime);
        let rows: Vec<Row> = judged.iter().map(row).collect();
        let (starts, links) = links(&rows, figures.len());
        Model {
            budget,
            measure,
            layout,
            rows,
            figures,
            starts,
            links,
        }
    }

    /// The figure as a whole number.
    pub fn figure(&self, fact: u32) -> Figure {
        self.figures[fact as usize]
    }

    /// The fact behind it.
    pub fn fact(&self, fact: u32) -> &'a Fact {
        &self.budget.facts[fact as usize]
    }

    /// The constraints that it stands in.
    pub fn links(&self, fact: u32) -> &[Link] {
        let fact = fact as usize;
        &self.links[self.starts[fact]..self.starts[fact + 1]]
    }
}

/// Every figure, with the decimals its table is mostly printed with.
fn figures(budget: &Budget, measure: Measure) -> Vec<Figure> {
    let decimals = Decimals::of(budget);
    let facts = budget.facts.iter().enumerate();
    facts
        .map(|(index, fact)| {
            let decimals = decimals.usual(index);
            let last = Decimal::new(1, decimals) * fact.unit.scale();
            Figure {
                value: measure.whole(fact.amount.value),
                half: measure.whole(fact.amount.half_step).unwrap_or(0),
                step: measure.whole(last).unwrap_or(1).max(1),
                decimals,
            }
        })
        .collect()
}

/// Maximum number of decimals distinguished.
const DECIMALS: usize = 7;

/// How many decimals the figures of each table are printed with.
struct Decimals {
    table_of: Vec<usize>,
    counts: Vec<[u32; DECIMALS]>,
}

impl Decimals {
    fn of(budget: &Budget) -> Self {
        let mut known = HashMap::new();
        let mut it = Decimals {
            table_of: Vec::with_capacity(budget.facts.len()),
            counts: Vec::new(),
        };
        for fact in &budget.facts {
            let next = known.len();
            let key = (&fact.name.table, fact.unit as u8);
            let table = *known.entry(key).or_insert(next);
            if table == it.counts.len() {
                it.counts.push([0; DECIMALS]);
            }
            it.table_of.push(table);
            if !fact.amount.is_nil() {
                it.counts[table][(decimals(&fact.text) as usize).min(DECIMALS - 1)] += 1;
            }
        }
        it
    }

    fn usual(&self, fact: usize) -> u32 {
        most_frequent(&self.counts[self.table_of[fact]])
    }
}

/// The most frequent number of decimals; the smaller of two that are as frequent.
fn most_frequent(counts: &[u32; DECIMALS]) -> u32 {
    let most = (0..DECIMALS).rev().max_by_key(|it| counts[*it]);
    most.filter(|it| counts[*it] > 0).unwrap_or(0) as u32
}

/// How many decimals the table of one fact is mostly printed with.
pub fn usual_decimals(budget: &Budget, fact: &Fact) -> u32 {
    let mut counts = [0; DECIMALS];
    let alike = |it: &&Fact| it.unit == fact.unit && it.name.table == fact.name.table;
    let printed = budget.facts.iter().filter(|it| !it.amount.is_nil());
    for it in printed.filter(alike) {
        counts[(decimals(&it.text) as usize).min(DECIMALS - 1)] += 1;
    }
    most_frequent(&counts)
}

/// For each figure the constraints it stands in, one after the other.
fn links(rows: &[Row], figures: usize) -> (Vec<usize>, Vec<Link>) {
    let mut starts = vec![0; figures + 1];
    for_each_term(rows, |_, fact, _| starts[fact as usize + 1] += 1);
    for fact in 0..figures {
        starts[fact + 1] += starts[fact];
    }
    let mut next = starts.clone();
    let mut links = vec![Link { row: 0, factor: 0 }; starts[figures]];
    for_each_term(rows, |row, fact, factor| {
        links[next[fact as usize]] = Link { row, factor };
        next[fact as usize] += 1;
    });
    (starts, links)
}

/// Every term of every constraint that can be reckoned with.
fn for_each_term(rows: &[Row], mut visit: impl FnMut(usize, u32, i64)) {
    for (index, row) in rows.iter().enumerate() {
        if matches!(row.role, Role::Driving | Role::Limiting | Role::Evidence) {
            for (fact, factor) in &row.terms {
                visit(index, *fact, *factor);
            }
        }
    }
}
