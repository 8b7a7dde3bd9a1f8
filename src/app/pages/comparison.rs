//! 比上年: last year rebuilt from the narrative, beside this year.

use crate::{
    address::Address,
    charts::{amounts::in_wan, bars::Bars},
    input::Input,
    pages::open::Chooser,
    session::Action,
    shown::Shown,
    words::{Language, comparison as words, structure},
};
use gouji::{
    note::Message,
    report::beside::BaseEntry,
    structure::comparison::{ComparedGroup, ComparedItem, RateStands, Tie},
};
use rust_decimal::Decimal;
use yew::prelude::*;

/// What the page is drawn from.
#[derive(Properties, PartialEq)]
pub struct ComparisonProps {
    /// The result.
    pub shown: Shown,
    /// The language of the page.
    pub language: Language,
    /// What the reader does.
    pub act: Callback<Action>,
    /// What was given, where it can be examined with last year's.
    pub input: Option<Input>,
    /// Examine this.
    pub give: Callback<Input>,
}

/// The page.
#[component]
pub fn ComparisonPage(props: &ComparisonProps) -> Html {
    let language = props.language;
    let Some(told) = &props.shown.comparison else {
        return Html::default();
    };
    let years = told.year.map(|year| {
        language.fill(
            words::YEARS,
            &[&year.to_string(), &year.saturating_sub(1).to_string()],
        )
    });
    let printed = props.shown.report.previous.as_ref();
    let introduction = match printed.is_some_and(|it| !it.tables.is_empty()) {
        true => words::INTRODUCTION_BOTH,
        false => words::INTRODUCTION,
    };
    html! {
        <div class="structure-page comparison-page">
            <p class="wide introduction">
                if let Some(years) = years { <strong>{ years }</strong>{ " " } }
                <span class="faint">{ language.of(introduction) }</span>
            </p>
            { last_year(props) }
            { choose_last_year(props) }
            { for told.groups.iter().map(|it| group(it, props)) }
        </div>
    }
}

/// What last year's document prints of the figures that this one names for last year.
fn last_year(props: &ComparisonProps) -> Html {
    let language = props.language;
    let Some(previous) = &props.shown.report.previous else {
        return Html::default();
    };
    let line = |base: &BaseEntry| said(base.agrees, &base.message, language);
    html! {
        <section class="structure-part wide">
            <h2>{ language.fill(words::AGAINST, &[&previous.name]) }</h2>
            <p role="status">{ language.said(&previous.summary()) }</p>
            <ul class="ties">{ for previous.bases.iter().map(line) }</ul>
        </section>
    }
}

/// A way to hand last year's document in, where none is here or it may be the wrong one.
fn choose_last_year(props: &ComparisonProps) -> Html {
    let language = props.language;
    let previous = props.shown.report.previous.as_ref();
    let is_sure = previous.is_some_and(|it| it.caution.is_none());
    let Some(input) = props
        .input
        .clone()
        .filter(|it| !is_sure && !it.files().is_empty())
    else {
        return Html::default();
    };
    let give = props.give.clone();
    let both = Callback::from(move |last: Input| {
        if let Some(both) = input.beside(&last) {
            give.emit(both);
        }
    });
    html! {
        <p class="wide introduction buttons">
            <Chooser id="last-year" {language} words={words::CHOOSE_LAST} give={both} />
            <span class="faint">{ language.of(words::CHOOSE_LAST_LONG) }</span>
        </p>
    }
}

fn group(group: &ComparedGroup, props: &ComparisonProps) -> Html {
    let language = props.language;
    let basis = language.fill(words::BASIS, &[&language.said(&group.basis)]);
    html! {
        <section class="structure-part wide compared">
            <h2>{ &group.title }{ " " }<small class="faint">{ basis }</small></h2>
            <div class="with-table">
                <div class="grid short">{ table(group, props) }</div>
                <Bars items={group.items.clone()} title={group.title.clone()} {language} />
            </div>
            { ties(group, language) }
        </section>
    }
}

/// How the parts tie to their wholes: what differs at once, what agrees when it is asked for.
fn ties(group: &ComparedGroup, language: Language) -> Html {
    let (agreeing, open): (Vec<&Tie>, Vec<&Tie>) = group.ties.iter().partition(|it| it.agrees);
    let count = agreeing.len().to_string();
    html! {
        <>
            if !open.is_empty() {
                <ul class="ties">{ for open.iter().map(|it| tie(it, language)) }</ul>
            }
            if !agreeing.is_empty() {
                <details class="ties">
                    <summary>{ language.fill(words::TIES_AGREE, &[&count]) }</summary>
                    <ul class="ties">{ for agreeing.iter().map(|it| tie(it, language)) }</ul>
                </details>
            }
        </>
    }
}

