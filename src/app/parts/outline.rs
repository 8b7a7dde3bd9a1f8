//! The tables of the document with their marks, to go to one.

use crate::{
    browser, marks,
    shown::Shown,
    words::{Language, result},
};
use gouji::report::{TableEntry, view::Mark};
use web_sys::ScrollLogicalPosition;
use yew::prelude::*;

/// What the outline is drawn from.
#[derive(Properties, PartialEq)]
pub struct OutlineProps {
    /// The result.
    pub shown: Shown,
    /// The language of the page.
    pub language: Language,
}

/// The outline.
#[component]
pub fn Outline(props: &OutlineProps) -> Html {
    let tables = props.shown.report.tables.iter().enumerate();
    html! {
        <nav class="outline" aria-label={props.language.of(result::OUTLINE)}>
            <ol>{ for tables.map(|(index, table)| entry(index, table, props)) }</ol>
        </nav>
    }
}

fn entry(index: usize, table: &TableEntry, props: &OutlineProps) -> Html {
    let blocks: Vec<usize> = props.shown.blocks_of_table(index).collect();
    let Some(first) = blocks.first().copied() else {
        return Html::default();
    };
    let count = |mark: Mark| {
        let figures = blocks
            .iter()
            .flat_map(|block| props.shown.figures_of(*block));
        figures
            .filter(|it| props.shown.figure(**it).is_some_and(|it| it.mark == mark))
            .count()
    };
    let marks = [
        Mark::Disagree,
        Mark::Involved,
        Mark::WithinRounding,
        Mark::Agree,
    ];
    let worst = marks
        .into_iter()
        .map(|mark| (mark, count(mark)))
        .find(|(_, count)| *count > 0);
    let go = Callback::from(move |_: MouseEvent| {
        browser::reveal(&format!("block-{first}"), ScrollLogicalPosition::Start);
    });
    let named = table.form.as_deref().filter(|_| table.title.is_empty());
    let title = named.unwrap_or(&table.title);
    html! {
        <li>
            <button type="button" onclick={go}>
                <span class="title">{ title }</span>
                if let Some((mark, count)) = worst {
                    <span class={classes!("sign", marks::class(mark))}>
                        { marks::sign(mark) }
                        if mark != Mark::Agree { { count } }
                        <span class="unseen">{ marks::word(mark, props.language) }</span>
                    </span>
                } else if table.empty {
                    <span class="faint">{ props.language.of(result::EMPTY_TABLE) }</span>
                }
            </button>
        </li>
    }
}
