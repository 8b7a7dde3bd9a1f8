//! Remarks as annotations: a copy of a PDF with an update behind its last byte, as the format provides
//! for (ISO 32000-1, 7.5.6). Every byte of the file stays where it was.
use super::{geometry::Matrix, open};
use crate::{
    document::Where,
    read::{
        Failure, FailureKind,
        remarks::{AUTHOR, Remark, Remarked},
    },
};
use hayro_syntax::{
    object::{Array, Dict, FromBytes, ObjRef},
    page::Page as Source,
};
use std::collections::BTreeMap;

/// Writes remarks into a copy of a file.
pub(in crate::read) fn write(bytes: &[u8], remarks: &[Remark]) -> Result<Remarked, Failure> {
    let trailer = Trailer::last(bytes).ok_or_else(unusual)?;
    if trailer.is_encrypted {
        return Err(locked());
    }
    let opened = open::open(bytes.to_vec(), None, &mut |_| {})?;
    let pdf = open::loaded(bytes.to_vec(), None)?;
    let mut update = Update::new(bytes, &trailer);
    let mut placed = 0;
    for (number, source) in (1..).zip(pdf.pages().iter()) {
        let on_page: Vec<(&Remark, [i32; 4])> = (remarks.iter())
            .filter_map(|it| Some((it, bounds_on(&it.at, number)?)))
            .collect();
        let Some(page) = source.raw().obj_id().filter(|_| !on_page.is_empty()) else {
            continue;
        };
        let page = ObjRef::from(page);
        let turns = (opened.pages.iter())
            .find(|it| it.number == number)
            .map_or(0, |it| it.turns);
        let surface = Surface::new(source, turns);
        let mut annotations = String::new();
        for (remark, bounds) in on_page {
            let annotation = match surface.is_mostly(bounds) {
                true => note(remark, page, surface.corners(icon_at(bounds))),
                false => highlight(remark, page, surface.corners(bounds)),
            };
            let annotation = update.add(&annotation);
            annotations += &format!(" {annotation}");
            placed += 1;
        }
        update.replace(
            page,
            &page_with(source.raw(), &annotations).ok_or_else(unusual)?,
        );
    }
    Ok(Remarked {
        bytes: update.close(&trailer),
        placed,
    })
}

fn bounds_on(at: &Where, number: u32) -> Option<[i32; 4]> {
    match at {
        Where::Page { page, bounds } => (*page == number).then_some(*bounds),
        _ => None,
    }
}

/// The page's dictionary with annotations behind those that it has.
fn page_with(page: &Dict<'_>, annotations: &str) -> Option<Vec<u8>> {
    let inside = page.data().strip_suffix(b">>")?;
    let Some(present) = page.get::<Array<'_>>("Annots") else {
        let annots = format!("/Annots[{annotations} ]>>");
        return match page.contains_key("Annots") {
            // It is there and no array: two entries of one name would contradict each other.
            true => None,
            false => Some([inside, b"\n", annots.as_bytes()].concat()),
        };
    };
    let all = [present.data(), annotations.as_bytes()].concat();
    // An array that is an object of its own is written into the page, too: other pages may share it.
    let value = entry(page, "Annots")?;
    let (before, behind) = (&page.data()[..value.start], &page.data()[value.end..]);
    Some([before, b"[", &all, b" ]", behind].concat())
}

/// Where the value of an entry stands in a dictionary: an array or a reference to one.
fn entry(dict: &Dict<'_>, key: &str) -> Option<std::ops::Range<usize>> {
    let written = dict.data();
    if dict.get_ref(key).is_none() {
        // A direct array lies in the bytes of its dictionary.
        let array = dict.get::<Array<'_>>(key)?;
        let start = (array.data().as_ptr() as usize).checked_sub(written.as_ptr() as usize)?;
        let end = start + array.data().len();
        let is_inside =
            start > 0 && written.get(start - 1) == Some(&b'[') && written.get(end) == Some(&b']');
        return is_inside.then(|| start - 1..end + 1);
    }
    let name = format!("/{key}");
    let mut starts = (0..written.len()).filter(|it| written[*it..].starts_with(name.as_bytes()));
    let (Some(start), None) = (starts.next(), starts.next()) else {
        return None;
    };
    let start = start + name.len();
    let end = start + written[start..].iter().position(|it| *it == b'R')? + 1;
    Some(start..end)
}

/// Side of the sign of a note on a whole page.
const ICON: i32 = 24;

fn icon_at([left, top, ..]: [i32; 4]) -> [i32; 4] {
    [left, top, left + ICON, top + ICON]
}

