//! This year beside last year.

use gouji::note::{Text, text};

pub const INTRODUCTION: Text = text(
    "上年数由说明中“比上年增加、减少”推算：上年 = 本年 − 增减。推算的数不是上年公开的数，可以与上年的文件核对。",
    "Last year is rebuilt from the changes that the narrative tells: last year = this year − change. Rebuilt figures are not published ones; compare them with last year's document.",
);
pub const INTRODUCTION_BOTH: Text = text(
    "标明上年文件的，用上年文件印的数；其余由说明中“比上年增加、减少”推算：上年 = 本年 − 增减。",
    "Where last year's document is named, its printed figures stand; the rest is rebuilt from the changes that the narrative tells: last year = this year − change.",
);
pub const AGAINST: Text = text("与上年的文件核对：{}", "Against last year's document: {}");
pub const CHOOSE_LAST: Text = text("选上年的文件", "Choose last year's file");
pub const CHOOSE_LAST_LONG: Text = text(
    "同一单位上年的预算或决算：与它印的数逐行比较。",
    "Of the same unit: both years are compared row by row, as printed.",
);
pub const YEARS: Text = text("{} 年比 {} 年", "{} beside {}");
pub const THIS_YEAR: Text = text("本年", "This year");
pub const LAST_YEAR: Text = text("上年", "Last year");
pub const CHANGE: Text = text("增减", "Change");
pub const RATE: Text = text("增减 %", "Rate %");
pub const PRINTED: Text = text("文中", "Printed");
pub const PRINTED_LONG: Text = text(
    "说明中印的增减率，与算得的核对",
    "The rate that the narrative prints, against the computed one",
);
pub const BASIS: Text = text("对比：{}", "against {}");
pub const DERIVED: Text = text("由各项推算", "sum of its parts");
pub const NO_BASE: Text = text(
    "上年为 0，没有增减率",
    "nothing last year, so there is no rate",
);
pub const HOLDS: Text = text("与算得的一致", "as computed");
pub const ROUNDED: Text = text("尾差以内", "within rounding");
pub const BROKEN: Text = text("与算得的不一致", "not as computed");
pub const SHOW: Text = text("看原文中的 {}", "Show {} in the document");
pub const TIES_AGREE: Text = text("相符的 {} 项核对", "{} checks that agree");
pub const TIE_HOLDS: Text = text("相符", "agrees");
pub const TIE_OPEN: Text = text("不等", "differs");
