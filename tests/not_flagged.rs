//! What looks wrong and is right: peculiarities of sound disclosures, drawn small. No rule may make
//! an error or a warning of them.
#[path = "not_flagged/near.rs"]
mod near;
#[path = "not_flagged/sections.rs"]
mod sections;
#[path = "not_flagged/sentences.rs"]
mod sentences;

use gouji::{
    check::check,
    claim::Severity,
    examine,
    read::{Content, Input},
    report::{Report, report},
    rule::RuleKind,
    rules::{catalogue, example::Example},
};

fn report_of(text: &str) -> Report {
    let content = Content::Pasted {
        html: None,
        text: text.to_owned(),
    };
    let input = Input::new("粘贴", content);
    report(&examine(&input, &mut |_| {}).expect("a paste is read"))
}

#[track_caller]
fn nothing_serious(what: &str, drawing: &str) {
    let checked = check(&Example::new(drawing).budget, catalogue());
    // A drawing is no whole disclosure: what must be published is not asked of it.
    let asked = |kind: RuleKind| kind != RuleKind::Disclosure;
    let serious = |severity: Severity| severity != Severity::Notice;
    for it in checked.judged.iter().filter(|it| asked(it.rule.kind)) {
        let wrong = it.verdict.is_broken() && serious(it.severity);
        assert!(!wrong, "{what}: {} {:?}", it.rule.id, it.constraint);
    }
    for it in &checked.rates {
        let right = it.verdict.agrees();
        assert!(right, "{what}: {} {:?}", it.rule.id, it.verdict);
    }
    for it in checked.remarks.iter().filter(|it| asked(it.rule.kind)) {
        let wrong = !it.remark.agrees && serious(it.remark.severity);
        assert!(!wrong, "{what}: {} {}", it.rule.id, it.remark.message.zh);
    }
}

#[test]
fn rates_at_their_edges_are_right() {
    nothing_serious(
        "85.06 ÷ 234.81 stands just above the half",
        "
        三、2026年支出预算情况说明
        支出预算319.87万元，比上年预算增加85.06万元，增长36.23%。",
    );
    nothing_serious(
        "more than tenfold, and by more than half",
        "
        三、2026年支出预算情况说明
        支出预算3258.06万元，比上年预算增加3075.14万元，增长1681.14%。
        三、2026年支出预算情况说明
        支出预算3407.38万元，比上年预算减少5786.90万元，减少62.94%，主要原因是口径不同，两年无可比性。",
    );
    nothing_serious(
        "all of it is gone",
        "
        三、2026年支出预算情况说明
        支出预算0万元，比上年预算减少147.20万元，减少100%。",
    );
    nothing_serious(
        "unchanged, said as an increase of nothing",
        "
        三、2026年支出预算情况说明
        项目支出0万元，比上年预算增加0万元，增长0.00%，主要原因是两年均未安排，因此预算安排较上年无变化。",
    );
}

#[test]
fn figures_that_are_no_amounts_are_left_alone() {
    nothing_serious(
        "amounts like years, numbers of documents, thresholds",
        "
        2024年度某市财政局部门决算
        五、2024年一般公共预算财政拨款支出决算情况说明
        按照某财〔2017〕89号文件，支出决算为2077.09万元，拟从2020年起执行。
        单价50万元以上的通用设备0台，400.00万元以上的项目公开招标。",
    );
    nothing_serious(
        "a document may tell what was owned in the summer before",
        "
        2025年某市财政局部门预算
        截至2024年8月31日，共有车辆3辆。",
    );
}

#[test]
fn two_figures_of_one_item_may_differ() {
    nothing_serious(
        "an opening budget and what became of it",
        "
        五、2024年一般公共预算财政拨款支出决算情况说明
        1.一般公共服务支出（类）财政事务（款）行政运行（项）。主要用于：人员经费。年初预算为1560.05万元，支出决算为1511.89万元，完成年初预算的96.91%。决算数小于预算数的主要原因：人员变化。",
    );
    nothing_serious(
        "income is compared with one base and expenditure with another",
        "
        二、2025年收入预算情况说明
        收入预算100.00万元，比2024年预算执行数增加24.58万元。
        三、2025年支出预算情况说明
        支出预算100.00万元，比2024年预算增加24.49万元。",
    );
    nothing_serious(
        "a function and an economic class of like names",
        "
        支出总表 | 合计 | 基本支出 | 项目支出
        208 社会保障和就业支出 | 87.71 | 87.71 |
        20805 行政事业单位养老支出 | 87.71 | 87.71 |
        2080501 行政单位离退休 | 87.71 | 87.71 |
        总计 | 87.71 | 87.71 |
        一般公共预算基本支出表 | 合计 | 人员经费 | 公用经费
        303 对个人和家庭的补助 | 71.72 | 71.72 |
        30302 退休费 | 71.72 | 71.72 |
        总计 | 71.72 | 71.72 |",
    );
}

