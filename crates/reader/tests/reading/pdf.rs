//! PDF files: those drawn by `drawn.rs`, and published ones where they are.
#![allow(clippy::float_arithmetic, reason = "pages are drawn, not money")]
use crate::{
    contents::{document as document_of, failure, grids, paragraphs, read_bytes, rows, texts},
    damage::Dice,
    drawn::{HEIGHT, Leaf, WIDTH, file, file_with},
    published::shared,
};
use gouji_reader::offset::ByteOffset;
use gouji_reader::{
    document::{Cell, Document, Doubt, Where},
    note::LostKind,
    read::{Content, FailureKind, Input, MAX_PAGES, read},
};
use pdf_writer::{Finish, Name, Pdf, Rect, Ref, types::TextRenderingMode};

fn document(leaves: Vec<Leaf>) -> Document {
    document_of(file(leaves))
}

#[track_caller]
fn assert_rows(document: &Document, expected: &[&str]) {
    let found: Vec<String> = grids(document).into_iter().flat_map(rows).collect();
    assert_eq!(found, expected);
}

/// A page with one line that is seen, and what a closure adds.
fn page_with(add: impl Fn(&mut Leaf)) -> Vec<Leaf> {
    let mut leaf = Leaf::new();
    leaf.text(60.0, 100.0, 12.0, "收入合计 12.30 万元。");
    add(&mut leaf);
    vec![leaf]
}

#[track_caller]
fn assert_unseen(add: impl Fn(&mut Leaf)) {
    let document = document(page_with(add));
    assert_eq!(texts(&document), ["收入合计 12.30 万元。"]);
    assert!(grids(&document).is_empty());
}

#[test]
fn ruling_lines_make_cells() {
    let mut leaf = Leaf::new();
    leaf.text(60.0, 80.0, 12.0, "单位：万元");
    leaf.frame(60.0, 100.0, 260.0, 120.0)
        .text(64.0, 114.0, 10.0, "预算数");
    leaf.table(60.0, 120.0, &[&["基本支出", "项目支出"], &["1.20", ""]]);
    let document = document(vec![leaf]);
    assert_eq!(texts(&document), ["单位：万元"]);
    assert_rows(&document, &["预算数|预算数", "基本支出|项目支出", "1.20|"]);
    let [grid] = grids(&document)[..] else {
        panic!("there is one table");
    };
    assert_eq!(grid.cells[0].column_span, 2);
    let bounds = [60, 140, 160, 160];
    let figure = grid.cells.iter().find(|it| it.text == "1.20");
    assert_eq!(
        figure.map(|it| &it.at),
        Some(&Where::Page { page: 1, bounds })
    );
}

#[test]
fn a_table_goes_on_on_the_next_page() {
    let heading: &[&str] = &["科目", "预算数"];
    let (mut first, mut second) = (Leaf::new(), Leaf::new());
    first.text(60.0, 400.0, 12.0, "支出总表");
    first.text(WIDTH / 2.0, 570.0, 9.0, "1");
    first.table(60.0, 480.0, &[heading, &["教育支出", "1.00"]]);
    second.text(60.0, 40.0, 12.0, "支出总表");
    second.table(60.0, 60.0, &[heading, &["合计", "3.00"]]);
    second.text(WIDTH / 2.0, 570.0, 9.0, "2");
    let document = document(vec![first, second]);
    assert_eq!(texts(&document), ["支出总表"]);
    assert_rows(&document, &["科目|预算数", "教育支出|1.00", "合计|3.00"]);
}

#[test]
fn another_table_on_the_next_page_stays_another() {
    let rows: &[&[&str]] = &[&["科目", "预算数"], &["教育支出", "1.00"]];
    let (mut first, mut second) = (Leaf::new(), Leaf::new());
    first.table(60.0, 480.0, rows);
    second
        .text(60.0, 40.0, 12.0, "收入总表")
        .table(60.0, 60.0, rows);
    assert_eq!(grids(&document(vec![first, second])).len(), 2);
}

