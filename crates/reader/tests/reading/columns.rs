//! Tables in plain text whose cells no tab parts: bars, blanks, a line for each cell.
use crate::contents::{all_rows, at_place, document, grids, paragraphs, rows};
use gouji_reader::document::Doubt;

#[test]
fn bare_bars_part_cells_where_lines_have_as_many() {
    let table = "收入||支出|\n项目|预算数|项目|预算数\n|1.00|水利|1.00\n合计|1.00|合计|1.00";
    let rows = [
        "收入||支出",
        "项目|预算数|项目|预算数",
        "|1.00|水利|1.00",
        "合计|1.00|合计|1.00",
    ];
    let found: Vec<String> = all_rows(table)
        .iter()
        .map(|it| it.trim_end_matches('|').into())
        .collect();
    assert_eq!(found, rows);
    assert!(all_rows("首页|政务公开|正文\n公开|指南|年报\n返回|打印|关闭").is_empty());
    assert!(all_rows("甲|1.00\n乙|2.00|3.00\n丙").is_empty());
    let margins = "|项目|预算\n|水利|1.00\n||1.00";
    assert_eq!(all_rows(margins), ["项目|预算", "水利|1.00", "|1.00"]);
}

#[test]
fn cells_with_a_line_each_are_told_of() {
    let cells = "科目编码\n合计\n支出\n208\n1.00\n1.00\n\n20805\n1.00\n1.00\n\n合计\n1.00\n1.00\n";
    let document = document(cells);
    assert!(grids(&document).is_empty());
    assert_eq!(document.notes.len(), 1);
}

#[test]
fn columns_of_blanks_are_read_with_a_doubt_where_figures_line_up() {
    let table = "部门支出总表\n\
        科目编码  科目名称            合计   基本支出   项目支出\n\
        205       教育支出          120.00     100.00      20.00\n\
        20502     普通教育          120.00     100.00      20.00\n\
        213       农林水支出          5.00                  5.00\n\
        \u{3000}          合计            125.00     100.00      25.00\n\n\
        一般公共预算没有结余。";
    let document = document(table);
    let [grid] = grids(&document)[..] else {
        panic!("there is one table");
    };
    assert_eq!(grid.doubt, Some(Doubt::Aligned));
    assert_eq!(rows(grid)[3], "213|农林水支出|5.00||5.00");
    assert_eq!(rows(grid)[4], "|合计|125.00|100.00|25.00");
    assert_eq!(paragraphs(&document).len(), 2);
    assert_eq!(document.notes.len(), 1);
    for cell in grid.cells.iter().filter(|it| !it.text.is_empty()) {
        assert_eq!(at_place(table, &cell.at), cell.text);
    }
}

#[test]
fn columns_of_blanks_that_may_be_others_are_told_of() {
    let head = "科目名称            合计   基本支出   项目支出\n";
    let rows = [
        "教育支出          120.00     100.00      20.00\n",
        "农林水支出          5.00                  5.00\n",
        "合计              125.00     100.00      25.00\n",
    ];
    let [first, second, total] = rows;
    let sound = format!("{head}{first}{second}{total}");
    assert_eq!(grids(&document(sound.as_str())).len(), 1);
    for (why, text) in [
        ("no headings", format!("{first}{second}{total}")),
        (
            "a gap, behind which it may go on",
            format!("{head}{first}{second}\n{total}"),
        ),
        ("a page break", format!("{head}{first}{second}\u{c}{total}")),
        (
            "a name on two lines",
            format!("{head}{first}（含补助）\n{second}{total}"),
        ),
        ("a line close behind it", format!("{sound}上级补助支出\n")),
        (
            "a figure out of line",
            sound.replace("          5.00     ", "     5.00          "),
        ),
        ("too few rows", format!("{head}{first}{total}")),
    ] {
        let document = document(text);
        assert!(grids(&document).is_empty(), "{why}");
        assert_eq!(
            document.notes.len(),
            usize::from(why != "too few rows"),
            "{why}"
        );
    }
}
