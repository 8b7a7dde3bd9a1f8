//! Each way to say something, with how it is read: `readings.txt` is what the productions promise.
use gouji_document::document::Paragraph;
use gouji_language::{
    discourse::{Discourse, Setting},
    line::Line,
};

const YEAR: i32 = 2024;

fn reading(sentence: &str, is_final: bool) -> String {
    let mut discourse = Discourse::new(Setting {
        year: YEAR,
        is_final,
        unit_name: String::new(),
    });
    let paragraph = Paragraph {
        text: sentence.to_owned(),
        pieces: Vec::new(),
    };
    discourse.line(&Line::new(&paragraph), 0);
    discourse.end().notation(YEAR)
}

#[test]
fn sentences_are_read_as_promised() {
    let text = include_str!("readings.txt");
    let blocks = text.split("\n\n").filter(|it| !it.starts_with('#'));
    let mut read = 0;
    for block in blocks {
        let (sentence, promised) = block
            .split_once('\n')
            .expect("a reading below its sentence");
        let (kind, sentence) = sentence
            .split_once(' ')
            .expect("a kind before the sentence");
        let promised: Vec<&str> = promised.lines().map(str::trim).collect();
        let found = reading(sentence, kind == "决算");
        assert_eq!(found.lines().collect::<Vec<_>>(), promised, "{sentence}");
        read += 1;
    }
    assert!(read > 20, "only {read} sentences were compared");
}

#[test]
fn a_word_that_is_not_known_is_named() {
    let told = reading("支出预算500.00万元，比上年出奇地增加20.00万元。", false);
    assert!(told.contains("? 20.00 (出奇地)"), "{told}");
}
