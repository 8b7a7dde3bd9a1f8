//! What must hold of reading, whatever is read.
#[path = "reading/pasted.rs"]
mod pasted;

use gouji::{
    document::{Block, Cell, Document, Grid, Paragraph, Where},
    read::{Content, FailureKind, Input, MAX_CELLS, MAX_TEXT_BYTES, read},
};

fn read_bytes(bytes: &[u8]) -> Result<Document, FailureKind> {
    read_content(Content::Bytes(bytes.to_vec()))
}

fn read_content(content: Content) -> Result<Document, FailureKind> {
    let input = Input::new("预算公开.txt", content);
    read(&input, &mut |_| {}).map_err(|failure| failure.kind)
}

fn document(bytes: impl AsRef<[u8]>) -> Document {
    read_bytes(bytes.as_ref()).expect("the text can be read")
}

fn grids(document: &Document) -> Vec<&Grid> {
    let blocks = document.blocks.iter();
    blocks
        .filter_map(|block| match block {
            Block::Grid(grid) => Some(grid),
            Block::Paragraph(_) => None,
        })
        .collect()
}

fn paragraphs(document: &Document) -> Vec<&Paragraph> {
    let blocks = document.blocks.iter();
    blocks
        .filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph),
            Block::Grid(_) => None,
        })
        .collect()
}

/// The rows of a grid, cells parted by bars.
fn drawn(grid: &Grid) -> Vec<String> {
    let row = |row| {
        (0..grid.columns)
            .map(|column| grid.text(row, column))
            .collect::<Vec<_>>()
    };
    (0..grid.rows).map(|it| row(it).join("|")).collect()
}

fn grid(text: &str) -> Vec<String> {
    let document = document(text);
    grids(&document).into_iter().flat_map(drawn).collect()
}

/// The characters at a place of a text.
fn at_place(text: &str, at: &Where) -> String {
    let Where::Text {
        line,
        column,
        end_column,
    } = at
    else {
        return String::new();
    };
    let line = text.lines().nth(*line as usize - 1).unwrap_or("");
    let (start, end) = (*column as usize - 1, *end_column as usize - 1);
    line.chars().skip(start).take(end - start).collect()
}

#[test]
fn every_cell_stands_where_its_place_says() {
    let text = "\u{feff}表 1\r\n项 目\t 预算数\u{3000}\t\r\n\u{a0}合计\t1,234.50\t\r\n";
    let document = document(text);
    let lines = text.trim_start_matches('\u{feff}').replace('\r', "");
    for cell in grids(&document).iter().flat_map(|grid| &grid.cells) {
        assert_eq!(at_place(&lines, &cell.at), cell.text);
    }
    assert_eq!(grid(text), ["项 目|预算数|", "合计|1,234.50|"]);
}

#[test]
fn unseen_characters_say_nothing() {
    assert_eq!(
        grid("收\u{200b}入\t1\u{ad}2.30\n合计\t12.30"),
        ["收入|12.30", "合计|12.30"]
    );
}

#[test]
fn all_line_breaks_count_alike() {
    for text in [
        "甲\t1\n乙\t2\n\n完",
        "甲\t1\r\n乙\t2\r\n\r\n完",
        "甲\t1\r乙\t2\r\r完",
    ] {
        let document = document(text);
        let places: Vec<_> = paragraphs(&document)[0]
            .pieces
            .iter()
            .map(|(_, at)| at)
            .collect();
        assert_eq!(
            places,
            [&Where::Text {
                line: 4,
                column: 1,
                end_column: 2
            }]
        );
    }
}

#[test]
fn a_row_broken_inside_a_cell_is_one_row() {
    let rows = [
        "科目|名称|预算数",
        "201|一般公共服务 支出|1.00",
        "202|外交支出|2.00",
    ];
    assert_eq!(
        grid("科目\t名称\t预算数\n201\t一般公共服务\n支出\t1.00\n202\t外交支出\t2.00"),
        rows
    );
    assert_eq!(
        grid("科目\t名称\t预算数\n201\t\"一般公共服务\n支出\"\t1.00\n202\t外交支出\t2.00"),
        rows
    );
}

