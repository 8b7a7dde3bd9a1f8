//! A budget of the usual tables, drawn at random and sound: codes × columns, tied together.
use super::chance::Chance;
use gouji::{
    budget::{Budget, CellName, Column, Fact, FactId, Panel, Row, RowKind, Source, Spot, Table},
    check::{
        Judged,
        regime::{self, Regime},
    },
    claim::{Constraint, Relation, Severity, Term},
    money::{Amount, Printed, Unit, read_figure},
    note::text,
    offset::ByteOffset,
    rule::{Rule, RuleKind},
};
use rust_decimal::Decimal;

static RULE: Rule = Rule {
    id: "test/sum",
    title: text("", ""),
    kind: RuleKind::Table,
    basis: text("", ""),
    checks: &[],
    why: text("", ""),
    remedy: text("", ""),
    holds: &[],
    fails: &[],
};

/// A budget with everything that must hold in it.
#[derive(Clone, Default)]
pub struct Network {
    pub budget: Budget,
    pub asked: Vec<(Severity, Constraint)>,
    pub regime: Regime,
}

/// The cells of one table: rows × columns of facts.
#[derive(Clone)]
pub struct Cells {
    pub width: usize,
    pub ids: Vec<FactId>,
}

impl Cells {
    pub fn at(&self, row: usize, column: usize) -> FactId {
        self.ids[row * self.width + column]
    }
}

/// Codes as a tree: for each row the row it is a part of; row 0 is the total.
#[derive(Clone)]
pub struct Codes {
    pub parent: Vec<usize>,
}

impl Codes {
    /// A total, some classes, and below them what chance wants, three levels in all.
    pub fn drawn(chance: &mut Chance, classes: usize, most: usize) -> Self {
        let mut parent = vec![0];
        let mut below = |of: usize| {
            parent.push(of);
            parent.len() - 1
        };
        for _ in 0..classes {
            let class = below(0);
            for _ in 0..1 + chance.below(most) {
                let section = below(class);
                for _ in 0..1 + chance.below(most) {
                    below(section);
                }
            }
        }
        Codes { parent }
    }

    pub fn children(&self, row: usize) -> Vec<usize> {
        let rows = 1..self.parent.len();
        rows.filter(|it| self.parent[*it] == row).collect()
    }

    /// Values of the leaves summed up.
    pub fn summed(&self, leaf: impl FnMut(usize) -> i64) -> Vec<i64> {
        let rows = 0..self.parent.len();
        let mut leaf = leaf;
        let own = |it: usize| self.children(it).is_empty();
        let mut values: Vec<i64> = rows.map(|it| if own(it) { leaf(it) } else { 0 }).collect();
        for row in (1..values.len()).rev() {
            values[self.parent[row]] += values[row];
        }
        values
    }
}

impl Network {
    /// Adds a table; `values[column][row]` in ten-thousandths of 万元.
    pub fn table(&mut self, name: &str, values: &[Vec<i64>]) -> Cells {
        let (width, height) = (values.len(), values[0].len());
        let mut ids = Vec::new();
        for row in 0..height {
            for (column, values) in values.iter().enumerate() {
                let name = CellName::new(name, row.to_string(), format!("列{column}"));
                ids.push(self.fact(name, values[row], Spot::Cell { row, column }));
            }
        }
        let column = |it| Column {
            name: format!("列{it}").into(),
            headings: vec![],
            known: true,
        };
        self.budget.tables.push(Table {
            name: name.into(),
            form: None,
            title: name.into(),
            unit: Some(Unit::TenThousand),
            blocks: vec![],
            panels: vec![Panel {
                columns: (0..width).map(column).collect(),
                rows: (0..height).map(row).collect(),
                cells: ids.iter().copied().map(Some).collect(),
            }],
            empty_note: None,
            at: None,
            certain: true,
        });
        Cells { width, ids }
    }

