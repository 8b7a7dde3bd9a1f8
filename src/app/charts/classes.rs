//! What the money is spent on, as a treemap one can go down into, with its table beside it.

use crate::{
    charts::{
        amounts::{bar, drawn, in_wan, share},
        chart::Chart,
        options::{Area, ItemStyle, ItemTooltip, Label, Options, Series, Shown, Treemap},
    },
    words::{Language, structure},
};
use gouji::structure::Branch;
use rust_decimal::Decimal;
use std::cmp::Reverse;
use yew::prelude::*;

/// Colours of the areas, in turn.
const COLOURS: [&str; 6] = [
    "--area-0", "--area-1", "--area-2", "--area-3", "--area-4", "--area-5",
];

/// An area of less than the whole divided by this has no room for its name.
const SMALL: Decimal = Decimal::from_parts(25, 0, 0, false, 0);

/// What it is drawn from.
#[derive(Properties, PartialEq)]
pub struct ClassesProps {
    /// The classes.
    pub branches: Vec<Branch>,
    /// What they classify.
    pub title: &'static str,
    /// By what.
    pub subtitle: &'static str,
    /// How much of the whole is classified.
    #[prop_or_default]
    pub scope: Option<String>,
    /// Where the reader is: an index on each level.
    pub path: Vec<usize>,
    /// To go elsewhere.
    pub go: Callback<Vec<usize>>,
    /// Whether shares are shown instead of amounts.
    pub shares: bool,
    /// The language of the page.
    pub language: Language,
}

/// The chart, its path and its table.
#[component]
pub fn ClassesChart(props: &ClassesProps) -> Html {
    let path = down(&props.branches, &props.path);
    let level = level_at(&props.branches, &path);
    let total: Decimal = level.iter().map(|branch| branch.amount).sum();
    let descend = {
        let (path, go) = (path.clone(), props.go.clone());
        Callback::from(move |index: usize| {
            let mut deeper = path.clone();
            deeper.push(index);
            go.emit(deeper);
        })
    };
    let chosen = {
        let (descend, level) = (descend.clone(), level.to_vec());
        Callback::from(move |name: String| {
            let named = level
                .iter()
                .position(|it| label(it) == name && !it.parts.is_empty());
            if let Some(index) = named {
                descend.emit(index);
            }
        })
    };
    let mut largest_first: Vec<(usize, &Branch)> = level.iter().enumerate().collect();
    largest_first.sort_by_key(|it| Reverse(it.1.amount));
    let rows = largest_first
        .into_iter()
        .map(|(at, it)| row(at, it, total, &descend, props.language));
    html! {
        <section class="structure-part">
            <h2>{ props.title }{ " " }<small class="faint">{ props.subtitle }</small></h2>
            if let Some(scope) = &props.scope {
                <p class="scope">{ scope }</p>
            }
            { path_line(&path, props) }
            <div class="with-table">
                <div class="only-wide">
                    <Chart class="classes" options={options(level, total, props)} title={props.title}
                        language={props.language} {chosen} />
                </div>
                <div class="grid short" tabindex="0" role="group" aria-label={props.title}>{ table(rows.collect(), total, props) }</div>
            </div>
        </section>
    }
}

/// A level with one item that is all of it tells nothing: it is gone through.
fn down(branches: &[Branch], path: &[usize]) -> Vec<usize> {
    let mut path = path.to_vec();
    while let [only] = level_at(branches, &path)
        && !only.parts.is_empty()
    {
        path.push(0);
    }
    path
}

fn level_at<'a>(branches: &'a [Branch], path: &[usize]) -> &'a [Branch] {
    path.iter().fold(branches, |level, index| {
        level.get(*index).map_or(level, |it| &it.parts)
    })
}

fn label(branch: &Branch) -> String {
    format!("{} {}", branch.code, branch.name).trim().to_owned()
}

