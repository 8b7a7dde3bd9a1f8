//! Web pages, and what is pasted from them.
use crate::contents::{document, grids, paragraphs, rows, texts};
use gouji_reader::offset::{ByteOffset, CharColumn};
use gouji_reader::{
    document::Where,
    read::{Content, FailureKind, Input, read},
};

#[test]
fn merged_cells_of_a_page_are_kept() {
    let page = "<table><tr><td rowspan=2>项目<td colspan=2>支 出</tr><tr><td>基本<td>项目支出\
        <tr><td>合计<td>1.00<td>2.00</table>";
    let document = document(page);
    let grid = grids(&document)[0];
    assert!(grid.spans_known);
    assert_eq!(
        rows(grid),
        ["项目|支 出|支 出", "项目|基本|项目支出", "合计|1.00|2.00"]
    );
    let at = Where::Table {
        table: 1,
        row: 3,
        column: 2,
    };
    assert_eq!(grid.cell(2, 1).map(|cell| &cell.at), Some(&at));
}

#[test]
fn only_what_is_seen_of_a_page_counts() {
    let page = "<html xmlns:o='x'><head><title>无</title><style>td{}</style></head><body>\
        <!--[if gte mso 9]><xml>无</xml><![endif]--><!--StartFragment-->\
        <p>收入<span style='mso-hide:all'>无</span><o:p>&nbsp;</o:p></p><p style='display: none'>无</p>\
        <p><![if !supportLists]>一、<![endif]>某某\n说明</p><del>无</del><script>无</script>\
        <table><caption>收支表</caption><tr hidden><td>无<td>无</tr><tr><td x:num='1.234'>1.23<td>一般公<br>共预算\
        </table><!--EndFragment-->";
    let document = document(page);
    assert_eq!(texts(&document), ["收入", "一、某某说明", "收支表"]);
    assert_eq!(rows(grids(&document)[0]), ["1.23|一般公 共预算"]);
}

#[test]
fn a_table_in_a_frame_is_found_and_one_in_a_cell_joins_it() {
    let inner = "<table><tr><td>甲<td>乙</tr><tr><td>1<td>2</table>";
    let framed = document(format!("<table><tr><td>前文{inner}后文</table>"));
    assert_eq!(rows(grids(&framed)[0]), ["甲|乙", "1|2"]);
    assert_eq!(paragraphs(&framed).len(), 2);
    let joined = document(format!("<table><tr><td>丙<td>{inner}</table>"));
    assert_eq!(rows(grids(&joined)[0]), ["丙|甲 乙 1 2"]);
}

#[test]
fn wide_spans_take_no_room() {
    let page = "<table><tr><td colspan=10000>总</tr><tr><td rowspan=65000>1<td>2</table>";
    assert_eq!(rows(grids(&document(page))[0]), ["总|总", "1|2"]);
}

#[test]
fn a_paste_is_read_from_the_page_only_for_its_tables() {
    let pasted = |html: &str, text: &str| {
        let content = Content::Pasted {
            html: Some(html.into()),
            text: text.into(),
        };
        let read = read(&Input::new("预算公开", content), &mut |_| {});
        read.map(|it| it.format).map_err(|it| it.kind)
    };
    assert_eq!(pasted("<table><tr><td>1<td>2</table>", "1\t2"), Ok("html"));
    assert_eq!(pasted("<div>1</div>", "甲\t1\n乙\t2"), Ok("txt"));
    assert_eq!(pasted("<p>1</p>", ""), Ok("html"));
    assert_eq!(pasted("", " \n "), Err(FailureKind::Empty));
}

#[test]
fn scripts_of_a_page_are_never_run() {
    let table = "<table><tr><td>收入<td>2.00<tr><td>支出<td>2.00</table>";
    let page = format!(
        "<html><body onload='document.body.innerHTML=1'><script>document.write(\"{table}\")</script>\
         <script type='text/template'>{table}</script><template>{table}</template>\
         <img src=x onerror='alert(1)'><iframe srcdoc=\"{table}\"></iframe><p>收入为1.00万元。</p></body></html>"
    );
    let read = document(page);
    assert_eq!(texts(&read), ["收入为1.00万元。"]);
    assert!(grids(&read).is_empty());
}

#[test]
fn a_raised_mark_is_no_part_of_the_figure_before_it() {
    let page = "<p>预算 20050<sup>1</sup> 万元，占地 30 m<sup>2</sup></p><table><tr><td>项目<td>预算数\
        <tr><td>收入<sup>[2]</sup><td>20050<sup><a href='#1'>(1)</a></sup>\
        <tr><td>支出<td>20050<span style='vertical-align: super'>*</span></table>";
    let document = document(page);
    assert_eq!(texts(&document), ["预算 20050¹ 万元，占地 30 m²"]);
    assert_eq!(
        rows(grids(&document)[0]),
        ["项目|预算数", "收入⁽²⁾|20050⁽¹⁾", "支出|20050*"]
    );
}

#[test]
fn signs_that_look_like_characters_are_read_as_them_and_keep_their_places() {
    let text = "⼀般公共预算⽀出 12.30 万元。";
    let document = document(text);
    let [paragraph] = paragraphs(&document)[..] else {
        panic!("there is one paragraph");
    };
    assert_eq!(paragraph.text, "一般公共预算支出 12.30 万元。");
    let start = paragraph.text.find("12.30").expect("it is there");
    let at = Where::Text {
        line: 1,
        column: CharColumn(10),
        end_column: CharColumn(15),
    };
    assert_eq!(
        paragraph.place(ByteOffset(start)..ByteOffset(start + 5)),
        Some(at)
    );
}
