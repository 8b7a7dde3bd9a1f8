//! Sound documents of several sizes.
use super::{
    chance::Chance,
    network::{Cells, Codes, Network},
};
use gouji::{check::regime::Regime, claim::Severity};

/// What the tables are drawn from.
struct Draft {
    codes: Codes,
    basic: Vec<i64>,
    project: Vec<i64>,
    total: Vec<i64>,
}

fn draft(chance: &mut Chance, regime: Regime, most: usize) -> Draft {
    let classes = 3 + chance.below(3);
    let codes = Codes::drawn(chance, classes, most);
    let coarse = regime == Regime::Rounded;
    let basic = codes.summed(|_| chance.amount(coarse));
    let project = codes.summed(|_| match chance.below(3) {
        0 => chance.amount(coarse),
        _ => 0,
    });
    let total = basic.iter().zip(&project).map(|(a, b)| a + b).collect();
    Draft {
        codes,
        basic,
        project,
        total,
    }
}

/// A unit's budget like those that are published: nine tables and a narrative.
pub fn unit(chance: &mut Chance, regime: Regime, most: usize) -> Network {
    let draft = draft(chance, regime, most);
    let mut network = Network {
        regime,
        ..Network::default()
    };
    let expenditure = expenditure(&mut network, "支出总表", &draft);
    let general = expenditure_like(&mut network, "一般公共预算支出表", &draft, &expenditure);
    let income = income(&mut network, &draft);
    network.tied((&income, 0), (&expenditure, 0));
    network.tied((&income, 2), (&general, 0));
    let overview = balance(&mut network, "收支总表", &draft, 1, &expenditure);
    balance(&mut network, "财政拨款收支总表", &draft, 4, &general);
    network.equal(Severity::Error, overview.at(0, 0), &[income.at(0, 0)]);
    economic(&mut network, chance, &draft, &general);
    narrative(&mut network, &draft, &expenditure, &general, &income);
    network
}

fn expenditure(network: &mut Network, name: &str, draft: &Draft) -> Cells {
    let columns = [
        draft.total.clone(),
        draft.basic.clone(),
        draft.project.clone(),
    ];
    let cells = network.table(name, &columns);
    network.hierarchy(&cells, &draft.codes);
    network.columns(&cells, 0, 1..3);
    cells
}

fn expenditure_like(network: &mut Network, name: &str, draft: &Draft, like: &Cells) -> Cells {
    let cells = expenditure(network, name, draft);
    for column in 0..3 {
        network.tied((&cells, column), (like, column));
    }
    cells
}

fn income(network: &mut Network, draft: &Draft) -> Cells {
    let none = vec![0; draft.total.len()];
    let total = &draft.total;
    let columns = [total, total, total, &none, &none, &none, &none].map(Clone::clone);
    let cells = network.table("收入总表", &columns);
    network.hierarchy(&cells, &draft.codes);
    network.columns(&cells, 1, 2..5);
    for row in 0..total.len() {
        let parts = [1, 5, 6].map(|it| cells.at(row, it));
        network.equal(Severity::Error, cells.at(row, 0), &parts);
    }
    cells
}

/// Classes only, with a total row, tied to the total column of another table.
fn balance(network: &mut Network, name: &str, draft: &Draft, width: usize, with: &Cells) -> Cells {
    let classes = draft.codes.children(0);
    let rows: Vec<usize> = std::iter::once(0).chain(classes).collect();
    let filled: Vec<i64> = rows.iter().map(|it| draft.total[*it]).collect();
    let blank = vec![0; rows.len()];
    let column = |it| {
        if it < 2 {
            filled.clone()
        } else {
            blank.clone()
        }
    };
    let cells = network.table(name, &(0..width).map(column).collect::<Vec<_>>());
    let flat = Codes {
        parent: vec![0; rows.len()],
    };
    network.hierarchy(&cells, &flat);
    if width > 1 {
        network.columns(&cells, 0, 1..width);
    }
    for (row, of) in rows.iter().enumerate() {
        network.equal(Severity::Error, cells.at(row, 0), &[with.at(*of, 0)]);
    }
    cells
}

/// Basic expenditure by economic class: as much as the function rows' basic total.
fn economic(network: &mut Network, chance: &mut Chance, draft: &Draft, general: &Cells) -> Cells {
    let codes = Codes::drawn(chance, 3, 2);
    let leaves: Vec<usize> = (1..codes.parent.len())
        .filter(|it| codes.children(*it).is_empty())
        .collect();
    let mut left = draft.basic[0];
    let last = leaves[leaves.len() - 1];
    let share = left / leaves.len() as i64 / 100 * 100;
    let total = codes.summed(|row| {
        let own = if row == last {
            left
        } else {
            share.min(left) - 1_700 * (row as i64 % 5)
        };
        left -= own;
        own
    });
    let staff = codes.summed(|row| if row % 3 > 0 { total[row] } else { 0 });
    let office = total.iter().zip(&staff).map(|(a, b)| a - b).collect();
    let cells = network.table("基本支出表", &[total, staff, office]);
    network.hierarchy(&cells, &codes);
    network.columns(&cells, 0, 1..3);
    network.equal(Severity::Error, general.at(0, 1), &[cells.at(0, 0)]);
    cells
}

fn narrative(network: &mut Network, draft: &Draft, one: &Cells, two: &Cells, three: &Cells) {
    for row in std::iter::once(0).chain(draft.codes.children(0)) {
        network.repeated(one.at(row, 0), draft.total[row]);
        network.repeated(two.at(row, 0), draft.total[row]);
    }
    network.repeated(one.at(0, 1), draft.basic[0]);
    network.repeated(one.at(0, 2), draft.project[0]);
    network.repeated(three.at(0, 0), draft.total[0]);
}
