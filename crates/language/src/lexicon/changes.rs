//! Words of change and comparison.
use super::{Age, Comparing, Course, Entry, Kind, Order, Passage, entry};

/// Words of change and comparison.
pub const ENTRIES: &[Entry] = &[
    entry(
        Kind::Direction(Course::Up),
        &[
            "多出",
            "增收",
            "增支",
            "多",
            "多支出",
            "多收入",
            "超出",
            "超",
            "增列",
            "高",
        ],
    ),
    entry(
        Kind::Direction(Course::Down),
        &["减支", "减收", "少", "少支出", "少收入", "低"],
    ),
    entry(
        Kind::Direction(Course::Either),
        &["变动", "变化", "增减", "增减变化", "相差"],
    ),
    entry(
        Kind::ChangeOf(Course::Down),
        &["节约率", "节支率", "结余率"],
    ),
    entry(
        Kind::ChangeOf(Course::Either),
        &["差额", "增减额", "变动率", "变化率", "增减率", "变动幅度"],
    ),
    entry(
        Kind::Level,
        &[
            "持平",
            "相同",
            "一致",
            "无变化",
            "无增减变化",
            "相等",
            "没有变化",
            "没有增减",
            "不变",
            "无增减",
            "均无变化",
            "未发生变化",
            "没有增减变化",
            "无增减变动",
            "未变化",
            "无变动",
        ],
    ),
    entry(
        Kind::NearlyLevel,
        &[
            "基本持平",
            "大致持平",
            "大体持平",
            "总体持平",
            "基本相当",
            "基本一致",
        ],
    ),
    entry(
        Kind::OverPlan(Course::Up),
        &["超收", "超支", "追加", "追加预算", "追加安排"],
    ),
    entry(
        Kind::OverPlan(Course::Down),
        &[
            "短收",
            "节支",
            "节约",
            "节省",
            "追减",
            "追减预算",
            "收回",
            "上收",
            "盘活收回",
        ],
    ),
    entry(
        Kind::Compared(Order::Greater),
        &["大于", "高于", "超过", "多于"],
    ),
    entry(
        Kind::Compared(Order::Less),
        &["小于", "低于", "少于", "不足"],
    ),
    entry(Kind::Compared(Order::Equal), &["等于"]),
    entry(
        Kind::Compare(Comparing::Opening),
        &[
            "较",
            "比",
            "比较",
            "相较于",
            "较之",
            "相对于",
            "对照",
            "相比于",
        ],
    ),
    entry(Kind::Compare(Comparing::Perhaps), &["与", "同"]),
    entry(
        Kind::Compare(Comparing::Closing),
        &["相比", "对比", "相较", "与之相比", "相比较"],
    ),
    entry(
        Kind::Compare(Comparing::LastYear),
        &["同比", "同比口径", "环比"],
    ),
    entry(
        Kind::To,
        &["达到", "增加为", "减少为", "达", "调整为", "调整到", "变为"],
    ),
    entry(Kind::From, &["由", "从"]),
    entry(
        Kind::Time(Age::Last),
        &[
            "上年",
            "去年",
            "上一年",
            "上年度",
            "上一年度",
            "期初",
            "年初",
            "上年末",
            "上年同期",
            "去年同期",
            "上年底",
        ],
    ),
    entry(
        Kind::Time(Age::This),
        &[
            "本年",
            "今年",
            "当年",
            "本年度",
            "当年度",
            "期末",
            "年末",
            "年底",
            "全年",
            "本期",
            "现有",
        ],
    ),
    entry(
        Kind::Flow(Passage::In),
        &["新增", "购置", "购入", "调入", "更新购置", "新购", "新购置"],
    ),
    entry(
        Kind::Flow(Passage::Out),
        &["报废", "处置", "调出", "报废处置"],
    ),
];

/// Verbs of change that other words are made of: 增加了, 增加到, 增加额.
pub const STEMS: &[(Course, &[&str])] = &[
    (
        Course::Up,
        &[
            "增加", "增长", "增", "上升", "升", "上涨", "涨", "提高", "提升", "上浮", "上调",
            "调增", "递增", "增多", "攀升", "升高", "扩增", "调高",
        ],
    ),
    (
        Course::Down,
        &[
            "减少", "下降", "减", "降", "降低", "压减", "压缩", "缩减", "削减", "调减", "核减",
            "回落", "下浮", "下调", "递减", "下滑", "压降", "调低", "缩小", "减低",
        ],
    ),
];

/// What stands behind a verb of change where it says what something became.
pub const ARRIVALS: &[&str] = &["到", "至"];

/// What makes a noun of a verb of change.
pub const NOUNS: &[&str] = &[
    "额",
    "额度",
    "率",
    "幅",
    "幅度",
    "比例",
    "比率",
    "数额",
    "金额",
    "百分比",
];
