//! Errors are planted in sound documents; the figure that is named first has to be the planted one.
#[path = "localise/chance.rs"]
mod chance;
#[path = "localise/composite.rs"]
mod composite;
#[path = "localise/documents.rs"]
mod documents;
#[path = "localise/extremes.rs"]
mod extremes;
#[path = "localise/network.rs"]
mod network;
#[path = "localise/planted.rs"]
mod planted;

use chance::Chance;
use gouji::{budget::FactId, check::regime::Regime, repair::causes};
use planted::{DAMAGES, Damage, Tally, plant};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The tables and the narrative tied together.
const TIED: bool = true;
/// Every table for itself.
const UNTIED: bool = false;

fn tally(regime: Regime, tied: bool, errors: usize, copies: usize, damages: &[Damage]) -> Tally {
    let mut tally = Tally::default();
    for copy in 0..copies {
        let mut chance = Chance::new(copy as u64 + 1);
        let mut network = documents::unit(&mut chance, regime, 2);
        if !tied {
            network.untie();
        }
        let mut planted = BTreeMap::new();
        let mut what = String::new();
        while planted.len() < errors {
            let damage = chance.one_of(damages);
            let mut other = network.clone();
            let (fact, value) = plant(&mut other, damage, &mut chance);
            if let std::collections::btree_map::Entry::Vacant(entry) = planted.entry(fact) {
                entry.insert(value);
                network = other;
                what += &format!("{damage:?} ");
            }
        }
        tally.count(&network, &planted, &what);
    }
    println!("{regime:?}, tied {tied}, {errors} errors: {tally:?}");
    tally
}

#[test]
fn a_sound_document_has_no_causes() {
    for regime in [Regime::Exact, Regime::Rounded] {
        for seed in 1..20 {
            let network = documents::unit(&mut Chance::new(seed), regime, 3);
            let judged = network.judged();
            let broken = judged.iter().filter(|it| it.verdict.is_broken()).count();
            assert_eq!(broken, 0, "{regime:?} {seed}");
            assert!(causes(&network.budget, &judged, regime).is_empty());
        }
    }
}

#[test]
fn one_error_of_each_kind_is_named_with_its_value() {
    for damage in DAMAGES {
        let tally = tally(Regime::Exact, TIED, 1, 60, &[damage]);
        assert!(tally.reaches(990, 980), "{damage:?}: {tally:?}");
    }
}

#[test]
fn two_errors_are_named() {
    let tally = tally(Regime::Exact, TIED, 2, 120, &DAMAGES);
    assert!(tally.reaches(970, 960), "{tally:?}");
}

#[test]
fn errors_are_named_in_a_rounded_document() {
    let tally = tally(Regime::Rounded, TIED, 1, 150, &DAMAGES);
    assert!(tally.reaches(970, 0), "{tally:?}");
}

#[test]
fn three_and_four_errors_are_mostly_named() {
    for errors in [3, 4] {
        let tally = tally(Regime::Exact, TIED, errors, 60, &DAMAGES);
        assert!(tally.reaches(900, 900), "{tally:?}");
    }
}

#[test]
fn slips_of_several_figures_are_told_as_one() {
    type Plant = fn(&mut network::Network, &mut Chance) -> BTreeMap<FactId, Decimal>;
    let kinds: [(&str, Plant, usize); 4] = [
        ("exchange", composite::exchange, 950),
        ("unit", composite::unit, 990),
        ("lost row", composite::lost_row, 950),
        ("not updated", composite::not_updated, 900),
    ];
    for (name, plant, figures) in kinds {
        let mut tally = Tally::default();
        for copy in 0..40 {
            let mut chance = Chance::new(copy + 1);
            let mut network = documents::unit(&mut chance, Regime::Exact, 2);
            let planted = plant(&mut network, &mut chance);
            tally.count(&network, &planted, name);
        }
        println!("{name}: {tally:?}");
        assert!(tally.reaches(figures, figures), "{name}: {tally:?}");
    }
}

#[test]
fn a_table_by_itself_is_enough_for_most_errors() {
    let one = tally(Regime::Exact, UNTIED, 1, 100, &DAMAGES);
    assert!(one.reaches(970, 960), "{one:?}");
    let two = tally(Regime::Exact, UNTIED, 2, 100, &DAMAGES);
    assert!(two.reaches(940, 930), "{two:?}");
    let rounded = tally(Regime::Rounded, UNTIED, 2, 100, &DAMAGES);
    assert!(rounded.reaches(900, 0), "{rounded:?}");
    let rounded = tally(Regime::Rounded, TIED, 2, 100, &DAMAGES);
    assert!(rounded.reaches(950, 0), "{rounded:?}");
}
