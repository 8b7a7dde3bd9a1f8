//! The small language rules are written in: `left = right + right - right?`.
use crate::claim::Relation;

/// A parsed formula, both sides kept so that it can be shown as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula {
    /// Left of the sign.
    pub left: Vec<Named>,
    /// `=` or `≤`.
    pub relation: Relation,
    /// Right of the sign.
    pub right: Vec<Named>,
}

/// A named figure in a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Whether it is subtracted.
    pub minus: bool,
    /// `表.行.列`, `表.列` or `列`. Forms may have the figure in different places: of `甲/乙` the first
    /// that is there counts, of `甲|乙` either may be meant.
    pub name: String,
    /// Whether the form at hand may lack it.
    pub optional: bool,
}

/// What is wrong with a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormulaError {
    /// Neither `=` nor `≤` stands in it.
    NoRelation,
    /// A sign with nothing behind it.
    EmptyTerm,
}

impl Named {
    /// The places where the figure may stand.
    pub fn places(&self) -> impl Iterator<Item = &str> {
        self.name.split(['/', '|'])
    }

    /// Figures of which either may be meant, each with its places.
    pub fn choices(&self) -> impl Iterator<Item = &str> {
        self.name.split('|')
    }
}

impl Formula {
    /// Reads a formula; signs have blanks around them.
    pub fn parse(text: &str) -> Result<Self, FormulaError> {
        let (relation, sides) = match text.split_once(" = ") {
            Some(sides) => (Relation::Equal, sides),
            None => {
                let sides = text.split_once(" ≤ ").ok_or(FormulaError::NoRelation)?;
                (Relation::AtMost, sides)
            }
        };
        Ok(Formula {
            left: terms(sides.0)?,
            relation,
            right: terms(sides.1)?,
        })
    }

    /// Every name in it.
    pub fn names(&self) -> impl Iterator<Item = &Named> {
        self.left.iter().chain(&self.right)
    }
}

fn terms(side: &str) -> Result<Vec<Named>, FormulaError> {
    let mut terms = Vec::new();
    let mut minus = false;
    for piece in side.split(' ').filter(|it| !it.is_empty()) {
        match piece {
            "+" => minus = false,
            "-" => minus = true,
            name => {
                let optional = name.ends_with('?');
                let name = name.trim_end_matches('?').to_owned();
                terms.push(Named {
                    minus,
                    name,
                    optional,
                });
            }
        }
    }
    if terms.is_empty() {
        return Err(FormulaError::EmptyTerm);
    }
    Ok(terms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_read_as_written() {
        let formula = Formula::parse("合计 = 基本支出 + 项目支出 - 结转?").expect("a formula");
        assert_eq!(formula.relation, Relation::Equal);
        let right: Vec<_> = formula
            .right
            .iter()
            .map(|it| (it.minus, it.name.as_str(), it.optional))
            .collect();
        assert_eq!(
            right,
            [
                (false, "基本支出", false),
                (false, "项目支出", false),
                (true, "结转", true)
            ]
        );
        assert_eq!(
            Formula::parse("甲 ≤ 乙").map(|it| it.relation),
            Ok(Relation::AtMost)
        );
        assert_eq!(Formula::parse("甲 乙"), Err(FormulaError::NoRelation));
    }
}
