//! Streams put together: stops with unique names, links between them.
use super::{Flow, Link, Node, Stream, economic, half::class_name, total};
use crate::{budget::Budget, money::Amount};
use std::collections::BTreeMap;

/// Tables whose rows name function classes.
const FUNCTION_TABLES: [&str; 4] = ["支出总表", "收入总表", "收支总表", "一般公共预算支出表"];

/// Words that tell a stop from one of the same name at another stage.
const STAGES: [&str; 5] = ["来源", "资金", "功能分类", "支出", "经济分类"];

/// A flow in the making: what runs in each link knows its rounding.
#[derive(Default)]
pub struct Network {
    /// Stage and key of each stop.
    keys: Vec<(u8, String)>,
    links: BTreeMap<(usize, usize), Amount>,
}

impl Network {
    /// Adds streams from this stage to the next; only money that flows forward.
    pub fn add(&mut self, stage: u8, streams: &[Stream]) {
        for stream in streams
            .iter()
            .filter(|it| it.amount.value.is_sign_positive())
        {
            if stream.amount.is_nil() {
                continue;
            }
            let ends = (
                self.stop(stage, &stream.from),
                self.stop(stage + 1, &stream.to),
            );
            let link = self.links.entry(ends).or_default();
            *link = total([*link, stream.amount]);
        }
    }

    fn stop(&mut self, stage: u8, key: &str) -> usize {
        let known = self.keys.iter().position(|it| it.0 == stage && it.1 == key);
        known.unwrap_or_else(|| {
            self.keys.push((stage, key.to_owned()));
            self.keys.len() - 1
        })
    }

    /// What flows in and out of each stop.
    pub fn stops(&self) -> impl Iterator<Item = (u8, usize, Amount, Amount)> {
        self.keys.iter().enumerate().map(|(stop, (stage, _))| {
            let sum = |end: fn(&(usize, usize)) -> usize| {
                let mine = self.links.iter().filter(|it| end(it.0) == stop);
                total(mine.map(|it| *it.1))
            };
            (*stage, stop, sum(|it| it.1), sum(|it| it.0))
        })
    }

    /// Whether nothing flows.
    pub fn is_empty(&self) -> bool {
        self.links.is_empty()
    }

    /// The flow, its stops named for readers.
    pub fn flow(&self, budget: &Budget) -> Flow {
        let first = self.keys.iter().map(|it| it.0).min();
        let inflow = self.stops().filter(|it| Some(it.0) == first);
        let total = inflow.map(|it| it.3.value).sum();
        let links = self.links.iter().map(|(ends, amount)| Link {
            from: ends.0,
            to: ends.1,
            amount: amount.value,
        });
        Flow {
            nodes: self.nodes(budget),
            links: links.collect(),
            total,
        }
    }

    fn nodes(&self, budget: &Budget) -> Vec<Node> {
        let named = self
            .keys
            .iter()
            .map(|(stage, key)| name(budget, *stage, key));
        let names: Vec<String> = named.collect();
        let shared = |name: &String| names.iter().filter(|it| *it == name).count() > 1;
        let node = |(name, (stage, _)): (&String, &(u8, String))| Node {
            name: match shared(name) {
                true => format!("{name}（{}）", STAGES[usize::from(*stage)]),
                false => name.clone(),
            },
            stage: *stage,
        };
        names.iter().zip(&self.keys).map(node).collect()
    }
}

fn name(budget: &Budget, stage: u8, key: &str) -> String {
    let by_column = |key: &str| economic::CLASSES.iter().find(|it| it.0 == key);
    match (stage, by_column(key)) {
        (2, _) => class_name(budget, key, &FUNCTION_TABLES),
        (4, Some((code, name))) => match class_name(budget, key, &economic::TABLES[..1]) {
            bare if bare == *code => format!("{code} {name}"),
            printed => printed,
        },
        (4, None) => class_name(budget, key, &economic::TABLES[..1]),
        _ => key.to_owned(),
    }
}
