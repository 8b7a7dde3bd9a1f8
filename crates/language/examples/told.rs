//! Shows how sentences are read: `told YEAR [final] < TEXT`, a heading or a sentence a line.
use gouji_document::document::Paragraph;
use gouji_language::{
    discourse::{Discourse, Setting},
    line::Line,
};
use std::io::Read;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let year = arguments
        .next()
        .and_then(|it| it.parse().ok())
        .unwrap_or(2024);
    let is_final = arguments.next().is_some();
    let mut text = String::new();
    if let Err(error) = std::io::stdin().read_to_string(&mut text) {
        eprintln!("{error}");
        return;
    }
    let mut discourse = Discourse::new(Setting {
        year,
        is_final,
        unit_name: String::new(),
    });
    for (number, line) in text.lines().enumerate() {
        let line = Line::new(&Paragraph {
            text: line.to_owned(),
            pieces: Vec::new(),
        });
        if line.figures().is_empty() && line.signs.len() < 40 && !line.signs.contains(&'。') {
            discourse.heading(&line);
        } else {
            discourse.line(&line, number);
        }
    }
    println!("{}", discourse.end().notation(year));
}
