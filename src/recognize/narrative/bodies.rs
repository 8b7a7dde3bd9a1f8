//! Whose money a phrase speaks of: of the body that publishes, or of one of those it is made of.
use crate::words::key;

/// Words for a part of a body.
const PARTS: [&str; 5] = ["本级", "局机关", "委机关", "厅机关", "部机关"];

/// Words that a part below it begins with; 本部门及所属单位 and 所属各单位 are all of it.
const BELOW: [&str; 4] = ["所属", "下属", "直属", "二级单位"];

/// What the name of a body ends in.
const BODIES: [&str; 11] = [
    "站",
    "中心",
    "大队",
    "支队",
    "总队",
    "学校",
    "医院",
    "研究所",
    "管理所",
    "分局",
    "服务队",
];

/// Whether the thing is that of another body than the document's: 局本级基本支出, 水文站基本支出. What a
/// classification path names is the document's own.
pub fn is_of_another(phrase: &str, unit_name: Option<&str>) -> bool {
    let own = unit_name.map(key).unwrap_or_default();
    if phrase.contains(['(', '类']) {
        return false;
    }
    let rest = match own.is_empty() {
        true => phrase.to_owned(),
        false => phrase.replace(&own, ""),
    };
    let part = PARTS
        .iter()
        .any(|it| rest.contains(it) && !own.contains(it));
    let below = BELOW.iter().any(|it| rest.starts_with(it)) && !rest.contains('各');
    let named = |body: &str| {
        let name = rest.find(body).map(|at| &rest[..at + body.len()]);
        name.is_some_and(|it| !own.contains(it) && it.chars().count() <= LONGEST_NAME)
    };
    part || below || !own.is_empty() && BODIES.iter().any(|it| named(it))
}

/// What is longer is no name of a body.
const LONGEST_NAME: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_money_of_a_part_is_not_that_of_the_whole() {
        let of_another = |phrase| is_of_another(phrase, Some("某县水务局"));
        assert!(of_another("局本级基本支出"));
        assert!(of_another("所属水文站收支总预算"));
        assert!(of_another("水文站基本支出"));
        assert!(!of_another("某县水务局2024年基本支出"));
        assert!(!of_another("本单位基本支出"));
        assert!(!is_of_another("中心2024年基本支出", Some("某市服务中心")));
        assert!(!is_of_another("某中心基本支出", None));
    }
}
