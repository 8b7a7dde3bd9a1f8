//! While a document is examined, and when that failed.

use crate::{
    input::Input,
    pages::open::OpenPage,
    session::{Action, Session},
    words::{Language, open, reading},
};
use gouji::{note::Message, rules::Text};
use yew::prelude::*;

/// What the page is drawn from.
#[derive(Properties, PartialEq)]
pub struct ReadingProps {
    /// The language of the page.
    pub language: Language,
    /// What is examined.
    pub name: Option<String>,
    /// What the worker is doing, in its words.
    pub step: String,
    /// How many of `total` are done.
    pub done: u32,
    /// How many there are; 0 while that is not known.
    pub total: u32,
    /// Stop.
    pub leave: Callback<()>,
}

/// The worker's words for what it does, and ours.
const STEPS: [(&str, Text); 5] = [
    ("read", reading::STAGE_READ),
    ("recognize", reading::STAGE_RECOGNIZE),
    ("check", reading::STAGE_CHECK),
    ("repair", reading::STAGE_REPAIR),
    ("report", reading::STAGE_REPORT),
];

/// The page while reading.
#[component]
pub fn ReadingPage(props: &ReadingProps) -> Html {
    let language = props.language;
    let name = props
        .name
        .clone()
        .unwrap_or_else(|| language.of(open::PASTED).into());
    let step = STEPS.iter().find(|(step, _)| *step == props.step);
    let words = language.of(step.map_or(reading::STARTING, |(_, words)| *words));
    let count = (props.total > 1).then(|| format!(" {} / {}", props.done, props.total));
    let (value, max) = (props.done.to_string(), props.total.to_string());
    html! {
        <div class="reading-page" aria-busy="true">
            <h1>{ language.fill(reading::READING, &[&name]) }</h1>
            if props.total > 0 {
                <progress {value} {max} aria-label={words}></progress>
            } else {
                <progress aria-label={words}></progress>
            }
            <p role="status">{ words }{ count.unwrap_or_default() }</p>
            <button type="button" onclick={props.leave.reform(|_: MouseEvent| ())}>
                { language.of(reading::CANCEL) }
            </button>
        </div>
    }
}

/// What the page of a failure is drawn from.
#[derive(Properties, PartialEq)]
pub struct FailedProps {
    /// The state of the page.
    pub session: Session,
    /// Why it failed.
    pub why: Message,
    /// Examine this.
    pub give: Callback<Input>,
    /// What the reader does.
    pub act: Callback<Action>,
    /// Whether a file is held over the page.
    pub dragging: bool,
}

/// The page of a failure: why, and what to do next.
#[component]
pub fn FailedPage(props: &FailedProps) -> Html {
    let language = props.session.language;
    let input = props.session.input.clone();
    let name = input.as_ref().and_then(Input::name);
    let name = name.unwrap_or_else(|| language.of(open::PASTED).into());
    let again = input.map(|input| {
        let onclick = props.give.reform(move |_: MouseEvent| input.clone());
        html! { <button type="button" {onclick}>{ language.of(reading::NEXT_RETRY) }</button> }
    });
    html! {
        <div class="failed-page">
            <div role="alert">
                <h1>{ language.fill(reading::FAILED, &[&name]) }</h1>
                <p class="why">{ language.said(&props.why) }</p>
            </div>
            <h2>{ language.of(reading::WHAT_NEXT) }</h2>
            <ul>
                <li>{ language.of(reading::NEXT_PASTE) }</li>
                <li>{ language.of(reading::NOT_LOST) }{ " " }{ again.unwrap_or_default() }</li>
            </ul>
            <OpenPage session={props.session.clone()} give={props.give.clone()} act={props.act.clone()}
                dragging={props.dragging} explains=false />
        </div>
    }
}