#[test]
fn rows_without_their_last_blanks_are_not_run_together() {
    let rows = [
        "类|款|名称|合计",
        "201|||",
        "201|03|事务|",
        "202|||",
        "203|||4.00",
    ];
    assert_eq!(
        grid("类\t款\t名称\t合计\n201\t\n201\t03\t事务\n202\t\n203\t\t\t4.00"),
        rows
    );
}

#[test]
fn a_line_of_one_cell_is_a_row_unless_it_is_a_caption() {
    let text = "项目\t预算数\n一、本年收入\n拨款\t3.00\n表 2\n项目\t预算数\n合计\t3.00";
    let document = document(text);
    let grids = grids(&document);
    assert_eq!(
        drawn(grids[0]),
        ["项目|预算数", "一、本年收入|", "拨款|3.00"]
    );
    assert_eq!(drawn(grids[1]), ["项目|预算数", "合计|3.00"]);
    assert_eq!(paragraphs(&document)[0].text, "表 2");
}

#[test]
fn captions_in_cells_are_paragraphs() {
    let text = "部门收支总表\t\t\n编制单位：\t某某局\t单位：万元\n项目\t收入\t支出\n合计\t1.00\t1.00\n\t\t\n备注：没有结余。\t\t";
    let document = document(text);
    let texts: Vec<&str> = paragraphs(&document)
        .iter()
        .map(|it| it.text.as_str())
        .collect();
    assert_eq!(
        texts,
        [
            "部门收支总表",
            "编制单位：",
            "某某局",
            "单位：万元",
            "备注：没有结余。"
        ]
    );
    assert_eq!(
        drawn(grids(&document)[0]),
        ["项目|收入|支出", "合计|1.00|1.00"]
    );
}

#[test]
fn words_above_the_headings_are_captions() {
    let pasted = "收支总表\t\t\n2026年度\t\t\n\t\t单位：万元\n项目\t收入\t支出\n合计\t1.00\t1.00";
    let page = "<table><tr><td colspan=3>收支总表</td></tr><tr><td colspan=3>2026年度</td></tr>\
        <tr><td></td><td></td><td>单位：万元</td></tr><tr><td>项目</td><td>收入</td><td>支出</td></tr>\
        <tr><td>合计</td><td>1.00</td><td>1.00</td></tr></table>";
    for text in [pasted, page] {
        let document = document(text);
        let texts = paragraphs(&document).into_iter().map(|it| it.text.as_str());
        assert_eq!(
            texts.collect::<Vec<_>>(),
            ["收支总表", "2026年度", "单位：万元"]
        );
        assert_eq!(grid(text), ["项目|收入|支出", "合计|1.00|1.00"]);
    }
    let heading = "\t预算数\t\n项目\t收入\t支出\n合计\t1.00\t1.00";
    assert_eq!(grid(heading).len(), 3, "words over some columns head them");
    let part = "一、本年支出\t\t\n水利\t1.00\t1.00";
    assert_eq!(grid(part).len(), 2, "a numbered row is one of the table");
}

#[test]
fn a_blank_column_at_the_left_is_none() {
    let table = "\t项目\t收入\n\t拨款\t1.00\n\t合计\t1.00";
    assert_eq!(grid(table), ["项目|收入", "拨款|1.00", "合计|1.00"]);
    let page = "<table><tr><td colspan=2></td><td>收入</td></tr><tr><td><td>拨款<td>1.00</tr>\
        <tr><td><td>合计<td>1.00</tr></table>";
    assert_eq!(grid(page), ["|收入", "拨款|1.00", "合计|1.00"]);
    let rest_of_a_table = "\t水利\t1.00\n\t合计\t1.00";
    assert_eq!(grid(rest_of_a_table), ["|水利|1.00", "|合计|1.00"]);
}

