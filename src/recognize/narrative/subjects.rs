//! What a phrase speaks of: a thing that the section's record names, a row of its table, or a
//! classification path 类、款、项.
use crate::{
    budget::{Budget, CellName, FactId, Panel},
    forms::{
        classification::class_code,
        narrative::{SectionForm, SubjectForm, Thing},
    },
    words::{bare, key, numbering, same_name},
};

/// What a phrase speaks of.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Subject {
    /// The thing, where the section's record knows it.
    pub known: Option<Thing>,
    /// The figure of a table that its amount repeats.
    pub cell: Option<FactId>,
    /// The classification path as printed, if it is one: 类, 款, 项.
    pub path: Vec<String>,
}

/// Finds what the phrase speaks of in its section.
pub fn subject(budget: &Budget, section: Option<&'static SectionForm>, phrase: &str) -> Subject {
    let path = path(phrase);
    let Some(section) = section else {
        return Subject {
            path,
            ..Subject::default()
        };
    };
    if !path.is_empty() {
        let cell = section
            .rows
            .and_then(|(form, column)| cell_of_path(budget, form, column, &path));
        return Subject {
            cell,
            path,
            known: None,
        };
    }
    let row = || {
        let (form, column) = section.rows?;
        cell_of_row(budget, form, column, phrase)
    };
    // A project may be called 某某项目: the row that has just this name is meant.
    if let Some(cell) = row() {
        return Subject {
            known: None,
            cell: Some(cell),
            path,
        };
    }
    if let Some(known) = by_spelling(section, phrase) {
        return Subject {
            known: Some(known.thing),
            cell: known
                .cells
                .iter()
                .find_map(|it| budget.find(&CellName::parse(it)?)),
            path,
        };
    }
    Subject {
        known: None,
        cell: None,
        path,
    }
}

