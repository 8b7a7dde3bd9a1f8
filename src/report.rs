//! What is told of a document: the only serialisable types. `Report` is published
//! (`gouji.report/1`), [`view::View`] is between the worker and the page.
mod alike;
pub mod beside;
mod checklist;
mod coverage;
pub mod csv;
mod digest;
pub mod entry;
pub mod explained;
mod findings;
pub mod html;
pub mod json;
pub mod manual;
pub mod markdown;
mod marks;
pub mod receipt;
pub mod recomputed;
pub mod remarked;
mod rows;
pub mod standing;
mod summary;
mod telling;
pub mod text;
mod unchecked;
pub mod view;
pub mod wording;
pub mod workbook;

use crate::{
    budget::{Kind, Scope},
    claim::Severity,
    document::Where,
    examination::{Examination, SourceEntry},
    note::{Message, Note},
    places::Places,
    repair::Grade,
};
use checklist::{CheckOutcome, Checklist};
pub(crate) use findings::Found;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Name and version of the published schema.
pub const SCHEMA: &str = "gouji.report/1";

/// The report on one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// The file.
    pub source: SourceEntry,
    /// What it is.
    pub document: DocumentEntry,
    /// Its tables, in order.
    pub tables: Vec<TableEntry>,
    /// Whether it adds up, and what of it was not checked.
    #[serde(default)]
    pub summary: Message,
    /// How many figures were tied to others.
    pub figures: FigureCounts,
    /// How many checks were made.
    pub checks: CheckCounts,
    /// What does not agree, most serious first.
    pub findings: Vec<Finding>,
    /// Rules that could not be applied, and what they lacked.
    pub not_applicable: Vec<NotApplicable>,
    /// Figures that no rule ties to another.
    pub unchecked: Vec<Unchecked>,
    /// What could not be used.
    pub notes: Vec<Note>,
    /// Last year's document beside this one, where it was handed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<beside::PreviousEntry>,
}

/// What the document is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DocumentEntry {
    /// Its title.
    pub title: Option<String>,
    /// Who publishes it.
    pub unit_name: Option<String>,
    /// The fiscal year.
    pub year: Option<u16>,
    /// A budget, or final accounts.
    pub kind: Kind,
    /// One unit, or a department with its units.
    pub scope: Option<Scope>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TableEntry {
    /// The form's name; absent for a table of no known form.
    pub form: Option<String>,
    /// The title as printed.
    pub title: String,
    /// The unit of account.
    pub unit: Option<String>,
    /// Where it begins.
    #[serde(rename = "where")]
    pub at: Option<Where>,
    /// Rows, headings aside.
    pub rows: usize,
    /// Columns of the grid.
    pub columns: usize,
    /// Whether no figure is printed in it.
    pub empty: bool,
    /// How many figures are printed in it.
    #[serde(default)]
    pub figures: usize,
    /// How many of them were tied to others.
    #[serde(default)]
    pub checked: usize,
}

impl TableEntry {
    /// Whether it has figures, and not one of them was checked.
    pub fn is_unchecked(&self) -> bool {
        self.figures > 0 && self.checked == 0
    }
}

/// How many printed figures there are, and how they fared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureCounts {
    /// All.
    pub total: usize,
    /// Tied to others, and agreeing.
    pub agree: usize,
    /// Agreeing but for rounding.
    pub within_rounding: usize,
    /// Most probably wrong.
    pub disagree: usize,
    /// In a check that does not hold, without being what is most probably wrong.
    pub involved: usize,
    /// Tied to nothing.
    pub unchecked: usize,
}

/// How many checks were made, and how they came out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckCounts {
    /// All that were made.
    pub performed: usize,
    /// To the last digit.
    pub exact: usize,
    /// But for rounding.
    pub within_rounding: usize,
    /// Broken.
    pub broken: usize,
    /// Not made.
    pub not_applicable: usize,
    /// Sums that do not hold and accuse nobody, because they may be other sums than they seem.
    #[serde(skip)]
    pub withheld: usize,
}

