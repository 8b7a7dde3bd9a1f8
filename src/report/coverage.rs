//! What of a document was not read or not recognised, as far as the document itself tells.
use crate::{
    Examination,
    budget::{Budget, Passage, Table},
    forms::title,
    note::{LostKind, Note},
    recognize::words::bare,
    rules::disclosure,
};
use std::collections::BTreeSet;

/// A title of a table has no more characters.
const LONGEST_TITLE: usize = 40;

/// The notes of all stages, and that tables are named which were not found.
pub fn notes(examined: &Examination) -> Vec<Note> {
    let mut notes = [&examined.document.notes[..], &examined.budget.notes].concat();
    let missing = missing(&examined.budget, &notes);
    notes.extend(note(&missing));
    notes
}

/// Forms that a line of the document is the title of, where no table of the form was recognised
/// and no note tells of the title already.
fn missing(budget: &Budget, notes: &[Note]) -> BTreeSet<&'static str> {
    // A table of that title that was not recognised is told of as one that was not checked.
    let titled = |it: &Table| match it.form {
        Some(form) => vec![form.name],
        None => title::named(&bare(&it.title))
            .iter()
            .map(|it| it.name)
            .collect(),
    };
    let found: BTreeSet<&str> = budget.tables.iter().flat_map(titled).collect();
    let told = |line: &str| {
        let quoted = format!("“{}”", line.trim());
        notes.iter().any(|it| it.message.zh.contains(&quoted))
    };
    let titles = budget.prose().filter(|it| !told(it.text()));
    let forms = titles.map(named).filter(|it| !it.is_empty());
    forms
        .filter(|forms| !forms.iter().any(|it| found.contains(it)))
        .filter_map(|forms| forms.first().copied())
        .collect()
}

/// The forms that a line names, if it is nothing but the title of a table.
fn named(passage: &Passage) -> Vec<&'static str> {
    let title = disclosure::title(passage.text());
    let is_title = title.ends_with('表') && title.chars().count() <= LONGEST_TITLE;
    match is_title {
        true => title::named(&bare(&title))
            .iter()
            .map(|it| it.name)
            .collect(),
        false => Vec::new(),
    }
}

fn note(missing: &BTreeSet<&'static str>) -> Option<Note> {
    let names: Vec<&str> = missing.iter().copied().collect();
    (!names.is_empty()).then(|| {
        Note::new(
            format!("文中列出的这些表没有认出，未核对：{}。", names.join("、")),
            format!(
                "These tables are named and were not recognised; they are not checked: {}.",
                names.join(", ")
            ),
        )
        .lost(LostKind::NamedTables, names.len())
    })
}
