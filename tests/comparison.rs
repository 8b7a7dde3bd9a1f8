//! Last year, rebuilt from the sentences of this year's disclosure.
use gouji::{
    budget::{Budget, CellName},
    generator::{Options, Richness, disclosure, previous, text},
    read::{Content, Input, read},
    recognize::recognize,
    structure::comparison::{ComparedGroup, ComparedItem, Comparison, RateStands, Tie, comparison},
};
use rust_decimal::Decimal;
use std::fs;

const REFERENCE: &str = "../shared/documents/xinjiang-fukang-2026.txt";

fn budget_of(bytes: Vec<u8>) -> Budget {
    let input = Input::new("document.txt", Content::Bytes(bytes));
    recognize(&read(&input, &mut |_| {}).expect("text is read"))
}

fn of(text: String) -> Comparison {
    comparison(&budget_of(text.into_bytes())).expect("sentences tell changes")
}

fn named<'a>(comparison: &'a Comparison, title: &str, name: &str) -> Option<&'a ComparedItem> {
    let mut groups = comparison.groups.iter().filter(|it| it.title == title);
    groups.next()?.items.iter().find(|it| it.name == name)
}

fn made_up() -> impl Iterator<Item = Options> {
    let seeds = |richness| (1..=8).map(move |seed| Options::new(seed, richness));
    Richness::ALL.into_iter().flat_map(seeds)
}

#[test]
fn what_is_rebuilt_is_what_last_years_disclosure_prints() {
    for options in made_up() {
        let told = of(text(&disclosure(&options)));
        let last = budget_of(text(&previous(&options)).into_bytes());
        for name in ["基本支出", "项目支出"] {
            let cell = last.find(&CellName::new("支出总表", "总计", name));
            let cell = cell.expect("it is a column of the form");
            // What is nothing in both years has no sentence.
            let rebuilt = named(&told, "支出预算", name).map_or(Decimal::ZERO, |it| it.before);
            assert_eq!(rebuilt, last.fact(cell).amount.value, "{options:?}: {name}");
        }
    }
}

#[test]
fn sound_changes_tie_and_sound_rates_are_the_quotients() {
    for options in made_up() {
        for group in of(text(&disclosure(&options))).groups {
            assert!(group.items.iter().all(is_sound), "{options:?}: {group:?}");
        }
    }
}

fn is_sound(item: &ComparedItem) -> bool {
    let printed = item.printed_rate.as_ref();
    item.before + item.change == item.now && printed.is_none_or(|it| it.1 != RateStands::Broken)
}

#[test]
fn changes_that_do_not_tie_say_so() {
    let sentences = |change: &str| {
        format!(
            "五、2026年一般公共预算当年拨款情况说明\n\
             一般公共预算拨款合计10.00万元，比上年预算增加{change}万元，增长25.00%。\n\
             1.教育支出（类）普通教育（款）小学教育（项）：2026年预算数为6.00万元，比上年预算增加1.00万元，增长20.00%。\n\
             2.卫生健康支出（类）公共卫生（款）疾病预防控制机构（项）：2026年预算数为4.00万元，比上年预算增加1.00万元，增长33.33%。\n"
        )
    };
    let ties = |change| -> Vec<Tie> {
        let groups = of(sentences(change)).groups.into_iter();
        groups.flat_map(|it| it.ties).collect()
    };
    assert!(ties("2.00").iter().all(|it| it.agrees));
    assert!(!ties("2.00").is_empty());
    assert!(ties("2.50").iter().any(|it| !it.agrees));
}

#[test]
fn no_sentence_on_changes_no_comparison() {
    let text = "支出总表\n单位：万元\n科目\t合计\n201\t9.00\n合计\t9.00\n";
    assert_eq!(comparison(&budget_of(text.into())), None);
}

/// Six items whose changes come to 85.06, which is what the year before lacks of 319.87.
#[test]
fn the_reference_is_rebuilt() {
    let Ok(bytes) = fs::read(REFERENCE) else {
        eprintln!("left out: {REFERENCE} is not there");
        return;
    };
    let told = comparison(&budget_of(bytes)).expect("it tells changes");
    let yuan = |hundredths: i64| Decimal::from(hundredths * 100);
    let whole = named(&told, "支出预算", "支出预算").expect("it is rebuilt");
    assert_eq!((whole.now, whole.before), (yuan(31_987), yuan(23_481)));
    let general = general(&told);
    let items = || general.items.iter().filter(|it| it.part);
    assert_eq!(items().count(), 6);
    assert_eq!(items().map(|it| it.change).sum::<Decimal>(), yuan(8_506));
    assert_eq!(items().map(|it| it.before).sum::<Decimal>(), yuan(23_481));
    let tie = general.ties.first().expect("the six changes tie");
    assert!(tie.agrees && tie.message.zh.contains("85.06"), "{tie:?}");
    let rates = told
        .groups
        .iter()
        .flat_map(|it| &it.items)
        .filter_map(|it| it.printed_rate.as_ref());
    assert!(rates.into_iter().all(|it| it.1 != RateStands::Broken));
}

fn general(told: &Comparison) -> &ComparedGroup {
    let mut groups = told.groups.iter();
    groups
        .find(|it| it.title == "一般公共预算拨款 · 逐项")
        .expect("the section tells changes")
}
