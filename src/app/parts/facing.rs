//! A finding in the text: its sentence with the figures marked, beside the cells of the tables that
//! the sentence is held against.

use crate::{
    shown::Shown,
    words::{Language, findings},
};
use gouji::{
    budget::Spot,
    report::view::{BlockView, CellView, Piece},
};
use std::{collections::BTreeSet, ops::Range};
use yew::prelude::*;

/// So many signs of a long sentence are shown on either side of its figures.
const AROUND: usize = 60;
/// So many rows and columns of a table are shown.
const MOST: usize = 4;

/// What it is drawn from.
#[derive(Properties, PartialEq)]
pub struct FacingProps {
    /// The result.
    pub shown: Shown,
    /// Which finding.
    pub index: usize,
    /// The language of the page.
    pub language: Language,
}

/// Sentences and cells, facing each other; nothing for a finding that is in tables only.
#[component]
pub fn Facing(props: &FacingProps) -> Html {
    let shown = &props.shown;
    let figures = involved(shown, props.index);
    let sentences = sentences(shown, &figures);
    if sentences.is_empty() {
        return Html::default();
    }
    let cuts = cuts(shown, &figures);
    html! {
        <>
            <dt>{ props.language.of(findings::FACING) }</dt>
            <dd class="facing">
                { for sentences.iter().map(|it| sentence(shown, it, &figures)) }
                { for cuts.iter().map(|it| cut(shown, it, &figures)) }
            </dd>
        </>
    }
}

/// Every figure that the finding speaks of.
fn involved(shown: &Shown, index: usize) -> BTreeSet<usize> {
    let pointers = shown.pointers.get(index);
    let figures = pointers.into_iter().flat_map(|it| &it.figures);
    figures.copied().chain(shown.suspects_of(index)).collect()
}

/// A sentence: its paragraph, and its bytes there.
#[derive(PartialEq)]
struct Sentence {
    block: usize,
    bytes: Range<usize>,
}

fn sentences(shown: &Shown, figures: &BTreeSet<usize>) -> Vec<Sentence> {
    let mut sentences: Vec<Sentence> = Vec::new();
    for figure in figures.iter().filter_map(|it| shown.figure(*it)) {
        let (Spot::Span { start, end }, Some(BlockView::Paragraph { pieces, .. })) =
            (figure.spot, shown.blocks.get(figure.block))
        else {
            continue;
        };
        let whole: String = pieces.iter().map(|it| it.text.as_str()).collect();
        let found = Sentence {
            block: figure.block,
            bytes: around(&whole, start.0, end.0),
        };
        match sentences.iter_mut().find(|it| it.overlaps(&found)) {
            Some(told) => told.join(&found),
            None => sentences.push(found),
        }
    }
    sentences
}

impl Sentence {
    fn overlaps(&self, other: &Self) -> bool {
        let (one, two) = (&self.bytes, &other.bytes);
        self.block == other.block && one.start <= two.end && two.start <= one.end
    }

    fn join(&mut self, other: &Self) {
        let (one, two) = (&self.bytes, &other.bytes);
        self.bytes = one.start.min(two.start)..one.end.max(two.end);
    }
}

/// The sentence around some bytes of a paragraph, no longer than one reads at a glance.
fn around(whole: &str, start: usize, end: usize) -> Range<usize> {
    let (before, behind) = (
        whole.get(..start).unwrap_or_default(),
        whole.get(end..).unwrap_or_default(),
    );
    let after = |it: (usize, char)| it.0 + it.1.len_utf8();
    // A long sentence is cut between clauses: the farthest end of one within reach.
    let near = before.char_indices().rev().take(AROUND);
    let begun = near.clone().find(|it| ENDS.contains(&it.1)).map(after);
    let clause = || near.clone().filter(|it| CLAUSES.contains(&it.1)).last();
    let whole_before = before.chars().count() <= AROUND;
    let first = begun.or_else(|| match whole_before {
        true => Some(0),
        false => clause().map(after),
    });
    let near = behind.char_indices().take(AROUND);
    let ended = near.clone().find(|it| ENDS.contains(&it.1)).map(after);
    let clause = || near.clone().filter(|it| CLAUSES.contains(&it.1)).last();
    let whole_behind = behind.chars().count() <= AROUND;
    let last = ended.or_else(|| match whole_behind {
        true => Some(behind.len()),
        false => clause().map(after),
    });
    first.unwrap_or(start)..end + last.unwrap_or(0)
}

/// What ends a clause.
const CLAUSES: [char; 3] = ['，', '、', '：'];

/// What ends a sentence.
const ENDS: [char; 4] = ['。', '；', '！', '？'];

