//! OFD files.
use crate::contents::{cells, document, failure, grids, texts, zipped};
use gouji_reader::{document::Where, read::FailureKind};

/// A file of pages with these contents, in millimetres.
fn ofd(pages: &[String]) -> Vec<u8> {
    let entry = "<ofd:OFD xmlns:ofd='http://www.ofdspec.org/2016'><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>";
    let numbers = 0..pages.len();
    let listed =
        numbers.map(|it| format!("<ofd:Page ID='{it}' BaseLoc='Pages/Page_{it}/Content.xml'/>"));
    let root = format!(
        "<ofd:Document><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>{}</ofd:Pages></ofd:Document>",
        listed.collect::<String>()
    );
    let mut parts = vec![
        ("OFD.xml".to_owned(), entry.to_owned()),
        ("Doc_0/Document.xml".to_owned(), root),
    ];
    for (number, page) in pages.iter().enumerate() {
        parts.push((
            format!("Doc_0/Pages/Page_{number}/Content.xml"),
            format!(
                "<ofd:Page><ofd:Content><ofd:Layer>{page}</ofd:Layer></ofd:Content></ofd:Page>"
            ),
        ));
    }
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    zipped(&parts)
}

/// A text whose baseline begins here; signs in half or full width.
fn text(x: usize, y: usize, text: &str) -> String {
    format!(
        "<ofd:TextObject Boundary='{x} {} 120 4' Size='3'><ofd:TextCode X='0' Y='3'>{text}</ofd:TextCode></ofd:TextObject>",
        y - 3
    )
}

/// A straight line.
fn line(from: (usize, usize), to: (usize, usize)) -> String {
    let (x, y) = from;
    let (across, down) = (to.0 - x, to.1 - y);
    format!(
        "<ofd:PathObject Boundary='{x} {y} {across} {down}' LineWidth='0.2'><ofd:AbbreviatedData>M 0 0 L {across} {down}</ofd:AbbreviatedData></ofd:PathObject>"
    )
}

/// A ruled table with its corner here: columns of 40, rows of 8.
fn table(left: usize, top: usize, cells: &[&[&str]]) -> String {
    let (columns, rows) = (cells[0].len(), cells.len());
    let (right, bottom) = (left + 40 * columns, top + 8 * rows);
    let mut drawn = String::new();
    for row in 0..=rows {
        let y = top + 8 * row;
        drawn += &line((left, y), (right, y));
    }
    for column in 0..=columns {
        let x = left + 40 * column;
        drawn += &line((x, top), (x, bottom));
    }
    for (row, texts) in cells.iter().enumerate() {
        for (column, cell) in texts.iter().enumerate() {
            let (x, y) = (left + 40 * column, top + 8 * row);
            drawn += &text(x + 2, y + 6, cell);
        }
    }
    drawn
}

#[test]
fn ruled_tables_and_lines_of_text_are_read() {
    let drawn: [&[&str]; 3] = [
        &["项目", "合计", "基本支出"],
        &["一般公共服务支出", "234.42", "234.42"],
        &["合计", "234.42", "234.42"],
    ];
    let page = [
        text(80, 20, "单位支出总体情况表"),
        text(150, 30, "单位：万元"),
        table(30, 40, &drawn),
        text(30, 120, "本单位收支相抵，没有结余。"),
    ];
    let read = document(ofd(&[page.concat()]));
    assert_eq!(read.format, "ofd");
    assert_eq!(
        texts(&read),
        [
            "单位支出总体情况表",
            "单位：万元",
            "本单位收支相抵，没有结余。"
        ]
    );
    let [grid] = grids(&read)[..] else {
        panic!("{read:?}");
    };
    assert_eq!(cells(grid), drawn);
    let place = grid.cell(1, 1).map(|it| it.at.clone());
    let Some(Where::Page {
        page: 1,
        bounds: [left, top, ..],
    }) = place
    else {
        panic!("{place:?}");
    };
    // Millimetres become points.
    assert!(
        (190..=210).contains(&left) && (130..=160).contains(&top),
        "{left} {top}"
    );
}

#[test]
fn shifts_between_signs_are_followed() {
    let spread = "<ofd:TextObject Boundary='20 20 100 4' Size='3'><ofd:TextCode X='0' Y='3' DeltaX='g 3 3'>收入合计</ofd:TextCode></ofd:TextObject>";
    let hidden = "<ofd:TextObject Visible='false' Boundary='20 40 100 4' Size='3'><ofd:TextCode X='0' Y='3'>无</ofd:TextCode></ofd:TextObject>";
    let read = document(ofd(&[format!("{spread}{hidden}")]));
    assert_eq!(texts(&read), ["收入合计"]);
}

#[test]
fn a_scan_is_said_to_be_one() {
    let image = "<ofd:ImageObject Boundary='0 0 210 297' CTM='210 0 0 297 0 0'/>".to_owned();
    assert_eq!(failure(ofd(&[image])), Some(FailureKind::Scanned));
}

#[test]
fn the_last_shift_of_a_list_goes_on() {
    let shown = |shifts: &str| {
        let text = format!(
            "<ofd:TextObject Boundary='10 17 120 4' Size='3'><ofd:TextCode X='0' Y='3' {shifts}>收入3311100.00元</ofd:TextCode></ofd:TextObject>"
        );
        texts(&document(ofd(&[text]))).concat()
    };
    for shifts in [
        "DeltaX='3 3 1.5'",
        "DeltaX='g 2 3 1.5'",
        "DeltaX='3 3 g 10 1.5 g 1000000000 3'",
        "DeltaX='3 3 0.5'",
    ] {
        assert_eq!(shown(shifts), "收入3311100.00元", "{shifts}");
    }
}

#[test]
fn a_small_raised_number_is_a_mark() {
    let mark = "<ofd:TextObject Boundary='17.6 15.8 9 3' Size='1.6'><ofd:TextCode X='0' Y='2.6'>1</ofd:TextCode></ofd:TextObject>";
    let read = document(ofd(&[text(10, 20, "20050") + mark]));
    assert_eq!(texts(&read), ["20050¹"]);
}
