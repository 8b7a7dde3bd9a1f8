//! A finding: what is wrong, where, why, and what to do, always in this order.

use crate::{
    address::Address,
    browser,
    catalogue::RuleEntry,
    notes,
    parts::{facing::Facing, note::Note},
    session::{Action, Session},
    shown::Shown,
    taken::{self, Taken},
    telling,
    words::{findings, frame, message},
};
use gouji::{
    repair::Grade,
    report::{Finding, Suspect},
};
use std::rc::Rc;
use web_sys::ScrollLogicalPosition;
use yew::prelude::*;

/// Changes of one repair that are told one by one.
const CHANGES: usize = 3;

/// Places of one finding that are told without being asked for.
const PLACES: usize = 8;

/// What a finding is drawn from.
#[derive(Properties, PartialEq)]
pub struct FindingProps {
    /// The state of the page.
    pub session: Session,
    /// The result.
    pub shown: Shown,
    /// Which finding.
    pub index: usize,
    /// Whether it is open.
    pub open: bool,
    /// Whether the last check of the document did not find it.
    #[prop_or_default]
    pub fresh: bool,
    /// What the reader does.
    pub act: Callback<Action>,
}

/// The finding.
#[component]
pub fn FindingCard(props: &FindingProps) -> Html {
    let Some(finding) = props.shown.report.findings.get(props.index) else {
        return Html::default();
    };
    let (index, open) = (props.index, props.open);
    let writing = use_state(|| false);
    let note = notes::of(&props.session.notes, &props.shown.report, finding);
    let language = props.session.language;
    let go = props
        .act
        .reform(move |_: MouseEvent| Action::Go(Address::Findings((!open).then_some(index))));
    let rule = props
        .session
        .rules
        .iter()
        .find(|rule| rule.id == finding.rule);
    let severity = finding.severity.word();
    html! {
        <article class={classes!("finding", severity, open.then_some("open"))}
            id={format!("finding-{index}")}>
            <button type="button" class="summary" id={format!("finding-{index}-head")} onclick={go}
                aria-expanded={open.to_string()}>
                <span class="stamp">
                    <span aria-hidden="true">{ finding.severity.sign() }{ " " }</span>
                    { telling::severity(finding, language) }
                </span>
                if props.fresh {
                    <span class="stamp fresh">{ language.of(findings::FRESH) }</span>
                }
                if note.is_some() {
                    <span class="stamp explained">{ language.of(findings::EXPLAINED) }</span>
                }
                <span class="message">{ language.said(&finding.message) }</span>
            </button>
            <div class="detail">
                <dl>
                    { what(finding, props) }
                    <Facing shown={props.shown.clone()} {index} {language} />
                    { place(props) }
                    { why(rule, props) }
                    { to_do(finding, rule, props) }
                </dl>
                { also(finding, props) }
                <Note session={props.session.clone()} shown={props.shown.clone()} {index}
                    writing={writing.clone()} act={props.act.clone()} />
                { buttons(rule, note, &writing, props) }
            </div>
        </article>
    }
}

fn what(finding: &Finding, props: &FindingProps) -> Html {
    let language = props.session.language;
    let Some(formula) = telling::formula(&props.shown, props.index) else {
        return Html::default();
    };
    // What the headline says is not said again.
    let told = language.said(&finding.message).contains(formula);
    let tolerance = telling::tolerance(finding, language);
    if told {
        return tolerance.map_or_else(Html::default, |it| {
            html! { <><dt>{ language.of(findings::ROUNDING) }</dt><dd>{ it }</dd></> }
        });
    }
    html! {
        <>
            <dt>{ language.of(findings::WHAT) }</dt>
            <dd>
                <span class="formula">{ formula }</span>
                if let Some(off) = telling::difference(finding, language) {
                    <span class="off">{ off }</span>
                }
            </dd>
        </>
    }
}

