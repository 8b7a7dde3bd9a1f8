//! Giving a file.

use gouji::note::{Text, text};

pub const QUESTION: Text = text("这份预算对得上吗？", "Does this budget add up?");
pub const INTRODUCTION: Text = text(
    "把部门或单位公开的预算、决算拖进来：逐张表、逐个数字、逐句文字互相核对，指出哪里不符、差多少、最可能是哪个数字写错。",
    "Drop a published budget or final account: every table, figure and sentence is checked against the others; you see what disagrees, by how much, and which figure is most probably wrong.",
);
pub const DROP: Text = text("把文件拖到这里，可以是几份", "Drop a file here, or several");
pub const DROP_NOW: Text = text("松开即核对", "Release to check");
pub const DROP_TOUCH: Text = text(
    "选择手机里的文件，可以是几份",
    "Choose a file on this phone, or several",
);
pub const OR_PASTE_TOUCH: Text = text(
    "也可以复制后点“粘贴”，在框里长按粘贴",
    "Or copy, tap Paste, and press long in the box",
);
pub const CHOOSE: Text = text("选择文件", "Choose a file");
pub const PASTE: Text = text("粘贴", "Paste");
pub const OR_PASTE: Text = text(
    "也可以在 Word、Excel、WPS 或网页里复制，然后在这里按 Ctrl+V",
    "Or copy in Word, Excel, WPS or a web page and press Ctrl+V here",
);
pub const SAMPLES: Text = text("先看样例：", "Try a sample:");
pub const SAMPLE_SOUND: Text = text("相符的", "one that agrees");
pub const SAMPLE_PLANTED: Text = text("有错的", "one with mistakes");
pub const READS: Text = text("能读什么", "What it reads");
pub const READS_LIST: Text = text(
    "PDF、OFD、Word 和 WPS 文字（.docx .doc .wps）、Excel 和 WPS 表格（.xlsx .xls .et .ods）、网页、文本、这些文件的 .zip，以及复制来的表格。可以一次拖入几份：正文与表格分开公开的合为一份核对，同一单位相邻两年的还与上年比较，其余各自核对。扫描件没有文字，读不了。",
    "PDF, OFD, Word and WPS documents (.docx .doc .wps), workbooks (.xlsx .xls .et .ods), web pages, text, .zip files of these, and copied tables. Drop several at once: narrative and tables published apart are checked as one, two years of one unit are compared, others each by itself. Scans have no text and cannot be read.",
);
pub const DOES: Text = text("核对什么", "What it checks");
pub const DOES_LIST: Text = text(
    "表内（合计、明细、类款项）、表与表之间、文字说明与表之间。四舍五入造成的尾差单独标出，不算错。",
    "Within tables (totals, parts, codes), between tables, and the narrative against the tables. Rounding differences are marked apart and are no errors.",
);
pub const STAYS: Text = text("数据在哪里", "Where the data is");
pub const STAYS_LIST: Text = text(
    "全部在这个浏览器里完成，没有上传。本页的安全策略禁止向任何别处发送；断开网络也照常工作。",
    "Everything happens in this browser; nothing is uploaded. The page's policy forbids sending anything anywhere; it works without a network.",
);
pub const KEPT: Text = text(
    "上次核对的内容还在：{}",
    "What you checked last is still here: {}",
);
pub const REOPEN: Text = text("重新打开", "Open it again");
pub const FORGET: Text = text("删除", "Delete");
pub const PASTED: Text = text("粘贴的内容", "Pasted content");
pub const PASTE_HERE: Text = text(
    "在框里按 Ctrl+V（手机上长按后选“粘贴”），也可以直接输入。",
    "Press Ctrl+V in the box (on a phone, press long and choose Paste), or type.",
);
pub const CHECK: Text = text("核对", "Check");
pub const NOTHING_PASTED: Text = text("框里还没有内容", "The box is empty");
