//! The date under the text: early in the budget's year, late in the year after for accounts.
use crate::{
    budget::{Budget, Kind, Passage},
    claim::{Remark, Severity},
    note::Message,
    rules::{
        remarks::of_passage,
        years::{document_year, years},
    },
};

/// A day as printed.
type Day = (u16, u16, u16);

/// Remarks on every line that is nothing but a date, if the date can hardly be meant.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let Some(year) = document_year(budget) else {
        return Vec::new();
    };
    let doubtful = |passage: &Passage| {
        let day = date_line(&passage.plain)?;
        let what = doubt(day, budget.kind, year)?;
        let whole = 0..passage.plain.len();
        let of_year = |it: &u16| doubt((*it, day.1, day.2), budget.kind, year).is_none();
        let meant = [year - 1, year, year + 1].into_iter().find(of_year);
        Some(Remark {
            expected: meant.map(|it| format!("{it}年{}月{}日", day.1, day.2)),
            ..of_passage(Severity::Notice, passage, whole, what)
        })
    };
    budget.prose().filter_map(doubtful).collect()
}

/// `2026年2月14日` and nothing else.
fn date_line(plain: &str) -> Option<Day> {
    let year = years(plain).into_iter().next().filter(|it| it.start == 0)?;
    let (month, rest) = plain[year.end..].split_once('月')?;
    let day = rest.strip_suffix('日')?;
    Some((year.year, month.parse().ok()?, day.parse().ok()?))
}

fn doubt((named, month, day): Day, kind: Kind, year: u16) -> Option<Message> {
    if !exists((named, month, day)) {
        return Some(Message::new(
            format!("没有{month}月{day}日这一天。"),
            format!("There is no day {named}-{month}-{day}."),
        ));
    }
    // Budgets come between the end of the year before and the middle of the year, accounts in the
    // second half of the year after.
    let months = u32::from(named) * 12 + u32::from(month);
    let january = u32::from(year) * 12 + 1;
    let usual = match kind {
        Kind::Budget => january.saturating_sub(2)..january + 7,
        Kind::Final => january + 16..january + 24,
    };
    (!usual.contains(&months)).then(|| {
        Message::new(
            format!("落款日期是{named}年{month}月{day}日，与{year}年度的公开时间不符。"),
            format!("Dated {named}-{month}-{day}, which is no usual time to publish {year}."),
        )
    })
}

fn exists((year, month, day): Day) -> bool {
    let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}
