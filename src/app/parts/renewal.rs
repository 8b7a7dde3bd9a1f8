//! Says that a new version of the page is here; the reader decides when it is loaded.

use crate::{
    browser,
    words::{Language, frame},
};
use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use yew::prelude::*;

/// What it is drawn from.
#[derive(Properties, PartialEq)]
pub struct RenewalProps {
    /// The language of the page.
    pub language: Language,
}

/// The notice; nothing while the page is the newest.
#[component]
pub fn Renewal(props: &RenewalProps) -> Html {
    let renewed = use_state(|| false);
    {
        let renewed = renewed.setter();
        use_effect_with((), move |()| {
            let is_renewed = browser::get(&browser::host(), "isRenewed");
            renewed.set(is_renewed.is_truthy());
            let listener = browser::document().map(|document| {
                EventListener::new(&document, "gouji-new-version", move |_| renewed.set(true))
            });
            move || drop(listener)
        });
    }
    if !*renewed {
        return Html::default();
    }
    let language = props.language;
    let renew = Callback::from(|_: MouseEvent| {
        wasm_bindgen_futures::spawn_local(async {
            let _ = browser::call_host("renew", &JsValue::UNDEFINED).await;
        });
    });
    let later = Callback::from(move |_: MouseEvent| renewed.set(false));
    html! {
        <p class="refused renewal" role="status">
            <span>{ language.of(frame::RENEWED) }</span>
            <button type="button" id="renew" onclick={renew}>{ language.of(frame::RENEW) }</button>
            <button type="button" class="close" onclick={later} aria-label={language.of(frame::CLOSE)}>{ "×" }</button>
        </p>
    }
}