#[test]
fn indented_text_and_contents_are_no_tables() {
    let document = document("目录\n一、部门概况\t1\n二、收支总表\t3\n\n\t本部门没有下属单位。\n");
    assert!(grids(&document).is_empty());
    assert_eq!(paragraphs(&document).len(), 4);
}

#[test]
fn markdown_tables_are_grids() {
    let rows = ["项目|预算数", "合计|3.00"];
    assert_eq!(
        grid("| 项目 | 预算数 |\n|---|---:|\n| **合计** | 3.00 |"),
        rows
    );
    assert_eq!(grid("项目 | 预算数\n-- | ---\n合计 | 3.00"), rows);
    assert!(grid("甲 | 乙 是一种写法。").is_empty());
}

#[test]
fn comma_separated_values_are_grids() {
    let text = "收支总情况表,,\n项目,\"预算\n数\",\"说\"\"明\"\"\"\n收入,\"1,234.50\",无\n";
    assert_eq!(grid(text), ["项目|预算 数|说\"明\"", "收入|1,234.50|无"]);
    let document = document(text);
    assert_eq!(document.format, "csv");
    let cells: Vec<&Cell> = grids(&document)
        .into_iter()
        .flat_map(|grid| &grid.cells)
        .collect();
    let place = Where::Text {
        line: 4,
        column: 5,
        end_column: 13,
    };
    assert!(
        cells
            .iter()
            .any(|cell| cell.text == "1,234.50" && cell.at == place)
    );
}

#[test]
fn page_numbers_break_pages_and_say_nothing() {
    let page = |number: u32, text: &str| format!("{text}\n{number}\n\u{c}");
    let text = page(1, "基本支出由财政拨款安排，增长")
        + &page(2, "17.31%，原因是人员增加，\n标准")
        + "提高。\n- 3 -";
    let document = document(&text);
    assert_eq!(
        paragraphs(&document)[0].text,
        "基本支出由财政拨款安排，增长17.31%，原因是人员增加，标准提高。"
    );
    assert_eq!(paragraphs(&document).len(), 1);
}

#[test]
fn the_head_of_a_page_inside_a_table_says_nothing() {
    let table = |head: &str, row: &str| {
        let text = format!(
            "某某局2026年部门预算\n\n支出总表\n单位：万元\n编码\t名称\t合计\n208\t养老\t1.00\n{head}\n{row}\n"
        );
        paragraphs(&document(&text)).len() == 3
    };
    let row = "213\t水利\t1.00";
    assert!(table("— 3 —\n某某局2026年部门预算", row));
    assert!(table("某某局2026年部门预算", row));
    assert!(table("— 3 —\n支出总表\n单位：万元", "编码\t名称\t合计"));
    assert!(!table("— 3 —\n收入总表\n单位：万元", row), "another title");
    assert!(
        !table("— 3 —\n某某局2026年部门预算", "编码\t名称\t2026"),
        "headings of another"
    );
    assert!(
        !table("— 3 —\n某某局2026年部门预算", "水利\t1.00"),
        "fewer cells"
    );
}

