//! The structure of made-up budgets: every flow balanced, every total tied.
use gouji::{
    budget::Budget,
    read::{Content, Input, read},
    recognize::recognize,
    structure::{Flow, Structure, structure},
};
use gouji_generator::{Disclosure, Options, Piece, Richness, disclosure, text};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

fn budget_of(text: String) -> Budget {
    let input = Input::new("made-up.txt", Content::Bytes(text.into_bytes()));
    recognize(&read(&input, &mut |_| {}).expect("text is read"))
}

fn made_up() -> impl Iterator<Item = (String, Disclosure, Options)> {
    Richness::ALL.into_iter().flat_map(|richness| {
        (1..=6).flat_map(move |seed| {
            let exact = Options::new(seed, richness);
            [exact, exact.rounded()].map(|options| {
                let name = format!("{richness:?} {seed} {:?}", options.rounding);
                (name, disclosure(&options), options)
            })
        })
    })
}

/// The disclosure with only those tables whose titles hold one of these words, and no narrative.
fn only(disclosure: &Disclosure, titles: &[&str]) -> String {
    let mut kept = disclosure.clone();
    let mut wanted = false;
    kept.pieces = disclosure
        .pieces
        .iter()
        .filter(|piece| match piece {
            Piece::Paragraph(text) if text.ends_with('表') && !text.contains('、') => {
                wanted = titles.iter().any(|it| text.contains(it));
                wanted
            }
            Piece::Paragraph(text) => wanted && text.starts_with("单位：万元"),
            Piece::Table(_) => wanted,
        })
        .cloned()
        .collect();
    text(&kept)
}

fn of(text: String) -> Structure {
    structure(&budget_of(text)).expect("there are tables")
}

/// What flows in and out of each stop.
fn through(flow: &Flow) -> BTreeMap<&str, (u8, Decimal, Decimal)> {
    let mut stops: BTreeMap<&str, (u8, Decimal, Decimal)> = flow
        .nodes
        .iter()
        .map(|it| (it.name.as_str(), (it.stage, Decimal::ZERO, Decimal::ZERO)))
        .collect();
    assert_eq!(stops.len(), flow.nodes.len(), "names are unique");
    for link in &flow.links {
        assert!(link.amount > Decimal::ZERO, "every link is positive");
        let (from, to) = (&flow.nodes[link.from], &flow.nodes[link.to]);
        assert_eq!(from.stage + 1, to.stage, "{} → {}", from.name, to.name);
        stops.entry(&from.name).and_modify(|it| it.2 += link.amount);
        stops.entry(&to.name).and_modify(|it| it.1 += link.amount);
    }
    stops
}

/// Every inner stop passes on what it gets, within `allowed`.
fn assert_balanced(name: &str, flow: &Flow, allowed: Decimal) {
    let last = flow.nodes.iter().map(|it| it.stage).max();
    let first = flow.nodes.iter().map(|it| it.stage).min();
    for (stop, (stage, inflow, outflow)) in through(flow) {
        if Some(stage) != first && Some(stage) != last {
            let gap = (inflow - outflow).abs();
            assert!(
                gap <= allowed,
                "{name}: {stop} gets {inflow}, gives {outflow}"
            );
        }
    }
}

fn allowed(options: &Options) -> Decimal {
    match options.rounding {
        gouji_generator::Rounding::Exact => Decimal::ZERO,
        // Half of 0.01 万元 for each of the figures that meet in a stop.
        gouji_generator::Rounding::Rounded => Decimal::from(50 * 40),
    }
}

#[test]
fn whole_disclosures_flow_through_all_stages() {
    for (name, disclosure, options) in made_up() {
        let structure = of(text(&disclosure));
        let stages: BTreeSet<u8> = structure.flow.nodes.iter().map(|it| it.stage).collect();
        assert_eq!(stages, BTreeSet::from([0, 1, 2, 3, 4]), "{name}");
        assert_balanced(&name, &structure.flow, allowed(&options));
        let said = &structure.reconciliation[0].zh;
        let exact = allowed(&options).is_zero();
        assert!(said.contains("一致") || !exact, "{name}: {said}");
        assert!(
            structure.reconciliation.len() == 1 || !exact,
            "{name}: {:?}",
            structure.reconciliation
        );
        assert!(
            structure
                .reconciliation
                .iter()
                .all(|it| !it.zh.contains("不符")),
            "{name}: {:?}",
            structure.reconciliation
        );
    }
}

#[test]
fn trees_add_up_to_the_flow() {
    for (name, disclosure, options) in made_up() {
        let structure = of(text(&disclosure));
        let sum: Decimal = structure.function.iter().map(|it| it.amount).sum();
        let gap = (sum - structure.flow.total).abs();
        assert!(
            gap <= allowed(&options),
            "{name}: {sum} of {}",
            structure.flow.total
        );
        for class in structure.function.iter().chain(&structure.economic) {
            let parts: Decimal = class.parts.iter().map(|it| it.amount).sum();
            assert!(
                (parts - class.amount).abs() <= allowed(&options) || class.parts.is_empty(),
                "{name}: {class:?}"
            );
        }
        let economic: Decimal = structure.economic.iter().map(|it| it.amount).sum();
        assert!(
            economic <= structure.flow.total + allowed(&options),
            "{name}"
        );
    }
}

#[test]
fn without_revenue_by_class_the_funds_come_from_the_appropriation() {
    let tables = [
        "收支",
        "单位支出总体",
        "一般公共预算基本",
        "一般公共预算项目",
    ];
    for (name, disclosure, options) in made_up() {
        let structure = of(only(&disclosure, &tables));
        assert_balanced(&name, &structure.flow, allowed(&options));
        let stages: BTreeSet<u8> = structure.flow.nodes.iter().map(|it| it.stage).collect();
        assert_eq!(stages.len(), 5, "{name}");
    }
}

#[test]
fn single_tables_leave_stages_out_and_say_so() {
    for (name, disclosure, options) in made_up() {
        for (table, stages) in [
            ("单位收支总体", vec![0, 1, 2]),
            ("单位收入总体", vec![1, 2]),
            ("单位支出总体", vec![2, 3]),
            ("一般公共预算基本支出", vec![3, 4]),
        ] {
            let structure = of(only(&disclosure, &[table]));
            let found: BTreeSet<u8> = structure.flow.nodes.iter().map(|it| it.stage).collect();
            assert_eq!(
                found.into_iter().collect::<Vec<_>>(),
                stages,
                "{name} {table}"
            );
            assert_balanced(&name, &structure.flow, allowed(&options));
            assert!(structure.reconciliation.len() > 1, "{name} {table}");
        }
    }
}

#[test]
fn a_wrong_class_is_said_and_not_hidden() {
    let sound = text(&disclosure(&Options::new(1, Richness::Basic)));
    let whole = of(sound.clone());
    let class = whole.function.first().expect("a class");
    let printed = |amount: Decimal| format!("\t{}", (amount / Decimal::from(10_000)).round_dp(2));
    let (before, after) = sound.split_at(sound.find("\n表 3\n").expect("the table"));
    let wrong = format!(
        "{before}{}",
        after.replacen(&printed(class.amount), "\t99999.99", 2)
    );
    let structure = of(wrong);
    assert!(
        structure
            .reconciliation
            .iter()
            .any(|it| it.zh.contains("表中没有列出")),
        "{:?}",
        structure.reconciliation
    );
}

#[test]
fn text_without_tables_has_no_structure() {
    assert_eq!(structure(&budget_of("今年没有表格。".into())), None);
}