#[test]
fn a_sentence_goes_on_behind_a_page_number() {
    let long = "本年收入合计比上年增加，主要原因是人员增加和项目支出安排增加以及其他各项因素";
    let (mut first, mut second) = (Leaf::new(), Leaf::new());
    first
        .text(84.0, 500.0, 17.0, long)
        .text(WIDTH / 2.0, 570.0, 9.0, "- 1 -");
    second.text(60.0, 80.0, 17.0, "共计 1.20 万元。");
    let document = document(vec![first, second]);
    assert_eq!(texts(&document), [format!("{long}共计 1.20 万元。")]);
}

#[test]
fn a_figure_of_a_sentence_has_its_own_box() {
    let document = document(page_with(|_| {}));
    let [paragraph] = paragraphs(&document)[..] else {
        panic!("there is one paragraph");
    };
    let start = paragraph.text.find("12.30").expect("it is there");
    // Four signs of 12 points and a blank of 6 stand before it; it is five signs of 6 points wide.
    let bounds = [114, 89, 144, 103];
    let at = Where::Page { page: 1, bounds };
    assert_eq!(
        paragraph.place(ByteOffset(start)..ByteOffset(start + 5)),
        Some(at)
    );
    let bounds = [96, 89, 162, 103];
    let at = Where::Page { page: 1, bounds };
    let (from, to) = (paragraph.text.find('计'), paragraph.text.find('万'));
    let (from, to) = (from.expect("there"), to.expect("there") + '万'.len_utf8());
    assert_eq!(paragraph.place(ByteOffset(from)..ByteOffset(to)), Some(at));
}

#[test]
fn what_is_not_seen_says_nothing() {
    assert_unseen(|it| {
        it.text(WIDTH + 20.0, 100.0, 12.0, "页外");
    });
    assert_unseen(|it| {
        it.content
            .save_state()
            .rect(0.0, 0.0, 50.0, 50.0)
            .clip_nonzero()
            .end_path();
        it.text(60.0, 300.0, 12.0, "框外");
        it.content.restore_state();
    });
    assert_unseen(|it| {
        it.content
            .set_text_rendering_mode(TextRenderingMode::Invisible);
        it.text(60.0, 300.0, 12.0, "透明");
    });
    assert_unseen(|it| {
        it.content.set_stroke_gray(1.0);
        it.frame(60.0, 200.0, 260.0, 220.0)
            .frame(60.0, 220.0, 260.0, 240.0);
    });
    assert_unseen(|it| {
        it.content
            .save_state()
            .transform([0.7, 0.7, -0.7, 0.7, 300.0, 0.0]);
        it.text(60.0, 300.0, 30.0, "水印");
        it.content.restore_state();
    });
}

#[test]
fn so_many_pages_are_read_and_no_more() {
    let pages = |count: usize| {
        let leaf = |number: usize| {
            let mut leaf = Leaf::new();
            leaf.text(60.0, 100.0, 12.0, &format!("第{number}页的收入。"));
            leaf
        };
        read_bytes(file((0..count).map(leaf).collect()))
    };
    assert_eq!(pages(MAX_PAGES).map(|it| it.pages), Ok(Some(MAX_PAGES)));
    let refused = pages(MAX_PAGES + 1).map_err(|it| it.kind);
    assert_eq!(refused.err(), Some(FailureKind::TooLarge));
}

#[test]
fn a_layer_that_is_off_says_nothing() {
    let drawing =
        "BT /F 12 Tf 20 200 Td (seen) Tj ET /OC /L BDC BT /F 12 Tf 20 100 Td (off) Tj ET EMC";
    let with = |layers: &str| {
        let length = drawing.len();
        let file = format!(
            "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R]/D<<{layers}>>>>>> endobj\n\
             2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
             3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R\
             /Resources<</Font<</F 5 0 R>>/Properties<</L 6 0 R>>>>>> endobj\n\
             4 0 obj <</Length {length}>> stream\n{drawing}\nendstream endobj\n\
             5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>> endobj\n\
             6 0 obj <</Type/OCG/Name(L)>> endobj\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF"
        );
        let document = document_of(file);
        texts(&document).join(" ")
    };
    assert_eq!(with("/OFF[6 0 R]"), "seen");
    assert_eq!(with("/BaseState/OFF"), "seen");
    assert_eq!(with("/BaseState/OFF/ON[6 0 R]"), "seen off");
    assert_eq!(with(""), "seen off");
}

