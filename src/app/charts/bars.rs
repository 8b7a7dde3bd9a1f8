//! This year beside last year as bars.

use crate::{
    charts::{
        amounts::{drawn, in_wan},
        chart::Chart,
        options::{
            Axis, AxisLabel, AxisLine, Bar, BarValue, Frame, ItemStyle, ItemTooltip, Legend,
            Options, Series, TextStyle,
        },
    },
    words::{Language, comparison, structure},
};
use gouji::structure::comparison::ComparedItem;
use rust_decimal::Decimal;
use yew::prelude::*;

/// More bars than this are no picture; the table has them all.
const MOST: usize = 16;

/// What the bars are drawn from.
#[derive(Properties, PartialEq)]
pub struct BarsProps {
    /// What is compared.
    pub items: Vec<ComparedItem>,
    /// What it is all about.
    pub title: String,
    /// The language of the page.
    pub language: Language,
}

/// Two bars for each item that has something in either year.
#[component]
pub fn Bars(props: &BarsProps) -> Html {
    let items = || props.items.iter().filter(|it| !is_nothing(it)).take(MOST);
    // The class gives the chart its height: a style in the page's markup would break the policy.
    let class = match items().count() {
        0 | 1 => return Html::default(),
        2..=4 => "bars few",
        5..=9 => "bars",
        _ => "bars many",
    };
    let year = |words, colour, value: fn(&ComparedItem) -> Decimal| {
        Series::Bar(Bar {
            name: props.language.of(words).to_owned(),
            data: items().map(|it| bar(it, value(it))).collect(),
            item_style: filled(colour),
            bar_max_width: 14,
        })
    };
    let series = vec![
        year(comparison::LAST_YEAR, "--bar-before", |it| it.before),
        year(comparison::THIS_YEAR, "--bar-now", |it| it.now),
    ];
    let description = props.language.fill(structure::CHART_OF, &[&props.title]);
    let options = Options {
        legend: Some(Legend {
            top: 0,
            right: 0,
            text_style: ink(),
        }),
        grid: Some(Frame {
            left: 8,
            right: 24,
            top: 28,
            bottom: 8,
            contain_label: true,
        }),
        x_axis: Some(Axis::value()),
        y_axis: Some(Axis::names(items().map(|it| it.name.clone()).collect())),
        ..Options::plain(description, series)
    };
    html! { <Chart {class} {options} title={props.title.clone()} language={props.language} /> }
}

const fn is_nothing(item: &ComparedItem) -> bool {
    item.now.is_zero() && item.before.is_zero()
}

fn bar(item: &ComparedItem, value: Decimal) -> BarValue {
    let name = item.name.replace(['{', '}'], "");
    BarValue {
        value: drawn(value),
        tooltip: ItemTooltip {
            formatter: format!("{name}\n{}", in_wan(value)),
        },
    }
}

fn filled(colour: &str) -> ItemStyle {
    ItemStyle {
        color: colour.into(),
        border_color: colour.into(),
        border_width: 0,
    }
}

fn ink() -> TextStyle {
    TextStyle {
        color: "--ink".into(),
    }
}

impl Axis {
    fn value() -> Self {
        Self {
            kind: "value",
            data: Vec::new(),
            inverse: false,
            axis_label: AxisLabel {
                color: "--faint".into(),
                width: None,
                overflow: "none",
                hide_overlap: true,
            },
            split_line: Some(AxisLine::of("--hair")),
        }
    }

    /// First name on top.
    fn names(data: Vec<String>) -> Self {
        Self {
            kind: "category",
            data,
            inverse: true,
            axis_label: AxisLabel {
                color: "--ink".into(),
                width: Some(150),
                overflow: "break",
                hide_overlap: false,
            },
            split_line: None,
        }
    }
}
