//! Changes over last year: their sums, their rates, their words.
use super::figures::equal;
use crate::{
    budget::{
        Budget, FactId,
        statement::{Direction, Moved, Statement},
    },
    claim::{Constraint, Rate, RateKind, Term},
    forms::narrative::{Section, Thing},
};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// The rate of change that a statement tells.
pub fn growth_of(statement: &Statement) -> Option<Rate> {
    let direction = statement.change?.direction;
    let (change, printed) = (statement.change?, statement.rate?.fact);
    rate_of(
        statement.amount.or(statement.told).or(statement.cell)?,
        change,
        printed,
        direction,
    )
}

fn rate_of(now: FactId, change: Moved, printed: FactId, direction: Direction) -> Option<Rate> {
    let back = Term {
        minus: direction != Direction::Down,
        fact: change.fact,
    };
    Some(Rate {
        printed,
        part: vec![Term::plus(change.fact)],
        whole: vec![Term::plus(now), back],
        kind: RateKind::Growth,
        strict: false,
    })
}

/// The change of a statement with its sign.
fn change_of(statement: &Statement) -> Option<Term> {
    statement.change.map(|it| Term {
        minus: it.direction == Direction::Down,
        fact: it.fact,
    })
}

/// 项 by 项: where every item of the table has its sentence, their changes are those of basic and
/// project expenditure. An item that is gone this year has no sentence, so this is no certainty.
pub fn changes_of_items(budget: &Budget) -> Vec<Constraint> {
    let in_section = |it: &&Statement| it.section == Some(Section::GENERAL_BUDGET);
    let items: Vec<&Statement> = budget
        .statements
        .iter()
        .filter(in_section)
        .filter(|it| it.path.len() == 3)
        .collect();
    let told: BTreeSet<FactId> = items.iter().filter_map(|it| it.cell).collect();
    let changes: Option<Vec<Term>> = items.iter().map(|it| change_of(it)).collect();
    let total = |thing: Thing| {
        let named =
            |it: &&Statement| in_section(it) && it.known == Some(thing) && it.path.is_empty();
        budget.statements.iter().filter(named).find_map(change_of)
    };
    let whole = match (
        total(Thing::GENERAL_BUDGET),
        total(Thing::BASIC_EXPENDITURE),
        total(Thing::PROJECT_EXPENDITURE),
    ) {
        (Some(whole), ..) => vec![whole],
        (None, Some(basic), Some(projects)) => vec![basic, projects],
        _ => return Vec::new(),
    };
    match changes {
        Some(changes) if !changes.is_empty() && told == items_of_table(budget) => {
            vec![equal(whole, changes)]
        }
        _ => Vec::new(),
    }
}

/// Figures of the items of 一般公共预算支出表.
fn items_of_table(budget: &Budget) -> BTreeSet<FactId> {
    let Some(panel) = budget
        .table("一般公共预算支出表")
        .and_then(|it| it.panels.first())
    else {
        return BTreeSet::new();
    };
    let Some(column) = panel.column("合计") else {
        return BTreeSet::new();
    };
    let is_item = |it: &usize| {
        panel.rows[*it]
            .code
            .as_ref()
            .is_some_and(|it| it.len() == 7)
    };
    let facts = (0..panel.rows.len())
        .filter(is_item)
        .filter_map(|it| panel.fact(it, column));
    facts
        .filter(|it| !budget.fact(*it).amount.is_nil())
        .collect()
}

/// Income and expenditure are one sum of money: where the parts of both are told in full, their
/// changes come to the same.
pub fn both_sides(budget: &Budget) -> Vec<Constraint> {
    let side = |section: Section| {
        let parts = budget
            .statements
            .iter()
            .filter(|it| it.section == Some(section) && it.head.is_some());
        let parts: Vec<&Statement> = parts.filter(|it| it.amount.is_some()).collect();
        let head = &budget.statements[parts.first()?.head?];
        let value = |id: FactId| budget.fact(id).amount.value;
        let told: Decimal = parts.iter().filter_map(|it| it.amount).map(value).sum();
        let changes: Option<Vec<Term>> = parts.iter().map(|it| change_of(it)).collect();
        changes.filter(|_| head.amount.map(value) == Some(told))
    };
    let both = side(Section::INCOME).zip(side(Section::EXPENDITURE));
    both.map(|(one, other)| equal(one, other))
        .into_iter()
        .collect()
}
