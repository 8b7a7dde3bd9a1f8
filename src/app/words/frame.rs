//! The frame of the page.

use gouji::note::{Text, text};

pub const NAME: Text = text("勾稽", "gouji");
pub const TASK: Text = text("预算公开核对", "Does the published budget add up?");
pub const PRIVATE: Text = text("文件不离开本机", "Files stay on this machine");
pub const PRIVATE_HOW: Text = text("怎样验证", "How to verify");
pub const OTHER_LANGUAGE: Text = text("EN", "中文");
pub const OTHER_LANGUAGE_LONG: Text = text("Switch to English", "切换为中文");
pub const THEME: Text = text("明暗", "Theme");
pub const THEME_AUTO: Text = text("跟随系统", "System");
pub const THEME_LIGHT: Text = text("明", "Light");
pub const THEME_DARK: Text = text("暗", "Dark");
pub const HELP: Text = text("帮助", "Help");
pub const CLOSE: Text = text("关闭", "Close");
pub const TO_CONTENT: Text = text("跳到正文", "Skip to the content");
pub const COPIED: Text = text("已复制", "Copied");
pub const NOT_COPIED: Text = text("浏览器不让复制", "The browser refused to copy");
pub const NOT_SAVED: Text = text("浏览器不让保存", "The browser refused to save");
pub const BEFORE_STAYS: Text = text(
    "上一份还在：按浏览器的返回键回去",
    "The report before stays: the browser's back button leads to it",
);
pub const LOST: Text = text(
    "这一份已经不在浏览器里，请重新打开",
    "This document is not in the browser any more; please open it again",
);
pub const NO_DOCUMENT: Text = text(
    "粘贴的内容里没有可以核对的数字，没有打开",
    "What was pasted has no figures to check and was not opened",
);
pub const RENEWED: Text = text(
    "本页有了新版本。更新后回到现在看的地方。",
    "There is a new version of this page. After the update you are where you are now.",
);
pub const RENEW: Text = text("更新", "Update");
pub const RETURN: Text = text("回到上一份", "Back to the report before");
