//! A table of the document, redrawn with its merged cells, its heading and its labels frozen.

use crate::{
    parts::figure::{Emphasis, Figure},
    shown::Shown,
    words::Language,
};
use gouji::report::view::{BlockView, CellView};
use yew::prelude::*;

/// What a table is drawn from.
#[derive(Properties, PartialEq)]
pub struct GridProps {
    /// The result.
    pub shown: Shown,
    /// The block it stands in.
    pub block: usize,
    /// What to emphasise.
    pub emphasis: Emphasis,
    /// The language of the page.
    pub language: Language,
    /// What the table is, for screen readers.
    pub caption: AttrValue,
}

/// A position of the drawn table: a cell, or a blank that the document leaves out.
#[derive(Debug, PartialEq)]
enum Slot<'a> {
    Cell(&'a CellView),
    Blank(usize),
}

/// The table.
#[component]
pub fn Grid(props: &GridProps) -> Html {
    let Some(BlockView::Table {
        rows,
        headings,
        labels,
        ..
    }) = props.shown.blocks.get(props.block)
    else {
        return Html::default();
    };
    let slots = slots_of(rows);
    let headings = (*headings).min(slots.len());
    let (head, body) = slots.split_at(headings);
    // One figure of the table takes the focus by Tab; the arrow keys lead to the others.
    let first = rows.iter().flatten().find_map(|cell| cell.figure);
    html! {
        <div class="grid">
            <table>
                <caption class="unseen">{ props.caption.clone() }</caption>
                if !head.is_empty() {
                    <thead>
                        for row in head.iter() {
                            <tr>{ for row.iter().map(|slot| heading(slot, props)) }</tr>
                        }
                    </thead>
                }
                <tbody>
                    for row in body.iter() {
                        <tr>{ for row.iter().map(|slot| body_cell(slot, first, *labels, props)) }</tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn heading(slot: &Slot<'_>, props: &GridProps) -> Html {
    match slot {
        Slot::Blank(_) => html! { <td></td> },
        Slot::Cell(cell) if cell.text.trim().is_empty() => html! {
            <td colspan={span(cell.column_span)} rowspan={span(cell.row_span)}></td>
        },
        Slot::Cell(cell) => {
            let found = props.emphasis.finds(&cell.text).then_some("found");
            let scope = if cell.column_span > 1 {
                "colgroup"
            } else {
                "col"
            };
            html! {
                <th {scope} class={classes!(found)} colspan={span(cell.column_span)}
                    rowspan={span(cell.row_span)}>
                    { &cell.text }
                </th>
            }
        }
    }
}

fn body_cell(slot: &Slot<'_>, first: Option<usize>, labels: usize, props: &GridProps) -> Html {
    let cell = match slot {
        Slot::Blank(column) => {
            return html! { <td class={classes!(frozen(*column, labels))}></td> };
        }
        Slot::Cell(cell) => cell,
    };
    let (colspan, rowspan) = (span(cell.column_span), span(cell.row_span));
    let found = props.emphasis.finds(&cell.text).then_some("found");
    if let Some(index) = cell.figure {
        html! {
            <td class={classes!("amount", found)} {colspan} {rowspan}>
                <Figure shown={props.shown.clone()} {index} language={props.language}
                    emphasis={props.emphasis.clone()} text={cell.text.clone()}
                    reachable={first == Some(index)} />
            </td>
        }
    } else if frozen(cell.column, labels).is_some() && !cell.text.is_empty() {
        html! {
            <th scope="row" class={classes!("frozen", found)} {colspan} {rowspan}>{ &cell.text }</th>
        }
    } else {
        let kind = if !is_number(&cell.text) {
            None
        } else if cell.column < labels {
            Some("code")
        } else {
            Some("amount")
        };
        html! {
            <td class={classes!(kind, found, frozen(cell.column, labels))} {colspan} {rowspan}>
                { &cell.text }
            </td>
        }
    }
}

/// Whether a text is nothing but a number, a code or a dash: such cells are set as figures are.
fn is_number(text: &str) -> bool {
    text.chars()
        .all(|sign| sign.is_ascii_digit() || " ,.-—%".contains(sign))
}

/// The last label column stays in view when the table is moved sideways: it has the names.
fn frozen(column: usize, labels: usize) -> Option<&'static str> {
    (column + 1 == labels).then_some("frozen")
}

fn span(cells: usize) -> Option<String> {
    (cells > 1).then(|| cells.to_string())
}

/// Rows of cells with the blanks that the document leaves out, so that every figure stands under
/// its heading.
fn slots_of(rows: &[Vec<CellView>]) -> Vec<Vec<Slot<'_>>> {
    let end = |cell: &CellView| cell.column + cell.column_span.max(1);
    let columns = rows.iter().flatten().map(end).max().unwrap_or(0);
    // How many more rows each column is covered by a cell from above.
    let mut covered = vec![0_usize; columns];
    let mut slots = Vec::with_capacity(rows.len());
    for row in rows {
        let mut line = Vec::with_capacity(columns);
        let mut cells = row.iter().peekable();
        let mut column = 0;
        while column < columns {
            if let Some(cell) = cells.next_if(|cell| cell.column <= column) {
                let width = cell.column_span.max(1);
                if cell.column == column {
                    for reached in covered.iter_mut().skip(column).take(width) {
                        *reached = cell.row_span.max(1);
                    }
                    line.push(Slot::Cell(cell));
                    column += width;
                }
            } else {
                if covered[column] == 0 {
                    line.push(Slot::Blank(column));
                }
                column += 1;
            }
        }
        for reached in &mut covered {
            *reached = reached.saturating_sub(1);
        }
        slots.push(line);
    }
    slots
}
