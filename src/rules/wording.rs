//! 文字: slips of the pen in sentences, whatever their figures are.
mod balance;
mod choices;
mod copied;
mod dates;
mod doubled;
mod ends;
mod found;
mod own_name;
mod phrases;
mod points;
mod reasons;
mod slips;
mod unfilled;
mod unit_name;
mod units;
mod year;

pub(in crate::rules) use reasons::named_course;

use crate::{
    claim::Severity,
    note::text,
    rule::{Requirement::Words, Rule, RuleKind, always},
};

/// Rules on wording.
pub const RULES: &[Rule] = &[WORDING, YEAR, UNIT_NAME, REASON_GIVEN, UNIT_OF_ACCOUNT];

const WORDING: Rule = Rule {
    id: "narrative/wording",
    title: text(
        "文字没有笔误和模板残留",
        "No slips of the pen, nothing left of a template",
    ),
    kind: RuleKind::Narrative,
    basis: text("通用的书写规范", "Common usage of writing"),
    checks: &[
        always(Severity::Warning, Words(slips::check)),
        always(Severity::Warning, Words(doubled::check)),
        always(Severity::Notice, Words(phrases::check)),
        always(Severity::Warning, Words(balance::check)),
        always(Severity::Notice, Words(ends::check)),
    ],
    why: text(
        "重复的标点、没有填写的空位、没有删去的模板提示，都说明文稿没有通读。",
        "Doubled signs, blanks never filled in and hints of a template show that nobody read the text through.",
    ),
    remedy: text("通读该段，改正文字。", "Read the paragraph and correct it."),
    holds: &["
        第三部分 情况说明
        一、收入预算情况说明
        收入预算9.00万元，比上年增加1.00万元，增长12.50%。
        因公出国（境）费用0万元，属于“三公”经费。", "
        一、收入支出增加（减少）情况说明
        教育支出支出决算为9.00万元，比上年增加（含新增项目）1.00万元，涉及方方面面的工作。", "
        一、收入预算情况说明
        一般公共预算9.00万元。一般公共预算收入8.00万元。一般公共预算支出7.00万元。公共预算1.00万元。"],
    fails: &[
        "收入预算9.00万元，比上年增加（减少）1.00万元，增长12.50%。",
        "决算数大于/小于/等于预算数，主要原因是项目完工。",
        "公务接待费9.00万元，比上年增加持平。",
        "公务接待费支出决算减少为0.00万元，与上年持平。",
        "收入预算9.00万元，比上年增加万元，增长12.50%。",
        "项目支出9.00万元，占%，比上年增加1.00万元。",
        "共有车辆1辆（按实有数填写）。",
        "对绩效评价结果进行详细说明。如：项目完成情况良好。",
        "收入预算9..00万元，与上年持平。",
        "收入预算9.00.万元，与上年持平。",
        "收入预算9。05万元，与上年持平。",
        "减少原因原因是压缩开支。",
        "
        一、收入预算情况说明
        一般公共预算9.00万元。一般公共预算收入8.00万元。一般公共预算支出7.00万元。一般公预算1.00万元。",
        "收入预算9.00万元元，与上年持平。",
        "收入预算9.00万元，与上年持平。。",
        "某某市XX局收入预算9.00万元。",
        "收入预算9.00万元，比上年增加1.00，主要原因是人员增加。",
        "本单位开展了“优秀案例”活动”，按期完成。",
        "无此项收支的，仍保留该表格式并加以说明。",
        "
        一、收入预算情况说明
        财政拨款收入支出增加的主要原因是工作量增加
        二、支出预算情况说明",
        "
        一、收入预算情况说明
        一般公共预算9.00万元，占全部收入预算的100%；
        二、支出预算情况说明",
    ],
};

const YEAR: Rule = Rule {
    id: "narrative/year",
    title: text("说明所写的年度正确", "Sentences name the right year"),
    kind: RuleKind::Narrative,
    basis: text(
        "全文说明同一个预算年度，并与上一年度比较",
        "One document explains one year and compares it with the year before",
    ),
    checks: &[
        always(Severity::Warning, Words(year::check)),
        always(Severity::Warning, Words(dates::check)),
    ],
    why: text(
        "沿用上一年的文稿时，年份最容易漏改。",
        "Years are what is most easily forgotten when last year's text is used again.",
    ),
    remedy: text(
        "核对这句话说的是哪一年，改正年份。",
        "See which year the sentence speaks of and correct it.",
    ),
    holds: &[
        "
        2026年云泽市市民服务中心单位预算公开
        2026年收入预算9.00万元，比2025年预算增加1.00万元，增长12.50%。
        截至2025年底，共有车辆1辆。",
        "
        2025年云泽市市民服务中心单位预算公开
        2024年预算数为8.00万元，2025年预算数为9.00万元。
        截至2024年8月31日，共有车辆1辆。",
        "
        2024年度云泽市市民服务中心单位决算
        2024年度支出决算9.00万元，比2024年年初预算增加1.00万元，与2023年度相比减少2.00万元。",
        "
        2024年云泽市市民服务中心单位预算公开
        2024年支出预算9.00万元，比2023年增加；与2022年相比，两年累计增长较多。",
        "
        2024年云泽市市民服务中心单位预算公开
        三、2023年绩效评价情况
        评价项目资金9.00万元，比2022年增加1.00万元。",
    ],
    fails: &[
        "
        2024年云泽市市民服务中心单位预算公开
        2024年支出预算9.00万元，比2022年减少1.00万元，下降10.00%。",
        "
        2024年云泽市市民服务中心单位预算公开
        支出预算9.00万元，比2022年预算减少1.00万元，下降10.00%。",
        "
        2026年云泽市市民服务中心单位预算公开
        收入预算9.00万元，比2026年预算增加1.00万元，增长12.50%。",
        "
        2026年云泽市市民服务中心单位预算公开
        收入预算9.00万元，比2025年预算增加1.00万元，增长12.50%。
        基本支出8.00万元，比2025年预算增加0.50万元，增长6.67%。
        项目支出1.00万元，比2024年预算增加0.50万元，增长100.00%。",
        "
        2026年云泽市市民服务中心单位预算公开
        截至2026年底，共有车辆1辆。",
        "
        2024年度云泽市市民服务中心单位决算
        截至2023年12月31日，共有车辆1辆。",
        "
        2026年云泽市市民服务中心单位预算公开
        2026年收入预算9.00万元。
        2026年支出预算9.00万元。
        2025年没有安排政府性基金预算，本表为空表。",
    ],
};

const UNIT_NAME: Rule = Rule {
    id: "narrative/unit-name",
    title: text("全文是同一个单位的名称", "One unit's name throughout"),
    kind: RuleKind::Narrative,
    basis: text(
        "一份公开文本说明一个单位的收支",
        "One disclosure explains one unit's money",
    ),
    checks: &[
        always(Severity::Warning, Words(unit_name::check)),
        always(Severity::Warning, Words(own_name::check)),
        always(Severity::Warning, Words(own_name::called)),
    ],
    why: text(
        "借用其他单位的文稿时，容易留下那个单位的名称。",
        "A text borrowed from another unit easily keeps that unit's name.",
    ),
    remedy: text("改成本单位的名称。", "Put in the name of this unit."),
    holds: &[
        "
        一、关于云泽市市民服务中心2026年收入预算情况说明
        二、关于云泽市市民服务中心单位2026年支出预算情况说明
        三、关于市民服务中心2026年基本支出情况说明",
        "
        云泽市农业农村局2026年部门预算
        云泽市农业农村局2026年支出预算9.00万元，经云泽市财政局批复，委托云泽市气象局建设。
        本部门2026年收入预算9.00万元。",
        "
        云泽市第一中学2026年单位预算
        一、关于云泽市第二中学2026年划转的说明
        本单位2026年收入预算9.00万元。",
    ],
    fails: &[
        "
        云泽市农业农村局2026年部门预算
        云泽市农业与农村局2026年支出预算9.00万元。",
        "
        云泽区财政局2026年部门预算
        云泽市财政局2026年支出预算9.00万元。",
        "
        云泽市第一中学2026年单位预算
        本部门2026年收入预算9.00万元。",
        "
        一、关于云泽市市民服务中心2026年收入预算情况说明
        二、关于云泽市市民服务中心2026年支出预算情况说明
        三、关于云泽市市民服务中心2026年项目支出情况说明
        四、关于霜泉县司法局2026年基本支出情况说明",
    ],
};

const REASON_GIVEN: Rule = Rule {
    id: "narrative/reason-given",
    title: text(
        "增减原因写了，说的是这一项、这个方向",
        "A reason is given, of this item and this direction",
    ),
    kind: RuleKind::Narrative,
    basis: text(
        "财预〔2016〕143号：增减变化应说明原因",
        "财预〔2016〕143号: changes are explained",
    ),
    checks: &[
        always(Severity::Warning, Words(reasons::empty)),
        always(Severity::Warning, Words(reasons::against)),
        always(Severity::Warning, Words(copied::check)),
    ],
    why: text(
        "原因空着、与增减方向相反、说的是另一项，多半是照抄了模板或上一段。",
        "A reason that is empty, against the change or of another item was left from a template or the paragraph above.",
    ),
    remedy: text("写明这一项增减的原因。", "Give the reason of this change."),
    holds: &[
        "支出预算9.00万元，比上年增加1.00万元，主要原因是上年支出因项目推迟而减少。",
        "收入预算9.00万元，比上年增加1.00万元，主要是财政拨款增加，事业收入减少。",
        "支出预算9.00万元，比上年减少1.00万元，主要原因是提高资金使用效率，压减一般性支出。",
        "收入预算9.00万元，比上年减少1.00万元，主要原因是支出减少。年末结转减少1.00万元，主要原因是支出增加。",
        "支出预算9.00万元，比上年减少1.00万元，并说明增减的主要原因。",
        "公务用车运行维护费1.00万元，比上年减少0.50万元，主要原因是公务用车减少。
        公务接待费1.00万元，比上年减少0.50万元，主要原因是厉行节约。",
    ],
    fails: &[
        "支出预算9.00万元，比上年增加1.00万元，主要原因是。",
        "支出预算9.00万元，比上年减少1.00万元，主要原因是工作任务增加，支出相应增加。",
        "支出预算9.00万元，比上年减少1.00万元，下降10.00%。变动的主要原因：新增项目。",
        "支出预算9.00万元，比上年增加1.00万元，主要是厉行节约，压减支出。",
        "决算数大于预算数的主要原因是人员减少，经费相应减少。",
        "公务接待费1.00万元，比上年减少0.50万元，主要原因是公务用车减少。",
        "
        1.卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）9.00万元，主要用于事业单位医疗保险缴费。
        2.教育支出（类）普通教育（款）小学教育（项）9.00万元，主要用于事业单位医疗保险缴费。",
    ],
};

const UNIT_OF_ACCOUNT: Rule = Rule {
    id: "narrative/unit-of-account",
    title: text(
        "同处金额的单位一致",
        "Amounts that belong together have one unit",
    ),
    kind: RuleKind::Narrative,
    basis: text(
        "算术：同一个数只有一个单位，相加的数单位相同",
        "Arithmetic: one amount has one unit, and only amounts of one unit add up",
    ),
    checks: &[always(Severity::Error, Words(units::check))],
    why: text(
        "“万”字漏写或多写，金额就差一万倍。",
        "With 万 left out or too many an amount is ten thousand times wrong.",
    ),
    remedy: text("核对金额的单位。", "Check the unit of the amount."),
    holds: &[
        "支出预算252.50万元，其中：基本支出252.50万元，人均公用经费1200.50元。",
        "支出预算19,541,974.51元（1,954.20万元），其中：基本支出10,000,000.00元，项目支出9,541,974.51元。",
    ],
    fails: &[
        "支出预算252.50万元，其中：基本支出252.50元。",
        "支出预算252.50万元，其中：基本支出200.20万元，项目支出52.30元。",
    ],
};
