//! What the page asks of the browser: small settings, the clipboard, a download, and reading
//! JavaScript objects.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Storage, Url};

/// What is brought into view by an effect of the page has come there after so many milliseconds.
const AFTER_DRAWING: u32 = 30;

/// What `static/boot.js` gives the page.
pub fn host() -> JsValue {
    get(&js_sys::global(), "gouji")
}

/// Takes a value that `static/boot.js` left for the page.
pub fn take(name: &str) -> Option<JsValue> {
    let value = get(&host(), name);
    let host: Object = host().unchecked_into();
    let _ = Reflect::delete_property(&host, &name.into());
    (!value.is_undefined()).then_some(value)
}

/// Leaves a value where `static/boot.js` finds it.
pub fn leave(name: &str, value: JsValue) {
    let _ = Reflect::set(&host(), &name.into(), &value);
}

/// A field of an object; undefined if it has none.
pub fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// A text field.
pub fn text_at(object: &JsValue, name: &str) -> Option<String> {
    get(object, name).as_string()
}

/// An object of these fields.
pub fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// The document of the page.
pub fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// A setting of this browser, such as the language.
pub fn setting(name: &str) -> Option<String> {
    storage()?.get_item(&format!("gouji.{name}")).ok()?
}

/// Remembers a setting; a browser that keeps nothing just forgets it.
pub fn remember(name: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&format!("gouji.{name}"), value);
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// What this tab keeps until it is closed.
pub fn of_tab() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// Has the page itself see to where it is scrolled when the reader comes back.
pub fn scroll_by_page() {
    if let Some(history) = web_sys::window().and_then(|it| it.history().ok()) {
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
}

/// Sets or clears an attribute of the whole page: its language, its theme.
pub fn set_page_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// The language that the browser is set to.
pub fn language() -> Option<String> {
    web_sys::window()?.navigator().language()
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Copies a text; false if the browser refuses.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    JsFuture::from(window.navigator().clipboard().write_text(text))
        .await
        .is_ok()
}

/// Whether the browser can share a text.
pub fn can_share() -> bool {
    get(&host(), "canShare").is_truthy()
}

/// Shares a text; false where the browser cannot.
pub async fn share(text: &str) -> bool {
    let shared = call_host("share", &text.into()).await;
    shared.is_some_and(|it| it.is_truthy())
}

/// Draws a picture of these parts and shares or saves it.
pub async fn picture(name: &str, parts: &str) {
    let parts = object(&[("name", name.into()), ("parts", parts.into())]);
    let _ = call_host("picture", &parts).await;
}

/// Calls a function that `static/boot.js` gives the page; `None` where it fails.
pub async fn call_host(name: &str, argument: &JsValue) -> Option<JsValue> {
    let function: Function = get(&host(), name).dyn_into().ok()?;
    let promise: Promise = function
        .call1(&JsValue::NULL, argument)
        .ok()?
        .dyn_into()
        .ok()?;
    JsFuture::from(promise)
        .await
        .ok()
        .filter(|value| !value.is_undefined())
}

/// Hands bytes to the reader as a file.
pub fn download(name: &str, kind: &str, bytes: &Uint8Array) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(bytes);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = document().ok_or(JsValue::UNDEFINED)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url)
}

/// Whether the reader asked for less movement.
pub fn calm() -> bool {
    web_sys::window()
        .and_then(|window| {
            window
                .match_media("(prefers-reduced-motion: reduce)")
                .ok()
                .flatten()
        })
        .is_some_and(|query| query.matches())
}

/// Whether the page is as narrow as a phone's: the style sheets' own bound.
pub fn is_narrow() -> bool {
    web_sys::window()
        .and_then(|window| window.match_media("(max-width: 60rem)").ok().flatten())
        .is_some_and(|query| query.matches())
}

/// Whether the reader points with a finger.
pub fn is_touched() -> bool {
    web_sys::window()
        .and_then(|window| window.match_media("(pointer: coarse)").ok().flatten())
        .is_some_and(|query| query.matches())
}

