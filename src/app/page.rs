//! The page: its head, and what the stage of the document calls for.

use crate::{
    address::{Address, Tab},
    browser,
    examination::{Examination, use_examination},
    history::{self, Position, Visit},
    input::Input,
    keys, notes,
    pages::{
        comparison::ComparisonPage,
        document::DocumentPage,
        documents::DocumentsPage,
        findings::FindingsPage,
        open::OpenPage,
        reading::{FailedPage, ReadingPage},
        rules::RulesPage,
        structure::StructurePage,
    },
    parts::{
        dialogs::Dialogs,
        head::Head,
        renewal::Renewal,
        title::{Tabs, Title},
        verdict::Verdict,
    },
    print::use_print,
    scroll::use_places,
    session::{Action, Dialog, Session, Stage},
    shown::Shown,
    words::{Language, frame, message, result},
};
use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Timeout,
};
use gouji::note::Message;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, Element};
use yew::prelude::*;

/// How long a word on what just happened stays, in milliseconds, and for each of its signs longer.
const TOLD: u32 = 1_500;
const PER_SIGN: u32 = 120;

/// The page.
#[component]
pub fn Page() -> Html {
    let session =
        use_reducer(|| Session::new(first_language(), Visit::first(), Address::current()));
    let examination = use_examination(&session);
    let act = {
        let dispatch = session.dispatcher();
        use_callback((), move |action: Action, ()| dispatch.dispatch(action))
    };
    use_places(&session);
    use_print();
    use_notes(&session);
    use_listeners(&session, &act, &examination.give);
    use_early(&act, &examination.give);
    use_effects(&session, &act);
    let dragging = use_state(|| false);
    let ondragover = {
        let dragging = dragging.setter();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            dragging.set(true);
        })
    };
    let ondragleave = {
        let dragging = dragging.setter();
        Callback::from(move |event: DragEvent| {
            // Leaving one element for another inside the page is no leaving.
            if event.related_target().is_none() {
                dragging.set(false);
            }
        })
    };
    let ondrop = {
        let (dragging, give) = (dragging.setter(), examination.give.clone());
        let act = act.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            dragging.set(false);
            if let Some(transfer) = event.data_transfer() {
                take(&transfer, &give, &act);
            }
        })
    };
    let language = session.language;
    html! {
        <div class={classes!("page", dragging.then_some("dragging"), session.has_result().then_some("has-result"))} {ondragover} {ondragleave} {ondrop}>
            <a class="skip" href="#content" onclick={skip_to_content()}>
                { language.of(frame::TO_CONTENT) }
            </a>
            <Head session={(*session).clone()} act={act.clone()} />
            <Renewal {language} />
            <main id="content" tabindex="-1">
                { refused(&session, &act) }
                { content(&session, &examination, &act, *dragging) }
            </main>
            <Dialogs session={(*session).clone()} give={examination.give.clone()} act={act.clone()} />
            <p class="told" role="status">{ session.told.as_ref().map(|told| language.said(told)).unwrap_or_default() }</p>
        </div>
    }
}

/// Why what was given over the report could not be examined.
fn refused(session: &Session, act: &Callback<Action>) -> Html {
    let Some(why) = session.refused.as_ref().filter(|_| session.has_result()) else {
        return Html::default();
    };
    let dismiss = act.reform(|_: MouseEvent| Action::Dismiss);
    html! {
        <p class="refused" role="alert">
            <span>{ session.language.said(why) }</span>
            <button type="button" class="close" onclick={dismiss}
                aria-label={session.language.of(frame::CLOSE)}>{ "×" }</button>
        </p>
    }
}

