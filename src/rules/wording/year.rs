//! Years in sentences: the year that is explained and the year it is compared with.
use super::found::sentence;
use crate::{
    budget::{Budget, Kind, Passage},
    claim::{Remark, Severity},
    note::Message,
    recognize::is_heading_line,
    rules::{
        remarks::of_passage,
        years::{Year, document_year, years},
    },
};

/// Complains of comparisons with another year than the one before, and of sentences about another
/// year.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let Some(year) = document_year(budget) else {
        return Vec::new();
    };
    let mut compared: Vec<(&Passage, Year)> = Vec::new();
    for passage in &budget.passages {
        let named = years(&passage.plain).into_iter();
        let told = named.filter(|it| is_compared_with(budget.kind, &passage.plain, it, year));
        compared.extend(told.map(|it| (passage, it)));
    }
    let before = |it: &&(&Passage, Year)| it.1.year + 1 == year;
    let right = compared.iter().filter(before).count();
    // One other year among many may be a slip; where several are named, each has its reason.
    let others = compared
        .iter()
        .filter(|it| !before(it) && it.1.year != year)
        .count();
    let wrong = compared.iter().filter(|it| {
        let slip = others == 1 && right >= FEWEST && it.1.year.abs_diff(year) <= 3;
        it.1.year == year || (slip && !before(it))
    });
    let mut remarks: Vec<Remark> = wrong
        .map(|(passage, it)| self::compared(passage, it, year))
        .collect();
    if others == 1 && right < FEWEST {
        let base = compared
            .iter()
            .find(|it| is_too_far_back(budget, it.0, &it.1, year));
        remarks.extend(base.map(|(passage, it)| self::compared(passage, it, year)));
    }
    remarks.extend(about_another_year(budget, year));
    remarks
}

/// 2023年支出预算9.00万元,比2021年减少…: the sentence is about the document's year, gives an amount
/// and compares it with the year before last, naming neither the year between nor several years.
fn is_too_far_back(budget: &Budget, passage: &Passage, it: &Year, year: u16) -> bool {
    let sentence = sentence(&passage.plain, it.start);
    let named: Vec<u16> = years(sentence).iter().map(|it| it.year).collect();
    let several = SEVERAL_YEARS.iter().any(|word| sentence.contains(word));
    let only_these = named
        .iter()
        .all(|named| *named == year || *named == it.year);
    // A sentence that names no year of its own is about the document's, unless its heading is not.
    let of_section = heading_years(budget, passage);
    let is_ours = named.contains(&year) || of_section.iter().all(|it| it.year == year);
    // A paragraph that tells the year between as well compares with both.
    let between = years(&passage.plain)
        .iter()
        .any(|other| other.year == year - 1);
    let states = sentence.contains('元') && is_ours && !between;
    (2..=3).contains(&(year.saturating_sub(it.year))) && states && only_these && !several
}

/// The years that the last heading before a passage names.
fn heading_years(budget: &Budget, passage: &Passage) -> Vec<Year> {
    let before = budget.prose().take_while(|it| it.block < passage.block);
    let heading = before.filter(|it| is_heading_line(&it.plain)).last();
    heading.map_or_else(Vec::new, |it| years(&it.plain))
}

/// Words of a comparison over several years.
const SEVERAL_YEARS: [&str; 9] = [
    "累计", "两年", "三年", "四年", "五年", "以来", "连续", "年均", "疫情",
];

/// So many comparisons with the year before make another one a slip.
const FEWEST: usize = 2;

/// Whether a sentence compares with a year. Accounts are compared with the budget of their own
/// year, too.
fn is_compared_with(kind: Kind, plain: &str, it: &Year, year: u16) -> bool {
    let before = &plain[..it.start];
    let rest = plain[it.end..].trim_start_matches('度');
    let clause: String = rest
        .chars()
        .take(24)
        .take_while(|it| !matches!(it, '。' | '；'))
        .collect();
    let Some(moved) = MOVED.iter().filter_map(|word| clause.find(word)).min() else {
        return false;
    };
    let between = &clause[..moved];
    let led = before.strip_suffix(['比', '与', '较']);
    // 2025年比2024年下降: the years of a plan, or of a table, are compared with each other.
    let of_another = led.is_some_and(|it| {
        let named = years(it);
        named
            .last()
            .is_some_and(|last| last.year != year && it[last.end..].is_empty())
    });
    // 2025年安排9万元，较2024年增长: what is said of the year to come is compared with this one.
    let sentence = before.rsplit(['。', '；']).next().unwrap_or(before);
    let to_come = years(sentence).iter().any(|it| it.year == year + 1);
    let plainly = between.chars().count() <= 8 && !between.contains(['%', ',', '元']);
    let own_budget = kind == Kind::Final
        && it.year == year
        && (between.contains("预算") || between.contains("执行"));
    led.is_some() && plainly && !own_budget && !of_another && !to_come
}

const MOVED: [&str; 9] = [
    "增加",
    "减少",
    "增长",
    "下降",
    "上升",
    "持平",
    "一致",
    "相比",
    "无变化",
];

