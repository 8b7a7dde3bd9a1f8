//! What the chart library is told, as typed data. Its tooltips are drawn as text, because those of
//! HTML break the page's policy.

use serde::Serialize;

/// A chart.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Options {
    /// Whether it moves.
    pub animation: bool,
    /// What a screen reader hears.
    pub aria: Aria,
    /// What shows under the pointer.
    pub tooltip: Tooltip,
    /// What the colours stand for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legend: Option<Legend>,
    /// Where a chart with axes stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grid: Option<Frame>,
    /// What is measured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub x_axis: Option<Axis>,
    /// What it is measured of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub y_axis: Option<Axis>,
    /// What is drawn.
    pub series: Vec<Series>,
}

impl Options {
    /// A chart without axes.
    pub const fn plain(description: String, series: Vec<Series>) -> Self {
        Self {
            animation: false,
            aria: Aria {
                enabled: true,
                label: AriaLabel { description },
            },
            tooltip: Tooltip {
                render_mode: "richText",
                trigger: "item",
                formatter: "{b}",
            },
            legend: None,
            grid: None,
            x_axis: None,
            y_axis: None,
            series,
        }
    }
}

/// What the colours stand for.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Legend {
    /// Room at the top.
    pub top: u32,
    /// Room at the right.
    pub right: u32,
    /// The letters.
    pub text_style: TextStyle,
}

/// The colour of letters.
#[derive(Serialize, Clone, PartialEq, Debug)]
pub struct TextStyle {
    /// The colour.
    pub color: String,
}

/// Where a chart with axes stands.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Frame {
    /// Room at the left.
    pub left: u32,
    /// Room at the right.
    pub right: u32,
    /// Room at the top.
    pub top: u32,
    /// Room at the bottom.
    pub bottom: u32,
    /// Whether the letters of the axes stand inside.
    pub contain_label: bool,
}

/// An axis.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Axis {
    /// `value` or `category`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The names of a `category`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<String>,
    /// Whether it begins at the other end.
    pub inverse: bool,
    /// How it is lettered.
    pub axis_label: AxisLabel,
    /// The lines through the chart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub split_line: Option<AxisLine>,
}

/// How an axis is lettered.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct AxisLabel {
    /// Colour of the letters.
    pub color: String,
    /// How wide they may be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Where they do not fit.
    pub overflow: &'static str,
    /// Whether those that run into others are left out.
    pub hide_overlap: bool,
}

/// Lines of an axis.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct AxisLine {
    /// Their colour.
    pub line_style: TextStyle,
}

impl AxisLine {
    /// Lines of this colour.
    pub fn of(colour: &str) -> Self {
        Self {
            line_style: TextStyle {
                color: colour.into(),
            },
        }
    }
}

/// Bars of one colour.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Bar {
    /// What the colour stands for.
    pub name: String,
    /// One bar for each name of the axis.
    pub data: Vec<BarValue>,
    /// The colour.
    pub item_style: ItemStyle,
    /// No bar is thicker, in pixels.
    pub bar_max_width: u32,
}

/// A bar.
#[derive(Serialize, Clone, PartialEq, Debug)]
pub struct BarValue {
    /// How long it is drawn.
    pub value: f64,
    /// What shows under the pointer.
    pub tooltip: ItemTooltip,
}

/// What a screen reader hears.
#[derive(Serialize, Clone, PartialEq, Debug)]
pub struct Aria {
    /// Whether it hears anything.
    pub enabled: bool,
    /// The words.
    pub label: AriaLabel,
}

/// The words of [`Aria`].
#[derive(Serialize, Clone, PartialEq, Debug)]
pub struct AriaLabel {
    /// The words.
    pub description: String,
}

/// What shows under the pointer.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Tooltip {
    /// Drawn as text.
    pub render_mode: &'static str,
    /// `item`.
    pub trigger: &'static str,
    /// The words: the chart's name for them.
    pub formatter: &'static str,
}