#[test]
fn merged_cells_of_a_page_are_kept() {
    let page = "<table><tr><td rowspan=2>项目<td colspan=2>支 出</tr><tr><td>基本<td>项目支出\
        <tr><td>合计<td>1.00<td>2.00</table>";
    let document = document(page);
    let grid = grids(&document)[0];
    assert!(grid.spans_known);
    assert_eq!(
        drawn(grid),
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
    let texts: Vec<&str> = paragraphs(&document)
        .iter()
        .map(|it| it.text.as_str())
        .collect();
    assert_eq!(texts, ["收入", "一、某某说明", "收支表"]);
    assert_eq!(drawn(grids(&document)[0]), ["1.23|一般公 共预算"]);
}

#[test]
fn a_table_in_a_frame_is_found_and_one_in_a_cell_joins_it() {
    let inner = "<table><tr><td>甲<td>乙</tr><tr><td>1<td>2</table>";
    let framed = document(format!("<table><tr><td>前文{inner}后文</table>"));
    assert_eq!(drawn(grids(&framed)[0]), ["甲|乙", "1|2"]);
    assert_eq!(paragraphs(&framed).len(), 2);
    let joined = document(format!("<table><tr><td>丙<td>{inner}</table>"));
    assert_eq!(drawn(grids(&joined)[0]), ["丙|甲 乙 1 2"]);
}

#[test]
fn wide_spans_take_no_room() {
    let page = "<table><tr><td colspan=10000>总</tr><tr><td rowspan=65000>1<td>2</table>";
    assert_eq!(drawn(grids(&document(page))[0]), ["总|总", "1|2"]);
}

#[test]
fn a_paste_is_read_from_the_page_only_for_its_tables() {
    let pasted = |html: &str, text: &str| {
        let content = Content::Pasted {
            html: Some(html.into()),
            text: text.into(),
        };
        read_content(content).map(|document| document.format)
    };
    assert_eq!(pasted("<table><tr><td>1<td>2</table>", "1\t2"), Ok("html"));
    assert_eq!(pasted("<div>1</div>", "甲\t1\n乙\t2"), Ok("txt"));
    assert_eq!(pasted("<p>1</p>", ""), Ok("html"));
    assert_eq!(pasted("", " \n "), Err(FailureKind::Empty));
}

#[test]
fn over_a_limit_nothing_is_read() {
    let wide = "1\t2\n".repeat(3_000) + &"3\t".repeat(3_000);
    const { assert!(3_000 * 3_000 > MAX_CELLS) };
    assert_eq!(
        read_bytes(wide.as_bytes()).err(),
        Some(FailureKind::TooLarge)
    );
    assert_eq!(
        read_bytes(&vec![b'a'; MAX_TEXT_BYTES + 1]).err(),
        Some(FailureKind::TooLarge)
    );
    let deep = "<div>".repeat(100_000);
    assert_eq!(
        read_bytes(deep.as_bytes()).err(),
        Some(FailureKind::TooLarge)
    );
    assert_eq!(read_bytes(b"").err(), Some(FailureKind::Empty));
    assert_eq!(read_bytes(b"%PDF-1.7").err(), Some(FailureKind::Damaged));
}

/// A small pseudo-random sequence (xorshift), so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }

    fn noise(&mut self, length: usize) -> Vec<u8> {
        (0..length).map(|_| self.below(256) as u8).collect()
    }

    /// A text of the characters that mean something to a reader.
    fn marks(&mut self, length: usize) -> String {
        const MARKS: [&str; 36] = [
            "\t",
            "\n",
            "\r\n",
            "\u{c}",
            "|",
            "---",
            "\"",
            ",",
            "，",
            "。",
            "（",
            "）",
            "一、",
            "表 1",
            "单位：",
            "备注：",
            "12.30",
            "3",
            " ",
            "\u{3000}",
            "\u{200b}",
            "收入",
            "预算情况说明",
            "<table>",
            "<tr>",
            "<td rowspan=3>",
            "<td colspan=7>",
            "</table>",
            "<p>",
            "<br>",
            "<!--",
            "-->",
            "<pre>",
            "&nbsp;",
            "#",
            "- ",
        ];
        (0..length)
            .map(|_| MARKS[self.below(MARKS.len())])
            .collect()
    }

    /// The same bytes, with some of them changed, dropped or doubled.
    fn damaged(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut damaged = bytes[..self.below(bytes.len()) + 1].to_vec();
        for _ in 0..self.below(20) {
            let at = self.below(damaged.len());
            match self.below(3) {
                0 => damaged[at] = self.below(256) as u8,
                1 => drop(damaged.drain(at..(at + self.below(9)).min(damaged.len()))),
                _ => damaged.extend_from_within(at..(at + self.below(60)).min(damaged.len())),
            }
            damaged.push(b'\n');
        }
        damaged
    }
}