/// Something that does not agree.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Tells it from others of its document, also when the document is checked again.
    pub id: String,
    /// The rule's id.
    pub rule: String,
    /// How serious it is.
    pub severity: Severity,
    /// What is wrong, in a sentence.
    pub message: Message,
    /// Where to look, when it is about words and not about figures.
    #[serde(rename = "where", skip_serializing_if = "Option::is_none")]
    pub at: Option<Where>,
    /// Each figure involved.
    pub figures: Vec<FigureEntry>,
    /// What the first figure should be by the others.
    pub expected: Option<String>,
    /// What it is.
    pub printed: Option<String>,
    /// The difference, printed less expected.
    pub difference: Option<String>,
    /// What rounding could have explained.
    pub tolerance: Option<String>,
    /// Figures that may be wrong, most probable first.
    pub suspects: Vec<Suspect>,
    /// How sure the first repair is; absent for what is no sum.
    pub grade: Option<Grade>,
    /// What the difference looks like where no repair was found.
    pub hint: Option<Message>,
    /// Other checks that this one cause breaks, each filled in with its figures.
    pub also: Vec<Also>,
    /// What a reader noted: why it is explained.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Findings that say the same of other places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alike: Vec<Finding>,
}

impl Finding {
    /// Where it is first to be seen: its own place, or that of its first figure.
    pub fn first_place(&self) -> Option<&Where> {
        let figure = self.figures.first().and_then(|it| it.at.as_ref());
        self.at.as_ref().or(figure)
    }
}

/// What a figure of a finding is to its formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureRole {
    /// Left of the sign.
    Total,
    /// Right of the sign and added, or an operand of the percentage.
    Part,
    /// Right of the sign and subtracted.
    Less,
    /// The percentage.
    Rate,
    /// There is no formula.
    Figure,
}

/// A figure in a finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FigureEntry {
    /// What it is to the formula.
    pub role: FigureRole,
    /// `表.行.列`
    pub place: String,
    /// The place in words.
    pub name: Message,
    /// As printed; empty for a blank.
    pub text: String,
    /// In yuan.
    pub value: Decimal,
    /// Where it stands.
    #[serde(rename = "where")]
    pub at: Option<Where>,
}

/// A figure that may be wrong.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Suspect {
    /// `表.行.列`
    pub place: String,
    /// The place in words.
    pub name: Message,
    /// Where it stands.
    #[serde(rename = "where")]
    pub at: Option<Where>,
    /// As printed.
    pub text: String,
    /// What it should be, printed like the figure; absent when that is not known.
    pub suggested: Option<String>,
    /// How the hand probably slipped, or why this one.
    pub reason: Message,
    /// From 0 to 1.
    #[serde(with = "rust_decimal::serde::float")]
    pub confidence: Decimal,
    /// Suspects with the same number belong to one repair and change together.
    pub repair: usize,
}

/// Another check that the same cause breaks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Also {
    /// The rule's id.
    pub rule: String,
    /// The formula with its figures.
    pub message: Message,
}

/// A rule that could not be applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotApplicable {
    /// The rule's id.
    pub rule: String,
    /// What it lacked, or where it holds only.
    pub missing: Message,
}

/// A figure that no rule ties to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unchecked {
    /// As printed.
    pub text: String,
    /// `表.行.列`
    pub place: String,
    /// The place in words.
    pub name: Message,
    /// Where it stands.
    #[serde(rename = "where")]
    pub at: Option<Where>,
    /// Why.
    pub reason: Message,
}

/// The report on an examined document.
pub fn report(examined: &Examination) -> Report {
    let marks = marks::marks(examined);
    let checklist = Checklist::new(&examined.checked);
    assemble(examined, &marks, &findings::findings(examined, &checklist))
}

/// What does not agree, with what it points at.
pub(crate) fn found(examined: &Examination) -> Vec<Found> {
    findings::findings(examined, &Checklist::new(&examined.checked))
}

