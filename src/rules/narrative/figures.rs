//! Amounts of sentences against the cells they repeat.
use crate::{
    budget::{
        Budget, CellName, FactId, RowKind, Scope,
        statement::{Basis, Statement},
    },
    claim::{Constraint, Relation, Term},
    forms::narrative::Section,
    recognize::narrative::FORM,
};
use rust_decimal::Decimal;

/// The section whose amount is compared by a rule of its own.
const RUNNING_COSTS: Section = Section::RUNNING_COSTS;

/// Every amount that repeats a cell.
pub fn amounts(budget: &Budget) -> Vec<Constraint> {
    repeats(budget, |it| it.section != Some(RUNNING_COSTS))
}

/// Amounts that brackets tell once more, in another unit.
pub fn told_again(budget: &Budget) -> Vec<Constraint> {
    let pair = |it: &Statement| Some((it.amount?, it.again?));
    let pairs = budget.statements.iter().filter_map(pair);
    pairs
        .map(|(amount, again)| equal(vec![Term::plus(amount)], vec![Term::plus(again)]))
        .collect()
}

/// What final accounts were planned to be, where the table has the budget beside them.
pub fn planned(budget: &Budget) -> Vec<Constraint> {
    let pair = |it: &Statement| {
        let cell = &budget.fact(it.cell?).name;
        let beside = CellName {
            column: "预算数".into(),
            ..cell.clone()
        };
        let opening = it.basis == Some(Basis::Opening) || it.basis == Some(Basis::Adjusted);
        let told = it.base.xor(it.adjusted).filter(|_| opening)?;
        let is_other = cell.column != beside.column && cell.table.is("“三公”经费支出表");
        Some((told, budget.find(&beside).filter(|_| is_other)?))
    };
    let pairs = budget.statements.iter().filter_map(pair);
    pairs
        .map(|(told, cell)| equal(vec![Term::plus(told)], vec![Term::plus(cell)]))
        .collect()
}

/// 运行经费 against 公用经费. A department counts only that of its offices, not that of its institutions.
pub fn operating_cost(budget: &Budget) -> Vec<Constraint> {
    let ties = repeats(budget, |it| it.section == Some(RUNNING_COSTS));
    let relation = match budget.scope {
        Some(Scope::Department) => Relation::AtMost,
        _ => Relation::Equal,
    };
    let tied = ties.into_iter().map(|it| Constraint { relation, ..it });
    tied.collect()
}

fn repeats(budget: &Budget, of: impl Fn(&Statement) -> bool) -> Vec<Constraint> {
    let pair = |it: &Statement| Some((it.amount?, it.cell.filter(|_| !it.twin)?));
    let pairs = budget
        .statements
        .iter()
        .filter(|it| of(it))
        .filter_map(pair);
    pairs
        .filter(|(amount, cell)| !is_another(budget, *amount, *cell))
        .map(|(amount, cell)| equal(vec![Term::plus(amount)], vec![Term::plus(cell)]))
        .collect()
}

/// Whether an amount that is not its cell's is another figure that may be meant: one beside the cell,
/// a sum of any table, or the cell with or without what was carried over. Budgets are told with and
/// without it, final accounts with their plans beside them.
fn is_another(budget: &Budget, amount: FactId, cell: FactId) -> bool {
    let told = budget.fact(amount).amount;
    let name = &budget.fact(cell).name;
    let value = |id: FactId| budget.fact(id).amount.value;
    let is_told = |it: Decimal| (it - told.value).abs() <= told.half_step;
    if told.is_nil() || is_told(value(cell)) {
        return false;
    }
    let of_tables = || {
        budget
            .ids()
            .filter(|it| !budget.fact(*it).name.table.is(FORM))
    };
    let beside = |id: &FactId| {
        let other = &budget.fact(*id).name;
        other.table == name.table && other.row == name.row
    };
    let carried = |id: &FactId| {
        let name = &budget.fact(*id).name;
        name.row.words().contains("结转") || name.column.key.contains("结转")
    };
    let mut others = of_tables().filter(beside).chain(sums(budget)).map(value);
    let mut carried = of_tables().filter(carried).map(value);
    others.any(is_told) || carried.any(|it| is_told(value(cell) - it) || is_told(value(cell) + it))
}

/// The figures of every row that sums others up.
pub fn sums(budget: &Budget) -> impl Iterator<Item = FactId> {
    let is_sum = |kind: RowKind| matches!(kind, RowKind::Total | RowKind::Subtotal);
    let panels = budget.tables.iter().flat_map(|it| &it.panels);
    panels.flat_map(move |panel| {
        let rows = (0..panel.rows.len()).filter(move |it| is_sum(panel.rows[*it].kind));
        rows.flat_map(move |row| (0..panel.columns.len()).filter_map(move |it| panel.fact(row, it)))
    })
}

/// An equality.
pub fn equal(left: Vec<Term>, right: Vec<Term>) -> Constraint {
    Constraint {
        left,
        relation: Relation::Equal,
        right,
        absent: Vec::new(),
    }
}

/// At most.
pub fn at_most(part: FactId, whole: FactId) -> Constraint {
    Constraint {
        left: vec![Term::plus(part)],
        relation: Relation::AtMost,
        right: vec![Term::plus(whole)],
        absent: Vec::new(),
    }
}
