//! Workbooks.
use crate::{
    contents::{cells, document, failure, grids, read_bytes, texts, zipped},
    published::shared,
};
use gouji_reader::{
    document::{Document, TraceKind, Where},
    read::{FailureKind, MAX_INFLATED},
};
use rust_xlsxwriter::{Format, FormatScript, Note, Workbook, Worksheet};
use std::io::Cursor;
use zip::{ZipArchive, ZipWriter};

/// A workbook whose first sheet is filled so.
fn filled(fill: impl FnOnce(&mut Worksheet)) -> Document {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    saved(book)
}

fn saved(mut book: Workbook) -> Document {
    let bytes = book.save_to_buffer().expect("memory takes it");
    document(bytes)
}

fn write(sheet: &mut Worksheet, row: u32, cells: &[&str]) {
    for (column, cell) in (0..).zip(cells) {
        sheet.write(row, column, *cell).expect("it fits");
    }
}

fn traces(document: &Document) -> Vec<(TraceKind, usize)> {
    document
        .traces
        .iter()
        .map(|it| (it.kind, it.count))
        .collect()
}

#[test]
fn numbers_are_read_as_they_are_printed() {
    let read = filled(|sheet| {
        write(sheet, 0, &["项目", "预算数", "占比", "备注"]);
        for (row, (number, format)) in [
            (12.299999999999999, "0.00"),
            (1234.5, "#,##0.00"),
            (0.36234, "0.00%"),
            (0.30000000000000004, "General"),
            (0.0, "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ "),
            (1.005, "0.00_ "),
            (12.3, "#,##0.##"),
        ]
        .into_iter()
        .enumerate()
        {
            let format = Format::new().set_num_format(format);
            let row = row as u32 + 1;
            sheet.write(row, 0, "收入").expect("it fits");
            sheet
                .write_with_format(row, 1, number, &format)
                .expect("it fits");
        }
    });
    let printed: Vec<_> = cells(grids(&read)[0])
        .iter()
        .map(|it| it[1].to_owned())
        .collect();
    assert_eq!(
        printed[1..],
        ["12.30", "1,234.50", "36.23%", "0.3", "-", "1.01", "12.3"]
    );
}

#[test]
fn several_tables_and_text_share_a_sheet() {
    let read = filled(|sheet| {
        let text = "一、主要职能\n本单位负责窗口服务，由市政府管理。\n二、机构设置";
        sheet.write(0, 0, text).expect("it fits");
        write(sheet, 2, &["收支总表"]);
        write(sheet, 3, &["编制单位：某某中心", "", "单位：万元"]);
        write(sheet, 4, &["项目", "预算数", "合计"]);
        write(sheet, 5, &["收入", "1.00", "1.00"]);
        write(sheet, 8, &["支出总表"]);
        sheet
            .merge_range(9, 0, 10, 0, "项目", &Format::new())
            .expect("it fits");
        sheet
            .merge_range(9, 1, 9, 2, "支出", &Format::new())
            .expect("it fits");
        write(sheet, 10, &["项目", "基本支出", "项目支出"]);
        write(sheet, 11, &["合计", "1.00", "0.00"]);
        write(sheet, 12, &["注：本表按万元填列，取两位小数。"]);
    });
    assert_eq!(
        texts(&read),
        [
            "一、主要职能",
            "本单位负责窗口服务，由市政府管理。",
            "二、机构设置",
            "收支总表",
            "编制单位：某某中心",
            "单位：万元",
            "支出总表",
            "注：本表按万元填列，取两位小数。"
        ]
    );
    let [first, second] = grids(&read)[..] else {
        panic!("{read:?}");
    };
    assert_eq!(
        cells(first),
        [["项目", "预算数", "合计"], ["收入", "1.00", "1.00"]]
    );
    assert_eq!(
        cells(second),
        [
            ["项目", "支出", "支出"],
            ["项目", "基本支出", "项目支出"],
            ["合计", "1.00", "0.00"]
        ]
    );
    let at = Where::Sheet {
        sheet: "Sheet1".into(),
        cell: "B12".into(),
    };
    assert_eq!(second.cell(2, 1).map(|it| it.at.clone()), Some(at));
}

