//! Names and codes of earlier years.
use super::{Official, Retired};

/// Code, former name, and the last year in which it was seen.
pub(super) const FORMER: &[Official] = &[
    ("2040405", "公诉和审判监督", 2017),
    ("207", "文化体育与传媒支出", 2018),
    ("20805", "行政事业单位离退休", 2019),
    ("210", "医疗卫生与计划生育支出", 2018),
    ("215", "资源勘探信息等支出", 2020),
    ("220", "国土海洋气象等支出", 2020),
    ("30307", "医疗费", 2017),
    ("30311", "住房公积金", 2017),
    ("310", "其他资本性支出", 2017),
];

/// Codes that are no longer used.
pub(super) const RETIRED: &[Retired] = &[
    Retired {
        code: "30104",
        name: "其他社会保障缴费",
        until: 2017,
        now: "30112",
    },
    Retired {
        code: "30312",
        name: "提租补贴",
        until: 2017,
        now: "30102",
    },
    Retired {
        code: "2080504",
        name: "未归口管理的行政单位离退休",
        until: 2019,
        now: "2080501",
    },
];
