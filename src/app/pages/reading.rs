//! While a document is examined, and when that failed.

use crate::{
    bridge::Step,
    browser,
    input::Input,
    listing,
    pages::open::OpenPage,
    session::{Action, Session, is_locked},
    words::{Language, frame, open, reading, result},
};
use gloo::timers::callback::Timeout;
use gouji::{
    read::FailureKind,
    report::entry::{Entry, FailureEntry},
};
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
    /// The names of several files.
    pub names: Vec<String>,
    /// What came of some of them already.
    pub came: Rc<[Entry]>,
    /// How far it is.
    pub step: Step,
    /// Stop.
    pub cancel: Callback<()>,
}

/// Whoever waits so many milliseconds is told why.
const PATIENCE: u32 = 10_000;

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
        (all, _) if *done >= all => language.of(reading::STAGE_CHECK).to_owned(),
        (_, true) => language.fill(reading::STAGE_PAGE, &[&value, &max]),
        (_, false) => language.of(reading::STAGE_READ).to_owned(),
    };
    let number = props.names.iter().position(|it| it == file);
    let number = number.filter(|_| props.names.len() > 1).map(|it| {
        let words = language.fill(reading::NUMBER, &[&(it + 1).to_string()]);
        format!("{words} · ")
    });
    let file = (!file.is_empty() && *file != name).then(|| format!("{file} · "));
    let heading = match props.names.len() {
        0 | 1 => language.fill(reading::READING, &[&name]),
        count => language.fill(reading::READING_MANY, &[&count.to_string()]),
    };
    let late = use_state(|| false);
    {
        let late = late.setter();
        use_effect_with((), move |()| {
            let patience = Timeout::new(PATIENCE, move || late.set(true));
            move || drop(patience)
        });
    }
    html! {
        <div class="reading-page" aria-busy="true">
            <h1>{ heading }</h1>
            if *total > 0 {
                <progress {value} {max} aria-label={words.clone()}></progress>
            } else {
                <progress aria-label={words.clone()}></progress>
            }
            <p role="status">{ number.unwrap_or_default() }{ file.unwrap_or_default() }{ words }</p>
            if *late {
                <p class="faint" role="status">{ language.of(reading::LATE) }</p>
            }
            <button type="button" onclick={props.cancel.reform(|_: MouseEvent| ())}>
                { language.of(reading::CANCEL) }
            </button>
            if !props.came.is_empty() {
                <ol class="came">{ for props.came.iter().rev().map(|it| came(it, language)) }</ol>
            }
        </div>
    }
}

/// A document that is done already.
fn came(entry: &Entry, language: Language) -> Html {
    let standing = entry.standing();
    html! {
        <li class={listing::class(standing)}>
            <span class="sign" aria-hidden="true">{ standing.sign() }</span>
            { " " }{ listing::name(entry) }{ " " }
            <span class="faint">{ language.of(listing::word(standing)) }</span>
        </li>
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
    pub retry: Callback<Option<AttrValue>>,
    /// Go back to what was before.
    pub back: Callback<()>,
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
    let again = props.retry.reform(|_: MouseEvent| None);
    // What can be copied elsewhere can be pasted here; pictures and programs hold nothing to copy.
    let copies = matches!(
        props.why.kind,
        Some(FailureKind::Damaged | FailureKind::Unsupported)
    );
    if is_locked(&props.why) {
        return html! {
            <div class="failed-page">
                <div role="alert">
                    <h1>{ language.fill(reading::LOCKED, &[&name]) }</h1>
                    <p class="why">{ language.said(&props.why.message) }</p>
                </div>
                <Unlock {language} retry={props.retry.clone()} attempt={props.session.attempt} />
                { ways_back(props) }
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
                <li>
                    { language.of(reading::NOT_LOST) }{ " " }
                    <button type="button" onclick={again}>{ language.of(reading::NEXT_RETRY) }</button>
                </li>
            </ul>
            { ways_back(props) }
            <OpenPage session={props.session.clone()} give={props.give.clone()} act={props.act.clone()}
                dragging={props.dragging} explains=false />
        </div>
    }
}

/// To all files, where one of several was looked at, and to the report that was open before.
fn ways_back(props: &FailedProps) -> Html {
    let language = props.session.language;
    let all = props.act.reform(|_: MouseEvent| Action::ListAll);
    let back = props.back.reform(|_: MouseEvent| ());
    let is_listed = props.session.listed.is_some();
    html! {
        <p class="buttons">
            if is_listed {
                <button type="button" onclick={all}>{ language.of(result::ALL_DOCUMENTS) }</button>
            } else if props.session.can_return() {
                <button type="button" id="return" onclick={back}>{ language.of(frame::RETURN) }</button>
            }
        </p>
    }
}

#[derive(Properties, PartialEq)]
struct UnlockProps {
    language: Language,
    retry: Callback<Option<AttrValue>>,
    /// How often one was given.
    attempt: u32,
}

/// The box for the password of a file.
#[component]
fn Unlock(props: &UnlockProps) -> Html {
    let node = use_node_ref();
    use_effect_with(props.attempt, |_| {
        browser::focus("password");
    });
    let onsubmit = {
        let (node, retry) = (node.clone(), props.retry.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let typed = node.cast::<HtmlInputElement>().map(|it| it.value());
            retry.emit(typed.map(AttrValue::from));
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