/// Reads, and looks that the document is in order.
fn try_to_read(bytes: &[u8]) {
    let Ok(document) = read_bytes(bytes) else {
        return;
    };
    for grid in grids(&document) {
        assert_eq!(grid.positions().len(), grid.rows * grid.columns);
        assert!(
            grid.cells
                .iter()
                .all(|cell| cell.row + cell.row_span <= grid.rows
                    && cell.column + cell.column_span <= grid.columns
                    && cell.row_span * cell.column_span > 0)
        );
    }
    for paragraph in paragraphs(&document) {
        assert!(!paragraph.text.is_empty() && !paragraph.pieces.is_empty());
        assert!(
            paragraph
                .pieces
                .iter()
                .all(|(start, _)| paragraph.text.is_char_boundary(*start))
        );
    }
}

#[test]
fn no_bytes_make_it_panic() {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let page =
        "<html><body><table><tr><td rowspan=2>项目<td colspan=2>支出<tr><td>1<td>2</table><p>完。";
    let text = "表 1\n\n项目\t\"预算\n数\"\t\n合计\t12.30\t\n\n增长 3.00%，原因是\n\n人员增加。\n";
    for round in 0..600 {
        let length = dice.below(400);
        try_to_read(&dice.noise(length));
        try_to_read(dice.marks(length).as_bytes());
        try_to_read(format!("<html>{}", dice.marks(length)).as_bytes());
        for sample in [page, text] {
            let bytes = match round % 3 {
                0 => sample.encode_utf16().flat_map(u16::to_le_bytes).collect(),
                _ => sample.as_bytes().to_vec(),
            };
            try_to_read(&dice.damaged(&bytes));
        }
    }
}

/// The bytes of a published document that is kept beside the project, where it is.
fn reference(name: &str) -> Option<Vec<u8>> {
    let bytes = std::fs::read(format!("../shared/documents/{name}")).ok();
    if bytes.is_none() {
        println!("skipped: {name} is not here");
    }
    bytes
}

#[test]
fn the_reference_is_read_whole() {
    let Some(bytes) = reference("xinjiang-fukang-2026.txt") else {
        return;
    };
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let document = document(&bytes);
    let columns: Vec<usize> = grids(&document).iter().map(|grid| grid.columns).collect();
    assert_eq!(columns, [4, 15, 15, 7, 7, 7, 6, 16, 8, 8, 5, 5, 10, 6, 6]);
    assert_eq!(
        grids(&document).iter().map(|grid| grid.rows).sum::<usize>(),
        189
    );
    for cell in grids(&document).iter().flat_map(|grid| &grid.cells) {
        assert_eq!(at_place(&text, &cell.at), cell.text);
    }
    let broken = paragraphs(&document)
        .into_iter()
        .filter(|it| it.pieces.len() > 1);
    assert_eq!(broken.count(), 17);
    for paragraph in paragraphs(&document) {
        for (index, (start, at)) in paragraph.pieces.iter().enumerate() {
            let end = paragraph
                .pieces
                .get(index + 1)
                .map_or(paragraph.text.len(), |(end, _)| *end);
            assert_eq!(at_place(&text, at), paragraph.text[*start..end]);
        }
    }
}

#[test]
fn the_reference_reads_alike_in_every_encoding_and_format() {
    let names = [
        "xinjiang-fukang-2026.txt",
        "formats/reference-gb18030.txt",
        "formats/reference.html",
    ];
    let [Some(plain), Some(chinese), Some(page)] = names.map(reference) else {
        return;
    };
    let (plain, page) = (document(plain), document(page));
    assert_eq!(plain, document(chinese));
    assert_eq!(grids(&plain).len(), grids(&page).len());
    for (left, right) in grids(&plain).into_iter().zip(grids(&page)) {
        assert_eq!((left.rows, left.columns), (right.rows, right.columns));
        for cell in right.cells.iter().filter(|cell| !cell.text.is_empty()) {
            assert_eq!(left.text(cell.row, cell.column), cell.text);
        }
    }
    let texts = |document: &Document| -> Vec<String> {
        paragraphs(document)
            .iter()
            .map(|it| it.text.clone())
            .collect()
    };
    assert_eq!(texts(&plain), texts(&page));
}