fn path_line(path: &[usize], props: &ClassesProps) -> Html {
    let to = |length: usize| {
        let (path, go) = (path[..length].to_vec(), props.go.clone());
        Callback::from(move |_: MouseEvent| go.emit(path.clone()))
    };
    let steps = path.iter().enumerate().filter_map(|(depth, index)| {
        let branch = level_at(&props.branches, &path[..depth]).get(*index)?;
        Some(html! {
            <li><button type="button" class="link" onclick={to(depth + 1)}>{ label(branch) }</button></li>
        })
    });
    html! {
        <nav class="path" aria-label={format!("{}: {}", props.language.of(structure::PATH), props.title)}>
            <ol>
                <li><button type="button" class="link" onclick={to(0)}>
                    { props.language.of(structure::ALL) }
                </button></li>
                { for steps }
            </ol>
        </nav>
    }
}

fn row(
    index: usize,
    branch: &Branch,
    total: Decimal,
    descend: &Callback<usize>,
    language: Language,
) -> Html {
    let go = descend.reform(move |_: MouseEvent| index);
    html! {
        <tr>
            <td class="code">{ &branch.code }</td>
            <th scope="row">
                if branch.parts.is_empty() {
                    { &branch.name }
                } else {
                    <button type="button" class="link" onclick={go}
                        title={language.fill(structure::OPEN_PARTS, &[&branch.name])}>
                        { &branch.name }{ " ›" }
                    </button>
                }
            </th>
            <td class="amount">{ in_wan(branch.amount) }</td>
            <td class="amount">{ share(branch.amount, total) }{ bar(branch.amount, total) }</td>
        </tr>
    }
}

fn table(rows: Vec<Html>, total: Decimal, props: &ClassesProps) -> Html {
    let language = props.language;
    html! {
        <table>
            <caption class="unseen">{ props.title }</caption>
            <thead><tr>
                <th scope="col">{ language.of(structure::CODE) }</th>
                <th scope="col">{ language.of(structure::ITEM) }</th>
                <th scope="col">{ language.of(structure::AMOUNT) }</th>
                <th scope="col">{ language.of(structure::SHARE) }</th>
            </tr></thead>
            <tbody>{ for rows }</tbody>
            <tfoot><tr>
                <td></td>
                <th scope="row">{ language.of(structure::TOTAL) }</th>
                <td class="amount">{ in_wan(total) }</td>
                <td class="amount">{ share(total, total) }</td>
            </tr></tfoot>
        </table>
    }
}

fn options(level: &[Branch], total: Decimal, props: &ClassesProps) -> Options {
    let description = props.language.fill(structure::CHART_OF, &[props.title]);
    let area = |(index, branch): (usize, &Branch)| {
        let number = if props.shares {
            share(branch.amount, total)
        } else {
            let amount = in_wan(branch.amount);
            props.language.fill(structure::IN_WAN, &[&amount])
        };
        // Braces would be read as places to fill in.
        let words = format!("{}\n{number}", label(branch).replace(['{', '}'], ""));
        Area {
            name: label(branch),
            // A few signs of a name say nothing; the table beside names what is small.
            label: ItemTooltip {
                formatter: match branch.amount * SMALL < total {
                    true => String::new(),
                    false => words.clone(),
                },
            },
            value: drawn(branch.amount),
            item_style: ItemStyle {
                color: COLOURS[index % COLOURS.len()].into(),
                border_color: "--paper".into(),
                border_width: 1,
            },
            tooltip: ItemTooltip { formatter: words },
        }
    };
    Options::plain(
        description,
        vec![Series::Treemap(Treemap {
            data: level
                .iter()
                .enumerate()
                .filter(|(_, it)| it.amount > Decimal::ZERO)
                .map(area)
                .collect(),
            label: Label {
                color: "--area-ink".into(),
                font_size: 13,
                overflow: "truncate",
                width: None,
            },
            node_click: false,
            roam: false,
            breadcrumb: Shown { show: false },
            width: "100%",
            height: "100%",
            top: 0,
            left: 0,
        })],
    )
}
