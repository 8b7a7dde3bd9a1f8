//! Where the money comes from and what it goes to, from recognised cells only, for the charts.
use crate::{budget::Budget, note::Message};
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

/// The structure of a budget; `None` if no table says anything of it.
pub fn structure(_budget: &Budget) -> Option<Structure> {
    None
}
