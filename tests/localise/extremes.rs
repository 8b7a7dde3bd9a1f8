//! Documents that would keep a careless search busy for ever, or overflow it.
use super::{
    chance::Chance,
    network::{Codes, Network},
};
use gouji::{
    budget::FactId,
    check::regime::Regime,
    claim::{Severity, Verdict},
    repair::{Grade, Slip, causes},
};
use rust_decimal::Decimal;

/// A table of so many rows and columns in which every sum is wrong in its own way.
fn chaos(rows: usize, columns: usize, seed: u64) -> Network {
    let mut chance = Chance::new(seed);
    let mut network = Network::default();
    let mut column = || {
        (0..rows)
            .map(|_| 100 + 100 * chance.below(90_000) as i64)
            .collect()
    };
    let values: Vec<Vec<i64>> = (0..columns).map(|_| column()).collect();
    let cells = network.table("乱表", &values);
    let codes = Codes {
        parent: (0..rows)
            .map(|it| if it < 10 { 0 } else { 1 + it % 9 })
            .collect(),
    };
    network.hierarchy(&cells, &codes);
    network.columns(&cells, 0, 1..columns);
    network
}

#[test]
fn many_disagreeing_sums_are_given_up() {
    for (rows, columns) in [(8, 3), (60, 8), (400, 30), (2_000, 3)] {
        let network = chaos(rows, columns, 7);
        let judged = network.judged();
        let found = causes(&network.budget, &judged, Regime::Exact);
        let told: usize = found.iter().map(|it| it.breaks.len()).sum();
        let broken = judged.iter().filter(|it| it.verdict.is_broken()).count();
        assert_eq!(told, broken, "every broken constraint has its cause");
    }
}

#[test]
fn an_absurdly_large_figure_is_named_and_nothing_overflows() {
    let mut chance = Chance::new(3);
    let mut network = super::documents::unit(&mut chance, Regime::Exact, 2);
    let before = network.budget.facts[20].amount.value;
    network.budget.facts[20].text = "9".repeat(28);
    network.budget.facts[20].amount.value = Decimal::MAX - Decimal::ONE;
    let judged = overflowing(&network, FactId(20));
    let found = causes(&network.budget, &judged, Regime::Exact);
    let best = &found[0].repairs[0].changes;
    assert_eq!((best[0].fact, best[0].to), (FactId(20), before));
}

#[test]
fn figures_with_endless_decimals_are_unknown_causes() {
    let mut chance = Chance::new(3);
    let mut network = super::documents::unit(&mut chance, Regime::Exact, 2);
    network.budget.facts[20].amount.value = Decimal::new(7, 28);
    let judged = overflowing(&network, FactId(20));
    let found = causes(&network.budget, &judged, Regime::Exact);
    assert!(found.iter().any(|it| it.grade == Grade::Unknown));
    for cause in &found {
        cause.reason(&network.budget, &judged);
    }
}

/// Verdicts as they would be if sums could be as large as that.
fn overflowing(network: &Network, large: FactId) -> Vec<gouji::check::Judged> {
    let mut sound = network.clone();
    sound.budget.facts[large.0].amount.value = Decimal::ONE;
    let mut judged = sound.judged();
    for it in &mut judged {
        if it.constraint.terms().any(|it| it.1 == large) {
            it.verdict = Verdict::Broken {
                off_by: Decimal::ONE,
                allowed: Decimal::ZERO,
            };
        }
    }
    judged
}

#[test]
fn one_error_in_a_large_document_is_found() {
    let mut chance = Chance::new(11);
    let codes = Codes::drawn(&mut chance, 24, 24);
    let mut network = Network::default();
    let leaf = codes.summed(|_| chance.amount(false));
    let total = leaf.iter().map(|it| it * 2).collect();
    let columns = [total, leaf.clone(), leaf];
    let one = network.table("甲", &columns);
    let two = network.table("乙", &columns);
    for cells in [&one, &two] {
        network.hierarchy(cells, &codes);
        network.columns(cells, 0, 1..3);
    }
    network.tied((&one, 0), (&two, 0));
    let wrong = one.at(codes.parent.len() / 2, 1);
    network.print(wrong, "0.17");
    let judged = network.judged();
    let found = causes(&network.budget, &judged, Regime::Exact);
    assert_eq!(found[0].repairs[0].changes[0].fact, wrong);
}

#[test]
fn a_part_larger_than_its_whole_is_named_by_its_look() {
    let mut network = Network::default();
    let cells = network.table("甲", &[vec![50_000, 70_000]]);
    let (whole, part) = (cells.at(0, 0), cells.at(1, 0));
    network.at_most(part, whole);
    let found = causes(&network.budget, &network.judged(), Regime::Exact);
    assert_eq!(found.len(), 1);
    assert!(!found[0].repairs.is_empty());
    assert_eq!(found[0].grade, Grade::Several);
}

#[test]
fn what_nothing_mends_comes_back_with_what_it_looks_like() {
    let mut network = chaos(40, 6, 5);
    network.equal(Severity::Notice, FactId(0), &[FactId(7)]);
    let judged = network.judged();
    let found = causes(&network.budget, &judged, Regime::Exact);
    let unknown: Vec<_> = found
        .iter()
        .filter(|it| it.grade == Grade::Unknown)
        .collect();
    assert!(!unknown.is_empty());
    for cause in unknown {
        assert!(!cause.reason(&network.budget, &judged).zh.is_empty());
        assert!(cause.confidence().is_empty());
    }
}

#[test]
fn a_single_slip_is_told_with_its_reason_and_confidence() {
    let mut network = super::documents::unit(&mut Chance::new(5), Regime::Exact, 2);
    let wrong = FactId(4);
    let text = network.budget.fact(wrong).text.clone();
    network.print(wrong, &format!("{text}7"));
    let judged = network.judged();
    let found = causes(&network.budget, &judged, Regime::Exact);
    assert_eq!((found.len(), found[0].grade), (1, Grade::Only));
    assert_eq!(found[0].repairs[0].slip, Slip::DigitDroppedOrAdded);
    let reason = found[0].reason(&network.budget, &judged);
    assert_eq!(
        reason.zh,
        format!("多写一位数字：应为 {text}，写成 {text}7")
    );
    assert!(found[0].confidence()[0] > Decimal::new(9, 1));
}
