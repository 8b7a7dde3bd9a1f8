//! The document redrawn: every block, and the card of the figure under the pointer.

use crate::{
    browser,
    parts::{
        block::Block,
        card::{Card, use_hovered},
        figure::Emphasis,
    },
    session::Action,
    shown::Shown,
    words::Language,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollLogicalPosition};
use yew::prelude::*;

/// What the document is drawn from.
#[derive(Properties, PartialEq)]
pub struct PaperProps {
    /// The result.
    pub shown: Shown,
    /// What to emphasise.
    pub emphasis: Emphasis,
    /// What to bring into view: an element's id.
    #[prop_or_default]
    pub reveal: Option<AttrValue>,
    /// Whether the document is uncovered: then it is brought into view once more.
    #[prop_or_default]
    pub uncovered: bool,
    /// How large, in steps from 0; 2 is normal.
    #[prop_or(2)]
    pub size: u8,
    /// The language of the page.
    pub language: Language,
    /// What the reader does with it.
    pub act: Callback<Action>,
}

/// The document.
#[component]
pub fn Paper(props: &PaperProps) -> Html {
    use_effect_with((props.reveal.clone(), props.uncovered), |(id, _)| {
        if let Some(id) = id {
            browser::reveal(id, ScrollLogicalPosition::Center);
        }
    });
    let pointed = use_hovered(&props.emphasis, &props.act);
    let blocks = (0..props.shown.blocks.len()).map(|index| {
        let emphasis = props.emphasis.only(props.shown.figures_of(index));
        html! {
            <Block key={index} shown={props.shown.clone()} {index} {emphasis} language={props.language} />
        }
    });
    html! {
        <div class={classes!("paper", format!("size-{}", props.size))} onmouseover={pointed.over}
            onmouseleave={pointed.leave} onclick={pointed.click} onkeydown={move_focus()} lang="zh-CN">
            { for blocks }
            if let Some((figure, pinned)) = pointed.card {
                <Card shown={props.shown.clone()} {figure} {pinned} language={props.language}
                    act={props.act.clone()} />
            }
        </div>
    }
}

/// Arrow keys lead from figure to figure of a table.
fn move_focus() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let next = target.and_then(|target| neighbour(&target, &event.key()));
        if let Some(next) = next {
            event.prevent_default();
            let _ = next.focus();
        }
    })
}

/// The figure beside this one, or the one above or below it in the same place of its row.
fn neighbour(figure: &Element, key: &str) -> Option<HtmlElement> {
    let cell = figure.closest("td").ok()??;
    let figure_in = |cell: Element| {
        let figure = cell.query_selector("[data-figure]").ok()??;
        figure.dyn_into::<HtmlElement>().ok()
    };
    let sideways = |step: fn(&Element) -> Option<Element>| {
        std::iter::successors(step(&cell), step).find_map(figure_in)
    };
    let rows = |step: fn(&Element) -> Option<Element>| {
        let row = cell.parent_element()?;
        // Counted from the right: amounts stand there, and a merged label does not shift them.
        let from_right =
            std::iter::successors(cell.next_element_sibling(), Element::next_element_sibling)
                .count();
        std::iter::successors(step(&row), step).find_map(|row| {
            let cells = row.children();
            let at = (cells.length() as usize).checked_sub(from_right + 1)?;
            figure_in(cells.item(u32::try_from(at).ok()?)?)
        })
    };
    match key {
        "ArrowLeft" => sideways(Element::previous_element_sibling),
        "ArrowRight" => sideways(Element::next_element_sibling),
        "ArrowUp" => rows(Element::previous_element_sibling),
        "ArrowDown" => rows(Element::next_element_sibling),
        _ => None,
    }
}
