//! The checks that were made, as the page shows them.
use super::CheckView;
use crate::{
    budget::Budget,
    check::{Judged, Remarked},
    places::Places,
    report::{
        checklist::{Checklist, MadeCheck},
        wording::rate_filled,
    },
};

/// Every check of the checklist, in its order.
pub fn checks(budget: &Budget, checklist: &Checklist) -> Vec<CheckView> {
    let places = Places::new(budget);
    let view = |check: MadeCheck| {
        let (formula, filled) = match check {
            MadeCheck::Constraint(judged) => constraint(&places, judged),
            MadeCheck::Agreement(remarked) => agreement(remarked),
            MadeCheck::ReadThrough(rule) => read_through(rule),
            MadeCheck::Rate(judged) => {
                (judged.rule.title.zh.to_owned(), rate_filled(budget, judged))
            }
        };
        CheckView {
            rule: check.rule().to_owned(),
            formula,
            filled,
            outcome: check.outcome(),
            figures: check.figures().iter().map(|it| it.0).collect(),
        }
    };
    checklist.iter().map(|(_, check)| view(check)).collect()
}

fn constraint(places: &Places, judged: &Judged) -> (String, String) {
    let telling = places.telling(&judged.constraint);
    let common = telling.common();
    let colon = if common.is_empty() { "" } else { "：" };
    let formula = format!("{common}{colon}{}", telling.formula(&judged.constraint));
    let filled = telling.filled(&judged.constraint, judged.verdict.is_broken());
    (formula, filled)
}

fn agreement(remarked: &Remarked) -> (String, String) {
    (
        remarked.rule.title.zh.to_owned(),
        remarked.remark.message.zh.clone(),
    )
}

/// A rule on words that read all of them and has nothing to say.
fn read_through(rule: &str) -> (String, String) {
    let title = crate::rules::rule(rule).map_or("", |it| it.title.zh);
    (title.to_owned(), "全文已查，未发现问题".to_owned())
}
