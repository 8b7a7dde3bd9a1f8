//! Changes over last year: their sums, their rates, their words.
use super::{
    direction::{direction, signed},
    figures::equal,
    parts::parts_of,
};
use crate::{
    budget::{
        Budget, FactId,
        statement::{Basis, Direction, Moved, Statement},
    },
    claim::{Constraint, Rate, RateKind, Term},
    forms::narrative::{Section, Thing},
};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Rates of change: the change over this year's figure less the change.
pub fn rates(budget: &Budget) -> Vec<Rate> {
    let rate = |it: &Statement| {
        let rate = rate_with(it, direction(budget, it, it.change?));
        of_whole(budget, it).or(rate)
    };
    let told = budget.statements.iter();
    let told = told.flat_map(|it| [rate(it), from_base(it), completion(it)]);
    told.flatten().collect()
}

/// 收入总计A，其中年初结转B，较上年增加C，增长…%: behind a part, the rate may be that of the whole. It is
/// taken for it only where it fits that and not the part.
fn of_whole(budget: &Budget, statement: &Statement) -> Option<Rate> {
    let (change, printed) = (statement.change?, statement.rate?.fact);
    let direction = direction(budget, statement, change);
    let fits = |it: &Rate| it.judge(budget).is_right();
    if rate_with(statement, direction).is_some_and(|it| fits(&it)) {
        return None;
    }
    let rate = |whole| rate_of(whole, change, printed, direction);
    told_before(budget, statement).filter_map(rate).find(fits)
}

/// Amounts without a change of their own that the paragraph of a statement tells before it: a
/// comparison behind the parts of a whole may be the whole's.
fn told_before<'a>(
    budget: &'a Budget,
    statement: &'a Statement,
) -> impl Iterator<Item = FactId> + 'a {
    let others = budget.statements.iter();
    let before = others.take_while(|it| !std::ptr::eq(*it, statement));
    let near = before.filter(|it| it.block == statement.block && it.change.is_none());
    near.filter_map(|it| it.amount)
}

/// 较上年 A 减少 B: what was, and by how much it changed, is what there is.
pub fn over_bases(budget: &Budget) -> Vec<Constraint> {
    let tied = |it: &Statement| {
        let change = change_of(budget, it).filter(|_| it.from_base)?;
        let sum = vec![Term::plus(it.base?), change];
        let own = it.amount.or(it.told).or(it.cell)?;
        let over = |now: FactId| equal(vec![Term::plus(now)], sum.clone());
        let holds = |it: &Constraint| !it.judge(budget).is_broken();
        let of_whole = || told_before(budget, it).map(over).find(holds);
        let own = over(own);
        Some(if holds(&own) {
            own
        } else {
            of_whole().unwrap_or(own)
        })
    };
    budget.statements.iter().filter_map(tied).collect()
}

/// The rate over a base that is told: 2025年执行数为 … 万元，2026年预算安排 … 万元，增加 …%.
pub fn from_base(statement: &Statement) -> Option<Rate> {
    let (now, base) = (statement.amount?, statement.base?);
    // A change of its own may be over another base, and a rate over last year is none over a plan.
    let rate = statement.rate?.basis;
    let planned = |it: Option<Basis>| matches!(it, Some(Basis::Opening | Basis::Adjusted));
    let other = rate.is_some() && planned(rate) != planned(statement.based_on);
    let alone = statement.change.is_none() && !other;
    alone.then_some(Rate {
        printed: statement.rate?.fact,
        part: vec![
            Term::plus(now),
            Term {
                minus: true,
                fact: base,
            },
        ],
        whole: vec![Term::plus(base)],
        kind: RateKind::Growth,
        strict: false,
    })
}

/// 完成年初预算的 …%: the amount over what was planned, after changes where the sentence says so.
fn completion(statement: &Statement) -> Option<Rate> {
    let planned = match statement.completed {
        Some(Basis::Adjusted) => statement.adjusted,
        // What was last year is no plan for this one.
        _ => statement.base.filter(|_| {
            let plan = [None, Some(Basis::Opening), Some(Basis::Adjusted)];
            plan.contains(&statement.based_on)
        }),
    };
    Some(Rate {
        printed: statement.completion?,
        part: vec![Term::plus(statement.amount?)],
        whole: vec![Term::plus(planned?)],
        kind: RateKind::Completion,
        strict: false,
    })
}