#[test]
fn what_is_hidden_is_noted() {
    let mut book = Workbook::new();
    let seen = book.add_worksheet();
    write(seen, 0, &["项目", "预算数", "合计"]);
    write(seen, 1, &["收入", "1.00", "1.00"]);
    write(seen, 2, &["支出", "1.00", "1.00"]);
    seen.set_row_hidden(2).expect("it is there");
    seen.set_column_hidden(2).expect("it is there");
    seen.set_column_hidden(9).expect("it is there");
    seen.insert_note(1, 1, &Note::new("待核")).expect("it fits");
    let hidden = book.add_worksheet();
    hidden.set_name("底稿").expect("it is a name");
    hidden.set_hidden(true);
    write(hidden, 0, &["草稿", "2.00"]);
    let read = saved(book);
    assert_eq!(
        cells(grids(&read)[0]),
        [["项目", "预算数"], ["收入", "1.00"]]
    );
    let hidden: Vec<&str> = (read.hidden_cells.iter())
        .map(|it| it.text.as_str())
        .collect();
    assert_eq!(hidden, ["合计", "1.00", "支出", "1.00", "1.00"]);
    let mut found = traces(&read);
    found.sort_by_key(|(kind, _)| format!("{kind:?}"));
    assert_eq!(
        found,
        [
            (TraceKind::Comments, 1),
            (TraceKind::HiddenColumns, 1),
            (TraceKind::HiddenRows, 1),
            (TraceKind::HiddenSheets, 1)
        ]
    );
    assert!(read.notes.iter().any(|it| it.message.zh.contains("底稿")));
}

#[test]
fn a_million_blank_rows_do_not_hurt() {
    let read = filled(|sheet| {
        write(sheet, 0, &["项目", "预算数", "合计"]);
        write(sheet, 1_048_575, &["收入", "1.00", "1.00"]);
        sheet.write(0, 16_383, "备注").expect("it fits");
    });
    let grid = grids(&read)[0];
    assert_eq!((grid.rows, grid.columns), (3, 4));
}

