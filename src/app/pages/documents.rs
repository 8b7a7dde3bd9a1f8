//! Several documents that were given at once: a working list with a verdict each, and a way to look at one.

use crate::{
    bridge::Wanted,
    charts::amounts::in_wan,
    input::Input,
    listing,
    parts::{finding::copied, side_by_side::SideBySide, title::Exports},
    session::{Action, Session},
    words::{Language, findings, result},
};
use gouji::{
    report::{Report, entry::Entry, standing::Standing},
    structure::Totals,
};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What the list is drawn from.
#[derive(Properties, PartialEq)]
pub struct DocumentsProps {
    /// The state of the page.
    pub session: Session,
    /// What came of each file.
    pub entries: Rc<[Entry]>,
    /// Examine this.
    pub give: Callback<Input>,
    /// Look at one of them.
    pub choose: Callback<usize>,
    /// Stop, and forget what was given.
    pub leave: Callback<()>,
    /// Hand results over as a file.
    pub export: Callback<Wanted>,
    /// What the reader does.
    pub act: Callback<Action>,
}

/// In which order the documents stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Worst,
    Given,
    Name,
    Year,
}

impl Order {
    const ALL: [(&'static str, Self); 4] = [
        ("worst", Self::Worst),
        ("given", Self::Given),
        ("name", Self::Name),
        ("year", Self::Year),
    ];

    fn of(self, entries: &[Entry]) -> Vec<usize> {
        let mut order = listing::worst_first(entries);
        let year = |it: &usize| match &entries[*it] {
            Entry::Report(report) => report.document.year,
            Entry::Unread(_) => None,
        };
        match self {
            Self::Worst => {}
            Self::Given => order.sort_unstable(),
            Self::Name => order.sort_by_key(|it| listing::name(&entries[*it])),
            Self::Year => order.sort_by_key(year),
        }
        order
    }
}

/// The list.
#[component]
pub fn DocumentsPage(props: &DocumentsProps) -> Html {
    let language = props.session.language;
    let order = use_state(|| Order::Worst);
    let only = use_state(|| None::<Standing>);
    let ticked = use_state(Vec::<usize>::new);
    let shown = order.of(&props.entries).into_iter().filter(|it| {
        let standing = props.entries[*it].standing();
        only.is_none_or(|only| only.is_like(standing))
    });
    let documents: Vec<Html> = shown.map(|it| document(it, &ticked, props)).collect();
    html! {
        <div class="documents">
            <header class="document-title">
                <div>
                    <h1 id="title" tabindex="-1">{ heading(props) }</h1>
                    <p class="faint">{ language.of(result::DOCUMENTS_APART) }</p>
                </div>
                <p class="buttons">
                    <button type="button" id="leave" onclick={props.leave.reform(|_: MouseEvent| ())}>
                        { language.of(result::OTHER_FILE) }
                    </button>
                    <Exports {language} export={props.export.clone()} can_copy={true} all={true} />
                    <button type="button" id="copy-list" onclick={copy(props)}>
                        { language.of(findings::COPY_LIST) }
                    </button>
                </p>
            </header>
            <div class="list-tools">
                <div class="filters" role="group" aria-label={language.of(result::LEGEND)}>
                    { for Standing::ALL.into_iter().map(|it| filter(it, &only, props)) }
                </div>
                { orders(&order, language) }
                { together(&ticked, props) }
            </div>
            <SideBySide entries={props.entries.clone()} totals={props.session.totals.clone()}
                choose={props.choose.clone()} {language} />
            <ol>{ for documents }</ol>
        </div>
    }
}

/// `39 个文件，36 份公开（3 份由几个文件合成）`
fn heading(props: &DocumentsProps) -> String {
    let language = props.session.language;
    let count = props.entries.len().to_string();
    let (files, joined) = listing::files(&props.entries);
    match joined {
        0 => language.fill(result::DOCUMENTS, &[&count]),
        _ => language.fill(
            result::DOCUMENTS_JOINED,
            &[&files.to_string(), &count, &joined.to_string()],
        ),
    }
}

fn filter(
    standing: Standing,
    only: &UseStateHandle<Option<Standing>>,
    props: &DocumentsProps,
) -> Html {
    let alike = |it: &&Entry| it.standing().is_like(standing);
    let count = props.entries.iter().filter(alike).count();
    if count == 0 {
        return Html::default();
    }
    let on = **only == Some(standing);
    let onclick = {
        let only = only.clone();
        move |_: MouseEvent| only.set((!on).then_some(standing))
    };
    html! {
        <button type="button" class={classes!("chip", listing::class(standing))} {onclick} aria-pressed={on.to_string()}>
            <span class="sign" aria-hidden="true">{ standing.sign() }</span>
            { format!(" {} {count}", props.session.language.of(listing::word(standing))) }
        </button>
    }
}

fn orders(order: &UseStateHandle<Order>, language: Language) -> Html {
    let words = |order: Order| match order {
        Order::Worst => result::ORDER_WORST,
        Order::Given => result::ORDER_GIVEN,
        Order::Name => result::ORDER_NAME,
        Order::Year => result::ORDER_YEAR,
    };
    let onchange = {
        let order = order.clone();
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            let chosen = Order::ALL.into_iter().find(|it| it.0 == chosen);
            chosen.into_iter().for_each(|it| order.set(it.1));
        })
    };
    let option = |(value, it): (&'static str, Order)| {
        html! { <option {value} selected={**order == it}>{ language.of(words(it)) }</option> }
    };
    html! {
        <label class="order">
            { language.of(result::ORDER) }{ " " }
            <select {onchange}>{ for Order::ALL.into_iter().map(option) }</select>
        </label>
    }
}

