//! The figures that may be wrong, as a finding lists them.
use super::Context;
use crate::{
    budget::{
        Budget, FactId,
        telling::{Direction, Word},
    },
    language::told::Role,
    note::Message,
    repair::{Cause, Change},
    report::{Suspect, wording},
};

/// Maximum number of repairs shown.
const MOST_REPAIRS: usize = 6;

/// The figures that the repairs of a cause change, the most plausible repair first.
pub fn suspects(context: &Context, cause: &Cause) -> Vec<(FactId, Suspect)> {
    let budget = context.budget;
    let confidence = cause.confidence();
    let mut suspects = Vec::new();
    for (number, repair) in cause.repairs.iter().take(MOST_REPAIRS).enumerate() {
        for change in &repair.changes {
            let fact = budget.fact(change.fact);
            let word = word(budget, change);
            let source = word.map_or(&fact.source, |it| &it.source);
            let suspect = Suspect {
                place: fact.name.without_number(),
                name: context.places.name(change.fact),
                at: source.at.clone(),
                text: word.map_or(&fact.text, |it| &it.text).clone(),
                suggested: match word {
                    Some(word) => Some(turned(budget, word)),
                    None => wording::as_printed(budget, change.fact, change.to),
                },
                reason: match word {
                    Some(_) => said_otherwise(),
                    None => repair.reason(budget),
                },
                confidence: confidence.get(number).copied().unwrap_or_default(),
                repair: number,
            };
            suspects.push((change.fact, suspect));
        }
    }
    suspects
}

/// The word that is wrong where a change of a sentence should have the other sign.
fn word<'a>(budget: &'a Budget, change: &Change) -> Option<&'a Word> {
    let opposite = !change.to.is_zero() && change.to == -budget.fact(change.fact).amount.value;
    let telling = &budget.telling;
    let figure = telling.figure(telling.of_fact(change.fact).filter(|_| opposite)?);
    let word = telling.word(figure.word.filter(|_| figure.role == Role::Change)?)?;
    Some(budget.word(word))
}

/// The word that says the opposite.
fn turned(budget: &Budget, word: &Word) -> String {
    let to = match word.direction {
        Direction::Up => Direction::Down,
        _ => Direction::Up,
    };
    crate::rules::other_word(budget, &word.text, to)
}

fn said_otherwise() -> Message {
    Message::new(
        "数没有写错，它前面“增加”“减少”的说法反了",
        "the figure is right; the word before it says the opposite",
    )
}
