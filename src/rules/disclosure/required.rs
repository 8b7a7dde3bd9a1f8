//! The tables and explanations that every disclosure has.
use crate::{
    budget::Budget,
    claim::{Remark, Severity},
    note::Message,
    rules::remarks::of_document,
    words::bare,
};

/// Something required.
struct Required {
    name: &'static str,
    /// Words of which one suffices.
    words: &'static [&'static str],
    /// The first year whose documents have to have it; all that are read, if none is told.
    since: Option<u16>,
    /// How serious it is that it lacks.
    severity: Severity,
}

/// What all documents have had to have since the regulation of 2016.
const fn always(name: &'static str, words: &'static [&'static str]) -> Required {
    Required {
        name,
        words,
        since: None,
        severity: Severity::Warning,
    }
}

/// With fewer tables it is a part of a disclosure, and nobody knows what the other parts hold.
const FEWEST_TABLES: usize = 5;
/// With fewer sentences it is a file of tables only.
const FEWEST_SENTENCES: usize = 20;

const TABLES: [Required; 8] = [
    always("收支总表", &["收支总", "收支预算总", "收入支出"]),
    always("收入总表", &["收入总", "收入预算", "收入决算"]),
    always("支出总表", &["支出总", "支出预算总", "支出决算"]),
    always("财政拨款收支总表", &["财政拨款收支", "财政拨款收入支出"]),
    always(
        "一般公共预算支出表",
        &["一般公共预算支出", "一般公共预算财政拨款支出"],
    ),
    always("一般公共预算基本支出表", &["基本支出"]),
    always("“三公”经费支出表", &["三公经费"]),
    always("政府性基金预算支出表", &["政府性基金"]),
];

const SECTIONS: [Required; 5] = [
    always("“三公”经费", &["三公经费"]),
    always("机关运行经费", &["运行经费", "公用经费"]),
    always("政府采购", &["政府采购"]),
    // The regulation asks for it “step by step”: regions began in different years.
    Required {
        name: "国有资产占用情况",
        words: &["国有资产", "车辆"],
        since: Some(2020),
        severity: Severity::Notice,
    },
    always("名词解释", &["名词解释"]),
];

/// Complains of every one that is lacking. A word anywhere suffices: whether the table is right is
/// another rule's question.
pub fn check(budget: &Budget) -> Vec<Remark> {
    if budget.is_cut || budget.tables.len() < FEWEST_TABLES {
        return Vec::new();
    }
    let words: Vec<String> = budget.passages.iter().map(|it| bare(it.text())).collect();
    let titles = budget.tables.iter().map(|it| bare(&it.name.title));
    let words: Vec<String> = words.into_iter().chain(titles).collect();
    let is_due = |it: &Required| it.since.is_none_or(|since| budget.year >= Some(since));
    let lacks = |it: &&Required| {
        let says = |text: &String| it.words.iter().any(|word| text.contains(word));
        is_due(it) && !words.iter().any(says)
    };
    let sentences = budget.prose().filter(|it| it.plain.ends_with('。')).count();
    let sections = if sentences < FEWEST_SENTENCES {
        &[][..]
    } else {
        &SECTIONS
    };
    let tables = TABLES.iter().filter(lacks).map(|it| lacking(it, true));
    let sections = sections.iter().filter(lacks);
    tables
        .chain(sections.map(|it| lacking(it, false)))
        .collect()
}

fn lacking(required: &Required, is_table: bool) -> Remark {
    let (zh, en) = if is_table {
        ("表", "table")
    } else {
        ("说明", "explanation")
    };
    let name = required.name;
    let message = Message::new(
        format!("没有找到应当公开的{zh}：{name}。"),
        format!("A required {en} was not found: {name}."),
    );
    of_document(required.severity, message)
}
