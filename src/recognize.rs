//! What a document means: which grid is which form, what every figure is called.
mod across;
mod assemble;
mod blank_code;
mod cell;
mod codes;
pub mod identify;
mod layout;
pub mod narrative;
mod passages;
mod performance;
mod rows;
mod stairs;
pub mod surroundings;
mod units;

use crate::{
    budget::{Budget, RowName},
    document::{Block, Document, Doubt, Where},
    note::{LostKind, Note},
    words,
};
use layout::{Layout, layout};
use rust_decimal::Decimal;
use std::collections::BTreeSet;
use surroundings::{Surroundings, surroundings};

/// A table before it is identified: the parts of it that stand on several pages, joined.
#[derive(Debug)]
struct Draft {
    /// What stands around its first part.
    around: Surroundings,
    /// Its parts; the first one has the headings.
    parts: Vec<Layout>,
}

impl Draft {
    /// Whether none of its parts was read with a doubt.
    fn is_certain(&self, document: &Document) -> bool {
        self.parts
            .iter()
            .all(|it| match document.blocks.get(it.block) {
                Some(Block::Grid(grid)) => grid.doubt.is_none(),
                _ => true,
            })
    }
}

/// Understands a document. Never fails: what could not be used is noted.
pub fn recognize(document: &Document) -> Budget {
    let mut budget = Budget::default();
    budget.passages = passages::passages(document);
    budget.traces.clone_from(&document.traces);
    budget.hidden_cells.clone_from(&document.hidden_cells);
    budget.is_cut = document.is_cut;
    budget.is_garbled = is_garbled(document);
    if !is_chinese(document) {
        budget.passages.clear();
        budget.notes.push(Note::new(
            "这份文件不是中文的，没有认出预算公开的内容，未作核对。",
            "This file is not in Chinese: no budget was recognised in it, and nothing is checked.",
        ));
        return budget;
    }
    surroundings::describe(document, &mut budget);
    for draft in drafts(document) {
        let table = match performance::form_of(document, &draft) {
            Some(form) => performance::assemble(document, &draft, form, &mut budget),
            None => assemble::assemble(document, &draft, &mut budget),
        };
        match table {
            Some(table) => budget.tables.push(table),
            None => budget.notes.push(not_a_table(document, &draft)),
        }
    }
    doubt_the_end(document, &mut budget);
    budget.notes.extend(blank_pages(document));
    narrative::read(document, &mut budget);
    budget
}

/// Whether the program that printed the file cut words off, or wrote them over each other.
fn is_garbled(document: &Document) -> bool {
    let is_cut_off =
        |it: &Block| matches!(it, Block::Grid(grid) if grid.doubt == Some(Doubt::CutOff));
    document.blocks.iter().any(is_cut_off)
}

/// Of several tables, one that the file ends in before its total may go on elsewhere: a row that
/// is not in it accuses nobody.
fn doubt_the_end(document: &Document, budget: &mut Budget) {
    let end = document.blocks.len().checked_sub(1);
    let is_total = |name: &RowName| ["总计", "合计"].iter().any(|it| name.words().ends_with(it));
    if let [_, .., last] = budget.tables.as_mut_slice() {
        let mut rows = last.panels.iter().flat_map(|it| &it.rows);
        let ends_early = last.form.is_some() && !rows.any(|it| is_total(&it.name));
        if ends_early && last.blocks.last().copied() == end {
            last.certain = false;
        }
    }
}

/// Whether a document is written in Chinese; one without letters may be.
fn is_chinese(document: &Document) -> bool {
    let count = |is: fn(char) -> bool| -> usize {
        let texts = document.blocks.iter().flat_map(Block::texts);
        texts
            .map(|it| it.chars().filter(|sign| is(*sign)).count())
            .sum()
    };
    let letters = count(char::is_alphabetic);
    let han = count(|sign| matches!(sign, '\u{3400}'..='\u{9fff}'));
    han * LETTERS_TO_A_SIGN >= letters
}

/// A Chinese text has no more Latin letters than so many for each of its signs.
const LETTERS_TO_A_SIGN: usize = 20;

/// Pages between others on which no word was read. Where several files are one disclosure, pages
/// have no numbers of their own.
fn blank_pages(document: &Document) -> Vec<Note> {
    let places = document.blocks.iter().flat_map(places);
    let noted = document.notes.iter().filter_map(|it| it.at.as_ref());
    let mut filled = BTreeSet::new();
    for place in places.chain(noted) {
        match place {
            Where::Page { page, .. } => filled.insert(*page),
            _ => return Vec::new(),
        };
    }
    let last = filled.last().copied().unwrap_or_default();
    let blank = (1..last).filter(|it| !filled.contains(it));
    let note = |page: u32| {
        Note::new(
            format!("第 {page} 页没有读到文字：空白页，或者只有图片。"),
            format!("No word was read on page {page}: it is blank, or a picture."),
        )
    };
    blank.map(note).collect()
}

/// Where the pieces of a block stand.
fn places(block: &Block) -> Vec<&Where> {
    match block {
        Block::Paragraph(paragraph) => paragraph.pieces.iter().map(|it| &it.1).collect(),
        Block::Grid(grid) => grid.cells.iter().map(|it| &it.at).collect(),
    }
}

