//! 原文: the document redrawn, with its outline, a search and the marks as filters.

use crate::{
    browser, keys, marks,
    parts::{
        figure::Emphasis,
        guards::Guards,
        outline::Outline,
        pane::Pane,
        stepper::{Stepper, around},
    },
    search::plain,
    session::{Action, Session},
    shown::Shown,
    words::{guards, result},
};
use gloo::timers::callback::Timeout;
use gouji::report::view::{BlockView, Mark};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, NodeList, ScrollLogicalPosition};
use yew::prelude::*;

/// Marks one can step through.
const FILTERS: [Mark; 5] = [
    Mark::Disagree,
    Mark::Involved,
    Mark::WithinRounding,
    Mark::Unchecked,
    Mark::Agree,
];
/// What is searched for is marked a moment after it is typed, in the pages of a PDF later: so often, and
/// after so many milliseconds, it is looked for.
const ATTEMPTS: usize = 12;
const MOMENT: u32 = 150;
/// How many sizes the document can have.
const SIZES: u8 = 5;

/// What the page is drawn from.
#[derive(Properties, PartialEq)]
pub struct DocumentProps {
    /// The state of the page.
    pub session: Session,
    /// The result.
    pub shown: Shown,
    /// What the reader does.
    pub act: Callback<Action>,
}

/// The page.
#[component]
pub fn DocumentPage(props: &DocumentProps) -> Html {
    let session = &props.session;
    let size = use_state(|| 2_u8);
    let resize = {
        let size = size.clone();
        Callback::from(move |larger: bool| {
            size.set(if larger {
                (*size + 1).min(SIZES - 1)
            } else {
                size.saturating_sub(1)
            });
        })
    };
    let emphasis = Emphasis {
        lit: Rc::clone(&session.lit),
        suspects: Rc::from([]),
        pinned: session.pinned,
        filter: session.filter,
        query: plain(&session.query).into(),
        guarded: session.guarded,
        tried: match session.guarded {
            true => session.trial.reaches(),
            false => Rc::from([]),
        },
    };
    // Only where one arrives: a figure that is clicked is in view already.
    let arrived = use_memo((), |()| {
        session
            .pinned
            .map(|figure| AttrValue::from(format!("figure-{figure}")))
    });
    use_effect_with(session.aim, |aim| {
        if let Some(figure) = aim {
            browser::reveal(&format!("figure-{figure}"), ScrollLogicalPosition::Center);
        }
    });
    html! {
        <div class="document-page">
            <Outline shown={props.shown.clone()} language={session.language} />
            <div class="document-column">
                <Toolbar session={session.clone()} shown={props.shown.clone()}
                    act={props.act.clone()} {resize} />
                if session.guarded {
                    <Guards session={session.clone()} shown={props.shown.clone()} act={props.act.clone()} />
                }
                <Pane session={session.clone()} shown={props.shown.clone()} {emphasis}
                    reveal={(*arrived).clone()} size={*size} act={props.act.clone()} />
            </div>
        </div>
    }
}

/// What the toolbar is drawn from.
#[derive(Properties, PartialEq)]
struct ToolbarProps {
    session: Session,
    shown: Shown,
    act: Callback<Action>,
    resize: Callback<bool>,
}

#[component]
fn Toolbar(props: &ToolbarProps) -> Html {
    let session = &props.session;
    let language = session.language;
    let hit = use_state(|| None::<usize>);
    let sought = (props.shown.clone(), session.query.clone());
    let count = *use_memo(sought, |(shown, query)| matches_in(shown, query));
    {
        let hit = hit.setter();
        use_effect_with((session.query.clone(), count), move |(_, count)| {
            let first = (*count > 0).then_some(0);
            hit.set(first);
            let showing = first.map(|_| show_soon(0, ATTEMPTS));
            move || drop(showing)
        });
    }
    use_effect_with(session.seeking, |seeking| {
        if *seeking {
            browser::focus("search");
        }
    });
    let oninput = props.act.reform(|event: InputEvent| {
        let field: HtmlInputElement = event.target_unchecked_into();
        Action::Search(field.value().trim().to_owned().into())
    });
    let step = {
        let hit = hit.clone();
        Callback::from(move |by: isize| {
            // The pages of a PDF mark a match on every line that it runs over.
            let next = around(*hit, by, marked_matches().max(1));
            next.into_iter().for_each(show_match);
            hit.set(next);
        })
    };
    let onkeydown = {
        let step = step.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                event.prevent_default();
                step.emit(if event.shift_key() { -1 } else { 1 });
            }
        })
    };
    let larger = props.resize.reform(|_: MouseEvent| true);
    let smaller = props.resize.reform(|_: MouseEvent| false);
    let is_searching = !session.query.is_empty();
    // On the pages of a PDF every line that a match runs over is a step of its own.
    let steps = match session.original {
        true => marked_matches().max(count),
        false => count,
    };
    html! {
        <div class="toolbar">
            <div class="filters" role="group" aria-label={language.of(result::LEGEND)}>
                { for FILTERS.iter().map(|mark| filter(*mark, props)) }
            </div>
            <label class="search">
                <span class="unseen">{ language.of(result::SEARCH) }</span>
                <input id="search" type="search" placeholder={language.of(result::SEARCH)}
                    value={session.query.clone()} {oninput} {onkeydown} />
                if is_searching {
                    <span class="faint" role="status">
                        { language.fill(result::MATCHES, &[&count.to_string()]) }
                    </span>
                }
            </label>
            if is_searching {
                <Stepper label={language.of(result::STEP_MATCHES)} at={*hit} count={steps} {step} {language} />
            } else {
                { mark_stepper(props) }
            }
            <div class="sizes">
                { guard_switch(props) }
                <button type="button" onclick={smaller} title={language.of(result::SMALLER)}>{ "A−" }</button>
                <button type="button" onclick={larger} title={language.of(result::LARGER)}>{ "A+" }</button>
            </div>
        </div>
    }
}

