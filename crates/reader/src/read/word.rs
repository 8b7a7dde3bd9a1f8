//! Word documents (`.docx`, ECMA-376) → blocks.
//!
//! What a reader of the final text sees: insertions count, deletions and hidden text do not, and
//! headings have the numbers that Word puts there. Headers and footers stand outside the text.
mod inline;
mod numbering;
mod numerals;
pub(super) mod remarks;
mod story;
mod table;

use super::{
    Failure, Progress,
    package::{Package, cut_off, damaged},
    xml::{self, Element, Tree},
};
use crate::document::{Document, Trace, TraceKind, Where};
use numbering::Numbering;
use story::Story;

/// Where the text is when nothing else is said.
const MAIN_PART: &str = "word/document.xml";
/// Parts with notes, and the elements that hold one.
const NOTES: [(&str, &str); 2] = [("footnotes.xml", "footnote"), ("endnotes.xml", "endnote")];

/// Reads a document.
pub(super) fn read(bytes: &[u8], progress: &mut dyn FnMut(Progress)) -> Result<Document, Failure> {
    let mut package = Package::open(bytes)?;
    let main = main_part(&mut package)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let beside = |name: &str| format!("{folder}/{name}");
    let (mut story, is_cut) = text(&mut package, &main)?;
    for (part, name) in NOTES {
        let notes = tree(&mut package, &beside(part))?.unwrap_or_default();
        let is_written = |it: &&Element| it.name == name && it.attribute("type").is_none();
        for note in notes.root.elements().filter(is_written) {
            story.body(note)?;
        }
    }
    let comments = tree(&mut package, &beside("comments.xml"))?.unwrap_or_default();
    let mut document = story.close();
    let comments = comments.root.elements().filter(|it| it.name == "comment");
    let trace = Trace::counted(TraceKind::Comments, comments.count());
    document.traces.extend(trace);
    document.is_cut = package.is_cut || is_cut;
    document.notes.extend(document.is_cut.then(cut_off));
    progress(Progress { done: 1, total: 1 });
    if document.blocks.is_empty() {
        return Err(if document.is_cut {
            damaged()
        } else {
            Failure::empty()
        });
    }
    Ok(document)
}

/// The text itself, without notes, and whether it is cut off.
fn text(package: &mut Package<'_>, main: &str) -> Result<(Story, bool), Failure> {
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let beside = |name: &str| format!("{folder}/{name}");
    let Some(text) = tree(package, main)? else {
        return Err(damaged());
    };
    let styles = tree(package, &beside("styles.xml"))?.unwrap_or_default();
    let numbers = tree(package, &beside("numbering.xml"))?.unwrap_or_default();
    let mut story = Story::new(Numbering::new(&numbers.root, &styles.root));
    if let Some(body) = text.root.child("body") {
        story.body(body)?;
    }
    Ok((story, text.is_cut))
}

/// The paragraphs of the text by their places: which element of its part each of them is. Of a cell it is
/// the first that says something.
pub(super) struct Anchors(Vec<(Where, usize)>);

/// Where remarks can be anchored in a document.
fn anchors(bytes: &[u8]) -> Result<Anchors, Failure> {
    let mut package = Package::open(bytes)?;
    let main = main_part(&mut package)?;
    let (story, _) = text(&mut package, &main)?;
    Ok(Anchors(story.anchors))
}

/// The part that holds the text, as the package says.
fn main_part(package: &mut Package<'_>) -> Result<String, Failure> {
    let relations = tree(package, "_rels/.rels")?.unwrap_or_default();
    let is_main = |it: &&Element| {
        it.attribute("Type")
            .is_some_and(|kind| kind.ends_with("/officeDocument"))
    };
    let main = relations.root.elements().find(is_main);
    let target = main.and_then(|it| it.attribute("Target"));
    Ok(target
        .map_or(MAIN_PART, |it| it.trim_start_matches('/'))
        .to_owned())
}

fn tree(package: &mut Package<'_>, part: &str) -> Result<Option<Tree>, Failure> {
    package
        .part(part)?
        .map(|bytes| xml::parse(&bytes))
        .transpose()
}
