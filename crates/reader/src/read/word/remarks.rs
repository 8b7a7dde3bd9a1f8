//! Remarks as comments: a copy of a Word document (ECMA-376, 17.13.4) whose text is untouched; parts of
//! the package that say nothing of comments are copied byte for byte.
use super::{Anchors, main_part};
use crate::{
    document::Where,
    read::{
        Failure, FailureKind,
        package::{Package, damaged},
        remarks::{AUTHOR, Remark, Remarked},
    },
};
use quick_xml::{
    Reader,
    escape::escape,
    events::{BytesStart, Event},
};
use std::{
    collections::BTreeMap,
    io::{Cursor, Write},
};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

/// The part with comments where there is none yet.
const COMMENTS: &str = "comments.xml";
/// What the part with comments is, and what leads to it.
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const RELATION: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
/// The relation of documents of the strict kind.
const STRICT_RELATION: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments";

/// Writes remarks into a copy of a document.
pub(in crate::read) fn write(bytes: &[u8], remarks: &[Remark]) -> Result<Remarked, Failure> {
    let mut package = Package::open(bytes)?;
    let main = main_part(&mut package)?;
    let text = part(&mut package, &main)?.ok_or_else(damaged)?;
    let anchors = super::anchors(bytes)?;
    let anchored: Vec<(usize, &Remark)> = (remarks.iter())
        .filter_map(|it| Some((anchors.paragraph(&it.at)?, it)))
        .collect();
    if anchored.is_empty() {
        return Ok(Remarked {
            bytes: bytes.to_vec(),
            placed: 0,
        });
    }
    let names = Names::beside(&main);
    let comments = part(&mut package, &names.comments)?;
    let first = comments.as_deref().map_or(0, next_id);
    let document = Document::of(&text).ok_or_else(unusual)?;
    let mut changed = BTreeMap::new();
    let numbered: Vec<(usize, usize)> = (first..).zip(&anchored).map(|it| (it.0, it.1.0)).collect();
    changed.insert(main.clone(), document.with_comments(&numbered)?);
    let texts: Vec<(usize, &str)> = (first..)
        .zip(&anchored)
        .map(|(id, (_, remark))| (id, remark.text.as_str()))
        .collect();
    let written = match &comments {
        Some(present) => added(present, &texts).ok_or_else(unusual)?,
        None => document.comments(&texts),
    };
    changed.insert(names.comments.clone(), written);
    if comments.is_none() {
        announce(&mut package, &document, &names, &mut changed)?;
    }
    Ok(Remarked {
        bytes: repacked(bytes, &changed)?,
        placed: anchored.len(),
    })
}

/// The names of parts beside the text.
struct Names {
    comments: String,
    relations: String,
}

impl Names {
    fn beside(main: &str) -> Self {
        let (folder, name) = main.rsplit_once('/').unwrap_or(("", main));
        let folder = match folder {
            "" => String::new(),
            folder => format!("{folder}/"),
        };
        Names {
            comments: format!("{folder}{COMMENTS}"),
            relations: format!("{folder}_rels/{name}.rels"),
        }
    }
}

/// A part as text; none if it is not there.
fn part(package: &mut Package<'_>, name: &str) -> Result<Option<String>, Failure> {
    let bytes = package.part(name)?;
    let text = bytes.map(|it| String::from_utf8(it).map_err(|_| unusual()));
    text.transpose()
}

/// Says that there is a part with comments now, and that it belongs to the text.
fn announce(
    package: &mut Package<'_>,
    document: &Document<'_>,
    names: &Names,
    changed: &mut BTreeMap<String, String>,
) -> Result<(), Failure> {
    const TYPES: &str = "[Content_Types].xml";
    let types = part(package, TYPES)?.ok_or_else(damaged)?;
    let entry = format!(
        "<Override PartName=\"/{}\" ContentType=\"{TYPE}\"/>",
        names.comments
    );
    let types = before_end(&types, &entry).ok_or_else(unusual)?;
    changed.insert(TYPES.to_owned(), types);
    let relation = if document.is_strict() {
        STRICT_RELATION
    } else {
        RELATION
    };
    let entry =
        format!("<Relationship Id=\"gouji-comments\" Type=\"{relation}\" Target=\"{COMMENTS}\"/>");
    let relations = match part(package, &names.relations)? {
        Some(present) => before_end(&present, &entry).ok_or_else(unusual)?,
        None => format!("<Relationships xmlns=\"{RELATIONS}\">{entry}</Relationships>"),
    };
    changed.insert(names.relations.clone(), relations);
    Ok(())
}