/// A remark on a figure or some words, which it colours.
fn highlight(remark: &Remark, page: ObjRef, corners: [[f64; 2]; 4]) -> String {
    let points = corners.map(|[x, y]| format!("{x:.2} {y:.2}")).join(" ");
    let look = format!("/Subtype/Highlight/QuadPoints[{points}]/CA 0.45");
    annotation(remark, page, corners, &look)
}

/// A remark on a whole page, which would be hidden by its colour: a sign at its corner.
fn note(remark: &Remark, page: ObjRef, corners: [[f64; 2]; 4]) -> String {
    annotation(remark, page, corners, "/Subtype/Text/Name/Note")
}

fn annotation(remark: &Remark, page: ObjRef, corners: [[f64; 2]; 4], look: &str) -> String {
    let across = corners.map(|it| it[0]);
    let up = corners.map(|it| it[1]);
    let least = |all: [f64; 4]| all.into_iter().fold(f64::INFINITY, f64::min);
    let most = |all: [f64; 4]| all.into_iter().fold(f64::NEG_INFINITY, f64::max);
    let colour = remark
        .colour
        .map(|it| format!("{:.3}", f64::from(it) / 255.0))
        .join(" ");
    format!(
        "<</Type/Annot{look}/F 4/P {page}/Rect[{:.2} {:.2} {:.2} {:.2}]/C[{colour}]/T{}/Contents{}>>",
        least(across),
        least(up),
        most(across),
        most(up),
        text_string(AUTHOR),
        text_string(&remark.text),
    )
}

/// A text as UTF-16 in hexadecimal digits, in which no character has a meaning of its own.
fn text_string(text: &str) -> String {
    let units = text.encode_utf16().map(|it| format!("{it:04X}"));
    format!("<FEFF{}>", units.collect::<String>())
}

/// How a page as it is read lies on the page as it is written.
struct Surface {
    /// From what is written to what is seen, top left corner first.
    seen: Matrix,
    /// Width and height of what is seen.
    size: (f64, f64),
    /// Quarter turns clockwise by which most of its text is turned.
    turns: u8,
}

impl Surface {
    fn new(source: &Source<'_>, turns: u8) -> Self {
        let (width, height) = source.render_dimensions();
        Surface {
            seen: Matrix(source.initial_transform(true).as_coeffs()),
            size: (f64::from(width), f64::from(height)),
            turns,
        }
    }

    /// Whether a box covers most of the page.
    fn is_mostly(&self, [left, top, right, bottom]: [i32; 4]) -> bool {
        let (width, height) = self.size;
        f64::from(right - left) * f64::from(bottom - top) > width * height / 2.0
    }

    /// The corners of a box as they are written: top left, top right, bottom left, bottom right.
    fn corners(&self, [left, top, right, bottom]: [i32; 4]) -> [[f64; 2]; 4] {
        let corners = [(left, top), (right, top), (left, bottom), (right, bottom)];
        corners.map(|(x, y)| self.written(f64::from(x), f64::from(y)))
    }

    /// A point of the page as it is read, turned back and moved to where it is written.
    fn written(&self, x: f64, y: f64) -> [f64; 2] {
        let (width, height) = self.size;
        let (x, y) = match self.turns {
            1 => (width - y, x),
            2 => (width - x, height - y),
            3 => (y, height - x),
            _ => (x, y),
        };
        let [a, b, c, d, e, f] = self.seen.0;
        let (x, y, area) = (x - e, y - f, a * d - b * c);
        [(d * x - c * y) / area, (a * y - b * x) / area]
    }
}

/// What the end of a file says of it.
struct Trailer<'a> {
    /// Where its last list of objects begins.
    list: usize,
    /// Whether that list is a stream.
    is_stream: bool,
    is_encrypted: bool,
    /// The number of the next object.
    next: u32,
    dict: Dict<'a>,
}

/// The format's own limit on the number of objects (ISO 32000-1, annex C).
const MAX_OBJECTS: u32 = 8_388_607;

impl<'a> Trailer<'a> {
    /// The last one; none where the end of the file is not as the format demands.
    fn last(bytes: &'a [u8]) -> Option<Self> {
        const MARK: &[u8] = b"startxref";
        let mark = bytes.windows(MARK.len()).rposition(|it| it == MARK)?;
        let list = number(&bytes[mark + MARK.len()..])?;
        let section = bytes.get(list..)?;
        let is_stream = !section.trim_ascii_start().starts_with(b"xref");
        let from = match is_stream {
            true => 0,
            false => position(section, b"trailer")?,
        };
        let start = from + position(&section[from..], b"<<")?;
        let dict = Dict::from_bytes(&section[start..])?;
        Some(Trailer {
            list,
            is_stream,
            is_encrypted: dict.contains_key("Encrypt"),
            next: dict.get::<u32>("Size").filter(|it| *it < MAX_OBJECTS)?,
            dict,
        })
    }

