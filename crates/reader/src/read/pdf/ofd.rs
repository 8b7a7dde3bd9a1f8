//! OFD (GB/T 33190, the national layout format) → blocks. Pages say where signs and lines are, as
//! those of a PDF do, and are laid out by the same code.
mod objects;

use super::{doubts, geometry::Area, layout, page::Page};
use crate::{
    document::Document,
    read::{
        Failure, FailureKind, MAX_PAGES, Progress,
        package::{Package, cut_off, damaged},
        xml::{self, Element, Tree},
    },
};
use objects::Drawing;
use std::collections::{BTreeMap, BTreeSet};

/// Points in a millimetre, the unit of OFD.
const POINTS: f32 = 72.0 / 25.4;
/// Width and height of a page of which nothing is said, A4, in millimetres.
const USUAL_PAGE: [f32; 4] = [0.0, 0.0, 210.0, 297.0];

/// Reads a file.
pub(in crate::read) fn read(
    bytes: &[u8],
    progress: &mut dyn FnMut(Progress),
) -> Result<Document, Failure> {
    let mut package = Package::open(bytes)?;
    let mut book = Book::default();
    for root in roots(&mut package)? {
        book.take(&mut package, &root, progress)?;
    }
    if !book.pages.is_empty() && book.pages.iter().all(Page::is_scan) {
        return Err(scanned());
    }
    if package.is_cut {
        book.lost.insert(book.count + 1);
    }
    let is_cut = !book.lost.is_empty();
    let layout = layout(book.pages.iter(), &book.lost)?;
    let notes = is_cut.then(cut_off).into_iter();
    if layout.blocks.is_empty() {
        return Err(if is_cut {
            damaged()
        } else {
            doubts::nothing_read(&layout.notes)
        });
    }
    Ok(Document {
        format: "ofd",
        blocks: layout.blocks,
        pages: Some(book.pages.len()),
        notes: notes.chain(layout.notes).collect(),
        is_cut: is_cut || layout.has_unread,
        ..Document::default()
    })
}

fn scanned() -> Failure {
    Failure::new(
        FailureKind::Scanned,
        "这个 OFD 文件是扫描件（图片），其中没有文字，无法核对数字。请用原来的 Word、WPS 或 Excel 文件重新导出。",
        "This OFD file is a scan: it holds images and no text. Export it again from Word, WPS or Excel.",
    )
}

/// The documents in a file: one, nearly always.
fn roots(package: &mut Package<'_>) -> Result<Vec<String>, Failure> {
    let entry = tree(package, "OFD.xml")?.unwrap_or_default();
    let bodies = entry.root.elements().filter(|it| it.name == "DocBody");
    let roots = bodies.filter_map(|it| it.child("DocRoot"));
    Ok(roots.map(|it| beside("", it.text().trim())).collect())
}

fn tree(package: &mut Package<'_>, part: &str) -> Result<Option<Tree>, Failure> {
    package
        .part(part)?
        .map(|bytes| xml::parse(&bytes))
        .transpose()
}

/// The pages so far.
#[derive(Default)]
struct Book {
    pages: Vec<Page>,
    /// How many pages there should be so far.
    count: u32,
    /// Numbers of pages of which something is missing.
    lost: BTreeSet<u32>,
}

impl Book {
    fn take(
        &mut self,
        package: &mut Package<'_>,
        root: &str,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), Failure> {
        let document = tree(package, root)?.unwrap_or_default();
        if document.is_cut {
            self.lost.insert(self.count + 1);
        }
        let common = document.root.child("CommonData");
        let usual = common.and_then(|it| it.child("PageArea"));
        let usual = usual.and_then(physical_box).unwrap_or(USUAL_PAGE);
        let templates = templates(package, root, common)?;
        let pages = document.root.child("Pages").into_iter();
        let pages: Vec<&Element> = pages.flat_map(Element::elements).collect();
        for (index, entry) in pages.iter().enumerate() {
            if self.pages.len() >= MAX_PAGES {
                return Err(Failure::too_large("页数", "pages", MAX_PAGES));
            }
            let part = entry.attribute("BaseLoc").map(|it| beside(root, it));
            let content = match part {
                Some(part) => tree(package, &part)?,
                None => None,
            };
            self.count += 1;
            if content.as_ref().is_none_or(|it| it.is_cut) {
                self.lost.insert(self.count);
            }
            let page = content.map(|it| self.page(&it.root, usual, &templates));
            self.pages.extend(page);
            progress(Progress {
                done: index + 1,
                total: pages.len(),
            });
        }
        Ok(())
    }

    /// A page with the templates under it.
    fn page(&self, content: &Element, usual: [f32; 4], templates: &BTreeMap<String, Tree>) -> Page {
        let size = content
            .child("Area")
            .and_then(physical_box)
            .unwrap_or(usual);
        let area = Area {
            left: 0.0,
            top: 0.0,
            right: size[2] * POINTS,
            bottom: size[3] * POINTS,
        };
        let mut drawing = Drawing::new(Page::blank(self.count, area));
        let under = content.elements().filter(|it| it.name == "Template");
        let under = under.filter_map(|it| templates.get(it.attribute("TemplateID")?));
        for template in under.filter_map(|it| it.root.child("Content")) {
            drawing.draw(template);
        }
        if let Some(content) = content.child("Content") {
            drawing.draw(content);
        }
        drawing.done()
    }
}

/// Pages that lie under others, by their number.
fn templates(
    package: &mut Package<'_>,
    root: &str,
    common: Option<&Element>,
) -> Result<BTreeMap<String, Tree>, Failure> {
    let mut templates = BTreeMap::new();
    for element in common.into_iter().flat_map(Element::elements) {
        let said = (element.attribute("ID"), element.attribute("BaseLoc"));
        if let ("TemplatePage", (Some(id), Some(place))) = (element.name.as_str(), said) {
            let template = tree(package, &beside(root, place))?;
            templates.extend(template.map(|it| (id.to_owned(), it)));
        }
    }
    Ok(templates)
}

/// Left, top, width and height of an area, in millimetres.
fn physical_box(area: &Element) -> Option<[f32; 4]> {
    let numbers = objects::numbers(&area.child("PhysicalBox")?.text());
    <[f32; 4]>::try_from(numbers).ok()
}

/// A path that a part names, from the root of the file.
fn beside(part: &str, path: &str) -> String {
    if let Some(path) = path.strip_prefix('/') {
        return path.to_owned();
    }
    let mut names: Vec<&str> = part.split('/').collect();
    names.pop();
    for name in path.split('/') {
        match name {
            "" | "." => {}
            ".." => {
                names.pop();
            }
            name => names.push(name),
        }
    }
    names.join("/")
}