/// What is drawn.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Series {
    /// Flows between stages.
    Sankey(Sankey),
    /// Areas.
    Treemap(Treemap),
    /// Bars.
    Bar(Bar),
}

/// Flows between stages.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Sankey {
    /// The stops.
    pub data: Vec<SankeyNode>,
    /// The flows.
    pub links: Vec<SankeyLink>,
    /// How stops are lettered.
    pub label: Label,
    /// What becomes of letters that run into each other.
    pub label_layout: LabelLayout,
    /// How flows are drawn.
    pub line_style: LineStyle,
    /// Room at the left and the right.
    pub left: u32,
    /// Room for the last stage's letters.
    pub right: u32,
    /// Room at the top.
    pub top: u32,
    /// Room at the bottom.
    pub bottom: u32,
    /// Room between stops.
    pub node_gap: u32,
    /// Width of a stop.
    pub node_width: u32,
    /// What the pointer brings out.
    pub emphasis: SankeyEmphasis,
    /// Stops stay where they are.
    pub draggable: bool,
}

/// What the pointer brings out.
#[derive(Serialize, Clone, PartialEq, Debug)]
pub struct SankeyEmphasis {
    /// The neighbours of a stop.
    pub focus: &'static str,
}

/// A stop.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct SankeyNode {
    /// Its name, unique.
    pub name: String,
    /// Its stage.
    pub depth: u8,
    /// Its name with its amount or share.
    pub label: ItemTooltip,
    /// Its colour.
    pub item_style: ItemStyle,
    /// What shows under the pointer.
    pub tooltip: ItemTooltip,
}

/// A flow.
#[derive(Serialize, Clone, PartialEq, Debug)]
pub struct SankeyLink {
    /// Where it comes from.
    pub source: String,
    /// Where it goes to.
    pub target: String,
    /// How wide it is drawn.
    pub value: f64,
    /// What shows under the pointer.
    pub tooltip: ItemTooltip,
}

/// Areas.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Treemap {
    /// The areas.
    pub data: Vec<Area>,
    /// How they are lettered.
    pub label: Label,
    /// The page has its own way down.
    pub node_click: bool,
    /// Areas stay where they are.
    pub roam: bool,
    /// The page has its own path.
    pub breadcrumb: Shown,
    /// The whole width.
    pub width: &'static str,
    /// The whole height.
    pub height: &'static str,
    /// Room at the top.
    pub top: u32,
    /// Room at the left.
    pub left: u32,
}

/// Whether a part is shown.
#[derive(Serialize, Clone, PartialEq, Debug)]
pub struct Shown {
    /// Whether it is.
    pub show: bool,
}

/// An area.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Area {
    /// Its name.
    pub name: String,
    /// Its name with its amount or share.
    pub label: ItemTooltip,
    /// How large it is drawn.
    pub value: f64,
    /// Its colour.
    pub item_style: ItemStyle,
    /// What shows under the pointer.
    pub tooltip: ItemTooltip,
}

/// A colour and its edge.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct ItemStyle {
    /// The colour.
    pub color: String,
    /// The colour of the edge.
    pub border_color: String,
    /// Width of the edge.
    pub border_width: u32,
}

/// What is written at one item, or shows under the pointer.
#[derive(Serialize, Clone, PartialEq, Debug)]
pub struct ItemTooltip {
    /// The words.
    pub formatter: String,
}

/// What becomes of letters that run into each other.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct LabelLayout {
    /// Whether the later ones are left out; the table beside the chart has them.
    pub hide_overlap: bool,
}

/// How something is lettered.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Label {
    /// Colour of the letters.
    pub color: String,
    /// Size of the letters.
    pub font_size: u32,
    /// Where it does not fit.
    pub overflow: &'static str,
    /// How wide it may be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
}

/// How a flow is drawn.
#[derive(Serialize, Clone, PartialEq, Debug)]
pub struct LineStyle {
    /// Its colour.
    pub color: String,
    /// How opaque it is.
    pub opacity: f64,
}
