//! Amounts of sentences against the cells of tables that they repeat.
use super::telling::{Reader, at_most, is_money, sum};
use crate::{
    budget::{Budget, CellName, Scope},
    claim::{Certainty, Claim, Term, Tie},
    language::told::{FigureId, Role},
};

/// Amounts of sentences against cells of the same name.
pub fn amounts(budget: &Budget) -> Vec<Claim> {
    let reader = Reader::new(budget);
    let told = reader.telling.figures();
    told.filter_map(|(id, _)| repeated(&reader, id)).collect()
}

/// An amount is that of one of the cells of its name, with or without what was carried over.
fn repeated(reader: &Reader, id: FigureId) -> Option<Claim> {
    let repeats = &reader.telling.repeats[id.0];
    let told = reader.fact(id);
    let plain = repeats
        .cells
        .iter()
        .map(|cell| sum(told, vec![Term::plus(*cell)]));
    let cells = repeats.cells.iter();
    let without = cells.flat_map(|cell| {
        let carried = repeats.carried_over.iter().filter(move |it| *it != cell);
        carried.map(|carried| sum(told, vec![Term::plus(*cell), Term::minus(*carried)]))
    });
    let readings: Vec<Tie> = plain.chain(without).collect();
    let certainty = if repeats.is_plain {
        Certainty::Said
    } else {
        reader.usual(id, CELLS)
    };
    let claim = Claim {
        certainty,
        readings,
        doubt: None,
    };
    (!claim.readings.is_empty()).then(|| reader.claim(&[id], claim))
}

/// Cells of the name of an amount are so many times likelier to be it than any other figure.
const CELLS: i64 = 5;

/// 运行经费 against 公用经费. A department counts only that of its offices, not that of its institutions, and
/// some regions count project money in: so it is usual, and not more.
pub fn operating_cost(budget: &Budget) -> Vec<Claim> {
    let reader = Reader::new(budget);
    let mut cells = OPERATING_MONEY
        .iter()
        .filter_map(|it| budget.find(&CellName::parse(it)?));
    let Some(cell) = cells.next() else {
        return Vec::new();
    };
    let named = |it: &str| it.contains("运行经费");
    let told = reader.telling.figures().filter(|(_, it)| {
        let own = it.role == Role::Amount && it.year == reader.year && is_money(it);
        own && !it.is_base && it.subject.as_deref().is_some_and(named)
    });
    let claims = told.map(|(id, _)| {
        let told = reader.fact(id);
        let tie = match budget.scope {
            Some(Scope::Department) => Tie::Sum(at_most(told, cell)),
            _ => sum(told, vec![Term::plus(cell)]),
        };
        let usual = Claim {
            certainty: reader.usual(id, CELLS),
            ..Claim::said(tie)
        };
        reader.claim(&[id], usual)
    });
    claims.collect()
}

/// Cells that the operating money of the general budget may stand in; the first that is there counts.
const OPERATING_MONEY: [&str; 3] = [
    "“三公”经费支出表.机关运行经费.合计",
    "机关运行经费支出表.总计.合计",
    "一般公共预算基本支出表.总计.公用经费",
];
