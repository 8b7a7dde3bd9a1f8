//! What makes money grow or shrink, besides the words of change themselves.
use super::Course;

/// A word of a reason, and which way it moves the money.
#[derive(Debug)]
pub struct Cause {
    /// Which way.
    pub course: Course,
    /// The words.
    pub words: &'static [&'static str],
}

/// Words of reasons.
pub const CAUSES: &[Cause] = &[
    Cause {
        course: Course::Up,
        words: &[
            "新增",
            "新设",
            "增设",
            "增编",
            "增资",
            "追加",
            "上调",
            "扩大",
            "扩编",
            "新录用",
            "新招",
        ],
    },
    Cause {
        course: Course::Down,
        words: &[
            "厉行节约",
            "过紧日子",
            "压减",
            "压缩",
            "从严控制",
            "严格控制",
            "不再安排",
            "不再列支",
            "不再发生",
            "完工",
            "取消",
            "精简",
            "下调",
            "缩编",
        ],
    },
];