/// The rate of change that a statement tells.
pub fn growth_of(statement: &Statement) -> Option<Rate> {
    rate_with(statement, statement.change?.direction)
}

/// The rate of a statement if its change went this way.
pub fn rate_with(statement: &Statement, direction: Direction) -> Option<Rate> {
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
fn change_of(budget: &Budget, statement: &Statement) -> Option<Term> {
    statement.change.map(|it| signed(budget, statement, it))
}

/// 其中 with changes: where all parts are listed, their changes are the whole's.
pub fn changes_of_parts(budget: &Budget) -> Vec<Constraint> {
    let heads = (0..budget.statements.len())
        .filter(|it| budget.statements[*it].known == Some(Thing::THREE_PUBLIC));
    let of = |head: usize| {
        let parts = parts_of(budget, head);
        let changes: Option<Vec<Term>> = parts
            .iter()
            .map(|it| change_of(budget, &budget.statements[*it]))
            .collect();
        let changes = changes.filter(|it| it.len() >= 3)?;
        Some(equal(
            vec![change_of(budget, &budget.statements[head])?],
            changes,
        ))
    };
    heads.filter_map(of).collect()
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
    let changes: Option<Vec<Term>> = items.iter().map(|it| change_of(budget, it)).collect();
    let total = |thing: Thing| {
        let named =
            |it: &&Statement| in_section(it) && it.known == Some(thing) && it.path.is_empty();
        budget
            .statements
            .iter()
            .filter(named)
            .find_map(|it| change_of(budget, it))
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

/// The change of one figure told more than once.
pub fn repeated(budget: &Budget) -> Vec<Constraint> {
    let told: Vec<&Statement> = budget
        .statements
        .iter()
        .filter(|it| it.change.is_some() && it.cell.is_some_and(|it| is_of_one(budget, it)))
        .collect();
    let mut constraints: Vec<Constraint> = both_sides(budget).into_iter().collect();
    for (index, second) in told.iter().enumerate() {
        let first = told[..index].iter().find(|it| is_same(budget, it, second));
        let first = first.and_then(|it| change_of(budget, it));
        if let Some((first, second)) = first.zip(change_of(budget, second)) {
            constraints.push(equal(vec![second], vec![first]));
        }
    }
    constraints
}

/// Income and expenditure are one sum of money: where the parts of both are told in full, their
/// changes come to the same.
fn both_sides(budget: &Budget) -> Option<Constraint> {
    let side = |section: Section| {
        let parts = budget
            .statements
            .iter()
            .filter(|it| it.section == Some(section) && it.head.is_some());
        let parts: Vec<&Statement> = parts.filter(|it| it.amount.is_some()).collect();
        let head = &budget.statements[parts.first()?.head?];
        let value = |id: FactId| budget.fact(id).amount.value;
        let told: Decimal = parts.iter().filter_map(|it| it.amount).map(value).sum();
        let changes: Option<Vec<Term>> = parts.iter().map(|it| change_of(budget, it)).collect();
        changes.filter(|_| head.amount.map(value) == Some(told))
    };
    Some(equal(side(Section::INCOME)?, side(Section::EXPENDITURE)?))
}

/// Whether the document has one table of a cell's form: several are those of several units.
fn is_of_one(budget: &Budget, cell: FactId) -> bool {
    let second = budget.fact(cell).name.table.with_number(2);
    budget.table_named(&second).is_none()
}

/// Whether two statements speak of one figure, compared with the same: the same cell, or the same
/// part of expenditure where the general budget is all there is.
fn is_same(budget: &Budget, one: &Statement, other: &Statement) -> bool {
    let same_basis = one.basis == other.basis;
    let all_general = one.known == other.known
        && matches!(
            one.known,
            Some(Thing::BASIC_EXPENDITURE | Thing::PROJECT_EXPENDITURE)
        )
        && only_general(budget);
    same_basis && (one.cell == other.cell || all_general)
}

/// Whether the general budget is all of the unit's expenditure.
fn only_general(budget: &Budget) -> bool {
    let total = |form: &str| {
        let panel = budget.table(form)?.panels.first()?;
        let fact = panel.fact(panel.total()?, panel.column("合计")?)?;
        Some(budget.fact(fact).amount.value)
    };
    total("支出总表").is_some_and(|it| Some(it) == total("一般公共预算支出表"))
}