#[test]
fn rounding_is_no_error() {
    nothing_serious(
        "parts that were rounded one by one",
        "
        一般公共预算基本支出表 | 合计 | 人员经费 | 公用经费
        302 商品和服务支出 | 10.23 | | 10.23
        30201 办公费 | 3.41 | | 3.41
        30205 水费 | 3.40 | | 3.40
        30206 电费 | 3.41 | | 3.41
        总计 | 10.23 | | 10.23",
    );
    nothing_serious(
        "procurement of three rounded kinds",
        "
        （二）政府采购情况
        政府采购预算251.25万元，其中：政府采购货物预算4.79万元，政府采购工程预算0万元，政府采购服务预算246.47万元。",
    );
}

#[test]
fn names_may_be_shortened() {
    nothing_serious(
        "公共安全 for 公共安全支出, 公务用车运行费 for 公务用车运行维护费",
        "
        一般公共预算支出表 | 合计 | 基本支出 | 项目支出
        204 公共安全支出   | 5.00 | 5.00 |
        20405 法院        | 5.00 | 5.00 |
        2040502 一般行政管理事务 | 5.00 | 5.00 |
        总计             | 5.00 | 5.00 |
        五、2026年一般公共预算当年拨款情况说明
        公共安全（类）法院（款）一般行政管理事务（项）：2026年预算数为5.00万元。
        十、2026年“三公”经费预算情况说明
        “三公”经费数为3.25万元，其中：因公出国（境）费用0万元，公务用车购置费0万元，公务用车运行费2.25万元，公务接待费1.00万元。",
    );
    nothing_serious(
        "a list in another order, with shortened names",
        "
        一般公共预算基本支出表 | 合计 | 人员经费 | 公用经费
        301 工资福利支出      | 6.00 | 6.00 |
        30101 基本工资        | 4.00 | 4.00 |
        30108 机关事业单位基本养老保险缴费 | 2.00 | 2.00 |
        303 对个人和家庭的补助 | 1.00 | 1.00 |
        30309 奖励金          | 1.00 | 1.00 |
        总计                | 7.00 | 7.00 |
        六、2026年一般公共预算基本支出情况说明
        人员经费7.00万元，主要包括：基本工资、奖励金、机关事业单位养老保险缴费。",
    );
}

#[test]
fn a_sentence_that_was_broken_off_lacks_no_part() {
    nothing_serious(
        "a line was broken inside 公务接待费",
        "
        十、2026年“三公”经费预算情况说明
        “三公”经费数为3.25万元，其中：因公出国（境）费用0万元，公务用车购置费0万元，公务用车运行费2.25万元，公
        三、名词解释",
    );
}

#[test]
fn a_table_that_the_text_ends_in_lacks_no_row() {
    let whole = "表1 收支总表\n单位：万元\n项目\t预算数\t项目\t预算数\n一般公共预算\t30.00\t201 一般公共服务支出\t20.00\n\t\t221 住房保障支出\t10.00\n收入总计\t30.00\t支出总计\t30.00\n\n\
        表3 支出总表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n201\t一般公共服务支出\t20.00\t20.00\t\n221\t住房保障支出\t10.00\t10.00\t\n\t总计\t30.00\t30.00\t\n";
    let errors = |text: &str| {
        let findings = report_of(text).findings;
        findings
            .iter()
            .filter(|it| it.severity == Severity::Error)
            .count()
    };
    let lost = whole.replace("221\t住房保障支出\t10.00\t10.00\t\n", "");
    let (cut, _) = whole.split_once("221\t").expect("the row is there");
    assert_eq!((errors(whole), errors(cut)), (0, 0));
    assert!(
        errors(&lost) > 0,
        "a row that is lost before the total is told"
    );
}

