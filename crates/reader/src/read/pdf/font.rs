//! Fonts: from the bytes of a string to characters and their widths.
//!
//! What a code means is asked in this order: the font's own table (`ToUnicode`), an encoding that
//! is Unicode itself (`UniGB-UCS2-H`), the characters of the collection (`Adobe-GB1`), the
//! character map of the embedded font file.
mod embedded;
mod names;
mod standard;

use super::limit::Limit;
use hayro_cmap::{BfString, CMap, CMapName, CidFamily, WritingMode, load_embedded};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream, String as Bytes};
use standard::Standard;
use std::{cell::RefCell, collections::HashMap, rc::Rc};

/// Widths of a range of codes are noted one by one; no font has more codes.
const MOST_CODES: u32 = 70_000;
/// Codes in brackets of one table from codes to characters: three for every code of a font.
const ENTRIES: Limit = Limit {
    zh: "PDF 一种字体的字符对应表的项数",
    en: "entries of the character map of a font of a PDF",
    most: 3 * MOST_CODES as usize,
};
/// Width of a sign where the font tells none, in thousandths of its size.
const USUAL_WIDTH: f32 = 556.0;
/// Width of a Chinese sign where the font tells none.
const WIDE: f32 = 1_000.0;

/// Tables of whole collections of characters, each read once.
#[derive(Default)]
pub(super) struct Collections(RefCell<HashMap<Vec<u8>, Option<Rc<CMap>>>>);

impl Collections {
    fn unicode(&self, name: CMapName<'static>) -> Option<Rc<CMap>> {
        let mut known = self.0.borrow_mut();
        let entry = known.entry(name.to_bytes().to_vec());
        entry.or_insert_with(|| embedded_cmap(name)).clone()
    }
}

fn embedded_cmap(name: CMapName<'_>) -> Option<Rc<CMap>> {
    let bytes = load_embedded(name)?;
    CMap::parse(bytes, load_embedded).map(Rc::new)
}

/// One code of a string: what it shows, and how wide.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    /// Its characters; `None` if the file does not tell.
    pub text: Option<Rc<str>>,
    /// In sizes of the font.
    pub width: f32,
    /// Bytes that the code takes.
    pub length: usize,
    /// Whether it is the one-byte code 32, which words are spaced at.
    pub is_space: bool,
}

/// A font.
pub(super) struct Font {
    coding: Coding,
    to_unicode: Option<CMap>,
    widths: HashMap<u32, f32>,
    usual_width: f32,
    /// Size of a unit of its widths.
    unit: f32,
    known: RefCell<HashMap<(u32, usize), Shown>>,
    /// The limit because of which a table of it was not read.
    pub limit: Option<&'static Limit>,
}

/// How bytes make codes, and codes characters.
enum Coding {
    /// One byte each.
    Simple(Vec<Option<Rc<str>>>),
    /// One to four bytes each.
    Composite(Box<Composite>),
}

struct Composite {
    /// Codes to numbers of the collection; `None` if they are the same.
    numbers: Option<CMap>,
    /// Whether codes are Unicode.
    is_unicode: bool,
    /// Numbers of the collection to characters.
    characters: Option<Rc<CMap>>,
    /// Glyphs of the embedded file to characters.
    embedded: Option<HashMap<u32, char>>,
    /// Numbers to glyphs of the embedded file, where they differ.
    glyphs: Option<Vec<u16>>,
    is_vertical: bool,
}

impl Font {
    /// The font that a dictionary describes.
    pub fn new(font: &Dict<'_>, collections: &Collections) -> Option<Font> {
        let kind = font.get::<Name<'_>>("Subtype")?;
        let table = font.get::<Stream<'_>>("ToUnicode");
        let (to_unicode, limit) = table.map_or((None, None), |it| parsed(&it));
        if kind.as_str() == "Type0" {
            let font = Font::composite(font, to_unicode, collections);
            return font.map(|it| Font {
                limit: limit.or(it.limit),
                ..it
            });
        }
        let descriptor = font.get::<Dict<'_>>("FontDescriptor");
        let coding = names::encoding(font);
        let widths = simple_widths(font).unwrap_or_else(|| standard_widths(font, &coding));
        let missing = descriptor.and_then(|it| it.get::<f32>("MissingWidth"));
        let unit = match kind.as_str() {
            "Type3" => type3_unit(font),
            _ => 0.001,
        };
        Some(Font {
            usual_width: missing.unwrap_or(if widths.is_empty() { USUAL_WIDTH } else { 0.0 }),
            coding: Coding::Simple(coding),
            to_unicode,
            widths,
            unit,
            known: RefCell::default(),
            limit,
        })
    }