fn compared(passage: &Passage, it: &Year, year: u16) -> Remark {
    let (before, named) = (year - 1, it.year);
    let message = Message::new(
        format!("{year}年的数字应当与{before}年比较，这里写的是与{named}年比较。"),
        format!("The figures of {year} are to be compared with {before}; here it says {named}."),
    );
    Remark {
        expected: Some(format!("{before}年")),
        ..of_passage(Severity::Warning, passage, it.start..it.end, message)
    }
}

/// Sentences that begin with another year and say what only this year's can: a year that most of
/// them name is meant by all.
fn about_another_year(budget: &Budget, year: u16) -> Vec<Remark> {
    let mut subjects: Vec<(&Passage, Year)> = Vec::new();
    // The heading over last year's figures is no sentence.
    let is_heading = |it: &&Passage| it.cell.is_some() && it.plain.chars().count() < SHORTEST;
    let mut section: Vec<Year> = Vec::new();
    for passage in budget.passages.iter().filter(|it| !is_heading(it)) {
        if passage.cell.is_none() && is_heading_line(&passage.plain) {
            section = years(&passage.plain);
        }
        let named = years(&passage.plain).into_iter();
        let subject = named.filter(|it| is_subject(&passage.plain, it, year));
        // A section whose heading names another year is about that year: 二、2021年“三公”经费决算情况.
        let of_section = |it: &Year| section.iter().any(|named| named.year == it.year);
        let subject = subject.filter(|it| it.year == year || !of_section(it));
        subjects.extend(subject.map(|it| (passage, it)));
    }
    let right = subjects.iter().filter(|it| it.1.year == year).count();
    let (near, wrong): (Vec<_>, Vec<_>) = subjects
        .into_iter()
        .filter(|it| it.1.year != year)
        .partition(|it| it.1.year.abs_diff(year) <= 2);
    if right < 2 || near.len() * 2 > right || !wrong.is_empty() {
        return Vec::new();
    }
    let told = near.iter();
    told.map(|(passage, it)| other(passage, it, year)).collect()
}

/// What stands in a cell is a sentence if it has at least so many characters.
const SHORTEST: usize = 40;

fn other(passage: &Passage, it: &Year, year: u16) -> Remark {
    let named = it.year;
    let message = Message::new(
        format!("这句话说的是{named}年，全文说明的是{year}年。"),
        format!("This sentence speaks of {named}; the document explains {year}."),
    );
    Remark {
        expected: Some(format!("{year}年")),
        ..of_passage(Severity::Warning, passage, it.start..it.end, message)
    }
}

/// Whether a year opens a sentence that says how much is planned or that nothing is.
fn is_subject(plain: &str, it: &Year, year: u16) -> bool {
    let before = &plain[..it.start];
    let opening = before.rsplit(['。', ':', '；']).next().unwrap_or(before);
    let rest = plain[it.end..].trim_start_matches('度');
    let sentence = rest.split(['。', '；']).next().unwrap_or(rest);
    let clause = sentence.trim_start_matches(',');
    let clause = clause.split([',', '比', '较']).next().unwrap_or(clause);
    let named_only = opening.chars().count() <= 30
        && !opening.contains(|sign: char| ",()《》、0123456789".contains(sign))
        && !LEADING_ELSEWHERE.iter().any(|word| opening.contains(word));
    let denied = DENIED.iter().any(|word| clause.starts_with(word));
    let planned = PLANNED.iter().any(|word| clause.contains(word)) || tells_amount(clause);
    let elsewhere = ELSEWHERE.iter().any(|word| clause.contains(word));
    // Last year's plan is told beside this year's.
    let beside = it.year != year && years(sentence).iter().any(|it| it.year == year);
    // (2026年) under the title of a table.
    let alone = matches!((before, rest), ("(", ")"));
    alone || named_only && (denied || planned && !elsewhere) && !beside
}

/// `一般公共预算基本支出9.00万元`
fn tells_amount(clause: &str) -> bool {
    let figure = clause.find(|it: char| it.is_ascii_digit());
    let Some((thing, amount)) = figure.map(|it| clause.split_at(it)) else {
        return false;
    };
    let money = ["支出", "经费", "拨款", "预算", "预算金额"];
    money.iter().any(|it| thing.ends_with(it)) && amount.contains('元')
}

/// What a sentence begins with that says that something is not there.
const DENIED: [&str; 5] = ["没有使用", "没有安排", "没有", "未安排", "无"];

/// Words before a year that make it another one's.
const LEADING_ELSEWHERE: [&str; 12] = [
    "比", "与", "较", "截至", "截止", "根据", "按", "自", "从", "至", "在", "上年",
];

/// What is said of the year that a document explains.
const PLANNED: [&str; 12] = [
    "总预算",
    "预算合计",
    "拨款合计",
    "预算数",
    "三公",
    "预算绩效",
    "预算未安排",
    "纳入单位预算",
    "纳入部门预算",
    "采购预算",
    "支出预算",
    "收入预算",
];

/// What is said of other years.
const ELSEWHERE: [&str; 11] = [
    "执行", "决算", "结转", "结余", "完成", "年底", "年末", "实际", "工作", "批复", "部署",
];
