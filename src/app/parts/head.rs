//! The head of the page: its name, the promise that data stays here, language, theme, help.

use crate::{
    browser,
    session::{Action, Dialog, Session},
    words::{Language, frame},
};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What it is drawn from.
#[derive(Properties, PartialEq)]
pub struct HeadProps {
    /// The state of the page.
    pub session: Session,
    /// What the reader does.
    pub act: Callback<Action>,
}

/// The head.
#[component]
pub fn Head(props: &HeadProps) -> Html {
    let language = props.session.language;
    let help = props
        .act
        .reform(|_: MouseEvent| Action::Open(Some(Dialog::Help)));
    let other = match language {
        Language::Chinese => Language::English,
        Language::English => Language::Chinese,
    };
    let speak = props.act.reform(move |_: MouseEvent| {
        browser::remember("language", other.code());
        Action::Speak(other)
    });
    html! {
        <header class="head">
            <p class="name">
                <strong>{ language.of(frame::NAME) }</strong>
                <span class="task">{ language.of(frame::TASK) }</span>
            </p>
            <p class="private">
                <span aria-hidden="true">{ "✓ " }</span>{ language.of(frame::PRIVATE) }
                <button type="button" class="link" onclick={help.clone()}>
                    { language.of(frame::PRIVATE_HOW) }
                </button>
            </p>
            <p class="settings">
                <button type="button" lang={other.code()} onclick={speak}
                    title={language.of(frame::OTHER_LANGUAGE_LONG)}>
                    { language.of(frame::OTHER_LANGUAGE) }
                </button>
                <Theme {language} />
                <button type="button" onclick={help}>{ language.of(frame::HELP) }</button>
            </p>
        </header>
    }
}

#[derive(Properties, PartialEq)]
struct ThemeProps {
    language: Language,
}

#[component]
fn Theme(props: &ThemeProps) -> Html {
    let theme = use_state(|| browser::setting("theme").unwrap_or_default());
    let choices = [
        ("", frame::THEME_AUTO),
        ("light", frame::THEME_LIGHT),
        ("dark", frame::THEME_DARK),
    ];
    let onchange = {
        let theme = theme.clone();
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            browser::remember("theme", &chosen);
            browser::set_page_attribute(
                "data-theme",
                Some(chosen.as_str()).filter(|it| !it.is_empty()),
            );
            browser::redraw_charts();
            theme.set(chosen);
        })
    };
    let option = |(value, words): (&'static str, _)| {
        html! { <option {value} selected={*theme == value}>{ props.language.of(words) }</option> }
    };
    html! {
        <select {onchange} aria-label={props.language.of(frame::THEME)} title={props.language.of(frame::THEME)}>
            { for choices.into_iter().map(option) }
        </select>
    }
}