#[test]
fn no_unit_is_wrong_where_only_one_table_speaks() {
    let report = report_of(
        "收支总表\n单位：万元\n项目\t预算数\t项目\t预算数\n一、一般公共预算\t100.00\t一、教育支出\t90.00\n\t\t二、住房保障支出\t20.00\n收入总计\t100.00\t支出总计\t100.00\n",
    );
    let suspects: Vec<_> = report.findings.iter().flat_map(|it| &it.suspects).collect();
    assert!(!suspects.is_empty());
    assert!(suspects.iter().all(|it| !it.reason.zh.contains("单位")));
}

#[test]
fn numbers_of_columns_are_no_figures() {
    let report = report_of(
        "收入支出决算总表\n单位：万元\n项目\t行次\t金额\t项目\t行次\t金额\n栏次\t\t1\t栏次\t\t2\n一、一般公共预算财政拨款收入\t1\t80.00\t一、一般公共服务支出\t32\t70.00\n二、其他收入\t2\t20.00\t二、住房保障支出\t33\t30.00\n本年收入合计\t27\t100.00\t本年支出合计\t58\t100.00\n总计\t30\t100.00\t总计\t60\t100.00\n",
    );
    let broken = report.checks.broken;
    assert!(report.checks.exact > 0);
    assert_eq!(broken, 0, "{:?}", report.findings);
}

#[test]
fn a_rate_is_of_what_came_of_the_budget() {
    nothing_serious(
        "the sentence tells the budget before the account",
        "
        九、财政拨款“三公”经费支出决算情况说明
        2023年度“三公”经费财政拨款支出预算为92.00万元，支出决算为60.70万元，完成预算的65.98%；较上年减少3.30万元，下降5.16%。",
    );
}

#[test]
fn a_row_for_the_unit_is_no_class() {
    let table = |total: &str| {
        format!(
            "部门支出总表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n\t合计\t{total}\t20.00\t10.00\n\t某市残疾人联合会\t{total}\t20.00\t10.00\n208\t社会保障和就业支出\t25.00\t15.00\t10.00\n221\t住房保障支出\t5.00\t5.00\t\n"
        )
    };
    let errors = |text: &str| {
        let findings = report_of(text).findings;
        findings
            .iter()
            .filter(|it| it.severity == Severity::Error)
            .count()
    };
    assert_eq!(errors(&table("30.00")), 0);
    assert!(errors(&table("31.00")) > 0, "the rows still add up across");
}

#[test]
fn numbers_of_columns_under_levels_are_no_figures() {
    let report = report_of(
        "支出决算表\n单位：万元\n科目编码\t\t\t科目名称\t合计\t基本支出\t项目支出\n类\t款\t项\t栏次\t1\t2\t3\n\t\t\t合计\t9.00\t5.00\t4.00\n201\t\t\t一般公共服务支出\t9.00\t5.00\t4.00\n",
    );
    assert!(report.checks.exact > 0);
    assert_eq!(report.checks.broken, 0, "{:?}", report.findings);
}

/// Whether a rule that is no rule on disclosure complains of a drawing.
fn is_accused(drawing: &str) -> bool {
    let checked = check(&Example::new(drawing).budget, catalogue());
    let asked = |kind: RuleKind| kind != RuleKind::Disclosure;
    let serious = |severity: Severity| severity != Severity::Notice;
    let broken = checked
        .judged
        .iter()
        .any(|it| asked(it.rule.kind) && it.verdict.is_broken() && serious(it.severity));
    let remarked = checked
        .remarks
        .iter()
        .any(|it| asked(it.rule.kind) && !it.remark.agrees && serious(it.remark.severity));
    broken || remarked || checked.rates.iter().any(|it| !it.verdict.agrees())
}

/// A sentence that is right, and what makes a fault of it.
#[track_caller]
fn right_until(sentence: &str, right: &str, wrong: &str) {
    let drawing = |sentence: &str| format!("三、2024年支出预算情况说明\n{sentence}");
    assert!(sentence.contains(right), "{right}");
    nothing_serious(sentence, &drawing(sentence));
    let planted = sentence.replace(right, wrong);
    assert!(is_accused(&drawing(&planted)), "not found: {planted}");
}

