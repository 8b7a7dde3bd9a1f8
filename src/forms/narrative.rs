//! 说明: the sections of the narrative, and what their sentences speak of. A region's own wording
//! is one more spelling here.

/// A section of the narrative.
#[derive(Debug)]
pub struct SectionForm {
    /// The name used in statements.
    pub name: &'static str,
    /// What its heading contains: one of these lists of words, every word of it.
    pub headings: &'static [&'static [&'static str]],
    /// Things that its sentences speak of.
    pub subjects: &'static [SubjectForm],
    /// The table and column whose rows it goes through by name, if it does.
    pub rows: Option<(&'static str, &'static str)>,
    /// The cell that shares are shares of, where the sentence names no whole.
    pub whole: Option<&'static str>,
}

/// A thing that sentences speak of.
#[derive(Debug)]
pub struct SubjectForm {
    /// The name used in statements.
    pub name: &'static str,
    /// How it is called at the end of a phrase; the longest that fits wins.
    pub spellings: &'static [&'static str],
    /// Cells that its amount repeats; the first that the document has counts.
    pub cells: &'static [&'static str],
    /// Whether the items that follow with 其中 are all it is made of.
    pub exhaustive: bool,
    /// What it is made of where the same list tells these, too.
    pub made_of: &'static [&'static str],
}

const fn subject(
    name: &'static str,
    spellings: &'static [&'static str],
    cells: &'static [&'static str],
) -> SubjectForm {
    SubjectForm {
        name,
        spellings,
        cells,
        exhaustive: false,
        made_of: &[],
    }
}

impl SubjectForm {
    const fn made_of(self, made_of: &'static [&'static str]) -> Self {
        SubjectForm { made_of, ..self }
    }

    const fn exhaustive(self) -> Self {
        SubjectForm {
            exhaustive: true,
            ..self
        }
    }
}

