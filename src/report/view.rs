//! What the page shows: the report with the document redrawn, every figure with its mark and its
//! checks. Made in the worker, read by the page.
mod checks;
mod draw;
mod figures;
mod guard;
mod merge;

pub use super::checklist::{CheckIndex, CheckOutcome};

use super::{Report, checklist::Checklist, findings::findings, marks::marks};
use crate::{
    budget::Spot, document::Where, examination::Examination, note::Message,
    structure::comparison::Comparison,
};
use serde::{Deserialize, Serialize};

/// Everything the page needs of one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// The published report.
    pub report: Report,
    /// The document in reading order.
    pub blocks: Vec<BlockView>,
    /// Every figure, printed or blank, that some rule or finding speaks of, and every printed one.
    pub figures: Vec<FigureView>,
    /// Every check that was made.
    pub checks: Vec<CheckView>,
    /// For each finding of the report, in its order, what the page can point at.
    pub pointers: Vec<FindingPointers>,
    /// Where the money comes from and goes to; absent when no such table was recognised.
    pub structure: Option<crate::structure::Structure>,
    /// This year beside last year; absent when no sentence tells a change and no document of last
    /// year was handed in.
    pub comparison: Option<Comparison>,
}

/// A piece of the document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BlockView {
    /// Running text.
    Paragraph {
        /// The text, cut where figures stand.
        pieces: Vec<Piece>,
        /// 1 for parts (第一部分), 2 for sections (一、), 3 for subsections; 0 for text.
        heading: u8,
    },
    /// A table or the part of one that stands on this page.
    Table {
        /// Index into the report's tables, if it was recognised.
        table: Option<usize>,
        /// Rows, each with its cells from left to right; a merged cell stands in its first row.
        rows: Vec<Vec<CellView>>,
        /// How many rows at the top are headings.
        headings: usize,
        /// How many columns at the left are labels.
        labels: usize,
        /// Whether it continues the table of an earlier block.
        continued: bool,
    },
}

/// A run of text, or a figure in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Index into the figures, if it is one.
    pub figure: Option<usize>,
}

/// A cell of a redrawn table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellView {
    /// Its first column, from 0.
    pub column: usize,
    /// Rows covered.
    pub row_span: usize,
    /// Columns covered.
    pub column_span: usize,
    /// The text.
    pub text: String,
    /// Index into the figures, if it holds or should hold one.
    pub figure: Option<usize>,
}

/// How a figure fared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// ✓ every check it stands in agrees.
    Agree,
    /// ≈ agrees but for rounding.
    WithinRounding,
    /// ✗ it is most probably what is wrong.
    Disagree,
    /// ≠ it stands in a broken check; another figure is the suspect, or none can be named.
    Involved,
    /// ○ no rule ties it to another figure.
    Unchecked,
    /// A blank: nothing to mark.
    Blank,
}

/// What a slip in a figure would come to, by the checks that the figure stands in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Nothing would show it.
    #[default]
    Unseen,
    /// Some check would break, and other figures be as suspect.
    Found,
    /// The checks that break are of this figure alone.
    Named,
}

/// What holds a figure.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guard {
    /// How many checks, those of the same figures counted once.
    pub checks: usize,
    /// What a slip in it would come to.
    pub reach: Reach,
}

/// A figure with its mark.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FigureView {
    /// `表.行.列`, for people: the row with its label.
    pub place: String,
    /// As printed.
    pub text: String,
    /// How it fared.
    pub mark: Mark,
    /// Checks it stands in.
    pub checks: Vec<CheckIndex>,
    /// What holds it.
    pub guard: Guard,
    /// Findings it stands in: indices into the report's findings.
    pub findings: Vec<usize>,
    /// Why no rule checks it, for an unchecked one.
    pub why_unchecked: Option<Message>,
    /// The block it stands in.
    pub block: usize,
    /// The spot in the block.
    pub spot: Spot,
    /// The place in the file.
    pub at: Option<Where>,
}

/// A check that was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CheckView {
    /// The rule's id.
    pub rule: String,
    /// The formula with places, as a reader would say it.
    pub formula: String,
    /// The formula with the figures filled in: `234.42 + 40.34 = 274.76`.
    pub filled: String,
    /// How it came out.
    pub outcome: CheckOutcome,
    /// Figures: indices into [`View::figures`].
    pub figures: Vec<usize>,
}

/// What a finding points at.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingPointers {
    /// Its figures.
    pub figures: Vec<usize>,
    /// Its suspects, in the order of the report.
    pub suspects: Vec<usize>,
    /// Checks it stands for: the one described first; none for a remark.
    pub checks: Vec<CheckIndex>,
    /// The block to show when no figure tells.
    pub block: Option<usize>,
    /// What the findings that say the same of other places point at, in their order.
    pub alike: Vec<FindingPointers>,
}

/// The view of an examined document.
pub fn view(examined: &Examination) -> View {
    let marks = marks(examined);
    let checklist = Checklist::new(&examined.checked);
    let found = findings(examined, &checklist);
    let report = super::assemble(examined, &marks, &found);
    let pointers: Vec<FindingPointers> = found.into_iter().map(|it| it.pointers).collect();
    View {
        blocks: draw::blocks(examined),
        figures: figures::figures(examined, &checklist, &marks, &pointers),
        checks: checks::checks(&examined.budget, &checklist),
        structure: crate::structure::structure(&examined.budget),
        comparison: comparison(examined),
        report,
        pointers,
    }
}

impl View {
    /// The check at this place.
    pub fn check(&self, index: CheckIndex) -> Option<&CheckView> {
        index.of(&self.checks)
    }
}

/// Last year as last year's document prints it, before what the sentences say of it.
fn comparison(examined: &Examination) -> Option<Comparison> {
    let told = crate::structure::comparison::comparison(&examined.budget);
    let printed = examined.previous.as_ref().map(|it| it.groups.clone());
    let Some(mut groups) = printed.filter(|it| !it.is_empty()) else {
        return told;
    };
    groups.extend(told.into_iter().flat_map(|it| it.groups));
    Some(Comparison {
        year: examined.budget.year,
        groups,
    })
}
