//! Sentences that are right and easily misread: each names what a reading that is too simple takes wrongly.
use super::{nothing_serious, right_until};

#[track_caller]
fn planned(what: &str, sentence: &str) {
    nothing_serious(what, &format!("三、2026年支出预算情况说明\n{sentence}"));
}

#[track_caller]
fn accounted(what: &str, sentence: &str) {
    nothing_serious(what, &format!("三、2024年度支出决算情况说明\n{sentence}"));
}

#[test]
fn what_each_costs_is_no_part_of_a_sum() {
    planned(
        "prices stand beside counts",
        "计划购置打印机6台（每台0.30万元，共1.80万元）、书架9组（每组0.20万元，共1.80万元），两项共3.60万元。",
    );
    planned(
        "an average is told of a whole, and its parts behind it",
        "办公费30.00万元，按在职12人计算，人均2.50万元。其中纸张11.00万元，印刷19.00万元。",
    );
}

#[test]
fn a_list_may_tell_more_than_its_parts() {
    planned(
        "a sum of the parts is told among them",
        "支出按用途分：修缮21.00万元、运维13.00万元、培训6.00万元，小计40.00万元。",
    );
    planned(
        "what is left of a limit is no part of what was used",
        "项目支出80.00万元，其中修缮50.00万元、运维30.00万元，都在限额以内，距限额还有12.00万元。",
    );
    planned(
        "some bodies come to less than the whole",
        "补助共900.00万元，其中东乡210.00万元、西乡150.00万元，两个乡合计360.00万元，其余由县里统筹。",
    );
    planned(
        "behind a semicolon the whole is meant once more",
        "“三公”经费18.00万元，局本级11.00万元，站点7.00万元；其中公务用车运行维护费合计14.00万元，公务接待费合计4.00万元。",
    );
    planned(
        "what is in an amount is told before it",
        "会议费5.00万元；培训费3.00万元。两项（含场地租金6.00万元）共8.00万元。",
    );
    planned(
        "what is left out is named before the rest",
        "支出预算200.00万元。其中：教育支出150.00万元，占总支出的75.00%；除教育支出以外的各类支出50.00万元，占总支出的25.00%。",
    );
}

#[test]
fn changes_are_of_what_their_words_say() {
    planned(
        "several changes come to one that is told with them",
        "支出预算300.00万元，比上年减少50.00万元。其中，压减运维20.00万元，压减修缮30.00万元，两项合计减少50.00万元。",
    );
    planned(
        "two directions are one change together",
        "年末车辆11辆，比上年末增加2辆、减少3辆，净减1辆，上年末为12辆。",
    );
    planned(
        "hardly changed is not unchanged",
        "2026年收入预算400.30万元，2025年收入预算400.00万元，与上年基本持平，略有增加（0.30万元）。",
    );
    planned(
        "rates of two years are each over the year before",
        "修缮支出2024年100.00万元、2025年120.00万元、2026年150.00万元，2025年、2026年分别比上年增长20.00%、25.00%。",
    );
    accounted(
        "last year's accounts are compared with this year's, not with the plan",
        "项目支出64.00万元，年初预算50.00万元，完成年初预算的128.00%；比2023年决算60.00万元增加4.00万元。",
    );
    accounted(
        "what passed the plan is no change against last year",
        "收入年初预算90.00万元，决算数96.00万元，超收6.00万元，比2023年决算数80.00万元增加16.00万元，增长20.00%。",
    );
    accounted(
        "a plan is added to and taken from within the year",
        "年初预算40.00万元，年中追加15.00万元，年中收回5.00万元，调整后预算50.00万元，支出决算45.00万元，完成调整后预算的90.00%。",
    );
}

#[test]
fn a_denial_is_of_what_it_speaks_of() {
    planned(
        "the office has none, the department has",
        "本部门政府采购预算70.00万元，其中货物采购30.00万元、工程采购40.00万元。本单位政府采购预算30.00万元，全部为货物采购，没有工程采购。",
    );
    accounted(
        "income and expenditure set off leave something",
        "收入总计57.00万元；支出总计54.00万元；收支相抵，年终结余3.00万元，全部结转下年使用。",
    );
}

/// The wholes of shares were looked for once more in every share before: each share doubled the work.
#[test]
fn many_shares_of_what_is_told_nowhere_come_to_an_end() {
    let ten: Vec<char> = "甲乙丙丁戊己庚辛壬癸".chars().collect();
    let names = ten
        .iter()
        .flat_map(|one| ten.iter().map(move |other| format!("{one}{other}站")));
    let shares: Vec<String> = names
        .map(|it| format!("{it}3.00万元，占本年收入的1.00%"))
        .collect();
    planned(
        "a hundred shares",
        &format!("具体是，{}。", shares.join("，")),
    );
}

#[test]
fn one_slip_in_them_is_no_longer_right() {
    for (sentence, sound, wrong) in [
        (
            "项目支出360.00万元，是2023年120.00万元的3倍。",
            "的3倍",
            "的5倍",
        ),
        (
            "计划购置打印机180台，每台0.30万元，共54.00万元。",
            "54.00",
            "84.00",
        ),
        (
            "供养人员5,134人，在职3,027人，退休2,107人。",
            "3,027",
            "3,207",
        ),
        (
            "公用经费由2023年的178.00万元压减至2024年的151.00万元，压减27.00万元。",
            "至2024年的151.00",
            "至2024年的115.00",
        ),
        (
            "工会经费18.60万元，比上年略有增加，增加0.90万元，增长5.08%。",
            "5.08",
            "5.80",
        ),
        (
            "年初预算40.00万元，年中追加15.00万元、核减5.00万元，调整预算数50.00万元。",
            "50.00",
            "55.00",
        ),
        (
            "出国（境）团组6个，累计17人次。其中：赴亚洲团组3个、9人次，赴欧洲团组2个、5人次，赴非洲团组1个、3人次。",
            "5人次",
            "6人次",
        ),
        (
            "年末资产总计900.00万元，负债合计200.00万元，净资产合计700.00万元。",
            "700.00",
            "790.00",
        ),
    ] {
        right_until(sentence, sound, wrong);
    }
}
