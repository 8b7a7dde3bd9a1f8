//! What sentences of one section tell of a thing and of what it is made of: 政府采购 and its three
//! kinds, “三公”经费 and its parts, whether they stand in one list, in brackets or in paragraphs of
//! their own.
use super::{
    figures::equal,
    parts::{ends, parts_of},
};
use crate::{
    budget::{Budget, CellName, FactId, statement::Statement},
    claim::{Constraint, Term},
    forms::narrative::{Section, Thing, section_named, subject_named},
    recognize::narrative::subjects::by_spelling,
};
use rust_decimal::Decimal;

/// Every whole against its parts, where its record says what these are; procurement has a rule of its
/// own.
pub fn divisions(budget: &Budget) -> Vec<Constraint> {
    divided(budget, |it| it.section != Some(PROCUREMENT))
}

/// 政府采购 and what it is made of.
pub fn of_procurement(budget: &Budget) -> Vec<Constraint> {
    divided(budget, |it| it.section == Some(PROCUREMENT))
}

/// The section whose parts have rules of their own.
pub const PROCUREMENT: Section = Section::PROCUREMENT;

fn divided(budget: &Budget, of: impl Fn(&Statement) -> bool) -> Vec<Constraint> {
    let wholes = (0..budget.statements.len()).filter(|it| of(&budget.statements[*it]));
    wholes.filter_map(|it| division(budget, it)).collect()
}

fn division(budget: &Budget, whole: usize) -> Option<Constraint> {
    let statement = &budget.statements[whole];
    let amount = statement.amount?;
    let ways = subject_named(statement.section, statement.known)?.made_of;
    let parts = ways.iter().find_map(|it| parts(budget, whole, it))?;
    let last = parts.iter().map(|it| budget.statements[*it].block).max()?;
    let told = |it: usize| budget.statements[it].amount.map(Term::plus);
    let right = parts.into_iter().filter_map(told).collect();
    ends(budget, last).then(|| equal(vec![Term::plus(amount)], right))
}

/// The statements of the parts: of all of them, or of those in one list if the others are nil.
fn parts(budget: &Budget, whole: usize, names: &[Thing]) -> Option<Vec<usize>> {
    let found = |it: &Thing| part(budget, whole, *it);
    let mut all: Vec<usize> = names.iter().filter_map(found).collect();
    all.sort_unstable();
    let listed = parts_of(budget, whole);
    // A part that the record does not know makes a sum of its own.
    let in_list = all.iter().any(|it| listed.contains(it));
    if in_list && listed.iter().any(|it| !all.contains(it)) {
        return None;
    }
    if all.len() == names.len() {
        return Some(all);
    }
    let told = |it: &&Thing| found(it).is_some() || is_nil(budget, whole, **it);
    let complete = names.iter().filter(told).count() == names.len();
    (complete && all.len() >= 2 && all == listed).then_some(all)
}

/// The statement behind a whole that tells how much a part of it is.
fn part(budget: &Budget, whole: usize, thing: Thing) -> Option<usize> {
    let statements = &budget.statements;
    let heading = statements[whole].heading;
    let again = |it: &Statement| it.known == statements[whole].known && it.amount.is_some();
    let behind = statements.iter().enumerate().skip(whole + 1);
    let mut behind = behind.take_while(|(_, it)| it.heading == heading && !again(it));
    behind
        .find(|(_, it)| it.known == Some(thing) && it.amount.is_some())
        .map(|(at, _)| at)
}

/// Whether nothing says that there is anything of a part: neither its section nor a table.
fn is_nil(budget: &Budget, whole: usize, thing: Thing) -> bool {
    let whole = &budget.statements[whole];
    let nil = |fact: FactId| budget.fact(fact).amount.value == Decimal::ZERO;
    let cells = subject_named(whole.section, Some(thing)).map_or(&[][..], |it| it.cells);
    let facts = cells
        .iter()
        .filter_map(|it| budget.find(&CellName::parse(it)?));
    let of_it = |it: &&Statement| it.heading == whole.heading && it.known == Some(thing);
    let amounts = budget.statements.iter().filter(of_it);
    facts.chain(amounts.filter_map(|it| it.amount)).all(nil)
}

/// The amount that the words of a share name as its whole, or that its section is about: the
/// nearest told before it.
pub fn whole_before(budget: &Budget, share: usize) -> Option<FactId> {
    let (before, share) = (&budget.statements[..share], &budget.statements[share]);
    let section = share.section.and_then(section_named)?;
    let named = by_spelling(section, &share.share_of).map(|it| it.thing);
    let own = |it: &Statement| {
        let form = subject_named(share.section, it.known);
        form.is_some_and(|it| section.whole.is_some_and(|cell| it.cells.contains(&cell)))
    };
    let wanted = |it: &&Statement| match named {
        Some(named) => it.known == Some(named),
        None => share.share_of.is_empty() && own(it),
    };
    let near = before.iter().rev();
    let near = near.take_while(|it| it.heading == share.heading);
    near.filter(|it| it.amount.is_some())
        .find(wanted)
        .and_then(|it| it.amount)
}
