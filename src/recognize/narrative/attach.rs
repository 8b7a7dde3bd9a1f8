//! Puts figures in their places in a statement.
use super::roles::{Reading, Role};
use crate::{
    budget::{
        Budget, CellName, FactId,
        statement::{Basis, Direction, Moved, Statement, WordId},
    },
    language::line::{Figure, Measure},
    money::Amount,
};
use rust_decimal::Decimal;

/// A figure on its way to its place.
pub struct Placing<'a> {
    /// What the words before it say.
    pub reading: &'a Reading,
    /// The figure.
    pub fact: FactId,
    /// The word that tells its direction.
    pub word: Option<WordId>,
    /// What it counts.
    pub measure: Measure,
    /// The figure before it.
    pub last: Option<FactId>,
}

/// Puts a figure in its place; a place that is taken already leaves it alone.
pub fn attach(statement: &mut Statement, placing: &Placing) {
    let Placing { reading, fact, .. } = *placing;
    let money = matches!(placing.measure, Measure::Money(_));
    let moved = |direction| {
        placing.word.map(|word| Moved {
            direction,
            fact,
            word,
            basis: reading.basis,
        })
    };
    let adjusted = reading.basis == Some(Basis::Adjusted);
    match reading.role {
        Role::Amount if money && statement.amount.is_none() => statement.amount = Some(fact),
        // 支出预算为 A，支出决算为 B: what was told first was the budget of what came of it.
        Role::Amount if money && reading.phrase.contains("决算") && statement.base.is_none() => {
            statement.base = statement.amount.replace(fact);
        }
        Role::Amount
            if matches!(placing.measure, Measure::Count(_)) && statement.count.is_none() =>
        {
            statement.count = Some(fact);
        }
        Role::Base if adjusted && statement.adjusted.is_none() => statement.adjusted = Some(fact),
        Role::Base if !adjusted && statement.base.is_none() => {
            statement.base = Some(fact);
            statement.based_on = reading.basis;
        }
        Role::Completion if statement.completion.is_none() => {
            statement.completion = Some(fact);
            statement.completed = reading.basis;
        }
        Role::Share if statement.share.is_none() => {
            statement.share = Some(fact);
            statement.share_of.clone_from(&reading.whole);
        }
        Role::Change(direction) if money && statement.change.is_none() => {
            statement.change = moved(direction);
            // 较上年 A 减少 B: the change is over the base just told.
            let follows = placing.last.is_some() && placing.last == statement.base;
            statement.from_base = follows && reading.basis.is_none();
        }
        // The rate behind a second change is not that of the first.
        Role::Change(_) => statement.moved_again = true,
        Role::Rate(direction) if statement.rate.is_none() && !statement.moved_again => {
            statement.rate = moved(direction);
        }
        _ => {}
    }
}

/// The cell that an amount repeats, once the amount is known.
pub fn rebind(budget: &mut Budget, statement: usize) {
    choose_table(budget, statement);
    choose_column(budget, statement);
}

/// Several units' tables of one form in one file: the one with this amount is meant, or it is not
/// known which.
fn choose_table(budget: &mut Budget, statement: usize) {
    let it = &budget.statements[statement];
    let (Some(amount), Some(cell)) = (it.amount, it.cell) else {
        return;
    };
    let name = budget.fact(cell).name.clone();
    let again = |nth: usize| {
        budget.find(&CellName {
            table: name.table.with_number(nth),
            ..name.clone()
        })
    };
    let others: Vec<FactId> = (2..).map_while(again).collect();
    let value = |id: FactId| budget.fact(id).amount.value;
    let mut all = others.iter().chain([&cell]).copied();
    let differ = others.iter().any(|it| value(*it) != value(cell));
    let meant = all.find(|it| value(*it) == value(amount));
    if differ {
        budget.statements[statement].cell = meant;
    }
}

/// A row's name does not tell its column: where the amount is that of another column of the row,
/// that one is meant.
fn choose_column(budget: &mut Budget, statement: usize) {
    let it = &budget.statements[statement];
    let (Some(amount), Some(cell), None) = (it.amount, it.cell, it.known) else {
        return;
    };
    let meant = budget.fact(amount).amount;
    let agrees = |id: FactId| {
        let amount = budget.fact(id).amount;
        (amount.value - meant.value).abs() <= amount.half_step + meant.half_step
    };
    if agrees(cell) {
        return;
    }
    let name = budget.fact(cell).name.clone();
    let columns = budget
        .table_named(&name.table)
        .into_iter()
        .flat_map(|it| it.panels.iter().flat_map(|it| &it.columns));
    let others = columns.filter_map(|it| {
        budget.find(&CellName {
            column: it.name.clone(),
            ..name.clone()
        })
    });
    let other = others.into_iter().find(|it| agrees(*it));
    if let Some(other) = other {
        budget.statements[statement].cell = Some(other);
    }
}

/// Money and percentages are rounded; things are counted.
pub fn amount(figure: &Figure, role: Role) -> Amount {
    let unit = figure.measure.unit();
    // 减少-5万元 says the same twice, and 增加-5万元 is read as 减少5万元.
    let number = match role {
        Role::Change(Direction::Down) => figure.number.abs(),
        _ => figure.number,
    };
    let printed = Amount::printed(number, unit.scale());
    match figure.measure {
        Measure::Count(_) => Amount {
            half_step: Decimal::ZERO,
            ..printed
        },
        _ => printed,
    }
}
