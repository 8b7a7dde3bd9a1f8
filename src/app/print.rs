//! On paper nobody opens what is closed: before printing, what belongs to the findings is opened, and
//! closed again after.

use crate::browser;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// What belongs to the findings and is closed.
const CLOSED: &str = ".finding details:not([open]), .remains details:not([open])";
/// What was opened for the paper.
const OPENED: &str = "details[data-for-paper]";

/// Opens what is closed while the page is printed.
#[hook]
pub fn use_print() {
    use_effect_with((), |()| {
        let listeners = web_sys::window().map(|window| {
            let before = EventListener::new(&window, "beforeprint", |_| {
                each(CLOSED, |it| {
                    let _ = it.set_attribute("open", "");
                    let _ = it.set_attribute("data-for-paper", "");
                });
            });
            let after = EventListener::new(&window, "afterprint", |_| {
                each(OPENED, |it| {
                    let _ = it.remove_attribute("open");
                    let _ = it.remove_attribute("data-for-paper");
                });
            });
            (before, after)
        });
        move || drop(listeners)
    });
}

fn each(selector: &str, act: impl Fn(&Element)) {
    let found = browser::document().and_then(|it| it.query_selector_all(selector).ok());
    let Some(found) = found else { return };
    for index in 0..found.length() {
        if let Some(element) = found.get(index).and_then(|it| it.dyn_into().ok()) {
            act(&element);
        }
    }
}