/// The record's thing that the phrase ends with; the longest spelling wins.
pub fn by_spelling(section: &'static SectionForm, phrase: &str) -> Option<&'static SubjectForm> {
    let phrase = trimmed(phrase);
    let longest = |it: &&SubjectForm| {
        let spellings = std::iter::once(it.thing.name()).chain(it.spellings.iter().copied());
        spellings
            .filter(|it| ends_with(&phrase, it))
            .map(|it| it.len())
            .max()
            .unwrap_or(0)
    };
    section
        .subjects
        .iter()
        .filter(|it| longest(it) > 0)
        .max_by_key(longest)
}

/// Before these words, a spelling is part of a longer one: 非财政拨款 is not 财政拨款, nor is
/// 财政专户管理资金收入预算 all of 收入预算, nor 购置车辆 the 车辆 there are, nor 非财政拨款“三公”经费 all of it.
const LONGER: [&str; 6] = ["非", "非财政拨款", "上级", "资金", "采购", "购置"];

/// Whether a phrase ends with a spelling that is not part of a longer word.
fn ends_with(phrase: &str, spelling: &str) -> bool {
    if let Some(whole) = spelling.strip_prefix('=') {
        return phrase == key(whole);
    }
    let of_all = spelling.starts_with('^');
    let spelling = key(spelling.trim_start_matches('^'));
    let before = phrase.strip_suffix(&spelling).or_else(|| {
        let told = |it: &str| phrase.strip_suffix(it)?.strip_suffix(&spelling);
        ENDINGS.iter().find_map(|it| told(it))
    });
    // 一般公共预算财政拨款收入 is that of one fund.
    let one_fund = |before: &str| spelling.starts_with("财政拨款") && before.ends_with("预算");
    let longer = |before: &str| one_fund(before) || LONGER.iter().any(|it| before.ends_with(it));
    let kind = |before: &str| KINDS.iter().any(|it| before.ends_with(it)) || is_class(phrase);
    before.is_some_and(|it| !(longer(it) || of_all && kind(it)))
}

/// Whether a phrase names a class: 教育支出预算 is not all of 支出预算.
fn is_class(phrase: &str) -> bool {
    let name = ENDINGS.iter().find_map(|it| phrase.strip_suffix(it));
    let names = [Some(phrase), name, phrase.strip_suffix("预算")];
    names
        .into_iter()
        .flatten()
        .any(|it| class_code(it).is_some())
}

/// Words behind a thing that tell only which account of it is meant, or that it is all of it.
const ENDINGS: [&str; 5] = ["支出预算", "支出决算", "预算", "决算", "总计"];

/// Kinds of money, and what it is spent on: 基本支出预算 is not all of 支出预算.
const KINDS: [&str; 15] = [
    "拨款", "预算", "公共", "基金", "经营", "专户", "其他", "事业", "上级", "结转", "基本", "项目",
    "专项", "人员", "公用",
];

/// Words at the end of a phrase that do not change what it speaks of.
const FILLERS: &[&str] = &[
    "预算数为",
    "预算支出",
    "预算为",
    "数为",
    "金额为",
    "总额为",
    "支出为",
    "支出决算为",
    "决算数为",
    "决算为",
    "均为",
    "各为",
    "共计",
    "合计",
    "涉及预算金额",
    "预算金额",
    "预算数",
    "金额",
    "总额",
    "价值",
    "安排",
    "数",
    "均为",
    "各为",
    "均",
    "各",
    "为",
    "共有",
    "涉及",
    "其中",
];

/// Words at its beginning.
const LEADS: &[&str] = &[
    "其中:",
    "其中",
    "本年",
    "当年",
    "安排",
    "用于",
    "和",
    "及",
    "以及",
    "财政拨款:",
];

/// A phrase without numbering, leads and fillers; empty if nothing else is in it.
pub fn trimmed(phrase: &str) -> String {
    let rest = phrase.trim_start_matches(')').trim_end_matches('(');
    let mut rest = numbering(rest).1.trim_matches(MARKS);
    loop {
        let lead = LEADS.iter().find_map(|it| rest.strip_prefix(it));
        let shorter = lead.or_else(|| FILLERS.iter().find_map(|it| without_filler(rest, it)));
        match shorter.or_else(|| without_year(rest)) {
            Some(shorter) => rest = shorter.trim_matches(MARKS),
            None if rest == "预算" => return String::new(),
            None => return rest.to_owned(),
        }
    }
}

/// What a phrase that begins with its owner and its year speaks of: 本部门2024年收支总预算.
pub fn without_owner(phrase: &str, unit_name: Option<&str>) -> String {
    let phrase = trimmed(phrase);
    let own = unit_name.map(key).filter(|it| !it.is_empty());
    let mut rest = phrase.as_str();
    loop {
        let owner = own.as_deref().and_then(|it| rest.strip_prefix(it));
        let owner = owner.or_else(|| OWNERS.iter().find_map(|it| rest.strip_prefix(it)));
        match owner.or_else(|| without_year(rest)) {
            Some(shorter) => rest = shorter.trim_matches(MARKS),
            None => return rest.to_owned(),
        }
    }
}

/// How the body that publishes calls itself.
const OWNERS: [&str; 8] = [
    "本部门",
    "本单位",
    "我部门",
    "我单位",
    "部门",
    "单位",
    "当年",
    "全年",
];

/// A phrase without a filler at its end; 一般公共预算支出 and 本部门预算支出 are not what is before it.
fn without_filler<'a>(phrase: &'a str, filler: &str) -> Option<&'a str> {
    let rest = phrase.strip_suffix(filler)?;
    let named = filler == "预算支出" && NAMED_WITH_IT.iter().any(|it| rest.ends_with(it));
    (!named).then_some(rest)
}

/// Words that 预算支出 makes a name with.
const NAMED_WITH_IT: [&str; 3] = ["公共", "部门", "单位"];

/// Income and expenditure taken as one sum, as they are called in a phrase.
const BALANCES: [&str; 4] = ["收入、支出", "收、支", "收入支出", "收支"];

/// What a phrase says of income and expenditure taken as one sum, however it calls them: 收支.
pub fn balance(phrase: &str) -> Option<String> {
    let (_, behind) = BALANCES.iter().find_map(|it| phrase.split_once(it))?;
    Some(without_kind(behind.trim_start_matches('总')))
}

/// Words that tell which budget of a thing is meant, at both ends of a phrase.
const BUDGETS: &[&str] = &[
    "的",
    "当年",
    "同期",
    "部门",
    "单位",
    "年初",
    "预算",
    "决算",
    "执行数",
    "执行",
    "数",
    "合计",
    "支出",
    "总额",
    "财政拨款",
];

/// A phrase without the words for the budget or the account it stands in.
pub fn without_kind(phrase: &str) -> String {
    let phrase = trimmed(phrase);
    let mut rest = phrase.as_str();
    while let Some(shorter) = BUDGETS
        .iter()
        .find_map(|it| rest.strip_prefix(it).or_else(|| rest.strip_suffix(it)))
    {
        rest = shorter;
    }
    rest.to_owned()
}

