//! The document: its pages as they are, where it has pages, or redrawn with every figure ticked.

use crate::{
    input::Input,
    parts::{figure::Emphasis, original::Original, paper::Paper},
    session::{Action, Session},
    shown::Shown,
    words::result,
};
use gouji::document::Where;
use web_sys::{File, TouchEvent};
use yew::prelude::*;

/// What the document is drawn from.
#[derive(Properties, PartialEq)]
pub struct PaneProps {
    /// The state of the page.
    pub session: Session,
    /// The result.
    pub shown: Shown,
    /// What to emphasise.
    pub emphasis: Emphasis,
    /// The words that the chosen finding is about, where it is about words.
    #[prop_or_default]
    pub at: Option<Where>,
    /// What to bring into view: an element's id.
    pub reveal: Option<AttrValue>,
    /// Whether the document is uncovered: then it is brought into view once more.
    #[prop_or_default]
    pub uncovered: bool,
    /// How large, in steps from 0; 2 is normal.
    #[prop_or(2)]
    pub size: u8,
    /// What it is handled by besides.
    #[prop_or_default]
    pub bar: Option<Html>,
    /// What the reader does with it.
    pub act: Callback<Action>,
}

/// A finger that moves down so far, in pixels, puts a sheet away.
const SWIPE: i32 = 70;

/// The document in the way the reader chose.
#[component]
pub fn Pane(props: &PaneProps) -> Html {
    let session = &props.session;
    let language = session.language;
    let pages = session
        .input
        .as_ref()
        .and_then(|it| files_of(it, &props.shown));
    let choice = |words, original: bool| {
        let onclick = props
            .act
            .reform(move |_: MouseEvent| Action::ShowOriginal(original));
        html! {
            <button type="button" class="chip" {onclick}
                aria-pressed={(session.original == original).to_string()}>{ language.of(words) }</button>
        }
    };
    let swipe = use_mut_ref(|| None::<i32>);
    let ontouchstart = {
        let swipe = swipe.clone();
        Callback::from(move |event: TouchEvent| *swipe.borrow_mut() = finger(&event))
    };
    let ontouchend = {
        let act = props.act.clone();
        Callback::from(move |event: TouchEvent| {
            let ends = swipe.borrow_mut().take().zip(finger(&event));
            if ends.is_some_and(|(from, to)| to - from > SWIPE) {
                act.emit(Action::Sheet(false));
            }
        })
    };
    html! {
        <>
            if pages.is_some() || props.bar.is_some() {
                <div class={classes!("views", pages.is_none().then_some("bare"))} {ontouchstart} {ontouchend}>
                    if pages.is_some() {
                        <span role="group" aria-label={language.of(result::VIEWS)}>
                            { choice(result::REDRAWN, false) }
                            { choice(result::ORIGINAL, true) }
                        </span>
                    }
                    { props.bar.clone().unwrap_or_default() }
                </div>
            }
            if let Some((input, names)) = pages.filter(|_| session.original) {
                <Original shown={props.shown.clone()} {input} {names} password={session.password.clone()}
                    emphasis={props.emphasis.clone()} at={props.at.clone()}
                    reveal={props.reveal.clone()} {language} act={props.act.clone()} />
            } else {
                <Paper shown={props.shown.clone()} emphasis={props.emphasis.clone()}
                    reveal={props.reveal.clone()} uncovered={props.uncovered} size={props.size} {language}
                    act={props.act.clone()} />
            }
        </>
    }
}

/// How far down the finger is that moved last.
fn finger(event: &TouchEvent) -> Option<i32> {
    Some(event.changed_touches().get(0)?.client_y())
}

/// The files that the PDF of the document are in, as they were given, and what these are called; an
/// archive among them is unpacked when its pages are shown.
fn files_of(input: &Input, shown: &Shown) -> Option<(Input, Vec<String>)> {
    let source = &shown.report.source;
    let sources = source.files.iter().chain([source]);
    let named = sources.filter(|it| it.format == "pdf");
    let names: Vec<String> = named.map(|it| it.name.clone()).collect();
    let inside = |archive: &str| names.iter().any(|it| it.starts_with(archive));
    let holds = |file: &&File| inside(&file.name());
    let files: Vec<File> = input.files().iter().filter(holds).cloned().collect();
    (!files.is_empty()).then_some((Input::Files(files), names))
}
