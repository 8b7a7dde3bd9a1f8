//! Titles that name another year than most titles do.
use crate::{
    budget::Budget,
    claim::{Remark, Severity},
    note::Message,
    rules::{
        remarks::of_passage,
        years::{Title, titles},
    },
};

/// So many titles must name one year before another one is doubted.
const FEWEST: usize = 3;

/// Complains of every title whose year few others name.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let titles = titles(budget);
    let Some(year) = crate::rules::years::document_year(budget) else {
        return Vec::new();
    };
    let (usual, others): (Vec<&Title>, Vec<&Title>) = titles.iter().partition(|it| it.year == year);
    if usual.len() < FEWEST || others.len() * 2 > usual.len() {
        return Vec::new();
    }
    let told = others.into_iter();
    told.map(|it| remark(it, year, usual.len())).collect()
}

fn remark(title: &Title, year: u16, usual: usize) -> Remark {
    let named = title.year;
    let message = Message::new(
        format!("这个标题写的是{named}年，另外 {usual} 个标题写的是{year}年。"),
        format!("This title names {named}; {usual} other titles name {year}."),
    );
    Remark {
        expected: Some(format!("{year}年")),
        ..of_passage(
            Severity::Warning,
            title.passage,
            title.range.clone(),
            message,
        )
    }
}