#[test]
fn what_was_before_is_no_amount() {
    let cases = [
        (
            "支出预算300.00万元，较上年400.00万元减少100.00万元，下降25%。",
            "减少100",
            "减少90",
        ),
        (
            "支出预算1,000万元，比2023年1,100万元减少100万元，下降9.1%。",
            "9.1",
            "1.9",
        ),
        (
            "支出预算30.00万元，较2023年的28.00万元增加2.00万元，增幅7.14%。",
            "28.00",
            "29.00",
        ),
        (
            "支出预算500万元，与2023年支出预算450万元相比增加50万元，增长11.11%。",
            "增加50万",
            "增加60万",
        ),
        (
            "支出预算500万元，较预算数450万元增加50万元。",
            "增加50万",
            "增加60万",
        ),
        (
            "支出预算25万元，上年预算30万元，减少5万元，下降16.67%。",
            "上年预算30",
            "上年预算40",
        ),
        (
            "2024年度支出合计500万元，2023年度支出合计400万元，同比增加100万元，增长25.00%。",
            "增加100",
            "增加110",
        ),
        (
            "支出预算120.00万元，比2023年预算数（100.00万元）增加20.00万元，增长20.00%。",
            "20.00%",
            "2.00%",
        ),
        (
            "支出预算30.00万元，高于上年预算25.00万元，增加5.00万元，增幅20.00%。",
            "20.00%",
            "25.00%",
        ),
        (
            "支出预算30.00万元，同比2023年25.00万元增加5.00万元，增长20.00%。",
            "20.00%",
            "25.00%",
        ),
        (
            "支出决算年初预算20.00万元，支出决算15.00万元，比预算节省5.00万元，减少25.00%，比上年16.00万元减少1.00万元，下降6.25%。",
            "6.25",
            "6.67",
        ),
    ];
    for (sentence, right, wrong) in cases {
        right_until(sentence, right, wrong);
    }
    nothing_serious(
        "a change over another base has another rate",
        "
        三、2024年支出预算情况说明
        支出预算13万元，比2023年决算增加1万元，比2023年预算15万元减少2万元，下降13.33%。
        2023年支出预算9万元，同比减少4万元，下降30.77%。",
    );
}

#[test]
fn brackets_are_asides() {
    right_until(
        "支出预算500.00万元，其中：项目支出450.00万元（含上年结转20.00万元），占90.00%；基本支出50.00万元，占10.00%。",
        "90.00%",
        "80.00%",
    );
    right_until(
        "支出预算801.20万元，包括项目支出790.10万元（其中：一般公共预算760.10万元，政府性基金预算30.00万元），比上年增加10.00万元，增长1.28%。",
        "1.28",
        "1.82",
    );
}

#[test]
fn parts_end_where_another_whole_begins() {
    right_until(
        "支出预算400.00万元，其中：基本支出260.00万元，占65%，其中：人员经费220.00万元，占基本支出的84.62%，公用经费40.00万元，占基本支出的15.38%；项目支出140.00万元，占35%。",
        "140.00万元，占35%",
        "140.00万元，占25%",
    );
    nothing_serious(
        "what begins behind a semicolon is no part of what was parted by commas",
        "
        三、2024年支出预算情况说明
        基本支出260.00万元，占65%，其中：人员经费220.00万元，公用经费40.00万元；项目支出140.00万元，占35%。支出合计400.00万元。",
    );
    nothing_serious(
        "a list that is parted by both",
        "
        十、2026年“三公”经费预算情况说明
        “三公”经费数为3.25万元，其中：因公出国（境）费用0.25万元，公务用车购置费0万元，公务用车运行费2.00万元；公务接待费1.00万元。",
    );
}

#[test]
fn small_and_negative_figures_are_read_as_printed() {
    right_until(
        "其他支出为-1.20万元，较上年减少3.20万元，下降160%。",
        "160",
        "60",
    );
    nothing_serious(
        "a change that is too small to be printed",
        "
        三、2024年支出预算情况说明
        提租补贴21.44万元，比2023年执行数增加0.00万元，增长0.02%。
        基本支出45.00万元，较上年增加-5.00万元，增长-10.00%。
        项目支出20.00万元，比上年减少5.00万元，增长-20.00%。
        其他支出20.00万元，比上年减少-5.00万元，下降-20.00%。",
    );
    nothing_serious(
        "figures told of several things at once",
        "
        三、2024年支出预算情况说明
        预算收入500.00万元，支出500.00万元，分别比上年增加50.00万元、50.00万元，增长11.11%、11.11%。",
    );
}

