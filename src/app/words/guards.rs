//! How well figures are held, and the self-test.

use gouji::note::{Text, text};

pub const GUARDS: Text = text("把关", "Guards");
pub const TITLE: Text = text(
    "每个数字由几项核对把关，写错了能不能发现",
    "How many checks hold each figure, and whether a slip in it would show",
);
pub const INTRODUCTION: Text = text(
    "数字旁边的小字，是把关的核对有几项（同一组数字只算一项）。要是这个数字写错了：",
    "The small number beside a figure is how many checks hold it (those of the same figures count once). If the figure were wrong:",
);
pub const NAMED: Text = text(
    "3　发现得了，也指得到它：{} 个",
    "3 – it would be found and named: {}",
);
pub const FOUND: Text = text(
    "3? 发现得了，未必指得到它：{} 个",
    "3? – it would be found, perhaps not named: {}",
);
pub const UNSEEN: Text = text("0　发现不了：{} 个", "0 – it would not show: {}");
pub const STEP: Text = text(
    "逐个看发现不了的数字",
    "From figure to figure that would not show",
);
pub const WOULD_BE_NAMED: Text = text(
    "{} 项核对把关：写错了发现得了，也指得到它。",
    "Held by {} checks: a slip here would be found and named.",
);
pub const WOULD_BE_FOUND: Text = text(
    "{} 项核对把关：写错了发现得了，未必指得到它。",
    "Held by {} checks: a slip here would be found, perhaps not named.",
);
pub const WOULD_BE_UNSEEN: Text = text(
    "{} 项核对把关：写错了发现不了。",
    "Held by {} checks: a slip here would not show.",
);
pub const SELF_TEST: Text = text("自测", "Self-test");
pub const SELF_TEST_LONG: Text = text(
    "在这份文件里一次埋一处笔误（对调、写错、漏写、多写一位，点错小数点），看发现不发现、指得对不对。只在内存里做，文件不变。",
    "Plants one slip at a time in this document (digits exchanged, replaced, dropped, added, the point moved) and sees whether it is found and named. The file stays as it is.",
);
pub const STOP: Text = text("停止", "Stop");
pub const GO_ON: Text = text("继续自测", "Go on");
pub const NOT_WHILE_TAKEN: Text = text(
    "撤销采用的建议以后，可以在原文件上自测。",
    "Undo the suggestions that were taken to test the file itself.",
);
pub const RATES: Text = text(
    "试了 {} 个数字（共 {} 个）：发现 {} 个（{}），指到那个数字 {} 个（{}），给出原来的数 {} 个（{}）。",
    "{} of {} figures tried: {} found ({}), the figure named {} ({}), what stood there suggested {} ({}).",
);
pub const MISSED: Text = text("没有发现的 {} 处", "{} not found");
pub const PLANTED: Text = text("{}：{} 写成 {}", "{}: {} made {}");