fn tie(tie: &Tie, language: Language) -> Html {
    said(tie.agrees, &tie.message, language)
}

/// A comparison with its sign.
fn said(agrees: bool, message: &Message, language: Language) -> Html {
    let (class, sign, word) = if agrees {
        ("agree", "✓", words::TIE_HOLDS)
    } else {
        ("unchecked", "≠", words::TIE_OPEN)
    };
    html! {
        <li class={class}>
            <span class="sign" aria-hidden="true">{ sign }{ " " }</span>
            <span class="unseen">{ language.of(word) }</span>
            { language.said(message) }
        </li>
    }
}

fn table(group: &ComparedGroup, props: &ComparisonProps) -> Html {
    let language = props.language;
    html! {
        <table>
            <caption class="unseen">{ &group.title }</caption>
            <thead><tr>
                <th scope="col">{ language.of(structure::ITEM) }</th>
                <th scope="col">{ language.of(words::THIS_YEAR) }</th>
                <th scope="col">{ language.of(words::LAST_YEAR) }</th>
                <th scope="col">{ language.of(words::CHANGE) }</th>
                <th scope="col">{ language.of(words::RATE) }</th>
                <th scope="col" title={language.of(words::PRINTED_LONG)}>{ language.of(words::PRINTED) }</th>
            </tr></thead>
            <tbody>{ for group.items.iter().filter(|it| has_money(it)).map(|it| row(it, props)) }</tbody>
        </table>
    }
}

/// What was nothing and is nothing has no row.
fn has_money(item: &ComparedItem) -> bool {
    !(item.now.is_zero() && item.before.is_zero())
}

fn row(item: &ComparedItem, props: &ComparisonProps) -> Html {
    let language = props.language;
    let place = item.figures.get(1).or(item.figures.first()).copied();
    let go = props
        .act
        .reform(move |_: MouseEvent| Action::Go(Address::Document(place)));
    let title = language.fill(words::SHOW, &[&item.name]);
    html! {
        <tr class={classes!(item.part.then_some("part"))}>
            <th scope="row">
                <button type="button" class="link" {title} onclick={go}>{ &item.name }</button>
                if item.derived {
                    <small class="faint">{ " " }{ language.of(words::DERIVED) }</small>
                }
            </th>
            <td class="amount">{ in_wan(item.now) }</td>
            <td class="amount">{ in_wan(item.before) }</td>
            <td class="amount">{ signed(in_wan(item.change), item.change) }</td>
            <td class="amount">
                { item.rate.map_or_else(|| "–".to_owned(), |it| signed(it.to_string(), it)) }
            </td>
            <td class="amount printed">{ printed(item, language) }</td>
        </tr>
    }
}

fn signed(text: String, amount: Decimal) -> String {
    match amount > Decimal::ZERO {
        true => format!("+{text}"),
        false => text,
    }
}

/// Whether a printed percentage is this one, as it is shown.
fn reads_as(printed: &str, rate: Decimal) -> bool {
    let printed = printed.trim_end_matches('%').replace(['−', '－'], "-");
    let printed = printed.trim_start_matches('+').parse::<Decimal>();
    printed.is_ok_and(|it| it == rate)
}

/// The printed percentage with its mark.
fn printed(item: &ComparedItem, language: Language) -> Html {
    let Some((text, stands)) = &item.printed_rate else {
        return Html::default();
    };
    // What reads the same as the computed rate beside it is that rate.
    let same = item.rate.is_some_and(|it| reads_as(text, it));
    let (class, sign, word) = match stands {
        _ if same => ("agree", "✓", words::HOLDS),
        RateStands::Exact => ("agree", "✓", words::HOLDS),
        RateStands::WithinRounding => ("within-rounding", "≈", words::ROUNDED),
        RateStands::NoBase => ("unchecked", "○", words::NO_BASE),
        RateStands::Broken => ("disagree", "✗", words::BROKEN),
    };
    html! {
        <span class={class} title={language.of(word)}>
            { text }
            <span class="sign" aria-hidden="true">{ " " }{ sign }</span>
            <span class="unseen">{ language.of(word) }</span>
        </span>
    }
}
