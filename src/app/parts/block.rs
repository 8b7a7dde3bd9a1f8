//! A piece of the document: a paragraph with its figures, or a table.

use crate::{
    parts::{
        figure::{Emphasis, Figure},
        grid::Grid,
    },
    shown::Shown,
    words::{Language, result},
};
use gouji::report::view::{BlockView, Piece};
use yew::prelude::*;

/// What a block is drawn from.
#[derive(Properties, PartialEq)]
pub struct BlockProps {
    /// The result.
    pub shown: Shown,
    /// Which block.
    pub index: usize,
    /// What to emphasise in it.
    pub emphasis: Emphasis,
    /// The language of the page.
    pub language: Language,
}

/// The block.
#[component]
pub fn Block(props: &BlockProps) -> Html {
    let Some(block) = props.shown.blocks.get(props.index) else {
        return Html::default();
    };
    let id = format!("block-{}", props.index);
    match block {
        BlockView::Paragraph { pieces, .. } => {
            paragraph(id, pieces, props.shown.level_of(props.index), props)
        }
        BlockView::Table {
            table, continued, ..
        } => {
            let caption = caption_of(*table, *continued, props);
            html! {
                <section class="table-block" {id}>
                    <Grid shown={props.shown.clone()} block={props.index} {caption}
                        emphasis={props.emphasis.clone()} language={props.language} />
                </section>
            }
        }
    }
}

fn paragraph(id: String, pieces: &[Piece], heading: u8, props: &BlockProps) -> Html {
    let whole: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let found = props.emphasis.finds(&whole).then_some("found");
    let text = (0..pieces.len()).map(|at| self::piece(pieces, at, props));
    match heading {
        1 => html! { <h2 {id} class={classes!(found)}>{ for text }</h2> },
        2 => html! { <h3 {id} class={classes!(found)}>{ for text }</h3> },
        3.. => html! { <h4 {id} class={classes!(found)}>{ for text }</h4> },
        0 => html! { <p {id} class={classes!(found)}>{ for text }</p> },
    }
}

/// What does not begin a line: it stays with the figure it is behind.
const BEHIND: &str = "，。；：、）》”％,.;:)%";

/// A piece of a paragraph; signs behind a figure go with the figure.
fn piece(pieces: &[Piece], at: usize, props: &BlockProps) -> Html {
    let signs = |text: &str| text.len() - text.trim_start_matches(|it| BEHIND.contains(it)).len();
    let piece = &pieces[at];
    let Some(index) = piece.figure else {
        let figure_before = at > 0 && pieces[at - 1].figure.is_some();
        let from = if figure_before { signs(&piece.text) } else { 0 };
        return html! { { &piece.text[from..] } };
    };
    let next = pieces.get(at + 1).filter(|it| it.figure.is_none());
    let behind = next.map_or("", |it| &it.text[..signs(&it.text)]);
    html! {
        <span class="together">
            <Figure shown={props.shown.clone()} {index} text={piece.text.clone()}
                emphasis={props.emphasis.clone()} language={props.language} />
            { behind }
        </span>
    }
}

fn caption_of(table: Option<usize>, continued: bool, props: &BlockProps) -> String {
    let entry = table.and_then(|table| props.shown.report.tables.get(table));
    let title = entry.map_or("", |entry| entry.title.as_str());
    let rest = if continued {
        props.language.of(result::CONTINUED)
    } else {
        ""
    };
    format!("{title}{rest}")
}
