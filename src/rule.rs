//! What a rule is: a record of what must hold, why, and how a reader mends it. The records are in
//! [`rules`](crate::rules).
use crate::{
    budget::Budget,
    claim::{Claim, Constraint, Rate, Remark, Severity},
    note::{Text, text},
};

/// One rule. The same record drives the check, its tests, its page and its documentation.
#[derive(Debug)]
pub struct Rule {
    /// Stable and never reused: `table/row-sum`.
    pub id: &'static str,
    /// What must hold, in a few words.
    pub title: Text,
    /// What it looks at.
    pub kind: RuleKind,
    /// What a reader can look up.
    pub basis: Text,
    /// What must hold, in data; a rule may hold in several forms.
    pub checks: &'static [Check],
    /// Why a reader should care.
    pub why: Text,
    /// What to do when it is broken.
    pub remedy: Text,
    /// Drawn budgets in which it holds; see [`example`](crate::rules::example).
    pub holds: &'static [&'static str],
    /// Drawn budgets in which it is broken, the wrong figure in brackets.
    pub fails: &'static [&'static str],
}

impl Rule {
    /// How serious it can be.
    pub fn severity(&self) -> Severity {
        self.checks
            .iter()
            .map(|it| it.severity)
            .min()
            .unwrap_or(Severity::Notice)
    }
}

/// What a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RuleKind {
    /// 表内: within one table.
    Table,
    /// 表间: between tables.
    Tables,
    /// 文字: sentences, against themselves and the tables.
    Narrative,
    /// 科目: codes and their names.
    Codes,
    /// 公开: whether all is there.
    Disclosure,
    /// 合理性: worth a look.
    Plausible,
    /// Between years.
    Years,
}

impl RuleKind {
    /// The name of the kind.
    pub fn title(self) -> Text {
        match self {
            RuleKind::Table => text("表内", "Within a table"),
            RuleKind::Tables => text("表间", "Between tables"),
            RuleKind::Narrative => text("文字", "Narrative"),
            RuleKind::Codes => text("科目", "Codes"),
            RuleKind::Disclosure => text("公开", "Disclosure"),
            RuleKind::Plausible => text("合理性", "Plausibility"),
            RuleKind::Years => text("年度之间", "Between years"),
        }
    }
}

/// One thing that must hold, and how serious it is if it does not.
#[derive(Debug)]
pub struct Check {
    /// How serious.
    pub severity: Severity,
    /// What must hold.
    pub requirement: Requirement,
    /// Only where all of this is so.
    pub when: &'static [Condition],
    /// Whether only some layouts have the places: then nothing is said where they are lacking.
    pub of_some_layouts: bool,
}

/// What must hold: one of few kinds, each grounded to constraints or remarks.
#[derive(Debug)]
pub enum Requirement {
    /// Between named cells: `表.行.列 = 表.行.列 + 表.行.列?`; `≤` for at most.
    /// A term with `?` may be lacking in the form at hand. Of places with `/` between them the first
    /// counts that is there, of those with `|` the one with which the formula holds.
    Cells(&'static str),
    /// The same formula between the columns of a form, on every row.
    EachRow(&'static str, &'static str),
    /// The same formula between columns of forms, for every code and the total: `甲表.列 = 乙表.列`.
    EachCode(&'static str),
    /// In tables of a form: a column is the sum of the columns that the form says are its parts.
    Parts,
    /// In tables of no known form: columns add up as their headings are nested.
    Headings,
    /// A coded row is the sum of the rows below it, in every amount column.
    Codes,
    /// The total row is the sum of the top rows.
    TotalRow,
    /// A numbered row is the sum of the rows numbered below it.
    Outline,
    /// 其中 items and their whole.
    OfWhich,
    /// Equalities between figures of sentences, and of sentences and tables.
    Sentences(fn(&Budget) -> Vec<Constraint>),
    /// Percentages of sentences against the figures they describe.
    Rates(fn(&Budget) -> Vec<Rate>),
    /// What sentences say, with the readings that it may have.
    Claims(fn(&Budget) -> Vec<Claim>),
    /// What no other kind says: a function that looks at the budget.
    Code(fn(&Budget) -> Vec<Remark>),
    /// The same on the words of the document: where it says nothing, all words were read.
    Words(fn(&Budget) -> Vec<Remark>),
}

/// What must be so for a check to apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// All the unit's money is this year's appropriation: no special account, own funds, carry-over.
    AllAppropriation,
    /// The unit has no project expenditure.
    NoProjects,
    /// It is a budget: in final accounts income and expenditure of a code differ.
    Budget,
    /// Two cells are there and agree.
    Same(&'static str, &'static str),
    /// The second cell does not leave out just what was carried over: 当年拨款 is told without it.
    CarriedAlike(&'static str, &'static str),
}

/// A check without a condition.
pub const fn always(severity: Severity, requirement: Requirement) -> Check {
    Check {
        severity,
        requirement,
        when: &[],
        of_some_layouts: false,
    }
}

/// A check of places that only some layouts of the forms have.
pub const fn where_printed(severity: Severity, requirement: Requirement) -> Check {
    Check {
        of_some_layouts: true,
        ..always(severity, requirement)
    }
}

/// A check under conditions.
pub const fn only(
    when: &'static [Condition],
    severity: Severity,
    requirement: Requirement,
) -> Check {
    Check {
        when,
        ..always(severity, requirement)
    }
}
