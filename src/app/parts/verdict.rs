//! The verdict in one sentence, its counts as filters, and the figure that is most probably wrong.

use crate::{
    address::Address,
    marks,
    session::{Action, Session},
    shown::Shown,
    telling,
    words::{Language, result},
};
use gouji::{note::Text, report::view::Mark};
use yew::prelude::*;

/// What it is drawn from.
#[derive(Properties, PartialEq)]
pub struct VerdictProps {
    /// The state of the page.
    pub session: Session,
    /// The result.
    pub shown: Shown,
    /// What the reader does.
    pub act: Callback<Action>,
}

/// The verdict.
#[component]
pub fn Verdict(props: &VerdictProps) -> Html {
    let language = props.session.language;
    let report = &props.shown.report;
    let counts = report.figures;
    if counts.total == 0 {
        return html! {
            <section class="verdict" role="status"><p class="sentence">{ language.of(result::NO_FIGURES) }</p></section>
        };
    }
    let all = [
        (Mark::Agree, counts.agree, result::AGREE),
        (
            Mark::WithinRounding,
            counts.within_rounding,
            result::WITHIN_ROUNDING,
        ),
        (Mark::Disagree, counts.disagree, result::DISAGREE),
        (Mark::Involved, counts.involved, result::INVOLVED),
        (Mark::Unchecked, counts.unchecked, result::UNCHECKED),
    ];
    // Where nobody can say which figure is wrong, none is said to be.
    let told = |it: &&(Mark, usize, Text)| match it.0 {
        Mark::Disagree => counts.disagree > 0 || counts.involved == 0,
        Mark::Involved => counts.involved > 0,
        _ => true,
    };
    let parts: Vec<Html> = all
        .iter()
        .filter(told)
        .map(|(mark, number, words)| part(*mark, *number, *words, props))
        .collect();
    let (colon, comma, semicolon, stop) = match language {
        Language::Chinese => ("：", "，", "；", "。"),
        Language::English => (": ", ", ", "; ", "."),
    };
    // A comma stays with what it is behind, wherever the line ends.
    let last = parts.len().saturating_sub(1);
    let sentence = parts.into_iter().enumerate().map(|(index, part)| {
        let sign = match last - index {
            0 => stop,
            // What was not checked stands apart from what was.
            1 => semicolon,
            _ => comma,
        };
        let blank = if language == Language::English || index == last {
            " "
        } else {
            ""
        };
        html! { <><span class="together">{ part }{ sign.trim_end() }</span>{ blank }</> }
    });
    html! {
        <section class="verdict" role="status">
            <p class="sentence">
                { language.said(&report.counted()) }{ colon }
                { for sentence }
                { summary(props) }
            </p>
            { most_probable(props) }
            <p class="faint">
                { language.said(&report.checks_made()) }
            </p>
        </section>
    }
}

fn part(mark: Mark, number: usize, words: Text, props: &VerdictProps) -> Html {
    let text = props.session.language.fill(words, &[&number.to_string()]);
    if number == 0 {
        return html! { <span class="faint">{ text }</span> };
    }
    let act = props.act.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        act.emit(Action::Go(Address::Document(None)));
        act.emit(Action::Filter(Some(mark)));
    });
    html! {
        <button type="button" class={classes!("count", marks::class(mark))} {onclick}>
            <span class="sign" aria-hidden="true">{ marks::sign(mark) }</span>{ text }
        </button>
    }
}

/// Whether the document adds up, as far as that can be said.
fn summary(props: &VerdictProps) -> String {
    let language = props.session.language;
    language.said(&props.shown.report.summary())
}

fn most_probable(props: &VerdictProps) -> Html {
    let language = props.session.language;
    let report = &props.shown.report;
    let headline = report.headline().and_then(|index| {
        let suspect = report.findings[index].suspects.first()?;
        Some((index, suspect, suspect.suggested.as_ref()?))
    });
    let Some((index, suspect, suggested)) = headline else {
        return Html::default();
    };
    let place = language.said(&suspect.name);
    // What kind of slip, without the figures: these are said already.
    let reason = language.said(&suspect.reason);
    let slip = reason.split(['：', ':', '。']).next().unwrap_or_default();
    let text = language.fill(
        result::MOST_PROBABLE,
        &[&place, telling::printed(suspect, language), suggested, slip],
    );
    let go = props
        .act
        .reform(move |_: MouseEvent| Action::Go(Address::Findings(Some(index))));
    html! { <p><button type="button" class="most-probable" onclick={go}>{ text }</button></p> }
}