/// Scrolls what an element stands in, the page or the sheet over it, by so many pixels.
pub fn scroll_on(element: &web_sys::Element, by: f64) {
    match element.closest(".beside.open") {
        Ok(Some(sheet)) => sheet.set_scroll_top(sheet.scroll_top() + by as i32),
        _ => {
            if let Some(window) = web_sys::window() {
                window.scroll_by_with_x_and_y(0.0, by);
            }
        }
    }
}

/// Brings an element into view, as near as it is or in the middle.
pub fn reveal(id: &str, block: web_sys::ScrollLogicalPosition) {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else {
        return;
    };
    reveal_element(&element, block);
}

/// Brings an element to the top of what it stands in, once the page is drawn anew: also where it is drawn
/// already, and was scrolled away.
pub fn reveal_soon(id: &str) {
    let id = id.to_owned();
    Timeout::new(AFTER_DRAWING, move || {
        reveal(&id, web_sys::ScrollLogicalPosition::Start)
    })
    .forget();
}

/// Closes what was opened for a choice that is made.
pub fn close_details(selector: &str) {
    let element = document().and_then(|it| it.query_selector(selector).ok().flatten());
    if let Some(element) = element {
        let _ = element.remove_attribute("open");
    }
}

/// What has the focus.
pub fn focused() -> Option<web_sys::HtmlElement> {
    document()?.active_element()?.dyn_into().ok()
}

/// Moves the focus once the page is drawn anew.
pub fn focus_soon(id: impl Into<String>) {
    let id = id.into();
    Timeout::new(0, move || {
        focus(&id);
    })
    .forget();
}

/// The same for an element at hand. Inside a pane only the pane and a table's own frame are moved,
/// so that what stands beside the pane stays where it is.
pub fn reveal_element(element: &web_sys::Element, block: web_sys::ScrollLogicalPosition) {
    if let Ok(Some(pane)) = element.closest(".beside") {
        if let Ok(Some(frame)) = element.closest(".grid") {
            centre_in(&frame, element);
        }
        centre_in(&pane, element);
        return;
    }
    // The frozen labels of a table would cover what only just comes into view.
    if let Ok(Some(frame)) = element.closest(".grid") {
        centre_in(&frame, element);
    }
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(block);
    options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
    let smooth = if calm() {
        web_sys::ScrollBehavior::Instant
    } else {
        web_sys::ScrollBehavior::Smooth
    };
    options.set_behavior(smooth);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Moves a scrolling frame so that an element stands in its middle; sideways only a table's.
#[expect(clippy::float_arithmetic, reason = "pixels, no amounts")]
fn centre_in(frame: &web_sys::Element, element: &web_sys::Element) {
    let (around, at) = (
        frame.get_bounding_client_rect(),
        element.get_bounding_client_rect(),
    );
    let down = at.top() + at.height() / 2.0 - around.top() - around.height() / 2.0;
    frame.set_scroll_top(frame.scroll_top() + down as i32);
    if frame.scroll_width() > frame.client_width() && frame.class_list().contains("grid") {
        // The frozen labels cover the left of the frame.
        let labels = frame.query_selector("tbody .frozen").ok().flatten();
        let covered = labels.map_or(0.0, |it| it.get_bounding_client_rect().width());
        let middle = around.left() + (around.width() + covered) / 2.0;
        let across = at.left() + at.width() / 2.0 - middle;
        frame.set_scroll_left(frame.scroll_left() + across as i32);
    }
}

/// Whether there is such an element.
pub fn is_there(id: &str) -> bool {
    document().is_some_and(|it| it.get_element_by_id(id).is_some())
}

/// Moves the focus without scrolling; false where there is no such element.
pub fn focus(id: &str) -> bool {
    let element = document().and_then(|document| document.get_element_by_id(id));
    let Some(element) = element.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return false;
    };
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}

/// How far the page is scrolled.
pub fn scrolled() -> f64 {
    web_sys::window().map_or(0.0, |it| it.scroll_y().unwrap_or(0.0))
}

/// Scrolls the page.
pub fn scroll_to(top: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, top);
    }
}

/// Draws the charts in the colours that the page has now.
pub fn redraw_charts() {
    if let Ok(function) = get(&host(), "redrawCharts").dyn_into::<js_sys::Function>() {
        let _ = function.call0(&JsValue::NULL);
    }
}
