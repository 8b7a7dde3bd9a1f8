//! Titles of tables: what is left of them when words are taken away that say nothing of which table
//! it is, and which forms they name.
use super::{CATALOGUE, Form};

/// Words that titles have or lack without naming another table.
const SAYS_NOTHING: &[&str] = &[
    "预算", "决算", "情况", "财务", "部门", "单位", "本级", "公开", "明细", "汇总", "分类", "功能",
    "当年", "年度", "批复",
];

/// Longer and shorter ways to say the same, in the order in which they are replaced.
const SAME: &[(&str, &str)] = &[
    ("收入支出", "收支"),
    ("总体", "总"),
    ("公共财政", "一般公共"),
    ("一般公共财政拨款", "一般公共"),
    ("一般公共拨款", "一般公共"),
    ("政府性基金财政拨款", "政府性基金"),
    ("政府性基金拨款", "政府性基金"),
    ("国有资本经营财政拨款", "国有资本经营"),
    ("国有资本经营拨款", "国有资本经营"),
    ("因公出国", "出国"),
];

/// What stands before a table's name and makes it another table.
const QUALIFIES: &[&str] = &[
    "款",
    "费",
    "基金",
    "公共",
    "经营",
    "专户",
    "项目",
    "基本",
    "采购",
    "上级",
    "转移支付",
    "结转",
    "结余",
    "专项",
    "服务",
    "其他",
    "债务",
    "事业",
    "资金",
    "补助",
    "补贴",
    "资产",
    "建设",
    "工程",
    "人员",
    "工资",
];

/// A title (blanks and brackets gone) without the words that say nothing.
pub fn essence(title: &str) -> String {
    let mut title = title.to_owned();
    for word in SAYS_NOTHING {
        title = title.replace(word, "");
    }
    for (long, short) in SAME {
        title = title.replace(long, short);
    }
    title
}

/// The forms that a title names: all those of the longest name in it.
pub fn named(title: &str) -> Vec<&'static Form> {
    let essence = essence(title);
    let length = |form: &Form| {
        let fits = form.titles.iter().filter(|it| names(it, &essence));
        fits.map(|it| it.len()).max()
    };
    let lengths = || CATALOGUE.iter().filter_map(|it| length(it));
    let Some(longest) = lengths().max() else {
        return Vec::new();
    };
    let of_length = |it: &&&Form| length(it) == Some(longest);
    CATALOGUE.iter().filter(of_length).copied().collect()
}

/// Whether a form's title stands in this one, and nothing before it makes it another table.
fn names(title: &str, essence: &str) -> bool {
    // That a title is not there, as most are not, is told faster than where it is.
    let plainly = |(at, _): (usize, &str)| !QUALIFIES.iter().any(|it| essence[..at].ends_with(it));
    essence.contains(title) && essence.match_indices(title).any(plainly)
}
