//! What nobody sees in a workbook is no figure, and what sums reach over it is said.
use gouji::{
    claim::Severity,
    examine,
    read::{Content, Input},
    report::{Report, report},
};
use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

/// A row of a workbook: whether it is seen, and its cells.
type Line = (bool, [&'static str; 4]);

const HEADING: Line = (true, ["科目编码", "科目名称", "合计", "项目支出"]);
const FIRST: Line = (true, ["201", "一般公共服务支出", "12.30", "12.30"]);
const SECOND: Line = (true, ["204", "公共安全支出", "7.41", "7.41"]);
const DRAFT: Line = (false, ["205", "教育支出", "5.55", "5.55"]);

fn reported(lines: &[Line]) -> Report {
    let cell =
        |text: &&str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let row = |(is_seen, cells): &Line| {
        let visibility = if *is_seen { "visible" } else { "collapse" };
        let cells: String = cells.iter().map(cell).collect();
        format!("<table:table-row table:visibility='{visibility}'>{cells}</table:table-row>")
    };
    let title = "<table:table-row><table:table-cell><text:p>支出总表</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>单位：万元</text:p></table:table-cell></table:table-row>";
    let rows: String = lines.iter().map(row).collect();
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name='表1'>{title}{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
    ] {
        let options = SimpleFileOptions::default();
        package.start_file(name, options).expect("it is begun");
        package.write_all(text.as_bytes()).expect("it is written");
    }
    let bytes = package.finish().expect("it is closed").into_inner();
    let input = Input::new("支出总表.ods", Content::Bytes(bytes));
    report(&examine(&input, &mut |_| {}).expect("the workbook is read"))
}

/// Rules and words of what is wrong, and of what is worth a look.
fn found(report: &Report) -> (Vec<&str>, Vec<&str>) {
    let worse = report
        .findings
        .iter()
        .filter(|it| it.severity != Severity::Notice);
    let notices = report
        .findings
        .iter()
        .filter(|it| it.severity == Severity::Notice);
    (
        worse.map(|it| it.message.zh.as_str()).collect(),
        notices.map(|it| it.message.zh.as_str()).collect(),
    )
}

#[test]
fn a_hidden_draft_accuses_nobody() {
    let total = (true, ["", "总计", "19.71", "19.71"]);
    let report = reported(&[HEADING, FIRST, DRAFT, SECOND, total]);
    let (worse, notices) = found(&report);
    assert!(worse.is_empty(), "{worse:?}");
    assert!(
        notices.iter().any(|it| it.contains("隐藏的行")),
        "{notices:?}"
    );
    assert_eq!(report.figures.total, 6);
}

#[test]
fn a_sum_says_which_hidden_row_it_includes() {
    let total = (true, ["", "总计", "25.26", "25.26"]);
    let report = reported(&[HEADING, FIRST, DRAFT, SECOND, total]);
    let (worse, notices) = found(&report);
    assert!(worse.is_empty(), "{worse:?}");
    assert!(
        notices.iter().any(|it| it.contains("隐藏的第 5 行")),
        "{notices:?}"
    );
}

#[test]
fn a_sum_that_is_wrong_is_wrong() {
    let total = (true, ["", "总计", "26.26", "26.26"]);
    let report = reported(&[HEADING, FIRST, DRAFT, SECOND, total]);
    assert!(!found(&report).0.is_empty());
}
