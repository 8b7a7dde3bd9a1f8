//! Made-up units: what they are called, what they do and what they could spend money on. Data only.

/// Places that do not exist.
pub const PLACES: [&str; 6] = ["云泽市", "霜泉县", "青岚市", "沙杏县", "白榆市", "澄塬县"];

/// A kind of unit.
#[derive(Debug)]
pub struct Profile {
    /// The unit's name behind its place.
    pub name: &'static str,
    /// 行政机关, or else 事业单位.
    pub official: bool,
    /// The 项 that keeps the unit running.
    pub operating: &'static str,
    /// What the unit is there for.
    pub duties: [&'static str; 4],
    /// Projects of the general budget that it could have.
    pub projects: &'static [ProjectPattern],
    /// A piece of the unit's work that can be counted, and its measure.
    pub counted: (&'static str, &'static str),
}

/// A project that a unit could have.
#[derive(Debug)]
pub struct ProjectPattern {
    /// Its name.
    pub name: &'static str,
    /// The 项 it belongs to.
    pub function: &'static str,
    /// What its money is for.
    pub purpose: &'static str,
    /// 款 of the economic classification, each with its least and most in 百元.
    pub parts: &'static [Part],
}

/// A 款 of the economic classification with its least and most, in 百元.
pub type Part = (&'static str, i64, i64);

/// A kind of basic expenditure.
#[derive(Debug)]
pub struct BasicPattern {
    /// 款 of the economic classification.
    pub economic: &'static str,
    /// Where it is booked.
    pub slot: Slot,
    /// Least and most, in 百元.
    pub range: (i64, i64),
    /// In how many of a hundred units it occurs.
    pub likely: usize,
    /// Which units have it.
    pub holder: Holder,
}

/// The 项 that a kind of basic expenditure is booked under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// What keeps the unit running.
    Operating,
    /// 离退休
    Retired,
    /// 行政单位医疗 or 事业单位医疗
    Medical,
    /// This 项, in every unit.
    Fixed(&'static str),
}

/// Which units have a kind of expenditure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// Every unit.
    Any,
    /// 行政机关
    Official,
    /// 事业单位
    Service,
}

const fn basic(
    economic: &'static str,
    slot: Slot,
    low: i64,
    high: i64,
    likely: usize,
    holder: Holder,
) -> BasicPattern {
    BasicPattern {
        economic,
        slot,
        range: (low, high),
        likely,
        holder,
    }
}

use Holder::{Any, Official, Service};
use Slot::{Fixed, Medical, Operating, Retired};

/// Basic expenditure. 30108 stands without an amount of its own: it is twice 30109, because the
/// two rates are 16 and 8 per cent of one base.
pub const BASIC: [BasicPattern; 36] = [
    basic("30101", Operating, 6_000, 30_000, 100, Any),
    basic("30102", Operating, 1_200, 22_000, 100, Any),
    basic("30103", Operating, 1_500, 9_000, 100, Any),
    basic("30107", Operating, 3_000, 14_000, 100, Service),
    basic("30108", Fixed("2080505"), 0, 0, 100, Any),
    basic("30109", Fixed("2080506"), 900, 3_600, 100, Any),
    basic("30110", Medical, 1_000, 4_200, 100, Any),
    basic("30111", Fixed("2101103"), 400, 1_900, 70, Any),
    basic("30112", Operating, 150, 900, 100, Any),
    basic("30113", Fixed("2210201"), 1_700, 6_000, 100, Any),
    basic("30199", Operating, 1_500, 7_000, 70, Any),
    basic("30201", Operating, 130, 1_500, 100, Any),
    basic("30202", Operating, 30, 400, 50, Any),
    basic("30205", Operating, 20, 160, 80, Any),
    basic("30206", Operating, 80, 600, 100, Any),
    basic("30207", Operating, 50, 420, 100, Any),
    basic("30208", Operating, 200, 1_100, 80, Any),
    basic("30209", Operating, 120, 900, 40, Any),
    basic("30211", Operating, 90, 800, 70, Any),
    basic("30213", Operating, 40, 500, 60, Any),
    basic("30215", Operating, 20, 150, 40, Any),
    basic("30216", Operating, 30, 260, 60, Any),
    basic("30217", Operating, 20, 180, 85, Any),
    basic("30218", Operating, 30, 300, 20, Service),
    basic("30226", Operating, 60, 700, 40, Any),
    basic("30228", Operating, 150, 700, 100, Any),
    basic("30229", Operating, 90, 480, 60, Any),
    basic("30231", Operating, 180, 900, 85, Any),
    basic("30239", Operating, 400, 2_400, 100, Official),
    basic("30299", Operating, 10, 500, 80, Any),
    basic("30302", Retired, 60, 2_200, 60, Any),
    basic("30305", Operating, 20, 400, 60, Any),
    basic("30309", Operating, 2, 30, 40, Any),
    basic("31002", Operating, 60, 600, 40, Any),
    basic("31003", Operating, 90, 700, 15, Service),
    basic("31007", Operating, 90, 700, 15, Any),
];

const fn project(
    name: &'static str,
    function: &'static str,
    purpose: &'static str,
    parts: &'static [Part],
) -> ProjectPattern {
    ProjectPattern {
        name,
        function,
        purpose,
        parts,
    }
}

/// Contracted work with printing and training, the commonest make-up of a project.
const SERVICES: &[Part] = &[
    ("30202", 60, 900),
    ("30216", 80, 1_200),
    ("30227", 900, 9_000),
];
/// Upkeep with new equipment.
const UPKEEP: &[Part] = &[
    ("30209", 700, 6_000),
    ("30213", 400, 5_000),
    ("31003", 600, 8_000),
];
/// Systems and their care.
const SYSTEMS: &[Part] = &[
    ("30213", 300, 3_000),
    ("30227", 700, 6_000),
    ("31007", 900, 9_000),
];
/// People hired for a task, and what they need.
const PEOPLE: &[Part] = &[
    ("30201", 90, 900),
    ("30211", 90, 1_100),
    ("30226", 800, 7_000),
];

/// Money of a transfer that reaches persons.
pub const UPPER: [ProjectPattern; 2] = [
    project(
        "公益性岗位人员补贴",
        "2080705",
        "发放公益性岗位人员的岗位补贴和社会保险补贴",
        &[("30305", 600, 5_200)],
    ),
    project(
        "基层服务岗位补贴",
        "2080705",
        "发放在基层服务的岗位人员补贴",
        &[("30305", 500, 3_000), ("30226", 200, 1_500)],
    ),
];

/// What 政府性基金 could pay for.
pub const FUND: [ProjectPattern; 2] = [
    project(
        "便民服务场所改造",
        "2120399",
        "改造老旧便民服务场所的水暖电路和无障碍设施",
        &[
            ("30213", 900, 9_000),
            ("30227", 200, 1_500),
            ("31005", 3_000, 20_000),
        ],
    ),
    project(
        "公共停车场建设",
        "2120399",
        "建设对公众免费开放的停车场",
        &[("31005", 4_000, 26_000)],
    ),
];

/// What 国有资本经营预算 could pay for.
pub const CAPITAL: [ProjectPattern; 2] = [
    project(
        "中小企业服务窗口建设",
        "2150899",
        "设立面向中小企业的咨询和代办窗口",
        &[("30227", 500, 3_000), ("31002", 300, 2_000)],
    ),
    project(
        "企业诉求受理平台",
        "2150899",
        "建设受理企业诉求的线上平台",
        &[("30227", 400, 2_500), ("31007", 700, 4_000)],
    ),
];

/// What a unit could pay for with what it earns.
pub const OWN: [ProjectPattern; 2] = [
    project(
        "培训与考务服务",
        "",
        "承办面向社会的培训和考务",
        &[("30226", 400, 3_500), ("30227", 300, 2_500)],
    ),
    project(
        "场地设施更新",
        "",
        "更新对外服务场地的设施",
        &[("30213", 300, 2_500), ("31002", 400, 3_000)],
    ),
];

/// Trips abroad, which only a project pays for.
pub const ABROAD: ProjectPattern = project(
    "对外交流合作",
    "",
    "参加经批准的对外交流和业务考察",
    &[("30212", 150, 900), ("30217", 20, 200), ("30203", 60, 500)],
);

/// A new car, which only a project pays for.
pub const CAR: ProjectPattern = project(
    "业务用车更新",
    "",
    "更新到期报废的业务用车",
    &[("30231", 60, 400), ("31013", 1_200, 1_800)],
);

/// The kinds of units.
pub const PROFILES: [Profile; 6] = [
    Profile {
        name: "市民服务中心",
        official: false,
        operating: "2010350",
        duties: [
            "统筹各窗口的办事服务，公布事项清单和办理时限",
            "受理群众和企业的来电来访，转交承办单位并跟踪答复",
            "管理办事大厅的场地、设备和信息系统",
            "培训窗口人员，评价窗口服务质量",
        ],
        projects: &[
            project(
                "办事大厅运行",
                "2010302",
                "办事大厅的物业、维修和设备更新",
                UPKEEP,
            ),
            project(
                "来电受理平台运维",
                "2010302",
                "来电受理平台的话务外包和系统维护",
                SYSTEMS,
            ),
            project(
                "窗口标准化建设",
                "2010399",
                "窗口标准编制、印刷和人员培训",
                SERVICES,
            ),
            project(
                "流动服务车下乡",
                "2010399",
                "流动服务车下乡的人员劳务和差旅",
                PEOPLE,
            ),
        ],
        counted: ("窗口办理事项", "件"),
    },
    Profile {
        name: "司法局",
        official: true,
        operating: "2040601",
        duties: [
            "组织普法宣传，推动法治文化建设",
            "指导人民调解和基层司法所工作",
            "管理公共法律服务和法律援助",
            "承担行政复议和行政应诉事务",
        ],
        projects: &[
            project("人民调解", "2040604", "人民调解员的劳务和案件补贴", PEOPLE),
            project(
                "司法所规范化建设",
                "2040604",
                "司法所的房屋维修和设备更新",
                UPKEEP,
            ),
            project(
                "普法宣传",
                "2040605",
                "普法资料的编印、宣讲和培训",
                SERVICES,
            ),
            project(
                "公共法律服务平台",
                "2040607",
                "公共法律服务平台的建设和维护",
                SYSTEMS,
            ),
        ],
        counted: ("调解纠纷", "件"),
    },
    Profile {
        name: "城市管理局",
        official: true,
        operating: "2120101",
        duties: [
            "拟订城市管理规范并组织实施",
            "承担市容环境卫生的管理和考核",
            "查处违反城市管理规定的行为",
            "维护城市公共设施",
        ],
        projects: &[
            project(
                "城管执法保障",
                "2120104",
                "执法协管人员劳务和办案差旅",
                PEOPLE,
            ),
            project(
                "数字城管平台",
                "2120104",
                "数字城管平台的建设和维护",
                SYSTEMS,
            ),
            project(
                "道路清扫保洁",
                "2120501",
                "道路清扫保洁的外包和宣传",
                SERVICES,
            ),
            project("公厕管护", "2120501", "公厕的物业、维修和设备更新", UPKEEP),
        ],
        counted: ("巡查街路", "次"),
    },
    Profile {
        name: "应用技术学院",
        official: false,
        operating: "2050205",
        duties: [
            "开展高等职业教育，培养技术技能人才",
            "承担职业培训和技能评价",
            "开展应用技术研究和成果推广",
            "管理校园场地、设备和学生事务",
        ],
        projects: &[
            project(
                "实训基地建设",
                "2050205",
                "实训基地的维修和设备购置",
                UPKEEP,
            ),
            project("智慧校园", "2050205", "校园信息系统的建设和维护", SYSTEMS),
            project(
                "技能竞赛",
                "2059999",
                "技能竞赛的组织、培训和资料印刷",
                SERVICES,
            ),
            project("兼职教师聘任", "2059999", "兼职教师的劳务和差旅", PEOPLE),
        ],
        counted: ("开展技能培训", "人次"),
    },
    Profile {
        name: "自然资源服务中心",
        official: false,
        operating: "2200150",
        duties: [
            "承担不动产登记的受理和档案管理",
            "承担自然资源调查监测的技术工作",
            "管理测绘成果和地理信息平台",
            "为乡镇提供用地审查的技术服务",
        ],
        projects: &[
            project(
                "不动产登记外包",
                "2200199",
                "不动产登记资料整理的外包和培训",
                SERVICES,
            ),
            project(
                "地理信息平台",
                "2200199",
                "地理信息平台的建设和维护",
                SYSTEMS,
            ),
            project("用地调查", "2200199", "外业调查的劳务和差旅", PEOPLE),
        ],
        counted: ("办理登记", "件"),
    },
    Profile {
        name: "商务服务中心",
        official: false,
        operating: "2011350",
        duties: [
            "为商贸企业提供政策咨询和信息服务",
            "组织展会和产销对接",
            "监测市场供应和价格",
            "承担商贸流通的统计工作",
        ],
        projects: &[
            project(
                "产销对接活动",
                "2011399",
                "产销对接活动的会务外包和资料印刷",
                SERVICES,
            ),
            project("市场监测", "2011399", "监测样本点的劳务和差旅", PEOPLE),
            project(
                "展示中心运行",
                "2011302",
                "展示中心的物业、维修和设备更新",
                UPKEEP,
            ),
        ],
        counted: ("服务企业", "家次"),
    },
];
