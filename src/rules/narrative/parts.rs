//! Parts of a whole inside the narrative: amounts and shares.
use super::figures::at_most;
use crate::{
    budget::{Budget, FactId, Spot, statement::Statement},
    claim::{Constraint, Term},
    forms::narrative::{Section, Thing, subject_named},
    words::key,
};

/// Statements that are parts of another, as their indices.
pub fn parts_of(budget: &Budget, head: usize) -> Vec<usize> {
    let statements = &budget.statements;
    let parts: Vec<usize> = (0..statements.len())
        .filter(|it| statements[*it].head == Some(head))
        .collect();
    // A part that has parts of its own in the same list stands for them.
    let form = |it: &usize| subject_named(statements[*it].section, statements[*it].known);
    let told: Vec<Thing> = parts
        .iter()
        .filter_map(form)
        .flat_map(|it| it.made_of.iter().copied().flatten().copied())
        .collect();
    let within = |it: &usize| statements[*it].known.is_some_and(|it| told.contains(&it));
    parts.into_iter().filter(|it| !within(it)).collect()
}

/// Procurement: what is reserved for small firms and what they won.
pub fn procurement(budget: &Budget) -> Vec<Constraint> {
    let of = |thing: Thing| {
        let named = |it: &&Statement| it.speaks_of(Section::PROCUREMENT, thing);
        let mut found = budget
            .statements
            .iter()
            .filter(named)
            .filter_map(|it| it.amount);
        let first = found.next()?;
        // Several of a name are several years or several bodies.
        found.next().is_none().then_some(first)
    };
    let mut constraints = Vec::new();
    for (part, whole) in [
        (Thing::RESERVED_FOR_MEDIUM, Thing::PROCUREMENT),
        (Thing::RESERVED_FOR_MICRO, Thing::RESERVED_FOR_MEDIUM),
        (Thing::WON_BY_MICRO, Thing::WON_BY_MEDIUM),
    ] {
        constraints.extend(
            of(part)
                .zip(of(whole))
                .map(|(part, whole)| at_most(part, whole)),
        );
    }
    constraints.extend(
        of(Thing::PROCUREMENT)
            .into_iter()
            .flat_map(|it| won(budget, it)),
    );
    constraints
}

/// Final accounts tell what small firms won of the contracts reserved for them and of the others:
/// together it is at most all that was bought.
fn won(budget: &Budget, whole: FactId) -> Vec<Constraint> {
    let told = |reserved: &str| {
        let mut statements = budget
            .statements
            .iter()
            .filter(|it| it.section == Some(Section::PROCUREMENT));
        statements.find_map(|it| {
            let amount = it.amount?;
            let lead = lead_of(budget, amount)?;
            let own = lead.contains(reserved) && (lead.contains("中标") || lead.contains("成交"));
            own.then_some(amount)
        })
    };
    let Some(others) = told("在其他政府采购项目中") else {
        return Vec::new();
    };
    let reserved = [
        "在面向中小企业预留的政府采购项目中",
        "在面向小微企业预留的政府采购项目中",
        "在面向小微企业预留政府采购项目中",
    ];
    let reserved = reserved.into_iter().filter_map(told);
    reserved
        .map(|it| Constraint {
            left: vec![Term::plus(it), Term::plus(others)],
            ..at_most(others, whole)
        })
        .collect()
}

/// The words before a figure, back to the sign that ends a part of the sentence.
fn lead_of(budget: &Budget, figure: FactId) -> Option<String> {
    let source = &budget.fact(figure).source;
    let Spot::Span { start, .. } = source.spot else {
        return None;
    };
    let mut passages = budget.prose();
    let text = passages.find(|it| it.block == source.block)?.text();
    let before = key(text.get(..start.0)?);
    before.rsplit(['。', '；', ';']).next().map(str::to_owned)
}
