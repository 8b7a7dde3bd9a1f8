//! The charts and the rules.

use gouji::note::{Text, text};

pub const NONE: Text = text(
    "没有认出收支总表或支出表，画不出结构。",
    "No table of income and expenditure was recognised, so there is nothing to draw.",
);
pub const FLOW: Text = text(
    "钱从哪里来，到哪里去",
    "Where the money comes from and goes to",
);
pub const FLOW_STAGES: Text = text(
    "来源 → 资金 → 功能分类 → 基本、项目 → 经济分类",
    "source → fund → function → basic, project → economic class",
);
pub const FUNCTION: Text = text("花在什么事上", "What it is spent on");
pub const FUNCTION_LONG: Text = text("按功能分类", "by function");
pub const ECONOMIC: Text = text("用在哪些开支上", "What it pays for");
pub const ECONOMIC_LONG: Text = text("按经济分类", "by economic class");
pub const FROM: Text = text("从", "From");
pub const TO: Text = text("到", "To");
pub const CODE: Text = text("科目", "Code");
pub const ITEM: Text = text("名称", "Name");
pub const AMOUNT: Text = text("金额（万元）", "Amount (10,000 yuan)");
pub const SHARE: Text = text("占比", "Share");
pub const SHOW_AMOUNT: Text = text("标金额", "Amounts");
pub const SHOW_SHARE: Text = text("标占比", "Shares");
pub const LABELS: Text = text("图上标什么", "What the charts say");
pub const ALL: Text = text("全部", "All");
pub const TOTAL: Text = text("合计", "Total");
pub const OPEN_PARTS: Text = text("看 {} 的明细", "Open {}");
pub const PATH: Text = text("所在层次", "Where you are");
pub const SAVE: Text = text("存为图片（PNG）", "Save as a picture (PNG)");
pub const SAVE_SVG: Text = text("存为矢量图（SVG）", "Save as a drawing (SVG)");
pub const IN_WAN: Text = text("{} 万元", "{} × 10,000 yuan");
pub const STAGES: [Text; 5] = [
    text("来源", "Source"),
    text("资金", "Fund"),
    text("功能分类", "Function"),
    text("基本、项目", "Basic, project"),
    text("经济分类", "Economic class"),
];
pub const NO_CHART: Text = text(
    "图没有能画出来，数字见旁边的表。",
    "The chart could not be drawn; the table beside it has the figures.",
);
pub const CHART_OF: Text = text(
    "{}，数字见旁边的表",
    "{}; the table beside it has the figures",
);
pub const RECONCILED: Text = text(
    "与收支总表的关系",
    "How it ties to the table of income and expenditure",
);

pub const RULES_INTRODUCTION: Text = text(
    "公开的预算必须满足什么。每条都有例子，写错的数字标着 ✗。",
    "What a published budget must satisfy. Each has examples: the wrong figure is marked ✗.",
);
pub const RULES_LOADING: Text = text("正在取规则", "Loading the rules");
pub const SEARCH_RULES: Text = text("查找规则", "Find a rule");
pub const WHY: Text = text("为什么", "Why");
pub const REMEDY: Text = text("不符时怎么办", "What to do");
pub const BASIS: Text = text("依据", "Basis");
pub const HOLDS: Text = text("相符的例子", "An example that agrees");
pub const FAILS: Text = text("不符的例子", "An example that does not");
pub const USED: Text = text(
    "本文件中用了 {} 次，{} 次不符",
    "Applied {} times here, broken {} times",
);
pub const FOUND_HERE: Text = text("本文件中的不符之处", "What disagrees here");
pub const NOT_USED: Text = text("本文件中没有用上", "Not applied here");
