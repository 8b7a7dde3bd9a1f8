//! 结构: where the money comes from and what it goes to.

use crate::{
    charts::{classes::ClassesChart, flow::FlowChart},
    shown::Shown,
    words::{Language, structure},
};
use yew::prelude::*;

/// What the page is drawn from.
#[derive(Properties, PartialEq)]
pub struct StructureProps {
    /// The result.
    pub shown: Shown,
    /// The language of the page.
    pub language: Language,
}

/// The page.
#[component]
pub fn StructurePage(props: &StructureProps) -> Html {
    let shares = use_state(|| false);
    let language = props.language;
    let Some(told) = &props.shown.structure else {
        return html! { <p class="nothing">{ language.of(structure::NONE) }</p> };
    };
    let choice = |words, value: bool| {
        let shares = shares.clone();
        let pressed = (*shares == value).to_string();
        html! {
            <button type="button" class="chip" aria-pressed={pressed}
                onclick={move |_: MouseEvent| shares.set(value)}>{ language.of(words) }</button>
        }
    };
    html! {
        <div class="structure-page">
            <div class="toolbar" role="group">
                { choice(structure::SHOW_AMOUNT, false) }
                { choice(structure::SHOW_SHARE, true) }
            </div>
            if !told.flow.links.is_empty() {
                <FlowChart flow={told.flow.clone()} shares={*shares} {language} />
            }
            if !told.function.is_empty() {
                <ClassesChart branches={told.function.clone()} shares={*shares} {language}
                    title={language.of(structure::FUNCTION)}
                    subtitle={language.of(structure::FUNCTION_LONG)} />
            }
            if !told.economic.is_empty() {
                <ClassesChart branches={told.economic.clone()} shares={*shares} {language}
                    title={language.of(structure::ECONOMIC)}
                    subtitle={language.of(structure::ECONOMIC_LONG)} />
            }
            if !told.reconciliation.is_empty() {
                <section class="structure-part wide">
                    <h2>{ language.of(structure::RECONCILED) }</h2>
                    <ul>{ for told.reconciliation.iter().map(|it| html! { <li>{ language.said(it) }</li> }) }</ul>
                </section>
            }
        </div>
    }
}
