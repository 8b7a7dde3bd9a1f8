//! The findings.

use gouji::note::{Text, text};

pub const HEADING: Text = text("不符之处", "What disagrees");
pub const NONE_MORE: Text = text(
    "“相符”是说：凡是有规则可以核对的数字都对得上。下面是未核对的数字和未进行的核对。",
    "That is: every figure that some rule ties to others agrees. Below are the figures that none does, and the checks that were not made.",
);
pub const ERROR: Text = text("不符", "Disagrees");
pub const WARNING: Text = text("存疑", "Doubtful");
pub const NOTICE: Text = text("提示", "Remark");
pub const WHAT: Text = text("算式", "Calculation");
pub const ROUNDING: Text = text("尾差", "Rounding");
pub const FACING: Text = text("对照", "Side by side");
pub const WHERE: Text = text("位置", "Where");
pub const MORE_PLACES: Text = text("其余 {} 处", "{} more places");
pub const WHY: Text = text("道理", "Why");
pub const TO_DO: Text = text("怎么改", "What to do");
pub const DIFFERENCE: Text = text("差 {}", "off by {}");
pub const TOLERANCE: Text = text("四舍五入至多差 {}", "rounding explains at most {}");
pub const SUSPECT: Text = text("{}：现为 {}，应为 {}", "{}: printed {}, should be {}");
pub const SUSPECT_OPEN: Text = text("{}：现为 {}", "{}: printed {}");
pub const BLANK: Text = text("空白", "a blank");
pub const ONE_OF: Text = text("可能之一：", "One possibility: ");
pub const PATH: Text = text(
    "从这一项到各级合计，同样改动的还有 {} 处",
    "{} more change with it, from the item to its totals",
);
pub const RIVALS: Text = text("另有可能", "Other possibilities");
pub const SURE_ONLY: Text = text("几乎可以肯定", "almost certain");
pub const SURE_LIKELY: Text = text("很可能", "likely");
pub const SURE_POSSIBLE: Text = text("有可能", "possible");
pub const SURE_OPEN: Text = text("不能确定", "cannot be told");
pub const ALSO: Text = text(
    "同一原因还造成 {} 处不符",
    "The same cause breaks {} more checks",
);
pub const SINCE: Text = text(
    "上次 {} 处 → 现在 {} 处；已改 {}，新出现 {}",
    "{} before, {} now; {} mended, {} new",
);
pub const MENDED: Text = text("已改的 {} 处", "{} mended");
pub const EXPLAIN: Text = text("标为已说明", "Mark as explained");
pub const EXPLAINED: Text = text("已说明", "Explained");
pub const EXPLANATION: Text = text(
    "为什么不用改（随报告保存，写进每一种导出）",
    "Why it need not change (kept with the report and in every export)",
);
pub const SAVE_NOTE: Text = text("保存", "Save");
pub const CHANGE_NOTE: Text = text("修改", "Change");
pub const DROP_NOTE: Text = text("撤回", "Take back");
pub const CANCEL: Text = text("取消", "Cancel");
pub const FRESH: Text = text("新出现", "new");
pub const SHARE: Text = text("分享", "Share");
pub const PICTURE: Text = text("图片", "As a picture");
pub const KEPT: Text = text(
    "为了刷新不丢，较小的文件暂存在这个浏览器里：已加密，只有这个标签页能打开；关闭标签页以后，下次打开本页时删除。",
    "So that a reload loses nothing, smaller files are kept in this browser: encrypted, for this tab only. Once it is closed, the next visit deletes them.",
);
pub const DELETE_NOW: Text = text("现在删除", "Delete now");
pub const DELETED: Text = text("已从这个浏览器删除", "Deleted from this browser");
pub const NOT_DELETED: Text = text(
    "浏览器没有让删除；关闭标签页或清除浏览数据即可",
    "The browser did not let it be deleted; close the tab or clear its data",
);
pub const TAKE: Text = text("采用", "Take it");
pub const TAKE_LONG: Text = text(
    "按这个建议重新核对；文件本身不改动",
    "Check again as if it were so; the file stays as it is",
);
pub const TAKEN: Text = text(
    "按您采用的 {} 条建议重新核对，文件没有改动：",
    "Checked as if {} suggestions were taken; the file is unchanged:",
);
pub const TAKEN_LIST: Text = text("采用的改动", "Corrections taken");
pub const UNDO: Text = text("撤销最后一条", "Undo the last");
pub const UNDO_ALL: Text = text("全部撤销", "Undo all");
pub const COPY_LIST: Text = text("复制清单", "Copy the list");
pub const PLACE: Text = text("所在的位置", "Where it stands");
pub const COPY: Text = text("复制", "Copy");
pub const SHOW_PLACE: Text = text("看位置", "Show the place");
pub const BASIS: Text = text("依据：{}", "Basis: {}");
pub const PAGE: Text = text("第 {} 页", "page {}");
pub const LINE: Text = text("第 {} 行", "line {}");
pub const SEARCH: Text = text("查找“{}”", "search for “{}”");
pub const COPY_SEARCH: Text = text(
    "复制“{}”，在 Word 里查找",
    "Copy “{}” to search for it in Word",
);
pub const SHEET: Text = text("工作表“{}”{}", "sheet “{}” {}");
pub const TABLE_CELL: Text = text("第 {} 张表第 {} 行第 {} 列", "table {}, row {}, column {}");
pub const PARAGRAPH: Text = text("第 {} 段", "paragraph {}");
pub const UNCHECKED: Text = text("未核对的数字", "Figures that were not checked");