fn place(props: &FindingProps) -> Html {
    let language = props.session.language;
    let places = telling::places_of(&props.shown, props.index, language);
    if places.is_empty() {
        return Html::default();
    }
    let (first, more) = places.split_at(places.len().min(PLACES));
    let line = |it: &telling::Place| {
        let spot = it.spot;
        let show = props.act.reform(move |_: MouseEvent| {
            // A place that is the chosen one already comes into view once more.
            if let Some(figure) = spot.figure {
                browser::reveal(&format!("figure-{figure}"), ScrollLogicalPosition::Center);
            }
            Action::Spot(spot)
        });
        html! {
            <li>
                <button type="button" class="link spot" onclick={show}>
                    { &it.name }
                    <span class="faint">{ " " }{ &it.title }{ " " }{ &it.at }</span>
                </button>
                { it.search.as_ref().map(|it| search(it, props)).unwrap_or_default() }
            </li>
        }
    };
    html! {
        <>
            <dt>{ language.of(findings::WHERE) }</dt>
            <dd>
                <ul>{ for first.iter().map(line) }</ul>
                if !more.is_empty() {
                    <details>
                        <summary>{ language.fill(findings::MORE_PLACES, &[&more.len().to_string()]) }</summary>
                        <ul>{ for more.iter().map(line) }</ul>
                    </details>
                }
            </dd>
        </>
    }
}

/// What to search for in the file, copied by a click.
fn search(words: &str, props: &FindingProps) -> Html {
    let language = props.session.language;
    let (act, copies) = (props.act.clone(), words.to_owned());
    let onclick = Callback::from(move |_: MouseEvent| {
        wasm_bindgen_futures::spawn_local(copied(copies.clone(), act.clone()));
    });
    let title = language.fill(findings::COPY_SEARCH, &[words]);
    html! {
        <button type="button" class="link search-for" {onclick} {title}>
            { language.fill(findings::SEARCH, &[words]) }
        </button>
    }
}

fn why(rule: Option<&RuleEntry>, props: &FindingProps) -> Html {
    let language = props.session.language;
    let Some(rule) = rule else {
        return Html::default();
    };
    let go = props.act.reform({
        let id = rule.id.clone();
        move |_: MouseEvent| Action::Go(Address::Rules(Some(id.clone())))
    });
    html! {
        <>
            <dt>{ language.of(findings::WHY) }</dt>
            <dd>
                { language.said(&rule.why) }
                <span class="faint basis">
                    { language.fill(findings::BASIS, &[&language.said(&rule.basis)]) }
                    { " " }
                    <button type="button" class="link rule" onclick={go}>{ &rule.id }</button>
                </span>
            </dd>
        </>
    }
}

fn to_do(finding: &Finding, rule: Option<&RuleEntry>, props: &FindingProps) -> Html {
    let language = props.session.language;
    let best = finding.suspects.first().map(|it| it.repair);
    let numbered = finding.suspects.iter().enumerate();
    // Where several are as good, none is put before the others.
    let several = finding.grade == Some(Grade::Several);
    let (first, rivals): (Vec<_>, Vec<_>) =
        numbered.partition(|(_, it)| several || Some(it.repair) == best);
    // Of many changes along one path the first are told, the others are a click away.
    let (first, path) = match first.len() > CHANGES && !several {
        true => first.split_at(CHANGES - 1),
        false => (first.as_slice(), &first[..0]),
    };
    let line = |(at, it): &(usize, &Suspect)| {
        // Figures that change together have one reason, told behind the last of them.
        let next = finding.suspects.get(at + 1);
        let last = next.is_none_or(|next| next.repair != it.repair || next.reason != it.reason);
        html! {
            <li>
                if several || !telling::is_likely(it.confidence) {
                    <span class="faint">{ language.of(findings::ONE_OF) }</span>
                }
                <span class="suspicion">{ telling::suspect(&props.shown, props.index, *at, language) }</span>
                if last {
                    <span class="faint">
                        { language.said(&it.reason) }{ " · " }{ telling::sureness(it.confidence, language) }
                    </span>
                }
            </li>
        }
    };
    let remedy = rule.map(|rule| language.said(&rule.remedy));
    if first.is_empty() && remedy.is_none() {
        return Html::default();
    }
    html! {
        <>
            <dt>{ language.of(findings::TO_DO) }</dt>
            <dd>
                if first.is_empty() {
                    { remedy.unwrap_or_default() }
                    if let Some(hint) = &finding.hint {
                        <p class="faint">{ language.said(hint) }</p>
                    }
                } else {
                    <ul class="suspects">{ for first.iter().map(line) }</ul>
                }
                { take(props) }
                if !path.is_empty() {
                    <details>
                        <summary>{ language.fill(findings::PATH, &[&path.len().to_string()]) }</summary>
                        <ul class="suspects">{ for path.iter().map(line) }</ul>
                    </details>
                }
                if !rivals.is_empty() {
                    <details>
                        <summary>{ language.of(findings::RIVALS) }{ format!(" ({})", rivals.len()) }</summary>
                        <ul class="suspects">{ for rivals.iter().map(line) }</ul>
                    </details>
                }
            </dd>
        </>
    }
}