/// Signs around a phrase.
const MARKS: [char; 4] = [':', '、', '-', ','];

/// `2026年`, `2026年度` at the beginning.
fn without_year(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text
        .get(digits..)?
        .strip_prefix('年')
        .filter(|_| digits == 4)?;
    Some(rest.strip_prefix('度').unwrap_or(rest))
}

/// The class that a heading names, its sections and items following: `(一)公共安全(类)`.
pub fn class(heading: &str) -> Option<String> {
    let name = numbering(heading).1.strip_suffix("(类)")?;
    (!name.contains(['(', ')', ','])).then(|| name.to_owned())
}

/// A phrase that begins with a section, below the class that the heading above names.
pub fn in_class(phrase: &str, class: Option<&str>) -> String {
    let name = trimmed(phrase);
    match class {
        Some(class) if name.contains("(款)") && !name.contains("(类)") => {
            format!("{class}(类){name}")
        }
        _ => phrase.to_owned(),
    }
}

/// The classification path that a paragraph opens with, when a sentence of its own or a purpose
/// stands between it and its figures: `某支出(类)某事务(款)某项(项)。主要用于…`.
pub fn opening(text: &str) -> Option<String> {
    let opening = text.get(..text.find("项)")? + "项)".len())?;
    let is_path = path(opening).len() == 3 && !opening.contains(['。', '万', ':']);
    is_path.then(|| trimmed(opening))
}

/// `某支出(类)某事务(款)某项(项)` as its parts; a level may carry its code: `某支出(204类)`.
fn path(phrase: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = numbering(phrase).1;
    for level in ["类)", "款)", "项)"] {
        let Some((part, behind)) = rest.split_once(level) else {
            break;
        };
        let Some((name, code)) = part.rsplit_once('(') else {
            break;
        };
        if !code.bytes().all(|it| it.is_ascii_digit()) {
            break;
        }
        parts.push(name.trim_start_matches(['.', '、', ',', '，']).to_owned());
        rest = behind;
    }
    parts
}

/// The row that a path leads to, each level by its name below the one before.
fn cell_of_path(budget: &Budget, form: &str, column: &str, path: &[String]) -> Option<FactId> {
    let coded = |it: &&Panel| it.rows.iter().any(|it| it.code.is_some());
    let panel = budget.table(form)?.panels.iter().find(coded)?;
    let mut row = None;
    for (level, name) in path.iter().enumerate() {
        let length = 3 + 2 * level;
        let inside = |it: &usize| level == 0 || is_below(panel, *it, row);
        let named = |it: &usize| {
            let row = &panel.rows[*it];
            row.code.as_ref().is_some_and(|it| it.len() == length) && same_name(&row.label, name)
        };
        let mut rows = (0..panel.rows.len()).filter(|it| named(it) && inside(it));
        let found = rows.next()?;
        // The same code once more is that of another unit.
        if rows.any(|it| panel.rows[it].code == panel.rows[found].code) {
            return None;
        }
        row = Some(found);
    }
    panel.fact(row?, panel.column(column)?)
}

fn is_below(panel: &Panel, row: usize, above: Option<usize>) -> bool {
    let code = |it: usize| panel.rows[it].code.as_deref().unwrap_or("");
    above.is_some_and(|above| code(row).starts_with(code(above)))
}

/// The only row of this name; the phrase may carry words before it.
fn cell_of_row(budget: &Budget, form: &str, column: &str, phrase: &str) -> Option<FactId> {
    let panel = budget.table(form)?.panels.last()?;
    let name = bare(&trimmed(phrase));
    // 农林水支出预算 is the row 农林水支出.
    let name = name.strip_suffix("预算").unwrap_or(&name);
    let mut named = (0..panel.rows.len()).filter(|it| {
        let label = bare(&panel.rows[*it].label);
        label.chars().count() >= 3 && label == name
    });
    let row = named.next()?;
    // One name can stand at several levels: a class and its only section.
    let highest = panel.rows[row].code.as_ref().map_or(0, String::len);
    let rival = named.any(|it| panel.rows[it].code.as_ref().map_or(0, String::len) <= highest);
    (!rival).then(|| panel.fact(row, panel.column(column)?))?
}