#[test]
fn the_same_sign_twice_is_bold() {
    let document = document(page_with(|it| {
        it.text(60.3, 100.0, 12.0, "收入合计 12.30 万元。");
    }));
    assert_eq!(texts(&document), ["收入合计 12.30 万元。"]);
}

#[test]
fn a_page_on_its_side_is_turned() {
    let mut leaf = Leaf::new();
    leaf.content.transform([0.0, 1.0, -1.0, 0.0, HEIGHT, 0.0]);
    leaf.table(60.0, 120.0, &[&["科目", "预算数"], &["教育支出", "1.00"]]);
    let turned = document(vec![leaf]);
    assert_rows(&turned, &["科目|预算数", "教育支出|1.00"]);
    for rotate in [90, 180, 270] {
        let mut leaf = Leaf::new();
        leaf.rotate = rotate;
        leaf.table(60.0, 120.0, &[&["科目", "预算数"], &["教育支出", "1.00"]]);
        assert_rows(&document(vec![leaf]), &["科目|预算数", "教育支出|1.00"]);
    }
}

#[test]
fn old_chinese_codes_are_read_without_a_table_of_their_own() {
    let mut leaf = Leaf::new();
    leaf.text_in_gbk(60.0, 100.0, 12.0, "“三公”经费 1.20 万元");
    assert_eq!(texts(&document(vec![leaf])), ["“三公”经费 1.20 万元"]);
}

#[test]
fn signs_without_characters_are_refused() {
    let mut leaf = Leaf::new();
    leaf.content.begin_text().set_font(Name(b"Nowhere"), 12.0);
    leaf.content
        .next_line(60.0, 300.0)
        .show(pdf_writer::Str(b"lost"))
        .end_text();
    assert_eq!(failure(file(vec![leaf])), Some(FailureKind::Damaged));
}

#[test]
fn a_figure_wider_than_its_cell_is_one_figure() {
    let mut leaf = Leaf::new();
    leaf.table(60.0, 100.0, &[&["科目"], &["合计"]]);
    leaf.frame(160.0, 100.0, 190.0, 140.0);
    leaf.text(162.0, 112.0, 10.0, "1,234")
        .text(162.0, 126.0, 10.0, ",567");
    let document = document(vec![leaf]);
    assert_rows(&document, &["科目|1,234,567", "合计|1,234,567"]);
}

#[test]
fn a_word_too_long_for_its_cell_belongs_to_it() {
    let mut leaf = Leaf::new();
    leaf.table(
        60.0,
        100.0,
        &[&["一般公共预算财政拨款支出", ""], &["合计", "1.00"]],
    );
    assert_rows(
        &document(vec![leaf]),
        &["一般公共预算财政拨款支出|", "合计|1.00"],
    );
}

/// Rows without ruling lines, so far from one to the next.
fn lined_up(leaf: &mut Leaf, top: f32, step: f32, rows: &[&[&str]]) {
    for (row, cells) in rows.iter().enumerate() {
        for (column, text) in cells.iter().enumerate().filter(|it| !it.1.is_empty()) {
            let (x, y) = (60.0 + 200.0 * column as f32, top + step * row as f32);
            leaf.text(x, y, 10.0, text);
        }
    }
}

const LINED_UP: &[&[&str]] = &[
    &["科目", "预算数", "上年数"],
    &["教育支出", "1.00", ""],
    &["农林水支出", "", "2.00"],
    &["合计", "1.00", "2.00"],
];

#[test]
fn a_table_without_lines_is_read_with_a_doubt() {
    let document = document(page_with(|it| lined_up(it, 200.0, 16.0, LINED_UP)));
    let rows = [
        "科目|预算数|上年数",
        "教育支出|1.00|",
        "农林水支出||2.00",
        "合计|1.00|2.00",
    ];
    assert_rows(&document, &rows);
    assert_eq!(grids(&document)[0].doubt, Some(Doubt::Aligned));
    assert_eq!(document.notes.len(), 1);
}

