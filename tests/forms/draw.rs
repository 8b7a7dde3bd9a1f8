//! Tables drawn as text: cells between bars, `<` for a cell that the one left of it covers, `^` for one
//! that the one above covers. A line without bars is a paragraph; a blank line ends a table.
use gouji::{
    examine,
    read::{Content, Input},
    report::{Report, report},
};

/// What the program says of a drawing.
pub fn examined(drawing: &str) -> Report {
    let input = Input {
        name: "drawn".to_owned(),
        content: Content::Bytes(html(drawing).into_bytes()),
        password: None,
    };
    report(&examine(&input, &mut |_| {}).expect("a page is always read"))
}

/// What the program says of a drawing pasted as text: a tab between cells, blanks where cells are
/// merged.
pub fn examined_as_text(drawing: &str) -> Report {
    let cell = |text: &str| match text.trim() {
        "<" | "^" => String::new(),
        text => text.to_owned(),
    };
    let row = |line: &str| {
        let cells: Vec<String> = line.trim_matches('|').split('|').map(cell).collect();
        cells.join("\t")
    };
    let lines: Vec<String> = drawing.lines().map(|it| row(it.trim())).collect();
    let content = Content::Pasted {
        html: None,
        text: lines.join("\n"),
    };
    report(&examine(&Input::new("drawn", content), &mut |_| {}).expect("a paste is read"))
}

/// A drawing with one figure changed.
pub struct Damage {
    pub drawing: String,
    /// The wrong figure.
    pub text: String,
}

/// The drawing with each figure of a table in turn made larger by its own first digit.
pub fn damages(drawing: &str) -> Vec<Damage> {
    let mut damages = Vec::new();
    for (number, line) in drawing.lines().enumerate().filter(|it| it.1.contains('|')) {
        for (place, cell) in line.split('|').enumerate() {
            let Some(text) = changed(cell.trim()) else {
                continue;
            };
            let cells = line.split('|').enumerate();
            let cells = cells.map(|(it, cell)| if it == place { &text } else { cell });
            let line: Vec<&str> = cells.collect();
            let lines = drawing.lines().enumerate();
            let lines = lines.map(|(it, old)| {
                if it == number {
                    line.join("|")
                } else {
                    old.to_owned()
                }
            });
            damages.push(Damage {
                drawing: lines.collect::<Vec<_>>().join("\n"),
                text: text.clone(),
            });
        }
    }
    damages
}

/// An amount other than nil with 3 added to its first digit, so that no other figure has it.
fn changed(cell: &str) -> Option<String> {
    let first = cell.chars().next()?.to_digit(10)?;
    let signs = |it: char| it.is_ascii_digit() || matches!(it, '.' | ',');
    let nil = !cell.chars().any(|it| ('1'..='9').contains(&it));
    let amount = cell.contains('.') && cell.chars().all(signs) && !nil;
    amount.then(|| format!("{}{}", first + 3, &cell[1..]))
}

fn html(drawing: &str) -> String {
    let mut html = "<html><head><meta charset=\"utf-8\"></head><body>\n".to_owned();
    let mut table: Vec<Vec<&str>> = Vec::new();
    for line in drawing.lines().map(str::trim).chain([""]) {
        if line.contains('|') {
            table.push(line.trim_matches('|').split('|').map(str::trim).collect());
            continue;
        }
        if !table.is_empty() {
            html += &drawn(&std::mem::take(&mut table));
        }
        if !line.is_empty() {
            html += &format!("<p>{line}</p>\n");
        }
    }
    html + "</body></html>"
}

fn drawn(table: &[Vec<&str>]) -> String {
    let mut html = "<table>".to_owned();
    for (row, cells) in table.iter().enumerate() {
        html += "<tr>";
        for (column, text) in cells.iter().enumerate() {
            if matches!(*text, "<" | "^") {
                continue;
            }
            let wide = cells[column + 1..]
                .iter()
                .take_while(|it| **it == "<")
                .count();
            let below = table[row + 1..].iter();
            let high = below.take_while(|it| it.get(column) == Some(&"^")).count();
            html += &format!("<td colspan={} rowspan={}>{text}</td>", wide + 1, high + 1);
        }
        html += "</tr>\n";
    }
    html + "</table>\n"
}
