//! Every rule proves itself on its own examples.
#[path = "catalogue/derived.rs"]
mod derived;
#[path = "catalogue/names.rs"]
mod names;

use gouji::{
    check::{Checked, Judged, check},
    rule::{Check, Requirement, Rule},
    rules::{catalogue, example::Example},
};
use std::collections::BTreeSet;

fn run(rule: &'static Rule, drawing: &str) -> (Example, Checked) {
    let example = Example::new(drawing);
    let checked = check(&example.budget, [rule].into_iter());
    (example, checked)
}

fn complaints(checked: &Checked) -> usize {
    let broken = checked.judged.iter().filter(|it| it.verdict.is_broken());
    let rates = checked.rates.iter().filter(|it| !it.verdict.agrees());
    broken.count()
        + rates.count()
        + checked
            .remarks
            .iter()
            .filter(|it| !it.remark.agrees)
            .count()
}

#[test]
fn every_rule_has_a_holding_and_a_failing_example() {
    let bare = catalogue().filter(|it| it.holds.is_empty() || it.fails.is_empty());
    assert_eq!(bare.map(|it| it.id).collect::<Vec<_>>(), [""; 0]);
}

/// A figure that was not found proves nothing, so a rule that says nothing of its own example fails.
#[test]
fn holding_examples_hold() {
    for rule in catalogue() {
        for drawing in rule.holds {
            let (_, checked) = run(rule, drawing);
            assert_eq!(
                complaints(&checked),
                0,
                "{}: {drawing}\n{checked:#?}",
                rule.id
            );
            assert!(
                rule.checks.iter().all(is_of_function) || says_something(&checked),
                "{} says nothing of {drawing}",
                rule.id
            );
        }
    }
}

#[test]
fn failing_examples_fail() {
    for rule in catalogue() {
        for drawing in rule.fails {
            let (_, checked) = run(rule, drawing);
            assert!(complaints(&checked) > 0, "{}: {drawing}", rule.id);
        }
    }
}

/// The marked figure stands in what the rule complains of.
#[test]
fn the_marked_figure_is_involved() {
    for rule in catalogue() {
        for drawing in rule.fails.iter().filter(|it| it.contains('[')) {
            let (example, checked) = run(rule, drawing);
            let broken = checked.judged.iter().filter(|it| it.verdict.is_broken());
            let figures: BTreeSet<_> = broken
                .flat_map(|it| it.constraint.terms().map(|it| it.1))
                .chain(
                    checked
                        .rates
                        .iter()
                        .filter(|it| !it.verdict.agrees())
                        .flat_map(|it| it.rate.figures()),
                )
                .chain(
                    checked
                        .remarks
                        .iter()
                        .flat_map(|it| it.remark.figures.iter().copied()),
                )
                .collect();
            assert!(
                !example.marked.is_empty(),
                "{}: no mark found in {drawing}",
                rule.id
            );
            assert!(
                example.marked.iter().all(|it| figures.contains(it)),
                "{}: {drawing}",
                rule.id
            );
        }
    }
}

#[test]
fn ids_are_unique_and_said_in_one_way() {
    let ids: Vec<&str> = catalogue().map(|it| it.id).collect();
    let unique: BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len());
    for id in ids {
        assert!(
            id.bytes()
                .all(|it| it.is_ascii_lowercase() || matches!(it, b'/' | b'-')),
            "{id}"
        );
    }
}

/// The rule with one of its checks alone.
fn alone(rule: &'static Rule, check: &'static Check) -> &'static Rule {
    Box::leak(Box::new(Rule {
        checks: std::slice::from_ref(check),
        ..*rule
    }))
}

fn each_check_alone() -> impl Iterator<Item = &'static Rule> {
    catalogue().flat_map(|rule| rule.checks.iter().map(move |it| alone(rule, it)))
}

/// Wherever documents print what a formula names, its figures are found, and it is broken by one that
/// is wrong.
#[test]
fn every_formula_holds_and_fails() {
    for rule in each_check_alone() {
        for derived in derived::of(&rule.checks[0]) {
            let (_, sound) = run(rule, &derived.holds);
            let terms = |it: &Judged| it.constraint.terms().count();
            let is_whole = sound.judged.iter().all(|it| terms(it) == derived.terms);
            assert!(
                !sound.judged.is_empty() && is_whole && complaints(&sound) == 0,
                "{}: {:?}\n{}\n{sound:#?}",
                rule.id,
                rule.checks[0],
                derived.holds
            );
            let (_, broken) = run(rule, &derived.fails);
            assert!(
                complaints(&broken) > 0,
                "{}: {:?}\n{}",
                rule.id,
                rule.checks[0],
                derived.fails
            );
        }
    }
}

/// A condition that always holds is none.
#[test]
fn no_formula_is_put_on_a_budget_that_lacks_its_condition() {
    for rule in each_check_alone() {
        for drawing in derived::of(&rule.checks[0]).iter().flat_map(|it| &it.unmet) {
            let (_, checked) = run(rule, drawing);
            let is_silent = checked.judged.is_empty() && !checked.lacking.is_empty();
            assert!(is_silent, "{}: {:?}\n{drawing}", rule.id, rule.checks[0]);
        }
    }
}

/// What is no formula holds in one of its rule's drawings and fails in another one.
#[test]
fn every_other_check_holds_and_fails() {
    for rule in each_check_alone().filter(|it| derived::of(&it.checks[0]).is_empty()) {
        let speaks = |it: &Checked| is_of_function(&rule.checks[0]) || says_something(it);
        let holds = |it: &Checked| speaks(it) && complaints(it) == 0;
        let fails = |it: &Checked| complaints(it) > 0;
        let any = |drawings: &[&str], is_so: &dyn Fn(&Checked) -> bool| {
            drawings.iter().any(|it| is_so(&run(rule, it).1))
        };
        assert!(any(rule.holds, &holds), "{}: {:?}", rule.id, rule.checks);
        assert!(any(rule.fails, &fails), "{}: {:?}", rule.id, rule.checks);
    }
}

/// Functions need not speak of what is right.
fn is_of_function(check: &Check) -> bool {
    matches!(
        check.requirement,
        Requirement::Code(_) | Requirement::Words(_)
    )
}

fn says_something(checked: &Checked) -> bool {
    !checked.judged.is_empty() || !checked.rates.is_empty()
}
