//! What a figure is compared with: “较上年”, “与2023年支出预算”, “上年预算”. Such a clause tells what
//! was before, never how much a thing is.
use super::roles::{DIRECTIONS, Role};
use crate::budget::statement::Basis;

/// Words that begin a comparison.
const COMPARED: &[&str] = &["比", "较", "与", "同", "高于", "低于", "多于", "少于"];

/// Words for the year before.
const LAST_YEAR: &[&str] = &["上一年度", "上一年", "上年度", "上年", "去年", "上期"];

/// Behind a year, these make it a day, or a sum that has its own name: 上年结转, 2023年末.
const OF_ITS_OWN: &[&str] = &["结转", "结余", "末", "底", "初", "以来", "起", "至", "-"];

/// What a base may be called without a year: 较预算数, 比年初预算.
const PLANNED: &[(&str, Basis)] = &[
    ("年初预算", Basis::Opening),
    ("预算", Basis::Opening),
    ("全年预算", Basis::Adjusted),
    ("调整预算", Basis::Adjusted),
    ("调整后预算", Basis::Adjusted),
];

/// A clause that tells what was before.
#[derive(Debug, PartialEq, Eq)]
pub struct Base<'a> {
    /// The words before the comparison.
    pub before: &'a str,
    /// What was, where the clause names it: 上年公务接待费.
    pub thing: &'a str,
    /// Whether the clause compares; otherwise it speaks of an earlier year by itself.
    pub compares: bool,
    /// What it is.
    pub basis: Basis,
}

/// Reads a clause that ends before an amount of money; `year` is that of the document.
pub fn base(clause: &str, year: Option<u16>) -> Option<Base<'_>> {
    if DIRECTIONS.iter().any(|it| clause.contains(it.0)) {
        return None;
    }
    compared(clause).or_else(|| earlier(clause, year))
}

/// “较上年”, “与2023年支出预算”, “较预算数”, with what stands before.
pub fn compared(clause: &str) -> Option<Base<'_>> {
    let (at, word) = COMPARED
        .iter()
        .filter_map(|it| Some((clause.rfind(it)?, it)))
        .max()?;
    let (before, period) = (&clause[..at], &clause[at + word.len()..]);
    // 同比2023年, 对比上年, 相比上年
    let before = before.trim_end_matches(['同', '对', '相']);
    let told = |(thing, basis)| Base {
        before,
        thing,
        compares: true,
        basis,
    };
    let planned = PLANNED
        .iter()
        .find_map(|(name, basis)| Some((period.strip_prefix(name)?, *basis)));
    let planned = planned.filter(|it| matches!(it.0, "" | "数" | "的"));
    let of_year = || {
        let last = LAST_YEAR.iter().find_map(|it| period.strip_prefix(it));
        let thing = last.or_else(|| numbered_year(period).map(|it| it.1))?;
        Some((thing, basis_of(thing)))
    };
    planned.map(|it| ("", it.1)).or_else(of_year).map(told)
}

/// “上年预算”, “某局2023年度收入合计”: what was, said by itself.
fn earlier(clause: &str, year: Option<u16>) -> Option<Base<'_>> {
    let by_number = || {
        let (at, number, thing) = first_year(clause)?;
        (Some(number) < year && year.is_some()).then_some((&clause[..at], thing))
    };
    let (before, thing) = without_last_year(clause)
        .map(|it| ("", it))
        .or_else(by_number)?;
    Some(Base {
        before,
        thing,
        compares: false,
        basis: basis_of(thing),
    })
}

/// Whether words name a year before that of the document.
pub fn names_earlier(words: &str, year: Option<u16>) -> bool {
    first_year(words).is_some_and(|it| Some(it.1) < year)
}

/// What stands behind a word for last year.
fn without_last_year(words: &str) -> Option<&str> {
    let thing = LAST_YEAR.iter().find_map(|it| words.strip_prefix(it))?;
    (!OF_ITS_OWN.iter().any(|it| thing.starts_with(it))).then_some(thing)
}

/// The year that words begin with, and what stands behind it.
fn numbered_year(words: &str) -> Option<(u16, &str)> {
    let number = words.get(..4)?.parse().ok()?;
    let thing = words[4..].strip_prefix('年')?;
    Some((number, thing.strip_prefix('度').unwrap_or(thing)))
}

/// The same, if neither a day nor a sum with a name of its own begins there.
fn without_year(words: &str) -> Option<(u16, &str)> {
    let (number, thing) = numbered_year(words)?;
    let dated = thing.starts_with(|it: char| it.is_ascii_digit());
    let own = OF_ITS_OWN.iter().any(|it| thing.starts_with(it));
    (!dated && !own).then_some((number, thing))
}

/// The first year in a clause: where it stands, which, and what stands behind.
fn first_year(clause: &str) -> Option<(usize, u16, &str)> {
    clause.char_indices().find_map(|(at, _)| {
        let (number, thing) = without_year(&clause[at..])?;
        Some((at, number, thing))
    })
}

fn basis_of(thing: &str) -> Basis {
    let kinds = [
        ("执行", Basis::Executed),
        ("决算", Basis::Final),
        ("年初预算", Basis::Opening),
        ("调整", Basis::Adjusted),
    ];
    let kind = kinds.iter().find(|it| thing.contains(it.0));
    kind.map_or(Basis::Budget, |it| it.1)
}

/// Words that lead to what something is made of or comes from, not to what it is.
const LEADING_AWAY: &[&str] = &[
    "原因",
    "由于",
    "主要是",
    "追加",
    "压减",
    "核减",
    "调减",
    "调增",
    "节约",
];

/// Whether a clause speaks of something else than the thing it names: 主要是减少公务接待费.
pub fn leads_away(clause: &str, role: Role) -> bool {
    let moves = || DIRECTIONS.iter().any(|it| clause.contains(it.0));
    role == Role::Amount && (LEADING_AWAY.iter().any(|it| clause.contains(it)) || moves())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(clause: &str) -> Option<(&str, &str, bool)> {
        base(clause, Some(2024)).map(|it| (it.before, it.thing, it.compares))
    }

    #[test]
    fn what_was_before_is_a_base() {
        assert_eq!(read("较上年"), Some(("", "", true)));
        assert_eq!(
            read("收入预算比2023年支出预算"),
            Some(("收入预算", "支出预算", true))
        );
        assert_eq!(read("较2023年的"), Some(("", "的", true)));
        assert_eq!(read("较预算数"), Some(("", "", true)));
        assert_eq!(read("上年预算"), Some(("", "预算", false)));
        assert_eq!(
            read("某局2023年度收入合计"),
            Some(("某局", "收入合计", false))
        );
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        for clause in [
            "上年结转",
            "2023年末结转",
            "2024年预算",
            "比上年增加",
            "较大项目",
            "2023年12月购置",
        ] {
            assert_eq!(read(clause), None, "{clause}");
        }
    }
}
