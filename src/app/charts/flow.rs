//! Where the money comes from and goes to, as a Sankey chart with its table beside it.

use crate::{
    charts::{
        amounts::{bar, drawn, in_wan, share},
        chart::Chart,
        options::{
            ItemStyle, ItemTooltip, Label, LabelLayout, LineStyle, Options, Sankey, SankeyEmphasis,
            SankeyLink, SankeyNode, Series,
        },
    },
    words::{Language, structure},
};
use gouji::structure::{Flow, Link, Node};
use rust_decimal::Decimal;
use std::cmp::Reverse;
use yew::prelude::*;

/// A colour for each stage.
const COLOURS: [&str; 5] = [
    "--stage-0",
    "--stage-1",
    "--stage-2",
    "--stage-3",
    "--stage-4",
];

/// What it is drawn from.
#[derive(Properties, PartialEq)]
pub struct FlowProps {
    /// The flow.
    pub flow: Flow,
    /// Whether shares are shown instead of amounts.
    pub shares: bool,
    /// The language of the page.
    pub language: Language,
}

/// The chart and its table.
#[component]
pub fn FlowChart(props: &FlowProps) -> Html {
    let (flow, language) = (&props.flow, props.language);
    let rows = flow.links.iter().map(|link| {
        let name = |index: usize| flow.nodes.get(index).map_or("", |node| node.name.as_str());
        html! {
            <tr>
                <td>{ name(link.from) }</td>
                <th scope="row">{ name(link.to) }</th>
                <td class="amount">{ in_wan(link.amount) }</td>
                <td class="amount">{ share(link.amount, flow.total) }</td>
            </tr>
        }
    });
    html! {
        <section class="structure-part wide">
            <h2>{ language.of(structure::FLOW) }</h2>
            <p class="faint">{ language.of(structure::FLOW_STAGES) }</p>
            <div class="with-table">
                <div class="only-wide">
                    <Chart class="flow" options={options(props)} title={language.of(structure::FLOW)} {language} />
                </div>
                { stages(props) }
                <div class="grid short" tabindex="0" role="group" aria-label={language.of(structure::FLOW)}>
                    <table>
                        <caption class="unseen">{ language.of(structure::FLOW) }</caption>
                        <thead><tr>
                            <th scope="col">{ language.of(structure::FROM) }</th>
                            <th scope="col">{ language.of(structure::TO) }</th>
                            <th scope="col">{ language.of(structure::AMOUNT) }</th>
                            <th scope="col">{ language.of(structure::SHARE) }</th>
                        </tr></thead>
                        <tbody>{ for rows }</tbody>
                    </table>
                </div>
            </div>
        </section>
    }
}

/// The stops of each stage as bars: on a narrow page there is no room to see them flow.
fn stages(props: &FlowProps) -> Html {
    let (flow, language) = (&props.flow, props.language);
    let stage = |number: u8| {
        let stops = flow.nodes.iter().enumerate();
        let mut stops: Vec<(&Node, Decimal)> = stops
            .filter(|(_, it)| it.stage == number)
            .map(|(at, it)| (it, through(at, flow)))
            .collect();
        stops.sort_by_key(|it| Reverse(it.1));
        let line = |(node, amount): &(&Node, Decimal)| {
            html! {
                <li>
                    <span>{ &node.name }</span>
                    <span class="amount">{ in_wan(*amount) }{ " · " }{ share(*amount, flow.total) }</span>
                    { bar(*amount, flow.total) }
                </li>
            }
        };
        let title = structure::STAGES.get(usize::from(number));
        (!stops.is_empty()).then(|| {
            html! {
                <section>
                    <h3>{ title.map_or("", |it| language.of(*it)) }</h3>
                    <ul>{ for stops.iter().map(line) }</ul>
                </section>
            }
        })
    };
    html! { <div class="stages only-narrow">{ for (0..5).filter_map(stage) }</div> }
}

/// What runs through a stop.
fn through(index: usize, flow: &Flow) -> Decimal {
    let sum = |end: fn(&Link) -> usize| {
        let mine = flow.links.iter().filter(|it| end(it) == index);
        mine.map(|it| it.amount).sum::<Decimal>()
    };
    sum(|it| it.to).max(sum(|it| it.from))
}

fn options(props: &FlowProps) -> Options {
    let (flow, language) = (&props.flow, props.language);
    let title = language.of(structure::FLOW);
    Options::plain(
        language.fill(structure::CHART_OF, &[title]),
        vec![Series::Sankey(Sankey {
            data: flow
                .nodes
                .iter()
                .enumerate()
                .map(|(at, it)| stop(at, it, props))
                .collect(),
            links: flow
                .links
                .iter()
                .filter_map(|link| stream(link, props))
                .collect(),
            label: Label {
                color: "--ink".into(),
                font_size: 12,
                overflow: "break",
                width: Some(130),
            },
            label_layout: LabelLayout { hide_overlap: true },
            line_style: LineStyle {
                color: "source".into(),
                opacity: 0.28,
            },
            left: 8,
            right: 160,
            top: 8,
            bottom: 24,
            node_gap: 16,
            node_width: 12,
            emphasis: SankeyEmphasis { focus: "adjacency" },
            draggable: false,
        })],
    )
}

fn stop(index: usize, node: &Node, props: &FlowProps) -> SankeyNode {
    let amount = through(index, &props.flow);
    let colour = COLOURS
        .get(usize::from(node.stage))
        .copied()
        .unwrap_or(COLOURS[0]);
    SankeyNode {
        name: node.name.clone(),
        label: words(&node.name, amount, props),
        depth: node.stage,
        item_style: ItemStyle {
            color: colour.into(),
            border_color: colour.into(),
            border_width: 0,
        },
        tooltip: words(&node.name, amount, props),
    }
}

fn stream(link: &Link, props: &FlowProps) -> Option<SankeyLink> {
    let (from, to) = (
        props.flow.nodes.get(link.from)?,
        props.flow.nodes.get(link.to)?,
    );
    Some(SankeyLink {
        source: from.name.clone(),
        target: to.name.clone(),
        value: drawn(link.amount),
        tooltip: words(&format!("{} → {}", from.name, to.name), link.amount, props),
    })
}

fn words(name: &str, amount: Decimal, props: &FlowProps) -> ItemTooltip {
    let number = if props.shares {
        share(amount, props.flow.total)
    } else {
        props.language.fill(structure::IN_WAN, &[&in_wan(amount)])
    };
    // Braces would be read as places to fill in.
    ItemTooltip {
        formatter: format!("{}\n{number}", name.replace(['{', '}'], "")),
    }
}
