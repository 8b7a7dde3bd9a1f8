//! The card of a figure: by which checks it is marked as it is, or why none.

use crate::{
    address::Address,
    browser, marks,
    parts::figure::Emphasis,
    places,
    session::Action,
    shown::Shown,
    words::{Language, frame, result},
};
use gloo::timers::callback::Timeout;
use gouji::report::view::{CheckOutcome, CheckView, FigureView};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// How long the pointer rests on a figure before its card shows.
const REST: u32 = 180;
/// How many checks a card shows before it is pinned.
const SHORT: usize = 3;

/// What the pointer does over the figures of a document, and whose card shows.
pub struct Pointed {
    /// It comes over something.
    pub over: Callback<MouseEvent>,
    /// It leaves the document.
    pub leave: Callback<MouseEvent>,
    /// It clicks.
    pub click: Callback<MouseEvent>,
    /// The figure whose card shows, and whether it stays open.
    pub card: Option<(usize, bool)>,
}

/// The figure under the pointer shows its card, the one that is clicked keeps it.
#[hook]
pub fn use_hovered(emphasis: &Emphasis, act: &Callback<Action>) -> Pointed {
    let hovered = use_state(|| None::<usize>);
    let waiting = use_mut_ref(|| None::<Timeout>);
    let over = {
        let (hovered, waiting) = (hovered.setter(), waiting.clone());
        Callback::from(move |event: MouseEvent| {
            let (hovered, figure) = (hovered.clone(), figure_under(&event));
            let wait = if figure.is_some() { REST } else { 0 };
            *waiting.borrow_mut() = Some(Timeout::new(wait, move || hovered.set(figure)));
        })
    };
    let leave = {
        let hovered = hovered.setter();
        Callback::from(move |_: MouseEvent| {
            *waiting.borrow_mut() = None;
            hovered.set(None);
        })
    };
    let click = {
        let (act, hovered) = (act.clone(), hovered.setter());
        let pinned = emphasis.pinned;
        Callback::from(move |event: MouseEvent| {
            if let Some(figure) = figure_under(&event) {
                hovered.set(None);
                act.emit(Action::Pin((pinned != Some(figure)).then_some(figure)));
            }
        })
    };
    let kept = emphasis.pinned.map(|it| (it, true));
    Pointed {
        over,
        leave,
        click,
        card: kept.or_else(|| hovered.map(|it| (it, false))),
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

/// What a card is drawn from.
#[derive(Properties, PartialEq)]
pub struct CardProps {
    /// The result.
    pub shown: Shown,
    /// Whose card.
    pub figure: usize,
    /// Whether it stays open.
    pub pinned: bool,
    /// The language of the page.
    pub language: Language,
    /// What the reader does with it.
    pub act: Callback<Action>,
}

/// The card, placed under its figure; on a narrow page it comes up from the bottom.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((props.figure, props.pinned), move |(figure, _)| {
            place_under(&node, *figure)
        });
    }
    let Some(figure) = props.shown.figure(props.figure) else {
        return Html::default();
    };
    let language = props.language;
    let class = classes!("card", props.pinned.then_some("pinned"));
    let figure_id = format!("figure-{}", props.figure);
    let close = props.act.reform(move |_: MouseEvent| {
        browser::focus(&figure_id);
        Action::Pin(None)
    });
    let word = marks::word(figure.mark, language);
    html! {
        <aside {class} ref={node} id="card" role="region" aria-label={places::spoken(&figure.place)}>
            <header>
                <span class={classes!("stamp", marks::class(figure.mark))}>
                    { marks::sign(figure.mark) }{ " " }{ word }
                </span>
                <strong>{ &figure.text }</strong>
                <span class="place">{ places::spoken(&figure.place) }</span>
                if props.pinned {
                    <button type="button" class="close" onclick={close}
                        aria-label={language.of(frame::CLOSE)}>{ "×" }</button>
                }
            </header>
            if let Some(suggestion) = props.shown.suggestion(props.figure) {
                <p class="correction">{ language.fill(result::SHOULD_BE, &[suggestion]) }</p>
            }
            { findings_of(figure, props) }
            { checks_of(figure, props) }
        </aside>
    }
}

