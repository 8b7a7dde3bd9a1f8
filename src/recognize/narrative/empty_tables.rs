//! “…表为空表”: sentences that a table is empty.
use crate::{
    budget::{Budget, Table, TableName, telling::EmptyTable},
    words::bare,
};

/// What the clauses of the paragraphs say of tables.
pub fn empty_tables(budget: &Budget) -> Vec<EmptyTable> {
    let mut found = Vec::new();
    for passage in budget.prose() {
        for clause in passage.plain.split(['。', '；', ';', ',', '，']) {
            if let Some(table) = named_empty(budget, clause) {
                found.push(EmptyTable {
                    text: clause.to_owned(),
                    table,
                    block: passage.block,
                });
            }
        }
    }
    found
}

/// The table whose title a clause names and calls empty.
fn named_empty(budget: &Budget, clause: &str) -> Option<TableName> {
    let title = clause
        .strip_suffix("为空表")
        .or(clause.strip_suffix("是空表"))?;
    let title = bare(title);
    let named = |it: &&Table| {
        let printed = bare(&it.title);
        let printed = printed
            .trim_start_matches("财政拨款")
            .trim_start_matches("单位")
            .trim_start_matches("部门");
        !printed.is_empty() && title.ends_with(printed)
    };
    let tables = budget.tables.iter().filter(named);
    tables
        .max_by_key(|it| it.title.len())
        .map(|it| it.name.clone())
}
