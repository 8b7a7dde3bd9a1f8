//! The verdict, the tabs, the document and its figures.

use gouji::note::{Text, text};

pub const AGREE: Text = text("{} 个相符", "{} agree");
pub const WITHIN_ROUNDING: Text = text("{} 个尾差", "{} within rounding");
pub const DISAGREE: Text = text("{} 个不符", "{} disagree");
pub const INVOLVED: Text = text("{} 个与不符处有关", "{} near a disagreement");
pub const UNCHECKED: Text = text("{} 个未核对", "{} unchecked");
pub const MOST_PROBABLE: Text = text(
    "最可能写错的是 {}：现为 {}，应为 {}（{}）。",
    "Most probably wrong: {}: printed {}, should be {} ({}).",
);
pub const OTHER_FILE: Text = text("换一份", "Another file");
pub const FILES: Text = text("文件", "Files");
pub const DOCUMENTS: Text = text("{} 份文件", "{} documents");
pub const DOCUMENTS_JOINED: Text = text(
    "{} 个文件，{} 份公开（{} 份由几个文件合成）",
    "{} files, {} disclosures ({} put together from several files)",
);
pub const TOGETHER: Text = text("把选中的 {} 份合为一份", "Check the {} chosen as one");
pub const TOGETHER_LONG: Text = text(
    "几个文件是同一份公开的几个部分时，合起来核对；按返回键撤销",
    "Where files are parts of one disclosure, check them together; the way back undoes it",
);
pub const TICK: Text = text("选中 {}", "Choose {}");
pub const TICK_LONG: Text = text(
    "选两份以上，可以合为一份核对",
    "Choose two or more to check them as one",
);
pub const SIDE_BY_SIDE: Text = text("各单位并列", "Side by side");
pub const SIDE_BY_SIDE_LONG: Text = text(
    "收支总表的合计，万元；没有认出收支总表的不列。",
    "Totals of the table of income and expenditure, in 10,000 yuan; documents without one are left out.",
);
pub const UNIT: Text = text("单位", "Unit");
pub const INCOME: Text = text("收入", "Income");
pub const EXPENDITURE: Text = text("支出", "Expenditure");
pub const ORDER: Text = text("排列", "Order");
pub const ORDER_WORST: Text = text("问题多的在前", "worst first");
pub const ORDER_GIVEN: Text = text("按给的次序", "as given");
pub const ORDER_NAME: Text = text("按单位", "by unit");
pub const ORDER_YEAR: Text = text("按年度", "by year");
pub const TOTALS: Text = text(
    "收入 {}，支出 {} 万元",
    "income {}, expenditure {} (10,000 yuan)",
);
pub const BEFORE: Text = text("上一份", "Before");
pub const BEHIND: Text = text("下一份", "Next");
pub const DOCUMENTS_APART: Text = text(
    "各自核对；分开公布的说明和表合为一份，没有读出的写明原因。点一份看它的结果。",
    "Each is checked by itself; narrative and tables published apart are put together, and of what was not read it is said why. Choose one to see its result.",
);
pub const STANDS_PARTLY: Text = text("只核对了一部分", "checked in part");
pub const STANDS_NO_TABLE: Text = text("没有预算表", "no budget table");
pub const STANDS_UNREAD: Text = text("没有读出", "not read");
pub const ALL_DOCUMENTS: Text = text("全部文件", "All documents");
pub const NOTHING_FOUND: Text = text(
    "可以在“原文”看读出了什么。如果文件里本来有表格：打开原文件，全选、复制，在这里按 Ctrl+V，表格会一起带过来。",
    "“Document” shows what was read. If the file does have tables: open it, select all, copy, and press Ctrl+V here; tables come along.",
);
pub const EXPORT: Text = text("导出", "Export");
pub const PRINT: Text = text("打印", "Print");
pub const TABLES: Text = text("{} 张表", "{} tables");
pub const UNTITLED: Text = text("没有标题的文件", "Untitled document");

pub const TABS: Text = text("结果的几个方面", "Views of the result");
pub const TAB_FINDINGS: Text = text("发现", "Findings");
pub const TAB_DOCUMENT: Text = text("原文", "Document");
pub const TAB_STRUCTURE: Text = text("结构", "Structure");
pub const TAB_COMPARISON: Text = text("比上年", "Last year");
pub const TAB_RULES: Text = text("规则", "Rules");

pub const MARK_AGREE: Text = text("相符", "agrees");
pub const MARK_WITHIN_ROUNDING: Text = text("尾差", "within rounding");
pub const MARK_DISAGREE: Text = text("不符", "disagrees");
pub const MARK_INVOLVED: Text = text("与不符处有关", "near a disagreement");
pub const MARK_UNCHECKED: Text = text("未核对", "unchecked");
pub const MARK_BLANK: Text = text("空格", "blank");
pub const SHOULD_BE: Text = text("应为 {}", "should be {}");
pub const LEGEND: Text = text("记号", "Marks");

pub const VIEWS: Text = text("怎样显示原文", "How the document is shown");
pub const REDRAWN: Text = text("表格", "Tables");
pub const ORIGINAL: Text = text("原貌", "Pages");

pub const PREVIOUS: Text = text("上一处", "Previous");
pub const NEXT: Text = text("下一处", "Next");
pub const STEP_FINDINGS: Text = text("逐条看发现", "From finding to finding");
pub const STEP_MARKS: Text = text("逐个看带记号的数字", "From marked figure to marked figure");
pub const STEP_MATCHES: Text = text("逐处看找到的", "From match to match");
pub const REFUSED: Text = text("没有打开“{}”：{}", "“{}” was not opened: {}");
pub const OUTLINE: Text = text("各表", "Tables");
pub const SEARCH: Text = text("查找文字或数字", "Find text or a figure");
pub const MATCHES: Text = text("{} 处", "{} places");
pub const LARGER: Text = text("放大", "Larger");
pub const SMALLER: Text = text("缩小", "Smaller");
pub const CONTINUED: Text = text("（续）", "(continued)");
pub const NOT_CHECKED: Text = text("因此没有核对：", "Not checked because of this: ");
pub const NOTES: Text = text("阅读时的说明", "Notes of the reading");
pub const NOT_APPLIED: Text = text("未进行的核对", "Checks that were not made");
pub const EMPTY_TABLE: Text = text("空表", "empty");

pub const CARD_CHECKS: Text = text("这个数字涉及 {} 项核对", "This figure stands in {} checks");
pub const CARD_NO_CHECKS: Text = text("没有规则核对这个数字。", "No rule checks this figure.");
pub const CARD_FINDINGS: Text = text("见不符 {}", "See disagreement {}");
pub const CARD_PIN: Text = text("点按或回车固定", "Click or press Enter to keep");
pub const CHECK_EXACT: Text = text("相符", "agrees");
pub const CHECK_WITHIN_ROUNDING: Text = text("尾差", "within rounding");
pub const CHECK_BROKEN: Text = text("不符", "disagrees");
