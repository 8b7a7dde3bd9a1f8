//! The page itself.

use crate::bridge::{Heard, Input, Pipeline};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement};
use yew::prelude::*;

/// The page.
#[component]
pub fn Page() -> Html {
    let heard = use_state(String::new);
    let pipeline = {
        let heard = heard.setter();
        use_memo((), move |()| {
            let hear =
                Callback::from(move |(_, said): (u32, Heard)| heard.set(format!("{said:?}")));
            Pipeline::start(&hear)
        })
    };
    let send = {
        let pipeline = Rc::clone(&pipeline);
        Callback::from(move |input: Input| {
            let pipeline = Rc::clone(&pipeline);
            wasm_bindgen_futures::spawn_local(async move {
                if let Some(pipeline) = pipeline.as_ref() {
                    let _ = pipeline.examine(1, &input).await;
                }
            });
        })
    };
    let on_choose = {
        let send = send.clone();
        Callback::from(move |event: Event| {
            let chooser: HtmlInputElement = event.target_unchecked_into();
            let files = chooser.files();
            let listed = files
                .iter()
                .flat_map(|files| (0..files.length()).filter_map(|at| files.get(at)));
            send.emit(Input::Files(listed.collect()));
        })
    };
    let on_paste = Callback::from(move |event: Event| {
        let Some(data) = event
            .dyn_ref::<ClipboardEvent>()
            .and_then(ClipboardEvent::clipboard_data)
        else {
            return;
        };
        let html = data
            .get_data("text/html")
            .ok()
            .filter(|html| !html.is_empty());
        let text = data.get_data("text/plain").unwrap_or_default();
        send.emit(Input::Pasted { html, text });
    });
    html! {
        <main>
            <h1>{ "勾稽" }</h1>
            <p>{ "拖入文件、粘贴或选择" }</p>
            <input id="choose" type="file" multiple=true onchange={on_choose} aria-label="选择文件" />
            <textarea id="paste" onpaste={on_paste} aria-label="粘贴" />
            <p id="heard" role="status">{ (*heard).clone() }</p>
        </main>
    }
}
