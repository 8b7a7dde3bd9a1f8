//! What is too deep, too empty or named wrongly: read as what it is, or refused in words.
use crate::contents::{document, failure, grids, texts, zipped};
use gouji_reader::read::{Content, FailureKind, Input, MAX_CELLS, MAX_TEXT_BYTES, read};

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
