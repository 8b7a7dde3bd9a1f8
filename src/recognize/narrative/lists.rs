//! “主要包括：…”: the items that an amount is made of.
use crate::budget::{Budget, statement::ItemList};

/// Words that begin a list of items.
const BEGIN: &[&str] = &["主要包括", "包括"];

/// Reads the list behind a statement's amount, if there is one.
pub fn read(budget: &mut Budget, statement: usize, block: usize, rest: &str) {
    let Some(behind) = BEGIN
        .iter()
        .find_map(|it| rest.split_once(it))
        .map(|it| it.1)
    else {
        return;
    };
    let list = behind.trim_start_matches(':');
    let list = list.split(['。', '；', ';']).next().unwrap_or(list);
    let items: Vec<String> = list
        .split('、')
        .map(|it| it.trim_matches([':', ',', '，']).to_owned())
        .collect();
    // A list of one is a description.
    if items.len() > 1 && items.iter().all(|it| !it.is_empty()) {
        budget.lists.push(ItemList {
            statement,
            items,
            block,
        });
    }
}
