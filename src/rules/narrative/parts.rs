//! Parts of a whole inside the narrative: amounts and shares.
use super::{
    division::{PROCUREMENT, whole_before},
    figures::{at_most, equal, sums},
};
use crate::{
    budget::{
        Budget, CellName, FactId, Spot,
        statement::{Side, Statement},
    },
    claim::{Constraint, Rate, RateKind, Remark, Severity, Term},
    forms::narrative::{Section, SubjectForm, Thing, section_named, subject_named, whole_named},
    note::Message,
    words::key,
};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

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

/// Whether the section's record says that the listed parts are all there can be.
fn is_exhaustive(statement: &Statement) -> bool {
    subject_named(statement.section, statement.known).is_some_and(|it| it.exhaustive)
}

/// Wholes whose parts are all listed in the same sentence.
pub fn parts(budget: &Budget) -> Vec<Constraint> {
    let heads = (0..budget.statements.len()).filter(|it| is_exhaustive(&budget.statements[*it]));
    let lists = heads.filter_map(|head| whole_and_parts(budget, head));
    lists.chain(sides(budget)).collect()
}

/// Fewer parts are hardly all there are.
const FEWEST: usize = 3;

fn whole_and_parts(budget: &Budget, head: usize) -> Option<Constraint> {
    let statement = &budget.statements[head];
    let same_block =
        |it: &usize| statement.goes_on || budget.statements[*it].block == statement.block;
    let parts = parts_of(budget, head).into_iter().filter(same_block);
    let parts: Vec<usize> = parts
        .filter(|it| budget.statements[*it].side.is_none())
        .collect();
    let last = parts.iter().map(|it| budget.statements[*it].block).max()?;
    if !ends(budget, last) {
        return None;
    }
    let listed = amounts_of(budget, parts.iter().copied()).filter(|it| it.len() >= FEWEST)?;
    let maybe =
        (0..budget.statements.len()).filter(|it| budget.statements[*it].former == Some(head));
    let whole = statement.amount?;
    let value = |it: &FactId| budget.fact(*it).amount.value;
    let makes_whole = |it: &Vec<FactId>| it.iter().map(value).sum::<Decimal>() == value(&whole);
    // Where the list ends is not always clear: if what follows makes it whole, it goes on.
    let longer = amounts_of(budget, parts.into_iter().chain(maybe)).filter(makes_whole);
    let amounts = longer.unwrap_or(listed);
    Some(equal(
        vec![Term::plus(whole)],
        amounts.into_iter().map(Term::plus).collect(),
    ))
}

/// The amounts of statements; `None` if one has none.
fn amounts_of(budget: &Budget, of: impl Iterator<Item = usize>) -> Option<Vec<FactId>> {
    of.map(|it| budget.statements[it].amount).collect()
}

/// 收入包括：…；支出包括：…: what each side of a balance is made of.
fn sides(budget: &Budget) -> Vec<Constraint> {
    let heads = 0..budget.statements.len();
    let pairs = heads.flat_map(|head| [Side::Income, Side::Expenditure].map(|side| (head, side)));
    let side = |(head, side): (usize, Side)| {
        let of = |it: &usize| {
            let part = &budget.statements[*it];
            part.head == Some(head) && part.side == Some(side)
        };
        let parts: Vec<usize> = (0..budget.statements.len()).filter(of).collect();
        let last = parts.iter().map(|it| budget.statements[*it].block).max()?;
        let amounts = amounts_of(budget, parts.into_iter())?;
        let whole = budget.statements[head]
            .amount
            .filter(|_| ends(budget, last))?;
        let balance = budget.statements[head].subject.contains("收支");
        let parts = amounts.into_iter().map(Term::plus).collect();
        balance.then(|| equal(vec![Term::plus(whole)], parts))
    };
    pairs.filter_map(side).collect()
}

/// Whether a paragraph ends as a sentence does. Of one that was broken in its middle a part may be
/// lost, so its parts are not held against the whole.
pub fn ends(budget: &Budget, block: usize) -> bool {
    let passage = budget.prose().find(|it| it.block == block);
    passage.is_some_and(|it| it.text().trim_end().ends_with(['。', '；', ';', '.']))
}

