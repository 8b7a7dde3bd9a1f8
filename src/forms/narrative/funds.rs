//! Sections on the money of one budget. What is more particular stands first.
use super::{Section, SectionForm, SubjectForm, Thing, subject};

/// Sections on the money of one budget. What is more particular stands first.
pub const SECTIONS: &[SectionForm] = &[
    SectionForm {
        section: Section::GOVERNMENT_FUNDS,
        headings: &[&["政府性基金", "说明"]],
        subjects: &[
            subject(
                Thing("政府性基金预算拨款"),
                &[
                    "政府性基金预算拨款",
                    "政府性基金预算",
                    "政府性基金预算支出",
                    "政府性基金支出",
                ],
                &["政府性基金预算支出表.总计.合计"],
            ),
            subject(
                Thing::PROJECT_EXPENDITURE,
                &["项目支出"],
                &["政府性基金预算支出表.总计.项目支出"],
            ),
            subject(
                Thing::OPENING_BALANCE,
                CARRIED_IN,
                &["政府性基金预算支出表.总计.年初结转和结余"],
            ),
            subject(
                Thing::INCOME_OF_YEAR,
                &["=收入", "=收入决算", "本年收入"],
                &["政府性基金预算支出表.总计.本年收入"],
            ),
            subject(
                Thing::SPENDING_OF_YEAR,
                &["=支出", "=支出决算", "本年支出"],
                &["政府性基金预算支出表.总计.合计"],
            ),
            subject(
                Thing::CLOSING_BALANCE,
                CARRIED_OUT,
                &["政府性基金预算支出表.总计.年末结转和结余"],
            ),
        ],
        rows: Some(("政府性基金预算支出表", "合计")),
        whole: Some("政府性基金预算支出表.总计.合计"),
    },
    SectionForm {
        section: Section::STATE_CAPITAL,
        headings: &[&["国有资本经营", "说明"]],
        subjects: &[
            subject(
                Thing("国有资本经营预算拨款"),
                &[
                    "国有资本经营预算拨款",
                    "国有资本经营预算",
                    "国有资本经营预算支出",
                ],
                &["国有资本经营预算支出表.总计.合计"],
            ),
            subject(
                Thing::PROJECT_EXPENDITURE,
                &["项目支出"],
                &["国有资本经营预算支出表.总计.项目支出"],
            ),
            subject(
                Thing::OPENING_BALANCE,
                CARRIED_IN,
                &["国有资本经营预算支出表.总计.年初结转和结余"],
            ),
            subject(
                Thing::INCOME_OF_YEAR,
                &["=收入", "=收入决算", "本年收入"],
                &["国有资本经营预算支出表.总计.本年收入"],
            ),
            subject(
                Thing::SPENDING_OF_YEAR,
                &["=支出", "=支出决算", "本年支出"],
                &["国有资本经营预算支出表.总计.合计"],
            ),
            subject(
                Thing::CLOSING_BALANCE,
                CARRIED_OUT,
                &["国有资本经营预算支出表.总计.年末结转和结余"],
            ),
        ],
        rows: Some(("国有资本经营预算支出表", "合计")),
        whole: Some("国有资本经营预算支出表.总计.合计"),
    },
    SectionForm {
        section: Section::APPROPRIATIONS,
        headings: &[&["财政拨款收支", "说明"], &["财政拨款收入支出", "说明"]],
        subjects: &[
            subject(
                Thing("财政拨款收支总预算"),
                &[
                    "财政拨款收支总预算",
                    "财政拨款收支预算",
                    "财政拨款收支总额",
                    "财政拨款收入支出",
                    "财政拨款收、支总预算",
                    "财政拨款收支总计",
                    "财政拨款收、支总计",
                    "财政拨款收入、支出总计",
                    "财政拨款收入、支出决算总计",
                    "财政拨款收支",
                ],
                &["财政拨款收支总表.收入总计.合计"],
            ),
            subject(
                Thing::GENERAL_BUDGET,
                &["一般公共预算拨款", "一般公共预算财政拨款"],
                &["财政拨款收支总表.一般公共预算.合计"],
            ),
            subject(
                Thing("政府性基金预算拨款"),
                &["政府性基金预算拨款", "政府性基金拨款"],
                &["财政拨款收支总表.政府性基金预算.合计"],
            ),
            subject(
                Thing("国有资本经营预算拨款"),
                &["国有资本经营预算拨款", "国有资本经营预算"],
                &["财政拨款收支总表.国有资本经营预算.合计"],
            ),
        ],
        rows: Some(("财政拨款收支总表", "一般公共预算")),
        whole: None,
    },
    SectionForm {
        section: Section::GENERAL_BUDGET,
        headings: &[
            &["一般公共预算当年拨款"],
            &["一般公共预算拨款", "说明"],
            &["一般公共预算财政拨款支出", "说明"],
            &["一般公共预算支出", "说明"],
        ],
        subjects: &[
            subject(
                Thing::GENERAL_BUDGET,
                &[
                    "一般公共预算拨款",
                    "一般公共预算当年拨款",
                    "一般公共预算支出",
                    "一般公共预算财政拨款",
                    "一般公共预算财政拨款支出",
                ],
                &["一般公共预算支出表.总计.合计"],
            )
            .exhaustive(),
            subject(
                Thing::BASIC_EXPENDITURE,
                &["基本支出"],
                &["一般公共预算支出表.总计.基本支出"],
            ),
            subject(
                Thing::PROJECT_EXPENDITURE,
                &["项目支出"],
                &["一般公共预算支出表.总计.项目支出"],
            ),
        ],
        rows: Some(("一般公共预算支出表", "合计")),
        whole: Some("一般公共预算支出表.总计.合计"),
    },
    SectionForm {
        section: Section::BASIC_EXPENDITURE,
        headings: &[&["一般公共预算", "基本支出", "说明"]],
        subjects: BASIC,
        rows: Some(("一般公共预算基本支出表", "合计")),
        whole: Some("一般公共预算基本支出表.总计.合计"),
    },
    SectionForm {
        section: Section::APPROPRIATION_BASIC,
        headings: &[&["财政拨款基本支出", "说明"]],
        subjects: &[subject(
            Thing("财政拨款基本支出"),
            &["财政拨款基本支出"],
            &["财政拨款基本支出表.总计.合计"],
        )],
        rows: Some(("财政拨款基本支出表", "合计")),
        whole: Some("财政拨款基本支出表.总计.合计"),
    },
    SectionForm {
        section: Section::BASIC_EXPENDITURE,
        headings: &[&["基本支出", "说明"]],
        subjects: BASIC,
        rows: Some(("一般公共预算基本支出表", "合计")),
        whole: Some("一般公共预算基本支出表.总计.合计"),
    },
    SectionForm {
        section: Section::APPROPRIATION_SPENDING,
        headings: &[&["财政拨款支出", "说明"]],
        subjects: &[subject(
            Thing("财政拨款支出"),
            &["财政拨款", "财政拨款支出", "财政拨款支出预算"],
            &["财政拨款支出表.总计.合计"],
        )],
        rows: Some(("财政拨款支出表", "合计")),
        whole: Some("财政拨款支出表.总计.合计"),
    },
    SectionForm {
        section: Section::PROJECT_EXPENDITURE,
        headings: &[&["一般公共预算", "项目支出", "说明"]],
        subjects: &[
            subject(Thing::PROJECT_EXPENDITURE, &["项目支出"], GENERAL_PROJECTS),
            subject(Thing::PROJECTS, &["项目", "项目共"], &[]),
        ],
        rows: Some(("一般公共预算项目支出表", "合计")),
        whole: None,
    },
    SectionForm {
        section: Section::PROJECT_EXPENDITURE,
        headings: &[&["项目支出", "说明"]],
        subjects: &[
            subject(
                Thing::PROJECT_EXPENDITURE,
                &["项目支出"],
                &["支出总表.总计.项目支出"],
            ),
            subject(
                Thing("一般公共预算项目支出"),
                &["一般公共预算项目支出"],
                GENERAL_PROJECTS,
            ),
            subject(Thing::PROJECTS, &["项目", "项目共"], &[]),
        ],
        rows: Some(("一般公共预算项目支出表", "合计")),
        whole: None,
    },
];

