//! Errors are planted in sound documents; the figure that is named first has to be the planted one.
#[path = "localise/chance.rs"]
mod chance;
#[path = "localise/documents.rs"]
mod documents;
#[path = "localise/network.rs"]
mod network;
#[path = "localise/planted.rs"]
mod planted;

use chance::Chance;
use gouji::{check::regime::Regime, repair::causes};
use planted::{DAMAGES, Damage, Tally, plant};
use std::collections::BTreeMap;

fn tally(regime: Regime, errors: usize, copies: usize, damages: &[Damage]) -> Tally {
    let mut tally = Tally::default();
    for copy in 0..copies {
        let mut chance = Chance::new(copy as u64 + 1);
        let mut network = documents::unit(&mut chance, regime, 2);
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
    println!("{regime:?}, {errors}: {tally:?}");
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
        let tally = tally(Regime::Exact, 1, 150, &[damage]);
        assert!(tally.reaches(990, 980), "{damage:?}: {tally:?}");
    }
}

#[test]
fn two_errors_are_named() {
    let tally = tally(Regime::Exact, 2, 300, &DAMAGES);
    assert!(tally.reaches(970, 960), "{tally:?}");
}

#[test]
fn errors_are_named_in_a_rounded_document() {
    let tally = tally(Regime::Rounded, 1, 400, &DAMAGES);
    assert!(tally.reaches(970, 0), "{tally:?}");
}
