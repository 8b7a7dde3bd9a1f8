//! Slips that touch several figures at once.
use super::{chance::Chance, network::Network};
use gouji::{
    budget::{FactId, Panel},
    claim::Constraint,
};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

type Planted = BTreeMap<FactId, Decimal>;

/// Prints other figures at some places, and tells what stood there.
fn print(network: &mut Network, changes: &[(FactId, String)]) -> Planted {
    let mut planted = Planted::new();
    for (id, text) in changes {
        let before = network.budget.fact(*id).amount.value;
        network.print(*id, text);
        if network.budget.fact(*id).amount.value != before {
            planted.insert(*id, before);
        }
    }
    planted
}

fn panel<'a>(network: &'a Network, chance: &mut Chance) -> &'a Panel {
    let tables = &network.budget.tables;
    &tables[chance.below(tables.len())].panels[0]
}

/// Exchanges a figure with another one of its row, or with a blank.
pub fn exchange(network: &mut Network, chance: &mut Chance) -> Planted {
    loop {
        let panel = panel(network, chance);
        let row = chance.below(panel.rows.len());
        let [one, two] = [0, 1].map(|_| panel.fact(row, chance.below(panel.columns.len())));
        let (Some(one), Some(two)) = (one, two) else {
            continue;
        };
        let [first, second] = [one, two].map(|it| network.budget.fact(it).text.clone());
        if first != second {
            return print(network, &[(one, second), (two, first)]);
        }
    }
}

/// Prints a whole table in 元 though it says 万元.
pub fn unit(network: &mut Network, chance: &mut Chance) -> Planted {
    let cells = panel(network, chance).cells.clone();
    let ids = cells.into_iter().flatten();
    let yuan = |id: FactId| {
        let value = network.budget.fact(id).amount.value;
        let text = if value.is_zero() {
            String::new()
        } else {
            format!("{value:.2}")
        };
        (id, text)
    };
    let changes: Vec<_> = ids.map(yuan).collect();
    print(network, &changes)
}

/// Blanks a whole row.
pub fn lost_row(network: &mut Network, chance: &mut Chance) -> Planted {
    loop {
        let panel = panel(network, chance);
        let row = chance.below(panel.rows.len());
        let ids = (0..panel.columns.len()).filter_map(|it| panel.fact(row, it));
        let changes: Vec<_> = ids.map(|it| (it, String::new())).collect();
        let mut other = network.clone();
        let planted = print(&mut other, &changes);
        if planted.len() > 1 {
            *network = other;
            return planted;
        }
    }
}

/// Changes an item and every total over it in its table.
pub fn not_updated(network: &mut Network, chance: &mut Chance) -> Planted {
    loop {
        let panel = panel(network, chance);
        let start = panel.cells[chance.below(panel.cells.len())];
        let Some(start) = start.filter(|it| network.budget.fact(*it).is_printed()) else {
            continue;
        };
        let totals = totals(network, start);
        let by = Decimal::from(100 * (1 + chance.below(3_000) as i64));
        let changed = |it: &FactId| {
            let value = network.budget.fact(*it).amount.value + by;
            (*it, format!("{:.2}", value / Decimal::from(10_000)))
        };
        if totals.len() > 1 {
            let changes: Vec<_> = totals.iter().map(changed).collect();
            return print(network, &changes);
        }
    }
}

/// The figure and all sums over it within its table; nothing if parts of it stand below.
fn totals(network: &Network, start: FactId) -> Vec<FactId> {
    let table = |it: FactId| &network.budget.fact(it).name.table;
    let inside = |it: &Constraint| it.terms().all(|(_, id)| table(id) == table(start));
    let sums: Vec<&Constraint> = network
        .asked
        .iter()
        .map(|it| &it.1)
        .filter(|it| inside(it))
        .collect();
    if sums.iter().any(|it| it.left[0].fact == start) {
        return Vec::new();
    }
    let mut found = vec![start];
    let mut next = 0;
    while next < found.len() {
        for sum in &sums {
            let total = sum.left[0].fact;
            let holds = sum.right.iter().any(|it| it.fact == found[next]);
            if holds && !found.contains(&total) {
                found.push(total);
            }
        }
        next += 1;
    }
    found
}
