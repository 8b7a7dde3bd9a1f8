//! 文字: slips of the pen in sentences, whatever their figures are.
mod balance;
mod dates;
mod ends;
mod slips;
mod unit_name;
mod year;

use crate::{
    claim::Severity,
    note::text,
    rule::{Requirement::Words, Rule, RuleKind, always},
};

/// Rules on wording.
pub const RULES: &[Rule] = &[WORDING, YEAR, UNIT_NAME];

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
        因公出国（境）费用0万元，属于“三公”经费。"],
    fails: &[
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
    ],
    fails: &[
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
    checks: &[always(Severity::Warning, Words(unit_name::check))],
    why: text(
        "借用其他单位的文稿时，容易留下那个单位的名称。",
        "A text borrowed from another unit easily keeps that unit's name.",
    ),
    remedy: text("改成本单位的名称。", "Put in the name of this unit."),
    holds: &["
        一、关于云泽市市民服务中心2026年收入预算情况说明
        二、关于云泽市市民服务中心单位2026年支出预算情况说明
        三、关于市民服务中心2026年基本支出情况说明"],
    fails: &["
        一、关于云泽市市民服务中心2026年收入预算情况说明
        二、关于云泽市市民服务中心2026年支出预算情况说明
        三、关于云泽市市民服务中心2026年项目支出情况说明
        四、关于霜泉县司法局2026年基本支出情况说明"],
};
