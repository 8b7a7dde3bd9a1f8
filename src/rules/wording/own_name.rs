//! The name of the body that publishes, with a sign changed, added or left out, and what it calls
//! itself.
use super::found::is_han;
use crate::{
    budget::{Budget, Passage, Scope},
    claim::{Remark, Severity},
    note::Message,
    rules::{remarks::of_passage, years::years},
    words::key,
};
use std::ops::Range;

/// Complains of names that are almost the body's own, where only its own can stand.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let Some(own) = budget.unit_name.as_deref().map(key) else {
        return Vec::new();
    };
    if own.chars().count() < SHORTEST {
        return Vec::new();
    }
    let spellings: Vec<&str> = [Some(own.as_str()), without_place(&own)]
        .into_iter()
        .flatten()
        .collect();
    let mut near: Vec<(&Passage, Range<usize>, &str)> = Vec::new();
    for passage in budget.prose() {
        for start in starts(&passage.plain, &own) {
            let found = spellings
                .iter()
                .find_map(|name| Some((passage, near_name(&passage.plain, start, name)?, *name)));
            near.extend(found);
        }
    }
    let printed = budget
        .prose()
        .map(|it| it.plain.matches(own.as_str()).count());
    // A name that the text has more often than its title has is the right one.
    if near.len() > printed.sum::<usize>() {
        near.truncate(1);
    }
    near.into_iter()
        .map(|(passage, range, name)| remark(passage, range, name))
        .collect()
}

/// Shorter names are like those of other bodies.
const SHORTEST: usize = 6;

/// A name without the place before it: 望潮区农业农村局 → 农业农村局.
fn without_place(own: &str) -> Option<&str> {
    let at = own.find(['省', '市', '县', '区', '州', '旗'])?;
    let rest = &own[at + '市'.len_utf8()..];
    (rest.chars().count() > SHORTEST_TAIL).then_some(rest)
}

/// The name of a kind of body that is longer than so many signs is not almost that of another kind:
/// 商务局 is not 税务局, 农业农村局 has nothing like it.
const SHORTEST_TAIL: usize = 4;

/// Where a sentence can begin with its subject, and where a long name begins like the own one.
fn starts(plain: &str, own: &str) -> Vec<usize> {
    let mut starts = subjects(plain);
    if own.chars().count() >= LONG {
        let lead: String = own.chars().take(2).collect();
        starts.extend(plain.match_indices(&lead).map(|it| it.0));
        starts.sort_unstable();
        starts.dedup();
    }
    starts
}

