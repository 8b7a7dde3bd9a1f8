//! Puts a rule on the figures of one budget: from words to constraints.
mod between;
mod columns;
mod empirical_sums;
mod levels;

use super::{Checked, Judged, Lacking, Remarked, rate::JudgedRate, settle};
use crate::{
    budget::{Budget, CellName, Kind, TableName},
    claim::{Constraint, Relation, Remark, Term, Verdict},
    note::Message,
    rule::{Check, Condition, Requirement, Rule},
};

/// Where constraints of one check go.
pub(super) struct Ground<'a> {
    /// The figures.
    pub budget: &'a Budget,
    /// The rule.
    pub rule: &'static Rule,
    /// Which of its checks.
    pub check: &'static Check,
    /// What comes out.
    pub out: &'a mut Checked,
}

/// Adds what one check of a rule says of a budget.
pub(super) fn ground(
    budget: &Budget,
    rule: &'static Rule,
    check: &'static Check,
    out: &mut Checked,
) {
    let mut ground = Ground {
        budget,
        rule,
        check,
        out,
    };
    if let Some(lacking) = check.when.iter().find_map(|it| unmet(budget, *it)) {
        return ground.is_left_out(lacking);
    }
    match check.requirement {
        Requirement::Cells(formula) => between::cells(&mut ground, formula),
        Requirement::EachCode(formula) => between::each_code(&mut ground, formula),
        Requirement::EachRow(form, formula) => columns::each_row(&mut ground, form, formula),
        Requirement::Parts => columns::parts(&mut ground),
        Requirement::Headings => columns::headings(&mut ground),
        Requirement::Codes => levels::codes(&mut ground),
        Requirement::TotalRow => levels::total_row(&mut ground),
        Requirement::Outline => levels::outline(&mut ground),
        Requirement::OfWhich => levels::of_which(&mut ground),
        Requirement::Sentences(function) => {
            function(budget).into_iter().for_each(|it| ground.add(it))
        }
        Requirement::Rates(function) => {
            let judged = function(budget).into_iter().map(|rate| JudgedRate {
                rule,
                verdict: rate.judge(budget),
                rate,
            });
            ground.out.rates.extend(judged);
        }
        Requirement::Claims(function) => {
            function(budget)
                .into_iter()
                .for_each(|it| settle::take(&mut ground, it));
        }
        Requirement::Code(function) => {
            ground.remark(function(budget));
        }
        Requirement::Words(function) => {
            let remarks = function(budget);
            let silent = remarks.is_empty() && !budget.passages.is_empty();
            ground.remark(remarks);
            if silent && !ground.out.read_through.contains(&rule.id) {
                ground.out.read_through.push(rule.id);
            }
        }
    }
}

impl Ground<'_> {
    /// Judges a constraint and keeps it, unless it is over blanks alone.
    pub(super) fn add(&mut self, constraint: Constraint) {
        if !constraint.says_something(self.budget) {
            return;
        }
        let verdict: Verdict = constraint.judge(self.budget);
        self.out.judged.push(Judged {
            rule: self.rule,
            severity: self.check.severity,
            constraint,
            verdict,
        });
    }

    /// Keeps what the rule remarks.
    fn remark(&mut self, remarks: Vec<Remark>) {
        let rule = self.rule;
        let remarked = remarks.into_iter().map(|remark| Remarked { rule, remark });
        self.out.remarks.extend(remarked);
    }

    /// Notes that a table or one of its cells (`表`, `表.列`, `表.行.列`) is lacking, once for each.
    fn lacks(&mut self, missing: &str) {
        let parts: Vec<&str> = missing.splitn(3, '.').collect();
        self.is_left_out(match parts[..] {
            [form] => Message::new(
                format!("没有认出{form}"),
                format!("{form} was not recognised"),
            ),
            _ => Message::new(
                format!("没有{}这个数", in_words(missing)),
                format!("there is no figure at {}", in_words(missing)),
            ),
        });
    }

    /// Notes that one cannot tell what a column of a table is the sum of, and whether it is another sum
    /// than it seems.
    fn is_unsure_of(&mut self, table: &TableName, column: &str, is_broken: bool) {
        self.out.withheld += usize::from(is_broken);
        self.is_left_out(Message::new(
            format!("看不出“{table}”的“{column}”列由哪些数相加"),
            format!("what “{column}” of “{table}” is the sum of cannot be told"),
        ));
    }

    /// Notes why the check is not made.
    pub(super) fn is_left_out(&mut self, missing: Message) {
        if self.check.of_some_layouts {
            return;
        }
        let lacking = Lacking {
            rule: self.rule.id,
            missing,
        };
        if !self.out.lacking.contains(&lacking) {
            self.out.lacking.push(lacking);
        }
    }
}