    /// A figure of the narrative that repeats one of a table.
    pub fn repeated(&mut self, of: FactId, value: i64) {
        let name = CellName::new("正文", self.budget.facts.len().to_string(), "");
        let id = self.fact(name, value, Spot::span(&(ByteOffset(0)..ByteOffset(1))));
        self.equal(Severity::Error, id, &[of]);
    }

    fn fact(&mut self, name: CellName, value: i64, spot: Spot) -> FactId {
        let figure = Decimal::new(value, 4).round_dp(2);
        let text = match figure.is_zero() {
            true => String::new(),
            false => format!("{figure:.2}"),
        };
        let source = Source {
            block: 0,
            spot,
            at: None,
        };
        let id = self.budget.add(Fact {
            name,
            amount: Amount::NIL,
            unit: Unit::TenThousand,
            text: String::new(),
            source,
        });
        self.print(id, &text);
        id
    }

    /// Prints another figure at a place.
    pub fn print(&mut self, id: FactId, text: &str) {
        let fact = &mut self.budget.facts[id.0];
        fact.text = text.into();
        fact.amount = match read_figure(text) {
            Printed::Figure(figure) => Amount::printed(figure, fact.unit.scale()),
            _ => Amount::NIL,
        };
    }

    pub fn equal(&mut self, severity: Severity, total: FactId, parts: &[FactId]) {
        let constraint = Constraint {
            left: vec![Term::plus(total)],
            relation: Relation::Equal,
            right: parts.iter().copied().map(Term::plus).collect(),
            absent: vec![],
        };
        self.asked.push((severity, constraint));
    }

    pub fn at_most(&mut self, part: FactId, whole: FactId) {
        let constraint = Constraint {
            left: vec![Term::plus(part)],
            relation: Relation::AtMost,
            right: vec![Term::plus(whole)],
            absent: vec![],
        };
        self.asked.push((Severity::Error, constraint));
    }

    /// The codes add up in every column.
    pub fn hierarchy(&mut self, cells: &Cells, codes: &Codes) {
        for row in 0..codes.parent.len() {
            let children = codes.children(row);
            for column in 0..cells.width {
                let parts: Vec<_> = children.iter().map(|it| cells.at(*it, column)).collect();
                if !parts.is_empty() {
                    self.equal(Severity::Error, cells.at(row, column), &parts);
                }
            }
        }
    }

    /// One column is the sum of others in every row.
    pub fn columns(&mut self, cells: &Cells, total: usize, parts: std::ops::Range<usize>) {
        for row in 0..cells.ids.len() / cells.width {
            let parts: Vec<_> = parts.clone().map(|it| cells.at(row, it)).collect();
            self.equal(Severity::Error, cells.at(row, total), &parts);
        }
    }

    /// A column of one table repeats that of another, row for row.
    pub fn tied(&mut self, one: (&Cells, usize), two: (&Cells, usize)) {
        for row in 0..one.0.ids.len() / one.0.width {
            self.equal(
                Severity::Error,
                one.0.at(row, one.1),
                &[two.0.at(row, two.1)],
            );
        }
    }

    /// Forgets what ties one table to another, or to the narrative.
    pub fn untie(&mut self) {
        let Network { budget, asked, .. } = self;
        asked.retain(|(_, it)| {
            let mut tables = it.terms().map(|(_, id)| &budget.fact(id).name.table);
            let first = tables.next();
            tables.all(|it| Some(it) == first)
        });
    }

    /// Every constraint that says something, judged as the regime wants.
    pub fn judged(&self) -> Vec<Judged> {
        let asked = self.asked.iter();
        let telling = asked.filter(|it| it.1.says_something(&self.budget));
        telling
            .map(|(severity, constraint)| Judged {
                rule: &RULE,
                severity: *severity,
                verdict: regime::judge(&self.budget, constraint, self.regime),
                constraint: constraint.clone(),
            })
            .collect()
    }
}

fn row(index: usize) -> Row {
    Row {
        name: index.to_string().into(),
        label: String::new(),
        code: None,
        kind: RowKind::Item,
        parent: None,
        exhaustive: false,
        label_at: None,
        lacks_code: false,
    }
}
