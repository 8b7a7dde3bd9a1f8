//! Sound wordings in which the thing at hand is not the one that stands nearest.
use super::{nothing_serious, right_until};

#[track_caller]
fn accounted(what: &str, sentence: &str) {
    nothing_serious(
        what,
        &format!("某局2024年度部门决算\n三、2024年度支出决算情况说明\n{sentence}"),
    );
}

#[test]
fn parts_of_a_part_are_none_of_the_whole() {
    accounted(
        "a second 其中 opens a list inside the list",
        "“三公”经费支出决算51.20万元，其中：因公出国（境）费8.10万元；公务用车购置及运行维护费26.40万元；其中：公务用车购置费11.00万元，公务用车运行维护费15.40万元；公务接待费16.70万元。",
    );
    accounted(
        "what is added to a whole is no part of it",
        "全年收入410.00万元，其中税收收入270.00万元、非税收入140.00万元；加上级补助收入120.00万元、上年结余收入40.00万元，收入合计570.00万元。",
    );
    accounted(
        "no expenditure is a part of income",
        "完成收入96.00万元，其中专项收入50.00万元、其他收入46.00万元；完成支出409.00万元。",
    );
}

#[test]
fn what_did_not_change_is_said_of_one_thing() {
    accounted(
        "the next item begins behind a comma",
        "公务用车购置费支出决算0万元，比预算无增减变化，比上年无增减变化，公务用车运行维护费支出决算4.10万元，比预算无增减变化，比上年增加1.00万元，增长32.26%。",
    );
    accounted(
        "what was not bought may be there",
        "2024年未购置公务用车。截至2024年12月31日，共有公务用车31辆。",
    );
    accounted(
        "no new cars, and money to run the old ones",
        "公务用车保有量为3辆，无新购车辆。公务用车运行维护费6.30万元。",
    );
}

#[test]
fn a_percentage_is_of_what_its_words_say() {
    accounted(
        "each kind has a whole of its own",
        "采购节能产品61.20万元，占同类产品采购规模的86.9%；采购环保产品89.90万元，占同类产品采购规模的85.2%。",
    );
    accounted(
        "a rate of interest is no share",
        "一般债券11.20万元，平均利率2.93%，专项债券44.20万元，平均利率2.99%。",
    );
    accounted(
        "a share without its amount is not that of what comes next",
        "税收收入占本年收入的57.7%，另有补助收入293.18万元。",
    );
    accounted(
        "by how much the accounts pass the plan is no plan",
        "支出决算为174.00万元，完成年初预算的106.1%，决算数大于预算数10.00万元。",
    );
}

#[test]
fn each_year_has_its_own_whole_and_parts() {
    accounted(
        "behind a semicolon another year is told",
        "2024年支出500.00万元，其中人员经费362.00万元，占72.4%；2023年支出480.00万元，其中人员经费328.80万元，占68.5%。",
    );
}

#[test]
fn a_conclusion_and_a_slip_are_still_found() {
    right_until(
        "
        某局2024年度部门决算
        三、2024年度支出决算情况说明
        “三公”经费支出决算51.20万元，其中：因公出国（境）费8.10万元；公务用车购置及运行维护费26.40万元；公务接待费16.70万元。",
        "16.70",
        "17.60",
    );
    right_until(
        "
        某局2024年度部门决算
        三、2024年度支出决算情况说明
        公务接待费10.00万元，完成年初预算20.00万元的50.00%。",
        "50.00%",
        "60.00%",
    );
}