/// Where the project expenditure of the general budget stands.
const GENERAL_PROJECTS: &[&str] = &[
    "一般公共预算项目支出表.总计.合计",
    "一般公共预算支出表.总计.项目支出",
];

const CARRIED_IN: &[&str] = &[
    "年初结转结余",
    "年初结转",
    "上年结转和结余",
    "上年结转结余",
    "上年结转",
];
const CARRIED_OUT: &[&str] = &[
    "年末结转结余",
    "年末结转",
    "结转下年",
    "结转和结余下年",
    "结转下年使用",
];

/// What sentences on basic expenditure speak of.
const BASIC: &[SubjectForm] = &[
    subject(
        Thing("一般公共预算基本支出"),
        &["基本支出"],
        &[
            "一般公共预算基本支出表.总计.合计",
            "一般公共预算支出表.总计.基本支出",
        ],
    )
    .exhaustive(),
    subject(
        Thing::PERSONNEL,
        &["人员经费"],
        &[
            "一般公共预算基本支出表.总计.人员经费",
            "一般公共预算基本支出表.人员经费合计.合计",
        ],
    ),
    subject(
        Thing::OPERATION,
        &["公用经费", "日常公用经费"],
        &[
            "一般公共预算基本支出表.总计.公用经费",
            "一般公共预算基本支出表.公用经费合计.合计",
        ],
    ),
];