/// Has the document checked as if the best suggestion were taken.
fn take(props: &FindingProps) -> Html {
    let language = props.session.language;
    // Until the document was checked again a suggestion that was taken still stands here.
    let offered = taken::offered(&props.shown, props.index);
    let Some(offered) = offered.filter(|it| !props.session.taken.contains(it)) else {
        return Html::default();
    };
    let taken = props.session.taken.iter().cloned().chain([offered]);
    let taken: Rc<[Taken]> = taken.collect();
    let onclick = props.act.reform(move |_: MouseEvent| {
        browser::focus_soon("verdict");
        Action::Take(Rc::clone(&taken))
    });
    html! {
        <button type="button" class="take" {onclick} title={language.of(findings::TAKE_LONG)}>
            { language.of(findings::TAKE) }
        </button>
    }
}

fn also(finding: &Finding, props: &FindingProps) -> Html {
    let language = props.session.language;
    if finding.also.is_empty() {
        return Html::default();
    }
    let count = finding.also.len().to_string();
    let lines = finding
        .also
        .iter()
        .map(|also| html! { <li>{ language.said(&also.message) }</li> });
    html! {
        <details class="also">
            <summary>{ language.fill(findings::ALSO, &[&count]) }</summary>
            <ul>{ for lines }</ul>
        </details>
    }
}

fn buttons(
    rule: Option<&RuleEntry>,
    note: Option<&str>,
    writing: &UseStateHandle<bool>,
    props: &FindingProps,
) -> Html {
    let language = props.session.language;
    // Only a click needs the text, and a card is drawn anew with every figure that is pointed at.
    let text: Rc<dyn Fn() -> String> = {
        let (shown, index, rule) = (props.shown.clone(), props.index, rule.cloned());
        let note = note.map(str::to_owned);
        Rc::new(move || telling::as_text(&shown, index, rule.as_ref(), note.as_deref(), language))
    };
    let copy = {
        let (act, text) = (props.act.clone(), Rc::clone(&text));
        Callback::from(move |_: MouseEvent| {
            wasm_bindgen_futures::spawn_local(copied(text(), act.clone()));
        })
    };
    let share = {
        let act = props.act.clone();
        Callback::from(move |_: MouseEvent| {
            let (act, text) = (act.clone(), text());
            wasm_bindgen_futures::spawn_local(async move {
                if !browser::share(&text).await {
                    copied(text, act).await;
                }
            });
        })
    };
    let picture = {
        let (shown, index) = (props.shown.clone(), props.index);
        let note = note.map(str::to_owned);
        Callback::from(move |_: MouseEvent| {
            let parts = telling::as_picture(&shown, index, note.as_deref(), language);
            let json = serde_json::to_string(&parts).unwrap_or_default();
            let name = format!("{}-{}.png", language.of(frame::NAME), index + 1);
            wasm_bindgen_futures::spawn_local(async move { browser::picture(&name, &json).await });
        })
    };
    let explain = {
        let writing = writing.setter();
        Callback::from(move |_: MouseEvent| writing.set(true))
    };
    let (act, card) = (props.act.clone(), format!("finding-{}", props.index));
    let show = Callback::from(move |_: MouseEvent| {
        // The sheet leaves room above it: the finding is read there.
        browser::reveal(&card, ScrollLogicalPosition::Start);
        act.emit(Action::Sheet(true));
    });
    html! {
        <p class="buttons">
            <button type="button" class="show-place" onclick={show}>
                { language.of(findings::SHOW_PLACE) }
            </button>
            <button type="button" class="copy" onclick={copy}>{ language.of(findings::COPY) }</button>
            if browser::can_share() {
                <button type="button" class="share" onclick={share}>{ language.of(findings::SHARE) }</button>
            }
            <button type="button" class="picture" onclick={picture}>{ language.of(findings::PICTURE) }</button>
            if note.is_none() && !**writing {
                <button type="button" class="explain" onclick={explain}>{ language.of(findings::EXPLAIN) }</button>
            }
        </p>
    }
}

/// Copies a text and says whether the browser let it.
pub async fn copied(text: String, act: Callback<Action>) {
    let words = match browser::copy(&text).await {
        true => frame::COPIED,
        false => frame::NOT_COPIED,
    };
    act.emit(Action::Tell(Some(message(words))));
}
