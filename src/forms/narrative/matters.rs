//! Sections on single matters.
use super::{Section, SectionForm, Thing, subject};

/// Sections on single matters.
pub const SECTIONS: &[SectionForm] = &[
    SectionForm {
        section: Section::THREE_PUBLIC,
        headings: &[&["三公"]],
        subjects: &[
            subject(
                Thing::THREE_PUBLIC,
                &[
                    "三公经费",
                    "三公经费数",
                    "三公经费支出",
                    "三公经费财政拨款",
                    "三公经费财政拨款支出",
                ],
                &["“三公”经费支出表.总计.合计"],
            )
            .made_of(&[
                &[Thing::TRIPS_ABROAD, Thing::CARS, Thing::RECEPTIONS],
                &[
                    Thing::TRIPS_ABROAD,
                    Thing::BUYING_CARS,
                    Thing::RUNNING_CARS,
                    Thing::RECEPTIONS,
                ],
            ]),
            subject(
                Thing::TRIPS_ABROAD,
                &[
                    "因公出国(境)费用",
                    "因公出国(境)费",
                    "因公出国(境)经费",
                    "因公出国(境)费支出",
                ],
                &["“三公”经费支出表.因公出国（境）费用.合计"],
            ),
            subject(
                Thing::CARS,
                &[
                    "公务用车购置及运行维护费",
                    "公务用车购置及运行费",
                    "公务用车购置和运行维护费",
                    "公务用车购置及运行费支出",
                    "公务用车购置及运行维护费支出",
                ],
                &["“三公”经费支出表.公务用车购置及运行维护费.合计"],
            )
            .made_of(&[&[Thing::BUYING_CARS, Thing::RUNNING_CARS]]),
            subject(
                Thing::BUYING_CARS,
                &["公务用车购置费", "公务用车购置"],
                &["“三公”经费支出表.公务用车购置费.合计"],
            ),
            subject(
                Thing::RUNNING_CARS,
                &[
                    "公务用车运行费",
                    "公务用车运行维护费",
                    "公务用车运行维护费支出",
                ],
                &["“三公”经费支出表.公务用车运行维护费.合计"],
            ),
            subject(
                Thing::RECEPTIONS,
                &["公务接待费", "公务接待费支出"],
                &["“三公”经费支出表.公务接待费.合计"],
            ),
            subject(
                Thing("会议费"),
                &["会议费", "会议费支出"],
                &["“三公”经费支出表.会议费.合计"],
            ),
            subject(
                Thing("培训费"),
                &["培训费", "培训费支出"],
                &["“三公”经费支出表.培训费.合计"],
            ),
        ],
        rows: None,
        whole: Some("“三公”经费支出表.总计.合计"),
    },
    SectionForm {
        section: Section::OUTSOURCED_WORK,
        headings: &[&["委托业务费", "说明"]],
        subjects: &[subject(
            Thing("委托业务费"),
            &["委托业务费", "委托业务费预算", "委托业务费支出"],
            &["委托业务费支出表.总计.合计"],
        )],
        rows: None,
        whole: None,
    },
    SectionForm {
        section: Section::CARRIED_OVER,
        headings: &[&["结转结余", "说明"]],
        subjects: &[
            subject(
                Thing("上年结转结余"),
                &["上年结转结余", "上年结转结余预算", "结转结余预算"],
                &["上年结转结余表.总计.合计"],
            )
            .exhaustive(),
            subject(
                Thing("财政拨款结转"),
                &["财政拨款结转", "财政拨款结转结余", "财政拨款"],
                &["上年结转结余表.总计.财政拨款小计"],
            ),
            subject(
                Thing("非财政拨款结转结余"),
                &["非财政拨款结转结余", "非财政拨款结余", "非财政拨款"],
                &["上年结转结余表.总计.非财政拨款小计"],
            ),
        ],
        rows: None,
        whole: None,
    },
    SectionForm {
        section: Section::RUNNING_COSTS,
        headings: &[&["运行经费"]],
        subjects: &[subject(
            Thing("运行经费"),
            &["运行经费", "运行经费财政拨款"],
            &[
                "“三公”经费支出表.机关运行经费.合计",
                "机关运行经费支出表.总计.合计",
                "一般公共预算基本支出表.总计.公用经费",
            ],
        )],
        rows: None,
        whole: None,
    },
    SectionForm {
        section: Section::PROCUREMENT,
        headings: &[&["政府采购"]],
        subjects: &[
            subject(
                Thing::PROCUREMENT,
                &[
                    "政府采购",
                    "政府采购总额",
                    "政府采购预算总",
                    "政府采购金额(以合同签订为准)",
                    "政府采购支出",
                ],
                &["政府采购表.总计.合计"],
            )
            .made_of(&[
                &[Thing::GOODS, Thing::WORKS, Thing::SERVICES],
                &[
                    Thing::CENTRAL_PROCUREMENT,
                    Thing::DEPARTMENT_PROCUREMENT,
                    Thing::SEPARATE_PROCUREMENT,
                ],
            ]),
            subject(
                Thing::GOODS,
                &[
                    "货物",
                    "货物类",
                    "政府采购货物",
                    "货物支出",
                    "政府采购货物支出",
                    "货物采购",
                    "货物类采购",
                    "货物类支出",
                    "政府采购货物类",
                    "货物类采购支出",
                ],
                &["政府采购表.货物A.合计", "政府采购表.货物.合计"],
            ),
            subject(
                Thing::WORKS,
                &[
                    "工程",
                    "工程类",
                    "政府采购工程",
                    "工程支出",
                    "政府采购工程支出",
                    "工程采购",
                    "工程类采购",
                    "工程类支出",
                    "政府采购工程类",
                    "工程类采购支出",
                ],
                &["政府采购表.工程B.合计", "政府采购表.工程.合计"],
            ),
            subject(
                Thing::SERVICES,
                &[
                    "服务",
                    "服务类",
                    "政府采购服务",
                    "服务支出",
                    "政府采购服务支出",
                    "服务采购",
                    "服务类采购",
                    "服务类支出",
                    "政府采购服务类",
                    "服务类采购支出",
                ],
                &["政府采购表.服务C.合计", "政府采购表.服务.合计"],
            ),
            subject(
                Thing::CENTRAL_PROCUREMENT,
                &["集中采购", "政府集中采购", "集中采购支出"],
                &["政府采购表.集中采购.合计"],
            ),
            subject(
                Thing::SEPARATE_PROCUREMENT,
                &["分散采购", "政府分散采购", "分散采购支出"],
                &["政府采购表.分散采购.合计"],
            ),
            subject(Thing::DEPARTMENT_PROCUREMENT, &[], &[]),
            subject(
                Thing::WON_BY_MEDIUM,
                &["授予中小企业合同", "授予中小企业的合同", "授予中小企业"],
                &[],
            ),
            subject(
                Thing::WON_BY_MICRO,
                &["授予小微企业合同", "授予小微企业的合同", "授予小微企业"],
                &[],
            ),
            subject(
                Thing::RESERVED_FOR_MICRO,
                &["小微企业预留政府采购项目", "小微企业预留"],
                &[],
            ),
            subject(
                Thing::RESERVED_FOR_MEDIUM,
                &["中小企业预留政府采购项目", "中小企业预留"],
                &[],
            ),
        ],
        rows: None,
        whole: None,
    },
    SectionForm {
        section: Section::STATE_ASSETS,
        headings: &[&["国有资产"]],
        subjects: &[
            subject(Thing("房屋"), &["房屋"], &[]),
            subject(Thing::VEHICLES, &["车辆", "共有车辆"], &[]),
            subject(Thing::OTHER_VEHICLES, &["其他车辆", "其他用车"], &[]),
            subject(Thing::VEHICLES_OF_ONE_USE, &["用车"], &[]),
            subject(Thing("办公家具"), &["办公家具"], &[]),
            subject(Thing("其他资产"), &["其他资产"], &[]),
            subject(Thing("大型设备"), &["设备"], &[]),
        ],
        rows: None,
        whole: None,
    },
    SectionForm {
        section: Section::PERFORMANCE,
        headings: &[&["绩效", "情况"]],
        subjects: &[
            subject(
                Thing::OVERALL_GOALS,
                &["整体预算绩效目标", "整体绩效目标", "整体支出绩效目标"],
                &["收支总表.支出总计.预算数"],
            ),
            subject(Thing::APPROPRIATED_PROJECTS, &["财政拨款项目"], &[]),
            subject(Thing::OTHER_PROJECTS, &["非财政拨款项目"], &[]),
            subject(Thing::PROJECTS, &["项目", "项目共"], &[]),
        ],
        rows: None,
        whole: None,
    },
];
