//! What is too deep, too empty or named wrongly: read as what it is, or refused in words.
use crate::contents::{document, failure, grids, read_bytes, texts, zipped};
use flate2::{Compression, write::ZlibEncoder};
use gouji_reader::read::{Content, FailureKind, Input, MAX_CELLS, MAX_TEXT_BYTES, read};
use std::io::Write;

/// A Word document of one table with so many tables inside each other.
fn nested(depth: usize) -> Vec<u8> {
    let inner = "<w:p><w:r><w:t>收入</w:t></w:r></w:p>";
    let (open, close) = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>");
    let text = format!(
        "<w:document xmlns:w='urn:w'><w:body>{}{inner}{}</w:body></w:document>",
        open.repeat(depth),
        close.repeat(depth)
    );
    zipped(&[("word/document.xml", text.as_bytes())])
}

#[test]
fn tables_nested_too_deep_are_refused() {
    let read = document(nested(40));
    assert_eq!(texts(&read), ["收入"]);
    assert_eq!(failure(nested(20_000)), Some(FailureKind::TooLarge));
}

#[test]
fn rows_that_are_only_formatted_are_no_rows() {
    let blank = "<table:table-row><table:table-cell/></table:table-row>".repeat(200_000);
    let row = "<table:table-row><table:table-cell><text:p>收入</text:p></table:table-cell>\
        <table:table-cell><text:p>1.00</text:p></table:table-cell></table:table-row>";
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name='表1'>\
         {row}{row}{blank}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    let book = zipped(&[("mimetype", kind), ("content.xml", content.as_bytes())]);
    let read = document(book);
    assert_eq!(grids(&read)[0].rows, 2);
}

#[test]
fn what_a_file_is_is_not_told_by_its_name() {
    let page = "<html><body><table><tr><td>收入<td>1.00<tr><td>支出<td>1.00</table></body></html>";
    let files = [
        ("收支总表.xls", page.as_bytes().to_vec(), "html"),
        ("收支总表.pdf", nested(1), "docx"),
        ("收支总表.docx", "收入\t1.00\n支出\t1.00\n".into(), "txt"),
        ("收支总表", "收入,1.00\n支出,1.00\n".into(), "csv"),
    ];
    for (name, bytes, format) in files {
        let input = Input::new(name, Content::Bytes(bytes));
        let read = read(&input, &mut |_| {}).map(|it| it.format);
        assert_eq!(read, Ok(format), "{name}");
    }
}

#[test]
fn over_a_limit_nothing_is_read() {
    let wide = "1\t2\n".repeat(3_000) + &"3\t".repeat(3_000);
    const { assert!(3_000 * 3_000 > MAX_CELLS) };
    for large in [
        wide.into_bytes(),
        vec![b'a'; MAX_TEXT_BYTES + 1],
        "<div>".repeat(100_000).into_bytes(),
    ] {
        assert_eq!(failure(large), Some(FailureKind::TooLarge));
    }
    assert_eq!(failure(""), Some(FailureKind::Empty));
    assert_eq!(failure("%PDF-1.7"), Some(FailureKind::Damaged));
}

/// What a file is refused for, in words.
fn refusal(bytes: impl Into<Vec<u8>>) -> String {
    let failure = read_bytes(bytes).err();
    failure.map(|it| it.message.zh).unwrap_or_default()
}

#[test]
fn a_page_whose_tree_would_outgrow_it_is_refused_and_the_limit_named() {
    let unknown = format!("<html><body>{}<hr>收入", "<x>".repeat(1_001));
    assert!(refusal(unknown).contains("嵌套层数"));
    let fonts: String = (0..999).map(|it| format!("<font a={it}>")).collect();
    let formatted = format!("<html><body>{fonts}{}", "<p>收入".repeat(501));
    assert!(refusal(formatted).contains("字体元素"));
    let usual = format!("<html><body>{}", "<p><b><x>收入</x></b></p>".repeat(2_000));
    assert_eq!(texts(&document(usual)).len(), 2_000);
}