fn copy(props: &DocumentsProps) -> Callback<MouseEvent> {
    let (entries, act) = (Rc::clone(&props.entries), props.act.clone());
    let (notes, language) = (Rc::clone(&props.session.notes), props.session.language);
    Callback::from(move |_: MouseEvent| {
        let text = listing::as_text(&entries, &notes, language);
        wasm_bindgen_futures::spawn_local(copied(text, act.clone()));
    })
}

/// The files that a document was read from.
fn files_of(entry: &Entry) -> Vec<&str> {
    match entry {
        Entry::Report(report) if !report.source.files.is_empty() => report
            .source
            .files
            .iter()
            .map(|it| it.name.as_str())
            .collect(),
        _ => vec![entry.name()],
    }
}

/// The files of some documents as one disclosure; `None` where they cannot be put together.
fn joined(numbers: &[usize], props: &DocumentsProps) -> Option<Input> {
    let entries = numbers.iter().filter_map(|it| props.entries.get(*it));
    let names: Vec<&str> = entries.flat_map(files_of).collect();
    props.session.input.as_ref()?.together(&names)
}

/// Has the documents that are ticked checked as one disclosure: a step of its own, which the way back undoes.
fn together(ticked: &UseStateHandle<Vec<usize>>, props: &DocumentsProps) -> Html {
    let language = props.session.language;
    let Some(input) = (ticked.len() > 1).then(|| joined(ticked, props)).flatten() else {
        return Html::default();
    };
    let onclick = props.give.reform(move |_: MouseEvent| input.clone());
    let count = ticked.len().to_string();
    html! {
        <button type="button" id="together" {onclick} title={language.of(result::TOGETHER_LONG)}>
            { language.fill(result::TOGETHER, &[&count]) }
        </button>
    }
}

/// Ticks a document, to be put together with others.
fn tick(number: usize, ticked: &UseStateHandle<Vec<usize>>, props: &DocumentsProps) -> Html {
    let is_read = props.entries.get(number).is_some_and(|it| !it.is_unread());
    if props.entries.len() < 2 || !is_read || joined(&[number], props).is_none() {
        return Html::default();
    }
    let language = props.session.language;
    let on = ticked.contains(&number);
    let onchange = {
        let ticked = ticked.clone();
        Callback::from(move |_: Event| {
            let mut next: Vec<usize> = ticked.iter().copied().filter(|it| *it != number).collect();
            if !on {
                next.push(number);
                next.sort_unstable();
            }
            ticked.set(next);
        })
    };
    let name = listing::name(&props.entries[number]);
    let label = language.fill(result::TICK, &[&name]);
    html! { <input type="checkbox" checked={on} {onchange} aria-label={label} title={language.of(result::TICK_LONG)} /> }
}

fn document(number: usize, ticked: &UseStateHandle<Vec<usize>>, props: &DocumentsProps) -> Html {
    let language = props.session.language;
    let entry = &props.entries[number];
    let open = props.choose.reform(move |_: MouseEvent| number);
    let standing = entry.standing();
    let (title, verdict) = match entry {
        Entry::Report(report) => (
            report.document.title.clone().unwrap_or_default(),
            verdict(report, language),
        ),
        Entry::Unread(unread) => (String::new(), language.said(&unread.failure.message)),
    };
    let totals = props
        .session
        .totals
        .get(number)
        .copied()
        .unwrap_or_default();
    html! {
        <li class={classes!("document", listing::class(standing))}>
            { tick(number, ticked, props) }
            <button type="button" onclick={open} data-number={number.to_string()}>
                <span class="sign" aria-hidden="true">{ standing.sign() }</span>
                <strong>
                    { listing::name(entry) }
                    <span class="stamp">{ language.of(listing::word(standing)) }</span>
                </strong>
                <span class="title faint">{ title }</span>
                <span class="sentence">{ verdict }</span>
                <span class="totals faint">{ said(totals, language) }</span>
                <span class="file faint">{ entry.name() }</span>
            </button>
        </li>
    }
}

fn verdict(report: &Report, language: Language) -> String {
    let parts = report.unchecked_parts().map(|it| language.said(&it));
    format!(
        "{}{}",
        language.said(&report.verdict()),
        parts.unwrap_or_default()
    )
}

/// `收入 319.87，支出 319.87 万元`
fn said(totals: Totals, language: Language) -> String {
    match (totals.income, totals.expenditure) {
        (Some(income), Some(expenditure)) => {
            language.fill(result::TOTALS, &[&in_wan(income), &in_wan(expenditure)])
        }
        _ => String::new(),
    }
}
