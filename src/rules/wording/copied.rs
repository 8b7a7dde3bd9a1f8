//! Reasons and purposes that are those of another item: copied from the line above.
use super::found::{ENDS, words};
use crate::{
    budget::{Budget, Passage},
    claim::{Remark, Severity},
    language::lexicon::Found,
    note::Message,
    rules::remarks::of_passage,
};
use std::{collections::BTreeSet, ops::Range};

/// Things that no reason or purpose of another of them speaks of alone, with what they are called.
const KINDS: [&[&str]; 5] = [
    &["公积金"],
    &["医疗"],
    &["因公出国"],
    &["公务用车"],
    &["公务接待"],
];

/// What opens a reason or a purpose.
const OPENING: [&str; 3] = ["原因是", "主要用于", "原因:"];

/// Complains of a reason or a purpose that names another kind of thing, and not the one that its
/// sentence speaks of; and of one that is the same, word for word, as that of the item it names.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mut above: Option<Told> = None;
    for passage in budget.prose() {
        let told: Vec<Told> = OPENING.iter().flat_map(|it| told(passage, it)).collect();
        let foreign = told.iter().filter(|it| it.names_another_kind());
        remarks.extend(foreign.map(Told::remark));
        let copied = told.iter().filter(|it| {
            !it.names_another_kind() && above.as_ref().is_some_and(|above| it.is_copied_from(above))
        });
        remarks.extend(copied.map(Told::remark));
        above = told.into_iter().next_back().or(above);
    }
    remarks
}

/// A reason or a purpose, with the sentence before it.
#[derive(Debug)]
struct Told<'a> {
    passage: &'a Passage,
    lead: &'a str,
    range: Range<usize>,
}

/// A reason of fewer signs is the same for many things.
const SHORTEST: usize = 6;

fn told<'a>(passage: &'a Passage, opening: &str) -> Vec<Told<'a>> {
    let plain = &passage.plain;
    let found = plain.match_indices(opening).map(|(at, it)| {
        let rest = plain[at + it.len()..].trim_start_matches(':');
        let start = plain.len() - rest.len();
        let end = rest.find(ENDS).map_or(plain.len(), |it| start + it);
        let begins = plain[..at]
            .rfind(['。', '；'])
            .map_or(0, |it| it + '。'.len_utf8());
        let lead = if thing(&plain[begins..at]).is_none() {
            &plain[..at]
        } else {
            &plain[begins..at]
        };
        Told {
            passage,
            lead,
            range: start..end,
        }
    });
    found
        .filter(|it| it.text().chars().count() >= SHORTEST)
        .collect()
}

impl Told<'_> {
    fn text(&self) -> &str {
        &self.passage.plain[self.range.clone()]
    }

    /// What an item of the classification is for is judged by its name, with more kinds.
    fn names_another_kind(&self) -> bool {
        let (own, named) = (kinds(self.lead), kinds(self.text()));
        let is_item = self
            .lead
            .trim_end_matches(['。', ',', ':'])
            .ends_with("项)");
        !is_item && own.len() == 1 && named.len() == 1 && own != named
    }

    /// Whether the text is that of the item above, names that item, and not its own.
    fn is_copied_from(&self, above: &Told) -> bool {
        let Some((own, other)) = thing(self.lead).zip(thing(above.lead)) else {
            return false;
        };
        let (own, other) = (core(own), core(other));
        let differ = !own.contains(other) && !other.contains(own);
        let named = |name: &str| self.text().contains(name);
        self.text() == above.text() && differ && named(other) && !named(own)
    }

    fn remark(&self) -> Remark {
        let text = self.text();
        let message = Message::new(
            format!("“{text}”说的是另一项，像是从别处抄来的。"),
            format!("“{text}” speaks of another item, as if copied from there."),
        );
        of_passage(Severity::Warning, self.passage, self.range.clone(), message)
    }
}

fn kinds(text: &str) -> BTreeSet<usize> {
    let is_named = |it: &&[&str]| it.iter().any(|word| text.contains(word));
    let named = KINDS.iter().enumerate().filter(|it| is_named(it.1));
    named.map(|it| it.0).collect()
}

/// Names of at least so many signs say which item is meant: 支出 does not.
const SHORTEST_NAME: usize = 4;

/// What a lead speaks of: the item of the classification, or the first thing that it names.
fn thing(lead: &str) -> Option<&str> {
    let item = lead.rfind("(项)").map(|it| &lead[..it]);
    let item = item.and_then(|it| it.rsplit([')', '、', '.', '。']).next());
    let words = words(lead);
    let mut named = words.iter().filter(|it| matches!(it.found, Found::Name(_)));
    let is_long = |name: &&str| name.chars().count() >= SHORTEST_NAME;
    item.or_else(|| named.find_map(|it| lead.get(it.start..it.end).filter(is_long)))
}

/// A name without the words for money that it ends in.
fn core(name: &str) -> &str {
    let mut core = name;
    for ending in ["支出", "费用", "经费", "费"] {
        let rest = core.strip_suffix(ending);
        core = rest
            .filter(|it| it.chars().count() >= SHORTEST_NAME)
            .unwrap_or(core);
    }
    core
}