/// `收入总表“总计”行“合计”列` of `收入总表.总计.合计`; of two parts the second may be a row or a column.
fn in_words(name: &str) -> String {
    let parts: Vec<&str> = name.splitn(3, '.').collect();
    match parts[..] {
        [form, row, column] => format!("{form}“{row}”行“{column}”列"),
        [form, other] => format!("{form}的“{other}”"),
        _ => name.to_owned(),
    }
}

/// Why a condition does not hold; `None` if it does.
fn unmet(budget: &Budget, condition: Condition) -> Option<Message> {
    let (holds, zh, en) = match condition {
        Condition::AllAppropriation => (
            all_appropriation(budget),
            "全部资金都是当年财政拨款的单位".to_owned(),
            "all money is this year's appropriation".to_owned(),
        ),
        Condition::NoProjects => (
            no_projects(budget),
            "没有项目支出的单位".to_owned(),
            "there is no project expenditure".to_owned(),
        ),
        Condition::Budget => (
            budget.kind == Kind::Budget,
            "预算".to_owned(),
            "it is a budget".to_owned(),
        ),
        Condition::Same(one, other) => (
            same(budget, one, other),
            format!("{}与{}相等的文件", in_words(one), in_words(other)),
            format!("{} is {}", in_words(one), in_words(other)),
        ),
        Condition::CarriedAlike(one, other) => (
            !leaves_out_carried(budget, one, other),
            format!("{}与{}都含上年结转的文件", in_words(one), in_words(other)),
            format!(
                "{} and {} both hold what was carried over",
                in_words(one),
                in_words(other)
            ),
        ),
    };
    let words = || Message::new(format!("只用于{zh}"), format!("holds only where {en}"));
    (!holds).then(words)
}

/// Whether two cells are there and agree within their rounding.
fn same(budget: &Budget, one: &str, other: &str) -> bool {
    let find = |name| budget.find(&CellName::parse(name)?).map(Term::plus);
    let (Some(one), Some(other)) = (find(one), find(other)) else {
        return false;
    };
    let constraint = Constraint {
        left: vec![one],
        relation: Relation::Equal,
        right: vec![other],
        absent: Vec::new(),
    };
    !constraint.judge(budget).is_broken()
}

/// Whether a cell is less than another by a figure that one of its table's rows carries over.
fn leaves_out_carried(budget: &Budget, whole: &str, without: &str) -> bool {
    let find = |name| {
        budget
            .find(&CellName::parse(name)?)
            .map(|it| budget.fact(it))
    };
    let (Some(whole), Some(without)) = (find(whole), find(without)) else {
        return false;
    };
    let gap = whole.amount.value - without.amount.value;
    let facts = budget.ids().map(|it| budget.fact(it));
    let mut carried = facts
        .filter(|it| it.name.table == whole.name.table && it.name.row.words().contains("结转"));
    !gap.is_zero() && carried.any(|it| it.amount.value == gap)
}

/// Rows of 收支总表 that are this year's appropriation.
const APPROPRIATED: &[&str] = &[
    "本年收入",
    "财政拨款",
    "一般公共预算拨款",
    "一般财力",
    "上级一般公共预算转移支付",
    "政府性基金预算拨款",
    "政府性基金收入",
    "上级政府性基金转移支付",
    "国有资本经营预算拨款",
    "国有资本经营收入",
    "上级国有资本经营转移支付",
];

/// Whether no row of 收支总表 but those of this year's appropriation holds money.
fn all_appropriation(budget: &Budget) -> bool {
    let Some(panel) = budget.table("收支总表").and_then(|it| it.panels.first()) else {
        return false;
    };
    let other = |(index, row): (usize, &crate::budget::Row)| {
        let nil = panel
            .fact(index, 0)
            .is_some_and(|it| budget.fact(it).amount.is_nil());
        let sum = matches!(
            row.kind,
            crate::budget::RowKind::Total | crate::budget::RowKind::Subtotal
        );
        !nil && !sum && !row.name.is_one_of(APPROPRIATED)
    };
    !panel.rows.iter().enumerate().any(other)
}

/// Whether 支出总表 and 一般公共预算支出表 have no figure in 项目支出.
fn no_projects(budget: &Budget) -> bool {
    let nil = |form: &str| {
        let table = budget.table(form)?;
        let panel = table.panels.first()?;
        let column = panel.column("项目支出")?;
        let figures = (0..panel.rows.len()).map(|row| panel.fact(row, column));
        Some(
            figures
                .into_iter()
                .all(|it| it.is_some_and(|it| budget.fact(it).amount.is_nil())),
        )
    };
    nil("一般公共预算支出表") == Some(true) && nil("支出总表") != Some(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::{Rows, form};

    #[test]
    fn what_is_appropriated_are_rows_of_the_overview() {
        let rows = match form("收支总表").map(|it| &it.panels[0].rows) {
            Some(Rows::Named(rows)) => *rows,
            _ => panic!("the left half prints its rows"),
        };
        for name in APPROPRIATED {
            assert!(rows.iter().any(|it| it.name == *name), "{name}");
        }
    }
}