    /// What a later trailer says again.
    fn entries(&self, next: u32) -> String {
        let mut entries = format!("/Size {next}/Prev {}", self.list);
        for key in ["Root", "Info"] {
            if let Some(object) = self.dict.get_ref(key) {
                entries += &format!("/{key} {object}");
            }
        }
        entries
    }

    /// The identity of the file, if it has one.
    fn identity(&self) -> Vec<u8> {
        let identity = self.dict.get::<Array<'_>>("ID");
        identity.map_or_else(Vec::new, |it| [b"/ID[", it.data(), b"]"].concat())
    }
}

fn position(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|it| it == part)
}

fn number(bytes: &[u8]) -> Option<usize> {
    let bytes = bytes.trim_ascii_start();
    let digits = bytes.iter().take_while(|it| it.is_ascii_digit()).count();
    std::str::from_utf8(&bytes[..digits]).ok()?.parse().ok()
}

/// The file with objects behind it.
struct Update {
    bytes: Vec<u8>,
    next: u32,
    /// Where each object begins, by its number, with its generation.
    objects: BTreeMap<u32, (usize, i32)>,
}

impl Update {
    fn new(bytes: &[u8], trailer: &Trailer<'_>) -> Self {
        let mut bytes = bytes.to_vec();
        bytes.push(b'\n');
        Update {
            bytes,
            next: trailer.next,
            objects: BTreeMap::new(),
        }
    }

    /// Adds an object.
    fn add(&mut self, body: &str) -> ObjRef {
        let object = ObjRef::new(self.next, 0);
        self.next += 1;
        self.replace(object, body.as_bytes());
        object
    }

    /// Writes an object that takes the place of an earlier one.
    fn replace(&mut self, object: ObjRef, body: &[u8]) {
        let at = (self.bytes.len(), object.gen_number);
        self.objects.insert(object.obj_number, at);
        let head = format!("{} {} obj\n", object.obj_number, object.gen_number);
        self.bytes.extend_from_slice(head.as_bytes());
        self.bytes.extend_from_slice(body);
        self.bytes.extend_from_slice(b"\nendobj\n");
    }

    /// The file with its list of new objects, in the form of the list before.
    fn close(mut self, trailer: &Trailer<'_>) -> Vec<u8> {
        if self.objects.is_empty() {
            self.bytes.pop();
            return self.bytes;
        }
        let start = self.bytes.len();
        match trailer.is_stream {
            true => self.push_stream(trailer),
            false => self.push_table(trailer),
        }
        let end = format!("startxref\n{start}\n%%EOF\n");
        self.bytes.extend_from_slice(end.as_bytes());
        self.bytes
    }

    fn push_table(&mut self, trailer: &Trailer<'_>) {
        let mut table = "xref\n".to_owned();
        for (number, (at, generation)) in &self.objects {
            table += &format!("{number} 1\n{at:010} {generation:05} n \n");
        }
        table += &format!("trailer\n<<{}", trailer.entries(self.next));
        self.bytes.extend_from_slice(table.as_bytes());
        self.bytes.extend_from_slice(&trailer.identity());
        self.bytes.extend_from_slice(b">>\n");
    }

    fn push_stream(&mut self, trailer: &Trailer<'_>) {
        let (own, at) = (self.next, self.bytes.len());
        self.objects.insert(own, (at, 0));
        let mut index = String::new();
        let mut list = Vec::new();
        for (number, (at, generation)) in &self.objects {
            index += &format!("{number} 1 ");
            list.push(1);
            list.extend_from_slice(&(*at as u32).to_be_bytes());
            list.extend_from_slice(&(*generation as u16).to_be_bytes());
        }
        let head = format!(
            "{own} 0 obj\n<</Type/XRef/W[1 4 2]/Index[{index}]/Length {}{}",
            list.len(),
            trailer.entries(own + 1),
        );
        self.bytes.extend_from_slice(head.as_bytes());
        self.bytes.extend_from_slice(&trailer.identity());
        self.bytes.extend_from_slice(b">>\nstream\n");
        self.bytes.extend_from_slice(&list);
        self.bytes.extend_from_slice(b"\nendstream\nendobj\n");
    }
}

fn locked() -> Failure {
    Failure::new(
        FailureKind::Unsupported,
        "这个 PDF 加了密（或限制了修改），不能在副本里加批注。请导出工作簿或网页。",
        "This PDF is encrypted or protected, so no remarks can be put into a copy of it. Export a workbook or a page.",
    )
}

fn unusual() -> Failure {
    Failure::new(
        FailureKind::Unsupported,
        "这个 PDF 的结构不完整，不能在副本里加批注。请导出工作簿或网页。",
        "The structure of this PDF is damaged, so no remarks can be put into a copy of it. Export a workbook or a page.",
    )
}