    fn composite(
        font: &Dict<'_>,
        to_unicode: Option<CMap>,
        collections: &Collections,
    ) -> Option<Font> {
        let below = font.get::<Array<'_>>("DescendantFonts")?;
        let below = below.iter::<Dict<'_>>().next()?;
        let (numbers, limit) = numbers(font);
        let composite = Composite::new(font, &below, numbers, to_unicode.is_some(), collections);
        Some(Font {
            limit,
            coding: Coding::Composite(Box::new(composite)),
            to_unicode,
            widths: composite_widths(&below),
            usual_width: below.get::<f32>("DW").unwrap_or(WIDE),
            unit: 0.001,
            known: RefCell::default(),
        })
    }

    /// Whether its lines run from top to bottom.
    pub fn is_vertical(&self) -> bool {
        matches!(&self.coding, Coding::Composite(it) if it.is_vertical)
    }

    /// The first code of a string that is not empty.
    pub fn shown(&self, bytes: &[u8]) -> Option<Shown> {
        let (code, length) = self.code(bytes)?;
        if let Some(known) = self.known.borrow().get(&(code, length)) {
            return Some(known.clone());
        }
        let (text, width) = match &self.coding {
            Coding::Simple(_) => (self.simple_text(code), self.width(code)),
            Coding::Composite(it) => {
                let number = it.number(code, length);
                (
                    self.composite_text(it, code, length, number),
                    self.width(number),
                )
            }
        };
        let shown = Shown {
            text,
            width,
            length,
            is_space: length == 1 && code == 32,
        };
        self.known
            .borrow_mut()
            .insert((code, length), shown.clone());
        Some(shown)
    }

    fn code(&self, bytes: &[u8]) -> Option<(u32, usize)> {
        match &self.coding {
            Coding::Simple(_) => Some((u32::from(*bytes.first()?), 1)),
            Coding::Composite(it) => it.code(bytes),
        }
    }

    fn width(&self, number: u32) -> f32 {
        let width = self.widths.get(&number).copied();
        let width = width.unwrap_or(self.usual_width) * self.unit;
        if width.is_finite() { width } else { 0.0 }
    }

    fn told(&self, code: u32) -> Option<Rc<str>> {
        self.to_unicode
            .as_ref()?
            .lookup_bf_string(code)
            .and_then(text)
    }

    fn simple_text(&self, code: u32) -> Option<Rc<str>> {
        let Coding::Simple(names) = &self.coding else {
            return None;
        };
        let named = || names.get(code as usize).cloned().flatten();
        self.told(code).or_else(named)
    }

    fn composite_text(
        &self,
        coding: &Composite,
        code: u32,
        length: usize,
        number: u32,
    ) -> Option<Rc<str>> {
        self.told(code)
            .or_else(|| coding.unicode(code, length))
            .or_else(|| coding.character(number))
            .or_else(|| coding.embedded(number))
    }
}

impl Composite {
    fn new(
        font: &Dict<'_>,
        below: &Dict<'_>,
        numbers: Option<CMap>,
        is_told: bool,
        collections: &Collections,
    ) -> Self {
        let family = family(below, numbers.as_ref());
        let characters = family
            .and_then(|it| it.ucs2_cmap())
            .and_then(|it| collections.unicode(it));
        let needs_file = !is_told && characters.is_none();
        let embedded = needs_file.then(|| font_file(below)).flatten();
        let embedded = embedded.and_then(|it| embedded::characters(&it));
        let is_vertical = match &numbers {
            Some(it) => it.metadata().writing_mode == Some(WritingMode::Vertical),
            None => named_encoding(font).is_some_and(|it| it == "Identity-V"),
        };
        Composite {
            glyphs: embedded.as_ref().and_then(|_| glyphs(below)),
            numbers,
            is_unicode: named_encoding(font).is_some_and(|it| is_unicode(&it)),
            characters,
            embedded,
            is_vertical,
        }
    }

