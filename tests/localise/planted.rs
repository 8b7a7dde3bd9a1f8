//! Errors planted on purpose, and what becomes of them.
use super::{chance::Chance, network::Network};
use gouji::{
    budget::FactId,
    repair::{Cause, causes},
};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// How a figure is damaged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Damage {
    Exchanged,
    Replaced,
    Dropped,
    Added,
    PointMoved,
    Missing,
    Spurious,
    TenThousandfold,
}

pub const DAMAGES: [Damage; 8] = [
    Damage::Exchanged,
    Damage::Replaced,
    Damage::Dropped,
    Damage::Added,
    Damage::PointMoved,
    Damage::Missing,
    Damage::Spurious,
    Damage::TenThousandfold,
];

/// Damages one figure; gives it back with the value it had.
pub fn plant(network: &mut Network, damage: Damage, chance: &mut Chance) -> (FactId, Decimal) {
    loop {
        let id = FactId(chance.below(network.budget.facts.len()));
        let fact = network.budget.fact(id);
        let stands = network
            .asked
            .iter()
            .any(|it| it.1.terms().any(|it| it.1 == id));
        if fact.is_printed() == (damage == Damage::Spurious) || !stands {
            continue;
        }
        let (before, text) = (fact.amount.value, damaged(&fact.text, damage, chance));
        let mut other = network.clone();
        other.print(id, &text);
        if other.budget.fact(id).amount.value != before {
            *network = other;
            return (id, before);
        }
    }
}

fn damaged(text: &str, damage: Damage, chance: &mut Chance) -> String {
    let plain = text.replace('.', "");
    let mut digits: Vec<char> = plain.chars().collect();
    let at = chance.below(digits.len().max(1));
    match damage {
        Damage::Exchanged => digits.swap(at, (at + 1) % text.len().saturating_sub(1).max(1)),
        Damage::Replaced => digits[at] = char::from(b'0' + chance.below(10) as u8),
        Damage::Dropped => drop(digits.remove(at)),
        Damage::Added => digits.insert(at, char::from(b'0' + chance.below(10) as u8)),
        Damage::PointMoved => return moved(&plain, chance),
        Damage::Missing => return String::new(),
        Damage::Spurious => return format!("{}", Decimal::new(1 + chance.below(50_000) as i64, 2)),
        Damage::TenThousandfold => return format!("{plain}00.00"),
    }
    let digits: String = digits.into_iter().collect();
    let digits = format!("{digits:0>3}");
    format!(
        "{}.{}",
        &digits[..digits.len() - 2],
        &digits[digits.len() - 2..]
    )
}

fn moved(plain: &str, chance: &mut Chance) -> String {
    let value: i64 = plain.parse().expect("digits");
    match chance.below(3) {
        0 => format!("{:.2}", Decimal::new(value, 1)),
        1 => format!("{:.2}", Decimal::new(value, 3).round_dp(2)),
        _ => format!("{}", Decimal::new(value, 1)),
    }
}

/// How often causes name the right figures, and their right values.
#[derive(Default, Debug)]
pub struct Tally {
    pub tried: usize,
    pub figures: usize,
    pub values: usize,
    pub slowest: std::time::Duration,
    pub time: std::time::Duration,
    pub missed: BTreeMap<String, usize>,
}

impl Tally {
    /// Tries one damaged document.
    pub fn count(&mut self, network: &Network, planted: &BTreeMap<FactId, Decimal>, what: &str) {
        let judged = network.judged();
        if !judged.iter().any(|it| it.verdict.is_broken()) {
            return;
        }
        let begin = std::time::Instant::now();
        let found = changes(&causes(&network.budget, &judged, network.regime));
        let time = begin.elapsed();
        self.time += time;
        self.slowest = self.slowest.max(time);
        self.tried += 1;
        let right = found.keys().eq(planted.keys());
        self.figures += usize::from(right);
        self.values += usize::from(found == *planted);
        if !right {
            *self.missed.entry(what.into()).or_default() += 1;
        }
    }

    /// Whether so many in a thousand are right.
    pub fn reaches(&self, figures: usize, values: usize) -> bool {
        self.figures * 1_000 >= self.tried * figures && self.values * 1_000 >= self.tried * values
    }
}

/// What the best repairs change together.
fn changes(causes: &[Cause]) -> BTreeMap<FactId, Decimal> {
    let best = causes.iter().filter_map(|it| it.repairs.first());
    let changes = best.flat_map(|it| &it.changes);
    changes.map(|it| (it.fact, it.to)).collect()
}
