//! Remarks in copies of files: where they belong, with nothing else changed.
use crate::{
    contents::{document, grids, zipped},
    drawn::{HEIGHT, Leaf, file},
};
use gouji_reader::{
    document::{Block, Document, Where},
    offset::CharColumn,
    read::{FailureKind, Remark, with_remarks},
};
use hayro_syntax::{
    Pdf,
    object::{Array, Dict, Rect},
};
use std::io::Read;

fn remark(at: &Where, text: &str) -> Remark {
    Remark {
        at: at.clone(),
        text: text.to_owned(),
        colour: [255, 0, 0],
    }
}

/// The place of the cell that prints this.
fn place_of(document: &Document, text: &str) -> Where {
    let cells = grids(document).into_iter().flat_map(|it| &it.cells);
    let cell = cells.into_iter().find(|it| it.text == text);
    cell.map(|it| it.at.clone()).expect("the cell is read")
}

fn table(rotate: i32) -> Vec<u8> {
    let mut leaf = Leaf::new();
    leaf.rotate = rotate;
    leaf.table(60.0, 100.0, &[&["项目", "金额"], &["合计", "243.42"]]);
    file(vec![leaf])
}

/// The boxes of the annotations of the first page.
fn boxes(bytes: &[u8]) -> Vec<[i32; 4]> {
    let pdf = Pdf::new(bytes.to_vec()).expect("it is a PDF");
    let page = pdf.pages().iter().next().expect("a page");
    let Some(annotations) = page.raw().get::<Array<'_>>("Annots") else {
        return Vec::new();
    };
    let boxes = annotations.iter::<Dict<'_>>().map(|it| {
        let area = it.get::<Rect>("Rect").expect("an annotation has a box");
        [area.x0, area.y0, area.x1, area.y1].map(|it| it.round() as i32)
    });
    boxes.collect()
}

#[test]
fn annotations_stand_on_their_cells_however_the_page_is_turned() {
    // The second cell of the second row, from the lower left corner of the page.
    let cell = [160, HEIGHT as i32 - 140, 260, HEIGHT as i32 - 120];
    for rotate in [0, 90, 180, 270] {
        let original = table(rotate);
        let before = document(original.clone());
        let at = place_of(&before, "243.42");
        let copy = with_remarks(&original, &[remark(&at, "应为 234.42")]).expect("a copy");
        assert_eq!(copy.placed, 1);
        assert!(copy.bytes.starts_with(&original), "every byte stays");
        let [area] = boxes(&copy.bytes)[..] else {
            panic!("one annotation");
        };
        let is_near = area
            .iter()
            .zip(cell)
            .all(|(one, other)| one.abs_diff(other) <= 2);
        assert!(is_near, "turned by {rotate}: {area:?} and not {cell:?}");
        assert_eq!(document(copy.bytes).blocks, before.blocks, "the text stays");
    }
}

#[test]
fn annotations_are_added_to_those_that_are_there() {
    let original = table(0);
    let at = place_of(&document(original.clone()), "243.42");
    let once = with_remarks(&original, &[remark(&at, "一")]).expect("a copy");
    let twice = with_remarks(&once.bytes, &[remark(&at, "二"), remark(&at, "三")]);
    let twice = twice.expect("a copy of the copy");
    assert!(twice.bytes.starts_with(&once.bytes));
    assert_eq!(boxes(&twice.bytes).len(), 3);
}

