//! Last year, rebuilt from the sentences of this year's disclosure.
mod published;

use gouji::{
    Examination,
    budget::{Budget, CellName},
    examine,
    previous::Previous,
    read::{Content, Input, read},
    recognize::recognize,
    structure::comparison::{ComparedGroup, ComparedItem, Comparison, RateStands, Tie, comparison},
};
use gouji_generator::{Options, Richness, disclosure, previous, text};
use rust_decimal::Decimal;

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
    let Some(bytes) = published::shared("xinjiang-fukang-2026.txt") else {
        return;
    };
    let told = comparison(&budget_of(bytes)).expect("it tells changes");
    eprintln!(
        "{:#?}",
        told.groups
            .iter()
            .map(|it| (
                &it.title,
                it.items.iter().map(|it| &it.name).collect::<Vec<_>>()
            ))
            .collect::<Vec<_>>()
    );
    let yuan = |hundredths: i64| Decimal::from(hundredths * 100);
    let whole = named(&told, "支出预算", "支出").expect("it is rebuilt");
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
        .find(|it| it.title.ends_with(" · 逐项"))
        .expect("the section tells changes")
}

fn examined(text: String) -> Examination {
    let input = Input::new("document.txt", Content::Bytes(text.into_bytes()));
    examine(&input, &mut |_| {}).expect("text is read")
}

fn beside(now: String, before: String) -> Previous {
    let beside = examined(now).against(&examined(before));
    beside.previous.expect("it was handed in")
}

#[test]
fn what_is_said_of_last_year_is_what_its_file_prints() {
    for options in made_up().step_by(4) {
        let told = beside(text(&disclosure(&options)), text(&previous(&options)));
        assert_eq!(told.caution, None, "{options:?}");
        assert!(told.bases.len() >= 5, "{options:?}: {}", told.bases.len());
        let apart: Vec<_> = told.bases.iter().filter(|it| !it.agrees).collect();
        assert!(apart.is_empty(), "{options:?}: {apart:#?}");
        let group = told.groups.iter().find(|it| it.title == "支出总表");
        let items = &group.expect("both have the table").items;
        assert!(items.iter().all(|it| it.before + it.change == it.now));
        assert!(
            items
                .iter()
                .any(|it| it.before > Decimal::ZERO && it.now > Decimal::ZERO)
        );
    }
}

#[test]
fn what_last_years_file_prints_otherwise_is_told() {
    let sentence = |change: &str| {
        format!(
            "2026年云泽市市民服务中心单位预算公开\n五、2026年一般公共预算当年拨款情况说明\n\
             1.教育支出（类）普通教育（款）小学教育（项）：2026年预算数为6.00万元，比上年预算增加{change}万元。\n"
        )
    };
    let last = "2025年云泽市市民服务中心单位预算公开\n五、2025年一般公共预算当年拨款情况说明\n\
                1.教育支出（类）普通教育（款）小学教育（项）：2025年预算数为5.00万元。\n";
    let agrees = |change| {
        let told = beside(sentence(change), last.to_owned());
        told.bases.iter().map(|it| it.agrees).collect::<Vec<_>>()
    };
    assert_eq!(agrees("1.00"), [true]);
    assert_eq!(agrees("1.50"), [false]);
}

#[test]
fn other_units_and_years_are_not_compared() {
    let of = |year: u16, unit: &str| {
        let options = Options::new(3, Richness::Everything);
        let text = text(&disclosure(&options));
        let last = examined(text.clone());
        let name = last.budget.unit_name.clone().expect("it has a name");
        let of_year = last.budget.year.expect("it has a year");
        let other = text
            .replace(&name, unit)
            .replace(&of_year.to_string(), &year.to_string());
        (text, other, name, of_year)
    };
    let (now, other, _, year) = of(2019, "丰原县林业局");
    assert!(
        beside(now, other)
            .caution
            .is_some_and(|it| it.zh.contains("不是同一个单位"))
    );
    let (_, _, name, _) = of(2019, "丰原县林业局");
    let (now, other, ..) = of(year - 2, &name);
    let told = beside(now, other);
    assert!(
        told.caution
            .is_some_and(|it| it.zh.contains("不是相邻的两年"))
    );
    assert!(told.bases.is_empty() && told.groups.is_empty());
}

#[test]
fn the_same_amounts_told_of_several_things_are_one_row() {
    let told = of("2026年云泽市市民服务中心单位预算公开\n\
         五、2026年一般公共预算当年拨款情况说明\n\
         2026年财政拨款收入9.00万元，比上年预算增加1.00万元。\n\
         财政拨款支出预算9.00万元，比上年预算增加1.00万元。\n"
        .to_owned());
    let items: Vec<_> = told.groups.iter().flat_map(|it| &it.items).collect();
    let [item] = items.as_slice() else {
        panic!("{items:#?}");
    };
    assert!(
        item.name.contains("收入") && item.name.contains("支出"),
        "{item:?}"
    );
}
