//! “主要包括：…”: the names of what an amount is made of.
use super::HandedOver;
use crate::{
    budget::telling::ItemList,
    language::told::{FigureId, Role, Told},
    words::key,
};

/// Words that begin a list of names.
const BEGIN: [&str; 2] = ["主要包括", "包括"];

/// The lists behind amounts, each in the sentence of its amount.
pub fn item_lists(lines: &[HandedOver], told: &Told) -> Vec<ItemList> {
    let amounts = told.figures.iter().enumerate();
    let amounts = amounts.filter(|it| it.1.role == Role::Amount);
    let lists = amounts.filter_map(|(index, it)| {
        let (block, _, line) = &lines[it.line];
        let next = told
            .figures
            .get(index + 1)
            .filter(|next| next.line == it.line);
        let end = next.map_or(line.signs.len(), |next| next.figure.start);
        let behind = key(&line.text(it.figure.end, end));
        let (sentence, ends) = match behind.find(['。', '；', ';']) {
            Some(at) => (&behind[..at], true),
            None => (behind.as_str(), false),
        };
        // A list that goes on to the next figure is none of names.
        let items = names_in(sentence).filter(|_| ends || next.is_none())?;
        Some(ItemList {
            whole: FigureId(index),
            items,
            block: *block,
        })
    });
    lists.collect()
}

/// The names that a sentence lists; one alone is a description.
fn names_in(sentence: &str) -> Option<Vec<String>> {
    let begun = BEGIN.iter().find_map(|it| sentence.split_once(it));
    let list = begun?.1.trim_start_matches(':');
    let items: Vec<String> = list
        .split('、')
        .map(|it| it.trim_matches([':', ',', '，']).to_owned())
        .collect();
    (items.len() > 1 && items.iter().all(|it| !it.is_empty())).then_some(items)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_behind_a_word_that_lists_are_items() {
        let items = names_in("万元,主要包括:基本工资、津贴补贴、奖金");
        assert_eq!(items.map(|it| it.len()), Some(3));
        assert_eq!(names_in("万元,包括:基本工资"), None);
        assert_eq!(names_in("万元,用于基本工资、奖金"), None);
    }
}
