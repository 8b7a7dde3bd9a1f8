//! While reading, and when it fails.

use gouji::note::{Text, text};

pub const READING: Text = text("正在核对 {}", "Checking {}");
pub const READING_MANY: Text = text("正在核对 {} 份", "Checking {} files");
pub const NUMBER: Text = text("第 {} 份", "no. {}");
pub const LATE: Text = text(
    "文件很大，还在读。几十页的公开几秒就能读完；这么大的多半不是一份预算，可以取消。",
    "The file is large and still being read. A disclosure of some dozen pages takes seconds; one this large is usually no budget, and you can cancel.",
);
pub const CANCEL: Text = text("取消", "Cancel");
pub const STARTING: Text = text("正在准备", "Getting ready");
pub const STAGE_CHECK: Text = text("正在核对", "Checking");
pub const STAGE_READ: Text = text("正在阅读", "Reading");
pub const STAGE_PAGE: Text = text("第 {}/{} 页", "page {} of {}");
pub const LOCKED: Text = text("{} 需要密码", "{} needs a password");
pub const PASSWORD: Text = text("密码", "Password");
pub const UNLOCK: Text = text("打开", "Open");
pub const PASSWORD_STAYS: Text = text(
    "只在本机使用，不保存。",
    "It is used on this machine only and not kept.",
);
pub const FAILED: Text = text("无法核对 {}", "{} could not be checked");
pub const WHAT_NEXT: Text = text("可以这样做", "What you can do");
pub const NEXT_RETRY: Text = text("再试一次", "Try again");
pub const NEXT_PASTE: Text = text(
    "打开原文件，全选、复制，然后在这里按 Ctrl+V：表格会一起带过来。",
    "Open the file, select all, copy, then press Ctrl+V here: tables come along.",
);
pub const NOT_LOST: Text = text(
    "您给的内容还在本页，没有丢。",
    "What you gave is still here.",
);
pub const PAGES_COMING: Text = text("正在取页面", "Loading the pages");
pub const NO_PAGES: Text = text(
    "页面没有能画出来；数字和核对结果见“表格”。",
    "The pages could not be drawn; see “Tables” for the figures and their checks.",
);
pub const NO_WORKER: Text = text(
    "这个浏览器不能在后台运行核对程序，请换用较新的浏览器。",
    "This browser cannot run the checker in the background; please use a newer one.",
);
pub const NO_FILE: Text = text(
    "文件读不出来：可能已被移动、改名或删除。",
    "The file could not be read: it may have been moved, renamed or deleted.",
);
