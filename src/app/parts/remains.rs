//! What was not checked and why: figures that no rule ties to another, rules that lacked one, and
//! what reading had to say.

use crate::{
    address::Address,
    places,
    session::Action,
    shown::Shown,
    words::{Language, findings, result},
};
use gouji::report::view::Mark;
use yew::prelude::*;

/// What it is drawn from.
#[derive(Properties, PartialEq)]
pub struct RemainsProps {
    /// The result.
    pub shown: Shown,
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
    let notes = &props.shown.report.notes;
    let line = |note: &gouji::note::Note| {
        let at = note.at.as_ref().map(|at| places::place(at, language));
        html! { <li>{ language.said(&note.message) }{ " " }<span class="faint">{ at.unwrap_or_default() }</span></li> }
    };
    folded(
        language.of(result::NOTES),
        notes.len(),
        html! { { for notes.iter().map(line) } },
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
    let rules = &props.shown.report.not_applicable;
    let line = |rule: &gouji::report::NotApplicable| {
        let lacks = props.language.said(&rule.missing).to_owned();
        html! { <li><code>{ &rule.rule }</code>{ " " }<span class="faint">{ lacks }</span></li> }
    };
    let title = props.language.of(result::NOT_APPLIED);
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
