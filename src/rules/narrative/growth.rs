//! 项 by 项: the changes of all items of a table make that of the whole.
use super::{
    compared::{resolved, signed},
    telling::Reader,
};
use crate::{
    budget::{Budget, FactId},
    claim::{Claim, Term, Tie},
    language::told::FigureId,
};
use std::collections::{BTreeMap, BTreeSet};

/// Names of the whole of an appropriation, and of its two halves.
const WHOLES: [&str; 3] = ["一般公共预算", "一般公共预算支出", "支出"];
const HALVES: [&str; 2] = ["基本支出", "项目支出"];

/// Where every item of 一般公共预算支出表 has its sentence, their changes are those of the whole, or of basic and
/// project expenditure. An item that is gone this year has no sentence, so this is no certainty.
pub fn changes_of_items(budget: &Budget) -> Vec<Claim> {
    let reader = Reader::new(budget);
    let items = items_of_table(budget);
    let mut of_items: BTreeMap<FactId, Term> = BTreeMap::new();
    let mut section = None;
    let mut named: BTreeMap<&str, (FigureId, Term)> = BTreeMap::new();
    for it in resolved(&reader) {
        let (Some(change), Some(term)) = (it.change, signed(&reader, &it)) else {
            continue;
        };
        let cell = it.current.and_then(|it| reader.telling.cell(it));
        if let Some(item) = cell.filter(|it| items.contains(it)) {
            of_items.insert(item, term);
            section = Some(it.told.place.section);
        } else if let Some(subject) = it.told.subject.as_deref() {
            named.entry(subject).or_insert((change, term));
        }
    }
    let in_section = |name: &&str| {
        named
            .get(*name)
            .copied()
            .filter(|it| Some(reader.figure(it.0).place.section) == section)
    };
    let whole: Vec<(FigureId, Term)> = match WHOLES.iter().find_map(in_section) {
        Some(whole) => vec![whole],
        None => HALVES.iter().filter_map(in_section).collect(),
    };
    let all = !items.is_empty() && of_items.len() == items.len();
    if !all || whole.is_empty() {
        return Vec::new();
    }
    let tie = Tie::Sum(super::telling::equal(
        whole.iter().map(|it| it.1).collect(),
        of_items.into_values().collect(),
    ));
    vec![Claim::said(tie)]
}

/// Figures of the items of 一般公共预算支出表.
fn items_of_table(budget: &Budget) -> BTreeSet<FactId> {
    let table = budget.table("一般公共预算支出表");
    let Some(panel) = table.and_then(|it| it.panels.first()) else {
        return BTreeSet::new();
    };
    let Some(column) = panel.column("合计") else {
        return BTreeSet::new();
    };
    let is_item = |it: &usize| {
        let code = panel.rows[*it].code.as_ref();
        code.is_some_and(|it| it.len() == ITEM)
    };
    let facts = (0..panel.rows.len())
        .filter(is_item)
        .filter_map(|it| panel.fact(it, column));
    facts
        .filter(|it| !budget.fact(*it).amount.is_nil())
        .collect()
}

/// Digits of the code of an item.
const ITEM: usize = 7;
