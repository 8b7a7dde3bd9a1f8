//! The open area: before anything is given it stands alone.

use crate::{
    browser,
    input::Input,
    session::{Action, Dialog, Session},
    words::{Language, open},
};
use gouji::note::Text;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the page is drawn from.
#[derive(Properties, PartialEq)]
pub struct OpenProps {
    /// The state of the page.
    pub session: Session,
    /// Examine this.
    pub give: Callback<Input>,
    /// What the reader does.
    pub act: Callback<Action>,
    /// Whether a file is held over the page.
    pub dragging: bool,
    /// Whether it says what it reads and does, too.
    #[prop_or(true)]
    pub explains: bool,
}

/// The page.
#[component]
pub fn OpenPage(props: &OpenProps) -> Html {
    let language = props.session.language;
    let touch = browser::is_touched();
    html! {
        <div class="open-page">
            if props.explains {
                <h1>{ language.of(open::QUESTION) }</h1>
                <p class="introduction">{ language.of(open::INTRODUCTION) }</p>
            }
            { offered(props) }
            <div class={classes!("open-area", props.dragging.then_some("dragging"))}>
                <p class="drop">
                    { language.of(match (props.dragging, touch) {
                        (true, _) => open::DROP_NOW,
                        (false, true) => open::DROP_TOUCH,
                        (false, false) => open::DROP,
                    }) }
                </p>
                <p class="buttons">
                    <Chooser {language} give={props.give.clone()} />
                    <button type="button" onclick={props.act.reform(|_: MouseEvent| Action::Open(Some(Dialog::Paste)))}>
                        { language.of(open::PASTE) }
                    </button>
                </p>
                <p class="faint">{ language.of(if touch { open::OR_PASTE_TOUCH } else { open::OR_PASTE }) }</p>
            </div>
            <p class="samples">
                { language.of(open::SAMPLES) }
                { sample("sound", open::SAMPLE_SOUND, props) }
                { sample("planted", open::SAMPLE_PLANTED, props) }
            </p>
            if props.explains {
                { explanation(language) }
            }
        </div>
    }
}

/// What the button to choose a file is drawn from.
#[derive(Properties, PartialEq)]
pub struct ChooserProps {
    /// The id of its field.
    #[prop_or(AttrValue::Static("choose"))]
    pub id: AttrValue,
    /// What it says.
    #[prop_or(open::CHOOSE)]
    pub words: Text,
    /// The language of the page.
    pub language: Language,
    /// Examine this.
    pub give: Callback<Input>,
}

/// The button to choose a file.
#[component]
pub fn Chooser(props: &ChooserProps) -> Html {
    let onchange = {
        let give = props.give.clone();
        Callback::from(move |event: Event| {
            let chooser: HtmlInputElement = event.target_unchecked_into();
            if let Some(input) = Input::of_files(chooser.files()) {
                give.emit(input);
            }
            // So that the same file can be chosen again.
            chooser.set_value("");
        })
    };
    html! {
        <label class="chooser">
            <input id={props.id.clone()} class="unseen" type="file" multiple=true {onchange} />
            <span class="button primary">{ props.language.of(props.words) }</span>
        </label>
    }
}

fn sample(name: &'static str, words: Text, props: &OpenProps) -> Html {
    let give = props.give.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        let give = give.clone();
        wasm_bindgen_futures::spawn_local(async move {
            if let Some(input) = Input::sample(name).await {
                give.emit(input);
            }
        });
    });
    html! {
        <button type="button" class="link" id={format!("sample-{name}")} {onclick}>
            { props.session.language.of(words) }
        </button>
    }
}

fn offered(props: &OpenProps) -> Html {
    let Some(input) = props.session.offered.clone() else {
        return Html::default();
    };
    let language = props.session.language;
    let name = input
        .name()
        .unwrap_or_else(|| language.of(open::PASTED).into());
    let again = props.give.reform(move |_: MouseEvent| input.clone());
    let act = props.act.clone();
    let delete = Callback::from(move |_: MouseEvent| {
        wasm_bindgen_futures::spawn_local(async {
            Input::forget().await;
        });
        act.emit(Action::Forget);
    });
    html! {
        <p class="offer">
            { language.fill(open::KEPT, &[&name]) }
            <button type="button" onclick={again}>{ language.of(open::REOPEN) }</button>
            <button type="button" class="link" onclick={delete}>{ language.of(open::FORGET) }</button>
        </p>
    }
}

fn explanation(language: Language) -> Html {
    let part = |title, text| {
        html! {
            <div>
                <h2>{ language.of(title) }</h2>
                <p>{ language.of(text) }</p>
            </div>
        }
    };
    html! {
        <div class="explanation">
            { part(open::READS, open::READS_LIST) }
            { part(open::DOES, open::DOES_LIST) }
            { part(open::STAYS, open::STAYS_LIST) }
        </div>
    }
}
