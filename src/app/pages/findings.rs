//! 不符: the findings beside the document they are about.

use crate::{
    address::Address,
    browser,
    input::Input,
    parts::{
        figure::Emphasis,
        finding::{FindingCard, copied},
        pane::Pane,
        remains::Remains,
        stepper::{Stepper, around},
    },
    session::{Action, Session},
    shown::Shown,
    since::{Since, since},
    taken::{self, Taken},
    words::{Language, findings, frame, message, result},
};
use gouji::note::Message;
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
    let (emphasis, reveal) = looked_at(session, &props.shown, chosen);
    let finding = chosen.and_then(|it| props.shown.report.findings.get(it));
    let spot = session.spot.unwrap_or_default();
    let finding = finding.and_then(|it| match spot.of.checked_sub(1) {
        None => Some(it),
        Some(at) => it.alike.get(at),
    });
    let at = finding.and_then(|it| it.at.clone());
    let since = since(session, &props.shown);
    html! {
        <div class="findings-page">
            <section class="findings" aria-label={language.of(findings::HEADING)}>
                { taken(props) }
                if let Some(since) = &since {
                    { changes(since, language) }
                }
                { list(props, chosen, since.as_ref()) }
                <Remains shown={props.shown.clone()} rules={Rc::clone(&session.rules)} {language} act={props.act.clone()} />
                { kept(props) }
            </section>
            <section class={classes!("beside", session.sheet.then_some("open"))}
                aria-label={language.of(findings::PLACE)} tabindex="0">
                <Pane session={session.clone()} shown={props.shown.clone()} {emphasis} {at} {reveal}
                    uncovered={session.sheet} act={props.act.clone()}
                    bar={Some(sheet_bar(props, chosen))} />
            </section>
            { floating(props, chosen) }
        </div>
    }
}

/// What a sheet over the findings is handled by: to the next finding, and closed.
fn sheet_bar(props: &FindingsProps, chosen: Option<usize>) -> Html {
    let language = props.session.language;
    let close = props.act.reform(move |_: MouseEvent| {
        if let Some(chosen) = chosen {
            browser::focus_soon(format!("finding-{chosen}-head"));
        }
        Action::Sheet(false)
    });
    html! {
        <span class="sheet-bar">
            { stepper(props, chosen, true) }
            <button type="button" class="close sheet-close" onclick={close}
                aria-label={language.of(frame::CLOSE)}>{ "×" }</button>
        </span>
    }
}

/// Over the findings on a narrow page, while no sheet covers them.
fn floating(props: &FindingsProps, chosen: Option<usize>) -> Html {
    match props.session.sheet {
        true => Html::default(),
        false => html! { <div class="floating">{ stepper(props, chosen, false) }</div> },
    }
}

/// To the next finding, which stays covered by its place where that is what the reader looks at.
fn stepper(props: &FindingsProps, chosen: Option<usize>, covered: bool) -> Html {
    let language = props.session.language;
    let count = props.shown.report.findings.len();
    let act = props.act.clone();
    let step = Callback::from(move |by: isize| {
        let Some(next) = around(chosen, by, count) else {
            return;
        };
        browser::reveal_soon(&format!("finding-{next}"));
        act.emit(match covered {
            true => Action::Look(next),
            false => Action::Go(Address::Findings(Some(next))),
        });
    });
    html! {
        <Stepper label={language.of(result::STEP_FINDINGS)} at={chosen} {count} {step} {language} />
    }
}

/// What changed since the last check of the same document.
fn changes(since: &Since, language: Language) -> Html {
    let counts = [
        since.before,
        since.now,
        since.mended.len(),
        since.fresh.len(),
    ];
    let counts = counts.map(|it| it.to_string());
    let counts = counts.each_ref().map(String::as_str);
    let mended = since.mended.len().to_string();
    let line = |it: &Message| html! { <li><del>{ language.said(it) }</del></li> };
    html! {
        <section class="since">
            <p><strong>{ language.fill(findings::SINCE, &counts) }</strong></p>
            if !since.mended.is_empty() {
                <details open=true>
                    <summary>{ language.fill(findings::MENDED, &[&mended]) }</summary>
                    <ul>{ for since.mended.iter().map(line) }</ul>
                </details>
            }
        </section>
    }
}

/// What the reader took of the suggestions: to hand over, or to undo.
fn taken(props: &FindingsProps) -> Html {
    let (session, language) = (&props.session, props.session.language);
    let taken = &session.taken;
    if taken.is_empty() {
        return Html::default();
    }
    let keep = |count: usize| {
        let kept: Rc<[Taken]> = taken[..count].into();
        props
            .act
            .reform(move |_: MouseEvent| Action::Take(Rc::clone(&kept)))
    };
    let copy = {
        let text = taken::as_text(&props.shown, taken, language);
        let act = props.act.clone();
        Callback::from(move |_: MouseEvent| {
            wasm_bindgen_futures::spawn_local(copied(text.clone(), act.clone()));
        })
    };
    let lines = taken.iter().flat_map(|it| it.lines.iter());
    let lines = lines.map(|it| html! { <li>{ language.said(it) }</li> });
    html! {
        <section class="since taken" role="status">
            <p><strong>{ language.fill(findings::TAKEN, &[&taken.len().to_string()]) }</strong></p>
            <ul>{ for lines }</ul>
            <p class="buttons">
                <button type="button" id="undo" onclick={keep(taken.len() - 1)}>{ language.of(findings::UNDO) }</button>
                if taken.len() > 1 {
                    <button type="button" onclick={keep(0)}>{ language.of(findings::UNDO_ALL) }</button>
                }
                <button type="button" onclick={copy}>{ language.of(findings::COPY_LIST) }</button>
            </p>
        </section>
    }
}

/// What the browser keeps of the document, and a way to delete it now.
fn kept(props: &FindingsProps) -> Html {
    let language = props.session.language;
    let act = props.act.clone();
    let delete = Callback::from(move |_: MouseEvent| {
        let act = act.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let words = if Input::forget().await {
                findings::DELETED
            } else {
                findings::NOT_DELETED
            };
            act.emit(Action::Tell(Some(message(words))));
        });
    });
    html! {
        <p class="kept faint">
            { language.of(findings::KEPT) }{ " " }
            <button type="button" class="link" id="delete-kept" onclick={delete}>
                { language.of(findings::DELETE_NOW) }
            </button>
        </p>
    }
}

fn list(props: &FindingsProps, chosen: Option<usize>, since: Option<&Since>) -> Html {
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
        let fresh = since.is_some_and(|it| it.fresh.contains(&index));
        html! {
            <FindingCard key={index} {fresh} session={props.session.clone()} shown={props.shown.clone()} {index}
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
        ..Emphasis::default()
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