fn content(
    session: &Session,
    examination: &Examination,
    act: &Callback<Action>,
    dragging: bool,
) -> Html {
    let give = examination.give.clone();
    match &session.stage {
        Stage::Empty if session.address.tab() == Tab::Rules => {
            html! { <RulesPage session={session.clone()} act={act.clone()} /> }
        }
        Stage::Empty => {
            html! { <OpenPage session={session.clone()} {give} act={act.clone()} {dragging} /> }
        }
        Stage::Reading(step) => {
            html! {
                <ReadingPage language={session.language} name={session.name()} step={step.clone()}
                    came={session.came.clone()}
                    names={session.input.as_ref().map(Input::names).unwrap_or_default()}
                    cancel={examination.cancel.clone()} />
            }
        }
        Stage::Failed(why) => html! {
            <FailedPage session={session.clone()} why={why.clone()} {give}
                retry={examination.retry.clone()} back={examination.cancel.clone()}
                act={act.clone()} {dragging} />
        },
        Stage::Listed(entries) => html! {
            <DocumentsPage session={session.clone()} entries={entries.clone()} {give}
                choose={examination.choose.clone()} leave={examination.leave.clone()}
                export={examination.export.clone()} act={act.clone()} />
        },
        Stage::Read(shown) => result(session, shown, examination, act),
    }
}

fn result(
    session: &Session,
    shown: &Shown,
    examination: &Examination,
    act: &Callback<Action>,
) -> Html {
    let (shown, act) = (shown.clone(), act.clone());
    html! {
        <>
            <Title session={session.clone()} shown={shown.clone()} leave={examination.leave.clone()}
                choose={examination.choose.clone()} act={act.clone()} export={examination.export.clone()} />
            <Verdict session={session.clone()} shown={shown.clone()} act={act.clone()} />
            <Tabs session={session.clone()} shown={shown.clone()} act={act.clone()} />
            {
                match session.address.tab() {
                    Tab::Findings => html! { <FindingsPage session={session.clone()} {shown} {act} /> },
                    Tab::Document => html! { <DocumentPage session={session.clone()} {shown} {act} /> },
                    Tab::Structure => html! { <StructurePage {shown} language={session.language}
                        charts={session.charts.clone()} {act} /> },
                    Tab::Comparison => html! {
                        <ComparisonPage {shown} language={session.language} {act}
                            input={session.input.clone().filter(|_| session.listed.is_none())}
                            give={examination.give.clone()} />
                    },
                    Tab::Rules => html! { <RulesPage session={session.clone()} {act} /> },
                }
            }
        </>
    }
}

/// Keys and pastes are heard wherever they happen.
#[hook]
fn use_listeners(
    session: &UseReducerHandle<Session>,
    act: &Callback<Action>,
    give: &Callback<Input>,
) {
    {
        let session = session.clone();
        use_effect_with(act.clone(), move |act| {
            let act = act.clone();
            let options = EventListenerOptions::enable_prevent_default();
            let listener = browser::document().map(|document| {
                EventListener::new_with_options(&document, "keydown", options, move |event| {
                    let event: &web_sys::KeyboardEvent = event.unchecked_ref();
                    // A copy of the handle reads the state as it is now: an earlier key may have
                    // changed it, and nothing been drawn since.
                    let now = session.clone();
                    if let Some(action) = keys::action_of(event, &now) {
                        act.emit(action);
                    }
                })
            });
            move || drop(listener)
        });
    }
    let give = give.clone();
    use_effect_with(act.clone(), move |act| {
        let act = act.clone();
        let paste = browser::document().map(|document| {
            let act = act.clone();
            EventListener::new(&document, "paste", move |event| {
                let event: &ClipboardEvent = event.unchecked_ref();
                if !goes_into_a_field(event)
                    && let Some(transfer) = event.clipboard_data()
                {
                    take(&transfer, &give, &act);
                }
            })
        });
        let back = web_sys::window().map(|window| {
            EventListener::new(&window, "popstate", move |_| {
                if !history::closed_by_page() {
                    act.emit(Action::Arrive(Visit::current(), Address::current()));
                }
            })
        });
        move || drop((paste, back))
    });
}

/// What the reader notes is kept over a reload.
#[hook]
fn use_notes(session: &UseReducerHandle<Session>) {
    let dispatch = session.dispatcher();
    use_effect_with((), move |()| {
        wasm_bindgen_futures::spawn_local(async move {
            if let Some(notes) = notes::kept().await {
                dispatch.dispatch(Action::Recollect(notes));
            }
        });
    });
    let first = use_mut_ref(|| true);
    use_effect_with(Rc::clone(&session.notes), move |noted| {
        if !first.replace(false) {
            wasm_bindgen_futures::spawn_local(notes::keep(Rc::clone(noted)));
        }
    });
}

