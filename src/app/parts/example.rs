//! An example of a rule: a drawn budget, its wrong figure marked.

use gouji::note::Text;
use yew::prelude::*;

use crate::words::Language;

/// What an example is drawn from.
#[derive(Properties, PartialEq)]
pub struct ExampleProps {
    /// What it shows.
    pub title: Text,
    /// `holds` or `fails`.
    pub class: &'static str,
    /// The drawings: cells between bars, sentences in lines of their own.
    pub drawings: Vec<String>,
    /// The language of the page.
    pub language: Language,
}

/// The example.
#[component]
pub fn Examples(props: &ExampleProps) -> Html {
    if props.drawings.is_empty() {
        return Html::default();
    }
    let drawing = |text: &String| html! { <div class="drawing">{ for parts_of(text) }</div> };
    html! {
        <figure class={classes!("example", props.class)}>
            <figcaption>{ props.language.of(props.title) }</figcaption>
            { for props.drawings.iter().map(drawing) }
        </figure>
    }
}

/// The tables and sentences of a drawing. A line whose first cell ends in 表 begins a table.
fn parts_of(text: &str) -> Vec<Html> {
    let mut parts = Vec::new();
    let mut rows: Vec<Vec<&str>> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let begins = cells[0].ends_with('表') || cells.len() == 1;
        if begins && !rows.is_empty() {
            parts.push(table(&std::mem::take(&mut rows)));
        }
        if cells.len() == 1 {
            parts.push(html! { <p lang="zh-CN">{ marked(line) }</p> });
        } else {
            rows.push(cells);
        }
    }
    if !rows.is_empty() {
        parts.push(table(&rows));
    }
    parts
}

fn table(rows: &[Vec<&str>]) -> Html {
    let head = rows.iter().take(1).flatten();
    let body = rows.iter().skip(1).map(|row| {
        let label = row.first().copied().unwrap_or_default();
        let cells = row
            .iter()
            .skip(1)
            .map(|cell| html! { <td class="amount">{ marked(cell) }</td> });
        html! { <tr><th scope="row">{ marked(label) }</th>{ for cells }</tr> }
    });
    html! {
        <table lang="zh-CN">
            <thead><tr>{ for head.map(|cell| html! { <th scope="col">{ *cell }</th> }) }</tr></thead>
            <tbody>{ for body }</tbody>
        </table>
    }
}

/// What stands in brackets, the wrong figure, is brought out.
fn marked(text: &str) -> Html {
    let pieces = text.split(']').map(|piece| match piece.split_once('[') {
        Some((before, wrong)) => html! { <>{ before }<mark>{ wrong }{ " ✗" }</mark></> },
        None => html! { { piece } },
    });
    html! { { for pieces } }
}
