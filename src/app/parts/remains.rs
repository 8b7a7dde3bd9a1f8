//! What was not checked and why: figures that no rule ties to another, rules that lacked one, and
//! what reading had to say.

use crate::{
    address::Address,
    catalogue::RuleEntry,
    places,
    session::Action,
    shown::Shown,
    words::{Language, findings, result},
};
use gouji::{
    note::Message,
    report::{NotApplicable, view::Mark},
};
use std::rc::Rc;
use yew::prelude::*;

/// So much of what a rule lacks is said at once.
const LACKING: usize = 2;

/// What it is drawn from.
#[derive(Properties, PartialEq)]
pub struct RemainsProps {
    /// The result.
    pub shown: Shown,
    /// The catalogue of rules.
    pub rules: Rc<[RuleEntry]>,
    /// The language of the page.
    pub language: Language,
    /// What the reader does.
    pub act: Callback<Action>,
}

/// What remains.
#[component]
pub fn Remains(props: &RemainsProps) -> Html {
    html! {
        <div class="remains">
            { notes(props) }
            { unchecked(props) }
            { not_applied(props) }
        </div>
    }
}

fn notes(props: &RemainsProps) -> Html {
    let language = props.language;
    // What cost a check comes first.
    let mut notes: Vec<_> = props.shown.report.notes.iter().collect();
    notes.sort_by_key(|it| it.lost.is_none());
    let line = |note: &gouji::note::Note| {
        let at = note.at.as_ref().map(|at| places::place(at, language));
        let lost = note
            .lost
            .map(|_| html! { <strong>{ language.of(result::NOT_CHECKED) }</strong> });
        html! { <li>{ for lost }{ language.said(&note.message) }{ " " }<span class="faint">{ at.unwrap_or_default() }</span></li> }
    };
    folded(
        language.of(result::NOTES),
        notes.len(),
        html! { { for notes.iter().map(|it| line(it)) } },
    )
}

fn unchecked(props: &RemainsProps) -> Html {
    let figures: Vec<usize> = props.shown.marked(Mark::Unchecked).collect();
    let line = |index: &usize| {
        let Some(figure) = props.shown.figure(*index) else {
            return Html::default();
        };
        let go = props.act.reform({
            let index = *index;
            move |_: MouseEvent| Action::Go(Address::Document(Some(index)))
        });
        let why = figure
            .why_unchecked
            .as_ref()
            .map(|why| props.language.said(why));
        html! {
            <li>
                <button type="button" class="link" onclick={go}>
                    { &figure.text }{ " " }{ places::spoken(&figure.place) }
                </button>
                <span class="faint">{ why.unwrap_or_default() }</span>
            </li>
        }
    };
    let title = props.language.of(findings::UNCHECKED);
    folded(
        title,
        figures.len(),
        html! { { for figures.iter().map(line) } },
    )
}

fn not_applied(props: &RemainsProps) -> Html {
    let language = props.language;
    let not_made = &props.shown.report.not_applicable;
    let mut rules: Vec<(&str, Vec<&Message>)> = Vec::new();
    for NotApplicable { rule, missing } in not_made {
        match rules.iter_mut().find(|it| it.0 == rule) {
            Some((_, lacking)) if lacking.contains(&missing) => {}
            Some((_, lacking)) => lacking.push(missing),
            None => rules.push((rule, vec![missing])),
        }
    }
    let line = |(rule, lacking): &(&str, Vec<&Message>)| {
        let known = props.rules.iter().find(|it| it.id == *rule);
        let title = known.map_or_else(|| (*rule).to_owned(), |it| language.said(&it.title));
        let lacking: Vec<String> = lacking.iter().map(|it| language.said(it)).collect();
        let (first, more) = lacking.split_at(lacking.len().min(LACKING));
        let separator = match language {
            Language::Chinese => "；",
            Language::English => "; ",
        };
        html! {
            <li>
                { title }{ " " }<span class="faint">{ first.join(separator) }</span>
                if !more.is_empty() {
                    <details>
                        <summary>{ language.fill(findings::MORE_PLACES, &[&more.len().to_string()]) }</summary>
                        <span class="faint">{ more.join(separator) }</span>
                    </details>
                }
            </li>
        }
    };
    let title = language.of(result::NOT_APPLIED);
    folded(title, rules.len(), html! { { for rules.iter().map(line) } })
}

fn folded(title: &str, count: usize, lines: Html) -> Html {
    if count == 0 {
        return Html::default();
    }
    html! {
        <details>
            <summary>{ title }{ format!(" ({count})") }</summary>
            <ul>{ lines }</ul>
        </details>
    }
}
