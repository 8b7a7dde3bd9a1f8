//! Several documents that were given at once: a verdict each, and a way to look at one.

use crate::{
    bridge::Wanted,
    parts::title::Exports,
    session::Session,
    words::{Language, findings, result},
};
use gouji::{
    claim::Severity,
    note::Text,
    report::{Report, entry::Entry},
};
use std::rc::Rc;
use yew::prelude::*;

/// What the list is drawn from.
#[derive(Properties, PartialEq)]
pub struct DocumentsProps {
    /// The state of the page.
    pub session: Session,
    /// What came of each file.
    pub entries: Rc<[Entry]>,
    /// Look at one of them.
    pub choose: Callback<usize>,
    /// Stop, and forget what was given.
    pub leave: Callback<()>,
    /// Hand results over as a file.
    pub export: Callback<Wanted>,
}

/// The list.
#[component]
pub fn DocumentsPage(props: &DocumentsProps) -> Html {
    let language = props.session.language;
    let count = props.entries.len().to_string();
    html! {
        <div class="documents">
            <header class="document-title">
                <div>
                    <h1 id="title">{ language.fill(result::DOCUMENTS, &[&count]) }</h1>
                    <p class="faint">{ language.of(result::DOCUMENTS_APART) }</p>
                </div>
                <p class="buttons">
                    <button type="button" id="leave" onclick={props.leave.reform(|_: MouseEvent| ())}>
                        { language.of(result::OTHER_FILE) }
                    </button>
                    <Exports {language} export={props.export.clone()} can_copy={true} all={true} />
                </p>
            </header>
            <ol>{ for props.entries.iter().enumerate().map(|(number, it)| document(number, it, props)) }</ol>
        </div>
    }
}

fn document(number: usize, entry: &Entry, props: &DocumentsProps) -> Html {
    let language = props.session.language;
    let open = props.choose.reform(move |_: MouseEvent| number);
    let (class, sign, word) = stands(entry);
    let (title, verdict) = match entry {
        Entry::Report(report) => (
            report.document.title.clone().unwrap_or_default(),
            verdict(report, language),
        ),
        Entry::Unread(unread) => (String::new(), language.said(&unread.failure.message)),
    };
    html! {
        <li class={classes!("document", class)}>
            <button type="button" onclick={open}>
                <span class="sign" aria-hidden="true">{ sign }</span>
                <strong>
                    { entry.name() }
                    <span class="stamp">{ language.of(word) }</span>
                </strong>
                <span class="faint">{ title }</span>
                <span class="sentence">{ verdict }</span>
            </button>
        </li>
    }
}

/// How a document stands, as a class, a sign and a word.
fn stands(entry: &Entry) -> (&'static str, &'static str, Text) {
    let Entry::Report(report) = entry else {
        return ("unread", "⊘", result::STANDS_UNREAD);
    };
    if report.tables.is_empty() && report.figures.total == 0 {
        return ("unchecked", "○", result::STANDS_NO_TABLE);
    }
    if report.checks.performed == 0 {
        return ("unchecked", "○", result::MARK_UNCHECKED);
    }
    if entry.has_error() {
        return ("disagree", "✗", findings::ERROR);
    }
    match report
        .findings
        .iter()
        .any(|it| it.severity == Severity::Warning)
    {
        true => ("within-rounding", "△", findings::WARNING),
        false if report.is_partial() => ("unchecked", "○", result::STANDS_PARTLY),
        false => ("agree", "✓", result::MARK_AGREE),
    }
}

fn verdict(report: &Report, language: Language) -> String {
    let summary = language.said(&report.summary());
    if report.figures.total == 0 {
        return summary;
    }
    let counted = language.said(&report.counted());
    let stop = match language {
        Language::Chinese => "。",
        Language::English => ". ",
    };
    format!("{counted}{stop}{summary}")
}
