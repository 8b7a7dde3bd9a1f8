//! The text inside a paragraph.
use crate::read::{
    lines::is_unseen,
    raised::raised,
    xml::{Element, Node},
};

/// What a paragraph holds.
#[derive(Debug, Default)]
pub(super) struct Inline<'a> {
    /// Its text; a line break is `\n`.
    pub text: String,
    /// Text boxes that hang on it.
    pub boxes: Vec<&'a Element>,
    /// Insertions and deletions in it.
    pub changes: usize,
    /// Pieces of hidden text in it.
    pub hidden: usize,
    /// Whether the text at hand is set above the line.
    is_raised: bool,
}

impl<'a> Inline<'a> {
    /// What `paragraph` holds.
    pub(super) fn of(paragraph: &'a Element) -> Self {
        let mut inline = Inline::default();
        inline.take(paragraph);
        inline
    }

    fn take(&mut self, parent: &'a Element) {
        for element in parent.elements() {
            match element.name.as_str() {
                "t" => self.push_text(element),
                "tab" | "ptab" => self.text.push('\t'),
                "br" | "cr" => self.push_break(element),
                "noBreakHyphen" => self.text.push('-'),
                "r" if is_hidden(element) => self.hidden += 1,
                "r" if is_raised(element) => {
                    self.is_raised = true;
                    self.take(element);
                    self.is_raised = false;
                }
                "ins" | "moveTo" => {
                    self.changes += 1;
                    self.take(element);
                }
                "del" | "moveFrom" => self.changes += 1,
                "txbxContent" => self.boxes.push(element),
                "AlternateContent" => self.take(alternative(element)),
                "pPr" | "rPr" | "sdtPr" | "instrText" | "delText" | "delInstrText" | "rt" => {}
                _ => self.take(element),
            }
        }
    }

    fn push_text(&mut self, element: &Element) {
        for node in &element.nodes {
            if let Node::Text(text) = node {
                let seen: String = text.chars().filter(|it| !is_unseen(*it)).collect();
                let seen = if self.is_raised { raised(&seen) } else { seen };
                self.text.push_str(&seen);
            }
        }
    }

    /// A page or a column that ends inside a paragraph breaks no line of it.
    fn push_break(&mut self, element: &Element) {
        if !matches!(element.attribute("type"), Some("page" | "column")) {
            self.text.push('\n');
        }
    }
}

fn is_hidden(run: &Element) -> bool {
    run.child("rPr").is_some_and(|it| it.is_on("vanish"))
}

fn is_raised(run: &Element) -> bool {
    let settings = run.child("rPr");
    settings.and_then(|it| it.setting("vertAlign")) == Some("superscript")
}

/// Of two ways to say the same, the newer one.
fn alternative(element: &Element) -> &Element {
    let choice = element.child("Choice");
    choice
        .or_else(|| element.child("Fallback"))
        .unwrap_or(element)
}