fn sentence(shown: &Shown, sentence: &Sentence, figures: &BTreeSet<usize>) -> Html {
    let Some(BlockView::Paragraph { pieces, .. }) = shown.blocks.get(sentence.block) else {
        return Html::default();
    };
    let mut from = 0;
    let mut parts = Vec::new();
    for piece in pieces {
        let at = from;
        from += piece.text.len();
        let (first, last) = (sentence.bytes.start.max(at), sentence.bytes.end.min(from));
        if let Some(text) = piece
            .text
            .get(first.saturating_sub(at)..last.saturating_sub(at))
        {
            parts.push(part(shown, piece, text, figures));
        }
    }
    let whole: String = pieces.iter().map(|it| it.text.as_str()).collect();
    let cut_before = whole
        .get(..sentence.bytes.start)
        .is_some_and(|it| !it.trim_end().is_empty() && !it.trim_end().ends_with(ENDS));
    let cut_behind = whole
        .get(..sentence.bytes.end)
        .is_some_and(|it| it.len() < whole.trim_end().len() && !it.trim_end().ends_with(ENDS));
    html! {
        <blockquote lang="zh-CN">
            if cut_before { { "…" } }{ for parts }if cut_behind { { "…" } }
        </blockquote>
    }
}

fn part(shown: &Shown, piece: &Piece, text: &str, figures: &BTreeSet<usize>) -> Html {
    match piece.figure.filter(|it| figures.contains(it)) {
        Some(figure) => marked(shown, figure, text),
        None => html! { { text } },
    }
}

/// A figure of the finding, with the mark it has everywhere.
fn marked(shown: &Shown, figure: usize, text: &str) -> Html {
    let Some(view) = shown.figure(figure) else {
        return html! { { text } };
    };
    html! {
        <mark class={crate::marks::class(view.mark)}>
            { text }<span class="sign" aria-hidden="true">{ crate::marks::sign(view.mark) }</span>
        </mark>
    }
}

/// A small piece of a table: some rows and columns of a block.
struct Cut {
    block: usize,
    rows: BTreeSet<usize>,
    columns: BTreeSet<usize>,
}

fn cuts(shown: &Shown, figures: &BTreeSet<usize>) -> Vec<Cut> {
    let mut cuts: Vec<Cut> = Vec::new();
    for figure in figures.iter().filter_map(|it| shown.figure(*it)) {
        let Spot::Cell { row, column } = figure.spot else {
            continue;
        };
        if !cuts.iter().any(|it| it.block == figure.block) {
            cuts.push(Cut {
                block: figure.block,
                rows: BTreeSet::new(),
                columns: BTreeSet::new(),
            });
        }
        let of_block = cuts.iter_mut().find(|it| it.block == figure.block);
        if let Some(cut) = of_block.filter(|it| it.rows.len() < MOST || it.rows.contains(&row)) {
            cut.rows.insert(row);
            if cut.columns.len() < MOST {
                cut.columns.insert(column);
            }
        }
    }
    cuts
}

fn cut(shown: &Shown, cut: &Cut, figures: &BTreeSet<usize>) -> Html {
    let Some(BlockView::Table {
        rows,
        headings,
        table,
        ..
    }) = shown.blocks.get(cut.block)
    else {
        return Html::default();
    };
    let title = table.map(|it| shown.title_of(it)).unwrap_or_default();
    let head = cut
        .columns
        .iter()
        .map(|it| html! { <th scope="col">{ heading(rows, *headings, *it) }</th> });
    let line = |row: &usize| {
        let first = cut.columns.first().copied().unwrap_or_default();
        let cells = cut.columns.iter().map(|column| {
            let cell = covering(rows, *row, *column);
            let text = cell.map_or("", |it| it.text.as_str());
            let figure = cell
                .and_then(|it| it.figure)
                .filter(|it| figures.contains(it));
            html! {
                <td class="amount">
                    { figure.map_or_else(|| html! { { text } }, |it| marked(shown, it, text)) }
                </td>
            }
        });
        html! { <tr><th scope="row">{ label(rows, *row, first) }</th>{ for cells }</tr> }
    };
    html! {
        <figure class="cut" lang="zh-CN">
            <figcaption>{ title }</figcaption>
            <table>
                <thead><tr><td></td>{ for head }</tr></thead>
                <tbody>{ for cut.rows.iter().map(line) }</tbody>
            </table>
        </figure>
    }
}

/// The cell that stands on or reaches over a position.
fn covering(rows: &[Vec<CellView>], row: usize, column: usize) -> Option<&CellView> {
    let upwards = rows.get(..=row)?.iter().enumerate().rev();
    let mut cells = upwards.flat_map(|(at, cells)| cells.iter().map(move |it| (at, it)));
    cells
        .find(|(at, it)| {
            at + it.row_span.max(1) > row
                && (it.column..it.column + it.column_span.max(1)).contains(&column)
        })
        .map(|it| it.1)
}

/// The headings over a column, outermost first.
fn heading(rows: &[Vec<CellView>], headings: usize, column: usize) -> String {
    let mut texts: Vec<&str> = Vec::new();
    for row in 0..headings {
        let text = covering(rows, row, column).map_or("", |it| it.text.as_str());
        if !text.is_empty() && texts.last() != Some(&text) {
            texts.push(text);
        }
    }
    texts.join(" · ")
}

/// The nearest words at the left of a cell.
fn label(rows: &[Vec<CellView>], row: usize, column: usize) -> String {
    let words = |it: &&CellView| it.figure.is_none() && it.text.chars().any(char::is_alphabetic);
    let mut left = (0..column).rev();
    left.find_map(|it| covering(rows, row, it).filter(words))
        .map_or_else(String::new, |it| it.text.clone())
}
