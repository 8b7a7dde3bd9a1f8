//! A parsed page → the marks that lay it out and the text between them, in reading order.
use scraper::{Html, Node, node::Element};

/// Elements that start a paragraph of their own.
const BLOCKS: [&str; 34] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "ul",
];
/// Elements that a reader sees nothing of, or that are no text.
const UNSEEN: [&str; 20] = [
    "head", "title", "script", "style", "template", "noscript", "xml", "svg", "math", "iframe",
    "object", "canvas", "audio", "video", "select", "textarea", "button", "datalist", "del", "map",
];

/// What lays out a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark<'a> {
    /// An element starts.
    Open(Kind),
    /// An element ends.
    Close(Kind),
    /// A line ends inside a paragraph.
    Break,
    /// Text as in the source.
    Text(&'a str),
    /// Text that is set above the line, as the marks of footnotes are.
    Raised(&'a str),
}

/// Elements that matter for the layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Starts a paragraph of its own.
    Block,
    /// A table.
    Table,
    /// The caption of a table.
    Caption,
    /// A row of a table.
    Row,
    /// A cell, and how many rows and columns it says it covers; no rows stands for all below.
    Cell(usize, usize),
}

/// The marks of a page. Walks the tree without recursion, however deep it is.
pub(super) fn of(page: &Html) -> Vec<Mark<'_>> {
    let mut marks = Vec::new();
    let mut node = page.tree.root();
    let mut setting = Setting::default();
    loop {
        let enters = enter(node.value(), &setting, &mut marks);
        if enters {
            setting.preformatted += usize::from(is_preformatted(node.value()));
            setting.raised += usize::from(is_raised(node.value()));
        }
        if let Some(child) = node.first_child().filter(|_| enters) {
            node = child;
            continue;
        }
        let mut entered = enters;
        loop {
            if entered {
                setting.preformatted -= usize::from(is_preformatted(node.value()));
                setting.raised -= usize::from(is_raised(node.value()));
                leave(node.value(), &mut marks);
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            let Some(parent) = node.parent() else {
                return marks;
            };
            node = parent;
            entered = true;
        }
    }
}

/// How many of the elements around a text set it in a way of their own.
#[derive(Debug, Default)]
struct Setting {
    preformatted: usize,
    raised: usize,
}

/// Notes that a node starts; says whether what is in it counts.
fn enter<'a>(node: &'a Node, setting: &Setting, marks: &mut Vec<Mark<'a>>) -> bool {
    match node {
        Node::Text(text) if setting.raised > 0 => {
            marks.push(Mark::Raised(text));
            false
        }
        Node::Text(text) if setting.preformatted > 0 => {
            let mut lines = text.split('\n');
            marks.extend(lines.next().map(Mark::Text));
            marks.extend(lines.flat_map(|line| [Mark::Break, Mark::Text(line)]));
            false
        }
        Node::Text(text) => {
            marks.push(Mark::Text(text));
            false
        }
        Node::Element(element) if is_hidden(element) => false,
        Node::Element(element) => {
            if element.name() == "br" {
                marks.push(Mark::Break);
            }
            marks.extend(kind(element).map(Mark::Open));
            true
        }
        Node::Document | Node::Fragment => true,
        _ => false,
    }
}

fn leave(node: &Node, marks: &mut Vec<Mark<'_>>) {
    let kind = node.as_element().and_then(kind);
    marks.extend(kind.map(Mark::Close));
}

fn is_preformatted(node: &Node) -> bool {
    node.as_element()
        .is_some_and(|element| element.name() == "pre")
}

/// Whether an element sets its text above the line.
fn is_raised(node: &Node) -> bool {
    node.as_element()
        .is_some_and(|element| element.name() == "sup" || says(element, &["vertical-align:super"]))
}

fn kind(element: &Element) -> Option<Kind> {
    match element.name() {
        "table" => Some(Kind::Table),
        "caption" => Some(Kind::Caption),
        "tr" => Some(Kind::Row),
        "td" | "th" => Some(Kind::Cell(
            span(element.attr("rowspan")),
            span(element.attr("colspan")),
        )),
        name => BLOCKS.contains(&name).then_some(Kind::Block),
    }
}

/// The number a span starts with; 1 if there is none.
fn span(value: Option<&str>) -> usize {
    let digits = value.unwrap_or("1").trim();
    let end = digits
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(digits.len());
    digits[..end.min(5)].parse().unwrap_or(1)
}

/// Whether nothing of an element is seen.
fn is_hidden(element: &Element) -> bool {
    UNSEEN.contains(&element.name())
        || element.attr("hidden").is_some()
        || says(
            element,
            &["display:none", "visibility:hidden", "mso-hide:all"],
        )
}

/// Whether the style of an element holds one of these rules.
fn says(element: &Element, rules: &[&str]) -> bool {
    element.attr("style").is_some_and(|style| {
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
        let style = style.to_ascii_lowercase();
        rules.iter().any(|rule| style.contains(rule))
    })
}