/// A part with something more at the end of its outermost element.
fn before_end(part: &str, more: &str) -> Option<String> {
    let end = part.rfind("</")?;
    Some(format!("{}{more}{}", &part[..end], &part[end..]))
}

/// The text of a document, with what its elements are called.
struct Document<'a> {
    text: &'a str,
    /// The prefix of its elements.
    prefix: String,
    /// The names that the prefix stands for.
    namespace: String,
}

impl<'a> Document<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let root = root(text)?;
        let prefix = prefix(&root)?;
        let key = format!("xmlns:{prefix}");
        let namespace = root
            .attributes()
            .flatten()
            .find(|it| it.key.as_ref() == key)?;
        Some(Document {
            text,
            namespace: namespace.value.into_owned(),
            prefix,
        })
    }

    fn is_strict(&self) -> bool {
        self.namespace.contains("purl.oclc.org")
    }

    /// The text with marks where comments begin and end: their numbers with their paragraphs.
    fn with_comments(&self, comments: &[(usize, usize)]) -> Result<String, Failure> {
        let mut of_paragraphs: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (id, paragraph) in comments {
            of_paragraphs.entry(*paragraph).or_default().push(*id);
        }
        let w = &self.prefix;
        let mut marks = Vec::new();
        for (paragraph, [start, end]) in spans(self.text, &of_paragraphs).ok_or_else(unusual)? {
            for id in &of_paragraphs[&paragraph] {
                marks.push((start, format!("<{w}:commentRangeStart {w}:id=\"{id}\"/>")));
                marks.push((
                    end,
                    format!(
                        "<{w}:commentRangeEnd {w}:id=\"{id}\"/>\
                         <{w}:r><{w}:commentReference {w}:id=\"{id}\"/></{w}:r>"
                    ),
                ));
            }
        }
        marks.sort_by_key(|it| it.0);
        let mut out = String::new();
        let mut from = 0;
        for (at, mark) in marks {
            out += &self.text[from..at];
            out += &mark;
            from = at;
        }
        Ok(out + &self.text[from..])
    }

    /// A part with comments.
    fn comments(&self, texts: &[(usize, &str)]) -> String {
        let (w, names) = (&self.prefix, &self.namespace);
        let comments: String = texts.iter().map(|it| comment(w, it.0, it.1)).collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
             <{w}:comments xmlns:{w}=\"{names}\">{comments}</{w}:comments>"
        )
    }
}

/// A part with comments, with more of them.
fn added(part: &str, texts: &[(usize, &str)]) -> Option<String> {
    let w = prefix(&root(part)?)?;
    let comments: String = texts.iter().map(|it| comment(&w, it.0, it.1)).collect();
    before_end(part, &comments)
}

fn comment(w: &str, id: usize, text: &str) -> String {
    let line = |it: &str| {
        let text = escape(it);
        format!("<{w}:p><{w}:r><{w}:t xml:space=\"preserve\">{text}</{w}:t></{w}:r></{w}:p>")
    };
    let lines: String = text.lines().map(line).collect();
    format!(
        "<{w}:comment {w}:id=\"{id}\" {w}:author=\"{AUTHOR}\" {w}:initials=\"勾稽\">{lines}</{w}:comment>"
    )
}

/// Larger numbers of comments are none that a program gives.
const MAX_ID: usize = 1 << 30;

/// The number behind the largest that comments have.
fn next_id(part: &str) -> usize {
    let mut reader = Reader::from_str(part);
    let mut next = 0;
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Eof => break,
            Event::Start(start) | Event::Empty(start) => {
                let ids = start.attributes().flatten();
                let ids = ids.filter(|it| it.key.as_ref().ends_with(":id"));
                let ids = ids.filter_map(|it| it.value.parse::<usize>().ok());
                let ids = ids.filter(|it| *it < MAX_ID);
                next = ids.fold(next, |most, id| most.max(id + 1));
            }
            _ => {}
        }
    }
    next
}

