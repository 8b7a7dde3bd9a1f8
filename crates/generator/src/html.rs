//! A disclosure as the clipboard carries it from Word, WPS or Excel: real tables, merged cells.
use super::{
    sheet::{Cell, Disclosure, Piece, Sheet},
    text::with_commas,
};

/// The HTML of a disclosure.
pub fn html(disclosure: &Disclosure) -> String {
    let body: String = disclosure
        .pieces
        .iter()
        .map(|it| piece(it, disclosure.layout.commas))
        .collect();
    format!(
        "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">\n<head>\
         <meta charset=\"utf-8\"><style>p.MsoNormal {{margin:0cm}}</style></head>\n\
         <body lang=\"ZH-CN\">\n<!--StartFragment-->\n{body}<!--EndFragment-->\n</body>\n</html>\n"
    )
}

fn piece(piece: &Piece, commas: bool) -> String {
    match piece {
        Piece::Paragraph(words) => format!("{}\n", paragraph(words)),
        Piece::Table(sheet) => table(sheet, commas),
    }
}

/// A paragraph as Word writes it: an empty one holds a blank that does not break.
fn paragraph(words: &str) -> String {
    match words {
        "" => "<p class=\"MsoNormal\"><o:p>&nbsp;</o:p></p>".into(),
        _ => format!("<p class=\"MsoNormal\"><span>{}</span></p>", escaped(words)),
    }
}

fn table(sheet: &Sheet, commas: bool) -> String {
    let row = |cells: &Vec<Cell>| {
        format!(
            "<tr>{}</tr>\n",
            cells.iter().map(|it| cell(it, commas)).collect::<String>()
        )
    };
    let rows: String = sheet.rows.iter().map(row).collect();
    format!("<table class=\"MsoNormalTable\" border=\"1\" cellspacing=\"0\">\n{rows}</table>\n")
}

fn cell(cell: &Cell, commas: bool) -> String {
    let text = if commas {
        with_commas(&cell.text)
    } else {
        cell.text.clone()
    };
    let span = |name: &str, count: usize| match count {
        1 => String::new(),
        _ => format!(" {name}=\"{count}\""),
    };
    format!(
        "<td{}{}>{}</td>",
        span("rowspan", cell.row_span),
        span("colspan", cell.column_span),
        paragraph(&text)
    )
}

fn escaped(words: &str) -> String {
    words
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
