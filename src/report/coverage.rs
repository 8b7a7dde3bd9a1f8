//! What of a document was not read or not recognised, as far as the document itself tells.
use crate::{
    budget::{Budget, Passage, Table},
    examination::Examination,
    forms::title,
    note::{LostKind, Note},
    rules::disclosure,
    words::bare,
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
        None => forms_named(&it.title),
    };
    let found: BTreeSet<&str> = budget.tables.iter().flat_map(titled).collect();
    let quoted = |it: &Note| {
        Some(
            it.message
                .zh
                .split_once('“')?
                .1
                .split_once('”')?
                .0
                .to_owned(),
        )
    };
    let told = notes.iter().filter_map(quoted);
    let told = told.flat_map(|it| forms_named(&it));
    let found: BTreeSet<&str> = found.into_iter().chain(told).collect();
    let forms = budget.prose().map(named).filter(|it| !it.is_empty());
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
        true => forms_named(&title),
        false => Vec::new(),
    }
}

fn forms_named(title: &str) -> Vec<&'static str> {
    let named = title::named(&bare(title));
    named.iter().map(|it| it.name).collect()
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