#[test]
fn a_table_whose_columns_cannot_be_told_is_not_read() {
    let between_rows = document(page_with(|it| {
        lined_up(it, 200.0, 24.0, LINED_UP);
        it.text(60.0, 236.0, 10.0, "（含补助）");
    }));
    assert!(grids(&between_rows).is_empty() && between_rows.is_cut);
    assert_eq!(between_rows.notes.len(), 1);
}

#[test]
fn figures_that_nearly_touch_stand_in_columns_of_their_own() {
    let touching: &[&[&str]] = &[
        &["科目", "预算数"],
        &["教育支出", "1.00 2.00"],
        &["合计", "1.00 2.00"],
    ];
    let touching = document(page_with(|it| lined_up(it, 200.0, 16.0, touching)));
    let grid = grids(&touching)[0];
    let figures = grid.cells.iter().filter(|it| it.text.contains("00"));
    let mut texts: Vec<&str> = figures.map(|it| it.text.as_str()).collect();
    texts.sort_unstable();
    assert_eq!(texts, ["1.00", "1.00", "2.00", "2.00"]);
}

#[test]
fn a_table_without_lines_goes_on_on_the_next_page() {
    let (mut first, mut second) = (Leaf::new(), Leaf::new());
    first.text(60.0, 100.0, 12.0, "支出总表");
    lined_up(&mut first, 480.0, 16.0, LINED_UP);
    lined_up(&mut second, 60.0, 16.0, &[&["205 教育支出"]]);
    let document = document(vec![first, second]);
    let grid = grids(&document)[0];
    let last = grid.cells.iter().rfind(|it| it.row + 1 == grid.rows);
    assert_eq!(last.map(|it| it.text.as_str()), Some("205 教育支出"));
}

#[test]
fn no_damage_makes_it_panic() {
    let mut dice = Dice::new();
    let rows: &[&[&str]] = &[
        &["科目", "预算数"],
        &["教育支出", "1.00"],
        &["合计", "1.00"],
    ];
    let mut leaf = Leaf::new();
    leaf.text(60.0, 80.0, 12.0, "收入合计 12.30 万元，比上年增加。")
        .table(60.0, 100.0, rows);
    let mut other = Leaf::new();
    other
        .text_in_gbk(60.0, 40.0, 12.0, "三公经费")
        .table(60.0, 60.0, rows);
    let sound = file(vec![leaf, other]);
    for _ in 0..600 {
        let Ok(document) = read_bytes(dice.damaged(&sound)) else {
            continue;
        };
        for grid in grids(&document) {
            assert_eq!(grid.positions().len(), grid.rows * grid.columns);
            let is_inside = |it: &Cell| {
                it.row + it.row_span <= grid.rows && it.column + it.column_span <= grid.columns
            };
            assert!(grid.cells.iter().all(is_inside));
        }
        for paragraph in paragraphs(&document) {
            assert!(
                paragraph
                    .place(ByteOffset(0)..ByteOffset::end_of(&paragraph.text))
                    .is_some()
            );
        }
    }
}

#[test]
fn a_password_is_asked_for() {
    let Some(bytes) = shared("formats/reference-password.pdf") else {
        return;
    };
    assert_eq!(failure(bytes.as_slice()), Some(FailureKind::PasswordNeeded));
    let mut input = Input::new("预算公开", Content::Bytes(bytes));
    input.password = Some("not this one".to_owned());
    let failure = read(&input, &mut |_| {}).map_err(|it| it.kind);
    assert_eq!(failure.err(), Some(FailureKind::WrongPassword));
}

#[test]
fn a_scan_is_said_to_be_one() {
    let Some(bytes) = shared("formats/reference-scanned.pdf") else {
        return;
    };
    assert_eq!(failure(bytes), Some(FailureKind::Scanned));
}

/// A ruled table of figures that end near the right edge of their cells, in a font without widths.
fn in_standard_font(font: &str, width: impl Fn(char) -> f32) -> Vec<u8> {
    let mut leaf = Leaf::new();
    for (column, figure) in FIGURES.iter().enumerate() {
        let (left, right) = (60.0 + 80.0 * column as f32, 140.0 + 80.0 * column as f32);
        leaf.frame(left, 100.0, right, 116.0);
        let long: f32 = figure.chars().map(|it| width(it) * 9.0 / 1000.0).sum();
        leaf.standard(right - 2.0 - long, 112.0, 9.0, figure);
    }
    file_with(vec![leaf], font)
}