/// Shows how well figures are held.
fn guard_switch(props: &ToolbarProps) -> Html {
    let (language, on) = (props.session.language, props.session.guarded);
    let onclick = props.act.reform(move |_: MouseEvent| Action::Guard(!on));
    html! {
        <button type="button" class="chip" id="guards" {onclick} aria-pressed={on.to_string()}
            title={language.of(guards::TITLE)}>{ language.of(guards::GUARDS) }</button>
    }
}

/// From figure to figure of the mark that counts now.
fn mark_stepper(props: &ToolbarProps) -> Html {
    let session = &props.session;
    let language = session.language;
    let Some(mark) = session.filter else {
        return Html::default();
    };
    let figures: Vec<usize> = props.shown.marked(mark).collect();
    let at = session.pinned.or(session.aim);
    let at = at.and_then(|it| figures.iter().position(|figure| *figure == it));
    let step = {
        let (act, session) = (props.act.clone(), session.clone());
        Callback::from(move |by: isize| {
            keys::step(&session, by)
                .into_iter()
                .for_each(|it| act.emit(it));
        })
    };
    html! {
        <Stepper label={language.of(result::STEP_MARKS)} {at} count={figures.len()} {step} {language} />
    }
}

fn filter(mark: Mark, props: &ToolbarProps) -> Html {
    let count = props.shown.marked(mark).count();
    if count == 0 {
        return Html::default();
    }
    let on = props.session.filter == Some(mark);
    let onclick = props
        .act
        .reform(move |_: MouseEvent| Action::Filter((!on).then_some(mark)));
    let word = marks::word(mark, props.session.language);
    html! {
        <button type="button" class={classes!("chip", marks::class(mark))} {onclick}
            aria-pressed={on.to_string()}>
            <span class="sign" aria-hidden="true">{ marks::sign(mark) }</span>
            { format!(" {word} {count}") }
        </button>
    }
}

fn matches_in(shown: &Shown, query: &str) -> usize {
    let query = plain(query);
    if query.is_empty() {
        return 0;
    }
    let finds = |text: &str| plain(text).contains(&query);
    let in_block = |block: &BlockView| match block {
        BlockView::Paragraph { pieces, .. } => usize::from(finds(
            &pieces.iter().map(|it| it.text.as_str()).collect::<String>(),
        )),
        BlockView::Table { rows, .. } => rows
            .iter()
            .flatten()
            .filter(|cell| finds(&cell.text))
            .count(),
    };
    shown.blocks.iter().map(in_block).sum()
}

/// Brings a match into view as soon as it is marked.
fn show_soon(at: usize, attempts: usize) -> Rc<RefCell<Option<Timeout>>> {
    let waiting = Rc::new(RefCell::new(None));
    wait_for(at, attempts, &waiting);
    waiting
}

fn wait_for(at: usize, attempts: usize, waiting: &Rc<RefCell<Option<Timeout>>>) {
    let Some(left) = attempts.checked_sub(1) else {
        return;
    };
    let again = Rc::downgrade(waiting);
    let timeout = Timeout::new(MOMENT, move || {
        if marked_matches() > at {
            return show_match(at);
        }
        if let Some(waiting) = again.upgrade() {
            wait_for(at, left, &waiting);
        }
    });
    *waiting.borrow_mut() = Some(timeout);
}

fn found() -> Option<NodeList> {
    browser::document()?
        .query_selector_all(".paper .found")
        .ok()
}

/// How many matches are marked in the document as it is shown.
fn marked_matches() -> usize {
    found().map_or(0, |it| it.length() as usize)
}

/// Brings a match into view.
fn show_match(at: usize) {
    let Some(found) = found() else { return };
    for index in 0..found.length() {
        let element = found
            .get(index)
            .and_then(|it| it.dyn_into::<Element>().ok());
        let Some(element) = element else { continue };
        let here = index as usize == at;
        let _ = element.class_list().toggle_with_force("here", here);
        if here {
            browser::reveal_element(&element, ScrollLogicalPosition::Center);
        }
    }
}
