//! Where the money comes from and what it goes to, from recognised cells only, for the charts.
mod balance;
mod branches;
pub mod comparison;
mod economic;
mod flow;
mod funds;
mod half;
mod network;
mod sources;

use crate::{
    budget::Budget,
    money::{Amount, Unit, grouped},
    note::Message,
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The structure of one budget. Amounts are in yuan.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Structure {
    /// Sources → funds → function classes → basic or project → economic classes.
    pub flow: Flow,
    /// Function classes, sections and items.
    pub function: Vec<Branch>,
    /// Economic classes and items of basic expenditure, and of projects where known.
    pub economic: Vec<Branch>,
    /// How much of the expenditure has economic classes; none where all of it has.
    #[serde(default)]
    pub economic_scope: Option<Message>,
    /// How the charts tie to 收支总表, and what they had to leave out.
    pub reconciliation: Vec<Message>,
}

/// A flow of money between stages.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Flow {
    /// Stops on the way.
    pub nodes: Vec<Node>,
    /// Money between two of them.
    pub links: Vec<Link>,
    /// What flows in.
    pub total: Decimal,
}

/// A stop on the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// Unique among the nodes.
    pub name: String,
    /// 0 source, 1 fund, 2 function class, 3 basic or project, 4 economic class.
    pub stage: u8,
}

/// Money from one stop to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Index of the node it comes from.
    pub from: usize,
    /// Index of the node it goes to.
    pub to: usize,
    /// How much, in yuan.
    pub amount: Decimal,
}

/// A class with what it is made of.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Branch {
    /// The code.
    pub code: String,
    /// The name as printed.
    pub name: String,
    /// In yuan.
    pub amount: Decimal,
    /// Parts; empty for a leaf.
    pub parts: Vec<Branch>,
}

/// What 收支总表 comes to, in yuan.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Income.
    pub income: Option<Decimal>,
    /// Expenditure.
    pub expenditure: Option<Decimal>,
}

/// The totals of a budget, as far as 收支总表 was recognised.
pub fn totals(budget: &Budget) -> Totals {
    let total = |half| balance::printed_total(budget, half).map(|it| it.1.value);
    Totals {
        income: total(0),
        expenditure: total(1),
    }
}

/// The structure of a budget; `None` if no table says anything of it.
pub fn structure(budget: &Budget) -> Option<Structure> {
    let (flow, mut reconciliation) = flow::flow(budget);
    let function = branches::function(budget);
    let mut economic = branches::economic(budget);
    let economic_scope = branches::add_rest(budget, &mut economic, &function);
    if flow.links.is_empty() && function.is_empty() && economic.is_empty() {
        return None;
    }
    reconciliation.extend(balance::negatives(budget));
    Some(Structure {
        flow,
        function,
        economic,
        economic_scope,
        reconciliation,
    })
}

/// Money from one stop to the next, each named by its key: a code where it has one.
#[derive(Debug, Clone, PartialEq)]
struct Stream {
    from: String,
    to: String,
    amount: Amount,
}

impl Stream {
    fn new(from: &str, to: &str, amount: Amount) -> Self {
        Stream {
            from: from.to_owned(),
            to: to.to_owned(),
            amount,
        }
    }
}

/// A sum, which is as coarse as its parts together.
pub(crate) fn total(amounts: impl IntoIterator<Item = Amount>) -> Amount {
    let add = |sum: Amount, it: Amount| Amount {
        value: sum.value + it.value,
        half_step: sum.half_step + it.half_step,
    };
    amounts.into_iter().fold(Amount::NIL, add)
}

/// What is left of an amount.
pub(crate) fn less(whole: Amount, part: Amount) -> Amount {
    Amount {
        value: whole.value - part.value,
        half_step: whole.half_step + part.half_step,
    }
}

/// Whether an amount may be nothing but rounding.
fn is_rounding(amount: Amount) -> bool {
    amount.value.abs() <= amount.half_step
}

/// What the budget counts in, for sentences.
fn unit(budget: &Budget) -> Unit {
    let stated = budget.tables.iter().find_map(|it| it.unit);
    stated.unwrap_or(Unit::Yuan)
}

/// An amount as sentences say it: `319.87 万元`.
pub(crate) fn said(budget: &Budget, amount: Decimal) -> String {
    let unit = unit(budget);
    let mut figure = (amount / unit.scale()).normalize();
    if figure.scale() < 2 {
        figure.rescale(2);
    }
    format!("{} {unit}", grouped(&figure.to_string()))
}
