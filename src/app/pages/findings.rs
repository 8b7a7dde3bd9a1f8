//! 不符: the findings beside the document they are about.

use crate::{
    address::Address,
    browser,
    parts::{figure::Emphasis, finding::FindingCard, pane::Pane, remains::Remains},
    session::{Action, Session},
    shown::Shown,
    words::{findings, frame, result},
};
use std::rc::Rc;
use web_sys::ScrollLogicalPosition;
use yew::prelude::*;

/// What the page is drawn from.
#[derive(Properties, PartialEq)]
pub struct FindingsProps {
    /// The state of the page.
    pub session: Session,
    /// The result.
    pub shown: Shown,
    /// What the reader does.
    pub act: Callback<Action>,
}

/// The page.
#[component]
pub fn FindingsPage(props: &FindingsProps) -> Html {
    let session = &props.session;
    let language = session.language;
    let chosen = match session.address {
        Address::Findings(chosen) => chosen.filter(|it| *it < props.shown.report.findings.len()),
        _ => None,
    };
    let arrived = use_mut_ref(|| false);
    use_effect_with(chosen, move |chosen| {
        let first_sight = !std::mem::replace(&mut *arrived.borrow_mut(), true);
        // The first finding is open when one comes: the verdict above it is read before.
        if let Some(chosen) = chosen.filter(|chosen| *chosen > 0 || !first_sight) {
            browser::reveal(&format!("finding-{chosen}"), ScrollLogicalPosition::Nearest);
        }
    });
    let close = props.act.reform(|_: MouseEvent| Action::Sheet(false));
    let (emphasis, reveal) = looked_at(session, &props.shown, chosen);
    let finding = chosen.and_then(|it| props.shown.report.findings.get(it));
    let spot = session.spot.unwrap_or_default();
    let finding = finding.and_then(|it| match spot.of.checked_sub(1) {
        None => Some(it),
        Some(at) => it.alike.get(at),
    });
    let at = finding.and_then(|it| it.at.clone());
    html! {
        <div class="findings-page">
            <section class="findings" aria-label={language.of(findings::HEADING)}>
                { list(props, chosen) }
                <Remains shown={props.shown.clone()} rules={Rc::clone(&session.rules)} {language} act={props.act.clone()} />
            </section>
            <section class={classes!("beside", session.sheet.then_some("open"))}>
                <button type="button" class="close sheet-close" onclick={close}
                    aria-label={language.of(frame::CLOSE)}>{ "×" }</button>
                <Pane session={session.clone()} shown={props.shown.clone()} {emphasis} {at} {reveal}
                    uncovered={session.sheet} act={props.act.clone()} />
            </section>
        </div>
    }
}

fn list(props: &FindingsProps, chosen: Option<usize>) -> Html {
    let language = props.session.language;
    let count = props.shown.report.findings.len();
    if count == 0 {
        let report = &props.shown.report;
        let checked = report.checks.performed > 0;
        let whole = checked && !report.is_partial();
        return html! {
            <div class={classes!("sound", (!whole).then_some("unchecked"))}>
                <p><strong>{ language.said(&props.shown.report.summary()) }</strong></p>
                <p>{ language.of(if checked { findings::NONE_MORE } else { result::NOTHING_FOUND }) }</p>
            </div>
        };
    }
    let cards = (0..count).map(|index| {
        html! {
            <FindingCard key={index} session={props.session.clone()} shown={props.shown.clone()} {index}
                open={chosen == Some(index)} act={props.act.clone()} />
        }
    });
    html! { { for cards } }
}

/// What the chosen finding emphasises in the document, and what to bring into view.
fn looked_at(
    session: &Session,
    shown: &Shown,
    chosen: Option<usize>,
) -> (Emphasis, Option<AttrValue>) {
    let pointers = chosen.and_then(|it| shown.pointers.get(it));
    let lit = match pointers {
        Some(pointers) if session.lit.is_empty() => Rc::from(pointers.figures.as_slice()),
        _ => Rc::clone(&session.lit),
    };
    let emphasis = Emphasis {
        lit,
        suspects: chosen.map_or_else(|| Rc::from([]), |it| shown.suspects_of(it).into()),
        pinned: session.pinned,
        filter: None,
        query: AttrValue::default(),
    };
    let spot = session.spot.unwrap_or_default();
    let pointers = chosen.and_then(|it| shown.pointers_of(it, spot.of));
    let figure = chosen
        .filter(|_| session.spot.is_none())
        .and_then(|it| shown.place_of(it))
        .or(spot.figure)
        .map(|it| format!("figure-{it}"));
    let block = || {
        pointers
            .and_then(|it| it.block)
            .map(|it| format!("block-{it}"))
    };
    (emphasis, figure.or_else(block).map(AttrValue::from))
}
