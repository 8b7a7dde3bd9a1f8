//! What the document is, and what can be done with its report; below it the tabs.

use crate::{
    address::{Address, Tab},
    bridge::Wanted,
    browser, listing,
    parts::stepper::around,
    session::{Action, Session},
    shown::Shown,
    words::{Language, exports, result},
};
use gouji::note::Text;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// What results can be taken away as, with what the reader calls it; what most want comes first.
const FORMATS: [(&str, Text); 7] = [
    ("xlsx", exports::WORKBOOK),
    ("html", exports::PAGE),
    (COPY, exports::COPY),
    ("markdown", exports::TEXT),
    ("csv", exports::LIST),
    ("json", exports::JSON),
    ("receipt", exports::RECEIPT),
];
/// A copy of the file with remarks, which not every file can carry.
const COPY: &str = "copy";

/// What it is drawn from.
#[derive(Properties, PartialEq)]
pub struct TitleProps {
    /// The state of the page.
    pub session: Session,
    /// The result.
    pub shown: Shown,
    /// Stop, and forget what was given.
    pub leave: Callback<()>,
    /// Look at one document of several.
    pub choose: Callback<usize>,
    /// What the reader does.
    pub act: Callback<Action>,
    /// Hand results over as a file.
    pub export: Callback<Wanted>,
}

/// The title.
#[component]
pub fn Title(props: &TitleProps) -> Html {
    let language = props.session.language;
    let report = &props.shown.report;
    let title = report
        .document
        .title
        .clone()
        .filter(|title| !title.is_empty());
    let units = units_of(props);
    let facts = [
        report
            .document
            .unit_name
            .clone()
            .filter(|unit| title.as_ref().is_none_or(|it| !it.contains(unit))),
        Some(language.fill(result::TABLES, &[&report.tables.len().to_string()])),
        (!units.is_empty()).then_some(units),
        Some(report.source.name.clone()).filter(|name| !name.is_empty()),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let print = Callback::from(|_: MouseEvent| {
        if let Some(window) = web_sys::window() {
            let _ = window.print();
        }
    });
    let short = props.session.address.tab() != Tab::Findings;
    html! {
        <>
        <header class={classes!("document-title", short.then_some("short"))}>
            <div>
                <h1 id="title">{ title.unwrap_or_else(|| language.of(result::UNTITLED).into()) }</h1>
                <p class="faint">{ facts.join(" · ") }</p>
            </div>
            <p class="buttons">
                <button type="button" id="leave" onclick={props.leave.reform(|_: MouseEvent| ())}>
                    { language.of(result::OTHER_FILE) }
                </button>
                <Exports language={props.session.language} export={props.export.clone()}
                    can_copy={can_copy(&report.source.format)} all={false} />
                <button type="button" onclick={print}>{ language.of(result::PRINT) }</button>
            </p>
        </header>
        { files(props) }
        </>
    }
}

/// Several documents that were given at once, one of them in view: to the one before, the next, and all.
fn files(props: &TitleProps) -> Html {
    let session = &props.session;
    let Some((entries, chosen)) = session.listed.as_ref().zip(session.visit.chosen) else {
        return Html::default();
    };
    let language = session.language;
    let back = props.act.reform(|_: MouseEvent| Action::ListAll);
    let order = listing::worst_first(entries);
    let at = order.iter().position(|it| *it == chosen);
    let to = |by: isize, words, sign: [&'static str; 2]| {
        let next = around(at, by, order.len()).map(|it| order[it]);
        let name = next.map(|it| listing::name(&entries[it]));
        let choose = props.choose.clone();
        let onclick =
            Callback::from(move |_: MouseEvent| next.into_iter().for_each(|it| choose.emit(it)));
        html! {
            <button type="button" {onclick} title={name}>
                { sign[0] }{ language.of(words) }{ sign[1] }
            </button>
        }
    };
    let place = at.map_or_else(String::new, |it| format!("{}/{}", it + 1, order.len()));
    html! {
        <p class="files" role="group" aria-label={language.of(result::FILES)}>
            <button type="button" id="all-documents" onclick={back}>{ language.of(result::ALL_DOCUMENTS) }</button>
            { to(-1, result::BEFORE, ["‹ ", ""]) }
            <span class="at">{ place }</span>
            { to(1, result::BEHIND, ["", " ›"]) }
        </p>
    }
}

fn units_of(props: &TitleProps) -> String {
    let mut units: Vec<&str> = Vec::new();
    for unit in props
        .shown
        .report
        .tables
        .iter()
        .filter_map(|table| table.unit.as_deref())
    {
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    units.join("、")
}

/// What the menu is drawn from.
#[derive(Properties, PartialEq)]
pub struct ExportsProps {
    /// The language of the page.
    pub language: Language,
    /// Hand results over as a file.
    pub export: Callback<Wanted>,
    /// Whether a file can carry remarks.
    pub can_copy: bool,
    /// Whether the results of all documents are meant.
    pub all: bool,
}

/// Whether a file of a format, or one of several, can carry remarks.
fn can_copy(format: &str) -> bool {
    format.split('+').any(|it| matches!(it, "pdf" | "docx"))
}

/// The menu of what can be taken away.
#[component]
pub fn Exports(props: &ExportsProps) -> Html {
    let language = props.language;
    let entry = |(format, name): &(&'static str, Text)| {
        let wanted = Wanted {
            format,
            all: props.all,
        };
        let export = props.export.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            close_menu(&event);
            export.emit(wanted);
        });
        html! {
            <button type="button" id={format!("export-{format}")} {onclick}>
                { language.of(*name) }
            </button>
        }
    };
    let formats = FORMATS.iter().filter(|it| props.can_copy || it.0 != COPY);
    html! {
        <details class="menu" onfocusout={Callback::from(|event: FocusEvent| close_when_left(&event))}
            onkeydown={Callback::from(|event: KeyboardEvent| close_on_escape(&event))}>
            <summary class="button">{ language.of(result::EXPORT) }{ " ▾" }</summary>
            // Where a press does not give a button the focus, it must not take it from the menu either.
            <div class="entries" onmousedown={Callback::from(|event: MouseEvent| event.prevent_default())}>{ for formats.map(entry) }</div>
        </details>
    }
}