/// The same objects, listed in a stream as newer programs do.
fn with_stream(bytes: &[u8]) -> Vec<u8> {
    let start = table_start(bytes);
    let table = String::from_utf8_lossy(&bytes[start..]);
    let mut lines = table.lines().skip(1);
    let count = lines.next().and_then(|it| it.split(' ').nth(1));
    let count: usize = count.and_then(|it| it.parse().ok()).expect("a count");
    let mut list = Vec::new();
    for line in lines.take(count) {
        let at: u32 = line[..10].parse().expect("an offset");
        let is_used = line.contains(" n");
        list.push(u8::from(is_used));
        list.extend_from_slice(&at.to_be_bytes());
    }
    list.push(1);
    list.extend_from_slice(&(start as u32).to_be_bytes());
    let mut out = bytes[..start].to_vec();
    let head = format!(
        "{count} 0 obj\n<</Type/XRef/W[1 4 0]/Size {}/Root 1 0 R/Length {}>>\nstream\n",
        count + 1,
        list.len()
    );
    out.extend_from_slice(head.as_bytes());
    out.extend_from_slice(&list);
    out.extend_from_slice(format!("\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n").as_bytes());
    out
}

fn table_start(bytes: &[u8]) -> usize {
    let found = bytes.windows(6).rposition(|it| it == b"\nxref\n");
    found.expect("a table of objects") + 1
}

#[test]
fn a_list_of_objects_in_a_stream_is_continued_by_one() {
    let original = with_stream(&table(0));
    let before = document(original.clone());
    let at = place_of(&before, "243.42");
    let copy = with_remarks(&original, &[remark(&at, "应为 234.42")]).expect("a copy");
    assert!(copy.bytes.starts_with(&original));
    assert_eq!(boxes(&copy.bytes).len(), 1);
    let added = &copy.bytes[original.len()..];
    assert!(added.windows(10).any(|it| it == b"/Type/XRef"));
    assert_eq!(document(copy.bytes).blocks, before.blocks);
}

#[test]
fn a_remark_on_a_page_does_not_colour_all_of_it() {
    let whole = Where::Page {
        page: 1,
        bounds: [0, 0, 842, 595],
    };
    let copy = with_remarks(&table(0), &[remark(&whole, "扫描页")]).expect("a copy");
    let [[left, bottom, right, top]] = boxes(&copy.bytes)[..] else {
        panic!("one annotation");
    };
    assert!(right - left < 50 && top - bottom < 50);
}

#[test]
fn without_a_place_the_copy_is_the_file() {
    let original = table(0);
    let elsewhere = Where::Page {
        page: 7,
        bounds: [0, 0, 10, 10],
    };
    let copy = with_remarks(&original, &[remark(&elsewhere, "x")]).expect("a copy");
    assert_eq!((copy.placed, copy.bytes), (0, original));
}

#[test]
fn other_formats_carry_no_remarks() {
    let failure = with_remarks("收入 12.00".as_bytes(), &[]).err();
    assert_eq!(failure.map(|it| it.kind), Some(FailureKind::Unsupported));
}

const NAMES: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A Word document with a sentence and a table, and other parts.
fn word(others: &[(&str, &[u8])]) -> Vec<u8> {
    let p = |it: &str| format!("<w:p><w:pPr><w:jc/></w:pPr><w:r><w:t>{it}</w:t></w:r></w:p>");
    let cell = |it: &str| format!("<w:tc>{}</w:tc>", p(it));
    let row = |all: &[&str]| {
        let cells: String = all.iter().map(|it| cell(it)).collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    let text = format!(
        "<?xml version='1.0' encoding='UTF-8'?>\n<w:document xmlns:w='{NAMES}'><w:body>{}{}\
         <w:tbl>{}{}</w:tbl>{}</w:body></w:document>",
        p("一、收入 12.00 万元"),
        p("二、支出 &lt;13.00&gt; 万元"),
        row(&["项目", "金额"]),
        row(&["合计", "243.42"]),
        p("三、其他"),
    );
    let types = "<?xml version='1.0'?><Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>\
                 <Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>";
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", types.as_bytes()),
        ("word/document.xml", text.as_bytes()),
        ("docProps/app.xml", b"<Properties/>"),
    ];
    parts.extend(others);
    zipped(&parts)
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a package");
    let mut part = archive.by_name(name).expect("the part is there");
    let mut text = String::new();
    part.read_to_string(&mut text).expect("it is text");
    text
}

