//! 结构: where the money comes from and what it goes to.

use crate::{
    charts::{classes::ClassesChart, flow::FlowChart},
    session::{Action, Charts},
    shown::Shown,
    words::{Language, structure},
};
use yew::prelude::*;

/// What the page is drawn from.
#[derive(Properties, PartialEq)]
pub struct StructureProps {
    /// The result.
    pub shown: Shown,
    /// What of it the reader looks at.
    pub charts: Charts,
    /// What the reader does.
    pub act: Callback<Action>,
    /// The language of the page.
    pub language: Language,
}

/// The page.
#[component]
pub fn StructurePage(props: &StructureProps) -> Html {
    let (language, charts) = (props.language, &props.charts);
    let shares = charts.shares;
    let Some(told) = &props.shown.structure else {
        return html! { <p class="nothing">{ language.of(structure::NONE) }</p> };
    };
    let function = change(props, |charts, path| charts.function = path);
    let economic = change(props, |charts, path| charts.economic = path);
    html! {
        <div class="structure-page">
            <div class="toolbar" role="group" aria-label={language.of(structure::LABELS)}>
                { choice(structure::SHOW_AMOUNT, false, props) }
                { choice(structure::SHOW_SHARE, true, props) }
            </div>
            if !told.flow.links.is_empty() {
                <FlowChart flow={told.flow.clone()} {shares} {language} />
            }
            if !told.function.is_empty() {
                <ClassesChart branches={told.function.clone()} {shares} {language}
                    path={charts.function.clone()} go={function}
                    title={language.of(structure::FUNCTION)}
                    subtitle={language.of(structure::FUNCTION_LONG)} />
            }
            if !told.economic.is_empty() {
                <ClassesChart branches={told.economic.clone()} {shares} {language}
                    path={charts.economic.clone()} go={economic}
                    title={language.of(structure::ECONOMIC)}
                    subtitle={language.of(structure::ECONOMIC_LONG)}
                    scope={told.economic_scope.as_ref().map(|it| language.said(it))} />
            }
            if !told.reconciliation.is_empty() {
                <section class="structure-part wide">
                    <h3>{ language.of(structure::RECONCILED) }</h3>
                    <ul>{ for told.reconciliation.iter().map(|it| html! { <li>{ language.said(it) }</li> }) }</ul>
                </section>
            }
        </div>
    }
}

/// Goes to another level of one of the charts.
fn change(props: &StructureProps, set: fn(&mut Charts, Vec<usize>)) -> Callback<Vec<usize>> {
    let charts = props.charts.clone();
    props.act.reform(move |path: Vec<usize>| {
        let mut charts = charts.clone();
        set(&mut charts, path);
        Action::Chart(charts)
    })
}

fn choice(words: gouji::note::Text, shares: bool, props: &StructureProps) -> Html {
    let pressed = (props.charts.shares == shares).to_string();
    let charts = Charts {
        shares,
        ..props.charts.clone()
    };
    let onclick = props
        .act
        .reform(move |_: MouseEvent| Action::Chart(charts.clone()));
    html! {
        <button type="button" class="chip" aria-pressed={pressed} {onclick}>
            { props.language.of(words) }
        </button>
    }
}
