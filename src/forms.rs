//! The catalogue of forms: what the standard tables look like. One record a form; other
//! spellings and regional variants are further words in the same record.
mod appropriation;
mod basic;
pub mod classification;
mod fund;
mod general;
mod overview;
pub mod performance;
mod procurement;
mod project;
mod quantity;
mod revenue;
mod spending;
mod three_public;
pub mod title;

pub use quantity::Quantity;

/// A standard table.
#[derive(Debug)]
pub struct Form {
    /// The name used in places and rules. Where regions lay a form out so differently that rows and
    /// columns change places or kinds, there are several records of one name.
    pub name: &'static str,
    /// How its title ends, as [`title::essence`] leaves it; the longest match among all forms wins.
    pub titles: &'static [&'static str],
    /// Side-by-side halves, left to right; a table may have more of them, which then stay unknown.
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
    /// One row of figures, its columns being what the rows of another layout are.
    Across(&'static [RowForm]),
    /// Units of a department, perhaps one below the other, or purchases: added up only where it is
    /// seen that they do.
    Units,
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
    /// The column that it is a part of. Where a form leaves that one out, it is a part of what that
    /// one is a part of.
    pub part_of: Option<&'static str>,
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
        part_of: None,
    }
}

/// A column that some variants of the form have, a part of another.
const fn part(
    total: &'static str,
    name: &'static str,
    spellings: &'static [&'static str],
) -> ColumnForm {
    ColumnForm {
        required: false,
        part_of: Some(total),
        ..column(name, spellings)
    }
}

impl PanelForm {
    /// The columns at hand that make up a column: its parts, or the parts of those that the form at
    /// hand leaves out.
    pub fn parts(&self, total: &str, at_hand: &dyn Fn(&str) -> bool) -> Vec<&'static str> {
        let parts = self.columns.iter().filter(|it| it.part_of == Some(total));
        let made_of = |it: &ColumnForm| match at_hand(it.name) {
            true => vec![it.name],
            false => self.parts(it.name, at_hand),
        };
        parts.flat_map(made_of).collect()
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

    /// The same column where every variant of the form has it.
    const fn everywhere(self) -> Self {
        ColumnForm {
            required: true,
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

/// Every form, the more particular layouts of one name first.
pub const CATALOGUE: &[&Form] = &[
    &overview::BY_CLASS_AND_USE,
    &overview::BY_CLASS,
    &overview::BY_USE,
    &revenue::INCOME,
    &revenue::INCOME_BY_SOURCE,
    &revenue::INCOME_OF_UNITS,
    &spending::EXPENDITURE,
    &spending::EXPENDITURE_WITH_CARRIED,
    &spending::EXPENDITURE_OF_UNITS,
    &appropriation::BY_CLASS,
    &appropriation::BY_USE,
    &appropriation::EXPENDITURE,
    &general::GENERAL_BUDGET,
    &general::WITH_CARRIED_OVER,
    &basic::BASIC_IN_HALVES,
    &basic::BASIC,
    &basic::APPROPRIATED_BASIC,
    &basic::RUNNING_COSTS,
    &project::PROJECTS,
    &fund::GOVERNMENT_FUNDS,
    &fund::GOVERNMENT_FUNDS_WITH_CARRIED,
    &fund::STATE_CAPITAL,
    &three_public::THREE_PUBLIC,
    &three_public::THREE_PUBLIC_BY_YEAR,
    &three_public::THREE_PUBLIC_ACROSS,
    &project::OUTSOURCING,
    &procurement::PROCUREMENT,
    &fund::CARRY_OVER,
    &performance::UNIT_PERFORMANCE,
];

/// The form of this name.
pub fn form(name: &str) -> Option<&'static Form> {
    CATALOGUE.iter().copied().find(|it| it.name == name)
}
