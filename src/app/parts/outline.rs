//! The tables of the document and the sections of its narrative with their marks, to go to one.

use crate::{
    browser, marks,
    shown::Shown,
    words::{Language, result},
};
use gouji::report::view::{BlockView, Mark};
use std::ops::Range;
use web_sys::ScrollLogicalPosition;
use yew::prelude::*;

/// A heading so near before a table is its title.
const NEAR: usize = 3;
/// Deeper headings are found below these.
const DEEPEST: u8 = 2;

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
    let entries = use_memo(props.shown.clone(), entries);
    let label = props.language.of(result::OUTLINE);
    let list = html! { <ol>{ for entries.iter().map(|it| line(it, props)) }</ol> };
    html! {
        <nav class="outline" aria-label={label}>
            if browser::is_narrow() {
                // Beside the document there is no room: it is asked for.
                <details class="menu">
                    <summary class="button">{ label }{ " ▾" }</summary>
                    { list }
                </details>
            } else {
                { list }
            }
        </nav>
    }
}

/// Something one can go to.
#[derive(Debug, PartialEq)]
struct Entry {
    title: String,
    /// 1 for parts, 2 for sections and tables.
    level: u8,
    blocks: Range<usize>,
    /// The table, if it is one.
    table: Option<usize>,
}

fn entries(shown: &Shown) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (block, view) in shown.blocks.iter().enumerate() {
        if let Some(entry) = entry(shown, block, view) {
            let title = |it: &Entry| it.table.is_none() && block - it.blocks.start <= NEAR;
            if entry.table.is_some() && entries.last().is_some_and(|it| title(it) && it.level == 2)
            {
                entries.pop();
            }
            entries.push(entry);
        } else if let Some(last) = entries.last_mut() {
            last.blocks.end = block + 1;
        }
    }
    entries
}

/// What begins at a block.
fn entry(shown: &Shown, block: usize, view: &BlockView) -> Option<Entry> {
    let (title, level, table) = match view {
        BlockView::Paragraph { pieces, heading } if (1..=DEEPEST).contains(heading) => {
            let text: String = pieces.iter().map(|it| it.text.as_str()).collect();
            (text.trim().to_owned(), *heading, None)
        }
        BlockView::Table {
            table: Some(table),
            continued: false,
            ..
        } => (shown.title_of(*table), 2, Some(*table)),
        _ => return None,
    };
    Some(Entry {
        title,
        level,
        blocks: block..block + 1,
        table,
    })
}

/// The worst mark of an entry, and how often it stands there.
fn worst(entry: &Entry, shown: &Shown) -> Option<(Mark, usize)> {
    let marks = [
        Mark::Disagree,
        Mark::Involved,
        Mark::WithinRounding,
        Mark::Agree,
    ];
    let figures = || {
        entry
            .blocks
            .clone()
            .flat_map(|block| shown.figures_of(block))
    };
    let count = |mark: Mark| {
        figures()
            .filter(|it| shown.figure(**it).is_some_and(|it| it.mark == mark))
            .count()
    };
    marks
        .into_iter()
        .map(|mark| (mark, count(mark)))
        .find(|(_, count)| *count > 0)
}

fn line(entry: &Entry, props: &OutlineProps) -> Html {
    let first = entry.blocks.start;
    let figures = |block| props.shown.figures_of(block).first().copied();
    let figure = entry.blocks.clone().find_map(figures);
    let go = Callback::from(move |_: MouseEvent| {
        browser::close_details(".outline details");
        browser::reveal(&format!("block-{first}"), ScrollLogicalPosition::Start);
        // Pages as they are have no blocks, but their figures.
        if let Some(figure) = figure.filter(|_| !browser::is_there(&format!("block-{first}"))) {
            browser::reveal(&format!("figure-{figure}"), ScrollLogicalPosition::Center);
        }
    });
    let empty = entry
        .table
        .and_then(|it| props.shown.report.tables.get(it))
        .is_some_and(|it| it.empty);
    html! {
        <li class={classes!((entry.level == 1).then_some("part"))}>
            <button type="button" onclick={go}>
                <span class="title">{ &entry.title }</span>
                if let Some((mark, count)) = worst(entry, &props.shown) {
                    <span class={classes!("sign", marks::class(mark))}>
                        { marks::sign(mark) }
                        if mark != Mark::Agree { { count } }
                        <span class="unseen">{ marks::word(mark, props.language) }</span>
                    </span>
                } else if empty {
                    <span class="faint">{ props.language.of(result::EMPTY_TABLE) }</span>
                }
            </button>
        </li>
    }
}
