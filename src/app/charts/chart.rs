//! A chart: the library is fetched when the first one is shown, and draws into an element of ours.

use crate::{
    browser::host,
    charts::options::Options,
    words::{Language, structure},
};
use js_sys::{Function, Promise, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;
use yew::prelude::*;

/// What a chart is drawn from.
#[derive(Properties, PartialEq)]
pub struct ChartProps {
    /// What is drawn.
    pub options: Options,
    /// The language of the page.
    pub language: Language,
    /// The name of the item that was clicked.
    #[prop_or_default]
    pub chosen: Callback<String>,
    /// What it shows, as the name of its frame and of the file it is saved as.
    pub title: AttrValue,
    /// A class that gives it its height.
    pub class: &'static str,
}

/// The chart.
#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let node = use_node_ref();
    let failed = use_state(|| false);
    {
        let (node, failed, chosen) = (node.clone(), failed.setter(), props.chosen.clone());
        use_effect_with(props.options.clone(), move |options| {
            let options = options.clone();
            wasm_bindgen_futures::spawn_local(async move {
                let Some(element) = node.cast::<Element>() else {
                    return;
                };
                let drawn = draw(&element, &options, chosen).await;
                failed.set(drawn.is_err());
            });
        });
    }
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            move || {
                if let Some(element) = node.cast::<Element>() {
                    let _ = call("removeChart", &[element.into()]);
                }
            }
        });
    }
    let save = |ending: &str| {
        let (node, name) = (node.clone(), format!("{}.{ending}", props.title));
        Callback::from(move |_: MouseEvent| {
            if let Some(element) = node.cast::<Element>() {
                let _ = call("saveChart", &[element.into(), name.as_str().into()]);
            }
        })
    };
    html! {
        <>
            <div class="chart-frame" tabindex="0" role="group" aria-label={props.title.clone()}>
                <div class={classes!("chart", props.class)} ref={node.clone()}></div>
            </div>
            <p class="save-chart">
                <button type="button" class="link" onclick={save("png")}>{ props.language.of(structure::SAVE) }</button>
                { " " }
                <button type="button" class="link" onclick={save("svg")}>{ props.language.of(structure::SAVE_SVG) }</button>
            </p>
            if *failed {
                <p class="faint">{ props.language.of(structure::NO_CHART) }</p>
            }
        </>
    }
}

async fn draw(
    element: &Element,
    options: &Options,
    chosen: Callback<String>,
) -> Result<(), JsValue> {
    let options = options
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_err(|why| JsValue::from_str(&why.to_string()))?;
    let on_choose = Closure::<dyn Fn(String)>::new(move |name| chosen.emit(name)).into_js_value();
    let promise: Promise = call("drawChart", &[element.into(), options, on_choose])?.dyn_into()?;
    JsFuture::from(promise).await.map(|_| ())
}

fn call(name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(&host(), &name.into())?.dyn_into()?;
    function.apply(&JsValue::NULL, &arguments.iter().collect())
}
