//! Whose a file says it is: of which unit, year, scope and kind.
use crate::{
    budget::{Budget, Kind, Scope},
    words::{bare, is_same_unit},
};
use std::collections::BTreeSet;

/// Whose a file says it is.
#[derive(Debug, Clone)]
pub(super) struct Identity {
    /// The unit, where it is named; over the budgets of all its departments there may be only the name
    /// of a place.
    unit: Option<String>,
    year: Option<u16>,
    scope: Option<Scope>,
    kind: Kind,
}

impl Identity {
    /// Whose this says it is.
    pub(super) fn of(budget: &Budget) -> Self {
        Identity {
            unit: budget.unit_name.clone().filter(|it| !is_place(it)),
            year: budget.year,
            scope: budget.scope,
            kind: budget.kind,
        }
    }

    /// Whether nothing says that the two are of different units, years or kinds.
    pub(super) fn may_be_of_one(&self, other: &Self) -> bool {
        let same_year = self
            .year
            .zip(other.year)
            .is_none_or(|(one, two)| one == two);
        let same_unit = self
            .units(other)
            .is_none_or(|(one, two)| is_same_unit(one, two));
        // A department and the unit of its name both publish.
        let same_scope = self
            .scope
            .zip(other.scope)
            .is_none_or(|(one, two)| one == two);
        same_year && same_unit && same_scope && self.kind == other.kind
    }

    /// Whether they are said to be of one unit, and nothing says otherwise: a table in a workbook of
    /// its own need not name the year.
    pub(super) fn is_of_one(&self, other: &Self) -> bool {
        self.units(other).is_some() && self.may_be_of_one(other)
    }

    /// Whether it names no year, and others of its unit name several.
    pub(super) fn may_be_of_two_years<'a>(&self, others: impl Iterator<Item = &'a Self>) -> bool {
        let of_unit = others.filter(|it| self.is_of_one(it));
        let years: BTreeSet<u16> = of_unit.filter_map(|it| it.year).collect();
        self.year.is_none() && years.len() > 1
    }

    /// The names of both units, where both are known.
    fn units<'a>(&'a self, other: &'a Self) -> Option<(&'a str, &'a str)> {
        self.unit.as_deref().zip(other.unit.as_deref())
    }
}

/// Whether a name is only that of a place: 上海市普陀区 over the budgets of all its departments.
fn is_place(name: &str) -> bool {
    bare(name).ends_with(['省', '市', '区', '县', '州', '旗', '盟'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_no_unit() {
        assert!(is_place("上海市普陀区"));
        assert!(!is_place("上海市普陀区财政局"));
    }
}
