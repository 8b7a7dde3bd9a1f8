//! 持平 beside a reason for a change: the one or the other was copied from elsewhere.
use crate::{
    budget::{Budget, Passage},
    claim::{Remark, Severity},
    note::Message,
    rules::{remarks::of_passage, wording::named_course},
};

/// Words that say that nothing changed.
const LEVEL: [&str; 2] = ["持平", "无变化"];

/// Words that take back what a reason seems to say: 无增减, 未增加, 与上年一致.
const NEITHER: [&str; 9] = [
    "无", "未", "没有", "不", "持平", "一致", "相同", "增减", "但",
];

/// How many signs stand at most between 持平 and its reason.
const LONGEST_LEAD: usize = 8;

/// Remarks on reasons that speak of a change where nothing changed.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let prose: Vec<&Passage> = budget.prose().collect();
    let mut remarks = Vec::new();
    for (index, passage) in prose.iter().enumerate() {
        for (at, word) in LEVEL.iter().flat_map(|it| passage.plain.match_indices(it)) {
            let next = prose.get(index + 1).map_or("", |it| it.plain.as_str());
            let Some(reason) = reason(&passage.plain[at + word.len()..], next) else {
                continue;
            };
            if moves_one_way(reason) {
                let message = Message::new(
                    format!("前面说“{word}”，原因却是“{reason}”。"),
                    format!("It says “{word}”, yet the reason is “{reason}”."),
                );
                let range = at..at + word.len();
                remarks.push(of_passage(Severity::Notice, passage, range, message));
            }
        }
    }
    remarks
}

/// The reason given right behind a word, in the next paragraph where this one ends in a colon.
fn reason<'a>(behind: &'a str, next: &'a str) -> Option<&'a str> {
    let start = behind.find("原因")?;
    let told = behind[start..].trim_start_matches("原因");
    let told = told.trim_start_matches(['是', '为', ':', ',']);
    let reason = if told.is_empty() { next } else { told };
    let near = behind[..start].chars().count() <= LONGEST_LEAD;
    near.then(|| reason.split(['。', '；', ';']).next().unwrap_or(reason))
}

fn moves_one_way(reason: &str) -> bool {
    named_course(reason).is_some() && !NEITHER.iter().any(|it| reason.contains(it))
}
