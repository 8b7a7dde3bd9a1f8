//! What the rules say of a budget: each rule put on the figures that are there, and judged.
pub mod formula;
pub mod ground;
mod hidden;
pub mod rate;
pub mod regime;
mod settle;

use crate::{
    budget::{Budget, CellName},
    claim::{Constraint, Remark, Severity, Verdict},
    note::Message,
    rule::{Rule, RuleKind},
};
use regime::Regime;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// A constraint with its verdict.
#[derive(Debug, Clone)]
pub struct Judged {
    /// Which rule asks for it.
    pub rule: &'static Rule,
    /// How serious it is when broken.
    pub severity: Severity,
    /// What must hold.
    pub constraint: Constraint,
    /// Whether it does.
    pub verdict: Verdict,
}

/// A remark with the rule that makes it.
#[derive(Debug, Clone)]
pub struct Remarked {
    /// Which rule makes it.
    pub rule: &'static Rule,
    /// What it says.
    pub remark: Remark,
}

/// A rule that could not be applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking {
    /// The rule's id.
    pub rule: &'static str,
    /// What it lacked: a table, a row or a column; or where it holds only.
    pub missing: Message,
}

/// Everything the rules say of one budget.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// Constraints with their verdicts, in the order of the catalogue.
    pub judged: Vec<Judged>,
    /// Percentages with their verdicts.
    pub rates: Vec<rate::JudgedRate>,
    /// What is no constraint.
    pub remarks: Vec<Remarked>,
    /// Rules on words that read the document through and found nothing to say.
    pub read_through: Vec<&'static str>,
    /// Usual claims that do not hold, until it is known whether they accuse.
    open: Vec<settle::Open>,
    /// What could not be applied, and why.
    pub lacking: Vec<Lacking>,
    /// Sums of rows or columns that do not hold and accuse nobody, because they may be other sums.
    pub withheld: usize,
    /// Whether the document's sums are exact or rounded.
    pub regime: Regime,
}

/// Puts rules on a budget.
pub fn check(budget: &Budget, rules: impl Iterator<Item = &'static Rule>) -> Checked {
    let mut checked = Checked::default();
    for rule in rules {
        for check in rule.checks {
            ground::ground(budget, rule, check, &mut checked);
        }
    }
    settle::usual_claims(budget, &mut checked);
    checked.regime = regime::infer(budget, &checked.judged);
    for judged in &mut checked.judged {
        judged.verdict = regime::judge(budget, &judged.constraint, checked.regime);
        judged.severity = match is_cut_off(budget, judged) {
            true => Severity::Notice,
            false => one_digit_is_no_chance(budget, judged),
        };
    }
    if checked.regime == Regime::Exact {
        rate::tighten(budget, &mut checked.rates);
    }
    soften(budget, &mut checked);
    hidden::explain(budget, &mut checked);
    checked
}

/// Whether a figure repeats another one with fewer decimals, the rest cut off instead of rounded:
/// 877 080 元 as 87.70 万元.
fn is_cut_off(budget: &Budget, judged: &Judged) -> bool {
    let terms: Vec<_> = judged
        .constraint
        .terms()
        .map(|it| budget.fact(it.1))
        .collect();
    let [one, other] = terms.as_slice() else {
        return false;
    };
    let (coarse, fine) = match one.amount.half_step > other.amount.half_step {
        true => (one.amount, other.amount),
        false => (other.amount, one.amount),
    };
    let lost = fine.value.abs() - coarse.value.abs();
    let one_digit = coarse.half_step * Decimal::TWO;
    judged.verdict.is_broken()
        && coarse.half_step > fine.half_step
        && lost > Decimal::ZERO
        && lost < one_digit
}

/// What rests on a table that was read with a doubt is no error.
fn soften(budget: &Budget, checked: &mut Checked) {
    for judged in &mut checked.judged {
        let constraint = &judged.constraint;
        let lacks = |it: &CellName| budget.table_named(&it.table).is_some_and(|it| !it.certain);
        let rests = constraint.terms().any(|it| budget.is_doubtful(it.1))
            || constraint.absent.iter().any(lacks);
        if rests {
            judged.severity = judged.severity.max(Severity::Warning);
        }
    }
    for Remarked { remark, .. } in &mut checked.remarks {
        let in_block = remark.block.is_some_and(|it| budget.is_doubtful_block(it));
        if in_block || remark.figures.iter().any(|it| budget.is_doubtful(*it)) {
            remark.severity = remark.severity.max(Severity::Warning);
        }
    }
    if budget.is_garbled {
        doubt_words(checked);
    }
}

/// Rules whose finding is no less true for words that were cut off.
const TRUE_OF_PARTS: &[&str] = &["disclosure/personal-data", "disclosure/secret-marks"];

/// Where words were cut off or run over each other, what is wrong with them is most probably how
/// they were read.
fn doubt_words(checked: &mut Checked) {
    for Remarked { rule, remark } in &mut checked.remarks {
        if remark.figures.is_empty() && !TRUE_OF_PARTS.contains(&rule.id) {
            remark.severity = remark.severity.softer();
        }
    }
    let on_words = |it: &Remarked| matches!(it.rule.kind, RuleKind::Narrative | RuleKind::Codes);
    let left_out: BTreeSet<&str> = (checked.remarks.iter())
        .filter(|it| !it.remark.agrees && on_words(it))
        .map(|it| it.rule.id)
        .collect();
    checked
        .remarks
        .retain(|it| it.remark.agrees || !on_words(it));
    checked.lacking.extend(left_out.iter().map(|rule| Lacking {
        rule,
        missing: Message::new(
            "这份文件的文字显示不全或互相重叠，读出的字不一定是原来的字，未核对",
            "the words of this file are cut off or run over each other, and may not be those that were written",
        ),
    }));
}

/// Two figures that need not be equal, yet differ in one digit only, probably should be.
fn one_digit_is_no_chance(budget: &Budget, judged: &Judged) -> Severity {
    let figures: Vec<&str> = judged
        .constraint
        .terms()
        .map(|(_, id)| budget.fact(id).text.as_str())
        .collect();
    match figures.as_slice() {
        [a, b] if judged.severity == Severity::Notice && judged.verdict.is_broken() => {
            let differing = a.bytes().zip(b.bytes()).filter(|(a, b)| a != b).count();
            if a.len() == b.len() && differing == 1 {
                Severity::Warning
            } else {
                Severity::Notice
            }
        }
        _ => judged.severity,
    }
}
