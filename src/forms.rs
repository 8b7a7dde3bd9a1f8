//! The catalogue of forms: what the standard tables look like. One record a form; other
//! spellings and regional variants are further words in the same record.
mod basic;
pub mod classification;
mod fund;
mod general;
pub mod narrative;
mod overview;
mod performance;
mod project;
mod revenue;
mod spending;
mod three_public;

/// A standard table.
#[derive(Debug)]
pub struct Form {
    /// The name used in places and rules.
    pub name: &'static str,
    /// What its title contains, blanks and brackets aside; the longest match among all forms wins.
    pub titles: &'static [&'static str],
    /// Side-by-side halves, left to right.
    pub panels: &'static [PanelForm],
    /// Whether the form is only told by its title (its columns are those of other forms too), or,
    /// where no title stands, by one of these outer headings.
    pub outer_headings: &'static [&'static str],
}

/// Rows and columns of one half.
#[derive(Debug)]
pub struct PanelForm {
    /// What the rows are.
    pub rows: Rows,
    /// The amount columns.
    pub columns: &'static [ColumnForm],
}

/// What the rows of a form are.
#[derive(Debug)]
pub enum Rows {
    /// 支出功能分类: codes 201 … 234.
    Function,
    /// 支出经济分类: codes 301 … 399.
    Economic,
    /// Rows that the form prints.
    Named(&'static [RowForm]),
    /// Projects, units, whatever the unit writes.
    Free,
}

/// An amount column.
#[derive(Debug)]
pub struct ColumnForm {
    /// The name used in places and rules.
    pub name: &'static str,
    /// Other spellings of the lowest heading, blanks and brackets aside.
    pub spellings: &'static [&'static str],
    /// What one of the headings above it must contain; empty for any.
    pub under: &'static [&'static str],
    /// Whether the form has it everywhere.
    pub required: bool,
}

/// A row that the form prints.
#[derive(Debug)]
pub struct RowForm {
    /// The name used in places and rules.
    pub name: &'static str,
    /// Other spellings, numbering, blanks and brackets aside.
    pub spellings: &'static [&'static str],
    /// The row it is a part of.
    pub under: Option<&'static str>,
    /// Whether the 其中 items below it are all there can be.
    pub exhaustive: bool,
}

/// A column that the form has everywhere.
const fn column(name: &'static str, spellings: &'static [&'static str]) -> ColumnForm {
    ColumnForm {
        name,
        spellings,
        under: &[],
        required: true,
    }
}

impl ColumnForm {
    /// The same column where not every variant of the form has it.
    const fn optional(self) -> Self {
        ColumnForm {
            required: false,
            ..self
        }
    }

    /// The same column below one of these headings only.
    const fn under(self, under: &'static [&'static str]) -> Self {
        ColumnForm { under, ..self }
    }
}

/// A row, by its name and other spellings, at the top.
const fn row(name: &'static str, spellings: &'static [&'static str]) -> RowForm {
    RowForm {
        name,
        spellings,
        under: None,
        exhaustive: false,
    }
}

impl RowForm {
    /// The same row as a part of another.
    const fn under(self, parent: &'static str) -> Self {
        RowForm {
            under: Some(parent),
            ..self
        }
    }

    /// The same row, whose 其中 items are all there can be.
    const fn exhaustive(self) -> Self {
        RowForm {
            exhaustive: true,
            ..self
        }
    }
}

/// Every form.
pub const CATALOGUE: &[&Form] = &[
    &overview::INCOME_AND_EXPENDITURE,
    &revenue::INCOME,
    &spending::EXPENDITURE,
    &overview::APPROPRIATION,
    &general::GENERAL_BUDGET,
    &basic::BASIC,
    &project::PROJECTS,
    &fund::GOVERNMENT_FUNDS,
    &fund::STATE_CAPITAL,
    &three_public::THREE_PUBLIC,
    &project::OUTSOURCING,
    &fund::CARRY_OVER,
    &performance::UNIT_PERFORMANCE,
];

/// The form of this name.
pub fn form(name: &str) -> Option<&'static Form> {
    CATALOGUE.iter().copied().find(|it| it.name == name)
}
