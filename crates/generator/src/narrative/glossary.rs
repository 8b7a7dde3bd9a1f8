//! 名词解释, in our own words.

/// The terms and what they mean.
const TERMS: [(&str, &str); 9] = [
    (
        "财政拨款",
        "本级财政从一般公共预算、政府性基金预算和国有资本经营预算拨给单位的资金。",
    ),
    (
        "一般公共预算",
        "以税收为主的财政收入，用于民生、运转和公共服务的收支预算。",
    ),
    (
        "财政专户管理资金",
        "缴入财政专户、经核准后返还使用的收入，以教育收费为主。",
    ),
    (
        "单位资金",
        "单位依法取得的事业收入、经营收入、补助收入和其他收入。",
    ),
    (
        "基本支出",
        "为维持正常运转、完成日常工作而发生的人员经费和公用经费。",
    ),
    ("项目支出", "基本支出以外，为完成特定任务按项目安排的支出。"),
    (
        "“三公”经费",
        "因公出国（境）费用、公务用车购置及运行维护费和公务接待费的合称。",
    ),
    (
        "机关运行经费",
        "行政单位和参照公务员法管理的事业单位用于购买货物和服务的公用经费。",
    ),
    ("委托业务费", "把业务交给外单位办理而支付的费用。"),
];

/// The numbered lines of the glossary.
pub fn terms() -> impl Iterator<Item = String> {
    let numbered = super::ORDINALS.iter().zip(TERMS);
    numbered.map(|(ordinal, (term, meaning))| format!("{ordinal}、{term}：{meaning}"))
}
