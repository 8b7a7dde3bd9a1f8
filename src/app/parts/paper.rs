//! The document redrawn: every block, and the card of the figure under the pointer.

use crate::{
    browser,
    parts::{block::Block, card::Card, figure::Emphasis},
    session::Action,
    shown::Shown,
    words::Language,
};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollLogicalPosition};
use yew::prelude::*;

/// How long the pointer rests on a figure before its card shows.
const REST: u32 = 180;

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
    let hovered = use_state(|| None::<usize>);
    let waiting = use_mut_ref(|| None::<Timeout>);
    use_effect_with((props.reveal.clone(), props.uncovered), |(id, _)| {
        if let Some(id) = id {
            browser::reveal(id, ScrollLogicalPosition::Center);
        }
    });
    let onmouseover = {
        let (hovered, waiting) = (hovered.setter(), waiting.clone());
        Callback::from(move |event: MouseEvent| {
            let (hovered, figure) = (hovered.clone(), figure_under(&event));
            let wait = if figure.is_some() { REST } else { 0 };
            *waiting.borrow_mut() = Some(Timeout::new(wait, move || hovered.set(figure)));
        })
    };
    let onmouseleave = {
        let hovered = hovered.setter();
        Callback::from(move |_: MouseEvent| {
            *waiting.borrow_mut() = None;
            hovered.set(None);
        })
    };
    let onclick = {
        let (act, hovered) = (props.act.clone(), hovered.setter());
        let pinned = props.emphasis.pinned;
        Callback::from(move |event: MouseEvent| {
            if let Some(figure) = figure_under(&event) {
                hovered.set(None);
                act.emit(Action::Pin((pinned != Some(figure)).then_some(figure)));
            }
        })
    };
    let card = props
        .emphasis
        .pinned
        .map(|it| (it, true))
        .or_else(|| hovered.map(|it| (it, false)));
    let blocks = (0..props.shown.blocks.len()).map(|index| {
        let emphasis = props.emphasis.only(props.shown.figures_of(index));
        html! {
            <Block key={index} shown={props.shown.clone()} {index} {emphasis} language={props.language} />
        }
    });
    html! {
        <div class={classes!("paper", format!("size-{}", props.size))} {onmouseover} {onmouseleave}
            {onclick} onkeydown={move_focus()} lang="zh-CN">
            { for blocks }
            if let Some((figure, pinned)) = card {
                <Card shown={props.shown.clone()} {figure} {pinned} language={props.language}
                    act={props.act.clone()} />
            }
        </div>
    }
}

fn figure_under(event: &MouseEvent) -> Option<usize> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target
        .closest("[data-figure]")
        .ok()??
        .get_attribute("data-figure")?
        .parse()
        .ok()
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
