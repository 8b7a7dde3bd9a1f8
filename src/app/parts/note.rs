//! What the reader notes on a finding: that it is explained, and why.

use crate::{
    browser, notes,
    session::{Action, Session},
    shown::Shown,
    words::findings,
};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// What the note is drawn from.
#[derive(Properties, PartialEq)]
pub struct NoteProps {
    /// The state of the page.
    pub session: Session,
    /// The result.
    pub shown: Shown,
    /// On which finding.
    pub index: usize,
    /// Whether it is being written.
    pub writing: UseStateHandle<bool>,
    /// What the reader does.
    pub act: Callback<Action>,
}

/// The note, or the field to write it into; nothing where nothing is noted.
#[component]
pub fn Note(props: &NoteProps) -> Html {
    let report = &props.shown.report;
    let Some(finding) = report.findings.get(props.index) else {
        return Html::default();
    };
    let note = notes::of(&props.session.notes, report, finding).unwrap_or_default();
    if *props.writing {
        return html! { <Field session={props.session.clone()} shown={props.shown.clone()} index={props.index}
        writing={props.writing.clone()} act={props.act.clone()} /> };
    }
    if note.is_empty() {
        return Html::default();
    }
    let language = props.session.language;
    let change = {
        let writing = props.writing.setter();
        Callback::from(move |_: MouseEvent| writing.set(true))
    };
    html! {
        <div class="note">
            <strong>{ language.of(findings::EXPLAINED) }</strong>
            <p class="noted">{ note.to_owned() }</p>
            <p class="buttons">
                <button type="button" class="link" onclick={change}>{ language.of(findings::CHANGE_NOTE) }</button>
                <button type="button" class="link" onclick={saves(props, String::new())}>
                    { language.of(findings::DROP_NOTE) }
                </button>
            </p>
        </div>
    }
}

/// Notes this text, and gives the focus back to the finding.
fn saves(props: &NoteProps, text: String) -> Callback<MouseEvent> {
    let (act, shown, index) = (props.act.clone(), props.shown.clone(), props.index);
    let writing = props.writing.setter();
    Callback::from(move |_: MouseEvent| {
        if let Some(finding) = shown.report.findings.get(index) {
            act.emit(Action::Note(notes::note(&shown.report, finding, &text)));
        }
        writing.set(false);
        browser::focus_soon(format!("finding-{index}-head"));
    })
}

/// The field that the note is written into.
#[component]
fn Field(props: &NoteProps) -> Html {
    let language = props.session.language;
    let report = &props.shown.report;
    let text = use_state(|| {
        let finding = report.findings.get(props.index);
        let note = finding.and_then(|it| notes::of(&props.session.notes, report, it));
        note.unwrap_or_default().to_owned()
    });
    let id = format!("note-{}", props.index);
    use_effect_with(id.clone(), |id| browser::focus_soon(id.clone()));
    let oninput = {
        let text = text.setter();
        Callback::from(move |event: InputEvent| {
            let field: HtmlTextAreaElement = event.target_unchecked_into();
            text.set(field.value());
        })
    };
    let cancel = {
        let (writing, head) = (
            props.writing.setter(),
            format!("finding-{}-head", props.index),
        );
        Callback::from(move |()| {
            writing.set(false);
            browser::focus_soon(head.clone());
        })
    };
    let onkeydown = {
        let cancel = cancel.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                cancel.emit(());
            }
        })
    };
    html! {
        <div class="note">
            <label for={id.clone()}>{ language.of(findings::EXPLANATION) }</label>
            <textarea {id} rows="3" maxlength="2000" value={(*text).clone()} {oninput} {onkeydown} />
            <p class="buttons">
                <button type="button" class="primary" disabled={text.trim().is_empty()}
                    onclick={saves(props, (*text).clone())}>{ language.of(findings::SAVE_NOTE) }</button>
                <button type="button" onclick={cancel.reform(|_: MouseEvent| ())}>
                    { language.of(findings::CANCEL) }
                </button>
            </p>
        </div>
    }
}
