//! 说明: the sections of the narrative, and what their sentences speak of. A region's own wording
//! is one more spelling here.

mod funds;
mod matters;
mod names;
mod openers;
mod overviews;

pub use names::{Section, Thing};
pub use openers::opened_by;

/// A section of the narrative.
#[derive(Debug)]
pub struct SectionForm {
    /// The section; several records of one are read alike.
    pub section: Section,
    /// What its heading contains: one of these lists of words, every word of it.
    pub headings: &'static [&'static [&'static str]],
    /// Things that its sentences speak of.
    pub subjects: &'static [SubjectForm],
    /// The table and column whose rows it goes through by name, if it does.
    pub rows: Option<(&'static str, &'static str)>,
    /// The cell that shares are shares of, where the sentence names no whole.
    pub whole: Option<&'static str>,
}

/// A thing that sentences speak of.
#[derive(Debug)]
pub struct SubjectForm {
    /// The thing; its name is a spelling, too.
    pub thing: Thing,
    /// How it is called at the end of a phrase; the longest that fits wins. `=` before it: the whole
    /// phrase; `^`: no kind of money stands before it (财政拨款收入预算 is not all of 收入预算).
    pub spellings: &'static [&'static str],
    /// Cells that its amount repeats; the first that the document has counts.
    pub cells: &'static [&'static str],
    /// Whether the items that follow with 其中, whatever they are, are all it is made of.
    pub exhaustive: bool,
    /// What it is made of, one list for each way to divide it.
    pub made_of: &'static [&'static [Thing]],
}

const fn subject(
    thing: Thing,
    spellings: &'static [&'static str],
    cells: &'static [&'static str],
) -> SubjectForm {
    SubjectForm {
        thing,
        spellings,
        cells,
        exhaustive: false,
        made_of: &[],
    }
}

impl SubjectForm {
    const fn made_of(self, made_of: &'static [&'static [Thing]]) -> Self {
        SubjectForm { made_of, ..self }
    }

    const fn exhaustive(self) -> Self {
        SubjectForm {
            exhaustive: true,
            ..self
        }
    }
}

/// Every section, in the order in which headings are compared with them.
fn sections() -> impl Iterator<Item = &'static SectionForm> {
    let all = [funds::SECTIONS, matters::SECTIONS, overviews::SECTIONS];
    all.into_iter().flatten()
}

/// The cell that a whole is, where a sentence names it: 占本年支出合计的 …%.
pub fn whole_named(words: &str) -> Option<&'static str> {
    let found = WHOLES.iter().find(|it| it.0.contains(&words));
    found.map(|it| it.1)
}

const WHOLES: &[(&[&str], &str)] = &[
    (
        &[
            "本年支出合计",
            "本年支出",
            "支出合计",
            "总支出",
            "本年总支出",
        ],
        "支出总表.总计.合计",
    ),
    (
        &[
            "本年收入合计",
            "本年收入",
            "收入合计",
            "总收入",
            "本年总收入",
        ],
        "收入总表.总计.合计",
    ),
    (
        &["三公经费", "三公经费支出", "三公经费总额", "三公经费预算"],
        "“三公”经费支出表.总计.合计",
    ),
];

/// The section that a heading begins; the title of a table begins none.
pub fn section(heading: &str) -> Option<&'static SectionForm> {
    if heading.ends_with('表') {
        return None;
    }
    // …支出决算情况 and …支出决算情况说明 are one.
    let told = heading.ends_with("情况").then(|| format!("{heading}说明"));
    let heading = told.as_deref().unwrap_or(heading);
    let heads = |it: &&SectionForm| {
        let all = |words: &&[&str]| words.iter().all(|word| heading.contains(word));
        it.headings.iter().any(all)
    };
    // 财政拨款“三公”经费支出 is about “三公”经费, whatever money that is.
    let matter = heading.contains("三公");
    let of_matter = matter
        .then(|| matters::SECTIONS.iter().find(heads))
        .flatten();
    of_matter.or_else(|| sections().find(heads))
}

/// What a section's record says of a thing.
pub fn subject_named(
    section: Option<Section>,
    thing: Option<Thing>,
) -> Option<&'static SubjectForm> {
    let section = section_named(section?)?;
    section.subjects.iter().find(|it| Some(it.thing) == thing)
}

/// The first record of a section.
pub fn section_named(section: Section) -> Option<&'static SectionForm> {
    sections().find(|it| it.section == section)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::CATALOGUE;

    #[test]
    fn what_things_are_made_of_is_of_their_section() {
        for section in sections() {
            let is_known = |part: &Thing| section.subjects.iter().any(|it| it.thing == *part);
            let parts = section.subjects.iter().flat_map(|it| it.made_of);
            for part in parts.copied().flatten() {
                assert!(is_known(part), "{} has no {part}", section.section);
            }
        }
    }

    #[test]
    fn sections_go_through_rows_that_a_form_has() {
        for (form, column) in sections().filter_map(|it| it.rows) {
            let layouts = CATALOGUE.iter().filter(|it| it.name == form);
            let mut columns = layouts.flat_map(|it| it.panels).flat_map(|it| it.columns);
            assert!(columns.any(|it| it.name == column), "{form}.{column}");
        }
    }
}
