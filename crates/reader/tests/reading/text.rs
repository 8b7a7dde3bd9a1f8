//! Plain text: tables by tabs, bars and commas, and what is running text.
use crate::contents::{all_rows, at_place, document, grids, paragraphs, rows, texts};
use gouji_reader::document::{Cell, Where};
use gouji_reader::offset::CharColumn;

#[test]
fn every_cell_stands_where_its_place_says() {
    let text = "\u{feff}表 1\r\n项 目\t 预算数\u{3000}\t\r\n\u{a0}合计\t1,234.50\t\r\n";
    let document = document(text);
    let lines = text.trim_start_matches('\u{feff}').replace('\r', "");
    for cell in grids(&document).iter().flat_map(|grid| &grid.cells) {
        assert_eq!(at_place(&lines, &cell.at), cell.text);
    }
    assert_eq!(all_rows(text), ["项 目|预算数|", "合计|1,234.50|"]);
}

#[test]
fn unseen_characters_say_nothing() {
    assert_eq!(
        all_rows("收\u{200b}入\t1\u{ad}2.30\n合计\t12.30"),
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
                column: CharColumn(1),
                end_column: CharColumn(2)
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
        all_rows("科目\t名称\t预算数\n201\t一般公共服务\n支出\t1.00\n202\t外交支出\t2.00"),
        rows
    );
    assert_eq!(
        all_rows("科目\t名称\t预算数\n201\t\"一般公共服务\n支出\"\t1.00\n202\t外交支出\t2.00"),
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
        all_rows("类\t款\t名称\t合计\n201\t\n201\t03\t事务\n202\t\n203\t\t\t4.00"),
        rows
    );
}

#[test]
fn a_line_of_one_cell_is_a_row_unless_it_is_a_caption() {
    let text = "项目\t预算数\n一、本年收入\n拨款\t3.00\n表 2\n项目\t预算数\n合计\t3.00";
    let document = document(text);
    let grids = grids(&document);
    assert_eq!(
        rows(grids[0]),
        ["项目|预算数", "一、本年收入|", "拨款|3.00"]
    );
    assert_eq!(rows(grids[1]), ["项目|预算数", "合计|3.00"]);
    assert_eq!(texts(&document), ["表 2"]);
}

#[test]
fn captions_in_cells_are_paragraphs() {
    let text = "部门收支总表\t\t\n编制单位：\t某某局\t单位：万元\n项目\t收入\t支出\n合计\t1.00\t1.00\n\t\t\n备注：没有结余。\t\t";
    let document = document(text);
    assert_eq!(
        texts(&document),
        [
            "部门收支总表",
            "编制单位：",
            "某某局",
            "单位：万元",
            "备注：没有结余。"
        ]
    );
    assert_eq!(
        rows(grids(&document)[0]),
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
        assert_eq!(texts(&document), ["收支总表", "2026年度", "单位：万元"]);
        assert_eq!(all_rows(text), ["项目|收入|支出", "合计|1.00|1.00"]);
    }
    let heading = "\t预算数\t\n项目\t收入\t支出\n合计\t1.00\t1.00";
    assert_eq!(
        all_rows(heading).len(),
        3,
        "words over some columns head them"
    );
    let part = "一、本年支出\t\t\n水利\t1.00\t1.00";
    assert_eq!(
        all_rows(part).len(),
        2,
        "a numbered row is one of the table"
    );
}

#[test]
fn a_blank_column_at_the_left_is_none() {
    let table = "\t项目\t收入\n\t拨款\t1.00\n\t合计\t1.00";
    assert_eq!(all_rows(table), ["项目|收入", "拨款|1.00", "合计|1.00"]);
    let page = "<table><tr><td colspan=2></td><td>收入</td></tr><tr><td><td>拨款<td>1.00</tr>\
        <tr><td><td>合计<td>1.00</tr></table>";
    assert_eq!(all_rows(page), ["|收入", "拨款|1.00", "合计|1.00"]);
    let rest_of_a_table = "\t水利\t1.00\n\t合计\t1.00";
    assert_eq!(all_rows(rest_of_a_table), ["|水利|1.00", "|合计|1.00"]);
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
        all_rows("| 项目 | 预算数 |\n|---|---:|\n| **合计** | 3.00 |"),
        rows
    );
    assert_eq!(all_rows("项目 | 预算数\n-- | ---\n合计 | 3.00"), rows);
    assert!(all_rows("甲 | 乙 是一种写法。").is_empty());
}

#[test]
fn comma_separated_values_are_grids() {
    let text = "收支总情况表,,\n项目,\"预算\n数\",\"说\"\"明\"\"\"\n收入,\"1,234.50\",无\n";
    assert_eq!(
        all_rows(text),
        ["项目|预算 数|说\"明\"", "收入|1,234.50|无"]
    );
    let document = document(text);
    assert_eq!(document.format, "csv");
    let cells: Vec<&Cell> = grids(&document)
        .into_iter()
        .flat_map(|grid| &grid.cells)
        .collect();
    let place = Where::Text {
        line: 4,
        column: CharColumn(5),
        end_column: CharColumn(13),
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
    let document = document(text);
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
        paragraphs(&document(text)).len() == 3
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