/// The menu that an event happened in.
fn menu_of(event: &Event) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("details").ok()?
}

/// Closes the menu; a focus that was in it goes to what opens it.
fn close_menu(event: &Event) {
    if let Some(menu) = menu_of(event) {
        let _ = menu.remove_attribute("open");
        let inside = browser::focused().is_some_and(|it| menu.contains(Some(&it)));
        let opener = menu.query_selector("summary").ok().flatten();
        if let (true, Some(opener)) = (inside, opener.and_then(|it| it.dyn_into().ok())) {
            let _ = web_sys::HtmlElement::focus(&opener);
        }
    }
}

/// A click elsewhere, or the tabulator behind the last entry, takes the focus away.
fn close_when_left(event: &FocusEvent) {
    let to = event
        .related_target()
        .and_then(|it| it.dyn_into::<Element>().ok());
    let stays = menu_of(event).is_some_and(|menu| menu.contains(to.as_ref().map(AsRef::as_ref)));
    if to.is_none() || !stays {
        close_menu(event);
    }
}

/// Escape closes the menu, and nothing else.
fn close_on_escape(event: &KeyboardEvent) {
    let open = menu_of(event).is_some_and(|it| it.has_attribute("open"));
    if open && event.key() == "Escape" {
        event.stop_propagation();
        close_menu(event);
    }
}

/// What the tabs are drawn from.
#[derive(Properties, PartialEq)]
pub struct TabsProps {
    /// The state of the page.
    pub session: Session,
    /// The result.
    pub shown: Shown,
    /// What the reader does.
    pub act: Callback<Action>,
}

/// The tabs: links, so that one can be opened in another window.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let language = props.session.language;
    let tab = |tab: Tab| {
        let words = language.of(match tab {
            Tab::Findings => result::TAB_FINDINGS,
            Tab::Document => result::TAB_DOCUMENT,
            Tab::Structure => result::TAB_STRUCTURE,
            Tab::Comparison => result::TAB_COMPARISON,
            Tab::Rules => result::TAB_RULES,
        });
        let address: Address = tab.address();
        let href = address.href();
        let here = props.session.address.tab() == tab;
        let act = props.act.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            act.emit(Action::Go(address.clone()));
        });
        let count = (tab == Tab::Findings).then(|| props.shown.report.findings.len().to_string());
        html! {
            <li>
                <a {href} {onclick} aria-current={here.then_some("page")}>
                    { words }
                    if let Some(count) = count { <span class="number">{ count }</span> }
                </a>
            </li>
        }
    };
    html! {
        <nav class="tabs" aria-label={language.of(result::TABS)}>
            <ul>{ for props.shown.tabs().map(tab) }</ul>
        </nav>
    }
}
