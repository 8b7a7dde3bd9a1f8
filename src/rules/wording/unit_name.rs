//! Another unit's name where only this unit's can stand.
use crate::{
    budget::{Budget, Passage},
    claim::{Remark, Severity},
    note::Message,
    rules::{likeness::alike, remarks::of_passage, years::years},
    words::is_shortened,
};
use std::{collections::BTreeMap, ops::Range};

/// So many headings must carry the unit's name before another one is doubted.
const FEWEST: usize = 3;

/// Complains of a heading `关于某某单位20xx年…` with a name that has little in common with the name
/// that the other headings carry.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let named: Vec<(&Passage, Range<usize>)> = budget
        .prose()
        .filter_map(|it| Some((it, name_in(it)?)))
        .collect();
    let mut votes: BTreeMap<&str, usize> = BTreeMap::new();
    for (passage, range) in &named {
        *votes.entry(&passage.plain[range.clone()]).or_default() += 1;
    }
    let Some((usual, _)) = votes
        .into_iter()
        .max_by_key(|it| it.1)
        .filter(|it| it.1 >= FEWEST)
    else {
        return Vec::new();
    };
    let foreign = named.iter().filter(|(passage, range)| {
        let name = &passage.plain[range.clone()];
        !is_shortened(name, usual) && !alike(name, usual, 5)
    });
    foreign
        .map(|(passage, range)| remark(passage, range, usual))
        .collect()
}

/// The name of a unit that stands in a heading between 关于 and the year.
fn name_in(passage: &Passage) -> Option<Range<usize>> {
    let plain = &passage.plain;
    let start = plain.find("关于")? + "关于".len();
    let year = years(plain).into_iter().find(|it| it.start > start)?;
    let name = plain[start..year.start]
        .trim_end_matches("单位")
        .trim_end_matches("部门");
    let signs = name.chars().count();
    let is_name = (4..=40).contains(&signs) && !name.contains(['本', '我', ',', '。', '《', '“']);
    let is_unit = ENDS.iter().any(|it| name.ends_with(it));
    let in_heading = start <= "十十、关于".len() && !plain.contains('。');
    (is_name && is_unit && in_heading).then(|| start..start + name.len())
}

/// How names of units end.
const ENDS: [&str; 20] = [
    "局",
    "中心",
    "委员会",
    "委",
    "办公室",
    "院",
    "所",
    "站",
    "馆",
    "校",
    "会",
    "队",
    "政府",
    "部",
    "厅",
    "处",
    "社",
    "学",
    "园",
    "公司",
];

fn remark(passage: &Passage, range: &Range<usize>, usual: &str) -> Remark {
    let name = &passage.plain[range.clone()];
    let message = Message::new(
        format!("这个标题写的是“{name}”，其他标题写的是“{usual}”。"),
        format!("This heading names “{name}”, the others name “{usual}”."),
    );
    Remark {
        expected: Some(usual.to_owned()),
        ..of_passage(Severity::Warning, passage, range.clone(), message)
    }
}