/// The outermost element of a part.
fn root(part: &str) -> Option<BytesStart<'_>> {
    let mut reader = Reader::from_str(part);
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => return Some(start),
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// The prefix of an element; without one its attributes could not be named.
fn prefix(start: &BytesStart<'_>) -> Option<String> {
    let name = start.name();
    let name: &str = name.as_ref();
    name.split_once(':').map(|it| it.0.to_owned())
}

/// For each paragraph, given by which element of the part it is, where what is in it begins and ends.
fn spans(
    text: &str,
    paragraphs: &BTreeMap<usize, Vec<usize>>,
) -> Option<BTreeMap<usize, [usize; 2]>> {
    let mut reader = Reader::from_str(text);
    let mut spans: BTreeMap<usize, [usize; 2]> = BTreeMap::new();
    // Which elements are open.
    let mut open: Vec<usize> = Vec::new();
    let mut count = 0;
    loop {
        let before = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let after = usize::try_from(reader.buffer_position()).ok()?;
        match event {
            Event::Eof => return Some(spans),
            Event::Start(_) => {
                if paragraphs.contains_key(&count) {
                    spans.insert(count, [after, after]);
                }
                open.push(count);
                count += 1;
            }
            Event::Empty(empty) => {
                let is_settings = empty.name().as_ref().ends_with(":pPr");
                if let Some(span) = open.last().and_then(|it| spans.get_mut(it))
                    && is_settings
                {
                    span[0] = after;
                }
                count += 1;
            }
            Event::End(end) => {
                let closed = open.pop()?;
                if let Some(span) = spans.get_mut(&closed) {
                    span[1] = before;
                }
                let is_settings = end.name().as_ref().ends_with(":pPr");
                if let Some(span) = open.last().and_then(|it| spans.get_mut(it))
                    && is_settings
                {
                    span[0] = after;
                }
            }
            _ => {}
        }
    }
}

/// The package with some parts changed; all others are copied as they are packed.
fn repacked(bytes: &[u8], changed: &BTreeMap<String, String>) -> Result<Vec<u8>, Failure> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| unusual())?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut left = changed.clone();
    for index in 0..archive.len() {
        let member = archive.by_index_raw(index).map_err(|_| unusual())?;
        let own = member.name().map_err(|_| unusual())?.into_owned();
        let same = |it: &&String| it.eq_ignore_ascii_case(&own);
        match left.keys().find(same).cloned() {
            Some(name) => {
                let text = left.remove(&name).unwrap_or_default();
                drop(member);
                push(&mut writer, &own, &text)?;
            }
            None => writer.raw_copy_file(member).map_err(|_| unusual())?,
        }
    }
    for (name, text) in &left {
        push(&mut writer, name, text)?;
    }
    let packed = writer.finish().map_err(|_| unusual())?;
    Ok(packed.into_inner())
}

fn push(writer: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, text: &str) -> Result<(), Failure> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    writer.start_file(name, options).map_err(|_| unusual())?;
    writer.write_all(text.as_bytes()).map_err(|_| unusual())
}

impl Anchors {
    /// Which element of the part is the paragraph at a place.
    fn paragraph(&self, at: &Where) -> Option<usize> {
        let is_at = |known: &Where| match (known, at) {
            (
                Where::Paragraph { paragraph, .. },
                Where::Paragraph {
                    paragraph: wanted, ..
                },
            ) => paragraph == wanted,
            (known, at) => known == at,
        };
        let found = self.0.iter().find(|it| is_at(&it.0));
        found.map(|it| it.1)
    }
}

fn unusual() -> Failure {
    Failure::new(
        FailureKind::Unsupported,
        "这个 Word 文件的写法不常见，不能在副本里加批注。请导出工作簿或网页。",
        "This Word file is written in an unusual way, so no comments can be put into a copy of it. Export a workbook or a page.",
    )
}