    /// The first code, and how many bytes it takes.
    fn code(&self, bytes: &[u8]) -> Option<(u32, usize)> {
        let first = u32::from(*bytes.first()?);
        let pair = bytes.get(1).map(|it| (first << 8 | u32::from(*it), 2));
        let Some(numbers) = &self.numbers else {
            return Some(pair.unwrap_or((first, 1)));
        };
        let mut code = 0;
        for (byte, length) in bytes.iter().zip(1..=4_u8) {
            code = code << 8 | u32::from(*byte);
            if numbers.lookup_cid_code(code, length).is_some() {
                return Some((code, length.into()));
            }
        }
        // A code that is not defined stays in step with encodings of two bytes.
        Some(pair.filter(|_| first >= 0x80).unwrap_or((first, 1)))
    }

    fn number(&self, code: u32, length: usize) -> u32 {
        let Some(numbers) = &self.numbers else {
            return code;
        };
        let length = u8::try_from(length).unwrap_or(4);
        numbers.lookup_cid_code(code, length).unwrap_or(0)
    }

    fn unicode(&self, code: u32, length: usize) -> Option<Rc<str>> {
        if !self.is_unicode {
            return None;
        }
        let sign = match length {
            4 => char::decode_utf16([(code >> 16) as u16, code as u16])
                .next()?
                .ok()?,
            _ => char::from_u32(code)?,
        };
        Some(sign.to_string().into())
    }

    fn character(&self, number: u32) -> Option<Rc<str>> {
        self.characters
            .as_ref()?
            .lookup_bf_string(number)
            .and_then(text)
    }

    fn embedded(&self, number: u32) -> Option<Rc<str>> {
        let glyph = match &self.glyphs {
            Some(glyphs) => u32::from(*glyphs.get(number as usize)?),
            None => number,
        };
        let sign = self.embedded.as_ref()?.get(&glyph)?;
        Some(sign.to_string().into())
    }
}

/// U+FFFD, controls and noncharacters are how producers say that they do not know.
fn text(found: BfString) -> Option<Rc<str>> {
    let is_nothing = |sign: char| sign < '\t' || matches!(sign, '\u{fffd}' | '\u{ffff}');
    let text: Rc<str> = match found {
        BfString::Char(sign) => sign.to_string().into(),
        BfString::String(text) => text.into(),
    };
    Some(text).filter(|it| !it.chars().all(is_nothing))
}

/// A table of codes, or the limit because of which it is not read.
fn parsed(stream: &Stream<'_>) -> (Option<CMap>, Option<&'static Limit>) {
    let bytes = super::streams::decoded(stream).unwrap_or_default();
    let entries = bytes.iter().filter(|it| **it == b'<').count();
    if entries > ENTRIES.most {
        return (None, Some(&ENTRIES));
    }
    (CMap::parse(&bytes, load_embedded), None)
}

fn named_encoding(font: &Dict<'_>) -> Option<String> {
    let name = font.get::<Name<'_>>("Encoding")?;
    Some(name.as_str().to_owned())
}

/// Whether codes of this encoding are Unicode.
fn is_unicode(encoding: &str) -> bool {
    encoding.starts_with("Uni") && (encoding.contains("UCS2") || encoding.contains("UTF16"))
}

/// The table from codes to numbers, `None` if they are the same; the limit because of which it is
/// not read.
fn numbers(font: &Dict<'_>) -> (Option<CMap>, Option<&'static Limit>) {
    match font.get::<Object<'_>>("Encoding") {
        Some(Object::Name(name)) if name.as_str().starts_with("Identity") => (None, None),
        Some(Object::Name(name)) => {
            let bytes = load_embedded(CMapName::from_bytes(name.as_ref()));
            (bytes.and_then(|it| CMap::parse(it, load_embedded)), None)
        }
        Some(Object::Stream(stream)) => parsed(&stream),
        _ => (None, None),
    }
}