const FIGURES: [&str; 3] = ["1,234,567.89", "98,765,432.10", "12,345,678.90"];

#[test]
fn standard_fonts_need_no_widths() {
    let is_mark = |it: char| matches!(it, ',' | '.');
    let documents = [
        in_standard_font("Helvetica", |it| if is_mark(it) { 278.0 } else { 556.0 }),
        in_standard_font("Times-Roman", |it| if is_mark(it) { 250.0 } else { 500.0 }),
        in_standard_font("Courier", |_| 600.0),
    ];
    for document in documents.map(document_of) {
        assert_rows(&document, &[&FIGURES.join("|")]);
    }
}

#[test]
fn narrow_digits_of_one_run_are_not_drawn_twice() {
    for (stretch, size) in [(33.0, 9.0), (25.0, 12.0)] {
        let mut leaf = Leaf::new();
        leaf.content.set_horizontal_scaling(stretch);
        leaf.text(60.0, 100.0, size, "1,111,100.00");
        assert_eq!(texts(&document(vec![leaf])), ["1,111,100.00"]);
    }
}

#[test]
fn a_small_raised_number_is_a_mark() {
    let mut leaf = Leaf::new();
    leaf.table(60.0, 100.0, &[&["收入", "合计"], &["20050", "20050"]]);
    leaf.text(64.0, 134.0, 10.0, "20050");
    leaf.text(89.2, 130.0, 5.0, "[1]");
    let document = document(vec![leaf]);
    assert_rows(&document, &["收入|合计", "20050⁽¹⁾|20050"]);
}

#[test]
fn figures_without_a_meaning_in_their_font_are_counted() {
    let mut leaf = Leaf::new();
    leaf.text(60.0, 80.0, 12.0, "\u{e001} 收支总表");
    leaf.table(
        60.0,
        100.0,
        &[
            &["项目", "预算数"],
            &["收入", "\u{e001}\u{e002}.\u{e000}\u{e000}"],
            &["支出", "\u{e003}2.00"],
        ],
    );
    let document = document(vec![leaf]);
    assert_eq!(texts(&document), ["• 收支总表"]);
    let lost = document.notes.iter().filter_map(|it| it.lost);
    let lost: Vec<_> = lost.map(|it| (it.what, it.count)).collect();
    assert_eq!(lost, [(LostKind::Cells, 2)]);
}

#[test]
fn parts_of_a_page_are_joined_up_to_a_limit_and_the_rest_is_said_to_lack() {
    let blank = vec![b' '; 20 << 20];
    let file = parts_of_one_page(&[b"BT /F 12 Tf 60 500 Td (12.30) Tj ET", &blank, &blank]);
    let document = document_of(file);
    assert_eq!(texts(&document), ["12.30"]);
    assert!(
        document
            .notes
            .iter()
            .any(|it| it.message.zh.contains("上限"))
    );
    assert!(document.is_cut);
}

/// A page whose instructions stand in several streams.
fn parts_of_one_page(parts: &[&[u8]]) -> Vec<u8> {
    let mut pdf = Pdf::new();
    let (catalog, tree, page, font) = (Ref::new(1), Ref::new(2), Ref::new(3), Ref::new(4));
    pdf.catalog(catalog).pages(tree);
    pdf.pages(tree).kids([page]).count(1);
    pdf.type1_font(font).base_font(Name(b"Helvetica"));
    let references = (0..parts.len()).map(|it| Ref::new(10 + it as i32));
    for (part, reference) in parts.iter().zip(references.clone()) {
        pdf.stream(reference, part);
    }
    let mut written = pdf.page(page);
    written
        .parent(tree)
        .media_box(Rect::new(0.0, 0.0, WIDTH, HEIGHT));
    written.resources().fonts().pair(Name(b"F"), font);
    written.insert(Name(b"Contents")).array().items(references);
    written.finish();
    pdf.finish()
}
