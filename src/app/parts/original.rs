//! The pages of a PDF as they are, with boxes over the figures; drawn by a library that is fetched
//! when the first page is shown.

use crate::{
    browser::{self, host},
    input::Input,
    marks,
    parts::{
        card::{Card, use_hovered},
        figure::Emphasis,
    },
    session::Action,
    shown::Shown,
    words::{Language, findings, reading, result},
};
use gouji::{
    budget::Spot,
    document::Where,
    report::view::{FigureView, Mark},
};
use js_sys::{Array, Function, Promise, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, ScrollLogicalPosition};
use yew::prelude::*;

/// What the pages are drawn from.
#[derive(Properties, PartialEq)]
pub struct OriginalProps {
    /// The result.
    pub shown: Shown,
    /// The files.
    pub input: Input,
    /// What the PDF files in them are called.
    pub names: Vec<String>,
    /// What opens them.
    pub password: Option<AttrValue>,
    /// What to emphasise.
    pub emphasis: Emphasis,
    /// The words that the chosen finding is about, where it is about words.
    pub at: Option<Where>,
    /// What to bring into view: an element's id.
    pub reveal: Option<AttrValue>,
    /// The language of the page.
    pub language: Language,
    /// What the reader does.
    pub act: Callback<Action>,
}

/// The id of the box around words.
const WORDS: &str = "words-here";

/// How far the pages are.
#[derive(Clone, Copy, PartialEq)]
enum Pages {
    Coming,
    Here,
    Missing,
}

/// The pages.
#[component]
pub fn Original(props: &OriginalProps) -> Html {
    let node = use_node_ref();
    let pages = use_state(|| Pages::Coming);
    {
        let (node, pages) = (node.clone(), pages.setter());
        let files = (
            props.input.clone(),
            props.names.clone(),
            props.password.clone(),
            props.language,
        );
        use_effect_with(files, move |files| {
            let files = files.clone();
            let element = node.cast::<Element>();
            let left = element.clone();
            wasm_bindgen_futures::spawn_local(async move {
                let Some(element) = element else { return };
                let there = lay_out(&element, files).await;
                pages.set(if there.is_ok() {
                    Pages::Here
                } else {
                    Pages::Missing
                });
            });
            move || {
                if let Some(element) = left {
                    let _ = call("removeOriginal", &[element.into()]);
                }
            }
        });
    }
    let boxes = boxes(props);
    {
        let node = node.clone();
        use_effect_with((boxes, *pages), move |(boxes, pages)| {
            let (Pages::Here, Some(element)) = (*pages, node.cast::<Element>()) else {
                return;
            };
            let json = serde_json::to_string(boxes).unwrap_or_default();
            let _ = call("markOriginal", &[element.into(), json.into()]);
        });
    }
    {
        let node = node.clone();
        let searched = (props.emphasis.query.clone(), *pages);
        use_effect_with(searched, move |(query, pages)| {
            if let (Pages::Here, Some(element)) = (*pages, node.cast::<Element>()) {
                let _ = call("searchOriginal", &[element.into(), query.as_str().into()]);
            }
        });
    }
    let reveal = match &props.at {
        Some(_) => Some(AttrValue::from(WORDS)),
        None => props.reveal.clone(),
    };
    use_effect_with((reveal, props.at.clone(), *pages), |(id, _, pages)| {
        if let (Some(id), Pages::Here) = (id.clone(), *pages) {
            // The boxes come with the next turn.
            gloo::timers::callback::Timeout::new(50, move || {
                browser::reveal(&id, ScrollLogicalPosition::Center);
            })
            .forget();
        }
    });
    let pointed = use_hovered(&props.emphasis, &props.act);
    html! {
        <div class={classes!("paper", "original", props.emphasis.filter.map(|_| "filtered"))} onmouseover={pointed.over} onmouseleave={pointed.leave} onclick={pointed.click}>
            if *pages == Pages::Coming {
                <p class="faint" role="status">{ props.language.of(reading::PAGES_COMING) }</p>
            }
            if *pages == Pages::Missing {
                <p role="alert">{ props.language.of(reading::NO_PAGES) }</p>
            }
            <div class="sheets" ref={node}></div>
            if let Some((figure, pinned)) = pointed.card {
                <Card shown={props.shown.clone()} {figure} {pinned} language={props.language}
                    act={props.act.clone()} />
            }
        </div>
    }
}

async fn lay_out(
    element: &Element,
    (input, names, password, language): (Input, Vec<String>, Option<AttrValue>, Language),
) -> Result<(), JsValue> {
    let files: Array = input.files().iter().collect();
    let names: Array = names.iter().map(|it| JsValue::from(it.as_str())).collect();
    let password = password.map_or(JsValue::UNDEFINED, |it| it.as_str().into());
    let title = language.of(findings::PAGE).into();
    let promise = call(
        "showOriginal",
        &[element.into(), files.into(), names.into(), password, title],
    )?;
    JsFuture::from(promise).await.map(|_| ())
}

fn call(name: &str, arguments: &[JsValue]) -> Result<Promise, JsValue> {
    let function: Function = Reflect::get(&host(), &name.into())?.dyn_into()?;
    let given = arguments.iter().collect::<Array>();
    function.apply(&JsValue::NULL, &given)?.dyn_into()
}

/// A box over a figure, as `static/original.js` takes it.
#[derive(Serialize, PartialEq, Clone)]
struct FigureBox {
    /// Which file; `None` where there is one.
    file: Option<String>,
    page: u32,
    bounds: [i32; 4],
    id: String,
    figure: Option<usize>,
    classes: String,
    sign: &'static str,
    label: String,
    /// What the figure should be, shown in the margin.
    should: Option<String>,
}

fn boxes(props: &OriginalProps) -> Vec<FigureBox> {
    let of_figure = |(index, figure): (usize, &FigureView)| {
        let at = figure.at.as_ref()?;
        let (file, page, bounds) = page_of(at)?;
        let bare = figure.mark == Mark::Blank && figure.checks.is_empty();
        let kind = match figure.spot {
            Spot::Cell { .. } => " cell",
            Spot::Span { .. } => "",
        };
        (!bare).then(|| FigureBox {
            file,
            page,
            bounds,
            id: format!("figure-{index}"),
            figure: Some(index),
            classes: format!("{}{kind}", props.emphasis.classes(index, figure.mark)),
            sign: marks::sign(figure.mark),
            should: props
                .shown
                .suggestion(index)
                .map(|it| props.language.fill(result::SHOULD_BE, &[it])),
            label: format!(
                "{} {}",
                figure.text,
                marks::word(figure.mark, props.language)
            ),
        })
    };
    let words = props.at.as_ref().and_then(page_of);
    let words = words.map(|(file, page, bounds)| FigureBox {
        file,
        page,
        bounds,
        id: WORDS.to_owned(),
        figure: None,
        classes: "lit".to_owned(),
        sign: "",
        should: None,
        label: props.language.of(findings::WHERE).to_owned(),
    });
    let figures = props.shown.figures.iter().enumerate();
    figures.filter_map(of_figure).chain(words).collect()
}

/// File, page and box of a place on a page.
fn page_of(at: &Where) -> Option<(Option<String>, u32, [i32; 4])> {
    match at {
        Where::Page { page, bounds } => Some((None, *page, *bounds)),
        Where::File { file, place } => page_of(place).map(|it| (Some(file.clone()), it.1, it.2)),
        _ => None,
    }
}
