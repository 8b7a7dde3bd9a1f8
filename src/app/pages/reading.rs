//! While a document is examined, and when that failed.

use crate::{
    bridge::Step,
    examination::Request,
    input::Input,
    pages::open::OpenPage,
    session::{Action, Session},
    words::{Language, open, reading, result},
};
use gouji::report::entry::FailureEntry;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the page is drawn from.
#[derive(Properties, PartialEq)]
pub struct ReadingProps {
    /// The language of the page.
    pub language: Language,
    /// What is examined.
    pub name: Option<String>,
    /// How far it is.
    pub step: Step,
    /// Stop.
    pub leave: Callback<()>,
}

/// The page while reading.
#[component]
pub fn ReadingPage(props: &ReadingProps) -> Html {
    let language = props.language;
    let name = props
        .name
        .clone()
        .unwrap_or_else(|| language.of(open::PASTED).into());
    let Step {
        done,
        total,
        pages,
        file,
    } = &props.step;
    let (value, max) = (done.to_string(), total.to_string());
    let words = match (*total, *pages) {
        (0, _) => language.of(reading::STARTING).to_owned(),
        (_, true) => language.fill(reading::STAGE_PAGE, &[&value, &max]),
        (_, false) => language.of(reading::STAGE_READ).to_owned(),
    };
    let file = (!file.is_empty() && *file != name).then(|| format!("{file} · "));
    html! {
        <div class="reading-page" aria-busy="true">
            <h1>{ language.fill(reading::READING, &[&name]) }</h1>
            if *total > 0 {
                <progress {value} {max} aria-label={words.clone()}></progress>
            } else {
                <progress aria-label={words.clone()}></progress>
            }
            <p role="status">{ file.unwrap_or_default() }{ words }</p>
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
    pub why: FailureEntry,
    /// Examine this.
    pub give: Callback<Input>,
    /// Examine it again, with a password.
    pub retry: Callback<Request>,
    /// What the reader does.
    pub act: Callback<Action>,
    /// Whether a file is held over the page.
    pub dragging: bool,
}

/// The page of a failure: why, and what to do next.
#[component]
pub fn FailedPage(props: &FailedProps) -> Html {
    let language = props.session.language;
    let name = props.session.name();
    let name = name.unwrap_or_else(|| language.of(open::PASTED).into());
    let request = props.session.input.clone().map(Request::new);
    let again = request.clone().map(|request| {
        let onclick = props.retry.reform(move |_: MouseEvent| request.clone());
        html! { <button type="button" {onclick}>{ language.of(reading::NEXT_RETRY) }</button> }
    });
    let locked = matches!(
        props.why.kind.as_str(),
        "password_needed" | "wrong_password"
    );
    let copies = !locked && !matches!(props.why.kind.as_str(), "scanned" | "empty" | "too_large");
    if let Some(request) = request.filter(|_| locked) {
        return html! {
            <div class="failed-page">
                <div role="alert">
                    <h1>{ language.fill(reading::LOCKED, &[&name]) }</h1>
                    <p class="why">{ language.said(&props.why.message) }</p>
                </div>
                <Unlock {language} {request} retry={props.retry.clone()} />
                { back_to_list(props) }
                <OpenPage session={props.session.clone()} give={props.give.clone()}
                    act={props.act.clone()} dragging={props.dragging} explains=false />
            </div>
        };
    }
    html! {
        <div class="failed-page">
            <div role="alert">
                <h1>{ language.fill(reading::FAILED, &[&name]) }</h1>
                <p class="why">{ language.said(&props.why.message) }</p>
            </div>
            <h2>{ language.of(reading::WHAT_NEXT) }</h2>
            <ul>
                if copies {
                    <li>{ language.of(reading::NEXT_PASTE) }</li>
                }
                <li>{ language.of(reading::NOT_LOST) }{ " " }{ again.unwrap_or_default() }</li>
            </ul>
            { back_to_list(props) }
            <OpenPage session={props.session.clone()} give={props.give.clone()} act={props.act.clone()}
                dragging={props.dragging} explains=false />
        </div>
    }
}

/// Where one of several files was looked at: the way back to all of them.
fn back_to_list(props: &FailedProps) -> Html {
    let Some(entries) = props.session.listed.clone() else {
        return Html::default();
    };
    let back = props
        .act
        .reform(move |_: MouseEvent| Action::List(Rc::clone(&entries)));
    html! {
        <p><button type="button" onclick={back}>
            { props.session.language.of(result::ALL_DOCUMENTS) }
        </button></p>
    }
}

#[derive(Properties, PartialEq)]
struct UnlockProps {
    language: Language,
    request: Request,
    retry: Callback<Request>,
}

/// The box for the password of a file.
#[component]
fn Unlock(props: &UnlockProps) -> Html {
    let node = use_node_ref();
    let onsubmit = {
        let (node, retry, request) = (node.clone(), props.retry.clone(), props.request.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let typed = node.cast::<HtmlInputElement>().map(|it| it.value());
            retry.emit(Request {
                password: typed.map(AttrValue::from),
                ..request.clone()
            });
        })
    };
    html! {
        <form class="unlock buttons" {onsubmit}>
            <label for="password">{ props.language.of(reading::PASSWORD) }</label>
            <input id="password" ref={node} type="password" autocomplete="off" />
            <button class="primary">{ props.language.of(reading::UNLOCK) }</button>
            <span class="faint">{ props.language.of(reading::PASSWORD_STAYS) }</span>
        </form>
    }
}
