//! Procurement: what is reserved for small firms and what they won is at most all that was bought.
use super::telling::{Reader, at_most, is_money};
use crate::{
    budget::{Budget, FactId, Spot},
    claim::{Constraint, Term},
    language::told::ToldFigure,
    words::key,
};

/// The section that tells of it.
const SECTION: &str = "采购";

/// Words of a part, and of what it is a part of.
const PARTS: [(&[&str], &[&str]); 3] = [
    (&["中小企业", "预留"], &["政府采购"]),
    (&["小微企业", "预留"], &["中小企业", "预留"]),
    (&["授予小微企业"], &["授予中小企业"]),
];

/// What is for small firms is at most all procurement, and for the smallest at most that.
pub fn procurement(budget: &Budget) -> Vec<Constraint> {
    let reader = Reader::new(budget);
    let parts = PARTS.iter().filter_map(|(part, whole)| {
        let whole = the_only(budget, whole)?;
        Some(at_most(the_only(budget, part)?, whole))
    });
    parts.chain(won(&reader)).collect()
}

/// The only amount whose name has these words; several are of several years or several bodies.
pub(crate) fn the_only(budget: &Budget, words: &[&str]) -> Option<FactId> {
    let reader = Reader::new(budget);
    let named = |it: &ToldFigure| {
        let subject = it.subject.as_deref().unwrap_or_default();
        let exact = words == ["政府采购"];
        words.iter().all(|word| subject.contains(word)) && (!exact || subject == "政府采购")
    };
    let mut found = reader
        .below(SECTION)
        .filter(|(_, it)| is_money(it) && named(it));
    let first = found.next()?.0;
    found.next().is_none().then(|| reader.fact(first))
}

/// Final accounts tell what small firms won of the contracts reserved for them and of the others:
/// together it is at most all that was bought.
fn won(reader: &Reader) -> Option<Constraint> {
    let whole = the_only(reader.budget, &["政府采购"])?;
    let others = won_of(reader, "其他政府采购")?;
    let reserved = won_of(reader, "预留")?;
    Some(Constraint {
        left: vec![Term::plus(reserved), Term::plus(others)],
        ..at_most(others, whole)
    })
}

/// The first amount won of contracts that its sentence calls so.
fn won_of(reader: &Reader, contracts: &str) -> Option<FactId> {
    let facts = reader.below(SECTION).map(|it| reader.fact(it.0));
    let mut won = facts.filter(|it| {
        let lead = lead_of(reader.budget, *it).unwrap_or_default();
        lead.contains(contracts) && (lead.contains("中标") || lead.contains("成交"))
    });
    won.next()
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