fn paragraph(number: u32) -> Where {
    Where::Paragraph {
        paragraph: number,
        column: CharColumn(5),
        end_column: CharColumn(8),
    }
}

/// The text between the marks of a comment.
fn commented(text: &str, id: usize) -> String {
    let start = format!("<w:commentRangeStart w:id=\"{id}\"/>");
    let end = format!("<w:commentRangeEnd w:id=\"{id}\"/>");
    let from = text.find(&start).expect("the comment begins") + start.len();
    let to = text.find(&end).expect("the comment ends");
    text[from..to].to_owned()
}

#[test]
fn comments_stand_at_their_paragraphs_and_cells() {
    let original = word(&[]);
    let before = document(original.clone());
    let cell = place_of(&before, "243.42");
    let remarks = [
        remark(&paragraph(2), "小于 <13.00>"),
        remark(&cell, "应为 234.42\n很可能"),
    ];
    let copy = with_remarks(&original, &remarks).expect("a copy");
    assert_eq!(copy.placed, 2);
    let text = part(&copy.bytes, "word/document.xml");
    let run = |it: &str| format!("<w:r><w:t>{it}</w:t></w:r>");
    assert_eq!(commented(&text, 0), run("二、支出 &lt;13.00&gt; 万元"));
    assert_eq!(commented(&text, 1), run("243.42"));
    let comments = part(&copy.bytes, "word/comments.xml");
    assert!(comments.contains("小于 &lt;13.00&gt;") && comments.contains("很可能"));
    let relations = part(&copy.bytes, "word/_rels/document.xml.rels");
    assert!(relations.contains("comments.xml"));
    assert!(part(&copy.bytes, "[Content_Types].xml").contains("/word/comments.xml"));
    assert_eq!(part(&copy.bytes, "docProps/app.xml"), "<Properties/>");
    assert_eq!(document(copy.bytes).blocks, before.blocks, "the text stays");
}

/// Without the marks of comments the text is the same, byte for byte.
#[test]
fn nothing_but_marks_is_added_to_the_text() {
    let original = word(&[]);
    let copy = with_remarks(
        &original,
        &[remark(&paragraph(1), "一"), remark(&paragraph(1), "二")],
    );
    let mut text = part(&copy.expect("a copy").bytes, "word/document.xml");
    for id in [0, 1] {
        for mark in [
            format!("<w:commentRangeStart w:id=\"{id}\"/>"),
            format!("<w:commentRangeEnd w:id=\"{id}\"/>"),
            format!("<w:r><w:commentReference w:id=\"{id}\"/></w:r>"),
        ] {
            assert_eq!(text.matches(&mark).count(), 1, "{mark}");
            text = text.replace(&mark, "");
        }
    }
    assert_eq!(text, part(&original, "word/document.xml"));
}

#[test]
fn comments_that_are_there_are_kept() {
    let present = format!(
        "<w:comments xmlns:w='{NAMES}'><w:comment w:id='4'><w:p/></w:comment></w:comments>"
    );
    let original = word(&[("word/comments.xml", present.as_bytes())]);
    let copy = with_remarks(&original, &[remark(&paragraph(1), "一")]).expect("a copy");
    let comments = part(&copy.bytes, "word/comments.xml");
    assert!(comments.contains("<w:comment w:id='4'>") && comments.contains("w:id=\"5\""));
    assert_eq!(
        part(&copy.bytes, "[Content_Types].xml"),
        part(&original, "[Content_Types].xml")
    );
}

#[test]
fn a_paragraph_that_is_not_there_has_no_remark() {
    let read = document(word(&[]));
    let paragraphs = read.blocks.iter();
    let count = paragraphs
        .filter(|it| matches!(it, Block::Paragraph(_)))
        .count();
    let behind = paragraph(count as u32 + 5);
    let copy = with_remarks(&word(&[]), &[remark(&behind, "一")]).expect("a copy");
    assert_eq!(copy.placed, 0);
}
