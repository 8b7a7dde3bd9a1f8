//! What is too deep, too empty or named wrongly: read as what it is, or refused in words.
use super::{document, grids, paragraphs, zipped};
use gouji::{
    examine,
    note::Note,
    read::{Content, FailureKind, Input},
    report::report,
};

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
    let read = document(nested(40)).expect("it is read");
    assert_eq!(paragraphs(&read), ["收入"]);
    let failure = document(nested(20_000)).map_err(|it| it.kind);
    assert_eq!(failure, Err(FailureKind::TooLarge));
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
    let read = document(book).expect("it is read");
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
        let read = gouji::read::read(&input, &mut |_| {}).map(|it| it.format);
        assert_eq!(read, Ok(format), "{name}");
    }
}

#[test]
fn scripts_of_a_page_are_never_run() {
    let table = "<table><tr><td>收入<td>2.00<tr><td>支出<td>2.00</table>";
    let page = format!(
        "<html><body onload='document.body.innerHTML=1'><script>document.write(\"{table}\")</script>\
         <script type='text/template'>{table}</script><template>{table}</template>\
         <img src=x onerror='alert(1)'><iframe srcdoc=\"{table}\"></iframe><p>收入为1.00万元。</p></body></html>"
    );
    let read = document(page.into_bytes()).expect("it is read");
    assert_eq!(paragraphs(&read), ["收入为1.00万元。"]);
    assert!(grids(&read).is_empty());
}

#[test]
fn a_reader_is_told_in_their_language_that_no_chinese_budget_was_found() {
    let text = "City budget 2026\n\nItem\tAmount\nRevenue\t12.50\nCosts\t3.00\nTotal\t99.00\n";
    let input = Input::new("budget.txt", Content::Bytes(text.into()));
    let told = report(&examine(&input, &mut |_| {}).expect("it is read"));
    assert_eq!(told.findings, []);
    assert_eq!(told.checks.performed, 0);
    let told_once =
        |words: fn(&Note) -> bool| told.notes.iter().filter(|it| words(it)).count() == 1;
    assert!(told_once(|it| it.message.zh.contains("不是中文")));
    assert!(told_once(|it| it.message.en.contains("not in Chinese")));
}
