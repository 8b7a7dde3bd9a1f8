//! Bytes by chance, and sound ones with damage: whatever comes of them is in order.
use crate::{
    contents::{grids, paragraphs, read_bytes},
    damage::Dice,
};

/// What means something to a reader.
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

/// A text of marks by chance.
fn marks(dice: &mut Dice, length: usize) -> String {
    let marks = (0..length).map(|_| MARKS[dice.below(MARKS.len())]);
    marks.collect()
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
                .all(|(start, _)| paragraph.text.is_char_boundary(start.0))
        );
    }
}

#[test]
fn no_bytes_make_it_panic() {
    let mut dice = Dice::new();
    let page =
        "<html><body><table><tr><td rowspan=2>项目<td colspan=2>支出<tr><td>1<td>2</table><p>完。";
    let text = "表 1\n\n项目\t\"预算\n数\"\t\n合计\t12.30\t\n\n增长 3.00%，原因是\n\n人员增加。\n";
    for round in 0..600 {
        let length = dice.below(400);
        try_to_read(&dice.noise(length));
        try_to_read(marks(&mut dice, length).as_bytes());
        try_to_read(format!("<html>{}", marks(&mut dice, length)).as_bytes());
        for sample in [page, text] {
            let bytes = match round % 3 {
                0 => sample.encode_utf16().flat_map(u16::to_le_bytes).collect(),
                _ => sample.as_bytes().to_vec(),
            };
            try_to_read(&dice.damaged(&bytes));
        }
    }
}