fn assemble(examined: &Examination, marks: &[view::Mark], found: &[Found]) -> Report {
    let budget = &examined.budget;
    let mut report = Report {
        summary: Message::default(),
        schema: SCHEMA.to_owned(),
        source: examined.source.clone(),
        document: DocumentEntry {
            title: budget.title.clone(),
            unit_name: budget.unit_name.clone(),
            year: budget.year,
            kind: budget.kind,
            scope: budget.scope,
        },
        tables: (budget.tables.iter())
            .map(|it| table(examined, marks, it))
            .collect(),
        figures: marks::count(examined, marks),
        checks: checks(examined),
        findings: found.iter().map(|it| it.finding.clone()).collect(),
        not_applicable: not_applicable(examined),
        unchecked: unchecked(examined, marks),
        notes: coverage::notes(examined),
        previous: examined.previous.as_ref().map(Into::into),
    };
    report.summary = report.summary();
    report
}

fn table(examined: &Examination, marks: &[view::Mark], table: &crate::budget::Table) -> TableEntry {
    let cells = table.panels.iter().flat_map(|it| it.cells.iter().flatten());
    let printed = cells.filter(|it| examined.budget.fact(**it).is_printed());
    let printed: Vec<view::Mark> = printed.map(|it| marks[it.0]).collect();
    let unchecked = printed.iter().filter(|it| **it == view::Mark::Unchecked);
    TableEntry {
        form: table.form.map(|it| it.name.to_owned()),
        title: table.title.clone(),
        unit: table.unit.map(|it| it.name().to_owned()),
        at: table.at.clone(),
        rows: table
            .panels
            .iter()
            .map(|it| it.rows.len())
            .max()
            .unwrap_or(0),
        columns: match table
            .blocks
            .first()
            .and_then(|it| examined.document.blocks.get(*it))
        {
            Some(crate::document::Block::Grid(grid)) => grid.columns,
            _ => 0,
        },
        empty: printed.is_empty(),
        figures: printed.len(),
        checked: printed.len() - unchecked.count(),
    }
}

fn checks(examined: &Examination) -> CheckCounts {
    let checked = &examined.checked;
    let constraints = checked.judged.iter().map(|it| (&it.verdict).into());
    let rates = checked.rates.iter().map(|it| it.verdict.into());
    let remarks = checked.remarks.iter().map(|it| match it.remark.agrees {
        true => CheckOutcome::Exact,
        false => CheckOutcome::Broken,
    });
    let mut counts = CheckCounts {
        not_applicable: checked.lacking.len(),
        withheld: checked.withheld,
        ..CheckCounts::default()
    };
    for outcome in constraints.chain(rates).chain(remarks) {
        counts.performed += 1;
        match outcome {
            CheckOutcome::Exact => counts.exact += 1,
            CheckOutcome::WithinRounding => counts.within_rounding += 1,
            CheckOutcome::Broken => counts.broken += 1,
        }
    }
    counts
}

fn not_applicable(examined: &Examination) -> Vec<NotApplicable> {
    let entry = |it: &crate::check::Lacking| NotApplicable {
        rule: it.rule.to_owned(),
        missing: it.missing.clone(),
    };
    examined.checked.lacking.iter().map(entry).collect()
}

fn unchecked(examined: &Examination, marks: &[view::Mark]) -> Vec<Unchecked> {
    let places = Places::new(&examined.budget);
    let reasons = unchecked::Reasons::new(examined, &places);
    let entry = |id: crate::budget::FactId| {
        let fact = examined.budget.fact(id);
        Unchecked {
            text: fact.text.clone(),
            place: fact.name.without_number(),
            name: places.name(id),
            at: fact.source.at.clone(),
            reason: reasons.reason(id),
        }
    };
    let ids = examined.budget.ids();
    ids.filter(|it| marks[it.0] == view::Mark::Unchecked)
        .map(entry)
        .collect()
}
