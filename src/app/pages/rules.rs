//! 规则: what must hold, why, and what it looks like when it does not.

use crate::{
    address::Address,
    browser,
    catalogue::RuleEntry,
    parts::example::Examples,
    session::{Action, Session},
    words::{Language, structure as words},
};
use gouji::{note::Message, report::view::CheckOutcome};
use web_sys::{HtmlInputElement, ScrollLogicalPosition};
use yew::prelude::*;

/// What the page is drawn from.
#[derive(Properties, PartialEq)]
pub struct RulesProps {
    /// The state of the page.
    pub session: Session,
    /// What the reader does.
    pub act: Callback<Action>,
}

/// The page.
#[component]
pub fn RulesPage(props: &RulesProps) -> Html {
    let language = props.session.language;
    let query = use_state(String::new);
    let chosen = match &props.session.address {
        Address::Rules(rule) => rule.clone(),
        _ => None,
    };
    use_effect_with(
        (chosen.clone(), props.session.rules.len()),
        |(chosen, _)| {
            if let Some(chosen) = chosen {
                browser::reveal(&element_id(chosen), ScrollLogicalPosition::Start);
            }
        },
    );
    let oninput = {
        let query = query.setter();
        Callback::from(move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            query.set(field.value().trim().to_lowercase());
        })
    };
    let found: Vec<&RuleEntry> = props
        .session
        .rules
        .iter()
        .filter(|rule| finds(rule, &query))
        .collect();
    // In the order in which the catalogue has them.
    let mut kinds: Vec<&Message> = Vec::new();
    for rule in props.session.rules.iter() {
        if !kinds.contains(&&rule.kind) {
            kinds.push(&rule.kind);
        }
    }
    html! {
        <div class="rules-page">
            <p>{ language.of(words::RULES_INTRODUCTION) }</p>
            if props.session.rules.is_empty() {
                <p class="faint" role="status">{ language.of(words::RULES_LOADING) }</p>
            } else {
                <label class="search">
                    <span class="unseen">{ language.of(words::SEARCH_RULES) }</span>
                    <input id="search" type="search" {oninput}
                        placeholder={language.of(words::SEARCH_RULES)} />
                </label>
            }
            { for kinds.iter().map(|kind| group(kind, &found, chosen.as_deref(), props)) }
        </div>
    }
}

fn finds(rule: &RuleEntry, query: &str) -> bool {
    let texts = [&rule.title, &rule.why, &rule.basis];
    let told = |text: &Message| {
        text.zh.to_lowercase().contains(query) || text.en.to_lowercase().contains(query)
    };
    rule.id.contains(query) || texts.into_iter().any(told)
}

fn group(kind: &Message, found: &[&RuleEntry], chosen: Option<&str>, props: &RulesProps) -> Html {
    let rules: Vec<&&RuleEntry> = found.iter().filter(|rule| rule.kind == *kind).collect();
    if rules.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            <h2>{ props.session.language.said(kind) }</h2>
            { for rules.into_iter().map(|rule| entry(rule, chosen == Some(rule.id.as_str()), props)) }
        </section>
    }
}

fn entry(rule: &RuleEntry, open: bool, props: &RulesProps) -> Html {
    let language = props.session.language;
    let told = |label, text: &Message| {
        html! { <><dt>{ language.of(label) }</dt><dd>{ language.said(text) }</dd></> }
    };
    // Through the address, so that Esc and the browser's way back close it again.
    let toggle = {
        let (act, id) = (props.act.clone(), rule.id.clone());
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            act.emit(Action::Go(Address::Rules((!open).then(|| id.clone()))));
        })
    };
    html! {
        <details class="rule-entry" id={element_id(&rule.id)} {open}>
            <summary onclick={toggle}>
                <span class="title">{ language.said(&rule.title) }</span>
                <code class="faint">{ &rule.id }</code>
                { used(rule, props, language) }
            </summary>
            { found_here(rule, props) }
            <dl>
                { told(words::WHY, &rule.why) }
                { told(words::REMEDY, &rule.remedy) }
                { told(words::BASIS, &rule.basis) }
            </dl>
            <div class="examples">
                <Examples title={words::HOLDS} class="holds" drawings={rule.holds.clone()} {language} />
                <Examples title={words::FAILS} class="fails" drawings={rule.fails.clone()} {language} />
            </div>
        </details>
    }
}

/// The findings that the rule has in the document at hand.
fn found_here(rule: &RuleEntry, props: &RulesProps) -> Html {
    let language = props.session.language;
    let findings = props.session.shown().map(|it| it.report.findings.iter());
    let here: Vec<Html> = findings
        .into_iter()
        .flatten()
        .enumerate()
        .filter(|(_, it)| it.rule == rule.id)
        .map(|(index, finding)| {
            let go = props
                .act
                .reform(move |_: MouseEvent| Action::Go(Address::Findings(Some(index))));
            html! {
                <li><button type="button" class="link" onclick={go}>
                    { format!("{}. ", index + 1) }{ language.said(&finding.message) }
                </button></li>
            }
        })
        .collect();
    if here.is_empty() {
        return Html::default();
    }
    html! {
        <div class="found-here">
            <p class="faint">{ language.of(words::FOUND_HERE) }</p>
            <ul>{ for here }</ul>
        </div>
    }
}

/// How often the rule was applied to the document at hand.
fn used(rule: &RuleEntry, props: &RulesProps, language: Language) -> Html {
    let Some(shown) = props.session.shown() else {
        return Html::default();
    };
    let checks = shown.checks.iter().filter(|check| check.rule == rule.id);
    let made = checks.clone().count();
    let broken = checks
        .filter(|check| check.outcome == CheckOutcome::Broken)
        .count();
    let found = shown
        .report
        .findings
        .iter()
        .filter(|it| it.rule == rule.id)
        .count();
    let words = if made + found == 0 {
        language.of(words::NOT_USED).to_owned()
    } else {
        let numbers = [made.max(found).to_string(), broken.max(found).to_string()];
        language.fill(words::USED, &[&numbers[0], &numbers[1]])
    };
    let class = classes!("used", (broken + found > 0).then_some("disagree"), "faint");
    html! { <span {class}>{ words }</span> }
}

fn element_id(rule: &str) -> String {
    format!("rule-{}", rule.replace('/', "-"))
}
