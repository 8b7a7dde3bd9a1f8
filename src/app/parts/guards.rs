//! How well the figures of the document are held, and the self-test that tries it.

use crate::{
    browser,
    parts::stepper::{Stepper, around},
    session::{Action, Session},
    shown::Shown,
    trial::{Trial, reach_of},
    words::{Language, guards},
};
use gouji::{
    report::view::{Mark, Reach},
    self_test::{Tally, Tried},
};
use web_sys::ScrollLogicalPosition;
use yew::prelude::*;

/// What the panel is drawn from.
#[derive(Properties, PartialEq)]
pub struct GuardsProps {
    /// The state of the page.
    pub session: Session,
    /// The result.
    pub shown: Shown,
    /// What the reader does.
    pub act: Callback<Action>,
}

/// Slips that nothing told of, shown without being asked for.
const MISSED: usize = 6;

/// The panel over the document.
#[component]
pub fn Guards(props: &GuardsProps) -> Html {
    let language = props.session.language;
    let reaches = props.session.trial.reaches();
    let of = |wanted: Reach| -> Vec<usize> {
        let printed = props.shown.in_order();
        let is_it = |it: &usize| {
            let figure = props.shown.figure(*it);
            figure.is_some_and(|figure| {
                figure.mark != Mark::Blank && reach_of(&reaches, *it, figure) == wanted
            })
        };
        printed.filter(is_it).collect()
    };
    let line = |reach: Reach, words| {
        let count = of(reach).len().to_string();
        html! { <li class={class(reach)}>{ language.fill(words, &[&count]) }</li> }
    };
    html! {
        <section class="guards" aria-label={language.of(guards::TITLE)}>
            <p>{ language.of(guards::INTRODUCTION) }</p>
            <ul>
                { line(Reach::Named, guards::NAMED) }
                { line(Reach::Found, guards::FOUND) }
                { line(Reach::Unseen, guards::UNSEEN) }
                <li><Unseen figures={of(Reach::Unseen)} {language} act={props.act.clone()} /></li>
            </ul>
            { self_test(props) }
        </section>
    }
}

/// What a figure is styled by.
pub const fn class(reach: Reach) -> &'static str {
    match reach {
        Reach::Named => "guard-named",
        Reach::Found => "guard-found",
        Reach::Unseen => "guard-unseen",
    }
}

/// What a slip in a figure comes to, in words.
pub fn said(checks: usize, reach: Reach, language: Language) -> String {
    let words = match reach {
        Reach::Named => guards::WOULD_BE_NAMED,
        Reach::Found => guards::WOULD_BE_FOUND,
        Reach::Unseen => guards::WOULD_BE_UNSEEN,
    };
    language.fill(words, &[&checks.to_string()])
}

/// What the steps through unseen figures are drawn from.
#[derive(Properties, PartialEq)]
struct UnseenProps {
    figures: Vec<usize>,
    language: Language,
    act: Callback<Action>,
}

/// From one figure that nothing holds to the next.
#[component]
fn Unseen(props: &UnseenProps) -> Html {
    let at = use_state(|| None::<usize>);
    let count = props.figures.len();
    let here = at.filter(|it| *it < count);
    let step = {
        let (figures, act) = (props.figures.clone(), props.act.clone());
        Callback::from(move |by: isize| {
            let next = around(here, by, figures.len());
            if let Some(figure) = next.and_then(|it| figures.get(it)) {
                browser::reveal(&format!("figure-{figure}"), ScrollLogicalPosition::Center);
                act.emit(Action::Pin(Some(*figure)));
            }
            at.set(next);
        })
    };
    let language = props.language;
    html! { <Stepper label={language.of(guards::STEP)} at={here} {count} {step} {language} /> }
}

fn self_test(props: &GuardsProps) -> Html {
    let language = props.session.language;
    let trial = &props.session.trial;
    // What was taken of the suggestions is not in the document that the worker holds.
    if !props.session.taken.is_empty() {
        return html! { <p class="faint">{ language.of(guards::NOT_WHILE_TAKEN) }</p> };
    }
    let words = match (trial.running, trial.tried.is_empty()) {
        (true, _) => guards::STOP,
        (false, true) => guards::SELF_TEST,
        (false, false) => guards::GO_ON,
    };
    let running = !trial.running;
    let onclick = props.act.reform(move |_: MouseEvent| Action::Try(running));
    html! {
        <div class="self-test">
            <p>
                if !trial.is_done() {
                    <button type="button" id="self-test" {onclick}>{ language.of(words) }</button>
                }
                <span class="faint">{ language.of(guards::SELF_TEST_LONG) }</span>
            </p>
            if !trial.tried.is_empty() {
                <progress max={trial.total().to_string()} value={trial.tried.len().to_string()}
                    aria-label={language.of(guards::SELF_TEST)}></progress>
                <p class="rates">{ rates(trial, language) }</p>
                { missed(trial, props) }
            }
        </div>
    }
}

fn rates(trial: &Trial, language: Language) -> String {
    let tally: Tally = trial.tally();
    let parts = [
        tally.planted.to_string(),
        trial.total().to_string(),
        (tally.detected + tally.noticed).to_string(),
        tally.share(tally.detected + tally.noticed),
        tally.first.to_string(),
        tally.share(tally.first),
        tally.right.to_string(),
        tally.share(tally.right),
    ];
    language.fill(guards::RATES, &parts.each_ref().map(String::as_str))
}

/// What nothing told of, with a way to each.
fn missed(trial: &Trial, props: &GuardsProps) -> Html {
    let language = props.session.language;
    let missed: Vec<&Tried> = trial.missed().collect();
    if missed.is_empty() {
        return Html::default();
    }
    let line = |it: &&Tried| {
        let figure = it.figure;
        let place = props.shown.figure(figure).map(|it| it.place.as_str());
        let show = props.act.reform(move |_: MouseEvent| {
            browser::reveal(&format!("figure-{figure}"), ScrollLogicalPosition::Center);
            Action::Pin(Some(figure))
        });
        let words = language.fill(
            guards::PLANTED,
            &[
                &crate::places::spoken(place.unwrap_or_default()),
                &it.printed,
                &it.text,
            ],
        );
        html! { <li><button type="button" class="link" onclick={show}>{ words }</button></li> }
    };
    let count = missed.len().to_string();
    html! {
        <details open={missed.len() <= MISSED}>
            <summary>{ language.fill(guards::MISSED, &[&count]) }</summary>
            <ul>{ for missed.iter().map(line) }</ul>
        </details>
    }
}
