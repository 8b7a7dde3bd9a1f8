//! A figure of the document with its mark, in a table or in the text.

use crate::{
    marks,
    parts::guards,
    search::plain,
    shown::Shown,
    trial::reach_of,
    words::{Language, result},
};
use gouji::report::view::{Mark, Reach};
use std::rc::Rc;
use yew::prelude::*;

/// What is emphasised in a block. Holds only what stands in that block, so that the others need
/// not be drawn again.
#[derive(Clone, PartialEq, Default)]
pub struct Emphasis {
    /// Figures of the chosen finding, or of the check pointed at.
    pub lit: Rc<[usize]>,
    /// The figures that the chosen finding suspects.
    pub suspects: Rc<[usize]>,
    /// The figure whose card is kept open.
    pub pinned: Option<usize>,
    /// Only these count now.
    pub filter: Option<Mark>,
    /// What is searched for, as [`plain`] makes it.
    pub query: AttrValue,
    /// Whether it shows how well figures are held.
    pub guarded: bool,
    /// What slips that were planted came to.
    pub tried: Rc<[(usize, Reach)]>,
}

impl Emphasis {
    /// Whether a text has what is searched for.
    pub fn finds(&self, text: &str) -> bool {
        !self.query.is_empty() && plain(text).contains(self.query.as_str())
    }

    /// What a figure is styled by.
    pub fn classes(&self, index: usize, mark: Mark) -> String {
        let told = [
            (true, marks::class(mark)),
            (self.lit.contains(&index), "lit"),
            (self.suspects.contains(&index), "suspect"),
            (self.pinned == Some(index), "pinned"),
            (self.filter.is_some_and(|it| it != mark), "dimmed"),
        ];
        let told: Vec<&str> = told.iter().filter(|it| it.0).map(|it| it.1).collect();
        told.join(" ")
    }

    /// The same, with what concerns these figures only.
    pub fn only(&self, figures: &[usize]) -> Self {
        let those = |all: &[usize]| {
            all.iter()
                .copied()
                .filter(|it| figures.contains(it))
                .collect()
        };
        Self {
            lit: those(&self.lit),
            suspects: those(&self.suspects),
            pinned: self.pinned.filter(|it| figures.contains(it)),
            filter: self.filter,
            query: self.query.clone(),
            guarded: self.guarded,
            tried: (self.tried.iter())
                .filter(|it| figures.contains(&it.0))
                .copied()
                .collect(),
        }
    }
}

/// What a figure is drawn from.
#[derive(Properties, PartialEq)]
pub struct FigureProps {
    /// The result.
    pub shown: Shown,
    /// Which figure.
    pub index: usize,
    /// As it is printed here.
    pub text: String,
    /// What to emphasise.
    pub emphasis: Emphasis,
    /// The language of the page.
    pub language: Language,
    /// Whether Tab leads here.
    #[prop_or_default]
    pub reachable: bool,
}

/// The figure. Clicks and the pointer over it are heard by the document it stands in.
#[component]
pub fn Figure(props: &FigureProps) -> Html {
    let Some(figure) = props.shown.figure(props.index) else {
        return html! { { &props.text } };
    };
    let (index, emphasis) = (props.index, &props.emphasis);
    let suggestion = props.shown.suggestion(index);
    if figure.mark == Mark::Blank && figure.checks.is_empty() && suggestion.is_none() {
        return html! { { &props.text } };
    }
    let reach = (emphasis.guarded && figure.mark != Mark::Blank)
        .then(|| reach_of(&emphasis.tried, index, figure));
    let class = classes!(
        "figure",
        emphasis.classes(index, figure.mark),
        reach.map(guards::class)
    );
    let reachable = props.reachable || figure.mark == Mark::Disagree;
    html! {
        <button type="button" {class} id={format!("figure-{index}")} data-figure={index.to_string()}
            tabindex={if reachable { "0" } else { "-1" }}>
            <span class="digits">{ &props.text }</span>
            if let Some(reach) = reach {
                <span class="sign" aria-hidden="true">{ guard_sign(figure.guard.checks, reach) }</span>
                <span class="unseen">{ guards::said(figure.guard.checks, reach, props.language) }</span>
            } else {
                <span class="sign" aria-hidden="true">{ marks::sign(figure.mark) }</span>
                <span class="unseen">{ marks::word(figure.mark, props.language) }</span>
            }
            if let Some(suggestion) = suggestion {
                <span class="correction">
                    { props.language.fill(result::SHOULD_BE, &[suggestion]) }
                </span>
            }
        </button>
    }
}

/// How many checks hold a figure; `?` where they would not name it.
fn guard_sign(checks: usize, reach: Reach) -> String {
    match reach {
        Reach::Found => format!("{checks}?"),
        Reach::Named | Reach::Unseen => checks.to_string(),
    }
}