/// Procurement: what is reserved for small firms and what they won.
pub fn procurement(budget: &Budget) -> Vec<Constraint> {
    let of = |thing: Thing| {
        let named = |it: &&Statement| it.speaks_of(PROCUREMENT, thing);
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
            .filter(|it| it.section == Some(PROCUREMENT));
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
    let before = key(text.get(..start)?);
    before.rsplit(['。', '；', ';']).next().map(str::to_owned)
}

/// The whole that a statement's share is a share of: what the sentence names, the amount it is a part
/// of, or the section's.
fn whole(budget: &Budget, share: usize) -> Option<FactId> {
    let statement = &budget.statements[share];
    let named = whole_named(&statement.share_of);
    let fits = |it: &FactId| rate_of(statement, *it).is_some_and(|it| it.judge(budget).is_right());
    if let Some(named) = named.and_then(|it| budget.find(&CellName::parse(it)?)) {
        // 本年收入 may be told with what was carried over or without it.
        let other = || sums(budget).find(fits).unwrap_or(named);
        return Some(if fits(&named) { named } else { other() });
    }
    if let Some(told) = whole_before(budget, share).filter(|_| !statement.share_of.is_empty()) {
        return Some(told);
    }
    // A whole that the section does not speak of is not known.
    if !statement.share_of.is_empty() && !is_own_whole(statement) {
        return None;
    }
    let around = |it: Option<usize>| it.and_then(|it| budget.statements[it].amount);
    let section = statement.section.and_then(section_named);
    let section = section.and_then(|it| it.whole);
    let section = section.filter(|it| !is_told_apart(budget, statement.section, it));
    let section = section.and_then(|it| budget.find(&CellName::parse(it)?));
    let outer = statement.head.and_then(|it| budget.statements[it].head);
    let told = || whole_before(budget, share);
    let likely = around(statement.head).or(section).or_else(told);
    let others = [section, around(statement.former), around(outer)];
    // Where a list ends is not always clear: of several wholes, one that fits is meant.
    let told = budget.statements[..share].iter().rev();
    let told = told.take_while(|it| it.block == statement.block && statement.share_of.is_empty());
    let wholes = likely.into_iter().chain(others.into_iter().flatten());
    let wholes = wholes.chain(told.filter_map(|it| it.amount));
    // With what was carried over or without it, of all funds or of one.
    let mut wholes = wholes.chain(sums(budget).filter(|_| likely.is_some()));
    wholes.find(fits).or(likely)
}

/// Whether a section tells of a total that is not what its cell holds: 当年拨款, without what was
/// carried over.
fn is_told_apart(budget: &Budget, section: Option<Section>, cell: &str) -> bool {
    let own = |it: &&Statement| {
        let form = subject_named(it.section, it.known);
        it.section == section && form.is_some_and(|it| it.cells.contains(&cell))
    };
    let mut told = budget.statements.iter().filter(own);
    let there = CellName::parse(cell).and_then(|it| budget.find(&it));
    let apart = |it: &Statement| it.amount.is_some() && it.cell.is_none() && !it.earlier;
    there.is_some() && told.any(apart)
}

/// A share of a whole.
fn rate_of(statement: &Statement, whole: FactId) -> Option<Rate> {
    Some(Rate {
        printed: statement.share?,
        part: vec![Term::plus(statement.amount.or(statement.cell)?)],
        whole: vec![Term::plus(whole)],
        kind: RateKind::Share,
        strict: false,
    })
}

/// Whether what a share is said to be a share of is what its section is about.
fn is_own_whole(statement: &Statement) -> bool {
    let Some(section) = statement.section.and_then(section_named) else {
        return false;
    };
    let whole = |it: &&SubjectForm| section.whole.is_some_and(|cell| it.cells.contains(&cell));
    let spellings = section.subjects.iter().filter(whole).flat_map(|it| {
        let spellings = it.spellings.iter().copied().chain([it.thing.name()]);
        spellings.map(|it| key(it.trim_start_matches(['^', '='])))
    });
    spellings
        .into_iter()
        .any(|it| statement.share_of.ends_with(&it))
}

/// Every statement with a share whose whole is known, and that whole.
fn with_wholes(budget: &Budget) -> Vec<(&Statement, FactId)> {
    let statements = budget.statements.iter().enumerate();
    let shares = statements.filter(|(_, it)| it.share.is_some());
    shares
        .filter_map(|(at, it)| Some((it, whole(budget, at)?)))
        .collect()
}

/// Every share whose part and whole are known.
pub fn shares(budget: &Budget) -> Vec<Rate> {
    let told = with_wholes(budget).into_iter();
    told.filter_map(|(it, whole)| rate_of(it, whole)).collect()
}

/// Shares of parts that are together the whole.
pub fn shares_total(budget: &Budget) -> Vec<Remark> {
    let mut of_whole: BTreeMap<(FactId, Option<Section>), Vec<&Statement>> = BTreeMap::new();
    for (statement, whole) in with_wholes(budget) {
        let parts = of_whole.entry((whole, statement.section)).or_default();
        parts.push(statement);
    }
    let wholes = of_whole.into_iter();
    wholes
        .filter_map(|((whole, _), parts)| total_remark(budget, whole, &parts))
        .collect()
}

fn total_remark(budget: &Budget, whole: FactId, parts: &[&Statement]) -> Option<Remark> {
    let value = |id: FactId| budget.fact(id).amount.value;
    let amounts: Option<Vec<Decimal>> = parts.iter().map(|it| it.amount.map(value)).collect();
    let together: Decimal = amounts?.into_iter().sum();
    if parts.len() < 2 || together != value(whole) {
        return None;
    }
    let shares: Vec<FactId> = parts.iter().filter_map(|it| it.share).collect();
    let sum: Decimal = shares.iter().map(|it| value(*it)).sum();
    let open: Decimal = shares
        .iter()
        .map(|it| budget.fact(*it).amount.half_step)
        .sum();
    let agrees = (sum - Decimal::ONE_HUNDRED).abs() <= open;
    let texts: Vec<String> = shares
        .iter()
        .map(|it| format!("{}%", budget.fact(*it).text))
        .collect();
    let filled = format!("{} = {sum}%", texts.join(" + "));
    Some(Remark {
        severity: Severity::Error,
        agrees,
        message: if agrees {
            Message::new(
                format!("占比之和：{filled}"),
                format!("Shares together: {filled}"),
            )
        } else {
            Message::new(
                format!("各项占比之和不是 100%：{filled}。"),
                format!("The shares do not make 100 %: {filled}."),
            )
        },
        figures: shares,
        at: None,
        block: parts.first().map(|it| it.block),
        expected: Some("100".to_owned()),
        printed: Some(sum.to_string()),
        doubts: Vec::new(),
    })
}