/// The tables of a document, those that run over several pages joined.
fn drafts(document: &Document) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        let Block::Grid(grid) = block else { continue };
        let mut around = surroundings(document, index);
        let part = layout(index, grid);
        if let Some(above) = drafts.last().filter(|_| is_below_one_caption(&around)) {
            around.unit = above.around.unit;
            around.unit_name.clone_from(&above.around.unit_name);
        }
        match drafts.last_mut() {
            Some(draft) if continues(document, draft, &part, &around) => {
                let part = as_continuation(document, &draft.parts[0], part);
                draft.parts.push(part);
            }
            _ => drafts.push(Draft {
                around,
                parts: vec![part],
            }),
        }
    }
    drafts
}

/// Whether a grid stands right below another one and nothing says what it is: both have one caption.
fn is_below_one_caption(around: &Surroundings) -> bool {
    around.follows_directly && around.unit.is_none() && around.title.is_empty()
}

/// Whether a grid goes on with the table before it: nothing but page furniture stands between,
/// its columns are as many, and its headings are the same or it has none.
fn continues(document: &Document, draft: &Draft, part: &Layout, around: &Surroundings) -> bool {
    let Some(last) = draft.parts.last() else {
        return false;
    };
    if !around.follows_directly || around.after != Some(last.block) || !part.captions.is_empty() {
        return false;
    }
    let (first, next) = (&draft.parts[0], part);
    let same_width = first.columns.len() == next.columns.len();
    let headings = heading_texts(document, next);
    (same_width && headings == heading_texts(document, first))
        || (!says_headings(next) && (same_width || narrower(document, first, next)))
}

/// Few columns and no headings: the end of a table whose last cells are blank.
fn narrower(document: &Document, first: &Layout, next: &Layout) -> bool {
    let spans_known = match document.blocks.get(next.block) {
        Some(Block::Grid(grid)) => grid.spans_known,
        _ => true,
    };
    let ragged = !spans_known || performance::is_layout(document, first);
    ragged && next.columns.len() < first.columns.len()
}

fn heading_texts(document: &Document, part: &Layout) -> Vec<String> {
    let Some(Block::Grid(grid)) = document.blocks.get(part.block) else {
        return Vec::new();
    };
    let (from, to) = part.headings;
    let cells = grid.cells.iter().filter(|it| (from..to).contains(&it.row));
    cells
        .map(|it| words::key(&it.text))
        .filter(|it| !it.is_empty())
        .collect()
}

/// Whether what looks like headings says what headings say.
fn says_headings(part: &Layout) -> bool {
    let word = |text: &String| {
        let text = words::bare(text);
        layout::is_heading_word(&text)
            || words::sum_label(&text).is_some()
            || text.ends_with("预算数")
    };
    part.columns.iter().flat_map(|it| &it.headings).any(word)
}

/// A continuation has no headings of its own, or repeats them.
fn as_continuation(document: &Document, first: &Layout, part: Layout) -> Layout {
    let repeated = heading_texts(document, first) == heading_texts(document, &part);
    let (from, to) = part.headings;
    let body = if repeated {
        part.body
    } else {
        (from..to).chain(part.body).collect()
    };
    Layout { body, ..part }
}

fn not_a_table(document: &Document, draft: &Draft) -> Note {
    let title = &draft.around.title;
    let note = Note::new(
        format!("未识别的表格“{title}”：没有可核对的数字列，未核对。"),
        format!(
            "A table was not recognised (“{title}”): it has no columns of figures; not checked."
        ),
    );
    let note = match holds_figures(document, draft) {
        true => note.lost(LostKind::UnknownTables, 1),
        false => note,
    };
    match draft
        .parts
        .first()
        .and_then(|it| first_place(document, it.block))
    {
        Some(at) => note.at(at),
        None => note,
    }
}

/// Whether a grid holds more than words: some cell is nothing but a figure with decimals.
fn holds_figures(document: &Document, draft: &Draft) -> bool {
    let is_amount = |text: &str| text.contains('.') && words::bare(text).parse::<Decimal>().is_ok();
    let mut blocks = draft
        .parts
        .iter()
        .filter_map(|it| document.blocks.get(it.block));
    blocks.any(|it| it.texts().any(is_amount))
}

/// The place where a grid begins.
fn first_place(document: &Document, block: usize) -> Option<crate::document::Where> {
    match document.blocks.get(block)? {
        Block::Grid(grid) => grid.cells.first().map(|it| it.at.clone()),
        Block::Paragraph(paragraph) => paragraph.pieces.first().map(|it| it.1.clone()),
    }
}

/// Whether a line (as a [`words::key`]) is a heading rather than a sentence.
pub fn is_heading_line(plain: &str) -> bool {
    let short = plain.chars().count() <= LONGEST_HEADING;
    let part = plain.starts_with('第') && plain.contains("部分");
    short
        && !plain.ends_with(['。', '；', '，', ':'])
        && (part || words::numbering(plain).0.is_some())
}

/// A heading has at most so many characters.
const LONGEST_HEADING: usize = 60;

/// How many rows at the top of a grid are headings, and how many columns at the left are labels.
pub fn frame(block: usize, grid: &crate::document::Grid) -> (usize, usize) {
    let laid_out = layout(block, grid);
    let labels = laid_out
        .columns
        .iter()
        .take_while(|it| it.role != layout::Role::Amount);
    (
        laid_out.headings.1,
        labels.count().min(grid.columns.saturating_sub(1)),
    )
}
