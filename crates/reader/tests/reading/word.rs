//! Word documents.
use crate::contents::{cells, document, grids, texts, zipped};
use gouji_reader::document::{Block, TraceKind, Where};
use gouji_reader::offset::{ByteOffset, CharColumn};

/// A document with this body, and other parts.
fn docx(body: &str, others: &[(&str, &[u8])]) -> Vec<u8> {
    let text = format!(
        "<?xml version='1.0'?><w:document xmlns:w='urn:w'><w:body>{body}</w:body></w:document>"
    );
    let mut parts: Vec<(&str, &[u8])> = vec![("word/document.xml", text.as_bytes())];
    parts.extend(others);
    zipped(&parts)
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn cell(settings: &str, content: &str) -> String {
    format!("<w:tc><w:tcPr>{settings}</w:tcPr>{content}</w:tc>")
}

fn row(cells: &[String]) -> String {
    format!("<w:tr>{}</w:tr>", cells.concat())
}

fn table(rows: &[String]) -> String {
    format!("<w:tbl>{}</w:tbl>", rows.concat())
}

#[test]
fn merged_cells_keep_their_reach() {
    let head = row(&[
        cell("<w:vMerge w:val='restart'/>", &p("项目")),
        cell("<w:gridSpan w:val='2'/>", &p("预算数")),
    ]);
    let heads = row(&[
        cell("<w:vMerge/>", &p("")),
        cell("", &p("基本支出")),
        cell("", &p("项目支出")),
    ]);
    let body = row(&[
        cell("", &p("合计")),
        cell("", &p("1.00")),
        cell("", &p("2.00")),
    ]);
    let read = document(docx(&table(&[head, heads, body]), &[]));
    let [grid] = grids(&read)[..] else {
        panic!("{read:?}");
    };
    assert_eq!(
        cells(grid),
        [
            ["项目", "预算数", "预算数"],
            ["项目", "基本支出", "项目支出"],
            ["合计", "1.00", "2.00"]
        ]
    );
    let place = grid.cell(2, 2).map(|it| it.at.clone());
    assert_eq!(
        place,
        Some(Where::Table {
            table: 1,
            row: 3,
            column: 3
        })
    );
}

#[test]
fn a_table_inside_a_table_follows_it() {
    let inner = table(&[row(&[cell("", &p("收入")), cell("", &p("3.00"))])]);
    let outer = table(&[
        row(&[cell("", &p("项目")), cell("", &p("金额"))]),
        row(&[
            cell("", &p("支出")),
            cell("", &format!("{}{inner}", p("4.00"))),
        ]),
    ]);
    let read = document(docx(&outer, &[]));
    let tables: Vec<_> = grids(&read).into_iter().map(cells).collect();
    assert_eq!(tables[0], [["项目", "金额"], ["支出", "4.00"]]);
    assert_eq!(tables[1], [["收入", "3.00"]]);
}

#[test]
fn a_frame_is_no_table() {
    let inner = table(&[row(&[cell("", &p("收入")), cell("", &p("3.00"))])]);
    let frame = table(&[row(&[cell("", &format!("{}{inner}", p("第一部分 概况")))])]);
    let read = document(docx(&frame, &[]));
    assert_eq!(texts(&read), ["第一部分 概况"]);
    assert_eq!(grids(&read).len(), 1);
}

#[test]
fn insertions_count_and_deletions_do_not() {
    let changed = "<w:p><w:r><w:t>收入预算</w:t></w:r><w:del><w:r><w:delText>3.00</w:delText></w:r></w:del>\
        <w:ins><w:r><w:t>4.00</w:t></w:r></w:ins><w:r><w:t>万元。</w:t></w:r></w:p>";
    let joined = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>支出预算</w:t></w:r></w:p>";
    let gone =
        "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>9</w:t></w:r></w:p></w:tc></w:tr>";
    let kept = row(&[cell("", &p("合计")), cell("", &p("4.00"))]);
    let text = format!(
        "{changed}{joined}{}{}",
        p("4.00万元。"),
        table(&[kept, gone.into()])
    );
    let read = document(docx(&text, &[]));
    assert_eq!(texts(&read), ["收入预算4.00万元。", "支出预算4.00万元。"]);
    assert_eq!(cells(grids(&read)[0]), [["合计", "4.00"]]);
    let traces: Vec<_> = read.traces.iter().map(|it| (it.kind, it.count)).collect();
    assert_eq!(traces, [(TraceKind::TrackedChanges, 3)]);
}

#[test]
fn comments_and_hidden_text_are_noted_and_not_read() {
    let text = "<w:p><w:r><w:t>收入</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>\
        <w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>合计</w:t></w:r></w:p>";
    let comments = "<w:comments xmlns:w='urn:w'><w:comment><w:p><w:r><w:t>待核</w:t></w:r></w:p></w:comment></w:comments>";
    let read = document(docx(text, &[("word/comments.xml", comments.as_bytes())]));
    assert_eq!(texts(&read), ["收入合计"]);
    let traces: Vec<_> = read.traces.iter().map(|it| (it.kind, it.count)).collect();
    assert_eq!(
        traces,
        [(TraceKind::HiddenText, 1), (TraceKind::Comments, 1)]
    );
}

#[test]
fn text_boxes_content_controls_and_fields_are_read() {
    let text = format!(
        "<w:sdt><w:sdtPr><w:t>无</w:t></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>\
         <w:p><w:r><w:t>目录</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></mc:Choice>\
         <mc:Fallback><w:txbxContent>{}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>\
         <w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple><w:r><w:t>第一部分 概况</w:t></w:r></w:fldSimple><w:r><w:tab/><w:t>3</w:t></w:r></w:p>",
        p("2026年单位预算"),
        p("附件3"),
        p("附件3")
    );
    let read = document(docx(&text, &[]));
    assert_eq!(
        texts(&read),
        ["2026年单位预算", "目录", "附件3", "第一部分 概况\t3"]
    );
}

#[test]
fn automatic_numbers_are_part_of_their_headings() {
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId='7'>\
        <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:pStyle w:val='H1'/><w:lvlText w:val='%1、'/></w:lvl>\
        <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='（%2）'/></w:lvl>\
        <w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%3.'/></w:lvl></w:abstractNum>\
        <w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>\
        <w:num w:numId='2'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num></w:numbering>";
    let styles = "<w:styles><w:style w:styleId='H1'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>\
        <w:style w:styleId='Own'><w:basedOn w:val='H1'/></w:style></w:styles>";
    let listed = |list: u32, level: u32, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let styled = |style: &str, text: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let text = [
        styled("H1", "单位收支总体情况表"),
        listed(1, 1, "政府采购情况"),
        listed(1, 1, "国有资产情况"),
        listed(1, 2, "房屋12平方米"),
        styled("Own", "单位收入总体情况表"),
        listed(1, 1, "绩效情况"),
        listed(0, 0, "名词解释"),
        listed(2, 0, "主要职能"),
    ];
    let parts: [(&str, &[u8]); 2] = [
        ("word/numbering.xml", numbering.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
    ];
    let read = document(docx(&text.concat(), &parts));
    assert_eq!(
        texts(&read),
        [
            "一、单位收支总体情况表",
            "（一）政府采购情况",
            "（二）国有资产情况",
            "1. 房屋12平方米",
            "二、单位收入总体情况表",
            "（一）绩效情况",
            "名词解释",
            "一、主要职能"
        ]
    );
    let Some(Block::Paragraph(floor)) = read.blocks.get(3) else {
        panic!("{read:?}");
    };
    let start = floor.text.find("12").expect("it was written there");
    let at = Where::Paragraph {
        paragraph: 4,
        column: CharColumn(3),
        end_column: CharColumn(5),
    };
    assert_eq!(
        floor.place(ByteOffset(start)..ByteOffset(start + 2)),
        Some(at)
    );
}

#[test]
fn what_stands_before_the_cut_is_read() {
    let body = (0..40).map(|it| p(&format!("第{it}项收入为{it}.00万元。")));
    let whole = docx(
        &body.collect::<String>(),
        &[("word/styles.xml", &[b' '; 4000])],
    );
    let central = whole.len() - 200;
    let read = document(whole[..central].to_vec());
    assert_eq!(texts(&read).len(), 40);
    assert!(read.is_cut);
    assert!(read.notes.iter().any(|it| it.message.zh.contains("不完整")));
}

#[test]
fn a_raised_mark_is_no_part_of_the_figure_before_it() {
    let raised = "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>1</w:t></w:r>";
    let figure = format!("<w:p><w:r><w:t>20050</w:t></w:r>{raised}</w:p>");
    let head = row(&[cell("", &p("项⽬")), cell("", &p("预算数"))]);
    let body = row(&[cell("", &p("收入")), cell("", &figure)]);
    let read = document(docx(&table(&[head, body]), &[]));
    assert_eq!(
        cells(grids(&read)[0]),
        [["项目", "预算数"], ["收入", "20050¹"]]
    );
}
