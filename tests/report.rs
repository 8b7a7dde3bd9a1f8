//! What a report promises: no more than was read, nothing lost where findings are told together.
#[path = "report/cards.rs"]
mod cards;

use gouji::{
    budget::Budget,
    check::check,
    claim::Severity,
    examine,
    note::{Lang, Note},
    read::{Content, Input},
    report::{Report, csv, entry::Entry, report},
    rules::catalogue,
};
use gouji_generator::samples;

fn of(text: &str) -> Report {
    let input = Input::new("made-up.txt", Content::Bytes(text.into()));
    report(&examine(&input, &mut |_| {}).expect("text is read"))
}

#[test]
fn tables_that_are_named_and_were_not_recognised_are_told_in_the_summary() {
    let told = of("2026年云泽市市民服务中心单位预算公开\n\
         收支总表\n收入总表\n支出总表\n单位：万元\n\
         科目编码\t科目名称\t合计\t基本支出\t项目支出\n201\t一般公共服务支出\t9.00\t9.00\t\n总计\t\t9.00\t9.00\t\n");
    let said = &told.summary.zh;
    assert!(
        said.starts_with("文中列出的 2 张表没有认出，只核对了其余部分。"),
        "{said}"
    );
    assert!(
        told.notes
            .iter()
            .any(|it| it.message.zh.contains("收入总表"))
    );
    assert!(!of(&samples::sound()).summary.zh.contains("没有认出"));
}

#[test]
fn a_figure_that_stands_elsewhere_is_not_said_to_stand_alone() {
    let told = of(
        "支出总表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n\
         201\t一般公共服务支出\t123.45\t123.45\t\n总计\t\t123.45\t123.45\t\n\
         \n购置新设备123.45万元，维护旧设备67.89万元。\n",
    );
    let reason = |text: &str| {
        let mut unchecked = told.unchecked.iter();
        unchecked
            .find(|it| it.text == text)
            .map(|it| it.reason.zh.clone())
    };
    let elsewhere = reason("123.45").unwrap_or_default();
    assert!(
        elsewhere.contains("同一数字还出现在支出总表"),
        "{elsewhere}"
    );
    let alone = reason("67.89").unwrap_or_default();
    assert!(alone.contains("只有这里印有这个金额"), "{alone}");
}

#[test]
fn what_is_said_of_many_places_is_said_once_and_lists_them_all() {
    let told = of("2026年云泽市市民服务中心单位预算公开\n\
         XX收入预算增加XX万元。\nXX支出预算减少XXX万元。\n");
    let unfilled: Vec<_> = (told.findings.iter())
        .filter(|it| it.message.zh.contains("空位没有填写"))
        .collect();
    let [finding] = unfilled.as_slice() else {
        panic!("{unfilled:#?}");
    };
    let places = finding.each();
    assert_eq!(places.len(), 2);
    assert!(
        finding
            .message
            .zh
            .contains(&format!("共 {} 处", places.len()))
    );
    let rows = csv::csv(&[Entry::from(told.clone())], Lang::Zh);
    let of_finding = rows.lines().filter(|it| it.contains("空位没有填写"));
    assert_eq!(of_finding.count(), places.len());
}

#[test]
fn rows_tell_the_verdict_and_what_was_not_checked() {
    let told = of(&samples::sound());
    let rows = csv::csv(&[Entry::from(told.clone())], Lang::Zh);
    let count = |level: &str| rows.lines().filter(|it| it.contains(level)).count();
    assert_eq!(count(",结论,"), 1);
    assert_eq!(count(",未核对,"), told.unchecked.len());
}

#[test]
fn words_that_were_cut_off_are_not_complained_of() {
    let text = "2026年云泽市市民服务中心单位预算公开\n收支总表\n项目\t预算数\n本年收入\t9.00\n收入总计\t9.00\n\
         本单位预算9.00万元元。\n";
    let input = Input::new("made-up.txt", Content::Bytes(text.into()));
    let mut budget = examine(&input, &mut |_| {}).expect("text is read").budget;
    let complains = |budget: &Budget| {
        let mut remarks = check(budget, catalogue()).remarks.into_iter();
        remarks.any(|it| it.rule.id == "narrative/wording" && !it.remark.agrees)
    };
    assert!(complains(&budget));
    budget.is_garbled = true;
    assert!(!complains(&budget));
    let lacking = check(&budget, catalogue()).lacking;
    assert!(lacking.iter().any(|it| it.rule == "narrative/wording"));
}

#[test]
fn what_was_not_yet_required_is_not_missed() {
    let of_year = |year: u16| {
        let sound = samples::sound()
            .replace("国有资产", "办公用品")
            .replace("车辆", "桌椅");
        let text = sound.replace("2026", &year.to_string());
        let findings = of(&text).findings.into_iter();
        let lacking = findings.filter(|it| it.rule == "disclosure/required");
        lacking.map(|it| it.severity).collect::<Vec<_>>()
    };
    assert_eq!(of_year(2018), []);
    assert_eq!(of_year(2026), [Severity::Notice]);
}

#[test]
fn a_budget_that_is_not_chinese_is_said_to_be_none() {
    let told = of("City budget 2026\n\nItem\tAmount\nRevenue\t12.50\nCosts\t3.00\nTotal\t99.00\n");
    assert_eq!(told.findings, []);
    assert_eq!(told.checks.performed, 0);
    let once = |words: fn(&Note) -> bool| told.notes.iter().filter(|it| words(it)).count() == 1;
    assert!(once(|it| it.message.zh.contains("不是中文")));
    assert!(once(|it| it.message.en.contains("not in Chinese")));
}
