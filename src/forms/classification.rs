//! 政府收支分类科目: codes with their names, as far as published documents show them; and the names of
//! function classes, for tables that number their classes instead of coding them.
mod economic;
mod function;
mod government;
mod history;
mod revenue;

/// Code, name, trust, and the first and the last year in which the code was seen with the name.
type Official = (&'static str, &'static str, Trust, u16, u16);
/// Code, former name, and the last year in which it was seen.
type Former = (&'static str, &'static str, u16);

/// How far a name may be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// Independent sources agree on it.
    Warn,
    /// Documents of one region print it.
    OneSystem,
    /// It is in a list without a year, or only its number is known.
    Suggest,
}

/// The name of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// The name.
    pub name: &'static str,
    /// How far it may be relied on.
    pub trust: Trust,
    /// The first year in which it was seen; 0 if none is known.
    pub since: u16,
    /// The last year in which it was seen.
    pub until: u16,
}

impl Name {
    /// Whether the code surely had this name in that year.
    pub fn is_certain_in(&self, year: Option<u16>) -> bool {
        let is_seen = year.is_some_and(|it| (self.since..=self.until).contains(&it));
        self.trust == Trust::Warn && is_seen
    }
}

/// A code that is no longer used.
#[derive(Debug)]
pub struct Retired {
    /// The code.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The last year in which it was seen.
    pub until: u16,
    /// The code that took its place.
    pub now: &'static str,
}

/// All codes of which anything is known.
fn listed() -> impl Iterator<Item = &'static Official> {
    let spending = function::FUNCTION.iter().chain(economic::ECONOMIC);
    spending
        .chain(government::GOVERNMENT)
        .chain(revenue::REVENUE)
}

/// The name of a code, as far as it is known.
pub fn official_name(code: &str) -> Option<Name> {
    let (_, name, trust, since, until) = listed().find(|it| it.0 == code)?;
    (!name.is_empty()).then_some(Name {
        name,
        trust: *trust,
        since: *since,
        until: *until,
    })
}

/// The names that a code had before, each with the last year in which it was seen.
pub fn former_names(code: &str) -> impl Iterator<Item = (&'static str, u16)> {
    let of_code = history::FORMER.iter().filter(move |it| it.0 == code);
    of_code.map(|(_, name, year)| (*name, *year))
}

/// The codes that carry this name, but for those that it is only suggested for.
pub fn codes_named(name: &str) -> impl Iterator<Item = &'static str> {
    let carries = move |it: &&Official| it.1 == name && it.2 != Trust::Suggest;
    listed().filter(carries).map(|it| it.0)
}

/// A code that is no longer used, and is not used again.
pub fn retired(code: &str) -> Option<&'static Retired> {
    history::RETIRED.iter().find(|it| it.code == code)
}

/// The 支出功能分类 classes: code and names, the current one first.
pub const FUNCTION_CLASSES: &[(&str, &[&str])] = &[
    ("201", &["一般公共服务支出"]),
    ("202", &["外交支出"]),
    ("203", &["国防支出"]),
    ("204", &["公共安全支出"]),
    ("205", &["教育支出"]),
    ("206", &["科学技术支出"]),
    ("207", &["文化旅游体育与传媒支出", "文化体育与传媒支出"]),
    ("208", &["社会保障和就业支出"]),
    ("209", &["社会保险基金支出"]),
    ("210", &["卫生健康支出", "医疗卫生与计划生育支出"]),
    ("211", &["节能环保支出"]),
    ("212", &["城乡社区支出"]),
    ("213", &["农林水支出"]),
    ("214", &["交通运输支出"]),
    ("215", &["资源勘探工业信息等支出", "资源勘探信息等支出"]),
    ("216", &["商业服务业等支出"]),
    ("217", &["金融支出"]),
    ("219", &["援助其他地区支出"]),
    ("220", &["自然资源海洋气象等支出", "国土海洋气象等支出"]),
    ("221", &["住房保障支出"]),
    ("222", &["粮油物资储备支出"]),
    ("223", &["国有资本经营预算支出"]),
    ("224", &["灾害防治及应急管理支出"]),
    ("227", &["预备费"]),
    ("229", &["其他支出"]),
    ("230", &["转移性支出"]),
    ("231", &["债务还本支出"]),
    ("232", &["债务付息支出", "债务利息支出"]),
    ("233", &["债务发行费用支出"]),
    ("234", &["抗疫特别国债安排的支出"]),
];

/// The code of a function class by its name, current or former.
pub fn class_code(name: &str) -> Option<&'static str> {
    FUNCTION_CLASSES
        .iter()
        .find(|(_, names)| names.contains(&name))
        .map(|(code, _)| *code)
}