#[test]
fn what_a_change_is_made_of_is_no_amount() {
    nothing_serious(
        "reasons name things, too",
        "
        支出总表 | 合计 | 基本支出 | 项目支出
        201     | 9.00 | 7.00    | 2.00
        总计    | 9.00 | 7.00    | 2.00
        三、2024年支出预算情况说明
        支出预算9.00万元，比上年增加1.00万元，增长12.50%，主要是增加基本支出1.50万元，压减项目支出0.50万元。
        2023年支出预算8.00万元。",
    );
}

#[test]
fn a_section_may_be_about_the_year_before() {
    let report = report_of(
        "2022年度某县文化馆单位预算\n一、2022年“三公”经费预算安排情况说明\n2022年度“三公”经费预算总计21.8万元，其中：因公出国（境）费用0万元，公务接待费11.8万元，公务用车运行费10万元。\n二、2021年“三公”经费决算情况说明\n2021年度“三公”经费合计支出20.12万元，其中：因公出国（境）费用0万元，公务接待费12.39万元，公务用车运行费7.73万元。\n",
    );
    let accused = report
        .findings
        .iter()
        .filter(|it| it.severity != Severity::Notice);
    let accused: Vec<_> = accused
        .filter(|it| !it.rule.starts_with("disclosure"))
        .collect();
    assert!(accused.is_empty(), "{accused:?}");
}

#[test]
fn each_comparison_has_its_own_rate() {
    for (right, wrong) in [("50.00%；", "55.00%；"), ("33.33", "50.00")] {
        right_until(
            "公务接待费支出决算1.00万元，比年初预算减少1.00万元，下降50.00%；比上年减少0.50万元，下降33.33%。",
            right,
            wrong,
        );
    }
    right_until(
        "公务接待费支出2.00万元，比预算减少2.00万元，比上年增加0.50万元，增长33.33%。",
        "33.33",
        "25.00",
    );
    right_until(
        "支出共计9.07万元，较上年支出数减少0.71万元，下降7.26%。",
        "7.26",
        "7.83",
    );
}

#[test]
fn each_rate_of_completion_has_its_own_plan() {
    for (right, wrong) in [("110.00", "111.00"), ("97.78", "87.97")] {
        right_until(
            "支出决算年初预算为200.00万元，调整后预算225.00万元，支出决算为220.00万元，完成年初预算的110.00%，完成调整预算的97.78%。",
            right,
            wrong,
        );
    }
}

#[test]
fn a_share_may_be_of_what_the_sentence_before_tells() {
    right_until(
        "采购总额50.00万元。授予中小企业合同金额45.00万元，占90.00%，其中：授予小微企业合同金额30.00万元，占60.00%。",
        "占60.00",
        "占65.00",
    );
}

#[test]
fn a_rate_behind_a_part_may_be_that_of_the_whole() {
    nothing_serious(
        "the comparison is that of the total",
        "
        一、收入决算情况说明
        本单位2023年度收入总计500.00万元，其中年初结转和结余20.00万元，较2022年增加20.00万元，增长4.17%；本年收入合计480.00万元，较2022年增加10.00万元，增长2.13%。
        二、其他重要事项
        机关运行经费2024年预算30.00万元，其中局机关25.00万元、水文站5.00万元，比2023年预算增加2.00万元，增长7.14%。",
    );
}

#[test]
fn a_change_may_be_told_in_the_next_sentence() {
    for sentence in [
        "收、支总计均为500.00万元。与2023年度相比，收、支总计各增加100.00万元，增长25.00%，主要变动原因是项目增加。",
        "某局收入、支出预算总计500.00万元。与上年相比收、支预算总计各增加100.00万元，增长25.00%。",
        "一般公共预算财政拨款支出500.00万元。与2023年度相比，一般公共预算财政拨款支出增加100.00万元，增长25.00%。",
    ] {
        right_until(sentence, "25.00", "20.00");
    }
    right_until(
        "财政专户支出100.00万元，主要用于其他方面。与上年相比减少25.00万元，减少20%。",
        "20%",
        "25%",
    );
    right_until(
        "支出预算80.00万元，主要用于以下方面：社会保障和就业支出（类）支出20.00万元，占25.00%；卫生健康支出（类）60.00万元，占75.00%。",
        "占25.00",
        "占35.00",
    );
}