fn family(below: &Dict<'_>, numbers: Option<&CMap>) -> Option<CidFamily> {
    let declared = below.get::<Dict<'_>>("CIDSystemInfo").and_then(|it| {
        let registry = it.get::<Bytes<'_>>("Registry")?;
        let ordering = it.get::<Bytes<'_>>("Ordering")?;
        Some(CidFamily::from_registry_ordering(
            registry.as_bytes(),
            ordering.as_bytes(),
        ))
    });
    let of_encoding = || {
        let collection = numbers?.metadata().character_collection.clone();
        collection.map(|it| it.family)
    };
    declared
        .filter(|it| *it != CidFamily::AdobeIdentity)
        .or_else(of_encoding)
}

fn font_file(below: &Dict<'_>) -> Option<Vec<u8>> {
    let descriptor = below.get::<Dict<'_>>("FontDescriptor")?;
    let file = descriptor
        .get::<Stream<'_>>("FontFile2")
        .or_else(|| descriptor.get::<Stream<'_>>("FontFile3"))?;
    super::streams::decoded(&file)
}

fn glyphs(below: &Dict<'_>) -> Option<Vec<u16>> {
    let bytes = super::streams::decoded(&below.get::<Stream<'_>>("CIDToGIDMap")?)?;
    let pairs = bytes.as_chunks::<2>().0.iter();
    Some(pairs.map(|it| u16::from_be_bytes(*it)).collect())
}

fn simple_widths(font: &Dict<'_>) -> Option<HashMap<u32, f32>> {
    let first = font.get::<u32>("FirstChar").unwrap_or(0).min(MOST_CODES);
    let widths = font.get::<Array<'_>>("Widths")?;
    let widths = widths.iter::<f32>().take(MOST_CODES as usize);
    Some((first..).zip(widths).collect())
}

/// Widths of a font that every reader has, for the signs that its codes show.
fn standard_widths(font: &Dict<'_>, coding: &[Option<Rc<str>>]) -> HashMap<u32, f32> {
    let name = font.get::<Name<'_>>("BaseFont");
    let Some(standard) = name.and_then(|it| Standard::named(it.as_str())) else {
        return HashMap::new();
    };
    let width = |text: &Option<Rc<str>>| standard.width(text.as_ref()?.chars().next()?);
    let widths = (0..).zip(coding.iter().map(width));
    widths.filter_map(|(code, it)| Some((code, it?))).collect()
}

/// Widths are listed as `first [w w w]` or `first last w`.
fn composite_widths(below: &Dict<'_>) -> HashMap<u32, f32> {
    let mut found = HashMap::new();
    let Some(widths) = below.get::<Array<'_>>("W") else {
        return found;
    };
    let mut entries = widths.flex_iter();
    // Counted as they are listed: ranges may say the same codes again and again.
    let mut left = 4 * MOST_CODES;
    while left > 0 {
        if let Some((first, list)) = entries.next::<(u32, Array<'_>)>() {
            let list = list.iter::<f32>().take(left as usize);
            for (code, width) in (first..=u32::MAX).zip(list) {
                found.insert(code, width);
                left -= 1;
            }
        } else if let Some((first, last, width)) = entries.next::<(u32, u32, f32)>() {
            let last = last.min(first.saturating_add(left.min(MOST_CODES) - 1));
            found.extend((first..=last).map(|it| (it, width)));
            left = left.saturating_sub(1 + last.saturating_sub(first));
        } else {
            return found;
        }
    }
    found
}

fn type3_unit(font: &Dict<'_>) -> f32 {
    let matrix = font.get::<Array<'_>>("FontMatrix");
    let first = matrix.and_then(|it| it.iter::<Number>().next());
    first.map_or(0.001, |it| it.as_f64().abs() as f32)
}