fn findings_of(figure: &FigureView, props: &CardProps) -> Html {
    let link = |finding: &usize| {
        let go = props.act.reform({
            let finding = *finding;
            move |_: MouseEvent| Action::Go(Address::Findings(Some(finding)))
        });
        let label = props
            .language
            .fill(result::CARD_FINDINGS, &[&(finding + 1).to_string()]);
        html! { <button type="button" class="link" onclick={go}>{ label }</button> }
    };
    if figure.findings.is_empty() || !props.pinned {
        return Html::default();
    }
    html! { <p class="links">{ for figure.findings.iter().map(link) }</p> }
}

fn checks_of(figure: &FigureView, props: &CardProps) -> Html {
    let language = props.language;
    if figure.checks.is_empty() {
        let why = figure.why_unchecked.as_ref().map(|why| language.said(why));
        return html! { <p>{ why.unwrap_or_else(|| language.of(result::CARD_NO_CHECKS).into()) }</p> };
    }
    let count = figure.checks.len().to_string();
    let most = if props.pinned { usize::MAX } else { SHORT };
    // What is broken is what one wants to see first.
    let mut checks: Vec<&CheckView> = figure
        .checks
        .iter()
        .filter_map(|check| props.shown.check(*check))
        .collect();
    checks.sort_by_key(|check| check.outcome != CheckOutcome::Broken);
    html! {
        <>
            <p class="faint">{ language.fill(result::CARD_CHECKS, &[&count]) }</p>
            <ul>{ for checks.into_iter().take(most).map(|check| check_line(check, props)) }</ul>
            if !props.pinned {
                <p class="faint">{ language.of(result::CARD_PIN) }</p>
            }
        </>
    }
}

fn check_line(check: &CheckView, props: &CardProps) -> Html {
    let (sign, class, word) = match check.outcome {
        CheckOutcome::Exact => ("✓", "agree", result::CHECK_EXACT),
        CheckOutcome::WithinRounding => ("≈", "within-rounding", result::CHECK_WITHIN_ROUNDING),
        CheckOutcome::Broken => ("✗", "disagree", result::CHECK_BROKEN),
    };
    let figures: Rc<[usize]> = check.figures.clone().into();
    let light = props
        .act
        .reform(move |_: MouseEvent| Action::Light(Rc::clone(&figures)));
    let dark = props
        .act
        .reform(|_: MouseEvent| Action::Light(Rc::from([])));
    let title = check.rule.clone();
    let go = props.act.reform({
        let rule = check.rule.clone();
        move |_: MouseEvent| Action::Go(Address::Rules(Some(rule.clone())))
    });
    html! {
        <li onmouseenter={light} onmouseleave={dark}>
            <span class={classes!("sign", class)} aria-hidden="true">{ sign }</span>
            <span class="unseen">{ props.language.of(word) }</span>
            <span class="formula">{ &check.filled }</span>
            <span class="faint">{ &check.formula }</span>
            if props.pinned {
                <button type="button" class="link rule" onclick={go}>{ title }</button>
            }
        </li>
    }
}

/// Puts the card under its figure, inside the document. Set here and not in the page's markup,
/// where the policy forbids styles.
#[expect(
    clippy::float_arithmetic,
    reason = "where things are on the screen, no amounts"
)]
fn place_under(card: &NodeRef, figure: usize) {
    let found = || {
        let card = card.cast::<web_sys::HtmlElement>()?;
        let frame = card.offset_parent()?.get_bounding_client_rect();
        let figure = browser::document()?.get_element_by_id(&format!("figure-{figure}"))?;
        Some((card, frame, figure.get_bounding_client_rect()))
    };
    let Some((card, frame, at)) = found() else {
        return;
    };
    // On a narrow page the card covers the lower part of the screen: its figure moves above it.
    let over = at.bottom() + 24.0 - card.get_bounding_client_rect().top();
    if browser::is_narrow() {
        if over > 0.0 {
            browser::scroll_on(&card, over);
        }
        return;
    }
    let widest = (frame.width() - f64::from(card.offset_width())).max(0.0);
    let left = (at.left() - frame.left()).clamp(0.0, widest);
    let top = at.bottom() - frame.top() + 6.0;
    let style = card.style();
    let _ = style.set_property("left", &format!("{left:.0}px"));
    let _ = style.set_property("top", &format!("{top:.0}px"));
}