#[test]
fn attributes_of_a_document_are_bounded() {
    let attributes = " a=\"\"".repeat(1_500_001);
    let text = format!("<w:document><w:body><w:p{attributes}/></w:body></w:document>");
    let file = zipped(&[("word/document.xml", text.as_bytes())]);
    assert!(refusal(file).contains("属性"));
}

#[test]
fn one_text_in_every_cell_of_a_sheet_is_bounded() {
    let row = |text: &str| {
        format!(
            "<table:table-row><table:table-cell><text:p>{text}</text:p></table:table-cell></table:table-row>"
        )
    };
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name='表1'>{}\
         </table:table></office:spreadsheet></office:body></office:document-content>",
        row(&"长".repeat(1 << 20)).repeat(11)
    );
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    let book = zipped(&[("mimetype", kind), ("content.xml", content.as_bytes())]);
    assert!(refusal(book).contains("文字的字节数"));
}

/// A PDF of one page that shows `内容` in the font `F1`, whose objects from the fifth on are these.
fn of_one_page(contents: &str, objects: &[Vec<u8>]) -> Vec<u8> {
    let page = format!(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {contents}/Resources<</Font<</F1 4 0 R>>>>>>"
    );
    let font = "<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/ToUnicode 6 0 R\
        /DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/F\
        /CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>";
    let first = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        page.as_str(),
        font,
    ];
    let mut file = b"%PDF-1.7\n".to_vec();
    let all = first
        .iter()
        .map(|it| it.as_bytes())
        .chain(objects.iter().map(Vec::as_slice));
    for (number, object) in (1..).zip(all) {
        file.extend(format!("{number} 0 obj\n").as_bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    file.extend(b"trailer\n<</Root 1 0 R>>\n%%EOF\n");
    file
}

/// A stream of these bytes, packed as its description says.
fn stream(filters: &str, packed: &[u8]) -> Vec<u8> {
    let head = format!("<</Length {} /Filter {filters}>>\nstream\n", packed.len());
    [head.as_bytes(), packed, b"\nendstream"].concat()
}

#[test]
fn the_limit_that_pages_of_a_pdf_meet_is_named() {
    let blank = deflated(&vec![b' '; 9 << 20]);
    let once = stream("/FlateDecode", &blank);
    let parts = of_one_page("[5 0 R 5 0 R 5 0 R 5 0 R]", &[once]);
    assert!(refusal(parts).contains("一段内容解压后的字节数"));
    let twice = stream(
        "[/FlateDecode /FlateDecode]",
        &deflated(&deflated(&vec![b' '; 33 << 20])),
    );
    assert!(refusal(of_one_page("5 0 R", &[twice])).contains("一段内容解压后的字节数"));
    let shown = stream("[]", b"BT /F1 12 Tf 50 700 Td <0001> Tj ET");
    let map = stream("[]", "<0001> <0001> <4e00>\n".repeat(70_001).as_bytes());
    assert!(refusal(of_one_page("5 0 R", &[shown, map])).contains("字符对应表"));
}

#[test]
fn what_objects_of_a_pdf_unpack_to_is_bounded() {
    let packed = deflated(&deflated(&vec![b' '; 8 << 20]));
    let mut file = b"%PDF-1.7\n".to_vec();
    for number in 1..=17 {
        let head = format!(
            "{number} 0 obj\n<</Type/ObjStm /Filter[/FlateDecode /FlateDecode]>>\nstream\n"
        );
        file.extend(head.as_bytes());
        file.extend(&packed);
        file.extend(b"\nendstream\nendobj\n");
    }
    assert!(refusal(file).contains("对象流"));
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut packing = ZlibEncoder::new(Vec::new(), Compression::fast());
    packing.write_all(bytes).expect("memory takes it");
    packing.finish().expect("memory takes it")
}