/// Every section.
pub const SECTIONS: &[SectionForm] = &[
    SectionForm {
        name: "财政拨款收支",
        headings: &[&["财政拨款收支", "说明"], &["财政拨款收入支出", "说明"]],
        subjects: &[
            subject(
                "财政拨款收支总预算",
                &["财政拨款收支总预算", "财政拨款收支预算", "财政拨款收支总额"],
                &["财政拨款收支总表.收入总计.合计"],
            ),
            subject(
                "一般公共预算拨款",
                &["一般公共预算拨款", "一般公共预算财政拨款"],
                &["财政拨款收支总表.一般公共预算.合计"],
            ),
            subject(
                "政府性基金预算拨款",
                &["政府性基金预算拨款", "政府性基金拨款"],
                &["财政拨款收支总表.政府性基金预算.合计"],
            ),
            subject(
                "国有资本经营预算拨款",
                &["国有资本经营预算拨款", "国有资本经营预算"],
                &["财政拨款收支总表.国有资本经营预算.合计"],
            ),
        ],
        rows: Some(("财政拨款收支总表", "一般公共预算")),
        whole: None,
    },
    SectionForm {
        name: "一般公共预算拨款",
        headings: &[&["一般公共预算当年拨款"], &["一般公共预算拨款", "说明"]],
        subjects: &[
            subject(
                "一般公共预算拨款",
                &[
                    "一般公共预算拨款",
                    "一般公共预算当年拨款",
                    "一般公共预算支出",
                    "一般公共预算财政拨款",
                ],
                &["一般公共预算支出表.总计.合计"],
            )
            .exhaustive(),
            subject(
                "基本支出",
                &["基本支出"],
                &["一般公共预算支出表.总计.基本支出"],
            ),
            subject(
                "项目支出",
                &["项目支出"],
                &["一般公共预算支出表.总计.项目支出"],
            ),
        ],
        rows: Some(("一般公共预算支出表", "合计")),
        whole: Some("一般公共预算支出表.总计.合计"),
    },
    SectionForm {
        name: "基本支出",
        headings: &[&["基本支出", "说明"]],
        subjects: &[
            subject(
                "一般公共预算基本支出",
                &["基本支出"],
                &["一般公共预算基本支出表.总计.合计"],
            )
            .exhaustive(),
            subject(
                "人员经费",
                &["人员经费"],
                &["一般公共预算基本支出表.总计.人员经费"],
            ),
            subject(
                "公用经费",
                &["公用经费", "日常公用经费"],
                &["一般公共预算基本支出表.总计.公用经费"],
            ),
        ],
        rows: Some(("一般公共预算基本支出表", "合计")),
        whole: Some("一般公共预算基本支出表.总计.合计"),
    },
    SectionForm {
        name: "项目支出",
        headings: &[&["项目支出", "说明"]],
        subjects: &[subject(
            "项目支出",
            &["项目支出"],
            &[
                "一般公共预算项目支出表.总计.合计",
                "一般公共预算支出表.总计.项目支出",
            ],
        )],
        rows: None,
        whole: None,
    },
    SectionForm {
        name: "政府性基金预算",
        headings: &[&["政府性基金", "说明"]],
        subjects: &[
            subject(
                "政府性基金预算拨款",
                &[
                    "政府性基金预算拨款",
                    "政府性基金预算",
                    "政府性基金预算支出",
                    "政府性基金支出",
                ],
                &["政府性基金预算支出表.总计.合计"],
            ),
            subject(
                "项目支出",
                &["项目支出"],
                &["政府性基金预算支出表.总计.项目支出"],
            ),
        ],
        rows: Some(("政府性基金预算支出表", "合计")),
        whole: Some("政府性基金预算支出表.总计.合计"),
    },
    SectionForm {
        name: "国有资本经营预算",
        headings: &[&["国有资本经营", "说明"]],
        subjects: &[
            subject(
                "国有资本经营预算拨款",
                &[
                    "国有资本经营预算拨款",
                    "国有资本经营预算",
                    "国有资本经营预算支出",
                ],
                &["国有资本经营预算支出表.总计.合计"],
            ),
            subject(
                "项目支出",
                &["项目支出"],
                &["国有资本经营预算支出表.总计.项目支出"],
            ),
        ],
        rows: Some(("国有资本经营预算支出表", "合计")),
        whole: Some("国有资本经营预算支出表.总计.合计"),
    },
    SectionForm {
        name: "“三公”经费",
        headings: &[&["三公", "说明"]],
        subjects: &[
            subject(
                "“三公”经费",
                &["三公经费", "三公经费数", "三公经费支出"],
                &["“三公”经费支出表.总计.合计"],
            )
            .exhaustive(),
            subject(
                "因公出国（境）费用",
                &["因公出国(境)费用", "因公出国(境)费", "因公出国(境)经费"],
                &["“三公”经费支出表.因公出国（境）费用.合计"],
            ),
            subject(
                "公务用车购置及运行维护费",
                &[
                    "公务用车购置及运行维护费",
                    "公务用车购置及运行费",
                    "公务用车购置和运行维护费",
                ],
                &["“三公”经费支出表.公务用车购置及运行维护费.合计"],
            )
            .exhaustive()
            .made_of(&["公务用车购置费", "公务用车运行维护费"]),
            subject(
                "公务用车购置费",
                &["公务用车购置费", "公务用车购置"],
                &["“三公”经费支出表.公务用车购置费.合计"],
            ),
            subject(
                "公务用车运行维护费",
                &["公务用车运行费", "公务用车运行维护费"],
                &["“三公”经费支出表.公务用车运行维护费.合计"],
            ),
            subject(
                "公务接待费",
                &["公务接待费"],
                &["“三公”经费支出表.公务接待费.合计"],
            ),
        ],
        rows: None,
        whole: Some("“三公”经费支出表.总计.合计"),
    },
    SectionForm {
        name: "委托业务费",
        headings: &[&["委托业务费", "说明"]],
        subjects: &[subject(
            "委托业务费",
            &["委托业务费", "委托业务费预算", "委托业务费支出"],
            &["委托业务费支出表.总计.合计"],
        )],
        rows: None,
        whole: None,
    },
    SectionForm {
        name: "上年结转结余",
        headings: &[&["结转结余", "说明"]],
        subjects: &[
            subject(
                "上年结转结余",
                &["上年结转结余", "上年结转结余预算", "结转结余预算"],
                &["上年结转结余表.总计.合计"],
            )
            .exhaustive(),
            subject(
                "财政拨款结转",
                &["财政拨款结转", "财政拨款结转结余", "财政拨款"],
                &["上年结转结余表.总计.财政拨款小计"],
            ),
            subject(
                "非财政拨款结转结余",
                &["非财政拨款结转结余", "非财政拨款结余", "非财政拨款"],
                &["上年结转结余表.总计.非财政拨款小计"],
            ),
        ],
        rows: None,
        whole: None,
    },
    SectionForm {
        name: "收支总体",
        headings: &[
            &["收支预算", "总体说明"],
            &["收支", "总体情况说明"],
            &["收支预算情况", "说明"],
        ],
        subjects: &[
            subject(
                "收支总预算",
                &["收支总预算", "收支预算总额", "收支总额"],
                &["收支总表.收入总计.预算数"],
            ),
            subject(
                "收入总预算",
                &["收入总预算", "收入预算", "收入总计"],
                &["收支总表.收入总计.预算数"],
            ),
            subject(
                "支出总预算",
                &["支出总预算", "支出预算", "支出总计"],
                &["收支总表.支出总计.预算数"],
            ),
        ],
        rows: None,
        whole: None,
    },
    SectionForm {
        name: "收入预算",
        headings: &[&["收入预算", "说明"]],
        subjects: &[
            subject(
                "收入预算",
                &["收入预算", "收入总预算", "收入预算总额"],
                &["收入总表.总计.合计"],
            )
            .exhaustive(),
            subject(
                "一般公共预算",
                &["一般公共预算", "一般公共预算拨款"],
                &["收入总表.总计.一般公共预算"],
            ),
            subject(
                "上级一般公共预算转移支付",
                &[
                    "上级一般公共预算安排的转移支付",
                    "上级一般公共预算安排的转移支付资金",
                    "上级一般公共预算安排转移支付",
                ],
                &["收入总表.总计.上级一般公共预算转移支付"],
            ),
            subject(
                "政府性基金预算",
                &["政府性基金预算", "政府性基金", "政府性基金预算拨款"],
                &["收入总表.总计.政府性基金预算"],
            ),
            subject(
                "上级政府性基金转移支付",
                &[
                    "上级政府性基金安排的转移支付",
                    "上级政府性基金安排的转移支付资金",
                    "上级政府性基金安排转移支付",
                ],
                &["收入总表.总计.上级政府性基金转移支付"],
            ),
            subject(
                "国有资本经营预算",
                &["国有资本经营预算", "国有资本经营预算拨款"],
                &["收入总表.总计.国有资本经营预算"],
            ),
            subject(
                "上级国有资本经营转移支付",
                &[
                    "上级国有资本经营预算安排的转移支付",
                    "上级国有资本经营预算安排的转移支付资金",
                ],
                &[
                    "收入总表.总计.上级国有资本经营转移支付",
                    "收支总表.上级国有资本经营转移支付.预算数",
                ],
            ),
            subject(
                "财政专户",
                &["财政专户", "财政专户核拨", "财政专户管理资金"],
                &["收入总表.总计.财政专户"],
            ),
            subject("单位资金", &["单位资金"], &["收入总表.总计.单位资金"]),
            subject(
                "财政拨款结转",
                &["财政拨款结转"],
                &["收入总表.总计.财政拨款结转"],
            ),
            subject(
                "非财政拨款结转结余",
                &["非财政拨款结转结余", "非财政拨款结余"],
                &["收入总表.总计.非财政拨款结转结余"],
            ),
        ],
        rows: None,
        whole: Some("收入总表.总计.合计"),
    },
    SectionForm {
        name: "支出预算",
        headings: &[&["支出预算", "说明"]],
        subjects: &[
            subject(
                "支出预算",
                &["支出预算", "支出总预算", "支出预算总额"],
                &["支出总表.总计.合计"],
            )
            .exhaustive(),
            subject("基本支出", &["基本支出"], &["支出总表.总计.基本支出"]),
            subject("项目支出", &["项目支出"], &["支出总表.总计.项目支出"]),
        ],
        rows: Some(("支出总表", "合计")),
        whole: Some("支出总表.总计.合计"),
    },
    SectionForm {
        name: "运行经费",
        headings: &[&["运行经费"]],
        subjects: &[subject(
            "运行经费",
            &["运行经费", "运行经费财政拨款"],
            &["一般公共预算基本支出表.总计.公用经费"],
        )],
        rows: None,
        whole: None,
    },
    SectionForm {
        name: "政府采购",
        headings: &[&["政府采购"]],
        subjects: &[
            subject("政府采购", &["政府采购", "政府采购总额"], &[]).exhaustive(),
            subject("货物", &["货物", "政府采购货物", "货物支出"], &[]),
            subject("工程", &["工程", "政府采购工程", "工程支出"], &[]),
            subject("服务", &["服务", "政府采购服务", "服务支出"], &[]),
            subject(
                "小微企业预留",
                &["小微企业预留政府采购项目", "小微企业预留"],
                &[],
            ),
            subject(
                "中小企业预留",
                &["中小企业预留政府采购项目", "中小企业预留"],
                &[],
            ),
        ],
        rows: None,
        whole: None,
    },
    SectionForm {
        name: "国有资产",
        headings: &[&["国有资产"]],
        subjects: &[
            subject("房屋", &["房屋"], &[]),
            subject("车辆", &["车辆", "共有车辆"], &[]).exhaustive(),
            subject("其他车辆", &["其他车辆", "其他用车"], &[]),
            subject("用车", &["用车"], &[]),
            subject("办公家具", &["办公家具"], &[]),
            subject("其他资产", &["其他资产"], &[]),
            subject("大型设备", &["设备"], &[]),
        ],
        rows: None,
        whole: None,
    },
    SectionForm {
        name: "预算绩效",
        headings: &[&["绩效", "情况"]],
        subjects: &[
            subject(
                "整体绩效目标",
                &["整体预算绩效目标", "整体绩效目标", "整体支出绩效目标"],
                &["收支总表.支出总计.预算数"],
            ),
            subject("财政拨款项目", &["财政拨款项目"], &[]),
            subject("非财政拨款项目", &["非财政拨款项目"], &[]),
            subject("项目", &["项目", "项目共"], &[]),
        ],
        rows: None,
        whole: None,
    },
];

/// The section that a heading begins.
pub fn section(heading: &str) -> Option<&'static SectionForm> {
    SECTIONS.iter().find(|it| {
        let all = |words: &&[&str]| words.iter().all(|word| heading.contains(word));
        it.headings.iter().any(all)
    })
}

/// What a section's record says of a thing.
pub fn subject_named(section: &str, known: Option<&str>) -> Option<&'static SubjectForm> {
    let section = section_named(section)?;
    section.subjects.iter().find(|it| Some(it.name) == known)
}

/// The section of this name.
pub fn section_named(name: &str) -> Option<&'static SectionForm> {
    SECTIONS.iter().find(|it| it.name == name)
}
