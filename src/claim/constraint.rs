//! One equality or inequality between figures, judged with their rounding.
use crate::budget::{Budget, CellName, FactId};
use rust_decimal::Decimal;

/// `Σ left = Σ right`, or `≤`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Constraint {
    /// What is written left of the sign: as a rule the total.
    pub left: Vec<Term>,
    /// How the sides are related.
    pub relation: Relation,
    /// What is written right of the sign: as a rule the parts.
    pub right: Vec<Term>,
    /// Places that the rule names and the table has no row for; they count as nothing.
    pub absent: Vec<CellName>,
}

/// A figure with its sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Whether it is subtracted.
    pub minus: bool,
    /// Which figure.
    pub fact: FactId,
}

impl Term {
    /// The figure, added.
    pub fn plus(fact: FactId) -> Self {
        Term { minus: false, fact }
    }

    /// The figure, taken off.
    pub fn minus(fact: FactId) -> Self {
        Term { minus: true, fact }
    }

    /// Its value with its sign.
    pub fn value(&self, budget: &Budget) -> Decimal {
        let value = budget.fact(self.fact).amount.value;
        if self.minus { -value } else { value }
    }
}

/// How the two sides are related.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// Equal.
    Equal,
    /// The left side is at most the right one.
    AtMost,
}

/// Whether a constraint holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It holds to the last digit.
    Exact,
    /// Off by no more than rounding can explain.
    WithinRounding {
        /// Left less right, in the measure of the figures.
        off_by: Decimal,
    },
    /// Off by more than rounding can explain.
    Broken {
        /// Left less right.
        off_by: Decimal,
        /// What rounding could have explained.
        allowed: Decimal,
    },
}

impl Verdict {
    /// Whether it is broken.
    pub fn is_broken(&self) -> bool {
        matches!(self, Verdict::Broken { .. })
    }
}

impl Constraint {
    /// Every figure with its coefficient when all is moved to the left: `Σ c·x = 0` or `≤ 0`.
    pub fn terms(&self) -> impl Iterator<Item = (i8, FactId)> + '_ {
        let sign = |term: &Term| if term.minus { -1 } else { 1 };
        let left = self.left.iter().map(move |it| (sign(it), it.fact));
        left.chain(self.right.iter().map(move |it| (-sign(it), it.fact)))
    }

    /// Left less right.
    pub fn off_by(&self, budget: &Budget) -> Decimal {
        self.terms()
            .map(|(c, id)| Decimal::from(c) * budget.fact(id).amount.value)
            .sum()
    }

    /// What rounding of the printed figures can explain: half a last digit for each.
    pub fn allowance(&self, budget: &Budget) -> Decimal {
        self.terms()
            .map(|(_, id)| budget.fact(id).amount.half_step)
            .sum()
    }

    /// Judges with the usual tolerance.
    pub fn judge(&self, budget: &Budget) -> Verdict {
        self.judge_within(budget, self.allowance(budget))
    }

    /// Judges with a given tolerance.
    pub fn judge_within(&self, budget: &Budget, allowed: Decimal) -> Verdict {
        let off_by = self.off_by(budget);
        let gap = self.gap(off_by);
        if gap.is_zero() {
            Verdict::Exact
        } else if gap <= allowed {
            Verdict::WithinRounding { off_by }
        } else {
            Verdict::Broken { off_by, allowed }
        }
    }

    /// Whether it holds within rounding with some figures put in the place of printed ones.
    pub fn holds_with(&self, budget: &Budget, instead: &dyn Fn(FactId) -> Option<Decimal>) -> bool {
        let value = |id| instead(id).unwrap_or(budget.fact(id).amount.value);
        let terms = self.terms().map(|(c, id)| Decimal::from(c) * value(id));
        self.gap(terms.sum()) <= self.allowance(budget)
    }

    /// How far sides that differ by so much are from what they should be to each other.
    fn gap(&self, off_by: Decimal) -> Decimal {
        match self.relation {
            Relation::Equal => off_by.abs(),
            Relation::AtMost => off_by.max(Decimal::ZERO),
        }
    }

    /// Whether any of its figures is printed; a constraint over blanks alone says nothing.
    pub fn says_something(&self, budget: &Budget) -> bool {
        self.terms().any(|(_, id)| budget.fact(id).is_printed())
    }
}
