//! The verdict: the answer, the figure that is most probably wrong, and the counts of figures as filters.

use crate::{
    address::{Address, Tab},
    browser, listing, marks, notes,
    session::{Action, Session},
    shown::Shown,
    telling,
    words::{Language, result},
};
use gouji::{
    note::Text,
    report::{explained, view::Mark},
};
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

/// The verdict: the answer first, then the most probable slip, then the figures in small.
#[component]
pub fn Verdict(props: &VerdictProps) -> Html {
    let language = props.session.language;
    let report = &props.shown.report;
    let standing = report.standing();
    let (class, sign) = (listing::class(standing), standing.sign());
    // Whoever waited for the result with the keyboard is at its beginning.
    use_effect_with(props.shown.clone(), |_| {
        if browser::focused().is_none_or(|it| it.tag_name() == "BODY") {
            browser::focus("verdict");
        }
    });
    let short = props.session.address.tab() != Tab::Findings;
    html! {
        <section class={classes!("verdict", class, short.then_some("short"))}>
            <h2 id="verdict" class="answer" tabindex="-1">
                <span class="sign" aria-hidden="true">{ sign }</span>{ language.said(&report.verdict()) }{ explained(props) }
            </h2>
            if let Some(parts) = report.unchecked_parts() {
                <p class="partly">{ language.said(&parts) }</p>
            }
            { most_probable(props) }
            if report.figures.total > 0 {
                <p class="figures faint">
                    { sentence(props) }{ language.said(&report.checks_made()) }
                </p>
            }
        </section>
    }
}

/// How many of the findings are explained.
fn explained(props: &VerdictProps) -> String {
    let count = notes::count(&props.session.notes, &props.shown.report);
    let said = explained::counted(count);
    said.map_or_else(String::new, |it| props.session.language.said(&it))
}

/// How many figures there are and how they fared; each number shows its figures.
fn sentence(props: &VerdictProps) -> Html {
    let language = props.session.language;
    let counts = props.shown.report.figures;
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
    let counted = |it: &&(Mark, usize, Text)| match it.0 {
        Mark::Disagree => counts.disagree > 0 || counts.involved == 0,
        Mark::Involved => counts.involved > 0,
        _ => true,
    };
    let parts: Vec<Html> = all
        .iter()
        .filter(counted)
        .map(|(mark, number, words)| part(*mark, *number, *words, props))
        .collect();
    let (colon, comma, semicolon, stop) = match language {
        Language::Chinese => ("：", "，", "；", "。"),
        Language::English => (": ", ", ", "; ", ". "),
    };
    let last = parts.len().saturating_sub(1);
    // A comma stays with what it is behind, wherever the line ends.
    let joined = parts.into_iter().enumerate().map(|(index, part)| {
        let sign = match last - index {
            0 => stop,
            // What was not checked stands apart from what was.
            1 => semicolon,
            _ => comma,
        };
        let blank = if language == Language::English {
            " "
        } else {
            ""
        };
        html! { <><span class="together">{ part }{ sign.trim_end() }</span>{ blank }</> }
    });
    html! { <>{ language.said(&props.shown.report.counted()) }{ colon }{ for joined }</> }
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
    let go = props.act.reform(move |_: MouseEvent| {
        browser::reveal_soon(&format!("finding-{index}"));
        Action::Look(index)
    });
    html! { <p><button type="button" class="most-probable" onclick={go}>{ text }</button></p> }
}
