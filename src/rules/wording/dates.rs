//! As-of dates and periods that were left from last year.
use crate::{
    budget::{Budget, Kind, Passage},
    claim::{Remark, Severity},
    note::Message,
    rules::{
        remarks::of_passage,
        years::{Year, document_year, years},
    },
};

/// Complains of an as-of date that is not the end of the accounts' year, and of a project's period
/// that is exactly the year before.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let Some(year) = document_year(budget) else {
        return Vec::new();
    };
    let mut remarks = Vec::new();
    for (index, passage) in budget.passages.iter().enumerate() {
        let nearby = &budget.passages[index.saturating_sub(PERIOD_REACH)..=index];
        for it in years(&passage.plain) {
            let wrong = match budget.kind {
                Kind::Final => is_as_of(passage, &it, year),
                Kind::Budget => is_period(passage, &it, year) && speaks_of_period(nearby),
            };
            if wrong {
                remarks.push(remark(passage, &it, year));
            } else if budget.kind == Kind::Budget && is_to_come(passage, &it, year) {
                remarks.push(to_come(passage, &it, year));
            }
        }
    }
    remarks
}

/// The word for a period stands at most so many passages before it.
const PERIOD_REACH: usize = 4;

/// `截至2023年12月31日` in the accounts of 2024, of what the unit owns.
fn is_as_of(passage: &Passage, it: &Year, year: u16) -> bool {
    let before = &passage.plain[..it.start];
    let rest = &passage.plain[it.end..];
    let as_of = before.ends_with("截至") || before.ends_with("截止") || before.ends_with("截止到");
    let at_end = ["12月31日", "底", "末"]
        .iter()
        .any(|word| rest.starts_with(word));
    let owned = ["车辆", "资产", "设备"]
        .iter()
        .any(|word| rest.contains(word));
    as_of && at_end && owned && it.year + 1 == year
}

/// `截至2026年底，…车辆` in the budget of 2026: nobody has counted them yet.
fn is_to_come(passage: &Passage, it: &Year, year: u16) -> bool {
    let before = &passage.plain[..it.start];
    let rest = &passage.plain[it.end..];
    let as_of = ["截至", "截止", "截止到"]
        .iter()
        .any(|word| before.ends_with(word));
    let at_end = ["12月31日", "底", "末", "年底", "年末"]
        .iter()
        .any(|word| rest.starts_with(word));
    let owned = ["车辆", "资产", "设备"]
        .iter()
        .any(|word| rest.contains(word));
    as_of && at_end && owned && (year..year + 3).contains(&it.year)
}

fn to_come(passage: &Passage, it: &Year, year: u16) -> Remark {
    let (named, last) = (it.year, year - 1);
    let message = Message::new(
        format!("{year}年预算写的是截至{named}年末的资产，那时还没有到。"),
        format!(
            "The budget of {year} tells what is owned at the end of {named}, which is to come."
        ),
    );
    Remark {
        expected: Some(format!("{last}年")),
        ..of_passage(Severity::Warning, passage, it.start..it.end, message)
    }
}

/// `2025年1月1日-2025年12月31日` in the budget of 2026.
fn is_period(passage: &Passage, it: &Year, year: u16) -> bool {
    let rest = &passage.plain[it.end..];
    let whole_year = rest.strip_prefix("1月1日").is_some_and(|rest| {
        let rest = rest.trim_start_matches(['-', '—', '–', '~', '～', '至', '到']);
        rest.starts_with(&format!("{}年12月31日", it.year))
    });
    whole_year && it.year + 1 == year
}

fn speaks_of_period(passages: &[Passage]) -> bool {
    let words = ["周期", "期限", "起止", "实施时间"];
    passages
        .iter()
        .any(|it| words.iter().any(|word| it.plain.contains(word)))
}

fn remark(passage: &Passage, it: &Year, year: u16) -> Remark {
    let named = it.year;
    let message = Message::new(
        format!("这里的日期写的是{named}年，全文说明的是{year}年。"),
        format!("The date is of {named}; the document explains {year}."),
    );
    Remark {
        expected: Some(format!("{year}年")),
        ..of_passage(Severity::Warning, passage, it.start..it.end, message)
    }
}