/// Where a sentence can begin with its subject.
fn subjects(plain: &str) -> Vec<usize> {
    let mut starts = vec![0];
    for sign in ["。", "；", ",", ":", "、", "关于", ")"] {
        starts.extend(plain.match_indices(sign).map(|it| it.0 + it.1.len()));
    }
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// A name beginning here that differs by one sign, and behind which stands what is said of the body
/// that publishes only.
fn near_name(plain: &str, start: usize, own: &str) -> Option<Range<usize>> {
    let rest = &plain[start..];
    if rest.starts_with(own) {
        return None;
    }
    let length = own.chars().count();
    let ends: Vec<usize> = rest
        .char_indices()
        .map(|it| it.0)
        .chain([rest.len()])
        .take(length + 2)
        .collect();
    [length, length + 1, length - 1].into_iter().find_map(|it| {
        let end = *ends.get(it)?;
        let name = &rest[..end];
        let near = name.chars().last() == own.chars().last() && name.chars().all(is_han);
        let meant = length >= LONG && !is_of_other_level(name, own) || is_publisher(&rest[end..]);
        (near && meant && is_slip(name, own)).then_some(start..start + end)
    })
}

/// A name of so many signs is nobody else's with one sign changed.
const LONG: usize = 8;

/// 望潮市财政局 for 望潮区财政局 may be the body above.
fn is_of_other_level(name: &str, own: &str) -> bool {
    let levels =
        |name: &str| -> String { name.chars().filter(|it| LEVELS.contains(*it)).collect() };
    levels(name) != levels(own)
}

/// What follows the name of the body that publishes.
const BEHIND: [&str; 12] = [
    "部门",
    "单位",
    "本级",
    "收入",
    "支出",
    "机关运行",
    "一般公共预算",
    "政府性基金",
    "政府采购",
    "三公",
    "无",
    "没有",
];

fn is_publisher(rest: &str) -> bool {
    let rest = rest.trim_start_matches('“');
    years(rest).first().is_some_and(|it| it.start == 0)
        || BEHIND.iter().any(|it| rest.starts_with(it))
}

/// Signs that tell one body from another: 第一中学, 东区.
const ORDINALS: &str = "一二三四五六七八九十东南西北中上下新老甲乙丙丁";
/// Signs that say which level a place is of.
const LEVELS: &str = "省市县区州旗镇乡";
/// Words that join two others.
const JOINS: &str = "和与及的";

/// Whether two names differ by one sign, which no other body's name explains.
fn is_slip(name: &str, own: &str) -> bool {
    let (name, own): (Vec<char>, Vec<char>) = (name.chars().collect(), own.chars().collect());
    let ahead = name.iter().zip(&own).take_while(|it| it.0 == it.1).count();
    let behind = name
        .iter()
        .rev()
        .zip(own.iter().rev())
        .take_while(|it| it.0 == it.1)
        .count();
    let is_ordinal = |it: char| ORDINALS.contains(it);
    let (longer, shorter) = (name.len().max(own.len()), name.len().min(own.len()));
    if longer == shorter && is_exchanged(&name, &own) {
        return true;
    }
    if ahead + behind < longer - 1 || ahead == 0 && longer > shorter {
        return false;
    }
    if longer > shorter {
        let added = if name.len() > own.len() {
            name[ahead]
        } else {
            own[ahead]
        };
        // 发展改革局 is short for 发展和改革局.
        return !(is_ordinal(added) || own.len() == longer && JOINS.contains(added));
    }
    let (one, other) = (name[ahead], own[ahead]);
    let level = LEVELS.contains(one) && LEVELS.contains(other);
    let tail = own.len()
        - own
            .iter()
            .rposition(|it| LEVELS.contains(*it))
            .map_or(0, |it| it + 1);
    level || tail > SHORTEST_TAIL && !is_ordinal(one) && !is_ordinal(other) && ahead > 0
}

/// 农村农业局 for 农业农村局: the same signs in another order.
fn is_exchanged(name: &[char], own: &[char]) -> bool {
    let sorted = |signs: &[char]| {
        let mut signs = signs.to_vec();
        signs.sort_unstable();
        signs
    };
    name.len() >= SHORTEST && sorted(name) == sorted(own)
}

fn remark(passage: &Passage, range: Range<usize>, own: &str) -> Remark {
    let name = &passage.plain[range.clone()];
    let message = Message::new(
        format!("这里写的是“{name}”，标题写的是“{own}”。"),
        format!("Here it says “{name}”, the title says “{own}”."),
    );
    Remark {
        expected: Some(own.to_owned()),
        ..of_passage(Severity::Warning, passage, range, message)
    }
}

/// 本部门 where one unit speaks of itself: a warning where it calls itself 本单位 elsewhere.
pub fn called(budget: &Budget) -> Vec<Remark> {
    if budget.scope != Some(Scope::Unit) {
        return Vec::new();
    }
    let spoken = |word: &str| -> Vec<(&Passage, usize)> {
        let found = budget
            .prose()
            .flat_map(|it| of_itself(&it.plain, word).map(move |at| (it, at)));
        found.collect()
    };
    let departments = [spoken("本部门"), spoken("我部门")].concat();
    let units = [spoken("本单位"), spoken("我单位")].concat();
    let severity = if departments.len() < units.len() {
        Severity::Warning
    } else {
        Severity::Notice
    };
    departments
        .first()
        .map(|(passage, at)| called_department(passage, *at, severity))
        .into_iter()
        .collect()
}

/// Where a word stands for the body whose figures follow: 本部门2024年支出预算9.00万元.
fn of_itself<'a>(plain: &'a str, word: &'a str) -> impl Iterator<Item = usize> + use<'a> {
    let found = plain.match_indices(word);
    found.filter_map(|(at, it)| {
        let rest = &plain[at + it.len()..];
        let clause = rest.split([',', '。', '；', ':']).next().unwrap_or(rest);
        let states = clause.contains('元') && clause.contains(|it: char| it.is_ascii_digit());
        let others = ["所属", "下属", "各单位"]
            .iter()
            .any(|it| plain.contains(it));
        (states && is_publisher(rest) && !others).then_some(at)
    })
}

fn called_department(passage: &Passage, at: usize, severity: Severity) -> Remark {
    let message = Message::new(
        "这是单位的预决算，这里写的是“本部门”。",
        "These are the figures of one unit; here it says “本部门”.",
    );
    Remark {
        expected: Some("本单位".to_owned()),
        ..of_passage(severity, passage, at..at + "本部门".len(), message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sign_tells_a_slip_from_another_body() {
        for (name, own) in [
            ("望潮区农业与农村局", "望潮区农业农村局"),
            ("望潮市财政局", "望潮区财政局"),
            ("雁落市场监督管理局", "雁落市市场监督管理局"),
            ("霜泉县交通运愉局", "霜泉县交通运输局"),
            ("望潮区农村农业局", "望潮区农业农村局"),
        ] {
            assert!(is_slip(name, own), "{name}");
        }
        for (name, own) in [
            ("望潮区第二中学", "望潮区第一中学"),
            ("望潮区商务局", "望潮区水务局"),
            ("霜泉县发展改革委", "霜泉县发展和改革委"),
            ("霜泉县财政局", "霜泉县档案局"),
        ] {
            assert!(!is_slip(name, own), "{name}");
        }
    }
}