/// A workbook of one sheet with this XML inside `sheetData`.
fn handmade(sheet: &str) -> Vec<u8> {
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}' Target='{target}'/></Relationships>"
        )
    };
    let book = "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet name='表' sheetId='1' r:id='r1'/></sheets></workbook>";
    let sheet = format!(
        "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>{sheet}</sheetData></worksheet>"
    );
    zipped(&[
        (
            "_rels/.rels",
            relation("officeDocument", "xl/workbook.xml").as_bytes(),
        ),
        ("xl/workbook.xml", book.as_bytes()),
        (
            "xl/_rels/workbook.xml.rels",
            relation("worksheet", "worksheets/sheet1.xml").as_bytes(),
        ),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

#[test]
fn a_formula_without_a_result_is_no_blank() {
    let cell =
        |at: &str, text: &str| format!("<c r='{at}' t='inlineStr'><is><t>{text}</t></is></c>");
    let sheet = format!(
        "<row r='1'>{}{}</row><row r='2'>{}<c r='B2'><f>MAX(B3:B4)</f></c></row>",
        cell("A1", "项目"),
        cell("B1", "预算数"),
        cell("A2", "合计")
    );
    let read = document(handmade(&sheet));
    assert_eq!(
        cells(grids(&read)[0]),
        [["项目", "预算数"], ["合计", "=MAX(B3:B4)"]]
    );
    assert!(read.notes.iter().any(|it| it.message.zh.contains("公式")));
}

#[test]
fn opendocument_sheets_print_what_they_say() {
    let cell = |text: &str| {
        format!("<table:table-cell office:value='9.999'><text:p>{text}</text:p></table:table-cell>")
    };
    let content = format!(
        "<office:document-content><office:automatic-styles><style:style style:name='h'><style:table-properties table:display='false'/></style:style></office:automatic-styles>\
         <office:body><office:spreadsheet><table:table table:name='表1'>\
         <table:table-column/><table:table-column table:visibility='collapse'/><table:table-column/>\
         <table:table-column table:visibility='collapse' table:number-columns-repeated='16381'/>\
         <table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>项目</text:p></table:table-cell><table:covered-table-cell/>{}</table:table-row>\
         <table:table-row table:number-rows-repeated='1048000'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>\
         <table:table-row>{}{}<table:table-cell><office:annotation><text:p>待核</text:p></office:annotation><text:p>1.<text:s text:c='2'/>00</text:p></table:table-cell></table:table-row>\
         </table:table><table:table table:name='底稿' table:style-name='h'><table:table-row>{}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>",
        cell("预算数"),
        cell("类"),
        cell("款"),
        cell("草稿")
    );
    let read = document(zipped(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("content.xml", content.as_bytes()),
    ]));
    assert_eq!(
        cells(grids(&read)[0]),
        [["项目", "预算数"], ["", ""], ["类", "1.  00"]]
    );
    assert_eq!(
        traces(&read),
        [
            (TraceKind::Comments, 1),
            (TraceKind::HiddenColumns, 1),
            (TraceKind::HiddenSheets, 1)
        ]
    );
}

#[test]
fn what_unpacks_to_too_much_is_refused() {
    let blank = zipped(&[("xl/workbook.xml", &vec![b' '; 4 << 20])]);
    let mut one = ZipArchive::new(Cursor::new(blank)).expect("it was written");
    let mut bomb = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..=MAX_INFLATED >> 22 {
        let part = one.by_index_raw(0).expect("it was written");
        let name = format!("xl/workbook{number}.xml");
        bomb.raw_copy_file_rename(part, name.as_str())
            .expect("memory takes it");
    }
    let bytes = bomb.finish().expect("memory takes it").into_inner();
    assert!(bytes.len() < 1 << 20);
    assert_eq!(failure(bytes), Some(FailureKind::TooLarge));
}

/// The official forms of Shanghai, which are blank: every table is there.
#[test]
fn the_templates_of_shanghai_are_read() {
    for (name, tables) in [
        ("shanghai-department-2026-template.xlsx", 9),
        ("shanghai-unit-2026-template.xls", 9),
    ] {
        let Some(bytes) = shared(name) else {
            continue;
        };
        let read = document(bytes);
        assert_eq!(grids(&read).len(), tables, "{name}");
        assert!(texts(&read).contains(&"名词解释"), "{name}");
    }
}

#[test]
fn damage_is_told_of_or_read_around() {
    let mut book = Workbook::new();
    write(book.add_worksheet(), 0, &["项目", "预算数", "合计"]);
    let whole = book.save_to_buffer().expect("memory takes it");
    for step in 1..=96 {
        let at = whole.len() * step / 97;
        let mut flipped = whole.clone();
        flipped[at] = !flipped[at];
        // Whatever comes of it, it comes.
        for bytes in [whole[..at].to_vec(), flipped] {
            if let Err(failure) = read_bytes(bytes) {
                assert!(!failure.message.zh.is_empty() && !failure.message.en.is_empty());
            }
        }
    }
}

#[test]
fn a_locked_workbook_says_so() {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let failure = read_bytes(bytes).expect_err("it is locked");
    assert!(
        failure.message.zh.contains("密码"),
        "{}",
        failure.message.zh
    );
}

#[test]
fn a_raised_mark_is_no_part_of_the_figure_before_it() {
    let read = filled(|sheet| {
        write(sheet, 0, &["项目", "预算数"]);
        write(sheet, 1, &["支出", "1.00"]);
        sheet.write(2, 0, "⽀出合计").expect("it fits");
        let usual = Format::new();
        let raised = Format::new().set_font_script(FormatScript::Superscript);
        let parts = [(&usual, "20050"), (&raised, "1")];
        sheet.write_rich_string(2, 1, &parts).expect("it fits");
    });
    assert_eq!(cells(grids(&read)[0])[2], ["支出合计", "20050¹"]);
}
