//! 原文: the document redrawn, with its outline, a search and the marks as filters.

use crate::{
    browser, marks,
    parts::{figure::Emphasis, outline::Outline, pane::Pane},
    search::plain,
    session::{Action, Session},
    shown::Shown,
    words::result,
};
use gouji::report::view::{BlockView, Mark};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, ScrollLogicalPosition};
use yew::prelude::*;

/// Marks one can step through.
const FILTERS: [Mark; 5] = [
    Mark::Disagree,
    Mark::Involved,
    Mark::WithinRounding,
    Mark::Unchecked,
    Mark::Agree,
];
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
    let step = use_mut_ref(|| 0_usize);
    use_effect_with(session.seeking, |seeking| {
        if *seeking {
            browser::focus("search");
        }
    });
    let oninput = {
        let step = step.clone();
        props.act.reform(move |event: InputEvent| {
            *step.borrow_mut() = 0;
            let field: HtmlInputElement = event.target_unchecked_into();
            Action::Search(field.value().trim().to_owned().into())
        })
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            show_match(&mut step.borrow_mut());
        }
    });
    let larger = props.resize.reform(|_: MouseEvent| true);
    let smaller = props.resize.reform(|_: MouseEvent| false);
    let matches = (!session.query.is_empty()).then(|| matches_in(&props.shown, &session.query));
    html! {
        <div class="toolbar">
            <div class="filters" role="group" aria-label={language.of(result::LEGEND)}>
                { for FILTERS.iter().map(|mark| filter(*mark, props)) }
            </div>
            <label class="search">
                <span class="unseen">{ language.of(result::SEARCH) }</span>
                <input id="search" type="search" placeholder={language.of(result::SEARCH)}
                    value={session.query.clone()} {oninput} {onkeydown} />
                if let Some(matches) = matches {
                    <span class="faint" role="status">
                        { language.fill(result::MATCHES, &[&matches.to_string()]) }
                    </span>
                }
            </label>
            <div class="sizes">
                <button type="button" onclick={smaller} title={language.of(result::SMALLER)}>{ "A−" }</button>
                <button type="button" onclick={larger} title={language.of(result::LARGER)}>{ "A+" }</button>
            </div>
        </div>
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

/// Brings the next match into view.
fn show_match(step: &mut usize) {
    let Some(found) =
        browser::document().and_then(|it| it.query_selector_all(".paper .found").ok())
    else {
        return;
    };
    let count = found.length();
    if count == 0 {
        return;
    }
    let at = u32::try_from(*step).unwrap_or(0) % count;
    *step += 1;
    for index in 0..count {
        if let Some(element) = found
            .get(index)
            .and_then(|it| it.dyn_into::<Element>().ok())
        {
            let _ = element.class_list().toggle_with_force("here", index == at);
            if index == at {
                browser::reveal_element(&element, ScrollLogicalPosition::Center);
            }
        }
    }
}