#[test]
fn the_money_of_a_subordinate_body_is_not_the_whole() {
    let report = report_of(
        "某县水务局2024年部门预算\n支出总表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n201\t一般公共服务支出\t9.00\t7.00\t2.00\n\t合计\t9.00\t7.00\t2.00\n\n三、2024年支出预算情况说明\n支出预算9.00万元，其中：局本级支出预算6.00万元，所属水文站支出预算3.00万元。\n",
    );
    let accused = report
        .findings
        .iter()
        .filter(|it| it.severity == Severity::Error);
    assert_eq!(accused.count(), 0, "{:?}", report.findings);
}

#[test]
fn a_heading_may_begin_the_sentence_it_heads() {
    let drawing = |works: &str| {
        format!(
            "十、其他重要事项的情况说明\n（二）政府采购情况。2024年政府采购预算300.00万元，其中：政府采购货物预算100.00万元、政府采购工程预算{works}万元、政府采购服务预算110.00万元。"
        )
    };
    nothing_serious("right", &drawing("90.00"));
    assert!(is_accused(&drawing("80.00")));
}

#[test]
fn a_division_may_have_parts_of_its_own_kind() {
    for text in [
        "（二）政府采购情况\n2026年政府采购预算100.00万元，其中：政府集中采购50.00万元，部门集中采购20.00万元，分散采购30.00万元。",
        "六、“三公”经费支出情况说明\n公务用车购置及运行维护费6.00万元。其中，公务用车购置费0万元，公务用车运行维护费4.00万元，租用车辆2.00万元。",
        "（二）政府采购情况\n政府采购支出总额100.00万元，授予中小企业合同金额120.00万元，占政府采购支出总额的120.00%。",
        "八、2024年政府性基金预算财政拨款收入支出决算情况说明\n政府性基金预算财政拨款年初结转和结余5.00万元，本年收入26.00万元，本年支出25.00万元，上缴财政结余资金4.00万元，年末结转和结余2.00万元。",
    ] {
        nothing_serious(text, text);
    }
}

#[test]
fn one_units_amount_says_nothing_of_anothers() {
    nothing_serious(
        "two units",
        "甲单位2026年单位预算说明\n六、“三公”经费支出情况说明\n公务接待费1.00万元，与上年持平。\n\n乙单位2026年单位预算说明\n六、“三公”经费支出情况说明\n公务接待费较上年4.00万元增加2.00万元，增长50.00%。公务接待费6.00万元。",
    );
}

#[test]
fn over_a_base_of_0_the_base_is_what_is_wrong() {
    let report = report_of(
        "某局2024年度部门决算\n五、2024年一般公共预算财政拨款支出决算情况说明\n一般公共预算财政拨款支出年初预算为0万元，支出决算为307.82万元，完成年初预算的95.89%。\n1.一般公共服务支出（类）财政事务（款）行政运行（项）。年初预算为321.02万元，支出决算为307.82万元，完成年初预算的95.89%。",
    );
    let finding = report
        .findings
        .iter()
        .find(|it| it.severity == Severity::Error);
    let json = serde_json::to_string(&finding).unwrap();
    assert!(json.contains("321.02"), "{json}");
}

/// How large the figures of a broken sum are was counted in last digits, of which a printed 0.00 has none.
#[test]
fn a_printed_nothing_beside_a_broken_sum_is_read() {
    let table = "项目情况表\n单位：万元\n项目\t合计\t甲类\t乙类\n运维\t10.00\t9.00\t0.00\n";
    assert_eq!(report_of(table).figures.total, 3);
    let other = table
        .replace("10.00\t9.00", "100.00\t90.00\t20.00")
        .replace("乙类", "乙类\t丙类");
    assert_eq!(report_of(&other).figures.total, 4);
}
