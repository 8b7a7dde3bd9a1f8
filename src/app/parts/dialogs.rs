//! The dialogs over the page: help, and the box to paste into.

use crate::{
    browser,
    input::Input,
    session::{Action, Dialog, Session},
    words::{Language, frame, help, open},
};
use gouji::note::Text;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlDialogElement, HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

/// What they are drawn from.
#[derive(Properties, PartialEq)]
pub struct DialogsProps {
    /// The state of the page.
    pub session: Session,
    /// Examine this.
    pub give: Callback<Input>,
    /// What the reader does.
    pub act: Callback<Action>,
}

/// The dialog that is open, if any; the browser keeps the focus in it.
#[component]
pub fn Dialogs(props: &DialogsProps) -> Html {
    let node = use_node_ref();
    // Where the focus was before, and goes back to.
    let opener = use_mut_ref(|| None::<HtmlElement>);
    {
        let node = node.clone();
        use_effect_with(props.session.dialog, move |dialog| {
            let element = node.cast::<HtmlDialogElement>();
            match dialog {
                Some(_) => *opener.borrow_mut() = browser::focused(),
                None => {
                    let opener = opener.borrow_mut().take();
                    let _ = opener.map(|it| it.focus());
                }
            }
            if let Some(element) = element.filter(|element| dialog.is_some() && !element.open()) {
                let _ = element.show_modal();
            }
        });
    }
    let Some(dialog) = props.session.dialog else {
        return Html::default();
    };
    let language = props.session.language;
    let close = props.act.reform(|_: MouseEvent| Action::Open(None));
    let onclose = props.act.reform(|_: Event| Action::Open(None));
    let (title, content) = match dialog {
        Dialog::Help => (frame::HELP, help_content(language)),
        Dialog::Paste => (
            open::PASTE,
            html! { <PasteBox {language} give={props.give.clone()} /> },
        ),
    };
    html! {
        <dialog ref={node} {onclose} aria-label={language.of(title)}>
            <header>
                <h1>{ language.of(title) }</h1>
                <button type="button" class="close" onclick={close} aria-label={language.of(frame::CLOSE)}>
                    { "×" }
                </button>
            </header>
            { content }
        </dialog>
    }
}

fn help_content(language: Language) -> Html {
    let pair = |(left, right): &(&'static str, Text)| {
        html! { <><dt>{ *left }</dt><dd>{ language.of(*right) }</dd></> }
    };
    let line = |text: &Text| html! { <li>{ language.of(*text) }</li> };
    html! {
        <div class="help">
            <h2>{ language.of(help::MARKS) }</h2>
            <dl class="pairs">{ for help::MARKS_MEAN.iter().map(pair) }</dl>
            <h2>{ language.of(help::PRIVATE) }</h2>
            <ol>{ for help::PRIVATE_STEPS.iter().map(line) }</ol>
            <h2>{ language.of(help::KEYS) }</h2>
            <dl class="pairs">{ for help::KEY_LIST.iter().map(pair) }</dl>
            <h2>{ language.of(help::LIMITS) }</h2>
            <ul>{ for help::LIMITS_LIST.iter().map(line) }</ul>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PasteBoxProps {
    language: Language,
    give: Callback<Input>,
}

#[component]
fn PasteBox(props: &PasteBoxProps) -> Html {
    let node = use_node_ref();
    let empty = use_state(|| false);
    let onpaste = {
        let give = props.give.clone();
        Callback::from(move |event: Event| {
            let data = event
                .dyn_ref::<ClipboardEvent>()
                .and_then(ClipboardEvent::clipboard_data);
            if let Some(input) = data.and_then(|data| Input::carried_by(&data)) {
                event.prevent_default();
                event.stop_propagation();
                give.emit(input);
            }
        })
    };
    let check = {
        let (node, give, empty) = (node.clone(), props.give.clone(), empty.setter());
        Callback::from(move |_: MouseEvent| {
            let text = node
                .cast::<HtmlTextAreaElement>()
                .map(|it| it.value())
                .unwrap_or_default();
            if text.trim().is_empty() {
                empty.set(true);
            } else {
                give.emit(Input::Pasted { html: None, text });
            }
        })
    };
    html! {
        <>
            <p>{ props.language.of(open::PASTE_HERE) }</p>
            <textarea id="paste" ref={node} rows="10" autofocus=true {onpaste} aria-label={props.language.of(open::PASTE)} />
            <p class="buttons">
                <button type="button" class="primary" onclick={check}>
                    { props.language.of(open::CHECK) }
                </button>
                if *empty {
                    <span role="alert">{ props.language.of(open::NOTHING_PASTED) }</span>
                }
            </p>
        </>
    }
}