/// What was given to the start page, before this page or while its chooser was still open, and the dialog
/// that was asked for there.
#[hook]
fn use_early(act: &Callback<Action>, give: &Callback<Input>) {
    let (act, give) = (act.clone(), give.clone());
    use_effect_with((), move |()| {
        browser::leave("hears", true.into());
        Input::early().into_iter().for_each(|it| give.emit(it));
        let asked = browser::take("asked").and_then(|it| it.as_string());
        match asked.as_deref() {
            Some("paste") => act.emit(Action::Open(Some(Dialog::Paste))),
            Some(_) => act.emit(Action::Open(Some(Dialog::Help))),
            None => {}
        }
        let later = browser::document().map(|document| {
            EventListener::new(&document, "gouji-give", move |event| {
                let record = browser::get(event, "detail");
                Input::of_record(&record)
                    .into_iter()
                    .for_each(|it| give.emit(it));
            })
        });
        move || drop(later)
    });
}

/// What follows from a change: the address bar, the language of the page, a word that goes away.
#[hook]
fn use_effects(session: &UseReducerHandle<Session>, act: &Callback<Action>) {
    use_effect_with(position(session), history::write);
    // What could not be examined leads back to the report before it.
    let failed = matches!(session.stage, Stage::Failed(_));
    use_effect_with(failed && session.refused.is_some(), |refused| {
        if *refused {
            history::back();
        }
    });
    use_effect_with(window_title(session), |title| browser::set_title(title));
    use_effect_with(session.language, |language| {
        let long = match language {
            Language::Chinese => "zh-CN",
            Language::English => "en",
        };
        browser::set_page_attribute("lang", Some(long));
    });
    let act = act.clone();
    use_effect_with(session.told.clone(), move |told| {
        let timeout = told
            .as_ref()
            .map(|told| Timeout::new(time_for(told), move || act.emit(Action::Tell(None))));
        move || drop(timeout)
    });
}

/// The title of the window: how the document stands, what it is, and the name of the page.
fn window_title(session: &Session) -> String {
    let language = session.language;
    let name = language.of(frame::NAME);
    let title = match &session.stage {
        Stage::Read(shown) => Some(shown.short_title()),
        Stage::Listed(entries) => {
            let count = entries.len().to_string();
            Some(language.fill(result::DOCUMENTS, &[&count]))
        }
        Stage::Reading(_) | Stage::Failed(_) => session.name(),
        Stage::Empty => None,
    };
    match title {
        Some(title) => format!("{title} – {name}"),
        None => format!("{name} – {}", language.of(frame::TASK)),
    }
}

/// What the history has to show. On a wide page sheets and cards stand beside what they are about and
/// cover nothing.
fn position(session: &Session) -> Position {
    let over = session.sheet || session.pinned.is_some();
    Position {
        visit: session.visit,
        address: session.address.clone(),
        covered: session.dialog.is_some() || (over && browser::is_narrow()),
    }
}

/// So long a word stays that it can be read.
fn time_for(told: &Message) -> u32 {
    let signs = u32::try_from(told.zh.chars().count()).unwrap_or(0);
    TOLD + PER_SIGN * signs
}

/// Examines what a drop or a paste carries; what cannot be a document replaces nothing.
fn take(transfer: &DataTransfer, give: &Callback<Input>, act: &Callback<Action>) {
    match Input::carried_by(transfer) {
        Some(input) if input.may_be_document() => give.emit(input),
        Some(_) => act.emit(Action::Tell(Some(message(frame::NO_DOCUMENT)))),
        None => {}
    }
}

fn goes_into_a_field(event: &ClipboardEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|it| matches!(it.tag_name().as_str(), "INPUT" | "TEXTAREA"))
}

fn skip_to_content() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        browser::focus("content");
    })
}

/// The language that the reader chose, else the browser's: any but Chinese is better served in English.
fn first_language() -> Language {
    let chosen = browser::setting("language").or_else(browser::language);
    match chosen.as_deref() {
        Some(code) if !code.starts_with("zh") => Language::English,
        _ => Language::Chinese,
    }
}
