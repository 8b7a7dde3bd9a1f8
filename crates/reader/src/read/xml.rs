//! XML → a tree of elements, names without their prefixes. What is behind a fault is left out, and
//! that is told.
use super::{Failure, ideographs::unified_sign};
use encoding_rs::{Encoding, UTF_8};
use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

/// Most elements of one part of a file.
const MAX_ELEMENTS: usize = 2_000_000;
/// Most attributes of one part of a file.
const MAX_ATTRIBUTES: usize = 1_500_000;
/// Maximum nesting of elements.
const MAX_NESTING: usize = 200;

/// An element.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its name without a prefix.
    pub name: String,
    /// Names, without prefixes, and values of its attributes.
    attributes: Vec<(String, String)>,
    /// What is in it.
    pub nodes: Vec<Node>,
    /// How many elements of the part begin before it.
    pub ordinal: usize,
}

/// What an element holds.
#[derive(Debug)]
pub(super) enum Node {
    /// Another one.
    Element(Element),
    /// Text.
    Text(String),
}

/// A part as read.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// Its outermost element.
    pub root: Element,
    /// Whether it ends too early or has a fault, behind which nothing is read.
    pub is_cut: bool,
}

impl Element {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(it, _)| it == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The elements in it.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element of a name in it.
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|it| it.name == name)
    }

    /// The element at the end of a path of names.
    pub(super) fn at(&self, path: &[&str]) -> Option<&Element> {
        path.iter().try_fold(self, |it, name| it.child(name))
    }

    /// The attribute `val` of a child, as Word writes settings.
    pub(super) fn setting(&self, name: &str) -> Option<&str> {
        self.child(name)?.attribute("val")
    }

    /// Whether a switch is set: there, and not said to be off.
    pub(super) fn is_on(&self, name: &str) -> bool {
        self.child(name)
            .is_some_and(|it| !matches!(it.attribute("val"), Some("0" | "false" | "off")))
    }

    /// The text in it.
    pub(super) fn text(&self) -> String {
        let text = |node: &Node| match node {
            Node::Element(element) => element.text(),
            Node::Text(text) => text.clone(),
        };
        self.nodes.iter().map(text).collect()
    }
}

/// Reads a part.
pub(super) fn parse(bytes: &[u8]) -> Result<Tree, Failure> {
    let encoding = Encoding::for_bom(bytes).map_or(UTF_8, |(encoding, _)| encoding);
    let text = encoding.decode(bytes).0;
    let mut reader = Reader::from_str(&text);
    let mut open: Vec<Element> = vec![Element::default()];
    let (mut count, mut attributes, mut elements) = (0, 0, 0);
    let is_cut = loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                let element = element(&start, elements, MAX_ATTRIBUTES + 1 - attributes);
                attributes += element.attributes.len();
                elements += 1;
                open.push(element);
            }
            Ok(Event::Empty(start)) => {
                let element = element(&start, elements, MAX_ATTRIBUTES + 1 - attributes);
                attributes += element.attributes.len();
                elements += 1;
                close(&mut open, element);
            }
            Ok(Event::End(_)) => match open.pop() {
                Some(last) if !open.is_empty() => close(&mut open, last),
                _ => return Ok(Tree::default()),
            },
            Ok(Event::Text(text)) => push_text(&mut open, text.as_ref()),
            Ok(Event::CData(text)) => push_text(&mut open, text.as_ref()),
            Ok(Event::GeneralRef(name)) => push_text(&mut open, &entity(name.as_ref())),
            Ok(Event::Eof) => break open.len() > 1,
            Ok(_) => {}
            Err(_) => break true,
        }
        count += 1;
        if count > 2 * MAX_ELEMENTS {
            return Err(Failure::too_large(
                "XML 元素数",
                "XML elements",
                MAX_ELEMENTS,
            ));
        }
        if attributes > MAX_ATTRIBUTES {
            return Err(Failure::too_large(
                "XML 属性数",
                "XML attributes",
                MAX_ATTRIBUTES,
            ));
        }
        if open.len() > MAX_NESTING {
            return Err(Failure::too_large(
                "XML 嵌套层数",
                "levels of nested XML",
                MAX_NESTING,
            ));
        }
    };
    while let Some(last) = open.pop() {
        if open.is_empty() {
            let root = last.nodes.into_iter().find_map(|node| match node {
                Node::Element(element) => Some(element),
                Node::Text(_) => None,
            });
            return Ok(Tree {
                root: root.unwrap_or_default(),
                is_cut,
            });
        }
        close(&mut open, last);
    }
    Ok(Tree::default())
}

fn close(open: &mut [Element], element: Element) {
    if let Some(parent) = open.last_mut() {
        parent.nodes.push(Node::Element(element));
    }
}

fn push_text(open: &mut [Element], text: &str) {
    let Some(parent) = open.last_mut() else {
        return;
    };
    let signs = text.chars().map(unified_sign);
    match parent.nodes.last_mut() {
        Some(Node::Text(before)) => before.extend(signs),
        _ => parent.nodes.push(Node::Text(signs.collect())),
    }
}

/// An element with at most so many attributes.
fn element(start: &BytesStart<'_>, ordinal: usize, most: usize) -> Element {
    let mut attributes = start.attributes();
    Element {
        name: local(start.name().as_ref()),
        attributes: attributes
            .with_checks(false)
            .flatten()
            .take(most)
            .map(|it| (local(it.key.as_ref()), unescaped(it.value.as_ref())))
            .collect(),
        nodes: Vec::new(),
        ordinal,
    }
}

fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or_default().to_owned()
}

fn unescaped(value: &str) -> String {
    quick_xml::escape::unescape(value).map_or_else(|_| value.to_owned(), |it| it.into_owned())
}

/// The character that `&name;` stands for.
fn entity(name: &str) -> String {
    unescaped(&format!("&{name};"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Tree {
        parse(text.as_bytes()).expect("it is small")
    }

    #[test]
    fn names_lose_their_prefixes_and_entities_are_read() {
        let tree = parsed("<w:p a:b='1 &lt; 2'>收 &amp; 支<w:r/>&#20803;</w:p>");
        assert_eq!(tree.root.name, "p");
        assert_eq!(tree.root.attribute("b"), Some("1 < 2"));
        assert_eq!(tree.root.text(), "收 & 支元");
        assert!(!tree.is_cut);
    }

    #[test]
    fn what_stands_before_a_fault_is_kept() {
        let tree = parsed("<a><b>收入</b><c>支出");
        assert_eq!(tree.root.text(), "收入支出");
        assert!(tree.is_cut);
    }

    #[test]
    fn attributes_are_bounded() {
        let attributes = " a=''".repeat(MAX_ATTRIBUTES + 1);
        let failure = parse(format!("<a{attributes}/>").as_bytes()).err();
        assert!(failure.is_some_and(|it| it.message.zh.contains("属性")));
    }

    #[test]
    fn nesting_is_bounded() {
        assert!(parse("<a>".repeat(MAX_NESTING + 1).as_bytes()).is_err());
    }
}
