//! Steps through what one looks for, where there is no keyboard: `‹ 2/4 ›`.

use crate::words::{Language, result};
use yew::prelude::*;

/// What it is drawn from.
#[derive(Properties, PartialEq)]
pub struct StepperProps {
    /// What is stepped through.
    pub label: AttrValue,
    /// Which one is looked at, counted from 0.
    pub at: Option<usize>,
    /// How many there are.
    pub count: usize,
    /// One on, or one back.
    pub step: Callback<isize>,
    /// The language of the page.
    pub language: Language,
}

/// The stepper; nothing where there is nothing to step through.
#[component]
pub fn Stepper(props: &StepperProps) -> Html {
    if props.count == 0 {
        return Html::default();
    }
    let language = props.language;
    let by = |by: isize| props.step.reform(move |_: MouseEvent| by);
    let at = props
        .at
        .filter(|it| *it < props.count)
        .map_or_else(|| "–".to_owned(), |it| (it + 1).to_string());
    html! {
        <span class="stepper" role="group" aria-label={props.label.clone()}>
            <button type="button" onclick={by(-1)} aria-label={language.of(result::PREVIOUS)}>{ "‹" }</button>
            <span class="at">{ format!("{at}/{}", props.count) }</span>
            <button type="button" onclick={by(1)} aria-label={language.of(result::NEXT)}>{ "›" }</button>
        </span>
    }
}

/// The one that a step leads to, round and round; `None` where there is none.
pub fn around(at: Option<usize>, by: isize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match at {
        None if by < 0 => last,
        None => 0,
        Some(at) => (at + count).checked_add_signed(by)? % count,
    })
}
