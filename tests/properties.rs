//! What must hold of every disclosure, tried on made-up ones that chance chooses: how figures are
//! written changes no verdict, and no damage makes a figure agree that did not.
//!
//! `PROPTEST_CASES=1000 cargo test --test properties` tries more of them.
#[path = "properties/made.rs"]
mod made;
#[path = "properties/rewritten.rs"]
mod rewritten;

use gouji::{
    Examination,
    budget::Spot,
    document::Where,
    examine,
    read::{Content, Input},
    report::{
        Report, report,
        view::{FigureView, Mark, view},
    },
};
use made::{Made, made};
use proptest::{prelude::*, test_runner::RngSeed};
use std::collections::BTreeSet;

/// Few, so that all of them take seconds; always the same ones, so that a failure is no accident.
fn config() -> ProptestConfig {
    let config = ProptestConfig::default();
    let is_asked_for_more = std::env::var_os("PROPTEST_CASES").is_some();
    ProptestConfig {
        cases: if is_asked_for_more { config.cases } else { 8 },
        rng_seed: if is_asked_for_more {
            RngSeed::Random
        } else {
            RngSeed::Fixed(2026)
        },
        failure_persistence: None,
        max_shrink_iters: 40,
        ..config
    }
}

fn examined(text: &str) -> Examination {
    let content = Content::Pasted {
        html: None,
        text: text.to_owned(),
    };
    let input = Input::new("made-up", content);
    examine(&input, &mut |_| {}).expect("a text is always read")
}

fn reported(text: &str) -> Report {
    report(&examined(text))
}

/// What a report says, but for the words and the places.
fn verdicts(text: &str) -> impl PartialEq + std::fmt::Debug + use<> {
    let report = reported(text);
    let found = report.findings.iter();
    let mut found: Vec<(String, String)> = found
        .map(|it| (it.rule.clone(), it.severity.word().to_owned()))
        .collect();
    found.sort();
    (found, report.figures, report.checks)
}

/// The figures that agree, by where they stand. Those of the sentence on the line of a slip are left out:
/// it moves what stands behind it.
fn agreeing(text: &str, slip: u32) -> BTreeSet<(usize, (usize, usize))> {
    let is_moved = |it: &FigureView| {
        let is_on_line = matches!(it.at, Some(Where::Text { line, .. }) if line == slip);
        is_on_line && matches!(it.spot, Spot::Span { .. })
    };
    let figures = view(&examined(text)).figures.into_iter();
    let agreeing = figures.filter(|it| it.mark == Mark::Agree && !is_moved(it));
    agreeing.map(|it| (it.block, place(it.spot))).collect()
}

fn place(spot: Spot) -> (usize, usize) {
    match spot {
        Spot::Cell { row, column } => (row, column),
        Spot::Span { start, end } => (start.0, end.0),
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn separators_of_thousands_change_no_verdict(made in made()) {
        let text = made.damaged();
        let separated = rewritten::with_separators(&text);
        // All figures may be below a thousand.
        prop_assume!(separated != text);
        prop_assert_eq!(verdicts(&separated), verdicts(&text));
    }

    #[test]
    fn full_width_changes_no_verdict(made in made()) {
        let text = made.damaged();
        let wide = rewritten::in_full_width(&text);
        prop_assert_ne!(&wide, &text);
        prop_assert_eq!(verdicts(&wide), verdicts(&text));
    }

    #[test]
    fn the_unit_of_account_changes_no_verdict(made in made().prop_filter("not the same in a smaller unit", Made::is_whole)) {
        let text = made.damaged();
        prop_assert_eq!(verdicts(&rewritten::in_yuan(&text)), verdicts(&text));
    }

    #[test]
    fn page_breaks_change_no_verdict(made in made(), breaks in rewritten::breaks()) {
        let text = made.damaged();
        prop_assert_eq!(verdicts(&rewritten::with_page_breaks(&text, &breaks)), verdicts(&text));
    }

    #[test]
    fn no_damage_makes_a_figure_agree(made in made()) {
        let slip = made.damage.figure.line;
        let before = agreeing(&made.sound(), slip);
        let after = agreeing(&made.damaged(), slip);
        let new: Vec<_> = after.difference(&before).collect();
        prop_assert!(new.is_empty(), "{new:?}");
    }

    #[test]
    fn a_damage_changes_the_report_and_the_same_text_gives_the_same(made in made()) {
        let text = made.sound();
        let before = json(&text);
        let Made { damage, .. } = &made;
        let damaged = damage.apply(&text);
        prop_assert_ne!(&json(&damaged), &before);
        prop_assert_eq!(json(&made::undone(damage).apply(&damaged)), before);
    }
}

fn json(text: &str) -> String {
    serde_json::to_string(&reported(text)).expect("a report is JSON")
}
