//! A row whose code was left blank among rows that all have theirs.
use crate::{
    budget::Budget,
    claim::{Remark, Severity},
    note::Message,
    rules::remarks::of_row,
};

/// Points at every such row.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let panels = budget
        .tables
        .iter()
        .flat_map(|table| table.panels.iter().map(move |panel| (table, panel)));
    let rows = panels.flat_map(|(table, panel)| panel.rows.iter().map(move |row| (table, row)));
    rows.filter(|(_, row)| row.lacks_code)
        .map(|(table, row)| {
            let label = &row.label;
            let (told, told_en) = match &row.code {
                Some(code) => (
                    format!("，按上下行应为 {code}"),
                    format!("; by the rows around it, it is {code}"),
                ),
                None => (String::new(), String::new()),
            };
            let message = Message::new(
                format!("{}：“{label}”没有填科目编码{told}。", table.name),
                format!("{}: “{label}” has no code{told_en}.", table.name),
            );
            Remark {
                expected: row.code.clone(),
                ..of_row(Severity::Notice, budget, row, message)
            }
        })
        .collect()
}
